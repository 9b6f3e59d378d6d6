// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/emotion_table.h"

#include <cstdint>
#include <vector>

namespace mien::synthesis {

/// How strongly the subject reaches each variable: 0 not at all, 1 it decides alone. What a strength s means:
///  - choices (emotion, habitual unit, label): with probability s the subject's own choice replaces the
///  common
///    draw, so the total variation between two subjects of different custom is s;
///  - quantities (intensity, timing, camera): the normal score of the quantity correlates with the subject's
///    by s, while its distribution over subjects stays the common one.
struct SubjectStrength {
    double emotion = 0.0;   ///< Subject → elicited emotion
    double units = 0.0;     ///< Subject → action units: a habitual one beside those of the emotion
    double intensity = 0.0; ///< Subject → action units: their levels
    double timing = 0.0;    ///< Subject → timing
    double camera = 0.0;    ///< Subject → light and camera
    double label = 0.0;     ///< Subject → label: the coder expects it of this person

    static SubjectStrength all(double s) { return {s, s, s, s, s, s}; }
    bool operator==(const SubjectStrength&) const = default;
};

/// What one subject is used to.
struct Customs {
    std::size_t favourite = 0; ///< index of the emotion
    UnitState habit;           ///< a unit that is no part of any emotion in use; unit 0: none can be
    double intensity = 0.0, duration = 0.0, rise = 0.0, light = 0.0, camera = 0.0; ///< normal scores
};

/// Customs of the subject of this number. Favourites and habits go round in turn, so that over subjects no
/// emotion is favoured; scores are drawn. Adding subjects changes nothing for those before.
Customs customsOf(std::size_t subject, std::uint64_t seed, const EmotionTable& table);

/// Units that every generator shows, belong to no emotion of the table and can be told from nuisance: what
/// may be planted or be a habit without saying anything about the emotion.
std::vector<int> unitsOutside(const EmotionTable& table);

} // namespace mien::synthesis
