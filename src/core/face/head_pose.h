// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"

namespace mien::face {

/// Rotation of the head under weak perspective: the average head's eye corners and nose (the points that
/// expressions move least; the mouth and the jaw are left out, so that an open mouth is not a pitch) are laid
/// over the landmarks by linear least squares and the result is made a rotation. Good to some 5 degrees for a
/// head unlike the average, better for differences within one person.
HeadPose headPose(const Landmarks& landmarks);

} // namespace mien::face
