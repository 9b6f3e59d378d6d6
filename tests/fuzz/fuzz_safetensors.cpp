// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/safetensors.h"
#include "fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace mien;

namespace {

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

bool wellFormed(const nn::WeightFile& file) {
    for (const auto& [name, tensor] : file.tensors) {
        std::size_t count = 1;
        for (const auto side : tensor.shape)
            count *= static_cast<std::size_t>(side);
        if (count != tensor.values.size())
            return false;
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = nn::parseSafetensors({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!read) {
        require(!read.error().message.empty(), "an error without a sentence");
        return 0;
    }
    require(wellFormed(*read), "a tensor whose shape and values differ");
    const std::string bytes = nn::safetensorsBytes(*read);
    const auto again = nn::parseSafetensors(bytes, "again");
    require(again.has_value(), "what was read cannot be written and read again");
    require(nn::safetensorsBytes(*again) == bytes, "writing twice gives other bytes");
    return 0;
}

std::vector<std::string> mienFuzzSeeds() {
    nn::WeightFile file;
    file.tensors["graph.0.weight"] = {{2, 3}, {1.0f, -2.5f, 3.0f, 0.0f, 4.0f, 5.0f}};
    file.tensors["graph.0.bias"] = {{3}, {1.0f, 2.0f, 3.0f}};
    file.tensors["adam.steps"] = {{}, {17.0f}};
    file.metadata["format"] = "pt";
    std::vector<std::string> seeds{nn::safetensorsBytes(file), nn::safetensorsBytes({})};
    for (
        const std::string header :
        {R"({"a":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]},"b":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}})",
         R"({"a":{"dtype":"F32","shape":[0,9],"data_offsets":[0,0]},"b":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})"}) {
        const std::uint64_t length = header.size();
        std::string bytes(8, '\0');
        std::memcpy(bytes.data(), &length, 8);
        seeds.push_back(bytes + header + std::string(16, '\x3c'));
    }
    return seeds;
}
