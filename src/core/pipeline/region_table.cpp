// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/region_table.h"

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
    const auto& frames = series.frames;
    const bool movement = options.signal == "movement";
    const std::size_t first = movement ? 1 : 0;
    struct Row {
        std::size_t frame;
        int run;
        bool there;
    };
    std::vector<Row> rows;
    int run = 0;
    for (std::size_t t = first; t < frames.size(); ++t) {
        const bool there = scorable(frames[t]) && (!movement || scorable(frames[t - 1]));
        if (there || keepGaps)
            rows.push_back({t, run, there});
        else
            ++run;
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

} // namespace mien::pipeline
