// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/handles.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Handles", text);
}

} // namespace

QString handleText(Handle handle) {
    switch (handle) {
    case Handle::Onset:
        return QCoreApplication::translate("Handles", "onset");
    case Handle::Apex:
        return QCoreApplication::translate("Handles", "apex");
    case Handle::Offset:
        return QCoreApplication::translate("Handles", "offset");
    }
    return {};
}

std::optional<FrameIndex> frameOf(const annotation::ExpressionEvent& event, Handle handle) {
    switch (handle) {
    case Handle::Onset:
        return event.onset;
    case Handle::Apex:
        return event.apex;
    case Handle::Offset:
        return event.offset;
    }
    return std::nullopt;
}

Handle nearestHandle(const annotation::ExpressionEvent& event, FrameIndex frame) {
    const auto distance = [frame](FrameIndex at) { return std::abs(at - frame); };
    Handle best = distance(event.onset) <= distance(event.offset) ? Handle::Onset : Handle::Offset;
    if (event.apex && distance(*event.apex) < distance(*frameOf(event, best)))
        best = Handle::Apex;
    return best;
}

annotation::ExpressionType typeByDuration(FrameInterval interval, const FilmTiming& timing) {
    return timing.durationS(interval) <= annotation::kMicroMaxSeconds + 1e-9
               ? annotation::ExpressionType::Micro
               : annotation::ExpressionType::Macro;
}

Result<annotation::ExpressionEvent> withHandle(const annotation::ExpressionEvent& event, Handle handle,
                                               FrameIndex frame, const FilmTiming& timing) {
    annotation::ExpressionEvent after = event;
    frame = timing.empty() ? frame : timing.clamped(frame);
    switch (handle) {
    case Handle::Onset:
        after.onset = frame;
        break;
    case Handle::Apex:
        after.apex = frame;
        break;
    case Handle::Offset:
        after.offset = frame;
        break;
    }
    if (!after.ordered()) {
        const FrameIndex other = handle == Handle::Onset    ? event.apex.value_or(event.offset)
                                 : handle == Handle::Offset ? event.apex.value_or(event.onset)
                                 : frame < event.onset      ? event.onset
                                                            : event.offset;
        return fail(
            ErrorCode::InvalidArgument,
            say(QT_TRANSLATE_NOOP("Handles",
                                  "The %1 cannot go to frame %2: onset, apex and offset keep their order, "
                                  "and frame %3 is in the way."))
                .arg(handleText(handle))
                .arg(frame.value)
                .arg(other.value)
                .toStdString());
    }
    if (event.type == typeByDuration(event.interval(), timing))
        after.type = typeByDuration(after.interval(), timing);
    return after;
}

} // namespace mien::ui
