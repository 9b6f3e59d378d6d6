// SPDX-License-Identifier: GPL-3.0-or-later
// Tetrad's text and Graphviz's language.
#include "core/causal/graph_formats_internal.h"
#include "core/causal/meaning.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

namespace mien::causal {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Calls `use(line, number)` for every line; stops and returns the first error.
template <class Use>
Result<void> eachLine(std::string_view text, Use use) {
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto done = use(trimmed(text.substr(0, end)), number); !done)
            return done;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

std::optional<Mark> markOf(char c, char arrow) {
    return c == 'o'     ? std::optional(Mark::Circle)
           : c == '-'   ? std::optional(Mark::Tail)
           : c == arrow ? std::optional(Mark::Arrow)
                        : std::nullopt;
}

Unexpected wrongLine(const std::string& source, std::size_t number, std::string sentence) {
    return fail(ErrorCode::Corrupt, std::move(sentence), source + ":" + std::to_string(number));
}

/// "12. A o-> B", with what Tetrad appends behind (properties, probabilities) left alone. Names may hold
/// spaces: the three signs with a space on either side part them.
Result<void> tetradEdge(std::string_view line, const std::string& source, std::size_t number,
                        GraphBuilder& builder) {
    const auto dot = line.find(". ");
    if (dot != std::string_view::npos && line.find_first_not_of("0123456789") == dot)
        line.remove_prefix(dot + 2);
    bool looksLikeEdge = false;
    for (std::size_t i = 1; i + 4 < line.size(); ++i) {
        if (line[i - 1] != ' ' || line[i + 1] != '-' || line[i + 3] != ' ')
            continue;
        const auto atA = markOf(line[i], '<');
        const auto atB = markOf(line[i + 2], '>');
        if (!atA || !atB)
            continue;
        const std::string a(trimmed(line.substr(0, i)));
        std::string b(trimmed(line.substr(i + 4)));
        if (!builder.known(b)) {
            // Tetrad's flags follow the name: "A --> B dd pl"
            for (auto cut = b.find(' '); cut != std::string::npos; cut = b.find(' ', cut + 1))
                if (builder.known(b.substr(0, cut)))
                    b.resize(cut);
        }
        if (!builder.known(a) || !builder.known(b)) {
            looksLikeEdge = true; // unless a name holds what looks like an edge
            continue;
        }
        builder.edge({builder.node(a), *atA, *atB, builder.node(b)}, number);
        return {};
    }
    if (looksLikeEdge)
        return wrongLine(source, number, "This edge joins a node that is not in the list of nodes.");
    return wrongLine(source, number, "This line is no edge such as \"1. A o-> B\".");
}

std::string dotQuoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + "\"";
}

std::string_view dotShape(Mark mark) {
    return mark == Mark::Arrow ? "normal" : mark == Mark::Circle ? "odot" : "none";
}

/// A quoted string at the front of `text`, which moves behind it.
std::optional<std::string> takeQuoted(std::string_view& text) {
    text = trimmed(text);
    if (!text.starts_with('"'))
        return std::nullopt;
    std::string name;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            name += text[++i];
        } else if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return name;
        } else {
            name += text[i];
        }
    }
    return std::nullopt;
}

/// Graphviz's default is an arrowhead at the head and nothing at the tail.
/// A name in quotes, or a plain one.
std::optional<std::string> takeId(std::string_view& text) {
    text = trimmed(text);
    if (text.starts_with('"'))
        return takeQuoted(text);
    std::size_t end = 0;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_' ||
            text[end] == '.' || static_cast<unsigned char>(text[end]) >= 0x80))
        ++end;
    if (end == 0)
        return std::nullopt;
    const std::string id(text.substr(0, end));
    text.remove_prefix(end);
    return id;
}

/// edge [dir=both], rankdir=LR: about the drawing.
bool isSetting(std::string_view line) {
    for (const std::string_view word : {"edge", "node", "graph"})
        if (line.starts_with(word) && trimmed(line.substr(word.size())).starts_with('['))
            return true;
    const auto id = takeId(line);
    return id && trimmed(line).starts_with('=');
}

std::optional<std::string> labelIn(std::string_view attributes) {
    for (auto at = attributes.find("label"); at != std::string_view::npos;
         at = attributes.find("label", at + 1)) {
        auto rest = trimmed(attributes.substr(at + 5));
        const bool whole =
            at > 0 && std::string_view("[ ,\t").find(attributes[at - 1]) != std::string_view::npos;
        if (!whole || !rest.starts_with('='))
            continue;
        rest.remove_prefix(1);
        return takeId(rest);
    }
    return std::nullopt;
}

std::optional<Mark> dotMark(std::string_view attributes, std::string_view key, Mark otherwise) {
    const auto at = attributes.find(key);
    if (at == std::string_view::npos)
        return otherwise;
    auto value = trimmed(attributes.substr(at + key.size()));
    if (!value.starts_with('='))
        return std::nullopt;
    value = trimmed(value.substr(1));
    if (value.starts_with('"'))
        value.remove_prefix(1);
    for (const Mark mark : {Mark::Arrow, Mark::Circle, Mark::Tail})
        if (value.starts_with(dotShape(mark)))
            return mark;
    return std::nullopt;
}

} // namespace

std::string writeTetrad(const Pag& graph) {
    std::string text = "Graph Nodes:\n";
    for (int i = 0; i < graph.size(); ++i)
        text += (i > 0 ? ";" : "") + graph.names()[static_cast<std::size_t>(i)];
    text += "\n\nGraph Edges:\n";
    int number = 0;
    for (const Edge& edge : graph.edges())
        text += std::to_string(++number) + ". " + textOf(graph, readable(edge)) + "\n";
    return text;
}

Result<Pag> readTetrad(std::string_view text, const std::string& source) {
    GraphBuilder builder;
    enum class Part { Before, Nodes, Edges, After } part = Part::Before;
    const auto done = eachLine(text, [&](std::string_view line, std::size_t number) -> Result<void> {
        if (line == "Graph Nodes:") {
            part = Part::Nodes;
        } else if (line == "Graph Edges:") {
            part = Part::Edges;
        } else if (line.empty()) {
            return {};
        } else if (part == Part::Nodes) {
            const char separator = line.find(';') != std::string_view::npos ? ';' : ',';
            while (!line.empty()) {
                const auto end = std::min(line.find(separator), line.size());
                builder.node(std::string(trimmed(line.substr(0, end))));
                line.remove_prefix(std::min(end + 1, line.size()));
            }
        } else if (part == Part::Edges) {
            if (line.starts_with("Graph ") || line.starts_with("Ambiguous") || line.starts_with("Attributes"))
                part = Part::After;
            else
                return tetradEdge(line, source, number, builder);
        }
        return {};
    });
    if (!done)
        return Unexpected(done.error());
    if (builder.names().empty())
        return fail(ErrorCode::Corrupt, "There is no line \"Graph Nodes:\" with names below it.", source);
    return std::move(builder).build(source);
}

std::string writeDot(const Pag& graph) {
    std::string text = "digraph PAG {\n  edge [dir=both];\n";
    for (const auto& name : graph.names())
        text += "  " + dotQuoted(name) + ";\n";
    for (const Edge& any : graph.edges()) {
        const Edge edge = readable(any);
        text += "  " + dotQuoted(graph.names()[static_cast<std::size_t>(edge.a)]) + " -> " +
                dotQuoted(graph.names()[static_cast<std::size_t>(edge.b)]) +
                " [dir=both, arrowtail=" + std::string(dotShape(edge.atA)) +
                ", arrowhead=" + std::string(dotShape(edge.atB)) + "];\n";
    }
    return text + "}\n";
}

Result<Pag> readDot(std::string_view text, const std::string& source) {
    // Programs write a node as "X1", as X1, or as 0 with a label: labels first, since edges name nodes by
    // their id.
    std::map<std::string, std::string> labels;
    GraphBuilder builder;
    bool opened = false;
    for (const bool naming : {true, false}) {
        opened = false;
        const auto done = eachLine(text, [&](std::string_view line, std::size_t number) -> Result<void> {
            if (!opened) {
                opened = line.starts_with("digraph") || line.starts_with("strict digraph");
                return {};
            }
            if (line.empty() || line == "}" || line.starts_with("//") || isSetting(line))
                return {};
            const auto first = takeId(line);
            if (!first)
                return wrongLine(source, number, "A statement must begin with a node.");
            line = trimmed(line);
            const bool edge = line.starts_with("->");
            if (naming) {
                if (const auto label = edge ? std::nullopt : labelIn(line))
                    labels[*first] = *label;
                return {};
            }
            const auto nameOfId = [&](const std::string& id) {
                const auto found = labels.find(id);
                return found == labels.end() ? id : found->second;
            };
            const int a = builder.node(nameOfId(*first));
            if (!edge)
                return {};
            line.remove_prefix(2);
            const auto second = takeId(line);
            if (!second)
                return wrongLine(source, number, "An edge must end with a node.");
            const auto atA = dotMark(line, "arrowtail", Mark::Tail);
            const auto atB = dotMark(line, "arrowhead", Mark::Arrow);
            if (!atA || !atB)
                return wrongLine(source, number, "An end must be normal, odot or none.");
            builder.edge({a, *atA, *atB, builder.node(nameOfId(*second))}, number);
            return {};
        });
        if (!done)
            return Unexpected(done.error());
    }
    if (!opened)
        return fail(ErrorCode::Corrupt, "This is no directed graph in Graphviz's language.", source);
    return std::move(builder).build(source);
}

} // namespace mien::causal
