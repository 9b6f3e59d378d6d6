// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/recipe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::spotting {
namespace {

/// Apexes at every sample above 0.5, constants of CAS(ME)², at most five of a type in a film (guide A5).
ProposalOptions proposalsOfCasme() {
    ProposalOptions options;
    options.apexes = "every";
    options.microMost = options.macroMost = 5;
    return options;
}

SpottingRecipe auwGcn() {
    SpottingRecipe recipe;
    recipe.preset = "auw-gcn";
    recipe.shape.graphLayers = 1;
    recipe.shape.pooling = false;
    recipe.graph.film = false;
    recipe.graph.prior = "released";
    recipe.graph.selfLoops = true;
    recipe.labels.apexUnknownIsZero = true;
    recipe.optimisation.weightDecay = 0.1;
    recipe.optimisation.selection = "last";
    recipe.optimisation.validationShare = 0.0;
    recipe.proposals = proposalsOfCasme();
    recipe.limitsFromTraining = false;
    recipe.tuneThresholds = false;
    return recipe;
}

SpottingRecipe causalEx() {
    SpottingRecipe recipe;
    recipe.preset = "causal-ex";
    return recipe;
}

SpottingRecipe causalExCode() {
    SpottingRecipe recipe = auwGcn();
    recipe.preset = "causal-ex-code";
    recipe.shape.graphLayers = 2;
    recipe.shape.pooling = true;
    recipe.graph.film = true;
    recipe.graph.scope = "batch";
    recipe.graph.samples = "all";
    recipe.graph.laterLayersPrior = true;
    recipe.optimisation.weightDecay = 1e-4;
    return recipe;
}

SpottingRecipe mien() {
    SpottingRecipe recipe = causalEx();
    recipe.preset = "mien";
    recipe.input.signal = "movement+position";
    recipe.windows.step = 128;
    return recipe;
}

} // namespace

Result<void> SpottingRecipe::settle() {
    shape.channels = input.channels();
    if (auto ok = shape.validate(); !ok)
        return ok;
    if (optimisation.selection == "validation" && optimisation.validationShare <= 0.0)
        return fail(
            ErrorCode::InvalidArgument,
            "Nobody is set aside to choose the epoch by; raise --validation-share, or use --selection last.");
    if (2 * windows.context < shape.receptiveField() - 1)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("A context of {} samples is less than the network sees; use {} or more.",
                                windows.context, shape.receptiveField() / 2));
    return {};
}

std::span<const RecipePreset> recipePresets() {
    static constexpr std::array rows{
        RecipePreset{"mien", "Causal-Ex that also sees where regions stand against their rest", mien},
        RecipePreset{"causal-ex",
                     "the equations of Causal-Ex: film graphs in both layers, no test subject in B",
                     causalEx},
        RecipePreset{"causal-ex-code",
                     "Causal-Ex as released: graphs of batches, B alone in the second layer", causalExCode},
        RecipePreset{"auw-gcn", "the network of AUW-GCN with its constants for CAS(ME)²", auwGcn}};
    return rows;
}

Result<SpottingRecipe> recipePreset(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& row : recipePresets()) {
        if (row.name == name)
            return row.recipe();
        names.push_back(row.name);
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("There is no preset “{}”; there are {}.", name, fmt::join(names, ", ")));
}

} // namespace mien::spotting
