// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/frame_cache.h"
#include "ui/document/analysis_store.h"
#include "ui/jobs/job.h"

#include <QObject>

namespace mien::ui {

/// A face and how it moved since the neutral frame.
struct FlowPicture {
    FrameIndex neutral;
    FrameIndex frame;
    cv::Mat face; ///< the current face, aligned where landmarks are known, else the whole picture made small
    cv::Mat flow; ///< from the neutral one, CV_32FC2, pixels of `face`
    bool aligned = false;
};

/// Computes the preview flow from the pinned neutral frame to the one shown, in the background, one at a
/// time: while it works, only the newest wish is remembered.
class FlowOverlay : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    struct Wish {
        media::FramePtr neutral;
        media::FramePtr frame;
        std::optional<face::Landmarks> neutralLandmarks;
        std::optional<face::Landmarks> landmarks;
    };
    void request(Wish wish);

signals:
    void ready(const mien::ui::FlowPicture& picture);
    void failed(const QString& sentence);

private:
    void start(Wish wish);

    std::unique_ptr<Job<FlowPicture>> m_job;
    std::optional<Wish> m_next;
};

Result<FlowPicture> computeFlow(const FlowOverlay::Wish& wish);

} // namespace mien::ui
