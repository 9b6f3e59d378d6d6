// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/au_tokens.h"

#include "core/annotation/csv.h"

#include <algorithm>
#include <charconv>

namespace mien::dataset {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr int kLargestUnit = 999;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Without "ref(…)": movements that coders saw but found too slight to score.
std::string withoutReferences(std::string_view code) {
    std::string text = annotation::lowerCase(code);
    for (auto at = text.find("ref("); at != std::string::npos; at = text.find("ref(", at)) {
        const auto close = text.find(')', at);
        text.erase(at, close == std::string::npos ? close : close - at + 1);
    }
    return text;
}

/// 0: none.
int unitOf(std::string_view token, TokenRule rule) {
    token = trimmed(token);
    if (token.find("ref") != std::string_view::npos)
        return 0;
    const auto first = token.find_first_of(kDigits);
    if (first == std::string_view::npos)
        return 0;
    const auto last = token.find_first_not_of(kDigits, first);
    if (rule == TokenRule::Exact && (first != 0 || last != std::string_view::npos))
        return 0;
    int value = 0;
    const auto digits = token.substr(first, last == std::string_view::npos ? last : last - first);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && value <= kLargestUnit ? value : 0;
}

} // namespace

std::vector<int> unitsOf(std::string_view raw, TokenRule rule) {
    std::vector<int> units;
    const auto text = withoutReferences(raw);
    std::string_view code = text;
    while (!code.empty()) {
        const auto plus = code.find('+');
        if (const int unit = unitOf(code.substr(0, plus), rule); unit > 0)
            units.push_back(unit);
        code = plus == std::string_view::npos ? std::string_view() : code.substr(plus + 1);
    }
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
}

} // namespace mien::dataset
