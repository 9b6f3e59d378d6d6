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

/// The format a text is in, told by what it holds. Corrupt: none of them; or a matrix of ones and twos alone,
/// which pcalg and causal-learn read differently.
Result<GraphFormat> recogniseGraph(std::string_view text, const std::string& source);

Result<Pag> readGraph(const std::filesystem::path& path, const GraphFormat& format);
/// In the format that is recognised.
Result<Pag> readGraph(const std::filesystem::path& path);

} // namespace mien::causal
