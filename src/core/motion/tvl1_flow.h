// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/optical_flow.h"
#include "core/motion/tvl1_kernels.h"
#include "core/motion/tvl1_options.h"

namespace mien::motion {

/// Mien's own dual TV-L1 (energy of Zach, Pock, Bischof 2007; see tvl1_flow.cpp for the solver).
/// `kernels`: one of tvl1::availableKernels(), the fastest where null. Invalid options: InvalidArgument from
/// compute().
std::unique_ptr<OpticalFlow> makeTvl1(const Tvl1Options& options = {},
                                      const tvl1::Kernels* kernels = nullptr);

} // namespace mien::motion
