// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <numeric>

namespace mien::cli {
namespace {

template <class T>
std::optional<T> numberFrom(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

// How the JSON document shows a value.
template <class T>
nlohmann::ordered_json shown(const T& value) {
    return value;
}
nlohmann::ordered_json shown(const std::filesystem::path& value) {
    return value.string();
}
template <class T>
nlohmann::ordered_json shown(const std::optional<T>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

} // namespace

std::optional<Rational> rationalFrom(const std::string& text) {
    constexpr double kMax = 100'000.0;
    if (const auto slash = text.find('/'); slash != std::string::npos) {
        const auto num = numberFrom<std::int64_t>(std::string_view(text).substr(0, slash));
        const auto den = numberFrom<std::int64_t>(std::string_view(text).substr(slash + 1));
        if (!num || !den || *num <= 0 || *den <= 0)
            return std::nullopt;
        const Rational rate{*num, *den};
        return rate.value() <= kMax ? std::optional(rate) : std::nullopt;
    }
    const auto value = numberFrom<double>(text);
    if (!value || !(*value > 0.0 && *value <= kMax))
        return std::nullopt;
    const auto num = static_cast<std::int64_t>(std::llround(*value * 1'000'000.0));
    const auto common = std::gcd(num, std::int64_t{1'000'000});
    return num > 0 ? std::optional(Rational{num / common, 1'000'000 / common}) : std::nullopt;
}

OptionHandle OptionHandle::required() {
    m_option->required();
    return *this;
}

OptionHandle OptionHandle::showDefault() {
    m_option->capture_default_str();
    return *this;
}

OptionHandle OptionHandle::typeName(const std::string& name) {
    m_option->type_name(name);
    return *this;
}

OptionHandle OptionHandle::separatedBy(char separator) {
    m_option->delimiter(separator);
    return *this;
}

OptionHandle OptionHandle::oneOf(const std::vector<std::string>& choices) {
    m_option->check(CLI::IsMember(choices));
    return *this;
}

OptionHandle OptionHandle::range(double min, double max) {
    m_option->check(CLI::Range(min, max));
    return *this;
}

OptionHandle OptionHandle::range(int min, int max) {
    m_option->check(CLI::Range(min, max));
    return *this;
}

std::string OptionHandle::name() const {
    auto name = m_option->get_positional() ? m_option->get_name(true) : m_option->get_name();
    if (const auto dashes = name.find("--"); dashes != std::string::npos)
        name = name.substr(dashes + 2);
    return name;
}

template <class T>
OptionHandle Verb::option(const std::string& flags, T& value, const std::string& help) {
    OptionHandle added(m_app.add_option(flags, value, help));
    if constexpr (std::is_arithmetic_v<T>)
        added.showDefault();
    remember(added, [&value] { return shown(value); });
    return added;
}

// What an option's value may be.
template OptionHandle Verb::option(const std::string&, std::string&, const std::string&);
template OptionHandle Verb::option(const std::string&, std::filesystem::path&, const std::string&);
template OptionHandle Verb::option(const std::string&, std::vector<std::string>&, const std::string&);
template OptionHandle Verb::option(const std::string&, int&, const std::string&);
template OptionHandle Verb::option(const std::string&, std::int64_t&, const std::string&);
template OptionHandle Verb::option(const std::string&, std::uint64_t&, const std::string&);
template OptionHandle Verb::option(const std::string&, double&, const std::string&);

OptionHandle Verb::flag(const std::string& flags, bool& value, const std::string& help) {
    OptionHandle added(m_app.add_flag(flags, value, help));
    remember(added, [&value] { return nlohmann::ordered_json(value); });
    return added;
}

OptionHandle Verb::rate(const std::string& flags, std::optional<Rational>& value, const std::string& help) {
    auto* added = m_app.add_option_function<std::string>(
        flags,
        [&value, flags](const std::string& text) {
            value = rationalFrom(text);
            if (!value)
                throw CLI::ValidationError(flags,
                                           "\"" + text + "\" is not a frame rate such as 25 or 30000/1001");
        },
        help);
    added->type_name("RATE");
    const OptionHandle handle(added);
    remember(handle, [&value] {
        return value ? nlohmann::ordered_json{{"num", value->num}, {"den", value->den}}
                     : nlohmann::ordered_json(nullptr);
    });
    return handle;
}

void Verb::restrictTo(const std::string& flag, const std::vector<std::string>& names) {
    m_app.get_option(flag)->check(CLI::IsMember(names));
}

void Verb::remember(const OptionHandle& option, Value value) {
    m_values.emplace_back(option.name(), std::move(value));
}

nlohmann::ordered_json Verb::echo() const {
    auto out = nlohmann::ordered_json::object();
    for (const auto& [name, value] : m_values)
        out[name] = value();
    return out;
}

} // namespace mien::cli
