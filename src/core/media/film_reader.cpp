// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/film_reader.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace mien::media {
namespace {

/// Formats that FFmpeg reads but that are no films: text art, and lists that point to other files.
bool isNoFilm(std::string_view format) {
    constexpr std::array names{"tty", "bin",  "xbin",   "adf",        "idf",
                               "hls", "dash", "concat", "ffmetadata", "lrc"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return format.starts_with(name); });
}

int bestVideoStream(const AVFormatContext& format) {
    int best =
        av_find_best_stream(const_cast<AVFormatContext*>(&format), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    for (unsigned i = 0; best >= 0 && i < format.nb_streams; ++i) {
        if (!(format.streams[best]->disposition & AV_DISPOSITION_ATTACHED_PIC))
            break;
        best = -1; // a cover picture is no film; is there another stream?
        if (format.streams[i]->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
            !(format.streams[i]->disposition & AV_DISPOSITION_ATTACHED_PIC))
            best = static_cast<int>(i);
    }
    return best;
}

} // namespace

Result<std::unique_ptr<FilmReader>> FilmReader::open(const std::filesystem::path& path, int decodeThreads) {
    routeAvLog();
    auto reader = std::make_unique<FilmReader>();
    reader->m_path = path;
    reader->m_threads = std::max(1, decodeThreads);
    reader->m_packet.reset(av_packet_alloc());
    if (auto opened = reader->openInput(); !opened)
        return Unexpected(std::move(opened).error());
    if (auto opened = reader->openDecoder(); !opened)
        return Unexpected(std::move(opened).error());
    return reader;
}

Result<void> FilmReader::openInput() {
    m_stream = nullptr;
    m_format.reset();
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    AVFormatContext* raw = nullptr;
    const int rc = avformat_open_input(&raw, ("file:" + m_path.string()).c_str(), nullptr, &options);
    av_dict_free(&options);
    m_format.reset(raw);
    if (rc == AVERROR(ENOENT))
        return fail(ErrorCode::NotFound, "There is no such file.", m_path.string());
    if (rc == AVERROR(EACCES) || rc == AVERROR(EPERM) || rc == AVERROR(EIO))
        return fail(ErrorCode::Unreadable, "The film may not be read; check its permissions and the disk.",
                    m_path.string());
    if (rc < 0 || isNoFilm(m_format->iformat->name))
        return fail(
            ErrorCode::Corrupt,
            "This is not a film, or its head or index is missing; if it was copied or recorded, do that "
            "again to its end.",
            m_path.string());
    if (avformat_find_stream_info(m_format.get(), nullptr) < 0)
        return fail(ErrorCode::Corrupt, "The film's streams cannot be made out; the file is damaged.",
                    m_path.string());
    const int best = bestVideoStream(*m_format);
    if (best < 0)
        return fail(ErrorCode::Unsupported, "The file holds no video stream.", m_path.string());
    for (unsigned i = 0; i < m_format->nb_streams; ++i)
        m_format->streams[i]->discard = static_cast<int>(i) == best ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    m_stream = m_format->streams[best];
    m_nextOrdinal = 0;
    m_packetWaits = false;
    openUnpacker();
    return {};
}

/// DivX and Xvid put a P- and a B-picture into one packet of an AVI and an empty one after it. Decoding
/// cannot begin in the middle of that; unpacked, each picture has its packet again.
void FilmReader::openUnpacker() {
    m_unpacker.reset();
    const AVBitStreamFilter* filter = av_bsf_get_by_name("mpeg4_unpack_bframes");
    AVBSFContext* raw = nullptr;
    if (m_stream->codecpar->codec_id != AV_CODEC_ID_MPEG4 || !filter || av_bsf_alloc(filter, &raw) < 0)
        return;
    BsfPtr unpacker(raw);
    unpacker->time_base_in = m_stream->time_base;
    if (avcodec_parameters_copy(unpacker->par_in, m_stream->codecpar) >= 0 &&
        av_bsf_init(unpacker.get()) >= 0)
        m_unpacker = std::move(unpacker);
}

Result<void> FilmReader::openDecoder() {
    const AVCodec* codec = avcodec_find_decoder(m_stream->codecpar->codec_id);
    if (!codec)
        return fail(ErrorCode::Unsupported,
                    fmt::format("This build of FFmpeg cannot decode {}; convert the film to H.264.",
                                avcodec_get_name(m_stream->codecpar->codec_id)),
                    m_path.string());
    m_codec.reset(avcodec_alloc_context3(codec));
    const AVCodecParameters* parameters = m_unpacker ? m_unpacker->par_out : m_stream->codecpar;
    int rc = avcodec_parameters_to_context(m_codec.get(), parameters);
    m_codec->thread_count = m_threads;
    m_codec->pkt_timebase = m_stream->time_base;
    if (rc >= 0)
        rc = avcodec_open2(m_codec.get(), codec, nullptr);
    if (rc < 0)
        return fail(ErrorCode::Corrupt,
                    fmt::format("The film's {} decoder cannot start ({}); its head is damaged.",
                                avcodec_get_name(m_stream->codecpar->codec_id), avErrorText(rc)),
                    m_path.string());
    m_drained = false;
    return {};
}

void FilmReader::restartDecoder() {
    avcodec_flush_buffers(m_codec.get());
    m_drained = false;
}

Result<void> FilmReader::rewind() {
    if (auto opened = openInput(); !opened)
        return opened;
    restartDecoder();
    return {};
}

std::int64_t FilmReader::idOf(const AVPacket& packet, PacketIdentity identity) {
    switch (identity) {
    case PacketIdentity::Pts:
        return packet.pts;
    case PacketIdentity::Pos:
        return packet.pos;
    case PacketIdentity::Dts:
        return packet.dts;
    case PacketIdentity::None:
        break;
    }
    return -1;
}

Result<void> FilmReader::seekToKey(const FilmIndex& index, std::size_t key) {
    const std::int32_t wanted = index.keys[key].ordinal;
    // A container's seek may land late (sparse or missing index): then from ever earlier key packets, at
    // last from the start.
    for (std::size_t back = 0; index.identity != PacketIdentity::None; back = back == 0 ? 1 : back * 2) {
        if (back > key)
            break;
        const std::size_t from = key - back;
        if (av_seek_frame(m_format.get(), m_stream->index, index.keys[from].seekTime, AVSEEK_FLAG_BACKWARD) <
            0)
            continue;
        if (m_unpacker)
            av_bsf_flush(m_unpacker.get());
        m_packetWaits = false;
        std::ptrdiff_t at = -1;
        while (readPacket(m_packet.get()) >= 0) {
            if (!(m_packet->flags & AV_PKT_FLAG_KEY))
                continue;
            at = index.keyWithId(idOf(*m_packet, index.identity));
            if (at >= 0)
                break;
        }
        if (at < 0 || index.keys[static_cast<std::size_t>(at)].ordinal > wanted)
            continue;
        m_nextOrdinal = index.keys[static_cast<std::size_t>(at)].ordinal;
        int rc = 0;
        while (m_nextOrdinal < wanted && (rc = readPacket(m_packet.get())) >= 0)
            ++m_nextOrdinal;
        if (rc < 0)
            continue;
        m_packetWaits = true;
        restartDecoder();
        return {};
    }
    if (auto rewound = rewind(); !rewound)
        return rewound;
    while (m_nextOrdinal < wanted) {
        if (readPacket(m_packet.get()) < 0)
            return fail(ErrorCode::Corrupt, "The film has become shorter since it was opened.",
                        m_path.string());
        ++m_nextOrdinal;
    }
    return {};
}

int FilmReader::readPacket(AVPacket* packet) {
    for (;;) {
        av_packet_unref(packet);
        if (m_unpacker) {
            const int rc = av_bsf_receive_packet(m_unpacker.get(), packet);
            if (rc == 0)
                return 0;
            if (rc == AVERROR_EOF)
                return m_endOfInput;
        }
        const int rc = av_read_frame(m_format.get(), packet);
        if (rc >= 0 && packet->stream_index != m_stream->index)
            continue;
        if (!m_unpacker)
            return rc;
        m_endOfInput = rc;
        if (rc < 0 || av_bsf_send_packet(m_unpacker.get(), packet) < 0)
            av_bsf_send_packet(m_unpacker.get(), nullptr);
    }
}

int FilmReader::feed() {
    if (!m_packetWaits) {
        const int rc = m_nextOrdinal < m_packetLimit ? readPacket(m_packet.get()) : AVERROR_EOF;
        if (rc < 0) {
            m_drained = true;
            return avcodec_send_packet(m_codec.get(), nullptr);
        }
    }
    // The decoder hands time stamps through unchanged: they carry the packet's ordinal to the picture.
    m_packet->pts = m_nextOrdinal;
    const int rc = avcodec_send_packet(m_codec.get(), m_packet.get());
    m_packetWaits = rc == AVERROR(EAGAIN);
    if (!m_packetWaits)
        ++m_nextOrdinal;
    // A packet that cannot be decoded shows nothing; what comes after it may be sound.
    return m_packetWaits ? rc : 0;
}

int FilmReader::decodeNext(AVFrame* frame) {
    for (int undecodable = 0; undecodable < 100;) {
        const int rc = avcodec_receive_frame(m_codec.get(), frame);
        if (rc == 0 || rc == AVERROR_EOF)
            return rc;
        if (m_drained && rc == AVERROR(EAGAIN))
            return AVERROR_EOF;
        if (m_drained)
            ++undecodable; // a damaged picture among the last ones; sound ones may follow
        else
            feed();
    }
    return AVERROR_EOF;
}

} // namespace mien::media
