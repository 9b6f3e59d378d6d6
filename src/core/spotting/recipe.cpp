// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/recipe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace mien::spotting {
namespace {

/// What is wrong with the value; empty where it was taken.
std::string assign(bool& field, std::string_view value, const OptionInfo&) {
    if (value != "true" && value != "false")
        return "say true or false.";
    field = value == "true";
    return {};
}

std::string assign(std::string& field, std::string_view value, const OptionInfo& info) {
    if (!info.choices.empty() && std::ranges::find(info.choices, value) == info.choices.end())
        return fmt::format("there are {}.", fmt::join(info.choices, ", "));
    field = value;
    return {};
}

template <class Number>
std::string assign(Number& field, std::string_view value, const OptionInfo& info) {
    Number read{};
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (error != std::errc{} || end != value.data() + value.size())
        return std::is_integral_v<Number> ? "give a whole number." : "give a number.";
    if (!(info.min == info.max ||
          (static_cast<double>(read) >= info.min && static_cast<double>(read) <= info.max)))
        return fmt::format("give a number from {} to {}.", info.min, info.max);
    field = read;
    return {};
}

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

/// The limits and weights that its code has for SAMM Long Videos, of which it sees 25 frames a second (guide
/// A4, A5).
SpottingRecipe auwGcnSamm() {
    SpottingRecipe recipe = auwGcn();
    recipe.preset = "auw-gcn-samm";
    recipe.input.rateFps = 25.0;
    recipe.optimisation.macroShare = 0.7;
    recipe.proposals.micro = {2, 7, 4, 13};
    recipe.proposals.macro = {6, 27, 12, 81};
    recipe.proposals.macroMost = 6;
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
    recipe.input.signal = "movement+rest";
    recipe.graph.film = false; // on generated films no messages do better than any graph: docs/accuracy.md
    recipe.graph.prior = "none";
    recipe.windows.step = 128;
    recipe.optimisation.mirror = true;
    recipe.optimisation.gain = 6.0; // real expressions are up to ten times as large as generated ones
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

Result<void> set(SpottingRecipe& recipe, std::string_view name, std::string_view value) {
    bool known = false;
    std::optional<std::string> wrong;
    SpottingRecipe::visit(recipe, [&](auto& field, const OptionInfo& info) {
        if (info.name != name)
            return;
        known = true;
        if (const auto why = assign(field, value, info); !why.empty())
            wrong = fmt::format("--set {}={}: {}", name, value, why);
    });
    if (!known)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("No option of a training is called “{}”; `mien-cli train options` lists them.",
                        name));
    if (wrong)
        return fail(ErrorCode::InvalidArgument, *wrong);
    return {};
}

std::string textOf(const SpottingRecipe& recipe) {
    std::string text = "preset=" + recipe.preset + "\n";
    SpottingRecipe::visit(recipe, [&](const auto& field, const OptionInfo& info) {
        text += fmt::format("{}={}\n", info.name, field);
    });
    for (const auto& limits : {recipe.proposals.micro, recipe.proposals.macro})
        text += fmt::format("limits={} {} {} {}\n", limits.nearest, limits.furthest, limits.shortest,
                            limits.longest);
    return text;
}

std::span<const RecipePreset> recipePresets() {
    static constexpr std::array rows{
        RecipePreset{
            "mien",
            "Causal-Ex's network without messages, which also sees where regions stand against their rest",
            mien},
        RecipePreset{"causal-ex",
                     "the equations of Causal-Ex: film graphs in both layers, no test subject in B",
                     causalEx},
        RecipePreset{"causal-ex-code",
                     "Causal-Ex as released: graphs of batches, B alone in the second layer", causalExCode},
        RecipePreset{"auw-gcn", "the network of AUW-GCN with its constants for CAS(ME)²", auwGcn},
        RecipePreset{"auw-gcn-samm", "the network of AUW-GCN with its constants for SAMM Long Videos",
                     auwGcnSamm}};
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
