// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/window_checks.h"

#include <algorithm>
#include <cmath>

namespace mien::nn {
namespace {

constexpr int kMostWindows = 1 << 20, kMostFrames = 1 << 20;

Unexpected wrong(const std::string& sentence) {
    return fail(ErrorCode::InvalidArgument, sentence);
}

Result<void> length(const char* what, std::size_t found, std::size_t wanted) {
    if (found == wanted)
        return {};
    return wrong(std::string("The ") + what + " of a batch are " + std::to_string(found) +
                 " numbers and should be " + std::to_string(wanted) + ".");
}

bool notNegative(std::initializer_list<double> values) {
    return std::ranges::all_of(values, [](double v) { return std::isfinite(v) && v >= 0.0; });
}

bool share(double value) {
    return value >= 0.0 && value <= 1.0;
}

} // namespace

Result<void> checkBatch(const SpottingShape& shape, const WindowBatch& batch) {
    if (batch.windows < 1 || batch.windows > kMostWindows || batch.frames < 2 || batch.frames > kMostFrames)
        return wrong(
            "A batch needs at least one window of at least two frames, and at most a million of each.");
    const auto nodes = static_cast<std::size_t>(shape.nodes);
    const std::size_t graph = static_cast<std::size_t>(batch.windows) * nodes * nodes;
    const std::size_t input = framesOf(batch) * nodes * static_cast<std::size_t>(shape.channels);
    if (auto fits = length("inputs", batch.inputs.size(), input); !fits)
        return fits;
    if (auto fits = length("graphs", batch.graphs.size(), graph); !fits)
        return fits;
    return batch.laterGraphs.empty() ? Result<void>{}
                                     : length("later graphs", batch.laterGraphs.size(), graph);
}

Result<void> checkLabels(const WindowBatch& batch, const WindowLabels& labels, const SpottingLoss& loss) {
    if (labels.context < 0 || labels.context >= (batch.frames + 1) / 2)
        return wrong("The context of " + std::to_string(labels.context) +
                     " frames leaves nothing of a window of " + std::to_string(batch.frames) + " frames.");
    const std::size_t count =
        static_cast<std::size_t>(batch.windows) * static_cast<std::size_t>(batch.frames - 2 * labels.context);
    for (const auto found : {labels.microEdge.size(), labels.macroEdge.size(), labels.microApex.size(),
                             labels.macroApex.size(), labels.microAction.size(), labels.macroAction.size()})
        if (auto fits = length("labels", found, count); !fits)
            return fits;
    if (!labels.counted.empty() && labels.counted.size() != count)
        return length("counted frames", labels.counted.size(), count);
    for (const auto& edges : {labels.microEdge, labels.macroEdge})
        if (std::ranges::any_of(edges, [](auto edge) { return edge > 2; }))
            return wrong("A start-end label is none of 0 (start), 1 (end), 2 (none).");
    for (const auto& soft : {labels.microApex, labels.macroApex, labels.microAction, labels.macroAction})
        if (!std::ranges::all_of(soft, [](float v) { return v >= 0.0f && v <= 1.0f; }))
            return wrong("An apex or action label is not between 0 and 1.");
    if (!labels.counted.empty() && std::ranges::none_of(labels.counted, [](auto c) { return c != 0; }))
        return wrong("No frame of this batch counts, so it has no loss.");
    if (!notNegative({loss.gamma, loss.softMargin, loss.edgeWeights[0], loss.edgeWeights[1],
                      loss.edgeWeights[2], loss.microApex, loss.microEdge, loss.microAction, loss.macroApex,
                      loss.macroEdge, loss.macroAction, loss.macroShare}) ||
        !share(loss.apexAlpha) || !share(loss.actionAlpha))
        return wrong("A weight of the loss is negative, not finite, or (alpha) above 1.");
    return {};
}

Result<void> check(const AdamW& adam) {
    if (notNegative({adam.learningRate, adam.weightDecay, adam.beta1, adam.beta2, adam.clipNorm}) &&
        adam.beta1 < 1.0 && adam.beta2 < 1.0 && std::isfinite(adam.epsilon) && adam.epsilon > 0.0)
        return {};
    return wrong(
        "An option of AdamW is out of range: rates and decay at least 0, betas below 1, epsilon above 0.");
}

} // namespace mien::nn
