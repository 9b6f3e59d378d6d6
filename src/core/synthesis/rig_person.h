// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/rig_model.h"

namespace mien::synthesis {

/// Who is filmed and how: everything about a rig's film that ClipSpec::identity chooses. Nothing here stands
/// for a population: skin, build and hair are drawn independently of one another. Colours are linear, BGR.
struct RigPerson {
    std::vector<float> modes; ///< weights of the identity modes, truncated at 2 standard deviations
    std::uint32_t seed = 0;   ///< of pores, hair and iris

    cv::Vec3f skin;        ///< albedo
    float redness = 0.0f;  ///< of cheeks and nose, 0 … 1
    float freckles = 0.0f; ///< 0 … 1
    float stubble = 0.0f;  ///< shadow of a shaven beard, 0 … 1
    float furrows = 1.0f;  ///< how strongly wrinkles show
    cv::Vec3f lips, hair, iris, shirt;
    float hairHeight = 1.0f; ///< cm
    float hairline = 10.6f;  ///< height of the hairline above the forehead, cm in the rig
    float browThickness = 1.0f, browDensity = 1.0f;

    float yaw = 0.0f, pitch = 0.0f; ///< of the head at rest, radians
    float distanceCm = 90.0f;       ///< of the camera

    cv::Vec3f keyDirection; ///< towards the light, unit
    cv::Vec3f keyColour, skyColour, groundColour;
    cv::Vec3f wallTop, wallBottom;
};

/// The person of a number; the same number is the same person on every machine.
RigPerson rigPerson(const RigModel& model, std::uint64_t identity);

} // namespace mien::synthesis
