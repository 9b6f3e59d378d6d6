// SPDX-License-Identifier: GPL-3.0-or-later
// A .npz file is a zip archive of .npy files, stored or deflated (numpy.savez, numpy.savez_compressed).
#include "core/dataset/feature_array.h"

#include "core/annotation/csv.h"
#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/npy_header.h"
#include "core/dataset/zip_archive.h"

#include <fmt/format.h>

#include <cstring>
#include <sstream>

namespace mien::dataset {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;
constexpr std::string_view kEnding = ".npy";

std::vector<std::string> arraysOf(const ZipArchive& archive) {
    std::vector<std::string> out;
    for (auto& name : archive.names())
        if (name.ends_with(kEnding))
            out.push_back(name.substr(0, name.size() - kEnding.size()));
    std::sort(out.begin(), out.end());
    return out;
}

Result<NpyArray> arrayFrom(const std::string& bytes, const std::string& location) {
    std::istringstream stream(bytes);
    const auto header = npy::readHeader(stream, location);
    if (!header)
        return Unexpected(header.error());
    const auto needed = npy::bytesOf(header->type, header->shape);
    if (!needed || header->dataOffset > bytes.size() || *needed != bytes.size() - header->dataOffset)
        return fail(ErrorCode::Corrupt,
                    fmt::format("The array does not hold the elements of its shape {}.",
                                npy::shapeText(header->shape)),
                    location);
    NpyArray array{header->type, header->shape, std::vector<std::byte>(*needed)};
    if (*needed > 0)
        std::memcpy(array.bytes.data(), bytes.data() + header->dataOffset, *needed);
    return array;
}

} // namespace

Result<std::vector<std::string>> listArrays(const std::filesystem::path& npz) {
    const auto bytes = readTextFile(npz, kMostBytes);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto archive = ZipArchive::open(*bytes, npz.string());
    if (!archive)
        return Unexpected(archive.error());
    return arraysOf(*archive);
}

Result<NpyArray> readFeatures(const FeatureArray& features) {
    return guarded(features.file.string(), [&]() -> Result<NpyArray> {
        if (annotation::lowerCase(features.file.extension().string()) != ".npz")
            return readNpy(features.file);
        const auto bytes = readTextFile(features.file, kMostBytes);
        if (!bytes)
            return Unexpected(bytes.error());
        const auto archive = ZipArchive::open(*bytes, features.file.string());
        if (!archive)
            return Unexpected(archive.error());
        const auto names = arraysOf(*archive);
        std::string name = features.name;
        if (name.empty() && names.size() == 1)
            name = names.front();
        if (std::find(names.begin(), names.end(), name) == names.end())
            return fail(
                ErrorCode::NotFound,
                fmt::format("Name one of the file's arrays behind a colon: {}.", fmt::join(names, ", ")),
                features.file.string());
        const auto content = archive->read(name + std::string(kEnding), kMostBytes);
        if (!content)
            return Unexpected(content.error());
        return arrayFrom(*content, fmt::format("{}:{}", features.file.string(), name));
    });
}

} // namespace mien::dataset
