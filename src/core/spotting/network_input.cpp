// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/network_input.h"

#include "core/spotting/rest_position.h"
#include "core/spotting/running_median.h"

#include <cassert>
#include <cmath>

namespace mien::spotting {
namespace {

constexpr double kSameRate = 0.01; // rates that differ by less count as one
constexpr double kRestHalfWindowS = 6.0;
constexpr double kRestLowPassHz = 6.0; // as the rules have it
constexpr double kRestSamplesHz =
    4.0; // a third of what the rules look at: an hour of film is to take no second
constexpr std::size_t kNodes = motion::kRegionCount;

/// Scorable frames in a row, both ends included.
struct Run {
    std::size_t first, last;
};

bool usable(const motion::FrameMotion& frame) {
    return frame.state == face::Scorability::Scorable &&
           std::ranges::all_of(frame.displacement,
                               [](const cv::Vec2f& v) { return std::isfinite(v[0]) && std::isfinite(v[1]); });
}

std::vector<Run> runsOf(const motion::FaceMotionSeries& series) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < series.frames.size(); ++i) {
        if (!usable(series.frames[i]))
            continue;
        if (!runs.empty() && runs.back().last + 1 == i)
            runs.back().last = i;
        else
            runs.push_back({i, i});
    }
    return runs;
}

/// Where a sample lies between two frames of its run.
struct Place {
    std::size_t frame;
    float share; ///< of the frame behind, 0 … 1
};

Place placeOf(std::size_t sample, double perFrame, const Run& run) {
    const double at = std::clamp(static_cast<double>(sample) / perFrame, static_cast<double>(run.first),
                                 static_cast<double>(run.last));
    const auto frame = static_cast<std::size_t>(at);
    return {frame, static_cast<float>(at - static_cast<double>(frame))};
}

/// Position of a region along an axis at every sample of a run.
std::vector<float> positionsOf(const motion::FaceMotionSeries& series, const std::vector<Place>& places,
                               std::size_t node, int axis) {
    std::vector<float> positions(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& [frame, share] = places[i];
        const float here = series.frames[frame].displacement[node][axis];
        positions[i] =
            share > 0.0f ? here + share * (series.frames[frame + 1].displacement[node][axis] - here) : here;
    }
    return positions;
}

/// The samples of a run, one after the other in the input's values.
class RunWriter {
public:
    RunWriter(NetworkInput& input, const motion::FaceMotionSeries& series, std::size_t first,
              std::vector<Place> places)
        : m_input(input), m_series(series), m_places(std::move(places)), m_first(first) {}

    void movement() {
        each([&](float* out, const std::vector<float>& positions) {
            for (std::size_t i = 1; i < positions.size(); ++i)
                out[i * stride()] = positions[i] - positions[i - 1];
        });
    }
    void againstMedian() {
        const auto half = static_cast<std::size_t>(std::llround(kRestHalfWindowS * m_input.rateFps));
        each([&](float* out, const std::vector<float>& positions) {
            const auto median = runningMedian(positions, half);
            for (std::size_t i = 0; i < positions.size(); ++i)
                out[i * stride() + 2] = positions[i] - median[i];
        });
    }
    void againstRest() {
        for (const std::span<const int> group : kGroups) {
            RegionTracks tracks;
            tracks.fps = m_input.rateFps;
            tracks.length = m_places.size();
            std::vector<float> raw(tracks.length);
            for (const int region : group)
                for (const int axis : {0, 1}) {
                    const auto node = static_cast<std::size_t>(region);
                    const auto positions = positionsOf(m_series, m_places, node, axis);
                    std::ranges::transform(positions, raw.begin(), [](float v) { return 100.0f * v; });
                    addTrack(tracks, node, axis, raw, kRestLowPassHz);
                }
            RegionTracks offsets = tracks;
            toOffsetFromRest(offsets, group, {kRestHalfWindowS, kRestSamplesHz});
            for (const int region : group)
                for (const int axis : {0, 1}) {
                    const auto node = static_cast<std::size_t>(region);
                    const auto positions = positionsOf(m_series, m_places, node, axis);
                    const auto& smooth = axis == 0 ? tracks.x[node] : tracks.y[node];
                    const auto& offset = axis == 0 ? offsets.x[node] : offsets.y[node];
                    float* out = target(node, axis);
                    for (std::size_t i = 0; i < positions.size(); ++i)
                        out[i * stride() + 2] = positions[i] - (smooth[i] - offset[i]) / 100.0f;
                }
        }
    }

private:
    std::size_t stride() const { return kNodes * static_cast<std::size_t>(m_input.channels); }
    float* target(std::size_t node, int axis) {
        return &m_input.values[m_first * stride() + node * static_cast<std::size_t>(m_input.channels) +
                               static_cast<std::size_t>(axis)];
    }
    void each(auto&& write) {
        for (std::size_t node = 0; node < kNodes; ++node)
            for (const int axis : {0, 1})
                write(target(node, axis), positionsOf(m_series, m_places, node, axis));
    }

    NetworkInput& m_input;
    const motion::FaceMotionSeries& m_series;
    std::vector<Place> m_places;
    std::size_t m_first;
};

void fillRun(NetworkInput& input, const motion::FaceMotionSeries& series, const Run& run, std::size_t first,
             std::size_t count, std::string_view signal) {
    const double perFrame = input.samplesPerFrame();
    std::vector<Place> places(count);
    for (std::size_t i = 0; i < count; ++i)
        places[i] = placeOf(first + i, perFrame, run);
    RunWriter writer(input, series, first, std::move(places));
    writer.movement();
    if (signal == "movement+position")
        writer.againstMedian();
    if (signal == "movement+rest")
        writer.againstRest();
}

} // namespace

double samplesPerFrame(double filmFps, double rateFps) {
    const double ratio = rateFps / filmFps;
    return std::abs(ratio - 1.0) < kSameRate ? 1.0 : ratio;
}

FrameIndex NetworkInput::frameOf(double sample) const {
    const auto frame = std::llround(sample / samplesPerFrame());
    return {std::clamp<std::int64_t>(frame, 0, std::max<std::int64_t>(0, filmFrames - 1))};
}

double NetworkInput::sampleOf(FrameIndex frame) const {
    const double last = samples() > 0 ? static_cast<double>(samples() - 1) : 0.0;
    return std::clamp(static_cast<double>(frame.value) * samplesPerFrame(), 0.0, last);
}

NetworkInput networkInput(const motion::FaceMotionSeries& series, const InputOptions& options) {
    NetworkInput input;
    input.rateFps = options.rateFps;
    input.channels = options.channels();
    if (!(series.fps > 0.0) || !(options.rateFps > 0.0) || series.frames.empty())
        return input;
    input.filmFps = series.fps;
    input.filmFrames = static_cast<std::int64_t>(series.frames.size());
    const double perFrame = input.samplesPerFrame();
    // The last sample lies at or before the last frame; 1e-6 keeps it where the product was rounded down.
    const auto samples =
        static_cast<std::size_t>(static_cast<double>(input.filmFrames - 1) * perFrame + 1e-6) + 1;
    input.scorable.resize(samples);
    input.values.resize(samples * kNodes * static_cast<std::size_t>(input.channels));
    std::size_t sample = 0;
    const auto frameOf = [&](std::size_t s) {
        return static_cast<std::size_t>(input.frameOf(static_cast<double>(s)).value);
    };
    for (const Run& run : runsOf(series)) {
        while (sample < samples && frameOf(sample) < run.first)
            ++sample;
        const std::size_t first = sample;
        while (sample < samples && frameOf(sample) <= run.last)
            input.scorable[sample++] = 1;
        if (sample > first)
            fillRun(input, series, run, first, sample - first, options.signal);
    }
    return input;
}

Normalisation normalisationOf(std::span<const NetworkInput* const> films) {
    if (films.empty())
        return {};
    const auto channels = static_cast<std::size_t>(films.front()->channels);
    Normalisation result{std::vector<double>(channels, 0.0), std::vector<double>(channels, 1.0)};
    std::size_t count = 0;
    const auto eachVector = [&](auto&& f) {
        for (const NetworkInput* film : films) {
            assert(static_cast<std::size_t>(film->channels) == channels);
            for (std::size_t i = 0; i < film->samples(); ++i)
                if (film->scorable[i])
                    for (std::size_t node = 0; node < kNodes; ++node)
                        f(&film->values[(i * kNodes + node) * channels]);
        }
    };
    eachVector([&](const float* v) {
        for (std::size_t c = 0; c < channels; ++c)
            result.mean[c] += static_cast<double>(v[c]);
        ++count;
    });
    if (count == 0)
        return result;
    for (double& m : result.mean)
        m /= static_cast<double>(count);
    std::vector<double> squares(channels, 0.0);
    eachVector([&](const float* v) {
        for (std::size_t c = 0; c < channels; ++c) {
            const double d = static_cast<double>(v[c]) - result.mean[c];
            squares[c] += d * d;
        }
    });
    for (std::size_t c = 0; c < channels; ++c)
        if (squares[c] > 0.0)
            result.deviation[c] = std::sqrt(squares[c] / static_cast<double>(count));
    return result;
}

std::vector<float> normalised(const NetworkInput& input, const Normalisation& normalisation) {
    const auto channels = static_cast<std::size_t>(input.channels);
    assert(normalisation.mean.size() == channels && normalisation.deviation.size() == channels);
    std::vector<float> result(input.values.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        const std::size_t c = i % channels;
        result[i] = static_cast<float>((static_cast<double>(input.values[i]) - normalisation.mean[c]) /
                                       normalisation.deviation[c]);
    }
    return result;
}

NetworkInput withoutMovement(const NetworkInput& input) {
    NetworkInput still = input;
    std::ranges::fill(still.values, 0.0f);
    return still;
}

NetworkInput onlyRegions(const NetworkInput& input, std::span<const int> kept) {
    NetworkInput masked = input;
    const auto channels = static_cast<std::size_t>(input.channels);
    for (std::size_t node = 0; node < kNodes; ++node) {
        if (std::ranges::find(kept, static_cast<int>(node)) != kept.end())
            continue;
        for (std::size_t i = 0; i < input.samples(); ++i)
            std::fill_n(&masked.values[(i * kNodes + node) * channels], channels, 0.0f);
    }
    return masked;
}

} // namespace mien::spotting
