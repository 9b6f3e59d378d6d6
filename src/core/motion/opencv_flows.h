// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/optical_flow.h"

namespace mien::motion {

std::unique_ptr<OpticalFlow> makeOpencvTvl1();
std::unique_ptr<OpticalFlow> makeFarneback();
std::unique_ptr<OpticalFlow> makeDis();

} // namespace mien::motion
