// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/face/large_pages.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace mien::face {

/// Number of floats of a shape: x and y of 68 points in turn.
inline constexpr std::size_t kShapeFloats = 136;
/// Distance between two leaves in floats: a shape padded to whole cache lines.
inline constexpr std::size_t kLeafStride = 144;

/// One inner node: go left where pixel[first] - pixel[second] > threshold.
struct Split {
    std::uint16_t first = 0;
    std::uint16_t second = 0;
    float threshold = 0.0f;
};

/// One stage of the cascade (Kazemi and Sullivan, CVPR 2014): where it looks at the image, and its trees.
/// All trees are complete binary trees with the model's number of leaves.
struct Cascade {
    std::vector<std::uint8_t> anchor; ///< per pixel looked at: the landmark it hangs on
    std::vector<float> deltaX;        ///< per pixel: offset from that landmark in the mean face
    std::vector<float> deltaY;
    std::vector<Split> splits; ///< trees × (leaves - 1), each tree breadth first
    /// trees × leaves × kLeafStride: what each leaf adds to the shape. Some 5 MB, read all over the place.
    std::vector<float, LargePages<float>> leaves;
    std::size_t trees = 0;
};

/// A 68-point shape regressor in the coordinates of a unit square laid over the detector's box.
struct LandmarkForest {
    std::array<float, kShapeFloats> meanShape{};
    std::size_t leavesPerTree = 0; ///< a power of two
    std::vector<Cascade> cascades;
};

/// Reads a shape predictor in dlib's serialisation (little-endian integers behind a length byte; floats as
/// mantissa and exponent). Every count and index is checked, so that a damaged file is an error, never a
/// crash.
Result<LandmarkForest> readLandmarkForest(const std::filesystem::path& path);

} // namespace mien::face
