// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace mien::synthesis {

/// Mean quality of a data set as others printed it: published, not reproduced. None of these films may be
/// passed on, so none of these figures was checked here.
struct PublishedQuality {
    std::string_view dataset;
    std::string_view origin; ///< where the figures stand
    std::string_view remark; ///< what a reader must know before comparing; may be empty
    double psnrDb, ssim, totalVariation, brisque, clipIqa;
};

inline constexpr std::string_view kPublishedMark = "published, not reproduced";

std::span<const PublishedQuality> publishedQuality();

} // namespace mien::synthesis
