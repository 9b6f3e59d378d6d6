// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <memory>
#include <span>
#include <string_view>

namespace mien::motion {

/// Dense optical flow between two grey images of equal size.
class OpticalFlow {
public:
    virtual ~OpticalFlow() = default;

    /// flow(x, y) (CV_32FC2, pixels): the content of `from` at (x, y) is found in `to` at (x, y) + flow(x,
    /// y). from, to: CV_8UC1 of equal size, at least 16×16. `start`: a flow of the same size to start from
    /// (warm start), or empty. Deterministic; not thread-safe (one instance a thread).
    virtual Result<cv::Mat> compute(const cv::Mat& from, const cv::Mat& to, const cv::Mat& start = {}) = 0;
    /// Restricts the work to the given pixels (CV_8UC1, non-zero = wanted); flow elsewhere is unspecified but
    /// finite. Engines that cannot restrict compute everything. Empty: whole image.
    virtual void setMask(const cv::Mat& mask) = 0;
};

/// One flow algorithm: a row of the table that command line, settings and tests iterate.
struct FlowRow {
    std::string_view name;        ///< "tvl1", "tvl1-opencv", "farneback", "dis"
    std::string_view description; ///< one sentence for people
    bool previewOnly;             ///< not accurate enough for results
    std::unique_ptr<OpticalFlow> (*make)();
};

std::span<const FlowRow> flowRows();

/// InvalidArgument naming the known rows where there is none of that name.
Result<std::unique_ptr<OpticalFlow>> makeFlow(std::string_view name);

} // namespace mien::motion
