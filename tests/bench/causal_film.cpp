// SPDX-License-Identifier: GPL-3.0-or-later
// A planted cause on whole films: eyebrows that rise are followed by the corners of the mouth, some frames
// later, four times in five; mouth and brows also move by themselves. Renders, measures, searches with lags
// and says which groups of regions the graph calls cause and effect.
//
//   causal_film --source portrait.png --out FOLDER [--seconds 20 60 180] [--lag 2]
#include "core/base/rng.h"
#include "core/pipeline/film_graph.h"
#include "core/synthesis/render_clip.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>
#include <set>

namespace {

using namespace mien;

struct Plan {
    synthesis::ClipSpec spec;
    int followed = 0; ///< brow movements that the mouth follows
};

Plan planOf(const std::string& source, int seconds, int lag) {
    Plan plan;
    plan.spec.source = source;
    plan.spec.fps = {25, 1};
    plan.spec.frames = 25 * seconds;
    plan.spec.name = fmt::format("planted_{}s_{}", seconds, lag);
    plan.spec.noiseSigma = 1.0;
    Rng rng(static_cast<std::uint64_t>(seconds));
    const auto add = [&](const char* units, int onset, double amount) {
        plan.spec.expressions.push_back({.actionUnits = units,
                                         .amount = amount,
                                         .onset = FrameIndex{onset},
                                         .apex = FrameIndex{onset + 6},
                                         .offset = FrameIndex{onset + 16}});
    };
    for (int t = 10; t + 60 < plan.spec.frames; t += 30 + static_cast<int>(rng.below(20))) {
        const double amount = rng.uniform(0.3, 0.8);
        const auto draw = rng.uniform();
        if (draw < 0.2) {
            add("12", t, amount); // the mouth by itself
            continue;
        }
        add("1+2", t, amount);
        if (draw < 0.84) {
            add("12", t + lag, amount);
            ++plan.followed;
        }
    }
    return plan;
}

std::string groupOf(std::string name) {
    name = name.substr(0, name.find("[t-"));
    return name.find("brow") != std::string::npos     ? "brows"
           : name.find("corner") != std::string::npos ? "mouth corners"
           : name.find("lip") != std::string::npos    ? "lips"
                                                      : "nose";
}

std::string listed(const std::map<std::string, int>& claims) {
    std::string text;
    for (const auto& [claim, count] : claims)
        text += (text.empty() ? "" : ", ") + fmt::format("{} {}×", claim, count);
    return text.empty() ? "none" : text;
}

void report(const std::string& film, int seconds, int lags, causal::SampleSize size, int followed) {
    pipeline::FilmGraphOptions options;
    options.analysis.flow = "dis";
    options.table.axes = "y";
    options.search.lags = lags;
    options.search.sampleSize = size;
    options.search.fci = causal::FciOptions::interactive(12 * (lags + 1));
    const auto found = pipeline::filmGraph(film, options, {});
    if (!found) {
        fmt::print("{}\n", found.error().sentence());
        return;
    }
    const auto& graph = found->graph.result.graph;
    std::map<std::string, int> claims;
    std::map<std::string, int> perhaps;
    int others = 0;
    for (int i = 0; i < graph.size(); ++i)
        for (const int j : graph.neighbours(i)) {
            const auto from = groupOf(graph.names()[static_cast<std::size_t>(i)]);
            const auto to = groupOf(graph.names()[static_cast<std::size_t>(j)]);
            const bool nearest = causal::Homology(found->graph.result.lagged).nearest(i, j);
            if (from == to || !nearest)
                continue;
            if (graph.isParent(i, j))
                ++claims[from + " → " + to];
            else if (graph.isArrow(i, j) && graph.isCircle(j, i))
                ++perhaps[from + " o→ " + to];
            else if (i < j && !graph.isParent(j, i) && !(graph.isArrow(j, i) && graph.isCircle(i, j)))
                ++others;
        }
    fmt::print("| {} s | {} | {} | {} | {} | {} | {} |\n", seconds, followed,
               lags > 0 ? fmt::format("{} lags", lags) : "none",
               size == causal::SampleSize::Rows ? "every row" : "effective", listed(claims), listed(perhaps),
               others);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("A planted cause on whole films");
    std::string source;
    std::string out;
    std::vector<int> lengths{20, 60, 180};
    int lag = 2;
    app.add_option("--source", source)->required();
    app.add_option("--out", out)->required();
    app.add_option("--seconds", lengths);
    app.add_option("--lag", lag);
    CLI11_PARSE(app, argc, argv);
    fmt::print("| film | followed movements | lags | samples | causes between groups (-->) | perhaps "
               "confounded (o->) | "
               "other edges between groups |\n"
               "|---|---|---|---|---|---|---|\n");
    for (const int seconds : lengths) {
        const Plan plan = planOf(source, seconds, lag);
        const auto truth = synthesis::renderClip(plan.spec, out, {}, "causal_film");
        if (!truth) {
            fmt::print("{}\n", truth.error().sentence());
            return 1;
        }
        const auto film = out + "/" + plan.spec.name + ".mp4";
        for (const int lags : {0, lag + 1})
            for (const auto size : {causal::SampleSize::Rows, causal::SampleSize::Effective})
                report(film, seconds, lags, size, plan.followed);
    }
    return 0;
}
