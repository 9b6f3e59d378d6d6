// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/landmark_forest.h"

#include "core/base/guarded.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace mien::face {
namespace {

/// What the reader throws inside this file; turned into ErrorCode::Corrupt at the border.
struct Damaged : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void require(bool condition, const char* what) {
    if (!condition)
        throw Damaged(what);
}

class ByteReader {
public:
    explicit ByteReader(std::ifstream& in) : m_in(in), m_buffer(kBlock + kLongestInteger) {}

    std::int64_t integer() {
        if (m_end - m_at < kLongestInteger)
            fill();
        require(m_at < m_end, "the file ends too early");
        const unsigned head = m_buffer[m_at++];
        const std::size_t size = head & 0x0Fu;
        require(size >= 1 && size <= 8, "a number is malformed");
        require(m_end - m_at >= size, "the file ends too early");
        std::uint64_t
            value; // eight bytes at once, those of the next number cut off: a model holds 35 million numbers
        std::memcpy(&value, m_buffer.data() + m_at, sizeof value);
        value &= ~std::uint64_t{0} >> (64 - 8 * size);
        m_at += size;
        const auto magnitude = static_cast<std::int64_t>(value);
        return (head & 0x80u) != 0 ? -magnitude : magnitude;
    }

    std::size_t count(std::size_t low, std::size_t high, const char* what) {
        const std::int64_t n = integer();
        require(n >= static_cast<std::int64_t>(low) && n <= static_cast<std::int64_t>(high), what);
        return static_cast<std::size_t>(n);
    }

    float real() {
        const std::int64_t mantissa = integer();
        const std::int64_t exponent = integer();
        // 32000 and above stand for infinities and NaN, which no sound model contains.
        require(exponent > -1022 && exponent < 1023, "a number is not finite");
        const auto power = std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
        return static_cast<float>(static_cast<double>(mantissa) * power);
    }

    void columnHeader(std::size_t rows) {
        require(std::abs(integer()) == static_cast<std::int64_t>(rows) && std::abs(integer()) == 1,
                "it does not describe 68 points");
    }

private:
    static constexpr std::size_t kLongestInteger = 9;
    static constexpr std::size_t kBlock = 1 << 20;
    static_assert(std::endian::native == std::endian::little,
                  "the file's numbers are read as they lie there");

    void fill() {
        const std::size_t rest = m_end - m_at;
        std::memmove(m_buffer.data(), m_buffer.data() + m_at, rest);
        m_in.read(reinterpret_cast<char*>(m_buffer.data() + rest),
                  static_cast<std::streamsize>(kBlock - rest));
        m_at = 0;
        m_end = rest + static_cast<std::size_t>(m_in.gcount());
    }

    std::ifstream& m_in;
    std::vector<unsigned char> m_buffer; ///< a block, and room to read a whole number beyond its end
    std::size_t m_at = 0;
    std::size_t m_end = 0;
};

void readTree(ByteReader& in, LandmarkForest& forest, Cascade& cascade) {
    const std::size_t splits = in.count(1, 1023, "a tree has an impossible number of nodes");
    if (forest.leavesPerTree == 0) {
        require(std::has_single_bit(splits + 1), "its trees are not complete");
        forest.leavesPerTree = splits + 1;
    }
    require(splits + 1 == forest.leavesPerTree, "its trees differ in size");
    for (std::size_t i = 0; i < splits; ++i) {
        Split split;
        split.first = static_cast<std::uint16_t>(in.count(0, 65535, "a node looks at an impossible pixel"));
        split.second = static_cast<std::uint16_t>(in.count(0, 65535, "a node looks at an impossible pixel"));
        split.threshold = in.real();
        cascade.splits.push_back(split);
    }
    in.count(splits + 1, splits + 1, "a tree has the wrong number of leaves");
    const std::size_t start = cascade.leaves.size();
    cascade.leaves.resize(start + forest.leavesPerTree * kLeafStride, 0.0f);
    for (std::size_t leaf = 0; leaf < forest.leavesPerTree; ++leaf) {
        in.columnHeader(kShapeFloats);
        float* row = cascade.leaves.data() + start + leaf * kLeafStride;
        for (std::size_t i = 0; i < kShapeFloats; ++i)
            row[i] = in.real();
    }
}

LandmarkForest readForest(ByteReader& in) {
    LandmarkForest forest;
    require(in.integer() == 1, "it is not a shape predictor of format version 1");
    in.columnHeader(kShapeFloats);
    for (float& value : forest.meanShape)
        value = in.real();

    forest.cascades.resize(in.count(1, 200, "it has an impossible number of stages"));
    for (Cascade& cascade : forest.cascades) {
        cascade.trees = in.count(1, 100000, "a stage has an impossible number of trees");
        for (std::size_t tree = 0; tree < cascade.trees; ++tree) {
            readTree(in, forest, cascade);
            if (tree == 0) { // the sizes are known now: reserve once, so that memory peaks at what is kept
                cascade.leaves.reserve(cascade.trees * forest.leavesPerTree * kLeafStride);
                cascade.splits.reserve(cascade.trees * (forest.leavesPerTree - 1));
            }
        }
    }

    in.count(forest.cascades.size(), forest.cascades.size(), "its stages and its anchors disagree");
    for (Cascade& cascade : forest.cascades) {
        cascade.anchor.resize(in.count(1, 65536, "a stage looks at an impossible number of pixels"));
        for (std::uint8_t& anchor : cascade.anchor)
            anchor = static_cast<std::uint8_t>(in.count(0, 67, "a pixel hangs on a point beyond the 68th"));
        for (const Split& split : cascade.splits)
            require(split.first < cascade.anchor.size() && split.second < cascade.anchor.size(),
                    "a node looks at a pixel that does not exist");
    }
    in.count(forest.cascades.size(), forest.cascades.size(), "its stages and its offsets disagree");
    for (Cascade& cascade : forest.cascades) {
        in.count(cascade.anchor.size(), cascade.anchor.size(), "its anchors and its offsets disagree");
        for (std::size_t i = 0; i < cascade.anchor.size(); ++i) {
            cascade.deltaX.push_back(in.real());
            cascade.deltaY.push_back(in.real());
        }
    }
    return forest;
}

} // namespace

Result<LandmarkForest> readLandmarkForest(const std::filesystem::path& path) {
    std::error_code ignored;
    std::ifstream file;
    if (std::filesystem::is_regular_file(path, ignored)) // opening a pipe would wait for ever
        file.open(path, std::ios::binary);
    if (!file.is_open())
        return fail(ErrorCode::Unreadable, "The landmark model cannot be opened; check its permissions.",
                    path.string());
    return guarded(path.string(), [&]() -> Result<LandmarkForest> {
        try {
            ByteReader in(file);
            return readForest(in);
        } catch (const Damaged& damage) {
            return fail(
                ErrorCode::Corrupt,
                fmt::format("This is not a sound 68-point landmark model ({}); install Debian's package "
                            "libdlib-data again or choose another file.",
                            damage.what()),
                path.string());
        }
    });
}

} // namespace mien::face
