// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_convert.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

namespace mien::media {
namespace {

AVPixelFormat pixelFormatOf(const AVFrame& picture) {
    return static_cast<AVPixelFormat>(picture.format);
}

bool isFullRange(const AVFrame& picture, const AVPixFmtDescriptor& description) {
    if (picture.color_range != AVCOL_RANGE_UNSPECIFIED)
        return picture.color_range == AVCOL_RANGE_JPEG;
    return description.nb_components == 1 || (description.flags & AV_PIX_FMT_FLAG_RGB) ||
           std::string_view(description.name).starts_with("yuvj");
}

/// Sample values of black and white in the luma plane.
struct LumaRange {
    double black;
    double white;
};

LumaRange lumaRange(bool fullRange, int depth) {
    const double unit = std::ldexp(1.0, depth - 8);
    return fullRange ? LumaRange{0.0, std::ldexp(1.0, depth) - 1.0} : LumaRange{16.0 * unit, 235.0 * unit};
}

int scalerMatrix(const AVFrame& picture) {
    switch (picture.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    case AVCOL_SPC_UNSPECIFIED:
        return picture.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    default:
        return SWS_CS_ITU601;
    }
}

/// The luma samples as OpenCV sees them where they lie, or an empty Mat where there is no such plane.
cv::Mat lumaView(const AVFrame& picture, const AVPixFmtDescriptor& description) {
    constexpr auto strange = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM |
                             AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_BAYER |
                             AV_PIX_FMT_FLAG_BE;
    const AVComponentDescriptor& luma = description.comp[0];
    if ((description.flags & strange) != 0 || luma.plane != 0 || luma.shift != 0 || picture.linesize[0] <= 0)
        return {};
    const auto stride = static_cast<std::size_t>(picture.linesize[0]);
    auto* data = const_cast<std::uint8_t*>(picture.data[0]);
    if (luma.depth == 8 && luma.step == 1)
        return cv::Mat(picture.height, picture.width, CV_8UC1, data, stride);
    if (luma.depth > 8 && luma.depth <= 16 && luma.step == 2)
        return cv::Mat(picture.height, picture.width, CV_16UC1, data, stride);
    if (luma.depth == 8 && luma.step == 2) { // packed 4:2:2: every other byte
        cv::Mat plane;
        cv::extractChannel(cv::Mat(picture.height, picture.width, CV_8UC2, data, stride), plane, luma.offset);
        return plane;
    }
    return {};
}

cv::Mat upright(cv::Mat image, const Orientation& orientation) {
    if (orientation.transpose)
        cv::transpose(image, image);
    if (orientation.mirrorX && orientation.mirrorY)
        cv::flip(image, image, -1);
    else if (orientation.mirrorX)
        cv::flip(image, image, 1);
    else if (orientation.mirrorY)
        cv::flip(image, image, 0);
    return image;
}

} // namespace

Orientation orientationOf(const AVStream& stream) {
    Orientation orientation;
    const auto* bytes = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
    if (!bytes)
        return orientation;
    std::int32_t m[9];
    std::copy_n(bytes, sizeof m, reinterpret_cast<std::uint8_t*>(m));
    // (x, y) is shown at (a x + c y, b x + d y) with a, b, c, d in 16.16 fixed point.
    const double a = m[0] / 65536.0;
    const double b = m[1] / 65536.0;
    const double c = m[3] / 65536.0;
    const double d = m[4] / 65536.0;
    const auto isZero = [](double v) { return std::abs(v) < 0.01; };
    if (isZero(b) && isZero(c) && !isZero(a) && !isZero(d)) {
        orientation.mirrorX = a < 0;
        orientation.mirrorY = d < 0;
    } else if (isZero(a) && isZero(d) && !isZero(b) && !isZero(c)) {
        orientation.transpose = true;
        orientation.mirrorX = c < 0;
        orientation.mirrorY = b < 0;
    } else {
        orientation.exact = false;
    }
    return orientation;
}

Result<cv::Mat> FrameConverter::convert(const AVFrame& picture) {
    auto image = m_format == PixelFormat::Grey ? toGrey(picture) : toBgr(picture);
    if (!image)
        return image;
    return upright(std::move(*image), m_orientation);
}

Result<cv::Mat> FrameConverter::toBgr(const AVFrame& picture) {
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(pixelFormatOf(picture));
    if (!description)
        return fail(ErrorCode::Unsupported, "The film's pixel format is unknown.");
    cv::Mat image(m_height, m_width, CV_8UC3);
    if (picture.format == AV_PIX_FMT_GRAY8 && isFullRange(picture, *description) &&
        picture.width == m_width && picture.height == m_height) {
        cv::cvtColor(lumaView(picture, *description), image, cv::COLOR_GRAY2BGR);
        return image;
    }
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), picture.width, picture.height,
                                        pixelFormatOf(picture), m_width, m_height, AV_PIX_FMT_BGR24,
                                        SWS_BILINEAR, nullptr, nullptr, nullptr));
    if (!m_scaler)
        return fail(ErrorCode::Unsupported, std::string("Pictures of the format ") + description->name +
                                                " cannot be converted to BGR.");
    sws_setColorspaceDetails(m_scaler.get(), sws_getCoefficients(scalerMatrix(picture)),
                             isFullRange(picture, *description) ? 1 : 0, sws_getCoefficients(SWS_CS_DEFAULT),
                             1, 0, 1 << 16, 1 << 16);
    std::uint8_t* target[] = {image.data};
    const int stride[] = {static_cast<int>(image.step[0])};
    sws_scale(m_scaler.get(), picture.data, picture.linesize, 0, picture.height, target, stride);
    return image;
}

Result<cv::Mat> FrameConverter::toGrey(const AVFrame& picture) {
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(pixelFormatOf(picture));
    if (!description)
        return fail(ErrorCode::Unsupported, "The film's pixel format is unknown.");
    const cv::Mat luma = lumaView(picture, *description);
    if (luma.empty()) {
        auto bgr = toBgr(picture);
        if (!bgr)
            return bgr;
        cv::Mat grey;
        cv::cvtColor(*bgr, grey, cv::COLOR_BGR2GRAY);
        return grey;
    }
    const auto range = lumaRange(isFullRange(picture, *description), description->comp[0].depth);
    const double scale = 255.0 / (range.white - range.black);
    cv::Mat grey;
    luma.convertTo(grey, CV_8U, scale, -range.black * scale);
    if (grey.cols != m_width || grey.rows != m_height)
        cv::resize(grey, grey, {m_width, m_height}, 0, 0, cv::INTER_LINEAR);
    return grey;
}

} // namespace mien::media
