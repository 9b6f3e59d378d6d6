// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <utility>
#include <vector>

namespace mien::causal {

/// A directed acyclic graph of which some nodes are never observed and some are always conditioned on.
struct Dag {
    std::vector<std::string> nodes;
    std::vector<int> latents;               ///< indices into nodes
    std::vector<int> selection;             ///< indices into nodes
    std::vector<std::pair<int, int>> edges; ///< cause, effect

    /// Neither latent nor selection, in the order of `nodes`.
    std::vector<int> observed() const;
    std::vector<std::string> observedNames() const;
    /// The same graph with its nodes in natural order of their names.
    Dag sorted() const;
    /// InvalidArgument: a node named twice, an index out of range, an edge on itself, a directed cycle, a
    /// node both latent and selection.
    Result<void> check() const;
};

} // namespace mien::causal
