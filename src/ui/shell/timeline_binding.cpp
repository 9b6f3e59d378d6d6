// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timeline_binding.h"

#include "ui/document/drafts.h"
#include "ui/models/describe.h"

#include <QCoreApplication>

#include <limits>
#include <opencv2/core.hpp>

namespace mien::ui {
namespace {

constexpr float kLeastFullScale = 3.0f; ///< hundredths of the eye distance

/// Not called tr: lupdate would take what stands in it for a text of its own and overlook the macro.
QString words(const char* text) {
    return QCoreApplication::translate("Score", text);
}

timeline::ItemType itemType(annotation::ExpressionType type) {
    return type == annotation::ExpressionType::Micro ? timeline::ItemType::Micro : timeline::ItemType::Macro;
}

timeline::Item eventItem(const project::Event& row, const FilmTiming& timing) {
    const auto& e = row.event;
    timeline::Item item;
    item.id = row.id.value;
    item.tier = row.tier.value;
    item.onset = e.onset;
    item.apex = e.apex;
    item.offset = e.offset;
    item.label = QString::fromStdString(e.actionUnits);
    item.type = itemType(e.type);
    item.accessibleText = eventLine(e, timing);
    item.details = QString::fromStdString(e.note);
    return item;
}

timeline::Item proposalItem(const annotation::Proposal& p, std::int64_t id, std::int64_t tier,
                            const FilmTiming& timing) {
    timeline::Item item;
    item.id = id;
    item.tier = tier;
    item.onset = p.onset;
    item.apex = p.apex;
    item.offset = p.offset;
    item.type = itemType(p.type);
    item.hatched = true;
    item.label =
        p.looksLike.empty() ? QStringLiteral("%1 %").arg(qRound(p.score * 100)) : looksLikeText(p.looksLike);
    item.accessibleText = proposalLine(p, timing);
    item.details = whyText(p, timing);
    return item;
}

/// Mean length of the displacement of regions first … last, hundredths of the eye distance.
template <std::size_t First, std::size_t Last>
float meanOf(const motion::FrameMotion& frame) {
    double sum = 0.0;
    for (std::size_t r = First; r <= Last; ++r)
        sum += cv::norm(frame.displacement[r]);
    return static_cast<float>(100.0 * sum / (Last - First + 1));
}

struct LaneRow {
    const char* name;
    const char* unit;
    timeline::LaneRole role;
    float (*value)(const motion::FrameMotion& frame);
    bool sharedScale; ///< what is comparable has one scale, so that a still region's noise looks small
};

constexpr std::array<LaneRow, GrowingLanes::kLanes> kLaneRows{
    {{QT_TRANSLATE_NOOP("Score", "Brows"), QT_TRANSLATE_NOOP("Score", "% eye dist."),
      timeline::LaneRole::Brows, meanOf<0, 5>, true},
     {QT_TRANSLATE_NOOP("Score", "Nose"), QT_TRANSLATE_NOOP("Score", "% eye dist."), timeline::LaneRole::Nose,
      meanOf<6, 7>, true},
     {QT_TRANSLATE_NOOP("Score", "Mouth"), QT_TRANSLATE_NOOP("Score", "% eye dist."),
      timeline::LaneRole::Mouth, meanOf<8, 11>, true},
     {QT_TRANSLATE_NOOP("Score", "Eyes"), QT_TRANSLATE_NOOP("Score", "opening"), timeline::LaneRole::Eyes,
      [](const motion::FrameMotion& frame) { return frame.eyeOpening; }, false},
     {QT_TRANSLATE_NOOP("Score", "Head"), QT_TRANSLATE_NOOP("Score", "% eye dist. a frame"),
      timeline::LaneRole::Head,
      [](const motion::FrameMotion& frame) { return static_cast<float>(100.0 * cv::norm(frame.head)); },
      false}}};

} // namespace

timeline::Media timelineMedia(const FilmTiming& timing) {
    timeline::Media media;
    media.frames = timing.frames();
    media.fps = timing.fps().num > 0 ? timing.fps() : Rational{25, 1};
    media.constantRate = timing.constantRate();
    if (!timing.empty())
        media.timesS = std::make_shared<const std::vector<double>>(timing.timesS());
    if (timing.hasOwnLabels())
        media.frameLabel = [timing](FrameIndex frame) { return timing.label(frame); };
    return media;
}

std::vector<timeline::Tier> timelineTiers(const ProjectDocument& document) {
    std::vector<timeline::Tier> tiers;
    if (!document.currentMedia())
        return tiers;
    tiers.push_back({kProposalTier,
                     words(QT_TRANSLATE_NOOP("Score", "Proposals")),
                     {},
                     timeline::TierKind::Proposals,
                     true});
    for (const project::Tier& tier : document.tiers())
        tiers.push_back({tier.id.value, QString::fromStdString(tier.name),
                         tier.coder == tier.name ? QString() : QString::fromStdString(tier.coder),
                         timeline::TierKind::Human, document.readOnly() || document.foreignTier(tier.id)});
    return tiers;
}

const timeline::Item& EventItems::of(const project::Event& event, const FilmTiming& timing) {
    const auto [held, isNew] = m_made.try_emplace(event.id.value);
    auto& [row, item] = held->second;
    if (isNew || row != event) {
        row = event;
        item = eventItem(event, timing);
    }
    return item;
}

std::vector<timeline::Item> timelineItems(const ProjectDocument& document, const Drafts& drafts,
                                          EventItems& made) {
    std::vector<timeline::Item> items;
    const FilmTiming& timing = document.timing();
    if (made.size() > 2 * document.events().size() + 100)
        made.clear(); // mostly items of events that are gone
    items.reserve(document.events().size() + document.proposals().size());
    for (const project::Event& event : document.events())
        items.push_back(made.of(event, timing));
    const auto& early = document.analysis().early();
    if (!early.empty()) {
        for (std::size_t i = 0; i < early.size(); ++i)
            items.push_back(proposalItem(early[i], -1 - static_cast<std::int64_t>(i), kProposalTier, timing));
        return items;
    }
    for (const project::StoredProposal& row : document.proposals()) {
        timeline::Item item = proposalItem(row.proposal, row.id.value, kProposalTier, timing);
        const auto draft = drafts.of(row.id);
        item.onset = draft.onset;
        item.apex = draft.apex;
        item.offset = draft.offset;
        item.hatched = row.state != project::ReviewState::Taken;
        item.adjustable = row.state == project::ReviewState::Pending && !document.readOnly();
        item.dimmed = row.state == project::ReviewState::Rejected || !row.proposal.looksLike.empty();
        items.push_back(item);
    }
    return items;
}

GrowingLanes::GrowingLanes() : m_fullScale(kLeastFullScale) {
    for (auto& signal : m_signals)
        signal = std::make_shared<timeline::SignalPyramid>();
}

FrameIndex GrowingLanes::append(std::span<const motion::FrameMotion> frames) {
    constexpr float kGap = std::numeric_limits<float>::quiet_NaN();
    const FrameIndex first{m_signals.front()->size()};
    std::vector<float> samples;
    for (std::size_t i = 0; i < kLaneRows.size(); ++i) {
        samples.clear();
        for (const motion::FrameMotion& frame : frames) {
            const auto at = frame.frame.value - first.value;
            if (at < static_cast<std::int64_t>(samples.size()))
                continue;
            samples.resize(static_cast<std::size_t>(at), kGap);
            const bool scorable = frame.state == face::Scorability::Scorable;
            samples.push_back(scorable ? kLaneRows[i].value(frame) : kGap);
            if (scorable && kLaneRows[i].sharedScale)
                m_largest = std::max(m_largest, samples.back());
        }
        m_signals[i]->append(samples);
    }
    for (const motion::FrameMotion& frame : frames) {
        if (frame.state != face::Scorability::Scorable) {
            if (frame.state == m_lastState && !m_notScorable.empty() &&
                m_notScorable.back().frames.last + 1 == frame.frame)
                m_notScorable.back().frames.last = frame.frame;
            else
                m_notScorable.push_back(
                    {{frame.frame, frame.frame}, reasonText(face::describe(frame.state))});
        }
        m_lastState = frame.state;
    }
    return first;
}

bool GrowingLanes::rescale() {
    if (m_largest <= m_fullScale)
        return false;
    m_fullScale = 1.25f * m_largest;
    return true;
}

void GrowingLanes::finish() {
    m_fullScale = std::max(kLeastFullScale, m_largest);
}

std::vector<timeline::Lane> GrowingLanes::lanes() const {
    std::vector<timeline::Lane> lanes;
    for (std::size_t i = 0; i < kLaneRows.size(); ++i) {
        const LaneRow& row = kLaneRows[i];
        timeline::Lane lane;
        lane.id = static_cast<std::int64_t>(i) + 1;
        lane.name = words(row.name);
        lane.unit = words(row.unit);
        lane.role = row.role;
        lane.signal = m_signals[i];
        if (row.sharedScale)
            lane.maximum = m_fullScale;
        lanes.push_back(std::move(lane));
    }
    return lanes;
}

std::vector<timeline::Lane> lanesOfRegions(const pipeline::Analysis& analysis,
                                           const std::vector<int>& regions) {
    constexpr std::int64_t firstId = 101;
    std::vector<timeline::Lane> lanes;
    float largest = kLeastFullScale;
    for (const int region : regions) {
        const auto at = static_cast<std::size_t>(region);
        std::vector<float> samples;
        samples.reserve(analysis.series.frames.size());
        for (const motion::FrameMotion& frame : analysis.series.frames) {
            const bool scorable = frame.state == face::Scorability::Scorable;
            samples.push_back(scorable ? static_cast<float>(100.0 * cv::norm(frame.displacement[at]))
                                       : std::numeric_limits<float>::quiet_NaN());
            if (scorable)
                largest = std::max(largest, samples.back());
        }
        timeline::Lane lane;
        lane.id = firstId + region;
        lane.name = regionText(std::string(motion::regions()[at].name));
        lane.unit = words(QT_TRANSLATE_NOOP("Score", "% eye dist."));
        lane.role = timeline::LaneRole::Overall;
        auto signal = std::make_shared<timeline::SignalPyramid>();
        signal->append(samples);
        lane.signal = std::move(signal);
        lanes.push_back(std::move(lane));
    }
    for (auto& lane : lanes)
        lane.maximum = largest;
    return lanes;
}

GrowingLanes lanesOf(const pipeline::Analysis& analysis) {
    GrowingLanes lanes;
    lanes.append(analysis.series.frames);
    lanes.finish();
    return lanes;
}

} // namespace mien::ui
