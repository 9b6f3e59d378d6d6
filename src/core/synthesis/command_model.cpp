// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guarded.h"
#include "core/synthesis/child_process.h"
#include "core/synthesis/command_template.h"
#include "core/synthesis/external_model.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <unistd.h>

#include <cstdlib>
#include <sstream>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;

class CommandModel final : public ExternalModel {
public:
    CommandModel(CommandTemplate command, const ExternalModelOptions& options)
        : m_command(std::move(command)), m_options(options) {}

    Result<fs::path> generate(const ExternalRequest& request, const fs::path& folder,
                              const JobContext& job) override {
        return guarded(folder.string(), [&]() -> Result<fs::path> {
            const auto absolute = fs::absolute(folder);
            const auto image = absolute / "portrait.png";
            if (!cv::imwrite(image.string(), request.image))
                return fail(ErrorCode::WriteFailed, "The picture for the model cannot be written.",
                            image.string());
            const auto words = m_command.filled({{"image", image.string()},
                                                 {"prompt", request.prompt},
                                                 {"negative", request.negative},
                                                 {"frames", std::to_string(request.frames)},
                                                 {"width", std::to_string(request.width)},
                                                 {"height", std::to_string(request.height)},
                                                 {"fps", fmt::format("{:g}", request.fps.value())},
                                                 {"seed", std::to_string(request.seed)},
                                                 {"out", (absolute / "film").string()}});
            const auto log = absolute / "model.log";
            auto ok = runProgram(words, log, m_options.timeoutMin * 60.0, job);
            auto film = ok ? filmIn(absolute, words.front()) : Result<fs::path>(Unexpected(ok.error()));
            std::error_code ignored;
            fs::remove(image, ignored);
            fs::remove(log, ignored);
            return film;
        });
    }

    Result<void> check(const JobContext&) override {
        const fs::path program = m_command.program();
        const auto runs = [](const fs::path& file) {
            std::error_code ignored;
            return fs::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0;
        };
        bool found = program.has_parent_path() && runs(program);
        const char* path = std::getenv("PATH");
        std::stringstream folders(path && !program.has_parent_path() ? path : "");
        for (std::string folder; !found && std::getline(folders, folder, ':');)
            found = runs(fs::path(folder) / program);
        if (!found)
            return fail(ErrorCode::MissingDependency,
                        "There is no such program; install it, or write its path into the command.",
                        program.string());
        return {};
    }

    nlohmann::ordered_json description() const override {
        return {{"backend", "command"}, {"command", m_command.text()}};
    }

private:
    static Result<fs::path> filmIn(const fs::path& folder, const std::string& program) {
        std::vector<fs::path> films;
        bool other = false;
        for (const auto& entry : fs::directory_iterator(folder)) {
            const auto name = entry.path().filename().string();
            if (!name.starts_with("film"))
                continue;
            if (isFilmExtension(entry.path().extension().string()))
                films.push_back(entry.path());
            else
                other = true;
        }
        if (films.size() == 1)
            return films.front();
        if (films.empty())
            return fail(ErrorCode::Unsupported,
                        fmt::format("{} ended well but wrote no film{}; end its output in {{out}}.mp4, "
                                    "{{out}}.webm or {{out}}.avi.",
                                    program, other ? " that can be read here" : ""));
        return fail(ErrorCode::Unsupported,
                    fmt::format("{} wrote {} films instead of one.", program, films.size()));
    }

    CommandTemplate m_command;
    ExternalModelOptions m_options;
};

} // namespace

Result<std::unique_ptr<ExternalModel>> makeCommandModel(const ExternalModelOptions& options) {
    auto command = CommandTemplate::parse(options.command);
    if (!command)
        return Unexpected(command.error());
    return std::make_unique<CommandModel>(std::move(*command), options);
}

} // namespace mien::synthesis
