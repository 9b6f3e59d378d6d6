// SPDX-License-Identifier: GPL-3.0-or-later
// The newest request wins, and what is answered is what core says to the same question.
#include "graph_bench.h"
#include "support/test_program.h"

#include <QSignalSpy>

#include <atomic>
#include <latch>

namespace tst_graph_engine {

using namespace mien;
using namespace mien::ui;

namespace {

struct Heard {
    explicit Heard(GraphEngine& engine) {
        QObject::connect(&engine, &GraphEngine::answered, &engine,
                         [this](const GraphAnswer& answer) { answers.push_back(answer); });
    }
    bool waitFor(std::size_t count) {
        return QTest::qWaitFor([&] { return answers.size() >= count; }, 30000);
    }
    std::vector<GraphAnswer> answers;
};

} // namespace

class TestGraphEngine : public QObject {
    Q_OBJECT

private slots:
    void anAnswerIsWhatCoreSaysForTheseParameters_data() {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("effective");
        QTest::newRow("defaults") << 0.01 << -1 << true;
        QTest::newRow("generous") << 0.2 << -1 << true;
        QTest::newRow("depth 0") << 0.05 << 0 << true;
        QTest::newRow("rows as samples") << 0.05 << -1 << false;
    }
    void anAnswerIsWhatCoreSaysForTheseParameters() {
        QFETCH(double, alpha);
        QFETCH(int, depth);
        QFETCH(bool, effective);
        const auto table = test::chainTable(8, 300, 0.8, 5);
        GraphRequest request{test::dataOf(table, 1), {}, {}};
        request.parameters.alpha = alpha;
        request.parameters.maxDepth = depth;
        request.parameters.sampleSize = effective ? causal::SampleSize::Effective : causal::SampleSize::Rows;
        causal::DiscoverOptions options;
        options.fci = causal::FciOptions::interactive(8);
        options.fci.maxDepth = depth;
        options.alpha = alpha;
        options.sampleSize = effective ? causal::SampleSize::Effective : causal::SampleSize::Rows;
        const auto expected = causal::discover(table, {}, options, {});
        MIEN_VERIFY(expected);
        QVERIFY(expected->result.graph.edgeCount() > 0);

        GraphEngine engine;
        Heard heard(engine);
        engine.ask(request);
        QVERIFY(heard.waitFor(1));
        QVERIFY(heard.answers[0].found);
        QVERIFY(heard.answers[0].found->result.graph == expected->result.graph);
    }

    void ofManyRequestsOnlyTheOneThatRunsAndTheNewestAreSearched() {
        std::latch begun(1), goOn(1);
        std::atomic<int> made = 0;
        const auto table = test::chainTable(6, 200, 0.8, 7);
        const auto slow = [&](const JobContext&) -> Result<causal::Table> {
            ++made;
            begun.count_down();
            goOn.wait();
            return table;
        };
        const auto quick = [&](const JobContext&) -> Result<causal::Table> {
            ++made;
            return table;
        };
        GraphEngine engine;
        Heard heard(engine);
        engine.ask({{1, slow}, {}, {}});
        begun.wait();
        constexpr int burst = 50;
        for (int i = 0; i < burst; ++i)
            engine.ask({{2 + i, quick}, {}, {}});
        goOn.count_down();
        QVERIFY(QTest::qWaitFor([&] { return !engine.busy(); }, 30000));
        QCOMPARE(made.load(), 2);
        QCOMPARE(heard.answers.back().request.data.id, 1 + burst);
    }

    void aSearchThatTakesLongIsGivenUpForANewerOne() {
        std::latch begun(1);
        const auto endless = [&](const JobContext& job) -> Result<causal::Table> {
            begun.count_down();
            while (!job.cancelled())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return mien::cancelled();
        };
        GraphEngine engine;
        Heard heard(engine);
        engine.ask({{1, endless}, {}, {}});
        begun.wait();
        engine.ask({test::dataOf(test::chainTable(5, 100, 0.8, 1), 2), {}, {}});
        QVERIFY(heard.waitFor(1));
        QCOMPARE(heard.answers.size(), std::size_t(1));
        QCOMPARE(heard.answers[0].request.data.id, 2);
        QVERIFY(heard.answers[0].found);
    }

    void whatWasDroppedIsNeverAnswered() {
        std::latch begun(1), goOn(1);
        const auto table = test::chainTable(5, 100, 0.8, 1);
        GraphEngine engine;
        Heard heard(engine);
        engine.ask({{1,
                     [&](const JobContext&) -> Result<causal::Table> {
                         begun.count_down();
                         goOn.wait();
                         return table;
                     }},
                    {},
                    {}});
        begun.wait();
        engine.drop();
        QVERIFY(!engine.busy());
        goOn.count_down();
        engine.ask({test::dataOf(table, 2), {}, {}});
        QVERIFY(heard.waitFor(1));
        QTest::qWait(20);
        QCOMPARE(heard.answers.size(), std::size_t(1));
        QCOMPARE(heard.answers[0].request.data.id, 2);
    }

    void aTableIsMadeOnceForManyLevels() {
        std::atomic<int> made = 0;
        const auto table = test::chainTable(5, 100, 0.8, 1);
        const GraphData data{4, [&](const JobContext&) -> Result<causal::Table> {
                                 ++made;
                                 return table;
                             }};
        GraphEngine engine;
        Heard heard(engine);
        for (const double alpha : {0.001, 0.01, 0.1}) {
            GraphRequest request{data, {}, {}};
            request.parameters.alpha = alpha;
            engine.ask(request);
            QVERIFY(QTest::qWaitFor([&] { return !engine.busy(); }, 30000));
        }
        QCOMPARE(heard.answers.size(), std::size_t(3));
        QCOMPARE(made.load(), 1);
    }

    void anErrorIsAnAnswer() {
        GraphEngine engine;
        Heard heard(engine);
        engine.ask({{1,
                     [](const JobContext&) -> Result<causal::Table> {
                         return fail(ErrorCode::Corrupt, "Line 3 is not a number.", "lab.csv");
                     }},
                    {},
                    {}});
        QVERIFY(heard.waitFor(1));
        QVERIFY(!heard.answers[0].found);
        QCOMPARE(heard.answers[0].error->sentence(), std::string("lab.csv: Line 3 is not a number."));
    }

    void whatMeetsTheInteractiveLimitsIsCompletedAfterwards() {
        // Dense and unmeasured: possible-d-sep has more to ask than the interactive preset allows.
        Rng rng(3);
        causal::Table table;
        constexpr int p = 14, hidden = 10, n = 400;
        table.values = Eigen::MatrixXd::Zero(n, p);
        for (int c = 0; c < p; ++c)
            table.names.push_back("V" + std::to_string(c));
        for (int r = 0; r < n; ++r) {
            std::array<double, hidden> causes;
            for (double& cause : causes)
                cause = rng.normal();
            for (int c = 0; c < p; ++c)
                table.values(r, c) = causes[static_cast<std::size_t>(c % hidden)] +
                                     causes[static_cast<std::size_t>((c * 3 + 1) % hidden)] + rng.normal();
        }
        GraphRequest request{test::dataOf(table, 1), {}, {}};
        request.parameters.alpha = 0.2;
        causal::DiscoverOptions options = optionsOf(request.parameters, p);
        const auto quick = causal::discover(table, {}, options, {});
        MIEN_VERIFY(quick);
        const auto& limits = quick->result.limits;
        if (!limits.possibleDSepDepth && !limits.possibleDSepBudget)
            QFAIL("the planted table meets no limit; the test would say nothing");
        GraphEngine engine;
        Heard heard(engine);
        engine.ask(request);
        QVERIFY(
            QTest::qWaitFor([&] { return !heard.answers.empty() && !heard.answers.back().refining; }, 30000));
        request.parameters.preset = GraphPreset::Complete;
        const auto complete = causal::discover(table, {}, optionsOf(request.parameters, p), {});
        MIEN_VERIFY(complete);
        QVERIFY(heard.answers.back().preset == GraphPreset::Complete);
        QVERIFY(heard.answers.back().found->result.graph == complete->result.graph);
    }
};

MIEN_UI_TEST(TestGraphEngine)

} // namespace tst_graph_engine

#include "tst_graph_engine.moc"
