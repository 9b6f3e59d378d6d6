// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/columns.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

namespace mien::dataset {
namespace {

constexpr std::size_t kHeaderRows = 60; ///< SAMM's header stands on row 14

bool digit(char c) {
    return c >= '0' && c <= '9';
}

std::vector<std::string> plainNames(const SheetRow& row) {
    std::vector<std::string> names;
    for (const auto& cell : row.cells)
        names.push_back(plainName(cell.text));
    return names;
}

bool holds(const std::vector<std::string>& names, std::initializer_list<std::string_view> wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    });
}

class ColumnReader {
public:
    ColumnReader(Draft& draft, const HeaderPlace& header, std::span<const ColumnName> columns)
        : m_draft(draft), m_sheet(*header.sheet), m_header(header.row) {
        const auto& row = m_sheet.rows[m_header];
        const auto plain = plainNames(row);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto name = trimmed(row.cells[i].text);
            m_columns.push_back(name.empty() ? columnLetters(i) : std::string(name));
        }
        for (const auto& [role, name] : columns) {
            auto& column = m_roles[static_cast<std::size_t>(role)];
            const auto found = std::find(plain.begin(), plain.end(), name);
            if (!column && found != plain.end())
                column = static_cast<std::size_t>(found - plain.begin());
        }
    }

    void checkHeader() {
        const auto at = m_sheet.rows[m_header].row;
        if (at != m_draft.traits.headerRow)
            m_draft.reported(
                "header-place", {m_sheet.source, at, {}, {}},
                fmt::format("The header stands on row {}, not on row {} as in the release; the rows "
                            "below it were read.",
                            at, m_draft.traits.headerRow));
        const auto& header = m_sheet.rows[m_header];
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            if (!trimmed(header.cells[i].text).empty())
                continue;
            const auto filled = std::find_if(
                m_sheet.rows.begin() + static_cast<std::ptrdiff_t>(m_header) + 1, m_sheet.rows.end(),
                [&](const SheetRow& row) { return !trimmed(row.text(i)).empty(); });
            if (filled != m_sheet.rows.end())
                m_draft.reported(
                    "unnamed-column",
                    {m_sheet.source, filled->row, columnLetters(i), std::string(filled->text(i))},
                    fmt::format("Column {} has no name but holds values; they are kept without a "
                                "meaning.",
                                columnLetters(i)));
        }
    }

    void readRows(Shape shape) {
        const auto last = std::find_if(m_sheet.rows.rbegin(), m_sheet.rows.rend(),
                                       [](const SheetRow& row) { return !row.empty(); });
        const auto end = static_cast<std::size_t>(m_sheet.rows.rend() - last);
        const auto plainHeader = plainNames(m_sheet.rows[m_header]);
        for (std::size_t i = m_header + 1; i < end; ++i) {
            const auto& row = m_sheet.rows[i];
            const Draft::Place place{m_sheet.source, row.row, {}, {}};
            if (row.empty()) {
                if (m_draft.repair("empty-row", place, "", "", "An empty row stands between filled ones."))
                    continue;
            } else if (plainNames(row) == plainHeader) {
                if (m_draft.repair("repeated-header", place, "", "", "The header is repeated as a row."))
                    continue;
            }
            m_draft.report.rowsRead += row.empty() ? 0 : 1;
            DraftRow& out = m_draft.rows.emplace_back();
            out.table = m_sheet.source;
            fillCells(out, row, m_columns);
            fillFields(out, row);
            takeNames(m_draft, out);
            shape(out);
        }
    }

private:
    void fillFields(DraftRow& out, const SheetRow& row) const {
        for (std::size_t role = 0; role < kRoles; ++role) {
            if (!m_roles[role])
                continue;
            const auto column = *m_roles[role];
            out.fields[role] = {m_columns[column], std::string(row.text(column)),
                                column < row.cells.size() && row.cells[column].number};
        }
    }

    Draft& m_draft;
    const Sheet& m_sheet;
    std::size_t m_header;
    std::vector<std::string> m_columns;
    std::array<std::optional<std::size_t>, kRoles> m_roles;
};

} // namespace

std::string plainName(std::string_view header) {
    std::string name;
    for (const char c : annotation::lowerCase(header))
        if (digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
            name += c;
    return name;
}

std::optional<HeaderPlace> headerWith(const TableSource& source,
                                      std::initializer_list<std::string_view> names) {
    for (const auto& sheet : source.sheets)
        for (std::size_t i = 0; i < std::min(kHeaderRows, sheet.rows.size()); ++i)
            if (holds(plainNames(sheet.rows[i]), names))
                return HeaderPlace{&sheet, i};
    return std::nullopt;
}

std::string firstBelow(const HeaderPlace& header, std::string_view name) {
    const auto& rows = header.sheet->rows;
    const auto plain = plainNames(rows[header.row]);
    const auto column = static_cast<std::size_t>(std::find(plain.begin(), plain.end(), name) - plain.begin());
    for (std::size_t i = header.row + 1; i < rows.size(); ++i)
        if (const auto text = trimmed(rows[i].text(column)); !text.empty())
            return std::string(text);
    return {};
}

Result<Draft> readColumns(const TableSource& source, const ImportOptions& options, const Traits& traits,
                          std::span<const ColumnName> columns,
                          std::initializer_list<std::string_view> required, Shape shape) {
    const auto header = headerWith(source, required);
    if (!header)
        return fail(ErrorCode::Corrupt,
                    fmt::format("No row among the first {} names the columns {}; name another layout.",
                                kHeaderRows, fmt::join(required, ", ")),
                    source.source);
    Draft draft(source.source, traits, options);
    ColumnReader reader(draft, *header, columns);
    reader.checkHeader();
    reader.readRows(shape);
    return draft;
}

void fillCells(DraftRow& out, const SheetRow& row, const std::vector<std::string>& columns) {
    out.sample.row = row.row;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (!row.cells[i].text.empty())
            out.sample.cells.push_back(
                {i < columns.size() ? columns[i] : columnLetters(i), row.cells[i].text});
}

void takeNames(Draft& draft, DraftRow& row) {
    for (const Role role : {Role::Subject, Role::Film, Role::Clip, Role::Type, Role::Emotion,
                            Role::SelfReport, Role::ObjectiveClass}) {
        auto& text = row.field(role).text;
        const std::string bare(trimmed(text));
        if (bare != text && !bare.empty() &&
            draft.repair("blanks", Draft::at(row, role), text, bare,
                         fmt::format("There are blanks around \"{}\".", shown(bare))))
            text = bare;
    }
    row.sample.subject = row.field(Role::Subject).text;
    row.sample.film = row.field(Role::Film).text;
    row.sample.clip = row.field(Role::Clip).text;
}

std::string padded(std::string_view subject, int digits) {
    std::string text(subject);
    if (text.empty() || !std::all_of(text.begin(), text.end(), digit))
        return text;
    while (static_cast<int>(text.size()) < digits)
        text.insert(text.begin(), '0');
    return text;
}

} // namespace mien::dataset
