// SPDX-License-Identifier: GPL-3.0-or-later
// The layout that several spotting repositories share: subject,video_name,start_frame,apex_frame,end_frame,
// type_idx,au with type 1 macro, 2 micro; 0 or -1 stands for an unknown apex, 0 for an unknown offset.
#include "core/annotation/table_fields.h"

namespace mien::annotation {
namespace {

constexpr std::string_view kName = "internal";
constexpr std::array<std::string_view, 1> kExtensions{".csv"};

bool recognises(const CsvTable& table) {
    return table.column({"video_name"}) && table.column({"start_frame"}) && table.column({"end_frame"}) &&
           table.column({"type_idx"});
}

Result<EventTable> read(const CsvTable& table) {
    for (const std::string_view name : {"video_name", "start_frame", "end_frame", "type_idx"})
        if (!table.column({name}))
            return Unexpected(missingColumn(table, kName, name));
    const auto subject = table.column({"subject"});
    const auto video = table.column({"video_name"});
    const auto onset = table.column({"start_frame"});
    const auto apex = table.column({"apex_frame"});
    const auto offset = table.column({"end_frame"});
    const auto type = table.column({"type_idx"});
    const auto units = table.column({"au"});
    return readRows(table, kName, [&](RowReader& row, TableEvent& event) {
        event.subject = row.text(subject);
        event.video = row.video(video);
        event.actionUnits = row.text(units);
        event.type = row.type(type);
        row.handles(event, onset, apex, offset, true);
    });
}

std::string write(const std::vector<TableEvent>& events, std::vector<TableNote>& notes) {
    std::string text =
        csvLine({"subject", "video_name", "start_frame", "apex_frame", "end_frame", "type_idx", "au"});
    for (const auto& event : events)
        text += csvLine({event.subject, event.video, std::to_string(event.onset.value),
                         std::to_string(event.apex ? event.apex->value : 0),
                         std::to_string(event.offset ? event.offset->value : 0),
                         event.type == ExpressionType::Macro ? "1" : "2", event.actionUnits});
    const auto ambiguous = std::count_if(events.begin(), events.end(), [](const TableEvent& event) {
        return (!event.offset && event.onset.value == 0) || (event.apex && event.apex->value == 0);
    });
    if (ambiguous > 0)
        notes.push_back(
            {0,
             "In this format 0 stands for an unknown frame: an apex or offset at frame 0 cannot be told "
             "from an unknown one.",
             false});
    noteWhatIsLost(events, {}, notes);
    return text;
}

} // namespace

const EventTableFormat kInternalFormat{
    kName,
    "Spotting repositories: subject, video_name, start_frame, apex_frame, end_frame, type_idx, au",
    kExtensions,
    recognises,
    read,
    write};

} // namespace mien::annotation
