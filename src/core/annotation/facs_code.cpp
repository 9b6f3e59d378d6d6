// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_code.h"

#include "core/annotation/facs_parser.h"

#include <array>

namespace mien::annotation {
namespace {

void collect(const FacsNode& node, FacsOccurrence around, std::vector<FacsOccurrence>& out) {
    switch (node.kind) {
    case FacsNodeKind::Unit:
        around.unit = node.unit;
        around.span = node.span;
        out.push_back(std::move(around));
        return;
    case FacsNodeKind::Either:
        around.alternative = true;
        break;
    case FacsNodeKind::Reference:
        around.reference = true;
        break;
    case FacsNodeKind::Negated:
        around.negated = true;
        break;
    case FacsNodeKind::Repeated:
        around.repeated = true;
        break;
    case FacsNodeKind::All:
    case FacsNodeKind::Remark:
        break;
    }
    for (const auto& child : node.children)
        collect(child, around, out);
}

template <class Predicate>
std::vector<int> numbers(const FacsCode& code, Predicate predicate) {
    std::vector<int> out;
    for (const auto& occurrence : code.occurrences())
        if (predicate(occurrence))
            out.push_back(occurrence.unit.number);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace

std::vector<FacsSide> FacsSides::list() const {
    if (!written())
        return {FacsSide::Bilateral};
    std::vector<FacsSide> out;
    for (const auto side :
         {FacsSide::Left, FacsSide::Right, FacsSide::Asymmetric, FacsSide::Top, FacsSide::Bottom})
        if (has(side))
            out.push_back(side);
    return out;
}

std::optional<FacsSide> FacsSides::single() const {
    const auto all = list();
    return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}

std::string_view letterOf(FacsSide side) {
    constexpr std::array<std::string_view, 6> kLetters{"", "L", "R", "A", "T", "B"};
    return kLetters[static_cast<std::size_t>(side)];
}

std::string_view nameOf(FacsFlagKind kind) {
    constexpr std::array<std::string_view, 11> kNames{
        "words",        "unread", "bracket", "missing-joiner", "empty-term", "unclear-or",
        "unclear-dash", "mark",   "decimal", "side-conflict",  "too-deep"};
    return kNames[static_cast<std::size_t>(kind)];
}

bool FacsNode::sameAs(const FacsNode& other) const {
    return kind == other.kind && unit == other.unit && remark == other.remark &&
           std::equal(children.begin(), children.end(), other.children.begin(), other.children.end(),
                      [](const FacsNode& a, const FacsNode& b) { return a.sameAs(b); });
}

FacsCode FacsCode::parse(std::string raw) {
    return FacsParser(std::move(raw)).take();
}

std::string FacsCode::asWritten() const {
    std::string out;
    out.reserve(m_raw.size());
    for (const auto& token : m_tokens)
        out += text(token.span);
    return out;
}

std::vector<FacsOccurrence> FacsCode::occurrences() const {
    std::vector<FacsOccurrence> out;
    collect(m_root, {}, out);
    return out;
}

std::vector<int> FacsCode::definite() const {
    return numbers(*this, [](const FacsOccurrence& o) { return o.definite(); });
}

std::vector<int> FacsCode::possible() const {
    return numbers(*this, [](const FacsOccurrence& o) { return !o.reference && !o.negated; });
}

std::optional<FacsStrength> FacsCode::strength(int number) const {
    std::optional<FacsStrength> strongest;
    const auto top = [](const FacsStrength& s) { return std::max(s.low, s.high); };
    for (const auto& o : occurrences())
        if (o.definite() && o.unit.number == number && o.unit.strength.scored() &&
            (!strongest || top(o.unit.strength) > top(*strongest)))
            strongest = o.unit.strength;
    return strongest;
}

} // namespace mien::annotation
