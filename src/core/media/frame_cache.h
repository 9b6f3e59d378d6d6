// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_source.h"

#include <functional>
#include <memory>

namespace mien::media {

/// A frame shared between the cache and its readers; never changes after it was delivered.
using FramePtr = std::shared_ptr<const Frame>;

struct FrameCacheOptions {
    /// Decoded pictures kept, in bytes. At least three frames are kept, however large they are.
    std::size_t budgetBytes = std::size_t{384} << 20;
    /// How many frames are decoded ahead in the direction of travel, within the budget; as many as half of
    /// this lie behind the cursor.
    int aheadFrames = 64;
};

/// What a player reads from: a source on a thread of its own, and the decoded frames around a cursor.
///
/// No call blocks on decoding. Typical use, from the window's thread:
///
///     FrameCache cache(std::move(source));
///     cache.setListener([this](const FrameCache::Delivery& d) {       // called on the cache's thread:
///         QMetaObject::invokeMethod(this, [this, d] { show(d); });    // hop to one's own
///     });
///     if (auto frame = cache.request(FrameIndex{120}))                // shown at once where it is cached
///         show(*frame);                                               // (the listener is not called for it)
///
/// Each request moves the cursor. A request that is not yet answered is dropped when the next one comes
/// ("latest wins"), so scrubbing never queues up. When nothing is asked for, the thread decodes ahead of the
/// cursor in the direction of travel and then behind it: steps back come from memory like steps forward.
class FrameCache {
public:
    /// The answer to the latest request: a frame, or the sentence that says why there is none.
    struct Delivery {
        FrameIndex index;
        FramePtr frame; ///< null: see error
        Error error;
    };
    using Listener = std::function<void(const Delivery&)>;

    explicit FrameCache(std::unique_ptr<VideoSource> source, FrameCacheOptions options = {});
    /// Stops the thread after the frame in work; no listener call begins after the destructor was entered and
    /// none is running when it returns. Must not run inside the listener.
    ~FrameCache();
    FrameCache(const FrameCache&) = delete;
    FrameCache& operator=(const FrameCache&) = delete;

    /// What the source says of itself; unchanging, from any thread.
    const MediaInfo& info() const;
    std::span<const double> timesS() const;
    std::string labelOf(FrameIndex index) const;
    /// The frame shown at `timeS`, as VideoSource::frameAt.
    FrameIndex frameAt(double timeS) const;

    /// Who gets what request() could not answer at once; called on the cache's thread, once per answered
    /// request. Waits for a listener call that is running; not to be called inside the listener.
    void setListener(Listener listener);

    /// Moves the cursor to `index` (clamped into the film). Returns the frame where it is cached; otherwise
    /// null, and the listener gets it later unless another request comes first.
    FramePtr request(FrameIndex index);

    /// The frame where it is cached, else null; moves nothing and asks for nothing.
    FramePtr tryGet(FrameIndex index) const;

    /// Direction of travel for decoding ahead: +1, -1 (playing backwards), or 0 (as at first): it follows the
    /// last two requests.
    void setDirection(int direction);

    /// For a display of the cache's state and for tests.
    struct Statistics {
        std::size_t cachedFrames = 0;
        std::size_t cachedBytes = 0;
        std::int64_t decodedFrames = 0; ///< since the start, seeks' inner frames not counted
        bool idle = false;              ///< nothing asked for, nothing left to decode ahead
    };
    Statistics statistics() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace mien::media
