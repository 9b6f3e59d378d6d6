// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

// Owners for FFmpeg's C objects. Private to core/media: no FFmpeg type appears in its public headers.
namespace mien::media {

struct AvDeleter {
    void operator()(AVPacket* p) const { av_packet_free(&p); }
    void operator()(AVFrame* p) const { av_frame_free(&p); }
    void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
    void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
    void operator()(AVBSFContext* p) const { av_bsf_free(&p); }
    void operator()(SwsContext* p) const { sws_freeContext(p); }
};
using PacketPtr = std::unique_ptr<AVPacket, AvDeleter>;
using AvFramePtr = std::unique_ptr<AVFrame, AvDeleter>;
using CodecPtr = std::unique_ptr<AVCodecContext, AvDeleter>;
using InputPtr = std::unique_ptr<AVFormatContext, AvDeleter>;
using BsfPtr = std::unique_ptr<AVBSFContext, AvDeleter>;
using SwsPtr = std::unique_ptr<SwsContext, AvDeleter>;

/// FFmpeg's own words for one of its error numbers.
std::string avErrorText(int error);

/// Sends FFmpeg's messages to our log (they would go to standard error). Cheap to call again.
void routeAvLog();

inline AVRational toAv(Rational r) {
    return {static_cast<int>(r.num), static_cast<int>(r.den)};
}
inline Rational fromAv(AVRational r) {
    return {r.num, r.den};
}

} // namespace mien::media
