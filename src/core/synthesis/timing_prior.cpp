// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/timing_prior.h"

#include <fmt/format.h>

#include <numeric>
#include <span>

namespace mien::synthesis {
namespace {

using annotation::ExpressionType;

struct Knot {
    double u, seconds;
};

constexpr Knot kMicro[] = {{0.0, 0.18}, {0.25, 0.307}, {0.5, 0.392}, {0.75, 0.46}, {1.0, 0.5}};
constexpr Knot kMacro[] = {{0.0, 0.52}, {0.43, 1.0}, {0.5, 1.18}, {0.864, 2.0}, {1.0, 3.9}};
/// Such that the median of rise is 200 ms where that of duration is 392 ms (the median of a product is not
/// the product of the medians).
constexpr double kRiseShare = 0.536;

double quantile(std::span<const Knot> knots, double u) {
    u = std::clamp(u, 0.0, 1.0);
    for (std::size_t i = 1; i < knots.size(); ++i)
        if (u <= knots[i].u) {
            const double t = (u - knots[i - 1].u) / (knots[i].u - knots[i - 1].u);
            return knots[i - 1].seconds + t * (knots[i].seconds - knots[i - 1].seconds);
        }
    return knots.back().seconds;
}

} // namespace

double microDurationS(double u) {
    return quantile(kMicro, u);
}

double macroDurationS(double u) {
    return quantile(kMacro, u);
}

EpisodeShape drawShape(ExpressionType type, const Exogenous& noise, std::uint64_t episode,
                       double durationCustom, double riseCustom, double strength, double factor) {
    auto rng = noise.stream("timing", episode);
    const double u = customUniform(rng, durationCustom, strength);
    const double v = customUniform(rng, riseCustom, strength);
    const double hold = rng.uniform();
    EpisodeShape shape;
    shape.durationS = factor * (type == ExpressionType::Micro ? microDurationS(u) : macroDurationS(u));
    if (type == ExpressionType::Micro)
        shape.durationS = std::min(shape.durationS, annotation::kMicroMaxSeconds);
    // The spread of the share, 0.15 to either side, is ours.
    shape.riseS = shape.durationS * (kRiseShare + 0.3 * (v - 0.5));
    if (type == ExpressionType::Macro)
        shape.holdS = 0.6 * hold * (shape.durationS - shape.riseS);
    return shape;
}

Result<std::vector<double>> placeEpisodes(const std::vector<EpisodeShape>& shapes, double lengthS,
                                          double neutralS, const Exogenous& noise) {
    double neededS = neutralS * static_cast<double>(shapes.size() + 1);
    for (const auto& shape : shapes)
        neededS += shape.durationS;
    const double slack = lengthS - neededS;
    if (slack < 0.0)
        return fail(
            ErrorCode::InvalidArgument,
            shapes.size() == 1
                ? fmt::format(
                      "An expression of {:.2f} s with {:.2g} s of neutral face around it does not fit "
                      "into a film of {:.2f} s; make the film longer, the neutral time shorter, or "
                      "ask for micro-expressions alone.",
                      shapes.front().durationS, neutralS, lengthS)
                : fmt::format("{} expressions with {:.2g} s of neutral face around each take {:.1f} s and do "
                              "not fit into {:.2f} s; make the film longer or the expressions fewer.",
                              shapes.size(), neutralS, neededS, lengthS));
    auto rng = noise.stream("placement");
    std::vector<double> gaps(shapes.size() + 1);
    for (double& gap : gaps)
        gap = -std::log(1.0 - rng.uniform());
    const double sum = std::accumulate(gaps.begin(), gaps.end(), 0.0);
    std::vector<double> onsets;
    double at = 0.0;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        at += neutralS + (sum > 0.0 ? slack * gaps[i] / sum : 0.0);
        onsets.push_back(at);
        at += shapes[i].durationS;
    }
    return onsets;
}

} // namespace mien::synthesis
