// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/scene.h"

namespace mien::ui::graph {

/// A curve of second degree.
struct Curve {
    QPointF from, control, to;

    static Curve bent(QPointF from, QPointF to, double bend); ///< bend: of the control point, in lengths
    QPointF at(double t) const;
    QPointF slope(double t) const;
    Curve part(double t0, double t1) const;
    /// The parameter that lies `length` px behind `t` along the curve (before it where negative).
    double along(double t, double length) const;
};

/// The part of a curve outside the boxes it begins and ends in, `gap` px away from them; nullopt where the
/// boxes touch.
std::optional<Curve> between(const Curve& curve, const QRectF& first, const QRectF& last, double gap);

/// An edge to be routed.
struct Route {
    int from = 0, to = 0; ///< nodes
    bool beside = false;  ///< it runs beside the earlier route of the same pair, not over it
};

/// Curves for all, in their order, that pass other nodes at a distance; where several meet at a node, their
/// ends keep room for their marks; none leaves the room where another way is left. nullopt where the nodes
/// lie on one another.
std::vector<std::optional<Curve>> routed(const std::vector<NodeShape>& nodes,
                                         const std::vector<Route>& routes, const QRectF& room, double scale);

} // namespace mien::ui::graph
