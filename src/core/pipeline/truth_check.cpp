// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/truth_check.h"

#include "core/base/guarded.h"
#include "core/face/alignment.h"
#include "core/motion/optical_flow.h"
#include "core/synthesis/known_motion.h"

#include <fmt/format.h>

namespace mien::pipeline {
namespace {

using annotation::Proposal;
using annotation::TableEvent;
using face::Landmarks;

ErrorSpread spreadOf(std::vector<float> errors) {
    if (errors.empty())
        return {};
    std::sort(errors.begin(), errors.end());
    const auto at = [&](double q) {
        return double{errors[static_cast<std::size_t>(q * static_cast<double>(errors.size() - 1) + 0.5)]};
    };
    return {at(0.5), at(0.95)};
}

FrameInterval intervalOf(const TableEvent& e) {
    return {e.onset, e.offset.value_or(e.apex.value_or(e.onset))};
}

std::optional<std::int64_t> difference(std::optional<FrameIndex> measured, std::optional<FrameIndex> truth) {
    return measured && truth ? std::optional(*measured - *truth) : std::nullopt;
}

/// Gathers landmark errors frame by frame, so that memory holds two numbers a frame.
class LandmarkErrors {
public:
    explicit LandmarkErrors(const std::vector<Landmarks>& truth) : m_truth(truth) {}

    void add(const face::FaceObservation& seen) {
        const auto t = static_cast<std::size_t>(seen.frame.value);
        if (seen.state == face::Scorability::NoFace || t >= m_truth.size())
            return;
        if (!m_first)
            m_first = {seen.landmarks, m_truth[t]};
        std::vector<float> position, movement;
        for (std::size_t k = 0; k < seen.landmarks.size(); ++k) {
            const auto off = seen.landmarks[k] - m_truth[t][k];
            const auto offAtFirst = m_first->first[k] - m_first->second[k];
            position.push_back(static_cast<float>(cv::norm(off)));
            movement.push_back(static_cast<float>(cv::norm(off - offAtFirst)));
        }
        m_position.push_back(static_cast<float>(spreadOf(std::move(position)).medianPx));
        m_movement.push_back(static_cast<float>(spreadOf(std::move(movement)).medianPx));
    }
    std::optional<LandmarkCheck> check() const {
        if (!m_first)
            return std::nullopt;
        return LandmarkCheck{static_cast<std::int64_t>(m_position.size()), spreadOf(m_position),
                             spreadOf(m_movement), double{face::interocularDistance(m_first->second)}};
    }

private:
    const std::vector<Landmarks>& m_truth;
    std::optional<std::pair<Landmarks, Landmarks>> m_first; ///< measured, true
    std::vector<float> m_position, m_movement;              ///< median over the points of each frame
};

/// Flow at a point between pixels, bilinear; nullopt outside.
std::optional<cv::Point2f> sample(const cv::Mat& flow, cv::Point2f at) {
    const int x = static_cast<int>(std::floor(at.x)), y = static_cast<int>(std::floor(at.y));
    if (x < 0 || y < 0 || x + 1 >= flow.cols || y + 1 >= flow.rows)
        return std::nullopt;
    const float fx = at.x - static_cast<float>(x), fy = at.y - static_cast<float>(y);
    const auto pixel = [&](int dx, int dy) { return flow.at<cv::Point2f>(y + dy, x + dx); };
    return (pixel(0, 0) * (1 - fx) + pixel(1, 0) * fx) * (1 - fy) +
           (pixel(0, 1) * (1 - fx) + pixel(1, 1) * fx) * fy;
}

/// The jaw's points (0-16) lie on the outline, where flow belongs to face and background alike.
constexpr std::size_t kFirstInnerPoint = 17;

struct FlowErrors {
    std::vector<float> error, length, relative;

    void add(const cv::Mat& flow, const Landmarks& from, const Landmarks& to) {
        for (std::size_t k = kFirstInnerPoint; k < from.size(); ++k) {
            const auto way = to[k] - from[k];
            const auto measured = sample(flow, from[k]);
            if (measured)
                addPoint(*measured, way);
        }
    }
    /// Of a grid of pixels: memory must not grow with the size of the film, and not much with its events.
    void add(const cv::Mat& flow, const synthesis::ExactFlow& truth) {
        const int step = std::max(1, std::min(flow.rows, flow.cols) / FlowCheck::kGrid);
        for (int y = step / 2; y < flow.rows; y += step)
            for (int x = step / 2; x < flow.cols; x += step)
                if (truth.face.at<std::uint8_t>(y, x) != 0 && truth.visible.at<std::uint8_t>(y, x) != 0)
                    addPoint(flow.at<cv::Point2f>(y, x), truth.flow.at<cv::Point2f>(y, x));
    }
    void addPoint(cv::Point2f measured, cv::Point2f way) {
        const double moved = cv::norm(way);
        if (moved < FlowCheck::kMovingPx)
            return;
        const double off = cv::norm(measured - way);
        error.push_back(static_cast<float>(off));
        length.push_back(static_cast<float>(moved));
        relative.push_back(static_cast<float>(off / moved));
    }
    std::optional<FlowCheck> check(bool dense) const {
        if (error.empty())
            return std::nullopt;
        return FlowCheck{dense, static_cast<std::int64_t>(error.size()), spreadOf(error),
                         spreadOf(length).medianPx, spreadOf(relative).medianPx};
    }
};

/// Of the group's strongest units; of several, the one in the middle, the earlier of two.
std::optional<FrameIndex> apexOf(const std::vector<TableEvent>& group) {
    const auto strongest = std::max_element(group.begin(), group.end(), [](const auto& a, const auto& b) {
                               return a.intensity < b.intensity;
                           })->intensity;
    std::vector<FrameIndex> apexes;
    for (const auto& event : group)
        if (event.apex && event.intensity == strongest)
            apexes.push_back(*event.apex);
    if (apexes.empty())
        return std::nullopt;
    std::sort(apexes.begin(), apexes.end());
    return apexes[(apexes.size() - 1) / 2];
}

TableEvent expressionOf(const std::vector<TableEvent>& group) {
    if (group.size() == 1)
        return group.front();
    TableEvent out = group.front();
    out.apex = apexOf(group);
    for (const auto& event : group) {
        out.onset = std::min(out.onset, event.onset);
        if (event.offset)
            out.offset = std::max(out.offset.value_or(*event.offset), *event.offset);
        if (&event != &group.front())
            out.actionUnits += (out.actionUnits.empty() ? "" : "+") + event.actionUnits;
        if (event.type == annotation::ExpressionType::Macro)
            out.type = event.type;
        out.intensity = std::max(out.intensity, event.intensity);
    }
    return out;
}

Result<std::optional<FlowCheck>> checkFlow(const std::filesystem::path& film,
                                           const synthesis::TruthFiles& truth, const AnalyseOptions& options,
                                           const JobContext& job) {
    auto source = media::openMedia(
        film, {.format = media::PixelFormat::Grey, .fps = options.fps, .cacheDir = options.cacheDir}, job);
    if (!source)
        return Unexpected(source.error());
    auto engine = motion::makeFlow(options.flow);
    if (!engine)
        return Unexpected(engine.error());
    const auto known = synthesis::KnownMotion::of(film, job);
    if (!known)
        return Unexpected(known.error());
    FlowErrors errors;
    for (const auto& event : truth.events) {
        if (!event.apex)
            continue;
        if (job.cancelled())
            return cancelled();
        const auto from = (*source)->read(event.onset);
        if (!from)
            return Unexpected(from.error());
        const auto to = (*source)->read(*event.apex);
        if (!to)
            return Unexpected(to.error());
        const auto flow = (*engine)->compute(from->image, to->image);
        if (!flow)
            return Unexpected(flow.error());
        if (*known) {
            const auto exact = (*known)->flow(event.onset, *event.apex);
            if (!exact)
                return Unexpected(exact.error());
            if (exact->flow.size() != flow->size())
                return fail(ErrorCode::Corrupt, "The film is not of the size that its manifest says.",
                            film.string());
            errors.add(*flow, *exact);
        } else {
            errors.add(*flow, truth.landmarks[static_cast<std::size_t>(event.onset.value)],
                       truth.landmarks[static_cast<std::size_t>(event.apex->value)]);
        }
    }
    return errors.check(known->has_value());
}

Result<void> checkLength(const synthesis::TruthFiles& truth, std::int64_t frames,
                         const std::filesystem::path& film) {
    if (!truth.landmarks.empty() && static_cast<std::int64_t>(truth.landmarks.size()) != frames)
        return fail(ErrorCode::Corrupt,
                    fmt::format("The truth beside it is of {} frames, the film has {}: they do not belong "
                                "together.",
                                truth.landmarks.size(), frames),
                    film.string());
    for (const auto& event : truth.events)
        if (event.onset.value < 0 || intervalOf(event).last.value >= frames ||
            (event.apex && event.apex->value >= frames))
            return fail(ErrorCode::Corrupt,
                        fmt::format("The truth beside it has an event at frame {}, outside the film of {} "
                                    "frames.",
                                    event.onset.value, frames),
                        film.string());
    return {};
}

} // namespace

std::optional<std::int64_t> EventCheck::onsetError() const {
    return measured ? difference(measured->onset, truth.onset) : std::nullopt;
}
std::optional<std::int64_t> EventCheck::apexError() const {
    return measured ? difference(measured->apex, truth.apex) : std::nullopt;
}
std::optional<std::int64_t> EventCheck::offsetError() const {
    return measured ? difference(measured->offset, truth.offset) : std::nullopt;
}

std::vector<TableEvent> expressionsOf(std::vector<TableEvent> events) {
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.onset < b.onset; });
    std::vector<TableEvent> out, group;
    FrameIndex last;
    for (const auto& event : events) {
        if (!group.empty() && last < event.onset) {
            out.push_back(expressionOf(group));
            group.clear();
        }
        last = group.empty() ? intervalOf(event).last : std::max(last, intervalOf(event).last);
        group.push_back(event);
    }
    if (!group.empty())
        out.push_back(expressionOf(group));
    return out;
}

std::vector<EventCheck> pairEvents(const std::vector<TableEvent>& truths,
                                   const std::vector<Proposal>& proposals) {
    struct Pair {
        double iou;
        std::size_t truth, proposal;
    };
    std::vector<Pair> pairs;
    for (std::size_t t = 0; t < truths.size(); ++t)
        for (std::size_t p = 0; p < proposals.size(); ++p)
            if (const double iou = intervalOf(truths[t]).iou(proposals[p].interval());
                iou > 0.0 && proposals[p].looksLike.empty())
                pairs.push_back({iou, t, p});
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.iou > b.iou; });
    std::vector<EventCheck> out;
    for (const auto& truth : truths)
        out.push_back({truth, std::nullopt, 0.0});
    std::vector<bool> used(proposals.size(), false);
    for (const auto& pair : pairs)
        if (!out[pair.truth].measured && !used[pair.proposal]) {
            out[pair.truth].measured = proposals[pair.proposal];
            out[pair.truth].iou = pair.iou;
            used[pair.proposal] = true;
        }
    return out;
}

Result<TruthCheck> checkAgainstTruth(const std::filesystem::path& film, const synthesis::TruthFiles& truth,
                                     const AnalyseOptions& options, const JobContext& job) {
    return guarded(film.string(), [&]() -> Result<TruthCheck> {
        const synthesis::TruthFiles known{expressionsOf(truth.events), truth.landmarks};
        LandmarkErrors landmarks(known.landmarks);
        AnalyseListeners listeners;
        listeners.frame = [&](const face::FaceObservation& seen, const motion::FrameMotion&) {
            landmarks.add(seen);
        };
        const auto analysis = analyse(film, options, job, listeners);
        if (!analysis)
            return Unexpected(analysis.error());
        if (auto ok = checkLength(known, analysis->info.frames, film); !ok)
            return Unexpected(ok.error());
        TruthCheck out;
        out.scorableFraction = analysis->scorableFraction;
        out.events = pairEvents(known.events, analysis->proposals);
        for (const auto& proposal : analysis->proposals)
            if (proposal.looksLike.empty() &&
                std::none_of(known.events.begin(), known.events.end(), [&](const TableEvent& event) {
                    return intervalOf(event).overlapFrames(proposal.interval()) > 0;
                }))
                ++out.unexpected;
        if (known.landmarks.empty())
            return out;
        out.landmarks = landmarks.check();
        auto flow = checkFlow(film, known, options, job);
        if (!flow)
            return Unexpected(flow.error());
        out.flow = *flow;
        return out;
    });
}

} // namespace mien::pipeline
