// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/face/face_tracker.h"
#include "core/face/landmark_forest.h"

#include <filesystem>
#include <memory>

namespace mien::face {

/// The 68-point model, immutable after loading and shared by all trackers of the process.
/// Evaluates the same cascade as dlib::shape_predictor, but answers with sub-pixel coordinates: dlib's own
/// class rounds to whole pixels, which is as much as a micro-expression moves.
class LandmarkModel {
public:
    explicit LandmarkModel(LandmarkForest forest) : m_forest(std::move(forest)) {}

    /// `imageFromUnit` lays the unit square of the model over the image: (0,0) to the box's top left corner,
    /// (1,1) to its bottom right one; it may rotate. grey: CV_8UC1; pixels outside count as 0, as in dlib.
    /// Coordinates are of pixel centres (0, 0) … (width-1, height-1). Thread-safe.
    Landmarks predict(const cv::Mat& grey, const cv::Matx23d& imageFromUnit) const;

    /// The mean face in the unit square.
    Landmarks meanShape() const;

private:
    LandmarkForest m_forest;
};

/// The upright placement of the unit square over a detector's box.
cv::Matx23d imageFromUnit(const cv::Rect2f& box);

/// Loads the model once per process and path; later calls share it. Where `path` is empty: the environment
/// variable MIEN_LANDMARK_MODEL, else the file of Debian's package libdlib-data. MissingDependency with the
/// path looked at where there is none, Corrupt where it is damaged. Thread-safe.
Result<std::shared_ptr<const LandmarkModel>> loadLandmarkModel(const std::filesystem::path& path = {});

} // namespace mien::face
