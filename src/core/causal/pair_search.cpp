// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/pair_search.h"

#include "core/base/parallel.h"
#include "core/causal/subsets.h"

#include <algorithm>

namespace mien::causal {
namespace {

constexpr double worthThreads = 20'000; // tests; below that starting threads costs more than it saves

bool isSubset(std::span<const int> set, std::span<const int> of) {
    return std::all_of(set.begin(), set.end(),
                       [&](int v) { return std::binary_search(of.begin(), of.end(), v); });
}

} // namespace

double PairQuestion::sets(int size) const {
    return Subsets::count(fromX.size(), size) + (size > 0 ? Subsets::count(fromY.size(), size) : 0.0);
}

PairAnswer searchPair(TestSession& session, const PairQuestion& question, const PairSearchOptions& options,
                      const JobContext& job) {
    PairAnswer answer;
    double weakest = std::numeric_limits<double>::infinity();
    const auto offer = [&](std::span<const int> set) {
        if (options.skip && options.skip(question, set))
            return false;
        const Answer one = session.decide(question.x, question.y, set);
        if (one.verdict == Verdict::NotDone) {
            ++answer.notDone;
            return false;
        }
        ++answer.tests;
        answer.lowestScore = std::min(answer.lowestScore, one.score);
        if (one.verdict == Verdict::Independent && one.score < weakest) {
            weakest = one.score;
            answer.separated = true;
            answer.set.assign(set.begin(), set.end());
        }
        return answer.separated && !options.strongest;
    };
    std::uint32_t asked = 0;
    const auto stopped = [&] { return (++asked & 1023u) == 0 && job.cancelled(); };
    for (Subsets sets(question.fromX, options.size); !sets.done(); sets.next())
        if (offer(sets.values()) || stopped())
            return answer;
    for (Subsets sets(question.fromY, options.size); !sets.done(); sets.next()) {
        if (isSubset(sets.values(), question.fromX))
            continue;
        if (offer(sets.values()) || stopped())
            return answer;
    }
    return answer;
}

std::vector<PairAnswer> searchPairs(const IndependenceTest& test, std::span<const PairQuestion> questions,
                                    const PairSearchOptions& options, const JobContext& job) {
    std::vector<PairAnswer> answers(questions.size());
    double expected = 0.0;
    for (const auto& question : questions)
        expected += question.sets(options.size);
    const std::size_t chunks =
        expected < worthThreads
            ? 1
            : std::min(questions.size(), static_cast<std::size_t>(job.threadCount()) * 16);
    const auto runChunk = [&](std::size_t chunk) {
        const auto session = test.session();
        for (std::size_t i = chunk; i < questions.size() && !job.cancelled(); i += chunks)
            answers[i] = searchPair(*session, questions[i], options, job);
    };
    if (chunks == 1 || job.threadCount() == 1) {
        for (std::size_t chunk = 0; chunk < chunks; ++chunk)
            runChunk(chunk);
    } else {
        parallelFor(chunks, job, runChunk);
    }
    return answers;
}

} // namespace mien::causal
