// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/media/frame_cache.h"
#include "core/media/video_writer.h"
#include "support/frame_pattern.h"
#include "support/verify.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <thread>

namespace tst_frame_cache {

using namespace mien;
using namespace mien::media;
namespace fs = std::filesystem;

namespace {

/// A source without a film: frame N shows the number N. Counts reads, and can be made to wait at each.
class CountedSource final : public VideoSource {
public:
    explicit CountedSource(int frames) {
        m_info.frames = frames;
        m_info.width = 48;
        m_info.height = 32;
        m_info.fps = {25, 1};
        for (int n = 0; n < frames; ++n)
            m_times.push_back(n / 25.0);
    }
    const MediaInfo& info() const override { return m_info; }
    std::span<const double> timesS() const override { return m_times; }
    std::string labelOf(FrameIndex index) const override { return std::to_string(index.value); }
    Result<Frame> read(FrameIndex index) override {
        if (gate)
            gate->acquire();
        ++reads;
        if (index.value == broken)
            return fail(ErrorCode::Corrupt, "This frame is broken.");
        cv::Mat image;
        cv::cvtColor(test::framePattern(static_cast<int>(index.value), 48, 32), image, cv::COLOR_GRAY2BGR);
        return Frame{index, timeOf(index), image};
    }
    Result<std::optional<Frame>> next() override { return std::optional<Frame>(); }

    std::atomic<int> reads = 0;
    std::int64_t broken = -1;
    QSemaphore* gate = nullptr;

private:
    MediaInfo m_info;
    std::vector<double> m_times;
};

constexpr std::size_t pictureBytes = 48 * 32 * 3;

/// What the listener got, for the test's thread to wait on.
struct Received {
    std::mutex mutex;
    std::vector<FrameCache::Delivery> all;
    void add(const FrameCache::Delivery& d) {
        const std::lock_guard lock(mutex);
        all.push_back(d);
    }
    std::size_t count() {
        const std::lock_guard lock(mutex);
        return all.size();
    }
};

/// Polls finer than QTest::qWaitFor, whose 10 ms a step would add up over hundreds of them.
template <class Condition>
bool waitFor(Condition condition) {
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < 60'000;) {
        if (condition())
            return true;
        std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
    return false;
}

bool waitIdle(const FrameCache& cache) {
    return waitFor([&] { return cache.statistics().idle; });
}

} // namespace

class TestFrameCache : public QObject {
    Q_OBJECT

private slots:
    void stepsBothWaysComeFromMemory() {
        FrameCache cache(std::make_unique<CountedSource>(1000), {.budgetBytes = 200 * pictureBytes});
        cache.request({500});
        QVERIFY(waitIdle(cache));
        int missed = 0;
        for (int n = 499; n > 400; --n) {
            const FramePtr frame = cache.request({n});
            missed += !frame;
            if (frame)
                QCOMPARE(test::readFramePattern(frame->image), n);
            QVERIFY(waitIdle(cache));
        }
        for (int n = 402; n < 600; ++n) {
            missed += !cache.request({n});
            QVERIFY(waitIdle(cache));
        }
        QCOMPARE(missed, 0);
    }

    void missesAreDeliveredOnce() {
        Received received;
        FrameCache cache(std::make_unique<CountedSource>(100));
        cache.setListener([&](const FrameCache::Delivery& d) { received.add(d); });
        QVERIFY(!cache.request({70}));
        QVERIFY(waitFor([&] { return received.count() == 1; }));
        QCOMPARE(received.all[0].index, FrameIndex{70});
        QCOMPARE(test::readFramePattern(received.all[0].frame->image), 70);
        QVERIFY(cache.request({70}));
        QVERIFY(waitIdle(cache));
        QCOMPARE(received.count(), std::size_t{1});
    }

    void latestRequestWins() {
        QSemaphore gate;
        auto source = std::make_unique<CountedSource>(1000);
        source->gate = &gate;
        Received received;
        FrameCache cache(std::move(source));
        cache.setListener([&](const FrameCache::Delivery& d) { received.add(d); });
        for (int n = 100; n <= 900; n += 100)
            QVERIFY(!cache.request({n}));
        gate.release(100'000);
        QVERIFY(waitIdle(cache));
        // The thread was held in its first frame: of nine requests only the last one is answered.
        QCOMPARE(received.count(), std::size_t{1});
        QCOMPARE(received.all[0].index, FrameIndex{900});
    }

    void callersNeverWait() {
        QSemaphore gate;
        auto source = std::make_unique<CountedSource>(1000);
        source->gate = &gate;
        FrameCache cache(std::move(source));
        QElapsedTimer clock;
        clock.start();
        for (int n = 0; n < 1000; ++n) {
            cache.request({n});
            cache.tryGet({n});
            cache.statistics();
        }
        // Whoever waited for a picture would wait for ever: the gate is shut. The limit is for slow machines.
        QVERIFY(clock.elapsed() < 20'000);
        gate.release(100'000);
    }

    void memoryStaysWithinTheBudget() {
        constexpr std::size_t budget = 40 * pictureBytes;
        FrameCache cache(std::make_unique<CountedSource>(2000), {.budgetBytes = budget});
        Rng rng(3);
        for (int n = 0; n < 50; ++n) {
            cache.request({static_cast<std::int64_t>(rng.below(2000))});
            QVERIFY(waitIdle(cache));
            QVERIFY(cache.statistics().cachedBytes <= budget);
            QVERIFY(cache.statistics().cachedFrames > 10);
        }
    }

    void tinyBudgetStillShowsFrames() {
        FrameCache cache(std::make_unique<CountedSource>(50), {.budgetBytes = 1});
        for (int n = 0; n < 50; n += 7) {
            cache.request({n});
            QVERIFY(waitFor([&] { return cache.tryGet({n}) != nullptr; }));
            QVERIFY(waitIdle(cache));
            QVERIFY(cache.tryGet({n}));
            QVERIFY(cache.statistics().cachedFrames <= 4);
        }
    }

    void backwardsPlayingDecodesEachFrameAboutOnce() {
        auto source = std::make_unique<CountedSource>(3000);
        const CountedSource* counted = source.get();
        FrameCache cache(std::move(source), {.budgetBytes = 300 * pictureBytes});
        cache.setDirection(-1);
        for (int n = 2000; n > 1500; --n) {
            cache.request({n});
            QVERIFY(waitIdle(cache));
        }
        // 500 shown; besides at most 64 ahead of frame 0 before the first request, 64 below, 32 above.
        QVERIFY2(counted->reads <= 500 + 64 + 64 + 32, QByteArray::number(counted->reads).constData());
    }

    void brokenFrameIsToldAndNotTriedAgain() {
        auto source = std::make_unique<CountedSource>(100);
        source->broken = 50;
        const CountedSource* counted = source.get();
        Received received;
        FrameCache cache(std::move(source));
        cache.setListener([&](const FrameCache::Delivery& d) { received.add(d); });
        for (std::size_t times = 1; times <= 3; ++times) {
            QVERIFY(!cache.request({50}));
            QVERIFY(waitFor([&] { return received.count() == times; }));
            QVERIFY(!received.all.back().frame);
            QCOMPARE(received.all.back().error.code, ErrorCode::Corrupt);
        }
        QVERIFY(waitIdle(cache));
        QCOMPARE(counted->reads.load(), static_cast<int>(cache.statistics().cachedFrames) + 1);
    }

    void shutsDownWhileBusy() {
        for (int round = 0; round < 50; ++round) {
            std::atomic<bool> gone = false;
            std::atomic<int> late = 0;
            {
                FrameCache cache(std::make_unique<CountedSource>(500));
                cache.setListener([&](const FrameCache::Delivery&) { late += gone; });
                cache.request({round * 7});
                if (round % 2 == 0)
                    std::this_thread::yield();
            }
            gone = true;
            QCOMPARE(late.load(), 0);
        }
    }

    void manyThreadsMayAsk() {
        FrameCache cache(std::make_unique<CountedSource>(300), {.budgetBytes = 30 * pictureBytes});
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                Rng rng(static_cast<std::uint64_t>(t));
                for (int n = 0; n < 500; ++n) {
                    const auto at = static_cast<std::int64_t>(rng.below(300));
                    if (const FramePtr frame = n % 2 ? cache.request({at}) : cache.tryGet({at}))
                        wrong += test::readFramePattern(frame->image) != at;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void realFilmIsShownFrameByFrame() {
        QTemporaryDir folder;
        const fs::path path = fs::path(folder.path().toStdString()) / "film.mp4";
        auto writer =
            VideoWriter::create(path, {.width = 96, .height = 64, .fps = {200, 1}, .keyFrameInterval = 120});
        MIEN_VERIFY(writer);
        for (int n = 0; n < 300; ++n)
            MIEN_VERIFY((*writer)->write(test::framePattern(n, 96, 64)));
        MIEN_VERIFY((*writer)->finish());
        // One thread: the thread sanitizer cannot see into FFmpeg's own.
        auto source = openMedia(path, {.decodeThreads = 1}, {});
        MIEN_VERIFY(source);
        Received received;
        FrameCache cache(std::move(*source), {.budgetBytes = 60 * 96 * 64 * 3});
        cache.setListener([&](const FrameCache::Delivery& d) { received.add(d); });
        Rng rng(5);
        for (int n = 0; n < 100; ++n) {
            const auto at = static_cast<std::int64_t>(rng.below(300));
            const std::size_t before = received.count();
            FramePtr frame = cache.request({at});
            if (!frame) {
                QVERIFY(waitFor([&] { return received.count() > before; }));
                frame = received.all.back().frame;
            }
            QVERIFY(frame);
            QCOMPARE(test::readFramePattern(frame->image), int(at));
        }
    }
};

MIEN_TEST(TestFrameCache)

} // namespace tst_frame_cache

#include "tst_frame_cache.moc"
