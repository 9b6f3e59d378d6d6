// SPDX-License-Identifier: GPL-3.0-or-later
// The rules and where they come from. [G]: the alternatives and the speech rule that FACS states outright.
// [N]: the notation (docs/formats/facs.md). [A]: what the movements themselves exclude or imply by anatomy.
// [M]: what coders of FACS 2002 commonly check; none above a warning, since a face may do otherwise.
#include "core/annotation/facs_rule_checks.h"

namespace mien::annotation {
namespace {

using namespace facs_checks;
using enum FacsLevel;

constexpr std::array kRules{
    // [G]
    FacsRule{"head-turn", Error, "The head turns left (51) or right (52), not both; keep one.", with<51, 52>},
    FacsRule{"head-up-down", Error, "The head goes up (53) or down (54), not both; keep one.", with<53, 54>},
    FacsRule{"head-tilt", Error, "The head tilts left (55) or right (56), not both; keep one.", with<55, 56>},
    FacsRule{"head-forward-back", Error, "The head goes forward (57) or back (58), not both; keep one.",
             with<57, 58>},
    FacsRule{"eyes-left-right", Error, "The eyes turn left (61) or right (62), not both; keep one.",
             with<61, 62>},
    FacsRule{"eyes-left-apart", Error, "Eyes that turn left (61) do not turn apart (65); keep one.",
             with<61, 65>},
    FacsRule{"eyes-left-crossed", Error, "Eyes that turn left (61) are not crossed (66); keep one.",
             with<61, 66>},
    FacsRule{"eyes-right-apart", Error, "Eyes that turn right (62) do not turn apart (65); keep one.",
             with<62, 65>},
    FacsRule{"eyes-right-crossed", Error, "Eyes that turn right (62) are not crossed (66); keep one.",
             with<62, 66>},
    FacsRule{"eyes-up-down", Error, "The eyes go up (63) or down (64), not both; keep one.", with<63, 64>},
    FacsRule{"eyes-apart-crossed", Error, "The eyes turn apart (65) or cross (66), not both; keep one.",
             with<65, 66>},
    FacsRule{"speech-mouth", Error, "During speech 50 is scored and not 25, 26 or 27; leave those out.",
             with<50, 25, 26, 27>},
    // [N]
    FacsRule{"unknown-number", Error, "FACS has no code of this number; look it up in the list of codes.",
             unknownNumber},
    FacsRule{"withdrawn-number", Warning,
             "41, 42 and 44 are of FACS 1978; FACS 2002 scores them as strengths of 43 and 7.",
             withdrawnNumber},
    FacsRule{"wrong-prefix", Hint,
             "AU stands before action units, AD before descriptors, M before movements "
             "of head and eyes; change the prefix or leave it out.",
             wrongPrefix},
    FacsRule{"neutral-alone", Error, "0 says that nothing moves; it stands alone or not at all.",
             neutralWithOthers},
    FacsRule{"side-not-taken", Error, "This code takes no side; leave the letter out.", sideNotTaken},
    FacsRule{"lip-not-taken", Error, "T and B stand only before codes of the lips; leave the letter out.",
             lipNotTaken},
    FacsRule{"intensity-not-taken", Warning,
             "This code is there or not, without strength; leave the letter out.", intensityNotTaken},
    FacsRule{"range-inverted", Error,
             "A range of intensities goes from the weaker to the stronger; turn it over.", rangeInverted},
    FacsRule{"range-wide", Hint, "This range spans more than two neighbouring intensities; look once more.",
             rangeWide},
    FacsRule{"asymmetry-unscored", Hint,
             "A says that one side is stronger, yet no strength is given; give the stronger side's.",
             asymmetryUnscored},
    FacsRule{"wink-side", Hint, "A wink (46) is of one eye; write L46 or R46.", winkWithoutSide},
    FacsRule{"jaw-side", Warning, "A jaw moved sideways (30) goes to one side; write L30 or R30.",
             jawWithoutSide},
    FacsRule{"written-twice", Warning, "The same code stands here twice; keep one.", writtenTwice},
    FacsRule{
        "left-and-right", Warning,
        "L and R of one code are both sides: write it without a letter, or with A where one is stronger.",
        leftAndRight},
    FacsRule{"one-side-and-both", Error, "A code is on one side or on both; keep one of the two.",
             oneSideAndBoth},
    FacsRule{"one-side-and-asymmetric", Error, "A means both sides, L or R only one; keep one of the two.",
             oneSideAndAsymmetric},
    FacsRule{"asymmetric-and-both", Warning, "A already means both sides; keep one of the two.",
             asymmetricAndBoth},
    FacsRule{"top-and-bottom", Hint, "T and B of one code are both lips; write it without a letter.",
             topAndBottom},
    FacsRule{"one-lip-and-both", Warning, "A code is of one lip or of both; keep one of the two.",
             oneLipAndBoth},
    FacsRule{"scored-and-ref", Warning,
             "A movement is scored or too slight to score (ref), not both; keep one of the two.",
             scoredAndReferred},
    FacsRule{"scored-and-negated", Error, "This code is both there and said to be lost; keep one of the two.",
             scoredAndNegated},
    FacsRule{"alternatives-alike", Warning, "The alternatives are the same; write the code once.",
             alternativesAlike},
    FacsRule{"alternative-is-certain", Hint,
             "One of the alternatives stands beside them as certain; the alternative may be left out.",
             alternativeIsCertain},
    FacsRule{"ref-in-ref", Hint, "A ref inside a ref adds nothing; leave one out.", referenceInReference},
    // [A]
    FacsRule{"jaw-drop-stretch", Error, "27 is the mouth stretched beyond a dropped jaw (26); keep one.",
             with<26, 27>},
    FacsRule{"jaw-clenched-open", Error, "A clenched jaw (31) is not open (26, 27); keep one.",
             with<31, 26, 27>},
    FacsRule{"lips-pressed-parted", Warning,
             "Lips pressed together (24) are not parted (25, 27); look once more.", with<24, 25, 27>},
    FacsRule{"nostrils", Error, "Nostrils widen (38) or narrow (39), not both; keep one.", with<38, 39>},
    FacsRule{"cheeks-puffed-sucked", Error,
             "Cheeks are puffed (33, 34) or sucked in (35), not both; keep one.", with<35, 33, 34>},
    FacsRule{"lid-raised-closed", Warning,
             "The upper lid is raised (5) or down (43, 45), not both in one event; look once more.",
             with<5, 43, 45>},
    FacsRule{"blink-closed", Warning, "A blink (45) is too short for eyes closed (43); keep one.",
             with<43, 45>},
    FacsRule{"wink-closed", Warning, "A wink (46) already closes the eye (43); keep one.", with<43, 46>},
    FacsRule{"wink-blink", Warning, "Both eyes blink (45) or one winks (46); keep one.", with<45, 46>},
    FacsRule{"brows-not-visible", Warning,
             "70 says that the brows cannot be seen; 1, 2 and 4 cannot be scored.", browsNotVisible},
    FacsRule{"eyes-not-visible", Warning,
             "71 says that the eyes cannot be seen; their codes cannot be scored.", eyesNotVisible},
    FacsRule{"lower-face-not-visible", Warning,
             "72 says that the lower face cannot be seen; its codes cannot be scored.", lowerFaceNotVisible},
    FacsRule{"face-not-visible", Error, "73 and 74 say that no face can be scored; leave its codes out.",
             faceNotVisible},
    FacsRule{"face-covers-parts", Hint,
             "73 already says that no part of the face is visible; 70 … 72 add nothing.",
             with<73, 70, 71, 72>},
    // [M]
    FacsRule{"lips-toward", Hint, "8 is of parted lips; look for 25.", without<8, 25>},
    FacsRule{"lips-sucked-jaw", Hint, "Lips are mostly sucked in (28) over a dropped jaw; look for 26.",
             without<28, 26, 27>},
    FacsRule{"mouth-stretched-lips", Hint, "A mouth stretched open (27) mostly parts the lips; look for 25.",
             without<27, 25>},
    FacsRule{"smile-cheek", Hint,
             "A lip corner pulled as strongly as D or E (12) raises the cheek; look for 6.",
             smileWithoutCheek},
    FacsRule{"corner-twice", Hint, "12 and 13 both pull the lip corner up; look which of them it is.",
             with<12, 13>},
    FacsRule{"upper-lip-twice", Hint, "9 raises the upper lip by itself; score 10 only where there is more.",
             with<9, 10>},
    FacsRule{"lips-forward-twice", Hint, "18 and 22 both push the lips forward; look which of them it is.",
             with<18, 22>},
    FacsRule{"nod-twice", Hint, "59 and 85 both are a nod; look which of them it is.", with<59, 85>},
    FacsRule{"shake-twice", Hint, "60 and 84 both are a shaken head; look which of them it is.",
             with<60, 84>},
};

} // namespace

std::string_view nameOf(FacsLevel level) {
    constexpr std::array<std::string_view, 3> kNames{"hint", "warning", "error"};
    return kNames[static_cast<std::size_t>(level)];
}

std::span<const FacsRule> facsRules() {
    return kRules;
}

std::vector<FacsFinding> checkFacs(const FacsCode& code) {
    const FacsRuleInput in{code, code.occurrences()};
    std::vector<FacsFinding> out;
    for (const auto& rule : kRules)
        for (auto& where : rule.check(in))
            out.push_back({&rule, std::move(where)});
    return out;
}

} // namespace mien::annotation
