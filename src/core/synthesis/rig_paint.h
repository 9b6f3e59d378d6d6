// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/rig_person.h"

namespace mien::synthesis {

/// What a point of the surface is made of.
struct RigTexel {
    cv::Vec3f albedo{};    ///< linear BGR
    float gloss = 0.0f;    ///< strength of the highlight
    cv::Vec3f bump{};      ///< added to the unit normal: pores, strands
    float softness = 0.0f; ///< 1 where light wanders under the surface (skin), 0 on hair and cloth
};

/// Paints a person's skin, brows, lips, hair and shirt as a solid: a function of the place on the unmoved
/// generic face, so that there are no seams and every person's features lie where the rig's do.
class RigPainter {
public:
    /// `pxPerCm`: fineness of the brows and of the lips' outline.
    RigPainter(const RigModel& model, const RigPerson& person, float pxPerCm);

    RigTexel at(cv::Vec3f place) const;
    /// Of the eyeball; `across` is the place seen from its centre, the pupil's axis along z, cm.
    RigTexel eye(cv::Vec3f across) const;
    cv::Vec3f eyeCentre(bool left) const { return left ? m_eyeLeft : m_eyeRight; }

private:
    enum Layer { kLips, kBrows, kLashes };
    void drawLips(const RigModel& model);
    void drawBrow(const RigModel& model, bool left);
    void drawLids(const RigModel& model);
    float layer(Layer which, cv::Vec3f place) const;
    cv::Point2f canvasPoint(float x, float y) const;

    const RigPerson& m_person;
    float m_pxPerCm;
    std::array<cv::Mat, 3> m_layers; ///< CV_8U, the face from in front
    cv::Vec3f m_eyeLeft, m_eyeRight;
    float m_lipDepth = 0.0f;
};

} // namespace mien::synthesis
