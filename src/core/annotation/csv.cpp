// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/csv.h"

#include "core/base/file_io.h"

#include <fmt/format.h>

#include <algorithm>

namespace mien::annotation {
namespace {

constexpr std::size_t kMaxColumns = 10'000;

bool blank(char c) {
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// The separator that the first `lines` lines use most, outside quotes; a comma where they have none.
char separatorOf(std::string_view text, int lines) {
    constexpr std::string_view candidates = ",;\t";
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '\n' || c == '\r') && --lines == 0)
            break;
        else if (const auto i = candidates.find(c); !quoted && i != std::string_view::npos)
            ++counts[i];
    }
    const auto best = std::max_element(counts.begin(), counts.end());
    return candidates[static_cast<std::size_t>(best - counts.begin())];
}

/// Walks through the text record by record.
class Scanner {
public:
    Scanner(std::string_view text, std::string_view source, int headLines = 1)
        : m_text(text), m_source(source), m_separator(separatorOf(text, headLines)) {}

    bool atEnd() const { return m_at >= m_text.size(); }

    Result<CsvRow> record() {
        CsvRow row;
        row.line = m_line;
        while (true) {
            if (row.cells.size() == kMaxColumns)
                return fail(ErrorCode::Corrupt,
                            fmt::format("This row has more than {} cells; is it a table?", kMaxColumns),
                            fmt::format("{}:{}", m_source, row.line));
            auto cell = this->cell();
            if (!cell)
                return Unexpected(cell.error());
            row.cells.push_back(*std::move(cell));
            if (atEnd())
                return row;
            if (m_text[m_at] == m_separator) {
                ++m_at;
                continue;
            }
            endLine();
            return row;
        }
    }

private:
    void endLine() {
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
            ++m_at;
        ++m_at;
        ++m_line;
    }
    bool atCellEnd() const {
        return atEnd() || m_text[m_at] == m_separator || m_text[m_at] == '\n' || m_text[m_at] == '\r';
    }

    Result<std::string> cell() {
        const auto begin = m_at;
        while (!atCellEnd() && blank(m_text[m_at]))
            ++m_at;
        if (!atEnd() && m_text[m_at] == '"')
            return quoted();
        while (!atCellEnd())
            ++m_at;
        return std::string(trimmed(m_text.substr(begin, m_at - begin)));
    }

    Result<std::string> quoted() {
        const auto openedLine = m_line;
        std::string value;
        ++m_at;
        while (!atEnd()) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                if (atEnd() || m_text[m_at] != '"')
                    return afterQuote(std::move(value));
            } else if (c == '\n' || (c == '\r' && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '\n'))) {
                ++m_line;
            }
            value.push_back(m_text[m_at++]);
        }
        return fail(ErrorCode::Corrupt, "The quote opened in this row is never closed.",
                    fmt::format("{}:{}", m_source, openedLine));
    }

    Result<std::string> afterQuote(std::string value) {
        while (!atCellEnd() && blank(m_text[m_at]))
            ++m_at;
        if (!atCellEnd())
            return fail(ErrorCode::Corrupt,
                        "There is text after a closing quote; a quote inside a cell is written twice (\"\").",
                        fmt::format("{}:{}", m_source, m_line));
        return value;
    }

    std::string_view m_text;
    std::string_view m_source;
    char m_separator;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
};

bool isBlank(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); });
}

Result<std::string_view> asText(std::string_view bytes, const std::string& source) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return fail(ErrorCode::Corrupt, "The table is written in UTF-16; save it as UTF-8.", source);
    if (bytes.find('\0') != std::string_view::npos)
        return fail(ErrorCode::Corrupt, "This is not a text table: it contains zero bytes.", source);
    return bytes;
}

} // namespace

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::optional<std::size_t> CsvTable::column(std::initializer_list<std::string_view> names) const {
    for (const auto name : names)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (lowerCase(header[i]) == name)
                return i;
    return std::nullopt;
}

std::string CsvTable::at(std::int64_t line) const {
    return fmt::format("{}:{}", source, line);
}

Result<CsvTable> parseCsv(std::string_view bytes, std::string source) {
    const auto text = asText(bytes, source);
    if (!text)
        return Unexpected(text.error());
    CsvTable table;
    table.source = std::move(source);
    Scanner scanner(*text, table.source);
    while (!scanner.atEnd()) {
        auto row = scanner.record();
        if (!row)
            return Unexpected(row.error());
        if (isBlank(*row))
            continue;
        if (table.header.empty()) {
            table.header = std::move(row->cells);
            continue;
        }
        auto& cells = row->cells;
        while (cells.size() > table.header.size() && cells.back().empty())
            cells.pop_back();
        if (cells.size() > table.header.size())
            return fail(ErrorCode::Corrupt,
                        fmt::format("This row has {} cells, but the header names {} columns.", cells.size(),
                                    table.header.size()),
                        table.at(row->line));
        cells.resize(table.header.size());
        table.rows.push_back(*std::move(row));
    }
    if (table.header.empty())
        return fail(ErrorCode::Corrupt,
                    "The table is empty; a first line with the names of the columns is needed.",
                    table.source);
    return table;
}

Result<std::vector<CsvRow>> parseCsvRows(std::string_view bytes, std::string source) {
    constexpr int kHeadLines = 200; // far below any preamble
    const auto text = asText(bytes, source);
    if (!text)
        return Unexpected(text.error());
    std::vector<CsvRow> rows;
    Scanner scanner(*text, source, kHeadLines);
    while (!scanner.atEnd()) {
        auto row = scanner.record();
        if (!row)
            return Unexpected(row.error());
        rows.push_back(*std::move(row));
    }
    return rows;
}

Result<CsvTable> readCsv(const std::filesystem::path& path) {
    const auto text = readTextFile(path);
    if (!text)
        return Unexpected(text.error());
    return parseCsv(*text, path.string());
}

std::string csvCell(std::string_view text) {
    const bool plain = text.find_first_of(",;\t\"\r\n") == std::string_view::npos && trimmed(text) == text;
    if (plain)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i > 0 ? "," : "") + csvCell(cells[i]);
    return line + "\n";
}

} // namespace mien::annotation
