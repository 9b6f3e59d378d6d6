// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mien::dataset {

struct SheetCell {
    std::string text;    ///< as stored; numbers in the digits of the file
    bool number = false; ///< a workbook says which cells are numbers, a text table never does

    bool operator==(const SheetCell&) const = default;
};

struct SheetRow {
    std::int64_t row = 0; ///< counted from 1: the workbook's row or the line of the text
    std::vector<SheetCell> cells;

    bool empty() const; ///< nothing but blanks
    /// The cell's text; empty beyond the row's end.
    std::string_view text(std::size_t column) const {
        return column < cells.size() ? std::string_view(cells[column].text) : std::string_view();
    }
};

/// One rectangle of cells, with or without a header: a sheet of a workbook, or a text file.
struct Sheet {
    std::string source; ///< path, and the sheet in brackets where a workbook has several
    std::string name;   ///< of the sheet; empty for a text file
    std::vector<SheetRow> rows;
};

/// The sheets of an .xlsx workbook in its order. Only values are read: no formula is computed, no link is
/// followed. Errors are one sentence: no workbook, an old .xls, damaged, larger than a table can be.
Result<std::vector<Sheet>> parseXlsx(std::string_view bytes, const std::string& source);

/// .xlsx by its content, anything else as text with commas, semicolons or tabs.
Result<std::vector<Sheet>> readSheets(const std::filesystem::path& path);
Result<std::vector<Sheet>> parseSheets(std::string_view bytes, const std::string& source);

/// "A", "B", … "AA": what a workbook calls its columns.
std::string columnLetters(std::size_t column);

std::string_view trimmed(std::string_view text);

} // namespace mien::dataset
