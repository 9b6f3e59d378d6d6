// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/film_index.h"
#include "core/media/film_reader.h"
#include "core/media/frame_convert.h"
#include "core/media/video_source.h"

#include <map>
#include <set>

namespace mien::media {

/// A film file behind VideoSource: seeks to the key packet before the wanted frame and decodes forward, or
/// simply goes on decoding where that is nearer.
class FilmSource final : public VideoSource {
public:
    FilmSource(std::unique_ptr<FilmReader> reader, FilmIndex index, PixelFormat format);

    const MediaInfo& info() const override { return m_info; }
    std::span<const double> timesS() const override { return m_index.timesS; }
    Result<Frame> read(FrameIndex index) override;
    Result<std::optional<Frame>> next() override;
    std::string labelOf(FrameIndex index) const override { return std::to_string(index.value); }

private:
    void describe();
    /// Decodes on until frame `n` comes out; false where it does not.
    bool decodeUpTo(std::int32_t n);
    Result<void> startAt(std::size_t key);
    Result<Frame> deliver(std::int32_t n);
    Result<Frame> missing(std::int32_t n);

    std::unique_ptr<FilmReader> m_reader;
    FilmIndex m_index;
    FrameConverter m_converter;
    MediaInfo m_info;
    AvFramePtr m_picture;
    std::map<std::int32_t, AvFramePtr> m_waiting; ///< decoded, not yet delivered, by frame
    std::set<std::int32_t> m_missing;             ///< known not to be decodable
    bool m_running = false;                       ///< the decoder stands in the film since m_startKey
    std::size_t m_startKey = 0;
    std::int32_t m_next = 0; ///< what next() delivers
};

} // namespace mien::media
