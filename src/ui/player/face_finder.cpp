// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/face_finder.h"

namespace mien::ui {
namespace {

using Faces = std::shared_ptr<const CountedFaces>;

/// Stops a job without waiting for it; it goes away by itself.
void letGo(QPointer<JobBase>& job) {
    if (!job)
        return;
    job->disconnect();
    QObject::connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->cancel();
    job.clear();
}

} // namespace

void FaceFinder::countIn(const std::filesystem::path& film, const media::OpenOptions& options) {
    letGo(m_counting);
    letGo(m_looking);
    m_next.reset();
    ++m_film;
    m_counted = {};
    emit countedChanged();
    if (film.empty())
        return;
    auto* job = new Job<Faces>(
        tr("Counting faces"),
        [film, options](const JobContext& context) -> Result<Faces> {
            auto counted = countFaces(film, options, context);
            if (!counted)
                return Unexpected(counted.error());
            return std::make_shared<const CountedFaces>(*std::move(counted));
        },
        this);
    m_counting = job;
    connect(job, &JobBase::finished, this, [this, job] {
        if (const auto result = job->takeResult()) { // what cannot be read, the player says
            m_counted = **result;
            emit countedChanged();
        }
        job->deleteLater();
    });
    job->start();
}

void FaceFinder::look(const media::FramePtr& frame) {
    if (!several() || !frame)
        return;
    if (m_looking)
        m_next = frame;
    else
        start(frame);
}

void FaceFinder::start(const media::FramePtr& frame) {
    auto* job = new Job<Faces>(
        tr("Finding faces"),
        [frame](const JobContext&) -> Result<Faces> {
            auto boxes = facesIn(frame->image);
            if (!boxes)
                return Unexpected(boxes.error());
            return std::make_shared<const CountedFaces>(CountedFaces{frame->index, *std::move(boxes)});
        },
        this);
    m_looking = job;
    connect(job, &JobBase::finished, this, [this, job, film = m_film] {
        const auto faces = job->takeResult();
        m_looking.clear();
        job->deleteLater();
        if (film == m_film && faces && !m_next)
            emit found((*faces)->frame, numbered((*faces)->boxes, m_counted));
        if (m_next) {
            const media::FramePtr next = std::move(m_next);
            m_next.reset();
            start(next);
        }
    });
    job->start();
}

} // namespace mien::ui
