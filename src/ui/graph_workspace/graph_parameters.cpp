// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_parameters.h"

namespace mien::ui {
namespace {

constexpr std::array kAlphas{1e-6,  1e-5,  1e-4,  2e-4,  3e-4,  5e-4,  7e-4,  0.001, 0.0015,
                             0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008, 0.009, 0.01,
                             0.012, 0.015, 0.02,  0.025, 0.03,  0.035, 0.04,  0.045, 0.05,
                             0.06,  0.07,  0.08,  0.09,  0.1,   0.12,  0.15,  0.2};

} // namespace

causal::DiscoverOptions optionsOf(const GraphParameters& parameters, int variables) {
    causal::DiscoverOptions options;
    options.fci = parameters.preset == GraphPreset::Interactive ? causal::FciOptions::interactive(variables)
                  : parameters.preset == GraphPreset::Fast      ? causal::FciOptions::fast()
                                                                : causal::FciOptions::complete();
    if (parameters.maxDepth >= 0)
        options.fci.maxDepth = parameters.maxDepth;
    options.fci.colliders = parameters.colliders;
    options.alpha = parameters.alpha;
    options.lags = parameters.lags;
    options.sampleSize =
        parameters.effectiveSamples ? causal::SampleSize::Effective : causal::SampleSize::Rows;
    return options;
}

std::span<const double> alphaSteps() {
    return kAlphas;
}

int nearestAlpha(double alpha) {
    const auto nearest = std::min_element(kAlphas.begin(), kAlphas.end(), [alpha](double a, double b) {
        return std::abs(std::log(a / alpha)) < std::abs(std::log(b / alpha));
    });
    return static_cast<int>(nearest - kAlphas.begin());
}

} // namespace mien::ui
