// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/spotting/network_input.h"

#include <optional>

namespace mien::spotting {

/// An expression that is known, in frames of the film; offset included.
struct KnownExpression {
    FrameIndex onset;
    std::optional<FrameIndex> apex; ///< unknown: the middle
    std::optional<FrameIndex>
        offset; ///< unknown: as long after the apex as the onset is before it; with neither, it is left out
    annotation::ExpressionType type = annotation::ExpressionType::Macro;
};

/// Onset, apex and offset all known, by the rules above; an apex outside of onset … offset counts as unknown.
/// Nothing where the expression is to be left out. `zeroIsUnknown`: an apex or offset on frame 0 is unknown,
/// and with two of three on frame 0 or unknown, the onset counted, the expression is left out, as in
/// AUW-GCN's code.
std::optional<KnownExpression> completed(const KnownExpression& known, bool zeroIsUnknown = false);

struct LabelOptions {
    int microWiden = 1,
        macroWiden = 3;     ///< samples before and behind a start, end or apex that count as such (guide A2)
    double apexSigma = 4.0; ///< samples; soft score of the apex's neighbours
    bool apexUnknownIsZero = false; ///< parity: see completed()

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.microWiden,
          OptionInfo{"micro-widen",
                     "samples beside a micro-expression's start, apex and end that count as such", 0, 20});
        v(self.macroWiden, OptionInfo{"macro-widen", "the same of macro-expressions", 0, 40});
        v(self.apexSigma,
          OptionInfo{"apex-sigma", "width in samples of the soft score around an apex", 0.1, 100});
        v(self.apexUnknownIsZero,
          OptionInfo{"zero-is-unknown", "an apex or offset on frame 0 counts as unknown, as in AUW-GCN"});
    }
    bool operator==(const LabelOptions&) const = default;
};

/// What a network is to say of every sample of a film (guide A2). Edges: 0 start, 1 end, 2 none; a start wins
/// over an end. What lies beyond the film is cut off: an end there counts as on the last sample, an apex
/// there as not in the film.
struct FrameLabels {
    std::vector<std::uint8_t> microEdge, macroEdge;
    std::vector<float> microApex, macroApex, microAction, macroAction;
    std::vector<std::uint8_t> counted; ///< 0: cannot be scored, or nobody watched it

    std::size_t samples() const { return counted.size(); }
};

/// `watched`: stretches of the film that somebody coded completely; empty: all of it. Expressions may
/// overlap.
FrameLabels frameLabels(const NetworkInput& film, std::span<const KnownExpression> expressions,
                        const LabelOptions& options, std::span<const FrameInterval> watched = {});

/// Where training windows lie: `length` samples plus `context` on each side, over the whole film without gaps
/// or, `onlyWithExpressions`, those in which something starts, peaks or ends. A film shorter than a window
/// has one, padded behind; so is the last window. Windows without any sample that counts are left out.
struct WindowOptions {
    int length = 256;
    int context = 7;
    int step = 256; ///< from one window's begin to the next: `length` as in AUW-GCN, less lets them overlap;
                    ///< more counts as `length`
    bool onlyWithExpressions = true;

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.length, OptionInfo{"window", "samples of a training window", 16, 4096});
        v(self.context, OptionInfo{"context", "samples of context on each side", 0, 256});
        v(self.step, OptionInfo{"step", "samples from one window to the next", 1, 4096});
        v(self.onlyWithExpressions,
          OptionInfo{"only-with-expressions", "leave out windows in which nothing happens"});
    }
    bool operator==(const WindowOptions&) const = default;
};
/// Begins of the windows' middle parts.
std::vector<std::int64_t> windowBegins(const FrameLabels& labels, const WindowOptions& options);

} // namespace mien::spotting
