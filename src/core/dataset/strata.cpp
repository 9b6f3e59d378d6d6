// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/strata.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

#include <charconv>

namespace mien::dataset {
namespace {

std::optional<double> numberFrom(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string binOf(const std::string& text, const std::vector<double>& borders) {
    const auto value = numberFrom(text);
    if (!value)
        return std::string(kUnknownValue);
    const auto bin = std::upper_bound(borders.begin(), borders.end(), *value) - borders.begin();
    const auto at = static_cast<std::size_t>(bin);
    if (at == 0)
        return fmt::format("< {:g}", borders.front());
    return at == borders.size() ? fmt::format(">= {:g}", borders.back())
                                : fmt::format("{:g} … < {:g}", borders[at - 1], borders[at]);
}

std::optional<std::string> fieldOf(const Sample& sample, std::string_view name) {
    if (name == "subject")
        return sample.subject;
    if (name == "film")
        return sample.film;
    if (name == "emotion")
        return sample.emotion;
    if (name == "class")
        return sample.objectiveClass;
    if (name == "type")
        return sample.type ? std::string(annotation::nameOf(*sample.type)) : std::string();
    return std::nullopt;
}

} // namespace

Result<StratumColumn> stratumColumn(const std::string& text) {
    const auto colon = text.find(':');
    StratumColumn out{text.substr(0, colon), {}};
    if (out.name.empty())
        return fail(ErrorCode::InvalidArgument, "A column for strata has no name.");
    if (colon == std::string::npos)
        return out;
    std::string_view rest = std::string_view(text).substr(colon + 1);
    while (true) {
        const auto comma = rest.find(',');
        const auto border = numberFrom(rest.substr(0, comma));
        if (!border || (!out.borders.empty() && *border <= out.borders.back()))
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("The bins of \"{}\" are not ascending numbers, as in \"age:20,40,60\".", text));
        out.borders.push_back(*border);
        if (comma == std::string_view::npos)
            return out;
        rest = rest.substr(comma + 1);
    }
}

std::string valueOf(const Dataset& dataset, const Sample& sample, const StratumColumn& column, bool& found) {
    const auto wanted = annotation::lowerCase(column.name);
    std::optional<std::string> value = fieldOf(sample, wanted);
    if (const auto* subject = dataset.subject(sample.subject); !value && subject != nullptr)
        for (const auto& [name, text] : subject->demographics)
            if (annotation::lowerCase(name) == wanted)
                value = text;
    if (!value)
        for (const auto& cell : sample.cells)
            if (annotation::lowerCase(cell.column) == wanted)
                value = cell.text;
    found = found || value.has_value();
    if (!value || value->empty())
        return std::string(kUnknownValue);
    return column.borders.empty() ? *value : binOf(*value, column.borders);
}

} // namespace mien::dataset
