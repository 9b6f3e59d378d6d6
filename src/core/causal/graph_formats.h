// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/causal/pag.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace mien::causal {

/// How graphs are exchanged with other programs. A new format is one row.
struct GraphFormat {
    std::string_view name;
    std::string_view help;
    std::string (*write)(const Pag& graph);
    /// Corrupt, with a line where there are lines.
    Result<Pag> (*read)(std::string_view text, const std::string& source);
};

/// tetrad, pcalg, causal-learn, dot, graphml, json.
std::span<const GraphFormat> graphFormats();
/// NotFound: no such format.
Result<GraphFormat> graphFormat(std::string_view name);

Result<Pag> readGraph(const std::filesystem::path& path, const GraphFormat& format);

} // namespace mien::causal
