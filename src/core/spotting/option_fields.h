// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace mien::spotting {

using Json = nlohmann::ordered_json;

/// Reads an object strictly: every field must be of its type and range, none may be unknown. Throws
/// std::runtime_error with a sentence, which guardedModel() in network_model.cpp turns into an Error.
class ObjectReader {
public:
    ObjectReader(const Json& object, std::string where) : m_object(object), m_where(std::move(where)) {
        if (!object.is_object())
            refuse("must be an object in braces");
    }

    bool has(std::string_view key) const { return m_object.contains(key); }
    const Json& at(std::string_view key) {
        m_known.insert(std::string(key));
        if (!m_object.contains(key))
            refuse(fmt::format("lacks \"{}\"", key));
        return m_object.at(std::string(key));
    }
    ObjectReader object(std::string_view key) {
        return ObjectReader(at(key), m_where.empty() ? std::string(key) : fmt::format("{}.{}", m_where, key));
    }
    template <class T>
    void take(std::string_view key, T& value, double min = 0.0, double max = 0.0) {
        value = number<T>(at(key), key);
        if constexpr (std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
            if (min < max && !(static_cast<double>(value) >= min && static_cast<double>(value) <= max))
                refuse(fmt::format("has \"{}\" = {}, which must lie within {} … {}", key, value, min, max));
    }
    /// A list of numbers, exactly `count` of them.
    std::vector<double> numbers(std::string_view key, std::size_t count) {
        const Json& list = at(key);
        if (!list.is_array() || list.size() != count)
            refuse(fmt::format("needs \"{}\" as a list of {} numbers", key, count));
        std::vector<double> values;
        for (const Json& one : list)
            values.push_back(number<double>(one, key));
        return values;
    }
    std::vector<std::string> texts(std::string_view key) {
        const Json& list = at(key);
        if (!list.is_array())
            refuse(fmt::format("needs \"{}\" as a list of texts", key));
        std::vector<std::string> values;
        for (const Json& one : list)
            values.push_back(number<std::string>(one, key));
        return values;
    }
    /// The fields of an options struct; those absent keep their value where `optional`.
    template <class Options>
    void options(Options& options, bool optional = false) {
        Options::visit(options, [&](auto& value, const OptionInfo& info) {
            if (optional && !has(info.name))
                return;
            take(info.name, value, info.min, info.max);
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
                if (!info.choices.empty() && std::ranges::find(info.choices, value) == info.choices.end())
                    refuse(fmt::format("has \"{}\" = \"{}\"; known are {}", info.name, value,
                                       fmt::join(info.choices, ", ")));
        });
    }
    void refuseOthers() const {
        for (const auto& [key, value] : m_object.items())
            if (!m_known.contains(key))
                refuse(fmt::format("has an unknown field \"{}\"", key));
    }
    [[noreturn]] void refuse(const std::string& why) const {
        throw std::runtime_error(
            fmt::format("{} {}.", m_where.empty() ? "The model" : "\"" + m_where + "\" of the model", why));
    }

private:
    template <class T>
    T number(const Json& json, std::string_view key) const {
        const bool fits = std::is_same_v<T, std::string> ? json.is_string()
                          : std::is_same_v<T, bool>      ? json.is_boolean()
                          : std::is_floating_point_v<T>  ? json.is_number()
                          : std::is_unsigned_v<T>        ? json.is_number_unsigned()
                                                         : json.is_number_integer() && inRange<T>(json);
        if (!fits)
            refuse(fmt::format("has \"{}\" = {}, where {} belongs", key, shown(json), kindOf<T>()));
        const T value = json.get<T>();
        if constexpr (std::is_floating_point_v<T>)
            if (!std::isfinite(value))
                refuse(fmt::format("has a \"{}\" that is not finite", key));
        return value;
    }
    template <class T>
    static bool inRange(const Json& json) {
        if constexpr (std::is_same_v<T, int>)
            return std::in_range<int>(json.get<std::int64_t>()) &&
                   !(json.is_number_unsigned() && !std::in_range<int>(json.get<std::uint64_t>()));
        return true;
    }
    static std::string shown(const Json& json) {
        std::string text = json.dump(-1, ' ', true, Json::error_handler_t::replace);
        return text.size() > 40 ? text.substr(0, 40) + "…" : text;
    }
    template <class T>
    static constexpr std::string_view kindOf() {
        return std::is_same_v<T, std::string> ? "a text in quotes"
               : std::is_same_v<T, bool>      ? "true or false"
               : std::is_floating_point_v<T>  ? "a number"
                                              : "a whole number";
    }

    const Json& m_object;
    std::string m_where;
    std::set<std::string, std::less<>> m_known;
};

template <class Options>
Json jsonOf(const Options& options) {
    Json out = Json::object();
    Options::visit(options,
                   [&](const auto& value, const OptionInfo& info) { out[std::string(info.name)] = value; });
    return out;
}

} // namespace mien::spotting
