// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_input.h"

#include "app/cli/media_options.h"

namespace mien::cli {

void RecipeInput::declare(Verb& verb) {
    std::vector<std::string> presets;
    if (preset.empty())
        presets.emplace_back();
    for (const auto& row : spotting::recipePresets())
        presets.emplace_back(row.name);
    auto option = verb.option("--preset", preset,
                              preset.empty() ? "recipe of the training (default: the old model's)"
                                             : "recipe of the training");
    option.oneOf(presets);
    if (!preset.empty())
        option.showDefault();
    verb.option("--set", settings,
                "change one option of the recipe, e.g. epochs=40; `train options` lists them")
        .typeName("NAME=VALUE");
}

Result<spotting::SpottingRecipe> RecipeInput::over(spotting::SpottingRecipe base) const {
    if (!preset.empty()) {
        auto chosen = spotting::recipePreset(preset);
        if (!chosen)
            return chosen;
        base = *std::move(chosen);
    }
    for (const auto& setting : settings) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos)
            return fail(ErrorCode::InvalidArgument, "--set wants NAME=VALUE, not “" + setting + "”.");
        if (auto ok = spotting::set(base, setting.substr(0, equals), setting.substr(equals + 1)); !ok)
            return Unexpected(std::move(ok).error());
    }
    if (auto ok = base.settle(); !ok)
        return Unexpected(std::move(ok).error());
    return base;
}

Result<void> checkWithoutTestSubjects(const spotting::SpottingRecipe& recipe) {
    if (recipe.optimisation.selection == "oracle")
        return fail(ErrorCode::InvalidArgument,
                    "There are no test subjects here; use --set selection=validation or last.");
    return {};
}

void TrainingInput::declare(Verb& verb) {
    verb.required("TABLE", table, "annotation table of the dataset, see dataset check");
    verb.option("--films", films, "where its films are (default: beside the table)").typeName("DIR");
    std::vector<std::string> layouts{""};
    for (const auto& row : dataset::datasetLayouts())
        layouts.emplace_back(row.name);
    verb.option("--layout", import.layout, "layout of the table (default: recognised)").oneOf(layouts);
    recipeInput.declare(verb);
    declareAnalysis(verb, analysis);
}

Result<training::SpottingSet> TrainingInput::read(Context& context) {
    auto chosen = recipeInput.over({});
    if (!chosen)
        return Unexpected(std::move(chosen).error());
    recipe = *std::move(chosen);
    import.films = films;
    import.cacheDir = analysis.cacheDir = cacheFolder();
    auto data = context.timed("table", [&] { return dataset::importDataset(table, import, context.job); });
    if (!data)
        return Unexpected(std::move(data).error());
    return context.timed(
        "films", [&] { return training::spottingSet(*std::move(data), recipe, analysis, context.job); });
}

Result<std::unique_ptr<nn::Runtime>> runtimeFor(const std::string& device) {
    return device == "cpu" ? Result<std::unique_ptr<nn::Runtime>>(nullptr) : nn::Runtime::load();
}

Json toJson(const spotting::SpottingRecipe& recipe) {
    Json json = {{"preset", recipe.preset}};
    spotting::SpottingRecipe::visit(
        recipe, [&](const auto& field, const OptionInfo& info) { json[std::string(info.name)] = field; });
    return json;
}

Json TrainingInput::recipeJson() const {
    return toJson(recipe);
}

} // namespace mien::cli
