// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/job_context.h"
#include "core/base/options.h"
#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>
#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace mien::synthesis {

/// One film that an image-to-video model is asked for. Defaults are those of EquiME (guide E1).
struct ExternalRequest {
    cv::Mat image; ///< CV_8UC3, BGR, width × height: what the film begins with
    std::string prompt, negative;
    int frames = 161;
    int width = 256, height = 256; ///< pixels
    Rational fps{24, 1};
    std::uint64_t seed = 0; ///< below 2^53, which every JSON reader keeps exactly
};

/// Where the model runs; exactly one of `server` and `command`.
struct ExternalModelOptions {
    std::string server;             ///< ComfyUI: an address of this machine (loopback_address.h)
    std::filesystem::path workflow; ///< in the API format with placeholders; empty: the one for LTX-Video
    std::string command;            ///< a command template (command_template.h)
    double timeoutMin = 60.0;       ///< for one film, the wait in the queue included
    double pollS = 1.0;             ///< between two questions to the server

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.server, OptionInfo{"server", "a ComfyUI server on this machine, e.g. http://127.0.0.1:8188"});
        v(self.workflow,
          OptionInfo{"workflow", "a workflow in ComfyUI's API format with placeholders; otherwise one for "
                                 "LTX-Video that is built in"});
        v(self.command, OptionInfo{"command", "instead of a server: a program and its arguments with "
                                              "placeholders; no shell reads them"});
        v(self.timeoutMin,
          OptionInfo{"timeout", "minutes that one film may take, waiting included", 0.01, 100'000});
        v(self.pollS, OptionInfo{"poll", "seconds between questions to the server", 0.01, 60});
    }
};

/// An image-to-video model on the user's own machine. Faces are biometric data: they are handed to programs
/// and addresses of this machine alone.
class ExternalModel {
public:
    virtual ~ExternalModel() = default;
    /// The film as the model's program wrote it, put into `folder` (which exists) as film.<extension>. Not
    /// checked in any way. Progress names the place in the queue where there is one.
    virtual Result<std::filesystem::path>
    generate(const ExternalRequest& request, const std::filesystem::path& folder, const JobContext& job) = 0;
    /// Whether it is there: the server answers and has every node of the workflow, the program exists. Hands
    /// nothing over and makes nothing. MissingDependency where it is not there.
    virtual Result<void> check(const JobContext& job) = 0;
    /// What decides a film beside the request: the workflow or command. For manifests.
    virtual nlohmann::ordered_json description() const = 0;
};

/// Checks everything that can be checked without asking the model: address, workflow, placeholders.
Result<std::unique_ptr<ExternalModel>> makeExternalModel(const ExternalModelOptions& options);

Result<std::unique_ptr<ExternalModel>> makeComfyUiModel(const ExternalModelOptions& options);
Result<std::unique_ptr<ExternalModel>> makeCommandModel(const ExternalModelOptions& options);

/// Extensions of films that come back, with the dot, lower case.
bool isFilmExtension(const std::string& extension);

} // namespace mien::synthesis
