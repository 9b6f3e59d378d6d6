// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/sheet.h"

#include "core/annotation/csv.h"
#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/zip_archive.h"

#include <fmt/format.h>

namespace mien::dataset {
namespace {

constexpr std::uintmax_t kMostTableBytes = std::uintmax_t{256} << 20;

/// The place of the first byte that is no UTF-8; npos where all of it is.
std::size_t firstBadByte(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned first = byte(i);
        const std::size_t more = first < 0x80   ? 0
                                 : first < 0xC2 ? text.size()
                                 : first < 0xE0 ? 1
                                 : first < 0xF0 ? 2
                                 : first < 0xF5 ? 3
                                                : text.size();
        if (more >= text.size() - i)
            return i;
        for (std::size_t k = 1; k <= more; ++k)
            if ((byte(i + k) & 0xC0u) != 0x80u)
                return i;
        i += more + 1;
    }
    return std::string_view::npos;
}

Result<std::vector<Sheet>> parseText(std::string_view bytes, const std::string& source) {
    if (trimmed(bytes).empty())
        return fail(ErrorCode::Corrupt, "The file is empty.", source);
    auto rows = annotation::parseCsvRows(bytes, source);
    if (!rows)
        return Unexpected(rows.error());
    if (const auto bad = firstBadByte(bytes); bad != std::string_view::npos)
        return fail(ErrorCode::Corrupt,
                    "From this line on the table is not written in UTF-8 but in another encoding, such as "
                    "GB 18030 or Latin-1; save it as UTF-8.",
                    fmt::format("{}:{}", source,
                                1 + std::count(bytes.begin(),
                                               bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n')));
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
