// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/causal/pag.h"
#include "core/causal/region_matrices.h"
#include "core/dataset/prior.h"

namespace mien::cli {

/// What `causal` is asked about the matrices of Causal-Ex.
struct MatrixRequest {
    std::string edges; ///< empty: no matrix is wanted
    bool transpose = false;
    std::string prior; ///< a dataset's table; empty: no prior
    dataset::PriorOptions priorOptions;
    bool keepDiagonal = false;

    void declare(Verb& verb);
    /// InvalidArgument: options that need others; asked before anything long begins.
    Result<void> check(int replicates) const;
};

/// {"nodes", "edges", "transposed", "a", and with a prior "prior", "b", "c"}. `nodes` are the rows, in order.
Result<Json> matricesJson(const MatrixRequest& request, const causal::Pag& graph,
                          const std::vector<std::string>& nodes, const causal::Stability* stability,
                          Context& context);

/// {"out_degree": [{"node", "certain", "possible", "interval"?, "leads"?}], "essential": {…}}.
Json outDegreeJson(const causal::Pag& graph, const causal::Stability* stability);

} // namespace mien::cli
