// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/interval_matching.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace mien::evaluation {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// The first prediction at or after an index that no truth holds; predictions are taken, never given back.
class NextFree {
public:
    explicit NextFree(std::size_t count) : m_next(count + 1) { std::iota(m_next.begin(), m_next.end(), 0); }

    std::size_t from(std::size_t i) {
        while (m_next[i] != i) {
            m_next[i] = m_next[m_next[i]];
            i = m_next[i];
        }
        return i;
    }
    void take(std::size_t i) { m_next[i] = i + 1; }

private:
    std::vector<std::size_t> m_next;
};

} // namespace

double intersectionOverUnion(const HalfOpen& a, const HalfOpen& b) {
    const auto shared = std::min(a.end, b.end) - std::max(a.begin, b.begin);
    if (shared <= 0)
        return 0.0;
    const auto all = (a.end - a.begin) + (b.end - b.begin) - shared;
    return static_cast<double>(shared) / static_cast<double>(all);
}

bool HitRule::hits(const HalfOpen& a, const HalfOpen& b) const {
    const double overlap = intersectionOverUnion(a, b);
    return overlap > 0.0 && (strict ? overlap > iou : overlap >= iou);
}

HitTable::HitTable(std::vector<HalfOpen> truths, std::vector<HalfOpen> predictions, HitRule rule)
    : m_truths(std::move(truths)), m_predictions(std::move(predictions)), m_rule(rule) {
    std::sort(m_truths.begin(), m_truths.end());
    std::sort(m_predictions.begin(), m_predictions.end());
}

std::pair<std::size_t, std::size_t> HitTable::window(std::size_t t) const {
    // IoU >= x needs lengths within a factor of x, so a hit begins at most length / x before the truth ends.
    const auto& truth = m_truths[t];
    const double longest = static_cast<double>(truth.end - truth.begin) / m_rule.iou;
    const auto earliest = static_cast<double>(truth.begin) - longest - 1.0;
    const auto begins = [](const HalfOpen& p, double at) { return static_cast<double>(p.begin) < at; };
    const auto first = std::lower_bound(m_predictions.begin(), m_predictions.end(), earliest, begins);
    const auto last = std::lower_bound(first, m_predictions.end(), static_cast<double>(truth.end), begins);
    return {static_cast<std::size_t>(first - m_predictions.begin()),
            static_cast<std::size_t>(last - m_predictions.begin())};
}

std::optional<std::int64_t> HitTable::maximumMatching(const JobContext& job) const {
    // Kuhn's augmenting paths. A free prediction is taken at once where there is one; a prediction that a
    // failed search has seen can be on no later path either, so marks are renewed after a success only.
    std::vector<std::size_t> truthOf(m_predictions.size(), kNone);
    std::vector<std::size_t> seenIn(m_predictions.size(), kNone);
    NextFree nextFree(m_predictions.size());
    std::size_t round = 0;
    struct Step {
        std::size_t truth, next, last, taken;
    };
    std::vector<Step> path; // a stack of our own: tables may be large
    std::int64_t size = 0;
    for (std::size_t start = 0; start < m_truths.size(); ++start) {
        path.clear();
        std::size_t truth = start;
        bool found = false;
        while (!found) {
            if (job.cancelled())
                return std::nullopt;
            const auto [first, last] = window(truth);
            path.push_back({truth, first, last, kNone});
            auto free = nextFree.from(first);
            while (free < last && !m_rule.hits(m_truths[truth], m_predictions[free]))
                free = nextFree.from(free + 1);
            if (free < last) {
                path.back().taken = free;
                found = true;
                break;
            }
            // Every hit of this truth is taken: ask the truths that hold one whether they can do without.
            while (!path.empty()) {
                auto& step = path.back();
                while (step.next < step.last &&
                       (seenIn[step.next] == round || truthOf[step.next] == kNone ||
                        !m_rule.hits(m_truths[step.truth], m_predictions[step.next])))
                    ++step.next;
                if (step.next < step.last)
                    break;
                path.pop_back();
            }
            if (path.empty())
                break;
            auto& step = path.back();
            step.taken = step.next++;
            seenIn[step.taken] = round;
            truth = truthOf[step.taken];
        }
        if (!found)
            continue;
        nextFree.take(path.back().taken);
        for (const auto& step : path)
            truthOf[step.taken] = step.truth;
        ++round;
        ++size;
    }
    return size;
}

std::optional<HitTable::Pairs> HitTable::allPairs(const JobContext& job) const {
    std::vector<bool> hit(m_predictions.size());
    Pairs out;
    for (std::size_t t = 0; t < m_truths.size(); ++t) {
        if (job.cancelled())
            return std::nullopt;
        const auto before = out.pairs;
        const auto [first, last] = window(t);
        for (auto p = first; p < last; ++p) {
            if (!m_rule.hits(m_truths[t], m_predictions[p]))
                continue;
            ++out.pairs;
            hit[p] = true;
        }
        out.truthsInNone += out.pairs == before;
    }
    out.predictionsInNone = std::count(hit.begin(), hit.end(), false);
    return out;
}

} // namespace mien::evaluation
