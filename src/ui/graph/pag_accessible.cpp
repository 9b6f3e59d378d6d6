// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/pag_accessible.h"

#include "ui/graph/edge_words.h"

#include <QPointer>

namespace mien::ui::graph {
namespace {

/// Children are numbered: nodes, then edges. Each says what stands at its number now.
class ItemAccessible final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemAccessible(PagView* view, int index) : m_view(view), m_index(index) {}

    int index() const { return m_index; }
    bool isValid() const override { return m_view && m_index < nodes() + edges(); }
    QObject* object() const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessibleInterface* parent() const override {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QString text(QAccessible::Text kind) const override {
        if (!isValid())
            return {};
        const Content& content = m_view->content();
        if (kind == QAccessible::Name)
            return m_index < nodes() ? content.labelOf(m_index) : edgeLine(content, edge());
        if (kind == QAccessible::Description)
            return m_index < nodes() ? nodeTip(content, m_index) : edgeTip(content, edge());
        return {};
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override {
        if (!isValid())
            return {};
        const Scene& scene = m_view->scene();
        QRectF box;
        if (m_index < nodes() && m_index < static_cast<int>(scene.nodes.size()))
            box = scene.nodes[static_cast<std::size_t>(m_index)].box;
        for (const EdgeShape& shape : scene.edges)
            if (shape.edge == m_index - nodes())
                box = QRectF(shape.pointAt(0.5) - QPointF(12, 12), QSizeF(24, 24));
        const QRect local = m_view->toScreen().mapRect(box).toAlignedRect();
        return {m_view->mapToGlobal(local.topLeft()), local.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_view->selection() == selection();
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    void doAction(const QString& name) override {
        if (!isValid())
            return;
        m_view->setSelection(selection());
        if (name != pressAction())
            return m_view->setFocus();
        if (m_index < nodes())
            emit m_view->nodeClicked(m_index);
        else
            emit m_view->edgeClicked(edge().a, edge().b);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    int nodes() const { return static_cast<int>(m_view->content().nodes.size()); }
    int edges() const { return static_cast<int>(m_view->content().edges.size()); }
    const Edge& edge() const { return m_view->content().edges[static_cast<std::size_t>(m_index - nodes())]; }
    Selection selection() const {
        return m_index < nodes() ? Selection::ofNode(m_index) : Selection::ofPair(edge().a, edge().b);
    }

    QPointer<PagView> m_view;
    int m_index;
};

QAccessibleInterface* factory(const QString&, QObject* object) {
    auto* view = qobject_cast<PagView*>(object);
    return view != nullptr ? new PagAccessible(view) : nullptr;
}

} // namespace

PagAccessible::PagAccessible(PagView* view) : QAccessibleWidget(view, QAccessible::List) {}

PagAccessible::~PagAccessible() {
    for (const auto& [index, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

PagView* PagAccessible::view() const {
    return static_cast<PagView*>(widget());
}

int PagAccessible::childCount() const {
    return static_cast<int>(view()->content().nodes.size() + view()->content().edges.size());
}

QAccessibleInterface* PagAccessible::child(int index) const {
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const auto known = m_children.find(index); known != m_children.end())
        return QAccessible::accessibleInterface(known->second);
    auto* made = new ItemAccessible(view(), index);
    m_children[index] = QAccessible::registerAccessibleInterface(made);
    return made;
}

int PagAccessible::indexOfChild(const QAccessibleInterface* child) const {
    const auto* item = dynamic_cast<const ItemAccessible*>(child);
    return item != nullptr ? item->index() : -1;
}

QAccessibleInterface* PagAccessible::childAt(int x, int y) const {
    const QPointF point = view()->toScreen().inverted().map(QPointF(view()->mapFromGlobal(QPoint(x, y))));
    return child(accessibleIndexOf(view()->content(), view()->scene().at(view()->content(), point, 4.0)));
}

QAccessibleInterface* PagAccessible::focusChild() const {
    return view()->hasFocus() ? child(accessibleIndexOf(view()->content(), view()->selection())) : nullptr;
}

int accessibleIndexOf(const Content& content, const Selection& selection) {
    if (selection.isNode())
        return selection.node;
    for (std::size_t i = 0; selection.isPair() && i < content.edges.size(); ++i)
        if (content.edges[i].a == selection.a && content.edges[i].b == selection.b)
            return static_cast<int>(content.nodes.size() + i);
    return -1;
}

void installPagAccessibility() {
    QAccessible::installFactory(factory); // Qt keeps one entry however often it is asked
}

} // namespace mien::ui::graph
