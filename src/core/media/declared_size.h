// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace mien::media {

/// Bytes that a film's head says the file has: AVI (size of its first RIFF chunk), Matroska and WebM (end of
/// the segment), ASF and WMV (file properties object). 0 where the head does not say, or for another format.
std::uint64_t declaredBytes(const std::filesystem::path& path);

} // namespace mien::media
