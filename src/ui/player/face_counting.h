// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_source.h"

#include <opencv2/core/types.hpp>

#include <vector>

namespace mien::ui {

/// A face in the frame that is looked at.
struct FaceBox {
    cv::Rect2f box;  ///< pixels of the film
    int number = -1; ///< which face it is, counted from 0 at the left of the counted frame; -1: none of those
};

/// The frame whose faces are counted: the first one with a face, as the pipeline counts them
/// (face::FaceOptions::followFace).
struct CountedFaces {
    FrameIndex frame;
    std::vector<cv::Rect2f> boxes; ///< left to right
};

/// Which of the counted faces each of `now` is: the nearest one that no other is nearer to.
std::vector<FaceBox> numbered(const std::vector<cv::Rect2f>& now, const CountedFaces& counted);

/// The widest counted face, which is followed where nobody chose; -1 where there is none.
int largestOf(const CountedFaces& counted);

/// See CountedFaces. No boxes where the beginning of the film shows no face.
Result<CountedFaces> countFaces(const std::filesystem::path& film, const media::OpenOptions& options,
                                const JobContext& job);

/// All faces of one picture, left to right.
Result<std::vector<cv::Rect2f>> facesIn(const cv::Mat& image);

} // namespace mien::ui
