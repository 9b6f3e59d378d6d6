// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "app/cli/training_input.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::cli {
namespace {

struct OptionsState {
    std::string preset = "mien";
};

std::string rangeOf(const OptionInfo& info) {
    if (!info.choices.empty())
        return fmt::format("{}", fmt::join(info.choices, " | "));
    return info.min == info.max ? std::string() : fmt::format("{} … {}", info.min, info.max);
}

} // namespace

Run declareTrainOptions(Verb& verb) {
    auto s = Verb::state<OptionsState>();
    std::vector<std::string> presets;
    for (const auto& row : spotting::recipePresets())
        presets.emplace_back(row.name);
    verb.option("--preset", s->preset, "whose values to show").oneOf(presets).showDefault();
    return [s](Context&) -> Result<Output> {
        auto recipe = spotting::recipePreset(s->preset);
        if (!recipe)
            return Unexpected(std::move(recipe).error());
        Output out;
        TextTable table({"option", "value", "range", "meaning"});
        spotting::SpottingRecipe::visit(*recipe, [&](const auto& field, const OptionInfo& info) {
            table.add(
                {std::string(info.name), fmt::format("{}", field), rangeOf(info), std::string(info.help)});
            out.json["options"].push_back(
                {{"name", info.name}, {"value", field}, {"range", rangeOf(info)}, {"help", info.help}});
        });
        for (const auto& row : spotting::recipePresets())
            out.json["presets"].push_back({{"name", row.name}, {"description", row.description}});
        out.text = table.text();
        for (const auto& row : spotting::recipePresets())
            out.text += fmt::format("{}: {}\n", row.name, row.description);
        return out;
    };
}

} // namespace mien::cli
