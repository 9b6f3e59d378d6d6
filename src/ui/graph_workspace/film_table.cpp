// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/film_table.h"

namespace mien::ui {
namespace {

struct Step {
    std::size_t frame; ///< from the one before to this one
    int run;
};

std::vector<Step> stepsOf(const motion::FaceMotionSeries& series,
                          const std::optional<std::vector<FrameInterval>>& spans) {
    const auto& frames = series.frames;
    std::vector<Step> steps;
    int run = 0;
    const auto add = [&](std::size_t first, std::size_t last) {
        for (std::size_t t = first + 1; t <= last; ++t) {
            if (frames[t].state == face::Scorability::Scorable &&
                frames[t - 1].state == face::Scorability::Scorable)
                steps.push_back({t, run});
            else
                ++run;
        }
        ++run;
    };
    if (frames.empty())
        return steps;
    const auto end = static_cast<std::int64_t>(frames.size()) - 1;
    if (!spans)
        add(0, frames.size() - 1);
    else
        for (const FrameInterval& span : *spans)
            if (span.first.value <= end && span.last.value >= 0)
                add(static_cast<std::size_t>(std::max<std::int64_t>(0, span.first.value)),
                    static_cast<std::size_t>(std::min(end, span.last.value)));
    return steps;
}

} // namespace

Result<causal::Table> filmTable(const motion::FaceMotionSeries& series,
                                const std::optional<std::vector<FrameInterval>>& spans) {
    const auto steps = stepsOf(series, spans);
    if (steps.empty())
        return fail(ErrorCode::Corrupt, spans ? "No two neighbouring frames of these spans can be scored; "
                                                "choose others, or the whole film."
                                              : "No two neighbouring frames of this film can be scored.");
    causal::Table table;
    for (const auto& region : motion::regions())
        table.names.emplace_back(region.name);
    table.values.resize(static_cast<Eigen::Index>(2 * steps.size()), motion::kRegionCount);
    const int runs = steps.back().run + 1;
    for (int axis = 0; axis < 2; ++axis) {
        for (const auto& [t, run] : steps) {
            const auto row = static_cast<Eigen::Index>(table.runs.size());
            for (int region = 0; region < motion::kRegionCount; ++region) {
                const auto at = static_cast<std::size_t>(region);
                table.values(row, region) = static_cast<double>(series.frames[t].displacement[at][axis]) -
                                            static_cast<double>(series.frames[t - 1].displacement[at][axis]);
            }
            table.runs.push_back(run + axis * runs);
        }
    }
    return table;
}

Result<causal::Table> stacked(std::span<const causal::Table> tables) {
    if (tables.empty())
        return fail(ErrorCode::InvalidArgument, "No film was chosen.");
    causal::Table all;
    all.names = tables.front().names;
    Eigen::Index rows = 0;
    for (const auto& table : tables) {
        if (table.names != all.names)
            return fail(ErrorCode::InvalidArgument, "The tables have different columns.");
        rows += table.rows();
    }
    all.values.resize(rows, static_cast<Eigen::Index>(all.names.size()));
    Eigen::Index at = 0;
    int run = 0;
    for (const auto& table : tables) {
        all.values.middleRows(at, table.rows()) = table.values;
        at += table.rows();
        int last = run;
        for (Eigen::Index row = 0; row < table.rows(); ++row) {
            const int own = table.runs.empty() ? 0 : table.runs[static_cast<std::size_t>(row)];
            last = std::max(last, run + own);
            all.runs.push_back(run + own);
        }
        run = last + 1;
    }
    return all;
}

std::vector<FrameInterval> outside(std::vector<FrameInterval> intervals, std::int64_t frames) {
    std::sort(intervals.begin(), intervals.end(),
              [](const FrameInterval& a, const FrameInterval& b) { return a.first < b.first; });
    std::vector<FrameInterval> rest;
    FrameIndex next{0};
    for (const FrameInterval& one : intervals) {
        if (one.first > next)
            rest.push_back({next, one.first - 1});
        next = std::max(next, one.last + 1);
    }
    if (next.value < frames)
        rest.push_back({next, FrameIndex{frames - 1}});
    return rest;
}

} // namespace mien::ui
