// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/spotting_loss.h"

#include <algorithm>
#include <cmath>

namespace mien::nn {
namespace {

constexpr float kFloor = 1e-5f; // keeps the logarithms finite, as AUW-GCN has it

struct Term {
    float value = 0.0f;
    float slope = 0.0f; ///< with respect to the logit
};

/// |d|^g and its derivative with respect to |d|; powf only where g is not 1.
Term power(float size, float gamma) {
    if (gamma == 1.0f)
        return {size, 1.0f};
    if (gamma == 0.0f || size <= 0.0f)
        return {gamma == 0.0f ? 1.0f : 0.0f, 0.0f};
    const float value = std::pow(size, gamma);
    return {value, gamma * value / size};
}

/// One sigmoid output against a soft label.
Term softTerm(float logit, float label, float alpha, float gamma, float margin) {
    const float p = 1.0f / (1.0f + std::exp(-logit));
    const bool present = label > 0.0f;
    const float distance = (present ? label : label + margin) - p;
    const Term focus = power(std::abs(distance), gamma);
    const float towards = distance > 0.0f ? -1.0f : 1.0f; // of |distance| as p grows
    const float share = present ? alpha : 1.0f - alpha;
    const float inside = (present ? p : 1.0f - p) + kFloor;
    const float logarithm = std::log(inside);
    const float sign = present ? 1.0f : -1.0f;
    const float byP = -share * (focus.slope * towards * logarithm + focus.value * sign / inside);
    return {-share * focus.value * logarithm, byP * p * (1.0f - p)};
}

struct Frame {
    const float* logits;
    float* gradient; ///< nullptr: not wanted
};

double soft(const Frame& frame, int output, float label, double alpha, double weight,
            const SpottingLoss& options, double scale) {
    const Term term = softTerm(frame.logits[output], label, static_cast<float>(alpha),
                               static_cast<float>(options.gamma), static_cast<float>(options.softMargin));
    if (frame.gradient)
        frame.gradient[output] += static_cast<float>(weight * scale) * term.slope;
    return weight * static_cast<double>(term.value);
}

double edge(const Frame& frame, int first, std::size_t truth, double weight, const SpottingLoss& options,
            double scale) {
    const float* x = frame.logits + first;
    const float top = std::max({x[0], x[1], x[2]});
    std::array<float, 3> p{std::exp(x[0] - top), std::exp(x[1] - top), std::exp(x[2] - top)};
    const float sum = p[0] + p[1] + p[2];
    const float logarithm = x[truth] - top - std::log(sum);
    for (float& value : p)
        value /= sum;
    // 1 − p of the truth as the sum of the others: exact where p is close to 1.
    const float others = truth == 0 ? p[1] + p[2] : truth == 1 ? p[0] + p[2] : p[0] + p[1];
    const Term focus = power(others, static_cast<float>(options.gamma));
    const float share = static_cast<float>(options.edgeWeights[truth]);
    if (frame.gradient) {
        const float slope = share * (focus.slope * p[truth] * logarithm - focus.value);
        const float factor = static_cast<float>(weight * scale) * slope;
        for (std::size_t i = 0; i < 3; ++i)
            frame.gradient[static_cast<std::size_t>(first) + i] +=
                factor * ((i == truth ? 1.0f : 0.0f) - p[i]);
    }
    return weight * static_cast<double>(-share * focus.value * logarithm);
}

} // namespace

double spottingLoss(const SpottingLoss& options, const WindowLabels& labels, int windows, int frames,
                    std::span<const float> logits, std::span<float> gradient, int stride) {
    const auto inner = static_cast<std::size_t>(frames - 2 * labels.context);
    const auto& counted = labels.counted;
    const std::size_t count = counted.empty()
                                  ? static_cast<std::size_t>(windows) * inner
                                  : static_cast<std::size_t>(std::count_if(counted.begin(), counted.end(),
                                                                           [](auto c) { return c != 0; }));
    if (count == 0)
        return 0.0;
    const double scale = 1.0 / static_cast<double>(count), r = options.macroShare;
    double total = 0.0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(windows) * inner; ++i) {
        if (!counted.empty() && counted[i] == 0)
            continue;
        const std::size_t row = i / inner * static_cast<std::size_t>(frames) +
                                static_cast<std::size_t>(labels.context) + i % inner;
        const std::size_t at = row * static_cast<std::size_t>(stride);
        const Frame frame{&logits[at], gradient.empty() ? nullptr : &gradient[at]};
        total += edge(frame, MicroStart, labels.microEdge[i], options.microEdge, options, scale);
        total += edge(frame, MacroStart, labels.macroEdge[i], r * options.macroEdge, options, scale);
        const auto add = [&](int output, float label, double alpha, double weight) {
            total += soft(frame, output, label, alpha, weight, options, scale);
        };
        add(MicroApex, labels.microApex[i], options.apexAlpha, options.microApex);
        add(MacroApex, labels.macroApex[i], options.apexAlpha, r * options.macroApex);
        add(MicroAction, labels.microAction[i], options.actionAlpha, options.microAction);
        add(MacroAction, labels.macroAction[i], options.actionAlpha, r * options.macroAction);
    }
    return total * scale;
}

} // namespace mien::nn
