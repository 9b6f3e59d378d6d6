// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/pag_view.h"

#include <QPointer>
#include <QUndoCommand>

namespace mien::ui {

/// Nodes lie alike in all pictures. Nothing of the project changes, but Ctrl+Z takes it back as everything
/// else here.
class MoveNodes : public QUndoCommand {
public:
    using Moved = graph::PagView::Moved;
    MoveNodes(std::vector<QPointer<graph::PagView>> pictures, graph::Placement placement, Moved before,
              Moved after, const QString& what)
        : QUndoCommand(what),
          m_pictures(std::move(pictures)),
          m_placement(placement),
          m_before(std::move(before)),
          m_after(std::move(after)) {}
    void undo() override { put(m_before); }
    void redo() override { put(m_after); }

private:
    void put(const Moved& moved) {
        for (const auto& picture : m_pictures)
            if (picture)
                picture->setMoved(m_placement, moved);
    }
    std::vector<QPointer<graph::PagView>> m_pictures;
    graph::Placement m_placement;
    Moved m_before, m_after;
};

} // namespace mien::ui
