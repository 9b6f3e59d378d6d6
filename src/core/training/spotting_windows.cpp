// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/spotting_windows.h"

#include <algorithm>

namespace mien::training {
namespace {

constexpr std::size_t kRegions = motion::kRegionCount;

/// Copies a row by row matrix, in a mirror rows and columns change places.
void appendGraph(std::vector<float>& out, const std::vector<float>& graph, bool mirror) {
    for (std::size_t i = 0; i < kRegions; ++i)
        for (std::size_t j = 0; j < kRegions; ++j) {
            const auto row = mirror ? static_cast<std::size_t>(mirrored(static_cast<int>(i))) : i;
            const auto column = mirror ? static_cast<std::size_t>(mirrored(static_cast<int>(j))) : j;
            out.push_back(graph[row * kRegions + column]);
        }
}

} // namespace

int mirrored(int region) {
    static constexpr std::array<int, kRegions> other{5, 4, 3, 2, 1, 0, 6, 7, 10, 9, 8, 11};
    return other[static_cast<std::size_t>(region)];
}

void BatchBuffer::gather(std::span<const ShownWindow> windows, const std::vector<PreparedFilm>& prepared,
                         const spotting::WindowOptions& options, int channels) {
    m_windows = static_cast<int>(windows.size());
    m_context = options.context;
    m_frames = options.length + 2 * options.context;
    const auto row = kRegions * static_cast<std::size_t>(channels);
    for (auto* values :
         {&m_inputs, &m_graphs, &m_laterGraphs, &m_microApex, &m_macroApex, &m_microAction, &m_macroAction})
        values->clear();
    for (auto* values : {&m_microEdge, &m_macroEdge, &m_counted})
        values->clear();
    m_inputs.reserve(windows.size() * static_cast<std::size_t>(m_frames) * row);
    for (const auto& window : windows) {
        const auto& film = prepared[window.film];
        const auto samples = static_cast<std::int64_t>(film.samples);
        for (std::int64_t t = window.begin - m_context; t < window.begin + options.length + m_context; ++t) {
            const bool inside = t >= 0 && t < samples;
            const float* values =
                inside ? film.values.data() + static_cast<std::size_t>(t) * row : film.still.data();
            for (std::size_t r = 0; r < kRegions; ++r) {
                const auto from =
                    (window.mirrored ? static_cast<std::size_t>(mirrored(static_cast<int>(r))) : r) *
                    static_cast<std::size_t>(channels);
                for (int c = 0; c < channels; ++c) {
                    const float still = film.still[static_cast<std::size_t>(c)];
                    // Gain and mirror act on the movement itself, whose zero is `still` once it is
                    // normalised; x and y alternate.
                    float movement = values[from + static_cast<std::size_t>(c)] - still;
                    movement *= static_cast<float>(window.gain);
                    if (window.mirrored && c % 2 == 0)
                        movement = -movement;
                    m_inputs.push_back(still + movement);
                }
            }
        }
        for (std::int64_t t = window.begin; t < window.begin + options.length; ++t) {
            const bool inside = t >= 0 && t < samples;
            const auto at = static_cast<std::size_t>(inside ? t : 0);
            m_microEdge.push_back(inside ? film.labels.microEdge[at] : std::uint8_t{2});
            m_macroEdge.push_back(inside ? film.labels.macroEdge[at] : std::uint8_t{2});
            m_counted.push_back(inside ? film.labels.counted[at] : std::uint8_t{0});
            m_microApex.push_back(inside ? film.labels.microApex[at] : 0.0f);
            m_macroApex.push_back(inside ? film.labels.macroApex[at] : 0.0f);
            m_microAction.push_back(inside ? film.labels.microAction[at] : 0.0f);
            m_macroAction.push_back(inside ? film.labels.macroAction[at] : 0.0f);
        }
        appendGraph(m_graphs, film.graph, window.mirrored);
        if (!film.laterGraph.empty())
            appendGraph(m_laterGraphs, film.laterGraph, window.mirrored);
    }
}

nn::WindowBatch BatchBuffer::batch() const {
    return {m_windows, m_frames, m_inputs, m_graphs, m_laterGraphs};
}

nn::WindowLabels BatchBuffer::labels() const {
    return {m_context,   m_microEdge,   m_macroEdge,   m_microApex,
            m_macroApex, m_microAction, m_macroAction, m_counted};
}

void BatchBuffer::setGraph(std::span<const float> graph) {
    for (std::size_t w = 0; w < static_cast<std::size_t>(m_windows); ++w)
        std::ranges::copy(graph, m_graphs.begin() + static_cast<std::ptrdiff_t>(w * graph.size()));
}

} // namespace mien::training
