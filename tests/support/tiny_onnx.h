// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace mien::test {

/// The smallest ONNX file that is a whole model: colours in, their means out (1×3×H×W to 1×3). Written field
/// by field as protocol buffers, so that no test needs a model from elsewhere. `side` 0: any size.
class TinyOnnx {
public:
    static void write(const std::filesystem::path& path, int side = 0) {
        const std::string graph = field(1, node("GlobalAveragePool", "picture", "pooled")) +
                                  field(1, node("Flatten", "pooled", "embedding")) + field(2, "tiny") +
                                  field(11, value("picture", {1, 3, side, side})) +
                                  field(12, value("embedding", {1, 3, 0, 0}));
        const std::string model = number(1, 7) + field(7, graph) + field(8, field(1, "") + number(2, 11));
        std::ofstream(path, std::ios::binary) << model;
    }

private:
    static std::string varint(std::uint64_t value) {
        std::string out;
        for (; value >= 128; value >>= 7)
            out += static_cast<char>(value | 128u);
        return out + static_cast<char>(value);
    }
    static std::string number(unsigned tag, std::uint64_t value) { return varint(tag << 3u) + varint(value); }
    static std::string field(unsigned tag, const std::string& bytes) {
        return varint(tag << 3u | 2u) + varint(bytes.size()) + bytes;
    }
    static std::string node(const char* kind, const char* from, const char* to) {
        return field(1, from) + field(2, to) + field(3, kind) + field(4, kind);
    }
    /// Its last two dimensions are left out for an embedding, and free where they are 0.
    static std::string value(const std::string& name, const std::vector<int>& dimensions) {
        std::string shape;
        for (std::size_t i = 0; i < (name == "embedding" ? 2u : dimensions.size()); ++i)
            shape += field(1, dimensions[i] > 0 ? number(1, static_cast<std::uint64_t>(dimensions[i]))
                                                : field(2, "side" + std::to_string(i)));
        return field(1, name) + field(2, field(1, number(1, 1) + field(2, shape)));
    }
};

} // namespace mien::test
