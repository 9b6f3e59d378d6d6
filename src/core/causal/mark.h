// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace mien::causal {

/// What stands at one end of an edge of a partial ancestral graph (PAG).
enum class Mark : std::uint8_t {
    None,   ///< no edge
    Circle, ///< some equivalent graphs have an arrowhead here, others a tail
    Arrow,  ///< this node is no cause of the other, nor of the selection
    Tail,   ///< this node is a cause of the other, or of the selection
};

/// The word used in JSON: "circle", "arrow", "tail"; "none" for no edge.
constexpr std::string_view nameOf(Mark mark) {
    switch (mark) {
    case Mark::None:
        return "none";
    case Mark::Circle:
        return "circle";
    case Mark::Arrow:
        return "arrow";
    case Mark::Tail:
        return "tail";
    }
    return "none";
}

/// Why a mark stands where it does: background knowledge, a collider (R0), or one of Zhang's rules.
enum class Reason : std::uint8_t { Open, Knowledge, R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, Given };

constexpr std::string_view nameOf(Reason reason) {
    constexpr std::string_view names[] = {"open", "knowledge", "R0", "R1", "R2", "R3",  "R4",
                                          "R5",   "R6",        "R7", "R8", "R9", "R10", "given"};
    return names[static_cast<int>(reason)];
}

} // namespace mien::causal
