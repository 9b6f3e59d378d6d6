// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"

#include <opencv2/core/mat.hpp>

namespace mien::pipeline {

/// What a film made elsewhere was asked to show.
struct FilmDemand {
    int frames = 161;
    int width = 256, height = 256; ///< pixels
    Rational fps{24, 1};
    std::vector<int> actionUnits;
    std::optional<annotation::ExpressionType> type; ///< absent: either
    cv::Mat firstPicture; ///< CV_8UC3 or CV_8UC1: what the film begins with; the measure of its sharpness
};

/// Where the rejection tests draw their lines. Ours: EquiME names what is unwanted (its negative prompt), not
/// how much of it; chosen on films of the generator `warp` and their spoilt copies (tst_film_checks).
struct FilmLimits {
    double leastFace = 0.95;     ///< share of frames with a usable face
    double mostOthers = 0.05;    ///< share of frames looked at with more than one face
    double poseDeg = 20.0;       ///< greatest turn to a side or up or down
    double turnDeg = 7.0;        ///< greatest change of the head's rotation
    double shift = 0.15;         ///< greatest way of the head, distances between the eyes
    double leastLids = 0.55;     ///< narrowest lid gap over its median
    double leastSharpness = 0.7; ///< sharpness of the worst frames over that of the first picture
    int neutralFrames = 3;       ///< at least so many before the onset and after the offset
    double residue = 0.4;        ///< displacement at the film's end over that at the apex

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.leastFace, OptionInfo{"least-face", "least share of frames with a usable face", 0, 1});
        v(self.mostOthers, OptionInfo{"most-others", "greatest share of frames with several faces", 0, 1});
        v(self.poseDeg, OptionInfo{"most-pose", "greatest turn of the head from the front, degrees", 0, 90});
        v(self.turnDeg, OptionInfo{"most-turn", "greatest change of the head's rotation, degrees", 0, 90});
        v(self.shift,
          OptionInfo{"most-shift", "greatest way of the head, distances between the eyes", 0, 10});
        v(self.leastLids, OptionInfo{"least-lids", "narrowest lid gap over its median", 0, 1});
        v(self.leastSharpness,
          OptionInfo{"least-sharpness", "sharpness of the worst frames over the first picture's", 0, 1});
        v(self.neutralFrames,
          OptionInfo{"neutral-frames", "least frames before the onset and after the offset", 0, 1000});
        v(self.residue, OptionInfo{"most-residue", "displacement at the end over that at the apex", 0, 1});
    }
};

/// One rejection test and what it found.
struct FilmCheck {
    std::string name; ///< a row of filmCheckNames()
    bool passed = false;
    bool judged = true;  ///< false: there was nothing to judge by, or the demand allows it; then it is passed
    double figure = 0.0; ///< measured
    double limit = 0.0;
    std::string unit;
    std::string sentence; ///< what is wrong, for people; empty where it passed
};

struct FilmVerdict {
    std::vector<FilmCheck> checks; ///< all that could be made, in the order of filmCheckNames()
    /// The one expression that is there; its frames and regions are measured. Absent where there is not
    /// exactly one.
    std::optional<annotation::Proposal> expression;
    /// Units asked for in whose regions nothing was seen: the film shows some of what it should. Units
    /// without a region (lids, cheeks) are never among them.
    std::vector<int> unseen;
    double peak = 0.0; ///< of the expression, hundredths of the distance between the eyes

    bool accepted() const;
    std::vector<std::string> reasons() const; ///< names of the tests that failed
    const FilmCheck* find(std::string_view name) const;
};

/// "readable", "frames", "size", "rate", "face", "one-face", "pose", "head-motion", "blink", "blur",
/// "expression", "phases", "place", "duration".
std::span<const std::string_view> filmCheckNames();

/// The rejection tests of guide E1. A film that cannot be read is a verdict too ("readable"); errors are left
/// for what is no fault of the film: no landmark model, a job that is cancelled.
Result<FilmVerdict> checkFilm(const std::filesystem::path& film, const FilmDemand& demand,
                              const FilmLimits& limits, const AnalyseOptions& options, const JobContext& job);

} // namespace mien::pipeline
