// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"
#include "core/synthesis/scm.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mien::synthesis {

/// One picture of a person, or the folder of a face rig.
struct DatasetPortrait {
    std::string written;            ///< as the spec has it: this stands in manifests
    std::filesystem::path resolved; ///< taken from the spec's folder
    int frame = 0;                  ///< of a film
    std::uint64_t identity = 1;     ///< of a rig
};

/// Someone to be filmed. Demographics are the source's own words; nothing is inferred, absent is unknown.
struct DatasetPerson {
    std::string id;
    std::string split; ///< "train" or "test"; empty: by test_share
    std::string generator = "warp";
    std::map<std::string, std::string> demographics;
    std::vector<DatasetPortrait> portraits;
};

/// How many clips, and what is held fixed in drawing them.
struct DatasetCounts {
    int clips = 1;
    std::string per = "dataset"; ///< "dataset" | "person" | "stratum"
    /// "none": drawn as the model has it. "emotion": that many of each by do(emotion). "label": that many of
    /// each by keeping the draws with that label (conditioning), so that the table is balanced in Y.
    std::string by = "none";
};

/// What the demographics are balanced over.
struct DatasetStrata {
    std::vector<std::string> keys;
    std::map<std::string, std::vector<std::string>> values; ///< those wanted; absent: those that people have
    bool allowMissing = false; ///< leave out strata that no person belongs to, instead of refusing
};

/// Counterfactual twins: every clip a second time with one unit changed.
struct DatasetTwins {
    std::string change; ///< "" (no twins) | "remove" | "strengthen" | "add"
    int unit = 0;       ///< 0: the strongest one of the clip ("add" needs a unit)
    double level = 3.0; ///< of the unit after "add" or "strengthen"
};

/// Everything that `synth dataset` needs; docs/formats/synth-dataset.md says it in words.
struct DatasetSpec {
    std::string name = "dataset";
    std::string preset;
    std::vector<DatasetPerson> people;
    std::string emotionTable = "mie-x";
    std::vector<std::string> emotions; ///< empty: all of the table
    DatasetCounts counts;
    DatasetStrata strata;
    DatasetTwins twins;
    ClipSpec film;  ///< frames, fps, size, codec, quality
    ScmOptions scm; ///< people, table and length are filled in from the fields above
    double testShare = 0.0;
    nlohmann::ordered_json json; ///< as it was read, presets filled in: what the manifest keeps
};

/// "equime": 5 emotions, 161 frames, 24 frames/s, 256×256, one micro-expression, no blinks, strata gender ×
/// race × age. "film": 2 minutes with many micro- and macro-expressions, blinks, speech and a moving head.
/// "twins": pairs, lossless, one unit taken away. "": nothing but the defaults.
Result<nlohmann::ordered_json> datasetPreset(const std::string& name);

/// Relative paths are taken from `folder`. The sentence of an error names the field.
Result<DatasetSpec> datasetSpecFromJson(const nlohmann::ordered_json& json,
                                        const std::filesystem::path& folder);
/// `seed` stands in for that of the file.
Result<DatasetSpec> readDatasetSpec(const std::filesystem::path& file,
                                    std::optional<std::uint64_t> seed = {});

} // namespace mien::synthesis
