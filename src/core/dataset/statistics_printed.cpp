// SPDX-License-Identifier: GPL-3.0-or-later
// Causal-Ex, table 1: its bins and its figures, published and not reproduced.
#include "core/dataset/statistics.h"

namespace mien::dataset {

std::span<const PrintedBins> printedBins() {
    static constexpr std::array rows{
        PrintedBins{"cas",
                    30.0,
                    {30, 60},
                    {20, 40},
                    {10, 20},
                    false,
                    {"CAS(ME)²", 18.0, 82.0, {53.4, 35.5, 11.1}, {57.1, 29.0, 13.9}, {48.2, 38.2, 13.6}}},
        PrintedBins{"samm",
                    200.0,
                    {100, 300},
                    {50, 100},
                    {100, 200},
                    true,
                    {"SAMM-LV", 68.33, 31.67, {31.7, 43.2, 25.1}, {59.2, 20.3, 20.5}, {37.7, 31.7, 30.6}}},
    };
    return rows;
}

} // namespace mien::dataset
