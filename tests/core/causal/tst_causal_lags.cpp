// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/causal/discover.h"
#include "core/causal/lagged_table.h"
#include "graph_text.h"
#include "support/test_program.h"

#include <set>

namespace tst_causal_lags {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

/// X drives Y one row later, Y drives itself, Z stands aside.
Table plantedTable(int rows, std::uint64_t seed, double own = 0.5, double strength = 0.5) {
    Rng rng(seed);
    Table table;
    table.names = {"X", "Y", "Z"};
    table.values = Eigen::MatrixXd::Zero(rows, 3);
    for (int t = 1; t < rows; ++t) {
        const auto before = table.values.row(t - 1);
        table.values(t, 0) = own * before(0) + rng.normal();
        table.values(t, 1) = own * before(1) + strength * before(0) + rng.normal();
        table.values(t, 2) = own * before(2) + rng.normal();
    }
    return table;
}

/// Series that cause one another at lags 0 … 2, some of them unseen, over a window and a past before it.
struct Process {
    int series = 0;
    std::vector<char> latent;
    struct Cause {
        int from, to, lag;
    };
    std::vector<Cause> causes;

    static Process random(Rng& rng) {
        Process p;
        p.series = 3 + static_cast<int>(rng.below(2));
        p.latent.assign(static_cast<std::size_t>(p.series), false);
        if (p.series == 4)
            p.latent[rng.below(4)] = true;
        for (int to = 0; to < p.series; ++to) {
            if (rng.uniform() < 0.6)
                p.causes.push_back({to, to, 1});
            for (int from = 0; from < p.series; ++from)
                if (from != to && rng.uniform() < 0.3) {
                    const int lag = static_cast<int>(rng.below(3));
                    if (lag > 0 || from < to) // within one row: no circle
                        p.causes.push_back({from, to, lag});
                }
        }
        return p;
    }
};

constexpr int past = 6;

/// The process from `lags + past` rows ago until now; what lies before the window is unseen.
struct Unrolled {
    Dag dag;
    std::vector<LaggedVariable> variables; ///< of the observed nodes, in their order
    Knowledge time;

    Unrolled(const Process& p, int lags) {
        const int rows = lags + past + 1;
        const auto node = [&](int series, int lag) { return (rows - 1 - lag) * p.series + series; };
        time.tiers.resize(static_cast<std::size_t>(lags) + 1);
        for (int lag = rows - 1; lag >= 0; --lag)
            for (int s = 0; s < p.series; ++s) {
                const auto name = laggedName("V" + std::to_string(s), lag);
                dag.nodes.push_back(name);
                if (p.latent[static_cast<std::size_t>(s)] || lag > lags) {
                    dag.latents.push_back(node(s, lag));
                } else {
                    variables.push_back({s, lag});
                    time.tiers[static_cast<std::size_t>(lags - lag)].push_back(name);
                }
            }
        for (int lag = rows - 1; lag >= 0; --lag)
            for (const auto& cause : p.causes)
                if (lag + cause.lag < rows)
                    dag.edges.emplace_back(node(cause.from, lag + cause.lag), node(cause.to, lag));
    }

    std::vector<std::vector<char>> ancestors() const { // [of][which]
        const auto size = dag.nodes.size();
        std::vector<std::vector<char>> reach(size, std::vector<char>(size, false));
        for (std::size_t v = 0; v < size; ++v)
            for (const auto& [from, to] : dag.edges) // nodes stand in the order of time, edges with them
                if (static_cast<std::size_t>(to) == v) {
                    reach[v][static_cast<std::size_t>(from)] = true;
                    for (std::size_t u = 0; u < size; ++u)
                        reach[v][u] |= reach[static_cast<std::size_t>(from)][u];
                }
        return reach;
    }
};

} // namespace

/// Series now and some rows before.
class TestCausalLags : public QObject {
    Q_OBJECT

private slots:
    void aPlantedLaggedCauseIsFound() {
        DiscoverOptions options;
        options.lags = 2;
        const auto found = discover(plantedTable(3000, 1), {}, options, {});
        MIEN_VERIFY(found);
        const auto edges = edgeTexts(found->result.graph);
        QVERIFY2(edges.contains("X[t-1] --> Y") || edges.contains("Y <-- X[t-1]"),
                 qPrintable(edges.join(", ")));
        QCOMPARE(found->result.graph.size(), 9);
        QCOMPARE(found->lags, 2);
        QVERIFY(!found->result.selectionBias);
        for (const auto& text : edges) {
            const bool own = text.count('X') == 2 || text.count('Y') == 2 || text.count('Z') == 2;
            QVERIFY2(own || (text.contains('X') && text.contains('Y')), qPrintable(text));
        }
    }

    /// Residuals of series whose past is given are hardly autocorrelated: weak causes are found that the raw
    /// series' effective samples miss, and unrelated series stay apart.
    void residualsFindWhatRawSeriesHide() {
        int found = 0;
        int missed = 0;
        int wrong = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const Table table = plantedTable(3000, seed, 0.95, 0.12);
            DiscoverOptions options;
            options.lags = 1;
            const auto raw = discover(table, {}, options, {});
            options.sampleSize = SampleSize::Residual;
            const auto residual = discover(table, {}, options, {});
            MIEN_VERIFY(raw);
            MIEN_VERIFY(residual);
            const auto edge = [](const Discovery& d, char a, char b) {
                const auto texts = edgeTexts(d.result.graph);
                return std::any_of(texts.begin(), texts.end(),
                                   [&](const QString& t) { return t.contains(a) && t.contains(b); });
            };
            found += edge(*residual, 'X', 'Y');
            missed += !edge(*raw, 'X', 'Y');
            wrong += edge(*residual, 'X', 'Z') + edge(*residual, 'Y', 'Z');
        }
        qInfo("X–Y by residuals in %d of 10, missed by raw series in %d; wrong edges: %d of 20", found,
              missed, wrong);
        QCOMPARE(found, 10);
        QVERIFY(wrong <= 2);
    }

    void withoutLagsTheOrderInTimeIsNotSeen() {
        const auto found = discover(plantedTable(3000, 1), {}, {}, {});
        MIEN_VERIFY(found);
        QVERIFY(!edgeTexts(found->result.graph).contains("X --> Y"));
    }

    void windowsDoNotCrossRuns() {
        Table table;
        table.names = {"A", "B"};
        table.values.resize(7, 2);
        for (int r = 0; r < 7; ++r)
            table.values.row(r) << r, 10 + r;
        table.runs = {0, 0, 0, 1, 1, 2, 2};
        const auto lagged = laggedTable(table, 1);
        MIEN_VERIFY(lagged);
        QCOMPARE(lagged->names, (std::vector<std::string>{"A", "A[t-1]", "B", "B[t-1]"}));
        QCOMPARE(lagged->rows(), Eigen::Index{4});
        QCOMPARE(lagged->runs, (std::vector<int>{0, 0, 1, 2}));
        for (Eigen::Index r = 0; r < 4; ++r)
            QCOMPARE(lagged->values(r, 0) - lagged->values(r, 1), 1.0);
        QCOMPARE(laggedTable(table, 3).error().code, ErrorCode::Corrupt);
        QCOMPARE(laggedTable(table, -1).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(laggedTable(table, 51).error().code, ErrorCode::InvalidArgument);
    }

    void knowledgeHoldsAtAllTimes() {
        Knowledge known;
        known.required = {{"Z[t-1]", "Y"}};
        known.forbidden = {{"X", "Y"}, {"Y", "X"}};
        DiscoverOptions options;
        options.lags = 2;
        const auto found = discover(plantedTable(3000, 2), known, options, {});
        MIEN_VERIFY(found);
        const auto edges = edgeTexts(found->result.graph);
        QVERIFY(edges.contains("Y <-- Z[t-1]"));
        QVERIFY(edges.contains("Y[t-1] <-- Z[t-2]"));
        // Neither causes the other at any distance: confounded, if anything.
        const auto& graph = found->result.graph;
        const auto& names = graph.names();
        for (const Edge& e : graph.edges())
            if (names[static_cast<std::size_t>(e.a)][0] != names[static_cast<std::size_t>(e.b)][0] &&
                names[static_cast<std::size_t>(e.a)][0] != 'Z' &&
                names[static_cast<std::size_t>(e.b)][0] != 'Z')
                QVERIFY(e.atA == Mark::Arrow && e.atB == Mark::Arrow);
        known = {};
        known.tiers = {{"Y"}, {"X", "Z"}};
        const auto tiers = laggedKnowledge(known, {"X", "Y", "Z"}, 1);
        MIEN_VERIFY(tiers);
        const auto forbids = [&](const char* a, const char* b) {
            return std::find(tiers->forbidden.begin(), tiers->forbidden.end(),
                             std::pair<std::string, std::string>(a, b)) != tiers->forbidden.end();
        };
        QVERIFY(forbids("X", "Y") && forbids("X[t-1]", "Y") && forbids("X[t-1]", "Y[t-1]"));
        QVERIFY(!forbids("X[t-1]", "X") && !forbids("Y[t-1]", "X"));
    }

    void contradictionsWithTimeAreNamed() {
        for (const auto& [cause, effect] :
             {std::pair("Y", "X[t-1]"), {"X[t-3]", "Y"}, {"Q", "Y"}, {"X[t-1]", "W"}}) {
            Knowledge known;
            known.required = {{cause, effect}};
            QCOMPARE(laggedKnowledge(known, {"X", "Y"}, 2).error().code, ErrorCode::InvalidArgument);
        }
        DiscoverOptions options;
        options.lags = 1;
        options.fci.algorithm = Algorithm::Rfci;
        QCOMPARE(discover(plantedTable(500, 3), {}, options, {}).error().code, ErrorCode::InvalidArgument);
    }

    void theOrderOfColumnsChangesNothing() {
        const Table table = plantedTable(800, 4);
        Table turned = table;
        turned.names = {"Z", "X", "Y"};
        turned.values.col(0) = table.values.col(2);
        turned.values.col(1) = table.values.col(0);
        turned.values.col(2) = table.values.col(1);
        DiscoverOptions options;
        options.lags = 3;
        const auto one = discover(table, {}, options, {});
        const auto other = discover(turned, {}, options, {});
        MIEN_VERIFY(one);
        MIEN_VERIFY(other);
        QCOMPARE(edgeTexts(one->result.graph), edgeTexts(other->result.graph));
    }

    /// Against the process itself: every claim is true, every cause within the window has an edge, and edges,
    /// ends and separating sets are the same at all times. Adjacencies of the pairs nearest to now are those
    /// of plain FCI that knows time but nothing of stationarity, and no end of its is denied.
    void claimsAreTrueOfRandomProcesses() {
        Rng rng(11);
        int tails = 0;
        int arrows = 0;
        const int rounds = qEnvironmentVariableIsSet("MIEN_LONG") ? 1500 : 150;
        for (int round = 0; round < rounds; ++round) {
            const auto process = Process::random(rng);
            const Unrolled unrolled(process, 1 + static_cast<int>(rng.below(2)));
            const auto oracle = DSeparationOracle::create(unrolled.dag);
            MIEN_VERIFY(oracle);
            const auto names = unrolled.dag.observedNames();
            const auto found = fci(**oracle, names, unrolled.variables, unrolled.time, {}, {});
            const auto plain = fci(**oracle, names, unrolled.time, {}, {});
            MIEN_VERIFY(found);
            MIEN_VERIFY(plain);
            const Homology homology(unrolled.variables);
            const auto observed = unrolled.dag.observed();
            const auto above = unrolled.ancestors();
            const auto causes = [&](int i, int j) {
                return above[static_cast<std::size_t>(observed[static_cast<std::size_t>(j)])]
                            [static_cast<std::size_t>(observed[static_cast<std::size_t>(i)])] != 0;
            };
            const Pag& graph = found->graph;
            const int size = graph.size();
            for (int i = 0; i < size; ++i) {
                for (int j = 0; j < size; ++j) {
                    if (i == j)
                        continue;
                    const auto where = QString::fromStdString("round " + std::to_string(round) + ": " +
                                                              names[static_cast<std::size_t>(i)] + " " +
                                                              names[static_cast<std::size_t>(j)]);
                    homology.eachAlike(i, j, [&](int x, int y, int) {
                        QVERIFY2(graph.end(x, y) == graph.end(i, j), qPrintable(where));
                    });
                    if (homology.nearest(i, j))
                        QVERIFY2(graph.adjacent(i, j) == plain->graph.adjacent(i, j), qPrintable(where));
                    if (!graph.adjacent(i, j))
                        continue;
                    if (graph.isArrow(i, j)) {
                        ++arrows;
                        QVERIFY2(!causes(j, i), qPrintable(where));
                    }
                    if (graph.isTail(j, i)) {
                        ++tails;
                        QVERIFY2(causes(i, j), qPrintable(where));
                    }
                }
            }
            for (const auto& [from, to] : unrolled.dag.edges) {
                const auto a = std::find(observed.begin(), observed.end(), from);
                const auto b = std::find(observed.begin(), observed.end(), to);
                if (a != observed.end() && b != observed.end())
                    QVERIFY(graph.adjacent(static_cast<int>(a - observed.begin()),
                                           static_cast<int>(b - observed.begin())));
            }
        }
        qInfo("%d arrowheads and %d tails, all of them true", arrows, tails);
        QVERIFY(tails > 100);
    }
};

MIEN_TEST(TestCausalLags)

} // namespace tst_causal_lags

#include "tst_causal_lags.moc"
