// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A reader of our own: Debian's only C++ CSV library (libfccp) fixes the number of columns at compile time
// and throws, while annotation tables are recognised by their header and must give a sentence with file and
// line.

namespace mien::annotation {

/// One record. A quoted cell may span lines; `line` is where the record begins, counted from 1.
struct CsvRow {
    std::int64_t line = 0;
    std::vector<std::string> cells;
};

/// RFC 4180 text with a header, plus what tables meet in practice: a byte-order mark, CR, LF or CRLF line
/// ends, blank lines, `;` or tab between cells (recognised from the header), blanks around unquoted cells.
struct CsvTable {
    std::string source; ///< what messages call the table: its path
    std::vector<std::string> header;
    std::vector<CsvRow> rows; ///< every row has header.size() cells

    /// Index of the first column with one of these names (case does not matter).
    std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
    /// "source:line", the location of an error in this row.
    std::string at(std::int64_t line) const;
};

/// Corrupt, with source and line: not text, a quote that is never closed, a row with more cells than the
/// header, no header at all. Rows with fewer cells are filled up with empty ones.
Result<CsvTable> parseCsv(std::string_view text, std::string source);
/// Every record, blank ones too, however many cells it has: for tables whose header stands below a preamble,
/// or that have none. The separator is the one that the first 200 lines use most.
Result<std::vector<CsvRow>> parseCsvRows(std::string_view text, std::string source);
Result<CsvTable> readCsv(const std::filesystem::path& path);

/// The cell, in quotes where it needs them.
std::string csvCell(std::string_view text);
/// One line of cells with its line end.
std::string csvLine(const std::vector<std::string>& cells);

/// ASCII lower case; tables spell their headers and types in many ways.
std::string lowerCase(std::string_view text);

} // namespace mien::annotation
