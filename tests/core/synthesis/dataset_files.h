// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/synthesis/dataset_write.h"
#include "support/verify.h"

#include <fstream>
#include <map>
#include <sstream>

namespace mien::test {

using Json = nlohmann::ordered_json;

/// A spec of small, quick clips of the portrait that is shipped.
inline Json smallDataset() {
    return parseOrderedJson(R"({
        "name": "small", "seed": 5,
        "people": [
            {"id": "ada", "portraits": ["resources/demo/astronaut.png"], "split": "train",
             "demographics": {"gender": "female", "age": "40-60"}},
            {"id": "bea", "portraits": ["resources/demo/astronaut.png"], "split": "test",
             "demographics": {"gender": "female"}}],
        "emotions": ["happiness", "surprise"],
        "counts": {"clips": 1, "per": "person", "by": "label"},
        "film": {"frames": 24, "fps": 24, "size": 64, "codec": "ffv1"},
        "expressions": {"neutral_s": 0.1}
    })");
}

inline Result<synthesis::DatasetSpec> specOf(const Json& json) {
    return synthesis::datasetSpecFromJson(json, MIEN_SOURCE_DIR);
}

inline std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// Every file of a folder and its bytes, command.txt left out: the only one that may differ.
inline std::map<std::string, std::string> treeOf(const std::filesystem::path& folder) {
    std::map<std::string, std::string> tree;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().filename() != "command.txt")
            tree[entry.path().lexically_relative(folder).string()] = bytesOf(entry.path());
    return tree;
}

} // namespace mien::test
