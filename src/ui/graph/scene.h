// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/knowledge.h"
#include "ui/graph/placement.h"

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace mien::ui::graph {

/// What a drag from node to node does. Look: it moves the picture.
enum class Tool { Look, Require, Forbid };

/// A node, a pair of nodes (with or without an edge between them), or nothing.
struct Selection {
    int node = -1;
    int a = -1, b = -1;          ///< a < b
    Tool knowledge = Tool::Look; ///< of the pair: the required or forbidden arrow a→b (reversed: b→a)
    bool reversed = false;

    static Selection ofNode(int node) { return {.node = node}; }
    static Selection ofPair(int a, int b) { return {.a = std::min(a, b), .b = std::max(a, b)}; }
    static Selection ofKnowledge(int cause, int effect, Tool kind) {
        Selection selection = ofPair(cause, effect);
        selection.knowledge = kind;
        selection.reversed = cause > effect;
        return selection;
    }
    bool isNode() const { return node >= 0; }
    bool isPair() const { return a >= 0; }
    bool isEmpty() const { return node < 0 && a < 0; }
    bool operator==(const Selection&) const = default;
};

struct NodeShape {
    QRectF box;
    QPointF home;      ///< the place that it stands for; outside the box where it had to give way
    QStringList lines; ///< of its label
};

/// A curve of second degree from border to border; the marks stand at its ends.
struct EdgeShape {
    int edge = -1;       ///< into Content::edges
    bool second = false; ///< the second graph's version of an edge whose marks differ
    QPointF from, control, to;
    causal::Mark atFrom = causal::Mark::Tail, atTo = causal::Mark::Tail;

    QPointF pointAt(double t) const;
    double distanceTo(QPointF point) const;
};

struct KnowledgeShape {
    int cause = 0, effect = 0;
    Tool kind = Tool::Require;
    QPointF from = {}, control = {}, to = {};
};

/// What is where, pixels. Pure geometry: the same input gives the same scene.
struct Scene {
    std::vector<NodeShape> nodes;
    std::vector<EdgeShape> edges;
    std::vector<KnowledgeShape> knowledge;
    QRectF room;        ///< what the places were spread over
    double scale = 1.0; ///< of type and marks: smaller where there are many nodes
    QRectF face;        ///< the unit square of the face; empty: none

    /// The topmost thing within `reach` px.
    Selection at(const Content& content, QPointF point, double reach) const;
};

using Pairs = std::vector<std::pair<int, int>>;

struct SceneOptions {
    QFont font;
    QSizeF size;
    Pairs joined; ///< nodes that keep room for an edge with both marks between them
    bool face = false;
    /// The part of the face's unit square that the picture shows.
    QRectF faceWindow = {0.04, 0.12, 0.92, 0.88};
    double leastAspect = 0.95, mostAspect = 1.35; ///< width by height of the unit square, as drawn
};

/// The same type, larger or smaller.
QFont scaledFont(const QFont& font, double scale);

/// Where nodes come to lie: at their places, less what they take from one another.
Scene placed(const Content& content, const Places& places, const SceneOptions& options);
/// Edges between the nodes as they lie, then what is known, each beside the edge of its pair.
void join(Scene& scene, const Content& content, const causal::Knowledge& knowledge);

struct PaintOptions {
    QPalette palette;
    QFont font;
    Selection selection, pointed;
    double leastStability = 0.0;
    bool focused = false;
    QImage picture; ///< behind the face
};

void paintScene(QPainter& painter, const Content& content, const Scene& scene, const PaintOptions& options);

/// A strip that explains the marks and colours in this very picture; its height for that width.
double legendHeight(const Content& content, const causal::Knowledge& knowledge, double width,
                    const PaintOptions& options);
void paintLegend(QPainter& painter, const Content& content, const causal::Knowledge& knowledge,
                 const QRectF& room, const PaintOptions& options);

} // namespace mien::ui::graph
