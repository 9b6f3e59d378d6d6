// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/causal/pag.h"
#include "support/verify.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mien::causal::test {

using Json = nlohmann::json;

inline Json readShared(const char* relative) {
    return parseJson(readTextFile(mien::test::sharedData(relative)).value_or(""));
}

inline Mark markOf(const std::string& word) {
    return word == "tail" ? Mark::Tail : word == "arrow" ? Mark::Arrow : Mark::Circle;
}

/// Edges [a, end at a, end at b, b]; nodes in the order of their first mention.
inline Pag graphOf(const Json& edges) {
    std::vector<std::string> names;
    for (const auto& e : edges)
        for (const std::size_t end : {0u, 3u})
            if (const auto name = e[end].get<std::string>();
                std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
    Pag graph(names);
    const auto place = [&](const Json& name) {
        return static_cast<int>(std::find(names.begin(), names.end(), name.get<std::string>()) -
                                names.begin());
    };
    for (const auto& e : edges)
        graph.connect(place(e[0]), place(e[3]), markOf(e[1]), markOf(e[2]), Reason::Given);
    return graph;
}

} // namespace mien::causal::test
