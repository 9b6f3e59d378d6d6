// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/content_hash.h"

#include "core/media/image_folder.h"
#include "core/media/video_source.h"

#include <fstream>
#include <openssl/evp.h>

namespace mien::media {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t blockBytes = 64 << 10;
constexpr std::uint64_t blocks = 64;

Unexpected unreadable(const fs::path& path) {
    return fail(ErrorCode::Unreadable, "The file cannot be read; check its permissions and the disk.",
                path.string());
}

Result<void> addFile(Sha256& hash, const fs::path& path, const JobContext& job, double from, double share) {
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    const auto bytes = static_cast<double>(fs::file_size(path, error));
    if (!file || error)
        return unreadable(path);
    std::string buffer(std::size_t{4} << 20, '\0');
    double done = 0.0;
    while (file) {
        if (job.cancelled())
            return cancelled();
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(file.gcount())));
        done += static_cast<double>(file.gcount());
        job.progress(from + share * (bytes > 0 ? done / bytes : 1.0), "Reading the film's content");
    }
    if (file.bad())
        return unreadable(path);
    return {};
}

} // namespace

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
    EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size());
}

std::string Sha256::finish() {
    std::string digest(32, '\0');
    EVP_DigestFinal_ex(m_state->context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr);
    return digest;
}

std::string sha256Bytes(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

std::string toHex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char c : bytes) {
        hex += digits[static_cast<unsigned char>(c) >> 4];
        hex += digits[static_cast<unsigned char>(c) & 15];
    }
    return hex;
}

Result<std::string> quickFingerprint(const fs::path& path) {
    std::error_code error;
    const std::uint64_t bytes = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return unreadable(path);
    Sha256 hash;
    hash.add(std::to_string(bytes) + "\n");
    std::string buffer(blockBytes, '\0');
    const bool whole = bytes <= blocks * blockBytes;
    const std::uint64_t count = whole ? (bytes + blockBytes - 1) / blockBytes : blocks;
    for (std::uint64_t b = 0; b < count; ++b) {
        const std::uint64_t at = whole ? b * blockBytes : (bytes - blockBytes) * b / (blocks - 1);
        file.seekg(static_cast<std::streamoff>(at));
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(file.gcount())));
        if (file.bad())
            return unreadable(path);
        file.clear();
    }
    return toHex(hash.finish());
}

Result<std::string> contentSha256(const fs::path& path, const JobContext& job) {
    std::error_code error;
    if (!fs::exists(path, error))
        return fail(ErrorCode::NotFound, "There is no such file.", path.string());
    Sha256 hash;
    if (!fs::is_directory(path, error)) {
        if (auto added = addFile(hash, path, job, 0.0, 1.0); !added)
            return Unexpected(std::move(added).error());
        return toHex(hash.finish());
    }
    const auto images = listNumberedImages(path);
    if (!images)
        return Unexpected(images.error());
    const double share = 1.0 / static_cast<double>(images->size());
    for (std::size_t n = 0; n < images->size(); ++n) {
        const fs::path& image = (*images)[n].path;
        hash.add(image.filename().string() + '\0');
        if (auto added = addFile(hash, image, job, static_cast<double>(n) * share, share); !added)
            return Unexpected(std::move(added).error());
    }
    return toHex(hash.finish());
}

} // namespace mien::media
