// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/index_cache.h"

#include "core/media/content_hash.h"

#include <bit>
#include <cstring>
#include <fstream>
#include <sstream>
#include <unistd.h>

static_assert(std::endian::native == std::endian::little, "the cache's files are little-endian");

namespace mien::media {
namespace {

/// Bumped whenever the layout below, or the way a table is built, changes.
constexpr std::uint32_t version = 2;
constexpr std::string_view magic = "MIENTIME";
constexpr std::size_t checksumBytes = 32;

class Writer {
public:
    template <class T>
    void value(const T& v) {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<const char*>(&v), sizeof v);
    }
    template <class T>
    void list(const std::vector<T>& v) {
        value(static_cast<std::uint64_t>(v.size()));
        m_bytes.append(reinterpret_cast<const char*>(v.data()), v.size() * sizeof(T));
    }
    void text(std::string_view v) {
        value(static_cast<std::uint64_t>(v.size()));
        m_bytes.append(v);
    }
    std::string& bytes() { return m_bytes; }

private:
    std::string m_bytes;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    template <class T>
    bool value(T& v) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (m_rest.size() < sizeof v)
            return false;
        std::memcpy(&v, m_rest.data(), sizeof v);
        m_rest.remove_prefix(sizeof v);
        return true;
    }
    template <class T>
    bool list(std::vector<T>& v) {
        std::uint64_t count = 0;
        if (!value(count) || count > m_rest.size() / sizeof(T))
            return false;
        v.resize(count);
        if (count > 0)
            std::memcpy(v.data(), m_rest.data(), count * sizeof(T));
        m_rest.remove_prefix(count * sizeof(T));
        return true;
    }
    bool text(std::string& v) {
        std::vector<char> characters;
        if (!list(characters))
            return false;
        v.assign(characters.begin(), characters.end());
        return true;
    }
    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

std::string serialised(const FilmIndex& index) {
    Writer out;
    out.bytes().append(magic);
    out.value(version);
    out.value(index.identity);
    out.list(index.shownAs);
    out.list(index.keys);
    out.list(index.timesS);
    out.value(index.firstPtsS);
    out.value(index.fps.num);
    out.value(index.fps.den);
    out.value(static_cast<std::uint8_t>(index.constantRate));
    out.value(index.width);
    out.value(index.height);
    out.value(static_cast<std::uint64_t>(index.notes.size()));
    for (const std::string& note : index.notes)
        out.text(note);
    return std::move(out.bytes());
}

std::optional<FilmIndex> parsed(std::string_view bytes) {
    if (!bytes.starts_with(magic))
        return std::nullopt;
    Reader in(bytes.substr(magic.size()));
    FilmIndex index;
    std::uint32_t fileVersion = 0;
    std::uint8_t constantRate = 0;
    std::uint64_t notes = 0;
    if (!in.value(fileVersion) || fileVersion != version || !in.value(index.identity) ||
        !in.list(index.shownAs) || !in.list(index.keys) || !in.list(index.timesS) ||
        !in.value(index.firstPtsS) || !in.value(index.fps.num) || !in.value(index.fps.den) ||
        !in.value(constantRate) || !in.value(index.width) || !in.value(index.height) || !in.value(notes))
        return std::nullopt;
    index.constantRate = constantRate != 0;
    for (std::uint64_t n = 0; n < notes; ++n) {
        std::string note;
        if (!in.text(note))
            return std::nullopt;
        index.notes.push_back(std::move(note));
    }
    if (!in.atEnd() || index.timesS.empty() || index.keys.empty())
        return std::nullopt;
    index.prepare();
    return index;
}

} // namespace

std::filesystem::path IndexCache::fileFor(const std::string& fingerprint) const {
    return m_folder / (fingerprint + ".frames");
}

std::optional<FilmIndex> IndexCache::load(const std::string& fingerprint) const {
    std::ifstream file(fileFor(fingerprint), std::ios::binary);
    if (!file)
        return std::nullopt;
    std::ostringstream all;
    all << file.rdbuf();
    const std::string bytes = std::move(all).str();
    if (bytes.size() <= checksumBytes)
        return std::nullopt;
    const std::string_view body = std::string_view(bytes).substr(0, bytes.size() - checksumBytes);
    if (sha256Bytes(body) != std::string_view(bytes).substr(body.size()))
        return std::nullopt;
    return parsed(body);
}

Result<void> IndexCache::store(const std::string& fingerprint, const FilmIndex& index) const {
    const auto path = fileFor(fingerprint);
    const auto failed = [&] {
        return fail(ErrorCode::WriteFailed,
                    "The film's table of time stamps cannot be kept; it will be built again next time.",
                    path.string());
    };
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    const std::filesystem::path temporary = path.string() + "." + std::to_string(::getpid()) + ".part";
    {
        std::string bytes = serialised(index);
        bytes += sha256Bytes(bytes);
        std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) {
            std::filesystem::remove(temporary, error);
            return failed();
        }
    }
    std::filesystem::rename(temporary, path, error);
    if (error) {
        std::filesystem::remove(temporary, error);
        return failed();
    }
    return {};
}

} // namespace mien::media
