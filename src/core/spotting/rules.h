// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/job_context.h"
#include "core/base/options.h"
#include "core/base/result.h"
#include "core/motion/face_motion_series.h"

#include <vector>

namespace mien::spotting {

/// Parameters of the training-free spotter. Lengths are in hundredths of the distance between the eyes (1 %
/// is about 1 px on a face 256 px wide), times in seconds and frequencies in Hz, so that they hold for any
/// film.
struct RulesOptions {
    double lowPassHz = 6.0;     ///< movement faster than this is noise (guide B1.7: 2 to 5 Hz at 30 fps)
    double threshold = 0.8;     ///< least peak displacement of a region from its rest position
    double noiseFactor = 5.0;   ///< … and at least so many times the region's own noise
    double contrast = 0.64;     ///< least rise of the peak over the valleys beside it
    double footFraction = 0.12; ///< an expression starts and ends where its signal is this share of its peak
    double restHalfWindowS = 6.0; ///< how far around a moment its rest position is looked for
    double minDurationS = 0.08;   ///< shorter excursions are jitter
    double maxDurationS = 7.0;    ///< longer ones are a change of posture (guide B1.10: 200 frames at 30 fps)
    double mergeOverlap =
        0.34; ///< regions that overlap by this share of the shorter one are one event (B1.10)

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.lowPassHz, OptionInfo{"low-pass", "cut-off of the low-pass filter in Hz", 0.5, 50});
        v(self.threshold,
          OptionInfo{"threshold", "least displacement in % of the distance between the eyes", 0.1, 20});
        v(self.noiseFactor,
          OptionInfo{"noise-factor", "least displacement in multiples of the region's noise", 0, 50});
        v(self.contrast,
          OptionInfo{"contrast", "least rise over the valleys beside the peak, same unit", 0, 20});
        v(self.footFraction,
          OptionInfo{"foot", "share of the peak at which an expression starts and ends", 0.02, 0.6});
        v(self.restHalfWindowS,
          OptionInfo{"rest-window", "seconds around a moment for its rest position", 1, 60});
        v(self.minDurationS, OptionInfo{"min-duration", "shortest expression in seconds", 0.02, 2});
        v(self.maxDurationS, OptionInfo{"max-duration", "longest expression in seconds", 1, 60});
        v(self.mergeOverlap,
          OptionInfo{"merge-overlap", "overlap above which regions form one event", 0.01, 1});
    }
};

/// The training-free spotter after the rule-based family of He 2021, Zhao 2022, Yu 2022 (guide B1), restated
/// in units that do not depend on frame rate or face size: each region's displacement from the face's rest
/// position is low-passed, peaks with enough height and contrast grow to their feet, regions merge, duration
/// decides micro or macro. Blinks, speech and head movements come out labelled as what they look like.
/// Deterministic. Films of any length, also shorter than every window. Cancelled when the job is.
Result<std::vector<annotation::Proposal>> spotByRules(const motion::FaceMotionSeries& series,
                                                      const RulesOptions& options, const JobContext& job);

} // namespace mien::spotting
