// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/causal_matrices.h"
#include "app/cli/causal_output.h"
#include "app/cli/commands.h"
#include "app/cli/media_options.h"
#include "core/base/file_io.h"
#include "core/causal/d_separation.h"
#include "core/causal/graph_formats.h"
#include "core/causal/oracle_case.h"
#include "core/pipeline/film_graph.h"

#include <fmt/format.h>

#include <charconv>

namespace mien::cli {
namespace {

using namespace causal;

struct CausalState {
    std::string data;
    std::string dag;
    std::string film;
    std::string test = "fisher-z";
    double alpha = 0.01;
    int maxDepth = -1;
    int maxPathLength = -1;
    std::string effectiveN = "auto";
    int lags = 0;
    std::string missing = "list-wise";
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
    pipeline::RegionTableOptions table;
};

/// What is said, and the graph itself for --out and --matrix.
struct Answer {
    Output output;
    Pag graph;
    std::vector<std::string> nodes; ///< what the graph is about, the columns that were set aside included
    std::optional<Stability> stability = {};
};

FciOptions searchOptions(const CausalState& s, int variables) {
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
    if (text == "auto" || text == "rows" || text == "residual") {
        options.sampleSize = text == "auto"   ? SampleSize::Effective
                             : text == "rows" ? SampleSize::Rows
                                              : SampleSize::Residual;
        return {};
    }
    options.sampleSize = SampleSize::Given;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), options.givenSamples);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !(options.givenSamples >= 4.0))
        return fail(ErrorCode::InvalidArgument,
                    "--effective-n is \"" + text +
                        "\"; it is auto, residual, rows, or a number of samples from 4 on.");
    return {};
}

Result<Knowledge> knowledgeOf(const CausalState& s) {
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

Result<DiscoverOptions> discoverOptions(const CausalState& s, int columns, const Context& context) {
    DiscoverOptions options;
    options.fci = searchOptions(s, columns * (s.lags + 1));
    options.alpha = s.alpha;
    options.test = s.test == "g-square"     ? TestKind::GSquare
                   : s.test == "chi-square" ? TestKind::ChiSquare
                                            : TestKind::FisherZ;
    options.missing = s.missing == "test-wise" ? Missing::Testwise : Missing::Listwise;
    options.lags = s.lags;
    options.replicates = s.bootstrap;
    options.resampling = s.resampling == "subsample" ? Resampling::Subsample : Resampling::Bootstrap;
    options.seed = context.global.seed.value_or(0);
    if (s.lags > 0 && !s.matrix.edges.empty())
        return fail(ErrorCode::InvalidArgument, "--matrix is about one node a column; leave out --lags.");
    if (options.missing == Missing::Testwise && options.test != TestKind::FisherZ)
        return fail(ErrorCode::InvalidArgument, "--missing test-wise is for --test fisher-z.");
    if (s.effectiveN == "residual" &&
        (options.missing == Missing::Testwise || options.test != TestKind::FisherZ))
        return fail(ErrorCode::InvalidArgument,
                    "--effective-n residual is for --test fisher-z with --missing list-wise.");
    if (s.lags > 0 && options.fci.algorithm == Algorithm::Rfci)
        return fail(ErrorCode::InvalidArgument, "--lags is for --algorithm fci.");
    if (const auto read = readSampleSize(s.effectiveN, options); !read)
        return Unexpected(read.error());
    return options;
}

Result<Answer> searchTable(const CausalState& s, const Table& table, const std::string& source,
                           Context& context) {
    const auto options = discoverOptions(s, table.columns(), context);
    if (!options)
        return Unexpected(options.error());
    const auto knowledge = knowledgeOf(s);
    if (!knowledge)
        return Unexpected(knowledge.error());
    const auto found =
        context.timed("search", [&] { return discover(table, *knowledge, *options, context.job); });
    if (!found)
        return blamed(found.error(), source, s.knowledge);
    return Answer{causalOutput(*found), found->result.graph, table.names, found->stability};
}

Result<Answer> searchDag(const CausalState& s, Context& context) {
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
    return Answer{causalOutput(*found, options), found->graph, names};
}

Result<Answer> searchFilm(const CausalState& s, Context& context) {
    const auto search = discoverOptions(s, motion::kRegionCount, context);
    if (!search)
        return Unexpected(search.error());
    auto knowledge = knowledgeOf(s);
    if (!knowledge)
        return Unexpected(knowledge.error());
    pipeline::FilmGraphOptions options{s.analysis, s.table, *search, std::move(*knowledge)};
    options.analysis.cacheDir = cacheFolder();
    const auto found =
        context.timed("film", [&] { return pipeline::filmGraph(s.film, options, context.job); });
    if (!found)
        return blamed(found.error(), s.film, s.knowledge);
    std::vector<std::string> names;
    for (const auto& region : motion::regions())
        names.emplace_back(region.name);
    Answer answer{causalOutput(found->graph), found->graph.result.graph, std::move(names),
                  found->graph.stability};
    answer.output.json["scorable_fraction"] = found->scorableFraction;
    answer.output.json["key"] = found->key;
    return answer;
}

Result<Output> runCausal(const CausalState& s, Context& context) {
    const int given = !s.data.empty() + !s.dag.empty() + !s.film.empty();
    if (given != 1)
        return fail(ErrorCode::InvalidArgument,
                    "Name one thing to search: a table DATA.csv, a graph with --dag, or a film with --film.");
    if (!s.dag.empty() && s.lags > 0)
        return fail(ErrorCode::InvalidArgument, "--lags is for tables and films; a known graph is as it is.");
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
    auto s = Verb::state<CausalState>();
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
                "auto: estimated from the autocorrelation; residual: of what each test is left with; rows: "
                "every row counts; or a number")
        .typeName("auto|residual|rows|N");
    verb.option("--lags", s->lags, "search each column also this many rows back (svar-FCI)").range(0, 50);
    verb.option("--missing", s->missing,
                "list-wise leaves incomplete rows out; test-wise uses each row where it can be used")
        .oneOf({"list-wise", "test-wise"});
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
    verb.options(s->table);
    verb.option("--flow", s->analysis.flow, "optical flow for --film");
    verb.rate("--fps", s->analysis.fps, "frame rate of a folder of images for --film");
    return [s](Context& context) { return runCausal(*s, context); };
}

} // namespace mien::cli
