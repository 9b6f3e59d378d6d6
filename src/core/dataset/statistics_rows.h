// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"

namespace mien::dataset {

/// A row's three frames as its table has them, "unknown" written as 0 or -1 included; absent where the cell
/// is empty or no number. What the importer repaired is not used: published counts were made without it.
struct RawFrames {
    std::optional<std::int64_t> onset, apex, offset;
    bool offsetKnown = false; ///< the offset is a frame, not a sign for "unknown"
    bool apexKnown = false;
};

RawFrames rawFramesOf(const Sample& sample);

/// "casme" of "casme_015", "samm" of "samm_006", else `dataset`.
std::string sourceOf(const Sample& sample, const std::string& dataset);

} // namespace mien::dataset
