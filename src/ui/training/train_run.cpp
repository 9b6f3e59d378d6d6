// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/train_run.h"

#include "core/dataset/splits.h"

#include <fmt/format.h>

#include <ctime>
#include <numeric>

namespace mien::ui {
namespace {

namespace fs = std::filesystem;

constexpr double kMeasured = 0.3; ///< share of the bar that films get

JobContext partOf(const JobContext& job, double begin, double end) {
    JobContext part = job;
    part.onProgress = [&job, begin, end](double fraction, std::string_view text) {
        job.progress(begin + (end - begin) * fraction, text);
    };
    return part;
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    return fmt::format("{:04}-{:02}-{:02}", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

SpotterScore scored(std::string name, const training::FoldScore& score, std::uint64_t seed) {
    const auto typed = [&](auto part) {
        std::vector<evaluation::SpottingCounts> bySubject;
        for (const auto& subject : score.bySubject)
            bySubject.push_back(part(subject));
        return TypeScore{part(score.counts), evaluation::f1Bounds(bySubject, 1000, seed)};
    };
    using training::TypedCounts;
    return {std::move(name),
            typed([](const TypedCounts& c) { return c.macro; }),
            typed([](const TypedCounts& c) { return c.micro; }),
            typed([](const TypedCounts& c) { return c.overall(); }),
            score.subjects,
            score.bySubject};
}

/// Folds and controls, into `run` and `out`; nothing without a trial.
Result<void> tryOut(const TrainPlan& plan, TrainedRun& run, TrainSink& sink, TrainResult& out,
                    const JobContext& job) {
    const auto& set = run.set;
    auto& folds = run.plan;
    folds.recipe = plan.recipe;
    folds.seed = plan.seed;
    if (plan.trial == Trial::None)
        return {};
    folds.folds = plan.trial == Trial::Folds ? plan.folds : 0;
    folds.folder = plan.out;
    folds.onEpoch = [&](int fold, const training::EpochRecord& record) { sink.put(fold, record); };
    folds.onFold = [&](const training::FoldResult& fold) {
        sink.putDone(fold.fold, training::scoreOf(fold.films).counts.overall());
    };
    const auto planned = training::partsOf(set, folds);
    if (!planned)
        return Unexpected(planned.error());
    std::vector<std::string> names;
    for (const auto& fold : *planned)
        names.push_back(set.peopleIn(fold.test));
    sink.setFolds(std::move(names));
    auto done = training::crossValidate(nullptr, set, folds, partOf(job, 0.0, 0.95));
    folds.onEpoch = {};
    folds.onFold = {};
    if (!done)
        return Unexpected(std::move(done).error());
    run.folds = *std::move(done);
    std::vector<training::FoldFilm> films;
    for (const auto& fold : run.folds)
        films.insert(films.end(), fold.films.begin(), fold.films.end());
    out.judged = judge(set, films);
    out.confusion = confusionOf(out.judged);
    const auto draw = [&](const std::string& name, const std::vector<training::FoldFilm>& found) {
        for (const auto type : {annotation::ExpressionType::Micro, annotation::ExpressionType::Macro})
            if (auto curve = scoreCurve(name, type, set, found); !curve.points.empty())
                out.curves.push_back(std::move(curve));
    };
    draw(plan.recipe.preset, films);
    out.scores.push_back(scored(plan.recipe.preset, training::scoreOf(films), plan.seed));
    for (const char* name : {"rules", "regular"}) {
        const auto other = training::baseline(set, name, partOf(job, 0.95, 1.0));
        if (!other)
            return Unexpected(other.error());
        out.scores.push_back(scored(name, training::scoreOf(*other), plan.seed));
        if (std::string_view(name) == "rules")
            draw(name, *other);
    }
    return {};
}

training::CardFacts factsOf(const TrainPlan& plan, const TrainResult& result) {
    training::CardFacts facts;
    facts.name = plan.out.filename().string();
    facts.description =
        "Spots micro- and macro-expressions: a graph network over the motion of 12 facial regions.";
    facts.licence = "none given";
    facts.data = plan.data;
    facts.command = plan.command;
    facts.made = today();
    facts.program = std::string("mien ") + MIEN_VERSION;
    facts.seed = plan.seed;
    if (!result.scores.empty()) {
        const std::string how =
            plan.trial == Trial::LeaveOneOut ? "leave-one-subject-out" : fmt::format("{}-fold", plan.folds);
        const auto& own = result.scores.front();
        facts.metrics = {{how + " F1 macro", own.macro.counts.f1()},
                         {how + " F1 micro", own.micro.counts.f1()},
                         {how + " F1 overall", own.overall.counts.f1()}};
    }
    return facts;
}

} // namespace

void TrainSink::setFolds(std::vector<std::string> names) {
    const std::lock_guard lock(m_mutex);
    m_news.folds = std::move(names);
}

void TrainSink::put(int fold, const training::EpochRecord& record) {
    {
        const std::lock_guard lock(m_mutex);
        m_news.epochs.emplace_back(fold, record);
    }
    if (m_epochDone)
        m_epochDone(fold, record);
}

void TrainSink::putDone(int fold, const evaluation::SpottingCounts& counts) {
    const std::lock_guard lock(m_mutex);
    m_news.done.emplace_back(fold, counts);
}

TrainNews TrainSink::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_news, {});
}

Result<TrainResult> runTraining(const TrainPlan& plan, TrainSink& sink, const JobContext& job) {
    if (plan.recipe.optimisation.selection == "oracle")
        return fail(ErrorCode::InvalidArgument,
                    "A model cannot be chosen by test subjects; set selection to validation or last.");
    std::error_code ec;
    fs::create_directories(plan.out, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, "The folder cannot be made; choose another one.",
                    plan.out.string());
    auto films = plan.films(plan.recipe, partOf(job, 0.0, kMeasured));
    if (!films)
        return Unexpected(std::move(films).error());
    auto run = std::make_shared<TrainedRun>();
    run->set = *std::move(films);
    const auto* set = &run->set;
    TrainResult out;
    out.warnings = set->warnings;
    const double tried = plan.trial == Trial::None ? kMeasured : 0.85;
    if (auto ok = tryOut(plan, *run, sink, out, partOf(job, kMeasured, tried)); !ok)
        return Unexpected(std::move(ok).error());
    training::SpotterTraining how;
    how.recipe = plan.recipe;
    how.seed = plan.seed;
    std::vector<std::size_t> all(set->films.size());
    std::iota(all.begin(), all.end(), 0);
    std::tie(how.train, how.choose) =
        training::setAside(*set, all, how.recipe.optimisation.validationShare, how.seed);
    how.checkpoint = plan.out / "checkpoint.safetensors";
    how.onEpoch = [&](const training::EpochRecord& record) { sink.put(kAllFilms, record); };
    const auto trained = training::trainSpotter(nullptr, *set, how, partOf(job, tried, 1.0));
    if (!trained)
        return Unexpected(trained.error());
    out.model = run->model = plan.out / "model";
    out.epoch = trained->epoch;
    out.epochs = static_cast<int>(trained->curve.size());
    out.films = how.train.size();
    out.setAside = how.choose.size();
    out.notes = trained->notes;
    if (!how.choose.empty())
        out.validationF1 = trained->chosenBy.overall().f1();
    if (auto ok = spotting::writeModel(out.model,
                                       training::modelFolder(*trained, *set, how, factsOf(plan, out)), true);
        !ok)
        return Unexpected(std::move(ok).error());
    fs::remove(how.checkpoint, ec);
    out.run = std::move(run);
    return out;
}

void forgetTraining(const fs::path& out, bool made) {
    std::error_code ec;
    fs::remove(out / "checkpoint.safetensors", ec);
    for (fs::directory_iterator it(out / "folds", ec), end; !ec && it != end; it.increment(ec)) {
        std::error_code ignored;
        fs::remove(it->path() / "checkpoint.safetensors", ignored);
    }
    if (made)
        fs::remove(out, ec); // only where nothing is in it
}

} // namespace mien::ui
