// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/scene.h"

#include "ui/graph/routing.h"

#include <QFontMetricsF>

namespace mien::ui::graph {
namespace {

constexpr double kMargin = 10.0;
constexpr double kRoomPerNode = 7800.0; ///< px² that a node and the edges around it read well in
constexpr double kLeastScale = 0.66;
constexpr double kLabelWidth = 96.0; ///< px at scale 1 and 13 px type, before a label takes a second line
constexpr QPointF kPadding(8.0, 4.0);
constexpr QPointF kApart(30.0, 20.0); ///< px at scale 1 that two nodes keep between them where there is room
constexpr int kRounds = 120;
constexpr double kKnowledgeBend = 0.22;

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
void separate(std::vector<NodeShape>& nodes, const QRectF& room, double scale) {
    const QPointF apart = kApart * scale;
    for (int round = 0; round < kRounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                QRectF &a = nodes[i].box, &b = nodes[j].box;
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

void addEdges(Scene& scene, const Content& content) {
    const auto curves = routes(scene.nodes, content.edges, scene.scale);
    for (std::size_t i = 0; i < curves.size(); ++i) {
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
}

void addKnowledge(Scene& scene, const Content& content, const causal::Knowledge& knowledge) {
    const auto add = [&](const std::pair<std::string, std::string>& pair, Tool kind) {
        const int cause = content.indexOf(pair.first), effect = content.indexOf(pair.second);
        if (cause < 0 || effect < 0 || cause == effect)
            return;
        const auto& from = scene.nodes[static_cast<std::size_t>(cause)];
        const auto& to = scene.nodes[static_cast<std::size_t>(effect)];
        // Beside the edge, on the other side of its bend; the two directions of a pair bend apart by
        // themselves.
        double bend = kKnowledgeBend;
        for (const EdgeShape& shape : scene.edges) {
            const Edge& edge = content.edges[static_cast<std::size_t>(shape.edge)];
            if (edge.a != std::min(cause, effect) || edge.b != std::max(cause, effect))
                continue;
            const QPointF way = to.box.center() - from.box.center();
            const QPointF off = shape.control - (shape.from + shape.to) / 2.0;
            const double side =
                (off.y() * way.x() - off.x() * way.y()) / std::max(1.0, QPointF::dotProduct(way, way));
            bend = side > 0.02 ? side - 2.0 * kKnowledgeBend : side + kKnowledgeBend;
            break;
        }
        if (const auto curve = between(Curve::bent(from.box.center(), to.box.center(), bend), from.box,
                                       to.box, 1.5 * scene.scale))
            scene.knowledge.push_back({cause, effect, kind, curve->from, curve->control, curve->to});
    };
    for (const auto& pair : knowledge.required)
        add(pair, Tool::Require);
    for (const auto& pair : knowledge.forbidden)
        add(pair, Tool::Forbid);
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

Scene sceneOf(const Content& content, const Places& places, const causal::Knowledge& knowledge,
              const SceneOptions& options) {
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
        double lowest = 1.0;
        for (const QPointF place : places)
            lowest = std::max(lowest, place.y());
        QSizeF size(scene.room.width(), scene.room.height() / lowest);
        size = QSizeF(options.faceAspect, 1.0).scaled(size, Qt::KeepAspectRatio);
        square = QRectF(QPointF(scene.room.center().x() - size.width() / 2.0, scene.room.top()), size);
        scene.face = square;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        scene.nodes[i].home = {square.left() + places[i].x() * square.width(),
                               square.top() + places[i].y() * square.height()};
        if (options.face && places[i].y() > 1.0) // what is no region has the whole width
            scene.nodes[i].home.setX(scene.room.left() + places[i].x() * scene.room.width());
        scene.nodes[i].box.moveCenter(scene.nodes[i].home);
    }
    separate(scene.nodes, scene.room, scene.scale);
    addEdges(scene, content);
    addKnowledge(scene, content, knowledge);
    return scene;
}

} // namespace mien::ui::graph
