// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/result.h"
#include "core/base/rng.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mien::synthesis {

/// One action unit of an expression as the model knows it.
struct UnitState {
    int unit = 0;
    annotation::Side side = annotation::Side::Bilateral; ///< Bilateral, Left or Right (the subject's)
    /// 0 … 5: 1 is the middle of A, 5 of E; a letter spans half a step to either side.
    double level = 3.0;

    bool operator==(const UnitState&) const = default;
};

annotation::Intensity letterOf(double level);
/// Share of the full movement: fractionOf() at whole levels, straight lines between them.
double amountOf(double level);

/// On which side a unit of a table acts.
enum class SideRule : std::uint8_t { Both, Left, Right, Either };

struct TableUnit {
    int unit = 0;
    double probability = 1.0;
    SideRule side = SideRule::Both;
    std::pair<double, double> macroLevels{}; ///< {0, 0}: those of the table
};

/// One way of showing an emotion; one of them is drawn by weight.
struct Variant {
    double weight = 1.0;
    std::vector<TableUnit> units;
};

struct Emotion {
    std::string name;
    std::vector<Variant> variants;
};

/// P(action units | emotion), a data file that researchers may edit (docs/formats/synth-dataset.md).
/// Read forwards it draws units for an emotion; read backwards (Bayes, equal priors) it names the emotion of
/// a set of units: the same figures, two directions.
struct EmotionTable {
    std::string name, source, note;
    std::pair<double, double> microLevels{0.5, 1.5}, macroLevels{1.5, 4.0};
    std::vector<Emotion> emotions;

    const Emotion* find(std::string_view emotion) const;
    /// Every unit that any of the emotions may show, ascending; all emotions where `classes` is empty.
    std::vector<int> units(std::span<const std::string> classes = {}) const;
    /// The table with these emotions alone, in this order; InvalidArgument names one that it lacks.
    Result<EmotionTable> restrictedTo(std::span<const std::string> classes) const;

    /// The units of a variant that show, with their sides, level 0: presence only. Every unit has a draw of
    /// its own (`presence(unit)`, `side(unit)` give uniform numbers); where none would show, the one that
    /// came closest does.
    std::vector<UnitState> shown(const Variant& variant, const std::function<double(int)>& presence,
                                 const std::function<double(int)>& side) const;
    /// P(unit shows | emotion), exactly, the rule of the closest unit included.
    double marginal(const Emotion& emotion, int unit) const;
    /// P(emotion | units shown), equal priors, in the order of `emotions`. Units that no emotion of the table
    /// has say nothing; a unit that an emotion lacks, or a sure one that is missing, counts as a slip of 2 %.
    std::vector<double> posterior(std::span<const UnitState> shown) const;
    /// f_Z: the most probable emotion; of equals the first.
    const std::string& emotionOf(std::span<const UnitState> shown) const;
};

/// The error's one sentence names the table, emotion and field.
Result<EmotionTable> emotionTableFromJson(const nlohmann::ordered_json& json, const std::string& where = {});
nlohmann::ordered_json toJson(const EmotionTable& table);

/// The tables of resources/emotions, compiled in so that they need no installation: "facs-prototypes",
/// "mie-x".
std::span<const std::string_view> builtInEmotionTables();
/// A built-in table by its name, or a file.
Result<EmotionTable> emotionTable(const std::string& nameOrFile);

} // namespace mien::synthesis
