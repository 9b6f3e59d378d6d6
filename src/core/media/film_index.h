// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mien::media {

/// What names a packet of a film in a way that reading it again gives the same.
enum class PacketIdentity : std::uint8_t {
    Pts,  ///< its presentation time stamp
    Pos,  ///< its byte position in the file
    Dts,  ///< its decoding time stamp
    None, ///< nothing does: reading starts from the first packet
};

/// A packet from which decoding can begin.
struct KeyPacket {
    std::int32_t ordinal = 0;  ///< its place in file order among the film's video packets
    std::int32_t shownAs = 0;  ///< frame that it shows, or before which it would stand if it is not shown
    std::int64_t id = 0;       ///< after FilmIndex::identity
    std::int64_t seekTime = 0; ///< in stream ticks, what the container wants for seeking there
};

/// The table that makes a film frame-exact: which packet shows as which frame, and when. Built once by
/// scanFilm(), kept on disk by IndexCache.
struct FilmIndex {
    PacketIdentity identity = PacketIdentity::None;
    /// By packet in file order: the frame that it shows as, or -1 where nothing of it is shown (edit lists,
    /// leading pictures that lack their reference, hidden reference pictures).
    std::vector<std::int32_t> shownAs;
    std::vector<KeyPacket> keys; ///< in file order
    std::vector<double> timesS;  ///< by frame, seconds from the first one
    double firstPtsS = 0.0;
    Rational fps;
    bool constantRate = true;
    int width = 0; ///< of the decoded picture, before rotation
    int height = 0;
    std::vector<std::string> notes;

    std::int32_t frames() const { return static_cast<std::int32_t>(timesS.size()); }
    /// Index into keys of the last one that shows as `frame` or before it; 0 where there is none.
    std::size_t keyFor(std::int32_t frame) const;
    /// Index into keys of the key packet with this id, or -1. Needs prepare().
    std::ptrdiff_t keyWithId(std::int64_t id) const;
    /// Builds the look-up tables after the fields were filled.
    void prepare();

private:
    std::vector<std::pair<std::int64_t, std::int32_t>> m_byId; ///< id, index into keys; sorted
};

} // namespace mien::media
