// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/film_scan.h"

#include "core/media/frame_rate.h"
#include "core/media/packet_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace mien::media {
namespace {

/// A picture that came out of the decoder.
struct Shown {
    std::int32_t ordinal = 0;
    bool damaged = false;
};

/// How many packets at the start are decoded to check the table.
constexpr std::int32_t headPackets = 40;

class Scan {
public:
    Scan(FilmReader& reader, const JobContext& job) : m_reader(reader), m_job(job) {}

    Result<FilmIndex> run() {
        auto table = readPackets(m_reader, m_job);
        if (!table)
            return Unexpected(std::move(table).error());
        m_table = std::move(*table);
        if (m_table.rows.empty())
            return noFrame();
        auto regular = orderByTime() ? checkHead() : false;
        if (!regular)
            return Unexpected(std::move(regular).error());
        if (!*regular) {
            if (auto decoded = decodeAll(); !decoded)
                return Unexpected(std::move(decoded).error());
        }
        endBeforeCut();
        if (m_order.empty())
            return noFrame();
        fillIndex();
        if (*regular) {
            if (auto checked = checkTail(); !checked)
                return Unexpected(std::move(checked).error());
            if (m_order.empty())
                return noFrame();
        }
        describe();
        m_job.progress(1.0, "Reading the film's time stamps");
        return std::move(m_index);
    }

private:
    Unexpected noFrame() const {
        return fail(ErrorCode::Corrupt, "The film holds no picture that can be shown.",
                    m_reader.path().string());
    }

    std::int32_t packetCount() const { return static_cast<std::int32_t>(m_table.rows.size()); }

    const PacketRow& row(std::int32_t packet) const { return m_table.rows[static_cast<std::size_t>(packet)]; }

    /// The order of showing as far as the container tells it; false where it does not: B-pictures without
    /// time stamps, or two pictures with the same one.
    bool orderByTime() {
        for (std::int32_t p = 0; p < packetCount(); ++p)
            if (!row(p).hidden)
                m_order.push_back(p);
        if (!m_table.allHavePts()) {
            const auto* descriptor = avcodec_descriptor_get(m_reader.codec().codec_id);
            return descriptor && !(descriptor->props & AV_CODEC_PROP_REORDER);
        }
        std::sort(m_order.begin(), m_order.end(),
                  [this](std::int32_t a, std::int32_t b) { return row(a).pts < row(b).pts; });
        return std::adjacent_find(m_order.begin(), m_order.end(), [this](std::int32_t a, std::int32_t b) {
                   return row(a).pts == row(b).pts;
               }) == m_order.end();
    }

    /// Pictures that come out from where the reader stands up to packet `end` (file order).
    Result<std::vector<Shown>> decodeTo(std::int32_t end, bool report) {
        std::vector<Shown> shown;
        const AvFramePtr picture(av_frame_alloc());
        m_reader.setPacketLimit(end);
        while (m_reader.decodeNext(picture.get()) >= 0) {
            if (m_job.cancelled())
                return cancelled("Reading the film's time stamps was stopped.");
            shown.push_back(
                {static_cast<std::int32_t>(picture->pts),
                 picture->decode_error_flags != 0 || (picture->flags & AV_FRAME_FLAG_CORRUPT) != 0});
            if (m_index.width == 0) {
                m_index.width = picture->width;
                m_index.height = picture->height;
            }
            if (report && shown.size() % 128 == 0)
                m_job.progress(static_cast<double>(m_reader.position()) / packetCount(),
                               "Counting the film's pictures");
        }
        m_reader.setPacketLimit(INT32_MAX);
        return shown;
    }

    /// Decodes the first packets and drops leading ones that show nothing from the order. False where the
    /// decoder shows something else than the container's times say.
    Result<bool> checkHead() {
        if (auto rewound = m_reader.rewind(); !rewound)
            return Unexpected(std::move(rewound).error());
        std::int32_t end = std::min(packetCount(), headPackets);
        while (end < packetCount() && row(end - 1).hidden)
            end = std::min(packetCount(), end + headPackets);
        const auto shown = decodeTo(end, false);
        if (!shown)
            return Unexpected(shown.error());
        std::vector<std::int32_t> expected;
        for (const std::int32_t p : m_order)
            if (p < end)
                expected.push_back(p);
        if (shown->empty() || shown->size() > expected.size())
            return false;
        const auto first = std::find(expected.begin(), expected.end(), shown->front().ordinal);
        if (static_cast<std::size_t>(expected.end() - first) != shown->size() ||
            !std::equal(first, expected.end(), shown->begin(),
                        [](std::int32_t p, const Shown& s) { return p == s.ordinal; }))
            return false;
        const std::vector<std::int32_t> leading(expected.begin(), first);
        std::erase_if(m_order, [&](std::int32_t p) {
            return std::find(leading.begin(), leading.end(), p) != leading.end();
        });
        return true;
    }

    /// The order of showing by definition: what decoding from the start gives.
    Result<void> decodeAll() {
        if (auto rewound = m_reader.rewind(); !rewound)
            return rewound;
        auto shown = decodeTo(packetCount(), true);
        if (!shown)
            return Unexpected(std::move(shown).error());
        if (!m_table.truncation.empty())
            while (!shown->empty() && shown->back().damaged)
                shown->pop_back();
        m_order.clear();
        std::vector<bool> seen(m_table.rows.size());
        for (const Shown& s : *shown) {
            if (s.ordinal < 0 || s.ordinal >= packetCount() || seen[static_cast<std::size_t>(s.ordinal)])
                continue;
            seen[static_cast<std::size_t>(s.ordinal)] = true;
            m_order.push_back(s.ordinal);
        }
        return {};
    }

    /// The picture in which a truncated file ends is left out, and what would be shown after it: there the
    /// numbering would jump.
    void endBeforeCut() {
        if (!m_table.lastIsCut)
            return;
        const auto cut = std::find(m_order.begin(), m_order.end(), packetCount() - 1);
        m_order.erase(cut, m_order.end());
    }

    void fillIndex() {
        m_index.identity = m_table.identity();
        m_index.shownAs.assign(m_table.rows.size(), -1);
        for (std::size_t n = 0; n < m_order.size(); ++n)
            m_index.shownAs[static_cast<std::size_t>(m_order[n])] = static_cast<std::int32_t>(n);
        const std::string_view format = m_reader.format().iformat->name;
        const bool seeksByPts = format.find("matroska") != format.npos;
        std::int32_t highest = -1;
        m_index.keys.clear();
        for (std::int32_t p = 0; p < packetCount(); ++p) {
            const std::int32_t shownAs = m_index.shownAs[static_cast<std::size_t>(p)];
            if (const PacketRow& packet = row(p); packet.key || p == 0) {
                const bool byPts = seeksByPts && packet.pts != AV_NOPTS_VALUE;
                m_index.keys.push_back(
                    {.ordinal = p,
                     .shownAs = shownAs >= 0 ? shownAs : highest + 1,
                     .id = idOf(packet),
                     .seekTime = byPts || packet.dts == AV_NOPTS_VALUE ? packet.pts : packet.dts});
            }
            highest = std::max(highest, shownAs);
        }
        m_index.prepare();
    }

    std::int64_t idOf(const PacketRow& packet) const {
        return m_index.identity == PacketIdentity::Pts   ? packet.pts
               : m_index.identity == PacketIdentity::Pos ? packet.pos
                                                         : packet.dts;
    }

    /// Decodes the last group of pictures and drops what at the film's very end is not shown, or (in a
    /// truncated film) not shown whole.
    Result<void> checkTail() {
        const auto framesBefore = m_order.size();
        for (std::size_t key = m_index.keyFor(static_cast<std::int32_t>(m_order.size()) - 1);; --key) {
            if (auto sought = m_reader.seekToKey(m_index, key); !sought)
                return sought;
            const auto shown = decodeTo(packetCount(), false);
            if (!shown)
                return Unexpected(shown.error());
            std::vector<bool> whole(m_table.rows.size());
            for (const Shown& s : *shown)
                if (s.ordinal >= 0 && s.ordinal < packetCount())
                    whole[static_cast<std::size_t>(s.ordinal)] = !s.damaged || m_table.truncation.empty();
            const auto first = static_cast<std::size_t>(m_index.keys[key].shownAs);
            while (m_order.size() > first && !whole[static_cast<std::size_t>(m_order.back())])
                m_order.pop_back();
            if (m_order.size() > first || key == 0)
                break;
        }
        if (const auto lost = framesBefore - m_order.size(); lost > 0) {
            m_index.notes.push_back(fmt::format("The last {} picture{} cannot be decoded and {} left out.",
                                                lost, lost == 1 ? "" : "s", lost == 1 ? "is" : "are"));
            fillIndex();
        }
        return {};
    }

    void describe() {
        std::vector<std::int64_t> ticks;
        ticks.reserve(m_order.size());
        const bool byPts = m_table.allHavePts();
        for (const std::int32_t p : m_order) {
            const std::int64_t tick = byPts ? row(p).pts : row(p).dts;
            if (tick != AV_NOPTS_VALUE)
                ticks.push_back(tick);
        }
        const AVStream& stream = m_reader.stream();
        std::sort(ticks.begin(), ticks.end());
        // AVI only counts pictures. A hole of one or two is the encoder's delay, no pause in the film.
        const bool counts = !byPts && av_cmp_q(stream.time_base, av_inv_q(stream.r_frame_rate)) == 0;
        if (counts && !ticks.empty() &&
            ticks.back() - ticks.front() <= static_cast<std::int64_t>(m_order.size()) + 1)
            ticks.clear();
        FrameTimes times = frameTimes(ticks, m_order.size(), fromAv(stream.time_base),
                                      {fromAv(stream.avg_frame_rate), fromAv(stream.r_frame_rate)});
        m_index.timesS = std::move(times.timesS);
        m_index.fps = times.fps;
        m_index.constantRate = times.constantRate;
        m_index.firstPtsS = times.firstPtsS;
        if (!m_table.truncation.empty())
            m_index.notes.insert(m_index.notes.begin(), m_table.truncation);
        if (m_index.identity == PacketIdentity::None)
            m_index.notes.emplace_back("The film cannot be sought in: going back reads it from its start.");
    }

    FilmReader& m_reader;
    const JobContext& m_job;
    PacketTable m_table;
    std::vector<std::int32_t> m_order; ///< by frame: the packet that it comes from
    FilmIndex m_index;
};

} // namespace

Result<FilmIndex> scanFilm(FilmReader& reader, const JobContext& job) {
    return Scan(reader, job).run();
}

} // namespace mien::media
