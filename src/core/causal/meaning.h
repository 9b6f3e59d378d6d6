// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/pag.h"

#include <string>

namespace mien::causal {

/// What an edge says, for people who do not read marks: "R3 is a cause of R9".
std::string meaningOf(const Pag& graph, const Edge& edge);

/// "A o-> B".
std::string textOf(const Pag& graph, const Edge& edge);

/// The same edge named from its other end.
constexpr Edge reversed(const Edge& edge) {
    return {edge.b, edge.atB, edge.atA, edge.a};
}

/// The same edge with a tail, or else a circle, in front of an arrowhead: as people read it.
Edge readable(const Edge& edge);

} // namespace mien::causal
