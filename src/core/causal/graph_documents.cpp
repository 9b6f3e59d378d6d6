// SPDX-License-Identifier: GPL-3.0-or-later
// GraphML and JSON.
#include "core/causal/graph_formats_internal.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <optional>
#include <sstream>

namespace mien::causal {
namespace {

using Json = nlohmann::ordered_json;

std::optional<Mark> markOf(std::string_view word) {
    for (const Mark mark : {Mark::Circle, Mark::Arrow, Mark::Tail})
        if (word == nameOf(mark))
            return mark;
    return std::nullopt;
}

Unexpected wrong(const std::string& source, std::string sentence) {
    return fail(ErrorCode::Corrupt, std::move(sentence), source);
}

Unexpected wrongEnds(const std::string& source) {
    return wrong(
        source, "An edge needs two ends that are circle, arrow or tail, and two nodes that are in the list.");
}

void declareKey(pugi::xml_node root, const char* id, const char* on) {
    auto key = root.append_child("key");
    key.append_attribute("id") = id;
    key.append_attribute("for") = on;
    key.append_attribute("attr.name") = id;
    key.append_attribute("attr.type") = "string";
}

void addData(pugi::xml_node node, const char* key, std::string_view value) {
    auto data = node.append_child("data");
    data.append_attribute("key") = key;
    data.text() = std::string(value).c_str();
}

std::optional<Mark> dataOf(pugi::xml_node edge, std::string_view key) {
    for (const auto data : edge.children("data"))
        if (data.attribute("key").value() == key)
            return markOf(data.text().get());
    return std::nullopt;
}

} // namespace

std::string writeGraphml(const Pag& graph) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("graphml");
    root.append_attribute("xmlns") = "http://graphml.graphdrawing.org/xmlns";
    declareKey(root, "name", "node");
    declareKey(root, "at_source", "edge");
    declareKey(root, "at_target", "edge");
    auto body = root.append_child("graph");
    body.append_attribute("id") = "PAG";
    body.append_attribute("edgedefault") = "directed";
    const auto id = [](int v) { return "n" + std::to_string(v); };
    for (int v = 0; v < graph.size(); ++v) {
        auto node = body.append_child("node");
        node.append_attribute("id") = id(v).c_str();
        addData(node, "name", graph.names()[static_cast<std::size_t>(v)]);
    }
    for (const Edge& e : graph.edges()) {
        auto edge = body.append_child("edge");
        edge.append_attribute("source") = id(e.a).c_str();
        edge.append_attribute("target") = id(e.b).c_str();
        addData(edge, "at_source", nameOf(e.atA));
        addData(edge, "at_target", nameOf(e.atB));
    }
    std::ostringstream out;
    document.save(out, "  ");
    return out.str();
}

Result<Pag> readGraphml(std::string_view text, const std::string& source) {
    pugi::xml_document document;
    if (const auto parsed = document.load_buffer(text.data(), text.size()); !parsed)
        return wrong(source,
                     "This is not XML (it goes wrong at byte " + std::to_string(parsed.offset) + ").");
    const auto body = document.child("graphml").child("graph");
    if (!body)
        return wrong(source, "There is no graph in this GraphML.");
    GraphBuilder builder;
    std::unordered_map<std::string, int> places;
    for (const auto node : body.children("node")) {
        const std::string id = node.attribute("id").value();
        std::string name = id;
        for (const auto data : node.children("data"))
            if (std::string_view(data.attribute("key").value()) == "name")
                name = data.text().get();
        if (builder.known(name) || !places.emplace(id, builder.node(name)).second)
            return wrong(source, "Two nodes are called \"" + name + "\".");
    }
    for (const auto edge : body.children("edge")) {
        const auto a = places.find(edge.attribute("source").value());
        const auto b = places.find(edge.attribute("target").value());
        const auto atA = dataOf(edge, "at_source");
        const auto atB = dataOf(edge, "at_target");
        if (a == places.end() || b == places.end() || !atA || !atB)
            return wrongEnds(source);
        builder.edge({a->second, *atA, *atB, b->second});
    }
    return std::move(builder).build(source);
}

std::string writeJson(const Pag& graph) {
    Json document{{"nodes", graph.names()}, {"edges", Json::array()}};
    for (const Edge& e : graph.edges())
        document["edges"].push_back({{"a", graph.names()[static_cast<std::size_t>(e.a)]},
                                     {"at_a", nameOf(e.atA)},
                                     {"at_b", nameOf(e.atB)},
                                     {"b", graph.names()[static_cast<std::size_t>(e.b)]}});
    return jsonText(document, 2) + "\n";
}

/// Also reads what the verb `causal` prints.
Result<Pag> readJson(std::string_view text, const std::string& source) {
    const Json document = parseOrderedJson(text);
    if (document.is_discarded())
        return wrong(source, "This is not JSON.");
    const auto nodes = document.find("nodes");
    const auto edges = document.find("edges");
    if (!document.is_object() || nodes == document.end() || edges == document.end() || !nodes->is_array() ||
        !edges->is_array())
        return wrong(source, "A graph needs a list \"nodes\" and a list \"edges\".");
    GraphBuilder builder;
    for (const auto& name : *nodes) {
        if (!name.is_string() || builder.known(name.get<std::string>()))
            return wrong(source, "\"nodes\" must hold names, each once.");
        builder.node(name.get<std::string>());
    }
    for (const auto& e : *edges) {
        const auto word = [&](const char* key) {
            return e.is_object() && e.contains(key) && e[key].is_string() ? e[key].get<std::string>()
                                                                          : std::string();
        };
        const auto atA = markOf(word("at_a"));
        const auto atB = markOf(word("at_b"));
        if (!atA || !atB || !builder.known(word("a")) || !builder.known(word("b")))
            return wrongEnds(source);
        builder.edge({builder.node(word("a")), *atA, *atB, builder.node(word("b"))});
    }
    return std::move(builder).build(source);
}

} // namespace mien::causal
