// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "sample_content.h"
#include "support/test_program.h"
#include "ui/timeline/tier_items.h"

#include <QtTest>

namespace tst_item_index {

using namespace mien;
using namespace mien::ui::timeline;

class TestItemIndex : public QObject {
    Q_OBJECT

private slots:
    void equalsBruteForce_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("longest");
        QTest::newRow("none") << 0 << 10;
        QTest::newRow("few") << 7 << 40;
        QTest::newRow("one block exactly") << 64 << 40;
        QTest::newRow("many short") << 9000 << 6;
        QTest::newRow("many, some very long") << 9000 << 4000;
    }

    void equalsBruteForce() {
        QFETCH(int, count);
        QFETCH(int, longest);
        Rng rng(std::uint64_t(count + longest));
        std::vector<FrameInterval> intervals;
        for (int i = 0; i < count; ++i) {
            const auto first = std::int64_t(rng.below(10000));
            const bool isLong = rng.uniform() < 0.02;
            intervals.push_back(
                {{first}, {first + std::int64_t(rng.below(std::uint64_t(isLong ? longest : 6)))}});
        }
        std::sort(intervals.begin(), intervals.end(), [](auto& a, auto& b) { return a.first < b.first; });
        const ItemIndex index(intervals);
        for (int trial = 0; trial < 150; ++trial) {
            const auto first = std::int64_t(rng.below(10200)) - 100;
            const FrameInterval stretch{{first}, {first + std::int64_t(rng.below(300))}};
            std::vector<std::size_t> expected, found;
            std::size_t beginning = 0;
            for (std::size_t i = 0; i < intervals.size(); ++i) {
                if (intervals[i].overlapFrames(stretch) > 0)
                    expected.push_back(i);
                beginning += stretch.contains(intervals[i].first) ? 1 : 0;
            }
            index.forEachTouching(stretch, [&](std::size_t i) { found.push_back(i); });
            QCOMPARE(found, expected);
            QCOMPARE(index.countBeginningIn(stretch), beginning);
            const auto any = index.anyTouching(stretch);
            QCOMPARE(any.has_value(), !expected.empty());
            if (any)
                QCOMPARE(*any, expected.back());
        }
    }

    void overlappingItemsGetLevelsOfTheirOwn() {
        using test::item;
        const TierItems items(
            {item(1, 1, 0, {}, 10), item(1, 2, 5, {}, 20), item(1, 3, 11, {}, 30), item(1, 4, 12, {}, 13)});
        QCOMPARE(items.levels(), 3);
        QCOMPARE(items.levelOf(0), 0);
        QCOMPARE(items.levelOf(1), 1);
        QCOMPARE(items.levelOf(2), 0); // begins where the first has just ended
        QCOMPARE(items.levelOf(3), 2);
    }

    void itemsArePutReplacedAndRemoved() {
        using test::item;
        TierItems items({item(1, 1, 0, {}, 10), item(1, 2, 20, {}, 30)});
        items.put(item(1, 1, 40, {}, 50)); // moves behind the other
        items.put(item(1, 3, 5, {}, 6));
        QCOMPARE(items.items().size(), 3u);
        QCOMPARE(items.items()[0].id, 3);
        QCOMPARE(items.items()[2].id, 1);
        QCOMPARE(items.find(1)->onset.value, 40);
        QCOMPARE(*items.index().anyTouching({{45}, {45}}), 2u);
        QVERIFY(items.remove(2));
        QVERIFY(!items.remove(2));
        QVERIFY(items.find(2) == nullptr);
        QCOMPARE(*items.positionOf(1), 1u);
    }
};

MIEN_TEST(TestItemIndex)

} // namespace tst_item_index

#include "tst_item_index.moc"
