// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace mien::media {

/// SHA-256 over data that comes in pieces; uses the processor's SHA instructions where it has them.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);
    /// The 32 bytes of the digest; nothing may be added afterwards.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

std::string sha256Bytes(std::string_view bytes);
std::string toHex(std::string_view bytes);

/// Names a file by its content quickly: SHA-256 of its size and of 64 blocks of 64 KiB spread evenly over it
/// (of all of it up to 4 MiB). Two films that differ only between those blocks share it, so it names cache
/// entries, not documents.
Result<std::string> quickFingerprint(const std::filesystem::path& path);

} // namespace mien::media
