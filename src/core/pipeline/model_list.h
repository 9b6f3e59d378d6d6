// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/network_model.h"

namespace mien::pipeline {

/// Whose a model is.
enum class ModelOrigin : std::uint8_t {
    Shipped, ///< came with the program
    Own,     ///< in the user's own folder of models
    Added    ///< elsewhere, named by its path
};
std::string_view nameOf(ModelOrigin origin); ///< "shipped" | "own" | "added"

/// A model folder as a list shows it; one that cannot be used is shown too, and says why.
struct ListedModel {
    std::filesystem::path folder;
    ModelOrigin origin = ModelOrigin::Added;
    std::optional<spotting::NetworkModel> model; ///< absent where not even model.json can be read
    std::string card;                            ///< Markdown; empty where there is none
    std::string problem;                         ///< one sentence; empty: it can be used

    bool usable() const { return problem.empty(); }
};

struct ModelPlaces {
    std::filesystem::path shipped;            ///< a model folder; empty: none came with the program
    std::filesystem::path own;                ///< a folder of model folders; need not exist
    std::vector<std::filesystem::path> added; ///< model folders
};

/// Reads every model completely, weights and their digest included: shipped, own by name, added in order. A
/// folder is listed once. Of `own` everything is listed that is a folder and holds a model.json.
std::vector<ListedModel> listModels(const ModelPlaces& places);

/// A folder in `own` that does not exist yet, named after `name`, in whatever script that is.
std::filesystem::path freeModelFolder(const std::filesystem::path& own, std::string_view name);

} // namespace mien::pipeline
