// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/preset.h"

#include <tuple>

namespace mien::causal {
namespace {

auto caps(const FciOptions& o) {
    return std::tuple(o.maxDepth, o.possibleDSep, o.maxPathLength, o.biconnected, o.beyondSkeleton,
                      o.possibleDSepBudget);
}

std::string capsText(Preset preset, const FciOptions& options, const FciResult& result) {
    const auto depth = std::to_string(options.maxDepth);
    switch (preset) {
    case Preset::Complete:
        return "no caps";
    case Preset::Fast:
        return "no possible-d-sep phase";
    case Preset::Anytime:
        return "conditioning sets of at most " + depth;
    case Preset::Rfci:
        return "RFCI, which may keep more edges than FCI";
    case Preset::Interactive:
        return "possible-d-sep within biconnected components, sets of at most " +
               std::to_string(result.largestSkeletonSet + options.beyondSkeleton) + " and " +
               std::to_string(options.possibleDSepBudget) + " tests" +
               (options.maxDepth >= 0 ? ", depth " + depth : std::string());
    case Preset::Custom:
        return "caps chosen by hand";
    }
    return {};
}

} // namespace

FciOptions withInteractiveCaps(FciOptions options, int variables) {
    const auto preset = FciOptions::interactive(variables);
    options.maxDepth = preset.maxDepth;
    options.possibleDSep = preset.possibleDSep;
    options.maxPathLength = preset.maxPathLength;
    options.biconnected = preset.biconnected;
    options.beyondSkeleton = preset.beyondSkeleton;
    options.possibleDSepBudget = preset.possibleDSepBudget;
    return options;
}

FciOptions withoutCaps(FciOptions options) {
    const FciOptions none;
    options.maxDepth = none.maxDepth;
    options.possibleDSep = none.possibleDSep;
    options.maxPathLength = none.maxPathLength;
    options.biconnected = none.biconnected;
    options.beyondSkeleton = none.beyondSkeleton;
    options.possibleDSepBudget = none.possibleDSepBudget;
    return options;
}

Preset presetOf(const FciOptions& options, int variables) {
    if (options.algorithm == Algorithm::Rfci)
        return Preset::Rfci;
    const auto own = caps(options);
    if (own == caps(FciOptions::complete()))
        return Preset::Complete;
    if (own == caps(FciOptions::interactive(variables)))
        return Preset::Interactive;
    if (own == caps(FciOptions::fast()))
        return Preset::Fast;
    return own == caps(FciOptions::anytime(options.maxDepth)) ? Preset::Anytime : Preset::Custom;
}

std::string labelOf(const FciOptions& options, const FciResult& result) {
    const Preset preset = presetOf(options, result.graph.size());
    const bool cut = result.limits.skeletonDepth || result.limits.possibleDSepDepth ||
                     result.limits.possibleDSepBudget || result.limits.noPossibleDSep;
    std::string text = "Preset " + std::string(nameOf(preset)) + ": " + capsText(preset, options, result);
    if (preset == Preset::Complete)
        return text + ".";
    return text + (cut ? "; a cap was reached, so edges may be left that a complete search removes."
                       : "; no cap was reached.");
}

} // namespace mien::causal
