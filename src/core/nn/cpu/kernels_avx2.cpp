// SPDX-License-Identifier: GPL-3.0-or-later
#define MIEN_NN_KERNELS avx2
#define MIEN_NN_LANES 8
#define MIEN_NN_WIDE 2
#include "core/nn/cpu/kernels_impl.h"
