// SPDX-License-Identifier: GPL-3.0-or-later
// How well expressions of known size are found: renders the planted-truth suite (once; later runs reuse the
// folder), runs the whole way on every clip and prints F1 by frame rate and peak displacement as markdown.
//
//   planted_truth --out FOLDER --source portrait.png [--source film.mp4 …] [--fps 25 30] [--peak 2 3]
//   [--drift 0]
#include "core/annotation/event_table.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/evaluation/spotting_score.h"
#include "core/pipeline/analyse.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/planted_suite.h"
#include "core/synthesis/render_clip.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <map>

namespace {

using namespace mien;
namespace fs = std::filesystem;
using synthesis::SuiteClip;

/// Counts of a cell of the table, with blinks and the like counted apart.
struct Cell {
    evaluation::SpottingCounts micro, macro, anyType;
};

bool alreadyRendered(const SuiteClip& clip, const fs::path& folder) {
    const auto manifest = parseOrderedJson(readTextFile(folder / synthesis::kManifestFile).value_or(""));
    return !manifest.is_discarded() && manifest.contains("options") &&
           manifest["options"] == parseOrderedJson(jsonText(synthesis::toJson(clip.spec))) &&
           fs::exists(folder / (clip.spec.name + ".mp4"));
}

Result<void> render(const SuiteClip& clip, const fs::path& folder, const JobContext& job,
                    std::map<std::string, synthesis::Portrait>& portraits) {
    const auto key = clip.spec.source.string();
    if (!portraits.contains(key)) {
        auto portrait = synthesis::loadPortrait(clip.spec.source, 0, job);
        if (!portrait)
            return Unexpected(portrait.error());
        portraits.emplace(key, std::move(*portrait));
    }
    auto truth = synthesis::renderClip(clip.spec, portraits.at(key), folder, job, "planted_truth");
    return truth ? Result<void>{} : Result<void>(Unexpected(truth.error()));
}

Result<evaluation::SpottingScore> score(const annotation::EventTable& truth, annotation::EventTable predicted,
                                        bool typed, const JobContext& job) {
    auto truths = truth;
    if (!typed)
        for (auto* table : {&truths, &predicted})
            for (auto& event : table->events)
                event.type = annotation::ExpressionType::Macro;
    return evaluation::scoreSpotting(truths, predicted, {}, job);
}

Result<Cell> measure(const SuiteClip& clip, const fs::path& folder, const pipeline::AnalyseOptions& options,
                     const JobContext& job) {
    const auto film = folder / (clip.spec.name + ".mp4");
    auto truth = annotation::readEventTable(folder / synthesis::kEventsFile);
    if (!truth)
        return Unexpected(truth.error());
    auto analysis = pipeline::analyse(film, options, job);
    if (!analysis)
        return Unexpected(analysis.error());
    annotation::EventTable predicted;
    predicted.source = film.string();
    for (const auto& proposal : analysis->proposals)
        if (proposal.looksLike.empty())
            predicted.events.push_back(
                annotation::tableEvent(truth->events.front().video, proposal, analysis->timesS));
    auto typed = score(*truth, predicted, true, job);
    auto untyped = score(*truth, predicted, false, job);
    if (!typed || !untyped)
        return Unexpected(typed ? untyped.error() : typed.error());
    return Cell{typed->micro, typed->macro, untyped->macro};
}

using Table = std::map<std::pair<double, int>, Cell>; ///< by peak displacement and frame rate

void print(const std::string& title, const Table& table, const std::vector<int>& rates,
           evaluation::SpottingCounts (*pick)(const Cell&)) {
    fmt::print("\n{}\n\n| peak, px at 256 px face width |", title);
    for (const int rate : rates)
        fmt::print(" {} fps |", rate);
    fmt::print(" all | tp / fp / fn |\n|---|");
    for (std::size_t i = 0; i < rates.size() + 2; ++i)
        fmt::print("---|");
    std::map<double, evaluation::SpottingCounts> rows;
    for (const auto& [key, cell] : table)
        rows[key.first] += pick(cell);
    for (const auto& [peak, all] : rows) {
        fmt::print("\n| {} |", peak);
        for (const int rate : rates) {
            const auto found = table.find({peak, rate});
            if (found == table.end())
                fmt::print(" – |");
            else
                fmt::print(" {:.2f} |", pick(found->second).f1());
        }
        fmt::print(" **{:.3f}** | {} / {} / {} |", all.f1(), all.tp, all.fp, all.fn);
    }
    fmt::print("\n");
}

int complain(const Error& error) {
    std::fprintf(stderr, "%s\n", error.sentence().c_str());
    return 3;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("F1 on expressions of known size, by frame rate and peak displacement");
    fs::path out;
    std::vector<fs::path> sources;
    synthesis::SuiteOptions suite;
    pipeline::AnalyseOptions options;
    bool renderOnly = false, verbose = false;
    JobContext job;
    app.add_option("--out", out, "folder of the clips; rendered ones are reused")->required();
    app.add_option("--source", sources, "portraits, or films whose first frame is one")->required();
    app.add_option("--fps", suite.ratesFps, "frame rates");
    app.add_option("--peak", suite.peaksPx, "peak displacements, px at 256 px face width");
    app.add_option("--drift", suite.driftsPxPerS, "speeds of the head, px/s");
    app.add_option("--variants", suite.variants, "clips of each condition");
    app.add_option("--noise", suite.noiseSigma, "sensor noise, grey levels");
    app.add_option("--flow", options.flow, "optical flow");
    app.add_option("--spotter", options.spotter, "spotter");
    app.add_option("--threads", job.threads, "threads");
    app.add_flag("--render-only", renderOnly, "make the clips and stop");
    app.add_flag("--verbose", verbose, "a line for every clip");
    CLI11_PARSE(app, argc, argv);

    const auto clips = synthesis::plantedSuite(sources, suite);
    std::map<std::string, synthesis::Portrait> portraits;
    std::map<double, Table> tables; // by speed of the head
    std::size_t done = 0;
    for (const auto& clip : clips) {
        const auto folder = out / clip.spec.name;
        if (!alreadyRendered(clip, folder))
            if (auto ok = render(clip, folder, job, portraits); !ok)
                return complain(ok.error());
        std::fprintf(stderr, "\r%zu of %zu clips ", ++done, clips.size());
        if (renderOnly)
            continue;
        auto cell = measure(clip, folder, options, job);
        if (!cell)
            return complain(cell.error());
        const auto& any = cell->anyType;
        if (verbose)
            fmt::print("{}: {} + {}: tp {} fp {} fn {}\n", clip.spec.name,
                       clip.spec.expressions[0].actionUnits, clip.spec.expressions[1].actionUnits, any.tp,
                       any.fp, any.fn);
        auto& sum = tables[clip.driftPxPerS][{clip.peakPx, static_cast<int>(clip.spec.fps.num)}];
        sum.micro += cell->micro;
        sum.macro += cell->macro;
        sum.anyType += any;
    }
    std::fprintf(stderr, "\n");
    for (const auto& [drift, table] : tables) {
        const auto head =
            drift > 0.0 ? fmt::format("head moving at {} px/s", drift) : std::string("still head");
        print(fmt::format("**{}: F1, type right too**", head), table, suite.ratesFps, [](const Cell& c) {
            auto both = c.micro;
            return both += c.macro;
        });
        print(fmt::format("{}: F1, interval alone", head), table, suite.ratesFps,
              [](const Cell& c) { return c.anyType; });
        print(fmt::format("{}: F1, micro", head), table, suite.ratesFps,
              [](const Cell& c) { return c.micro; });
        print(fmt::format("{}: F1, macro", head), table, suite.ratesFps,
              [](const Cell& c) { return c.macro; });
    }
    return 0;
}
