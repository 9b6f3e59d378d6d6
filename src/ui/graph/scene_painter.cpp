// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_ink.h"
#include "ui/models/region_map.h"
#include "ui/settings/theme.h"

#include <QPainter>

namespace mien::ui::graph {
namespace {

void paintFace(QPainter& painter, const Scene& scene, const PaintOptions& options) {
    if (scene.face.isEmpty())
        return;
    if (!options.picture.isNull()) {
        painter.setOpacity(0.45); // the graph is what is looked at
        painter.drawImage(scene.face, options.picture);
        painter.setOpacity(1.0);
        return;
    }
    QTransform toScene;
    toScene.translate(scene.face.left(), scene.face.top());
    toScene.scale(scene.face.width(), scene.face.height());
    const Tones tones = tonesOf(themeOf(options.palette));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tones.line, 1.6));
    painter.drawPath(toScene.map(drawnFace()));
}

/// From a node to the place that it stands for, where it had to give way.
void paintLeader(QPainter& painter, const NodeShape& node, const Tones& tones) {
    if (node.box.contains(node.home))
        return;
    const QPointF near(std::clamp(node.home.x(), node.box.left(), node.box.right()),
                       std::clamp(node.home.y(), node.box.top(), node.box.bottom()));
    painter.setPen(QPen(tones.faint, 1.0, Qt::DotLine));
    painter.drawLine(node.home, near);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.faint);
    painter.drawEllipse(node.home, 2.5, 2.5);
}

void paintNode(QPainter& painter, const Node& node, const NodeShape& shape, double scale, bool marked,
               bool aside, bool focused, const PaintOptions& options) {
    const Tones tones = tonesOf(themeOf(options.palette));
    const QColor ground = options.palette.color(QPalette::Window);
    const QColor text = options.palette.color(QPalette::WindowText);
    const double round = 6.0 * scale;
    if (focused) {
        painter.setPen(QPen(tones.accent, 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(shape.box.adjusted(-3, -3, 3, 3), round + 3, round + 3);
    }
    painter.setBrush(marked ? mixed(tones.raised, tones.accent, 0.24) : tones.raised);
    const QColor border = marked ? tones.accent : mixed(tones.line, tones.faint, aside ? 0.0 : 0.55);
    painter.setPen(QPen(border, marked ? 2.0 : 1.1, node.faint ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(shape.box, round, round);
    painter.setPen(node.faint || aside ? mixed(text, ground, 0.45) : text);
    const double pitch = QFontMetricsF(painter.font()).height();
    const double top = shape.box.center().y() - pitch * static_cast<double>(shape.lines.size()) / 2.0;
    for (int i = 0; i < shape.lines.size(); ++i)
        painter.drawText(QRectF(shape.box.left(), top + i * pitch, shape.box.width(), pitch),
                         Qt::AlignCenter | Qt::TextDontClip, shape.lines[i]);
}

/// What the look is on: the pointed thing, else the selected one.
struct Look {
    explicit Look(const PaintOptions& options)
        : what(options.pointed.isEmpty() ? options.selection : options.pointed) {}
    bool on(const Edge& edge) const {
        return what.isNode() ? edge.a == what.node || edge.b == what.node
                             : what.isPair() && edge.a == what.a && edge.b == what.b;
    }
    Selection what;
};

} // namespace

void paintScene(QPainter& painter, const Content& content, const Scene& scene, const PaintOptions& options) {
    const Tones tones = tonesOf(themeOf(options.palette));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    paintFace(painter, scene, options);
    if (!scene.face.isEmpty())
        for (const NodeShape& node : scene.nodes)
            paintLeader(painter, node, tones);
    const Look look(options);
    std::vector<bool> near(content.nodes.size(), look.what.isEmpty());
    const auto isNear = [&](int node) { near[static_cast<std::size_t>(node)] = true; };
    for (const int node : {look.what.node, look.what.a, look.what.b})
        if (node >= 0 && node < static_cast<int>(near.size()))
            isNear(node);
    for (const Edge& edge : content.edges)
        if (look.on(edge)) {
            isNear(edge.a);
            isNear(edge.b);
        }
    const EdgeInk ink(content, scene.scale, options);
    for (const bool top : {false, true}) // what is looked at lies over the rest
        for (const Part part : {Part::Line, Part::Marks})
            for (const EdgeShape& shape : scene.edges) {
                const Edge& edge = content.edges[static_cast<std::size_t>(shape.edge)];
                if (look.on(edge) == top)
                    ink.paint(painter, edge, shape, top, !look.what.isEmpty() && !top, part);
            }
    for (const KnowledgeShape& shape : scene.knowledge)
        ink.paint(painter, shape,
                  options.selection == Selection::ofKnowledge(shape.cause, shape.effect, shape.kind));
    painter.setFont(scaledFont(options.font, scene.scale));
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const int node = static_cast<int>(i);
        const Selection& chosen = options.selection;
        const bool marked = chosen.node == node || chosen.a == node || chosen.b == node;
        paintNode(painter, content.nodes[i], scene.nodes[i], scene.scale,
                  marked || options.pointed.node == node, !near[i], options.focused && chosen.node == node,
                  options);
    }
}

} // namespace mien::ui::graph
