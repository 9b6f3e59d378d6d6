// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_network.h"
#include "core/training/spotting_set.h"

namespace mien::training {

/// A film made ready for one training: normalised by its films, with labels and message graph.
struct PreparedFilm {
    std::vector<float> values; ///< samples × 12 × channels
    std::vector<float> still;  ///< what a sample without movement is, 12 × channels: beyond the film's ends
    spotting::FrameLabels labels;
    std::vector<float> graph, laterGraph; ///< 12 × 12; the later one empty where it is the same
    std::size_t samples = 0;
};

/// One window of one film as it is shown to the network.
struct ShownWindow {
    std::size_t film = 0;
    std::int64_t begin = 0; ///< first sample of the middle part
    bool mirrored = false;
    double gain = 1.0;
};

/// The numbers of a batch, gathered from its windows.
class BatchBuffer {
public:
    /// `context` samples on each side of `length`. `prepared` is indexed by ShownWindow::film.
    void gather(std::span<const ShownWindow> windows, const std::vector<PreparedFilm>& prepared,
                const spotting::WindowOptions& options, int channels);
    nn::WindowBatch batch() const;
    nn::WindowLabels labels() const;

    /// Replaces every window's graph (graphs of batches, as in the released code).
    void setGraph(std::span<const float> graph);
    /// The values of all windows, region by region: what the released code searches its graph in.
    std::span<const float> inputs() const { return m_inputs; }

private:
    int m_windows = 0, m_frames = 0, m_context = 0;
    std::vector<float> m_inputs, m_graphs, m_laterGraphs;
    std::vector<std::uint8_t> m_microEdge, m_macroEdge, m_counted;
    std::vector<float> m_microApex, m_macroApex, m_microAction, m_macroAction;
};

/// Region that a region becomes in a mirror.
int mirrored(int region);

} // namespace mien::training
