// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_remarks.h"

#include "core/synthesis/quality_metrics.h"

#include <fmt/format.h>

namespace mien::synthesis {

std::vector<std::string> remarksOn(const FilmQuality& quality) {
    std::vector<std::string> out;
    if (quality.still())
        out.push_back(fmt::format(
            "This film hardly moves (at most {:.1f} grey levels from its first frame): its PSNR and SSIM "
            "are those of a still picture, not of a good film.",
            quality.excursionGrey));
    if (quality.equalPairs > 0)
        out.push_back(fmt::format("{} of {} pairs of frames are equal; each counts {:.0f} dB.",
                                  quality.equalPairs, quality.pairs(), kPsnrOfEqualPicturesDb));
    return out;
}

QualityMeans meansOf(std::span<const FilmQuality> films) {
    const auto mean = [&](auto&& of) {
        double sum = 0.0;
        for (const auto& film : films)
            sum += of(film);
        return sum / static_cast<double>(films.size());
    };
    QualityMeans out;
    out.psnrDb = mean([](const auto& q) { return q.psnrDb; });
    out.ssim = mean([](const auto& q) { return q.ssim; });
    out.totalVariation = mean([](const auto& q) { return q.totalVariation; });
    out.totalVariationPerPixel = mean([](const auto& q) { return q.totalVariationPerPixel; });
    out.excursionGrey = mean([](const auto& q) { return q.excursionGrey; });
    if (std::all_of(films.begin(), films.end(), [](const auto& q) { return q.brisque.has_value(); }))
        out.brisque = mean([](const auto& q) { return *q.brisque; });
    if (std::all_of(films.begin(), films.end(), [](const auto& q) { return q.clipIqa.has_value(); }))
        out.clipIqa = mean([](const auto& q) { return *q.clipIqa; });
    return out;
}

} // namespace mien::synthesis
