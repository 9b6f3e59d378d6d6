// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/graph_view.h"

#include "ui/generator/model_state.h"
#include "ui/generator/words.h"
#include "ui/settings/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace mien::ui {
namespace {

constexpr double kReach = 5.0; ///< px from an arrow at which it is pointed at

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

void drawHead(QPainter& p, const GraphLayout::Arrow& arrow, const QColor& colour, double size) {
    QPainterPath head;
    head.moveTo(0, 0);
    head.lineTo(-size, -size * 0.5);
    head.lineTo(-size, size * 0.5);
    head.closeSubpath();
    p.save();
    p.translate(arrow.end);
    p.rotate(arrow.angle * 180.0 / std::acos(-1.0));
    p.fillPath(head, colour);
    p.restore();
}

/// A cut arrow ends in a gap with a bar, like a wire that was cut before it reaches its target.
void drawCut(QPainter& p, const GraphLayout::Arrow& arrow, const QColor& colour) {
    const double from = 0.0, to = arrow.path.percentAtLength(std::max(0.0, arrow.path.length() - 34.0));
    QPainterPath part;
    part.moveTo(arrow.path.pointAtPercent(from));
    for (int i = 1; i <= 40; ++i)
        part.lineTo(arrow.path.pointAtPercent(to * i / 40.0));
    p.setPen(QPen(colour, 1.3, Qt::DashLine, Qt::FlatCap));
    p.drawPath(part);
    const auto at = arrow.path.pointAtPercent(to);
    const double angle = -arrow.path.angleAtPercent(to) * std::acos(-1.0) / 180.0;
    p.save();
    p.translate(at);
    p.rotate(angle * 180.0 / std::acos(-1.0));
    p.setPen(QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(1, -6), QPointF(1, 6));
    p.drawLine(QPointF(6, -6), QPointF(6, 6));
    p.restore();
}

} // namespace

GraphNode::GraphNode(std::string name, QWidget* parent) : QAbstractButton(parent), m_name(std::move(name)) {
    setText(nodeText(m_name));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCheckable(ModelState::canFix(m_name));
}

void GraphNode::present(const QString& value, bool fixed) {
    m_value = value;
    m_fixed = fixed;
    setChecked(fixed);
    setAccessibleName(value.isEmpty() ? text() : QStringLiteral("%1: %2").arg(text(), value));
    QString tip = nodeHint(m_name);
    if (ModelState::canFix(m_name))
        tip += QLatin1Char('\n') + (fixed ? tr("Fixed by do(). Click: let go of it.")
                                          : tr("Click: do(), the value stays and its causes are cut off."));
    setToolTip(tip);
    setAccessibleDescription(tip);
    update();
}

void GraphNode::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const auto* view = qobject_cast<GraphView*>(parentWidget());
    const bool selected = view && view->selected() == m_name;
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QColor ground = tones.raised;
    if (m_fixed)
        ground = mixed(tones.raised, tones.accent, 0.22);
    else if (underMouse())
        ground = mixed(tones.raised, palette().color(QPalette::WindowText), 0.06);
    p.setBrush(ground);
    const bool marked = m_fixed || selected || hasFocus();
    p.setPen(QPen(marked ? tones.accent : tones.line, marked ? 2.0 : 1.0));
    p.drawRoundedRect(box, 7, 7);
    const QRectF inner = box.adjusted(10, 4, -10, -4);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int line = fontMetrics().height();
    const double lines = m_value.isEmpty() ? line : 2.0 * line;
    QRectF at(inner.left(), inner.center().y() - lines / 2, inner.width(), line);
    double room = at.width();
    if (m_fixed) { // the mark of an intervention
        const QString mark = QStringLiteral("do");
        QFont small = font();
        small.setPointSizeF(font().pointSizeF() * 0.8);
        small.setWeight(QFont::Bold);
        p.setFont(small);
        const QRectF badge(inner.right() - 20, at.top() + 1, 24, line - 2);
        p.setPen(Qt::NoPen);
        p.setBrush(tones.accent);
        p.drawRoundedRect(badge, 4, 4);
        p.setPen(ground.lightness() < 128 ? QColor("#0b1420") : QColor(Qt::white));
        p.drawText(badge, Qt::AlignCenter, mark);
        room -= 28;
    }
    p.setFont(bold);
    p.setPen(palette().color(QPalette::WindowText));
    p.drawText(at, Qt::AlignLeft | Qt::AlignVCenter,
               QFontMetrics(bold).elidedText(text(), Qt::ElideRight, static_cast<int>(room)));
    p.setFont(font());
    p.setPen(m_fixed ? palette().color(QPalette::WindowText) : tones.faint);
    at.translate(0, line);
    p.drawText(at, Qt::AlignLeft | Qt::AlignVCenter,
               fontMetrics().elidedText(m_value, Qt::ElideRight, static_cast<int>(at.width())));
}

void GraphNode::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    emit looked(true);
}

void GraphNode::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    emit looked(false);
}

void GraphNode::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    emit looked(true);
}

void GraphNode::focusOutEvent(QFocusEvent* event) {
    QAbstractButton::focusOutEvent(event);
    emit looked(false);
}

GraphView::GraphView(ModelState& model, QWidget* parent) : QWidget(parent), m_model(model) {
    setAccessibleName(tr("Causal graph"));
    setMouseTracking(true);
    for (const auto& node : m_model.graph().nodes) {
        auto* button = new GraphNode(std::string(node.name), this);
        m_nodes.push_back(button);
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            select(button->name());
            toggle(button->name());
        });
        connect(button, &GraphNode::looked, this, [this, button](bool at) {
            m_looked = at ? button->name() : std::string();
            update();
        });
    }
    connect(&m_model, &ModelState::changed, this, &GraphView::follow);
    follow();
}

GraphNode* GraphView::node(std::string_view name) const {
    const auto found =
        std::find_if(m_nodes.begin(), m_nodes.end(), [&](const GraphNode* n) { return n->name() == name; });
    return found == m_nodes.end() ? nullptr : *found;
}

void GraphView::select(const std::string& name) {
    if (name == m_selected)
        return;
    m_selected = name;
    for (auto* node : m_nodes)
        node->update();
    emit selectedChanged();
}

void GraphView::toggle(const std::string& name) {
    if (ModelState::canFix(name))
        if (const auto ok = m_model.toggle(name); !ok) {
            follow(); // the button toggled itself
            emit refused(QString::fromStdString(ok.error().message));
        }
}

void GraphView::follow() {
    m_graph = m_model.graph();
    for (auto* node : m_nodes)
        node->present(valueText(m_model.sample(), node->name()), m_model.isFixed(node->name()));
    arrange();
}

void GraphView::arrange() {
    m_layout = GraphLayout::of(m_graph, size());
    for (auto* node : m_nodes)
        node->setGeometry(m_layout.nodes.find(node->name())->second.toAlignedRect());
    update();
}

void GraphView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void GraphView::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    const QColor ground = palette().color(QPalette::Window);
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (const auto& arrow : m_layout.arrows) {
        const auto& link = m_graph.arrows[arrow.index];
        const bool looked = !m_looked.empty() && (link.from == m_looked || link.to == m_looked);
        const bool aside = !m_looked.empty() && !looked;
        const auto dimmed = [&](const QColor& colour) {
            return aside ? mixed(colour, ground, 0.65) : colour;
        };
        p.setBrush(Qt::NoBrush);
        if (link.cut) {
            drawCut(p, arrow, dimmed(tones.bad));
            continue;
        }
        if (!(link.strength > 0.0)) {
            p.setPen(QPen(dimmed(mixed(tones.line, tones.faint, looked ? 0.8 : 0.15)), 1.0, Qt::DotLine));
            p.drawPath(arrow.path);
            continue;
        }
        const auto colour = dimmed(looked ? tones.accent : tones.faint);
        p.setPen(QPen(colour, 0.8 + 1.6 * link.strength));
        p.drawPath(arrow.path);
        drawHead(p, arrow, colour, 8.0 + 2.0 * link.strength);
    }
    drawLegend(p);
}

/// In the corner that no node needs.
void GraphView::drawLegend(QPainter& p) {
    const Tones tones = tonesOf(themeOf(palette()));
    const int line = fontMetrics().height() + 6;
    const std::pair<QString, QPen> rows[] = {
        {tr("causes, the thicker the stronger"), QPen(tones.faint, 2.2)},
        {tr("would cause, at strength 0"), QPen(mixed(tones.line, tones.faint, 0.4), 1.0, Qt::DotLine)},
        {tr("cut by do()"), QPen(tones.bad, 1.3, Qt::DashLine)}};
    double y = height() - 18.0 - line * (std::size(rows) - 0.5);
    for (const auto& [text, pen] : rows) {
        p.setPen(pen);
        p.drawLine(QPointF(20, y), QPointF(52, y));
        p.setPen(tones.faint);
        p.drawText(QRectF(62, y - line / 2.0, 260, line), Qt::AlignLeft | Qt::AlignVCenter, text);
        y += line;
    }
}

void GraphView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF near(event->position() - QPointF(kReach, kReach), QSizeF(2 * kReach, 2 * kReach));
    for (const auto& arrow : m_layout.arrows) {
        QPainterPathStroker stroker;
        stroker.setWidth(1.0);
        if (!stroker.createStroke(arrow.path).intersects(near))
            continue;
        const auto& link = m_graph.arrows[arrow.index];
        QString text =
            QStringLiteral("%1 → %2\n%3").arg(nodeText(link.from), nodeText(link.to), arrowText(link.why));
        if (link.cut)
            text += QLatin1Char('\n') + tr("cut by do()");
        else if (link.strength < 1.0)
            text += QLatin1Char('\n') + tr("strength %1").arg(link.strength, 0, 'f', 2);
        return QToolTip::showText(event->globalPosition().toPoint(), text, this);
    }
    QToolTip::hideText();
}

} // namespace mien::ui
