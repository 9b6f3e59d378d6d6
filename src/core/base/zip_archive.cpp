// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

namespace mien {
namespace {

/// Far above the parts of any workbook or the arrays of any clip; below, listing names stays quick.
constexpr zip_int64_t kMostParts = 100'000;

} // namespace

void ZipArchive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

bool ZipArchive::looksLikeZip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string source) {
    ZipArchive out;
    out.m_source = std::move(source);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* raw = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip* archive = raw != nullptr ? zip_open_from_source(raw, ZIP_RDONLY, &error) : nullptr;
    if (archive == nullptr && raw != nullptr)
        zip_source_free(raw);
    zip_error_fini(&error);
    if (archive == nullptr)
        return fail(ErrorCode::Corrupt,
                    "The file is damaged or cut off: its list of contents cannot be read; copy it again.",
                    out.m_source);
    out.m_archive.reset(archive);
    if (zip_get_num_entries(archive, 0) > kMostParts)
        return fail(ErrorCode::Unsupported, "The file claims more parts than any table or array file has.",
                    out.m_source);
    return out;
}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> out;
    const auto count = zip_get_num_entries(m_archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(m_archive.get(), static_cast<zip_uint64_t>(i), 0))
            out.emplace_back(name);
    return out;
}

bool ZipArchive::has(const std::string& name) const {
    return zip_name_locate(m_archive.get(), name.c_str(), 0) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& name, std::uint64_t maxBytes) const {
    const auto index = zip_name_locate(m_archive.get(), name.c_str(), 0);
    if (index < 0)
        return fail(ErrorCode::NotFound, fmt::format("The file has no part \"{}\".", name), m_source);
    struct CloseFile {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };
    const std::unique_ptr<zip_file_t, CloseFile> file(
        zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0));
    const auto damaged = [&] {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The part \"{}\" of this file is damaged or encrypted.", name), m_source);
    };
    if (!file)
        return damaged();
    std::string content;
    std::vector<char> block(1 << 16);
    while (true) {
        const auto got = zip_fread(file.get(), block.data(), block.size());
        if (got < 0)
            return damaged();
        if (got == 0)
            return content;
        content.append(block.data(), static_cast<std::size_t>(got));
        if (content.size() > maxBytes)
            return fail(ErrorCode::Unsupported,
                        fmt::format("The part \"{}\" unpacks to more than {} MiB, which no file of this kind "
                                    "needs; is it one?",
                                    name, maxBytes >> 20),
                        m_source);
    }
}

} // namespace mien
