// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/chrome_painter.h"
#include "ui/timeline/overlay_painter.h"
#include "ui/timeline/time_text.h"
#include "ui/timeline/timeline_accessible.h"
#include "ui/timeline/timeline_input.h"
#include "ui/timeline/timeline_painter.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace mien::ui::timeline {

namespace {
constexpr int kThumbnailHeightPx = 48;
constexpr int kThumbnailDelayMs = 60; ///< pictures are asked for when the view rests this long
constexpr double kPageMargin = 0.08;  ///< of the width: where the playhead lands when the page turns
constexpr double kItemZoomMargin = 0.5;
} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_state(std::make_unique<TimelineState>()),
      m_painter(std::make_unique<TimelinePainter>(*m_state, m_thumbnails)),
      m_input(std::make_unique<TimelineInput>(*this)) {
    installTimelineAccessibility();
    setAccessibleName(tr("Timeline"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // time runs to the right in every language
    const auto bar = [this](Qt::Orientation orientation) {
        auto* made = new QScrollBar(orientation, this);
        made->setFocusPolicy(Qt::NoFocus);
        made->setCursor(Qt::ArrowCursor);
        return made;
    };
    m_timeBar = bar(Qt::Horizontal);
    m_timeBar->setAccessibleName(tr("Time"));
    m_laneBar = bar(Qt::Vertical);
    m_laneBar->setAccessibleName(tr("Signal lanes"));
    m_tierBar = bar(Qt::Vertical);
    m_tierBar->setAccessibleName(tr("Tiers"));
    connect(m_timeBar, &QScrollBar::valueChanged, this,
            [this](int value) { changeViewport([value](TimelineGeometry& g) { g.setScroll(value); }); });
    connect(m_laneBar, &QScrollBar::valueChanged, this,
            [this](int value) { scrollRows(true, value - m_state->layout.lanes.scroll); });
    connect(m_tierBar, &QScrollBar::valueChanged, this,
            [this](int value) { scrollRows(false, value - m_state->layout.tiers.scroll); });
    m_thumbnailTimer.setSingleShot(true);
    m_thumbnailTimer.setInterval(kThumbnailDelayMs);
    connect(&m_thumbnailTimer, &QTimer::timeout, this, &TimelineView::wantThumbnails);
    connect(&m_thumbnails, &ThumbnailStrip::arrived, this, [this] { update(m_state->layout.thumbnails); });
    m_state->setFont(font());
    setTimelinePalette(TimelinePalette::dark());
}

TimelineView::~TimelineView() = default;

void TimelineView::setContent(Content content) {
    m_input->cancelDrag();
    const bool otherFilm = content.media.frames != m_state->media.frames;
    m_state->setContent(std::move(content));
    if (otherFilm)
        m_state->geometry.fit();
    relayout();
    if (otherFilm)
        zoomToFit();
}

const Media& TimelineView::media() const {
    return m_state->media;
}

const std::vector<Tier>& TimelineView::tiers() const {
    return m_state->tiers;
}

const std::vector<Item>& TimelineView::items(std::int64_t tier) const {
    static const std::vector<Item> none;
    const auto index = m_state->tierIndex(tier);
    return index ? m_state->tierItems[*index].items() : none;
}

const Item* TimelineView::item(ItemKey key) const {
    return m_state->item(key);
}

void TimelineView::setItems(std::int64_t tier, std::vector<Item> items) {
    const auto index = m_state->tierIndex(tier);
    if (!index)
        return;
    m_state->tierItems[*index] = TierItems(std::move(items));
    if (m_state->selected && m_state->item(*m_state->selected) == nullptr)
        select({});
    repaintRow(*index);
}

void TimelineView::updateItem(const Item& item) {
    if (const auto index = m_state->tierIndex(item.tier)) {
        m_state->tierItems[*index].put(item);
        repaintRow(*index);
    }
}

void TimelineView::removeItem(ItemKey key) {
    const auto index = m_state->tierIndex(key.tier);
    if (!index || !m_state->tierItems[*index].remove(key.id))
        return;
    if (m_state->selected == key)
        select({});
    if (m_state->hovered == key)
        m_state->hovered.reset();
    repaintRow(*index);
}

void TimelineView::setLanes(std::vector<Lane> lanes) {
    m_state->setLanes(std::move(lanes));
    relayout();
}

void TimelineView::setNotScorable(std::vector<NotScorable> spans) {
    m_state->setNotScorable(std::move(spans));
    m_painter->invalidateAll();
    update();
}

void TimelineView::setWatched(std::vector<FrameInterval> stretches) {
    if (stretches == m_state->watched)
        return;
    m_state->watched = std::move(stretches);
    update(m_state->layout.ruler);
}

void TimelineView::samplesAppended(FrameIndex first) {
    const auto rescaled = m_state->rescaleLanes();
    for (std::size_t i = 0; i < rescaled.size(); ++i) {
        if (rescaled[i])
            m_painter->invalidate(RowKind::Lane, i);
        else
            m_painter->invalidateFrom(RowKind::Lane, i, first);
    }
    update(m_state->layout.lanes.rect);
}

FrameIndex TimelineView::playhead() const {
    return m_state->playhead;
}

void TimelineView::updatePlayhead(FrameIndex frame) {
    if (frame == m_state->playhead)
        return;
    update(playheadRect(*m_state, m_state->playhead));
    m_state->playhead = frame;
    update(playheadRect(*m_state, frame));
}

void TimelineView::setPlayhead(FrameIndex frame, bool follow) {
    frame.value =
        std::clamp<std::int64_t>(frame.value, 0, std::max<std::int64_t>(m_state->media.frames - 1, 0));
    updatePlayhead(frame);
    const auto& geometry = m_state->geometry;
    const double x = geometry.xOf(frame);
    if (!follow || m_input->dragging() || (x >= 0.0 && x < geometry.widthPx))
        return;
    const double target = geometry.widthPx * (x < 0.0 ? 1.0 - kPageMargin : kPageMargin);
    changeViewport([&](TimelineGeometry& g) { g.setScroll(g.scrollPx + x - target); });
}

std::optional<ItemKey> TimelineView::selected() const {
    return m_state->selected;
}

void TimelineView::select(std::optional<ItemKey> key, bool reveal) {
    const Item* chosen = key ? m_state->item(*key) : nullptr;
    if (chosen == nullptr)
        key.reset();
    const bool changed = m_state->selected != key;
    m_state->selected = key;
    if (changed)
        m_state->focusedHandle.reset();
    if (chosen != nullptr && reveal) {
        const FrameInterval interval = chosen->interval();
        changeViewport([&](TimelineGeometry& g) { g.reveal(interval); });
        auto& tiers = m_state->layout.tiers;
        const QRectF rect = m_state->itemRect(*key);
        if (rect.top() < tiers.rect.top())
            scrollRows(false, qFloor(rect.top()) - tiers.rect.top());
        else if (rect.bottom() > tiers.rect.bottom())
            scrollRows(false, qCeil(rect.bottom()) - tiers.rect.bottom());
    }
    update(m_state->layout.tiers.rect);
    if (changed)
        announceSelection();
}

void TimelineView::setHits(std::optional<std::vector<ItemKey>> hits) {
    if (hits)
        std::sort(hits->begin(), hits->end());
    if (hits == m_state->hits)
        return;
    m_state->hits = std::move(hits);
    for (std::size_t tier = 0; tier < m_state->tiers.size(); ++tier)
        m_painter->invalidate(RowKind::Tier, tier);
    update();
}

void TimelineView::setCandidates(std::optional<Candidates> candidates) {
    m_state->candidates = std::move(candidates);
    update(m_state->layout.lanes.rect);
}

void TimelineView::setThreshold(std::int64_t lane, std::optional<float> value) {
    for (std::size_t i = 0; i < m_state->lanes.size(); ++i) {
        if (m_state->lanes[i].id != lane || m_state->lanes[i].threshold == value)
            continue;
        m_state->lanes[i].threshold = value;
        repaintLane(i);
    }
}

void TimelineView::setLoopRange(std::optional<FrameInterval> range) {
    m_state->loop = range;
    update();
}

std::optional<FrameInterval> TimelineView::loopRange() const {
    return m_state->loop;
}

FrameInterval TimelineView::visibleFrames() const {
    return m_state->geometry.visible();
}

void TimelineView::showFrames(FrameInterval frames) {
    changeViewport([&](TimelineGeometry& g) { g.show(frames); });
}

double TimelineView::pixelsPerFrame() const {
    return m_state->geometry.pixelsPerFrame;
}

void TimelineView::zoomBy(double factor) {
    const double width = m_state->geometry.widthPx;
    const double head = m_state->geometry.xOf(m_state->playhead);
    changeViewport(
        [&](TimelineGeometry& g) { g.zoomAbout(head >= 0.0 && head < width ? head : width / 2.0, factor); });
}

void TimelineView::zoomToFit() {
    changeViewport([](TimelineGeometry& g) { g.fit(); });
}

void TimelineView::zoomToItem(ItemKey key) {
    if (const Item* found = m_state->item(key))
        changeViewport([&](TimelineGeometry& g) { g.show(found->interval(), kItemZoomMargin); });
}

void TimelineView::changeViewport(const std::function<void(TimelineGeometry&)>& change) {
    auto& geometry = m_state->geometry;
    const double zoom = geometry.pixelsPerFrame;
    const double scroll = geometry.scrollPx;
    change(geometry);
    if (geometry.pixelsPerFrame == zoom && geometry.scrollPx == scroll)
        return;
    layoutScrollBars();
    update();
    m_thumbnailTimer.start();
    if (geometry.pixelsPerFrame != zoom)
        emit zoomChanged(geometry.pixelsPerFrame);
    emit visibleFramesChanged(geometry.visible());
}

void TimelineView::scrollRows(bool lanes, int pixels) {
    auto& section = lanes ? m_state->layout.lanes : m_state->layout.tiers;
    const int to = std::clamp(section.scroll + pixels, 0, section.maxScroll());
    if (to == section.scroll)
        return;
    section.scroll = to;
    layoutScrollBars();
    update(section.rect);
}

void TimelineView::setRulerUnit(RulerUnit unit) {
    m_state->rulerUnit = unit;
    m_painter->invalidateAll();
    update();
}

RulerUnit TimelineView::rulerUnit() const {
    return m_state->rulerUnit;
}

void TimelineView::setTimelinePalette(const TimelinePalette& palette) {
    m_state->palette = palette;
    // Slim bars without arrows: the wheel and the keys do what the arrows would.
    const QString bars =
        QStringLiteral("QScrollBar { background: %1; border: none; margin: 0; }"
                       "QScrollBar:horizontal { height: 12px; } QScrollBar:vertical { width: 10px; }"
                       "QScrollBar::handle { background: %2; border-radius: 3px; margin: 2px; }"
                       "QScrollBar::handle:horizontal { min-width: 32px; }"
                       "QScrollBar::handle:vertical { min-height: 24px; }"
                       "QScrollBar::handle:hover, QScrollBar::handle:pressed { background: %3; }"
                       "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
                       "QScrollBar::add-page, QScrollBar::sub-page { background: none; }")
            .arg(palette.header.name(), palette.notScorable.name(), palette.dimmed.name());
    for (auto* bar : {m_timeBar, m_laneBar, m_tierBar})
        bar->setStyleSheet(bars);
    m_painter->invalidateAll();
    update();
}

const TimelinePalette& TimelineView::timelinePalette() const {
    return m_state->palette;
}

void TimelineView::setThumbnailSource(ThumbnailSource source) {
    m_thumbnails.setSource(std::move(source));
    relayout();
}

void TimelineView::setSnapping(bool on) {
    m_state->snapping = on;
}

void TimelineView::setHeaderWidth(int width) {
    m_state->layout.headerWidth = std::clamp(width, 80, 400);
    relayout();
}

int TimelineView::headerWidth() const {
    return m_state->layout.headerWidth;
}

QSize TimelineView::sizeHint() const {
    return {1200, 340};
}

QSize TimelineView::minimumSizeHint() const {
    return {m_state->layout.headerWidth + 160,
            m_state->metrics.ruler + 3 * m_state->metrics.tierLevel + m_state->metrics.scrollBar};
}

QRect TimelineView::itemRect(ItemKey key) const {
    return m_state->itemRect(key).toAlignedRect();
}

void TimelineView::relayout() {
    m_state->metrics.thumbnails = m_thumbnails.hasSource() ? kThumbnailHeightPx : 0;
    m_state->metrics.scrollBar = m_timeBar->sizeHint().height();
    m_state->relayout(size(), devicePixelRatioF());
    m_painter->invalidateAll();
    layoutScrollBars();
    m_thumbnailTimer.start();
    update();
}

void TimelineView::layoutScrollBars() {
    const auto& layout = m_state->layout;
    const auto& geometry = m_state->geometry;
    const int thickness = m_state->metrics.scrollBar;
    const QSignalBlocker timeBlock(m_timeBar), laneBlock(m_laneBar), tierBlock(m_tierBar);
    m_timeBar->setGeometry(layout.headerWidth, height() - thickness, layout.time.width(), thickness);
    m_timeBar->setVisible(geometry.maxScrollPx() > 0.0);
    m_timeBar->setRange(0, qCeil(geometry.maxScrollPx()));
    m_timeBar->setPageStep(layout.time.width());
    m_timeBar->setSingleStep(std::max(1, layout.time.width() / 20));
    m_timeBar->setValue(qRound(geometry.scrollPx));
    const auto rows = [&](QScrollBar* bar, const Section& section) {
        bar->setVisible(section.maxScroll() > 0 && section.rect.height() > 0);
        const int across = bar->sizeHint().width();
        bar->setGeometry(width() - across, section.rect.top(), across, section.rect.height());
        bar->setRange(0, section.maxScroll());
        bar->setPageStep(section.rect.height());
        bar->setSingleStep(m_state->metrics.tierLevel);
        bar->setValue(section.scroll);
    };
    rows(m_laneBar, layout.lanes);
    rows(m_tierBar, layout.tiers);
}

void TimelineView::repaintRow(std::size_t tier) {
    const int levels = m_state->tierItems[tier].levels();
    const auto& rows = m_state->layout.tiers.rows;
    if (tier >= rows.size() ||
        rows[tier].height != levels * m_state->metrics.tierLevel + m_state->metrics.tierPadding) {
        relayout();
        return;
    }
    m_painter->invalidate(RowKind::Tier, tier);
    update(m_state->layout.tiers.rect);
}

void TimelineView::repaintLane(std::size_t lane) {
    m_painter->invalidate(RowKind::Lane, lane);
    update(m_state->layout.lanes.rect);
}

void TimelineView::wantThumbnails() {
    std::vector<FrameIndex> frames;
    QSize size;
    for (const auto& slot : thumbnailSlots(*m_state)) {
        frames.push_back(slot.frame);
        size = (slot.rect.size() * devicePixelRatioF()).toSize();
    }
    m_thumbnails.want(frames, size);
}

bool TimelineView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && m_input->claims(static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = tooltipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void TimelineView::paintEvent(QPaintEvent* event) {
    if (devicePixelRatioF() != m_state->geometry.devicePixelRatio)
        relayout(); // moved to another screen
    QPainter painter(this);
    m_painter->paint(painter, event->rect());
}

void TimelineView::resizeEvent(QResizeEvent*) {
    relayout();
}

void TimelineView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_state->setFont(font());
        relayout();
    }
    QWidget::changeEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    m_input->press(event);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    m_input->move(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    m_input->release(event);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    m_input->doubleClick(event);
}

void TimelineView::leaveEvent(QEvent*) {
    m_input->leave();
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    m_input->wheel(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (!m_input->key(event))
        QWidget::keyPressEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard)
        return askForMenuByKeyboard();
    const Hit hit = m_state->hit(event->pos());
    if (m_input->cancelDrag())
        return; // the other button gives up a drag
    ContextTarget target;
    const bool header = event->pos().x() < m_state->layout.headerWidth;
    target.frame = header ? m_state->playhead : m_state->geometry.frameAt(m_state->timeX(event->pos().x()));
    target.item = hit.item;
    if (hit.row != nullptr && hit.row->kind == RowKind::Tier) {
        target.place = ContextTarget::Place::Tier;
        target.tier = m_state->tiers[hit.row->index].id;
    } else if (hit.row != nullptr) {
        target.place = ContextTarget::Place::Lane;
        target.lane = m_state->lanes[hit.row->index].id;
    }
    emit contextMenuRequested(event->globalPos(), target);
}

void TimelineView::askForMenuByKeyboard() {
    ContextTarget target;
    target.place = ContextTarget::Place::Keyboard;
    target.frame = m_state->playhead;
    QRect place = playheadRect(*m_state, m_state->playhead);
    if (m_state->selected) {
        target.item = m_state->selected;
        target.tier = m_state->selected->tier;
        place = itemRect(*m_state->selected);
    }
    const QRect seen = place.intersected(rect());
    emit contextMenuRequested(mapToGlobal(seen.isEmpty() ? rect().center() : seen.center()), target);
}

void TimelineView::focusInEvent(QFocusEvent* event) {
    m_state->focus = true;
    m_input->focusCame();
    update();
    QWidget::focusInEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
    m_state->focus = false;
    update();
    QWidget::focusOutEvent(event);
}

bool TimelineView::focusNextPrevChild(bool next) {
    return m_input->focusNext(next) || QWidget::focusNextPrevChild(next);
}

} // namespace mien::ui::timeline
