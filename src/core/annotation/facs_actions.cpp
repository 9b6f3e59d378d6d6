// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, regions and kinds as FACS 2002 has them. Which codes take a side or an intensity: the codes that
// say their own direction (head, eyes), the middle of the face (25 … 27, 29) and those that are only seen or
// not seen (45, 50, 70 … 74, 80 …) take no side or no intensity; everything that is open to doubt is allowed.
#include "core/annotation/facs_actions.h"

#include <algorithm>
#include <array>

namespace mien::annotation {
namespace {

using enum FacsKind;
using R = FacsRegion;

constexpr std::array kActions{
    FacsAction{0, Neutral, R::WholeFace, "neutral face", false, false, false},
    FacsAction{1, Unit, R::Brows, "inner brow raised", true, false, true},
    FacsAction{2, Unit, R::Brows, "outer brow raised", true, false, true},
    FacsAction{4, Unit, R::Brows, "brows lowered and drawn together", true, false, true},
    FacsAction{5, Unit, R::Eyes, "upper lid raised", true, false, true},
    FacsAction{6, Unit, R::Eyes, "cheek raised, lids pressed by it", true, false, true},
    FacsAction{7, Unit, R::Eyes, "lids tightened", true, false, true},
    FacsAction{8, Unit, R::Lips, "parted lips drawn towards each other", true, true, true},
    FacsAction{9, Unit, R::Nose, "nose wrinkled", true, false, true},
    FacsAction{10, Unit, R::Lips, "upper lip raised", true, false, true},
    FacsAction{11, Unit, R::Cheeks, "middle of the nose-lip furrow deepened", true, false, true},
    FacsAction{12, Unit, R::Lips, "lip corner pulled up and back", true, false, true},
    FacsAction{13, Unit, R::Lips, "lip corner pulled up sharply, cheek puffed", true, false, true},
    FacsAction{14, Unit, R::Lips, "lip corner tightened to a dimple", true, false, true},
    FacsAction{15, Unit, R::Lips, "lip corner pulled down", true, false, true},
    FacsAction{16, Unit, R::Lips, "lower lip pulled down", true, false, true},
    FacsAction{17, Unit, R::Lips, "chin boss and lower lip pushed up", true, false, true},
    FacsAction{18, Unit, R::Lips, "lips puckered", true, true, true},
    FacsAction{19, Descriptor, R::Lips, "tongue shown", false, false, true},
    FacsAction{20, Unit, R::Lips, "lips stretched sideways", true, false, true},
    FacsAction{21, Unit, R::Neck, "neck tightened", true, false, true},
    FacsAction{22, Unit, R::Lips, "lips funnelled outward", true, true, true},
    FacsAction{23, Unit, R::Lips, "lips tightened", true, true, true},
    FacsAction{24, Unit, R::Lips, "lips pressed together", true, true, true},
    FacsAction{25, Unit, R::Lips, "lips parted", false, false, true},
    FacsAction{26, Unit, R::Jaw, "jaw dropped by relaxing", false, false, true},
    FacsAction{27, Unit, R::Jaw, "mouth stretched open", false, false, true},
    FacsAction{28, Unit, R::Lips, "lips sucked in", true, true, true},
    FacsAction{29, Descriptor, R::Jaw, "jaw thrust forward", false, false, true},
    FacsAction{30, Descriptor, R::Jaw, "jaw moved sideways", true, false, true},
    FacsAction{31, Unit, R::Jaw, "jaw clenched", true, false, true},
    FacsAction{32, Descriptor, R::Lips, "lip bitten", true, true, true},
    FacsAction{33, Descriptor, R::Cheeks, "air blown through the lips", true, false, true},
    FacsAction{34, Descriptor, R::Cheeks, "cheeks puffed", true, false, true},
    FacsAction{35, Descriptor, R::Cheeks, "cheeks sucked in", true, false, true},
    FacsAction{36, Descriptor, R::Cheeks, "tongue bulging under the skin", true, true, true},
    FacsAction{37, Descriptor, R::Lips, "lips wiped with the tongue", true, true, true},
    FacsAction{38, Unit, R::Nose, "nostrils widened", true, false, true},
    FacsAction{39, Unit, R::Nose, "nostrils narrowed", true, false, true},
    FacsAction{40, Behaviour, R::Nose, "sniff", false, false, false},
    FacsAction{41, Unit, R::Eyes, "lids drooping", true, false, true, true},
    FacsAction{42, Unit, R::Eyes, "eyes narrowed to slits", true, false, true, true},
    FacsAction{43, Unit, R::Eyes, "eyes closing or closed", true, false, true},
    FacsAction{44, Unit, R::Eyes, "squint", true, false, true, true},
    FacsAction{45, Unit, R::Eyes, "blink", false, false, false},
    FacsAction{46, Unit, R::Eyes, "wink", true, false, false},
    FacsAction{50, Behaviour, R::Lips, "speech", false, false, false},
    FacsAction{51, Head, R::Head, "head turned left", false, false, true},
    FacsAction{52, Head, R::Head, "head turned right", false, false, true},
    FacsAction{53, Head, R::Head, "head up", false, false, true},
    FacsAction{54, Head, R::Head, "head down", false, false, true},
    FacsAction{55, Head, R::Head, "head tilted left", false, false, true},
    FacsAction{56, Head, R::Head, "head tilted right", false, false, true},
    FacsAction{57, Head, R::Head, "head forward", false, false, true},
    FacsAction{58, Head, R::Head, "head back", false, false, true},
    FacsAction{59, Head, R::Head, "head shaken up and down", false, false, false},
    FacsAction{60, Head, R::Head, "head shaken from side to side", false, false, false},
    FacsAction{61, Eyes, R::Eyes, "eyes turned left", false, false, true},
    FacsAction{62, Eyes, R::Eyes, "eyes turned right", false, false, true},
    FacsAction{63, Eyes, R::Eyes, "eyes up", false, false, true},
    FacsAction{64, Eyes, R::Eyes, "eyes down", false, false, true},
    FacsAction{65, Eyes, R::Eyes, "eyes turned apart", false, false, true},
    FacsAction{66, Eyes, R::Eyes, "eyes crossed", false, false, true},
    FacsAction{68, Eyes, R::Eyes, "eyes rolled upward", false, false, false},
    FacsAction{69, Eyes, R::Eyes, "eyes set on another person", false, false, false},
    FacsAction{70, Visibility, R::Brows, "brows and forehead not visible", false, false, false},
    FacsAction{71, Visibility, R::Eyes, "eyes not visible", false, false, false},
    FacsAction{72, Visibility, R::Lips, "lower face not visible", false, false, false},
    FacsAction{73, Visibility, R::WholeFace, "whole face not visible", false, false, false},
    FacsAction{74, Visibility, R::WholeFace, "cannot be scored", false, false, false},
    FacsAction{80, Behaviour, R::Neck, "swallowing", false, false, false},
    FacsAction{81, Behaviour, R::Jaw, "chewing", false, false, false},
    FacsAction{82, Behaviour, R::Body, "shoulders shrugged", true, false, false},
    FacsAction{83, Head, R::Head, "head up and to one side", true, false, false},
    FacsAction{84, Behaviour, R::Head, "head going back and forth", false, false, false},
    FacsAction{85, Behaviour, R::Head, "head nodding up and down", false, false, false},
    FacsAction{91, Behaviour, R::WholeFace, "flash: a face gone at once", false, false, false},
    FacsAction{92, Behaviour, R::WholeFace, "partial flash", false, false, false},
    FacsAction{97, Behaviour, R::Body, "shiver", false, false, false},
    FacsAction{98, Behaviour, R::Head, "quick look up and down", false, false, false},
};

constexpr bool ascending() {
    for (std::size_t i = 1; i < kActions.size(); ++i)
        if (kActions[i - 1].number >= kActions[i].number)
            return false;
    return true;
}
static_assert(ascending(), "facsAction() searches by halves");

} // namespace

std::string_view nameOf(FacsKind kind) {
    constexpr std::array<std::string_view, 7> kNames{"neutral", "action unit", "action descriptor", "head",
                                                     "eyes",    "visibility",  "behaviour"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view nameOf(FacsRegion region) {
    constexpr std::array<std::string_view, 10> kNames{"whole face", "brows", "eyes", "nose", "cheeks",
                                                      "lips",       "jaw",   "neck", "head", "body"};
    return kNames[static_cast<std::size_t>(region)];
}

std::span<const FacsAction> facsActions() {
    return kActions;
}

const FacsAction* facsAction(int number) {
    const auto at = std::lower_bound(kActions.begin(), kActions.end(), number,
                                     [](const FacsAction& row, int n) { return row.number < n; });
    return at != kActions.end() && at->number == number ? &*at : nullptr;
}

bool isUpperFace(const FacsAction& action) {
    return action.kind == Unit && (action.region == R::Brows || action.region == R::Eyes);
}

bool isLowerFace(const FacsAction& action) {
    return (action.kind == Unit || action.kind == Descriptor) && !isUpperFace(action);
}

} // namespace mien::annotation
