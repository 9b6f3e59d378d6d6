// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/external_prompt.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace mien::synthesis {
namespace {

using annotation::ExpressionType;
using annotation::Intensity;
using annotation::Side;

/// What is seen of a unit, as a sentence's subject and verb: "{} slightly".
struct Words {
    int number;
    std::string_view name;
    std::string_view seen;
};

constexpr std::array kWords{
    Words{1, "Inner brow raiser", "the inner ends of the eyebrows rise"},
    Words{2, "Outer brow raiser", "the outer ends of the eyebrows rise"},
    Words{4, "Brow lowerer", "the eyebrows are drawn down and together"},
    Words{5, "Upper lid raiser", "the upper eyelids rise"},
    Words{6, "Cheek raiser", "the cheeks rise and wrinkles form beside the eyes"},
    Words{7, "Lid tightener", "the eyelids tighten"},
    Words{9, "Nose wrinkler", "the nose wrinkles"},
    Words{10, "Upper lip raiser", "the upper lip rises"},
    Words{11, "Nasolabial deepener", "the folds beside the nose deepen"},
    Words{12, "Lip corner puller", "the corners of the lips are pulled up"},
    Words{13, "Sharp lip puller", "the corners of the lips are pulled up sharply under full cheeks"},
    Words{14, "Dimpler", "the corners of the lips tighten into dimples"},
    Words{15, "Lip corner depressor", "the corners of the lips are pulled down"},
    Words{16, "Lower lip depressor", "the lower lip is pulled down"},
    Words{17, "Chin raiser", "the chin pushes the lower lip up"},
    Words{18, "Lip pucker", "the lips pucker"},
    Words{20, "Lip stretcher", "the lips are stretched sideways"},
    Words{22, "Lip funneler", "the lips are pushed out like a funnel"},
    Words{23, "Lip tightener", "the lips become narrow and tight"},
    Words{24, "Lip pressor", "the lips press together"},
    Words{25, "Lips part", "the lips part"},
    Words{26, "Jaw drop", "the jaw drops"},
    Words{27, "Mouth stretch", "the mouth is stretched open"},
    Words{28, "Lip suck", "the lips are sucked in"},
    Words{43, "Eyes closed", "the eyes close"},
    Words{45, "Blink", "the eyes blink"},
};

std::string_view howMuch(Intensity intensity, std::optional<ExpressionType> type) {
    switch (intensity) {
    case Intensity::A:
        return "hardly visibly";
    case Intensity::B:
        return "slightly";
    case Intensity::C:
        return "clearly";
    case Intensity::D:
        return "strongly";
    case Intensity::E:
        return "to the utmost";
    case Intensity::Unscored:
        break;
    }
    return type == ExpressionType::Micro ? "slightly" : "clearly";
}

std::string describe(const PlantedUnit& unit, std::optional<ExpressionType> type) {
    const auto* words =
        std::find_if(kWords.begin(), kWords.end(), [&](const Words& w) { return w.number == unit.number; });
    if (words == kWords.end())
        return {};
    const std::string_view where = unit.side == Side::Left    ? " on the left side of the person's face only"
                                   : unit.side == Side::Right ? " on the right side of the person's face only"
                                                              : "";
    return fmt::format("{} {}{}", words->seen, howMuch(unit.intensity, type), where);
}

bool asks(std::span<const PlantedUnit> units, std::initializer_list<int> anyOf) {
    return std::any_of(units.begin(), units.end(), [&](const PlantedUnit& unit) {
        return std::find(anyOf.begin(), anyOf.end(), unit.number) != anyOf.end();
    });
}

std::string courseOf(std::string_view emotion, std::optional<ExpressionType> type) {
    const auto of = emotion.empty() ? std::string() : fmt::format(" of {}", emotion);
    if (type == ExpressionType::Macro)
        return fmt::format("The face is neutral at first; an expression{} builds up, peaks and fades within "
                           "two seconds; then the face is neutral again.",
                           of);
    return fmt::format("The face is neutral at first; a micro-expression{} crosses it for less than half a "
                       "second; then the face is neutral again.",
                       of);
}

} // namespace

ExternalPrompt composePrompt(std::string_view emotion, std::span<const PlantedUnit> units,
                             std::optional<ExpressionType> type) {
    std::vector<std::string> seen;
    for (const auto& unit : units)
        if (auto words = describe(unit, type); !words.empty())
            seen.push_back(std::move(words));
    const bool eyesClose = asks(units, {43, 45});
    ExternalPrompt out;
    out.positive = fmt::format("Static head shot of one person who looks into the camera, the person of the "
                               "first picture. {}{} Head, "
                               "shoulders and camera stay still{}. Natural skin, even light, sharp focus.",
                               courseOf(emotion, type),
                               seen.empty() ? std::string()
                                            : fmt::format(" In the expression {}.", fmt::join(seen, ", ")),
                               eyesClose ? "" : ", the eyes stay open");

    std::vector<std::string_view> never;
    if (!eyesClose)
        never.push_back("blinking, closed eyes");
    never.push_back("blur, motion blur, double exposure");
    never.push_back("head movement, turning, nodding, camera shake, zoom");
    if (type != ExpressionType::Macro)
        never.push_back("extreme expression, exaggerated expression");
    if (!asks(units, {25, 26, 27}))
        never.push_back("open mouth, teeth, talking");
    never.push_back("distorted features, unreal skin, beauty filter");
    never.push_back("several faces, profile, side angle");
    never.push_back("poor light, low resolution, compression artefacts");
    never.push_back("make-up, accessories, change of clothes, change of background, hands, gestures");
    never.push_back("cartoon, drawing, 3D rendering");
    out.negative = fmt::format("{}", fmt::join(never, ", "));
    return out;
}

std::span<const GeneratorUnit> externalUnits() {
    static const auto units = [] {
        std::vector<GeneratorUnit> list;
        for (const auto& words : kWords)
            list.push_back({words.number, words.name});
        return list;
    }();
    return units;
}

} // namespace mien::synthesis
