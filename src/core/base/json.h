// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace mien {

// JSON text in and out. The library's parser and writer are templates that cost a file 2 s to compile and 8 s
// under the sanitizers; here they are compiled once.

/// The value that `text` says; `is_discarded()` of it where the text is not JSON. Never throws on bad text.
[[nodiscard]] nlohmann::json parseJson(std::string_view text);

/// The same with members in the order of the text.
[[nodiscard]] nlohmann::ordered_json parseOrderedJson(std::string_view text);

/// `json` as text: on one line, or with `indent` spaces a level. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonText(const nlohmann::json& json, int indent = -1);
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json& json, int indent = -1);

} // namespace mien
