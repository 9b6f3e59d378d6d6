// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/spotting_folds.h"

#include "core/base/parallel.h"
#include "core/base/rng.h"
#include "core/dataset/splits.h"
#include "core/training/fold_files.h"

#include <fmt/format.h>

#include <mutex>
#include <numeric>

namespace mien::training {
namespace {

namespace fs = std::filesystem;

Result<std::vector<dataset::Fold>> foldsOf(const SpottingSet& set, const FoldPlan& plan) {
    const auto subjects = set.subjects();
    return plan.folds == 0 ? dataset::leaveOneSubjectOut(subjects)
                           : dataset::subjectFolds(subjects, plan.folds, plan.seed);
}

fs::path folderOf(const FoldPlan& plan, std::size_t fold) {
    return plan.folder / "folds" / fmt::format("{:03}", fold + 1);
}

/// Every training film with the expressions of another one, at the same seconds.
SpottingSet withShuffledLabels(const SpottingSet& set, const std::vector<std::size_t>& train,
                               std::uint64_t seed) {
    SpottingSet out = set;
    auto other = train;
    Rng rng = Rng::derived(seed, 77);
    for (std::size_t i = other.size(); i > 1; --i) // Sattolo: nobody keeps their own
        std::swap(other[i - 1], other[rng.below(i - 1)]);
    for (std::size_t k = 0; k < train.size(); ++k) {
        const auto& from = set.films[other[k]];
        auto& film = out.films[train[k]];
        const double scale = film.input.filmFps / from.input.filmFps;
        const auto moved = [&](FrameIndex frame) {
            return FrameIndex{std::min(std::llround(static_cast<double>(frame.value) * scale),
                                       static_cast<long long>(film.input.filmFrames - 1))};
        };
        film.expressions.clear();
        for (const auto& e : from.expressions)
            film.expressions.push_back({moved(e.onset), e.apex ? std::optional(moved(*e.apex)) : std::nullopt,
                                        e.offset ? std::optional(moved(*e.offset)) : std::nullopt, e.type});
    }
    return out;
}

/// Who is trained on and who chooses the epoch.
SpotterTraining trainingOf(const SpottingSet& set, const FoldPlan& plan, const dataset::Fold& fold) {
    SpotterTraining training;
    training.recipe = plan.recipe;
    training.seed = plan.seed;
    training.device = plan.device;
    const auto& how = plan.recipe.optimisation;
    std::tie(training.train, training.choose) =
        setAside(set, fold.train(), how.selection == "validation" ? how.validationShare : 0.0, plan.seed);
    if (how.selection == "oracle")
        training.choose = fold.test(); // the leak that the selection's name admits
    return training;
}

Result<FoldResult> runFold(const nn::Runtime* runtime, const SpottingSet& set, const FoldPlan& plan,
                           const dataset::Fold& fold, int number,
                           const std::function<void(const EpochRecord&)>& told, const JobContext& job) {
    const auto folder = folderOf(plan, static_cast<std::size_t>(number));
    SpotterTraining training = trainingOf(set, plan, fold);
    training.onEpoch = told;
    if (!plan.folder.empty()) {
        std::error_code ec;
        fs::create_directories(folder, ec);
        training.checkpoint = folder / "checkpoint.safetensors";
    }
    std::optional<SpottingSet> shuffled;
    if (plan.shuffledLabels)
        shuffled = withShuffledLabels(set, training.train, plan.seed);
    const SpottingSet& taught = shuffled ? *shuffled : set;
    auto trained = trainSpotter(runtime, taught, training, job);
    if (!trained)
        return Unexpected(std::move(trained).error());
    const auto spotted = spotWith(runtime, set, fold.test(), *trained, plan.recipe, plan.device);
    if (!spotted)
        return Unexpected(spotted.error());
    FoldResult out{number, fold.name(), {}, *std::move(trained)};
    for (const auto& film : *spotted) {
        FoldFilm found{film.film->name,
                       film.film->subject,
                       proposalsIn(*film.film, film.outputs, out.trained.proposals, plan.recipe.preset),
                       {}};
        found.counts = countsIn(*film.film, found.proposals);
        out.films.push_back(std::move(found));
    }
    if (!plan.folder.empty()) {
        if (auto ok = writeFold(folder, foldKey(set, training, plan.shuffledLabels), out); !ok)
            return Unexpected(std::move(ok).error());
        std::error_code ec;
        fs::remove(training.checkpoint, ec);
    }
    return out;
}

/// What the folder holds of a fold: NotFound where nothing, or of another plan.
Result<FoldResult> kept(const SpottingSet& set, const FoldPlan& plan, const dataset::Fold& fold, int number) {
    if (plan.folder.empty())
        return fail(ErrorCode::NotFound, "Nothing is kept.");
    const SpotterTraining training = trainingOf(set, plan, fold);
    return readFold(folderOf(plan, static_cast<std::size_t>(number)),
                    foldKey(set, training, plan.shuffledLabels));
}

} // namespace

Result<std::vector<FoldResult>> crossValidate(const nn::Runtime* runtime, const SpottingSet& set,
                                              const FoldPlan& plan, const JobContext& job) {
    const auto folds = foldsOf(set, plan);
    if (!folds)
        return Unexpected(folds.error());
    if (plan.only && (*plan.only < 0 || static_cast<std::size_t>(*plan.only) >= folds->size()))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("There are {} folds, numbered from 1; there is no fold {}.", folds->size(),
                                *plan.only + 1));
    std::vector<std::size_t> wanted(folds->size());
    std::iota(wanted.begin(), wanted.end(), 0);
    if (plan.only)
        wanted = {static_cast<std::size_t>(*plan.only)};
    std::vector<std::optional<FoldResult>> done(wanted.size());
    std::vector<double> fractions(wanted.size(), 0.0);
    std::mutex mutex;
    std::optional<Error> failed;
    if (runtime)
        runtime->setThreads(1); // one fold a thread; more threads inside would only wait for one another
    parallelFor(wanted.size(), job, [&](std::size_t k) {
        {
            const std::lock_guard lock(mutex);
            if (failed)
                return;
        }
        const auto number = static_cast<int>(wanted[k]);
        const auto& fold = (*folds)[wanted[k]];
        const auto people = set.peopleIn(fold.test());
        auto before = kept(set, plan, fold, number);
        JobContext inner = job;
        inner.threads = 1;
        inner.onProgress = [&](double fraction, std::string_view text) {
            const std::lock_guard lock(mutex);
            fractions[k] = std::max(fractions[k], fraction);
            job.progress(
                std::accumulate(fractions.begin(), fractions.end(), 0.0) /
                    static_cast<double>(fractions.size()),
                fmt::format("fold {} of {}, without {}: {}", number + 1, folds->size(), people, text));
        };
        auto result = before ? std::move(before)
                             : runFold(
                                   runtime, set, plan, fold, number,
                                   [&](const EpochRecord& record) {
                                       const std::lock_guard lock(mutex);
                                       if (plan.onEpoch)
                                           plan.onEpoch(number, record);
                                   },
                                   inner);
        inner.progress(1.0, "done");
        const std::lock_guard lock(mutex);
        if (result) {
            done[k] = *std::move(result);
            if (plan.onFold)
                plan.onFold(*done[k]);
        } else if (!failed)
            failed = result.error();
    });
    if (job.cancelled())
        return cancelled("Stopped; the folds that are done are kept, run it again to go on.");
    if (failed)
        return Unexpected(*failed);
    std::vector<FoldResult> out;
    for (auto& fold : done)
        out.push_back(*std::move(fold));
    return out;
}

Result<std::vector<FoldResult>> gatherFolds(const SpottingSet& set, const FoldPlan& plan,
                                            std::vector<std::string>& missing) {
    const auto folds = foldsOf(set, plan);
    if (!folds)
        return Unexpected(folds.error());
    std::vector<FoldResult> out;
    for (std::size_t i = 0; i < folds->size(); ++i) {
        auto fold = kept(set, plan, (*folds)[i], static_cast<int>(i));
        if (fold)
            out.push_back(*std::move(fold));
        else if (fold.error().code == ErrorCode::NotFound)
            missing.push_back(fmt::format("{} ({})", i + 1, set.peopleIn((*folds)[i].test())));
        else
            return Unexpected(std::move(fold).error());
    }
    return out;
}

Result<std::vector<FoldParts>> partsOf(const SpottingSet& set, const FoldPlan& plan) {
    const auto folds = foldsOf(set, plan);
    if (!folds)
        return Unexpected(folds.error());
    std::vector<FoldParts> out;
    for (const auto& fold : *folds) {
        auto training = trainingOf(set, plan, fold);
        out.push_back({fold.name(), std::move(training.train), std::move(training.choose), fold.test()});
    }
    return out;
}

FoldScore scoreOf(const std::vector<FoldFilm>& films) {
    FoldScore score;
    for (const auto& film : films) {
        score.counts += film.counts;
        const auto at = std::ranges::find(score.subjects, film.subject);
        if (at == score.subjects.end()) {
            score.subjects.push_back(film.subject);
            score.bySubject.push_back(film.counts);
        } else {
            score.bySubject[static_cast<std::size_t>(at - score.subjects.begin())] += film.counts;
        }
    }
    return score;
}

FoldScore scoreOf(const std::vector<FoldResult>& folds) {
    std::vector<FoldFilm> films;
    for (const auto& fold : folds)
        films.insert(films.end(), fold.films.begin(), fold.films.end());
    return scoreOf(films);
}

} // namespace mien::training
