// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/oracle_case.h"
#include "graph_text.h"
#include "support/test_program.h"

#include <atomic>

namespace tst_causal_knowledge {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

/// Says "dependent" always, and asks for a stop after a number of questions.
class StoppingTest final : public IndependenceTest {
public:
    StoppingTest(int variables, int after, std::stop_source& stop)
        : m_variables(variables), m_after(after), m_stop(stop) {}
    int variableCount() const override { return m_variables; }
    double logP(int, int, int, double) const override { return -1.0; }
    std::unique_ptr<TestSession> session() const override { return std::make_unique<Session>(*this); }
    mutable std::atomic<int> asked = 0;

private:
    class Session final : public TestSession {
    public:
        explicit Session(const StoppingTest& test) : m_test(test) {}
        Answer decide(int, int, std::span<const int>) override {
            if (++m_test.asked == m_test.m_after)
                m_test.m_stop.request_stop();
            return {Verdict::Dependent, 1.0};
        }

    private:
        const StoppingTest& m_test;
    };
    int m_variables;
    int m_after;
    std::stop_source& m_stop;
};

/// Cannot answer anything.
class MuteTest final : public IndependenceTest {
public:
    int variableCount() const override { return 4; }
    double logP(int, int, int, double) const override { return 0.0; }
    std::unique_ptr<TestSession> session() const override { return std::make_unique<Session>(); }

private:
    class Session final : public TestSession {
        Answer decide(int, int, std::span<const int>) override { return {}; }
    };
};

/// E and G are adjacent to all that asks neighbours only (Spirtes, Glymour & Scheines 2000, section 6.3).
const QString hiddenPair =
    QStringLiteral("L > E, L > F, M > D, M > G, C > D, C > F, D > E, F > G; latent L M");

int placeIn(const Pag& graph, const char* name) {
    const auto& names = graph.names();
    return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::vector<std::string> letters(int count) {
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back(std::string(1, static_cast<char>('A' + i)));
    return names;
}

} // namespace

/// What knowledge may and may not write, and what the search makes of limits and bad input.
class TestCausalKnowledge : public QObject {
    Q_OBJECT

private slots:
    /// Guide, defect 12: "B does not cause A" puts an arrowhead at B and nothing at A.
    void aForbiddenCauseWritesOneArrowhead() {
        Knowledge knowledge;
        knowledge.forbidden = {{"B", "A"}};
        QCOMPARE(pagTexts("A > B", {}, knowledge), QStringList{"A o-> B"});
        Knowledge tiers;
        tiers.tiers = {{"A"}, {"B"}};
        QCOMPARE(pagTexts("A > B", {}, tiers), QStringList{"A o-> B"});
        const auto result = answerOf(dagOf("A > B"), {}, tiers);
        QVERIFY(!result.selectionBias && result.warnings.size() == 1);
    }

    /// Guide, defect 13: no empty separating set, so no false collider.
    void aPairForbiddenBothWaysIsNeitherTestedNorSeparated() {
        Knowledge knowledge;
        knowledge.forbidden = {{"A", "C"}, {"C", "A"}};
        const auto result = answerOf(dagOf("A > B > C, A > C"), {}, knowledge);
        QCOMPARE(edgeTexts(result.graph), (QStringList{"A o-o B", "B o-o C"}));
        QCOMPARE(result.sets.state(0, 2), Separation::Forbidden);
        QCOMPARE(result.ambiguous.all().size(), std::size_t{1});
        QCOMPARE(result.evidenceOf(0, 2).given, -1);
        QVERIFY(result.selectionBias); // nothing was oriented by it
    }

    /// Guide, defect 14: neither phase removes a required edge.
    void aRequiredEdgeStays() {
        Knowledge knowledge;
        knowledge.required = {{"A", "C"}};
        const auto texts = pagTexts("A > B > C", {}, knowledge);
        QVERIFY(texts.contains("A --> C"));
    }

    void aColliderThatKnowledgeForbidsIsReported() {
        Knowledge knowledge;
        knowledge.required = {{"C", "A"}};
        const auto result = answerOf(dagOf("A > C, B > C"), {}, knowledge);
        QVERIFY(result.graph.isParent(1, 0)); // nodes: A, C, B
        QVERIFY(!result.graph.isArrow(2, 1));
        QVERIFY(std::any_of(result.warnings.begin(), result.warnings.end(), [](const std::string& w) {
            return w.find("common effect of A and B") != std::string::npos;
        }));
    }

    void edgesWithinATierCanBeForbidden() {
        Knowledge knowledge;
        knowledge.tiers = {{"A", "B"}, {"C"}};
        knowledge.forbiddenWithin = {0};
        QCOMPARE(pagTexts("A > B, A > C, B > C", {}, knowledge), (QStringList{"A o-> C", "B o-> C"}));
    }

    void contradictionsAreOneSentence_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("word");
        QTest::addRow("unknown") << R"({"required": [["A", "Z"]]})"
                                 << "Z";
        QTest::addRow("both") << R"({"required": [["A", "B"]], "forbidden": [["A", "B"]]})"
                              << "both requires";
        QTest::addRow("tiers") << R"({"tiers": [["A"], ["B"]], "required": [["B", "A"]]})"
                               << "both requires";
        QTest::addRow("circle") << R"({"required": [["A", "B"], ["B", "C"], ["C", "A"]]})"
                                << "circle";
        QTest::addRow("pair") << R"({"required": [["A", "B"], ["B", "A"]]})"
                              << "circle";
        QTest::addRow("two tiers") << R"({"tiers": [["A"], ["A"]]})"
                                   << "two tiers";
        QTest::addRow("itself") << R"({"forbidden": [["A", "A"]]})"
                                << "itself";
        QTest::addRow("no tier") << R"({"forbidden_within": [3]})"
                                 << "tier 3";
    }
    void contradictionsAreOneSentence() {
        QFETCH(QString, json);
        QFETCH(QString, word);
        const auto knowledge = parseKnowledge(json.toStdString(), "k.json");
        MIEN_VERIFY(knowledge);
        const auto oracle = DSeparationOracle::create(dagOf("A > B > C"));
        const auto result = fci(**oracle, letters(3), *knowledge, {}, {});
        QVERIFY(!result);
        QVERIFY2(QString::fromStdString(result.error().message).contains(word),
                 result.error().message.c_str());
    }

    void badFilesAreOneSentence() {
        for (const char* text : {"", "{", "[1,2", "{\"required\": [[\"A\"]]}", "{\"tiers\": 3}", "7",
                                 "{\"tier\": []}", "{\"forbidden_within\": [0.5]}"}) {
            const auto knowledge = parseKnowledge(text, "k.json");
            QVERIFY2(!knowledge, text);
            QCOMPARE(knowledge.error().location, std::string("k.json"));
        }
        for (const char* text :
             {"{}", "{\"nodes\": [\"A\"]}", R"({"nodes": ["A", "A"], "dag_edges": []})",
              R"({"nodes": ["A", "B"], "dag_edges": [["A", "B"], ["B", "A"]]})",
              R"({"nodes": ["A", "B"], "dag_edges": [["A", "C"]]})",
              R"({"nodes": ["A", "B"], "dag_edges": [], "latents": ["A"], "selection": ["A"]})"}) {
            const auto parsed = parseOracleCase(text, "dag.json");
            QVERIFY2(!parsed, text);
            QCOMPARE(parsed.error().code, ErrorCode::Corrupt);
        }
    }

    void tooFewAndTooManyVariables() {
        std::stop_source stop;
        for (const int count : {0, 1, 1001}) {
            const StoppingTest test(count, 1, stop);
            std::vector<std::string> names;
            for (int i = 0; i < count; ++i)
                names.push_back("X" + std::to_string(i));
            const auto result = fci(test, names, {}, {}, {});
            QVERIFY(!result && result.error().code == ErrorCode::InvalidArgument);
        }
        const StoppingTest test(2, 100, stop);
        QVERIFY(!fci(test, {"A", "A"}, {}, {}, {}));
    }

    void aStopIsHeardInTheMiddle() {
        std::stop_source stop;
        const StoppingTest test(20, 5000, stop);
        JobContext job;
        job.stop = stop.get_token();
        job.threads = 1;
        const auto result = fci(test, letters(20), {}, {}, job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(test.asked < 5000 + 1100);
    }

    /// Guide, defects 19 and 20: what could not be tested counts as nothing.
    void aTestThatCannotBeDoneRemovesNoEdge() {
        const auto result = fci(MuteTest(), letters(4), {}, {}, {});
        MIEN_VERIFY(result);
        QCOMPARE(result->graph.edgeCount(), 6);
        QCOMPARE(result->tests(), std::int64_t{0});
        QVERIFY(!result->warnings.empty());
    }

    void limitsAreSaid() {
        const Dag dag = dagOf("A > B > C > D, A > D, B > D");
        QVERIFY(answerOf(dag, FciOptions::anytime(0)).limits.skeletonDepth);
        QVERIFY(!answerOf(dag).limits.any());
        QVERIFY(answerOf(dag, FciOptions::fast()).limits.noPossibleDSep);
        FciOptions options;
        options.possibleDSepBudget = 1;
        const Dag deep = dagOf(hiddenPair);
        QVERIFY(answerOf(deep, options).limits.possibleDSepBudget);
        QVERIFY(!answerOf(deep, options).warnings.empty());
        QCOMPARE(answerOf(deep, options).possibleDSep.tests, std::int64_t{0});
        QVERIFY(answerOf(deep).graph.edgeCount() < answerOf(deep, options).graph.edgeCount());
    }

    /// Guide, defect 6: what possible-d-sep finds is kept, for either order of the pair.
    void setsOfThePossibleDSepPhaseAreKept() {
        const auto result = answerOf(dagOf(hiddenPair));
        const int e = placeIn(result.graph, "E");
        const int g = placeIn(result.graph, "G");
        QVERIFY(!result.graph.adjacent(e, g) &&
                answerOf(dagOf(hiddenPair), FciOptions::fast()).graph.adjacent(e, g));
        QVERIFY(result.sets.found(e, g) && result.sets.found(g, e));
        QVERIFY(!result.sets.set(e, g).empty());
        QCOMPARE(result.sets.set(e, g), result.sets.set(g, e));
        QVERIFY(static_cast<int>(result.sets.set(e, g).size()) > result.largestSkeletonSet);
    }

    /// Guide, pitfall 10: one set, not all of a level in one.
    void aSeparatingSetIsOneThatWasTested() {
        const auto result = answerOf(dagOf("A > B > C > D"));
        QCOMPARE(result.sets.set(0, 3), std::vector<int>{1}); // {C} would do too
    }

    /// Guide, pitfall 11: a depth holds in both phases.
    void theDepthHoldsForPossibleDSepToo() {
        const auto result = answerOf(dagOf(hiddenPair), FciOptions::anytime(1));
        QVERIFY(result.limits.possibleDSepDepth);
        for (int i = 0; i < result.graph.size(); ++i)
            for (int j = 0; j < i; ++j)
                QVERIFY(result.sets.set(i, j).size() <= 1);
    }

    /// Guide, defect 9: without possible-d-sep the rules run all the same.
    void theRulesRunWithoutPossibleDSep() {
        QCOMPARE(pagTexts("X > Z, Y > Z, Z > W", FciOptions::fast()),
                 (QStringList{"W <-- Z", "X o-> Z", "Y o-> Z"}));
    }

    void threadsChangeNothing() {
        std::stop_source stop;
        const Dag dag = dagOf(
            "A > B > C > D > E > F > G > H, A > D, B > E, C > F, L > A, L > H, M > B, M > G; latent L M");
        const auto oracle = DSeparationOracle::create(dag);
        JobContext one;
        one.threads = 1;
        JobContext two;
        two.threads = 2;
        const auto a = fci(**oracle, dag.observedNames(), {}, {}, one);
        const auto b = fci(**oracle, dag.observedNames(), {}, {}, two);
        QVERIFY(a->graph == b->graph && a->tests() == b->tests());
    }
};

MIEN_TEST(TestCausalKnowledge)

} // namespace tst_causal_knowledge

#include "tst_causal_knowledge.moc"
