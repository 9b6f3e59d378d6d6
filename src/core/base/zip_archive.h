// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace mien {

/// A zip file held in memory (.xlsx, .npz), read part by part. What a part unpacks to is limited, whatever
/// its directory entry claims, so that a few kilobytes cannot fill the memory.
class ZipArchive {
public:
    /// `bytes` must outlive the archive. Corrupt where they are no zip file.
    static Result<ZipArchive> open(std::string_view bytes, std::string source);
    static bool looksLikeZip(std::string_view bytes);

    std::vector<std::string> names() const;
    bool has(const std::string& name) const;
    /// NotFound, Corrupt (damaged, encrypted), Unsupported (above maxBytes).
    Result<std::string> read(const std::string& name, std::uint64_t maxBytes) const;
    const std::string& source() const { return m_source; }

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> m_archive;
    std::string m_source;
};

} // namespace mien
