// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/routing.h"

#include <QPen>

namespace mien::ui::graph {

QColor mixed(const QColor& a, const QColor& b, double share);

/// Marks are drawn after all lines, so that no line runs over a mark.
enum class Part { Line, Marks, Both };

/// How edges and their marks are drawn: on the picture and in its legend.
class EdgeInk {
public:
    EdgeInk(const Content& content, double scale, const PaintOptions& options);

    void paint(QPainter& painter, const Edge& edge, const EdgeShape& shape, bool looked, bool aside,
               Part part = Part::Both) const;
    void paint(QPainter& painter, const KnowledgeShape& shape, bool selected) const;
    /// A curve with marks at its ends.
    void stroke(QPainter& painter, const Curve& curve, causal::Mark atFrom, causal::Mark atTo,
                const QPen& pen, Part part = Part::Both) const;

    QColor colourOf(const Edge& edge, bool second) const;
    double widthOf(const Edge& edge) const;
    bool unstable(const Edge& edge) const;
    QColor required() const;
    QColor forbidden() const;
    /// Lines that few resampled graphs have.
    QPen unstablePen(const QColor& colour) const;

private:
    void mark(QPainter& painter, causal::Mark mark, const Curve& curve, bool atEnd, const QPen& pen) const;

    Kind m_kind;
    double m_scale;
    double m_leastStability;
    double m_heaviest = 0.0;
    bool m_stability = false;
    QColor m_ground, m_text, m_accent, m_faint, m_line, m_confounded, m_good, m_bad, m_first, m_second;
};

} // namespace mien::ui::graph
