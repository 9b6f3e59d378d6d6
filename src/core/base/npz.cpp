// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/npz.h"

#include "core/base/file_io.h"
#include "core/base/npy_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <sstream>

namespace mien {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;
constexpr std::string_view kEnding = ".npy";

/// Bytes of one element; nothing for kinds without a fixed size (objects, structures).
std::optional<std::size_t> bytesEach(std::string_view kind) {
    if (kind.size() < 3 || (kind[0] != '<' && kind[0] != '|'))
        return {};
    std::size_t width = 0;
    const auto digits = kind.substr(2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), width);
    if (error != std::errc() || end != digits.data() + digits.size() || width == 0 || width > 4096)
        return {};
    return kind[1] == 'U' ? 4 * width : width;
}

/// True when `bytes` elements of `each` bytes fill the shape exactly.
bool fills(std::span<const std::size_t> shape, std::size_t each, std::size_t bytes) {
    if (std::find(shape.begin(), shape.end(), std::size_t{0}) != shape.end())
        return bytes == 0;
    std::size_t needed = each;
    for (const auto n : shape) {
        if (n > bytes || needed > bytes / n)
            return false;
        needed *= n;
    }
    return needed == bytes;
}

Unexpected misfit(std::span<const std::size_t> shape, const std::string& location) {
    return fail(ErrorCode::Corrupt,
                fmt::format("The array does not hold the elements of its shape {}.", npy::shapeText(shape)),
                location);
}

} // namespace

std::size_t NpzElements::count() const {
    std::size_t product = 1;
    for (const auto n : shape)
        product *= n;
    return product;
}

Result<NpzFile> NpzFile::open(const std::filesystem::path& path) {
    auto bytes = readTextFile(path, kMostBytes);
    if (!bytes)
        return Unexpected(bytes.error());
    NpzFile out;
    out.m_bytes = std::make_unique<std::string>(std::move(*bytes));
    auto archive = ZipArchive::open(*out.m_bytes, path.string());
    if (!archive)
        return Unexpected(archive.error());
    for (const auto& name : archive->names())
        if (name.ends_with(kEnding))
            out.m_names.push_back(name.substr(0, name.size() - kEnding.size()));
    std::sort(out.m_names.begin(), out.m_names.end());
    out.m_archive = std::move(*archive);
    return out;
}

std::string NpzFile::locationOf(const std::string& name) const {
    return fmt::format("{}:{}", m_archive->source(), name);
}

Result<std::string> NpzFile::content(const std::string& name) const {
    if (!std::binary_search(m_names.begin(), m_names.end(), name))
        return fail(ErrorCode::NotFound,
                    fmt::format("The file has no array \"{}\"; it has {}.", name, fmt::join(m_names, ", ")),
                    m_archive->source());
    return m_archive->read(name + std::string(kEnding), kMostBytes);
}

Result<NpyArray> NpzFile::read(const std::string& name) const {
    const auto bytes = content(name);
    if (!bytes)
        return Unexpected(bytes.error());
    std::istringstream stream(*bytes);
    const auto header = npy::readHeader(stream, locationOf(name));
    if (!header)
        return Unexpected(header.error());
    const auto needed = npy::bytesOf(header->type, header->shape);
    if (!needed || header->dataOffset > bytes->size() || *needed != bytes->size() - header->dataOffset)
        return misfit(header->shape, locationOf(name));
    NpyArray array{header->type, header->shape, std::vector<std::byte>(*needed)};
    if (*needed > 0)
        std::memcpy(array.bytes.data(), bytes->data() + header->dataOffset, *needed);
    return array;
}

Result<NpzElements> NpzFile::readElements(const std::string& name) const {
    auto bytes = content(name);
    if (!bytes)
        return Unexpected(bytes.error());
    std::istringstream stream(*bytes);
    auto header = npy::readAnyHeader(stream, locationOf(name));
    if (!header)
        return Unexpected(header.error());
    const auto each = bytesEach(header->kind);
    if (!each)
        return fail(ErrorCode::Unsupported,
                    fmt::format("Arrays of '{}' cannot be read.", header->kind.substr(0, 40)),
                    locationOf(name));
    bytes->erase(0, std::min(header->dataOffset, bytes->size()));
    if (!fills(header->shape, *each, bytes->size()))
        return misfit(header->shape, locationOf(name));
    return NpzElements{std::move(header->kind), std::move(header->shape), std::move(*bytes)};
}

} // namespace mien
