// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/network_input.h"

namespace mien::test {

/// A film whose regions move by `position(frame, region, axis)`; frames for which `hidden` holds cannot be
/// scored.
template <class Position, class Hidden>
motion::FaceMotionSeries film(double fps, std::int64_t frames, Position&& position, Hidden&& hidden) {
    motion::FaceMotionSeries series;
    series.fps = fps;
    for (std::int64_t i = 0; i < frames; ++i) {
        motion::FrameMotion m;
        m.frame = FrameIndex{i};
        m.state = hidden(i) ? face::Scorability::NoFace : face::Scorability::Scorable;
        for (std::size_t r = 0; r < m.displacement.size(); ++r)
            m.displacement[r] = cv::Vec2f(static_cast<float>(position(i, static_cast<int>(r), 0)),
                                          static_cast<float>(position(i, static_cast<int>(r), 1)));
        series.frames.push_back(m);
    }
    return series;
}

template <class Position>
motion::FaceMotionSeries film(double fps, std::int64_t frames, Position&& position) {
    return film(fps, frames, position, [](std::int64_t) { return false; });
}

/// A film of which nothing is known but that all its samples can be scored, one a frame.
inline spotting::NetworkInput blankInput(std::int64_t frames, int channels = 2) {
    spotting::NetworkInput input;
    input.filmFrames = frames;
    input.channels = channels;
    input.scorable.assign(static_cast<std::size_t>(frames), 1);
    input.values.assign(static_cast<std::size_t>(frames * motion::kRegionCount * channels), 0.0f);
    return input;
}

} // namespace mien::test
