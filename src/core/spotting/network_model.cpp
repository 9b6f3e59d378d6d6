// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/network_model.h"

#include "core/base/file_io.h"
#include "core/base/sha256.h"

#include <cmath>
#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <unistd.h>

namespace mien::spotting {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostManifestBytes = std::uintmax_t{1} << 20;
constexpr std::uintmax_t kMostWeightBytes = std::uintmax_t{512} << 20;

Result<NetworkModel> manifestOf(const fs::path& folder) {
    std::error_code ec;
    if (!fs::is_directory(folder, ec))
        return fail(ErrorCode::NotFound, "There is no such model; name the folder that holds its model.json.",
                    folder.string());
    const auto text = readTextFile(folder / kModelFile, kMostManifestBytes);
    if (!text)
        return Unexpected(
            text.error().code == ErrorCode::NotFound
                ? Error{ErrorCode::NotFound,
                        "This folder holds no model.json; of a training, name its folder “model”.",
                        folder.string()}
                : text.error());
    return parseModel(*text, (folder / kModelFile).string());
}

/// First thing of a model that is not a finite number; empty where all are.
std::string_view notFinite(const ModelFolder& folder) {
    const auto bad = [](const auto& values) {
        return std::ranges::any_of(values, [](auto v) { return !std::isfinite(v); });
    };
    const NetworkModel& model = folder.model;
    if (bad(model.normalisation.mean) || bad(model.normalisation.deviation))
        return "the normalisation";
    if (bad(model.prior))
        return "the prior";
    if (bad(model.correction.null) || bad(model.correction.masked))
        return "the correction";
    for (const auto& [name, tensor] : folder.weights)
        if (bad(tensor.values))
            return name;
    return {};
}

Result<void> writeFiles(const fs::path& into, const ModelFolder& folder) {
    const std::string weights = nn::safetensorsBytes({folder.weights, {{"format", "mien"}}});
    if (auto ok = writeFileAtomically(into / kWeightsFile, weights); !ok)
        return ok;
    if (auto ok = writeFileAtomically(into / kCardFile, folder.card); !ok)
        return ok;
    // What is written must be readable: a manifest that our own reader refuses is an error now, not later.
    const std::string json = modelJson(folder.model, sha256Of(weights));
    if (const auto again = parseModel(json, std::string(kModelFile)); !again)
        return fail(ErrorCode::InvalidArgument, again.error().message, again.error().location);
    return writeFileAtomically(into / kModelFile, json);
}

/// `made` becomes `folder`, which exchanges its place with what stood there.
Result<void> putInPlace(const fs::path& made, const fs::path& folder, bool exchange) {
    const unsigned flags = exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), flags) == 0)
        return {};
    std::error_code ec; // file systems without these flags
    if (exchange)
        fs::remove_all(folder, ec);
    if (!ec && (exchange || !fs::exists(folder, ec)))
        fs::rename(made, folder, ec);
    else if (!ec)
        ec = std::make_error_code(std::errc::file_exists);
    if (ec)
        return fail(ErrorCode::WriteFailed, "The model could not be put there: " + ec.message() + ".",
                    folder.string());
    return {};
}

} // namespace

bool Retrained::replaces(const NetworkModel* model) const {
    if (!oldWeights.empty())
        return model && model->weightsSha256 == oldWeights;
    return old == (model ? std::string_view(model->name) : kRulesName);
}

fs::path shippedModel(std::string_view name) {
    std::error_code ignored;
    std::vector<fs::path> folders;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    if (const char* chosen = std::getenv("MIEN_MODELS"))
        folders.emplace_back(chosen);
    else
        for (const char* folder :
             {"../../share/mien/models", "../share/mien/models", "../../../../models", "../../../models"})
            folders.push_back(program / folder);
    for (const auto& folder : folders)
        if (fs::exists(folder / name / kModelFile, ignored))
            return fs::weakly_canonical(folder / name, ignored);
    return {};
}

Result<NetworkModel> readModelManifest(const fs::path& folder) {
    return manifestOf(folder);
}

Result<ModelFolder> readModel(const fs::path& folder) {
    auto manifest = manifestOf(folder);
    if (!manifest)
        return Unexpected(std::move(manifest).error());
    const auto file = folder / kWeightsFile;
    const auto bytes = readTextFile(file, kMostWeightBytes);
    if (!bytes)
        return Unexpected(bytes.error().code == ErrorCode::NotFound
                              ? Error{ErrorCode::NotFound, "The model's weights are missing.", file.string()}
                              : bytes.error());
    if (sha256Of(*bytes) != manifest->weightsSha256)
        return fail(ErrorCode::Corrupt,
                    "These are not the weights that the model was made with, or they were damaged; fetch the "
                    "model again.",
                    file.string());
    auto weights = nn::parseSafetensors(*bytes, file.string());
    if (!weights)
        return Unexpected(std::move(weights).error());
    ModelFolder out{*std::move(manifest), std::move(weights->tensors), {}};
    if (auto card = readTextFile(folder / kCardFile, kMostManifestBytes))
        out.card = *std::move(card);
    return out;
}

Result<void> writeModel(const fs::path& folder, const ModelFolder& model, bool replace) {
    if (const auto what = notFinite(model); !what.empty())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The model cannot be written: {} holds a number that is not finite.", what),
                    folder.string());
    const fs::path target = fs::absolute(folder).lexically_normal();
    const fs::path parent = target.has_filename() ? target.parent_path() : target.parent_path().parent_path();
    const fs::path name = target.has_filename() ? target.filename() : target.parent_path().filename();
    std::error_code ec;
    const bool there = fs::exists(parent / name, ec);
    const bool isModel = fs::is_regular_file(parent / name / kModelFile, ec);
    const bool isEmpty = fs::is_directory(parent / name, ec) && fs::is_empty(parent / name, ec);
    if (there && !isEmpty && !(replace && isModel))
        return fail(ErrorCode::WriteFailed,
                    isModel ? "A model stands there already; choose another name."
                            : "Something else stands there; choose another name.",
                    folder.string());
    const fs::path made = parent / fmt::format(".{}.{}.part", name.string(), ::getpid());
    fs::create_directories(made, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, "The folder cannot be made: " + ec.message() + ".",
                    folder.string());
    auto written = writeFiles(made, model);
    if (written)
        written = putInPlace(made, parent / name, there);
    fs::remove_all(made, ec);
    return written;
}

} // namespace mien::spotting
