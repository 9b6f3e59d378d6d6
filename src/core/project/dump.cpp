// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/dump.h"

#include "core/base/json.h"

#include "core/project/media_files.h"
#include "core/project/reading.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace mien::project {
namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const Event& stored) {
    const auto& event = stored.event;
    return {{"id", stored.id.value},
            {"onset", event.onset.value},
            {"apex", event.apex ? Json(event.apex->value) : Json()},
            {"offset", event.offset.value},
            {"type", nameOf(event.type)},
            {"action_units", event.actionUnits},
            {"side", nameOf(event.side)},
            {"intensity", nameOf(event.intensity)},
            {"confidence", event.confidence},
            {"note", event.note}};
}

const char* nameOfState(ReviewState state) {
    return state == ReviewState::Taken ? "taken" : state == ReviewState::Rejected ? "rejected" : "pending";
}

Json jsonOf(const StoredProposal& stored) {
    const auto& proposal = stored.proposal;
    auto regions = Json::array();
    for (const auto& share : proposal.regions)
        regions.push_back({{"region", share.region}, {"displacement", share.displacement}});
    return {{"id", stored.id.value},
            {"onset", proposal.onset.value},
            {"apex", proposal.apex.value},
            {"offset", proposal.offset.value},
            {"type", nameOf(proposal.type)},
            {"score", proposal.score},
            {"regions", regions},
            {"looks_like", proposal.looksLike},
            {"spotter", proposal.spotter},
            {"state", nameOfState(stored.state)}};
}

Json jsonOfRun(const Project& project, MediaId media) {
    const auto run = project.shownRun(media);
    if (!run)
        return {};
    auto proposals = Json::array();
    for (const auto& proposal : project.proposals(media))
        proposals.push_back(jsonOf(proposal));
    return {{"id", run->id.value},          {"spotter", run->spotter},
            {"options", run->optionsJson},  {"version", run->version},
            {"started_at", run->startedAt}, {"scorable_fraction", run->scorableFraction},
            {"proposals", proposals}};
}

Json jsonOf(const Project& project, const Media& media) {
    auto tiers = Json::array();
    for (const auto& tier : project.tiers(media.id)) {
        auto events = Json::array();
        for (const auto& event : project.events(tier.id))
            events.push_back(jsonOf(event));
        tiers.push_back(
            {{"id", tier.id.value}, {"name", tier.name}, {"coder", tier.coder}, {"events", events}});
    }
    auto values = Json::object();
    for (const auto& [name, value] : project.filmValues(media.id))
        if (name != kShownRun) // a number that means nothing elsewhere; what is shown is `run`
            values[name] = value;
    return {{"id", media.id.value},
            {"path", locate(media.path, project.path().parent_path()).relative},
            {"sha256", media.sha256},
            {"frames", media.frames},
            {"fps", {{"num", media.fps.num}, {"den", media.fps.den}}},
            {"image_folder", media.isImageFolder},
            {"values", values},
            {"tiers", tiers},
            {"run", jsonOfRun(project, media.id)}};
}

Json jsonOf(const HistoryEntry& entry) {
    return {{"step", entry.step},
            {"name", entry.name},
            {"coder", entry.coder},
            {"at", entry.at},
            {"state", entry.discarded ? "discarded"
                      : entry.undone  ? "undone"
                                      : "done"},
            {"before", parseOrderedJson(entry.beforeJson)},
            {"after", parseOrderedJson(entry.afterJson)}};
}

} // namespace

std::string dump(const Project& project, const DumpOptions& options) {
    Json json{
        {"format", "mien-project"}, {"version", 1}, {"media", Json::array()}, {"settings", Json::object()}};
    for (const auto& media : project.media())
        json["media"].push_back(jsonOf(project, media));
    for (const auto& [key, value] : project.values())
        json["settings"][key] = value;
    if (options.history) {
        auto& history = json["history"] = Json::array();
        for (const auto& entry : project.history(std::numeric_limits<std::int32_t>::max()))
            history.push_back(jsonOf(entry));
    }
    return jsonText(json, options.indent);
}

} // namespace mien::project
