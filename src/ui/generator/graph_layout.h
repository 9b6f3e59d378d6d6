// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/scm_graph.h"

#include <QPainterPath>
#include <QRectF>

#include <map>

namespace mien::ui {

/// Where the nodes and arrows of the causal graph lie in a drawing: causes at the left, the film at the
/// right.
struct GraphLayout {
    struct Arrow {
        std::size_t index = 0; ///< into ScmGraph::arrows
        QPainterPath path;     ///< from border to border
        QPointF end;           ///< where it meets its target
        double angle = 0.0;    ///< of its end, radians, y down
    };
    std::map<std::string, QRectF, std::less<>> nodes;
    std::vector<Arrow> arrows;

    static GraphLayout of(const synthesis::ScmGraph& graph, QSizeF room);
};

} // namespace mien::ui
