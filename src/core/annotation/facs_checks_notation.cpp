// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about one code by itself: its number, prefix, side and intensity.
#include "core/annotation/facs_actions.h"
#include "core/annotation/facs_rule_checks.h"

namespace mien::annotation::facs_checks {
namespace {

/// Every occurrence, alternatives and references too: the notation is the same there.
template <class Predicate>
FacsPlaces each(const FacsRuleInput& in, Predicate predicate) {
    FacsPlaces out;
    for (const auto& o : in.all)
        if (predicate(o.unit))
            out.push_back({o.span});
    return out;
}

template <class Predicate>
FacsPlaces eachKnown(const FacsRuleInput& in, Predicate predicate) {
    return each(in, [&](const FacsUnit& unit) {
        const auto* action = facsAction(unit.number);
        return action && predicate(unit, *action);
    });
}

bool lateral(const FacsSides& sides) {
    return sides.has(FacsSide::Left) || sides.has(FacsSide::Right) || sides.has(FacsSide::Asymmetric);
}
bool ofOneLip(const FacsSides& sides) {
    return sides.has(FacsSide::Top) || sides.has(FacsSide::Bottom);
}

} // namespace

FacsPlaces unknownNumber(const FacsRuleInput& in) {
    return each(in, [](const FacsUnit& unit) { return !facsAction(unit.number); });
}

FacsPlaces withdrawnNumber(const FacsRuleInput& in) {
    return eachKnown(in, [](const FacsUnit&, const FacsAction& action) { return action.withdrawn; });
}

FacsPlaces wrongPrefix(const FacsRuleInput& in) {
    return eachKnown(in, [](const FacsUnit& unit, const FacsAction& action) {
        // Lists differ on whether these are units or descriptors.
        if (unit.number == 21 || unit.number == 31 || unit.number == 38 || unit.number == 39)
            return unit.prefix == FacsPrefix::M;
        switch (unit.prefix) {
        case FacsPrefix::AU:
            return action.kind == FacsKind::Descriptor;
        case FacsPrefix::AD:
            return action.kind == FacsKind::Unit;
        case FacsPrefix::M:
            return action.kind != FacsKind::Head && action.kind != FacsKind::Eyes;
        case FacsPrefix::None:
            break;
        }
        return false;
    });
}

FacsPlaces neutralWithOthers(const FacsRuleInput& in) {
    FacsPlaces out;
    const auto other = std::find_if(in.all.begin(), in.all.end(), [](const FacsOccurrence& o) {
        return o.definite() && o.unit.number != 0;
    });
    if (other != in.all.end())
        for (const auto* zero : certain(in, {0}))
            out.push_back({zero->span, other->span});
    return out;
}

FacsPlaces sideNotTaken(const FacsRuleInput& in) {
    return eachKnown(in, [](const FacsUnit& unit, const FacsAction& action) {
        return lateral(unit.sides) && !action.takesSide;
    });
}

FacsPlaces lipNotTaken(const FacsRuleInput& in) {
    return eachKnown(in, [](const FacsUnit& unit, const FacsAction& action) {
        return ofOneLip(unit.sides) && !action.takesLip;
    });
}

FacsPlaces intensityNotTaken(const FacsRuleInput& in) {
    return eachKnown(in, [](const FacsUnit& unit, const FacsAction& action) {
        return unit.strength.scored() && !action.takesIntensity;
    });
}

FacsPlaces rangeInverted(const FacsRuleInput& in) {
    return each(in, [](const FacsUnit& unit) { return unit.strength.low > unit.strength.high; });
}

FacsPlaces rangeWide(const FacsRuleInput& in) {
    return each(in, [](const FacsUnit& unit) {
        return std::abs(static_cast<int>(unit.strength.high) - static_cast<int>(unit.strength.low)) > 1;
    });
}

FacsPlaces asymmetryUnscored(const FacsRuleInput& in) {
    return eachKnown(in, [](const FacsUnit& unit, const FacsAction& action) {
        return unit.sides.single() == FacsSide::Asymmetric && !unit.strength.scored() &&
               action.takesIntensity;
    });
}

FacsPlaces winkWithoutSide(const FacsRuleInput& in) {
    return each(in, [](const FacsUnit& unit) { return unit.number == 46 && !lateral(unit.sides); });
}

FacsPlaces jawWithoutSide(const FacsRuleInput& in) {
    return each(in, [](const FacsUnit& unit) { return unit.number == 30 && !lateral(unit.sides); });
}

} // namespace mien::annotation::facs_checks
