// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace mien::synthesis {

/// Takes fields out of an object and notes which were known; throws with a sentence of its own on a wrong
/// kind.
class Fields {
public:
    Fields(const nlohmann::ordered_json& object, std::string what)
        : m_object(object), m_what(std::move(what)) {
        if (!object.is_object())
            throw std::runtime_error(fmt::format("{} must be an object in braces.", m_what));
    }
    template <class T>
    bool take(const std::string& key, T& value) {
        m_known.insert(key);
        if (!m_object.contains(key))
            return false;
        const auto& json = m_object.at(key);
        const bool fits = std::is_same_v<T, std::string> ? json.is_string()
                          : std::is_same_v<T, bool>      ? json.is_boolean()
                          : std::is_floating_point_v<T>  ? json.is_number()
                          : std::is_unsigned_v<T>        ? json.is_number_unsigned()
                                                         : json.is_number_integer();
        if (!fits)
            throw std::runtime_error(fmt::format("{} has \"{}\" = {}, where {} belongs.", m_what, key,
                                                 jsonText(json), kindOf<T>()));
        value = json.get<T>();
        return true;
    }
    const nlohmann::ordered_json* list(const std::string& key) {
        m_known.insert(key);
        if (!m_object.contains(key))
            return nullptr;
        if (!m_object.at(key).is_array())
            throw std::runtime_error(
                fmt::format("{} has a \"{}\" that is no list in brackets.", m_what, key));
        return &m_object.at(key);
    }
    const nlohmann::ordered_json* any(const std::string& key) {
        m_known.insert(key);
        return m_object.contains(key) ? &m_object.at(key) : nullptr;
    }
    void refuseOthers() const {
        for (const auto& [key, value] : m_object.items())
            if (!m_known.contains(key))
                throw std::runtime_error(fmt::format("{} has an unknown field \"{}\"; known are {}.", m_what,
                                                     key, fmt::join(m_known, ", ")));
    }
    /// The object in the field, or nullptr where it is absent.
    const nlohmann::ordered_json* object(const std::string& key) {
        m_known.insert(key);
        if (!m_object.contains(key))
            return nullptr;
        if (!m_object.at(key).is_object())
            throw std::runtime_error(
                fmt::format("{} has a \"{}\" that is no object in braces.", m_what, key));
        return &m_object.at(key);
    }
    /// "x": [low, high] with low <= high, both within min … max.
    void takeRange(const std::string& key, std::pair<double, double>& range, double min, double max) {
        const auto* json = list(key);
        if (json == nullptr)
            return;
        if (json->size() != 2 || !json->at(0).is_number() || !json->at(1).is_number())
            throw std::runtime_error(
                fmt::format("{} needs \"{}\" as two numbers, [low, high].", m_what, key));
        range = {json->at(0).get<double>(), json->at(1).get<double>()};
        if (!(range.first >= min && range.first <= range.second && range.second <= max))
            throw std::runtime_error(
                fmt::format("{} has \"{}\" = [{}, {}]; it must rise and lie within {} … {}.", m_what, key,
                            range.first, range.second, min, max));
    }
    /// A number within min … max.
    void takeNumber(const std::string& key, double& value, double min, double max) {
        take(key, value);
        if (!(value >= min && value <= max))
            throw std::runtime_error(
                fmt::format("{} has \"{}\" = {}; it must lie within {} … {}.", m_what, key, value, min, max));
    }
    void takeNumber(const std::string& key, int& value, int min, int max) {
        std::int64_t wide = value;
        take(key, wide);
        if (wide < min || wide > max)
            throw std::runtime_error(
                fmt::format("{} has \"{}\" = {}; it must lie within {} … {}.", m_what, key, wide, min, max));
        value = static_cast<int>(wide);
    }
    [[noreturn]] void refuse(const std::string& why) const {
        throw std::runtime_error(fmt::format("{} {}", m_what, why));
    }
    const std::string& what() const { return m_what; }

private:
    template <class T>
    static constexpr std::string_view kindOf() {
        return std::is_same_v<T, std::string> ? "a text in quotes"
               : std::is_same_v<T, bool>      ? "true or false"
               : std::is_floating_point_v<T>  ? "a number"
               : std::is_unsigned_v<T>        ? "a whole number of 0 or more"
                                              : "a whole number";
    }

    const nlohmann::ordered_json& m_object;
    std::string m_what;
    std::set<std::string> m_known;
};

} // namespace mien::synthesis
