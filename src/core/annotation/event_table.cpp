// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_table.h"

#include "core/annotation/csv.h"
#include "core/annotation/table_fields.h"
#include "core/base/file_io.h"

#include <fmt/format.h>

#include <array>

namespace mien::annotation {
namespace {

std::string knownNames() {
    std::string names;
    for (const auto& row : eventTableFormats())
        names += (names.empty() ? "" : ", ") + std::string(row.name);
    return names;
}

std::optional<double> timeAt(std::span<const double> timesS, std::optional<FrameIndex> frame) {
    if (!frame || frame->value < 0 || frame->value >= static_cast<std::int64_t>(timesS.size()))
        return std::nullopt;
    return timesS[static_cast<std::size_t>(frame->value)];
}

void addTimes(TableEvent& event, std::span<const double> timesS) {
    event.onsetS = timeAt(timesS, event.onset);
    event.apexS = timeAt(timesS, event.apex);
    event.offsetS = timeAt(timesS, event.offset);
}

} // namespace

bool TableEvent::sameAs(const TableEvent& o) const {
    return video == o.video && subject == o.subject && tier == o.tier && coder == o.coder && type == o.type &&
           onset == o.onset && apex == o.apex && offset == o.offset && onsetS == o.onsetS &&
           apexS == o.apexS && offsetS == o.offsetS && actionUnits == o.actionUnits && side == o.side &&
           intensity == o.intensity && confidence == o.confidence && note == o.note;
}

std::optional<Error> EventTable::firstDropped() const {
    for (const auto& note : notes)
        if (note.dropped)
            return Error{ErrorCode::Corrupt, note.text, fmt::format("{}:{}", source, note.line)};
    return std::nullopt;
}

std::span<const EventTableFormat> eventTableFormats() {
    // In the order in which a header is tried: the most particular first.
    static const std::array<EventTableFormat, 3> rows{kMienFormat, kInternalFormat, kMegcFormat};
    return rows;
}

Result<const EventTableFormat*> eventTableFormat(std::string_view name) {
    for (const auto& row : eventTableFormats())
        if (row.name == name)
            return &row;
    return fail(ErrorCode::InvalidArgument,
                fmt::format("There is no annotation format \"{}\"; the formats are {}.", name, knownNames()));
}

Result<EventTable> parseEventTable(std::string_view text, std::string source, std::string_view format) {
    const auto table = parseCsv(text, std::move(source));
    if (!table)
        return Unexpected(table.error());
    if (!format.empty()) {
        const auto row = eventTableFormat(format);
        if (!row)
            return Unexpected(row.error());
        return (*row)->read(*table);
    }
    for (const auto& row : eventTableFormats())
        if (row.recognises(*table))
            return row.read(*table);
    return fail(ErrorCode::Corrupt,
                fmt::format("The header is that of no known annotation table ({}); MEGC tables start with "
                            "\"vid,pred_onset,pred_offset,type\".",
                            knownNames()),
                table->at(1));
}

Result<EventTable> readEventTable(const std::filesystem::path& path, std::string_view format) {
    const auto text = readTextFile(path);
    if (!text)
        return Unexpected(text.error());
    return parseEventTable(*text, path.string(), format);
}

Result<std::vector<TableNote>> writeEventTable(const std::filesystem::path& path, std::string_view format,
                                               const std::vector<TableEvent>& events) {
    const auto row = eventTableFormat(format);
    if (!row)
        return Unexpected(row.error());
    std::vector<TableNote> notes;
    const auto text = (*row)->write(events, notes);
    if (const auto written = writeFileAtomically(path, text); !written)
        return Unexpected(written.error());
    return notes;
}

std::string filmName(const std::string& video) {
    constexpr std::array<std::string_view, 9> extensions{".mp4", ".avi", ".mov",  ".mkv", ".wmv",
                                                         ".m4v", ".mpg", ".webm", ".mpeg"};
    const auto lower = lowerCase(video);
    for (const auto extension : extensions)
        if (lower.ends_with(extension) && lower.size() > extension.size())
            return video.substr(0, video.size() - extension.size());
    return video;
}

TableEvent tableEvent(std::string video, const ExpressionEvent& event, std::span<const double> timesS) {
    TableEvent row;
    row.video = std::move(video);
    row.type = event.type;
    row.onset = event.onset;
    row.apex = event.apex;
    row.offset = event.offset;
    row.actionUnits = event.actionUnits;
    row.side = event.side;
    row.intensity = event.intensity;
    row.confidence = event.confidence;
    row.note = event.note;
    addTimes(row, timesS);
    return row;
}

TableEvent tableEvent(std::string video, const Proposal& proposal, std::span<const double> timesS) {
    TableEvent row;
    row.video = std::move(video);
    row.type = proposal.type;
    row.onset = proposal.onset;
    row.apex = proposal.apex;
    row.offset = proposal.offset;
    row.confidence = proposal.score;
    row.coder = proposal.spotter;
    row.note = proposal.looksLike;
    addTimes(row, timesS);
    return row;
}

} // namespace mien::annotation
