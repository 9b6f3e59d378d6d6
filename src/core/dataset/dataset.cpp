// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/dataset.h"

namespace mien::dataset {

std::optional<FrameInterval> Sample::interval() const {
    if (!onset || !offset || *offset < *onset)
        return std::nullopt;
    return FrameInterval{*onset, *offset};
}

std::optional<double> Sample::durationS() const {
    const auto frames = interval();
    if (!frames || !fps || fps->num <= 0)
        return std::nullopt;
    return static_cast<double>(frames->lengthFrames()) / fps->value();
}

std::string_view nameOf(LabelKind kind) {
    return kind == LabelKind::Occurrence ? "occurrence" : "intensity";
}

const Subject* Dataset::subject(std::string_view id) const {
    const auto found =
        std::find_if(subjects.begin(), subjects.end(), [&](const auto& s) { return s.id == id; });
    return found == subjects.end() ? nullptr : &*found;
}

} // namespace mien::dataset
