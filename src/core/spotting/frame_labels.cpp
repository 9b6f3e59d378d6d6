// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/frame_labels.h"

#include <cmath>

namespace mien::spotting {
namespace {

constexpr std::uint8_t kStart = 0, kEnd = 1, kNone = 2;

/// Calls f(sample, distance) for the samples of the film within `widen` of `centre`.
template <class F>
void around(std::int64_t centre, int widen, std::size_t samples, F&& f) {
    const std::int64_t first = std::max<std::int64_t>(0, centre - widen);
    const std::int64_t last = std::min(static_cast<std::int64_t>(samples) - 1, centre + widen);
    for (std::int64_t s = first; s <= last; ++s)
        f(static_cast<std::size_t>(s), static_cast<double>(s - centre));
}

struct Placed {
    std::int64_t onset, offset;       ///< samples
    std::optional<std::int64_t> apex; ///< absent where the film ends before it
    bool micro;
};

std::optional<Placed> placed(const NetworkInput& film, const KnownExpression& known,
                             const LabelOptions& options) {
    const auto whole = completed(known, options.apexUnknownIsZero);
    if (!whole || whole->onset.value >= film.filmFrames || whole->offset->value < 0)
        return std::nullopt;
    const auto sampleOf = [&](FrameIndex frame) { return std::llround(film.sampleOf(frame)); };
    Placed p{sampleOf(whole->onset), sampleOf(*whole->offset), std::nullopt,
             known.type == annotation::ExpressionType::Micro};
    if (whole->apex->value >= 0 && whole->apex->value < film.filmFrames)
        p.apex = sampleOf(*whole->apex);
    return p;
}

bool somethingHappens(const FrameLabels& labels, std::size_t s) {
    return labels.counted[s] && (labels.microEdge[s] != kNone || labels.macroEdge[s] != kNone ||
                                 labels.microApex[s] > 0.0f || labels.macroApex[s] > 0.0f);
}

} // namespace

std::optional<KnownExpression> completed(const KnownExpression& known, bool zeroIsUnknown) {
    KnownExpression e = known;
    if (zeroIsUnknown) {
        if (e.apex == FrameIndex{0})
            e.apex.reset();
        if (e.offset == FrameIndex{0})
            e.offset.reset();
        if ((e.onset == FrameIndex{0}) + !e.apex + !e.offset >= 2)
            return std::nullopt;
    }
    if (e.apex && (*e.apex < e.onset || (e.offset && *e.offset < *e.apex)))
        e.apex.reset();
    if (!e.offset) {
        if (!e.apex)
            return std::nullopt;
        e.offset = *e.apex + (*e.apex - e.onset);
    }
    if (*e.offset < e.onset)
        return std::nullopt;
    if (!e.apex)
        e.apex = e.onset + (*e.offset - e.onset) / 2;
    return e;
}

FrameLabels frameLabels(const NetworkInput& film, std::span<const KnownExpression> expressions,
                        const LabelOptions& options, std::span<const FrameInterval> watched) {
    const std::size_t n = film.samples();
    FrameLabels labels;
    labels.microEdge.assign(n, kNone);
    labels.macroEdge.assign(n, kNone);
    for (auto* values : {&labels.microApex, &labels.macroApex, &labels.microAction, &labels.macroAction})
        values->assign(n, 0.0f);
    labels.counted = film.scorable;
    std::vector<Placed> all;
    for (const KnownExpression& known : expressions)
        if (const auto p = placed(film, known, options))
            all.push_back(*p);
    for (const std::uint8_t edge : {kEnd, kStart}) // a start wins
        for (const Placed& p : all) {
            auto& edges = p.micro ? labels.microEdge : labels.macroEdge;
            around(edge == kStart ? p.onset : p.offset, p.micro ? options.microWiden : options.macroWiden, n,
                   [&](std::size_t s, double) { edges[s] = edge; });
        }
    for (const Placed& p : all) {
        auto& action = p.micro ? labels.microAction : labels.macroAction;
        std::fill(action.begin() + p.onset, action.begin() + p.offset + 1, 1.0f);
        auto& apex = p.micro ? labels.microApex : labels.macroApex;
        if (p.apex)
            around(*p.apex, p.micro ? options.microWiden : options.macroWiden, n,
                   [&](std::size_t s, double d) {
                       const double score = std::exp(-d * d / (2.0 * options.apexSigma * options.apexSigma));
                       apex[s] = std::max(apex[s], static_cast<float>(score));
                   });
    }
    if (!watched.empty())
        for (std::size_t s = 0; s < n; ++s) {
            const FrameIndex frame = film.frameOf(static_cast<double>(s));
            if (std::ranges::none_of(watched, [&](const FrameInterval& w) { return w.contains(frame); }))
                labels.counted[s] = 0;
        }
    return labels;
}

std::vector<std::int64_t> windowBegins(const FrameLabels& labels, const WindowOptions& options) {
    std::vector<std::int64_t> begins;
    const auto n = static_cast<std::int64_t>(labels.samples());
    const std::int64_t length = std::max(1, options.length);
    const std::int64_t step = std::clamp<std::int64_t>(options.step, 1, length);
    for (std::int64_t begin = 0; begin < n; begin += step) {
        const std::int64_t end = std::min(n, begin + length);
        bool wanted = false;
        for (std::int64_t s = begin; s < end && !wanted; ++s)
            wanted = options.onlyWithExpressions ? somethingHappens(labels, static_cast<std::size_t>(s))
                                                 : labels.counted[static_cast<std::size_t>(s)] != 0;
        if (wanted)
            begins.push_back(begin);
        if (end == n)
            break;
    }
    return begins;
}

} // namespace mien::spotting
