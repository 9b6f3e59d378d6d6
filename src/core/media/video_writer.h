// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>

namespace mien::media {

enum class VideoCodec {
    H264, ///< libx264, 8 bit 4:2:0 (4:4:4 where width or height is odd: 4:2:0 knows even sizes only); lossy
    Ffv1  ///< lossless: what is written is read back bit by bit; .mkv or .avi
};

struct VideoWriterOptions {
    int width = 0;     ///< pixels, >= 2
    int height = 0;    ///< pixels, >= 2
    Rational fps = {}; ///< frames per second, exact, e.g. {30000, 1001}
    VideoCodec codec = VideoCodec::H264;
    int crf = 18; ///< H.264 constant rate factor, 0 (lossless) … 51
    /// FFV1 only: the images are CV_8UC1 and kept as grey; otherwise they are kept as BGR.
    bool grey = false;
    /// Largest distance between key frames in frames; 0 leaves it to the codec.
    int keyFrameInterval = 0;
    /// Every frame carries its own time (variable rate): use write(image, timeS). `fps` is then the nominal
    /// rate and the last frame's duration. Times are kept to 1/90000 s in .mp4, to 1 ms in .mkv.
    bool variableRate = false;
};

/// Writes a film frame by frame. The file appears under its name only when finish() has succeeded; until then
/// it grows beside it as `<name>.part`, which is removed when the writer goes without having finished.
/// The same frames and options give the same bytes (one thread, no dates, no random identifiers).
///
///     auto writer = VideoWriter::create("clip.mp4", {.width = 640, .height = 480, .fps = {200, 1}});
///     (*writer)->write(image); …; (*writer)->finish();
class VideoWriter {
public:
    /// The container follows the extension (.mp4, .mov, .mkv, .avi); an existing file is replaced by
    /// finish().
    static Result<std::unique_ptr<VideoWriter>> create(const std::filesystem::path& path,
                                                       const VideoWriterOptions& options);
    virtual ~VideoWriter() = default;

    /// CV_8UC1 or CV_8UC3 (BGR) of the given size. H.264 takes both; FFV1 what options.grey says.
    virtual Result<void> write(const cv::Mat& image) = 0;
    /// With options.variableRate: `timeS` seconds from the film's start, growing from frame to frame.
    virtual Result<void> write(const cv::Mat& image, double timeS) = 0;
    /// Completes the file and puts it in its place. After this nothing can be written.
    virtual Result<void> finish() = 0;
};

} // namespace mien::media
