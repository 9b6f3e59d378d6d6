// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_view.h"

#include <QAccessibleWidget>

#include <map>

namespace mien::ui::timeline {

/// What screen readers get of the timeline: a list whose children are its items, tier by tier, in time.
class TimelineAccessible final : public QAccessibleWidget {
public:
    explicit TimelineAccessible(TimelineView* view);
    ~TimelineAccessible() override;

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

    int indexOf(ItemKey key) const;
    TimelineView* view() const;

private:
    std::optional<ItemKey> keyAt(int index) const;

    mutable std::map<ItemKey, QAccessible::Id> m_children;
};

/// Makes Qt find the interfaces above; harmless to call again.
void installTimelineAccessibility();

} // namespace mien::ui::timeline
