// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/causal/discover.h"
#include "core/causal/effective_samples.h"
#include "core/causal/fisher_z.h"
#include "core/causal/normal.h"
#include "shuffled.h"
#include "support/verify.h"

#include <Eigen/Dense>

#include <cmath>

namespace tst_causal_samples {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

Eigen::MatrixXd randomCorrelation(int size, Rng& rng) {
    Eigen::MatrixXd factors(size, 3 * size);
    for (Eigen::Index i = 0; i < factors.size(); ++i)
        factors.data()[i] = rng.normal();
    const Eigen::MatrixXd covariance = factors * factors.transpose();
    const Eigen::VectorXd scale = covariance.diagonal().cwiseSqrt().cwiseInverse();
    return scale.asDiagonal() * covariance * scale.asDiagonal();
}

/// |r| from the inverse of the sub-matrix, as textbooks have it.
double partialByInverse(const Eigen::MatrixXd& r, int x, int y, const std::vector<int>& given) {
    std::vector<int> all{x, y};
    all.insert(all.end(), given.begin(), given.end());
    Eigen::MatrixXd sub(all.size(), all.size());
    for (Eigen::Index i = 0; i < sub.rows(); ++i)
        for (Eigen::Index j = 0; j < sub.cols(); ++j)
            sub(i, j) = r(all[static_cast<std::size_t>(i)], all[static_cast<std::size_t>(j)]);
    const Eigen::MatrixXd inverse = sub.inverse();
    return std::abs(inverse(0, 1)) / std::sqrt(inverse(0, 0) * inverse(1, 1));
}

/// Independent AR(1) series x(t) = φ x(t−1) + e(t).
Table autoregressive(int columns, int rows, double phi, std::uint64_t seed) {
    Rng rng(seed);
    Table table;
    table.values.resize(rows, columns);
    for (int c = 0; c < columns; ++c) {
        table.names.push_back("R" + std::to_string(c + 1));
        double value = rng.normal() / std::sqrt(1.0 - phi * phi);
        for (int r = 0; r < rows; ++r) {
            table.values(r, c) = value;
            value = phi * value + rng.normal();
        }
    }
    return table;
}

double meanEdges(double phi, int rows, int tables, SampleSize size) {
    int edges = 0;
    for (int t = 0; t < tables; ++t) {
        DiscoverOptions options;
        options.sampleSize = size;
        options.fci = FciOptions::fast();
        const auto found =
            discover(autoregressive(12, rows, phi, 100 + static_cast<std::uint64_t>(t)), {}, options, {});
        edges += found ? found->result.graph.edgeCount() : 1000;
    }
    return static_cast<double>(edges) / tables;
}

} // namespace

/// Fisher's z, its numbers at the edges, and how many samples autocorrelated rows are worth.
class TestCausalSamples : public QObject {
    Q_OBJECT

private slots:
    void quantilesAndTailsOfTheNormalAndChiSquare() {
        QVERIFY(std::abs(upperNormalQuantile(0.025) - 1.959963984540054) < 1e-13);
        QVERIFY(std::abs(upperNormalQuantile(0.005) - 2.575829303548901) < 1e-13);
        QVERIFY(std::abs(upperNormalQuantile(5e-7) - 4.891638475698590) < 1e-11);
        QVERIFY(std::abs(upperNormalQuantile(0.975) + 1.959963984540054) < 1e-13);
        QVERIFY(std::abs(std::exp(logTwoSidedP(1.959963984540054)) - 0.05) < 1e-15);
        // Guide, defect 19: 2 (1 − cdf) is 0 beyond 8.3; log10 of the two-sided tail at z = 40 is −349.1
        QVERIFY(std::abs(logTwoSidedP(40.0) / std::log(10.0) + 349.1) < 0.1);
        QVERIFY(std::abs(logTwoSidedP(28.2) - logTwoSidedP(28.3) - 28.25 * 0.1) < 0.02); // across the switch
        QVERIFY(std::abs(std::exp(logChiSquareP(3.841458820694124, 1)) - 0.05) < 1e-14);
        QVERIFY(std::abs(std::exp(logChiSquareP(18.307038053275146, 10)) - 0.05) < 1e-13);
        QVERIFY(std::abs(std::exp(logChiSquareP(3.940299136, 10)) - 0.95) < 1e-8);
        QVERIFY(std::abs(logChiSquareP(1600.0, 1) - logTwoSidedP(40.0)) < 1e-9);
    }

    void aSessionAnswersAsTheInverseDoesInWhateverOrderItIsAsked() {
        Rng rng(1);
        const auto r = randomCorrelation(9, rng);
        const FisherZ test(r, 500, 0.05);
        const auto session = test.session();
        for (int trial = 0; trial < 3000; ++trial) {
            auto order = shuffledOrder(9, rng);
            std::vector<int> given(order.begin() + 2, order.begin() + 2 + static_cast<long>(rng.below(8)));
            if (rng.below(2) == 0)
                std::sort(given.begin(), given.end());
            const auto answer = session->decide(order[0], order[1], given);
            const double expected = partialByInverse(r, order[0], order[1], given);
            QVERIFY(std::abs(answer.score - expected) < 1e-12);
            const double z =
                std::atanh(expected) * std::sqrt(500.0 - static_cast<double>(given.size()) - 3.0);
            QCOMPARE(answer.verdict, z > 1.959963984540054 ? Verdict::Dependent : Verdict::Independent);
            const double logP = test.logP(order[0], order[1], static_cast<int>(given.size()), answer.score);
            QVERIFY(std::abs(logP - logTwoSidedP(z)) < 1e-9 * std::max(1.0, -logP));
        }
    }

    void aDeterminedVariableIsNotTested() {
        Eigen::MatrixXd r(4, 4); // X3 = (X0 + X1) / √2, X2 free
        const double h = std::sqrt(0.5);
        r << 1, 0, 0, h, 0, 1, 0, h, 0, 0, 1, 0, h, h, 0, 1;
        const FisherZ test(r, 100, 0.05);
        const auto session = test.session();
        QCOMPARE(session->decide(3, 2, std::vector{0, 1}).verdict, Verdict::NotDone);
        QCOMPARE(session->decide(2, 3, std::vector{0, 1}).verdict, Verdict::NotDone);
        QCOMPARE(session->decide(0, 2, std::vector{1, 3}).verdict, Verdict::NotDone);
        // the session is sound afterwards
        QCOMPARE(session->decide(2, 3, std::vector{0}).verdict, Verdict::Independent);
        QCOMPARE(session->decide(1, 3, std::vector{0}).verdict, Verdict::Dependent); // given X0 they are one
        QCOMPARE(session->decide(0, 3, std::vector{2}).verdict, Verdict::Dependent);
    }

    /// Guide, defect 19: the square root of a negative number.
    void tooFewSamplesIsNoIndependence() {
        const FisherZ test(Eigen::MatrixXd::Identity(8, 8), 8, 0.05);
        const auto session = test.session();
        QCOMPARE(session->decide(0, 1, std::vector{2, 3, 4, 5}).verdict,
                 Verdict::Independent); // 8 − 4 − 3 = 1
        QCOMPARE(session->decide(0, 1, std::vector{2, 3, 4, 5, 6}).verdict, Verdict::NotDone);
    }

    void everyPairMayHaveItsOwnNumberOfSamples() {
        Eigen::MatrixXd r = Eigen::MatrixXd::Identity(3, 3);
        r(0, 1) = r(1, 0) = r(0, 2) = r(2, 0) = 0.3;
        Eigen::MatrixXd samples = Eigen::MatrixXd::Constant(3, 3, 1000.0);
        samples(0, 2) = samples(2, 0) = 12.0;
        const FisherZ test(r, samples, 0.01);
        const auto session = test.session();
        QCOMPARE(session->decide(0, 1, {}).verdict, Verdict::Dependent);
        QCOMPARE(session->decide(0, 2, {}).verdict, Verdict::Independent);
        QCOMPARE(session->decide(2, 0, {}).verdict, Verdict::Independent);
    }

    /// The theory for two AR(1) series: n (1 − φ²) / (1 + φ²).
    void autocorrelatedRowsAreWorthLess() {
        for (const auto& [phi, tolerance] :
             {std::pair(0.0, 0.02), std::pair(0.5, 0.06), std::pair(0.9, 0.25)}) {
            const auto prepared = prepare(autoregressive(6, 10'000, phi, 9));
            MIEN_VERIFY(prepared);
            const auto sizes = effectiveSampleSizes(prepared->values, prepared->runs);
            double mean = 0.0;
            for (int i = 1; i < 6; ++i)
                for (int j = 0; j < i; ++j)
                    mean += sizes(i, j) / 15.0;
            const double theory = 10'000 * (1.0 - phi * phi) / (1.0 + phi * phi);
            QVERIFY2(std::abs(mean / theory - 1.0) < tolerance, qPrintable(QString::number(mean)));
        }
    }

    void productsDoNotCrossRuns() {
        // Two runs with opposite levels: across the border the lag-1 product would be negative.
        Eigen::VectorXd column(8);
        column << 1, 1, 1, 1, -1, -1, -1, -1;
        const auto whole = autocorrelation(column, {}, 1);
        const auto apart = autocorrelation(column, {0, 0, 0, 0, 1, 1, 1, 1}, 1);
        QCOMPARE(whole(1), 5.0 / 8.0);
        QCOMPARE(apart(1), 1.0 * 7.0 / 8.0); // the mean of six products, as if of a whole series
        Table table;
        table.names = {"A", "B"};
        table.values = Eigen::MatrixXd::Random(20, 2);
        table.values(7, 1) = std::nan("");
        const auto prepared = prepare(table);
        MIEN_VERIFY(prepared);
        QCOMPARE(prepared->runs[6] == prepared->runs[7], false); // rows 6 and 8 of the table
        QCOMPARE(prepared->runs[7], prepared->runs[18]);
    }

    /// A film whose frames are often not scorable is many short runs, and each is as autocorrelated as
    /// before.
    void gapsMakeASeriesLookNoLessAutocorrelated() {
        Rng rng(5);
        Eigen::MatrixXd values(8000, 2);
        for (int c = 0; c < 2; ++c) {
            values(0, c) = rng.normal();
            for (int r = 1; r < 8000; ++r)
                values(r, c) = 0.9 * values(r - 1, c) + rng.normal();
            values.col(c).array() -= values.col(c).mean();
            values.col(c) /= std::sqrt(values.col(c).squaredNorm() / 8000.0);
        }
        const double whole = effectiveSampleSizes(values, {})(0, 1);
        std::vector<int> runs;
        for (int r = 0; r < 8000; ++r)
            runs.push_back(r / 40);
        const double inRuns = effectiveSampleSizes(values, runs)(0, 1);
        QVERIFY2(std::abs(inRuns / whole - 1.0) < 0.2, qPrintable(QString::number(inRuns / whole)));
        Eigen::MatrixXd holes = values;
        for (int r = 0; r < 8000; ++r)
            if (rng.uniform() < 0.3)
                holes(r, 1) = std::nan("");
        const double withHoles = effectiveSampleSizes(holes, {})(0, 1);
        QVERIFY2(withHoles < whole && withHoles > 0.5 * whole,
                 qPrintable(QString::number(withHoles / whole)));
    }

    /// The greatest danger of frame data: without the correction most edges between unrelated regions are
    /// artefacts.
    void unrelatedSeriesKeepTheNominalShareOfFalseEdges() {
        const bool isLong = qEnvironmentVariableIsSet("MIEN_LONG");
        for (const int rows : isLong ? std::vector{1000, 10'000} : std::vector{1000}) {
            for (const double phi : {0.0, 0.5, 0.9, 0.97}) {
                const int tables = isLong ? 40 : 10;
                const double naive = meanEdges(phi, rows, tables, SampleSize::Rows);
                const double corrected = meanEdges(phi, rows, tables, SampleSize::Effective);
                qInfo("phi %.2f, %5d rows: %.2f false edges of 66 with every row counted, %.2f with "
                      "effective samples",
                      phi, rows, naive, corrected);
                // 66 pairs at 0.01: 0.66 expected at most, by chance somewhat more or less over few tables
                QVERIFY(corrected < 1.5);
                QVERIFY(meanEdges(phi, rows, 3, SampleSize::Residual) < 3.0);
                if (phi >= 0.9)
                    QVERIFY(naive > 10.0);
            }
        }
    }
};

MIEN_TEST(TestCausalSamples)

} // namespace tst_causal_samples

#include "tst_causal_samples.moc"
