// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mien::pipeline {
namespace {

using Frames = std::vector<motion::FrameMotion>;

bool scorable(const motion::FrameMotion& frame) {
    return frame.state == face::Scorability::Scorable;
}

cv::Vec2d vectorAt(const Frames& frames, std::size_t t, std::size_t region, bool movement) {
    const cv::Vec2d here = frames[t].displacement[region];
    return movement ? here - cv::Vec2d(frames[t - 1].displacement[region]) : here;
}

} // namespace

causal::Table regionTable(const motion::FaceMotionSeries& series, const RegionTableOptions& options,
                          bool keepGaps) {
    const FrameInterval whole{{0}, {static_cast<std::int64_t>(series.frames.size()) - 1}};
    return regionTable(series, options, std::span(&whole, 1), keepGaps);
}

causal::Table regionTable(const motion::FaceMotionSeries& series, const RegionTableOptions& options,
                          std::span<const FrameInterval> spans, bool keepGaps) {
    const auto& frames = series.frames;
    const bool movement = options.signal == "movement";
    struct Row {
        std::size_t frame;
        int run;
        bool there;
    };
    std::vector<Row> rows;
    int run = 0;
    for (const FrameInterval& span : spans) {
        const std::int64_t first = std::max<std::int64_t>(0, span.first.value) + (movement ? 1 : 0);
        const std::int64_t last = std::min(span.last.value, static_cast<std::int64_t>(frames.size()) - 1);
        if (&span != &spans.front())
            ++run;
        for (std::int64_t at = first; at <= last; ++at) {
            const auto t = static_cast<std::size_t>(at);
            const bool there = scorable(frames[t]) && (!movement || scorable(frames[t - 1]));
            if (there || keepGaps)
                rows.push_back({t, run, there});
            else
                ++run;
        }
    }
    const bool stacked = options.axes == "stacked";
    causal::Table table;
    for (const auto& region : motion::regions())
        table.names.emplace_back(region.name);
    table.values.resize(static_cast<Eigen::Index>(rows.size() * (stacked ? 2 : 1)), motion::kRegionCount);
    for (const int axis : stacked ? std::vector{0, 1} : std::vector{options.axes == "y" ? 1 : 0}) {
        for (const Row& row : rows) {
            const auto place = static_cast<Eigen::Index>(table.runs.size());
            for (std::size_t region = 0; region < motion::kRegionCount; ++region) {
                auto& cell = table.values(place, static_cast<Eigen::Index>(region));
                cell = std::numeric_limits<double>::quiet_NaN();
                if (row.there) {
                    const auto v = vectorAt(frames, row.frame, region, movement);
                    cell = options.axes == "speed" ? std::hypot(v[0], v[1]) : v[axis];
                }
            }
            table.runs.push_back(row.run + axis * (run + 1));
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

} // namespace mien::pipeline
