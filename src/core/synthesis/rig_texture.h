// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/rig_paint.h"

namespace mien::synthesis {

/// A painter's solid baked onto the unfolded surface of a rig, one square for each part of it.
class RigTexture {
public:
    /// `side`: texels along each square.
    RigTexture(const RigModel& model, const RigPainter& painter, int side, const JobContext& job);

    /// `uv` as the rig's mesh has it: its whole part names the square.
    RigTexel at(RigPart part, cv::Vec2f uv) const;

private:
    struct Square {
        float originU = 0.0f;
        std::vector<RigTexel> texels;
    };
    const Square& squareOf(RigPart part) const { return m_squares[part == RigPart::Face ? 0 : 1]; }
    void bake(const RigModel& model, const RigPainter& painter, RigPart part, const JobContext& job);

    int m_side;
    std::array<Square, 2> m_squares;
};

} // namespace mien::synthesis
