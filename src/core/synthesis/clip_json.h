// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"

#include <nlohmann/json_fwd.hpp>

namespace mien::synthesis {

/// A clip's spec as JSON: the names of ClipSpec::visit with '_' for '-', "source", "fps" ("30000/1001" or
/// 30), "expressions": [{"au", "intensity" | "peak_px", "onset", "apex", "offset", "hold"?, "type"?}] and
/// "blinks": [{"onset", "closed", "offset"}].
nlohmann::ordered_json toJson(const ClipSpec& spec);

/// Missing fields keep their defaults, unknown ones are refused. Not yet validate()d.
Result<ClipSpec> clipSpecFromJson(const nlohmann::ordered_json& json);

/// Reads a spec file; a relative "source" is taken from the file's folder.
Result<ClipSpec> readClipSpec(const std::filesystem::path& file);

/// "30", "29.97" or "30000/1001".
Result<Rational> frameRateFrom(std::string_view text);

} // namespace mien::synthesis
