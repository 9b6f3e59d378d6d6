// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/job_context.h"
#include "core/base/options.h"
#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mien::fairness {

struct TypedInterval {
    FrameInterval frames;
    annotation::ExpressionType type = annotation::ExpressionType::Macro;
};

/// One film with what is true in it and what a spotter said.
struct AuditedFilm {
    std::string film;
    std::string subject;
    std::int64_t frames = 0; ///< length of the film
    double fps = 0.0;
    /// What the source says of the subject or film, e.g. "sex" → "female". Nothing is inferred; absent or
    /// empty is the group "unknown".
    std::map<std::string, std::string> attributes;
    std::vector<TypedInterval> truths;
    std::vector<TypedInterval> predictions;
};

struct AuditOptions {
    double iou = 0.5;         ///< smallest intersection over union of a found interval
    int resamples = 1000;     ///< bootstrap resamples of the subjects; 0: no intervals
    std::uint64_t seed = 0;   ///< of the resampling
    double confidence = 0.95; ///< of the bootstrap intervals

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.iou, OptionInfo{"iou", "smallest intersection over union of a found interval", 0.0, 1.0});
        v(self.resamples,
          OptionInfo{"resamples", "bootstrap resamples of the subjects; 0: none", 0, 100'000});
        v(self.confidence, OptionInfo{"confidence", "coverage of the bootstrap intervals", 0.5, 0.999});
        v(self.seed, OptionInfo{"seed", "of the resampling"});
    }
};

/// Pooled counts of a group. Frames are counted once a type: a frame is positive for a type where a true
/// interval of that type holds it, and predicted where a predicted one does.
struct GroupCounts {
    std::int64_t truePositiveFrames = 0;
    std::int64_t falsePositiveFrames = 0;
    std::int64_t trueNegativeFrames = 0;
    std::int64_t falseNegativeFrames = 0;
    std::int64_t truths = 0;         ///< true intervals
    std::int64_t found = 0;          ///< of them, those with a prediction of their own
    std::int64_t falseIntervals = 0; ///< predictions without a truth
    double minutes = 0.0;            ///< of film

    GroupCounts& operator+=(const GroupCounts& other);
    bool operator==(const GroupCounts&) const = default;

    /// Of frames; nullopt where the group has no positive (negative) frame.
    std::optional<double> tpr() const;
    std::optional<double> fpr() const;
    /// Of intervals. False positives have no rate (there are no negative intervals), hence the false ones a
    /// minute.
    std::optional<double> intervalTpr() const;
    std::optional<double> falseIntervalsPerMinute() const;
    /// What Causal-Ex calls equalised odds in its Fig. 4; it is not. For comparison with the paper alone.
    std::optional<double> paperRatio() const;
};

struct Bounds {
    double low = 0.0;
    double high = 0.0;
};

struct GroupAudit {
    std::string name;
    std::int64_t subjects = 0;
    std::int64_t films = 0;
    GroupCounts counts;
    std::optional<Bounds> tpr; ///< bootstrap intervals over subjects; none for fewer than two
    std::optional<Bounds> fpr;
};

/// The groups of one attribute, by name.
struct Audit {
    std::string attribute;
    std::vector<GroupAudit> groups;
    /// Equalised odds (Hardt et al. 2016): the largest difference of TPR or FPR between two groups, 0 where
    /// the spotter treats all alike. Groups without positive (negative) frames take no part in TPR (FPR);
    /// nullopt where fewer than two are left for both.
    std::optional<double> gap;
    std::optional<Bounds> gapBounds; ///< none where a group has fewer than two subjects
    /// Largest mean of the two differences between two groups that have both rates.
    std::optional<double> averageOdds;
    /// The two groups of `gap`.
    std::string lowest, highest;
    bool gapIsTpr = true;
};

/// Attributes that every set of films has: "type" (micro against macro), "subject"; then those of the films.
std::vector<std::string> attributesOf(const std::vector<AuditedFilm>& films);

/// InvalidArgument, naming the film: no frames or rate, an interval outside the film or back to front, no
/// subject, an attribute that no film has; Cancelled.
Result<Audit> audit(const std::vector<AuditedFilm>& films, const std::string& attribute,
                    const AuditOptions& options, const JobContext& job);

} // namespace mien::fairness
