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

/// A lane of the frames that could be scored; the others are gaps.
template <class F>
timeline::Lane lane(std::int64_t id, const QString& name, const QString& unit, timeline::LaneRole role,
                    const pipeline::Analysis& analysis, F value) {
    std::vector<float> samples(std::max(analysis.series.frames.size(), analysis.timesS.size()),
                               std::numeric_limits<float>::quiet_NaN());
    for (const motion::FrameMotion& frame : analysis.series.frames)
        if (frame.state == face::Scorability::Scorable && frame.frame.value >= 0 &&
            frame.frame.value < static_cast<std::int64_t>(samples.size()))
            samples[static_cast<std::size_t>(frame.frame.value)] = value(frame);
    timeline::Lane made;
    made.id = id;
    made.name = name;
    made.unit = unit;
    made.role = role;
    made.signal = std::make_shared<const timeline::SignalPyramid>(std::move(samples));
    return made;
}

/// Mean length of the displacement of regions first … last, hundredths of the eye distance.
auto meanOf(int first, int last) {
    return [first, last](const motion::FrameMotion& frame) {
        double sum = 0.0;
        for (int r = first; r <= last; ++r)
            sum += cv::norm(frame.displacement[static_cast<std::size_t>(r)]);
        return static_cast<float>(100.0 * sum / (last - first + 1));
    };
}

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
    const std::string own = document.coder().toStdString();
    for (const project::Tier& tier : document.tiers())
        tiers.push_back({tier.id.value, QString::fromStdString(tier.name),
                         tier.coder == tier.name ? QString() : QString::fromStdString(tier.coder),
                         timeline::TierKind::Human, document.readOnly() || tier.coder != own});
    return tiers;
}

std::vector<timeline::Item> timelineItems(const ProjectDocument& document, const Drafts& drafts) {
    std::vector<timeline::Item> items;
    const FilmTiming& timing = document.timing();
    for (const project::Event& event : document.events())
        items.push_back(eventItem(event, timing));
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

std::vector<timeline::Lane> timelineLanes(const pipeline::Analysis& analysis) {
    using enum timeline::LaneRole;
    const QString unit = words(QT_TRANSLATE_NOOP("Score", "% eye dist."));
    std::vector<timeline::Lane> lanes;
    lanes.push_back(lane(1, words(QT_TRANSLATE_NOOP("Score", "Brows")), unit, Brows, analysis, meanOf(0, 5)));
    lanes.push_back(lane(2, words(QT_TRANSLATE_NOOP("Score", "Nose")), unit, Nose, analysis, meanOf(6, 7)));
    lanes.push_back(
        lane(3, words(QT_TRANSLATE_NOOP("Score", "Mouth")), unit, Mouth, analysis, meanOf(8, 11)));
    lanes.push_back(lane(4, words(QT_TRANSLATE_NOOP("Score", "Eyes")),
                         words(QT_TRANSLATE_NOOP("Score", "opening")), Eyes, analysis,
                         [](const motion::FrameMotion& f) { return f.eyeOpening; }));
    lanes.push_back(
        lane(5, words(QT_TRANSLATE_NOOP("Score", "Head")),
             words(QT_TRANSLATE_NOOP("Score", "% eye dist. a frame")), Head, analysis,
             [](const motion::FrameMotion& f) { return static_cast<float>(100.0 * cv::norm(f.head)); }));
    // One scale for what is comparable, so that the noise of a still region looks as small as it is.
    float most = kLeastFullScale;
    for (std::size_t i = 0; i < 3; ++i)
        most = std::max(most, lanes[i].signal->range().value_or(timeline::MinMax{}).max);
    for (std::size_t i = 0; i < 3; ++i)
        lanes[i].maximum = most;
    return lanes;
}

std::vector<timeline::NotScorable> notScorableSpans(const pipeline::Analysis& analysis) {
    std::vector<timeline::NotScorable> spans;
    auto last = face::Scorability::Scorable;
    for (const motion::FrameMotion& frame : analysis.series.frames) {
        if (frame.state != face::Scorability::Scorable) {
            if (frame.state == last && !spans.empty() && spans.back().frames.last + 1 == frame.frame) {
                spans.back().frames.last = frame.frame;
            } else {
                spans.push_back({{frame.frame, frame.frame}, reasonText(face::describe(frame.state))});
            }
        }
        last = frame.state;
    }
    return spans;
}

} // namespace mien::ui
