// SPDX-License-Identifier: GPL-3.0-or-later
// A code is answered by going through its readings. Only units that the question names are told apart, so
// that real codes have a handful.
#include "core/annotation/facs_query.h"

namespace mien::annotation {

/// The readings of a code as sets of scored units.
class FacsReadings {
public:
    struct Scored {
        int number = 0;
        bool m = false;
        bool reference = false;
        FacsSide side = FacsSide::Bilateral;
        Intensity intensity = Intensity::Unscored;
        auto operator<=>(const Scored&) const = default;
    };
    using Reading = std::vector<Scored>; // sorted, each once
    using All = std::vector<Reading>;    // sorted, each once

    explicit FacsReadings(const FacsQuery& query) : m_query(query) {}

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

    static bool holds(const FacsQuery::Node& node, const Reading& reading) {
        using Kind = FacsQuery::Node::Kind;
        const auto inner = [&](const FacsQuery::Node& child) { return holds(child, reading); };
        switch (node.kind) {
        case Kind::And:
            return std::all_of(node.children.begin(), node.children.end(), inner);
        case Kind::Or:
            return std::any_of(node.children.begin(), node.children.end(), inner);
        case Kind::Not:
            return !inner(node.children.front());
        case Kind::Term:
            break;
        }
        return std::any_of(reading.begin(), reading.end(),
                           [&](const Scored& scored) { return matches(node.term, scored); });
    }

private:
    static constexpr std::size_t kMostReadings = 1024;
    static constexpr int kMostUnits = 500; // of those asked for, in one code

    static All nothing() { return {Reading{}}; }

    static bool matches(const FacsQuery::Term& term, const Scored& scored) {
        if (term.number != scored.number || (term.m && !scored.m) || term.reference != scored.reference)
            return false;
        const bool oneSide = scored.side == FacsSide::Left || scored.side == FacsSide::Right;
        if (term.wanted == FacsQuery::WantedSide::Exactly && scored.side != term.side)
            return false;
        if (term.wanted == FacsQuery::WantedSide::Unilateral && !oneSide)
            return false;
        switch (term.compare) {
        case FacsQuery::Compare::None:
            return true;
        case FacsQuery::Compare::Equal:
            return scored.intensity == term.intensity;
        case FacsQuery::Compare::NotEqual:
            return scored.intensity != term.intensity;
        case FacsQuery::Compare::Less:
            return scored.intensity < term.intensity;
        case FacsQuery::Compare::AtMost:
            return scored.intensity <= term.intensity;
        case FacsQuery::Compare::More:
            return scored.intensity > term.intensity;
        case FacsQuery::Compare::AtLeast:
            return scored.intensity >= term.intensity;
        }
        return false;
    }

    static void tidy(All& all) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }

    std::optional<All> ofUnit(const FacsUnit& unit, bool reference) {
        const auto& asked = m_query.m_numbers;
        if (!std::binary_search(asked.begin(), asked.end(), unit.number))
            return nothing();
        if (++m_units > kMostUnits)
            return std::nullopt;
        auto low = std::min(unit.strength.low, unit.strength.high);
        auto high = std::max(unit.strength.low, unit.strength.high);
        if (!m_query.m_comparesIntensity)
            low = high = Intensity::Unscored;
        else if (!unit.strength.scored())
            low = Intensity::A, high = Intensity::E;
        All all;
        if (unit.unsure || !unit.mark.empty())
            all = nothing();
        for (const auto side : unit.sides.list())
            for (auto i = static_cast<int>(low); i <= static_cast<int>(high); ++i)
                all.push_back({Scored{unit.number, unit.prefix == FacsPrefix::M, reference, side,
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

    const FacsQuery& m_query;
    int m_units = 0;
};

std::string_view nameOf(FacsAnswer answer) {
    constexpr std::array<std::string_view, 3> kNames{"no", "maybe", "yes"};
    return kNames[static_cast<std::size_t>(answer)];
}

FacsAnswer FacsQuery::ask(const FacsCode& code) const {
    if (code.state() == FacsState::Unknown)
        return FacsAnswer::Maybe;
    const auto readings = FacsReadings(*this).of(code.root());
    if (!readings)
        return FacsAnswer::Maybe;
    bool some = false;
    bool every = true;
    for (const auto& reading : *readings) {
        const bool holds = FacsReadings::holds(m_root, reading);
        some = some || holds;
        every = every && holds;
    }
    return !some ? FacsAnswer::No : every ? FacsAnswer::Yes : FacsAnswer::Maybe;
}

} // namespace mien::annotation
