// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/cpu/kernels.h"
#include "core/nn/cpu/stages.h"

namespace mien::nn::cpu {

inline constexpr double kNormEpsilon = 1e-5; // as PyTorch has it

/// Sums over a window in double precision; merged window by window in order, whoever computed them.
struct Moments {
    double count = 0.0;
    std::vector<double> mean, squares; ///< by column: mean, sum of squared deviations
};
Moments momentsOf(const Kernels& kernels, const float* z, int rows, int columns);
void merge(Moments& into, const Moments& more); ///< Chan, Golub and LeVeque 1979

/// Sums of the gradient and of gradient × (z − mean), by column.
struct GradientSums {
    std::vector<double> sums, products;
};

/// A batch norm in training mode, as what the kernels multiply by.
struct BatchNorm {
    double count = 0.0;
    Floats mean, scale, shift; ///< y = scale z + shift
    Floats p, q, r;            ///< dL/dz = p g + q z + r
    std::vector<double> inverse;

    /// Also writes mean and unbiased variance into `statistics`.
    void forward(const Stage& stage, const Moments& moments, std::span<const float> parameters,
                 std::span<float> statistics);
    /// Also writes the gradients of scale and shift.
    void backward(const Stage& stage, const GradientSums& sums, std::span<const float> parameters,
                  std::span<float> gradient);
};

/// Zeroes g where ReLU was shut.
GradientSums maskGradient(const Kernels& kernels, const BatchNorm& norm, const float* z, float* g, int rows,
                          int columns);
void merge(GradientSums& into, const GradientSums& more);

} // namespace mien::nn::cpu
