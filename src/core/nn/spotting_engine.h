// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_network.h"

#include <functional>
#include <memory>
#include <span>

namespace mien::nn {

/// The arithmetic of the graph network as functions of its numbers (order: spotting_layout.h). Engines keep
/// no state that a result depends on, so two of them can be compared at any point of a training.
class SpottingEngine {
public:
    /// Given the logits, fills the gradient of the loss with respect to them, which is 0 at first.
    using LossGradient = std::function<void(std::span<const float> logits, std::span<float> gradient)>;

    virtual ~SpottingEngine() = default;

    /// Of this engine; LibTorch's are the process's (Runtime::setThreads).
    virtual void setThreads(int) {}

    /// Evaluation mode.
    virtual Result<void> logits(std::span<const float> parameters, std::span<const float> running,
                                const WindowBatch& batch, std::span<float> out) = 0;
    /// Training mode. `statistics`: mean and unbiased variance of the batch, laid out like `running`.
    virtual Result<void> gradient(std::span<const float> parameters, const WindowBatch& batch,
                                  const LossGradient& lossGradient, std::span<float> gradient,
                                  std::span<float> statistics) = 0;
};

/// LibTorch on "cpu", "cuda" or "cuda:N". MissingDependency where the device is absent.
Result<std::unique_ptr<SpottingEngine>> makeTorchEngine(const Runtime& runtime, const SpottingShape& shape,
                                                        const std::string& device);

} // namespace mien::nn
