// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include <charconv>
#include <cmath>
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

CLI::Option* Verb::flag(const std::string& flags, bool& value, const std::string& help) {
    auto* added = m_app.add_flag(flags, value, help);
    remember(added, [&value] { return nlohmann::ordered_json(value); });
    return added;
}

CLI::Option* Verb::rate(const std::string& flags, std::optional<Rational>& value, const std::string& help) {
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
    remember(added, [&value] {
        return value ? nlohmann::ordered_json{{"num", value->num}, {"den", value->den}}
                     : nlohmann::ordered_json(nullptr);
    });
    return added;
}

void Verb::remember(const CLI::Option* option, Value value) {
    auto name = option->get_positional() ? option->get_name(true) : option->get_name();
    if (const auto dashes = name.find("--"); dashes != std::string::npos)
        name = name.substr(dashes + 2);
    m_values.emplace_back(name, std::move(value));
}

nlohmann::ordered_json Verb::echo() const {
    auto out = nlohmann::ordered_json::object();
    for (const auto& [name, value] : m_values)
        out[name] = value();
    return out;
}

} // namespace mien::cli
