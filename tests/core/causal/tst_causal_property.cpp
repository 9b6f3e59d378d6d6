// SPDX-License-Identifier: GPL-3.0-or-later
#include "equivalence_class.h"
#include "graph_text.h"
#include "random_dag.h"
#include "shuffled.h"
#include "support/test_program.h"

namespace tst_causal_property {

using namespace mien;
using namespace mien::causal;
using namespace mien::causal::test;

namespace {

bool isLong() {
    return qEnvironmentVariableIsSet("MIEN_LONG");
}

/// Small graphs of all kinds: 4 to 7 observed nodes, up to 3 latents and 2 selection nodes.
Dag drawn(Rng& rng) {
    DagRecipe recipe;
    recipe.observed = 4 + static_cast<int>(rng.below(4));
    recipe.latents = static_cast<int>(rng.below(4));
    recipe.selection = rng.below(2) == 0 ? 0 : 1 + static_cast<int>(rng.below(2));
    recipe.averageDegree = rng.uniform(1.2, 3.0);
    return randomDag(recipe, rng);
}

/// Tiers that the graph obeys: nodes in causal order, cut at random places.
std::vector<int> tiersOf(const Dag& dag, int tiers, Rng& rng) {
    const SlowSeparation truth(dag);
    const int size = truth.observed();
    std::vector<int> causes(static_cast<std::size_t>(size), 0); // observed ancestors: grows along every edge
    for (int v = 0; v < size; ++v)
        for (int u = 0; u < size; ++u)
            causes[static_cast<std::size_t>(v)] += truth.isAncestor(u, v);
    std::vector<int> cuts;
    for (int t = 1; t < tiers; ++t)
        cuts.push_back(1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(size))));
    std::vector<int> tierOf;
    for (const int count : causes)
        tierOf.push_back(
            static_cast<int>(std::count_if(cuts.begin(), cuts.end(), [&](int cut) { return count > cut; })));
    return tierOf;
}

/// Graphs on which neighbours do not suffice to separate a pair (Spirtes, Glymour & Scheines 2000,
/// section 6.3): two hidden causes L and M, and up to two nodes and some edges more, under shuffled names.
Dag needsPossibleDSep(Rng& rng) {
    Dag dag = dagOf("L > E, L > F, M > D, M > G, C > D, C > F, D > E, F > G");
    for (const std::uint64_t more = rng.below(3); dag.nodes.size() < 7 + more;)
        dag.nodes.push_back("N" + std::to_string(dag.nodes.size()));
    // a causal order of the eight edges; new nodes anywhere in it
    std::vector<std::string> order{"L", "M", "C", "D", "F", "E", "G"};
    for (std::size_t v = 7; v < dag.nodes.size(); ++v)
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(rng.below(order.size() + 1)), dag.nodes[v]);
    const auto place = [&](const std::string& name) {
        return static_cast<int>(std::find(dag.nodes.begin(), dag.nodes.end(), name) - dag.nodes.begin());
    };
    dag.latents = {place("L"), place("M")};
    for (std::uint64_t more = rng.below(4); more > 0; --more) {
        const auto i = rng.below(order.size());
        const auto j = rng.below(order.size());
        const std::pair edge(place(order[std::min(i, j)]), place(order[std::max(i, j)]));
        if (i != j && std::find(dag.edges.begin(), dag.edges.end(), edge) == dag.edges.end())
            dag.edges.push_back(edge);
    }
    return shuffled(dag, rng);
}

QString described(const Dag& dag) {
    QStringList parts;
    for (const auto& [from, to] : dag.edges)
        parts << QString::fromStdString(dag.nodes[static_cast<std::size_t>(from)] + " > " +
                                        dag.nodes[static_cast<std::size_t>(to)]);
    QString text = parts.join(", ");
    for (const auto& [word, list] :
         {std::pair("; latent", &dag.latents), std::pair("; selected", &dag.selection)}) {
        text += QString::fromLatin1(word);
        for (const int v : *list)
            text += QString::fromStdString(" " + dag.nodes[static_cast<std::size_t>(v)]);
    }
    return text;
}

} // namespace

/// The oracle's answer against the definition, on seeded random graphs with latents and selection.
class TestCausalProperty : public QObject {
    Q_OBJECT

private slots:
    void theOracleSeparatesAsThePathsDo() {
        Rng rng(11);
        for (int trial = 0; trial < 40; ++trial) {
            const Dag dag = drawn(rng);
            const auto oracle = DSeparationOracle::create(dag);
            MIEN_VERIFY(oracle);
            const auto session = (*oracle)->session();
            const SlowSeparation slow(dag);
            for (int x = 0; x < slow.observed(); ++x) {
                for (int y = x + 1; y < slow.observed(); ++y) {
                    for (Bits z = 0; z < bit(slow.observed()); ++z) {
                        if (z & (bit(x) | bit(y)))
                            continue;
                        std::vector<int> given;
                        for (int v = 0; v < slow.observed(); ++v)
                            if (z & bit(v))
                                given.push_back(v);
                        const bool apart = session->decide(x, y, given).verdict == Verdict::Independent;
                        QCOMPARE(apart, slow.separated(x, y, z));
                    }
                }
            }
        }
    }

    void theEnumerationListsExactlyTheEquivalentGraphs() {
        Rng rng(12);
        int checked = 0;
        for (int trial = 0; trial < 60; ++trial) {
            DagRecipe recipe{4 + static_cast<int>(rng.below(2)), static_cast<int>(rng.below(3)),
                             static_cast<int>(rng.below(2)), 2.0};
            const Dag dag = randomDag(recipe, rng);
            const SlowSeparation truth(dag);
            bool holdsTheTrueOne = false;
            const auto own = ancestralGraphOf(truth);
            for (const auto& member : classMembers(dag)) {
                QVERIFY2(sameModel(member, truth), qPrintable(described(dag)));
                holdsTheTrueOne |= member.mark == own.mark;
                ++checked;
            }
            QVERIFY2(holdsTheTrueOne, qPrintable(described(dag)));
        }
        QVERIFY(checked > 300);
    }

    void thePagIsThatOfTheEquivalenceClass() {
        const int wanted = isLong() ? 2500 : 150;
        const std::int64_t mostLeaves = isLong() ? 300'000 : 3'000;
        Rng rng(2024);
        int compared = 0;
        int passedOver = 0;
        int withSelection = 0;
        std::int64_t members = 0;
        while (compared < wanted) {
            const Dag dag = drawn(rng);
            const auto truth = enumerateClass(dag, mostLeaves);
            if (!truth) {
                ++passedOver;
                continue;
            }
            QVERIFY(truth->members > 0);
            const auto found = edgeTexts(answerOf(dag).graph);
            const auto expected = edgeTexts(truth->pag);
            QVERIFY2(found == expected, qPrintable(described(dag) + "\nfound    " + found.join(", ") +
                                                   "\nexpected " + expected.join(", ")));
            QCOMPARE(edgeTexts(answerOf(shuffled(dag, rng)).graph), expected);
            ++compared;
            withSelection += !dag.selection.empty();
            members += truth->members;
        }
        qInfo("%d graphs (%d with selection) equal to the intersection of %lld equivalent graphs; %d passed "
              "over "
              "as too large to enumerate",
              compared, withSelection, static_cast<long long>(members), passedOver);
    }

    void thePagIsRightWherePossibleDSepIsNeeded() {
        const int wanted = isLong() ? 400 : 30;
        Rng rng(1999);
        int compared = 0;
        int rfciKept = 0;
        while (compared < wanted) {
            const Dag dag = needsPossibleDSep(rng);
            const auto full = answerOf(dag);
            if (answerOf(dag, FciOptions::fast()).graph.edgeCount() == full.graph.edgeCount())
                continue; // what was added spoiled the structure
            const auto truth = enumerateClass(dag, isLong() ? 300'000 : 20'000);
            if (!truth)
                continue;
            QVERIFY2(edgeTexts(full.graph) == edgeTexts(truth->pag), qPrintable(described(dag)));
            FciOptions capped = FciOptions::interactive(full.graph.size());
            QCOMPARE(edgeTexts(answerOf(dag, capped).graph), edgeTexts(truth->pag));
            const SlowSeparation causes(dag);
            FciOptions rfci;
            rfci.algorithm = Algorithm::Rfci;
            const auto fast = answerOf(dag, rfci);
            rfciKept += fast.graph.edgeCount() > full.graph.edgeCount();
            for (const FciOptions& options : {rfci, FciOptions::anytime(1), FciOptions::anytime(2)}) {
                const auto weaker = answerOf(dag, options);
                for (const Edge& e : weaker.graph.edges()) {
                    QVERIFY(e.atA == Mark::Circle || (e.atA == Mark::Tail) == causes.causes(e.a, e.b));
                    QVERIFY(e.atB == Mark::Circle || (e.atB == Mark::Tail) == causes.causes(e.b, e.a));
                }
            }
            ++compared;
        }
        qInfo("%d graphs that need possible-d-sep equal; RFCI kept an edge more in %d", compared, rfciKept);
    }

    /// Without selection, and with tiers that the graph obeys, only some members of the class are possible.
    void knowledgeNarrowsThePagAsItNarrowsTheClass() {
        const int wanted = isLong() ? 800 : 60;
        Rng rng(31);
        int compared = 0;
        int tiered = 0;
        while (compared < wanted) {
            DagRecipe recipe{4 + static_cast<int>(rng.below(3)), static_cast<int>(rng.below(4)), 0,
                             rng.uniform(1.2, 3.0)};
            const Dag dag = randomDag(recipe, rng);
            Admitted admitted{.selection = false};
            Knowledge knowledge;
            FciOptions options;
            options.selectionBias = false;
            if (rng.below(3) > 0) {
                admitted.tierOf = tiersOf(dag, 2 + static_cast<int>(rng.below(2)), rng);
                knowledge.tiers.resize(3);
                for (std::size_t v = 0; v < admitted.tierOf.size(); ++v)
                    knowledge.tiers[static_cast<std::size_t>(admitted.tierOf[v])].push_back(
                        dag.observedNames()[v]);
                options.selectionBias = true; // tiers switch it off by themselves
                ++tiered;
            }
            const auto truth = enumerateClass(dag, isLong() ? 100'000 : 3'000, admitted);
            if (!truth)
                continue;
            QVERIFY(truth->members > 0);
            const auto found = edgeTexts(answerOf(dag, options, knowledge).graph);
            QVERIFY2(found == edgeTexts(truth->pag),
                     qPrintable(described(dag) + "\nfound    " + found.join(", ") + "\nexpected " +
                                edgeTexts(truth->pag).join(", ")));
            ++compared;
        }
        qInfo("%d graphs without selection equal, %d of the draws with tiers", compared, tiered);
    }

    /// Larger graphs: adjacency by asking every set, marks against the true relations of cause.
    void everyClaimOfALargerGraphIsTrue() {
        const int graphs = isLong() ? 600 : 40;
        Rng rng(77);
        int claims = 0;
        for (int trial = 0; trial < graphs; ++trial) {
            DagRecipe recipe{7 + static_cast<int>(rng.below(3)), static_cast<int>(rng.below(3)),
                             static_cast<int>(rng.below(2)), rng.uniform(1.2, 2.2)};
            const Dag dag = randomDag(recipe, rng);
            const SlowSeparation truth(dag);
            const auto mag = ancestralGraphOf(truth);
            const auto found = answerOf(dag);
            QVERIFY(found.warnings.empty());
            for (int i = 0; i < mag.size; ++i) {
                for (int j = 0; j < mag.size; ++j) {
                    if (i == j)
                        continue;
                    QCOMPARE(found.graph.adjacent(i, j), mag.adjacent(i, j));
                    if (!found.graph.adjacent(i, j) || found.graph.isCircle(i, j))
                        continue;
                    QVERIFY2(found.graph.end(i, j) == mag.end(i, j), qPrintable(described(dag)));
                    ++claims;
                }
            }
        }
        qInfo("%d marks of %d graphs, all true", claims, graphs);
    }

    /// Spirtes (2001): stopping at depth k leaves weaker claims, never wrong ones, if possible-d-sep stops at
    /// k too.
    void stoppingEarlyNeverClaimsWhatTheFullAnswerDenies() {
        const int graphs = isLong() ? 1200 : 80;
        Rng rng(5);
        int claims = 0;
        for (int trial = 0; trial < graphs; ++trial) {
            const Dag dag = drawn(rng);
            const SlowSeparation truth(dag);
            const auto full = answerOf(dag);
            for (int depth = 0; depth <= 3; ++depth) {
                const auto early = answerOf(dag, FciOptions::anytime(depth));
                for (int i = 0; i < truth.observed(); ++i) {
                    for (int j = 0; j < truth.observed(); ++j) {
                        if (i == j)
                            continue;
                        if (full.graph.adjacent(i, j))
                            QVERIFY2(early.graph.adjacent(i, j), qPrintable(described(dag)));
                        if (!early.graph.adjacent(i, j) || early.graph.isCircle(i, j))
                            continue;
                        ++claims;
                        const bool cause = truth.causes(j, i);
                        QVERIFY2(early.graph.isTail(i, j) == cause, qPrintable(described(dag)));
                    }
                }
            }
        }
        qInfo("%d marks at depths 0 to 3 of %d graphs, all true", claims, graphs);
    }

    /// RFCI may keep edges; what it claims of them must be true (a half-hearted check is not, guide 5.4).
    void rfciClaimsNothingWrong() {
        const int graphs = isLong() ? 2000 : 120;
        Rng rng(9);
        int claims = 0;
        int extra = 0;
        for (int trial = 0; trial < graphs; ++trial) {
            const Dag dag = drawn(rng);
            const SlowSeparation truth(dag);
            const auto full = answerOf(dag);
            FciOptions options;
            options.algorithm = Algorithm::Rfci;
            const auto fast = answerOf(dag, options);
            QCOMPARE(edgeTexts(answerOf(shuffled(dag, rng), options).graph), edgeTexts(fast.graph));
            for (int i = 0; i < truth.observed(); ++i) {
                for (int j = 0; j < truth.observed(); ++j) {
                    if (i == j)
                        continue;
                    const bool kept = fast.graph.adjacent(i, j);
                    extra += kept && !full.graph.adjacent(i, j);
                    QVERIFY2(kept || !full.graph.adjacent(i, j), qPrintable(described(dag)));
                    if (!kept || fast.graph.isCircle(i, j))
                        continue;
                    ++claims;
                    QVERIFY2(fast.graph.isTail(i, j) == truth.causes(j, i), qPrintable(described(dag)));
                }
            }
        }
        qInfo("%d marks of RFCI on %d graphs, all true; %d edges kept that FCI removes", claims, graphs,
              extra / 2);
    }

    void theBiconnectedRestrictionChangesNothing() {
        const int graphs = isLong() ? 1000 : 80;
        Rng rng(6);
        for (int trial = 0; trial < graphs; ++trial) {
            const Dag dag = drawn(rng);
            FciOptions options;
            options.biconnected = true;
            QCOMPARE(edgeTexts(answerOf(dag, options).graph), edgeTexts(answerOf(dag).graph));
        }
    }

    void conservativeAndMajorityAgreeWhereTheTestIsNeverWrong() {
        const int graphs = isLong() ? 500 : 40;
        Rng rng(8);
        for (int trial = 0; trial < graphs; ++trial) {
            const Dag dag = drawn(rng);
            const auto plain = edgeTexts(answerOf(dag).graph);
            for (const auto rule : {ColliderRule::Conservative, ColliderRule::Majority}) {
                FciOptions options;
                options.colliders = rule;
                const auto other = answerOf(dag, options);
                QVERIFY(other.ambiguous.all().empty());
                QCOMPARE(edgeTexts(other.graph), plain);
            }
        }
    }
};

MIEN_TEST(TestCausalProperty)

} // namespace tst_causal_property

#include "tst_causal_property.moc"
