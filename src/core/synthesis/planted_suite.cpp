// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/planted_suite.h"

#include "core/base/rng.h"

#include <fmt/format.h>

#include <cmath>

namespace mien::synthesis {
namespace {

/// Codes of which every one can move some region by 6 px.
constexpr std::string_view kCodes[] = {"1+2", "4",  "12",  "6+12", "15", "20", "9",  "10",
                                       "14",  "17", "L12", "R2",   "1",  "18", "25", "15+17"};

PlantedExpression planted(Rng& rng, double fps, double startS, double lengthS, double peakPx,
                          annotation::ExpressionType type) {
    PlantedExpression e;
    e.actionUnits = kCodes[rng.below(std::size(kCodes))];
    e.peakPx = peakPx;
    e.type = type;
    // A micro-expression's frames, both ends counted, fit into 0.5 s.
    const auto length = std::max<std::int64_t>(4, static_cast<std::int64_t>(std::floor(lengthS * fps)) - 1);
    const auto rise =
        static_cast<std::int64_t>(std::round(static_cast<double>(length) * rng.uniform(0.35, 0.5)));
    e.onset = {static_cast<std::int64_t>(std::round(startS * fps))};
    e.apex = e.onset + std::max<std::int64_t>(1, rise);
    e.offset = e.onset + length;
    return e;
}

} // namespace

std::vector<SuiteClip> plantedSuite(std::span<const std::filesystem::path> sources,
                                    const SuiteOptions& options) {
    using annotation::ExpressionType;
    std::vector<SuiteClip> clips;
    for (const int rate : options.ratesFps)
        for (const double peak : options.peaksPx)
            for (const double drift : options.driftsPxPerS)
                for (int variant = 0; variant < options.variants; ++variant) {
                    const auto condition = static_cast<std::uint64_t>(rate) * 1'000'000 +
                                           static_cast<std::uint64_t>(std::llround(peak * 100.0)) * 1000 +
                                           static_cast<std::uint64_t>(std::llround(drift * 10.0)) * 10 +
                                           static_cast<std::uint64_t>(variant);
                    auto rng = Rng::derived(options.seed, condition);
                    SuiteClip clip{{}, peak, drift};
                    auto& spec = clip.spec;
                    spec.name = fmt::format("fps{}_px{:.1f}_head{:.1f}_{}", rate, peak, drift, variant);
                    spec.source = sources[rng.below(sources.size())];
                    spec.fps = {rate, 1};
                    spec.frames = rate * 9 / 2;
                    spec.size = 384;
                    spec.faceFraction = kReferenceFaceWidthPx / 384.0;
                    spec.seed = rng.next() >> 12; // stays exact in any JSON reader
                    spec.noiseSigma = options.noiseSigma;
                    spec.driftPxPerS = drift;
                    spec.driftDirectionDeg = std::floor(rng.uniform(0.0, 360.0));
                    spec.rotationDeg = drift > 0.0 ? 0.5 : 0.0;
                    const bool microFirst = rng.below(2) == 0;
                    const double micro = microFirst ? rng.uniform(0.5, 0.9) : rng.uniform(3.2, 3.7);
                    const double macro = microFirst ? rng.uniform(2.0, 2.6) : rng.uniform(0.5, 0.9);
                    spec.expressions.push_back(
                        planted(rng, rate, micro, rng.uniform(0.3, 0.5), peak, ExpressionType::Micro));
                    spec.expressions.push_back(
                        planted(rng, rate, macro, rng.uniform(0.9, 1.6), peak, ExpressionType::Macro));
                    if (variant / 2 % 2 == 1) {
                        const double blinkS = microFirst ? rng.uniform(1.5, 1.6) : rng.uniform(2.65, 2.8);
                        const auto at = [&](double s) {
                            return FrameIndex{std::llround((blinkS + s) * rate)};
                        };
                        spec.blinks.push_back({at(0.0), at(0.12), at(0.3)});
                    }
                    clips.push_back(std::move(clip));
                }
    return clips;
}

} // namespace mien::synthesis
