// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fairness/counterfactual.h"
#include "core/pipeline/region_graph.h"
#include "core/spotting/network_model.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace mien::pipeline {

/// What a network holds for likely in a film, and what it would hold for likely of counterfactual films:
/// enough to redraw curves and proposals under other λ without the network.
struct NetworkPrediction {
    spotting::NetworkInput film; ///< where samples lie and which can be scored; its values are emptied
    spotting::FrameProbabilities predicted; ///< P
    spotting::FrameProbabilities null;   ///< P of null frames: the film if nobody moved; empty: not asked for
    spotting::FrameProbabilities masked; ///< P_AU: all regions masked but E_f; empty: not asked for, or no
                                         ///< edge of the film's graph is directed
    RegionGraph graph;                   ///< all 0 where it was not needed
    std::string graphUsed;               ///< for people: what passed messages between the regions
};

/// Which counterfactuals to compute.
struct Counterfactuals {
    bool null = false;
    bool masked = false;
};

/// Proposals under one choice of λ.
struct CorrectedSpotting {
    spotting::FrameProbabilities corrected; ///< F of Eq. 8; P bit for bit where every λ is 0
    std::vector<annotation::Proposal> proposals;
};

/// A model, loaded once. Not to be used from two threads at once.
class NetworkSpotter {
public:
    /// `device` as nn::SpottingNetwork::create(); other than "cpu" loads LibTorch. MissingDependency without
    /// the folder, library or device; Corrupt, NotFound as readModel().
    static Result<std::unique_ptr<NetworkSpotter>> load(const std::filesystem::path& folder,
                                                        const std::string& device = "cpu");
    /// InvalidArgument where the network is not of the model's shape.
    static Result<std::unique_ptr<NetworkSpotter>> of(spotting::NetworkModel model,
                                                      std::unique_ptr<nn::SpottingNetwork> network);

    const spotting::NetworkModel& model() const { return m_model; }

    /// Film → samples → normalised → network, in pieces with context, so that memory does not grow with the
    /// film and the pieces make no difference. The factual film's graph serves the counterfactuals too: of a
    /// constant input none can be found (guide A7). InvalidArgument without a frame rate; Cancelled.
    Result<NetworkPrediction> predict(const motion::FaceMotionSeries& series, const Counterfactuals& wanted,
                                      const JobContext& job) const;

private:
    NetworkSpotter(spotting::NetworkModel model, std::unique_ptr<nn::SpottingNetwork> network)
        : m_model(std::move(model)), m_network(std::move(network)) {}

    spotting::NetworkModel m_model;
    std::unique_ptr<nn::SpottingNetwork> m_network;
};

/// The λ that a model's folder names.
fairness::Lambdas lambdasOf(const spotting::Correction& correction);

/// F and the proposals that follow from it: quick enough for a slider. InvalidArgument as
/// fairness::debiased(), also where a λ asks for P_null and it was not computed.
Result<CorrectedSpotting> correctedSpotting(const NetworkPrediction& prediction,
                                            const fairness::Lambdas& lambdas,
                                            const spotting::ProposalOptions& options,
                                            std::string_view spotter);

struct NetworkSpotting {
    NetworkPrediction prediction;
    CorrectedSpotting result;
};

struct SpotByNetworkOptions {
    std::optional<fairness::Lambdas> lambdas;           ///< absent: the model's
    std::optional<spotting::ProposalOptions> proposals; ///< absent: the model's
    bool counterfactuals = false;                       ///< compute them also where no λ asks for them
};

/// Names in each proposal the regions that moved between its onset and apex, strongest first, and what it
/// looks like (blink, head movement) as the rules would say of it.
void describe(const motion::FaceMotionSeries& series, std::vector<annotation::Proposal>& proposals);

/// spotting::proposalsOf(), described: what spotting gives, and so what thresholds, folds and λ are judged
/// by.
std::vector<annotation::Proposal> describedProposals(const spotting::FrameProbabilities& probabilities,
                                                     const spotting::NetworkInput& film,
                                                     const motion::FaceMotionSeries& series,
                                                     const spotting::ProposalOptions& options,
                                                     std::string_view spotter);

/// From a film's signals to proposals, described.
Result<NetworkSpotting> spotByNetwork(const NetworkSpotter& spotter, const motion::FaceMotionSeries& series,
                                      const SpotByNetworkOptions& options, const JobContext& job);

} // namespace mien::pipeline
