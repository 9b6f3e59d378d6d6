// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/rows.h"

#include <fmt/format.h>

namespace mien::project {
namespace {

enum class Kind : std::uint8_t { Integer, IntegerOrNull, Real, Text };

struct Column {
    const char* name;
    Kind kind;
};

struct Layout {
    Table table;
    const char* name;
    const char* noun; ///< in sentences
    const char* key;
    std::span<const Column> columns;
};

constexpr std::array kMediaColumns{Column{"added_path", Kind::Text}, Column{"frames", Kind::Integer},
                                   Column{"fps_num", Kind::Integer}, Column{"fps_den", Kind::Integer},
                                   Column{"is_image_folder", Kind::Integer}};
constexpr std::array kTierColumns{Column{"media_id", Kind::Integer}, Column{"name", Kind::Text},
                                  Column{"coder", Kind::Text}};
constexpr std::array kEventColumns{Column{"tier_id", Kind::Integer},
                                   Column{"onset_frame", Kind::Integer},
                                   Column{"offset_frame", Kind::Integer},
                                   Column{"apex_frame", Kind::IntegerOrNull},
                                   Column{"type", Kind::Text},
                                   Column{"action_units", Kind::Text},
                                   Column{"side", Kind::Text},
                                   Column{"intensity", Kind::Text},
                                   Column{"confidence", Kind::Real},
                                   Column{"note", Kind::Text}};
constexpr std::array kDecisionColumns{Column{"state", Kind::Text}};
constexpr std::array kFilmValueColumns{Column{"media_id", Kind::Integer}, Column{"name", Kind::Text},
                                       Column{"value", Kind::Text}};

constexpr std::array kLayouts{
    Layout{Table::Media, "media", "film", "id", kMediaColumns},
    Layout{Table::Tier, "tier", "tier", "id", kTierColumns},
    Layout{Table::Event, "event", "event", "id", kEventColumns},
    Layout{Table::Decision, "decision", "decision", "subject", kDecisionColumns},
    Layout{Table::FilmValue, "film_value", "value of a film", "id", kFilmValueColumns}};

const Layout& layoutOf(Table table) {
    return kLayouts[static_cast<std::size_t>(table)];
}

std::string columnNames(const Layout& layout) {
    std::string names;
    for (const auto& column : layout.columns)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", column.name);
    return names;
}

bool fits(Kind kind, const Json& value) {
    switch (kind) {
    case Kind::Integer:
        return value.is_number_integer();
    case Kind::IntegerOrNull:
        return value.is_number_integer() || value.is_null();
    case Kind::Real:
        return value.is_number();
    case Kind::Text:
        return value.is_string();
    }
    return false;
}

bool fits(const Layout& layout, const Json& image) {
    if (!image.is_object() || image.size() != layout.columns.size())
        return false;
    return std::all_of(layout.columns.begin(), layout.columns.end(), [&](const Column& column) {
        const auto value = image.find(column.name);
        return value != image.end() && fits(column.kind, *value);
    });
}

Json imageOf(const Layout& layout, const Statement& row, int firstColumn) {
    Json image = Json::object();
    int index = firstColumn;
    for (const auto& [name, kind] : layout.columns) {
        if (row.isNull(index))
            image[name] = nullptr;
        else if (kind == Kind::Real)
            image[name] = row.real(index);
        else if (kind == Kind::Text)
            image[name] = row.text(index);
        else
            image[name] = row.integer(index);
        ++index;
    }
    return image;
}

void bindImage(Statement& statement, int index, const Layout& layout, const Json& image) {
    for (const auto& [name, kind] : layout.columns) {
        const auto& value = image.at(name);
        if (value.is_null())
            statement.bind(index, nullptr);
        else if (kind == Kind::Real)
            statement.bind(index, value.get<double>());
        else if (kind == Kind::Text)
            statement.bind(index, value.get_ref<const std::string&>());
        else
            statement.bind(index, value.get<std::int64_t>());
        ++index;
    }
}

/// Inserts or, where the id is known, updates; never deletes and inserts, which would break references.
std::string upsertSql(const Layout& layout) {
    std::string marks, sets;
    for (const auto& column : layout.columns) {
        marks += ", ?";
        sets += fmt::format("{}{}=excluded.{}", sets.empty() ? "" : ", ", column.name, column.name);
    }
    return fmt::format("INSERT INTO {}({}, {}) VALUES(?{}) ON CONFLICT({}) DO UPDATE SET {}", layout.name,
                       layout.key, columnNames(layout), marks, layout.key, sets);
}

Result<void> upsert(Database& database, const Layout& layout, std::optional<std::int64_t> id,
                    const Json& image) {
    if (!fits(layout, image))
        return fail(
            ErrorCode::Corrupt,
            fmt::format("The project's history is damaged: it holds a {} that does not fit its table.",
                        layout.noun),
            database.location());
    auto statement = database.prepare(upsertSql(layout));
    if (!statement)
        return Unexpected(statement.error());
    statement->bind(0, id);
    bindImage(*statement, 1, layout, image);
    if (const auto stepped = statement->step(); !stepped)
        return Unexpected(stepped.error());
    return {};
}

} // namespace

std::string_view nameOf(Table table) {
    return layoutOf(table).name;
}

std::optional<Table> tableFrom(std::string_view name) {
    for (const auto& layout : kLayouts)
        if (name == layout.name)
            return layout.table;
    return std::nullopt;
}

Result<Json> readRow(Database& database, Table table, std::int64_t id) {
    const auto& layout = layoutOf(table);
    Json image;
    const auto read = database.each(
        fmt::format("SELECT {} FROM {} WHERE {} = ?", columnNames(layout), layout.name, layout.key),
        [&](const Statement& row) { image = imageOf(layout, row, 0); }, id);
    if (!read)
        return Unexpected(read.error());
    return image;
}

Result<void> writeRow(Database& database, Table table, std::int64_t id, const Json& image) {
    const auto& layout = layoutOf(table);
    if (image.is_null())
        return database.run(fmt::format("DELETE FROM {} WHERE {} = ?", layout.name, layout.key), id);
    return upsert(database, layout, id, image);
}

Result<std::int64_t> insertRow(Database& database, Table table, const Json& image) {
    if (auto inserted = upsert(database, layoutOf(table), std::nullopt, image); !inserted)
        return Unexpected(std::move(inserted).error());
    return database.lastInsertId();
}

Result<void> eachRow(Database& database, Table table,
                     const std::function<void(std::int64_t, const Json&)>& row) {
    const auto& layout = layoutOf(table);
    return database.each(
        fmt::format("SELECT {}, {} FROM {} ORDER BY 1", layout.key, columnNames(layout), layout.name),
        [&](const Statement& s) { row(s.integer(0), imageOf(layout, s, 1)); });
}

Result<std::int64_t> Recorder::add(Table table, const Json& image) {
    const auto id = insertRow(m_database, table, image);
    if (id)
        m_changes.push_back({table, *id, Json(), image});
    return id;
}

Result<void> Recorder::change(Table table, std::int64_t id, const Json& after) {
    auto before = readRow(m_database, table, id);
    if (!before)
        return Unexpected(std::move(before).error());
    if (before->is_null() && table != Table::Decision)
        return fail(ErrorCode::NotFound,
                    fmt::format("There is no {} {} in this project (any more).", layoutOf(table).noun, id),
                    m_database.location());
    if (*before == after)
        return {};
    if (auto written = writeRow(m_database, table, id, after); !written)
        return written;
    m_changes.push_back({table, id, std::move(*before), after});
    return {};
}

} // namespace mien::project
