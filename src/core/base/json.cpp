// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <nlohmann/json.hpp>

namespace mien {
namespace {

template <class Json>
std::string textOf(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace

nlohmann::json parseJson(std::string_view text) {
    return nlohmann::json::parse(text, nullptr, false);
}

nlohmann::ordered_json parseOrderedJson(std::string_view text) {
    return nlohmann::ordered_json::parse(text, nullptr, false);
}

std::string jsonText(const nlohmann::json& json, int indent) {
    return textOf(json, indent);
}

std::string jsonText(const nlohmann::ordered_json& json, int indent) {
    return textOf(json, indent);
}

} // namespace mien
