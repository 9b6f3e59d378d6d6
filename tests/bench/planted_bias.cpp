// SPDX-License-Identifier: GPL-3.0-or-later
// Networks are taught a link that does not hold where they are tried, and the counterfactual correction is to
// undo it. The films are never rendered: they are motion of the 12 regions as the tracker would give it,
// drawn from a model, so that the whole table takes minutes. docs/accuracy.md, "Planted bias".
#include "core/base/rng.h"
#include "core/training/debias.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ctime>
#include <numbers>
#include <numeric>

using namespace mien;
using namespace mien::training;
using annotation::ExpressionType;

namespace {

constexpr double kFps = 30.0;
constexpr std::size_t kFrames = 900;
const std::vector<std::size_t> kBrows{0, 1, 2, 3, 4, 5}, kMouth{8, 9, 10, 11};

enum class Link { Durations, Regions, Group };

/// What is linked in a set of films, and how strongly: 0 … 1.
struct Planted {
    Link link = Link::Durations;
    double strength = 0.0;
};

std::string_view attributeOf(Link link) {
    return link == Link::Durations ? "type" : link == Link::Regions ? "regions" : "group";
}

struct Drawn {
    bool micro = false;
    bool mouth = false;
};

/// Half of the subjects show expressions in the brows and half at the mouth; half are of group A, whose nose
/// tip trembles all the time, in every set: what differs is what goes with it.
struct Person {
    bool mouth = false, groupA = false;
};

Drawn drawn(const Planted& planted, const Person& who, Rng& rng) {
    double micro = 0.5;
    if (planted.link == Link::Durations)
        micro += 0.4 * planted.strength; // 0.9 at most
    if (planted.link == Link::Regions && who.mouth)
        micro *= 1.0 - planted.strength; // at the mouth nothing but macro-expressions in the end
    return {rng.uniform() < micro, who.mouth};
}

/// Expressions of 30 s: 8, or for a group linked to it up to 12 against 2.
int countOf(const Planted& planted, const Person& who) {
    if (planted.link != Link::Group)
        return 8;
    return static_cast<int>(std::lround(who.groupA ? 8 + 4 * planted.strength : 8 - 6 * planted.strength));
}

/// 0 … 1 … 0, smooth, with its height `apex` of the way.
double envelope(double at, double apex) {
    const double phase = at < apex ? 0.5 * at / apex : 0.5 + 0.5 * (at - apex) / (1.0 - apex);
    const double s = std::sin(std::numbers::pi * phase);
    return s * s;
}

/// Noise that stays a while, as a tracker's does.
class Drift {
public:
    Drift(Rng& rng, double size) : m_rng(rng), m_size(size) {}
    double next() { return m_value = 0.8 * m_value + 0.6 * m_size * m_rng.normal(); }

private:
    Rng& m_rng;
    double m_size, m_value = 0.0;
};

void move(SpottingFilm& film, std::size_t t, std::size_t region, double x, double y) {
    if (t < film.series.frames.size())
        film.series.frames[t].displacement[region] += cv::Vec2f(static_cast<float>(x), static_cast<float>(y));
}

/// Tracker's noise, a sway that the head's removal leaves over, blinks that take the brows along, skin that
/// takes its neighbours along (upper lip and middle brows), and the tremor of group A.
void nuisance(SpottingFilm& film, const Person& who, Rng& rng) {
    std::vector<Drift> x, y;
    for (int r = 0; r < motion::kRegionCount; ++r) {
        x.emplace_back(rng, 0.0012);
        y.emplace_back(rng, 0.0012);
    }
    const double sway = rng.uniform(0.1, 0.3), phase = rng.uniform(0.0, 6.0),
                 size = rng.uniform(0.002, 0.006);
    for (std::size_t t = 0; t < kFrames; ++t) {
        const double turn =
            size * std::sin(phase + 2.0 * std::numbers::pi * sway * static_cast<double>(t) / kFps);
        std::array<cv::Vec2d, motion::kRegionCount> own;
        for (std::size_t r = 0; r < own.size(); ++r)
            own[r] = {x[r].next(), y[r].next()};
        own[9] += 0.6 * (own[8] + own[10]);
        own[1] += 0.6 * (own[0] + own[2]);
        own[4] += 0.6 * (own[3] + own[5]);
        if (who.groupA)
            own[7] += cv::Vec2d(0.004 * rng.normal(), 0.008 * std::sin(1.3 * static_cast<double>(t)));
        for (std::size_t r = 0; r < own.size(); ++r)
            move(film, t, r, own[r][0] + turn, own[r][1]);
    }
    for (std::size_t at = 20 + rng.below(60); at < kFrames; at += 75 + rng.below(90)) {
        const double depth = rng.uniform(0.003, 0.008);
        for (std::size_t k = 0; k <= 8; ++k)
            for (const std::size_t r : kBrows)
                move(film, at + k, r, 0.0, depth * envelope(static_cast<double>(k) / 8.0, 0.4));
    }
}

SpottingFilm filmOf(const std::string& name, const Person& who, const Planted& planted, Rng& rng,
                    dataset::Dataset& rows) {
    SpottingFilm film;
    film.name = film.subject = name;
    film.attributes = {{"group", who.groupA ? "A" : "B"}, {"regions", who.mouth ? "mouth" : "brows"}};
    film.series.fps = kFps;
    film.series.frames.resize(kFrames);
    for (std::size_t t = 0; t < kFrames; ++t) {
        film.series.frames[t].frame = FrameIndex{static_cast<std::int64_t>(t)};
        film.series.frames[t].state = face::Scorability::Scorable;
    }
    nuisance(film, who, rng);
    const int count = countOf(planted, who);
    const double each = static_cast<double>(kFrames) / count;
    for (int k = 0; k < count; ++k) {
        const Drawn d = drawn(planted, who, rng);
        const auto length = static_cast<std::int64_t>(d.micro ? 7 + rng.below(8) : 18 + rng.below(34));
        const auto free = std::max(1.0, each - static_cast<double>(length) - 6.0);
        const auto onset = static_cast<std::int64_t>(k * each + 3.0 + rng.uniform() * free);
        const double apex = rng.uniform(0.35, 0.6);
        const double height = d.micro ? rng.uniform(0.008, 0.018) : rng.uniform(0.02, 0.05);
        for (std::int64_t i = 0; i <= length; ++i) {
            const double e = height * envelope(static_cast<double>(i) / static_cast<double>(length), apex);
            for (const std::size_t r : d.mouth ? kMouth : kBrows)
                move(film, static_cast<std::size_t>(onset + i), r,
                     r == 8    ? -0.5 * e
                     : r == 10 ? 0.5 * e
                               : 0.0,
                     -e);
        }
        const auto top = onset + std::llround(apex * static_cast<double>(length));
        film.expressions.push_back({FrameIndex{onset}, FrameIndex{top}, FrameIndex{onset + length},
                                    d.micro ? ExpressionType::Micro : ExpressionType::Macro});
        dataset::Sample sample;
        sample.subject = film.subject;
        sample.film = sample.clip = film.name;
        sample.actionUnits = d.mouth ? "12" : "1+2";
        rows.samples.push_back(sample);
    }
    rows.subjects.push_back({film.subject, film.attributes});
    return film;
}

/// `subjects` people of every kind in turn, each with one film. Streams of the same seed and number are the
/// same person with the same tremor, whatever is planted.
void addFilms(SpottingSet& set, int subjects, const Planted& planted, std::uint64_t seed,
              std::uint64_t stream) {
    for (int i = 0; i < subjects; ++i) {
        auto rng = Rng::derived(seed, stream + static_cast<std::uint64_t>(i));
        const Person who{i % 2 == 1, i / 2 % 2 == 1};
        set.films.push_back(filmOf(fmt::format("s{}", stream + static_cast<std::uint64_t>(i)), who, planted,
                                   rng, set.dataset));
    }
}

struct Figures {
    double f1 = 0.0, micro = 0.0, macro = 0.0, gap = 0.0;

    Figures& operator+=(const Figures& o) {
        f1 += o.f1, micro += o.micro, macro += o.macro, gap += o.gap;
        return *this;
    }
};

/// A network with the films that it is tried on.
struct Trial {
    TrainedSpotter trained;
    std::vector<CounterfactualFilm> choose, other, test;
    int masked = 0;
};

/// Subjects: 28 to train and choose (8 of them choose), 12 clean ones more to look for λ, 40 clean test ones.
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
    return {counts.overall().f1(), counts.micro.f1(), counts.macro.f1(), audit.gap.value_or(0.0)};
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
    bool null, masked;
};
constexpr std::array<Way, 5> kWays{{
    {"F1", false, "f1", true, true},
    {"equal odds", false, "equalised-odds", true, true},
    {"equal odds, null alone", false, "equalised-odds", true, false},
    {"equal odds, masked alone", false, "equalised-odds", false, true},
    {"equal odds, λ from clean films", true, "equalised-odds", true, true},
}};

std::string row(std::string_view name, std::string_view strength, const Figures& sum, int runs,
                const Figures* biased, const Figures* twin) {
    const double n = runs;
    std::string closed = "", cost = "";
    if (biased && twin) {
        const double planted = (biased->gap - twin->gap) / n;
        closed =
            planted >= 0.02 ? fmt::format("{:.0f} %", 100.0 * (biased->gap - sum.gap) / n / planted) : "–";
        cost = fmt::format("{:+.3f}", (sum.f1 - biased->f1) / n);
    }
    return fmt::format("| {} | {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {} | {} |\n", strength, name,
                       sum.macro / n, sum.micro / n, sum.f1 / n, sum.gap / n, closed, cost);
}

} // namespace

int main(int argc, char** argv) try {
    CLI::App app("Planted bias: networks before and after the counterfactual correction");
    int seeds = 3, epochs = 25, only = -1;
    app.add_option("--seeds", seeds, "runs of each row; figures are their means");
    app.add_option("--epochs", epochs, "of each training");
    app.add_option("--link", only, "0 durations, 1 action units, 2 group; otherwise all")
        ->check(CLI::Range(0, 2));
    CLI11_PARSE(app, argc, argv);
    auto recipe = spotting::recipePreset("causal-ex").value();
    recipe.shape.temporalWidth = 32;
    recipe.windows.length = 150;
    recipe.windows.step = 75;
    recipe.windows.onlyWithExpressions = false;
    recipe.optimisation.epochs = epochs;
    recipe.optimisation.batch = 32;
    recipe.optimisation.validationShare = 0.3;
    if (auto ok = recipe.settle(); !ok)
        throw std::runtime_error(ok.error().sentence());

    for (const auto& [link, title] :
         {std::pair{Link::Durations,
                    "Durations: share of micro-expressions in training 0.5 + 0.4 s; gap between the types"},
          std::pair{Link::Regions,
                    "Action units: the mouth moves for macro-expressions alone with s; gap between "
                    "films of brows and mouth"},
          std::pair{Link::Group,
                    "Group: A trembles and has 8 + 4 s expressions, B 8 − 6 s; gap between the groups"}}) {
        if (only >= 0 && link != static_cast<Link>(only))
            continue;
        fmt::print("\n{}\n\n| s | network | F1 macro | F1 micro | F1 | gap | closed | F1 change |\n", title);
        fmt::print("|---|---|---|---|---|---|---|---|\n");
        Figures twin;
        int masked = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            const auto world = worldOf({link, 0.0}, recipe, static_cast<std::uint64_t>(seed));
            const auto trial = trialOf(world, recipe, static_cast<std::uint64_t>(seed));
            twin += figuresOf(trial, {}, link);
            masked += trial.masked;
        }
        fmt::print("{}", row("unbiased twin", "0", twin, seeds, nullptr, nullptr));
        for (const double strength : {0.25, 0.5, 0.75, 1.0}) {
            Figures biased;
            std::array<Figures, kWays.size()> after;
            for (int seed = 1; seed <= seeds; ++seed) {
                const auto world = worldOf({link, strength}, recipe, static_cast<std::uint64_t>(seed));
                const auto trial = trialOf(world, recipe, static_cast<std::uint64_t>(seed));
                biased += figuresOf(trial, {}, link);
                for (std::size_t w = 0; w < kWays.size(); ++w) {
                    const Way& way = kWays[w];
                    after[w] += figuresOf(trial,
                                          found(trial, way.clean ? trial.other : trial.choose, link,
                                                way.objective, way.null, way.masked),
                                          link);
                }
            }
            fmt::print("{}", row("as trained", fmt::format("{}", strength), biased, seeds, nullptr, nullptr));
            for (std::size_t w = 0; w < kWays.size(); ++w)
                fmt::print("{}", row(kWays[w].name, "", after[w], seeds, &biased, &twin));
            std::fflush(stdout);
        }
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
