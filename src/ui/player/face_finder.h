// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/frame_cache.h"
#include "ui/jobs/job.h"
#include "ui/player/face_counting.h"

#include <QObject>
#include <QPointer>

namespace mien::ui {

/// Finds the faces that a person can choose among, in the background: once those of the first frame that
/// has any, then those of a frame that is looked at.
class FaceFinder : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Begins anew with another film; an empty path: with none.
    void countIn(const std::filesystem::path& film, const media::OpenOptions& options);
    const CountedFaces& counted() const { return m_counted; }
    /// More than one face to choose among.
    bool several() const { return m_counted.boxes.size() > 1; }

    /// Answers with `found`, unless a later frame was asked for meanwhile. Only where there are several.
    void look(const media::FramePtr& frame);

signals:
    void countedChanged();
    void found(mien::FrameIndex frame, const std::vector<mien::ui::FaceBox>& faces);

private:
    void start(const media::FramePtr& frame);

    CountedFaces m_counted;
    QPointer<JobBase> m_counting;
    QPointer<JobBase> m_looking;
    media::FramePtr m_next;
    int m_film = 0; ///< so that what is found late for an earlier film is dropped
};

} // namespace mien::ui
