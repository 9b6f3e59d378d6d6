// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/content.h"

#include <QPointF>

namespace mien::ui::graph {

enum class Placement {
    Face,    ///< facial regions where they are; what is no region stands below the face
    Layered, ///< causes above their effects
    Force,   ///< what belongs together lies together
    Ring,    ///< on a circle, in the order of the nodes
};

/// Where nodes lie in the unit square, y down.
using Places = std::vector<QPointF>;

/// Cheap: for the window's thread.
Places ringPlaces(int nodes);
/// Whether any node is a facial region; Placement::Face is Placement::Ring otherwise.
bool hasRegions(const Content& content);
/// `regions`: where the 12 regions of motion::regions() lie in the unit square; empty: on the drawn face.
Places facePlaces(const Content& content, const Places& regions);

/// Layered and Force by Graphviz; up to a second for hundreds of nodes. The same content gives the same
/// places. Internal: the library or its plugins failed.
Result<Places> graphvizPlaces(const Content& content, Placement placement);

} // namespace mien::ui::graph
