// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_spec.h"
#include "core/synthesis/face_warp.h"
#include "core/synthesis/scm.h"

#include <QString>

namespace mien::ui {

/// Whose face the generators move: a portrait, or a person of a face rig.
struct FaceChoice {
    std::string generator = "warp";
    std::filesystem::path source;
    int sourceFrame = 0;
    std::uint64_t identity = 1;

    bool empty() const { return source.empty(); }
    bool operator==(const FaceChoice&) const = default;
};

/// The portrait that comes with the program; empty where this installation has none.
QString demoPortrait();

/// A clip in which every unit of the generator acts once, so that its actor can show any of them.
synthesis::ClipSpec everyUnitSpec(const FaceChoice& face, int sizePx);

/// The face when every unit has gone `share` (0 … 1) of the way from neutral to its level.
synthesis::FaceState stateOf(const std::vector<synthesis::UnitState>& units, double share);

/// "R12C+6B", in order of number; empty for a neutral face.
QString codeOf(const std::vector<synthesis::UnitState>& units);
/// The units of a code; those without a letter get C. The error's sentence names what cannot be shown.
Result<std::vector<synthesis::UnitState>> unitsFrom(const QString& code);

} // namespace mien::ui
