// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av_handles.h"
#include "core/media/film_index.h"

#include <filesystem>

namespace mien::media {

/// One film opened with FFmpeg: the packets of its video stream in file order, and a decoder that tells for
/// every picture which packet it came from. Knows nothing of frames' numbers; FilmSource and scanFilm() do.
class FilmReader {
public:
    static Result<std::unique_ptr<FilmReader>> open(const std::filesystem::path& path, int decodeThreads);

    const AVFormatContext& format() const { return *m_format; }
    const AVStream& stream() const { return *m_stream; }
    const AVCodecContext& codec() const { return *m_codec; }
    const std::filesystem::path& path() const { return m_path; }

    /// Opens the file anew: the next packet is the film's first.
    Result<void> rewind();
    /// Goes to the key packet index.keys[key]: the next packet is that one, and the decoder is empty.
    Result<void> seekToKey(const FilmIndex& index, std::size_t key);

    /// The stream's next packet in file order; AVERROR_EOF at the end, other negative numbers on damage.
    int readPacket(AVPacket* packet);

    /// Decodes on: the next picture in the decoder's order, its `pts` replaced by the ordinal of the packet
    /// that it came from. AVERROR_EOF after the last one.
    int decodeNext(AVFrame* frame);
    /// Stops feeding after this many packets (file order) and lets the decoder give out what it holds.
    void setPacketLimit(std::int32_t packets) { m_packetLimit = packets; }
    /// Ordinal of the packet that will be fed next.
    std::int32_t position() const { return m_nextOrdinal; }
    /// The decoder was told that nothing more comes: only seeking or rewinding brings further pictures.
    bool drained() const { return m_drained; }

    static std::int64_t idOf(const AVPacket& packet, PacketIdentity identity);

private:
    Result<void> openInput();
    Result<void> openDecoder();
    void openUnpacker();
    void restartDecoder();
    int feed();

    std::filesystem::path m_path;
    int m_threads = 1;
    InputPtr m_format;
    AVStream* m_stream = nullptr; ///< owned by m_format
    CodecPtr m_codec;
    BsfPtr m_unpacker; ///< only for MPEG-4 part 2
    int m_endOfInput = 0;
    PacketPtr m_packet;
    bool m_packetWaits = false; ///< m_packet was read but not yet fed
    bool m_drained = false;
    std::int32_t m_nextOrdinal = 0;
    std::int32_t m_packetLimit = INT32_MAX;
};

} // namespace mien::media
