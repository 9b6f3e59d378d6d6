// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/spot_by_network.h"

#include "core/nn/runtime.h"
#include "core/pipeline/network_passes.h"
#include "core/spotting/lookalikes.h"

#include <fmt/format.h>

#include <cmath>

namespace mien::pipeline {
namespace {

constexpr double kLeastShown = 0.2; // % of the distance between the eyes; less is noise

bool anyAbove0(const std::array<double, fairness::kHeads>& lambdas) {
    return std::ranges::any_of(lambdas, [](double l) { return l > 0.0; });
}

/// What passed messages, in a sentence.
std::string graphSentence(const RegionGraph& graph, const spotting::NetworkModel& model) {
    const bool edges = std::ranges::any_of(graph.a, [](double v) { return v != 0.0; });
    const bool prior = std::ranges::any_of(model.prior, [](double v) { return v != 0.0; });
    const std::string directed =
        fmt::format("{} directed edge{}", graph.directedEdges, graph.directedEdges == 1 ? "" : "s");
    const std::string b = fmt::format("the prior B ({})", model.recipe.graph.prior);
    if (edges)
        return prior ? fmt::format("the film's causal graph ({}) and {}", directed, b)
                     : fmt::format("the film's causal graph ({})", directed);
    if (model.recipe.graph.film)
        return prior ? fmt::format("{} alone: the film's causal graph has no directed edge", b)
                     : "none, each region by itself: the film's causal graph has no directed edge";
    return prior ? b + " alone" : "none, each region by itself";
}

spotting::FrameProbabilities repeated(const std::vector<float>& logits, std::size_t samples) {
    const auto one = spotting::probabilitiesOf(logits);
    spotting::FrameProbabilities all;
    all.values.reserve(samples * one.values.size());
    for (std::size_t s = 0; s < samples; ++s)
        all.values.insert(all.values.end(), one.values.begin(), one.values.end());
    return all;
}

Result<std::unique_ptr<nn::SpottingNetwork>> networkOn(const std::string& device,
                                                       const nn::SpottingShape& shape) {
    if (device == "cpu")
        return nn::SpottingNetwork::create(shape, 0);
    const auto runtime = nn::Runtime::load(); // what it loaded stays
    if (!runtime)
        return Unexpected(runtime.error());
    return nn::SpottingNetwork::create(**runtime, shape, 0, device);
}

} // namespace

void describe(const motion::FaceMotionSeries& series, std::vector<annotation::Proposal>& proposals) {
    for (annotation::Proposal& p : proposals) {
        const auto& from = series.frames[static_cast<std::size_t>(p.onset.value)].displacement;
        const auto& to = series.frames[static_cast<std::size_t>(p.apex.value)].displacement;
        for (std::size_t r = 0; r < from.size(); ++r) {
            const cv::Vec2f d = to[r] - from[r];
            const double percent = 100.0 * std::hypot(static_cast<double>(d[0]), static_cast<double>(d[1]));
            if (percent >= kLeastShown)
                p.regions.push_back({std::string(motion::regions()[r].name), percent});
        }
        std::ranges::stable_sort(p.regions, std::ranges::greater{}, &annotation::RegionShare::displacement);
    }
    spotting::labelLookalikes(series, proposals);
}

std::vector<annotation::Proposal> describedProposals(const spotting::FrameProbabilities& probabilities,
                                                     const spotting::NetworkInput& film,
                                                     const motion::FaceMotionSeries& series,
                                                     const spotting::ProposalOptions& options,
                                                     std::string_view spotter) {
    auto proposals = spotting::proposalsOf(probabilities, film, options, spotter);
    describe(series, proposals);
    return proposals;
}

Result<std::unique_ptr<NetworkSpotter>> NetworkSpotter::load(const std::filesystem::path& folder,
                                                             const std::string& device) {
    auto read = spotting::readModel(folder);
    if (!read) {
        Error error = std::move(read).error();
        if (std::error_code ec; !std::filesystem::is_regular_file(folder / spotting::kModelFile, ec))
            error.code = ErrorCode::MissingDependency;
        return Unexpected(std::move(error));
    }
    auto network = networkOn(device, read->model.recipe.shape);
    if (!network)
        return Unexpected(std::move(network).error());
    if (auto fits = (*network)->setWeights(read->weights); !fits)
        return fail(ErrorCode::Corrupt,
                    "Weights and model.json are not of one model; fetch it again: " + fits.error().message,
                    (folder / spotting::kWeightsFile).string());
    return of(std::move(read->model), *std::move(network));
}

Result<std::unique_ptr<NetworkSpotter>> NetworkSpotter::of(spotting::NetworkModel model,
                                                           std::unique_ptr<nn::SpottingNetwork> network) {
    const auto channels = static_cast<std::size_t>(model.recipe.input.channels());
    if (!network || network->shape() != model.recipe.shape ||
        network->shape().channels != model.recipe.input.channels() ||
        model.normalisation.mean.size() != channels || model.normalisation.deviation.size() != channels)
        return fail(ErrorCode::InvalidArgument, "Network, input and normalisation of the model do not fit.",
                    model.name);
    return std::unique_ptr<NetworkSpotter>(new NetworkSpotter(std::move(model), std::move(network)));
}

Result<NetworkPrediction> NetworkSpotter::predict(const motion::FaceMotionSeries& series,
                                                  const Counterfactuals& wanted,
                                                  const JobContext& job) const {
    if (!(series.fps > 0.0))
        return fail(ErrorCode::InvalidArgument, "The frame rate must be above zero to spot expressions.");
    const auto& use = m_model.recipe.graph;
    m_network->setThreads(job.threadCount());
    NetworkPrediction out;
    out.film = spotting::networkInput(series, m_model.recipe.input);
    if (use.film || wanted.masked) {
        auto graph = regionGraph(series, use, job);
        if (!graph)
            return Unexpected(std::move(graph).error());
        out.graph = *std::move(graph);
    }
    out.graphUsed = graphSentence(out.graph, m_model);
    const PassGraphs graphs{messageGraph(out.graph.a, m_model.prior, use),
                            use.laterLayersPrior ? messageGraph({}, m_model.prior, use)
                                                 : std::vector<float>{}};
    const auto probabilities = [&](const spotting::NetworkInput& film,
                                   const JobContext& part) -> Result<spotting::FrameProbabilities> {
        const auto logits = passOver(*m_network, film, m_model.normalisation, graphs, part);
        if (!logits)
            return Unexpected(logits.error());
        return spotting::probabilitiesOf(*logits);
    };
    const bool masks = wanted.masked && !out.graph.essential.empty();
    const auto part = [&](double from, double share) {
        JobContext one = job;
        one.onProgress = [&job, from, share](double fraction, std::string_view text) {
            job.progress(from + share * fraction, text);
        };
        return one;
    };
    auto predicted = probabilities(out.film, part(0.0, masks ? 0.5 : 1.0));
    if (!predicted)
        return Unexpected(std::move(predicted).error());
    out.predicted = *std::move(predicted);
    if (wanted.null) {
        const auto logits = stillPass(*m_network, m_model.normalisation, graphs);
        if (!logits)
            return Unexpected(logits.error());
        out.null = repeated(*logits, out.film.samples());
    }
    if (masks) {
        auto masked = probabilities(spotting::onlyRegions(out.film, out.graph.essential), part(0.5, 0.5));
        if (!masked)
            return Unexpected(std::move(masked).error());
        out.masked = *std::move(masked);
    }
    out.film.values = {};
    return out;
}

fairness::Lambdas lambdasOf(const spotting::Correction& correction) {
    return {correction.null, correction.masked, correction.logit};
}

Result<CorrectedSpotting> correctedSpotting(const NetworkPrediction& prediction,
                                            const fairness::Lambdas& lambdas,
                                            const spotting::ProposalOptions& options,
                                            std::string_view spotter) {
    auto values = fairness::debiased(prediction.predicted.values, prediction.null.values,
                                     prediction.masked.values, lambdas);
    if (!values)
        return Unexpected(std::move(values).error());
    CorrectedSpotting out{{*std::move(values)}, {}};
    out.proposals = spotting::proposalsOf(out.corrected, prediction.film, options, spotter);
    return out;
}

Result<NetworkSpotting> spotByNetwork(const NetworkSpotter& spotter, const motion::FaceMotionSeries& series,
                                      const SpotByNetworkOptions& options, const JobContext& job) {
    const auto& model = spotter.model();
    const auto lambdas = options.lambdas.value_or(lambdasOf(model.correction));
    auto prediction = spotter.predict(series,
                                      {options.counterfactuals || anyAbove0(lambdas.null),
                                       options.counterfactuals || anyAbove0(lambdas.masked)},
                                      job);
    if (!prediction)
        return Unexpected(std::move(prediction).error());
    auto result = correctedSpotting(*prediction, lambdas, options.proposals.value_or(model.recipe.proposals),
                                    model.name);
    if (!result)
        return Unexpected(std::move(result).error());
    describe(series, result->proposals);
    return NetworkSpotting{*std::move(prediction), *std::move(result)};
}

} // namespace mien::pipeline
