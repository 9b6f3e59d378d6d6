// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/job_context.h"
#include "core/base/options.h"
#include "core/base/result.h"
#include "core/media/video_source.h"
#include "core/motion/face_motion_series.h"

#include <functional>
#include <map>
#include <string>

namespace mien::pipeline {

/// The whole way from a film to proposals. Defaults are what `mien-cli spot` and the Analyse button use.
struct AnalyseOptions {
    std::string spotter = "rules";
    std::string flow = "tvl1";
    int followFace = -1;       ///< which face, left to right; -1: the largest
    bool fixedRadius = false;  ///< regions of a fixed 5 px, as in the papers' code
    bool frameToFrame = false; ///< also compute motion from each frame to the next (MDMO)
    std::filesystem::path landmarkModel = {};
    std::optional<Rational> fps = {}; ///< for folders of images

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.spotter, OptionInfo{"spotter", "which spotter proposes the intervals"});
        v(self.flow, OptionInfo{"flow", "which optical flow measures the motion"});
        v(self.followFace,
          OptionInfo{"face", "which face to follow, counted from the left; -1: the largest", -1, 99});
        v(self.fixedRadius, OptionInfo{"fixed5", "facial regions of a fixed 5 px instead of scaled ones"});
        v(self.frameToFrame,
          OptionInfo{"frame-to-frame", "also measure the motion from each frame to the next"});
    }
};

/// What comes out for one film.
struct Analysis {
    media::MediaInfo info;
    std::vector<double> timesS;
    motion::FaceMotionSeries series;
    std::vector<face::Landmarks> landmarks;          ///< stabilised, per frame; zeros where no face was found
    std::vector<face::FaceObservation> observations; ///< filled only where asked for (features verb)
    std::vector<annotation::Proposal> proposals;
    double scorableFraction = 0.0;
    std::map<std::string, double> secondsByStage;
};

/// Told about proposals while the film is still being analysed; the final list comes with the result.
using EarlyProposals = std::function<void(const std::vector<annotation::Proposal>&)>;

/// Decode → face → flow → region displacements → events. Streams: memory grows only by the signals
/// themselves. A film without any usable face is no error: scorableFraction is 0 and there are no proposals.
Result<Analysis> analyse(const std::filesystem::path& media, const AnalyseOptions& options,
                         const JobContext& job, const EarlyProposals& early = {});

} // namespace mien::pipeline
