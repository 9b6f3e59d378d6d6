// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_published.h"

#include <array>

namespace mien::synthesis {

std::span<const PublishedQuality> publishedQuality() {
    static constexpr std::string_view kPaper = "EquiME paper, table 2";
    static constexpr std::string_view kTables = "means of the authors' tables per clip";
    static constexpr std::array rows{
        PublishedQuality{"SAMM", kTables, "", 39.16, 0.9171, 26.40, 7.96, 0.4755},
        PublishedQuality{"SMIC", kPaper, "", 39.94, 0.9460, 15.22, 34.47, 0.25},
        PublishedQuality{"SMIC", kTables, "", 39.08, 0.9467, 15.96, 33.63, 0.305},
        PublishedQuality{"MiE-X", kTables, "clips of 2 frames", 42.49, 0.9787, 6.98, 27.30, 0.608},
        PublishedQuality{"EquiME", kPaper, "", 41.03, 0.9684, 13.80, 14.66, 0.79},
        PublishedQuality{"EquiME", kTables, "1153 films of disgust only", 40.86, 0.9717, 13.43, 16.01, 0.794},
    };
    return rows;
}

} // namespace mien::synthesis
