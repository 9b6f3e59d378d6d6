// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/thumbnail_strip.h"
#include "ui/timeline/timeline_content.h"
#include "ui/timeline/timeline_palette.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QScrollBar;

namespace mien::ui::timeline {

class TimelineState;
struct TimelineGeometry;
class TimelinePainter;
class TimelineInput;

/// The Score: ruler, thumbnails, signal lanes and tiers on one time axis. It shows values and emits what a
/// person wants; it never changes an item itself (while one is dragged it shows where it would go).
class TimelineView final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    void setContent(Content content);
    const Media& media() const;
    const std::vector<Tier>& tiers() const;
    /// Sorted by onset.
    const std::vector<Item>& items(std::int64_t tier) const;
    const Item* item(ItemKey key) const;
    /// Replaces the items of one tier.
    void setItems(std::int64_t tier, std::vector<Item> items);
    /// Replaces, or adds, one item.
    void updateItem(const Item& item);
    void removeItem(ItemKey key);
    void setLanes(std::vector<Lane> lanes);
    void setNotScorable(std::vector<NotScorable> spans);
    void setWatched(std::vector<FrameInterval> stretches); ///< in order, apart
    /// The lanes' signals grew at their ends: repaints from `first` on.
    void samplesAppended(FrameIndex first);

    FrameIndex playhead() const;
    /// Does not emit playheadMoved. `follow`: scrolls when it leaves the visible range.
    void setPlayhead(FrameIndex frame, bool follow = true);
    std::optional<ItemKey> selected() const;
    /// Does not emit itemSelected; scrolls the item into view when `reveal`.
    void select(std::optional<ItemKey> key, bool reveal = true);
    /// What a search found: drawn with a mark and a strong edge while all else is faint. nullopt: no search.
    void setHits(std::optional<std::vector<ItemKey>> hits);
    void setCandidates(std::optional<Candidates> candidates);
    /// Draws the threshold of a lane elsewhere, or takes it away.
    void setThreshold(std::int64_t lane, std::optional<float> value);
    void setLoopRange(std::optional<FrameInterval> range);
    std::optional<FrameInterval> loopRange() const;

    FrameInterval visibleFrames() const;
    void showFrames(FrameInterval frames);
    double pixelsPerFrame() const;
    void zoomBy(double factor); ///< about the playhead where it is visible, else about the middle
    void zoomToFit();
    void zoomToItem(ItemKey key); ///< with half its length before and after

    void setRulerUnit(RulerUnit unit);
    RulerUnit rulerUnit() const;
    void setTimelinePalette(const TimelinePalette& palette);
    const TimelinePalette& timelinePalette() const;
    void setThumbnailSource(ThumbnailSource source);
    void setSnapping(bool on);
    void setHeaderWidth(int width);
    int headerWidth() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// For accessibility and tests: where an item is now, in the widget's pixels (may lie outside).
    QRect itemRect(ItemKey key) const;
    const TimelineState& state() const { return *m_state; }
    /// The item's sentence for screen readers: label, type, onset, apex, offset.
    QString describe(const Item& item) const;

signals:
    void playheadMoved(mien::FrameIndex frame, bool dragging);
    void itemSelected(std::optional<mien::ui::timeline::ItemKey> key);
    void itemActivated(mien::ui::timeline::ItemKey key); ///< double click or Enter
    /// `frame` is where the handle would be put; for Body it is the new onset. Begin comes before the first
    /// Move; Cancel (Esc) instead of End. Keyboard steps come as Begin, Move, End.
    void handleDragged(mien::ui::timeline::ItemKey key, mien::ui::timeline::Handle handle,
                       mien::FrameIndex frame, mien::ui::timeline::DragPhase phase);
    void createRequested(qint64 tier, mien::FrameIndex first, mien::FrameIndex last);
    void contextMenuRequested(const QPoint& globalPosition, const mien::ui::timeline::ContextTarget& target);
    void zoomChanged(double pixelsPerFrame);
    void visibleFramesChanged(mien::FrameInterval frames);
    void loopRangeChanged(std::optional<mien::FrameInterval> range); ///< dragged on the ruler with Shift
    /// What screen readers are told: the selected item, or the handle that the keyboard moves.
    void announced(const QString& sentence);
    void thresholdDragged(qint64 lane, float value, mien::ui::timeline::DragPhase phase);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    friend class TimelineInput;

    void relayout();
    void layoutScrollBars();
    /// Tells everyone who shows or listens after `change` scrolled or zoomed.
    void changeViewport(const std::function<void(TimelineGeometry&)>& change);
    void scrollRows(bool lanes, int pixels);
    void updatePlayhead(FrameIndex frame);
    void repaintRow(std::size_t tier);
    void repaintLane(std::size_t lane);
    void askForMenuByKeyboard();
    void announce(const QString& sentence);
    void announceSelection();
    void wantThumbnails();
    QString tooltipAt(const QPoint& point) const;

    std::unique_ptr<TimelineState> m_state;
    std::unique_ptr<TimelinePainter> m_painter;
    std::unique_ptr<TimelineInput> m_input;
    ThumbnailStrip m_thumbnails;
    QTimer m_thumbnailTimer;
    QScrollBar* m_timeBar = nullptr;
    QScrollBar* m_laneBar = nullptr;
    QScrollBar* m_tierBar = nullptr;
};

} // namespace mien::ui::timeline
