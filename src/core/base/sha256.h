// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace mien {

/// SHA-256 (FIPS 180-4) fed piece by piece.
class Sha256 {
public:
    void update(std::string_view bytes);
    /// 64 lower-case hex digits; nothing may be fed afterwards.
    std::string hex();

private:
    void block(const unsigned char* bytes);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> m_pending{};
    std::size_t m_pendingBytes = 0;
    std::uint64_t m_totalBytes = 0;
};

std::string sha256Of(std::string_view bytes);
Result<std::string> sha256OfFile(const std::filesystem::path& path, const JobContext& job);

} // namespace mien
