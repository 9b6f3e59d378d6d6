// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/customs.h"

#include "core/synthesis/generator.h"
#include "core/synthesis/scm_noise.h"

namespace mien::synthesis {

std::vector<int> unitsOutside(const EmotionTable& table) {
    // Lids and parted lips are what blinks and speech move: no habit of them could be told from nuisance.
    static constexpr int kNuisance[] = {25, 26, 27, 43, 45};
    const auto inside = table.units();
    std::vector<int> outside;
    const auto rows = generatorRows();
    for (const auto& unit : rows.front().units())
        if (!std::binary_search(inside.begin(), inside.end(), unit.number) &&
            std::find(std::begin(kNuisance), std::end(kNuisance), unit.number) == std::end(kNuisance) &&
            std::all_of(rows.begin(), rows.end(), [&](const GeneratorRow& row) {
                return row.load == nullptr || shows(row, unit.number);
            }))
            outside.push_back(unit.number);
    std::sort(outside.begin(), outside.end());
    return outside;
}

Customs customsOf(std::size_t subject, std::uint64_t seed, const EmotionTable& table) {
    auto rng = Exogenous(seed, subject).stream("customs");
    Customs customs;
    customs.favourite = subject % table.emotions.size();
    if (const auto outside = unitsOutside(table); !outside.empty())
        customs.habit.unit = outside[subject % outside.size()];
    customs.habit.level = rng.uniform(); // the place within the levels of the expression's type
    customs.intensity = rng.normal();
    customs.duration = rng.normal();
    customs.rise = rng.normal();
    customs.light = rng.normal();
    customs.camera = rng.normal();
    return customs;
}

} // namespace mien::synthesis
