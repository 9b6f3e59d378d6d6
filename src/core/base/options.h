// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace mien {

/// Describes one field of an options struct. Each options struct lists its fields once, in
///   template <class Self, class V> static void visit(Self& self, V&& v) { v(self.alpha, OptionInfo{"alpha",
///   …}); }
/// and the command line, the project's JSON and the settings panel are generated from that list.
struct OptionInfo {
    std::string_view name;                          ///< kebab-case; the command-line flag without its dashes
    std::string_view help;                          ///< one sentence with the unit
    double min = 0.0;                               ///< numeric fields: allowed range, both included
    double max = 0.0;                               ///< min == max means unbounded
    std::span<const std::string_view> choices = {}; ///< text fields: the allowed values, empty for any
};

} // namespace mien
