// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/project/project.h"
#include "ui/document/film_timing.h"

#include <QString>

#include <string_view>

namespace mien::ui {

QString typeText(annotation::ExpressionType type);      ///< "Micro", "Macro"
QString sideText(annotation::Side side);                ///< "Both sides" …
QString intensityText(annotation::Intensity intensity); ///< "B (slight)"
QString reviewText(project::ReviewState state);         ///< "waiting", "taken", "rejected"
QString regionText(const std::string& region);          ///< translated name of a facial region
QString reasonText(std::string_view reason);            ///< translated face::describe() of a frame
QString looksLikeText(const std::string& what);         ///< translated "blink" …

/// "214 ▷ 231 ▲ 262 ◁ · 0.240 s", with labels of the film.
QString intervalText(FrameIndex onset, std::optional<FrameIndex> apex, FrameIndex offset,
                     const FilmTiming& timing);

/// One line for lists and for screen readers: "Micro, AU 12B, right, frames 214 to 262".
QString eventLine(const annotation::ExpressionEvent& event, const FilmTiming& timing);
QString proposalLine(const annotation::Proposal& proposal, const FilmTiming& timing);

/// Why the machine proposes it, in two sentences: which regions moved how far, for how long, how sure.
QString whyText(const annotation::Proposal& proposal, const FilmTiming& timing);

} // namespace mien::ui
