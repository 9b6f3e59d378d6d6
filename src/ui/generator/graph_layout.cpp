// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/graph_layout.h"

namespace mien::ui {
namespace {

struct Place {
    std::string_view node;
    double x, y; ///< of its centre, shares of the room inside the margins
};

// Four columns: who, what is elicited, what is shown and what is beside the point, what comes of it.
constexpr Place kPlaces[] = {
    {"subject", 0.00, 0.46}, {"emotion", 0.285, 0.00}, {"type", 0.285, 0.125}, {"units", 0.60, 0.00},
    {"timing", 0.60, 0.125}, {"portrait", 0.60, 0.42}, {"light", 0.60, 0.536}, {"camera", 0.60, 0.652},
    {"head", 0.60, 0.768},   {"blinks", 0.60, 0.884},  {"speech", 0.60, 1.00}, {"label", 1.00, 0.24},
    {"film", 1.00, 0.70},
};

constexpr double kMargin = 18.0;
constexpr double kNodeHeight = 44.0, kFilmHeight = 116.0;

/// Where an arrow leaves or enters: a share of the side's height, so that several keep apart.
QPointF port(const QRectF& node, bool right, double share) {
    return {right ? node.right() : node.left(), node.top() + node.height() * share};
}

} // namespace

GraphLayout GraphLayout::of(const synthesis::ScmGraph& graph, QSizeF room) {
    GraphLayout layout;
    const double width = std::clamp(room.width() * 0.19, 112.0, 190.0);
    const QRectF centres(kMargin + width / 2, kMargin + kNodeHeight / 2, room.width() - 2 * kMargin - width,
                         room.height() - 2 * kMargin - kNodeHeight);
    for (const auto& node : graph.nodes) {
        const auto* place = std::find_if(std::begin(kPlaces), std::end(kPlaces),
                                         [&](const Place& p) { return p.node == node.name; });
        const bool known = place != std::end(kPlaces); // a node that a later model adds stands where it says
        const QPointF centre(centres.left() + centres.width() * (known ? place->x : node.x),
                             centres.top() + centres.height() * (known ? place->y : node.y));
        const double height = node.name == "film" ? kFilmHeight : kNodeHeight;
        layout.nodes.emplace(std::string(node.name),
                             QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height));
    }

    // Incoming arrows of a node, from the highest source to the lowest, spread over its side.
    const auto shareOf = [&](std::size_t index) {
        const auto& arrow = graph.arrows[index];
        std::vector<std::pair<double, std::size_t>> others;
        for (std::size_t i = 0; i < graph.arrows.size(); ++i)
            if (graph.arrows[i].to == arrow.to)
                others.emplace_back(layout.nodes.find(graph.arrows[i].from)->second.center().y(), i);
        std::sort(others.begin(), others.end());
        for (std::size_t i = 0; i < others.size(); ++i)
            if (others[i].second == index)
                return (static_cast<double>(i) + 1.0) / (static_cast<double>(others.size()) + 1.0);
        return 0.5;
    };
    for (std::size_t i = 0; i < graph.arrows.size(); ++i) {
        const auto& arrow = graph.arrows[i];
        const auto& from = layout.nodes.find(arrow.from)->second;
        const auto& to = layout.nodes.find(arrow.to)->second;
        Arrow drawn;
        drawn.index = i;
        if (std::abs(from.center().x() - to.center().x()) < width * 0.6) { // nearly one above the other
            const bool down = to.center().y() > from.center().y();
            const QPointF start(from.center().x(), down ? from.bottom() : from.top());
            drawn.end = {to.center().x(), down ? to.top() : to.bottom()};
            drawn.path.moveTo(start);
            drawn.path.lineTo(drawn.end);
            drawn.angle = std::atan2(drawn.end.y() - start.y(), drawn.end.x() - start.x());
        } else {
            const bool forwards = to.center().x() > from.center().x();
            const QPointF start = port(from, forwards, 0.5);
            // What goes back enters at the right, a little below what leaves there.
            drawn.end = port(to, !forwards, forwards ? shareOf(i) : 0.5);
            const double way = drawn.end.x() - start.x();
            // What the subject causes far away runs level at first and rises late, round the nodes between.
            const bool round = arrow.from == "subject" && (arrow.to == "units" || arrow.to == "timing");
            drawn.path.moveTo(start);
            drawn.path.cubicTo(start + QPointF((round ? 0.8 : 0.45) * way, 0),
                               drawn.end - QPointF((round ? 0.2 : 0.45) * way, 0), drawn.end);
            drawn.angle = forwards ? 0.0 : std::acos(-1.0);
        }
        layout.arrows.push_back(std::move(drawn));
    }
    return layout;
}

} // namespace mien::ui
