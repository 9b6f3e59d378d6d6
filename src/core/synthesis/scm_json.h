// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/scm.h"

#include <nlohmann/json_fwd.hpp>

namespace mien::synthesis {

/// Every variable of a sample, the interventions it came under, and the seed of every noise stream (as hex
/// text, because many readers of JSON round 64-bit numbers).
nlohmann::ordered_json toJson(const Sample& sample, const ScmOptions& options);
nlohmann::ordered_json toJson(const Interventions& done);
/// The declared strengths and links: what was planted on purpose.
nlohmann::ordered_json plantedJson(const ScmOptions& options);
/// The names of all noise streams of the model.
std::span<const std::string_view> exogenousNames();

} // namespace mien::synthesis
