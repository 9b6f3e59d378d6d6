// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/draft.h"

#include "core/annotation/csv.h"
#include "core/annotation/table_fields.h"

#include <cassert>
#include <charconv>
#include <numeric>

namespace mien::dataset {
namespace {

const ImportCheck& checkOf(std::string_view id) {
    const auto checks = importChecks();
    const auto found = std::find_if(checks.begin(), checks.end(), [&](const auto& c) { return c.id == id; });
    assert(found != checks.end());
    return *found;
}

} // namespace

Draft::Draft(std::string from, Traits layoutTraits, const ImportOptions& importOptions)
    : source(std::move(from)), traits(layoutTraits), options(importOptions) {
    report.frameBase = traits.frameBase;
    report.frameBaseReason = traits.frameBaseReason;
}

Draft::Place Draft::at(const DraftRow& row, Role role) {
    const auto& field = row.field(role);
    return {row.table, row.sample.row, field.column, field.text};
}

void Draft::reported(std::string_view check, Place place, std::string sentence) {
    report.findings.push_back({std::string(checkOf(check).id),
                               std::move(place.table),
                               place.row,
                               std::move(place.column),
                               std::move(place.value),
                               std::move(sentence),
                               {},
                               {},
                               {}});
}

bool Draft::repair(std::string_view check, Place place, std::string before, std::string after,
                   std::string sentence) {
    const auto& row = checkOf(check);
    assert(!row.rule.empty());
    const bool wanted =
        std::find(options.reportOnly.begin(), options.reportOnly.end(), row.rule) == options.reportOnly.end();
    if (!wanted) {
        reported(check, std::move(place), std::move(sentence));
        return false;
    }
    report.findings.push_back({std::string(row.id), std::move(place.table), place.row,
                               std::move(place.column), std::move(place.value), std::move(sentence),
                               std::string(row.rule), std::move(before), std::move(after)});
    return true;
}

std::string shown(std::string_view cell) {
    std::size_t cut = std::min<std::size_t>(cell.size(), 60);
    while (cut < cell.size() && cut > 0 && (static_cast<unsigned char>(cell[cut]) & 0xC0) == 0x80)
        --cut; // not inside a UTF-8 character
    std::string text(cell.substr(0, cut));
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    return text + (cut < cell.size() ? "…" : "");
}

bool saysNothing(std::string_view text) {
    constexpr std::array<std::string_view, 10> words{"",     "/",   "-",  "?",   "null",
                                                     "none", "nan", "na", "n/a", "\\"};
    return std::find(words.begin(), words.end(), annotation::lowerCase(trimmed(text))) != words.end();
}

std::optional<double> numberFrom(std::string_view text) {
    text = trimmed(text);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) ||
        std::abs(value) > static_cast<double>(annotation::kMaxFrame))
        return std::nullopt;
    return value;
}

std::optional<Rational> rateFrom(std::string_view text) {
    text = trimmed(text);
    const auto slash = text.find('/');
    const auto above = numberFrom(text.substr(0, slash));
    const auto below = slash == std::string_view::npos ? 1.0 : numberFrom(text.substr(slash + 1));
    if (!above || !below || *above <= 0.0 || *below <= 0.0 || *above / *below > 100'000.0)
        return std::nullopt;
    constexpr double scale = 1000.0; // "29.97" is 2997/100
    const auto whole = [](double value) { return static_cast<std::int64_t>(std::llround(value * scale)); };
    const std::int64_t num = whole(*above);
    const std::int64_t den = whole(*below);
    if (num <= 0 || den <= 0)
        return std::nullopt;
    const auto common = std::gcd(num, den);
    return Rational{num / common, den / common};
}

} // namespace mien::dataset
