// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/frame.h"
#include "core/base/options.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mien::synthesis {

/// Width of the face, from landmark 0 to landmark 16 (ear to ear along the jaw outline), in the unit in which
/// planted movements are stated: "1 px" means one pixel of a film in which the face is this wide.
inline constexpr double kReferenceFaceWidthPx = 256.0;

/// One facial expression to plant. The movement rises from `onset` (the last neutral frame) to `apex` as a
/// raised cosine, stays for `holdFrames`, and falls to `offset` (the first neutral frame again).
struct PlantedExpression {
    std::string actionUnits; ///< "1+2", "L12B+25"; L/R are the subject's sides, A-E intensities
    annotation::Intensity intensity = annotation::Intensity::C; ///< of the units that carry none of their own
    /// > 0: scales the whole expression so that the fastest of the 12 regions moves this many pixels at
    /// kReferenceFaceWidthPx; intensities are then only proportions.
    double peakPx = 0.0;
    /// > 0: share of the full movement (intensity E is 1) of the units that carry no letter; stands in for
    /// `intensity`, which is then the letter nearest to it, for people.
    double amount = 0.0;
    FrameIndex onset = {};
    FrameIndex apex = {};
    FrameIndex offset = {};
    std::int64_t holdFrames = 0;
    /// Absent: by duration. Micro is refused when the event lasts longer than 0.5 s.
    std::optional<annotation::ExpressionType> type = {};
    /// Lips that move as in speech: rendered like any other movement, but no expression. It stands in a truth
    /// table of its own.
    bool speech = false;
};

/// Both lids close (AU 45) until `closed` and open again. No expression.
struct PlantedBlink {
    FrameIndex onset;
    FrameIndex closed;
    FrameIndex offset;
};

/// Both eyes turn from where they look to a new direction, as fast as eyes do, and stay there. No expression.
struct PlantedGaze {
    FrameIndex onset = {};        ///< the last frame of the old direction
    double right = 0.0, up = 0.0; ///< shares of how far the face can look, -1 … 1, of the image

    bool operator==(const PlantedGaze&) const = default;
};

/// What to render. Lengths called px are at kReferenceFaceWidthPx unless they say otherwise.
struct ClipSpec {
    std::string generator = "warp"; ///< a row of generator.h
    /// `warp`: a portrait, an image or a film whose frame `sourceFrame` is taken. `rig`: a face rig's folder.
    std::filesystem::path source;
    int sourceFrame = 0;
    std::uint64_t identity = 1; ///< `rig`: chooses the person, skin, light and background
    std::string name = "clip";  ///< of the film's file, without extension
    int frames = 161;
    Rational fps{24, 1};
    int size = 256;            ///< width and height of the film in pixels; even
    double faceFraction = 0.5; ///< width of the face over width of the film
    std::uint64_t seed = 1;
    std::string codec = "h264";
    int quality = 18; ///< constant rate factor of H.264: 0 lossless … 51 worst
    /// Exact dense flow beside the film (flow_file.h): "none", from the "previous" frame, or from the
    /// "first".
    std::string flow = "none";

    double driftPxPerS = 0.0; ///< greatest speed of the head; it sways to and fro within driftExtentPx
    double driftDirectionDeg = 0.0;
    double driftExtentPx = 12.0;
    double rotationDeg = 0.0; ///< amplitude of the slow roll of the head
    double rotationPeriodS = 7.0;
    double noiseSigma = 0.0;       ///< sensor noise, grey levels of 255, every pixel and channel
    double light = 1.0;            ///< gain of the light over that of the portrait
    double flickerAmplitude = 0.0; ///< of the light, as a fraction of its mean
    double flickerHz = 0.5;

    std::vector<PlantedExpression> expressions;
    std::vector<PlantedBlink> blinks;
    std::vector<PlantedGaze> gaze; ///< in order; straight ahead before the first

    /// Everything that can be judged without the portrait; the sentence names the event and what to change.
    Result<void> validate() const;

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        static constexpr std::string_view kCodecs[] = {"h264", "ffv1"};
        static constexpr std::string_view kFlows[] = {"none", "previous", "first"};
        v(self.generator, OptionInfo{"generator", "what makes the film: warp moves a portrait, rig films a "
                                                  "face of blendshapes"});
        v(self.identity, OptionInfo{"identity", "which person a rig shows: any whole number", 0, 1e15});
        v(self.sourceFrame,
          OptionInfo{"source-frame", "which frame of a source film is the portrait", 0, 1e9});
        v(self.name, OptionInfo{"name", "name of the film's file, without extension"});
        v(self.frames, OptionInfo{"frames", "length of the film in frames", 3, 10'000'000});
        v(self.size, OptionInfo{"size", "width and height of the film in pixels, even", 64, 4096});
        v(self.faceFraction,
          OptionInfo{"face-fraction", "width of the face over width of the film", 0.2, 0.8});
        v(self.seed, OptionInfo{"seed", "seed of the sensor noise"});
        v(self.codec, OptionInfo{"codec", "h264 (small) or ffv1 (lossless)", 0, 0, kCodecs});
        v(self.flow,
          OptionInfo{"flow-truth", "exact flow to every frame, from the previous or the first (rig)", 0, 0,
                     kFlows});
        v(self.quality, OptionInfo{"quality", "rate factor of h264, 0 lossless to 51", 0, 51});
        v(self.driftPxPerS,
          OptionInfo{"drift", "greatest speed of the head, px/s at 256 px face width", 0, 100});
        v(self.driftDirectionDeg,
          OptionInfo{"drift-direction", "direction of the sway, degrees, 90 is down", -360, 360});
        v(self.driftExtentPx,
          OptionInfo{"drift-extent", "farthest sway to either side, px at 256 px face width", 0.1, 100});
        v(self.rotationDeg, OptionInfo{"rotation", "amplitude of the slow roll of the head, degrees", 0, 20});
        v(self.rotationPeriodS, OptionInfo{"rotation-period", "period of the roll, seconds", 0.5, 1000});
        v(self.noiseSigma, OptionInfo{"noise", "sensor noise, standard deviation in grey levels", 0, 50});
        v(self.light, OptionInfo{"light", "gain of the light over that of the portrait", 0.2, 2});
        v(self.flickerAmplitude, OptionInfo{"flicker", "flicker of the light, fraction of its mean", 0, 0.5});
        v(self.flickerHz, OptionInfo{"flicker-hz", "frequency of the flicker, Hz", 0, 1000});
    }
};

/// The type an expression has: its own, or by its duration.
annotation::ExpressionType typeOf(const PlantedExpression& expression, Rational fps);

/// Share of its full movement that a planted expression shows in `frame`, 0 … 1.
double activation(const PlantedExpression& expression, FrameIndex frame);
double activation(const PlantedBlink& blink, FrameIndex frame);
/// Where the eyes look in `frame`: right and up.
std::array<double, 2> gazeAt(const std::vector<PlantedGaze>& gaze, FrameIndex frame, Rational fps);

} // namespace mien::synthesis
