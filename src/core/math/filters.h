// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace mien::math {

/// Standard deviation in seconds of the Gaussian whose amplitude response falls to 1/sqrt(2) at `cutoffHz`:
/// |H(f)| = exp(-2 (pi f sigma)^2), so sigma = sqrt(ln 2) / (2 pi f).
double gaussianSigmaS(double cutoffHz);

/// Zero-phase Gaussian low-pass of a uniformly sampled signal; the ends are extended by their mirror image.
/// A cut-off at or above the Nyquist frequency leaves the signal nearly as it is. sampleHz > 0, cutoffHz > 0.
std::vector<float> lowPass(std::span<const float> signal, double sampleHz, double cutoffHz);

} // namespace mien::math
