// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/causal/fisher_z.h"
#include "core/causal/search_data.h"
#include "core/causal/testwise_fisher_z.h"
#include "graph_text.h"
#include "support/test_program.h"

#include <cmath>

namespace tst_causal_missing {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

/// A → B → C → D, and A → D.
Table chain(int rows, std::uint64_t seed) {
    Rng rng(seed);
    Table table;
    table.names = {"A", "B", "C", "D"};
    table.values.resize(rows, 4);
    for (int r = 0; r < rows; ++r) {
        const double a = rng.normal();
        const double b = 0.7 * a + rng.normal();
        const double c = 0.7 * b + rng.normal();
        table.values.row(r) << a, b, c, 0.5 * c + 0.4 * a + rng.normal();
    }
    return table;
}

void punch(Table& table, double share, std::uint64_t seed, int column = -1) {
    Rng rng(seed);
    for (Eigen::Index r = 0; r < table.rows(); ++r)
        for (int c = 0; c < table.columns(); ++c)
            if ((column < 0 || column == c) && rng.uniform() < share)
                table.values(r, c) = std::nan("");
}

DiscoverOptions rowsCount(Missing missing) {
    DiscoverOptions options;
    options.sampleSize = SampleSize::Rows;
    options.missing = missing;
    return options;
}

} // namespace

/// Missing values test by test, and answers in two steps.
class TestCausalMissing : public QObject {
    Q_OBJECT

private slots:
    void withoutGapsTheTwoWaysAgree() {
        const Table table = chain(500, 1);
        const auto listwise = discover(table, {}, rowsCount(Missing::Listwise), {});
        const auto testwise = discover(table, {}, rowsCount(Missing::Testwise), {});
        MIEN_VERIFY(listwise);
        MIEN_VERIFY(testwise);
        QVERIFY(listwise->result.graph == testwise->result.graph);
        const auto& one = listwise->result.evidenceOf(0, 1);
        const auto& other = testwise->result.evidenceOf(0, 1);
        QVERIFY(std::abs(one.score - other.score) < 1e-9 && one.given == other.given);
        DiscoverOptions series; // effective samples
        const auto a = discover(table, {}, series, {});
        series.missing = Missing::Testwise;
        const auto b = discover(table, {}, series, {});
        MIEN_VERIFY(a);
        MIEN_VERIFY(b);
        QVERIFY((a->samples - b->samples).cwiseAbs().maxCoeff() < 1e-6);
    }

    /// Each answer is that of Fisher's z on the rows complete for the question's own variables.
    void eachTestUsesItsOwnRows() {
        Table table = chain(300, 2);
        punch(table, 0.25, 3);
        const auto test = TestwiseFisherZ::create(table.values, {}, Eigen::MatrixXd::Ones(4, 4), 0.01);
        MIEN_VERIFY(test);
        const auto session = (*test)->session();
        for (int x = 0; x < 4; ++x) {
            for (int y = 0; y < x; ++y) {
                for (int mask = 0; mask < 16; ++mask) {
                    std::vector<int> given;
                    for (int v = 0; v < 4; ++v)
                        if ((mask & (1 << v)) != 0)
                            given.push_back(v);
                    if ((mask & (1 << x)) != 0 || (mask & (1 << y)) != 0)
                        continue;
                    Table own;
                    std::vector<int> columns{x, y};
                    columns.insert(columns.end(), given.begin(), given.end());
                    std::vector<Eigen::Index> rows;
                    for (Eigen::Index r = 0; r < table.rows(); ++r)
                        if (!table.values.row(r)(columns).array().isNaN().any())
                            rows.push_back(r);
                    own.values = table.values(rows, columns);
                    for (const int c : columns)
                        own.names.push_back("V" + std::to_string(10 + own.names.size()) + std::to_string(c));
                    const auto complete = prepare(own);
                    MIEN_VERIFY(complete);
                    const FisherZ plain(complete->correlation, static_cast<double>(rows.size()), 0.01);
                    std::vector<int> places;
                    for (std::size_t i = 2; i < columns.size(); ++i)
                        places.push_back(static_cast<int>(i));
                    const auto expected = plain.session()->decide(0, 1, places);
                    const auto answer = session->decide(x, y, given);
                    QCOMPARE(answer.verdict, expected.verdict);
                    QVERIFY(std::abs(answer.score - expected.score) < 1e-9);
                }
            }
        }
    }

    void aColumnFullOfGapsDoesNotCostTheOthersTheirRows() {
        Table table = chain(400, 4);
        table.names.emplace_back("E");
        table.values.conservativeResize(Eigen::NoChange, 5);
        Rng rng(9);
        for (Eigen::Index r = 0; r < table.rows(); ++r)
            table.values(r, 4) = rng.normal();
        punch(table, 0.97, 5, 4);
        const auto listwise = discover(table, {}, rowsCount(Missing::Listwise), {});
        const auto testwise = discover(table, {}, rowsCount(Missing::Testwise), {});
        MIEN_VERIFY(testwise);
        MIEN_VERIFY(listwise);
        QVERIFY(listwise->rows < 40 && testwise->rows == 400);
        for (const auto& [a, b] : {std::pair(0, 1), {1, 2}, {2, 3}, {0, 3}})
            QVERIFY(testwise->result.graph.adjacent(a, b));
        QVERIFY(listwise->result.graph.edgeCount() < 4);
        QVERIFY(testwise->rowsWithGaps > 300);
    }

    void gapsInSeriesAndResamplingStayReproducible() {
        Table table = chain(600, 6);
        punch(table, 0.1, 7);
        DiscoverOptions options;
        options.missing = Missing::Testwise;
        options.lags = 1;
        options.replicates = 12;
        JobContext one;
        one.threads = 1;
        const auto a = discover(table, {}, options, one);
        const auto b = discover(table, {}, options, {});
        MIEN_VERIFY(a);
        MIEN_VERIFY(b);
        QVERIFY(a->result.graph == b->result.graph);
        for (int i = 0; i < 8; ++i)
            for (int j = 0; j < 8; ++j)
                if (i != j)
                    QVERIFY(a->stability->at(i, j).ends == b->stability->at(i, j).ends);
    }

    void whatCannotBeSearchedIsSaid() {
        Table table = chain(100, 8);
        table.values.col(2).setConstant(std::nan(""));
        table.values.col(3).head(97).setConstant(std::nan(""));
        const auto found = discover(table, {}, rowsCount(Missing::Testwise), {});
        MIEN_VERIFY(found);
        QCOMPARE(found->setAside.size(), std::size_t{2});
        auto options = rowsCount(Missing::Testwise);
        options.test = TestKind::GSquare;
        QCOMPARE(discover(table, {}, options, {}).error().code, ErrorCode::InvalidArgument);
    }

    void theInteractiveAnswerComesFirstAndSaysSo() {
        const Table table = chain(2000, 10);
        const auto data = SearchData::prepare(table, {});
        MIEN_VERIFY(data);
        std::vector<Discovery> first;
        const auto last = discoverInSteps(*data, {}, {}, {}, [&](const Discovery& d) { first.push_back(d); });
        MIEN_VERIFY(last);
        QCOMPARE(first.size(), std::size_t{1});
        QCOMPARE(first[0].preset, Preset::Interactive);
        QVERIFY(first[0].label.starts_with("Preset interactive: "));
        QCOMPARE(last->preset, Preset::Complete);
        QCOMPARE(last->label, std::string("Preset complete: no caps."));
        const auto whole = discover(table, {}, {}, {});
        MIEN_VERIFY(whole);
        QVERIFY(last->result.graph == whole->result.graph);
    }

    void aStopAfterTheFirstAnswerLeavesIt() {
        const auto data = SearchData::prepare(chain(2000, 11), {});
        MIEN_VERIFY(data);
        std::stop_source source;
        JobContext job;
        job.stop = source.get_token();
        int answers = 0;
        const auto last = discoverInSteps(*data, {}, {}, job, [&](const Discovery&) {
            ++answers;
            source.request_stop();
        });
        QCOMPARE(answers, 1);
        QCOMPARE(last.error().code, ErrorCode::Cancelled);
    }

    void preparedDataAnswersEveryChoiceAsATableDoes() {
        const Table table = chain(700, 12);
        const auto data = SearchData::prepare(table, {});
        MIEN_VERIFY(data);
        for (const double alpha : {0.001, 0.2}) {
            for (const auto& fci : {FciOptions::complete(), FciOptions::fast(), FciOptions::anytime(1)}) {
                DiscoverOptions options;
                options.alpha = alpha;
                options.fci = fci;
                const auto one = data->discover({}, options);
                const auto other = discover(table, {}, options, {});
                MIEN_VERIFY(one);
                MIEN_VERIFY(other);
                QVERIFY(one->result.graph == other->result.graph);
                QCOMPARE(one->label, other->label);
            }
        }
        QCOMPARE(presetOf(FciOptions::anytime(2), 5), Preset::Anytime);
        QCOMPARE(presetOf(FciOptions::interactive(30), 30), Preset::Interactive);
        QCOMPARE(presetOf(FciOptions::fast(), 30), Preset::Fast);
        FciOptions odd;
        odd.maxPathLength = 3;
        QCOMPARE(presetOf(odd, 5), Preset::Custom);
    }
};

MIEN_TEST(TestCausalMissing)

} // namespace tst_causal_missing

#include "tst_causal_missing.moc"
