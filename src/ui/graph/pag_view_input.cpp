// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/edge_words.h"
#include "ui/graph/pag_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

namespace mien::ui::graph {
namespace {

constexpr double kReach = 7.0;  ///< px from an edge at which it is pointed at
constexpr double kNudge = 12.0; ///< px that a key moves a node
constexpr double kZoomStep = 1.15;

/// Ctrl draws a required arrow, Shift a forbidden one, whatever the tool.
Tool toolOf(Qt::KeyboardModifiers modifiers, Tool chosen) {
    return modifiers & Qt::ControlModifier ? Tool::Require
           : modifiers & Qt::ShiftModifier ? Tool::Forbid
                                           : chosen;
}

} // namespace

Selection PagView::at(QPointF screen) const {
    return m_scene.at(m_content, toScene(screen), kReach);
}

bool PagView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = textOf(at(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void PagView::choose(const Selection& selection, bool click) {
    setSelection(selection);
    if (!click)
        return;
    if (selection.isNode())
        emit nodeClicked(selection.node);
    else if (selection.isPair() && selection.knowledge == Tool::Look)
        emit edgeClicked(selection.a, selection.b);
}

void PagView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    QToolTip::hideText();
    Drag drag;
    drag.from = drag.at = event->position();
    drag.pan = m_pan;
    drag.tool = toolOf(event->modifiers(), m_tool);
    if (const Selection hit = at(drag.from); hit.isNode()) {
        drag.node = hit.node;
        drag.grip = m_scene.nodes[static_cast<std::size_t>(hit.node)].box.center() - toScene(drag.from);
        drag.before = moved();
    }
    m_drag = drag;
}

void PagView::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag) {
        m_drag->at = event->position();
        if ((m_drag->at - m_drag->from).manhattanLength() >= QApplication::startDragDistance())
            m_drag->moved = true;
        if (m_drag->moved && m_drag->node < 0) {
            m_pan = m_drag->pan + m_drag->at - m_drag->from;
            return rebuild();
        }
        if (m_drag->moved && m_drag->tool == Tool::Look)
            return moveNode(m_drag->node, toScene(m_drag->at) + m_drag->grip);
        return update();
    }
    const Selection now = at(event->position());
    if (now == m_pointed)
        return;
    m_pointed = now;
    if (m_tool == Tool::Look)
        setCursor(now.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
    emit pointedAt(now);
}

void PagView::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_drag || event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    const Drag drag = *m_drag;
    m_drag.reset();
    update();
    if (!drag.moved)
        return choose(at(event->position()), true);
    if (drag.node < 0)
        return;
    if (drag.tool == Tool::Look) {
        emit nodesMoved(drag.before, moved(), tr("%1 moved").arg(m_content.labelOf(drag.node)));
        return;
    }
    if (const Selection goal = at(event->position()); goal.isNode() && goal.node != drag.node)
        ask(drag.tool, drag.node, goal.node);
}

void PagView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (at(event->position()).isEmpty())
        zoomToFit();
}

void PagView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (m_pointed.isEmpty())
        return;
    m_pointed = {};
    update();
    emit pointedAt({});
}

void PagView::wheelEvent(QWheelEvent* event) {
    zoomAt(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void PagView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void PagView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

/// What is to be known from now on; the two kinds exclude one another for one direction.
void PagView::ask(Tool what, int cause, int effect) {
    causal::Knowledge wanted = m_knowledge;
    const std::pair pair(m_content.nodes[static_cast<std::size_t>(cause)].name,
                         m_content.nodes[static_cast<std::size_t>(effect)].name);
    std::erase(wanted.required, pair);
    std::erase(wanted.forbidden, pair);
    const QString& a = m_content.labelOf(cause);
    const QString& b = m_content.labelOf(effect);
    if (what == Tool::Look)
        return emit knowledgeEdited(wanted, tr("Nothing known of %1 → %2").arg(a, b));
    if (what == Tool::Require) {
        std::erase(wanted.required, std::pair(pair.second, pair.first)); // not both are causes
        wanted.required.push_back(pair);
    } else {
        wanted.forbidden.push_back(pair);
    }
    emit knowledgeEdited(wanted, what == Tool::Require ? tr("Required: %1 → %2").arg(a, b)
                                                       : tr("Forbidden: %1 → %2").arg(a, b));
}

void PagView::contextMenuEvent(QContextMenuEvent* event) {
    Selection what = event->reason() == QContextMenuEvent::Keyboard ? m_selection : at(event->pos());
    if (!what.isPair())
        return nodeMenu(what.node, event->reason() == QContextMenuEvent::Keyboard
                                       ? mapToGlobal(rect().center())
                                       : event->globalPos());
    setSelection(what);
    QMenu menu(this);
    const auto has = [](const auto& pairs, const std::string& a, const std::string& b) {
        return std::find(pairs.begin(), pairs.end(), std::pair(a, b)) != pairs.end();
    };
    for (const auto& [cause, effect] : {std::pair(what.a, what.b), std::pair(what.b, what.a)}) {
        const auto& a = m_content.nodes[static_cast<std::size_t>(cause)];
        const auto& b = m_content.nodes[static_cast<std::size_t>(effect)];
        const auto add = [&, cause = cause, effect = effect](const QString& text, Tool tool, bool on) {
            QAction* action = menu.addAction(text);
            action->setCheckable(true);
            action->setChecked(on);
            connect(action, &QAction::triggered, this,
                    [=, this] { ask(on ? Tool::Look : tool, cause, effect); });
        };
        add(tr("Require %1 → %2").arg(a.label, b.label), Tool::Require,
            has(m_knowledge.required, a.name, b.name));
        add(tr("Forbid %1 → %2").arg(a.label, b.label), Tool::Forbid,
            has(m_knowledge.forbidden, a.name, b.name));
    }
    menu.exec(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center())
                                                             : event->globalPos());
}

void PagView::nodeMenu(int node, QPoint global) {
    QMenu menu(this);
    if (node >= 0) {
        setSelection(Selection::ofNode(node));
        const std::string name = m_content.nodes[static_cast<std::size_t>(node)].name;
        const QString label = m_content.labelOf(node);
        QAction* back = menu.addAction(tr("Put %1 back").arg(label), this, [this, name, label] {
            forgetMoved(name, tr("%1 put back").arg(label));
        });
        back->setEnabled(moved().contains(name));
    }
    QAction* all =
        menu.addAction(tr("Put all nodes back"), this, [this] { forgetMoved({}, tr("Nodes put back")); });
    all->setEnabled(!moved().empty());
    menu.addAction(tr("Show all of it"), this, &PagView::zoomToFit);
    menu.exec(global);
}

void PagView::keyPressEvent(QKeyEvent* event) {
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                       event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (arrow && event->modifiers() == Qt::NoModifier)
        return walkNodes(event->key());
    if (arrow && event->modifiers() == Qt::ControlModifier && m_selection.isNode() &&
        !m_scene.nodes.empty()) {
        const Moved before = moved();
        const QPointF way = event->key() == Qt::Key_Left    ? QPointF(-kNudge, 0)
                            : event->key() == Qt::Key_Right ? QPointF(kNudge, 0)
                            : event->key() == Qt::Key_Up    ? QPointF(0, -kNudge)
                                                            : QPointF(0, kNudge);
        moveNode(m_selection.node,
                 m_scene.nodes[static_cast<std::size_t>(m_selection.node)].box.center() + way);
        emit nodesMoved(before, moved(), tr("%1 moved").arg(m_content.labelOf(m_selection.node)));
        return;
    }
    switch (event->key()) {
    case Qt::Key_PageDown:
        return walkEdges(1);
    case Qt::Key_PageUp:
        return walkEdges(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return press();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_selection.knowledge != Tool::Look)
            return ask(Tool::Look, m_selection.reversed ? m_selection.b : m_selection.a,
                       m_selection.reversed ? m_selection.a : m_selection.b);
        break;
    case Qt::Key_Escape:
        if (m_drag || m_cause >= 0) {
            if (m_drag && m_drag->node >= 0 && m_drag->tool == Tool::Look && m_drag->moved)
                m_moved[static_cast<std::size_t>(m_placement)] = m_drag->before;
            m_drag.reset();
            m_cause = -1;
            return rebuild();
        }
        if (!m_selection.isEmpty())
            return setSelection({});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep);
    case Qt::Key_0:
        if (event->modifiers() & Qt::ControlModifier)
            return zoomToFit();
        break;
    case Qt::Key_Minus:
        return zoomBy(1.0 / kZoomStep);
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

/// Enter: a click; with a tool chosen, the first node is the cause and the second the effect.
void PagView::press() {
    if (m_tool == Tool::Look || !m_selection.isNode())
        return choose(m_selection, true);
    if (m_cause < 0 || m_cause == m_selection.node) {
        m_cause = m_cause < 0 ? m_selection.node : -1;
        return rebuild();
    }
    const int cause = std::exchange(m_cause, -1);
    rebuild();
    ask(m_tool, cause, m_selection.node);
}

/// To the node that lies nearest in this direction; from an edge to its end there.
void PagView::walkNodes(int key) {
    if (m_scene.nodes.empty())
        return;
    const QPointF way = key == Qt::Key_Left    ? QPointF(-1, 0)
                        : key == Qt::Key_Right ? QPointF(1, 0)
                        : key == Qt::Key_Up    ? QPointF(0, -1)
                                               : QPointF(0, 1);
    const auto centre = [this](int node) {
        return m_scene.nodes[static_cast<std::size_t>(node)].box.center();
    };
    if (m_selection.isEmpty())
        return choose(Selection::ofNode(0), false);
    if (m_selection.isPair()) {
        const bool toB = QPointF::dotProduct(centre(m_selection.b) - centre(m_selection.a), way) > 0.0;
        return choose(Selection::ofNode(toB ? m_selection.b : m_selection.a), false);
    }
    int best = -1;
    double least = 1e300;
    for (int i = 0; i < static_cast<int>(m_scene.nodes.size()); ++i) {
        const QPointF off = centre(i) - centre(m_selection.node);
        const double ahead = QPointF::dotProduct(off, way);
        const double side = std::abs(off.x() * way.y() - off.y() * way.x());
        if (ahead > 1.0 && ahead + 2.2 * side < least) {
            least = ahead + 2.2 * side;
            best = i;
        }
    }
    if (best >= 0)
        choose(Selection::ofNode(best), false);
}

/// Around a node clockwise; without one, through all edges. What is known follows the edges.
void PagView::walkEdges(int step) {
    std::vector<Selection> all;
    for (const Edge& edge : m_content.edges)
        all.push_back(Selection::ofPair(edge.a, edge.b));
    for (const KnowledgeShape& shape : m_scene.knowledge)
        all.push_back(Selection::ofKnowledge(shape.cause, shape.effect, shape.kind));
    if (m_selection.isNode())
        m_hub = m_selection.node;
    const bool here =
        m_hub >= 0 && (m_selection.isNode() || m_selection.a == m_hub || m_selection.b == m_hub);
    if (here) {
        std::erase_if(all, [this](const Selection& s) { return s.a != m_hub && s.b != m_hub; });
        const auto angle = [this](const Selection& s) {
            const auto centre = [this](int node) {
                return m_scene.nodes[static_cast<std::size_t>(node)].box.center();
            };
            const QPointF way = centre(s.a == m_hub ? s.b : s.a) - centre(m_hub);
            return std::atan2(way.x(), -way.y());
        };
        std::stable_sort(all.begin(), all.end(),
                         [&](const Selection& s, const Selection& t) { return angle(s) < angle(t); });
    }
    if (all.empty())
        return;
    const auto at = std::find(all.begin(), all.end(), m_selection);
    const int count = static_cast<int>(all.size());
    const int next = at == all.end() ? (step > 0 ? 0 : count - 1)
                                     : (static_cast<int>(at - all.begin()) + step + count) % count;
    choose(all[static_cast<std::size_t>(next)], false);
}

} // namespace mien::ui::graph
