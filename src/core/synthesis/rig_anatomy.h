// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/performance.h"
#include "core/synthesis/rig_person.h"
#include "core/synthesis/rig_raster.h"
#include "core/synthesis/rig_units.h"

#include <memory>

namespace mien::synthesis {

/// The surface of a rig in one pose, per vertex.
struct RigShot {
    std::vector<cv::Vec3f> place;    ///< camera's axes, cm: x right, y up, z towards the camera
    std::vector<cv::Vec3f> normal;   ///< unit, same axes
    std::vector<RasterPoint> screen; ///< film pixels
    /// By half of the face: turns a spot of the eyeball back to where it is while the eyes look ahead.
    std::array<cv::Matx33f, 2> eyeAhead;
};

/// A person of a rig before the camera.
class RigAnatomy final : public Anatomy {
public:
    RigAnatomy(std::shared_ptr<const RigModel> model, RigPerson person, int size, double faceFraction);

    const face::Landmarks& neutral() const override { return m_neutral; }
    face::Landmarks landmarksOf(const Pose& pose) const override;
    bool folds(const FaceState& state) const override;

    RigShot shotOf(const Pose& pose) const;
    const RigModel& model() const { return *m_model; }
    const RigPerson& person() const { return m_person; }

private:
    cv::Vec3f viewed(cv::Vec3f place, float loose, const HeadPose& head) const;
    RasterPoint projected(cv::Vec3f place) const;
    std::vector<cv::Vec3f> normalsOf(const std::vector<cv::Vec3f>& places) const;

    std::shared_ptr<const RigModel> m_model;
    RigPerson m_person;
    std::vector<cv::Vec3f> m_base; ///< the person's neutral face, with the volume of the hair
    std::vector<float> m_loose;    ///< 1 moves with the head, 0 stays with the shoulders
    cv::Matx33f m_turn;            ///< of the head at rest
    float m_focalPx = 1.0f;
    cv::Point2f m_centrePx, m_centreCm;
    cv::Vec3f m_nose; ///< tip of the nose, camera's axes
    face::Landmarks m_neutral{};
};

/// How much of the scalp's hair grows at a point of the unmoved generic face, 0 … 1.
float rigHairShare(const RigPerson& person, cv::Vec3f place);

} // namespace mien::synthesis
