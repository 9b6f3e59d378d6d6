// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/analysis_store.h"

namespace mien::ui {

void AnalysisStore::setAnalysis(std::shared_ptr<const pipeline::Analysis> analysis) {
    m_analysis = std::move(analysis);
    emit analysisChanged();
}

void AnalysisStore::setEarly(std::vector<annotation::Proposal> proposals) {
    m_early = std::move(proposals);
    emit earlyChanged();
}

void AnalysisStore::setMeasuring(bool measuring) {
    m_nextMeasured = 0;
    if (std::exchange(m_measuring, measuring) != measuring)
        emit measuringChanged(measuring);
}

void AnalysisStore::addMeasured(const std::vector<motion::FrameMotion>& frames) {
    // Somebody who looked at another film meanwhile has missed the beginning.
    if (!m_measuring || frames.empty() || frames.front().frame.value != m_nextMeasured)
        return;
    m_nextMeasured = frames.back().frame.value + 1;
    emit measured(frames);
}

const face::Landmarks* AnalysisStore::landmarks(FrameIndex frame) const {
    if (!m_analysis || frame.value < 0)
        return nullptr;
    const auto index = static_cast<std::size_t>(frame.value);
    if (index >= m_analysis->landmarks.size())
        return nullptr;
    const face::Landmarks& found = m_analysis->landmarks[index];
    return found[27] == cv::Point2f{} && found[8] == cv::Point2f{} ? nullptr : &found;
}

void AnalysisStore::clear() {
    setEarly({});
    setMeasuring(false);
    setAnalysis(nullptr);
}

} // namespace mien::ui
