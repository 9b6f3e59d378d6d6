// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

// What a ComfyUI server says, read without any network. The shapes are those of ComfyUI's server.py,
// execution.py and of its saving nodes (SaveVideo, SaveWEBM); VHS_VideoCombine, of a popular package, puts
// its film under "gifs".

namespace mien::synthesis::comfyui {

/// A file on the server, as GET /view wants it.
struct RemoteFile {
    std::string name, subfolder;
    std::string type = "output"; ///< "output" | "temp" | "input"

    bool operator==(const RemoteFile&) const = default;
};

/// GET /object_info/{class}: refuses nodes that the server lacks (MissingDependency) and those that hand
/// pictures to a service elsewhere ("API nodes", which ComfyUI marks).
Result<void> readNodeInfo(const std::string& body, const std::string& nodeClass);

/// POST /upload/image: what LoadImage calls the picture ("sub/name.png").
Result<std::string> readUploaded(const std::string& body);

/// POST /prompt with status 200: the job's id.
Result<std::string> readSubmitted(const std::string& body);
/// POST /prompt with another status: why. MissingDependency where the server lacks a model file or a node.
Error readRefused(int status, const std::string& body);

/// GET /queue: how many jobs run or wait before this one; 0: it is running; nullopt: it is not there.
Result<std::optional<int>> readPlace(const std::string& body, const std::string& id);

/// GET /history/{id}: the film; nullopt: not finished yet. An error where the job failed, was interrupted or
/// saved no film.
Result<std::optional<RemoteFile>> readFilm(const std::string& body, const std::string& id);

} // namespace mien::synthesis::comfyui
