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

class Piece {
public:
    Piece(const spotting::NetworkInput& film, const spotting::Normalisation& normalisation)
        : m_film(film), m_normalisation(normalisation), m_still(stillSample(normalisation)) {}

    /// Samples first … last - 1, which may lie outside of the film.
    const std::vector<float>& values(std::int64_t first, std::int64_t last) {
        m_values.clear();
        const std::size_t width = m_still.size(), channels = m_normalisation.mean.size();
        for (std::int64_t s = first; s < last; ++s) {
            if (s < 0 || s >= static_cast<std::int64_t>(m_film.samples())) {
                m_values.insert(m_values.end(), m_still.begin(), m_still.end());
                continue;
            }
            const float* raw = &m_film.values[static_cast<std::size_t>(s) * width];
            for (std::size_t i = 0; i < width; ++i) {
                const std::size_t c = i % channels;
                m_values.push_back(
                    static_cast<float>((static_cast<double>(raw[i]) - m_normalisation.mean[c]) /
                                       m_normalisation.deviation[c]));
            }
        }
        return m_values;
    }

private:
    const spotting::NetworkInput& m_film;
    const spotting::Normalisation& m_normalisation;
    std::vector<float> m_still, m_values;
};

Result<std::vector<float>> logitsOf(const nn::SpottingNetwork& network, std::span<const float> inputs,
                                    std::int64_t frames, const PassGraphs& graphs) {
    nn::WindowBatch batch;
    batch.windows = 1;
    batch.frames = static_cast<int>(frames);
    batch.inputs = inputs;
    batch.graphs = graphs.first;
    batch.laterGraphs = graphs.later;
    return network.logits(batch);
}

} // namespace

Result<std::vector<float>> passOver(const nn::SpottingNetwork& network, const spotting::NetworkInput& film,
                                    const spotting::Normalisation& normalisation, const PassGraphs& graphs,
                                    const JobContext& job, std::size_t pieceSamples) {
    const std::int64_t context = network.shape().receptiveField() / 2;
    Piece piece(film, normalisation);
    std::vector<float> all;
    all.reserve(film.samples() * kOutputs);
    for (std::size_t begin = 0; begin < film.samples(); begin += pieceSamples) {
        if (job.cancelled())
            return cancelled();
        const std::size_t end = std::min(film.samples(), begin + pieceSamples);
        const std::int64_t first = static_cast<std::int64_t>(begin) - context;
        const std::int64_t last = static_cast<std::int64_t>(end) + context;
        const auto logits = logitsOf(network, piece.values(first, last), last - first, graphs);
        if (!logits)
            return logits;
        const auto from = logits->begin() + static_cast<std::ptrdiff_t>(context) * nn::kSpottingOutputs;
        all.insert(all.end(), from, from + static_cast<std::ptrdiff_t>((end - begin) * kOutputs));
        job.progress(static_cast<double>(end) / static_cast<double>(film.samples()),
                     fmt::format("Network: sample {} of {}", end, film.samples()));
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
    const auto logits = logitsOf(network, inputs, 2 * context + 1, graphs);
    if (!logits)
        return logits;
    const auto from = logits->begin() + context * nn::kSpottingOutputs;
    return std::vector<float>(from, from + nn::kSpottingOutputs);
}

} // namespace mien::pipeline
