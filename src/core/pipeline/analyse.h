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
    int followFace = -1;                      ///< which face, left to right; -1: the largest
    bool fixedRadius = false;                 ///< regions of a fixed 5 px, as in the papers' code
    bool frameToFrame = false;                ///< also compute motion from each frame to the next (MDMO)
    bool keepLandmarks = false;               ///< return the landmarks too (544 bytes a frame)
    std::filesystem::path landmarkModel = {}; ///< empty: where Debian's package puts it
    std::filesystem::path cacheDir = {};      ///< for time-stamp tables; empty: no cache is kept
    std::optional<Rational> fps = {};         ///< for folders of images

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
    std::vector<double> timesS; ///< time stamp of every frame, seconds from the first
    motion::FaceMotionSeries series;
    std::vector<face::Landmarks> landmarks; ///< stabilised, per frame, where keepLandmarks asks for them
    std::vector<annotation::Proposal>
        proposals;                 ///< everything found, look-alikes included, in order of onset
    double scorableFraction = 0.0; ///< share of the frames with a usable face, 0 … 1
    std::map<std::string, double>
        secondsByStage; ///< thread seconds spent on decode, face, flow; wall for spotting
};

/// Told about proposals while the film is still being analysed; the final list comes with the result.
using EarlyProposals = std::function<void(const std::vector<annotation::Proposal>&)>;
/// Told about every frame, in order, one call at a time.
using FrameListener = std::function<void(const face::FaceObservation&, const motion::FrameMotion&)>;

struct AnalyseListeners {
    EarlyProposals early;
    FrameListener frame;
};

/// Decode → face → flow → region displacements → events. Streams: memory grows only by the signals
/// themselves. A film without any usable face is no error: scorableFraction is 0 and there are no proposals.
Result<Analysis> analyse(const std::filesystem::path& media, const AnalyseOptions& options,
                         const JobContext& job, const AnalyseListeners& listeners = {});

} // namespace mien::pipeline
