// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/evaluation/interval_matching.h"
#include "support/verify.h"

#include <functional>

namespace tst_interval_matching {

using namespace mien;
using namespace mien::evaluation;

namespace {

/// The definition itself: the best over all ways of pairing, for tables of a few rows.
std::int64_t bestByTrying(const std::vector<HalfOpen>& truths, const std::vector<HalfOpen>& predictions,
                          HitRule rule) {
    std::vector<bool> used(predictions.size());
    const std::function<std::int64_t(std::size_t)> best = [&](std::size_t t) -> std::int64_t {
        if (t == truths.size())
            return 0;
        auto most = best(t + 1);
        for (std::size_t p = 0; p < predictions.size(); ++p) {
            if (used[p] || !rule.hits(truths[t], predictions[p]))
                continue;
            used[p] = true;
            most = std::max(most, 1 + best(t + 1));
            used[p] = false;
        }
        return most;
    };
    return best(0);
}

std::vector<HalfOpen> randomIntervals(Rng& rng, std::size_t count) {
    std::vector<HalfOpen> out(count);
    for (auto& i : out) {
        i.begin = static_cast<std::int64_t>(rng.below(30));
        i.end = i.begin + static_cast<std::int64_t>(rng.below(20)); // sometimes empty
    }
    return out;
}

} // namespace

class TestIntervalMatching : public QObject {
    Q_OBJECT

private slots:
    void theThresholdIsExactAtEveryRatio() {
        // 5 of 10 frames is 0.5, 1 of 10 is 0.1: reached, not exceeded.
        QVERIFY((HitRule{0.5, false}.hits({0, 10}, {0, 5})));
        QVERIFY(!(HitRule{0.5, true}.hits({0, 10}, {0, 5})));
        QVERIFY((HitRule{0.1, false}.hits({0, 10}, {9, 10})));
        QVERIFY(!(HitRule{0.1, true}.hits({0, 10}, {9, 10})));
        QVERIFY(!(HitRule{0.5, false}.hits({0, 11}, {0, 5})));
        QVERIFY(!(HitRule{0.5, false}.hits({3, 3}, {3, 3})));
    }

    void overlapIsSymmetricAndBounded() {
        Rng rng(1);
        const auto intervals = randomIntervals(rng, 60);
        for (const auto& a : intervals)
            for (const auto& b : intervals) {
                QCOMPARE(intersectionOverUnion(a, b), intersectionOverUnion(b, a));
                QVERIFY(intersectionOverUnion(a, b) >= 0.0 && intersectionOverUnion(a, b) <= 1.0);
            }
    }

    void findsTheMostPairsThatThereAre() {
        Rng rng(2);
        for (int round = 0; round < 3000; ++round) {
            const auto truths = randomIntervals(rng, rng.below(7));
            const auto predictions = randomIntervals(rng, rng.below(7));
            for (const HitRule rule : {HitRule{0.5, false}, HitRule{0.2, true}, HitRule{0.8, false}}) {
                const HitTable table(truths, predictions, rule);
                QCOMPARE(*table.maximumMatching({}), bestByTrying(truths, predictions, rule));
            }
        }
    }

    void countsPairsByDefinition() {
        Rng rng(3);
        for (int round = 0; round < 500; ++round) {
            const auto truths = randomIntervals(rng, rng.below(9));
            const auto predictions = randomIntervals(rng, rng.below(9));
            const HitRule rule{0.4, false};
            std::int64_t pairs = 0;
            for (const auto& t : truths)
                for (const auto& p : predictions)
                    pairs += rule.hits(t, p);
            QCOMPARE(HitTable(truths, predictions, rule).allPairs({})->pairs, pairs);
        }
    }

    void manyEqualIntervalsTakeNoLongerThanTheyMust() {
        const std::vector<HalfOpen> truths(20'000, {5, 25}), predictions(15'000, {7, 26});
        QCOMPARE(*HitTable(truths, predictions, {}).maximumMatching({}), std::int64_t{15'000});
    }

    void stopsWhenCancelled() {
        std::stop_source source;
        source.request_stop();
        const JobContext job{source.get_token(), {}, 1};
        const HitTable table({{0, 5}}, {{0, 5}}, {});
        QVERIFY(!table.maximumMatching(job));
        QVERIFY(!table.allPairs(job));
    }
};

MIEN_TEST(TestIntervalMatching)

} // namespace tst_interval_matching

#include "tst_interval_matching.moc"
