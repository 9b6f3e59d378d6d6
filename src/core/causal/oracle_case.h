// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/causal/dag.h"
#include "core/causal/knowledge.h"

#include <filesystem>
#include <string_view>

namespace mien::causal {

/// A graph whose answer an oracle knows, as guide and command line spell it: `nodes`, `latents`, `selection`,
/// `dag_edges`, and perhaps `knowledge`.
struct OracleCase {
    Dag dag;
    Knowledge knowledge;
};

/// Corrupt, with `source` as the location: no JSON, a member missing or of another kind, an unknown node.
Result<OracleCase> parseOracleCase(std::string_view json, const std::string& source);
Result<OracleCase> readOracleCase(const std::filesystem::path& path);

/// `tiers` (earlier first), `required` and `forbidden` ([cause, effect]), `forbidden_within` (tiers from 0).
Result<Knowledge> parseKnowledge(std::string_view json, const std::string& source);
Result<Knowledge> readKnowledge(const std::filesystem::path& path);

} // namespace mien::causal
