// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/network_proposals.h"

#include <cmath>
#include <functional>
#include <map>

namespace mien::spotting {
namespace {

/// Which outputs speak of a type: the order of AUW-GCN's head.
struct Outputs {
    int start, end, apex;
};
constexpr Outputs kMicroOutputs{0, 1, 6}, kMacroOutputs{3, 4, 7};

struct Candidate {
    std::size_t start, apex, end;
    double score;
};

/// A type's view of the probabilities.
class Finder {
public:
    Finder(const FrameProbabilities& p, const NetworkInput& film, Outputs outputs,
           const DurationLimits& limits, double threshold)
        : m_p(p),
          m_film(film),
          m_outputs(outputs),
          m_limits(limits),
          m_threshold(threshold),
          m_count(std::min(p.samples(), film.samples())) {}

    std::vector<Candidate> candidates(bool peaksOnly) const {
        std::vector<Candidate> found;
        for (std::size_t first = 0, last = 0; first < m_count; first = last + 1) {
            last = first;
            if (!isApex(first))
                continue;
            if (peaksOnly) {
                while (isBehind(last, apexAt(first), std::equal_to{}))
                    ++last;
                if (isBehind(last, apexAt(first), std::greater{}) ||
                    (first > 0 && m_film.scorable[first - 1] && apexAt(first - 1) > apexAt(first)))
                    continue;
            }
            // The middle of a plateau counts as its peak: probabilities near 1 round to it.
            if (const auto c = around(first + (last - first) / 2))
                found.push_back(*c);
        }
        return found;
    }

private:
    float apexAt(std::size_t s) const { return m_p.at(s, m_outputs.apex); }
    bool isApex(std::size_t s) const {
        return m_film.scorable[s] && static_cast<double>(apexAt(s)) > m_threshold;
    }
    /// Whether the sample behind `s` can be scored and its apex compares so with `value`.
    bool isBehind(std::size_t s, float value, auto compare) const {
        return s + 1 < m_count && m_film.scorable[s + 1] && compare(apexAt(s + 1), value);
    }
    std::size_t likeliest(int output, std::size_t first, std::size_t last) const {
        std::size_t best = first;
        for (std::size_t s = first + 1; s <= last; ++s)
            if (m_p.at(s, output) > m_p.at(best, output))
                best = s;
        return best;
    }
    std::optional<Candidate> around(std::size_t apex) const {
        const auto nearest = static_cast<std::size_t>(std::max(0, m_limits.nearest));
        const auto furthest = static_cast<std::size_t>(std::max(0, m_limits.furthest));
        std::size_t left = 0, right = 0; // samples that can be scored on both sides
        while (left < furthest && left < apex && m_film.scorable[apex - left - 1])
            ++left;
        while (right < furthest && apex + right + 1 < m_count && m_film.scorable[apex + right + 1])
            ++right;
        if (left < nearest || right < nearest || furthest < nearest)
            return std::nullopt;
        const std::size_t start = likeliest(m_outputs.start, apex - left, apex - nearest);
        const std::size_t end = likeliest(m_outputs.end, apex + nearest, apex + right);
        const float startThere = m_p.at(start, m_outputs.start), endThere = m_p.at(end, m_outputs.end);
        const auto length = static_cast<std::int64_t>(end - start);
        if (!(startThere > m_p.at(start, m_outputs.end)) || !(endThere > m_p.at(end, m_outputs.start)) ||
            length < m_limits.shortest || length > m_limits.longest)
            return std::nullopt;
        return Candidate{start, apex, end,
                         static_cast<double>(startThere) * static_cast<double>(endThere) *
                             static_cast<double>(apexAt(apex))};
    }

    const FrameProbabilities& m_p;
    const NetworkInput& m_film;
    Outputs m_outputs;
    const DurationLimits& m_limits;
    double m_threshold;
    std::size_t m_count;
};

double overlapOf(const Candidate& a, const Candidate& b) {
    const double shared =
        static_cast<double>(std::min(a.end, b.end)) - static_cast<double>(std::max(a.start, b.start));
    const double all = static_cast<double>(a.end - a.start) + static_cast<double>(b.end - b.start) - shared;
    return shared > 0.0 ? shared / all : 0.0;
}

/// The most certain ones, none overlapping another by more than `iou`.
std::vector<Candidate> suppressed(std::vector<Candidate> candidates, double iou, int most) {
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
    std::multimap<std::size_t, Candidate> kept; // by start, so that only neighbours are compared
    std::size_t longest = 0;
    for (const Candidate& c : candidates) {
        if (most > 0 && kept.size() == static_cast<std::size_t>(most))
            break;
        const auto first = kept.lower_bound(c.start > longest ? c.start - longest : 0);
        const auto last = kept.lower_bound(c.end);
        if (std::any_of(first, last, [&](const auto& k) { return overlapOf(k.second, c) > iou; }))
            continue;
        kept.emplace(c.start, c);
        longest = std::max(longest, c.end - c.start);
    }
    std::vector<Candidate> result;
    for (const auto& [start, candidate] : kept)
        result.push_back(candidate);
    return result;
}

void softmax3(const float* in, float* out) {
    const double top = static_cast<double>(std::max({in[0], in[1], in[2]}));
    std::array<double, 3> e{};
    for (std::size_t i = 0; i < 3; ++i)
        e[i] = std::exp(static_cast<double>(in[i]) - top);
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = static_cast<float>(e[i] / (e[0] + e[1] + e[2]));
}

/// Never overflows: exp of a negative number alone.
float sigmoid(float x) {
    const double e = std::exp(-std::abs(static_cast<double>(x)));
    return static_cast<float>(x >= 0.0f ? 1.0 / (1.0 + e) : e / (1.0 + e));
}

} // namespace

FrameProbabilities probabilitiesOf(std::span<const float> logits) {
    constexpr auto kOutputs = static_cast<std::size_t>(FrameProbabilities::kOutputs);
    FrameProbabilities p;
    p.values.resize(logits.size() / kOutputs * kOutputs);
    for (std::size_t i = 0; i < p.values.size(); i += kOutputs) {
        softmax3(&logits[i], &p.values[i]);
        softmax3(&logits[i + 3], &p.values[i + 3]);
        for (std::size_t k = 6; k < kOutputs; ++k)
            p.values[i + k] = sigmoid(logits[i + k]);
    }
    return p;
}

std::vector<annotation::Proposal> proposalsOf(const FrameProbabilities& probabilities,
                                              const NetworkInput& film, const ProposalOptions& options,
                                              std::string_view spotter) {
    std::vector<annotation::Proposal> proposals;
    for (const bool micro : {true, false}) {
        const Finder finder(probabilities, film, micro ? kMicroOutputs : kMacroOutputs,
                            micro ? options.micro : options.macro,
                            micro ? options.microApex : options.macroApex);
        for (const Candidate& c : suppressed(finder.candidates(options.apexes == "peaks"), options.nmsIou,
                                             micro ? options.microMost : options.macroMost)) {
            annotation::Proposal p;
            p.onset = film.frameOf(static_cast<double>(c.start));
            p.apex = film.frameOf(static_cast<double>(c.apex));
            p.offset = film.frameOf(static_cast<double>(c.end));
            p.type = micro ? annotation::ExpressionType::Micro : annotation::ExpressionType::Macro;
            p.score = c.score;
            p.spotter = spotter;
            proposals.push_back(std::move(p));
        }
    }
    std::ranges::stable_sort(proposals, {},
                             [](const annotation::Proposal& p) { return std::pair(p.onset, p.apex); });
    return proposals;
}

} // namespace mien::spotting
