// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/comfyui_reply.h"

#include "core/base/json.h"

#include "core/synthesis/external_model.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace mien::synthesis::comfyui {
namespace {

using Json = nlohmann::json;

/// Member texts of unknown shape, shortened to a line that fits a sentence.
std::string textOf(const Json& json, const char* member) {
    if (!json.is_object() || !json.contains(member) || !json[member].is_string())
        return {};
    auto text = json[member].get<std::string>();
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    if (text.size() > 300)
        text.resize(300);
    return text;
}

Unexpected wrongReply(std::string_view to) {
    return fail(
        ErrorCode::Corrupt,
        fmt::format("The reply to {} is not one of ComfyUI; is another program listening there?", to));
}

struct NodeError {
    std::string id, nodeClass, type, message, details, input, value;
};

/// The first error of a node, in the order the server gives.
std::optional<NodeError> firstNodeError(const Json& reply) {
    if (!reply.contains("node_errors") || !reply["node_errors"].is_object())
        return std::nullopt;
    for (const auto& [id, node] : reply["node_errors"].items()) {
        if (!node.is_object() || !node.contains("errors") || !node["errors"].is_array())
            continue;
        for (const auto& error : node["errors"]) {
            const auto info =
                error.is_object() && error.contains("extra_info") ? error["extra_info"] : Json();
            NodeError out{id,
                          textOf(node, "class_type"),
                          textOf(error, "type"),
                          textOf(error, "message"),
                          textOf(error, "details"),
                          textOf(info, "input_name"),
                          textOf(info, "received_value")};
            return out;
        }
    }
    return std::nullopt;
}

Error refusedNode(const NodeError& e) {
    const auto node = e.nodeClass.empty() ? e.id : fmt::format("{} ({})", e.nodeClass, e.id);
    // Choosers of model files are called ckpt_name, clip_name, vae_name, unet_name, lora_name …; their list
    // is what lies in the server's folders.
    const auto field = e.input.empty() ? e.details.substr(0, e.details.find(':')) : e.input;
    if (e.type == "value_not_in_list" && field.ends_with("_name") && field != "sampler_name")
        return {
            ErrorCode::MissingDependency,
            fmt::format("The server has no model \"{}\" for {} of node {}: put the file in ComfyUI's models "
                        "folder, or name one that is there in the workflow.",
                        e.value.empty() ? e.details : e.value, field, node),
            {}};
    return {ErrorCode::Corrupt,
            fmt::format("The server refuses the workflow at node {}: {}{}{}.", node, e.message,
                        e.details.empty() ? "" : ", ", e.details),
            {}};
}

std::string stateOf(const Json& status) {
    return textOf(status, "status_str");
}

Error failure(const Json& status) {
    if (status.contains("messages") && status["messages"].is_array())
        for (const auto& message : status["messages"]) {
            if (!message.is_array() || message.size() < 2 || !message[0].is_string())
                continue;
            if (message[0] == "execution_interrupted")
                return {ErrorCode::Unsupported, "The job was interrupted on the server.", {}};
            if (message[0] == "execution_error")
                return {ErrorCode::Unsupported,
                        fmt::format("The model stopped at node {} ({}): {}.", textOf(message[1], "node_type"),
                                    textOf(message[1], "node_id"), textOf(message[1], "exception_message")),
                        {}};
        }
    return {ErrorCode::Unsupported, "The server says that the job failed, and not why; see its own log.", {}};
}

std::string lowerExtension(const std::string& name) {
    auto extension = std::filesystem::path(name).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

/// Every file that the nodes saved: outputs → node → kind → list of {filename, subfolder, type}.
std::vector<RemoteFile> filesOf(const Json& outputs) {
    std::vector<RemoteFile> files;
    if (!outputs.is_object())
        return files;
    for (const auto& node : outputs) {
        if (!node.is_object())
            continue;
        for (const auto& list : node) {
            if (!list.is_array())
                continue;
            for (const auto& item : list)
                if (const auto name = textOf(item, "filename"); !name.empty()) {
                    const auto type = textOf(item, "type");
                    files.push_back({name, textOf(item, "subfolder"), type.empty() ? "output" : type});
                }
        }
    }
    return files;
}

} // namespace

Result<void> readNodeInfo(const std::string& body, const std::string& nodeClass) {
    const auto reply = parseJson(body);
    if (!reply.is_object())
        return wrongReply("the question for a node");
    if (!reply.contains(nodeClass) || !reply[nodeClass].is_object())
        return fail(
            ErrorCode::MissingDependency,
            fmt::format("The server has no node {}; update ComfyUI or install the package that has it.",
                        nodeClass));
    const auto& info = reply[nodeClass];
    const bool marked = info.contains("api_node") && info["api_node"] == true;
    if (marked || textOf(info, "python_module").starts_with("comfy_api_nodes"))
        return fail(
            ErrorCode::Unsupported,
            fmt::format("Node {} of the workflow sends its pictures to a service elsewhere: faces are "
                        "biometric data and stay on this machine.",
                        nodeClass));
    return {};
}

Result<std::string> readUploaded(const std::string& body) {
    const auto reply = parseJson(body);
    const auto name = textOf(reply, "name");
    if (name.empty())
        return wrongReply("the upload of the picture");
    const auto subfolder = textOf(reply, "subfolder");
    return subfolder.empty() ? name : subfolder + "/" + name;
}

Result<std::string> readSubmitted(const std::string& body) {
    auto id = textOf(parseJson(body), "prompt_id");
    // The id becomes part of addresses.
    if (id.empty() ||
        id.find_first_not_of("0123456789abcdefABCDEFghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ-_") !=
            std::string::npos)
        return wrongReply("the job");
    return id;
}

Error readRefused(int status, const std::string& body) {
    const auto reply = parseJson(body);
    if (!reply.is_object())
        return {ErrorCode::Corrupt, fmt::format("The server refuses the job with HTTP {}.", status), {}};
    if (const auto node = firstNodeError(reply))
        return refusedNode(*node);
    if (reply.contains("error") && reply["error"].is_object()) {
        const auto& error = reply["error"];
        const auto message = textOf(error, "message");
        const bool lacksNode = message.find("does not exist") != std::string::npos ||
                               textOf(error, "type") == "missing_node_type";
        return {lacksNode ? ErrorCode::MissingDependency : ErrorCode::Corrupt,
                fmt::format("The server refuses the workflow: {}{}.", message,
                            lacksNode ? "; update ComfyUI or install the package that has the node" : ""),
                {}};
    }
    const auto text = textOf(reply, "error");
    return {
        ErrorCode::Corrupt,
        fmt::format("The server refuses the job with HTTP {}{}{}.", status, text.empty() ? "" : ": ", text),
        {}};
}

Result<std::optional<int>> readPlace(const std::string& body, const std::string& id) {
    const auto reply = parseJson(body);
    if (!reply.is_object() || !reply.contains("queue_running") || !reply["queue_running"].is_array() ||
        !reply.contains("queue_pending") || !reply["queue_pending"].is_array())
        return wrongReply("the question for the queue");
    // An entry is [number, id, …]; smaller numbers come first, whatever the order of the list.
    const auto numberOf = [](const Json& entry) {
        return entry.is_array() && entry.size() > 1 && entry[0].is_number() ? entry[0].get<double>() : 0.0;
    };
    const auto isOurs = [&](const Json& entry) {
        return entry.is_array() && entry.size() > 1 && entry[1] == id;
    };
    const auto& running = reply["queue_running"];
    if (std::any_of(running.begin(), running.end(), isOurs))
        return std::optional<int>(0);
    const auto& pending = reply["queue_pending"];
    const auto ours = std::find_if(pending.begin(), pending.end(), isOurs);
    if (ours == pending.end())
        return std::optional<int>();
    const auto before = std::count_if(pending.begin(), pending.end(),
                                      [&](const Json& entry) { return numberOf(entry) < numberOf(*ours); });
    return std::optional<int>(static_cast<int>(before) + std::max(1, static_cast<int>(running.size())));
}

Result<std::optional<RemoteFile>> readFilm(const std::string& body, const std::string& id) {
    const auto reply = parseJson(body);
    if (!reply.is_object())
        return wrongReply("the question for the history");
    if (!reply.contains(id) || !reply[id].is_object())
        return std::optional<RemoteFile>();
    const auto& entry = reply[id];
    if (entry.contains("status") && entry["status"].is_object() && stateOf(entry["status"]) == "error")
        return Unexpected(failure(entry["status"]));
    const auto files = filesOf(entry.contains("outputs") ? entry["outputs"] : Json());
    const RemoteFile* film = nullptr;
    for (const auto& file : files)
        if (isFilmExtension(lowerExtension(file.name)) &&
            (film == nullptr || (film->type != "output" && file.type == "output")))
            film = &file;
    if (film != nullptr)
        return std::optional<RemoteFile>(*film);
    const bool webp = std::any_of(files.begin(), files.end(),
                                  [](const auto& file) { return lowerExtension(file.name) == ".webp"; });
    return fail(
        ErrorCode::Unsupported,
        webp ? "The workflow saves an animated .webp, which cannot be read here; let it end in SaveVideo, "
               "SaveWEBM or VHS_VideoCombine."
             : fmt::format("The job ended without a film ({} other files); let the workflow end in "
                           "SaveVideo, SaveWEBM or VHS_VideoCombine.",
                           files.size()));
}

} // namespace mien::synthesis::comfyui
