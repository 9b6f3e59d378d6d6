// SPDX-License-Identifier: GPL-3.0-or-later
// Mien's own layout: every field of an event, with frames, seconds and milliseconds beside one another.
#include "core/annotation/table_fields.h"

#include <fmt/format.h>

namespace mien::annotation {
namespace {

constexpr std::string_view kName = "mien";
constexpr std::array<std::string_view, 1> kExtensions{".csv"};

bool recognises(const CsvTable& table) {
    return table.column({"video"}) && table.column({"onset"}) && table.column({"offset"}) &&
           table.column({"type"}) && table.column({"action_units"});
}

/// A cell that names one of a few values; empty means the default.
template <class T>
void choose(RowReader& row, std::optional<std::size_t> column, T& value,
            std::optional<T> (*from)(std::string_view), std::string_view what) {
    const auto text = row.text(column);
    if (text.empty())
        return;
    if (const auto chosen = from(text))
        value = *chosen;
    else
        row.repaired(fmt::format("The {} is none that is known and was left out.", what));
}

Result<EventTable> read(const CsvTable& table) {
    for (const std::string_view name : {"video", "onset", "offset", "type"})
        if (!table.column({name}))
            return Unexpected(missingColumn(table, kName, name));
    const auto column = [&](std::string_view name) { return table.column({name}); };
    const auto video = column("video"), subject = column("subject"), tier = column("tier"),
               coder = column("coder"), type = column("type"), onset = column("onset"), apex = column("apex"),
               offset = column("offset"), onsetS = column("onset_s"), apexS = column("apex_s"),
               offsetS = column("offset_s"), units = column("action_units"), side = column("side"),
               intensity = column("intensity"), confidence = column("confidence"), note = column("note");
    return readRows(table, kName, [&](RowReader& row, TableEvent& event) {
        event.video = row.video(video);
        event.subject = row.text(subject);
        event.tier = row.text(tier);
        event.coder = row.text(coder);
        event.type = row.type(type);
        row.handles(event, onset, apex, offset, false);
        event.onsetS = row.number(onsetS, "onset in seconds");
        event.apexS = row.number(apexS, "apex in seconds");
        event.offsetS = row.number(offsetS, "offset in seconds");
        event.actionUnits = row.text(units);
        choose(row, side, event.side, sideFrom, "side");
        choose(row, intensity, event.intensity, intensityFrom, "intensity");
        if (const auto value = row.number(confidence, "confidence")) {
            event.confidence = std::clamp(*value, 0.0, 1.0);
            if (event.confidence != *value)
                row.repaired("The confidence was brought into 0 … 1.");
        }
        event.note = row.text(note);
    });
}

std::string frameCell(const std::optional<FrameIndex>& frame) {
    return frame ? std::to_string(frame->value) : std::string();
}
std::string secondsCell(const std::optional<double>& seconds) {
    return seconds ? fmt::format("{}", *seconds) : std::string();
}
std::string millisecondsCell(const std::optional<double>& seconds) {
    return seconds ? fmt::format("{:.3f}", *seconds * 1000.0) : std::string();
}

std::string write(const std::vector<TableEvent>& events, std::vector<TableNote>&) {
    std::string text = csvLine({"video", "subject", "tier", "coder", "type", "onset", "apex", "offset",
                                "onset_s", "apex_s", "offset_s", "onset_ms", "apex_ms", "offset_ms",
                                "action_units", "side", "intensity", "confidence", "note"});
    for (const auto& e : events)
        text += csvLine({e.video, e.subject, e.tier, e.coder, std::string(nameOf(e.type)), frameCell(e.onset),
                         frameCell(e.apex), frameCell(e.offset), secondsCell(e.onsetS), secondsCell(e.apexS),
                         secondsCell(e.offsetS), millisecondsCell(e.onsetS), millisecondsCell(e.apexS),
                         millisecondsCell(e.offsetS), e.actionUnits, std::string(nameOf(e.side)),
                         std::string(nameOf(e.intensity)), fmt::format("{}", e.confidence), e.note});
    return text;
}

} // namespace

const EventTableFormat kMienFormat{
    kName,       "Mien: every field of an event, with frames, seconds and milliseconds",
    kExtensions, recognises,
    read,        write};

} // namespace mien::annotation
