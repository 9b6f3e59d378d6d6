// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/emotion_table.h"

#include "core/synthesis/action_unit_code.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::synthesis {
namespace {

using annotation::Intensity;
using annotation::Side;

/// A coder may overlook a unit or see one too many; keeps every emotion possible.
constexpr double kSlip = 0.02;

double clampedToSlip(double probability) {
    return std::clamp(probability, kSlip, 1.0 - kSlip);
}

const TableUnit* unitOf(const Variant& variant, int unit) {
    const auto found = std::find_if(variant.units.begin(), variant.units.end(),
                                    [unit](const TableUnit& u) { return u.unit == unit; });
    return found == variant.units.end() ? nullptr : &*found;
}

/// P(this side | the unit shows).
double sideLikelihood(SideRule rule, Side side) {
    switch (rule) {
    case SideRule::Both:
        return side == Side::Bilateral ? 1.0 - kSlip : kSlip / 2.0;
    case SideRule::Either:
        return side == Side::Bilateral ? kSlip : (1.0 - kSlip) / 2.0;
    case SideRule::Left:
        return side == Side::Left ? 1.0 - kSlip : kSlip / 2.0;
    case SideRule::Right:
        break;
    }
    return side == Side::Right ? 1.0 - kSlip : kSlip / 2.0;
}

double likelihood(const Variant& variant, std::span<const UnitState> shown, std::span<const int> universe) {
    double product = 1.0;
    for (const int unit : universe) {
        const auto* row = unitOf(variant, unit);
        const double p = clampedToSlip(row != nullptr ? row->probability : 0.0);
        const auto seen =
            std::find_if(shown.begin(), shown.end(), [unit](const UnitState& u) { return u.unit == unit; });
        product *=
            seen == shown.end() ? 1.0 - p : p * sideLikelihood(row ? row->side : SideRule::Both, seen->side);
    }
    return product;
}

} // namespace

Intensity letterOf(double level) {
    if (level <= 0.0)
        return Intensity::Unscored;
    return static_cast<Intensity>(std::clamp(static_cast<int>(std::floor(level + 0.5)), 1, 5));
}

double amountOf(double level) {
    const double l = std::clamp(level, 0.0, 5.0);
    const auto at = [](int step) { return step == 0 ? 0.0 : fractionOf(static_cast<Intensity>(step)); };
    const int below = std::min(4, static_cast<int>(l));
    return at(below) + (at(below + 1) - at(below)) * (l - below);
}

const Emotion* EmotionTable::find(std::string_view emotion) const {
    const auto found =
        std::find_if(emotions.begin(), emotions.end(), [&](const Emotion& e) { return e.name == emotion; });
    return found == emotions.end() ? nullptr : &*found;
}

std::vector<int> EmotionTable::units(std::span<const std::string> classes) const {
    std::vector<int> all;
    for (const auto& emotion : emotions)
        if (classes.empty() || std::find(classes.begin(), classes.end(), emotion.name) != classes.end())
            for (const auto& variant : emotion.variants)
                for (const auto& unit : variant.units)
                    all.push_back(unit.unit);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Result<EmotionTable> EmotionTable::restrictedTo(std::span<const std::string> classes) const {
    EmotionTable some = *this;
    some.emotions.clear();
    for (const auto& wanted : classes) {
        const auto* emotion = find(wanted);
        if (emotion == nullptr) {
            std::vector<std::string> known;
            for (const auto& e : emotions)
                known.push_back(e.name);
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("The emotion table {} has no \"{}\"; it has {}.", name, wanted,
                                    fmt::join(known, ", ")));
        }
        some.emotions.push_back(*emotion);
    }
    return some;
}

std::vector<UnitState> EmotionTable::shown(const Variant& variant, const std::function<double(int)>& presence,
                                           const std::function<double(int)>& side) const {
    std::vector<UnitState> states;
    const TableUnit* closest = nullptr;
    double closestBy = 2.0;
    const auto add = [&](const TableUnit& unit) {
        UnitState state{unit.unit, Side::Bilateral, 0.0};
        if (unit.side == SideRule::Either)
            state.side = side(unit.unit) < 0.5 ? Side::Left : Side::Right;
        else if (unit.side != SideRule::Both)
            state.side = unit.side == SideRule::Left ? Side::Left : Side::Right;
        states.push_back(state);
    };
    for (const auto& unit : variant.units) {
        const double drawn = presence(unit.unit);
        if (drawn < unit.probability)
            add(unit);
        else if (drawn - unit.probability < closestBy) {
            closestBy = drawn - unit.probability;
            closest = &unit;
        }
    }
    if (states.empty() && closest != nullptr)
        add(*closest);
    return states;
}

double EmotionTable::marginal(const Emotion& emotion, int unit) const {
    double weights = 0.0, sum = 0.0;
    for (const auto& variant : emotion.variants) {
        weights += variant.weight;
        const auto* row = unitOf(variant, unit);
        if (row == nullptr)
            continue;
        // None shows: every draw is uniform over [p, 1), and the least draw - p decides. With w = 1 - p the
        // share of this unit is the integral of prod_{j≠i}(w_j - x)+ over 0 … w_i.
        double least = 1.0;
        for (const auto& u : variant.units)
            least = std::min(least, 1.0 - u.probability);
        double byRule = 0.0;
        constexpr int kSteps = 2000;
        for (int k = 0; k < kSteps; ++k) {
            const double x = least * (k + 0.5) / kSteps;
            double product = 1.0;
            for (const auto& u : variant.units)
                if (u.unit != unit)
                    product *= 1.0 - u.probability - x;
            byRule += product * least / kSteps;
        }
        sum += variant.weight * (row->probability + byRule);
    }
    return sum / weights;
}

std::vector<double> EmotionTable::posterior(std::span<const UnitState> shown) const {
    const auto universe = units();
    std::vector<double> shares;
    double total = 0.0;
    for (const auto& emotion : emotions) {
        double weights = 0.0, sum = 0.0;
        for (const auto& variant : emotion.variants) {
            weights += variant.weight;
            sum += variant.weight * likelihood(variant, shown, universe);
        }
        shares.push_back(sum / weights);
        total += shares.back();
    }
    for (double& share : shares)
        share /= total;
    return shares;
}

const std::string& EmotionTable::emotionOf(std::span<const UnitState> shown) const {
    const auto shares = posterior(shown);
    std::size_t best = 0;
    for (std::size_t i = 1; i < shares.size(); ++i)
        if (shares[i] > shares[best] * (1.0 + 1e-12)) // equal but for rounding is equal
            best = i;
    return emotions[best].name;
}

} // namespace mien::synthesis
