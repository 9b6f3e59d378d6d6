// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "ui/timeline/thumbnail_strip.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

namespace mien::ui::timeline {

/// Decodes small pictures of one film on a thread of its own, with a decoder of its own. A film that cannot
/// be opened or a damaged frame gives no picture; the player is the one to say so. Destroying it stops the
/// work.
class ThumbnailProvider : public QObject {
    Q_OBJECT

public:
    /// `fps` is needed for folders of images; `cacheDir` as in media::OpenOptions.
    explicit ThumbnailProvider(std::filesystem::path film, std::optional<Rational> fps = {},
                               std::filesystem::path cacheDir = {}, QObject* parent = nullptr);
    ~ThumbnailProvider() override;

    /// For TimelineView::setThumbnailSource. Gives nothing any more once the provider is gone.
    ThumbnailSource source();

private:
    struct Wish {
        FrameIndex frame;
        QSize size;
        ThumbnailSource::Deliver deliver;
    };

    void work(const std::stop_token& stop);
    std::optional<Wish> nextWish(const std::stop_token& stop);

    std::filesystem::path m_film;
    std::optional<Rational> m_fps;
    std::filesystem::path m_cacheDir;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Wish> m_wishes;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace mien::ui::timeline
