// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/rig_archive.h"

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>

namespace mien::synthesis {

/// How a part of a rig is drawn.
enum class RigPart : std::uint8_t { Face, Head, Gums, Teeth, Eye, Lashes, Hidden };

struct RigTriangle {
    std::array<int, 3> vertex{}, uv{};
    RigPart part = RigPart::Hidden;
};

/// Displacement of some vertices at full strength.
struct RigShape {
    std::string name;
    std::vector<int> vertices;
    std::vector<cv::Vec3f> deltas;
};

/// A face of blendshapes: vertex = neutral + Σ aᵢ shapeᵢ + Σ bⱼ identityⱼ. Units are centimetres; x to the
/// subject's left, y up, z out of the face. The layout of the files is docs/formats/face-rig.md.
struct RigModel {
    std::vector<cv::Vec3f> neutral;
    std::vector<cv::Vec2f> uv;
    std::vector<RigTriangle> triangles;
    std::vector<RigShape> shapes;
    RigArray identity; ///< modes × vertices × 3; empty where the rig has none
    std::array<int, 68> landmarks{};
    std::string sha256; ///< of archive, mesh and indices, joined by '+'

    std::size_t identityModes() const { return identity.shape.empty() ? 0 : identity.shape[0]; }
    /// nullptr where the rig has no such shape.
    const RigShape* shape(std::string_view name) const;
};

/// Reads a rig's folder: one .npz, one .obj and vertex_indices.json. NotFound, Corrupt, Unsupported.
Result<RigModel> loadRigModel(const std::filesystem::path& folder, const JobContext& job);

} // namespace mien::synthesis
