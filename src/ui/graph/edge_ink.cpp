// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_ink.h"

#include "ui/settings/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace mien::ui::graph {
namespace {

using causal::Mark;

constexpr double kArrow = 11.0; ///< px at scale 1, from tip to base
constexpr double kArrowHalf = 5.0;
constexpr double kCircle = 4.2; ///< radius
constexpr double kLine = 1.7;   ///< width of an edge without a stability
constexpr double kHalo = 2.2;   ///< of ground on both sides, so that crossings read as crossings

double lengthOf(Mark mark, double scale, double width) {
    return mark == Mark::Arrow    ? (kArrow + width) * scale
           : mark == Mark::Circle ? (2.0 * kCircle + width) * scale
                                  : 0.0;
}

} // namespace

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

EdgeInk::EdgeInk(const Content& content, double scale, const PaintOptions& options)
    : m_kind(content.kind), m_scale(scale), m_leastStability(options.leastStability) {
    const Tones tones = tonesOf(themeOf(options.palette));
    m_ground = options.palette.color(QPalette::Window);
    m_text = options.palette.color(QPalette::WindowText);
    m_accent = tones.accent;
    m_faint = tones.faint;
    m_line = tones.line;
    m_confounded = tones.proposal;
    m_good = tones.good;
    m_bad = tones.bad;
    m_first = tones.warning;
    m_second = tones.accent;
    for (const Edge& edge : content.edges) {
        m_heaviest = std::max(m_heaviest, edge.facts.weight.value_or(0.0));
        m_stability = m_stability || edge.facts.stability;
    }
}

QColor EdgeInk::colourOf(const Edge& edge, bool second) const {
    if (m_kind == Kind::CoOccurrence)
        return mixed(m_faint, m_text, 0.2);
    if (m_kind == Kind::Difference) {
        if (edge.presence == Presence::Both)
            return mixed(m_faint, m_ground, 0.25);
        return edge.presence == Presence::OnlySecond || second ? m_second : m_first;
    }
    if (edge.atA == Mark::Arrow && edge.atB == Mark::Arrow)
        return m_confounded;
    const bool causes = (edge.atA == Mark::Tail && edge.atB == Mark::Arrow) ||
                        (edge.atA == Mark::Arrow && edge.atB == Mark::Tail);
    return causes ? m_accent : m_faint;
}

double EdgeInk::widthOf(const Edge& edge) const {
    if (m_kind == Kind::CoOccurrence)
        return m_heaviest > 0.0 ? 0.8 + 6.2 * edge.facts.weight.value_or(0.0) / m_heaviest : kLine;
    return edge.facts.stability ? 0.9 + 1.9 * std::clamp(*edge.facts.stability, 0.0, 1.0) : kLine;
}

bool EdgeInk::unstable(const Edge& edge) const {
    return edge.facts.stability && *edge.facts.stability < m_leastStability;
}

QColor EdgeInk::required() const {
    return m_good;
}

QColor EdgeInk::forbidden() const {
    return m_bad;
}

QPen EdgeInk::unstablePen(const QColor& colour) const {
    QPen pen(mixed(colour, m_ground, 0.45), 1.1 * m_scale);
    pen.setDashPattern({2.5, 2.5});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

void EdgeInk::paint(QPainter& painter, const Edge& edge, const EdgeShape& shape, bool looked, bool aside,
                    Part part) const {
    QColor colour = colourOf(edge, shape.second);
    if (aside)
        colour = mixed(colour, m_ground, 0.72);
    else if (looked && m_kind == Kind::Causal && colour == m_faint)
        colour = m_text;
    QPen pen = unstable(edge) && !looked ? unstablePen(colour)
                                         : QPen(colour, (widthOf(edge) + (looked ? 0.7 : 0.0)) * m_scale,
                                                Qt::SolidLine, Qt::FlatCap);
    if (edge.presence == Presence::OnlyFirst && !unstable(edge))
        pen.setDashPattern({6.0, 2.5}); // not by its colour alone
    stroke(painter, {shape.from, shape.control, shape.to}, shape.atFrom, shape.atTo, pen, part);
}

void EdgeInk::stroke(QPainter& painter, const Curve& curve, Mark atFrom, Mark atTo, const QPen& pen,
                     Part part) const {
    const double width = pen.widthF() / m_scale;
    const double t0 = atFrom == Mark::Tail ? 0.0 : curve.along(0.0, lengthOf(atFrom, m_scale, width));
    const double t1 = atTo == Mark::Tail ? 1.0 : curve.along(1.0, -lengthOf(atTo, m_scale, width));
    painter.setBrush(Qt::NoBrush);
    if (t1 > t0 && part != Part::Marks) {
        const Curve shaft = curve.part(t0, t1);
        QPainterPath path(shaft.from);
        path.quadTo(shaft.control, shaft.to);
        painter.setPen(QPen(m_ground, pen.widthF() + 2.0 * kHalo * m_scale, Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(path);
        painter.setPen(pen);
        painter.drawPath(path);
    }
    if (part == Part::Line)
        return;
    mark(painter, atFrom, curve, false, pen);
    mark(painter, atTo, curve, true, pen);
}

void EdgeInk::mark(QPainter& painter, Mark mark, const Curve& curve, bool atEnd, const QPen& pen) const {
    const double width = pen.widthF() / m_scale;
    if (mark != Mark::Arrow && mark != Mark::Circle)
        return;
    const double length = lengthOf(mark, m_scale, width);
    const QPointF tip = atEnd ? curve.to : curve.from;
    const QPointF base = curve.at(curve.along(atEnd ? 1.0 : 0.0, atEnd ? -length : length));
    const QPointF way = tip - base;
    const double measured = std::max(1e-6, std::hypot(way.x(), way.y()));
    const QPointF ahead = way / measured, aside(-ahead.y(), ahead.x());
    if (mark == Mark::Circle) {
        const double radius = kCircle * m_scale;
        painter.setPen(QPen(pen.color(), std::max(1.3, width * 0.85) * m_scale));
        painter.setBrush(m_ground);
        painter.drawEllipse(tip - ahead * length / 2.0, radius, radius);
        return;
    }
    const double half = (kArrowHalf + width * 0.5) * m_scale;
    QPainterPath head(tip);
    head.lineTo(tip - ahead * length + aside * half);
    head.lineTo(tip - ahead * length * 0.78);
    head.lineTo(tip - ahead * length - aside * half);
    head.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawPath(head);
}

void EdgeInk::paint(QPainter& painter, const KnowledgeShape& shape, bool selected) const {
    const bool require = shape.kind == Tool::Require;
    QPen pen(require ? m_good : m_bad, (selected ? 2.4 : 1.5) * m_scale, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1.5, 1.5});
    const Curve curve{shape.from, shape.control, shape.to};
    stroke(painter, curve, Mark::Tail, Mark::Arrow, pen);
    const QPointF middle = curve.at(0.5);
    const double r = 6.5 * m_scale;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawEllipse(middle, r, r);
    painter.setPen(QPen(m_ground, 1.8 * m_scale, Qt::SolidLine, Qt::RoundCap));
    const double h = r * 0.45;
    if (require) {
        painter.drawLine(middle + QPointF(-h, 0), middle + QPointF(-h * 0.2, h * 0.8));
        painter.drawLine(middle + QPointF(-h * 0.2, h * 0.8), middle + QPointF(h * 1.1, -h * 0.8));
    } else {
        painter.drawLine(middle + QPointF(-h, -h), middle + QPointF(h, h));
        painter.drawLine(middle + QPointF(-h, h), middle + QPointF(h, -h));
    }
}

} // namespace mien::ui::graph
