// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace mien::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// The bytes of a zip file with these parts.
inline std::string zipOf(const Parts& parts) {
    const auto path =
        std::filesystem::temp_directory_path() / ("mien-workbook-" + std::to_string(::getpid()) + ".zip");
    int error = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                     ZIP_FL_OVERWRITE);
    zip_close(archive);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::filesystem::remove(path);
    return bytes;
}

/// The parts of a workbook whose sheets have this XML inside <sheetData>.
inline Parts workbookParts(const std::vector<std::string>& sheets, const std::string& strings = {}) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string book = head + "<workbook xmlns:r=\"r\"><sheets>";
    std::string relations = head + "<Relationships>";
    Parts parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto n = std::to_string(i + 1);
        book += "<sheet name=\"S" + n + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + type +
                     "worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + n + ".xml",
                           head + "<worksheet><sheetData>" + sheets[i] + "</sheetData></worksheet>");
    }
    if (!strings.empty()) {
        relations +=
            "<Relationship Id=\"rIdS\" Type=\"" + type + "sharedStrings\" Target=\"/xl/strings.xml\"/>";
        parts.emplace_back("xl/strings.xml", head + "<sst>" + strings + "</sst>");
    }
    parts.emplace_back("xl/workbook.xml", book + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
    parts.emplace_back("_rels/.rels", head + "<Relationships><Relationship Id=\"a\" Type=\"" + type +
                                          "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    return parts;
}

/// A row of inline strings; empty ones leave a gap.
inline std::string sheetRow(int number, const std::vector<std::string>& cells) {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty())
            row += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) + std::to_string(number) +
                   "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>";
    return row + "</row>";
}

} // namespace mien::test
