// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/scm_noise.h"

#include <utility>
#include <vector>

namespace mien::synthesis {

/// Ranges of what varies without meaning anything. Zero switches a movement off.
struct NuisanceOptions {
    std::pair<double, double> lightGain{0.93, 1.07};
    std::pair<double, double> flicker{0.0, 0.01};       ///< fraction of the light
    std::pair<double, double> noiseSigma{0.6, 1.4};     ///< grey levels
    std::pair<double, double> faceFraction{0.47, 0.53}; ///< of the film's width
    std::pair<double, double> headPxPerS{0.0, 2.0}; ///< greatest speed of the sway, px at 256 px face width
    std::pair<double, double> headExtentPx{2.0, 8.0};
    std::pair<double, double> rollDeg{0.0, 0.6};
    double blinksPerMinute = 14.0;
    double gazePerMinute = 0.0; ///< shifts of gaze; shown by generators whose rows say so
    double speechShare = 0.0;   ///< share of the film's time in which the mouth moves as in speech
};

struct Light {
    double gain = 1.0, flicker = 0.0, flickerHz = 0.5;
    bool operator==(const Light&) const = default;
};

struct Camera {
    double noiseSigma = 0.0, faceFraction = 0.5;
    bool operator==(const Camera&) const = default;
};

struct Head {
    double pxPerS = 0.0, directionDeg = 0.0, extentPx = 5.0, rollDeg = 0.0, rollPeriodS = 7.0;
    bool operator==(const Head&) const = default;
};

/// Seconds of the film.
struct BlinkAt {
    double onsetS = 0.0, closedS = 0.0, offsetS = 0.0;
    bool operator==(const BlinkAt&) const = default;
};

/// From `onsetS` on both eyes turn to a new direction, where they stay until the next shift. Shares of how
/// far the face can look, -1 … 1; the image's right and up are positive.
struct GazeShift {
    double onsetS = 0.0, right = 0.0, up = 0.0;
    bool operator==(const GazeShift&) const = default;
};

/// One opening of the lips in speech.
struct Syllable {
    double onsetS = 0.0, apexS = 0.0, offsetS = 0.0;
    int unit = 25;
    double amount = 0.3; ///< share of the full movement
    bool operator==(const Syllable&) const = default;
};

/// `custom` is the subject's normal score, `strength` what it weighs.
Light drawLight(const NuisanceOptions& options, const Exogenous& noise, double custom, double strength);
Camera drawCamera(const NuisanceOptions& options, const Exogenous& noise, double custom, double strength);
Head drawHead(const NuisanceOptions& options, const Exogenous& noise);
std::vector<BlinkAt> drawBlinks(const NuisanceOptions& options, const Exogenous& noise, double lengthS);
std::vector<GazeShift> drawGaze(const NuisanceOptions& options, const Exogenous& noise, double lengthS);
std::vector<Syllable> drawSpeech(const NuisanceOptions& options, const Exogenous& noise, double lengthS);

/// The light and the camera of a planted link: outside every common range, so that the link is its strength.
Light plantedLight(const NuisanceOptions& options);
Camera plantedCamera(const NuisanceOptions& options);

} // namespace mien::synthesis
