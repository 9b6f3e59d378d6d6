// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_rules.h"

namespace mien::annotation::facs_checks {

/// The certain occurrences of any of these numbers. Those with M are left out: they are a moment of the
/// event, after which the head or the eyes may do something else.
std::vector<const FacsOccurrence*> certain(const FacsRuleInput& in, std::initializer_list<int> numbers);

/// Both are certainly there: one finding for every pair.
FacsPlaces together(const FacsRuleInput& in, std::initializer_list<int> some,
                    std::initializer_list<int> others);

template <int First, int... Others>
FacsPlaces with(const FacsRuleInput& in) {
    return together(in, {First}, {Others...});
}

/// The first is certainly there and none of the others is even possible.
FacsPlaces lacking(const FacsRuleInput& in, int first, std::initializer_list<int> others);

template <int First, int... Others>
FacsPlaces without(const FacsRuleInput& in) {
    return lacking(in, First, {Others...});
}

// The numbers themselves (facs_checks_notation.cpp).
FacsPlaces unknownNumber(const FacsRuleInput& in);
FacsPlaces withdrawnNumber(const FacsRuleInput& in);
FacsPlaces wrongPrefix(const FacsRuleInput& in);
FacsPlaces neutralWithOthers(const FacsRuleInput& in);
// Sides and intensities.
FacsPlaces sideNotTaken(const FacsRuleInput& in);
FacsPlaces lipNotTaken(const FacsRuleInput& in);
FacsPlaces intensityNotTaken(const FacsRuleInput& in);
FacsPlaces rangeInverted(const FacsRuleInput& in);
FacsPlaces rangeWide(const FacsRuleInput& in);
FacsPlaces asymmetryUnscored(const FacsRuleInput& in);
FacsPlaces winkWithoutSide(const FacsRuleInput& in);
FacsPlaces jawWithoutSide(const FacsRuleInput& in);

// One number written more than once (facs_checks_repeats.cpp).
FacsPlaces writtenTwice(const FacsRuleInput& in);
FacsPlaces leftAndRight(const FacsRuleInput& in);
FacsPlaces oneSideAndBoth(const FacsRuleInput& in);
FacsPlaces oneSideAndAsymmetric(const FacsRuleInput& in);
FacsPlaces asymmetricAndBoth(const FacsRuleInput& in);
FacsPlaces topAndBottom(const FacsRuleInput& in);
FacsPlaces oneLipAndBoth(const FacsRuleInput& in);
FacsPlaces scoredAndReferred(const FacsRuleInput& in);
FacsPlaces scoredAndNegated(const FacsRuleInput& in);
FacsPlaces alternativesAlike(const FacsRuleInput& in);
FacsPlaces alternativeIsCertain(const FacsRuleInput& in);
FacsPlaces referenceInReference(const FacsRuleInput& in);

// Codes that bear on one another (facs_checks_face.cpp).
FacsPlaces browsNotVisible(const FacsRuleInput& in);
FacsPlaces eyesNotVisible(const FacsRuleInput& in);
FacsPlaces lowerFaceNotVisible(const FacsRuleInput& in);
FacsPlaces faceNotVisible(const FacsRuleInput& in);
FacsPlaces smileWithoutCheek(const FacsRuleInput& in);

} // namespace mien::annotation::facs_checks
