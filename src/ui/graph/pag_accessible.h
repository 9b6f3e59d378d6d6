// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/pag_view.h"

#include <QAccessibleWidget>

#include <map>

namespace mien::ui::graph {

/// What screen readers get of the picture: a list of its nodes, then its edges in words.
class PagAccessible final : public QAccessibleWidget {
public:
    explicit PagAccessible(PagView* view);
    ~PagAccessible() override;

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    PagView* view() const;

    mutable std::map<int, QAccessible::Id> m_children;
};

/// The child that stands for what is chosen; -1: none does.
int accessibleIndexOf(const Content& content, const Selection& selection);

/// Makes Qt find the interface above; harmless to call again.
void installPagAccessibility();

} // namespace mien::ui::graph
