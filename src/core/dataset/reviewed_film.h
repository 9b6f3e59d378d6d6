// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mien::dataset {

/// A film that a person went through: what they say happens in it, and where they looked. Beyond `watched`
/// nothing is known, and nothing there counts for or against anybody.
struct ReviewedFilm {
    std::int64_t id = 0; ///< of the film in its project
    std::string name;
    std::filesystem::path media;
    std::optional<Rational> fps; ///< of a folder of images
    std::string subject;         ///< empty: not told
    int followFace = -1;         ///< as pipeline::AnalyseOptions
    std::vector<annotation::ExpressionEvent> expressions;
    std::vector<FrameInterval> watched; ///< never empty; in order, apart
};

} // namespace mien::dataset
