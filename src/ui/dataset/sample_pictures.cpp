// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/sample_pictures.h"

#include "core/media/video_source.h"

namespace mien::ui {
namespace {

constexpr int kMostKept = 3000;         ///< pictures; about 40 kB each
constexpr std::size_t kMostWishes = 60; ///< older ones have scrolled away
constexpr QSize kSize{160, 120};

QImage shrunk(const cv::Mat& bgr) {
    const QImage whole(bgr.data, bgr.cols, bgr.rows, static_cast<qsizetype>(bgr.step), QImage::Format_BGR888);
    return whole.scaled(kSize, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace

QString PictureKey::text() const {
    return QStringLiteral("%1#%2").arg(QString::fromStdString(film.string())).arg(frame.value);
}

SamplePictures::SamplePictures(std::filesystem::path cacheDir, QObject* parent)
    : QObject(parent),
      m_cacheDir(std::move(cacheDir)),
      m_kept(kMostKept),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

SamplePictures::~SamplePictures() {
    m_thread.request_stop();
    m_thread.join();
}

QImage SamplePictures::picture(const PictureKey& key) {
    const QString text = key.text();
    if (const QImage* kept = m_kept.object(text))
        return *kept;
    if (m_asked.contains(text))
        return {};
    m_asked.insert(text);
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.push_front(key);
        while (m_wishes.size() > kMostWishes) {
            m_asked.remove(m_wishes.back().text());
            m_wishes.pop_back();
        }
    }
    m_wake.notify_one();
    return {};
}

void SamplePictures::clear() {
    const std::lock_guard lock(m_mutex);
    m_wishes.clear();
    m_asked.clear();
    m_kept.clear();
}

void SamplePictures::keep(const QString& key, const QImage& image) {
    m_asked.remove(key);
    m_kept.insert(key, new QImage(image)); // the cache owns it
    emit arrived(key);
}

std::optional<PictureKey> SamplePictures::nextWish(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, stop, [this] { return !m_wishes.empty(); }))
        return {};
    PictureKey wish = std::move(m_wishes.front());
    m_wishes.pop_front();
    return wish;
}

void SamplePictures::work(const std::stop_token& stop) {
    std::unique_ptr<media::VideoSource> film;
    std::filesystem::path open;
    while (const auto wish = nextWish(stop)) {
        if (wish->film != open) { // rows of one film follow one another
            media::OpenOptions options;
            options.decodeThreads = 1;
            options.cacheDir = m_cacheDir;
            std::error_code ignored;
            if (std::filesystem::is_directory(wish->film, ignored))
                options.fps = wish->fps;
            JobContext job;
            job.stop = stop;
            job.threads = 1;
            auto opened = media::openMedia(wish->film, options, job);
            film = opened ? std::move(*opened) : nullptr;
            open = wish->film;
        }
        if (!film)
            continue;
        const auto frame = film->read(wish->frame);
        if (!frame)
            continue;
        QMetaObject::invokeMethod(
            this, [this, key = wish->text(), image = shrunk(frame->image)] { keep(key, image); },
            Qt::QueuedConnection);
    }
}

} // namespace mien::ui
