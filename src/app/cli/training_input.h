// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/dataset/import.h"
#include "core/nn/runtime.h"
#include "core/training/spotting_set.h"

namespace mien::cli {

/// What every verb that trains a spotter is given: a dataset's table, its films and a recipe.
struct TrainingInput {
    std::string table, films;
    dataset::ImportOptions import;
    pipeline::AnalyseOptions analysis;
    std::string preset = "mien";
    std::vector<std::string> settings; ///< NAME=VALUE
    spotting::SpottingRecipe recipe;   ///< filled by read()

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
