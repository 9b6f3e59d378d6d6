// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mien::media {

/// How the pixels of a frame are wanted.
enum class PixelFormat {
    Bgr, ///< CV_8UC3, OpenCV's order
    Grey ///< CV_8UC1 full-range luma; much cheaper to decode to
};

/// One decoded frame, upright (rotation applied), with its own time stamp.
struct Frame {
    FrameIndex index;
    double timeS = 0.0; ///< presentation time, seconds from the first frame shown
    cv::Mat image;      ///< in the source's PixelFormat; owned by the frame (deep, never reused)
};

/// What `probe` prints. Sizes are of the upright picture, in pixels.
struct MediaInfo {
    std::filesystem::path path;
    std::int64_t frames = 0;
    int width = 0;
    int height = 0;
    Rational fps;             ///< for a variable rate: the mean rate
    bool constantRate = true; ///< every step within half a time-base tick (or 1 %) of the same
    double durationS = 0.0;   ///< frames / fps, or last time stamp plus one step
    double firstPtsS = 0.0;   ///< time stamp that the container gives the first frame
    std::string codec;        ///< FFmpeg's short name ("h264", "hevc", …); "images" for a folder
    bool isImageFolder = false;
    std::vector<std::string> notes; ///< plain sentences: truncated, frames lost, gaps in the numbering …
};

struct OpenOptions {
    PixelFormat format = PixelFormat::Bgr;
    /// Needed for a folder of images (which has no rate of its own); overrides nothing in a film.
    std::optional<Rational> fps = {};
    int decodeThreads = 2;
    /// Where the table of time stamps is cached by content; empty: no cache is kept.
    std::filesystem::path cacheDir = {};
};

/// A film or a folder of numbered images, frame-exact. Not thread-safe: one thread uses one source (open the
/// medium twice for two threads; the time-stamp table is shared through the cache).
class VideoSource {
public:
    virtual ~VideoSource() = default;

    virtual const MediaInfo& info() const = 0;
    /// Time stamps of all frames in seconds from the first one, ascending; size() == info().frames.
    virtual std::span<const double> timesS() const = 0;
    /// Exactly frame `index`, decoded from the nearest key frame before it where needed.
    /// NotFound outside 0 … frames-1; Corrupt where the film is damaged there.
    virtual Result<Frame> read(FrameIndex index) = 0;
    /// The frame after the last one delivered (frame 0 at first); nullopt after the last frame.
    virtual Result<std::optional<Frame>> next() = 0;
    /// The number that people know the frame by: its own number, or the one in the image's file name.
    virtual std::string labelOf(FrameIndex index) const = 0;

    /// The frame shown at `timeS`: the last one whose time stamp is <= timeS (the first frame before that).
    FrameIndex frameAt(double timeS) const;
    double timeOf(FrameIndex index) const { return timesS()[static_cast<std::size_t>(index.value)]; }
};

/// Opens a film file or a folder of numbered images (natural order) and builds or loads its time-stamp table.
/// Errors are single sentences: not found, a folder without numbered images, no video stream, no frame at
/// all, not a film, fps missing for a folder. A truncated film opens up to its last whole frame and says so
/// in MediaInfo::notes.
Result<std::unique_ptr<VideoSource>> openMedia(const std::filesystem::path& path, const OpenOptions& options,
                                               const JobContext& job);

/// The first frame, at once, without building the table: what the window shows while it indexes.
Result<Frame> readFirstFrame(const std::filesystem::path& path, const OpenOptions& options);

/// SHA-256 of the file's bytes as 64 lower-case hex digits; for a folder, of its images' names and bytes in
/// order.
Result<std::string> contentSha256(const std::filesystem::path& path, const JobContext& job);

} // namespace mien::media
