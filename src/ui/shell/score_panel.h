// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/commands/handles.h"
#include "ui/review/event_finder.h"
#include "ui/shell/timeline_binding.h"
#include "ui/timeline/timeline_view.h"

#include <QWidget>

#include <set>

namespace mien::ui {

class FindBar;
class ProjectDocument;
class StillReader;
class ThresholdBar;
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

    /// Shows the score and the find bar over it.
    void openFind();
    FindBar& findBar() { return *m_find; }
    /// A line over the signal that can be dragged, and what it would propose.
    void openThreshold(std::int64_t lane);
    ThresholdBar& thresholdBar() { return *m_threshold; }

    /// All signals of the film, shown or not.
    const std::vector<timeline::Lane>& lanes() const { return m_lanes; }
    /// Of the regions that another panel speaks of, above the others.
    const std::vector<timeline::Lane>& regionLanes() const { return m_regionLanes; }
    bool laneShown(std::int64_t id) const { return !m_hiddenLanes.contains(id); }
    void setLaneShown(std::int64_t id, bool shown); ///< kept in the project

signals:
    void thresholdAdded(int count);
    void visited(mien::FrameIndex frame);

private:
    void fill();
    void bindThreshold();
    void showHits();
    static timeline::ItemKey keyOf(const ProjectDocument& document, const Selected& what);
    void fillLanes();
    void fillRegionLanes();
    std::vector<timeline::Lane> shownLanes() const;
    void readHiddenLanes();
    void popUpMenu(const QPoint& global, timeline::ContextTarget target);
    void takeMoved(project::ProposalId id, Handle handle, FrameIndex frame);
    void showSignals(std::optional<GrowingLanes> grown);
    void grow(const std::vector<motion::FrameMotion>& frames);
    void refill();
    void bindDocument();
    void bindView();
    void followTheme();
    std::optional<timeline::ItemKey> keyOfSelection() const;
    void drag(timeline::ItemKey key, timeline::Handle handle, FrameIndex frame, timeline::DragPhase phase);

    Workbench& m_bench;
    EventFinder m_finder;
    FindBar* m_find;
    ThresholdBar* m_threshold;
    timeline::TimelineView* m_view;
    std::vector<timeline::Lane> m_lanes;
    std::vector<timeline::Lane> m_regionLanes; ///< of the regions that another panel speaks of
    std::set<std::int64_t> m_hiddenLanes;
    std::optional<GrowingLanes> m_signals; ///< what m_lanes show
    bool m_growing = false;                ///< m_signals are those of the analysis that runs
    bool m_fillPending = false;
    int m_drag = 0; ///< number of the drag in hand, so that its moves are one undo step
    FrameIndex m_frameBeforeDrag;
    EventItems m_eventItems;
    QString m_film; ///< project and length tell one film from the next
};

} // namespace mien::ui
