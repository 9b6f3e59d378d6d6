// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/face/face_tracker.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <string>

namespace mien::synthesis {

/// A still face to be moved.
struct Portrait {
    cv::Mat image; ///< CV_8UC3, BGR, full resolution
    face::Landmarks landmarks{};
    std::string sha256; ///< of the source file, hex
};

/// Reads the picture (an image, or one frame of a film) and finds the largest face in it. The face is
/// searched a second time on an enlarged crop, so that landmarks of small faces are not stuck to whole
/// pixels.
Result<Portrait> loadPortrait(const std::filesystem::path& source, int sourceFrame, const JobContext& job);

/// The picture inside the film: how portrait pixels become film pixels before anything moves.
struct Framing {
    cv::Matx23d filmFromPortrait;
    cv::Matx23d portraitFromFilm;
    double scale = 1.0;          ///< film pixels per portrait pixel
    face::Landmarks landmarks{}; ///< of the neutral face, film pixels
};

/// A square cut of `size` film pixels in which the face is `faceFraction` wide, centred on it but kept inside
/// the portrait where that is large enough.
Framing framingOf(const Portrait& portrait, int size, double faceFraction);

} // namespace mien::synthesis
