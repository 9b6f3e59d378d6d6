// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <bit>
#include <cstring>
#include <fstream>
#include <vector>

namespace mien {
namespace {

constexpr std::array<std::uint32_t, 64> kRound{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t kReadBytes = std::size_t{1} << 20;

} // namespace

void Sha256::block(const unsigned char* bytes) {
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i)
        w[i] = std::uint32_t{bytes[4 * i]} << 24 | std::uint32_t{bytes[4 * i + 1]} << 16 |
               std::uint32_t{bytes[4 * i + 2]} << 8 | std::uint32_t{bytes[4 * i + 3]};
    for (std::size_t i = 16; i < 64; ++i) {
        const auto s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
        const auto s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = m_state;
    for (std::size_t i = 0; i < 64; ++i) {
        const auto s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const auto t1 = h + s1 + ((e & f) ^ (~e & g)) + kRound[i] + w[i];
        const auto s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const auto t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    const std::array<std::uint32_t, 8> mixed{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i)
        m_state[i] += mixed[i];
}

void Sha256::update(std::string_view bytes) {
    m_totalBytes += bytes.size();
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    auto left = bytes.size();
    while (left > 0) {
        if (m_pendingBytes == 0 && left >= 64) {
            block(data);
            data += 64, left -= 64;
            continue;
        }
        const auto taken = std::min<std::size_t>(64 - m_pendingBytes, left);
        std::memcpy(m_pending.data() + m_pendingBytes, data, taken);
        m_pendingBytes += taken, data += taken, left -= taken;
        if (m_pendingBytes == 64) {
            block(m_pending.data());
            m_pendingBytes = 0;
        }
    }
}

std::string Sha256::hex() {
    const std::uint64_t bits = m_totalBytes * 8;
    static constexpr char kPadding[64] = {'\x80'};
    update({kPadding, m_pendingBytes < 56 ? 56 - m_pendingBytes : 120 - m_pendingBytes});
    char length[8];
    for (int i = 0; i < 8; ++i)
        length[i] = static_cast<char>(bits >> (56 - 8 * i));
    update({length, 8});
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (const auto word : m_state)
        for (int shift = 28; shift >= 0; shift -= 4)
            text += kHex[word >> shift & 15];
    return text;
}

std::string sha256Of(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.hex();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path, const JobContext& job) {
    std::error_code ignored;
    std::ifstream file;
    if (std::filesystem::is_regular_file(path, ignored)) // opening a pipe would wait for ever
        file.open(path, std::ios::binary);
    if (!file.is_open())
        return fail(ErrorCode::Unreadable, "The file cannot be opened for reading.", path.string());
    Sha256 hash;
    std::vector<char> buffer(kReadBytes);
    while (file) {
        if (job.cancelled())
            return cancelled();
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.update({buffer.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (file.bad())
        return fail(ErrorCode::Unreadable, "The file cannot be read to its end.", path.string());
    return hash.hex();
}

} // namespace mien
