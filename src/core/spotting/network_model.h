// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/regions.h"
#include "core/nn/safetensors.h"
#include "core/spotting/recipe.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>

namespace mien::spotting {

/// λ of the counterfactual correction (fairness::Lambdas) that a model is to be used with; 0: none.
struct Correction {
    static constexpr int kHeads = 8;
    /// The order of fairness::Head.
    static constexpr std::array<std::string_view, kHeads> kHeadNames{
        "micro-onset", "micro-offset", "micro-apex", "micro-action",
        "macro-onset", "macro-offset", "macro-apex", "macro-action"};
    std::array<double, kHeads> null{}, masked{}; ///< of the null frames, of all regions masked but E_f
    bool logit = false;
    std::string by; ///< how they were found: "inner cross-validation over 24 subjects"; empty: not looked for

    bool operator==(const Correction&) const = default;
};

inline constexpr std::string_view kRulesName = "rules"; ///< the spotter without a model

struct NetworkModel;

/// How a model that was retrained fared against the one that it is to replace, on people that neither had
/// learnt from.
struct Retrained {
    std::string old; ///< name of the model that it was compared with, or kRulesName
    int people = 0;  ///< 0: nobody could be held out
    double f1 = 0.0, oldF1 = 0.0;
    std::optional<double> low = {},
                          high = {}; ///< 95 % interval of f1 − oldF1; absent for fewer than two people
    /// NetworkModel::weightsSha256 of `old`; empty: the rules, or not written down.
    std::string oldWeights = {};

    /// Better beyond chance: only then may it take the old one's place without a person insisting.
    bool passed() const { return low && *low > 0.0; }
    /// Whether `old` is that model (null: the rules): known by its weights, so whatever it is called now and
    /// whoever shares its name; by its name alone where the weights were not written down.
    bool replaces(const NetworkModel* model) const;
    bool operator==(const Retrained&) const = default;
};

/// Where a model comes from; what its card says in full.
struct Provenance {
    std::string data;    ///< what it was trained on, for people
    std::string command; ///< that remakes it
    std::string made;    ///< date, ISO 8601
    std::string program; ///< name and version that made it
    std::uint64_t seed = 0;
    std::int64_t subjects = 0, films = 0, expressions = 0; ///< trained on
    int epoch = 0;                                         ///< whose weights were kept, from 1
    std::map<std::string, double> metrics; ///< "validation-f1" → 0.61; names end with what on
    /// Marks of the people and films that it learnt from or was chosen by (training::marksOf), in order;
    /// empty: not written down.
    std::vector<std::string> learntFrom = {};
    std::optional<Retrained> retrained = {}; ///< absent: not made from corrections

    bool operator==(const Provenance&) const = default;
};

/// What a model folder says beside its weights.
struct NetworkModel {
    std::string name;
    std::string description; ///< a sentence
    std::string licence;     ///< of the weights, an SPDX expression where there is one
    /// Shape, input, graph use and proposals as the model is used, limits and thresholds found in training
    /// included; the rest as it was trained.
    SpottingRecipe recipe;
    Normalisation normalisation;
    /// B, rows of L1 norm 1 or 0 as dataset::Prior::normalised; row by row, all 0 without a prior.
    std::array<double, motion::kRegionCount * motion::kRegionCount> prior{};
    Correction correction;
    Provenance provenance;
    /// Of the weights file, in hexadecimal: tells models of one name apart. Empty until it was read from a
    /// folder.
    std::string weightsSha256 = {};
};

struct ModelFolder {
    NetworkModel model;
    nn::TensorMap weights;
    std::string card; ///< card.md, for people; empty where there is none
};

inline constexpr std::string_view kModelFile = "model.json", kWeightsFile = "weights.safetensors",
                                  kCardFile = "card.md";

/// docs/formats/model.md. Text without the weights' digest is of no use but to compare models.
std::string modelJson(const NetworkModel& model, std::string_view weightsSha256);

/// One sentence with file and field: no JSON, another format, an unknown version or field, a wrong type, a
/// missing or impossible value, a number that is not finite.
Result<NetworkModel> parseModel(std::string_view json, const std::string& source);

/// The folder of a model that comes with the program, by its name: in $MIEN_MODELS where that is set, else
/// where package and build tree put it. Empty where there is none.
std::filesystem::path shippedModel(std::string_view name = "spotter");

/// Without the weights: quick, for lists of models. NotFound where there is no such folder or no model.json
/// in it.
Result<NetworkModel> readModelManifest(const std::filesystem::path& folder);
/// Corrupt also where the weights are not those that the manifest was written with.
Result<ModelFolder> readModel(const std::filesystem::path& folder);

/// The whole folder appears at once or not at all. WriteFailed where something stands there, unless `replace`
/// and it is a model. InvalidArgument for numbers that are not finite.
Result<void> writeModel(const std::filesystem::path& folder, const ModelFolder& model, bool replace = false);

} // namespace mien::spotting
