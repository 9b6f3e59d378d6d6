// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/job_part.h"
#include "app/cli/media_options.h"
#include "app/cli/text_table.h"
#include "core/annotation/event_table.h"
#include "core/motion/optical_flow.h"
#include "core/pipeline/spot_film.h"
#include "core/spotting/spotter.h"

#include <fmt/format.h>

#include <charconv>

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

constexpr std::string_view kNetwork = "network"; ///< --spotter; --model implies it
constexpr const char* kModels = "model";

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

struct SpotState {
    std::vector<std::string> media;
    std::string csv;
    std::string model;                                    ///< folder; empty: no network
    std::string lambdaNull = kModels, lambdaAu = kModels; ///< a number for all heads, or as the model has it
    pipeline::AnalyseOptions options;
};

/// What the films say, gathered film by film.
class Report {
public:
    explicit Report(const Json& model) {
        if (!model.is_null())
            m_output.json["model"] = model;
        m_output.json["films"] = Json::array();
    }

    void add(const std::string& media, const pipeline::Analysis& analysis,
             const std::optional<pipeline::NetworkPrediction>& network) {
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
        if (network)
            addGraph(*network, film);
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
    /// What passed messages between the regions, and what the search of it has to say.
    void addGraph(const pipeline::NetworkPrediction& network, Json& film) {
        Json essential = Json::array();
        for (const int region : network.graph.essential)
            essential.push_back(motion::regions()[static_cast<std::size_t>(region)].name);
        film["graph"] = {{"used", network.graphUsed},
                         {"directed_edges", network.graph.directedEdges},
                         {"essential", essential},
                         {"warnings", network.graph.warnings}};
        m_summary += "  Graph: " + network.graphUsed + ".\n";
        for (const auto& warning : network.graph.warnings)
            m_summary += "  " + warning + "\n";
    }

    Output m_output;
    TextTable m_table{{"film", "what", "onset", "apex", "offset", "from s", "to s", "score", "moved most"}};
    std::string m_summary;
    std::vector<annotation::TableEvent> m_events;
    bool m_any = false;
};

/// An unreadable film is told of before hours are spent on those in front of it.
Result<void> checkAllOpen(const SpotState& s, const JobContext& job) {
    media::OpenOptions open;
    open.fps = s.options.fps;
    open.cacheDir = cacheFolder();
    for (const auto& film : s.media)
        if (const auto source = media::openMedia(film, open, JobContext{job.stop, {}, job.threads}); !source)
            return Unexpected(source.error());
    return {};
}

/// "model", or a number of 0 or more for all heads.
Result<void> setLambdas(const std::string& text, const char* option,
                        std::array<double, fairness::kHeads>& lambdas) {
    if (text == kModels)
        return {};
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= 0.0 && value <= 10.0))
        return fail(ErrorCode::InvalidArgument,
                    "A weight λ is a number from 0 to 10, or “model” for what the model's folder says.",
                    option);
    lambdas.fill(value);
    return {};
}

struct Network {
    std::unique_ptr<pipeline::NetworkSpotter> spotter;
    pipeline::SpotByNetworkOptions options;
};

/// Nothing where no network is asked for.
Result<std::optional<Network>> networkOf(const SpotState& s, const std::string& device) {
    const bool wanted = !s.model.empty() || s.options.spotter == kNetwork;
    const std::filesystem::path folder =
        s.model.empty() ? spotting::shippedModel() : std::filesystem::path(s.model);
    if (wanted && folder.empty())
        return fail(ErrorCode::MissingDependency,
                    "No model came with this program; name the folder of one with --model.", "--spotter");
    if (!wanted) {
        if (s.lambdaNull != kModels || s.lambdaAu != kModels)
            return fail(ErrorCode::InvalidArgument,
                        "Only a network's prediction can be corrected; name its folder with --model.",
                        "--lambda-null");
        return std::optional<Network>{};
    }
    auto spotter = pipeline::NetworkSpotter::load(folder, device);
    if (!spotter)
        return Unexpected(std::move(spotter).error());
    auto lambdas = pipeline::lambdasOf((*spotter)->model().correction);
    if (auto set = setLambdas(s.lambdaNull, "--lambda-null", lambdas.null); !set)
        return Unexpected(set.error());
    if (auto set = setLambdas(s.lambdaAu, "--lambda-au", lambdas.masked); !set)
        return Unexpected(set.error());
    return std::optional<Network>({*std::move(spotter), {lambdas, std::nullopt, false}});
}

Json modelJson(const Network& network) {
    const auto& model = network.spotter->model();
    Json null = Json::object(), masked = Json::object();
    for (int h = 0; h < fairness::kHeads; ++h) {
        const std::string head(fairness::nameOf(static_cast<fairness::Head>(h)));
        null[head] = network.options.lambdas->null[static_cast<std::size_t>(h)];
        masked[head] = network.options.lambdas->masked[static_cast<std::size_t>(h)];
    }
    return {{"name", model.name},
            {"preset", model.recipe.preset},
            {"lambda_null", null},
            {"lambda_au", masked},
            {"logit", network.options.lambdas->logit}};
}

Result<Output> spot(const SpotState& s, Context& context) {
    const auto network = networkOf(s, context.global.device);
    if (!network)
        return Unexpected(network.error());
    if (s.media.size() > 1)
        if (const auto open = checkAllOpen(s, context.job); !open)
            return Unexpected(open.error());
    Report report(*network ? modelJson(**network) : Json());
    for (std::size_t i = 0; i < s.media.size(); ++i) {
        auto options = s.options;
        options.cacheDir = cacheFolder();
        const auto found =
            pipeline::spotFilm(s.media[i], options, *network ? (*network)->spotter.get() : nullptr,
                               *network ? (*network)->options : pipeline::SpotByNetworkOptions{},
                               partOf(context.job, i, s.media.size()));
        if (!found)
            return Unexpected(found.error());
        for (const auto& [stage, seconds] : found->analysis.secondsByStage)
            context.timing[stage] = context.timing.value(stage, 0.0) + seconds;
        report.add(s.media[i], found->analysis, found->network);
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

void declareAnalysis(Verb& verb, pipeline::AnalyseOptions& options, const std::vector<std::string>& more) {
    verb.options(options);
    verb.restrictTo("--flow", namesOf(motion::flowRows()));
    auto spotters = namesOf(spotting::spotterRows());
    spotters.insert(spotters.end(), more.begin(), more.end());
    verb.restrictTo("--spotter", spotters);
    verb.option("--landmark-model", options.landmarkModel, "another 68-point model than the system's");
    verb.rate("--fps", options.fps, "frame rate of a folder of images");
}

Run declareSpot(Verb& verb) {
    auto s = Verb::state<SpotState>();
    verb.required("MEDIA", s->media, "films or folders of numbered images");
    declareAnalysis(verb, s->options, {std::string(kNetwork)});
    verb.option("--model", s->model, "folder of a model: spots by its network").typeName("DIR");
    verb.option("--lambda-null", s->lambdaNull, "weight of the null frames' prediction that is taken off")
        .typeName("X|model");
    verb.option("--lambda-au", s->lambdaAu, "the same of all regions masked but the most causal ones")
        .typeName("X|model");
    verb.option("--csv", s->csv, "also write the expressions as a MEGC table").typeName("FILE");
    return [s](Context& context) { return spot(*s, context); };
}

} // namespace mien::cli
