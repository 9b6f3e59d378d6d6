// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av_handles.h"
#include "core/media/video_source.h"

namespace mien::media {

/// How a decoded picture is turned to stand upright: first transposed, then mirrored.
struct Orientation {
    bool transpose = false;
    bool mirrorX = false;
    bool mirrorY = false;
    bool exact = true; ///< false: the film asks for a turn that is no multiple of 90 degrees (not applied)

    bool operator==(const Orientation&) const = default;
};

/// From the stream's display matrix (rotation metadata); identity where there is none.
Orientation orientationOf(const AVStream& stream);

/// Turns FFmpeg's pictures into upright cv::Mat of one size and format. Grey is the luma plane, stretched to
/// full range where it is coded as 16 … 235 (or its 10-bit counterpart); colour pictures without a luma plane
/// go through BT.601 weights. BGR follows the matrix that the film names; where it names none, BT.709 from
/// 720 lines on and BT.601 below, as players do.
class FrameConverter {
public:
    /// `width`, `height`: of the picture before it is turned; pictures of another size are scaled to it.
    FrameConverter(PixelFormat format, Orientation orientation, int width, int height)
        : m_format(format), m_orientation(orientation), m_width(width), m_height(height) {}

    /// Deep: the result shares nothing with the picture.
    Result<cv::Mat> convert(const AVFrame& picture);

private:
    Result<cv::Mat> toBgr(const AVFrame& picture);
    Result<cv::Mat> toGrey(const AVFrame& picture);

    PixelFormat m_format;
    Orientation m_orientation;
    int m_width;
    int m_height;
    SwsPtr m_scaler;
};

} // namespace mien::media
