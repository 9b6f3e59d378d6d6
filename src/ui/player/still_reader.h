// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_source.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace mien::ui {

/// Single frames from anywhere in the film, beside the player: pinned neutral frames and thumbnails. Has a
/// source and a thread of its own, so that playing never waits for it.
class StillReader : public QObject {
    Q_OBJECT
public:
    using Deliver = std::function<void(const media::Frame&, const QImage& scaled)>;

    explicit StillReader(std::unique_ptr<media::VideoSource> source, QObject* parent = nullptr);
    ~StillReader() override;

    /// `deliver` is called in the window's thread, or never where the frame cannot be read. `size`: the
    /// picture is scaled into it; empty: no picture, only the frame. `first`: before all that waits.
    void request(FrameIndex frame, QSize size, Deliver deliver, bool first = false);
    void dropPending(); ///< forgets thumbnails that were not begun

private:
    struct Wish {
        FrameIndex frame;
        QSize size;
        Deliver deliver;
    };
    void work(const std::stop_token& stop);

    std::unique_ptr<media::VideoSource> m_source; ///< the thread's alone
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Wish> m_wishes;
    std::jthread m_thread; ///< last: starts when all else is there
};

} // namespace mien::ui
