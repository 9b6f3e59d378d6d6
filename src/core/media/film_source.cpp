// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/film_source.h"

#include <fmt/format.h>

namespace mien::media {
namespace {

/// Decoders give pictures out in the order of showing; so many later ones without the wanted one mean that it
/// does not come.
constexpr std::size_t patience = 4;

/// How far back a frame that does not come out is tried for, in key packets.
constexpr std::size_t furthestBack = 64;

} // namespace

FilmSource::FilmSource(std::unique_ptr<FilmReader> reader, FilmIndex index, PixelFormat format)
    : m_reader(std::move(reader)),
      m_index(std::move(index)),
      m_converter(format, orientationOf(m_reader->stream()), m_index.width, m_index.height),
      m_picture(av_frame_alloc()) {
    describe();
}

void FilmSource::describe() {
    const AVStream& stream = m_reader->stream();
    const Orientation orientation = orientationOf(stream);
    m_info.path = m_reader->path();
    m_info.frames = m_index.frames();
    m_info.width = orientation.transpose ? m_index.height : m_index.width;
    m_info.height = orientation.transpose ? m_index.width : m_index.height;
    m_info.fps = m_index.fps;
    m_info.constantRate = m_index.constantRate;
    m_info.firstPtsS = m_index.firstPtsS;
    m_info.codec = avcodec_get_name(stream.codecpar->codec_id);
    m_info.notes = m_index.notes;
    const double step = m_info.fps.num > 0 ? 1.0 / m_info.fps.value() : 0.0;
    m_info.durationS =
        m_info.constantRate ? static_cast<double>(m_info.frames) * step : m_index.timesS.back() + step;
    const AVRational shape = av_guess_sample_aspect_ratio(const_cast<AVFormatContext*>(&m_reader->format()),
                                                          const_cast<AVStream*>(&stream), nullptr);
    if (shape.num > 0 && shape.den > 0 && shape.num != shape.den)
        m_info.notes.push_back(fmt::format(
            "The film's pixels are not square ({}:{}); pictures are given as stored.", shape.num, shape.den));
    if (!orientation.exact)
        m_info.notes.emplace_back(
            "The film asks to be turned by an angle that is no multiple of 90 degrees; it is not turned.");
}

Result<void> FilmSource::startAt(std::size_t key) {
    m_waiting.clear();
    m_running = false;
    if (auto sought = m_reader->seekToKey(m_index, key); !sought)
        return sought;
    m_running = true;
    m_startKey = key;
    return {};
}

bool FilmSource::decodeUpTo(std::int32_t n) {
    m_waiting.erase(m_waiting.begin(), m_waiting.lower_bound(n));
    while (!m_waiting.contains(n)) {
        if (m_waiting.size() >= patience || m_reader->decodeNext(m_picture.get()) < 0)
            return false;
        const std::int64_t ordinal = m_picture->pts;
        if (ordinal < 0 || ordinal >= static_cast<std::int64_t>(m_index.shownAs.size()))
            continue;
        if (const std::int32_t shown = m_index.shownAs[static_cast<std::size_t>(ordinal)]; shown >= n) {
            AvFramePtr kept(av_frame_alloc());
            av_frame_move_ref(kept.get(), m_picture.get());
            m_waiting[shown] = std::move(kept);
        }
    }
    return true;
}

Result<Frame> FilmSource::deliver(std::int32_t n) {
    auto node = m_waiting.extract(n);
    m_next = n + 1;
    auto image = m_converter.convert(*node.mapped());
    if (!image)
        return Unexpected(std::move(image).error());
    return Frame{{n}, m_index.timesS[static_cast<std::size_t>(n)], std::move(*image)};
}

Result<Frame> FilmSource::missing(std::int32_t n) {
    m_missing.insert(n);
    m_next = n + 1;
    return fail(ErrorCode::Corrupt, fmt::format("Frame {} cannot be decoded: the film is damaged there.", n),
                m_info.path.string());
}

Result<Frame> FilmSource::read(FrameIndex index) {
    if (index.value < 0 || index.value >= m_info.frames)
        return fail(
            ErrorCode::NotFound,
            fmt::format("There is no frame {}; the film has frames 0 to {}.", index.value, m_info.frames - 1),
            m_info.path.string());
    const auto n = static_cast<std::int32_t>(index.value);
    if (m_missing.contains(n))
        return missing(n);
    const std::size_t key = m_index.keyFor(n);
    // Going on is right when n is still to come and no key packet would bring the decoder nearer to it.
    const bool ahead = m_running && n >= m_next && m_startKey <= key &&
                       (m_waiting.contains(n) || m_index.keys[key].ordinal <= m_reader->position());
    if (ahead && decodeUpTo(n))
        return deliver(n);
    // Where the container calls a packet a key that is none, earlier ones are tried.
    for (std::size_t back = 0; back <= std::min(key, furthestBack); back = back * 2 + 1) {
        if (auto started = startAt(key - back); !started)
            return Unexpected(std::move(started).error());
        if (decodeUpTo(n))
            return deliver(n);
    }
    m_running = false;
    return missing(n);
}

Result<std::optional<Frame>> FilmSource::next() {
    if (m_next >= m_info.frames)
        return std::optional<Frame>();
    auto frame = read({m_next});
    if (!frame)
        return Unexpected(std::move(frame).error());
    return std::optional<Frame>(std::move(*frame));
}

} // namespace mien::media
