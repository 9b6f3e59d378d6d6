// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/cpu/kernels.h"
#include "core/nn/spotting_engine.h"

namespace mien::nn::cpu {

/// Our own arithmetic, 1 thread at first. Results do not depend on the number of threads: windows go in
/// groups of fixed size, and what groups have summed is added in their order. `kernels`: nullptr for the
/// fastest.
std::unique_ptr<SpottingEngine> makeEngine(const SpottingShape& shape, const Kernels* kernels = nullptr);

} // namespace mien::nn::cpu
