// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/options.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mien::cli {

/// "25", "29.97" or "30000/1001"; nullopt for anything else and for rates outside 0 … 100,000.
std::optional<Rational> rationalFrom(const std::string& text);

/// Declares a verb's options with CLI11 and remembers them, so that the JSON document can name every option
/// with its value, given or default.
class Verb {
public:
    explicit Verb(CLI::App& app) : m_app(app) {}

    /// Where a verb keeps the values of its options; lives as long as what the verb returns.
    template <class State>
    static std::shared_ptr<State> state() {
        return std::make_shared<State>();
    }

    /// `flags` as CLI11 writes them: "--truth", "-o,--out", or "MEDIA" for a positional one.
    template <class T>
    CLI::Option* option(const std::string& flags, T& value, const std::string& help) {
        auto* added = m_app.add_option(flags, value, help);
        if constexpr (std::is_arithmetic_v<T>)
            added->capture_default_str();
        remember(added, [&value] { return nlohmann::ordered_json(echo(value)); });
        return added;
    }
    template <class T>
    CLI::Option* required(const std::string& flags, T& value, const std::string& help) {
        return option(flags, value, help)->required();
    }
    CLI::Option* flag(const std::string& flags, bool& value, const std::string& help);
    CLI::Option* rate(const std::string& flags, std::optional<Rational>& value, const std::string& help);

    /// Every field that an options struct lists in its visit(): one flag each, checked against its range or
    /// choices. A field called "seed" is left to the program's own --seed.
    template <class Options>
    void options(Options& values) {
        Options::visit(values, [this](auto& field, const OptionInfo& info) {
            if (info.name != "seed")
                add(field, info);
        });
    }

    /// Restricts an option that was declared before to the names of a table's rows.
    void restrictTo(const std::string& flag, const std::vector<std::string>& names) {
        m_app.get_option(flag)->check(CLI::IsMember(names));
    }

    /// The options in the order of their declaration.
    nlohmann::ordered_json echo() const;

private:
    using Value = std::function<nlohmann::ordered_json()>;

    template <class T>
    static T echo(const T& value) {
        return value;
    }
    static std::string echo(const std::filesystem::path& value) { return value.string(); }
    template <class T>
    static nlohmann::ordered_json echo(const std::optional<T>& value) {
        return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
    }

    template <class T>
    void add(T& field, const OptionInfo& info) {
        const auto flags = "--" + std::string(info.name);
        if constexpr (std::is_same_v<T, bool>) {
            flag(flags, field, std::string(info.help));
        } else {
            auto* added = option(flags, field, std::string(info.help));
            if (info.min != info.max)
                added->check(CLI::Range(info.min, info.max));
            if (!info.choices.empty())
                added->check(
                    CLI::IsMember(std::vector<std::string>(info.choices.begin(), info.choices.end())));
        }
    }
    void remember(const CLI::Option* option, Value value);

    CLI::App& m_app;
    std::vector<std::pair<std::string, Value>> m_values;
};

} // namespace mien::cli
