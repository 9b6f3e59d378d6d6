// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_accessible.h"

#include "ui/timeline/timeline_state.h"

#include <QPointer>

namespace mien::ui::timeline {

namespace {

class ItemAccessible final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemAccessible(TimelineView* view, ItemKey key) : m_view(view), m_key(key) {}

    ItemKey key() const { return m_key; }
    bool isValid() const override { return item() != nullptr; }
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
        const Item* shown = item();
        if (shown == nullptr)
            return {};
        if (kind == QAccessible::Name)
            return m_view->describe(*shown);
        if (kind == QAccessible::Description) {
            const auto tier = m_view->state().tierIndex(m_key.tier);
            return tier ? TimelineView::tr("on tier %1").arg(m_view->state().tiers[*tier].name) : QString();
        }
        return {};
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override {
        if (!m_view)
            return {};
        const QRect local = m_view->itemRect(m_key);
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
        state.selected = m_view->selected() == m_key;
        state.focused = state.selected && m_view->hasFocus();
        state.offscreen = !m_view->rect().intersects(m_view->itemRect(m_key));
        const auto tier = m_view->state().tierIndex(m_key.tier);
        state.readOnly = !tier || !m_view->state().tiers[*tier].editable();
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
        m_view->select(m_key, true);
        emit m_view->itemSelected(m_key);
        if (name == pressAction())
            emit m_view->itemActivated(m_key);
        else
            m_view->setFocus();
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const Item* item() const { return m_view ? m_view->item(m_key) : nullptr; }

    QPointer<TimelineView> m_view;
    ItemKey m_key;
};

QAccessibleInterface* timelineFactory(const QString&, QObject* object) {
    auto* view = qobject_cast<TimelineView*>(object);
    return view != nullptr ? new TimelineAccessible(view) : nullptr;
}

} // namespace

TimelineAccessible::TimelineAccessible(TimelineView* view) : QAccessibleWidget(view, QAccessible::List) {}

TimelineAccessible::~TimelineAccessible() {
    for (const auto& [key, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

TimelineView* TimelineAccessible::view() const {
    return static_cast<TimelineView*>(widget());
}

int TimelineAccessible::childCount() const {
    std::size_t count = 0;
    for (const auto& items : view()->state().tierItems)
        count += items.items().size();
    return static_cast<int>(count);
}

std::optional<ItemKey> TimelineAccessible::keyAt(int index) const {
    for (const auto& items : view()->state().tierItems) {
        const int count = static_cast<int>(items.items().size());
        if (index >= 0 && index < count) {
            const Item& item = items.items()[static_cast<std::size_t>(index)];
            return ItemKey{item.tier, item.id};
        }
        index -= count;
    }
    return {};
}

int TimelineAccessible::indexOf(ItemKey key) const {
    const auto& state = view()->state();
    int before = 0;
    for (std::size_t t = 0; t < state.tiers.size(); ++t) {
        if (state.tiers[t].id == key.tier)
            if (const auto position = state.tierItems[t].positionOf(key.id))
                return before + static_cast<int>(*position);
        before += static_cast<int>(state.tierItems[t].items().size());
    }
    return -1;
}

QAccessibleInterface* TimelineAccessible::child(int index) const {
    const auto key = keyAt(index);
    if (!key)
        return nullptr;
    const auto known = m_children.find(*key);
    if (known != m_children.end())
        return QAccessible::accessibleInterface(known->second);
    auto* made = new ItemAccessible(view(), *key);
    m_children[*key] = QAccessible::registerAccessibleInterface(made);
    return made;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface* child) const {
    const auto* item = dynamic_cast<const ItemAccessible*>(child);
    return item != nullptr ? indexOf(item->key()) : -1;
}

QAccessibleInterface* TimelineAccessible::childAt(int x, int y) const {
    const Hit hit = view()->state().hit(view()->mapFromGlobal(QPoint(x, y)));
    return hit.item ? child(indexOf(*hit.item)) : nullptr;
}

QAccessibleInterface* TimelineAccessible::focusChild() const {
    const auto selected = view()->selected();
    return view()->hasFocus() && selected ? child(indexOf(*selected)) : nullptr;
}

void installTimelineAccessibility() {
    QAccessible::installFactory(timelineFactory); // Qt keeps one entry however often it is asked
}

} // namespace mien::ui::timeline
