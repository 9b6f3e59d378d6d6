// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_cache.h"

#include <condition_variable>
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>

namespace mien::media {
namespace {

std::size_t bytesOf(const Frame& frame) {
    return frame.image.total() * frame.image.elemSize();
}

/// Frames first … last that are being decoded one after the other.
struct Run {
    std::int64_t next = 0;
    std::int64_t last = -1;
    bool empty() const { return next > last; }
};

} // namespace

struct FrameCache::State {
    State(std::unique_ptr<VideoSource> s, FrameCacheOptions o) : source(std::move(s)), options(o) {
        frameBytes = static_cast<std::size_t>(source->info().width) *
                     static_cast<std::size_t>(source->info().height) * 3;
    }

    // Set up once, then only read.
    const std::unique_ptr<VideoSource> source; ///< decoding only on `thread`; its tables from any
    const FrameCacheOptions options;

    mutable std::mutex mutex; ///< over everything from here to `idle`
    std::condition_variable wake;
    std::map<std::int64_t, FramePtr> frames;
    std::map<std::int64_t, Error> failed;
    std::size_t bytes = 0;
    std::size_t frameBytes = 0;
    std::int64_t cursor = 0;
    std::optional<std::int64_t> wanted; ///< asked for and not yet answered
    int direction = 1;
    bool directionFixed = false;
    Run run;
    std::int64_t decoded = 0;
    bool stopping = false;
    bool idle = false;

    std::mutex listenerMutex; ///< held while the listener runs; taken before `mutex` where both are needed
    Listener listener;
    std::thread thread;

    std::int64_t lastFrame() const { return source->info().frames - 1; }
    bool known(std::int64_t n) const { return frames.contains(n) || failed.contains(n); }

    /// Frames to hold in the direction of travel and against it.
    std::int64_t leading() const {
        const auto capacity =
            static_cast<std::int64_t>(options.budgetBytes / std::max<std::size_t>(1, frameBytes));
        return std::clamp<std::int64_t>((capacity - 1) * 2 / 3, 1, std::max(1, options.aheadFrames));
    }
    std::int64_t trailing() const { return std::max<std::int64_t>(1, leading() / 2); }
    std::int64_t above() const { return direction > 0 ? leading() : trailing(); }
    std::int64_t below() const { return direction > 0 ? trailing() : leading(); }

    /// How many frames next to the cursor are there already, up to `limit`.
    std::int64_t knownBeside(int step, std::int64_t limit) const {
        std::int64_t count = 0;
        while (count < limit && known(cursor + step * (count + 1)))
            ++count;
        return count;
    }

    /// Chooses what to decode when nothing is asked for. Backwards in runs, since a seek costs a whole group
    /// of pictures: a run begins when half of the stock is used up.
    bool planAhead() {
        if (!run.empty() && (run.last < cursor - below() || run.next > cursor + above()))
            run = {};
        while (!run.empty() && known(run.next))
            ++run.next;
        if (!run.empty())
            return true;
        const std::int64_t up = std::min(above(), lastFrame() - cursor);
        const std::int64_t down = std::min(below(), cursor);
        const std::int64_t haveUp = knownBeside(+1, up);
        const std::int64_t haveDown = knownBeside(-1, down);
        const Run upwards{cursor + haveUp + 1, cursor + up};
        const Run downwards{cursor - down, cursor - haveDown - 1};
        const bool wantsDown = haveDown < down && haveDown < (down + 1) / 2;
        const bool wantsUp = haveUp < up && (direction > 0 || haveUp < (up + 1) / 2);
        if (direction > 0 && wantsUp && haveUp < std::min<std::int64_t>(4, up))
            run = {upwards.next, std::min(upwards.last, cursor + 4)};
        else if (wantsDown)
            run = downwards;
        else if (wantsUp)
            run = upwards;
        return !run.empty();
    }

    void insert(FramePtr frame) {
        const std::int64_t n = frame->index.value;
        frameBytes = std::max<std::size_t>(1, bytesOf(*frame));
        bytes += frameBytes;
        frames[n] = std::move(frame);
        while (bytes > options.budgetBytes && frames.size() > 3) {
            // The end that lies further outside of what is wanted on its side goes first.
            const std::int64_t lowest = frames.begin()->first;
            const std::int64_t highest = frames.rbegin()->first;
            const bool low = (cursor - lowest) * above() > (highest - cursor) * below();
            const auto victim = low ? frames.begin() : std::prev(frames.end());
            if (victim->first == n) { // nothing lies further off than what was just decoded: enough is known
                run = {};
                if (frames.size() <= 4)
                    return;
            }
            bytes -= bytesOf(*victim->second);
            frames.erase(victim);
        }
    }

    void work() {
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [this] {
                idle = !stopping && !wanted && !planAhead();
                return !idle;
            });
            if (stopping)
                return;
            const std::int64_t n = wanted ? *wanted : run.next++;
            if (wanted)
                run = {};
            if (!known(n)) {
                lock.unlock();
                auto frame = source->read({n});
                lock.lock();
                ++decoded;
                if (frame)
                    insert(std::make_shared<const Frame>(std::move(*frame)));
                else
                    failed.emplace(n, std::move(frame).error());
            }
            if (wanted == n && !stopping)
                answer(n, lock);
        }
    }

    void answer(std::int64_t n, std::unique_lock<std::mutex>& lock) {
        wanted.reset();
        Delivery delivery{{n}, nullptr, {}};
        if (const auto at = frames.find(n); at != frames.end())
            delivery.frame = at->second;
        else
            delivery.error = failed[n];
        lock.unlock();
        {
            const std::lock_guard calling(listenerMutex);
            lock.lock();
            const bool call = listener && !stopping;
            lock.unlock();
            if (call)
                listener(delivery);
        }
        lock.lock();
    }
};

FrameCache::FrameCache(std::unique_ptr<VideoSource> source, FrameCacheOptions options)
    : m_state(std::make_unique<State>(std::move(source), options)) {
    m_state->thread = std::thread([state = m_state.get()] { state->work(); });
}

FrameCache::~FrameCache() {
    {
        const std::lock_guard noCallRuns(m_state->listenerMutex);
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->wake.notify_all();
    m_state->thread.join();
}

const MediaInfo& FrameCache::info() const {
    return m_state->source->info();
}
std::span<const double> FrameCache::timesS() const {
    return m_state->source->timesS();
}
std::string FrameCache::labelOf(FrameIndex index) const {
    return m_state->source->labelOf(index);
}
FrameIndex FrameCache::frameAt(double timeS) const {
    return m_state->source->frameAt(timeS);
}

void FrameCache::setListener(Listener listener) {
    const std::lock_guard lock(m_state->listenerMutex);
    m_state->listener = std::move(listener);
}

FramePtr FrameCache::request(FrameIndex index) {
    FramePtr found;
    {
        const std::lock_guard lock(m_state->mutex);
        State& s = *m_state;
        const std::int64_t n = std::clamp<std::int64_t>(index.value, 0, s.lastFrame());
        const std::int64_t moved = n - s.cursor;
        if (!s.directionFixed && moved != 0)
            s.direction = moved < 0 && -moved <= s.options.aheadFrames ? -1 : 1;
        s.cursor = n;
        s.idle = false; // until the thread has looked
        s.wanted.reset();
        if (const auto at = s.frames.find(n); at != s.frames.end())
            found = at->second;
        else
            s.wanted = n;
    }
    m_state->wake.notify_all();
    return found;
}

FramePtr FrameCache::tryGet(FrameIndex index) const {
    const std::lock_guard lock(m_state->mutex);
    const auto at = m_state->frames.find(index.value);
    return at != m_state->frames.end() ? at->second : nullptr;
}

void FrameCache::setDirection(int direction) {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->idle = false;
        m_state->directionFixed = direction != 0;
        m_state->direction = direction < 0 ? -1 : 1;
    }
    m_state->wake.notify_all();
}

FrameCache::Statistics FrameCache::statistics() const {
    const std::lock_guard lock(m_state->mutex);
    return {.cachedFrames = m_state->frames.size(),
            .cachedBytes = m_state->bytes,
            .decodedFrames = m_state->decoded,
            .idle = m_state->idle};
}

} // namespace mien::media
