// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/scm.h"

#include <nlohmann/json_fwd.hpp>

namespace mien::synthesis {

/// One endogenous variable, for lists and drawings.
struct ScmNode {
    std::string_view name;      ///< what do() calls it
    std::string_view title;     ///< for people
    std::string_view exogenous; ///< names of its noise streams, joined by ", "; empty: it has no noise
    double x = 0.0, y = 0.0;    ///< place in a drawing, 0 … 1 from left to right and from top to bottom
};

/// `from` appears in the equation of `to`.
struct ScmArrow {
    std::string_view from, to;
    std::string_view why;
    /// Strength by the options: 0 means the arrow is there but carries nothing. 1 where it is no matter of
    /// degree.
    double strength = 1.0;
    bool cut = false; ///< by an intervention on `to`
};

struct ScmGraph {
    std::vector<ScmNode> nodes; ///< parents before children
    std::vector<ScmArrow> arrows;
};

/// The graph of a model under interventions: do(V) cuts every arrow into V and none else.
/// A change of single units cuts the arrows into those units; "units" as a whole is then cut in part, which
/// the drawing shows as cut.
ScmGraph graphOf(const ScmOptions& options, const Interventions& done = {});

/// {"nodes": [{name, title, exogenous, x, y}], "arrows": [{from, to, why, strength, cut}]}
nlohmann::ordered_json toJson(const ScmGraph& graph);

} // namespace mien::synthesis
