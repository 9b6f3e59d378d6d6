// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/causal/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

namespace mien::causal {
namespace {

constexpr std::size_t mostColumns = 1000;

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\r' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view unquoted(std::string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? text.substr(1, text.size() - 2)
                                                                         : text;
}

bool isMissing(std::string_view cell) {
    for (const std::string_view word : {"", "NA", "NaN", "nan", "NAN", "na", "N/A"})
        if (cell == word)
            return true;
    return false;
}

/// Cells of a line, one at a time.
class Cells {
public:
    Cells(std::string_view line, char separator) : m_rest(line), m_separator(separator) {}
    bool more() const { return !m_done; }
    std::string_view next() {
        const auto end = m_rest.find(m_separator);
        const auto cell = trimmed(m_rest.substr(0, end));
        m_done = end == std::string_view::npos;
        if (!m_done)
            m_rest.remove_prefix(end + 1);
        return unquoted(cell);
    }

private:
    std::string_view m_rest;
    char m_separator;
    bool m_done = false;
};

class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {
        if (m_rest.starts_with("\xEF\xBB\xBF"))
            m_rest.remove_prefix(3);
    }
    /// The next line that is not blank; false at the end.
    bool next(std::string_view& line) {
        while (!m_rest.empty()) {
            const auto end = std::min(m_rest.find('\n'), m_rest.size());
            line = m_rest.substr(0, end);
            m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
            ++number;
            if (!trimmed(line).empty())
                return true;
        }
        return false;
    }
    std::size_t number = 0;

private:
    std::string_view m_rest;
};

char separatorOf(std::string_view header) {
    char best = ',';
    for (const char c : {';', '\t'})
        if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best))
            best = c;
    return best;
}

Result<std::vector<std::string>> readHeader(std::string_view line, char separator,
                                            const std::string& source) {
    const auto columns = static_cast<std::size_t>(std::count(line.begin(), line.end(), separator)) + 1;
    if (columns > mostColumns)
        return fail(ErrorCode::Corrupt,
                    "This table has " + std::to_string(columns) + " columns, more than the " +
                        std::to_string(mostColumns) + " that a causal search can take; choose fewer.",
                    source);
    std::vector<std::string> names;
    std::set<std::string> seen;
    bool numbersOnly = true;
    for (Cells cells(line, separator); cells.more();) {
        const std::string name(cells.next());
        if (name.empty())
            return fail(ErrorCode::Corrupt,
                        "Column " + std::to_string(names.size() + 1) + " has no name in the header.", source);
        if (!seen.insert(name).second)
            return fail(ErrorCode::Corrupt, "Two columns are called \"" + name + "\"; rename one.", source);
        double value = 0.0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), value);
        numbersOnly = numbersOnly && read.ec == std::errc{} && read.ptr == name.data() + name.size();
        names.push_back(name);
    }
    if (numbersOnly)
        return fail(ErrorCode::Corrupt,
                    "The first line holds only numbers; a table needs a header that names its columns.",
                    source);
    return names;
}

} // namespace

Result<Table> parseTable(std::string_view text, const std::string& source) {
    Lines lines(text);
    std::string_view line;
    if (!lines.next(line))
        return fail(ErrorCode::Corrupt, "This file is empty; a table needs a header and rows.", source);
    const char separator = separatorOf(line);
    auto names = readHeader(line, separator, source);
    if (!names)
        return Unexpected(names.error());
    const std::size_t columns = names->size();
    std::vector<double> values;
    const auto wrong = [&](const std::string& sentence) {
        return fail(ErrorCode::Corrupt, sentence, source + ":" + std::to_string(lines.number));
    };
    while (lines.next(line)) {
        const auto here = static_cast<std::size_t>(std::count(line.begin(), line.end(), separator)) + 1;
        if (here != columns)
            return wrong("This row has " + std::to_string(here) + " cells and the header has " +
                         std::to_string(columns) + ".");
        std::size_t column = 0;
        for (Cells cells(line, separator); cells.more(); ++column) {
            auto cell = cells.next();
            double value = std::numeric_limits<double>::quiet_NaN();
            if (!isMissing(cell)) {
                if (cell.starts_with('+'))
                    cell.remove_prefix(1);
                const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
                if (read.ec == std::errc::result_out_of_range || std::isinf(value))
                    return wrong("The value \"" + std::string(cell) + "\" of column \"" + (*names)[column] +
                                 "\" is infinite or beyond what can be computed with.");
                if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size())
                    return wrong("\"" + std::string(cell.substr(0, 40)) + "\" in column \"" +
                                 (*names)[column] + "\" is no number.");
            }
            values.push_back(value);
        }
    }
    Table table;
    table.names = std::move(*names);
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    table.values =
        Eigen::Map<const RowMajor>(values.data(), static_cast<Eigen::Index>(values.size() / columns),
                                   static_cast<Eigen::Index>(columns));
    return table;
}

Result<Table> readTable(const std::filesystem::path& path) {
    const auto text = readTextFile(path);
    return text ? parseTable(*text, path.string()) : Result<Table>(Unexpected(text.error()));
}

} // namespace mien::causal
