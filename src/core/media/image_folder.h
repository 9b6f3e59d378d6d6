// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/video_source.h"

#include <filesystem>
#include <vector>

namespace mien::media {

struct NumberedImage {
    std::filesystem::path path;
    std::string number; ///< as the file's name has it, e.g. "0042": the last run of digits in its stem
    std::int64_t value = 0;
};

/// The folder's images (png, jpg, jpeg, bmp, tif, tiff) whose names hold a number, in natural order (img2
/// before img10). NotFound where there is none.
Result<std::vector<NumberedImage>> listNumberedImages(const std::filesystem::path& folder);

/// Opens such a folder; options.fps must be set. Frames are dense, labels keep the files' numbers. Only the
/// first image is decoded here; a later one of another size makes read() of it fail.
Result<std::unique_ptr<VideoSource>> openImageFolder(const std::filesystem::path& folder,
                                                     const OpenOptions& options);

/// One image in the given format, upright as its EXIF data say.
Result<cv::Mat> readImage(const std::filesystem::path& path, PixelFormat format);

} // namespace mien::media
