// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/options.h"
#include "core/base/result.h"
#include "core/nn/tensor.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mien::nn {

class Runtime;

/// What the network says of a frame, in the order of AUW-GCN's head: logits, before softmax over each
/// {start, end, none} and before the sigmoid of the others.
enum SpottingOutput : int {
    MicroStart,
    MicroEnd,
    MicroNone,
    MacroStart,
    MacroEnd,
    MacroNone,
    MicroApex,
    MacroApex,
    MicroAction,
    MacroAction,
    kSpottingOutputs
};

/// The graph network of AUW-GCN and Causal-Ex (Eq. 3 to 5): graph layers H' = ReLU(BN(C H W + b)) on the
/// nodes of every frame, all nodes of a frame then flattened, three convolutions over time (kernel 1; 3; 3
/// with dilation 2; no bias, BN, ReLU), and a head of 10 outputs (kernel 3, dilation 2, no bias). Length in =
/// length out, padded by zeros.
struct SpottingShape {
    int nodes = 12;
    int channels = 2;    ///< features of a node in a frame
    int graphLayers = 2; ///< AUW-GCN: 1; Causal-Ex: 2
    int graphWidth = 16;
    int temporalWidth = 64;
    bool pooling = true; ///< Causal-Ex: after each of the first two convolutions the larger of the frames
                         ///< before and behind

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.graphLayers, OptionInfo{"graph-layers", "graph convolutions", 1, 4});
        v(self.graphWidth, OptionInfo{"graph-width", "features of a node after a graph convolution", 1, 256});
        v(self.temporalWidth,
          OptionInfo{"temporal-width", "channels of the convolutions over time", 1, 1024});
        v(self.pooling, OptionInfo{"pooling", "max-pooling over time after the first two convolutions"});
    }
    Result<void> validate() const;
    /// Frames that an output depends on: 11, with pooling 15.
    int receptiveField() const;
    std::int64_t parameters() const;
    bool operator==(const SpottingShape&) const = default;
};

/// Windows of equal length with the graph of each.
struct WindowBatch {
    int windows = 0;
    int frames = 0;                     ///< of each window, context included
    std::span<const float> inputs;      ///< windows × frames × nodes × channels, normalised
    std::span<const float> graphs;      ///< windows × nodes × nodes: C; H = C X, rows gather
    std::span<const float> laterGraphs; ///< the same for all layers but the first; empty: `graphs`
};

/// What is true of the frames of a batch, context left out: windows × (frames − 2 context) each.
struct WindowLabels {
    int context = 7;
    std::span<const std::uint8_t> microEdge, macroEdge; ///< 0 start, 1 end, 2 none
    std::span<const float> microApex, macroApex;        ///< 0 … 1; 1 at the apex
    std::span<const float> microAction, macroAction;    ///< 1 from start to end
    std::span<const std::uint8_t> counted;              ///< 0: the frame counts in no loss; empty: all count
};

/// Focal losses (guide A4): defaults are AUW-GCN's.
struct SpottingLoss {
    double gamma = 1.0;
    double apexAlpha = 0.90, actionAlpha = 0.80;
    double softMargin = 0.16; ///< in |y + margin − p| of frames without apex or action
    std::array<double, 3> edgeWeights{0.45, 0.45, 0.10}; ///< start, end, none
    double microApex = 1.8, microEdge = 1.0, microAction = 0.1;
    double macroApex = 1.0, macroEdge = 1.0, macroAction = 0.1;
    double macroShare = 0.5; ///< r: 0.5 for CAS(ME)², 0.7 for SAMM
};

struct AdamW {
    double learningRate = 0.01;
    double weightDecay = 1e-4; ///< not of biases and batch norms
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    double clipNorm = 0.0; ///< largest norm of all gradients together; 0: not clipped
};

struct StepReport {
    double loss = 0.0;
    double gradientNorm = 0.0;
    /// False where loss or gradient were not finite: nothing was changed.
    bool applied = true;
};

/// A network with its optimiser. Same seed, same calls: same weights, bit for bit (on "cpu" with any number
/// of threads). Not to be used from two threads at once; different networks may.
class SpottingNetwork {
public:
    /// On the processor, by our own arithmetic; needs no LibTorch. Weights drawn as AUW-GCN does:
    /// convolutions Kaiming-normal, graph layers uniform ± 1/√out. InvalidArgument for a shape.
    static Result<std::unique_ptr<SpottingNetwork>> create(const SpottingShape& shape, std::uint64_t seed);
    /// `device`: "cpu" (as above), or by LibTorch "cuda", "cuda:N" and, to compare, "torch" (the processor).
    /// MissingDependency without the device.
    static Result<std::unique_ptr<SpottingNetwork>> create(const Runtime& runtime, const SpottingShape& shape,
                                                           std::uint64_t seed,
                                                           const std::string& device = "cpu");
    virtual ~SpottingNetwork() = default;

    virtual const SpottingShape& shape() const = 0;
    /// Threads that "cpu" uses, 1 at first; LibTorch's are set by Runtime::setThreads.
    virtual void setThreads(int threads) = 0;
    /// Parameters and the running means and variances of batch norms.
    virtual Result<TensorMap> weights() const = 0;
    /// InvalidArgument naming the first tensor that is missing, unknown, of another shape or not finite;
    /// nothing is changed then.
    virtual Result<void> setWeights(const TensorMap& weights) = 0;
    /// Moments and step count of the optimiser: with weights() all that a resumed training needs.
    virtual Result<TensorMap> optimiserState() const = 0;
    virtual Result<void> setOptimiserState(const TensorMap& state) = 0;

    /// Logits, windows × frames × 10, in evaluation mode (running statistics); padded ends included.
    virtual Result<std::vector<float>> logits(const WindowBatch& batch) const = 0;
    /// The loss in evaluation mode, without learning.
    virtual Result<double> loss(const WindowBatch& batch, const WindowLabels& labels,
                                const SpottingLoss& loss) const = 0;
    /// One step in training mode. OutOfMemory where the batch does not fit the device.
    virtual Result<StepReport> step(const WindowBatch& batch, const WindowLabels& labels,
                                    const SpottingLoss& loss, const AdamW& adam) = 0;
};

} // namespace mien::nn
