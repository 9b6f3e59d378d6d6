// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/prior.h"
#include "made_table.h"
#include "support/verify.h"

namespace tst_prior {

using namespace mien;
using namespace mien::dataset;
using mien::test::MadeTable;

namespace {

Prior prior(MadeTable& table, const PriorOptions& options = {}) {
    const auto out = priorOf(table.data(), options);
    if (!out)
        qFatal("%s", out.error().sentence().c_str());
    return *out;
}

bool row(const PriorCounts& counts, std::size_t node, std::array<std::int64_t, kPriorNodes> expected) {
    return counts[node] == expected;
}

} // namespace

class TestPrior : public QObject {
    Q_OBJECT

private slots:
    void aRowWithOneMappedUnitCountsOnTheDiagonalOnly() {
        MadeTable table(30);
        table.add("a", 1, 2, 3, true, "1");
        table.add("a", 1, 2, 3, true, "4+12+99"); // 4 and 99 are not mapped
        table.add("a", 1, 2, 3, true, "4");
        const auto p = prior(table);
        QCOMPARE(p.rows, 3);
        QCOMPARE(p.singleRows, 2);
        QCOMPARE(p.multiRows, 0);
        QVERIFY(row(p.counts, 0, {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        QVERIFY(row(p.counts, 5, {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}));
        QVERIFY(row(p.counts, 8, {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0}));
        QVERIFY(row(p.counts, 10, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0}));
    }

    void eachPairOfUnitsCountsBothWays() {
        MadeTable table(30);
        table.add("a", 1, 2, 3, true, "2+25");
        const auto p = prior(table);
        QVERIFY(row(p.counts, 2, {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1}));
        QVERIFY(row(p.counts, 9, {0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}));
        MadeTable same(30); // 12 and 14 have the same two nodes
        same.add("a", 1, 2, 3, true, "12+14");
        QVERIFY(row(prior(same).counts, 8, {0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0}));
        MadeTable three(30);
        three.add("a", 1, 2, 3, true, "1+2+12");
        const auto t = prior(three);
        QVERIFY(row(t.counts, 0, {0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0}));
        QCOMPARE(t.multiRows, 1);
    }

    /// Rows chosen so that every entry is that of the published matrix for CAS(ME)².
    void thePublishedMatrixComesOutOfRowsWithItsCounts() {
        MadeTable table(30);
        table.add("casme_1", 1, 2, 3, false, "12", 143);
        table.add("casme_1", 1, 2, 3, false, "2", 6);
        table.add("casme_1", 1, 2, 3, false, "25+4", 6);
        table.add("casme_2", 1, 2, 3, false, "1+2", 22);
        table.add("casme_2", 1, 2, 3, false, "1+2+12", 1);
        table.add("casme_2", 1, 2, 3, false, "2+14", 1);
        table.add("casme_2", 1, 2, 3, false, "12+25", 2);
        table.add("casme_2", 1, 2, 3, false, "12+14", 17);
        table.add("casme_2", 1, 2, 3, false, "4", 159);
        const auto p = prior(table);
        QCOMPARE(p.rows, 357);
        QCOMPARE(p.singleRows, 155);
        QCOMPARE(p.multiRows, 43);
        QVERIFY(row(p.counts, 0, {0, 0, 23, 23, 0, 0, 0, 0, 1, 0, 1, 0}));
        QVERIFY(row(p.counts, 2, {23, 23, 6, 0, 23, 23, 0, 0, 2, 0, 2, 0}));
        QVERIFY(row(p.counts, 6, {}));
        QVERIFY(row(p.counts, 8, {1, 1, 2, 2, 1, 1, 0, 0, 177, 2, 34, 2}));
        QVERIFY(row(p.counts, 9, {0, 0, 0, 0, 0, 0, 0, 0, 2, 6, 2, 0}));
        const std::vector<std::tuple<std::size_t, std::size_t, double>> printed{
            {0, 2, 0.4792}, {0, 8, 0.0208},  {2, 0, 0.2255}, {2, 2, 0.0588},
            {8, 8, 0.7937}, {8, 10, 0.1525}, {9, 9, 0.6},    {11, 8, 0.2}};
        for (const auto& [i, j, value] : printed)
            QVERIFY2(std::abs(p.normalised[i][j] - value) < 5e-5,
                     qPrintable(QString("%1 %2: %3").arg(i).arg(j).arg(p.normalised[i][j])));
        QVERIFY(p.allSubjects);
    }

    void rowsAreDividedByTheirSum() {
        MadeTable table(30);
        table.add("a", 1, 2, 3, true, "12", 3);
        const auto p = prior(table);
        QCOMPARE(p.normalised[8][8], 3.0 / (3.0 + 1e-6));
        QCOMPARE(p.normalised[6][6], 0.0); // a region that never moves stays empty
    }

    void leavingASubjectOutRemovesItsRowsAlone() {
        MadeTable table(30), rest(30);
        table.add("a", 1, 2, 3, true, "12", 3);
        table.add("b", 1, 2, 3, true, "1+2", 2);
        rest.add("a", 1, 2, 3, true, "12", 3);
        PriorOptions options;
        options.leaveOut = {"b"};
        const auto p = prior(table, options);
        QCOMPARE(p.counts, prior(rest).counts);
        QVERIFY(!p.allSubjects);
        QCOMPARE(p.subjects, std::vector<std::string>{"a"});
        options = {};
        options.subjects = {"a"};
        QCOMPARE(prior(table, options).counts, p.counts);
        options.leaveOut = {"nobody"};
        const auto unknown = priorOf(table.data(), options);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    }

    void theExtendedMappingFollowsFacs() {
        QCOMPARE(nodesOf(1, "released"), (std::vector<std::size_t>{0, 1, 4, 5}));
        QCOMPARE(nodesOf(1, "facs-extended"), (std::vector<std::size_t>{2, 3}));
        QCOMPARE(nodesOf(2, "facs-extended"), (std::vector<std::size_t>{0, 1, 4, 5}));
        QVERIFY(nodesOf(4, "released").empty());
        QCOMPARE(nodesOf(4, "facs-extended").size(), std::size_t{6});
        for (const int eye : {5, 6, 7, 43, 45})
            QVERIFY(nodesOf(eye, "facs-extended").empty());
        MadeTable table(30);
        table.add("a", 1, 2, 3, true, "4+9");
        PriorOptions options;
        options.mapping = "facs-extended";
        const auto p = prior(table, options);
        QVERIFY(row(p.counts, 0, {0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0}));
        QVERIFY(row(p.counts, 7, {1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0}));
    }

    void theDiagonalIsRemovedBeforeRowsAreNormalised() {
        MadeTable table(30);
        table.add("a", 1, 2, 3, true, "12", 5);
        table.add("a", 1, 2, 3, true, "12+25");
        PriorOptions options;
        options.zeroDiagonal = true;
        const auto p = prior(table, options);
        for (std::size_t i = 0; i < kPriorNodes; ++i)
            QCOMPARE(p.normalised[i][i], 0.0);
        QVERIFY(std::abs(p.normalised[8][9] - 0.5) < 1e-6);
    }

    void codersRemarksAreReadByTheChosenRule_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QList<int>>("number");
        QTest::addColumn<QList<int>>("exact");
        QTest::newRow("plain") << QByteArray("4+7+10") << QList{4, 7, 10} << QList{4, 7, 10};
        QTest::newRow("intensity") << QByteArray("12C") << QList{12} << QList<int>{};
        QTest::newRow("side") << QByteArray("L14B+4") << QList{4, 14} << QList{4};
        QTest::newRow("asymmetric") << QByteArray("A12") << QList{12} << QList<int>{};
        QTest::newRow("reference") << QByteArray("ref(5)+4") << QList{4} << QList{4};
        QTest::newRow("references") << QByteArray("7+REF(5+6)") << QList{7} << QList{7};
        QTest::newRow("between two") << QByteArray("4(B/C)") << QList{4} << QList<int>{};
        QTest::newRow("remark") << QByteArray("7D+all of the above") << QList{7} << QList<int>{};
        QTest::newRow("twice") << QByteArray("12+L12B") << QList{12} << QList{12};
        QTest::newRow("blanks") << QByteArray(" 1 + 2 ") << QList{1, 2} << QList{1, 2};
        QTest::newRow("nothing") << QByteArray("") << QList<int>{} << QList<int>{};
        QTest::newRow("huge") << QByteArray("99999999999999999999+0") << QList<int>{} << QList<int>{};
    }
    void codersRemarksAreReadByTheChosenRule() {
        QFETCH(QByteArray, code);
        QFETCH(QList<int>, number);
        QFETCH(QList<int>, exact);
        const auto list = [&](TokenRule rule) {
            const auto units = unitsOf(code.toStdString(), rule);
            return QList<int>(units.begin(), units.end());
        };
        QCOMPARE(list(TokenRule::Number), number);
        QCOMPARE(list(TokenRule::Exact), exact);
    }
};

MIEN_TEST(TestPrior)

} // namespace tst_prior

#include "tst_prior.moc"
