// SPDX-License-Identifier: GPL-3.0-or-later
#define MIEN_TVL1_NAME baseline
#include "core/motion/tvl1_kernels_impl.h"
