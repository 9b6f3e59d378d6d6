// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/causal/discover.h"
#include "core/causal/fisher_z.h"
#include "graph_text.h"
#include "known_graphs.h"
#include "shuffled.h"
#include "support/test_program.h"

#include <cmath>

namespace tst_causal_data {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

DiscoverOptions independentRows(double alpha) {
    DiscoverOptions options;
    options.alpha = alpha;
    options.sampleSize = SampleSize::Rows;
    return options;
}

/// A linear chain X1 → X2 → … with noise.
Table chain(int columns, int rows, std::uint64_t seed) {
    Rng rng(seed);
    Table table;
    table.values.resize(rows, columns);
    for (int c = 0; c < columns; ++c) {
        table.names.push_back("X" + std::to_string(c + 1));
        for (int r = 0; r < rows; ++r)
            table.values(r, c) = rng.normal() + (c > 0 ? 0.8 * table.values(r, c - 1) : 0.0);
    }
    return table;
}

Table withColumns(const Table& table, const std::vector<int>& order) {
    Table other;
    other.values.resize(table.rows(), static_cast<Eigen::Index>(order.size()));
    for (std::size_t c = 0; c < order.size(); ++c) {
        other.names.push_back(table.names[static_cast<std::size_t>(order[c])]);
        other.values.col(static_cast<Eigen::Index>(c)) = table.values.col(order[c]);
    }
    return other;
}

} // namespace

/// Tables: the reference answers, what spoils a column, and bad input.
class TestCausalData : public QObject {
    Q_OBJECT

private slots:
    void theReferenceAnswersOfTheKnownTables() {
        MIEN_NEEDS_SHARED("fci");
        const auto document = readShared("fci/results.json");
        for (const auto& entry : document) {
            const auto file = "fci/" + entry["csv"].get<std::string>();
            const auto table = readTable(mien::test::sharedData(file.c_str()));
            MIEN_VERIFY(table);
            const auto found = discover(*table, {}, independentRows(entry["alpha"].get<double>()), {});
            MIEN_VERIFY(found);
            QCOMPARE(edgeTexts(found->result.graph), edgeTexts(graphOf(entry["pag"])));
            QCOMPARE(found->result.tests(), entry["distinct_tests_of_a_complete_run"].get<std::int64_t>());
        }
    }

    void theOrderOfTheColumnsChangesNoBit() {
        Table table = chain(9, 400, 3);
        for (int r = 0; r < table.rows(); ++r)
            table.values(r, 8) += 0.5 * table.values(r, 0);
        const auto plain = discover(table, {}, {}, {});
        MIEN_VERIFY(plain);
        Rng rng(5);
        for (int trial = 0; trial < 20; ++trial) {
            const auto other = discover(withColumns(table, shuffledOrder(9, rng)), {}, {}, {});
            MIEN_VERIFY(other);
            QVERIFY(other->result.graph == plain->result.graph);
            QVERIFY(other->samples == plain->samples);
            for (int i = 0; i < 9; ++i)
                for (int j = 0; j < 9; ++j)
                    QCOMPARE(other->result.evidenceOf(i, j).logP, plain->result.evidenceOf(i, j).logP);
        }
    }

    void columnsThatSpoilTheMatrixAreSetAsideAndNamed() {
        Table table = chain(5, 300, 1);
        table.names.insert(table.names.end(), {"flat", "twin", "rest", "empty"});
        table.values.conservativeResize(Eigen::NoChange, 9);
        table.values.col(5).setConstant(1e9 + 0.1);
        table.values.col(6) = -3.0 * table.values.col(1).array() + 2.0;
        table.values.col(7) = table.values.leftCols(5).rowwise().mean(); // a global motion
        table.values.col(8).setConstant(std::nan(""));
        const auto found = discover(table, {}, {}, {});
        MIEN_VERIFY(found);
        QStringList aside;
        for (const auto& s : found->setAside)
            aside << QString::fromStdString(s.name + " " + s.reason);
        aside.sort();
        // natural order: capital letters first, so X1 … X5 stand before the others only by their letter
        QCOMPARE(aside, (QStringList{"empty has no values", "flat is constant",
                                     "rest is a sum of multiples of other columns", "twin repeats X2"}));
        QCOMPARE(found->result.graph.size(), 5);
        QCOMPARE(found->warnings.size() >= 4, true);
        QCOMPARE(found->result.skeleton.notDone + found->result.possibleDSep.notDone, std::int64_t{0});
    }

    void aMeanTakenOffLeavesOneColumnOut() {
        Table table = chain(6, 300, 2);
        table.values.colwise() -= table.values.rowwise().mean().eval();
        const auto found = discover(table, {}, {}, {});
        MIEN_VERIFY(found);
        QCOMPARE(found->setAside.size(), std::size_t{1});
        QCOMPARE(found->setAside[0].name, std::string("X6"));
        QVERIFY(found->warnings[0].find("X6") == 0);
    }

    void missingRowsAreLeftOut() {
        Table table = chain(4, 500, 4);
        for (int r = 100; r < 150; ++r)
            table.values(r, 2) = std::nan("");
        const auto found = discover(table, {}, independentRows(0.01), {});
        MIEN_VERIFY(found);
        QCOMPARE(found->rows, 450);
        QCOMPARE(found->rowsDropped, 50);
        QCOMPARE(edgeTexts(found->result.graph), (QStringList{"X1 o-o X2", "X2 o-o X3", "X3 o-o X4"}));
    }

    void badTablesAreOneSentence_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("word");
        QTest::addRow("empty") << QByteArray("") << "empty";
        QTest::addRow("one column") << QByteArray("A\n1\n2\n3\n4\n5\n6\n") << "two columns";
        QTest::addRow("one row") << QByteArray("A,B\n1,2\n") << "rows are complete";
        QTest::addRow("header only") << QByteArray("A,B\n") << "rows are complete";
        QTest::addRow("text") << QByteArray("A,B\n1,2\n3,smile\n") << "smile";
        QTest::addRow("infinite") << QByteArray("A,B\n1,2\n3,inf\n") << "infinite";
        QTest::addRow("overflow") << QByteArray("A,B\n1,2\n3,1e999\n") << "infinite";
        QTest::addRow("no header") << QByteArray("1,2\n3,4\n") << "header";
        QTest::addRow("ragged") << QByteArray("A,B\n1,2,3\n") << "3 cells";
        QTest::addRow("twice") << QByteArray("A,A\n1,2\n") << "Two columns";
        QTest::addRow("unnamed") << QByteArray("A,,C\n1,2,3\n") << "no name";
        QTest::addRow("constant") << QByteArray("A,B\n1,2\n1,3\n1,4\n1,5\n1,7\n1,9\n") << "vary";
        QByteArray wide("c0");
        for (int i = 1; i < 1'000'000; ++i)
            wide += ",c" + QByteArray::number(i);
        QTest::addRow("a million columns") << wide << "1000000 columns";
    }
    void badTablesAreOneSentence() {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const auto table =
            parseTable(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "t.csv");
        const auto found =
            table ? discover(*table, {}, {}, {}) : Result<Discovery>(Unexpected(table.error()));
        QVERIFY(!found);
        QVERIFY2(QString::fromStdString(found.error().message).contains(word),
                 found.error().sentence().c_str());
    }

    void separatorsQuotesAndMissingCellsAreRead() {
        const auto table = parseTable("\xEF\xBB\xBF\"A\";B\r\n 1.5 ;NA\r\n\r\n-2e3;+4\r\n", "t.csv");
        MIEN_VERIFY(table);
        QCOMPARE(table->names, (std::vector<std::string>{"A", "B"}));
        QCOMPARE(table->values(1, 0), -2000.0);
        QCOMPARE(table->values(1, 1), 4.0);
        QVERIFY(std::isnan(table->values(0, 1)));
    }

    void knowledgeOfAColumnSetAsideIsNoError() {
        Table table = chain(3, 200, 1);
        table.values.col(2).setOnes();
        Knowledge knowledge;
        knowledge.tiers = {{"X1"}, {"X2", "X3"}};
        const auto found = discover(table, knowledge, {}, {});
        MIEN_VERIFY(found);
        QCOMPARE(edgeTexts(found->result.graph), QStringList{"X1 o-> X2"});
    }
};

MIEN_TEST(TestCausalData)

} // namespace tst_causal_data

#include "tst_causal_data.moc"
