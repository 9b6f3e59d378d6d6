// SPDX-License-Identifier: GPL-3.0-or-later
// Matrices of marks as tables: a header of names, then one row a node that begins with its name.
#include "core/causal/graph_formats_internal.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace mien::causal {
namespace {

/// How a program numbers marks, and which end cell (i, j) speaks of.
struct Convention {
    int circle;
    int arrow;
    int tail;
    bool atColumn; ///< cell (i, j) is the mark at j, else at i
};

// pcalg, help page of amat.pag: 0 no edge, 1 circle, 2 arrowhead, 3 tail; [i, j] is the mark at j.
constexpr Convention pcalg{1, 2, 3, true};
// causal-learn, Endpoint and GeneralGraph.graph: graph[i, j] is the mark at i; tail −1, arrow 1, circle 2.
constexpr Convention causalLearn{2, 1, -1, false};

std::string quoted(const std::string& name) {
    if (name.find_first_of(",\"\n\r") == std::string::npos)
        return name;
    std::string text = "\"";
    for (const char c : name)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

std::string write(const Pag& graph, const Convention& numbers) {
    std::string text;
    for (const auto& name : graph.names())
        text += "," + quoted(name);
    text += "\n";
    for (int i = 0; i < graph.size(); ++i) {
        text += quoted(graph.names()[static_cast<std::size_t>(i)]);
        for (int j = 0; j < graph.size(); ++j) {
            const Mark mark = numbers.atColumn ? graph.end(i, j) : graph.end(j, i);
            const int number = mark == Mark::None     ? 0
                               : mark == Mark::Circle ? numbers.circle
                               : mark == Mark::Arrow  ? numbers.arrow
                                                      : numbers.tail;
            text += "," + std::to_string(number);
        }
        text += "\n";
    }
    return text;
}

/// One line's cells; quotes as RFC 4180 has them.
std::vector<std::string> cellsOf(std::string_view line) {
    std::vector<std::string> cells(1);
    bool inQuotes = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && inQuotes && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[++i];
        else if (c == '"')
            inQuotes = !inQuotes;
        else if (c == ',' && !inQuotes)
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

Result<Mark> markOf(const std::string& cell, const Convention& numbers, const std::string& where) {
    int value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec == std::errc{} && read.ptr == cell.data() + cell.size()) {
        for (const auto& [number, mark] :
             {std::pair(0, Mark::None), std::pair(numbers.circle, Mark::Circle),
              std::pair(numbers.arrow, Mark::Arrow), std::pair(numbers.tail, Mark::Tail)})
            if (value == number)
                return mark;
    }
    return fail(ErrorCode::Corrupt, "\"" + cell.substr(0, 20) + "\" stands for no mark.", where);
}

Result<Pag> read(std::string_view text, const std::string& source, const Convention& numbers) {
    GraphBuilder builder;
    std::vector<std::vector<Mark>> marks;
    std::size_t number = 0;
    std::size_t size = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto cells = cellsOf(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto where = source + ":" + std::to_string(++number);
        if (cells.size() == 1 && cells[0].empty())
            continue;
        if (size == 0) {
            for (std::size_t i = 1; i < cells.size(); ++i)
                builder.node(cells[i]);
            size = cells.size() - 1;
            if (size == 0 || builder.names().size() != size)
                return fail(ErrorCode::Corrupt, "The header must name every node once, after an empty cell.",
                            where);
            continue;
        }
        if (marks.size() == size || cells.size() != size + 1 || cells[0] != builder.names()[marks.size()])
            return fail(
                ErrorCode::Corrupt,
                "Row " + std::to_string(marks.size() + 1) +
                    " must hold the node's name and one number for each column, in the header's order.",
                where);
        auto& row = marks.emplace_back();
        for (std::size_t j = 1; j <= size; ++j) {
            const auto mark = markOf(cells[j], numbers, where);
            if (!mark)
                return Unexpected(mark.error());
            row.push_back(*mark);
        }
    }
    if (size == 0 || marks.size() != size)
        return fail(ErrorCode::Corrupt, "The matrix must have as many rows as columns.", source);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i; j < size; ++j) {
            const Mark ij = marks[i][j];
            const Mark ji = marks[j][i];
            if (ij == Mark::None && ji == Mark::None)
                continue;
            const auto [atI, atJ] = numbers.atColumn ? std::pair(ji, ij) : std::pair(ij, ji);
            builder.edge({static_cast<int>(i), atI, atJ, static_cast<int>(j)}, i + 2);
        }
    }
    return std::move(builder).build(source);
}

} // namespace

std::string writePcalg(const Pag& graph) {
    return write(graph, pcalg);
}
Result<Pag> readPcalg(std::string_view text, const std::string& source) {
    return read(text, source, pcalg);
}
std::string writeCausalLearn(const Pag& graph) {
    return write(graph, causalLearn);
}
Result<Pag> readCausalLearn(std::string_view text, const std::string& source) {
    return read(text, source, causalLearn);
}

} // namespace mien::causal
