// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/nuisance.h"

namespace mien::synthesis {
namespace {

double within(const std::pair<double, double>& range, double u) {
    return range.first + (range.second - range.first) * u;
}

constexpr double kBlinkCloseS = 0.11, kBlinkOpenS = 0.19; // typical of spontaneous blinks

} // namespace

Light drawLight(const NuisanceOptions& options, const Exogenous& noise, double custom, double strength) {
    auto rng = noise.stream("light");
    Light light;
    light.gain = within(options.lightGain, customUniform(rng, custom, strength));
    light.flicker = within(options.flicker, rng.uniform());
    light.flickerHz = rng.uniform(0.2, 1.5);
    return light;
}

Camera drawCamera(const NuisanceOptions& options, const Exogenous& noise, double custom, double strength) {
    auto rng = noise.stream("camera");
    Camera camera;
    camera.noiseSigma = within(options.noiseSigma, customUniform(rng, custom, strength));
    camera.faceFraction = within(options.faceFraction, rng.uniform());
    return camera;
}

Head drawHead(const NuisanceOptions& options, const Exogenous& noise) {
    auto rng = noise.stream("head");
    Head head;
    head.pxPerS = within(options.headPxPerS, rng.uniform());
    head.directionDeg = rng.uniform(0.0, 360.0);
    head.extentPx = within(options.headExtentPx, rng.uniform());
    head.rollDeg = within(options.rollDeg, rng.uniform());
    head.rollPeriodS = rng.uniform(4.0, 10.0);
    return head;
}

std::vector<BlinkAt> drawBlinks(const NuisanceOptions& options, const Exogenous& noise, double lengthS) {
    std::vector<BlinkAt> blinks;
    if (options.blinksPerMinute <= 0.0)
        return blinks;
    auto rng = noise.stream("blinks");
    const double meanGapS = 60.0 / options.blinksPerMinute;
    constexpr double kRefractoryS = 0.5; // no two blinks run into one another
    // Poisson with a refractory time; the mean gap stays what was asked where that is longer.
    const double free = std::max(0.1, meanGapS - kRefractoryS);
    double at = -std::log(1.0 - rng.uniform()) * free;
    while (at + kBlinkCloseS + kBlinkOpenS < lengthS) {
        blinks.push_back({at, at + kBlinkCloseS, at + kBlinkCloseS + kBlinkOpenS});
        at += kRefractoryS - std::log(1.0 - rng.uniform()) * free;
    }
    return blinks;
}

std::vector<GazeShift> drawGaze(const NuisanceOptions& options, const Exogenous& noise, double lengthS) {
    std::vector<GazeShift> shifts;
    if (options.gazePerMinute <= 0.0)
        return shifts;
    auto rng = noise.stream("gaze");
    constexpr double kShortestFixationS = 0.2;
    const double free = std::max(0.05, 60.0 / options.gazePerMinute - kShortestFixationS);
    bool away = false; // a person filmed looks at one spot, glances aside and comes back
    for (double at = -std::log(1.0 - rng.uniform()) * free; at < lengthS;
         at += kShortestFixationS - std::log(1.0 - rng.uniform()) * free) {
        const double right = rng.uniform(-0.8, 0.8), up = rng.uniform(-0.4, 0.4);
        const bool back = away && rng.uniform() < 0.6;
        shifts.push_back(back ? GazeShift{at, 0.0, 0.0} : GazeShift{at, right, up});
        away = !back;
    }
    return shifts;
}

std::vector<Syllable> drawSpeech(const NuisanceOptions& options, const Exogenous& noise, double lengthS) {
    std::vector<Syllable> speech;
    if (options.speechShare <= 0.0)
        return speech;
    auto rng = noise.stream("speech");
    double spokenS = 0.0;
    double at = rng.uniform() * std::max(0.0, lengthS * (1.0 - options.speechShare)) * 0.5;
    while (spokenS < options.speechShare * lengthS) {
        const double end = at + rng.uniform(0.8, 2.5); // one utterance
        while (at < end && spokenS < options.speechShare * lengthS) {
            const double length = rng.uniform(0.16, 0.3); // 3 to 6 syllables a second
            if (at + length >= lengthS)
                return speech;
            Syllable syllable{at, at + 0.45 * length, at + length, rng.uniform() < 0.7 ? 25 : 26, 0.0};
            syllable.amount = rng.uniform(0.15, 0.5);
            speech.push_back(syllable);
            at += length;
            spokenS += length;
        }
        at += rng.uniform(0.3, 1.2) / std::max(0.2, options.speechShare);
        if (at >= lengthS)
            break;
    }
    return speech;
}

Light plantedLight(const NuisanceOptions& options) {
    return {options.lightGain.first - 0.2, 0.0, 0.5};
}

Camera plantedCamera(const NuisanceOptions& options) {
    return {options.noiseSigma.second + 2.0,
            0.5 * (options.faceFraction.first + options.faceFraction.second)};
}

} // namespace mien::synthesis
