// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/result.h"

#include <string_view>
#include <vector>

namespace mien::synthesis {

/// One action unit of a code to be rendered, e.g. the "L12B" of "L12B+25".
struct PlantedUnit {
    int number = 0;
    annotation::Side side = annotation::Side::Bilateral; ///< Bilateral, Left or Right (the subject's)
    annotation::Intensity intensity = annotation::Intensity::Unscored;

    bool operator==(const PlantedUnit&) const = default;
};

/// Units joined by '+' or ',': [AU][L|R]number[A-E]. This is the unambiguous part of FACS notation that can
/// be rendered; the error's sentence names the unit that cannot and lists those that can.
Result<std::vector<PlantedUnit>> parseActionUnits(std::string_view code);

/// Fraction of the full movement (intensity E) that a FACS letter stands for: A trace … E maximum.
double fractionOf(annotation::Intensity intensity);

} // namespace mien::synthesis
