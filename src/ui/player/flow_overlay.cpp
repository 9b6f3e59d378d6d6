// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/flow_overlay.h"

#include "core/motion/optical_flow.h"
#include "ui/player/pictures.h"

#include <opencv2/imgproc.hpp>

namespace mien::ui {
namespace {

constexpr int kFaceSide = 384;
constexpr int kWholeWidth = 480; ///< of a picture without landmarks

cv::Mat prepared(const cv::Mat& image, const std::optional<face::Landmarks>& landmarks) {
    if (landmarks)
        return alignedFace(image, *landmarks, kFaceSide);
    if (image.cols <= kWholeWidth)
        return image;
    cv::Mat small;
    const double scale = static_cast<double>(kWholeWidth) / image.cols;
    cv::resize(image, small, {}, scale, scale, cv::INTER_AREA);
    return small;
}

cv::Mat greyOf(const cv::Mat& image) {
    cv::Mat grey = image;
    if (image.channels() == 3)
        cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

} // namespace

Result<FlowPicture> computeFlow(const FlowOverlay::Wish& wish) {
    const bool aligned = wish.neutralLandmarks && wish.landmarks;
    const cv::Mat before = prepared(wish.neutral->image, aligned ? wish.neutralLandmarks : std::nullopt);
    const cv::Mat now = prepared(wish.frame->image, aligned ? wish.landmarks : std::nullopt);
    auto engine = motion::makeFlow("dis");
    if (!engine)
        return Unexpected(engine.error());
    auto flow = (*engine)->compute(greyOf(before), greyOf(now));
    if (!flow)
        return Unexpected(flow.error());
    return FlowPicture{wish.neutral->index, wish.frame->index, now, *flow, aligned};
}

void FlowOverlay::request(Wish wish) {
    if (m_job && !m_job->ended())
        m_next = std::move(wish);
    else
        start(std::move(wish));
}

void FlowOverlay::start(Wish wish) {
    m_job = std::make_unique<Job<FlowPicture>>(
        tr("Motion since the neutral frame"),
        [wish = std::move(wish)](const JobContext&) { return computeFlow(wish); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        auto result = m_job->takeResult();
        if (result)
            emit ready(*result);
        else
            emit failed(QString::fromStdString(result.error().sentence()));
        if (m_next)
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (m_next)
                        start(*std::exchange(m_next, std::nullopt));
                },
                Qt::QueuedConnection); // not inside the old job's own signal
    });
    m_job->start();
}

} // namespace mien::ui
