// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/pipeline/analyse.h"

#include <QObject>

#include <memory>
#include <vector>

namespace mien::ui {

/// What analysis found in the open film beyond its proposals: signals and landmarks. And, while it runs, the
/// proposals seen so far, which are shown but cannot be decided on yet.
class AnalysisStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    std::shared_ptr<const pipeline::Analysis> analysis() const { return m_analysis; }
    void setAnalysis(std::shared_ptr<const pipeline::Analysis> analysis);

    const std::vector<annotation::Proposal>& early() const { return m_early; }
    void setEarly(std::vector<annotation::Proposal> proposals);

    /// While an analysis runs: the signals of the frames measured since the last time, in order from frame 0
    /// on. Only passed on, not kept; the whole comes with the analysis.
    void setMeasuring(bool measuring);
    bool measuring() const { return m_measuring; }
    void addMeasured(const std::vector<motion::FrameMotion>& frames);

    /// The stabilised landmarks of a frame; null where no face was found or nothing was analysed.
    const face::Landmarks* landmarks(FrameIndex frame) const;

    void clear();

signals:
    void analysisChanged();
    void earlyChanged();
    void measuringChanged(bool measuring);
    void measured(const std::vector<mien::motion::FrameMotion>& frames);

private:
    std::shared_ptr<const pipeline::Analysis> m_analysis;
    std::vector<annotation::Proposal> m_early;
    std::int64_t m_nextMeasured = 0;
    bool m_measuring = false;
};

} // namespace mien::ui
