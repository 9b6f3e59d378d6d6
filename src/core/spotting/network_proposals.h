// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/frame_labels.h"

namespace mien::spotting {

/// What a network holds for likely of every sample: after softmax and sigmoid, 0 … 1. The order of
/// nn::SpottingOutput.
struct FrameProbabilities {
    static constexpr int kOutputs = 10;
    std::vector<float> values; ///< samples × 10

    std::size_t samples() const { return values.size() / kOutputs; }
    float at(std::size_t sample, int output) const {
        return values[sample * kOutputs + static_cast<std::size_t>(output)];
    }
    float& at(std::size_t sample, int output) {
        return values[sample * kOutputs + static_cast<std::size_t>(output)];
    }
};
/// Softmax over each {start, end, none}, sigmoid of the rest; in 0 … 1 for logits of any size.
/// `logits`: samples × 10.
FrameProbabilities probabilitiesOf(std::span<const float> logits);

/// How far from its apex an expression may begin and end, and how long it may be, in samples; both ends
/// included.
struct DurationLimits {
    int nearest = 2, furthest = 7;  ///< from the apex to start and to end
    int shortest = 5, longest = 30; ///< end − start

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.nearest, OptionInfo{"nearest", "least samples from the apex to start and end", 1, 100'000});
        v(self.furthest, OptionInfo{"furthest", "most samples from the apex to start and end", 1, 100'000});
        v(self.shortest, OptionInfo{"shortest", "least samples from start to end", 1, 100'000});
        v(self.longest, OptionInfo{"longest", "most samples from start to end", 1, 100'000});
    }
    bool operator==(const DurationLimits&) const = default;
};

struct ProposalOptions {
    DurationLimits micro{2, 7, 5, 30}, macro{7, 29, 15, 88};
    double microApex = 0.5, macroApex = 0.5; ///< an apex is likelier than this
    std::string apexes = "peaks";
    double nmsIou = 0.5; ///< of two of one type that overlap more the less certain one is dropped
    int microMost = 0, macroMost = 0; ///< in a film; 0: any number (AUW-GCN: 5 and 5 or 6)

    /// peaks: local maxima; every: each sample above the threshold, as AUW-GCN's code does.
    static constexpr std::array<std::string_view, 2> kApexes{"peaks", "every"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.microApex,
          OptionInfo{"micro-threshold", "least probability of a micro-expression's apex", 0, 1});
        v(self.macroApex,
          OptionInfo{"macro-threshold", "least probability of a macro-expression's apex", 0, 1});
        v(self.apexes, OptionInfo{"apexes", "which samples may be an apex", 0, 0, kApexes});
        v(self.nmsIou,
          OptionInfo{"nms", "overlap above which the less certain of two proposals is dropped", 0, 1});
        v(self.microMost,
          OptionInfo{"micro-most", "most micro-expressions of a film; 0: any number", 0, 10'000});
        v(self.macroMost,
          OptionInfo{"macro-most", "most macro-expressions of a film; 0: any number", 0, 10'000});
    }
    bool operator==(const ProposalOptions&) const = default;
};

/// AUW-GCN's post-processing (guide A5): for each apex the likeliest start before and end behind it within
/// the limits (of equals the first), kept if start beats end there and the reverse; score
/// P(start)·P(end)·P(apex). Samples that cannot be scored hold no apex and are not bridged. Overlap is of
/// lengths end − start. Frames of the film, in order of onset, then apex. Not interrupted by window borders;
/// what is there of probabilities or film beyond the other's end is left out.
std::vector<annotation::Proposal> proposalsOf(const FrameProbabilities& probabilities,
                                              const NetworkInput& film, const ProposalOptions& options,
                                              std::string_view spotter);

/// The expressions of one film and how many samples pass from one of its frames to the next.
struct FilmExpressions {
    std::span<const KnownExpression> expressions;
    double samplesPerFrame = 1.0;
};

/// `base` with limits that hold at least the share `coverage` of the training expressions of each type,
/// instead of constants of one dataset: the most unusual ones are set aside, the limits are the extremes of
/// the others, the apex at least one sample from both ends. Base's limits for a type with fewer than five.
ProposalOptions limitsFrom(std::span<const FilmExpressions> films, double coverage = 0.98,
                           const ProposalOptions& base = {});

/// Start to end, in samples, of the shortest and longest proposal that limits allow; first > second: none.
std::pair<int, int> possibleSpans(const DurationLimits& limits);

/// The largest recall that the options allow, whatever the network says: of each type how many expressions
/// some allowed proposal overlaps at IoU >= `iou` (both ends included), no more a film than `most`. Those
/// without offset are never found.
struct RecallCeiling {
    std::int64_t micro = 0, macro = 0, reachableMicro = 0, reachableMacro = 0;

    bool operator==(const RecallCeiling&) const = default;
};
RecallCeiling recallCeiling(std::span<const FilmExpressions> films, const ProposalOptions& options,
                            double iou = 0.5);

} // namespace mien::spotting
