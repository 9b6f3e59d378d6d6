// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_session.h"

namespace mien::test {

using namespace project;

std::string RandomSession::text() {
    static const std::vector<std::string> kTexts{
        "", "a", "L12B+25", "„glare“", "\n\t\"\\", "微表情", "👁 unsure", "it's; DROP TABLE event"};
    return oneOf(kTexts);
}

annotation::ExpressionEvent RandomSession::event() {
    annotation::ExpressionEvent event;
    event.onset = {static_cast<std::int64_t>(m_rng.below(900))};
    event.offset = event.onset + static_cast<std::int64_t>(m_rng.below(60));
    if (m_rng.below(4) != 0)
        event.apex = event.onset + static_cast<std::int64_t>(m_rng.below(
                                       static_cast<std::uint64_t>(event.offset - event.onset + 1)));
    event.type = static_cast<annotation::ExpressionType>(m_rng.below(2));
    event.side = static_cast<annotation::Side>(m_rng.below(4));
    event.intensity = static_cast<annotation::Intensity>(m_rng.below(6));
    event.confidence = m_rng.below(3) == 0 ? 1.0 : m_rng.uniform();
    event.actionUnits = text();
    event.note = text();
    return event;
}

Change RandomSession::change(const Project& project) {
    const auto media = project.media();
    if (media.empty() || (media.size() < 4 && m_rng.below(25) == 0)) {
        Media film;
        film.path = project.path().parent_path() / ("film" + std::to_string(m_rng.below(1000)) + ".mp4");
        film.frames = static_cast<std::int64_t>(m_rng.below(5000));
        film.fps = {30000, 1001};
        return AddMedia{film};
    }
    const auto film = oneOf(media).id;
    const auto tiers = project.tiers(film);
    if (tiers.empty() || m_rng.below(12) == 0)
        return AddTier{{{}, film, text(), "coder0" + std::to_string(m_rng.below(3))}};
    const auto tier = oneOf(tiers);
    const auto events = project.events(tier.id);
    const auto proposals = project.proposals(film);
    const auto dice = m_rng.below(100);
    if (dice < 2)
        return RemoveMedia{film};
    if (dice < 6)
        return RemoveTier{tier.id};
    if (dice < 12)
        return ChangeTier{{tier.id, film, text(), tier.coder}};
    if (dice < 20 && !proposals.empty())
        return ReviewProposal{oneOf(proposals).id, static_cast<ReviewState>(m_rng.below(3))};
    if (events.empty() || dice < 55)
        return AddEvent{tier.id, event()};
    if (dice < 80)
        return ChangeEvent{oneOf(events).id, event()};
    if (dice < 90)
        return MoveEvent{oneOf(events).id, oneOf(tiers).id};
    return RemoveEvent{oneOf(events).id};
}

Edit RandomSession::edit(const Project& project) {
    Edit edit{"Edit " + std::to_string(m_rng.below(100)), {change(project)}};
    // More changes in one step only where they cannot contradict the first.
    for (auto more = m_rng.below(3) == 0 ? m_rng.below(4) : 0; more > 0; --more) {
        if (const auto* added = std::get_if<AddEvent>(&edit.changes.front()))
            edit.changes.emplace_back(AddEvent{added->tier, event()});
        else if (std::holds_alternative<AddMedia>(edit.changes.front()))
            edit.changes.emplace_back(AddTier{{{}, {-1}, text(), "coder01"}});
    }
    if (m_rng.below(3) == 0)
        edit.mergeKey = "drag" + std::to_string(m_drag);
    else
        ++m_drag;
    return edit;
}

Result<void> RandomSession::run(Project& project) {
    const auto media = project.media();
    if (media.empty())
        return {};
    std::vector<annotation::Proposal> proposals;
    for (auto n = m_rng.below(8); n > 0; --n) {
        // Few possible places, so that runs share proposals.
        const FrameIndex onset{static_cast<std::int64_t>(10 * m_rng.below(6))};
        proposals.push_back({onset,
                             onset + 3,
                             onset + 8,
                             static_cast<annotation::ExpressionType>(m_rng.below(2)),
                             m_rng.uniform(),
                             {{"left brow", m_rng.uniform()}},
                             "",
                             "rules 1"});
    }
    const auto stored = project.storeRun(
        {{}, oneOf(media).id, "rules", "{}", "0.1", "2026-01-01T00:00:00Z", m_rng.uniform()}, proposals);
    return stored ? Result<void>() : Unexpected(stored.error());
}

Result<bool> RandomSession::act(Project& project) {
    const auto dice = m_rng.below(100);
    if (dice < 6) {
        const auto ran = run(project);
        return ran ? Result<bool>(true) : Unexpected(ran.error());
    }
    if (dice < 22 || (dice >= 78 && dice < 90)) {
        const bool undoing = dice < 22;
        const auto walked = undoing ? project.undo() : project.redo();
        if (!walked && walked.error().code != ErrorCode::InvalidArgument)
            return Unexpected(walked.error());
        return walked.has_value();
    }
    const auto applied = project.apply(edit(project));
    return applied ? Result<bool>(true) : Unexpected(applied.error());
}

} // namespace mien::test
