// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fairness/audited_films.h"

#include <fmt/format.h>

#include <charconv>

namespace mien::fairness {
namespace {

using annotation::CsvTable;
using annotation::EventTable;

/// Where the columns with a meaning of their own stand.
struct Columns {
    std::size_t film, subject, frames, fps;

    bool names(std::size_t column) const {
        return column == film || column == subject || column == frames || column == fps;
    }
};

Result<Columns> columnsOf(const CsvTable& table) {
    const auto film = table.column({"film", "video", "vid"});
    const auto subject = table.column({"subject"});
    const auto frames = table.column({"frames"});
    const auto fps = table.column({"fps"});
    if (!film || !subject || !frames || !fps)
        return fail(
            ErrorCode::Corrupt,
            "The table of films needs the columns film, subject, frames and fps; others are attributes.",
            table.source);
    return Columns{*film, *subject, *frames, *fps};
}

template <class T>
std::optional<T> number(const std::string& text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Result<void> add(const EventTable& events, std::vector<TypedInterval> AuditedFilm::*list,
                 std::map<std::string, AuditedFilm>& films) {
    if (const auto dropped = events.firstDropped())
        return Unexpected(*dropped);
    for (const auto& event : events.events) {
        const auto at = fmt::format("{}:{}", events.source, event.line);
        const auto film = films.find(annotation::filmName(event.video));
        if (film == films.end())
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("The table of films does not name \"{}\"; add it there.", event.video),
                        at);
        if (!event.offset)
            return fail(ErrorCode::Corrupt,
                        "This event has no offset, so its frames are not known; give it one or leave it out.",
                        at);
        (film->second.*list).push_back({{event.onset, *event.offset}, event.type});
    }
    return {};
}

} // namespace

Result<std::vector<AuditedFilm>> auditedFilms(const CsvTable& table, const EventTable& truth,
                                              const EventTable& predicted) {
    const auto columns = columnsOf(table);
    if (!columns)
        return Unexpected(columns.error());
    std::map<std::string, AuditedFilm> byName;
    for (const auto& row : table.rows) {
        AuditedFilm film;
        film.film = annotation::filmName(row.cells[columns->film]);
        film.subject = row.cells[columns->subject];
        const auto frames = number<std::int64_t>(row.cells[columns->frames]);
        const auto fps = number<double>(row.cells[columns->fps]);
        if (film.film.empty() || film.subject.empty() || !frames || !fps)
            return fail(ErrorCode::Corrupt,
                        "This row needs a film, its subject, its number of frames and its frame rate.",
                        table.at(row.line));
        film.frames = *frames;
        film.fps = *fps;
        for (std::size_t i = 0; i < table.header.size(); ++i)
            if (!columns->names(i) && !table.header[i].empty())
                film.attributes[table.header[i]] = row.cells[i];
        const auto name = film.film;
        if (!byName.emplace(name, std::move(film)).second)
            return fail(ErrorCode::Corrupt, fmt::format("The film \"{}\" stands here a second time.", name),
                        table.at(row.line));
    }
    if (auto added = add(truth, &AuditedFilm::truths, byName); !added)
        return Unexpected(added.error());
    if (auto added = add(predicted, &AuditedFilm::predictions, byName); !added)
        return Unexpected(added.error());
    std::vector<AuditedFilm> out;
    for (auto& [name, film] : byName)
        out.push_back(std::move(film));
    return out;
}

} // namespace mien::fairness
