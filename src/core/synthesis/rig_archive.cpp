// SPDX-License-Identifier: GPL-3.0-or-later
// An .npz is a zip of .npy files. Only what rigs hold is read; core/base/npy writes and reads plain .npy
// files.
#include "core/synthesis/rig_archive.h"

#include <fmt/format.h>
#include <opencv2/core.hpp>
#include <zip.h>

#include <bit>
#include <cstring>

namespace mien::synthesis {
namespace {

/// Far above any face rig; refuses archives that would fill the memory.
constexpr zip_uint64_t kLargestEntry = zip_uint64_t{1} << 30;

struct ZipCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Result<std::string> entryOf(const std::filesystem::path& archive, const std::string& name) {
    int code = 0;
    const std::unique_ptr<zip_t, ZipCloser> zip(zip_open(archive.c_str(), ZIP_RDONLY, &code));
    if (!zip)
        return fail(code == ZIP_ER_NOENT ? ErrorCode::NotFound : ErrorCode::Corrupt,
                    "The rig's archive of arrays (.npz) cannot be opened.", archive.string());
    zip_stat_t stat;
    zip_stat_init(&stat);
    const auto entry = name + ".npy";
    if (zip_stat(zip.get(), entry.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
        return fail(ErrorCode::Corrupt, fmt::format("The rig's archive has no array \"{}\".", name),
                    archive.string());
    if (stat.size > kLargestEntry)
        return fail(ErrorCode::Unsupported, fmt::format("The rig's array \"{}\" is larger than 1 GiB.", name),
                    archive.string());
    const std::unique_ptr<zip_file_t, ZipCloser> file(zip_fopen(zip.get(), entry.c_str(), 0));
    std::string bytes(stat.size, '\0');
    zip_uint64_t done = 0;
    while (file && done < stat.size) {
        const auto got = zip_fread(file.get(), bytes.data() + done, stat.size - done);
        if (got <= 0)
            break;
        done += static_cast<zip_uint64_t>(got);
    }
    if (done != stat.size)
        return fail(ErrorCode::Corrupt, fmt::format("The rig's array \"{}\" is damaged.", name),
                    archive.string());
    return bytes;
}

struct Header {
    std::string kind; ///< e.g. "<f2"
    std::vector<std::size_t> shape;
    std::size_t begin = 0; ///< of the elements
};

/// The value of 'key' in the header's dictionary, up to the closing quote or bracket.
std::string valueOf(const std::string& dictionary, const std::string& key, char open, char close) {
    auto at = dictionary.find("'" + key + "'");
    if (at == std::string::npos)
        return {};
    at = dictionary.find(open, at + key.size() + 2);
    const auto end = at == std::string::npos ? at : dictionary.find(close, at + 1);
    return end == std::string::npos ? std::string() : dictionary.substr(at + 1, end - at - 1);
}

std::optional<Header> headerOf(const std::string& bytes) {
    if (bytes.size() < 12 || bytes.compare(0, 6, "\x93NUMPY") != 0)
        return {};
    const auto byte = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i]));
    };
    const bool wide = byte(6) > 1;
    const auto length = byte(8) + 256 * byte(9) + (wide ? 65536 * byte(10) : 0);
    Header header;
    header.begin = (wide ? 12 : 10) + length;
    if (header.begin > bytes.size())
        return {};
    const auto dictionary = bytes.substr(wide ? 12 : 10, length);
    header.kind = valueOf(dictionary, "descr", '\'', '\'');
    if (dictionary.find("'fortran_order': False") == std::string::npos)
        return {};
    const auto shape = valueOf(dictionary, "shape", '(', ')');
    for (std::size_t at = 0; at < shape.size();) {
        const auto end = std::min(shape.find(',', at), shape.size());
        const auto text = shape.substr(at, end - at);
        const auto digit = text.find_first_of("0123456789");
        if (digit != std::string::npos)
            header.shape.push_back(std::strtoull(text.c_str() + digit, nullptr, 10));
        at = end + 1;
    }
    return header;
}

Unexpected misfit(const std::filesystem::path& archive, const std::string& name) {
    return fail(ErrorCode::Corrupt,
                fmt::format("The rig's array \"{}\" is not an array of that name as NumPy writes it.", name),
                archive.string());
}

/// True when `bytes` elements of `each` bytes fill the shape exactly.
bool fills(const std::vector<std::size_t>& shape, std::size_t each, std::size_t bytes) {
    std::size_t needed = each;
    for (const auto n : shape) {
        if (n > bytes)
            return false;
        needed *= n;
    }
    return needed == bytes;
}

} // namespace

float RigArray::operator[](std::size_t i) const {
    const char* at = bytes.data() + i * static_cast<std::size_t>(bytesEach);
    if (bytesEach == 2) {
        cv::float16_t value;
        std::memcpy(static_cast<void*>(&value), at, sizeof value);
        return static_cast<float>(value);
    }
    if (bytesEach == 4) {
        float value = 0.0f;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    double value = 0.0;
    std::memcpy(&value, at, sizeof value);
    return static_cast<float>(value);
}

Result<RigArray> readRigArray(const std::filesystem::path& archive, const std::string& name) {
    static_assert(std::endian::native == std::endian::little);
    auto bytes = entryOf(archive, name);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto header = headerOf(*bytes);
    if (!header)
        return misfit(archive, name);
    RigArray array{header->shape, 0, {}};
    for (const auto& [kind, each] : {std::pair{"<f2", 2}, std::pair{"<f4", 4}, std::pair{"<f8", 8}})
        if (header->kind == kind)
            array.bytesEach = each;
    if (array.bytesEach == 0)
        return fail(
            ErrorCode::Unsupported,
            fmt::format("The rig's array \"{}\" holds elements of kind {}; float16, float32 or float64 "
                        "are read.",
                        name, header->kind),
            archive.string());
    bytes->erase(0, header->begin);
    array.bytes = std::move(*bytes);
    if (!fills(array.shape, static_cast<std::size_t>(array.bytesEach), array.bytes.size()))
        return misfit(archive, name);
    return array;
}

Result<std::vector<std::string>> readRigNames(const std::filesystem::path& archive, const std::string& name) {
    const auto bytes = entryOf(archive, name);
    if (!bytes)
        return Unexpected(bytes.error());
    const auto header = headerOf(*bytes);
    if (!header || !header->kind.starts_with("<U") || header->shape.size() != 1)
        return misfit(archive, name);
    const auto width = static_cast<std::size_t>(std::atoi(header->kind.c_str() + 2));
    if (width == 0 || width > 4096 || !fills(header->shape, 4 * width, bytes->size() - header->begin))
        return misfit(archive, name);
    std::vector<std::string> names(header->shape[0]);
    for (std::size_t n = 0; n < names.size(); ++n)
        for (std::size_t c = 0; c < width; ++c) {
            const char letter = (*bytes)[header->begin + 4 * (n * width + c)]; // UTF-32, names are ASCII
            if (letter != '\0')
                names[n] += letter;
        }
    return names;
}

} // namespace mien::synthesis
