// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/thumbnail_provider.h"

#include "core/media/video_source.h"

#include <QPointer>

namespace mien::ui::timeline {

namespace {

/// Shrinks to the smallest picture that covers `size`, keeping the aspect ratio.
QImage shrunk(const cv::Mat& bgr, QSize size) {
    const QImage whole(bgr.data, bgr.cols, bgr.rows, static_cast<qsizetype>(bgr.step), QImage::Format_BGR888);
    return whole.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace

ThumbnailProvider::ThumbnailProvider(std::filesystem::path film, std::optional<Rational> fps,
                                     std::filesystem::path cacheDir, QObject* parent)
    : QObject(parent),
      m_film(std::move(film)),
      m_fps(fps),
      m_cacheDir(std::move(cacheDir)),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

ThumbnailProvider::~ThumbnailProvider() {
    m_thread.request_stop();
    m_thread.join();
}

ThumbnailSource ThumbnailProvider::source() {
    return {[self = QPointer<ThumbnailProvider>(this)](FrameIndex frame, QSize size,
                                                       ThumbnailSource::Deliver deliver) {
                if (!self)
                    return;
                {
                    const std::lock_guard lock(self->m_mutex);
                    self->m_wishes.push_back({frame, size, std::move(deliver)});
                }
                self->m_wake.notify_one();
            },
            [self = QPointer<ThumbnailProvider>(this)] {
                if (!self)
                    return;
                const std::lock_guard lock(self->m_mutex);
                self->m_wishes.clear();
            }};
}

std::optional<ThumbnailProvider::Wish> ThumbnailProvider::nextWish(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, stop, [this] { return !m_wishes.empty(); }))
        return {};
    Wish wish = std::move(m_wishes.front());
    m_wishes.pop_front();
    return wish;
}

void ThumbnailProvider::work(const std::stop_token& stop) {
    std::unique_ptr<media::VideoSource> film;
    while (auto wish = nextWish(stop)) {
        if (!film) { // only once somebody wants to see something
            media::OpenOptions options;
            options.fps = m_fps;
            options.decodeThreads = 1; // the player comes first
            options.cacheDir = m_cacheDir;
            JobContext job;
            job.stop = stop;
            job.threads = 1;
            auto opened = media::openMedia(m_film, options, job);
            if (!opened)
                return;
            film = std::move(*opened);
        }
        const auto frame = film->read(wish->frame);
        if (!frame)
            continue;
        QMetaObject::invokeMethod(
            this,
            [deliver = std::move(wish->deliver), index = wish->frame,
             image = shrunk(frame->image, wish->size)] { deliver(index, image); },
            Qt::QueuedConnection);
    }
}

} // namespace mien::ui::timeline
