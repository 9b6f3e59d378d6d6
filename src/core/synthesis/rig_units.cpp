// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_units.h"

#include "core/synthesis/rig_noise.h"

#include <numbers>

namespace mien::synthesis {
namespace {

/// How a term's shape is found for a half of the face.
enum class Kind : std::uint8_t {
    Pair,  ///< the rig has one for each side: name_L, name_R
    Split, ///< one shape, of which only the acting half is taken
    Whole, ///< one shape that cannot act on one side: each half gives half of it
    Gaze,  ///< both eyes turn to one side: `name` for the left eye, `other` for the right
};

struct Term {
    std::string_view name;
    float weight;
    Kind kind = Kind::Pair;
    std::string_view other = {};
};

// Weights at intensity E. A FACS unit is what one muscle does, a shape of a rig what an artist modelled.
constexpr Term k1[] = {{"browInnerUp", 1.0f}};
constexpr Term k2[] = {{"browOuterUp", 1.0f}};
constexpr Term k4[] = {{"browDown", 1.0f}};
constexpr Term k5[] = {{"eyeWide", 1.0f}};
constexpr Term k6[] = {{"cheekRaiser", 1.0f}, {"cheekSquint", 0.4f}, {"eyeSquint", 0.35f}};
constexpr Term k7[] = {{"eyeSquint", 1.0f}};
constexpr Term k9[] = {{"noseSneer", 0.85f}};
constexpr Term k10[] = {{"mouthUpperUp", 0.9f}};
constexpr Term k12[] = {{"mouthSmile", 1.0f}, {"cheekSquint", 0.25f}};
constexpr Term k14[] = {{"mouthDimple", 1.0f}};
constexpr Term k15[] = {{"mouthFrown", 1.0f}};
constexpr Term k16[] = {{"mouthLowerDown", 1.0f}};
constexpr Term k17[] = {{"mouthShrugLower", 1.0f, Kind::Split}, {"mouthShrugUpper", 0.5f, Kind::Split}};
constexpr Term k18[] = {{"mouthPucker", 1.0f, Kind::Split}};
constexpr Term k20[] = {{"mouthStretch", 1.0f}};
constexpr Term k22[] = {{"mouthFunnel", 1.0f, Kind::Split}};
constexpr Term k23[] = {{"mouthPress", 0.5f},
                        {"mouthRollUpper", 0.25f, Kind::Split},
                        {"mouthRollLower", 0.25f, Kind::Split},
                        {"mouthPucker", 0.25f, Kind::Split}};
constexpr Term k24[] = {{"mouthPress", 1.0f}};
constexpr Term k25[] = {{"mouthLowerDown", 0.35f}, {"mouthUpperUp", 0.15f}, {"jawOpen", 0.06f, Kind::Whole}};
constexpr Term k26[] = {{"jawOpen", 0.5f, Kind::Whole}};
constexpr Term k27[] = {{"jawOpen", 1.0f, Kind::Whole}};
constexpr Term k28[] = {{"mouthRollUpper", 0.8f, Kind::Split}, {"mouthRollLower", 0.8f, Kind::Split}};
constexpr Term k34[] = {{"cheekPuff", 1.0f}};
constexpr Term kLids[] = {{"eyeBlink", 1.0f}};
constexpr Term k61[] = {{"eyeLookOut_L", 1.0f, Kind::Gaze, "eyeLookIn_R"}};
constexpr Term k62[] = {{"eyeLookIn_L", 1.0f, Kind::Gaze, "eyeLookOut_R"}};
constexpr Term k63[] = {{"eyeLookUp", 1.0f}};
constexpr Term k64[] = {{"eyeLookDown", 1.0f}};

struct Row {
    int number;
    std::string_view name;
    std::span<const Term> terms;
};
constexpr Row kRows[] = {
    {1, "inner brow raiser", k1},
    {2, "outer brow raiser", k2},
    {4, "brow lowerer", k4},
    {5, "upper lid raiser", k5},
    {6, "cheek raiser", k6},
    {7, "lid tightener", k7},
    {9, "nose wrinkler", k9},
    {10, "upper lip raiser", k10},
    {12, "lip corner puller", k12},
    {14, "dimpler", k14},
    {15, "lip corner depressor", k15},
    {16, "lower lip depressor", k16},
    {17, "chin raiser", k17},
    {18, "lip pucker", k18},
    {20, "lip stretcher", k20},
    {22, "lip funneler", k22},
    {23, "lip tightener", k23},
    {24, "lip pressor", k24},
    {25, "lips part", k25},
    {26, "jaw drop", k26},
    {27, "mouth stretch", k27},
    {28, "lips suck", k28},
    {34, "cheek puff", k34},
    {43, "eyes closed", kLids},
    {45, "blink", kLids},
    {61, "eyes turn left", k61},
    {62, "eyes turn right", k62},
    {63, "eyes up", k63},
    {64, "eyes down", k64},
};

/// Full name of a term's shape for one half, and which part of it acts. The image's right is the subject's
/// left.
std::pair<std::string, int> shapeFor(const Term& term, Half half) {
    const bool left = half == Half::ImageRight;
    const std::string name(term.name);
    switch (term.kind) {
    case Kind::Pair:
        return {name + (left ? "_L" : "_R"), 0};
    case Kind::Gaze:
        return {left ? name : std::string(term.other), 0};
    case Kind::Split:
        return {name, left ? 1 : -1};
    case Kind::Whole:
        break;
    }
    return {name, 0};
}

} // namespace

std::span<const GeneratorUnit> rigUnits() {
    static const auto units = [] {
        std::vector<GeneratorUnit> list;
        for (const auto& row : kRows)
            list.push_back({row.number, row.name});
        return list;
    }();
    return units;
}

std::vector<RigWeight> rigWeights(const RigModel& model, const FaceState& state) {
    std::vector<RigWeight> weights;
    const auto add = [&](const Term& term, Half half, double amount) {
        const auto [name, side] = shapeFor(term, half);
        const auto* shape = model.shape(name);
        if (shape == nullptr || amount <= 0.0)
            return;
        const auto index = static_cast<std::size_t>(shape - model.shapes.data());
        const auto weight =
            static_cast<float>(amount) * term.weight * (term.kind == Kind::Whole ? 0.5f : 1.0f);
        for (auto& known : weights)
            if (known.shape == index && known.side == side) {
                known.weight += weight;
                return;
            }
        weights.push_back({index, weight, side});
    };
    auto closed = state.blink;
    for (const auto& action : state.actions)
        if (action.actionUnit == 43 || action.actionUnit == 45)
            closed[static_cast<std::size_t>(action.half)] += action.amount;
    for (const auto half : {Half::ImageLeft, Half::ImageRight})
        add(kLids[0], half, std::min(1.0, closed[static_cast<std::size_t>(half)]));
    for (const auto& action : state.actions) {
        if (action.actionUnit == 43 || action.actionUnit == 45)
            continue;
        const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                       [&](const Row& r) { return r.number == action.actionUnit; });
        if (row == std::end(kRows))
            continue;
        const double open = 1.0 - std::min(1.0, closed[static_cast<std::size_t>(action.half)]);
        for (const auto& term : row->terms)
            add(term, action.half, term.name.starts_with("eye") ? action.amount * open : action.amount);
    }
    // The image's right is the subject's left.
    const std::pair<const Term*, double> turns[] = {
        {k61, state.gaze[0]}, {k62, -state.gaze[0]}, {k63, state.gaze[1]}, {k64, -state.gaze[1]}};
    for (const auto& [term, amount] : turns)
        for (const auto half : {Half::ImageLeft, Half::ImageRight})
            add(*term, half, amount * (1.0 - std::min(1.0, closed[static_cast<std::size_t>(half)])));
    return weights;
}

std::array<cv::Matx33f, 2> eyesAhead(const FaceState& state) {
    // As far as eyes turn without the head: some 30 degrees to the side, 25 up and down.
    constexpr double kDegree = std::numbers::pi / 180.0, kSide = 30.0 * kDegree, kUp = 25.0 * kDegree;
    std::array<cv::Vec2d, 2> turn{};
    for (auto& half : turn)
        half = {state.gaze[0], state.gaze[1]};
    for (const auto& action : state.actions) {
        auto& [right, up] = turn[static_cast<std::size_t>(action.half)].val;
        right += action.actionUnit == 61 ? action.amount : action.actionUnit == 62 ? -action.amount : 0.0;
        up += action.actionUnit == 63 ? action.amount : action.actionUnit == 64 ? -action.amount : 0.0;
    }
    std::array<cv::Matx33f, 2> back;
    for (std::size_t half = 0; half < 2; ++half) {
        const auto cosine = [](double angle) { return static_cast<float>(std::cos(angle)); };
        const auto sine = [](double angle) { return static_cast<float>(std::sin(angle)); };
        const double h = kSide * turn[half][0], v = kUp * turn[half][1];
        back[half] = cv::Matx33f(1, 0, 0, 0, cosine(v), -sine(v), 0, sine(v), cosine(v)) *
                     cv::Matx33f(cosine(h), 0, -sine(h), 0, 1, 0, sine(h), 0, cosine(h));
    }
    return back;
}

float rigSideShare(int side, float x) {
    return side == 0 ? 1.0f : smoothBetween(-1.2f, 1.2f, side > 0 ? x : -x);
}

} // namespace mien::synthesis
