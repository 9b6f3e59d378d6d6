// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/action_unit_code.h"

#include "core/synthesis/generator.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cctype>
#include <set>

namespace mien::synthesis {
namespace {

using annotation::Intensity;
using annotation::Side;

Result<PlantedUnit> parseUnit(std::string_view text) {
    PlantedUnit unit;
    auto rest = text;
    if (rest.starts_with("AU"))
        rest.remove_prefix(2);
    if (rest.starts_with('L') || rest.starts_with('R')) {
        unit.side = rest.front() == 'L' ? Side::Left : Side::Right;
        rest.remove_prefix(1);
    }
    while (!rest.empty() && std::isdigit(static_cast<unsigned char>(rest.front())) && unit.number < 1000) {
        unit.number = unit.number * 10 + (rest.front() - '0');
        rest.remove_prefix(1);
    }
    if (rest.size() == 1 && rest.front() >= 'A' && rest.front() <= 'E') {
        unit.intensity = *annotation::intensityFrom(rest);
        rest = {};
    }
    if (!rest.empty() || unit.number == 0)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("\"{}\" is not an action unit; write units such as 4, L12B or 1+2.", text));
    if (!someGeneratorShows(unit.number)) {
        std::set<int> known;
        for (const auto& row : generatorRows())
            for (const auto& shown : row.units())
                known.insert(shown.number);
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("AU {} cannot be rendered; those that can are {}.", unit.number,
                                fmt::join(known, ", ")));
    }
    return unit;
}

} // namespace

Result<std::vector<PlantedUnit>> parseActionUnits(std::string_view code) {
    std::vector<PlantedUnit> units;
    std::size_t begin = 0;
    while (begin <= code.size()) {
        const auto end = std::min(code.find_first_of("+,", begin), code.size());
        auto token = code.substr(begin, end - begin);
        while (token.starts_with(' '))
            token.remove_prefix(1);
        while (token.ends_with(' '))
            token.remove_suffix(1);
        auto unit = parseUnit(token);
        if (!unit)
            return Unexpected(unit.error());
        units.push_back(*unit);
        begin = end + 1;
    }
    return units;
}

double fractionOf(Intensity intensity) {
    // FACS gives an order, not a scale: the fractions are ours, roughly even in what the eye sees.
    switch (intensity) {
    case Intensity::A:
        return 0.12;
    case Intensity::B:
        return 0.3;
    case Intensity::C:
        return 0.55;
    case Intensity::D:
        return 0.8;
    case Intensity::Unscored:
    case Intensity::E:
        break;
    }
    return 1.0;
}

} // namespace mien::synthesis
