// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about codes that exclude or imply one another.
#include "core/annotation/facs_actions.h"
#include "core/annotation/facs_rule_checks.h"

namespace mien::annotation::facs_checks {
namespace {

/// A visibility code with a certain code of what cannot be seen.
template <class Hidden>
FacsPlaces notVisible(const FacsRuleInput& in, std::initializer_list<int> codes, Hidden hidden) {
    FacsPlaces out;
    const auto said = certain(in, codes);
    if (said.empty())
        return out;
    for (const auto& o : in.all) {
        const auto* action = facsAction(o.unit.number);
        if (o.definite() && action && hidden(*action))
            out.push_back({said.front()->span, o.span});
    }
    return out;
}

bool ofFace(const FacsAction& action) {
    return action.kind == FacsKind::Unit || action.kind == FacsKind::Descriptor;
}

} // namespace

std::vector<const FacsOccurrence*> certain(const FacsRuleInput& in, std::initializer_list<int> numbers) {
    std::vector<const FacsOccurrence*> out;
    for (const auto& o : in.all)
        if (o.definite() && o.unit.prefix != FacsPrefix::M &&
            std::find(numbers.begin(), numbers.end(), o.unit.number) != numbers.end())
            out.push_back(&o);
    return out;
}

FacsPlaces together(const FacsRuleInput& in, std::initializer_list<int> some,
                    std::initializer_list<int> others) {
    const auto first = certain(in, some);
    const auto second = certain(in, others);
    if (first.empty() || second.empty())
        return {};
    // One finding for each of the others; the same number written twice has a rule of its own.
    FacsPlaces out;
    for (const auto* o : second) {
        std::vector<FacsSpan> where{first.front()->span, o->span};
        if (where[1].begin < where[0].begin)
            std::swap(where[0], where[1]);
        out.push_back(std::move(where));
    }
    return out;
}

FacsPlaces lacking(const FacsRuleInput& in, int first, std::initializer_list<int> others) {
    for (const auto& o : in.all)
        if (!o.reference && !o.negated &&
            std::find(others.begin(), others.end(), o.unit.number) != others.end())
            return {};
    const auto there = certain(in, {first});
    if (there.empty())
        return {};
    return {{there.front()->span}};
}

FacsPlaces browsNotVisible(const FacsRuleInput& in) {
    return notVisible(in, {70}, [](const FacsAction& action) {
        return ofFace(action) && action.region == FacsRegion::Brows;
    });
}

FacsPlaces eyesNotVisible(const FacsRuleInput& in) {
    return notVisible(in, {71}, [](const FacsAction& action) {
        return action.kind == FacsKind::Eyes || (ofFace(action) && action.region == FacsRegion::Eyes);
    });
}

FacsPlaces lowerFaceNotVisible(const FacsRuleInput& in) {
    return notVisible(in, {72}, [](const FacsAction& action) { return isLowerFace(action); });
}

FacsPlaces faceNotVisible(const FacsRuleInput& in) {
    return notVisible(in, {73, 74}, [](const FacsAction& action) {
        return ofFace(action) || action.kind == FacsKind::Eyes;
    });
}

FacsPlaces smileWithoutCheek(const FacsRuleInput& in) {
    FacsPlaces out;
    if (lacking(in, 12, {6}).empty())
        return out;
    for (const auto* smile : certain(in, {12}))
        if (std::min(smile->unit.strength.low, smile->unit.strength.high) >= Intensity::D)
            out.push_back({smile->span});
    return out;
}

} // namespace mien::annotation::facs_checks
