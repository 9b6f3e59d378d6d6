// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/causal_matrices.h"
#include "app/cli/causal_output.h"
#include "app/cli/commands.h"
#include "app/cli/media_options.h"
#include "core/base/file_io.h"
#include "core/causal/d_separation.h"
#include "core/causal/graph_formats.h"
#include "core/causal/oracle_case.h"

#include <fmt/format.h>

#include <charconv>

namespace mien::cli {
namespace {

using namespace causal;

struct State {
    std::string data;
    std::string dag;
    std::string film;
    std::string test = "fisher-z";
    double alpha = 0.01;
    int maxDepth = -1;
    int maxPathLength = -1;
    std::string effectiveN = "auto";
    int bootstrap = 0;
    std::string resampling = "bootstrap";
    std::string knowledge;
    std::string preset = "complete";
    std::string algorithm = "fci";
    std::string colliders = "separating-set";
    bool noSelection = false;
    std::string out;
    std::string format = "json";
    MatrixRequest matrix;
    pipeline::AnalyseOptions analysis;
};

/// What is said, and the graph itself for --out and --matrix.
struct Answer {
    Output output;
    Pag graph;
    std::vector<std::string> nodes; ///< what the graph is about, the columns that were set aside included
    std::optional<Stability> stability = {};
};

FciOptions searchOptions(const State& s, int variables) {
    FciOptions options = s.preset == "interactive" ? FciOptions::interactive(variables)
                         : s.preset == "fast"      ? FciOptions::fast()
                                                   : FciOptions::complete();
    if (s.maxDepth >= 0)
        options.maxDepth = s.maxDepth;
    options.maxPathLength = s.maxPathLength;
    options.selectionBias = !s.noSelection;
    options.algorithm = s.algorithm == "rfci" ? Algorithm::Rfci : Algorithm::Fci;
    options.colliders = s.colliders == "conservative" ? ColliderRule::Conservative
                        : s.colliders == "majority"   ? ColliderRule::Majority
                                                      : ColliderRule::SeparatingSet;
    return options;
}

Result<void> readSampleSize(const std::string& text, DiscoverOptions& options) {
    if (text == "auto" || text == "rows") {
        options.sampleSize = text == "auto" ? SampleSize::Effective : SampleSize::Rows;
        return {};
    }
    options.sampleSize = SampleSize::Given;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), options.givenSamples);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !(options.givenSamples >= 4.0))
        return fail(ErrorCode::InvalidArgument,
                    "--effective-n is \"" + text + "\"; it is auto, rows, or a number of samples from 4 on.");
    return {};
}

Result<Knowledge> knowledgeOf(const State& s) {
    return s.knowledge.empty() ? Result<Knowledge>(Knowledge{}) : readKnowledge(s.knowledge);
}

/// What contradicts itself came from a file: wrong input, not wrong use.
Unexpected blamed(Error error, const std::string& source, const std::string& knowledge) {
    const bool contradiction = error.code == ErrorCode::InvalidArgument;
    if (contradiction)
        error.code = ErrorCode::Corrupt;
    if (error.code == ErrorCode::Corrupt && error.location.empty())
        error.location = contradiction && !knowledge.empty() ? knowledge : source;
    return Unexpected(std::move(error));
}

Result<Answer> searchTable(const State& s, const Table& table, const std::string& source, Context& context) {
    DiscoverOptions options;
    options.fci = searchOptions(s, table.columns());
    options.alpha = s.alpha;
    options.test = s.test == "g-square"     ? TestKind::GSquare
                   : s.test == "chi-square" ? TestKind::ChiSquare
                                            : TestKind::FisherZ;
    options.replicates = s.bootstrap;
    options.resampling = s.resampling == "subsample" ? Resampling::Subsample : Resampling::Bootstrap;
    options.seed = context.global.seed.value_or(0);
    if (const auto read = readSampleSize(s.effectiveN, options); !read)
        return Unexpected(read.error());
    const auto knowledge = knowledgeOf(s);
    if (!knowledge)
        return Unexpected(knowledge.error());
    const auto found =
        context.timed("search", [&] { return discover(table, *knowledge, options, context.job); });
    if (!found)
        return blamed(found.error(), source, s.knowledge);
    return Answer{causalOutput(found->result, &*found), found->result.graph, table.names, found->stability};
}

Result<Answer> searchDag(const State& s, Context& context) {
    auto parsed = readOracleCase(s.dag);
    if (!parsed)
        return Unexpected(parsed.error());
    if (!s.knowledge.empty()) {
        auto knowledge = readKnowledge(s.knowledge);
        if (!knowledge)
            return Unexpected(knowledge.error());
        parsed->knowledge = std::move(*knowledge);
    }
    const Dag dag = parsed->dag.sorted();
    const auto oracle = DSeparationOracle::create(dag);
    if (!oracle)
        return blamed(oracle.error(), s.dag, {});
    const auto names = dag.observedNames();
    const auto options = searchOptions(s, static_cast<int>(names.size()));
    const auto found = context.timed(
        "search", [&] { return fci(**oracle, names, parsed->knowledge, options, context.job); });
    if (!found)
        return blamed(found.error(), s.dag, s.knowledge);
    return Answer{causalOutput(*found, nullptr), found->graph, names};
}

/// The movement of the 12 regions from each scorable frame to the next, x and y one below the other: twice as
/// many rows, as in Causal-Ex. A frame that cannot be scored ends a run.
Table tableOf(const motion::FaceMotionSeries& series) {
    const auto& frames = series.frames;
    std::vector<std::pair<std::size_t, int>> steps; // frame, run
    int run = 0;
    for (std::size_t t = 1; t < frames.size(); ++t) {
        const bool both = frames[t].state == face::Scorability::Scorable &&
                          frames[t - 1].state == face::Scorability::Scorable;
        if (both)
            steps.emplace_back(t, run);
        else
            ++run;
    }
    Table table;
    for (const auto& region : motion::regions())
        table.names.emplace_back(region.name);
    table.values.resize(static_cast<Eigen::Index>(2 * steps.size()), motion::kRegionCount);
    for (int axis = 0; axis < 2; ++axis) {
        for (const auto& [t, runOfStep] : steps) {
            const auto row = static_cast<Eigen::Index>(table.runs.size());
            for (int region = 0; region < motion::kRegionCount; ++region) {
                const auto at = static_cast<std::size_t>(region);
                table.values(row, region) = static_cast<double>(frames[t].displacement[at][axis]) -
                                            static_cast<double>(frames[t - 1].displacement[at][axis]);
            }
            table.runs.push_back(runOfStep + axis * (run + 1));
        }
    }
    return table;
}

Result<Answer> searchFilm(const State& s, Context& context) {
    auto options = s.analysis;
    options.cacheDir = cacheFolder();
    const auto analysis = pipeline::analyse(s.film, options, context.job);
    if (!analysis)
        return Unexpected(analysis.error());
    context.job.onProgress = nullptr; // measuring is nearly all of the work
    auto answer = searchTable(s, tableOf(analysis->series), s.film, context);
    if (answer)
        answer->output.json["scorable_fraction"] = analysis->scorableFraction;
    return answer;
}

Result<Output> runCausal(const State& s, Context& context) {
    const int given = !s.data.empty() + !s.dag.empty() + !s.film.empty();
    if (given != 1)
        return fail(ErrorCode::InvalidArgument,
                    "Name one thing to search: a table DATA.csv, a graph with --dag, or a film with --film.");
    if (const auto fine = s.matrix.check(s.bootstrap); !fine)
        return Unexpected(fine.error());
    auto answer = [&]() -> Result<Answer> {
        if (!s.dag.empty())
            return searchDag(s, context);
        if (!s.film.empty())
            return searchFilm(s, context);
        const auto table = context.timed("read", [&] { return readTable(s.data); });
        return table ? searchTable(s, *table, s.data, context) : Result<Answer>(Unexpected(table.error()));
    }();
    if (!answer)
        return Unexpected(answer.error());
    const auto* stability = answer->stability ? &*answer->stability : nullptr;
    answer->output.json.update(outDegreeJson(answer->graph, stability));
    if (!s.matrix.edges.empty()) {
        const auto matrices = matricesJson(s.matrix, answer->graph, answer->nodes, stability, context);
        if (!matrices)
            return Unexpected(matrices.error());
        answer->output.json["matrices"] = *matrices;
    }
    if (!s.out.empty()) {
        const auto format = graphFormat(s.format);
        if (const auto written = writeFileAtomically(s.out, format->write(answer->graph)); !written)
            return Unexpected(written.error());
    }
    return std::move(answer->output);
}

} // namespace

Run declareCausal(Verb& verb) {
    auto s = Verb::state<State>();
    verb.option("DATA", s->data, "a table of numbers with a header, one variable a column");
    verb.option("--dag", s->dag, "a known graph as JSON, answered by a d-separation oracle").typeName("FILE");
    verb.option("--film", s->film, "a film: the movement of its 12 facial regions").typeName("MEDIA");
    verb.option("--test", s->test, "fisher-z for numbers; g-square or chi-square for categories")
        .oneOf({"fisher-z", "g-square", "chi-square"});
    verb.option("--alpha", s->alpha, "level of the tests").range(1e-12, 0.999999);
    verb.option("--max-depth", s->maxDepth, "largest conditioning set; -1: no limit (anytime FCI below it)")
        .range(-1, 1000);
    verb.option("--max-path-length", s->maxPathLength, "longest path of possible-d-sep; -1: no limit")
        .range(-1, 1000);
    verb.option("--effective-n", s->effectiveN,
                "auto: estimated from the autocorrelation; rows: every row counts; or a number")
        .typeName("auto|rows|N");
    verb.option("--bootstrap", s->bootstrap, "resampled graphs that tell how stable each edge is")
        .range(0, 100'000);
    verb.option("--resampling", s->resampling,
                "bootstrap (blocks with replacement) or subsample (half of them)")
        .oneOf({"bootstrap", "subsample"});
    verb.option("--knowledge", s->knowledge, "JSON with tiers, required and forbidden").typeName("FILE");
    verb.option("--preset", s->preset, "complete, interactive (capped possible-d-sep) or fast (without it)")
        .oneOf({"complete", "interactive", "fast"});
    verb.option("--algorithm", s->algorithm, "fci, or rfci (faster, may keep more edges)")
        .oneOf({"fci", "rfci"});
    verb.option("--colliders", s->colliders, "how colliders are told")
        .oneOf({"separating-set", "conservative", "majority"});
    verb.flag("--no-selection", s->noSelection, "no variable causes which samples there are (R5 to R7 off)");
    std::vector<std::string> formats;
    for (const auto& row : graphFormats())
        formats.emplace_back(row.name);
    verb.option("--out", s->out, "also write the graph to this file").typeName("FILE");
    verb.option("--format", s->format, "format of that file").oneOf(formats);
    s->matrix.declare(verb);
    verb.option("--flow", s->analysis.flow, "optical flow for --film");
    verb.rate("--fps", s->analysis.fps, "frame rate of a folder of images for --film");
    return [s](Context& context) { return runCausal(*s, context); };
}

} // namespace mien::cli
