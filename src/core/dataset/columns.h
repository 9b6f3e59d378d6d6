// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/draft.h"

#include <span>

/// How the layouts read tables that have a header. Internal to this module.
namespace mien::dataset {

/// What an import starts from.
struct TableSource {
    std::filesystem::path path;               ///< empty for a table from memory
    std::string source;                       ///< what messages call it
    std::vector<Sheet> sheets;                ///< empty for a folder
    std::vector<std::filesystem::path> files; ///< of a folder: .csv and .txt below it, sorted

    bool folder() const { return sheets.empty(); }
};

/// A column name in lower case without blanks and signs ("Onset Frame" and "OnsetFrame" are the same), and
/// what it means. Of several columns that fit, the one named first here counts.
struct ColumnName {
    Role role;
    std::string_view name;
};
std::string plainName(std::string_view header);

/// Where the names of the columns stand.
struct HeaderPlace {
    const Sheet* sheet = nullptr;
    std::size_t row = 0; ///< index into sheet->rows
};
/// The first row, within the first 60 of a sheet, that holds all these plain names.
std::optional<HeaderPlace> headerWith(const TableSource& source,
                                      std::initializer_list<std::string_view> names);
/// Text of the first filled cell below the column `name`; for recognising a layout by its contents.
std::string firstBelow(const HeaderPlace& header, std::string_view name);

/// Sets film, clip, media names … of a row whose fields are filled.
using Shape = void (*)(DraftRow&);

/// Reads every row below the header that holds all names of `required`; Corrupt where there is none.
Result<Draft> readColumns(const TableSource& source, const ImportOptions& options, const Traits& traits,
                          std::span<const ColumnName> columns,
                          std::initializer_list<std::string_view> required, Shape shape);

/// Keeps a whole row byte for byte, empty cells aside.
void fillCells(DraftRow& out, const SheetRow& row, const std::vector<std::string>& columns);

/// Subject, film and clip from their fields, without the blanks around them (rule "trim").
void takeNames(Draft& draft, DraftRow& row);

/// "1" → "01" for 2 digits; anything but a short number stays.
std::string padded(std::string_view subject, int digits);

} // namespace mien::dataset
