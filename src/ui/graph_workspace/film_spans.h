// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "ui/graph_workspace/graph_engine.h"

#include <QString>

#include <optional>

namespace mien::ui {

class ProjectDocument;
class SelectionModel;

/// Which frames of a film a graph is about.
enum class FilmSpan { Whole, Macro, Micro, Outside, Stretch };
inline constexpr std::array kFilmSpans{FilmSpan::Whole, FilmSpan::Macro, FilmSpan::Micro, FilmSpan::Outside,
                                       FilmSpan::Stretch};

QString spanText(FilmSpan span);

/// What no interval covers, of frames 0 … frames-1.
std::vector<FrameInterval> outside(std::vector<FrameInterval> intervals, std::int64_t frames);

/// The intervals of a span, and in words where they come from ("3 events"); nullopt for the whole film. A
/// film without events is divided by what the machine proposes and nobody rejected.
struct SpanIntervals {
    std::optional<std::vector<FrameInterval>> intervals;
    QString from;
    bool operator==(const SpanIntervals&) const = default;
};
SpanIntervals intervalsOf(FilmSpan span, const ProjectDocument& document, const SelectionModel& selection);

} // namespace mien::ui
