// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/command_template.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace mien::synthesis {
namespace {

constexpr std::array<std::string_view, 9> kNames{"image",  "prompt", "negative", "frames", "width",
                                                 "height", "fps",    "seed",     "out"};
constexpr std::array<std::string_view, 3> kNeeded{"image", "prompt", "out"};

Unexpected invalid(std::string message) {
    return fail(ErrorCode::InvalidArgument, std::move(message));
}

Result<std::vector<std::string>> split(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    bool inWord = false;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote)
                quote = 0;
            else if (c == '\\' && quote == '"' && i + 1 < text.size() &&
                     (text[i + 1] == '"' || text[i + 1] == '\\'))
                word += text[++i];
            else
                word += c;
        } else if (c == '\'' || c == '"') {
            quote = c;
            inWord = true;
        } else if (c == '\\' && i + 1 < text.size()) {
            word += text[++i];
            inWord = true;
        } else if (c == ' ' || c == '\t' || c == '\n') {
            if (inWord)
                words.push_back(std::exchange(word, {}));
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (quote != 0)
        return invalid(fmt::format("--command has a {} that is never closed.", quote));
    if (inWord)
        words.push_back(word);
    return words;
}

/// Calls text(part) and name(placeholder) for the parts of a word in turn. {x} with anything but letters
/// inside is text.
template <class Text, class Name>
void forParts(const std::string& word, Text&& text, Name&& name) {
    for (std::size_t i = 0; i < word.size();) {
        const auto close = word[i] == '{' ? word.find('}', i) : std::string::npos;
        const auto inside = close == std::string::npos ? std::string() : word.substr(i + 1, close - i - 1);
        if (inside.empty() || inside.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos) {
            text(word[i++]);
            continue;
        }
        name(inside);
        i = close + 1;
    }
}

} // namespace

Result<CommandTemplate> CommandTemplate::parse(const std::string& text) {
    auto words = split(text);
    if (!words)
        return Unexpected(words.error());
    if (words->empty())
        return invalid("--command names no program.");
    std::vector<std::string> used;
    for (const auto& word : *words)
        forParts(
            word, [](char) {}, [&](const std::string& name) { used.push_back(name); });
    for (const auto& name : used)
        if (std::find(kNames.begin(), kNames.end(), name) == kNames.end())
            return invalid(
                fmt::format("--command has the placeholder {{{}}}, which is unknown; there are {{{}}}.", name,
                            fmt::join(kNames, "}, {")));
    for (const auto& name : kNeeded)
        if (std::find(used.begin(), used.end(), name) == used.end())
            return invalid(fmt::format("--command lacks the placeholder {{{}}}.", name));
    CommandTemplate out;
    out.m_text = text;
    out.m_words = std::move(*words);
    return out;
}

std::vector<std::string> CommandTemplate::filled(const std::map<std::string, std::string>& values) const {
    std::vector<std::string> out;
    for (const auto& word : m_words) {
        auto& filled = out.emplace_back();
        forParts(
            word, [&](char c) { filled += c; }, [&](const std::string& name) { filled += values.at(name); });
    }
    return out;
}

} // namespace mien::synthesis
