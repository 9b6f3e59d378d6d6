// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/debias_work.h"

#include "core/training/spotting_model.h"

namespace mien::ui {

using training::CounterfactualFilm;

Result<std::shared_ptr<const RunPredictions>> predictRun(const TrainedRunPtr& run, const JobContext& job) {
    auto out = std::make_shared<RunPredictions>();
    out->run = run;
    if (run->folds.empty())
        return std::shared_ptr<const RunPredictions>(std::move(out));
    const auto parts = training::partsOf(run->set, run->plan);
    if (!parts)
        return Unexpected(parts.error());
    for (std::size_t k = 0; k < run->folds.size(); ++k) {
        if (job.cancelled())
            return cancelled();
        const auto& fold = run->folds[k];
        job.progress(static_cast<double>(k) / static_cast<double>(run->folds.size()), fold.name);
        auto films =
            training::counterfactualsOf(nullptr, run->set, (*parts)[static_cast<std::size_t>(fold.fold)].test,
                                        fold.trained, run->plan.recipe, {true, true}, "cpu");
        if (!films)
            return Unexpected(std::move(films).error());
        for (auto& film : *films) {
            out->films.push_back(std::move(film));
            out->foldOf.push_back(k);
        }
    }
    return std::shared_ptr<const RunPredictions>(std::move(out));
}

pipeline::NetworkPrediction predictionOf(const RunPredictions& run, std::size_t index) {
    const CounterfactualFilm& film = run.films[index];
    pipeline::NetworkPrediction out;
    out.film = film.film->input;
    out.film.values.clear();
    out.predicted = film.predicted;
    out.null = film.null;
    out.masked = film.masked;
    out.graph = film.film->graph;
    return out;
}

Result<ModelPrediction> predictFilm(const std::filesystem::path& model,
                                    const motion::FaceMotionSeries& series, const JobContext& job) {
    const auto spotter = pipeline::NetworkSpotter::load(model);
    if (!spotter)
        return Unexpected(spotter.error());
    auto film = (*spotter)->predict(series, {true, true}, job);
    if (!film)
        return Unexpected(std::move(film).error());
    return ModelPrediction{(*spotter)->model(), *std::move(film)};
}

Result<OddsChange> oddsOf(const RunPredictions& run, const fairness::Lambdas& lambdas,
                          const JobContext& job) {
    OddsChange out;
    std::vector<fairness::AuditedFilm> before, after;
    for (std::size_t i = 0; i < run.films.size(); ++i) {
        if (job.cancelled())
            return cancelled();
        const auto& film = run.films[i];
        const auto& trained = run.run->folds[run.foldOf[i]].trained;
        const auto plain = training::foundWith(film, trained, {}, "search");
        const auto corrected = training::foundWith(film, trained, lambdas, "search");
        if (!plain || !corrected)
            return Unexpected(plain ? corrected.error() : plain.error());
        out.before += plain->counts;
        out.after += corrected->counts;
        before.push_back(training::audited(*film.film, plain->proposals));
        after.push_back(training::audited(*film.film, corrected->proposals));
    }
    fairness::AuditOptions options;
    options.resamples = 0;
    for (const auto& attribute : fairness::attributesOf(before)) {
        const auto a = fairness::audit(before, attribute, options, job);
        const auto b = fairness::audit(after, attribute, options, job);
        if (!a || !b)
            return Unexpected(a ? b.error() : a.error());
        out.gaps.push_back({attribute, a->gap, b->gap});
    }
    return out;
}

Result<LambdaSearch> searchLambdas(const TrainedRunPtr& run, const fairness::CalibrationOptions& options,
                                   const JobContext& job) {
    LambdaSearch out;
    const auto part = [&job](double begin, double end) {
        JobContext one = job;
        one.onProgress = [&job, begin, end](double fraction, std::string_view text) {
            job.progress(begin + (end - begin) * fraction, text);
        };
        return one;
    };
    auto folder = spotting::readModel(run->model);
    if (!folder)
        return Unexpected(std::move(folder).error());
    const double half = run->folds.empty() ? 1.0 : 0.3;
    const auto found = training::debiasModel(nullptr, run->set, *folder, options, "cpu", part(0.0, half));
    if (found) {
        out.lambdas = found->lambdas;
        out.by = folder->model.correction.by;
    } else if (found.error().code == ErrorCode::InvalidArgument) {
        out.note = found.error().message;
    } else {
        return Unexpected(found.error());
    }
    if (run->folds.empty())
        return out;
    const auto tried = training::debias(nullptr, run->set, run->plan, run->folds, options, part(half, 1.0));
    if (!tried) {
        if (tried.error().code != ErrorCode::InvalidArgument)
            return Unexpected(tried.error());
        return out; // the note says the same
    }
    out.folds = static_cast<int>(tried->folds.size());
    for (const auto& fold : tried->folds)
        out.proved += fold.calibration.proved ? 1 : 0;
    out.f1Before = training::scoreOf(tried->before).counts.overall().f1();
    out.f1After = training::scoreOf(tried->after).counts.overall().f1();
    return out;
}

Result<void> keepLambdas(const std::filesystem::path& model, const fairness::Lambdas& lambdas,
                         const std::string& by) {
    auto folder = spotting::readModel(model);
    if (!folder)
        return Unexpected(std::move(folder).error());
    training::setCorrection(*folder, {lambdas.null, lambdas.masked, lambdas.logit, by});
    return spotting::writeModel(model, *folder, true);
}

} // namespace mien::ui
