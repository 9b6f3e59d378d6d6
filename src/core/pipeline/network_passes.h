// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/spotting/network_model.h"

#include <vector>

namespace mien::pipeline {

/// Samples of a piece, and how many pieces the network is handed at once, so that several threads have work:
/// a few MB.
inline constexpr std::size_t kPieceSamples = 1024, kPiecesAtOnce = 8;

/// The graphs of a film: C of the first layer and, empty for the same, of the others.
struct PassGraphs {
    std::vector<float> first, later;
};

/// Logits of every sample (samples × 10). What is in front of and behind the film is still, as in training:
/// each piece gets as many samples on both sides as the network sees, so that the pieces make no difference.
Result<std::vector<float>> passOver(const nn::SpottingNetwork& network, const spotting::NetworkInput& film,
                                    const spotting::Normalisation& normalisation, const PassGraphs& graphs,
                                    const JobContext& job, std::size_t pieceSamples = kPieceSamples);

/// Logits of any one sample (10) of a film in which nothing moves: all are alike, since what surrounds the
/// film is still too.
Result<std::vector<float>> stillPass(const nn::SpottingNetwork& network,
                                     const spotting::Normalisation& normalisation, const PassGraphs& graphs);

} // namespace mien::pipeline
