// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/external_model.h"

#include <array>

namespace mien::synthesis {

Result<std::unique_ptr<ExternalModel>> makeExternalModel(const ExternalModelOptions& options) {
    if (options.server.empty() == options.command.empty())
        return fail(ErrorCode::InvalidArgument,
                    "Name the model that makes the films: --server for a ComfyUI server on this machine, or "
                    "--command for a program, not both.");
    if (!options.command.empty() && !options.workflow.empty())
        return fail(ErrorCode::InvalidArgument, "--workflow belongs to --server; a --command needs none.");
    return options.command.empty() ? makeComfyUiModel(options) : makeCommandModel(options);
}

bool isFilmExtension(const std::string& extension) {
    static constexpr std::array<std::string_view, 7> kFilms{".mp4", ".webm", ".mkv", ".mov",
                                                            ".avi", ".m4v",  ".gif"};
    return std::find(kFilms.begin(), kFilms.end(), extension) != kFilms.end();
}

} // namespace mien::synthesis
