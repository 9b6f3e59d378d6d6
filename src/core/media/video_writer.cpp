// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_writer.h"

#include "core/media/av_handles.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

extern "C" {
#include <libavutil/opt.h>
}

namespace mien::media {
namespace {

namespace fs = std::filesystem;

constexpr AVRational variableTimeBase{1, 90000};

/// An output context and its file; the file is removed unless keep() was called.
class OutputFile {
public:
    ~OutputFile() {
        if (m_context) {
            avio_closep(&m_context->pb);
            avformat_free_context(m_context);
        }
        std::error_code ignored;
        if (!m_temporary.empty())
            fs::remove(m_temporary, ignored);
    }
    int open(const fs::path& path, const fs::path& temporary) {
        int rc = avformat_alloc_output_context2(&m_context, nullptr, nullptr, path.c_str());
        if (rc < 0)
            return rc;
        rc = avio_open(&m_context->pb, temporary.c_str(), AVIO_FLAG_WRITE);
        if (rc >= 0)
            m_temporary = temporary;
        return rc;
    }
    AVFormatContext* get() const { return m_context; }
    /// Flushes and closes the file, then gives it its name. Negative: FFmpeg's error number.
    int keepAs(const fs::path& path) {
        const int rc = avio_closep(&m_context->pb);
        if (rc < 0)
            return rc;
        std::error_code error;
        fs::rename(m_temporary, path, error);
        if (error)
            return AVERROR(error.value());
        m_temporary.clear();
        return 0;
    }

private:
    AVFormatContext* m_context = nullptr;
    fs::path m_temporary;
};

AVPixelFormat pixelFormatFor(const VideoWriterOptions& o) {
    if (o.codec == VideoCodec::Ffv1)
        return o.grey ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_BGR0;
    return o.width % 2 == 0 && o.height % 2 == 0 ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_YUV444P;
}

class FilmWriter final : public VideoWriter {
public:
    FilmWriter(fs::path path, const VideoWriterOptions& options)
        : m_path(std::move(path)), m_options(options) {}

    Result<void> open() {
        routeAvLog();
        const fs::path temporary = m_path.string() + ".part";
        if (const int rc = m_output.open(m_path, temporary); rc < 0) {
            if (rc == AVERROR(EINVAL))
                return fail(ErrorCode::InvalidArgument,
                            "The film's name must end in .mp4, .mov, .mkv or .avi.", m_path.string());
            return writeFailed(rc);
        }
        const bool h264 = m_options.codec == VideoCodec::H264;
        const AVCodec* codec =
            h264 ? avcodec_find_encoder_by_name("libx264") : avcodec_find_encoder(AV_CODEC_ID_FFV1);
        if (!codec)
            return fail(ErrorCode::MissingDependency,
                        "This build of FFmpeg cannot write the chosen codec (libx264 or FFV1).");
        m_codec.reset(avcodec_alloc_context3(codec));
        setUpCodec(h264);
        AVFormatContext* out = m_output.get();
        if (out->oformat->flags & AVFMT_GLOBALHEADER)
            m_codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        out->flags |= AVFMT_FLAG_BITEXACT;
        if (const int rc = avcodec_open2(m_codec.get(), codec, nullptr); rc < 0)
            return fail(
                ErrorCode::Unsupported,
                fmt::format("The film's encoder refused {} x {} pixels at {}/{} frames a second ({}).",
                            m_options.width, m_options.height, m_options.fps.num, m_options.fps.den,
                            avErrorText(rc)),
                m_path.string());
        m_stream = avformat_new_stream(out, nullptr);
        if (!m_stream)
            return writeFailed(AVERROR(ENOMEM));
        avcodec_parameters_from_context(m_stream->codecpar, m_codec.get());
        m_stream->time_base = m_codec->time_base;
        m_stream->avg_frame_rate = m_codec->framerate;
        if (const int rc = avformat_write_header(out, nullptr); rc < 0)
            return writeFailed(rc);
        m_picture.reset(av_frame_alloc());
        m_packet.reset(av_packet_alloc());
        return {};
    }

    Result<void> write(const cv::Mat& image) override {
        if (m_options.variableRate)
            return fail(ErrorCode::InvalidArgument, "This film has a variable rate: give each frame a time.");
        return encode(image, m_written);
    }

    Result<void> write(const cv::Mat& image, double timeS) override {
        if (!m_options.variableRate)
            return fail(ErrorCode::InvalidArgument, "This film has a fixed rate: frames take no time.");
        const auto pts = static_cast<std::int64_t>(std::llround(timeS / av_q2d(variableTimeBase)));
        if (!(timeS >= 0.0) || pts <= m_lastPts)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("Frame {} does not come later than the one before it.", m_written),
                        m_path.string());
        return encode(image, pts);
    }

    Result<void> finish() override {
        if (m_finished)
            return fail(ErrorCode::InvalidArgument, "The film was already finished.", m_path.string());
        if (m_written == 0)
            return fail(ErrorCode::InvalidArgument, "A film needs at least one frame.", m_path.string());
        m_finished = true;
        if (auto drained = drain(avcodec_send_frame(m_codec.get(), nullptr)); !drained)
            return drained;
        if (const int rc = av_write_trailer(m_output.get()); rc < 0)
            return writeFailed(rc);
        if (const int rc = m_output.get()->pb->error; rc < 0)
            return writeFailed(rc);
        if (const int rc = m_output.keepAs(m_path); rc < 0)
            return writeFailed(rc);
        return {};
    }

private:
    void setUpCodec(bool h264) {
        m_codec->width = m_options.width;
        m_codec->height = m_options.height;
        m_codec->pix_fmt = pixelFormatFor(m_options);
        m_codec->sample_aspect_ratio = {1, 1};
        m_codec->framerate = toAv(m_options.fps);
        m_codec->time_base = m_options.variableRate ? variableTimeBase : av_inv_q(m_codec->framerate);
        m_codec->thread_count = 1; // the bytes must not depend on the machine
        m_codec->flags |= AV_CODEC_FLAG_BITEXACT;
        if (m_options.keyFrameInterval > 0)
            m_codec->gop_size = m_options.keyFrameInterval;
        if (h264) {
            m_codec->color_range = AVCOL_RANGE_MPEG;
            m_codec->colorspace = AVCOL_SPC_SMPTE170M;
            m_codec->color_primaries = AVCOL_PRI_SMPTE170M;
            m_codec->color_trc = AVCOL_TRC_SMPTE170M;
            av_opt_set_double(m_codec->priv_data, "crf", m_options.crf, 0);
            av_opt_set(m_codec->priv_data, "preset", "fast", 0);
            // x264's macroblock tree makes different bytes of the same frames from run to run (its vector
            // code; seen with core 164 in half of all runs). Without it they are the same.
            av_opt_set(m_codec->priv_data, "x264-params", "mbtree=0", 0);
        } else {
            m_codec->level = 3; // carries a checksum per slice
            av_opt_set_int(m_codec->priv_data, "slicecrc", 1, 0);
            if (m_options.keyFrameInterval <= 0)
                m_codec->gop_size = 1; // lossless material is for exact and quick access
        }
    }

    Result<void> encode(const cv::Mat& image, std::int64_t pts) {
        if (m_finished)
            return fail(ErrorCode::InvalidArgument, "The film is finished; nothing can be added.");
        if (image.cols != m_options.width || image.rows != m_options.height ||
            (image.type() != CV_8UC1 && image.type() != CV_8UC3))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("Frame {} is not an 8-bit image of {} x {} pixels.", m_written,
                                    m_options.width, m_options.height),
                        m_path.string());
        if (m_options.codec == VideoCodec::Ffv1 && (image.channels() == 1) != m_options.grey)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("Frame {} is {}, but the film was begun as {}.", m_written,
                                    image.channels() == 1 ? "grey" : "coloured",
                                    m_options.grey ? "grey" : "coloured"),
                        m_path.string());
        if (const int rc = fill(image); rc < 0)
            return writeFailed(rc);
        m_picture->pts = pts;
        m_lastPts = pts;
        ++m_written;
        return drain(avcodec_send_frame(m_codec.get(), m_picture.get()));
    }

    /// Converts the image into a fresh picture of the encoder's format (the encoder may keep the last one).
    int fill(const cv::Mat& image) {
        av_frame_unref(m_picture.get());
        m_picture->format = m_codec->pix_fmt;
        m_picture->width = m_codec->width;
        m_picture->height = m_codec->height;
        m_picture->color_range = m_codec->color_range;
        m_picture->colorspace = m_codec->colorspace;
        if (const int rc = av_frame_get_buffer(m_picture.get(), 0); rc < 0)
            return rc;
        if (m_codec->pix_fmt == AV_PIX_FMT_GRAY8) {
            image.copyTo(cv::Mat(image.rows, image.cols, CV_8UC1, m_picture->data[0],
                                 static_cast<std::size_t>(m_picture->linesize[0])));
            return 0;
        }
        const AVPixelFormat from = image.channels() == 1 ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_BGR24;
        m_scaler.reset(sws_getCachedContext(m_scaler.release(), image.cols, image.rows, from, image.cols,
                                            image.rows, m_codec->pix_fmt, SWS_BICUBIC | SWS_ACCURATE_RND,
                                            nullptr, nullptr, nullptr));
        if (!m_scaler)
            return AVERROR(EINVAL);
        const std::uint8_t* source[] = {image.data};
        const int stride[] = {static_cast<int>(image.step[0])};
        return sws_scale(m_scaler.get(), source, stride, 0, image.rows, m_picture->data, m_picture->linesize);
    }

    /// Moves what the encoder has ready into the file. `sent` is the answer of avcodec_send_frame.
    Result<void> drain(int sent) {
        if (sent < 0)
            return fail(ErrorCode::Internal,
                        fmt::format("Frame {} could not be encoded ({}).", m_written - 1, avErrorText(sent)),
                        m_path.string());
        for (;;) {
            const int rc = avcodec_receive_packet(m_codec.get(), m_packet.get());
            if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF)
                return {};
            if (rc < 0)
                return fail(ErrorCode::Internal, "The encoder failed: " + avErrorText(rc) + ".",
                            m_path.string());
            // One nominal frame; the muxers derive the others' durations from the times themselves.
            m_packet->duration = av_rescale_q(1, av_inv_q(m_codec->framerate), m_codec->time_base);
            m_packet->stream_index = m_stream->index;
            av_packet_rescale_ts(m_packet.get(), m_codec->time_base, m_stream->time_base);
            if (const int written = av_interleaved_write_frame(m_output.get(), m_packet.get()); written < 0)
                return writeFailed(written);
        }
    }

    Unexpected writeFailed(int rc) const {
        return fail(ErrorCode::WriteFailed,
                    fmt::format("The film could not be written ({}); check the folder and the free space.",
                                avErrorText(rc)),
                    m_path.string());
    }

    fs::path m_path;
    VideoWriterOptions m_options;
    OutputFile m_output;
    CodecPtr m_codec;
    AvFramePtr m_picture;
    PacketPtr m_packet;
    SwsPtr m_scaler;
    AVStream* m_stream = nullptr; ///< owned by the output context
    std::int64_t m_written = 0;
    std::int64_t m_lastPts = -1;
    bool m_finished = false;
};

} // namespace

Result<std::unique_ptr<VideoWriter>> VideoWriter::create(const fs::path& path,
                                                         const VideoWriterOptions& options) {
    if (options.width < 2 || options.height < 2)
        return fail(ErrorCode::InvalidArgument, "A film's picture needs at least 2 x 2 pixels.",
                    path.string());
    if (options.fps.num <= 0 || options.fps.den <= 0 || options.fps.num > 10'000'000 ||
        options.fps.den > 10'000'000)
        return fail(ErrorCode::InvalidArgument, "The film's frame rate must be a positive fraction.",
                    path.string());
    if (options.crf < 0 || options.crf > 51)
        return fail(ErrorCode::InvalidArgument, "The H.264 rate factor must lie between 0 and 51.",
                    path.string());
    if (options.codec == VideoCodec::Ffv1 && path.extension() == ".mp4")
        return fail(ErrorCode::Unsupported, "FFV1 does not fit into .mp4; name the film .mkv or .avi.",
                    path.string());
    auto writer = std::make_unique<FilmWriter>(path, options);
    if (auto opened = writer->open(); !opened)
        return Unexpected(std::move(opened).error());
    return writer;
}

} // namespace mien::media
