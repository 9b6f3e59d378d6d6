// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/reading.h"

namespace mien::project {

/// Where each of `missing` was found below `folder`; films that were not found are left out.
struct Found {
    MediaId media;
    std::filesystem::path path;
    std::string sha256;
};
Result<std::vector<Found>> findMedia(const std::vector<FiledMedia>& missing,
                                     const std::filesystem::path& folder, const ContentHash& hash,
                                     const JobContext& job);

} // namespace mien::project
