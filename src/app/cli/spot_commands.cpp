// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/job_part.h"
#include "app/cli/media_options.h"
#include "app/cli/text_table.h"
#include "core/annotation/event_table.h"
#include "core/motion/optical_flow.h"
#include "core/spotting/spotter.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using annotation::Proposal;

/// The name that tables know a film by: its file name without extension.
std::string videoName(const std::string& media) {
    auto path = std::filesystem::path(media);
    if (!path.has_filename())
        path = path.parent_path(); // "folder/"
    return std::filesystem::is_directory(path) ? path.filename().string() : path.stem().string();
}

double timeOf(FrameIndex frame, const std::vector<double>& timesS) {
    return timesS.at(static_cast<std::size_t>(frame.value));
}

Json eventJson(const Proposal& p, const std::vector<double>& timesS) {
    Json event;
    if (p.looksLike.empty())
        event["type"] = nameOf(p.type);
    else
        event["looks_like"] = p.looksLike;
    event["onset"] = p.onset.value;
    event["apex"] = p.apex.value;
    event["offset"] = p.offset.value;
    event["onset_s"] = timeOf(p.onset, timesS);
    event["apex_s"] = timeOf(p.apex, timesS);
    event["offset_s"] = timeOf(p.offset, timesS);
    event["score"] = p.score;
    event["rois"] = Json::array();
    for (const auto& region : p.regions)
        event["rois"].push_back({{"region", region.region}, {"displacement", region.displacement}});
    return event;
}

std::vector<std::string> eventRow(const std::string& film, const Proposal& p,
                                  const std::vector<double>& timesS) {
    std::string moved;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, p.regions.size()); ++i)
        moved += (i > 0 ? ", " : "") + p.regions[i].region;
    return {film,
            p.looksLike.empty() ? std::string(nameOf(p.type)) : "(" + p.looksLike + ")",
            std::to_string(p.onset.value),
            std::to_string(p.apex.value),
            std::to_string(p.offset.value),
            fmt::format("{:.2f}", timeOf(p.onset, timesS)),
            fmt::format("{:.2f}", timeOf(p.offset, timesS)),
            fmt::format("{:.2f}", p.score),
            moved};
}

struct State {
    std::vector<std::string> media;
    std::string csv;
    pipeline::AnalyseOptions options;
};

/// What the films say, gathered film by film.
class Report {
public:
    Report() { m_output.json["films"] = Json::array(); }

    void add(const std::string& media, const pipeline::Analysis& analysis) {
        const auto name = videoName(media);
        Json film = {{"media", media},
                     {"frames", analysis.info.frames},
                     {"fps", toJson(analysis.info.fps)},
                     {"scorable_fraction", analysis.scorableFraction},
                     {"events", Json::array()},
                     {"look_alikes", Json::array()},
                     {"notes", analysis.info.notes}};
        for (const auto& proposal : analysis.proposals) {
            const bool expression = proposal.looksLike.empty();
            film[expression ? "events" : "look_alikes"].push_back(eventJson(proposal, analysis.timesS));
            m_table.add(eventRow(name, proposal, analysis.timesS));
            if (expression)
                m_events.push_back(annotation::tableEvent(name, proposal));
        }
        const std::size_t found = film["events"].size();
        m_summary += fmt::format("{}: {} frames at {:.5g} fps, {:.0f} % scorable, {} expression{}\n", media,
                                 analysis.info.frames, analysis.info.fps.value(),
                                 100.0 * analysis.scorableFraction, found, found == 1 ? "" : "s");
        for (const auto& note : analysis.info.notes)
            m_summary += "  " + note + "\n";
        if (analysis.scorableFraction == 0.0)
            m_summary += "  No frame shows a face that can be scored.\n";
        m_any = m_any || !analysis.proposals.empty();
        m_output.json["films"].push_back(std::move(film));
    }
    const std::vector<annotation::TableEvent>& events() const { return m_events; }
    Output output() && {
        m_output.text = (m_any ? m_table.text() : std::string()) + m_summary;
        return std::move(m_output);
    }

private:
    Output m_output;
    TextTable m_table{{"film", "what", "onset", "apex", "offset", "from s", "to s", "score", "moved most"}};
    std::string m_summary;
    std::vector<annotation::TableEvent> m_events;
    bool m_any = false;
};

/// An unreadable film is told of before hours are spent on those in front of it.
Result<void> checkAllOpen(const State& s, const JobContext& job) {
    media::OpenOptions open;
    open.fps = s.options.fps;
    open.cacheDir = cacheFolder();
    for (const auto& film : s.media)
        if (const auto source = media::openMedia(film, open, JobContext{job.stop, {}, job.threads}); !source)
            return Unexpected(source.error());
    return {};
}

Result<Output> spot(const State& s, Context& context) {
    if (s.media.size() > 1)
        if (const auto open = checkAllOpen(s, context.job); !open)
            return Unexpected(open.error());
    Report report;
    for (std::size_t i = 0; i < s.media.size(); ++i) {
        auto options = s.options;
        options.cacheDir = cacheFolder();
        const auto analysis = pipeline::analyse(s.media[i], options, partOf(context.job, i, s.media.size()));
        if (!analysis)
            return Unexpected(analysis.error());
        for (const auto& [stage, seconds] : analysis->secondsByStage)
            context.timing[stage] = context.timing.value(stage, 0.0) + seconds;
        report.add(s.media[i], *analysis);
    }
    if (!s.csv.empty())
        if (const auto written = annotation::writeEventTable(s.csv, "megc", report.events()); !written)
            return Unexpected(written.error());
    return std::move(report).output();
}

template <class Rows>
std::vector<std::string> namesOf(const Rows& rows) {
    std::vector<std::string> names;
    for (const auto& row : rows)
        names.emplace_back(row.name);
    return names;
}

} // namespace

void declareAnalysis(Verb& verb, pipeline::AnalyseOptions& options) {
    verb.options(options);
    verb.restrictTo("--flow", namesOf(motion::flowRows()));
    verb.restrictTo("--spotter", namesOf(spotting::spotterRows()));
    verb.option("--landmark-model", options.landmarkModel, "another 68-point model than the system's");
    verb.rate("--fps", options.fps, "frame rate of a folder of images");
}

Run declareSpot(Verb& verb) {
    auto s = Verb::state<State>();
    verb.required("MEDIA", s->media, "films or folders of numbered images");
    declareAnalysis(verb, s->options);
    verb.option("--csv", s->csv, "also write the expressions as a MEGC table").typeName("FILE");
    return [s](Context& context) { return spot(*s, context); };
}

} // namespace mien::cli
