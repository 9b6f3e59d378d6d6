// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/motion/face_motion_series.h"

#include <span>
#include <string_view>
#include <vector>

namespace mien::spotting {

/// One spotting algorithm: a row of the table that command line, settings and tests iterate.
struct SpotterRow {
    std::string_view name;
    std::string_view description;
    Result<std::vector<annotation::Proposal>> (*spot)(const motion::FaceMotionSeries&, const JobContext&);
};

std::span<const SpotterRow> spotterRows();

} // namespace mien::spotting
