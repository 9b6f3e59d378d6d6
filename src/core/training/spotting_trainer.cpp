// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/spotting_trainer.h"

#include "core/base/rng.h"
#include "core/training/spotting_checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace mien::training {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostRefusedSteps = 5; ///< in a row, without a finite loss
/// Streams of the seed; epochs take those from kEpochs on.
enum Stream : std::uint64_t { kSetAside = 1, kEpochs = 1000 };

template <class T>
void shuffle(std::vector<T>& items, Rng& rng) {
    for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[rng.below(i)]);
}

std::vector<spotting::FilmExpressions> expressionsOf(const SpottingSet& set,
                                                     std::span<const std::size_t> films) {
    std::vector<spotting::FilmExpressions> out;
    for (const std::size_t i : films) {
        const auto& film = set.films[i];
        out.push_back({film.expressions, film.input.rateFps / film.input.filmFps});
    }
    return out;
}

Result<std::unique_ptr<nn::SpottingNetwork>> networkFor(const nn::Runtime* runtime,
                                                        const nn::SpottingShape& shape, std::uint64_t seed,
                                                        const std::string& device) {
    if (device == "cpu")
        return nn::SpottingNetwork::create(shape, seed);
    if (!runtime)
        return fail(ErrorCode::MissingDependency,
                    "Training on “" + device + "” needs LibTorch; train on the device cpu.");
    return nn::SpottingNetwork::create(*runtime, shape, seed, device);
}

/// The loop and its state.
class Loop {
public:
    Loop(const nn::Runtime* runtime, const SpottingSet& set, const SpotterTraining& training,
         const JobContext& job)
        : m_runtime(runtime), m_set(set), m_training(training), m_recipe(training.recipe), m_job(job) {}

    Result<TrainedSpotter> run() {
        if (auto ok = m_recipe.settle(); !ok)
            return Unexpected(std::move(ok).error());
        if (auto ok = prepareFilms(); !ok)
            return Unexpected(std::move(ok).error());
        auto network = networkFor(m_runtime, m_recipe.shape, m_training.seed, m_training.device);
        if (!network)
            return Unexpected(std::move(network).error());
        m_network = *std::move(network);
        m_network->setThreads(m_job.threadCount());
        if (auto ok = begin(); !ok)
            return Unexpected(std::move(ok).error());
        while (!finished()) {
            if (m_job.cancelled())
                return cancelled();
            if (auto ok = epoch(); !ok)
                return Unexpected(std::move(ok).error());
        }
        return result();
    }

private:
    Result<void> prepareFilms() {
        std::vector<const spotting::NetworkInput*> inputs;
        for (const std::size_t i : m_training.train)
            inputs.push_back(&m_set.films[i].input);
        if (const auto channels = static_cast<std::size_t>(m_recipe.shape.channels);
            m_training.start && (m_training.start->normalisation.mean.size() != channels ||
                                 m_training.start->normalisation.deviation.size() != channels))
            return fail(ErrorCode::InvalidArgument,
                        "The model to go on from was trained on another input; train from chance instead.");
        m_out.normalisation =
            m_training.start ? m_training.start->normalisation : spotting::normalisationOf(inputs);
        auto prior = priorFor(m_set, m_training.train, m_recipe.graph);
        if (!prior)
            return Unexpected(std::move(prior).error());
        m_out.prior = *prior;
        const auto known = expressionsOf(m_set, m_training.train);
        m_out.proposals = m_recipe.limitsFromTraining ? spotting::limitsFrom(known, 0.98, m_recipe.proposals)
                                                      : m_recipe.proposals;
        noteCeiling(known);
        m_films.resize(m_set.films.size());
        for (const auto* list : {&m_training.train, &m_training.choose})
            for (const std::size_t i : *list) {
                const auto& film = m_set.films[i];
                m_films[i] = preparedFor(film, m_out.normalisation, m_out.prior, m_recipe.graph);
                m_films[i].labels =
                    spotting::frameLabels(film.input, film.expressions, m_recipe.labels, film.watched);
            }
        const auto windows = [&](const std::vector<std::size_t>& films) {
            std::vector<ShownWindow> out;
            for (const std::size_t i : films)
                for (const auto begin : spotting::windowBegins(m_films[i].labels, m_recipe.windows))
                    out.push_back({i, begin, false, 1.0});
            return out;
        };
        m_windows = windows(m_training.train);
        m_chooseWindows = windows(m_training.choose);
        if (m_windows.empty())
            return fail(ErrorCode::InvalidArgument,
                        "Nothing happens in any of the training films; there is nothing "
                        "to learn.");
        return {};
    }

    void noteCeiling(std::span<const spotting::FilmExpressions> known) {
        const auto ceiling = spotting::recallCeiling(known, m_out.proposals);
        m_out.notes.push_back(fmt::format(
            "With these lengths at most {} of {} micro- and {} of {} macro-expressions of the training "
            "films can be found.",
            ceiling.reachableMicro, ceiling.micro, ceiling.reachableMacro, ceiling.macro));
    }

    Result<void> begin() {
        m_state.key = trainingKey(m_set, m_training);
        m_state.batch = m_recipe.optimisation.batch;
        if (m_training.start)
            if (auto ok = m_network->setWeights(m_training.start->weights); !ok)
                return ok;
        if (m_training.checkpoint.empty())
            return {};
        auto kept = loadState(m_training.checkpoint, m_state.key);
        if (!kept)
            return kept.error().code == ErrorCode::NotFound
                       ? Result<void>()
                       : Result<void>(Unexpected(std::move(kept).error()));
        m_state = *std::move(kept);
        if (auto ok = m_network->setWeights(m_state.weights); !ok)
            return ok;
        if (auto ok = m_network->setOptimiserState(m_state.optimiser); !ok)
            return ok;
        if (m_training.onEpoch)
            for (const auto& record : m_state.curve)
                m_training.onEpoch(record);
        return {};
    }

    bool chooses() const { return m_recipe.optimisation.selection != "last" && !m_training.choose.empty(); }

    bool finished() const {
        return m_state.epochs >= m_recipe.optimisation.epochs ||
               (chooses() && m_state.epochs - m_state.bestEpoch >= m_recipe.optimisation.patience);
    }

    Result<void> epoch() {
        const auto& how = m_recipe.optimisation;
        auto rng = Rng::derived(m_training.seed, kEpochs + static_cast<std::uint64_t>(m_state.epochs));
        auto order = m_windows;
        shuffle(order, rng);
        for (auto& window : order) {
            window.mirrored = how.mirror && rng.below(2) == 1;
            window.gain = how.gain > 0.0 ? std::exp(rng.uniform(-1.0, 1.0) * std::log1p(how.gain)) : 1.0;
        }
        EpochRecord record;
        record.epoch = m_state.epochs + 1;
        record.learningRate = how.learningRate * std::pow(how.decay, m_state.epochs);
        record.validationLoss = record.validationF1 = kNone;
        if (auto ok = steps(order, record); !ok)
            return ok;
        auto weights = m_network->weights();
        if (!weights)
            return Unexpected(std::move(weights).error());
        if (!m_training.choose.empty())
            if (auto ok = choose(record, *weights); !ok)
                return ok;
        ++m_state.epochs;
        m_state.weights = *std::move(weights);
        m_state.curve.push_back(record);
        if (m_training.onEpoch)
            m_training.onEpoch(record);
        m_job.progress(
            static_cast<double>(m_state.epochs) / how.epochs,
            chooses()
                ? fmt::format("epoch {} of at most {}, loss {:.4f}, validation F1 {:.3f}", record.epoch,
                              how.epochs, record.trainLoss, record.validationF1)
                : fmt::format("epoch {} of {}, loss {:.4f}", record.epoch, how.epochs, record.trainLoss));
        return keep();
    }

    Result<void> keep() {
        if (m_training.checkpoint.empty())
            return {};
        auto optimiser = m_network->optimiserState();
        if (!optimiser)
            return Unexpected(std::move(optimiser).error());
        m_state.optimiser = *std::move(optimiser);
        return saveState(m_training.checkpoint, m_state);
    }

    /// One pass over the windows. Where memory does not suffice the batch is halved, and stays so.
    Result<void> steps(const std::vector<ShownWindow>& order, EpochRecord& record) {
        const auto& how = m_recipe.optimisation;
        nn::AdamW adam;
        adam.learningRate = record.learningRate;
        adam.weightDecay = how.weightDecay;
        adam.clipNorm = how.clipNorm;
        int refused = 0;
        double sum = 0.0;
        for (std::size_t at = 0; at < order.size();) {
            if (m_job.cancelled())
                return cancelled();
            const std::size_t count = std::min(static_cast<std::size_t>(m_state.batch), order.size() - at);
            m_buffer.gather(std::span(order).subspan(at, count), m_films, m_recipe.windows,
                            m_recipe.shape.channels);
            if (m_recipe.graph.film && m_recipe.graph.scope == "batch")
                if (auto ok = graphOfBatch(); !ok)
                    return ok;
            const auto step = m_network->step(m_buffer.batch(), m_buffer.labels(), loss(), adam);
            if (!step && step.error().code == ErrorCode::OutOfMemory && m_state.batch > 1) {
                m_state.batch /= 2;
                m_state.notes.push_back(
                    fmt::format("Memory did not suffice; from epoch {} on a step sees {} windows.",
                                record.epoch, m_state.batch));
                continue;
            }
            if (!step)
                return Unexpected(step.error());
            refused = step->applied ? 0 : refused + 1;
            if (refused >= kMostRefusedSteps)
                return fail(
                    ErrorCode::Internal,
                    fmt::format("The loss has not been a number for {} steps of epoch {}; lower the learning "
                                "rate and train again.",
                                refused, record.epoch));
            if (step->applied) {
                sum += step->loss * static_cast<double>(count);
                record.gradientNorm = std::max(record.gradientNorm, step->gradientNorm);
            }
            at += count;
        }
        record.trainLoss = sum / static_cast<double>(order.size());
        return {};
    }

    /// x and y of every sample of the batch, one below the other (guide A6, the released code).
    Result<void> graphOfBatch() {
        const auto channels = static_cast<std::size_t>(m_recipe.shape.channels);
        const auto row = motion::kRegionCount * channels;
        const auto inputs = m_buffer.inputs();
        const auto samples = inputs.size() / row;
        causal::Table table;
        for (const auto& region : motion::regions())
            table.names.emplace_back(region.name);
        table.values.resize(static_cast<Eigen::Index>(2 * samples), motion::kRegionCount);
        for (std::size_t t = 0; t < samples; ++t)
            for (std::size_t r = 0; r < motion::kRegionCount; ++r)
                for (std::size_t axis = 0; axis < 2; ++axis)
                    table.values(static_cast<Eigen::Index>(axis * samples + t),
                                 static_cast<Eigen::Index>(r)) =
                        static_cast<double>(inputs[t * row + r * channels + axis]);
        const auto graph = pipeline::regionGraph(table, m_recipe.graph, m_job);
        if (!graph)
            return Unexpected(graph.error());
        m_buffer.setGraph(pipeline::messageGraph(graph->a, m_out.prior, m_recipe.graph));
        return {};
    }

    nn::SpottingLoss loss() const {
        nn::SpottingLoss loss;
        loss.macroShare = m_recipe.optimisation.macroShare;
        return loss;
    }

    Result<void> choose(EpochRecord& record, const nn::TensorMap& weights) {
        double sum = 0.0;
        for (std::size_t at = 0; at < m_chooseWindows.size();) {
            const std::size_t count =
                std::min(static_cast<std::size_t>(m_state.batch), m_chooseWindows.size() - at);
            m_buffer.gather(std::span(m_chooseWindows).subspan(at, count), m_films, m_recipe.windows,
                            m_recipe.shape.channels);
            const auto value = m_network->loss(m_buffer.batch(), m_buffer.labels(), loss());
            if (!value)
                return Unexpected(value.error());
            sum += *value * static_cast<double>(count);
            at += count;
        }
        if (!m_chooseWindows.empty())
            record.validationLoss = sum / static_cast<double>(m_chooseWindows.size());
        const auto spotted = spotted_();
        if (!spotted)
            return Unexpected(spotted.error());
        record.validationF1 =
            checkFilms(*spotted, m_out.proposals, m_recipe.tuneThresholds).counts.overall().f1();
        const bool better =
            record.validationF1 > m_state.bestF1 ||
            (record.validationF1 == m_state.bestF1 && record.validationLoss < m_state.bestLoss);
        if (better) {
            m_state.bestF1 = record.validationF1;
            m_state.bestLoss = record.validationLoss;
            m_state.bestEpoch = record.epoch;
            m_state.best = weights;
        }
        return {};
    }

    Result<std::vector<SpottedFilm>> spotted_() const {
        std::vector<SpottedFilm> out;
        for (const std::size_t i : m_training.choose) {
            auto outputs = outputsOf(*m_network, m_set.films[i].input, m_out.normalisation,
                                     {m_films[i].graph, m_films[i].laterGraph});
            if (!outputs)
                return Unexpected(std::move(outputs).error());
            out.push_back({&m_set.films[i], *std::move(outputs)});
        }
        return out;
    }

    Result<TrainedSpotter> result() {
        m_out.weights = chooses() ? m_state.best : m_state.weights;
        m_out.epoch = chooses() ? m_state.bestEpoch : m_state.epochs;
        m_out.curve = m_state.curve;
        m_out.notes.insert(m_out.notes.end(), m_state.notes.begin(), m_state.notes.end());
        if (chooses() && m_state.epochs < m_recipe.optimisation.epochs)
            m_out.notes.push_back(fmt::format("Training ended after {} epochs: the last {} were no better.",
                                              m_state.epochs, m_recipe.optimisation.patience));
        if (!m_training.choose.empty()) {
            if (auto ok = m_network->setWeights(m_out.weights); !ok)
                return Unexpected(std::move(ok).error());
            const auto spotted = spotted_();
            if (!spotted)
                return Unexpected(spotted.error());
            const auto check = checkFilms(*spotted, m_out.proposals, m_recipe.tuneThresholds);
            m_out.proposals = check.options;
            m_out.chosenBy = check.counts;
        }
        return std::move(m_out);
    }

    const nn::Runtime* m_runtime;
    const SpottingSet& m_set;
    const SpotterTraining& m_training;
    spotting::SpottingRecipe m_recipe;
    const JobContext& m_job;
    std::unique_ptr<nn::SpottingNetwork> m_network;
    std::vector<PreparedFilm> m_films; ///< by index in the set; only those of this training are filled
    std::vector<ShownWindow> m_windows, m_chooseWindows;
    BatchBuffer m_buffer;
    TrainingState m_state;
    TrainedSpotter m_out;
};

} // namespace

std::pair<std::vector<std::size_t>, std::vector<std::size_t>>
setAside(const SpottingSet& set, std::vector<std::size_t> train, double share, std::uint64_t seed) {
    std::vector<std::string> people;
    std::set<std::string> seen;
    for (const std::size_t i : train)
        if (const auto key = set.films[i].person(); seen.insert(key).second)
            people.push_back(key);
    if (share <= 0.0 || people.size() < 2)
        return {std::move(train), {}};
    auto rng = Rng::derived(seed, kSetAside);
    shuffle(people, rng);
    const auto count = std::clamp<std::size_t>(
        static_cast<std::size_t>(std::lround(share * static_cast<double>(people.size()))), 1,
        people.size() - 1);
    const std::set<std::string> chosen(people.begin(), people.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<std::size_t> rest, choose;
    for (const std::size_t i : train)
        (chosen.contains(set.films[i].person()) ? choose : rest).push_back(i);
    return {std::move(rest), std::move(choose)};
}

pipeline::PassGraphs graphsFor(const SpottingFilm& film, const pipeline::RegionMatrix& prior,
                               const spotting::GraphUse& use) {
    pipeline::PassGraphs graphs{pipeline::messageGraph(film.graph.a, prior, use), {}};
    if (use.laterLayersPrior)
        graphs.later = pipeline::messageGraph({}, prior, use);
    return graphs;
}

PreparedFilm preparedFor(const SpottingFilm& film, const spotting::Normalisation& normalisation,
                         const pipeline::RegionMatrix& prior, const spotting::GraphUse& use) {
    PreparedFilm out;
    out.samples = film.input.samples();
    out.values = spotting::normalised(film.input, normalisation);
    const auto channels = static_cast<std::size_t>(film.input.channels);
    for (std::size_t i = 0; i < motion::kRegionCount * channels; ++i)
        out.still.push_back(static_cast<float>((0.0 - normalisation.mean[i % channels]) /
                                               normalisation.deviation[i % channels]));
    auto graphs = graphsFor(film, prior, use);
    out.graph = std::move(graphs.first);
    out.laterGraph = std::move(graphs.later);
    return out;
}

Result<TrainedSpotter> trainSpotter(const nn::Runtime* runtime, const SpottingSet& set,
                                    const SpotterTraining& training, const JobContext& job) {
    return Loop(runtime, set, training, job).run();
}

Result<std::vector<SpottedFilm>> spotWith(const nn::Runtime* runtime, const SpottingSet& set,
                                          std::span<const std::size_t> films, const TrainedSpotter& trained,
                                          const spotting::SpottingRecipe& recipe, const std::string& device) {
    auto settled = recipe;
    if (auto ok = settled.settle(); !ok)
        return Unexpected(std::move(ok).error());
    auto network = networkFor(runtime, settled.shape, 0, device);
    if (!network)
        return Unexpected(std::move(network).error());
    if (auto ok = (*network)->setWeights(trained.weights); !ok)
        return Unexpected(std::move(ok).error());
    std::vector<SpottedFilm> out;
    for (const std::size_t i : films) {
        auto outputs = outputsOf(**network, set.films[i].input, trained.normalisation,
                                 graphsFor(set.films[i], trained.prior, settled.graph));
        if (!outputs)
            return Unexpected(std::move(outputs).error());
        out.push_back({&set.films[i], *std::move(outputs)});
    }
    return out;
}

} // namespace mien::training
