// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/module_api.h"

namespace mien::nn::torch_side {

MienNnStatus checkDevice(const char* device, MienNnText error);
MienNnStatus spottingLogits(const MienSpottingShape* shape, const char* device, const float* parameters,
                            const float* running, const MienWindowBatch* batch, float* logits,
                            MienNnText error);
MienNnStatus spottingGradient(const MienSpottingShape* shape, const char* device, const float* parameters,
                              const MienWindowBatch* batch, MienLogitGradient lossGradient, void* context,
                              float* gradient, float* statistics, MienNnText error);

} // namespace mien::nn::torch_side
