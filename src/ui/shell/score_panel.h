// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_view.h"

#include <QWidget>

namespace mien::ui {

class StillReader;
class Workbench;

/// The timeline bound to the document: shows its rows, turns what people do on it into edits.
class ScorePanel : public QWidget {
    Q_OBJECT
public:
    explicit ScorePanel(Workbench& bench, QWidget* parent = nullptr);

    timeline::TimelineView& view() { return *m_view; }
    /// Where thumbnails come from; null: none are shown.
    void setStills(StillReader* stills);
    void zoomToSelection();

private:
    void fill();
    void fillLanes();
    void refill();
    void bindDocument();
    void bindView();
    void followTheme();
    std::optional<timeline::ItemKey> keyOfSelection() const;
    void drag(timeline::ItemKey key, timeline::Handle handle, FrameIndex frame, timeline::DragPhase phase);

    Workbench& m_bench;
    timeline::TimelineView* m_view;
    bool m_fillPending = false;
    int m_drag = 0; ///< number of the drag in hand, so that its moves are one undo step
    FrameIndex m_frameBeforeDrag;
    QString m_film; ///< project and length tell one film from the next
};

} // namespace mien::ui
