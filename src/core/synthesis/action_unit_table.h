// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace mien::synthesis {

/// One muscle's pull on the skin: a bump of compact support, displaced rigidly at its centre and not at all
/// at its rim. Written for the image's left half of the face; the right half is its mirror. Units: distance
/// between the eyes; x > 0 is outward (away from the midline), y > 0 down.
struct Pull {
    /// The centre is the mean of two landmarks of the image's left half (or midline) …
    int landmarkA, landmarkB;
    double outward = 0.0, down = 0.0; ///< … plus this offset
    double dx = 0.0, dy = 0.0;        ///< displacement at the centre for the full movement (intensity E)
    double rx = 0.4;                  ///< half width of the support
    double above = 0.4, below = 0.4;  ///< its extent above and below the centre
};

/// What an action unit does to a face at intensity E. Adding one is adding a row.
struct ActionUnitRow {
    int number;
    std::string_view name;
    std::span<const Pull> pulls;
    double mouthGap = 0.0;   ///< lower lip and jaw drop, parting from the upper lip; units as above
    double lidClosure = 0.0; ///< share of the eye opening covered by the upper lid
};

std::span<const ActionUnitRow> actionUnitRows();
/// nullptr where the unit cannot be rendered.
const ActionUnitRow* actionUnitRow(int number);

} // namespace mien::synthesis
