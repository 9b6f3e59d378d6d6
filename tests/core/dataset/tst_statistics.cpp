// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/statistics.h"
#include "made_table.h"
#include "support/verify.h"

namespace tst_statistics {

using namespace mien;
using namespace mien::dataset;
using mien::test::MadeTable;

namespace {

using Three = std::array<std::int64_t, 3>;

bool says(const SourceStatistics& s, const char* text) {
    const bool found = std::any_of(s.findings.begin(), s.findings.end(), [&](const std::string& finding) {
        return finding.find(text) != std::string::npos;
    });
    if (!found)
        for (const auto& finding : s.findings)
            qWarning("%s", finding.c_str());
    return found;
}

/// Spans of as many rows as CAS(ME)² has in each bin of offset - onset: 167, 111, 35 with an offset (57 of
/// them micro, all short), 44 macro rows without.
MadeTable casLike() {
    MadeTable table(30);
    table.add("casme_1", 100, 105, 112, true, "4", 57);
    table.add("casme_1", 100, 110, 130, false, "12", 110); // 30 lies in the small bin
    table.add("casme_2", 100, 115, 131, false, "1+2", 111);
    table.add("casme_2", 100, 130, 180, false, "14", 35);
    table.add("casme_3", 100, 108, 0, false, "12", 44);
    return table;
}

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void typesAreCountedWithAndWithoutTheRowsThatLackAnOffset() {
        auto table = casLike();
        const auto all = statisticsOf(table.data());
        QCOMPARE(all.size(), std::size_t{1});
        const auto& s = all.front();
        QCOMPARE(s.source, std::string("casme"));
        QCOMPARE(s.all.micro, 57);
        QCOMPARE(s.all.macro, 300);
        QCOMPARE(s.withoutOffset, 44);
        QCOMPARE(QString::number(s.all.microPercent(), 'f', 2), QString("15.97"));
        QCOMPARE(QString::number(s.withOffset.microPercent(), 'f', 2), QString("18.21"));
        QCOMPARE(QString::number(s.withOffset.macroPercent(), 'f', 2), QString("81.79"));
        QCOMPARE(s.withOffset.all(), 313);
        QVERIFY(says(s, "leave out the 44 rows without offset"));
    }

    void durationsFallIntoThePrintedBins() {
        auto table = casLike();
        const auto s = statisticsOf(table.data()).front();
        const auto& with = s.durations[0];
        const auto& all = s.durations[1];
        QCOMPARE(with.offsetOnset.counts, (Three{167, 111, 35}));
        QCOMPARE(QString::number(with.offsetOnset.percent()[0], 'f', 1), QString("53.4"));
        QCOMPARE(QString::number(with.offsetOnset.percent()[1], 'f', 1), QString("35.5"));
        QCOMPARE(QString::number(with.offsetOnset.percent()[2], 'f', 1), QString("11.2"));
        // An offset of 0 is left in: a negative span, in the small bin.
        QCOMPARE(all.offsetOnset.counts, (Three{211, 111, 35}));
        QCOMPARE(QString::number(all.offsetOnset.percent()[0], 'f', 1), QString("59.1"));
        QCOMPARE(with.offsetApex.counts, (Three{278, 0, 35}));
        QCOMPARE(with.apexOnset.counts, (Three{167, 111, 35}));
        QCOMPARE(all.apexOnset.counts, (Three{211, 111, 35}));
        QVERIFY(!with.offsetApexExchanged);
        QCOMPARE(s.microDurations.offsetOnset.counts, (Three{57, 0, 0}));
        QCOMPARE(s.macroDurations.offsetOnset.counts, (Three{110, 111, 35}));
        QVERIFY(says(s, "offset - onset (53.4 / 35.5 / 11.1) fits the rows with an offset better"));
    }

    void lengthsCountBothEnds() {
        auto table = casLike();
        const auto s = statisticsOf(table.data()).front();
        QCOMPARE(s.microLength.n, 57);
        QCOMPARE(s.microLength.median, 13.0);
        QCOMPARE(s.macroLength.shortest, 31);
        QCOMPARE(s.macroLength.longest, 81);
        QCOMPARE(s.macroAsShortAsMicro, 0);
        QVERIFY(says(s, "duration alone nearly tells"));
    }

    void theExchangedColumnsOfSammAreFound() {
        MadeTable table(25);
        // Frames at 25 a second; times 8: offset - apex 60 % <= 100, 20 % <= 200; apex - onset 40 % <= 50,
        // 30 % <= 100. 41 of 60 rows are macro.
        for (int i = 0; i < 60; ++i) {
            const std::int64_t up = i % 10 < 4 ? 5 : i % 10 < 7 ? 10 : 20;
            const std::int64_t down = (i / 10 + i) % 5 < 3 ? 10 : (i / 10 + i) % 5 < 4 ? 20 : 30;
            table.add("samm_6", 50, 50 + up, 50 + up + down, i >= 41, "7", 1);
        }
        const auto s = statisticsOf(table.data()).front();
        QCOMPARE(s.factor, 8.0);
        const auto& with = s.durations[0];
        QCOMPARE(with.apexOnsetExchanged->counts, (Three{24, 18, 18}));
        QCOMPARE(with.offsetApexExchanged->counts, (Three{36, 12, 12}));
        QCOMPARE(with.apexOnset.counts, (Three{42, 18, 0})); // as printed: 100 and 200
        QVERIFY(says(s, "bin headers of the last two columns are exchanged"));
        QVERIFY(says(s, "shares of micro and macro are exchanged"));
        QCOMPARE(s.bins->printed.microPercent, 68.33);
    }

    void anApexThatIsMissingIsLeftInAsTheNumberItIs() {
        MadeTable table(25);
        table.add("samm_6", 50, -1, 80, false, "7");
        const auto s = statisticsOf(table.data()).front();
        QCOMPARE(s.withoutApex, 1);
        QCOMPARE(s.durations[0].apexOnset.counts, (Three{1, 0, 0}));  // -51 frames
        QCOMPARE(s.durations[0].offsetApex.counts, (Three{0, 0, 1})); // 81 × 8 = 648
    }

    void actionUnitsAreCountedOncePerRow() {
        MadeTable table(25);
        table.add("samm_6", 1, 2, 3, true, "L12B+12C+4");
        table.add("samm_6", 1, 2, 3, false, "12+ref(5)", 2);
        table.add("samm_7", 1, 2, 3, false, "4+7D+all of the above");
        const auto s = statisticsOf(table.data()).front();
        QCOMPARE(s.actionUnits.size(), std::size_t{3});
        QCOMPARE(s.actionUnits[0].actionUnit, 12);
        QCOMPARE(s.actionUnits[0].rows, 3);
        QCOMPARE(s.actionUnits[0].microRows, 1);
        QCOMPARE(s.actionUnits[1].actionUnit, 4);
        QCOMPARE(s.actionUnits[1].rows, 2);
        QCOMPARE(s.subjects.size(), std::size_t{2});
        QCOMPARE(s.subjects[0].types.macro, 2);
        QCOMPARE(s.subjects[0].types.micro, 1);
    }

    void sourcesInOneTableAreKeptApart() {
        MadeTable table(30);
        table.add("casme_1", 1, 5, 9, true, "4");
        table.add("samm_6", 1, 5, 9, true, "4", 2);
        const auto all = statisticsOf(table.data());
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].source, std::string("casme"));
        QCOMPARE(all[1].all.micro, 2);
        QCOMPARE(all[1].bins->name, std::string_view("samm"));
    }

    void otherTablesAreCountedWithoutAPrintedRow() {
        MadeTable table(100);
        table.add("s1", 0, 50, 100, false, "4");
        const auto s = statisticsOf(table.data()).front();
        QCOMPARE(s.source, std::string("made"));
        QVERIFY(!s.hasPrinted);
        QCOMPARE(s.durations[0].offsetOnset.counts, (Three{1, 0, 0})); // 100 frames at 100/s are 30 at 30/s
        QVERIFY(statisticsOf(Dataset{}).empty());
    }
};

MIEN_TEST(TestStatistics)

} // namespace tst_statistics

#include "tst_statistics.moc"
