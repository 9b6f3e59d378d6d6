// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/packet_table.h"

#include "core/media/declared_size.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace mien::media {
namespace {

/// VP8 stores reference pictures that are never shown as packets of their own; bit 4 of the first byte is the
/// show_frame flag (RFC 6386, section 9.1).
bool isHiddenVp8(const AVStream& stream, const AVPacket& packet) {
    return stream.codecpar->codec_id == AV_CODEC_ID_VP8 && packet.size > 0 && !(packet.data[0] & 0x10);
}

/// Xvid marks the empty packet after a key picture as a key too, and unpacking puts a B-picture there. The
/// two bits after the VOP start code are 0 for an intra picture (ISO/IEC 14496-2, 6.2.5).
bool isFalseMpeg4Key(const AVStream& stream, const AVPacket& packet) {
    constexpr std::string_view vopStart("\x00\x00\x01\xb6", 4);
    if (stream.codecpar->codec_id != AV_CODEC_ID_MPEG4)
        return false;
    const std::string_view bytes(reinterpret_cast<const char*>(packet.data),
                                 static_cast<std::size_t>(packet.size));
    const std::size_t at = bytes.find(vopStart);
    return at == bytes.npos || at + 4 >= bytes.size() ||
           (static_cast<unsigned char>(bytes[at + 4]) >> 6) != 0;
}

std::string truncationOf(const FilmReader& reader, const PacketTable& table, int lastError) {
    const std::string_view format = reader.format().iformat->name;
    const auto read = static_cast<std::int64_t>(table.rows.size());
    // FFmpeg's own index has the edit lists applied; the sample count in the file's head has not.
    const auto promised = format.find("mp4") != format.npos
                              ? avformat_index_get_entries_count(const_cast<AVStream*>(&reader.stream()))
                              : 0;
    if (promised > read)
        return fmt::format("The film is truncated: its head promises {} pictures, {} are there.", promised,
                           read);
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(reader.path(), error);
    if (const std::uint64_t declared = declaredBytes(reader.path()); !error && declared > bytes)
        return fmt::format("The film is truncated: its head promises {} bytes, {} are there.", declared,
                           bytes);
    if (lastError != AVERROR_EOF)
        return fmt::format("The film can be read only up to its picture {} ({}).", read,
                           avErrorText(lastError));
    return {};
}

} // namespace

bool PacketTable::allHavePts() const {
    return std::all_of(rows.begin(), rows.end(),
                       [](const PacketRow& r) { return r.hidden || r.pts != AV_NOPTS_VALUE; });
}

PacketIdentity PacketTable::identity() const {
    const auto unique = [this](auto field, std::int64_t none) {
        std::vector<std::int64_t> ids;
        for (const PacketRow& row : rows)
            if (row.key)
                ids.push_back(row.*field);
        std::sort(ids.begin(), ids.end());
        return std::adjacent_find(ids.begin(), ids.end()) == ids.end() &&
               !std::binary_search(ids.begin(), ids.end(), none);
    };
    if (unique(&PacketRow::pts, AV_NOPTS_VALUE))
        return PacketIdentity::Pts;
    if (unique(&PacketRow::pos, -1))
        return PacketIdentity::Pos;
    if (unique(&PacketRow::dts, AV_NOPTS_VALUE))
        return PacketIdentity::Dts;
    return PacketIdentity::None;
}

Result<PacketTable> readPackets(FilmReader& reader, const JobContext& job) {
    PacketTable table;
    const PacketPtr packet(av_packet_alloc());
    std::error_code ignored;
    const auto bytes = static_cast<double>(std::filesystem::file_size(reader.path(), ignored));
    bool lastIsCut = false;
    int rc = 0;
    double shown = 0.0;
    while ((rc = reader.readPacket(packet.get())) >= 0) {
        if (job.cancelled())
            return cancelled("Reading the film's time stamps was stopped.");
        table.rows.push_back(
            {.pts = packet->pts,
             .dts = packet->dts,
             .pos = packet->pos,
             .key = (packet->flags & AV_PKT_FLAG_KEY) != 0 && !isFalseMpeg4Key(reader.stream(), *packet),
             .hidden = (packet->flags & AV_PKT_FLAG_DISCARD) != 0 || isHiddenVp8(reader.stream(), *packet)});
        lastIsCut = (packet->flags & AV_PKT_FLAG_CORRUPT) != 0;
        if (table.rows.size() % 512 == 0 && bytes > 0 && packet->pos > 0) {
            shown = std::max(shown, static_cast<double>(packet->pos) / bytes);
            job.progress(0.95 * shown, "Reading the film's time stamps");
        }
    }
    if (lastIsCut && !table.rows.empty()) {
        table.lastIsCut = true;
        if (rc == AVERROR_EOF)
            table.truncation = "The film is truncated: the file ends within a picture.";
    }
    if (const auto sentence = truncationOf(reader, table, rc); !sentence.empty())
        table.truncation = sentence;
    return table;
}

} // namespace mien::media
