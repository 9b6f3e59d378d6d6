// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/scene.h"

#include "ui/graph/routing.h"

#include <QFontMetricsF>

#include <numeric>

namespace mien::ui::graph {
namespace {

constexpr double kMargin = 10.0;
constexpr double kRoomPerNode = 7800.0; ///< px² that a node and the edges around it read well in
constexpr double kLeastScale = 0.66;
constexpr double kLabelWidth = 96.0; ///< px at scale 1 and 13 px type, before a label takes a second line
constexpr QPointF kPadding(8.0, 4.0);
constexpr QPointF kApart(24.0, 15.0); ///< px at scale 1 that two nodes keep between them where there is room
constexpr double kForMarks = 42.0;    ///< and two joined ones: both marks and a piece of line
constexpr int kRounds = 120;

QStringList wrapped(const QString& label, const QFontMetricsF& metrics, double most) {
    if (metrics.horizontalAdvance(label) <= most)
        return {label};
    const QStringList words = label.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList best{metrics.elidedText(label, Qt::ElideMiddle, most)};
    double least = 1e300;
    for (int k = 1; k < words.size(); ++k) {
        const QStringList lines{words.mid(0, k).join(QLatin1Char(' ')), words.mid(k).join(QLatin1Char(' '))};
        const double widest =
            std::max(metrics.horizontalAdvance(lines[0]), metrics.horizontalAdvance(lines[1]));
        if (widest < least) {
            least = widest;
            best = lines;
        }
    }
    for (QString& line : best)
        line = metrics.elidedText(line, Qt::ElideMiddle, most);
    return best;
}

/// Pushes boxes off one another, each pair along the axis that takes less.
void separate(std::vector<NodeShape>& nodes, const Pairs& pairs, const QRectF& room, double scale) {
    std::vector<char> joined(nodes.size() * nodes.size(), 0);
    for (const auto& [a, b] : pairs)
        if (a >= 0 && b >= 0 && std::max(a, b) < static_cast<int>(nodes.size()))
            joined[static_cast<std::size_t>(std::min(a, b)) * nodes.size() +
                   static_cast<std::size_t>(std::max(a, b))] = 1;
    // From left to right, so that the order of the nodes means nothing.
    std::vector<std::size_t> order(nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        return std::pair(nodes[i].home.x(), nodes[i].home.y()) <
               std::pair(nodes[j].home.x(), nodes[j].home.y());
    });
    for (int round = 0; round < kRounds; ++round) {
        bool moved = false;
        for (std::size_t k = 0; k < nodes.size(); ++k) {
            for (std::size_t l = k + 1; l < nodes.size(); ++l) {
                const std::size_t i = order[k], j = order[l];
                QRectF &a = nodes[i].box, &b = nodes[j].box;
                const bool edge = joined[std::min(i, j) * nodes.size() + std::max(i, j)] != 0;
                const QPointF apart = edge ? QPointF(kForMarks, kForMarks) * scale : kApart * scale;
                const QPointF way = b.center() - a.center();
                const double x = (a.width() + b.width()) / 2.0 + apart.x() - std::abs(way.x());
                const double y = (a.height() + b.height()) / 2.0 + apart.y() - std::abs(way.y());
                if (x <= 0.01 || y <= 0.01)
                    continue;
                moved = true;
                // Half of what is missing: pairs pull against each other, and halves settle.
                const QPointF push = x < y * 1.4 ? QPointF((way.x() < 0 ? -x : x) / 4.0, 0.0)
                                                 : QPointF(0.0, (way.y() < 0 ? -y : y) / 4.0);
                a.translate(-push);
                b.translate(push);
            }
        }
        for (NodeShape& node : nodes) {
            node.box.moveLeft(std::clamp(node.box.left(), room.left(),
                                         std::max(room.left(), room.right() - node.box.width())));
            node.box.moveTop(std::clamp(node.box.top(), room.top(),
                                        std::max(room.top(), room.bottom() - node.box.height())));
        }
        if (!moved)
            return;
    }
}

std::vector<NodeShape> nodesOf(const Content& content, const QFont& font, double scale, double most) {
    const QFontMetricsF metrics(font);
    std::vector<NodeShape> nodes;
    for (const Node& node : content.nodes) {
        NodeShape shape;
        shape.lines = wrapped(node.label, metrics, most);
        double width = 14.0 * scale;
        for (const QString& line : shape.lines)
            width = std::max(width, metrics.horizontalAdvance(line));
        shape.box.setSize(
            {width + 2.0 * kPadding.x() * scale,
             static_cast<double>(shape.lines.size()) * metrics.height() + 2.0 * kPadding.y() * scale});
        nodes.push_back(std::move(shape));
    }
    return nodes;
}

double pathDistance(const Curve& curve, QPointF point) {
    constexpr int kSteps = 32;
    double least = 1e300;
    QPointF before = curve.from;
    for (int s = 1; s <= kSteps; ++s) {
        const QPointF here = curve.at(static_cast<double>(s) / kSteps), way = here - before;
        const double length = QPointF::dotProduct(way, way);
        const double t =
            length > 0.0 ? std::clamp(QPointF::dotProduct(point - before, way) / length, 0.0, 1.0) : 0.0;
        const QPointF off = before + t * way - point;
        least = std::min(least, std::hypot(off.x(), off.y()));
        before = here;
    }
    return least;
}

} // namespace

QPointF EdgeShape::pointAt(double t) const {
    return Curve{from, control, to}.at(t);
}

double EdgeShape::distanceTo(QPointF point) const {
    return pathDistance({from, control, to}, point);
}

Selection Scene::at(const Content& content, QPointF point, double reach) const {
    for (std::size_t i = nodes.size(); i-- > 0;)
        if (nodes[i].box.contains(point))
            return Selection::ofNode(static_cast<int>(i));
    double least = reach;
    Selection found;
    for (const KnowledgeShape& shape : knowledge) {
        if (const double d = pathDistance({shape.from, shape.control, shape.to}, point); d < least) {
            least = d;
            found = Selection::ofKnowledge(shape.cause, shape.effect, shape.kind);
        }
    }
    for (const EdgeShape& shape : edges) {
        const double d = shape.distanceTo(point);
        if (d < least) {
            const Edge& edge = content.edges[static_cast<std::size_t>(shape.edge)];
            least = d;
            found = Selection::ofPair(edge.a, edge.b);
        }
    }
    return found;
}

QFont scaledFont(const QFont& font, double scale) {
    QFont scaled = font;
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * scale);
    else
        scaled.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() * scale))));
    return scaled;
}

Scene placed(const Content& content, const Places& places, const SceneOptions& options) {
    Scene scene;
    if (content.nodes.empty() || places.size() != content.nodes.size())
        return scene;
    scene.room = QRectF(QPointF(), options.size).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double area = std::max(1.0, scene.room.width() * scene.room.height());
    scene.scale = std::clamp(std::sqrt(area / (kRoomPerNode * static_cast<double>(content.nodes.size()))),
                             kLeastScale, 1.0);
    const QFont font = scaledFont(options.font, scene.scale);
    scene.nodes =
        nodesOf(content, font, scene.scale, kLabelWidth / 13.0 * QFontMetricsF(font).height() * 0.8);

    // The places' square (on a face: the face, and what stands below it) fills the room, less half a node.
    QPointF half;
    for (const NodeShape& node : scene.nodes)
        half = {std::max(half.x(), node.box.width() / 2.0), std::max(half.y(), node.box.height() / 2.0)};
    QRectF square = scene.room.adjusted(half.x(), half.y(), -half.x(), -half.y());
    if (options.face) {
        // The window of the face that regions lie in fills the room above what is no region.
        double lowest = 1.0;
        for (const QPointF place : places)
            lowest = std::max(lowest, place.y());
        const QRectF room = scene.room.adjusted(0, 0, 0, -scene.room.height() * (1.0 - 1.0 / lowest));
        const QRectF window = options.faceWindow;
        QSizeF size(room.width() / window.width(), room.height() / window.height());
        size = QSizeF(
            std::clamp(size.width(), size.height() * options.leastAspect, size.height() * options.mostAspect),
            std::min(size.height(), size.width() / options.leastAspect));
        square = QRectF(QPointF(room.center().x() - window.center().x() * size.width(),
                                room.center().y() - window.center().y() * size.height()),
                        size);
        scene.face = square;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        scene.nodes[i].home = {square.left() + places[i].x() * square.width(),
                               square.top() + places[i].y() * square.height()};
        if (options.face && places[i].y() > 1.0) { // what is no region stands below, over the whole width
            double lowest = 1.0;
            for (const QPointF place : places)
                lowest = std::max(lowest, place.y());
            scene.nodes[i].home = {scene.room.left() + places[i].x() * scene.room.width(),
                                   scene.room.top() + places[i].y() / lowest * scene.room.height()};
        }
        scene.nodes[i].box.moveCenter(scene.nodes[i].home);
    }
    separate(scene.nodes, options.joined, scene.room, scene.scale);
    return scene;
}

void join(Scene& scene, const Content& content, const causal::Knowledge& knowledge) {
    scene.edges.clear();
    scene.knowledge.clear();
    if (scene.nodes.empty())
        return;
    std::vector<Route> routes;
    for (const Edge& edge : content.edges)
        routes.push_back({edge.a, edge.b});
    std::vector<KnowledgeShape> known;
    const auto add = [&](const auto& pairs, Tool kind) {
        for (const auto& [cause, effect] : pairs) {
            const int from = content.indexOf(cause), to = content.indexOf(effect);
            if (from < 0 || to < 0 || from == to)
                continue;
            known.push_back({.cause = from, .effect = to, .kind = kind});
            routes.push_back({from, to, true});
        }
    };
    add(knowledge.required, Tool::Require);
    add(knowledge.forbidden, Tool::Forbid);
    const auto curves = routed(scene.nodes, routes, scene.room, scene.scale);
    for (std::size_t i = 0; i < content.edges.size(); ++i) {
        if (!curves[i])
            continue;
        const Edge& edge = content.edges[i];
        const Curve& curve = *curves[i];
        const int index = static_cast<int>(i);
        if (edge.presence != Presence::MarksDiffer) {
            scene.edges.push_back({index, false, curve.from, curve.control, curve.to, edge.atA, edge.atB});
            continue;
        }
        // Both versions, side by side.
        const QPointF way = curve.to - curve.from;
        const QPointF off =
            QPointF(-way.y(), way.x()) / std::max(1.0, std::hypot(way.x(), way.y())) * 5.0 * scene.scale;
        scene.edges.push_back(
            {index, false, curve.from - off, curve.control - off, curve.to - off, edge.atA, edge.atB});
        scene.edges.push_back({index, true, curve.from + off, curve.control + off, curve.to + off,
                               edge.secondAtA, edge.secondAtB});
    }
    for (std::size_t k = 0; k < known.size(); ++k)
        if (const auto& curve = curves[content.edges.size() + k]) {
            known[k].from = curve->from;
            known[k].control = curve->control;
            known[k].to = curve->to;
            scene.knowledge.push_back(known[k]);
        }
}

} // namespace mien::ui::graph
