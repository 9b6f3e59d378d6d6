// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

namespace mien::ui {

/// A frame of a film or folder of images.
struct PictureKey {
    std::filesystem::path film;
    FrameIndex frame;
    Rational fps{25, 1}; ///< folders of images cannot be opened without one; it changes no picture
    QString text() const;
};

/// Small pictures of many films, read on a thread of its own and kept while there is room. What was asked for
/// last comes first; a film that cannot be opened or a damaged frame gives no picture.
class SamplePictures : public QObject {
    Q_OBJECT
public:
    explicit SamplePictures(std::filesystem::path cacheDir, QObject* parent = nullptr);
    ~SamplePictures() override;

    /// Null where it is not there yet; `arrived` follows if there is one.
    QImage picture(const PictureKey& key);
    void clear();

signals:
    void arrived(const QString& key);

private:
    struct Reader;
    std::optional<PictureKey> nextWish(const std::stop_token& stop);
    void work(const std::stop_token& stop);
    void keep(const QString& key, const QImage& image);

    std::filesystem::path m_cacheDir;
    QCache<QString, QImage> m_kept;
    QSet<QString> m_asked; ///< waiting, or known to give nothing
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<PictureKey> m_wishes;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace mien::ui
