// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/external_workflow.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/media/content_hash.h"
#include "core/synthesis/ltx_video_workflow.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;
using Values = std::map<std::string, Json>;

/// `text` with every {name} of `values` replaced; other braces stay.
Json filledText(const std::string& text, const Values& values) {
    for (const auto& [name, value] : values)
        if (text == "{" + name + "}")
            return value;
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto close = text[i] == '{' ? text.find('}', i) : std::string::npos;
        const auto value =
            close == std::string::npos ? values.end() : values.find(text.substr(i + 1, close - i - 1));
        if (value == values.end()) {
            out += text[i++];
            continue;
        }
        out += value->second.is_string() ? value->second.get<std::string>() : jsonText(value->second);
        i = close + 1;
    }
    return out;
}

void fill(Json& json, const Values& values) {
    if (json.is_string())
        json = filledText(json.get<std::string>(), values);
    else if (json.is_structured())
        for (auto& child : json)
            fill(child, values);
}

Unexpected unusable(const std::string& what, const std::string& where) {
    return fail(ErrorCode::Corrupt, what, where);
}

} // namespace

Result<ExternalWorkflow> ExternalWorkflow::load(const std::filesystem::path& file) {
    if (file.empty())
        return parse(kLtxVideoWorkflow, "built in: LTX-Video");
    const auto text = readTextFile(file, 16u << 20);
    if (!text)
        return Unexpected(text.error());
    return parse(*text, file.string());
}

Result<ExternalWorkflow> ExternalWorkflow::parse(const std::string& text, const std::string& where) {
    ExternalWorkflow out;
    out.m_nodes = parseOrderedJson(text);
    out.m_name = where;
    out.m_sha256 = media::toHex(media::sha256Bytes(text));
    if (!out.m_nodes.is_object() || out.m_nodes.empty())
        return unusable("This is no workflow: it is not a JSON object of nodes.", where);
    if (out.m_nodes.contains("nodes") && out.m_nodes.contains("links"))
        return unusable("This is a workflow as ComfyUI's editor saves it; export it in the API format "
                        "(Workflow → Export (API)) and put the placeholders in.",
                        where);
    for (const auto& [id, node] : out.m_nodes.items())
        if (!node.is_object() || !node.contains("class_type") || !node["class_type"].is_string() ||
            !node.contains("inputs") || !node["inputs"].is_object())
            return unusable(
                fmt::format("Node \"{}\" has no class_type or no inputs; this is not the API format "
                            "of ComfyUI.",
                            id),
                where);
    std::vector<std::string> missing;
    for (const char* name : {"{image}", "{prompt}", "{negative}", "{seed}"})
        if (text.find(name) == std::string::npos)
            missing.emplace_back(name);
    if (!missing.empty())
        return unusable(fmt::format("The workflow lacks {}: without it every film would be the same.",
                                    fmt::join(missing, ", ")),
                        where);
    return out;
}

std::vector<std::string> ExternalWorkflow::nodeClasses() const {
    std::set<std::string> classes;
    for (const auto& node : m_nodes)
        classes.insert(node["class_type"].get<std::string>());
    return {classes.begin(), classes.end()};
}

Json ExternalWorkflow::filled(const ExternalRequest& request, const std::string& image) const {
    const Values values{
        {"image", image},           {"prompt", request.prompt},  {"negative", request.negative},
        {"seed", request.seed},     {"frames", request.frames},  {"width", request.width},
        {"height", request.height}, {"fps", request.fps.value()}};
    auto nodes = m_nodes;
    for (auto& node : nodes)
        fill(node["inputs"], values);
    return nodes;
}

} // namespace mien::synthesis
