// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/adamw.h"

#include <cmath>

namespace mien::nn {

void adamStep(const AdamW& options, const SpottingLayout& layout, std::span<float> parameters,
              std::span<float> gradient, double gradientNorm, AdamMoments& moments) {
    if (options.clipNorm > 0.0 && gradientNorm > options.clipNorm)
        for (float& g : gradient)
            g *= static_cast<float>(options.clipNorm / gradientNorm);
    ++moments.steps;
    const auto steps = static_cast<double>(moments.steps);
    const double firstCorrection = 1.0 - std::pow(options.beta1, steps);
    const double secondCorrection = 1.0 - std::pow(options.beta2, steps);
    const auto stride = static_cast<float>(options.learningRate / firstCorrection);
    const auto root = static_cast<float>(1.0 / std::sqrt(secondCorrection));
    const auto epsilon = static_cast<float>(options.epsilon);
    const auto beta1 = static_cast<float>(options.beta1), beta2 = static_cast<float>(options.beta2);
    const auto fresh1 = static_cast<float>(1.0 - options.beta1),
               fresh2 = static_cast<float>(1.0 - options.beta2);
    for (const auto& slot : layout.parameters) {
        const auto kept =
            slot.decays ? static_cast<float>(1.0 - options.learningRate * options.weightDecay) : 1.0f;
        for (std::size_t i = slot.offset; i < slot.offset + slot.count; ++i) {
            float& m = moments.first[i];
            float& v = moments.second[i];
            m = beta1 * m + fresh1 * gradient[i];
            v = beta2 * v + fresh2 * gradient[i] * gradient[i];
            parameters[i] = kept * parameters[i] - stride * m / (std::sqrt(v) * root + epsilon);
        }
    }
}

} // namespace mien::nn
