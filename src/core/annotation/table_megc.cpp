// SPDX-License-Identifier: GPL-3.0-or-later
// The challenge's layout (MEGC 2022 on): vid,pred_onset,pred_offset,type with type mae (macro) or me (micro).
#include "core/annotation/table_fields.h"

namespace mien::annotation {
namespace {

constexpr std::string_view kName = "megc";
constexpr std::array<std::string_view, 1> kExtensions{".csv"};

struct Columns {
    std::optional<std::size_t> video, onset, apex, offset, type;

    explicit Columns(const CsvTable& table)
        : video(table.column({"vid", "video", "video_name"})),
          onset(table.column({"pred_onset", "onset", "gt_onset"})),
          apex(table.column({"pred_apex", "apex", "gt_apex"})),
          offset(table.column({"pred_offset", "offset", "gt_offset"})),
          type(table.column({"type"})) {}
};

bool recognises(const CsvTable& table) {
    const Columns columns(table);
    return columns.video && columns.onset && columns.offset && columns.type;
}

Result<EventTable> read(const CsvTable& table) {
    const Columns columns(table);
    if (!columns.video)
        return Unexpected(missingColumn(table, kName, "vid"));
    if (!columns.onset)
        return Unexpected(missingColumn(table, kName, "pred_onset"));
    if (!columns.offset)
        return Unexpected(missingColumn(table, kName, "pred_offset"));
    if (!columns.type)
        return Unexpected(missingColumn(table, kName, "type"));
    return readRows(table, kName, [&](RowReader& row, TableEvent& event) {
        event.video = row.video(columns.video);
        event.type = row.type(columns.type);
        row.handles(event, columns.onset, columns.apex, columns.offset, true);
    });
}

std::string write(const std::vector<TableEvent>& events, std::vector<TableNote>& notes) {
    std::string text = csvLine({"vid", "pred_onset", "pred_offset", "type"});
    for (const auto& event : events)
        if (const auto offset = offsetOrApex(event, notes))
            text += csvLine({event.video, std::to_string(event.onset.value), std::to_string(offset->value),
                             event.type == ExpressionType::Macro ? "mae" : "me"});
    noteWhatIsLost(events, {.apex = true, .subject = true, .actionUnits = true}, notes);
    return text;
}

} // namespace

const EventTableFormat kMegcFormat{
    kName,       "Micro-expression challenge: vid, pred_onset, pred_offset, type (mae or me)",
    kExtensions, recognises,
    read,        write};

} // namespace mien::annotation
