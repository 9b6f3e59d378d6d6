// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/debias.h"

#include "core/pipeline/network_passes.h"
#include "core/training/spotting_model.h"

#include <fmt/format.h>

#include <numeric>
#include <set>

namespace mien::training {
namespace {

using spotting::FrameProbabilities;

FrameProbabilities repeated(std::span<const float> logits, std::size_t samples) {
    const auto one = spotting::probabilitiesOf(logits);
    FrameProbabilities all;
    all.values.reserve(samples * one.values.size());
    for (std::size_t s = 0; s < samples; ++s)
        all.values.insert(all.values.end(), one.values.begin(), one.values.end());
    return all;
}

Result<std::unique_ptr<nn::SpottingNetwork>> networkOf(const nn::Runtime* runtime,
                                                       const TrainedSpotter& trained,
                                                       const nn::SpottingShape& shape,
                                                       const std::string& device) {
    if (device != "cpu" && !runtime)
        return fail(ErrorCode::MissingDependency, "The device “" + device + "” needs LibTorch; use cpu.");
    auto network = device == "cpu" ? nn::SpottingNetwork::create(shape, 0)
                                   : nn::SpottingNetwork::create(*runtime, shape, 0, device);
    if (!network)
        return network;
    if (auto ok = (*network)->setWeights(trained.weights); !ok)
        return Unexpected(std::move(ok).error());
    return network;
}

std::vector<fairness::TypedInterval> truthsOf(const SpottingFilm& film) {
    std::vector<fairness::TypedInterval> out;
    const FrameIndex last{film.input.filmFrames - 1};
    for (const auto& e : film.expressions)
        if (e.offset && e.onset <= last && e.onset <= *e.offset)
            out.push_back({{e.onset, std::min(*e.offset, last)}, e.type});
    return out;
}

std::vector<fairness::TypedInterval> typed(std::span<const annotation::Proposal> proposals) {
    std::vector<fairness::TypedInterval> out;
    for (const auto& p : proposals)
        if (p.looksLike.empty())
            out.push_back({{p.onset, p.offset}, p.type});
    return out;
}

/// Who is compared by subjects, not by films: names in whatever spelling.
int peopleIn(std::span<const CounterfactualFilm> films) {
    std::set<std::string> people;
    for (const auto& film : films)
        people.insert(film.film->person());
    return static_cast<int>(people.size());
}

Result<void> check(const SpottingSet& set, const spotting::SpottingRecipe& recipe,
                   const fairness::CalibrationOptions& options) {
    if (recipe.optimisation.selection != "validation")
        return fail(ErrorCode::InvalidArgument,
                    "λ is looked for on training subjects that were set aside, and with selection=" +
                        recipe.optimisation.selection + " there are none; train with selection=validation.");
    if (!options.null && !options.masked)
        return fail(ErrorCode::InvalidArgument, "Neither of the two corrections is asked for.");
    const auto& name = options.attribute;
    const bool known =
        name == "type" || name == "subject" || std::ranges::any_of(set.films, [&](const SpottingFilm& film) {
            return film.attributes.contains(name);
        });
    if (options.objective != "f1" && !known)
        return fail(ErrorCode::InvalidArgument, "No film's subject has the attribute “" + name +
                                                    "”; there are type, subject and those "
                                                    "of the dataset.");
    return {};
}

pipeline::Counterfactuals wantedBy(const fairness::CalibrationOptions& options) {
    return {options.null, options.masked};
}

} // namespace

Result<std::vector<CounterfactualFilm>>
counterfactualsOf(const nn::Runtime* runtime, const SpottingSet& set, std::span<const std::size_t> films,
                  const TrainedSpotter& trained, const spotting::SpottingRecipe& recipe,
                  const pipeline::Counterfactuals& wanted, const std::string& device) {
    auto settled = recipe;
    if (auto ok = settled.settle(); !ok)
        return Unexpected(std::move(ok).error());
    const auto network = networkOf(runtime, trained, settled.shape, device);
    if (!network)
        return Unexpected(network.error());
    std::vector<CounterfactualFilm> out;
    for (const std::size_t i : films) {
        CounterfactualFilm film{&set.films[i], {}, {}, {}};
        const auto& input = film.film->input;
        const auto graphs = graphsFor(*film.film, trained.prior, settled.graph);
        auto predicted = outputsOf(**network, input, trained.normalisation, graphs);
        if (!predicted)
            return Unexpected(std::move(predicted).error());
        film.predicted = *std::move(predicted);
        if (wanted.null) {
            const auto logits = pipeline::stillPass(**network, trained.normalisation, graphs);
            if (!logits)
                return Unexpected(logits.error());
            film.null = repeated(*logits, film.predicted.samples());
        }
        if (const auto& kept = film.film->graph.essential; wanted.masked && !kept.empty()) {
            auto masked =
                outputsOf(**network, spotting::onlyRegions(input, kept), trained.normalisation, graphs);
            if (!masked)
                return Unexpected(std::move(masked).error());
            film.masked = *std::move(masked);
        }
        out.push_back(std::move(film));
    }
    return out;
}

Result<fairness::Calibration> findLambdas(std::span<const CounterfactualFilm> films,
                                          const TrainedSpotter& trained,
                                          const fairness::CalibrationOptions& options,
                                          const JobContext& job) {
    std::vector<fairness::CalibrationFilm> known;
    for (const auto& film : films)
        known.push_back({film.film->name, film.film->person(), film.film->input.filmFrames,
                         film.film->input.filmFps, film.film->attributes, truthsOf(*film.film),
                         film.predicted.values, film.null.values, film.masked.values});
    return fairness::calibrate(
        known, options,
        [&](std::size_t i, std::span<const float> corrected) {
            const FrameProbabilities values{{corrected.begin(), corrected.end()}};
            return typed(proposalsIn(*films[i].film, values, trained.proposals, "search"));
        },
        job);
}

Result<FoldFilm> foundWith(const CounterfactualFilm& film, const TrainedSpotter& trained,
                           const fairness::Lambdas& lambdas, std::string_view spotter) {
    auto values = fairness::debiased(film.predicted.values, film.null.values, film.masked.values, lambdas);
    if (!values)
        return Unexpected(std::move(values).error());
    FoldFilm out{film.film->name,
                 film.film->subject,
                 proposalsIn(*film.film, {*std::move(values)}, trained.proposals, spotter),
                 {}};
    out.counts = countsIn(*film.film, out.proposals);
    return out;
}

fairness::AuditedFilm audited(const SpottingFilm& film, std::span<const annotation::Proposal> proposals) {
    return {film.name,       film.person(),  film.input.filmFrames, film.input.filmFps,
            film.attributes, truthsOf(film), typed(proposals)};
}

Result<Debiasing> debias(const nn::Runtime* runtime, const SpottingSet& set, const FoldPlan& plan,
                         const std::vector<FoldResult>& folds, const fairness::CalibrationOptions& options,
                         const JobContext& job) {
    if (auto ok = check(set, plan.recipe, options); !ok)
        return Unexpected(std::move(ok).error());
    const auto parts = partsOf(set, plan);
    if (!parts)
        return Unexpected(parts.error());
    Debiasing out;
    for (std::size_t k = 0; k < folds.size(); ++k) {
        const FoldResult& fold = folds[k];
        const auto at = static_cast<std::size_t>(fold.fold);
        if (fold.fold < 0 || at >= parts->size() || (*parts)[at].test.size() != fold.films.size())
            return fail(ErrorCode::InvalidArgument, "This fold is not one of the plan's.", fold.name);
        const auto& part = (*parts)[at];
        JobContext inner{job.stop, {}, job.threads};
        inner.onProgress = [&](double fraction, std::string_view) {
            job.progress((static_cast<double>(k) + fraction) / static_cast<double>(folds.size()),
                         fmt::format("Looking for λ: fold {} of {}", k + 1, folds.size()));
        };
        const auto choose = counterfactualsOf(runtime, set, part.choose, fold.trained, plan.recipe,
                                              wantedBy(options), plan.device);
        const auto test = counterfactualsOf(runtime, set, part.test, fold.trained, plan.recipe,
                                            wantedBy(options), plan.device);
        if (!choose || !test)
            return Unexpected(choose ? test.error() : choose.error());
        DebiasedFold done{fold.fold, fold.name, {}, peopleIn(*choose), static_cast<int>(test->size()), 0, {}};
        auto found = findLambdas(*choose, fold.trained, options, inner);
        if (found)
            done.calibration = *std::move(found);
        else if (found.error().code == ErrorCode::InvalidArgument)
            done.note = found.error().message;
        else
            return Unexpected(std::move(found).error());
        for (const auto& film : *test) {
            if (job.cancelled())
                return cancelled();
            done.masked += film.masked.values.empty() ? 0 : 1;
            auto before = foundWith(film, fold.trained, {}, plan.recipe.preset);
            auto after = foundWith(film, fold.trained, done.calibration.lambdas, plan.recipe.preset);
            if (!before || !after)
                return Unexpected(before ? after.error() : before.error());
            out.auditedBefore.push_back(audited(*film.film, before->proposals));
            out.auditedAfter.push_back(audited(*film.film, after->proposals));
            out.before.push_back(*std::move(before));
            out.after.push_back(*std::move(after));
        }
        out.folds.push_back(std::move(done));
    }
    return out;
}

Result<fairness::Calibration> debiasModel(const nn::Runtime* runtime, const SpottingSet& set,
                                          spotting::ModelFolder& folder,
                                          const fairness::CalibrationOptions& options,
                                          const std::string& device, const JobContext& job) {
    auto& model = folder.model;
    if (auto ok = check(set, model.recipe, options); !ok)
        return Unexpected(std::move(ok).error());
    std::vector<std::size_t> all(set.films.size());
    std::iota(all.begin(), all.end(), 0);
    const auto [train, choose] =
        setAside(set, all, model.recipe.optimisation.validationShare, model.provenance.seed);
    if (std::ssize(train) != model.provenance.films)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The model was trained on {} films, and of these it would be {}: give the "
                                "table that it was trained on.",
                                model.provenance.films, train.size()),
                    model.name);
    TrainedSpotter trained;
    trained.weights = folder.weights;
    trained.normalisation = model.normalisation;
    trained.proposals = model.recipe.proposals;
    trained.prior = model.prior;
    const auto films =
        counterfactualsOf(runtime, set, choose, trained, model.recipe, wantedBy(options), device);
    if (!films)
        return Unexpected(films.error());
    if (const int people = peopleIn(*films); people < 2)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("λ is looked for with two subjects or more, and the training set {} aside; train "
                        "with a larger validation-share.",
                        people),
            model.name);
    auto found = findLambdas(*films, trained, options, job);
    if (!found)
        return found;
    setCorrection(folder, {found->lambdas.null, found->lambdas.masked, found->lambdas.logit,
                           found->proved ? found->by : found->by + ": none proved better than 0"});
    return found;
}

} // namespace mien::training
