// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/fci.h"

#include "core/causal/legality.h"
#include "core/causal/natural_order.h"
#include "core/causal/reordered_test.h"
#include "core/causal/rfci.h"
#include "core/causal/rules.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>

namespace mien::causal {
namespace {

constexpr std::size_t mostVariables = 1000;

Result<void> checkVariables(const IndependenceTest& test, const std::vector<std::string>& names) {
    if (static_cast<std::size_t>(test.variableCount()) != names.size())
        return fail(ErrorCode::Internal, "The test and the names differ in the number of variables.");
    if (names.size() < 2)
        return fail(ErrorCode::InvalidArgument, "A causal graph needs at least two variables.");
    if (names.size() > mostVariables)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(names.size()) + " variables are more than the " +
                        std::to_string(mostVariables) + " that a search can take; choose fewer columns.");
    std::set<std::string> seen;
    for (const auto& name : names)
        if (!seen.insert(name).second)
            return fail(ErrorCode::InvalidArgument, "Two variables are called \"" + name + "\"; rename one.");
    return {};
}

/// Counts what one phase adds.
class PhaseClock {
public:
    PhaseClock(const AdjacencyState& state, PhaseCount& count)
        : m_state(state), m_count(count), m_tests(state.tests), m_notDone(state.notDone) {}
    ~PhaseClock() {
        m_count.tests += m_state.tests - m_tests;
        m_count.notDone += m_state.notDone - m_notDone;
        m_count.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    PhaseClock(const PhaseClock&) = delete;
    PhaseClock& operator=(const PhaseClock&) = delete;

private:
    const AdjacencyState& m_state;
    PhaseCount& m_count;
    std::int64_t m_tests;
    std::int64_t m_notDone;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

int smaller(int a, int b) {
    return a < 0 ? b : b < 0 ? a : std::min(a, b);
}

/// One search on variables in canonical order.
class Search {
public:
    Search(const IndependenceTest& test, std::vector<std::string> names, Homology homology,
           const ResolvedKnowledge& knowledge, const FciOptions& options, const JobContext& job)
        : m_test(test), m_knowledge(knowledge), m_options(options), m_job(job), m_state(std::move(names)) {
        m_state.homology = std::move(homology);
    }

    Result<FciResult> run() {
        m_result.selectionBias = m_options.selectionBias && !m_knowledge.excludesSelection();
        if (m_options.selectionBias && !m_result.selectionBias && m_state.homology.empty())
            m_result.warnings.emplace_back("Knowledge of what does not cause what only orients an edge if no "
                                           "selection took place; selection is excluded (R5 to R7 are off).");
        if (const auto done = adjacencies(); !done)
            return Unexpected(done.error());
        if (const auto done = possibleDSep(); !done)
            return Unexpected(done.error());
        if (const auto done = orient(); !done)
            return Unexpected(done.error());
        warn();
        m_result.graph = std::move(m_state.graph);
        m_result.sets = std::move(m_state.sets);
        m_result.evidence = std::move(m_state.evidence);
        m_result.largestSkeletonSet = m_state.largestSet;
        return std::move(m_result);
    }

private:
    Result<void> adjacencies() {
        const PhaseClock clock(m_state, m_result.skeleton);
        const auto capped =
            searchSkeleton(m_test, m_knowledge, {m_options.maxDepth, m_options.strongestSet}, m_job, m_state);
        if (!capped)
            return Unexpected(capped.error());
        m_result.limits.skeletonDepth = *capped;
        return {};
    }

    /// Marks from scratch: knowledge first, then R0 with what is on file now.
    Result<ColliderOutcome> colliders() {
        m_state.graph.resetMarks();
        m_knowledge.orient(m_state.graph);
        return orientColliders(m_test, {m_options.colliders, m_options.maxDepth}, m_job, m_state);
    }

    Result<void> possibleDSep() {
        const bool skipped = !m_options.possibleDSep || m_options.algorithm == Algorithm::Rfci;
        m_result.limits.noPossibleDSep = skipped;
        if (skipped)
            return {};
        const PhaseClock clock(m_state, m_result.possibleDSep);
        if (const auto done = colliders(); !done)
            return Unexpected(done.error());
        const int beyond = m_options.beyondSkeleton < 0 ? -1 : m_state.largestSet + m_options.beyondSkeleton;
        PossibleDSepOptions options;
        options.maxDepth = smaller(m_options.maxDepth, beyond);
        options.maxPathLength = m_options.maxPathLength;
        options.biconnected = m_options.biconnected;
        options.testBudget = m_options.possibleDSepBudget;
        const auto outcome = searchPossibleDSep(m_test, m_knowledge, options, m_job, m_state);
        if (!outcome)
            return Unexpected(outcome.error());
        m_result.limits.possibleDSepDepth = outcome->depthCapped;
        m_result.limits.possibleDSepBudget = outcome->budgetExhausted;
        return {};
    }

    Result<void> orient() {
        const PhaseClock clock(m_state, m_result.orientation);
        const bool rfci = m_options.algorithm == Algorithm::Rfci;
        auto outcome =
            rfci ? Rfci(m_test, m_knowledge, m_job, m_state).orient(m_result.selectionBias) : colliders();
        if (!outcome)
            return Unexpected(outcome.error());
        m_result.ambiguous = std::move(outcome->ambiguous);
        for (const Triple& t : outcome->againstKnowledge)
            m_result.warnings.push_back("The data make " + name(t.b) + " a common effect of " + name(t.a) +
                                        " and " + name(t.c) + "; the knowledge forbids it.");
        if (!rfci)
            Rules(m_state.graph, m_state.sets, m_result.ambiguous, m_state.homology)
                .applyAll(m_result.selectionBias);
        return {};
    }

    void warn() {
        for (auto& sentence : contradictions(m_state.graph))
            m_result.warnings.push_back(std::move(sentence));
        if (m_state.notDone > 0)
            m_result.warnings.push_back(std::to_string(m_state.notDone) +
                                        " tests could not be done (too few samples, or a variable is "
                                        "determined by others); they remove "
                                        "no edge.");
        if (m_result.limits.possibleDSepBudget)
            m_result.warnings.emplace_back("The possible-d-sep phase was cut short; the graph may keep edges "
                                           "that a complete run removes.");
    }

    std::string name(int v) const { return m_state.graph.names()[static_cast<std::size_t>(v)]; }

    const IndependenceTest& m_test;
    const ResolvedKnowledge& m_knowledge;
    const FciOptions& m_options;
    const JobContext& m_job;
    AdjacencyState m_state;
    FciResult m_result;
};

/// Back from places in `order` (canonical) to the caller's variables.
void mapBack(FciResult& result, const std::vector<int>& order) {
    const int size = result.graph.size();
    std::vector<int> place(order.size()); // variable → canonical place
    for (std::size_t i = 0; i < order.size(); ++i)
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    const auto placeOf = [&](int v) { return place[static_cast<std::size_t>(v)]; };
    const auto variable = [&](int i) { return order[static_cast<std::size_t>(i)]; };
    SeparatingSets sets(size);
    std::vector<PairEvidence> evidence(result.evidence.size());
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j) {
            evidence[static_cast<std::size_t>(i) * order.size() + static_cast<std::size_t>(j)] =
                result.evidenceOf(placeOf(i), placeOf(j));
            if (j >= i)
                continue;
            const Separation state = result.sets.state(placeOf(i), placeOf(j));
            if (state == Separation::Forbidden)
                sets.setForbidden(i, j);
            if (state != Separation::Found)
                continue;
            std::vector<int> set;
            for (const int v : result.sets.set(placeOf(i), placeOf(j)))
                set.push_back(variable(v));
            sets.setFound(i, j, std::move(set));
        }
    }
    TripleSet ambiguous;
    for (const Triple& t : result.ambiguous.all())
        ambiguous.insert(Triple(variable(t.a), variable(t.b), variable(t.c)));
    result.graph = result.graph.reordered(place);
    result.sets = std::move(sets);
    result.evidence = std::move(evidence);
    result.ambiguous = std::move(ambiguous);
}

} // namespace

FciOptions FciOptions::interactive(int variables) {
    FciOptions options;
    options.maxDepth = variables <= 24 ? -1 : 3;
    options.biconnected = true;
    options.beyondSkeleton = 2;
    options.possibleDSepBudget = 25'000;
    return options;
}

Result<FciResult> fci(const IndependenceTest& test, const std::vector<std::string>& names,
                      const Knowledge& knowledge, const FciOptions& options, const JobContext& job) {
    return fci(test, names, {}, knowledge, options, job);
}

Result<FciResult> fci(const IndependenceTest& test, const std::vector<std::string>& names,
                      const std::vector<LaggedVariable>& lagged, const Knowledge& knowledge,
                      const FciOptions& options, const JobContext& job) {
    if (!lagged.empty() && options.algorithm == Algorithm::Rfci)
        return fail(ErrorCode::InvalidArgument, "RFCI knows no lags; search lagged series by FCI.");
    if (!lagged.empty() && lagged.size() != names.size())
        return fail(ErrorCode::Internal, "The lags and the names differ in the number of variables.");
    if (const auto fine = checkVariables(test, names); !fine)
        return Unexpected(fine.error());
    const auto order = canonicalOrder(names);
    std::vector<std::string> ordered;
    std::vector<LaggedVariable> orderedLags;
    for (const int v : order) {
        ordered.push_back(names[static_cast<std::size_t>(v)]);
        if (!lagged.empty())
            orderedLags.push_back(lagged[static_cast<std::size_t>(v)]);
    }
    const auto resolved = ResolvedKnowledge::resolve(knowledge, ordered);
    if (!resolved)
        return Unexpected(resolved.error());
    const bool inOrder = std::is_sorted(order.begin(), order.end());
    const ReorderedTest reordered(test, order);
    const IndependenceTest& used = inOrder ? test : static_cast<const IndependenceTest&>(reordered);
    auto result =
        Search(used, std::move(ordered), lagged.empty() ? Homology() : Homology(std::move(orderedLags)),
               *resolved, options, job)
            .run();
    if (result && !inOrder)
        mapBack(*result, order);
    if (result)
        result->lagged = lagged;
    return result;
}

} // namespace mien::causal
