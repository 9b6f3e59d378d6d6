// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/result.h"
#include "ui/document/film_timing.h"

namespace mien::ui {

enum class Handle { Onset, Apex, Offset };

QString handleText(Handle handle); ///< "onset", "apex", "offset" in the user's language

/// Where a handle stands; nullopt for an apex nobody gave.
std::optional<FrameIndex> frameOf(const annotation::ExpressionEvent& event, Handle handle);

/// The handle nearest to `frame`; the apex wins only where it is strictly nearer.
Handle nearestHandle(const annotation::ExpressionEvent& event, FrameIndex frame);

/// The event with one handle elsewhere, clamped into the film. Onset <= apex <= offset is kept by refusing: a
/// sentence says what is in the way. The type follows the half-second rule unless a person chose otherwise.
Result<annotation::ExpressionEvent> withHandle(const annotation::ExpressionEvent& event, Handle handle,
                                               FrameIndex frame, const FilmTiming& timing);

/// Micro up to half a second, else macro.
annotation::ExpressionType typeByDuration(FrameInterval interval, const FilmTiming& timing);

} // namespace mien::ui
