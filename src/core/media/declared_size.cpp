// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/declared_size.h"

#include <fstream>
#include <string>
#include <string_view>

namespace mien::media {
namespace {

using namespace std::string_view_literals;

std::uint64_t littleEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t n = bytes.size(); n-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[n]);
    return value;
}

/// EBML (RFC 8794, section 4): the number of leading zero bits gives the length; all bits set means unknown.
std::uint64_t matroskaEnd(std::string_view head) {
    const std::size_t segment = head.find("\x18\x53\x80\x67"sv);
    if (segment == head.npos || segment + 12 > head.size())
        return 0;
    const std::size_t at = segment + 4;
    const auto first = static_cast<unsigned char>(head[at]);
    int length = 1;
    while (length <= 8 && !(first & (0x80 >> (length - 1))))
        ++length;
    if (length > 8)
        return 0;
    std::uint64_t size = first & (0xff >> length);
    for (int n = 1; n < length; ++n)
        size = size << 8 | static_cast<unsigned char>(head[at + static_cast<std::size_t>(n)]);
    const bool unknown = size == (std::uint64_t{1} << 7 * length) - 1;
    return unknown ? 0 : at + static_cast<std::size_t>(length) + size;
}

/// The file properties object holds its GUID, its size (8 bytes), the file's GUID (16), the file's size (8).
std::uint64_t asfBytes(std::string_view head) {
    constexpr auto guid = "\xa1\xdc\xab\x8c\x47\xa9\xcf\x11\x8e\xe4\x00\xc0\x0c\x20\x53\x65"sv;
    const std::size_t at = head.find(guid);
    return at == head.npos || at + 48 > head.size() ? 0 : littleEndian(head.substr(at + 40, 8));
}

} // namespace

std::uint64_t declaredBytes(const std::filesystem::path& path) {
    std::string buffer(std::size_t{64} << 10, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto head = std::string_view(buffer).substr(0, static_cast<std::size_t>(file.gcount()));
    if (head.size() < 64)
        return 0;
    if (head.starts_with("RIFF") && head.substr(8, 3) == "AVI")
        return 8 + littleEndian(head.substr(4, 4));
    if (head.starts_with("\x1a\x45\xdf\xa3"sv))
        return matroskaEnd(head);
    if (head.starts_with("\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv))
        return asfBytes(head);
    return 0;
}

} // namespace mien::media
