// SPDX-License-Identifier: GPL-3.0-or-later
// Networks are taught a link that does not hold where they are tried, and the counterfactual correction is to
// undo it. The films are never rendered: they are motion of the 12 regions as the tracker would give it,
// drawn from a model, so that the whole table takes minutes. docs/accuracy.md, "Planted bias".
#include "core/training/debias.h"
#include "planted_motion.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ctime>
#include <memory>
#include <numeric>

using namespace mien;
using namespace mien::training;
using bench::Link, bench::Planted, bench::addFilms, bench::attributeOf;

namespace {

struct Figures {
    double f1 = 0.0, gap = 0.0;
};

/// A network with the films that it is tried on.
struct Trial {
    TrainedSpotter trained;
    std::vector<CounterfactualFilm> choose, other, test;
    int masked = 0;
};

/// Subjects: 40 to train and choose (12 of them choose), 12 clean ones more to look for λ, 40 clean test
/// ones.
struct World {
    SpottingSet set;
    std::vector<std::size_t> train, choose, other, test;
};

World worldOf(const Planted& planted, const spotting::SpottingRecipe& recipe, std::uint64_t seed) {
    World world;
    world.set.dataset.name = "planted bias";
    addFilms(world.set, 40, planted, seed, 0);
    addFilms(world.set, 12, {planted.link, 0.0}, seed, 1000);
    addFilms(world.set, 40, {planted.link, 0.0}, seed, 2000);
    std::vector<std::size_t> all(40);
    std::iota(all.begin(), all.end(), 0);
    std::tie(world.train, world.choose) = setAside(world.set, all, recipe.optimisation.validationShare, seed);
    for (std::size_t i = 40; i < world.set.films.size(); ++i)
        (i < 52 ? world.other : world.test).push_back(i);
    if (auto ok = prepare(world.set, recipe, {}); !ok)
        throw std::runtime_error(ok.error().sentence());
    return world;
}

template <class T>
T must(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().sentence());
    return *std::move(result);
}

Trial trialOf(const World& world, const spotting::SpottingRecipe& recipe, std::uint64_t seed) {
    SpotterTraining training;
    training.train = world.train;
    training.choose = world.choose;
    training.recipe = recipe;
    training.seed = seed;
    Trial trial{must(trainSpotter(nullptr, world.set, training, {})), {}, {}, {}, 0};
    const auto films = [&](const std::vector<std::size_t>& which) {
        return must(counterfactualsOf(nullptr, world.set, which, trial.trained, recipe, {true, true}, "cpu"));
    };
    trial.choose = films(world.choose);
    trial.other = films(world.other);
    trial.test = films(world.test);
    trial.masked = static_cast<int>(
        std::ranges::count_if(trial.test, [](const auto& film) { return !film.masked.values.empty(); }));
    return trial;
}

Figures figuresOf(const Trial& trial, const fairness::Lambdas& lambdas, Link link) {
    TypedCounts counts;
    std::vector<fairness::AuditedFilm> films;
    for (const auto& film : trial.test) {
        const auto found = must(foundWith(film, trial.trained, lambdas, "bench"));
        counts += found.counts;
        films.push_back(audited(*film.film, found.proposals));
    }
    fairness::AuditOptions options;
    options.resamples = 0;
    const auto audit = must(fairness::audit(films, std::string(attributeOf(link)), options, {}));
    return {counts.overall().f1(), audit.gap.value_or(0.0)};
}

/// λ; none where none could be found or proved.
fairness::Lambdas found(const Trial& trial, const std::vector<CounterfactualFilm>& on, Link link,
                        std::string_view objective, bool null, bool masked) {
    fairness::CalibrationOptions options;
    options.objective = objective;
    options.attribute = attributeOf(link);
    options.null = null;
    options.masked = masked;
    options.folds = 4;
    options.rounds = 2;
    const auto result = findLambdas(on, trial.trained, options, {});
    return result ? result->lambdas : fairness::Lambdas{};
}

struct Way {
    std::string_view name;
    bool clean;
    std::string_view objective;
};
constexpr std::array<Way, 2> kWays{{
    {"λ for equal odds", false, "equalised-odds"},
    {"equal odds, λ from clean films", true, "equalised-odds"},
}};

/// The figures of one row, run by run.
struct Row {
    std::string name, strength;
    std::vector<Figures> runs;
};

struct Mean {
    double value = 0.0, error = 0.0; ///< of the mean, from the spread of the runs
};
Mean meanOf(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0.0;
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    return {mean, n > 1 ? std::sqrt(squares / (n - 1.0) / n) : 0.0};
}
Mean meanOf(const Row& row, double Figures::*field) {
    std::vector<double> values;
    for (const auto& run : row.runs)
        values.push_back(run.*field);
    return meanOf(values);
}
/// Runs of the same seed are compared with one another.
Mean difference(const Row& row, const Row& from, double Figures::*field) {
    std::vector<double> values;
    for (std::size_t i = 0; i < row.runs.size(); ++i)
        values.push_back(row.runs[i].*field - from.runs[i].*field);
    return meanOf(values);
}

std::string text(const Mean& mean, bool sign = false) {
    return fmt::format("{} ± {:.3f}",
                       sign ? fmt::format("{:+.3f}", mean.value) : fmt::format("{:.3f}", mean.value),
                       mean.error);
}

/// `biased`, `twin`: what a corrected row is compared with; null for those themselves.
void print(const Row& row, const Row* biased, const Row* twin) {
    std::string planted = "", closed = "", cost = "";
    if (twin && !biased)
        planted = text(difference(row, *twin, &Figures::gap), true);
    if (twin && biased) {
        const Mean all = difference(*biased, *twin, &Figures::gap);
        const Mean left = difference(*biased, row, &Figures::gap);
        // A gap within two standard errors of none is not there to be closed.
        closed = all.value > 2.0 * all.error ? fmt::format("{:.0f} %", 100.0 * left.value / all.value) : "–";
        cost = text(difference(row, *biased, &Figures::f1), true);
    }
    fmt::print("| {} | {} | {} | {} | {} | {} | {} |\n", row.strength, row.name,
               text(meanOf(row, &Figures::f1)), text(meanOf(row, &Figures::gap)), planted, closed, cost);
    std::fflush(stdout);
}

/// The same λ for every head of one counterfactual: what F becomes on the way from P.
constexpr std::array<double, 5> kSteps{0.0, 0.1, 0.25, 0.5, 1.0};
fairness::Lambdas everywhere(bool null, double lambda) {
    fairness::Lambdas lambdas;
    (null ? lambdas.null : lambdas.masked).fill(lambda);
    return lambdas;
}

/// How large a counterfactual is: its mean and largest value among the samples and films, at the apex heads.
struct Size {
    double sum = 0.0, largest = 0.0;
    std::int64_t count = 0;

    void add(const spotting::FrameProbabilities& p) {
        for (std::size_t i = 0; i < p.samples(); ++i)
            for (const int head : {6, 7}) {
                const auto value = static_cast<double>(p.at(i, head));
                sum += value;
                largest = std::max(largest, value);
                ++count;
            }
    }
};

/// One strength of a link, all runs.
struct Strength {
    Row biased;
    std::array<Row, kWays.size()> after;
    std::array<std::array<Row, kSteps.size()>, 2> steps; ///< of P_null, of P_AU
    std::array<Size, 3> sizes;                           ///< P, P_null, P_AU
    int kept = 0;                                        ///< λ that proved themselves, of all ways and runs
};

void run(Strength& out, Link link, double strength, const spotting::SpottingRecipe& recipe,
         std::uint64_t seed) {
    const auto world = worldOf({link, strength}, recipe, seed);
    const auto trial = trialOf(world, recipe, seed);
    out.biased.runs.push_back(figuresOf(trial, {}, link));
    for (std::size_t w = 0; w < kWays.size(); ++w) {
        const auto lambdas =
            found(trial, kWays[w].clean ? trial.other : trial.choose, link, kWays[w].objective, true, true);
        out.kept += lambdas.allZero() ? 0 : 1;
        out.after[w].runs.push_back(figuresOf(trial, lambdas, link));
    }
    for (const bool null : {true, false})
        for (std::size_t i = 0; i < kSteps.size(); ++i)
            out.steps[null ? 0 : 1][i].runs.push_back(figuresOf(trial, everywhere(null, kSteps[i]), link));
    for (const auto& film : trial.test) {
        out.sizes[0].add(film.predicted);
        out.sizes[1].add(film.null);
        out.sizes[2].add(film.masked);
    }
}

void printCurves(const std::vector<Strength>& strengths) {
    fmt::print(
        "\nF1 / gap with the same λ on all heads; mean and largest probability of an apex\n\n| s | of |");
    for (const double step : kSteps)
        fmt::print(" λ = {} |", step);
    fmt::print(" mean, largest |\n|---|---|---|---|---|---|---|---|\n");
    for (const auto& s : strengths)
        for (const std::size_t which : {0U, 1U}) {
            fmt::print("| {} | {} |", s.biased.strength, which == 0 ? "P_null" : "P_AU");
            for (const auto& row : s.steps[which])
                fmt::print(" {:.3f} / {:.3f} |", meanOf(row, &Figures::f1).value,
                           meanOf(row, &Figures::gap).value);
            const Size& size = s.sizes[which + 1];
            fmt::print(" {:.3f}, {:.3f} |\n",
                       size.sum / static_cast<double>(std::max<std::int64_t>(1, size.count)), size.largest);
        }
}

} // namespace

int main(int argc, char** argv) try {
    CLI::App app("Planted bias: networks before and after the counterfactual correction");
    int seeds = 5, epochs = 20;
    std::vector<int> only{0, 1, 2, 3};
    app.add_option("--seeds", seeds, "runs of each row; figures are their means");
    app.add_option("--epochs", epochs, "of each training");
    app.add_option("--link", only, "0 durations, 1 action units, 2 group, 3 light")->check(CLI::Range(0, 3));
    std::vector<double> strengths{0.25, 0.5, 0.75, 1.0};
    app.add_option("--strength", strengths, "of the links")->check(CLI::Range(0.0, 1.0));
    CLI11_PARSE(app, argc, argv);
    auto recipe = spotting::recipePreset("causal-ex").value();
    recipe.shape.temporalWidth = 32;
    recipe.windows.length = 150;
    recipe.windows.step = 75;
    recipe.windows.onlyWithExpressions = false;
    // Without the diagonal a region drops its own movement, and brows are then hardly found at all.
    recipe.graph.selfLoops = true;
    recipe.optimisation.epochs = epochs;
    recipe.optimisation.batch = 32;
    recipe.optimisation.validationShare = 0.3;
    if (auto ok = recipe.settle(); !ok)
        throw std::runtime_error(ok.error().sentence());

    std::vector<std::unique_ptr<World>> worlds; // trials point into them
    std::vector<Trial> twins;
    for (const auto& [link, title] :
         {std::pair{Link::Durations,
                    "Durations: share of micro-expressions in training 0.5 + 0.4 s; gap between the types"},
          std::pair{Link::Regions,
                    "Action units: the mouth moves for macro-expressions alone with s; gap between "
                    "films of brows and mouth"},
          std::pair{Link::Group,
                    "Group: A trembles and has 8 + 4 s expressions, B 8 − 6 s; gap between the groups"},
          std::pair{Link::Light, "Light: share of micro-expressions in training 0.5 + 0.5 s in dim films, "
                                 "0.5 − 0.5 s in bright ones; gap between dim and bright"}}) {
        if (std::ranges::find(only, static_cast<int>(link)) == only.end())
            continue;
        // Nothing is planted in the twins, so the links share them; but some films are dim for the last one.
        if (twins.empty() || link == Link::Light) {
            twins.clear();
            worlds.clear();
            for (int seed = 1; seed <= seeds; ++seed) {
                const auto number = static_cast<std::uint64_t>(seed);
                worlds.push_back(std::make_unique<World>(worldOf({link, 0.0}, recipe, number)));
                twins.push_back(trialOf(*worlds.back(), recipe, number));
            }
        }
        fmt::print("\n{}\n\n| s | network | F1 | gap | planted | closed | F1 change |\n", title);
        fmt::print("|---|---|---|---|---|---|---|\n");
        Row twin{"unbiased twin", "0", {}};
        int masked = 0;
        for (const auto& trial : twins) {
            twin.runs.push_back(figuresOf(trial, {}, link));
            masked += trial.masked;
        }
        print(twin, nullptr, nullptr);
        std::vector<Strength> all;
        for (const double strength : strengths) {
            Strength s;
            s.biased = {"as trained", fmt::format("{}", strength), {}};
            for (std::size_t w = 0; w < kWays.size(); ++w)
                s.after[w].name = kWays[w].name;
            for (int seed = 1; seed <= seeds; ++seed)
                run(s, link, strength, recipe, static_cast<std::uint64_t>(seed));
            print(s.biased, nullptr, &twin);
            for (const auto& row : s.after)
                print(row, &s.biased, &twin);
            fmt::print("| | λ kept in {} of {} searches | | | | | |\n", s.kept,
                       static_cast<int>(kWays.size()) * seeds);
            all.push_back(std::move(s));
        }
        printCurves(all);
        fmt::print("\nOf {} test films {} have a directed edge, so that regions can be masked.\n", 40 * seeds,
                   masked);
        std::fflush(stdout);
    }
    fmt::print("\n{:.0f} s of processor time.\n", static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
    return 0;
} catch (const std::exception& e) {
    fmt::print(stderr, "{}\n", e.what());
    return 1;
}
