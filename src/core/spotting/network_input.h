// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/options.h"
#include "core/motion/face_motion_series.h"

#include <array>
#include <span>
#include <vector>

namespace mien::spotting {

/// How a film's motion becomes what a network sees.
struct InputOptions {
    double rateFps = 30.0; ///< films of other rates are resampled to it, so that frames mean the same time
    std::string signal = "movement";

    /// movement: of each region since the frame before (2 numbers), the papers' input. movement+position: and
    /// where the region stands against the median of ± 6 s (4). movement+rest: and where it stands against
    /// rest as the rules find it (4), which expressions one after the other do not carry along.
    static constexpr std::array<std::string_view, 3> kSignals{"movement", "movement+position",
                                                              "movement+rest"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.rateFps, OptionInfo{"rate", "frames a second that films are resampled to", 5, 240});
        v(self.signal, OptionInfo{"signal", "what of a region's motion the network sees", 0, 0, kSignals});
    }
    int channels() const { return signal == "movement" ? 2 : 4; }
    bool operator==(const InputOptions&) const = default;
};

/// Samples that pass from one frame of a film to the next. Exactly 1 where the rates differ by less than 1 %
/// (29.97 against 30): interpolating would blur each second in another way and gain nothing.
double samplesPerFrame(double filmFps, double rateFps);

/// A film as a network sees it: samples at the nominal rate, raw (not normalised), in distances between the
/// eyes.
struct NetworkInput {
    double rateFps = 30.0;
    double filmFps = 30.0;
    std::int64_t filmFrames = 0;
    int channels = 2;
    std::vector<float> values; ///< samples × 12 regions × channels
    std::vector<std::uint8_t>
        scorable; ///< a sample: 0 where the frame nearest to it cannot be scored; its values are 0 then

    std::size_t samples() const { return scorable.size(); }
    double samplesPerFrame() const { return spotting::samplesPerFrame(filmFps, rateFps); }
    /// The film's frame nearest to a sample, and the sample nearest to a frame; both within the film.
    FrameIndex frameOf(double sample) const;
    double sampleOf(FrameIndex frame) const;
};

/// Positions are interpolated between the frames of a scorable run, movement is their difference from sample
/// to sample (0 at the first of a run). At the film's own rate nothing is interpolated. A series without
/// frames or frame rate gives no samples.
NetworkInput networkInput(const motion::FaceMotionSeries& series, const InputOptions& options);

/// Mean and standard deviation of each channel over all scorable samples and regions of the training films;
/// 0 and 1 of a channel in which nothing ever moved.
struct Normalisation {
    std::vector<double> mean, deviation; ///< one a channel; deviation > 0

    bool operator==(const Normalisation&) const = default;
};
Normalisation normalisationOf(std::span<const NetworkInput* const> films);
/// (value − mean) / deviation everywhere; also where values are 0 because nothing was measured. The same
/// length as values. The normalisation has as many channels as the input.
std::vector<float> normalised(const NetworkInput& input, const Normalisation& normalisation);
/// The film as it would be if nobody moved: zero raw flow and everything at rest, all else alike (Eq. 7, the
/// null frames). Still what was normalised sees afterwards: not its zero, but (0 − mean) / deviation.
NetworkInput withoutMovement(const NetworkInput& input);
/// All regions but `kept` without movement (Eq. 6: the essential regions E_f are kept).
NetworkInput onlyRegions(const NetworkInput& input, std::span<const int> kept);

} // namespace mien::spotting
