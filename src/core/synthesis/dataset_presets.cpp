// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/synthesis/dataset_spec.h"

#include <fmt/format.h>

namespace mien::synthesis {

Result<nlohmann::ordered_json> datasetPreset(const std::string& name) {
    using Json = nlohmann::ordered_json;
    if (name.empty())
        return Json::object();
    if (name == "equime") // guide E1: what the published dataset is in the end, its contradictions left out
        return parseOrderedJson(R"({
            "emotion_table": "mie-x",
            "emotions": ["anger", "disgust", "happiness", "sadness", "surprise"],
            "counts": {"clips": 10, "per": "stratum", "by": "label"},
            "strata": {"keys": ["gender", "race", "age"]},
            "film": {"frames": 161, "fps": 24, "size": 256, "codec": "h264", "quality": 18},
            "expressions": {"per_film": 1, "micro_share": 1, "neutral_s": 1},
            "nuisance": {"blinks_per_minute": 0, "speech_share": 0, "head_px_per_s": [0, 1], "roll_deg": [0, 0.3]}
        })");
    if (name == "film")
        return parseOrderedJson(R"({
            "emotion_table": "facs-prototypes",
            "counts": {"clips": 1, "per": "person", "by": "none"},
            "film": {"frames": 3600, "fps": 30, "size": 384, "codec": "h264", "quality": 18},
            "expressions": {"per_film": 20, "micro_share": 0.4, "neutral_s": 0.8},
            "nuisance": {"blinks_per_minute": 14, "speech_share": 0.05, "head_px_per_s": [0, 4]}
        })");
    if (name == "twins")
        return parseOrderedJson(R"({
            "emotion_table": "mie-x",
            "counts": {"clips": 1, "per": "person", "by": "emotion"},
            "film": {"frames": 48, "fps": 24, "size": 256, "codec": "ffv1"},
            "expressions": {"per_film": 1, "micro_share": 1, "neutral_s": 0.2},
            "twins": {"change": "remove"}
        })");
    return fail(ErrorCode::InvalidArgument,
                fmt::format("There is no preset \"{}\"; there are equime, film and twins.", name));
}

} // namespace mien::synthesis
