// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/score_panel.h"

#include "ui/commands/event_edits.h"
#include "ui/commands/gate.h"
#include "ui/commands/proposal_edits.h"
#include "ui/jobs/job.h"
#include "ui/player/still_reader.h"
#include "ui/review/find_bar.h"
#include "ui/settings/theme.h"
#include "ui/shell/score_menu.h"
#include "ui/shell/threshold_bar.h"
#include "ui/shell/workbench.h"

#include <QMenu>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

/// Signals of longer films are made ready in the background: about 20 ms of the window's thread.
constexpr std::size_t kLongFilm = 50'000;

const QString kHiddenLanesKey = QStringLiteral("score.hiddenLanes");

} // namespace

ScorePanel::ScorePanel(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_finder(bench.document, bench.drafts),
      m_find(new FindBar(m_finder, bench.selection)),
      m_threshold(new ThresholdBar(bench.document, bench.drafts)),
      m_view(new timeline::TimelineView) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_find);
    column->addWidget(m_threshold);
    column->addWidget(m_view, 1);
    connect(&m_finder, &EventFinder::changed, this, &ScorePanel::showHits);
    connect(m_find, &FindBar::visited, this, &ScorePanel::visited);
    connect(m_find, &FindBar::closed, m_view, [this] { m_view->setFocus(); });
    m_view->setAccessibleName(tr("Score: timeline of signals, proposals and events"));
    followTheme();
    connect(&bench.settings, &Settings::themeChanged, this, &ScorePanel::followTheme);
    bindDocument();
    bindView();
    bindThreshold();
    fill();
}

void ScorePanel::followTheme() {
    m_view->setTimelinePalette(m_bench.settings.theme() == ThemeChoice::Dark
                                   ? timeline::TimelinePalette::dark()
                                   : timeline::TimelinePalette::light());
}

void ScorePanel::bindDocument() {
    auto& document = m_bench.document;
    for (auto signal : {&ProjectDocument::eventsChanged, &ProjectDocument::proposalsChanged,
                        &ProjectDocument::timingChanged, &ProjectDocument::currentMediaChanged})
        connect(&document, signal, this, &ScorePanel::refill);
    for (auto signal : {&ProjectDocument::timingChanged, &ProjectDocument::currentMediaChanged,
                        &ProjectDocument::projectChanged})
        connect(&document, signal, this, [this] { m_eventItems.clear(); });
    connect(&document, &ProjectDocument::historyChanged, m_view,
            [this] { m_view->setWatched(m_bench.document.watched()); });
    connect(&document, &ProjectDocument::projectChanged, this, &ScorePanel::readHiddenLanes);
    connect(&m_bench.drafts, &Drafts::changed, this, &ScorePanel::refill);
    connect(&document.analysis(), &AnalysisStore::earlyChanged, this, &ScorePanel::refill);
    connect(&document.analysis(), &AnalysisStore::analysisChanged, this, &ScorePanel::fillLanes);
    connect(&document.analysis(), &AnalysisStore::analysisChanged, this, &ScorePanel::fillRegionLanes);
    connect(&m_bench.selection, &SelectionModel::regionsChanged, this, &ScorePanel::fillRegionLanes);
    connect(&document.analysis(), &AnalysisStore::measuringChanged, this, &ScorePanel::fillLanes);
    connect(&document.analysis(), &AnalysisStore::measured, this, &ScorePanel::grow);
    auto& selection = m_bench.selection;
    connect(&selection, &SelectionModel::currentFrameChanged, this,
            [this](FrameIndex frame) { m_view->setPlayhead(frame); });
    connect(&selection, &SelectionModel::selectionChanged, this,
            [this] { m_view->select(keyOfSelection()); });
    connect(&selection, &SelectionModel::loopChanged, this,
            [this] { m_view->setLoopRange(m_bench.selection.loop()); });
}

void ScorePanel::bindView() {
    using timeline::TimelineView;
    connect(m_view, &TimelineView::playheadMoved, this,
            [this](FrameIndex frame, bool) { m_bench.selection.setCurrentFrame(frame); });
    connect(m_view, &TimelineView::itemSelected, this, [this](std::optional<timeline::ItemKey> key) {
        if (!key || (key->tier == kProposalTier && key->id < 0))
            m_bench.selection.clear();
        else if (key->tier == kProposalTier)
            m_bench.selection.select(project::ProposalId{key->id});
        else
            m_bench.selection.select(project::EventId{key->id});
    });
    connect(m_view, &TimelineView::itemActivated, this, [this](timeline::ItemKey) {
        if (const auto event = m_bench.coding.selectedAsEvent())
            m_bench.selection.setCurrentFrame(event->apex.value_or(event->onset));
    });
    connect(m_view, &TimelineView::loopRangeChanged, this,
            [this](std::optional<FrameInterval> range) { m_bench.selection.setLoop(range); });
    connect(m_view, &TimelineView::handleDragged, this, &ScorePanel::drag);
    connect(m_view, &TimelineView::contextMenuRequested, this, &ScorePanel::popUpMenu);
    connect(m_view, &TimelineView::createRequested, this, [this](qint64, FrameIndex first, FrameIndex last) {
        annotation::ExpressionEvent event;
        event.onset = first;
        event.offset = last;
        event.type = typeByDuration(event.interval(), m_bench.document.timing());
        const auto applied =
            commands::Gate::push(m_bench.document, commands::addEvent(m_bench.document, event));
        if (applied)
            m_bench.selection.select(project::EventId{applied->addedIds.back()});
    });
}

void ScorePanel::bindThreshold() {
    using timeline::TimelineView;
    connect(m_view, &TimelineView::thresholdDragged, this, [this](qint64 lane, float value) {
        if (m_threshold->isVisible() && m_threshold->lane() == lane)
            m_threshold->setThreshold(value);
    });
    connect(m_threshold, &ThresholdBar::changed, this, [this](qint64 lane, float value) {
        timeline::Candidates candidates{lane, {}};
        for (const auto& span : m_threshold->spans())
            candidates.spans.push_back(span.frames);
        m_view->setThreshold(lane, value);
        m_view->setCandidates(std::move(candidates));
    });
    connect(m_threshold, &ThresholdBar::closed, this, [this](qint64 lane) {
        m_view->setThreshold(lane, {});
        m_view->setCandidates({});
        m_view->setFocus();
    });
    connect(m_threshold, &ThresholdBar::added, this, &ScorePanel::thresholdAdded);
    connect(&m_bench.document, &ProjectDocument::currentMediaChanged, m_threshold, [this] {
        if (m_threshold->isVisible())
            m_threshold->close();
    });
}

void ScorePanel::openThreshold(std::int64_t lane) {
    for (const timeline::Lane& one : m_lanes)
        if (one.id == lane)
            m_threshold->open(one);
}

void ScorePanel::drag(timeline::ItemKey key, timeline::Handle handle, FrameIndex frame,
                      timeline::DragPhase phase) {
    auto& selection = m_bench.selection;
    if (phase == timeline::DragPhase::Begin) {
        ++m_drag;
        m_frameBeforeDrag = selection.currentFrame();
    }
    if (phase == timeline::DragPhase::Cancel)
        return selection.setCurrentFrame(m_frameBeforeDrag);
    if (phase != timeline::DragPhase::End)
        return selection.setCurrentFrame(
            m_bench.document.timing().clamped(frame)); // the picture under the handle
    if (key.tier == kProposalTier)
        return takeMoved(project::ProposalId{key.id}, static_cast<Handle>(handle), frame);
    const Selected what = project::EventId{key.id};
    selection.select(what);
    const auto event = m_bench.coding.selectedAsEvent();
    if (!event)
        return;
    if (handle != timeline::Handle::Body) {
        m_bench.coding.moveHandle(what, static_cast<Handle>(handle), frame, m_drag);
    } else {
        const auto shift = frame - event->onset;
        annotation::ExpressionEvent moved = *event;
        moved.onset = event->onset + shift;
        moved.offset = event->offset + shift;
        if (moved.apex)
            moved.apex = *moved.apex + shift;
        const auto& timing = m_bench.document.timing();
        if (timing.clamped(moved.onset) == moved.onset && timing.clamped(moved.offset) == moved.offset)
            m_bench.coding.change(moved, tr("Move event"));
    }
    refill(); // where the move was refused, the item goes back
}

/// What the machine proposed stays as it is: the person's own copy gets the edge.
void ScorePanel::takeMoved(project::ProposalId id, Handle handle, FrameIndex frame) {
    auto& document = m_bench.document;
    const auto draft = m_bench.drafts.of(id);
    if (frameOf(draft, handle) == frame)
        return refill();
    const auto edit = commands::takeProposalMoved(document, id, draft, handle, frame);
    if (!edit)
        emit document.failed(QString::fromStdString(edit.error().sentence()));
    else if (const auto applied = commands::Gate::push(document, *edit))
        m_bench.selection.select(project::EventId{applied->addedIds.back()});
    refill();
}

void ScorePanel::popUpMenu(const QPoint& global, timeline::ContextTarget target) {
    if (m_bench.document.timing().empty())
        return;
    if (target.item && target.item != keyOfSelection())
        target.item.reset(); // seen while the analysis runs: nothing can be done with it yet
    QMenu* menu = makeScoreMenu(m_bench, *this, target);
    if (menu->isEmpty())
        return menu->deleteLater();
    menu->popup(global);
    if (target.place == timeline::ContextTarget::Place::Keyboard && !menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().front());
}

timeline::ItemKey ScorePanel::keyOf(const ProjectDocument& document, const Selected& what) {
    if (const auto* id = std::get_if<project::ProposalId>(&what))
        return {kProposalTier, id->value};
    if (const auto* id = std::get_if<project::EventId>(&what))
        if (const auto* event = document.event(*id))
            return {event->tier.value, id->value};
    return {};
}

std::optional<timeline::ItemKey> ScorePanel::keyOfSelection() const {
    const auto key = keyOf(m_bench.document, m_bench.selection.selected());
    return key == timeline::ItemKey{} ? std::nullopt : std::optional(key);
}

void ScorePanel::showHits() {
    if (!m_finder.asking() || !m_finder.error().isEmpty())
        return m_view->setHits({}); // half a search dims nothing
    std::vector<timeline::ItemKey> hits;
    for (const Found& found : m_finder.found())
        hits.push_back(keyOf(m_bench.document, found.what));
    m_view->setHits(std::move(hits));
}

void ScorePanel::openFind() {
    for (QWidget* holder = parentWidget(); holder && !holder->isWindow(); holder = holder->parentWidget())
        holder->show(); // the panel may be closed
    m_find->open();
}

void ScorePanel::refill() {
    if (std::exchange(m_fillPending, true))
        return; // one filling for many changes of one step
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_fillPending = false;
            fill();
        },
        Qt::QueuedConnection);
}

void ScorePanel::fill() {
    auto& document = m_bench.document;
    const bool sameFilm = m_view->media().frames == document.timing().frames() && m_film == document.path();
    auto tiers = timelineTiers(document);
    auto items = timelineItems(document, m_bench.drafts, m_eventItems);
    const auto same = [](const timeline::Tier& a, const timeline::Tier& b) {
        return a.id == b.id && a.name == b.name && a.locked == b.locked;
    };
    const auto& shown = m_view->tiers();
    if (sameFilm && std::equal(tiers.begin(), tiers.end(), shown.begin(), shown.end(), same)) {
        for (const timeline::Tier& tier : tiers) {
            std::vector<timeline::Item> own;
            for (auto& item : items)
                if (item.tier == tier.id)
                    own.push_back(std::move(item));
            m_view->setItems(tier.id, std::move(own));
        }
    } else {
        const auto visible = m_view->visibleFrames();
        timeline::Content content;
        content.media = timelineMedia(document.timing());
        content.tiers = std::move(tiers);
        content.items = std::move(items);
        if (m_signals) {
            content.lanes = shownLanes();
            content.notScorable = m_signals->notScorable();
        }
        m_view->setContent(std::move(content));
        if (m_threshold->isVisible())
            m_view->setThreshold(m_threshold->lane(), m_threshold->threshold());
        if (sameFilm)
            m_view->showFrames(visible);
        else
            m_view->zoomToFit();
        m_film = document.path();
    }
    m_view->setWatched(document.watched());
    m_view->setPlayhead(m_bench.selection.currentFrame(), false);
    m_view->select(keyOfSelection(), false);
    m_view->setLoopRange(m_bench.selection.loop());
}

void ScorePanel::fillLanes() {
    const auto& store = m_bench.document.analysis();
    if (store.measuring())
        return; // the last analysis stays until the new one has something to show
    m_growing = false;
    const auto analysis = store.analysis();
    if (!analysis)
        return showSignals(std::nullopt);
    if (analysis->series.frames.size() < kLongFilm)
        return showSignals(lanesOf(*analysis));
    auto* job = new Job<GrowingLanes>(
        tr("Preparing the signals"),
        [analysis](const JobContext&) -> Result<GrowingLanes> { return lanesOf(*analysis); }, this);
    connect(job, &JobBase::finished, this, [this, job, analysis] {
        auto made = job->takeResult();
        if (made && analysis == m_bench.document.analysis().analysis() && !m_growing)
            showSignals(*std::move(made));
        job->deleteLater();
    });
    job->start();
}

void ScorePanel::fillRegionLanes() {
    const auto analysis = m_bench.document.analysis().analysis();
    const auto& regions = m_bench.selection.regions();
    const auto show = [this](std::vector<timeline::Lane> lanes) {
        if (lanes.empty() && m_regionLanes.empty())
            return;
        m_regionLanes = std::move(lanes);
        m_view->setLanes(shownLanes());
        if (m_threshold->isVisible())
            m_view->setThreshold(m_threshold->lane(), m_threshold->threshold());
    };
    if (!analysis || regions.empty())
        return show({});
    if (analysis->series.frames.size() < kLongFilm)
        return show(lanesOfRegions(*analysis, regions));
    using Lanes = std::vector<timeline::Lane>;
    auto* job = new Job<Lanes>(
        tr("Preparing the signals"),
        [analysis, regions](const JobContext&) -> Result<Lanes> {
            return lanesOfRegions(*analysis, regions);
        },
        this);
    connect(job, &JobBase::finished, this, [this, job, analysis, regions, show] {
        auto made = job->takeResult();
        if (made && regions == m_bench.selection.regions() &&
            analysis == m_bench.document.analysis().analysis())
            show(*std::move(made));
        job->deleteLater();
    });
    job->start();
}

void ScorePanel::showSignals(std::optional<GrowingLanes> grown) {
    m_signals = std::move(grown);
    m_lanes = m_signals ? m_signals->lanes() : std::vector<timeline::Lane>{};
    if (m_threshold->isVisible())
        m_threshold->close(); // its signal is gone
    m_view->setLanes(shownLanes());
    m_view->setNotScorable(m_signals ? m_signals->notScorable() : std::vector<timeline::NotScorable>{});
}

void ScorePanel::grow(const std::vector<motion::FrameMotion>& frames) {
    if (!std::exchange(m_growing, true)) {
        GrowingLanes begun;
        begun.append(frames);
        begun.rescale();
        return showSignals(std::move(begun));
    }
    const auto spans = m_signals->notScorable().size();
    const auto end = spans > 0 ? m_signals->notScorable().back().frames.last : FrameIndex{-1};
    const FrameIndex first = m_signals->append(frames);
    if (m_signals->rescale()) {
        m_lanes = m_signals->lanes();
        m_view->setLanes(shownLanes());
    } else {
        m_view->samplesAppended(first);
    }
    if (const auto& now = m_signals->notScorable();
        now.size() != spans || (spans > 0 && now.back().frames.last != end))
        m_view->setNotScorable(now);
}

std::vector<timeline::Lane> ScorePanel::shownLanes() const {
    std::vector<timeline::Lane> shown = m_regionLanes;
    std::copy_if(m_lanes.begin(), m_lanes.end(), std::back_inserter(shown),
                 [this](const timeline::Lane& lane) { return laneShown(lane.id); });
    return shown;
}

void ScorePanel::setLaneShown(std::int64_t id, bool shown) {
    if (shown == laneShown(id))
        return;
    if (shown)
        m_hiddenLanes.erase(id);
    else
        m_hiddenLanes.insert(id);
    QStringList hidden;
    for (const auto lane : m_hiddenLanes)
        hidden << QString::number(lane);
    m_bench.document.setValue(kHiddenLanesKey, hidden.join(','));
    if (m_threshold->isVisible())
        m_threshold->close();
    m_view->setLanes(shownLanes());
}

void ScorePanel::readHiddenLanes() {
    m_hiddenLanes.clear();
    const QString hidden = m_bench.document.value(kHiddenLanesKey).value_or(QString());
    for (const QString& lane : hidden.split(',', Qt::SkipEmptyParts))
        m_hiddenLanes.insert(lane.toLongLong());
}

void ScorePanel::setStills(StillReader* stills) {
    timeline::ThumbnailSource source;
    if (stills) {
        source.request = [stills](FrameIndex frame, QSize size, timeline::ThumbnailSource::Deliver deliver) {
            stills->request(frame, size,
                            [deliver = std::move(deliver)](const media::Frame& read, const QImage& small) {
                                deliver(read.index, small);
                            });
        };
        source.dropPending = [stills] { stills->dropPending(); };
    }
    m_view->setThumbnailSource(std::move(source));
}

void ScorePanel::zoomToSelection() {
    if (const auto key = keyOfSelection())
        m_view->zoomToItem(*key);
}

} // namespace mien::ui
