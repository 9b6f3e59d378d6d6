// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/media/film_reader.h"

namespace mien::media {

/// One packet of the video stream as the container tells it, in stream ticks.
struct PacketRow {
    std::int64_t pts = AV_NOPTS_VALUE;
    std::int64_t dts = AV_NOPTS_VALUE;
    std::int64_t pos = -1;
    bool key = false;
    bool hidden = false; ///< decoded but never shown: before an edit list's start, or a hidden reference
};

/// All packets of the video stream in file order.
struct PacketTable {
    std::vector<PacketRow> rows;
    bool lastIsCut = false; ///< the file ends within the last packet
    std::string truncation; ///< a sentence where the file ends before its container says it should

    bool allHavePts() const;
    PacketIdentity identity() const;
};

/// Reads the film from its first packet to its end without decoding.
Result<PacketTable> readPackets(FilmReader& reader, const JobContext& job);

} // namespace mien::media
