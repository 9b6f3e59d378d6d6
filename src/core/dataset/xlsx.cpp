// SPDX-License-Identifier: GPL-3.0-or-later
// Office Open XML workbooks (ECMA-376 part 1, clauses 12 and 18), as far as tables need them: sheets in the
// order of the workbook, shared and inline strings, numbers, gaps between cells. Names are compared without
// their prefix, since writers differ in it.
#include "core/dataset/sheet.h"
#include "core/base/zip_archive.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <charconv>
#include <map>

namespace mien::dataset {
namespace {

constexpr std::uint64_t kMostPartBytes = std::uint64_t{32} << 20;
constexpr std::size_t kMostColumns = 1'024;
constexpr std::size_t kMostCells = 1'000'000;                  ///< gaps included, all sheets together
constexpr std::size_t kMostTextBytes = std::size_t{128} << 20; ///< of all cells: shared strings repeat
constexpr std::int64_t kMostRows = 1'048'576;                  ///< Excel's own limit

std::string_view localName(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

bool is(const pugi::xml_node& node, std::string_view name) {
    return localName(node.name()) == name;
}

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children())
        if (is(child, name))
            return child;
    return {};
}

/// The text of <t> elements, those of rich runs joined; readings of Japanese text (<rPh>) are no part of it.
std::string textOf(const pugi::xml_node& item) {
    std::string text;
    for (const auto& child : item.children()) {
        if (is(child, "t"))
            text += child.text().get();
        else if (is(child, "r"))
            text += childOf(child, "t").text().get();
    }
    return text;
}

/// "xl/workbook.xml" and "worksheets/sheet1.xml" make "xl/worksheets/sheet1.xml"; "/xl/a.xml" stands alone.
std::string partName(const std::string& from, const std::string& target) {
    const std::filesystem::path path = target.starts_with('/')
                                           ? std::filesystem::path(target.substr(1))
                                           : std::filesystem::path(from).parent_path() / target;
    return path.lexically_normal().generic_string();
}

class Workbook {
public:
    explicit Workbook(const ZipArchive& archive) : m_archive(archive) {}

    Result<std::vector<Sheet>> read() {
        auto start = relationsOf("");
        if (!start)
            return Unexpected(start.error());
        const std::string workbook = partOfType(*start, "/officeDocument").value_or("xl/workbook.xml");
        if (!m_archive.has(workbook))
            return fail(ErrorCode::Unsupported, "This zip file holds no .xlsx workbook.", m_archive.source());
        auto relations = relationsOf(workbook);
        if (!relations)
            return Unexpected(relations.error());
        if (const auto strings = partOfType(*relations, "/sharedStrings"))
            if (auto read = readStrings(*strings); !read)
                return Unexpected(read.error());
        return readSheets(workbook, *relations);
    }

private:
    struct Relation {
        std::string type;
        std::string part;
    };
    using Relations = std::map<std::string, Relation>;

    Unexpected nonsense(const std::string& part, const std::string& what) const {
        return fail(ErrorCode::Corrupt, fmt::format("The workbook's part \"{}\" {}.", part, what),
                    m_archive.source());
    }

    Result<void> load(const std::string& part, pugi::xml_document& document) const {
        const auto bytes = m_archive.read(part, kMostPartBytes);
        if (!bytes)
            return Unexpected(bytes.error());
        // Single blanks inside <t> are text. Entities that a document declares are never expanded by pugixml.
        const auto parsed = document.load_buffer(bytes->data(), bytes->size(),
                                                 pugi::parse_default | pugi::parse_ws_pcdata_single);
        if (!parsed)
            return nonsense(part, fmt::format("is no XML at byte {}", parsed.offset));
        return {};
    }

    Result<Relations> relationsOf(const std::string& part) const {
        const std::filesystem::path path(part);
        const auto name =
            (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
        Relations out;
        if (!m_archive.has(name))
            return out;
        pugi::xml_document document;
        if (const auto loaded = load(name, document); !loaded)
            return Unexpected(loaded.error());
        for (const auto& relation : document.document_element().children())
            if (std::string_view(relation.attribute("TargetMode").value()) != "External")
                out[relation.attribute("Id").value()] = {
                    relation.attribute("Type").value(), partName(part, relation.attribute("Target").value())};
        return out;
    }

    static std::optional<std::string> partOfType(const Relations& relations, std::string_view ending) {
        for (const auto& [id, relation] : relations)
            if (relation.type.ends_with(ending))
                return relation.part;
        return std::nullopt;
    }

    Result<void> readStrings(const std::string& part) {
        pugi::xml_document document;
        if (const auto loaded = load(part, document); !loaded)
            return Unexpected(loaded.error());
        for (const auto& item : document.document_element().children())
            if (is(item, "si"))
                m_strings.push_back(textOf(item));
        return {};
    }

    Result<std::vector<Sheet>> readSheets(const std::string& workbook, const Relations& relations) {
        pugi::xml_document document;
        if (const auto loaded = load(workbook, document); !loaded)
            return Unexpected(loaded.error());
        struct Entry {
            std::string name;
            std::string part;
        };
        std::vector<Entry> entries;
        for (const auto& node : childOf(document.document_element(), "sheets").children())
            for (const auto& attribute : node.attributes())
                if (const auto found = relations.find(attribute.value());
                    localName(attribute.name()) == "id" && found != relations.end() &&
                    found->second.type.ends_with("/worksheet"))
                    entries.push_back({node.attribute("name").value(), found->second.part});
        if (entries.empty())
            return fail(ErrorCode::Corrupt, "The workbook has no sheet with cells.", m_archive.source());
        std::vector<Sheet> sheets;
        for (const auto& entry : entries) {
            Sheet sheet;
            sheet.name = entry.name;
            sheet.source = entries.size() == 1 ? m_archive.source()
                                               : fmt::format("{} [{}]", m_archive.source(), entry.name);
            if (const auto read = readCells(entry.part, sheet); !read)
                return Unexpected(read.error());
            sheets.push_back(std::move(sheet));
        }
        return sheets;
    }

    Result<void> readCells(const std::string& part, Sheet& sheet) {
        pugi::xml_document document;
        if (const auto loaded = load(part, document); !loaded)
            return Unexpected(loaded.error());
        std::int64_t last = 0;
        for (const auto& node : childOf(document.document_element(), "sheetData").children()) {
            if (!is(node, "row"))
                continue;
            SheetRow row;
            row.row = node.attribute("r") ? node.attribute("r").as_llong() : last + 1;
            if (row.row <= last || row.row > kMostRows)
                return nonsense(part, fmt::format("numbers its rows wrongly after row {}", last));
            last = row.row;
            if (const auto read = readRow(part, node, row); !read)
                return Unexpected(read.error());
            sheet.rows.push_back(std::move(row));
        }
        return {};
    }

    Result<void> readRow(const std::string& part, const pugi::xml_node& node, SheetRow& row) {
        for (const auto& cell : node.children()) {
            if (!is(cell, "c"))
                continue;
            const auto column = columnOf(cell.attribute("r").value(), row.cells.size());
            if (!column || *column >= kMostColumns || *column < row.cells.size())
                return nonsense(part, fmt::format("has a misplaced cell \"{:.12}\" in row {}",
                                                  cell.attribute("r").value(), row.row));
            m_cells += *column + 1 - row.cells.size();
            if (m_cells > kMostCells)
                return fail(ErrorCode::Unsupported,
                            fmt::format("The workbook has more than {} cells; is it an annotation table?",
                                        kMostCells),
                            m_archive.source());
            row.cells.resize(*column + 1);
            if (!readCell(cell, row.cells.back()))
                return nonsense(part,
                                fmt::format("names a string that the workbook lacks, in row {}", row.row));
            m_textBytes += row.cells.back().text.size();
            if (m_textBytes > kMostTextBytes)
                return fail(ErrorCode::Unsupported,
                            fmt::format("The cells of the workbook hold more than {} MiB of text; is it an "
                                        "annotation table?",
                                        kMostTextBytes >> 20),
                            m_archive.source());
        }
        return {};
    }

    /// "AB12" is column 27; without a reference it is the next one.
    static std::optional<std::size_t> columnOf(std::string_view reference, std::size_t next) {
        if (reference.empty())
            return next;
        std::size_t column = 0;
        std::size_t letters = 0;
        while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' &&
               letters < 4)
            column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A' + 1);
        if (letters == 0 || letters > 3)
            return std::nullopt;
        return column - 1;
    }

    bool readCell(const pugi::xml_node& cell, SheetCell& out) const {
        const std::string_view type = cell.attribute("t").value();
        if (type == "inlineStr") {
            out.text = textOf(childOf(cell, "is"));
            return true;
        }
        const std::string_view value = childOf(cell, "v").text().get();
        if (type == "s") {
            std::size_t index = 0;
            const auto digits = trimmed(value);
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
            if (error != std::errc{} || end != digits.data() + digits.size() || index >= m_strings.size())
                return false;
            out.text = m_strings[index];
            return true;
        }
        out.text = value;
        out.number = (type.empty() || type == "n") && !out.text.empty();
        return true;
    }

    const ZipArchive& m_archive;
    std::vector<std::string> m_strings;
    std::size_t m_cells = 0;
    std::size_t m_textBytes = 0;
};

} // namespace

Result<std::vector<Sheet>> parseXlsx(std::string_view bytes, const std::string& source) {
    const auto archive = ZipArchive::open(bytes, source);
    if (!archive)
        return Unexpected(archive.error());
    return Workbook(*archive).read();
}

} // namespace mien::dataset
