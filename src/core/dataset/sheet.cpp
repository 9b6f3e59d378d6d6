// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/sheet.h"

#include "core/annotation/csv.h"
#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/zip_archive.h"

namespace mien::dataset {
namespace {

constexpr std::uintmax_t kMostTableBytes = std::uintmax_t{256} << 20;

Result<std::vector<Sheet>> parseText(std::string_view bytes, const std::string& source) {
    auto rows = annotation::parseCsvRows(bytes, source);
    if (!rows)
        return Unexpected(rows.error());
    Sheet sheet{source, {}, {}};
    sheet.rows.reserve(rows->size());
    for (auto& row : *rows) {
        SheetRow& out = sheet.rows.emplace_back();
        out.row = row.line;
        for (auto& cell : row.cells)
            out.cells.push_back({std::move(cell), false});
    }
    return std::vector{std::move(sheet)};
}

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool SheetRow::empty() const {
    return std::all_of(cells.begin(), cells.end(),
                       [](const auto& cell) { return trimmed(cell.text).empty(); });
}

std::string columnLetters(std::size_t column) {
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

Result<std::vector<Sheet>> parseSheets(std::string_view bytes, const std::string& source) {
    return guarded(source, [&]() -> Result<std::vector<Sheet>> {
        if (bytes.starts_with("\xD0\xCF\x11\xE0"))
            return fail(ErrorCode::Unsupported,
                        "This is an old .xls workbook or one that is protected by a password; save it as a "
                        "plain .xlsx or .csv.",
                        source);
        return ZipArchive::looksLikeZip(bytes) ? parseXlsx(bytes, source) : parseText(bytes, source);
    });
}

Result<std::vector<Sheet>> readSheets(const std::filesystem::path& path) {
    const auto bytes = readTextFile(path, kMostTableBytes);
    if (!bytes)
        return Unexpected(bytes.error());
    return parseSheets(*bytes, path.string());
}

} // namespace mien::dataset
