// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/network_passes.h"

#include <fmt/format.h>

namespace mien::pipeline {
namespace {

constexpr auto kOutputs = static_cast<std::size_t>(nn::kSpottingOutputs);

/// One sample in which nothing moves, normalised.
std::vector<float> stillSample(const spotting::Normalisation& normalisation) {
    std::vector<float> values;
    for (int node = 0; node < motion::kRegionCount; ++node)
        for (std::size_t c = 0; c < normalisation.mean.size(); ++c)
            values.push_back(static_cast<float>(-normalisation.mean[c] / normalisation.deviation[c]));
    return values;
}

/// Appends samples first … last - 1, normalised; what lies outside of the film is still.
void append(std::vector<float>& values, const spotting::NetworkInput& film,
            const spotting::Normalisation& normalisation, std::span<const float> still, std::int64_t first,
            std::int64_t last) {
    const std::size_t channels = normalisation.mean.size();
    for (std::int64_t s = first; s < last; ++s) {
        if (s < 0 || s >= static_cast<std::int64_t>(film.samples())) {
            values.insert(values.end(), still.begin(), still.end());
            continue;
        }
        const float* raw = &film.values[static_cast<std::size_t>(s) * still.size()];
        for (std::size_t i = 0; i < still.size(); i += channels)
            for (std::size_t c = 0; c < channels; ++c)
                values.push_back(static_cast<float>(
                    (static_cast<double>(raw[i + c]) - normalisation.mean[c]) / normalisation.deviation[c]));
    }
}

std::vector<float> repeated(const std::vector<float>& graph, std::size_t times) {
    std::vector<float> all;
    for (std::size_t i = 0; i < times; ++i)
        all.insert(all.end(), graph.begin(), graph.end());
    return all;
}

Result<std::vector<float>> logitsOf(const nn::SpottingNetwork& network, std::span<const float> inputs,
                                    std::size_t windows, std::int64_t frames, const PassGraphs& graphs) {
    const auto first = repeated(graphs.first, windows), later = repeated(graphs.later, windows);
    nn::WindowBatch batch;
    batch.windows = static_cast<int>(windows);
    batch.frames = static_cast<int>(frames);
    batch.inputs = inputs;
    batch.graphs = first;
    batch.laterGraphs = later;
    return network.logits(batch);
}

} // namespace

Result<std::vector<float>> passOver(const nn::SpottingNetwork& network, const spotting::NetworkInput& film,
                                    const spotting::Normalisation& normalisation, const PassGraphs& graphs,
                                    const JobContext& job, std::size_t pieceSamples) {
    const std::int64_t context = network.shape().receptiveField() / 2;
    const std::size_t piece = std::min(pieceSamples, film.samples());
    const auto frames = static_cast<std::size_t>(static_cast<std::int64_t>(piece) + 2 * context);
    const auto still = stillSample(normalisation);
    std::vector<float> all, inputs;
    all.reserve(film.samples() * kOutputs);
    for (std::size_t begin = 0; begin < film.samples(); begin += kPiecesAtOnce * piece) {
        if (job.cancelled())
            return cancelled();
        inputs.clear();
        std::size_t windows = 0;
        for (; windows < kPiecesAtOnce && begin + windows * piece < film.samples(); ++windows) {
            const auto first = static_cast<std::int64_t>(begin + windows * piece) - context;
            append(inputs, film, normalisation, still, first, first + static_cast<std::int64_t>(frames));
        }
        const auto logits = logitsOf(network, inputs, windows, static_cast<std::int64_t>(frames), graphs);
        if (!logits)
            return logits;
        for (std::size_t w = 0; w < windows; ++w) {
            const auto from =
                logits->begin() +
                static_cast<std::ptrdiff_t>((w * frames + static_cast<std::size_t>(context)) * kOutputs);
            const std::size_t count = std::min(piece, film.samples() - begin - w * piece);
            all.insert(all.end(), from, from + static_cast<std::ptrdiff_t>(count * kOutputs));
        }
        const std::size_t done = all.size() / kOutputs;
        job.progress(static_cast<double>(done) / static_cast<double>(film.samples()),
                     fmt::format("Network: sample {} of {}", done, film.samples()));
    }
    return all;
}

Result<std::vector<float>> stillPass(const nn::SpottingNetwork& network,
                                     const spotting::Normalisation& normalisation, const PassGraphs& graphs) {
    const int context = network.shape().receptiveField() / 2;
    const auto still = stillSample(normalisation);
    std::vector<float> inputs;
    for (int i = 0; i < 2 * context + 1; ++i)
        inputs.insert(inputs.end(), still.begin(), still.end());
    const auto logits = logitsOf(network, inputs, 1, 2 * context + 1, graphs);
    if (!logits)
        return logits;
    const auto from = logits->begin() + context * nn::kSpottingOutputs;
    return std::vector<float>(from, from + nn::kSpottingOutputs);
}

} // namespace mien::pipeline
