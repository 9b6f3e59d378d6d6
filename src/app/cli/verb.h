// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/base/options.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// CLI11 stays in verb.cpp and run.cpp: it is all templates, and compiling it costs seconds a file.
namespace CLI {
class App;
class Option;
} // namespace CLI

namespace mien::cli {

/// "25", "29.97" or "30000/1001"; nullopt for anything else and for rates outside 0 … 100,000.
std::optional<Rational> rationalFrom(const std::string& text);

/// What may be said of an option once it is declared. Each returns the option, so that they chain.
class OptionHandle {
public:
    explicit OptionHandle(CLI::Option* option) : m_option(option) {}

    OptionHandle required();
    OptionHandle showDefault();
    OptionHandle typeName(const std::string& name); ///< what the help shows for the value: "FILE"
    OptionHandle separatedBy(char separator);       ///< one argument holds several values
    OptionHandle oneOf(const std::vector<std::string>& choices);
    OptionHandle range(double min, double max);
    OptionHandle range(int min, int max);

    /// As the JSON document names it: without dashes.
    std::string name() const;

private:
    CLI::Option* m_option;
};

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

    /// `flags` as CLI11 writes them: "--truth", "-o,--out", or "MEDIA" for a positional one. verb.cpp lists
    /// the types that T may be.
    template <class T>
    OptionHandle option(const std::string& flags, T& value, const std::string& help);
    template <class T>
    OptionHandle required(const std::string& flags, T& value, const std::string& help) {
        return option(flags, value, help).required();
    }
    OptionHandle flag(const std::string& flags, bool& value, const std::string& help);
    OptionHandle rate(const std::string& flags, std::optional<Rational>& value, const std::string& help);

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
    void restrictTo(const std::string& flag, const std::vector<std::string>& names);

    /// The options in the order of their declaration.
    nlohmann::ordered_json echo() const;

private:
    using Value = std::function<nlohmann::ordered_json()>;

    template <class T>
    void add(T& field, const OptionInfo& info) {
        const auto flags = "--" + std::string(info.name);
        if constexpr (std::is_same_v<T, bool>) {
            flag(flags, field, std::string(info.help));
        } else {
            auto added = option(flags, field, std::string(info.help));
            if (info.min != info.max)
                added.range(info.min, info.max);
            if (!info.choices.empty())
                added.oneOf(std::vector<std::string>(info.choices.begin(), info.choices.end()));
        }
    }
    void remember(const OptionHandle& option, Value value);

    CLI::App& m_app;
    std::vector<std::pair<std::string, Value>> m_values;
};

} // namespace mien::cli
