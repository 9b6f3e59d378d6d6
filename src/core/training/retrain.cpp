// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/retrain.h"

#include "core/base/parallel.h"
#include "core/base/rng.h"
#include "core/dataset/splits.h"
#include "core/training/learnt_from.h"
#include "core/training/spotting_checkpoint.h"

#include <fmt/format.h>

#include <mutex>
#include <numeric>
#include <set>

namespace mien::training {
namespace {

constexpr int kMostFolds = 5;
constexpr double kGentler = 0.1; ///< of the learning rate, when going on
constexpr int kEpochsWhenGoingOn = 30;
constexpr std::uint64_t kFolds = 7; ///< stream of the seed

/// The reviewed subjects that are not `known` in `count` groups of about equal size, drawn from the seed;
/// fewer than two: none.
std::vector<std::set<std::string>> groupsOf(const SpottingSet& set, const std::set<std::string>& known,
                                            int count, std::uint64_t seed) {
    std::vector<std::string> people;
    for (const auto& film : set.films)
        if (film.reviewed != 0 && !known.contains(film.person()) &&
            std::ranges::find(people, film.person()) == people.end())
            people.push_back(film.person());
    if (people.size() < 2)
        return {};
    auto rng = Rng::derived(seed, kFolds);
    for (std::size_t i = people.size(); i > 1; --i)
        std::swap(people[i - 1], people[rng.below(i)]);
    const std::size_t most = count > 0 ? static_cast<std::size_t>(count) : kMostFolds;
    std::vector<std::set<std::string>> groups(std::clamp<std::size_t>(most, 2, people.size()));
    for (std::size_t i = 0; i < people.size(); ++i)
        groups[i % groups.size()].insert(people[i]);
    return groups;
}

/// One of the trainings: all but `held`; an empty set holds nobody out.
class Part {
public:
    Part(const nn::Runtime* runtime, const SpottingSet& set, const RetrainOptions& options,
         const std::optional<SpotterTraining::Start>& start, const std::set<std::string>& held)
        : m_runtime(runtime), m_set(set), m_options(options) {
        std::vector<std::size_t> known;
        for (std::size_t i = 0; i < set.films.size(); ++i)
            if (!held.contains(set.films[i].person()))
                known.push_back(i);
            else if (set.films[i].reviewed != 0)
                m_test.push_back(i);
        training.recipe = options.recipe;
        training.seed = options.seed;
        training.device = options.device;
        training.start = start;
        const auto& how = options.recipe.optimisation;
        std::tie(training.train, training.choose) = setAside(
            set, std::move(known), how.selection == "validation" ? how.validationShare : 0.0, options.seed);
        if (!options.folder.empty()) // named by what it belongs to: after another review it is not found
            training.checkpoint =
                options.folder / (trainingKey(set, training).substr(0, 16) + ".safetensors");
    }

    Result<void> run(const JobContext& job) {
        auto done = trainSpotter(m_runtime, m_set, training, job);
        if (!done)
            return Unexpected(std::move(done).error());
        trained = *std::move(done);
        const auto spotted = spotWith(m_runtime, m_set, m_test, trained, m_options.recipe, m_options.device);
        if (!spotted)
            return Unexpected(spotted.error());
        for (const auto& film : *spotted)
            proposals.push_back(proposalsIn(*film.film, film.outputs, trained.proposals, "new"));
        return {};
    }

    const std::vector<std::size_t>& test() const { return m_test; }
    /// Who is held out, for people; empty: nobody.
    std::string without() const { return m_set.peopleIn(m_test); }

    SpotterTraining training;
    TrainedSpotter trained;
    std::vector<std::vector<annotation::Proposal>> proposals; ///< in the films of test()

private:
    const nn::Runtime* m_runtime;
    const SpottingSet& m_set;
    const RetrainOptions& m_options;
    std::vector<std::size_t> m_test;
};

/// All parts, as many at once as there are threads, each on one.
Result<void> runAll(std::vector<Part>& parts, const JobContext& job) {
    std::mutex mutex;
    std::optional<Error> failed;
    std::vector<double> fractions(parts.size(), 0.0);
    parallelFor(parts.size(), job, [&](std::size_t k) {
        {
            const std::lock_guard lock(mutex);
            if (failed)
                return;
        }
        const auto without = parts[k].without();
        JobContext inner = job;
        inner.threads = 1;
        inner.onProgress = [&, k](double fraction, std::string_view text) {
            const std::lock_guard lock(mutex);
            fractions[k] = std::max(fractions[k], fraction);
            job.progress(std::accumulate(fractions.begin(), fractions.end(), 0.0) /
                             static_cast<double>(fractions.size()),
                         without.empty() ? fmt::format("training {} of {}: {}", k + 1, parts.size(), text)
                                         : fmt::format("training {} of {}, without {}: {}", k + 1,
                                                       parts.size(), without, text));
        };
        auto ok = parts[k].run(inner);
        inner.progress(1.0, "done");
        const std::lock_guard lock(mutex);
        if (!ok && !failed)
            failed = ok.error();
    });
    if (job.cancelled())
        return cancelled("The training was stopped; the models are as they were.");
    if (failed)
        return Unexpected(*failed);
    return {};
}

spotting::SpottingRecipe usualRecipe(const pipeline::NetworkSpotter* old, bool goOn) {
    if (!old)
        return spotting::recipePreset("mien").value();
    return goOn ? recipeToGoOn(old->model()) : old->model().recipe;
}

/// The rules: none.
Result<std::unique_ptr<pipeline::NetworkSpotter>> spotterIn(const std::filesystem::path& folder) {
    return folder.empty() ? std::unique_ptr<pipeline::NetworkSpotter>()
                          : pipeline::NetworkSpotter::load(folder);
}

} // namespace

spotting::SpottingRecipe recipeToGoOn(const spotting::NetworkModel& model) {
    auto recipe = model.recipe;
    recipe.optimisation.learningRate *= kGentler;
    recipe.optimisation.epochs = std::min(recipe.optimisation.epochs, kEpochsWhenGoingOn);
    recipe.optimisation.selection = "validation";
    return recipe;
}

Result<spotting::SpottingRecipe> usualRecipe(const std::filesystem::path& old, bool goOn) {
    const auto spotter = spotterIn(old);
    if (!spotter)
        return Unexpected(spotter.error());
    return usualRecipe(spotter->get(), goOn);
}

spotting::Retrained Retraining::record(const spotting::NetworkModel* old) const {
    return heldOut ? recordOf(*heldOut, old) : recordOf(old);
}

std::string Retraining::verdict() const {
    const auto learnt =
        fmt::format("The old model has learnt from {} of the people who were reviewed", known);
    if (!heldOut)
        return known > 0 ? learnt + ", and fewer than two others are left to compare on, so nothing says "
                                    "whether the new model is better; the old one stays."
                         : "The reviewed films show fewer than two people, so nobody could be held out and "
                           "nothing says whether the new model is better; the old one stays.";
    if (known > 0)
        return comparison() + " " + learnt + "; they are not compared on.";
    return comparison();
}

std::string Retraining::comparison() const {
    const auto& o = heldOut->overall;
    const auto text =
        fmt::format("On {} people that it had not seen the new model has F1 {:.2f}, the old one {:.2f}",
                    heldOut->subjects, o.second.f1(), o.first.f1());
    const auto interval = o.differenceBounds
                              ? fmt::format(" (difference {:+.2f}, 95 % from {:+.2f} to {:+.2f})",
                                            o.difference(), o.differenceBounds->low, o.differenceBounds->high)
                              : std::string();
    if (better())
        return text + interval + ": it is better.";
    if (o.difference() > 0.0)
        return text + interval + ": that may be chance, so the old one stays unless you insist.";
    return text + interval + ": it is no better, so the old one stays unless you insist.";
}

Result<Retraining> retrain(const nn::Runtime* runtime, const SpottingSet& set,
                           const pipeline::NetworkSpotter* old, const nn::TensorMap& oldWeights,
                           const RetrainOptions& options, const JobContext& job) {
    auto settled = options.recipe;
    if (auto ok = settled.settle(); !ok)
        return Unexpected(std::move(ok).error());
    std::optional<SpotterTraining::Start> start;
    if (options.goOn && old && old->model().recipe.shape == settled.shape &&
        old->model().recipe.input == settled.input)
        start = {oldWeights, old->model().normalisation};
    const auto known =
        old ? knownPeople(set.films, old->model().provenance.learntFrom) : std::set<std::string>();
    auto groups = groupsOf(set, known, options.folds, options.seed);
    const int folds = static_cast<int>(groups.size());
    groups.emplace_back(); // the one that learns from everybody
    std::vector<Part> parts;
    for (const auto& group : groups)
        parts.emplace_back(runtime, set, options, start, group);
    if (!options.folder.empty()) {
        std::error_code ignored;
        std::filesystem::create_directories(options.folder, ignored);
    }
    if (auto ok = runAll(parts, job); !ok)
        return Unexpected(std::move(ok).error());
    Retraining out;
    out.trained = std::move(parts.back().trained);
    out.training = parts.back().training;
    out.wentOn = start.has_value();
    out.folds = folds;
    std::set<std::string> reviewed;
    for (const auto& film : set.films)
        if (film.reviewed != 0)
            reviewed.insert(film.person());
    out.known = static_cast<int>(
        std::ranges::count_if(reviewed, [&](const auto& person) { return known.contains(person); }));
    if (folds > 0) {
        std::vector<const SpottingFilm*> films;
        std::vector<std::vector<annotation::Proposal>> found;
        for (const auto& part : parts)
            for (std::size_t i = 0; i < part.test().size(); ++i) {
                films.push_back(&set.films[part.test()[i]]);
                found.push_back(part.proposals[i]);
            }
        const auto before = proposedBy(old, films, {job.stop, {}, job.threads});
        if (!before)
            return Unexpected(before.error());
        out.heldOut = compared(films, *before, found, options.seed);
        out.heldOut->known = out.known;
    }
    if (!options.folder.empty())
        for (const auto& part : parts) {
            std::error_code ignored;
            std::filesystem::remove(part.training.checkpoint, ignored);
        }
    return out;
}

Result<RetrainOutcome> retrainAndWrite(const nn::Runtime* runtime, const RetrainRequest& request,
                                       const JobContext& job) {
    if (request.reviewed.empty())
        return fail(ErrorCode::InvalidArgument,
                    "No film of the project was reviewed: take or reject proposals, add events, or mark "
                    "stretches as watched.");
    if (std::error_code ignored; std::filesystem::exists(request.out, ignored))
        return fail(ErrorCode::WriteFailed, "Something stands there already; choose another name.",
                    request.out.string());
    const auto loaded = spotterIn(request.old);
    if (!loaded)
        return Unexpected(loaded.error());
    const pipeline::NetworkSpotter* old = loaded->get();
    nn::TensorMap oldWeights;
    if (old) {
        auto folder = spotting::readModel(request.old);
        if (!folder)
            return Unexpected(std::move(folder).error());
        oldWeights = std::move(folder->weights);
    }
    auto options = request.options;
    options.recipe = request.recipe.value_or(usualRecipe(old, options.goOn));
    const auto part = [&](double from, double share) {
        JobContext some = job;
        some.onProgress = [&job, from, share](double fraction, std::string_view text) {
            job.progress(from + share * fraction, text);
        };
        return some;
    };
    const auto set =
        spottingSet(request.beside, request.reviewed, options.recipe, request.analysis, part(0.0, 0.4));
    if (!set)
        return Unexpected(set.error());
    auto result = retrain(runtime, *set, old, oldWeights, options, part(0.4, 0.6));
    if (!result)
        return Unexpected(std::move(result).error());
    auto facts = request.facts;
    facts.seed = options.seed;
    if (result->heldOut) {
        const auto& o = result->heldOut->overall;
        facts.metrics["F1 overall on reviewed people that it had not seen"] = o.second.f1();
        facts.metrics["F1 overall of what it was to replace, on the same"] = o.first.f1();
    }
    facts.retrained = result->record(old ? &old->model() : nullptr);
    facts.limits.push_back(result->verdict());
    if (result->wentOn) {
        facts.learntBefore = old->model().provenance.learntFrom;
        facts.limits.push_back("It went on from " + old->model().name +
                               ", which was trained on: " + old->model().provenance.data + ".");
    }
    facts.limits.emplace_back(
        "The network that is tried on people held out is another one than this, trained in the same way.");
    const auto folder = modelFolder(result->trained, *set, result->training, facts);
    if (auto ok = spotting::writeModel(request.out, folder); !ok)
        return Unexpected(std::move(ok).error());
    RetrainOutcome out{*std::move(result), set->warnings};
    if (old && options.goOn && !out.retraining.wentOn)
        out.warnings.push_back(fmt::format("The recipe's network has another shape or input than that of {}, "
                                           "so the training began from chance.",
                                           old->model().name));
    if (old && old->model().provenance.learntFrom.empty() && request.old != spotting::shippedModel())
        out.warnings.push_back(
            fmt::format("{} does not say whom it learnt from; where the people who were reviewed are among "
                        "them, the comparison flatters it.",
                        old->model().name));
    for (const auto& film : set->films)
        if (film.reviewed != 0) {
            ++out.films;
            out.expressions += static_cast<int>(film.expressions.size());
        }
    return out;
}

} // namespace mien::training
