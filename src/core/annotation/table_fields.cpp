// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/table_fields.h"

#include <fmt/format.h>

#include <charconv>

namespace mien::annotation {
namespace {

/// For messages: long or binary cells are cut.
std::string shown(std::string_view cell) {
    std::string text(cell.substr(0, 40));
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20)
            c = '?';
    return text + (cell.size() > 40 ? "…" : "");
}

std::string_view withoutBlanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<ExpressionType> typeFromTable(std::string_view text) {
    const auto name = lowerCase(text);
    if (name == "mae" || name == "1" || name.starts_with("macro"))
        return ExpressionType::Macro;
    if (name == "me" || name == "2" || name.starts_with("micro"))
        return ExpressionType::Micro;
    return std::nullopt;
}

void RowReader::dropped(std::string text) {
    if (!m_broken)
        m_notes.push_back({m_row.line, std::move(text), true});
    m_broken = true;
}

void RowReader::repaired(std::string text) {
    m_notes.push_back({m_row.line, std::move(text), false});
}

std::string_view RowReader::text(std::optional<std::size_t> column) const {
    return column ? std::string_view(m_row.cells[*column]) : std::string_view();
}

std::optional<double> RowReader::number(std::optional<std::size_t> column, std::string_view what) {
    const auto cell = withoutBlanks(text(column));
    if (cell.empty())
        return std::nullopt;
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size() || !std::isfinite(value)) {
        dropped(fmt::format("The {} \"{}\" is not a number.", what, shown(cell)));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> RowReader::frame(std::optional<std::size_t> column, std::string_view what) {
    const auto value = number(column, what);
    if (!value)
        return std::nullopt;
    if (std::abs(*value) > static_cast<double>(kMaxFrame)) {
        dropped(fmt::format("The {} \"{}\" is beyond any film.", what, shown(text(column))));
        return std::nullopt;
    }
    const double whole = std::floor(*value + 0.5);
    if (whole != *value)
        repaired(fmt::format("The {} {} was rounded to frame {}.", what, shown(text(column)),
                             static_cast<std::int64_t>(whole)));
    return static_cast<std::int64_t>(whole);
}

ExpressionType RowReader::type(std::optional<std::size_t> column) {
    const auto type = typeFromTable(text(column));
    if (!type)
        dropped(
            fmt::format("The type \"{}\" is neither macro (mae, 1) nor micro (me, 2).", shown(text(column))));
    return type.value_or(ExpressionType::Macro);
}

std::string RowReader::video(std::optional<std::size_t> column) {
    if (text(column).empty())
        dropped("The name of the film is missing.");
    return std::string(text(column));
}

void RowReader::handles(TableEvent& event, std::optional<std::size_t> onsetColumn,
                        std::optional<std::size_t> apexColumn, std::optional<std::size_t> offsetColumn,
                        bool zeroIsMissing) {
    const auto onset = frame(onsetColumn, "onset");
    auto apex = frame(apexColumn, "apex");
    auto offset = frame(offsetColumn, "offset");
    if (m_broken)
        return;
    if (!onset)
        return dropped("The onset is missing.");
    if (*onset < 0)
        return dropped(fmt::format("The onset ({}) is negative.", *onset));
    if (apex && (*apex == -1 || (zeroIsMissing && *apex == 0)))
        apex.reset();
    if (offset && (*offset == -1 || (*offset == 0 && *onset > 0)))
        offset.reset();
    if (offset && *offset < *onset)
        return dropped(fmt::format("The offset ({}) lies before the onset ({}).", *offset, *onset));
    if (apex && (*apex < *onset || (offset && *apex > *offset))) {
        repaired(fmt::format("The apex ({}) lies outside the event and was left out.", *apex));
        apex.reset();
    }
    event.onset = {*onset};
    if (apex)
        event.apex = FrameIndex{*apex};
    if (offset)
        event.offset = FrameIndex{*offset};
}

EventTable readRows(const CsvTable& table, std::string_view format,
                    const std::function<void(RowReader&, TableEvent&)>& read) {
    EventTable out;
    out.source = table.source;
    out.format = format;
    for (const auto& row : table.rows) {
        RowReader reader(table, row, out.notes);
        TableEvent event;
        event.line = row.line;
        read(reader, event);
        if (!reader.broken())
            out.events.push_back(std::move(event));
    }
    return out;
}

Error missingColumn(const CsvTable& table, std::string_view format, std::string_view column) {
    return {ErrorCode::Corrupt,
            fmt::format("A table of the format \"{}\" needs a column \"{}\".", format, column), table.at(1)};
}

std::optional<FrameIndex> offsetOrApex(const TableEvent& event, std::vector<TableNote>& notes) {
    if (event.offset)
        return event.offset;
    if (event.apex) {
        notes.push_back({event.line,
                         fmt::format("The event of {} at frame {} has no offset; its apex was taken instead.",
                                     event.video, event.onset.value),
                         false});
        return event.apex;
    }
    notes.push_back({event.line,
                     fmt::format("The event of {} at frame {} has neither offset nor apex and was left out.",
                                 event.video, event.onset.value),
                     true});
    return std::nullopt;
}

void noteWhatIsLost(const std::vector<TableEvent>& events, const Lost& lost, std::vector<TableNote>& notes) {
    const auto note = [&](std::string_view what, auto&& has) {
        const auto count = std::count_if(events.begin(), events.end(), has);
        if (count > 0)
            notes.push_back({0,
                             fmt::format("The format has no place for the {} of {} event{}.", what, count,
                                         count == 1 ? "" : "s"),
                             false});
    };
    if (lost.apex)
        note("apex", [](const TableEvent& e) { return e.apex.has_value(); });
    if (lost.subject)
        note("subject", [](const TableEvent& e) { return !e.subject.empty(); });
    if (lost.actionUnits)
        note("action units", [](const TableEvent& e) { return !e.actionUnits.empty(); });
    note("tier and coder", [](const TableEvent& e) { return !e.tier.empty() || !e.coder.empty(); });
    note("side", [](const TableEvent& e) { return e.side != Side::Bilateral; });
    note("intensity", [](const TableEvent& e) { return e.intensity != Intensity::Unscored; });
    note("confidence", [](const TableEvent& e) { return e.confidence != 1.0; });
    note("time stamps", [](const TableEvent& e) { return e.onsetS || e.apexS || e.offsetS; });
    note("note", [](const TableEvent& e) { return !e.note.empty(); });
}

} // namespace mien::annotation
