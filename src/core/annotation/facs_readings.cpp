// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_readings.h"

namespace mien::annotation {
namespace {

using Reading = FacsReading;
using All = std::vector<Reading>;

/// Goes through a code's tree and multiplies out what it leaves open.
class FacsReadings {
public:
    FacsReadings(const FacsAsked& asked, const FacsUnsaid& unsaid) : m_asked(asked), m_unsaid(unsaid) {}

    /// nullopt where there are too many to go through.
    std::optional<All> of(const FacsNode& node, bool reference = false) {
        switch (node.kind) {
        case FacsNodeKind::Unit:
            return ofUnit(node.unit, reference);
        case FacsNodeKind::Either:
            return ofEither(node, reference);
        case FacsNodeKind::Reference:
            return ofAll(node, true);
        case FacsNodeKind::All:
        case FacsNodeKind::Repeated:
            return ofAll(node, reference);
        case FacsNodeKind::Negated:
        case FacsNodeKind::Remark:
            break;
        }
        return nothing();
    }

private:
    static constexpr std::size_t kMostReadings = 1024;
    static constexpr int kMostUnits = 500; // of those asked for, in one code

    static All nothing() { return {Reading{}}; }

    static void tidy(All& all) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }

    std::optional<All> ofUnit(const FacsUnit& unit, bool reference) {
        if (!std::binary_search(m_asked.numbers.begin(), m_asked.numbers.end(), unit.number))
            return nothing();
        if (++m_units > kMostUnits)
            return std::nullopt;
        const FacsSides sides = unit.sides.written() ? unit.sides : m_unsaid.sides;
        const FacsStrength strength = unit.strength.scored() ? unit.strength : m_unsaid.strength;
        auto low = std::min(strength.low, strength.high);
        auto high = std::max(strength.low, strength.high);
        if (!m_asked.intensities)
            low = high = Intensity::Unscored;
        else if (!strength.scored() && m_unsaid.anyIntensity)
            low = Intensity::A, high = Intensity::E;
        All all;
        if (unit.unsure || !unit.mark.empty())
            all = nothing();
        for (const auto side : sides.list())
            for (auto i = static_cast<int>(low); i <= static_cast<int>(high); ++i)
                all.push_back({FacsScored{unit.number, unit.prefix == FacsPrefix::M, reference, side,
                                          static_cast<Intensity>(i)}});
        tidy(all);
        return all;
    }

    std::optional<All> ofEither(const FacsNode& node, bool reference) {
        All all;
        for (const auto& child : node.children) {
            const auto some = of(child, reference);
            if (!some || all.size() + some->size() > 2 * kMostReadings)
                return std::nullopt;
            all.insert(all.end(), some->begin(), some->end());
            tidy(all);
        }
        return all;
    }

    std::optional<All> ofAll(const FacsNode& node, bool reference) {
        All all = nothing();
        for (const auto& child : node.children) {
            const auto some = of(child, reference);
            if (!some || all.size() * some->size() > 32 * kMostReadings)
                return std::nullopt;
            if (some->size() == 1 && some->front().empty())
                continue;
            All product;
            for (const auto& left : all)
                for (const auto& right : *some) {
                    Reading both;
                    std::set_union(left.begin(), left.end(), right.begin(), right.end(),
                                   std::back_inserter(both));
                    product.push_back(std::move(both));
                }
            tidy(product);
            if (product.size() > kMostReadings)
                return std::nullopt;
            all = std::move(product);
        }
        return all;
    }

    const FacsAsked& m_asked;
    const FacsUnsaid& m_unsaid;
    int m_units = 0;
};

} // namespace

std::string_view nameOf(FacsAnswer answer) {
    constexpr std::array<std::string_view, 3> kNames{"no", "maybe", "yes"};
    return kNames[static_cast<std::size_t>(answer)];
}

bool FacsTerm::fits(const FacsScored& scored) const {
    if (number != scored.number || (m && !scored.m) || reference != scored.reference)
        return false;
    const bool oneSide = scored.side == FacsSide::Left || scored.side == FacsSide::Right;
    if ((wanted == Side::Exactly && scored.side != side) || (wanted == Side::Unilateral && !oneSide))
        return false;
    return compare == FacsCompare::None ||
           (scored.intensity != Intensity::Unscored && compares(compare, scored.intensity, intensity));
}

bool FacsTerm::fitsOne(const FacsReading& reading) const {
    return std::any_of(reading.begin(), reading.end(),
                       [&](const FacsScored& scored) { return fits(scored); });
}

std::optional<std::vector<FacsReading>> facsReadings(const FacsNode& root, const FacsAsked& asked,
                                                     const FacsUnsaid& unsaid) {
    return FacsReadings(asked, unsaid).of(root);
}

} // namespace mien::annotation
