// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/dataset/import.h"
#include "core/nn/runtime.h"
#include "core/training/spotting_set.h"

namespace mien::cli {

/// --preset and --set, as every verb that trains has them.
struct RecipeInput {
    std::string preset;                ///< empty: what the verb begins with where none is named
    std::vector<std::string> settings; ///< NAME=VALUE

    void declare(Verb& verb);
    bool given() const { return !preset.empty() || !settings.empty(); }
    /// `base`, or the preset where one is named, with the settings, settled. InvalidArgument.
    Result<spotting::SpottingRecipe> over(spotting::SpottingRecipe base) const;
};

/// InvalidArgument where the recipe chooses its epoch by test subjects, which only folds have.
Result<void> checkWithoutTestSubjects(const spotting::SpottingRecipe& recipe);

/// What every verb that trains a spotter on a dataset is given: its table, its films and a recipe.
struct TrainingInput {
    std::string table, films;
    dataset::ImportOptions import;
    pipeline::AnalyseOptions analysis;
    RecipeInput recipeInput{.preset = "mien", .settings = {}};
    spotting::SpottingRecipe recipe; ///< filled by read()

    void declare(Verb& verb);
    /// Recipe, table and films, measured or from the cache.
    Result<training::SpottingSet> read(Context& context);
    /// Every field by its name.
    Json recipeJson() const;
};

/// LibTorch where the device needs it; null for "cpu".
Result<std::unique_ptr<nn::Runtime>> runtimeFor(const std::string& device);

Json toJson(const spotting::SpottingRecipe& recipe);

} // namespace mien::cli
