// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about one number that is written more than once.
#include "core/annotation/facs_rule_checks.h"

namespace mien::annotation::facs_checks {
namespace {

/// Above this a code is no code but a text; pairs of all its units would take minutes.
constexpr std::size_t kMostUnits = 300;

template <class Predicate>
FacsPlaces pairs(const FacsRuleInput& in, Predicate predicate) {
    FacsPlaces out;
    const auto count = std::min(in.all.size(), kMostUnits);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = i + 1; j < count; ++j)
            if (in.all[i].unit.number == in.all[j].unit.number && predicate(in.all[i], in.all[j]))
                out.push_back({in.all[i].span, in.all[j].span});
    return out;
}

bool isOne(const FacsOccurrence& o) {
    const auto side = o.unit.sides.single();
    return side == FacsSide::Left || side == FacsSide::Right;
}
bool is(const FacsOccurrence& o, FacsSide side) {
    return o.unit.sides.single() == side;
}

/// Two certain occurrences of which one is `a` and the other `b`.
template <class A, class B>
FacsPlaces bothCertain(const FacsRuleInput& in, A a, B b) {
    return pairs(in, [&](const FacsOccurrence& x, const FacsOccurrence& y) {
        return x.definite() && y.definite() && ((a(x) && b(y)) || (a(y) && b(x)));
    });
}

auto side(FacsSide wanted) {
    return [wanted](const FacsOccurrence& o) { return is(o, wanted); };
}

template <class Visit>
void visit(const FacsNode& node, bool inReference, const Visit& on) {
    on(node, inReference);
    for (const auto& child : node.children)
        visit(child, inReference || node.kind == FacsNodeKind::Reference, on);
}

} // namespace

FacsPlaces writtenTwice(const FacsRuleInput& in) {
    return pairs(in, [](const FacsOccurrence& a, const FacsOccurrence& b) {
        return a.definite() && b.definite() && a.unit.sides == b.unit.sides &&
               (a.unit.prefix == FacsPrefix::M) == (b.unit.prefix == FacsPrefix::M);
    });
}

FacsPlaces leftAndRight(const FacsRuleInput& in) {
    return bothCertain(in, side(FacsSide::Left), side(FacsSide::Right));
}

FacsPlaces oneSideAndBoth(const FacsRuleInput& in) {
    return bothCertain(in, isOne, side(FacsSide::Bilateral));
}

FacsPlaces oneSideAndAsymmetric(const FacsRuleInput& in) {
    return bothCertain(in, isOne, side(FacsSide::Asymmetric));
}

FacsPlaces asymmetricAndBoth(const FacsRuleInput& in) {
    return bothCertain(in, side(FacsSide::Asymmetric), side(FacsSide::Bilateral));
}

FacsPlaces topAndBottom(const FacsRuleInput& in) {
    return bothCertain(in, side(FacsSide::Top), side(FacsSide::Bottom));
}

FacsPlaces oneLipAndBoth(const FacsRuleInput& in) {
    const auto lip = [](const FacsOccurrence& o) { return is(o, FacsSide::Top) || is(o, FacsSide::Bottom); };
    return bothCertain(in, lip, side(FacsSide::Bilateral));
}

FacsPlaces scoredAndReferred(const FacsRuleInput& in) {
    return pairs(in, [](const FacsOccurrence& a, const FacsOccurrence& b) {
        return a.unit.sides == b.unit.sides && ((a.definite() && b.reference && !b.alternative) ||
                                                (b.definite() && a.reference && !a.alternative));
    });
}

FacsPlaces scoredAndNegated(const FacsRuleInput& in) {
    return pairs(in, [](const FacsOccurrence& a, const FacsOccurrence& b) {
        return (a.definite() && b.negated && !b.alternative) || (b.definite() && a.negated && !a.alternative);
    });
}

FacsPlaces alternativesAlike(const FacsRuleInput& in) {
    FacsPlaces out;
    visit(in.code.root(), false, [&](const FacsNode& node, bool) {
        if (node.kind != FacsNodeKind::Either)
            return;
        const auto count = std::min(node.children.size(), kMostUnits);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = i + 1; j < count; ++j)
                if (node.children[i].sameAs(node.children[j]))
                    out.push_back({node.children[i].span, node.children[j].span});
    });
    return out;
}

FacsPlaces alternativeIsCertain(const FacsRuleInput& in) {
    return pairs(in, [](const FacsOccurrence& a, const FacsOccurrence& b) {
        const auto open = [](const FacsOccurrence& o) { return o.alternative && !o.reference && !o.negated; };
        return (a.definite() && open(b)) || (b.definite() && open(a));
    });
}

FacsPlaces referenceInReference(const FacsRuleInput& in) {
    FacsPlaces out;
    visit(in.code.root(), false, [&](const FacsNode& node, bool inReference) {
        if (inReference && node.kind == FacsNodeKind::Reference)
            out.push_back({node.span});
    });
    return out;
}

} // namespace mien::annotation::facs_checks
