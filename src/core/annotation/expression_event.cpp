// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/expression_event.h"

#include <array>
#include <utility>

namespace mien::annotation {
namespace {

template <class T>
using Names = std::pair<T, std::string_view>;

constexpr std::array<Names<ExpressionType>, 2> kTypes{
    {{ExpressionType::Micro, "micro"}, {ExpressionType::Macro, "macro"}}};
constexpr std::array<Names<Side>, 4> kSides{{{Side::Bilateral, "bilateral"},
                                             {Side::Left, "left"},
                                             {Side::Right, "right"},
                                             {Side::Asymmetric, "asymmetric"}}};
constexpr std::array<Names<Intensity>, 6> kIntensities{{{Intensity::Unscored, ""},
                                                        {Intensity::A, "A"},
                                                        {Intensity::B, "B"},
                                                        {Intensity::C, "C"},
                                                        {Intensity::D, "D"},
                                                        {Intensity::E, "E"}}};

template <class T, std::size_t N>
std::string_view lookUp(const std::array<Names<T>, N>& names, T value) {
    for (const auto& [key, name] : names)
        if (key == value)
            return name;
    return {};
}

template <class T, std::size_t N>
std::optional<T> valueOf(const std::array<Names<T>, N>& names, std::string_view text) {
    for (const auto& [key, name] : names)
        if (name == text)
            return key;
    return std::nullopt;
}

} // namespace

std::string_view nameOf(ExpressionType type) {
    return lookUp(kTypes, type);
}
std::string_view nameOf(Side side) {
    return lookUp(kSides, side);
}
std::string_view nameOf(Intensity intensity) {
    return lookUp(kIntensities, intensity);
}
std::optional<ExpressionType> expressionTypeFrom(std::string_view text) {
    return valueOf(kTypes, text);
}
std::optional<Side> sideFrom(std::string_view text) {
    return valueOf(kSides, text);
}
std::optional<Intensity> intensityFrom(std::string_view text) {
    return valueOf(kIntensities, text);
}

bool ExpressionEvent::ordered() const {
    if (onset.value < 0 || onset > offset)
        return false;
    return !apex || (onset <= *apex && *apex <= offset);
}

} // namespace mien::annotation
