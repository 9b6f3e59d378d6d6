// SPDX-License-Identifier: GPL-3.0-or-later
#define MIEN_NN_KERNELS avx512
#define MIEN_NN_LANES 16
#define MIEN_NN_WIDE 4
#include "core/nn/cpu/kernels_impl.h"
