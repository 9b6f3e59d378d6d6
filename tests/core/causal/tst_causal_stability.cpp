// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/causal/contingency_test.h"
#include "core/causal/discover.h"
#include "core/causal/normal.h"
#include "core/causal/resample.h"
#include "graph_text.h"
#include "support/test_program.h"

#include <cmath>
#include <numeric>

namespace tst_causal_stability {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

/// A → C ← B, C → D, and a spectator E.
Table colliderTable(int rows, std::uint64_t seed) {
    Rng rng(seed);
    Table table;
    table.names = {"A", "B", "C", "D", "E"};
    table.values.resize(rows, 5);
    for (int r = 0; r < rows; ++r) {
        const double a = rng.normal();
        const double b = rng.normal();
        const double c = 0.7 * a + 0.7 * b + rng.normal();
        table.values.row(r) << a, b, c, 0.8 * c + rng.normal(), rng.normal();
    }
    return table;
}

/// Presence of action units: A and B make C likelier, C makes D likelier.
Table presenceTable(int rows, std::uint64_t seed) {
    Rng rng(seed);
    Table table;
    table.names = {"A", "B", "C", "D"};
    table.values.resize(rows, 4);
    for (int r = 0; r < rows; ++r) {
        const bool a = rng.uniform() < 0.5;
        const bool b = rng.uniform() < 0.5;
        const bool c = rng.uniform() < 0.1 + 0.4 * a + 0.4 * b;
        const bool d = rng.uniform() < (c ? 0.85 : 0.15);
        table.values.row(r) << a, b, c, d;
    }
    return table;
}

DiscoverOptions rowsCount() {
    DiscoverOptions options;
    options.sampleSize = SampleSize::Rows;
    return options;
}

} // namespace

/// Resampling, and tests of categories.
class TestCausalStability : public QObject {
    Q_OBJECT

private slots:
    void aStrongEdgeIsStableAndASpectatorIsNot() {
        auto options = rowsCount();
        options.replicates = 60;
        const auto found = discover(colliderTable(1500, 1), {}, options, {});
        MIEN_VERIFY(found);
        QVERIFY(found->stability.has_value());
        const auto& s = *found->stability;
        QCOMPARE(s.replicates, 60);
        QCOMPARE(s.blockLength, 1);
        QVERIFY(s.at(0, 2).adjacent() > 0.98);
        QVERIFY(s.at(2, 3).of(Mark::Tail, Mark::Arrow) > 0.7);
        QVERIFY(std::abs(s.at(2, 3).of(Mark::Tail, Mark::Arrow) - s.at(3, 2).of(Mark::Arrow, Mark::Tail)) <
                1e-15);
        QVERIFY(s.at(0, 4).adjacent() < 0.2);
        double sum = 0.0;
        for (const auto& row : s.at(0, 2).ends)
            sum += std::accumulate(row.begin(), row.end(), 0.0);
        QVERIFY(std::abs(sum - 1.0) < 1e-12);
        QVERIFY(std::abs(s.at(0, 2).atFirst(Mark::Circle) + s.at(0, 2).atFirst(Mark::Arrow) +
                         s.at(0, 2).atFirst(Mark::Tail) + s.at(0, 2).atFirst(Mark::None) - 1.0) < 1e-12);
    }

    void theSeedDecidesAndTheThreadsDoNot() {
        const auto table = colliderTable(300, 2);
        for (const auto kind : {Resampling::Bootstrap, Resampling::Subsample}) {
            const auto shares = [&](std::uint64_t seed, int threads) {
                DiscoverOptions options;
                options.replicates = 40;
                options.resampling = kind;
                options.seed = seed;
                JobContext job;
                job.threads = threads;
                const auto found = discover(table, {}, options, job);
                std::vector<double> all;
                for (int i = 0; found && i < 5; ++i)
                    for (int j = 0; j < 5; ++j)
                        for (const auto& row : found->stability->at(i, j).ends)
                            all.insert(all.end(), row.begin(), row.end());
                return all;
            };
            QCOMPARE(shares(1, 1), shares(1, 2));
            QVERIFY(shares(1, 1) != shares(2, 1));
        }
    }

    void aStopEndsTheResampling() {
        std::stop_source stop;
        DiscoverOptions options;
        options.replicates = 100'000;
        JobContext job;
        job.stop = stop.get_token();
        job.onProgress = [&](double fraction, std::string_view) {
            if (fraction > 0.0005 && fraction < 0.4)
                stop.request_stop();
        };
        const auto found = discover(colliderTable(100, 3), {}, options, job);
        QVERIFY(!found && found.error().code == ErrorCode::Cancelled);
    }

    void blocksStayWithinTheirRunAndGiveAsManyRows() {
        std::vector<int> runs(100);
        for (std::size_t r = 0; r < runs.size(); ++r)
            runs[r] = static_cast<int>(r / 10);
        Rng rng(4);
        const auto times = bootstrapRows(100, runs, 25, rng); // longer than any run
        QCOMPARE(std::accumulate(times.begin(), times.end(), 0), 100);
        const auto half = subsampleRows(100, runs, 5, 0.5, rng);
        QCOMPARE(std::accumulate(half.begin(), half.end(), 0), 50);
        QCOMPARE(*std::max_element(half.begin(), half.end()), 1);
    }

    void blocksOutlastTheMemoryOfTheSeries() {
        Rng rng(5);
        Table table;
        table.names = {"A", "B"};
        table.values.resize(4000, 2);
        double a = 0.0;
        for (int r = 0; r < 4000; ++r) {
            a = 0.95 * a + rng.normal();
            table.values.row(r) << a, rng.normal();
        }
        const auto prepared = prepare(table);
        MIEN_VERIFY(prepared);
        const int length = blockLengthFor(prepared->values, prepared->runs);
        // 0.95^k = 2/√4000 at k = 67; the estimate scatters, and n^(1/3) is 16
        QVERIFY2(length > 30 && length < 300, qPrintable(QString::number(length)));
    }

    void resampledCorrelationIsThatOfTheRepeatedRows() {
        const auto table = colliderTable(50, 6);
        Rng rng(7);
        const auto times = bootstrapRows(50, {}, 3, rng);
        Table repeated = table;
        repeated.values.resize(50, 5);
        Eigen::Index row = 0;
        for (std::size_t r = 0; r < times.size(); ++r)
            for (int k = 0; k < times[r]; ++k)
                repeated.values.row(row++) = table.values.row(static_cast<Eigen::Index>(r));
        const auto expected = prepare(repeated);
        MIEN_VERIFY(expected);
        QVERIFY((correlationOfRows(table.values, times) - expected->correlation).cwiseAbs().maxCoeff() <
                1e-12);
    }

    void categoriesGiveTheSameGraph() {
        for (const auto kind : {TestKind::GSquare, TestKind::ChiSquare}) {
            auto options = rowsCount();
            options.test = kind;
            options.replicates = 10;
            const auto found = discover(presenceTable(3000, 8), {}, options, {});
            MIEN_VERIFY(found);
            QCOMPARE(edgeTexts(found->result.graph), (QStringList{"A o-> C", "B o-> C", "C --> D"}));
            QVERIFY(found->stability->at(2, 3).adjacent() > 0.99);
        }
    }

    void aTableOfCountsByHand() {
        // 30 10 / 10 30: χ² = 20, G² = 2 (60 ln 1.5 + 20 ln 0.5)
        Categories data;
        data.levels = {2, 2};
        data.codes.resize(2);
        for (const auto& [x, y, count] :
             {std::tuple(0, 0, 30), std::tuple(0, 1, 10), std::tuple(1, 0, 10), std::tuple(1, 1, 30)})
            for (int k = 0; k < count; ++k) {
                data.codes[0].push_back(static_cast<std::uint16_t>(x));
                data.codes[1].push_back(static_cast<std::uint16_t>(y));
            }
        const Eigen::MatrixXd n = Eigen::MatrixXd::Constant(1, 1, 80.0);
        const ContingencyTest chi(data, n, 0.05, ContingencyStatistic::ChiSquare);
        const auto answer = chi.session()->decide(0, 1, {});
        QCOMPARE(answer.verdict, Verdict::Dependent);
        QVERIFY(std::abs(-answer.score - logChiSquareP(20.0, 1)) < 1e-12);
        const ContingencyTest g(data, n, 0.05, ContingencyStatistic::GSquare);
        const double g2 = 2.0 * (60.0 * std::log(1.5) + 20.0 * std::log(0.5));
        QVERIFY(std::abs(-g.session()->decide(1, 0, {}).score - logChiSquareP(g2, 1)) < 1e-12);
        // worth a tenth of the rows: too few for four cells
        const ContingencyTest few(data, Eigen::MatrixXd::Constant(1, 1, 8.0), 0.05,
                                  ContingencyStatistic::GSquare);
        QCOMPARE(few.session()->decide(0, 1, {}).verdict, Verdict::NotDone);
    }

    void aColumnOfNumbersIsNoCategory() {
        auto options = rowsCount();
        options.test = TestKind::GSquare;
        const auto found = discover(colliderTable(200, 9), {}, options, {});
        QVERIFY(!found);
        QVERIFY(found.error().message.find("different values") != std::string::npos);
    }
};

MIEN_TEST(TestCausalStability)

} // namespace tst_causal_stability

#include "tst_causal_stability.moc"
