// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/spotting/network_input.h"
#include "core/spotting/running_median.h"
#include "network_films.h"
#include "support/verify.h"

#include <ctime>

namespace tst_network_input {

using namespace mien;
using namespace mien::spotting;

namespace {

const InputOptions kBoth{30.0, "movement+position"};

float valueOf(const NetworkInput& input, std::size_t sample, int region, int channel) {
    return input.values[(sample * motion::kRegionCount + static_cast<std::size_t>(region)) *
                            static_cast<std::size_t>(input.channels) +
                        static_cast<std::size_t>(channel)];
}

/// Random walks, another one of each region and axis.
motion::FaceMotionSeries walks(double fps, std::int64_t frames, std::uint64_t seed = 1) {
    std::vector<double> at(24, 0.0);
    Rng rng(seed);
    return test::film(fps, frames, [&](std::int64_t, int r, int axis) {
        return at[static_cast<std::size_t>(2 * r + axis)] += 0.01 * rng.normal();
    });
}

double median(std::vector<float> v) {
    std::ranges::sort(v);
    const std::size_t n = v.size();
    return static_cast<double>(n % 2 ? v[n / 2] : 0.5f * (v[n / 2 - 1] + v[n / 2]));
}

} // namespace

class TestNetworkInput : public QObject {
    Q_OBJECT

private slots:
    void atTheFilmsOwnRateNothingIsInterpolated_data() {
        QTest::addColumn<double>("fps");
        for (const double fps : {30.0, 29.97, 30000.0 / 1001.0, 30.2})
            QTest::addRow("%g", fps) << fps;
    }
    void atTheFilmsOwnRateNothingIsInterpolated() {
        QFETCH(double, fps);
        const auto series = walks(fps, 500);
        const auto input = networkInput(series, {});
        QCOMPARE(input.samples(), std::size_t{500});
        QCOMPARE(input.values.size(), std::size_t{500 * 12 * 2});
        for (std::size_t s = 0; s < 500; ++s)
            for (int r = 0; r < 12; ++r)
                for (int axis : {0, 1}) {
                    const auto& frames = series.frames;
                    const auto region = static_cast<std::size_t>(r);
                    const float expected = s == 0 ? 0.0f
                                                  : frames[s].displacement[region][axis] -
                                                        frames[s - 1].displacement[region][axis];
                    QCOMPARE(valueOf(input, s, r, axis), expected);
                }
    }

    void aSteadyMovementIsAsLargeASecondAtAnyRate_data() {
        QTest::addColumn<double>("fps");
        for (const double fps : {5.0, 15.0, 23.976, 25.0, 30.0, 60.0, 100.0, 200.0})
            QTest::addRow("%g", fps) << fps;
    }
    void aSteadyMovementIsAsLargeASecondAtAnyRate() {
        QFETCH(double, fps);
        // Region r moves by r hundredths a second to the right.
        const auto series =
            test::film(fps, static_cast<std::int64_t>(4 * fps), [&](std::int64_t i, int r, int axis) {
                return axis == 0 ? 0.01 * r * static_cast<double>(i) / fps : 0.0;
            });
        const auto input = networkInput(series, {});
        QVERIFY(input.samples() > 100);
        for (std::size_t s = 1; s < input.samples(); ++s) {
            QVERIFY(std::abs(valueOf(input, s, 7, 0) - 0.07f / 30.0f) < 1e-6f);
            QCOMPARE(valueOf(input, s, 7, 1), 0.0f);
        }
    }

    void movementAddsUpToTheDisplacement() {
        for (const double fps : {12.0, 30.0, 50.0, 200.0}) {
            const auto series = walks(fps, 700, 3);
            const auto input = networkInput(series, {});
            double sum = 0.0;
            for (std::size_t s = 0; s < input.samples(); ++s)
                sum += static_cast<double>(valueOf(input, s, 4, 1));
            // The last sample may lie a little before the last frame.
            const double at = static_cast<double>(input.samples() - 1) / input.samplesPerFrame();
            const auto frame = static_cast<std::size_t>(at);
            const double there =
                static_cast<double>(series.frames[frame].displacement[4][1]) +
                (frame + 1 < 700 ? (at - std::floor(at)) *
                                       static_cast<double>(series.frames[frame + 1].displacement[4][1] -
                                                           series.frames[frame].displacement[4][1])
                                 : 0.0);
            QVERIFY(std::abs(sum - (there - static_cast<double>(series.frames[0].displacement[4][1]))) <
                    1e-5);
        }
    }

    void framesAndSamplesAreInverse() {
        for (const double fps : {8.0, 23.976, 25.0, 29.97, 30.0, 60.0, 200.0}) {
            const auto input = networkInput(walks(fps, 1000), {});
            for (std::size_t s = 0; s < input.samples(); ++s) {
                const auto frame = input.frameOf(static_cast<double>(s));
                QVERIFY(frame.value >= 0 && frame.value < 1000);
                QVERIFY(std::abs(input.sampleOf(frame) - static_cast<double>(s)) <=
                        0.5 * input.samplesPerFrame() + 1e-9);
            }
            const auto covered =
                static_cast<std::int64_t>(static_cast<double>(input.samples() - 1) / input.samplesPerFrame());
            for (std::int64_t f = 0; f <= covered; ++f)
                QCOMPARE(input.frameOf(input.sampleOf({f})), FrameIndex{f});
        }
    }
    void framesBeyondTheFilmAreItsEnds() {
        const auto input = networkInput(walks(30, 40), {});
        QCOMPARE(input.frameOf(-5), FrameIndex{0});
        QCOMPARE(input.frameOf(1e6), FrameIndex{39});
        QCOMPARE(input.sampleOf({-1}), 0.0);
        QCOMPARE(input.sampleOf({4000}), 39.0);
    }

    void gapsEndMovementAndRest() {
        // Frames 10 … 12 cannot be scored; behind them everything stands elsewhere.
        const auto series = test::film(
            30, 30,
            [](std::int64_t i, int, int) { return (i < 10 ? 0.0 : 5.0) + 0.001 * static_cast<double>(i); },
            [](std::int64_t i) { return i >= 10 && i <= 12; });
        const auto input = networkInput(series, kBoth);
        for (std::size_t s = 0; s < 30; ++s) {
            const bool hidden = s >= 10 && s <= 12;
            QCOMPARE(static_cast<int>(input.scorable[s]), hidden ? 0 : 1);
            const float movement = hidden || s == 0 || s == 13 ? 0.0f : 0.001f;
            QVERIFY(std::abs(valueOf(input, s, 3, 0) - movement) < 1e-6f);
            // Rest is the middle of each run: the median of 0 … 9 is 4.5, of 13 … 29 is 21.
            const double rest = s < 10 ? 4.5 : 21.0;
            const double position = hidden ? 0.0 : 0.001 * (static_cast<double>(s) - rest);
            QVERIFY(std::abs(static_cast<double>(valueOf(input, s, 3, 2)) - position) < 1e-6);
        }
    }
    void aSampleCanBeScoredAsItsNearestFrameCan() {
        for (const double fps : {10.0, 24.0, 100.0}) {
            const auto series = test::film(
                fps, 200, [](std::int64_t i, int, int) { return static_cast<double>(i % 7); },
                [](std::int64_t i) { return i % 9 == 4 || (i > 60 && i < 100); });
            const auto input = networkInput(series, {});
            for (std::size_t s = 0; s < input.samples(); ++s) {
                const auto frame = static_cast<std::size_t>(input.frameOf(static_cast<double>(s)).value);
                QCOMPARE(input.scorable[s] != 0, series.frames[frame].state == face::Scorability::Scorable);
            }
        }
    }
    void aJumpAcrossAGapShorterThanASampleIsNoMovement() {
        // 200 frames a second: frame 50 alone is hidden, no sample is nearest to it.
        const auto series = test::film(
            200, 100, [](std::int64_t i, int, int) { return i < 50 ? 0.0 : 1.0; },
            [](std::int64_t i) { return i == 51; });
        const auto input = networkInput(series, {});
        float largest = 0;
        for (std::size_t s = 0; s < input.samples(); ++s)
            largest = std::max(largest, std::abs(valueOf(input, s, 0, 0)));
        QCOMPARE(largest, 0.0f); // frame 50 belongs to the run before, but no sample sees it
    }
    void aPositionThatIsNoNumberCannotBeScored() {
        auto series = walks(30, 20);
        series.frames[7].displacement[2][1] = std::numeric_limits<float>::quiet_NaN();
        const auto input = networkInput(series, kBoth);
        QCOMPARE(static_cast<int>(input.scorable[7]), 0);
        QVERIFY(std::ranges::all_of(input.values, [](float v) { return std::isfinite(v); }));
    }

    void positionIsAgainstTheMedianOfSixSecondsOnBothSides() {
        const auto series = walks(10, 300, 5);
        const auto input = networkInput(series, InputOptions{10.0, "movement+position"});
        for (const std::size_t s : {0u, 1u, 59u, 60u, 61u, 150u, 239u, 240u, 298u, 299u}) {
            std::vector<float> window;
            for (std::size_t i = s > 60 ? s - 60 : 0; i <= std::min<std::size_t>(299, s + 60); ++i)
                window.push_back(series.frames[i].displacement[9][0]);
            const double expected = static_cast<double>(series.frames[s].displacement[9][0]) - median(window);
            QVERIFY(std::abs(static_cast<double>(valueOf(input, s, 9, 2)) - expected) < 1e-6);
        }
    }
    void expressionsOneAfterTheOtherDoNotMoveTheRest() {
        // The mouth is away from rest for 40 of every 60 frames, each time elsewhere, as in a film of acted
        // expressions.
        const auto height = [](std::int64_t i) { return 0.08 * static_cast<double>(1 + i / 60); };
        const auto series = test::film(30, 360, [&](std::int64_t i, int region, int axis) {
            return region >= 8 && axis == 1 && i % 60 >= 15 && i % 60 < 55 ? height(i) : 0.0;
        });
        const auto median = networkInput(series, kBoth);
        const auto rest = networkInput(series, InputOptions{30.0, "movement+rest"});
        for (const std::size_t s : {65u, 125u, 185u, 245u}) { // at rest
            QVERIFY(valueOf(median, s, 9, 3) < -0.05f);
            QVERIFY(std::abs(valueOf(rest, s, 9, 3)) < 0.01f);
            const auto apex = static_cast<float>(height(static_cast<std::int64_t>(s)));
            QVERIFY(std::abs(valueOf(rest, s + 30, 9, 3) - apex) < 0.01f);
        }
    }
    void movementIsTheSameWhateverItIsSeenBeside() {
        const auto series = walks(30, 200, 7);
        const auto alone = networkInput(series, {});
        for (const auto* signal : {"movement+position", "movement+rest"}) {
            const auto input = networkInput(series, InputOptions{30.0, signal});
            for (std::size_t s = 0; s < alone.samples(); ++s)
                for (int r = 0; r < 12; ++r)
                    for (int axis = 0; axis < 2; ++axis)
                        QCOMPARE(valueOf(input, s, r, axis), valueOf(alone, s, r, axis));
        }
    }
    void runsOfOneAndTwoSamplesAreAtRest() {
        const auto series = test::film(
            30, 40, [](std::int64_t i, int, int) { return i < 20 ? 0.0 : 1.0; },
            [](std::int64_t i) { return i == 1 || i == 19 || i == 21 || i == 24; });
        const auto input = networkInput(series, InputOptions{30.0, "movement+rest"});
        QVERIFY(std::ranges::all_of(input.values, [](float v) { return std::isfinite(v); }));
        for (const std::size_t s : {0u, 20u, 22u, 23u})
            QVERIFY(std::abs(valueOf(input, s, 3, 2)) < 1e-5f);
    }
    void theRunningMedianIsTheMedianOfEachWindow() {
        Rng rng(2);
        for (const std::size_t n : {0u, 1u, 2u, 3u, 10u, 57u}) {
            std::vector<float> values(n);
            for (float& v : values)
                v = static_cast<float>(rng.below(6)); // many equal ones
            for (const std::size_t half : {0u, 1u, 4u, 28u, 100u}) {
                const auto medians = runningMedian(values, half);
                QCOMPARE(medians.size(), n);
                for (std::size_t i = 0; i < n; ++i) {
                    const auto first = values.begin() + static_cast<std::ptrdiff_t>(i > half ? i - half : 0);
                    const auto last = values.begin() + static_cast<std::ptrdiff_t>(std::min(n, i + half + 1));
                    QCOMPARE(static_cast<double>(medians[i]), median(std::vector<float>(first, last)));
                }
            }
        }
    }

    void filmsOfNoOneAndTwoFrames() {
        for (const std::int64_t frames : {0, 1, 2}) {
            for (const double fps : {10.0, 30.0, 200.0}) {
                const auto input = networkInput(walks(fps, frames), kBoth);
                QCOMPARE(input.filmFrames, frames);
                QCOMPARE(input.values.size(), input.samples() * 48);
                QCOMPARE(input.samples() > 0, frames > 0);
                if (frames == 1) {
                    QCOMPARE(input.samples(), std::size_t{1});
                    QVERIFY(std::ranges::all_of(input.values, [](float v) { return v == 0.0f; }));
                    QCOMPARE(input.frameOf(0), FrameIndex{0});
                }
            }
        }
        QCOMPARE(networkInput(walks(30, 2), {}).samples(), std::size_t{2});
        motion::FaceMotionSeries broken = walks(30, 5);
        broken.fps = 0.0;
        QCOMPARE(networkInput(broken, {}).samples(), std::size_t{0});
    }

    void normalisationIsOfScorableSamplesAlone() {
        auto a = test::blankInput(2), b = test::blankInput(1);
        for (int r = 0; r < 12; ++r) {
            const auto at = static_cast<std::size_t>(r * 2);
            a.values[at] = 1.0f;        // sample 0, x
            a.values[24 + at] = 100.0f; // sample 1, x: cannot be scored
            b.values[at] = 5.0f;
        }
        a.scorable[1] = 0;
        const std::vector<const NetworkInput*> films{&a, &b};
        const auto n = normalisationOf(films);
        QCOMPARE(n.mean, (std::vector<double>{3.0, 0.0}));
        QCOMPARE(n.deviation, (std::vector<double>{2.0, 1.0})); // y never moves: 1
        const auto values = normalised(a, n);
        QCOMPARE(values[0], -1.0f);
        QCOMPARE(values[24], 48.5f);
        QCOMPARE(normalisationOf({}), Normalisation{});
    }
    void stillIsNotTheZeroOfWhatIsNormalised() {
        auto a = networkInput(walks(30, 100), kBoth);
        a.scorable[5] = 0;
        const auto still = withoutMovement(a);
        QCOMPARE(still.scorable, a.scorable);
        QCOMPARE(still.samples(), a.samples());
        // What a film gives in which nothing moves.
        const auto truth =
            networkInput(test::film(30, 100, [](std::int64_t, int r, int) { return 0.1 * r; }), kBoth);
        QCOMPARE(still.values, truth.values);
        const Normalisation n{{0.5, 0, 0, 0}, {2, 1, 1, 1}};
        QCOMPARE(normalised(still, n)[0], -0.25f);
    }
    void maskedRegionsAreStillAndTheOthersAsTheyWere() {
        const auto a = networkInput(walks(30, 50), kBoth);
        const std::vector<int> kept{0, 11};
        const auto masked = onlyRegions(a, kept);
        for (std::size_t s = 0; s < 50; ++s)
            for (int r = 0; r < 12; ++r)
                for (int c = 0; c < 4; ++c)
                    QCOMPARE(valueOf(masked, s, r, c), r == 0 || r == 11 ? valueOf(a, s, r, c) : 0.0f);
        std::vector<int> all(12);
        for (int r = 0; r < 12; ++r)
            all[static_cast<std::size_t>(r)] = r;
        QCOMPARE(onlyRegions(a, all).values, a.values);
        QCOMPARE(onlyRegions(a, {}).values, withoutMovement(a).values);
    }

    void anHourOfFilmTakesLessThanASecond() {
        const auto series = walks(30, 30 * 3600);
        const auto begin = std::clock();
        const auto input = networkInput(series, kBoth);
        const std::vector<const NetworkInput*> films{&input};
        const auto values = normalised(input, normalisationOf(films));
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        qInfo("%.3f s of processor time", seconds);
        QCOMPARE(values.size(), std::size_t{30 * 3600 * 48});
        QVERIFY2(seconds < 10.0, "an hour of film should take a fraction of a second");
    }
};

MIEN_TEST(TestNetworkInput)

} // namespace tst_network_input

#include "tst_network_input.moc"
