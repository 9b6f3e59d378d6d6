// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/external_plan.h"

#include "core/base/rng.h"
#include "core/synthesis/emotion_table.h"
#include "core/synthesis/external_prompt.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace mien::pipeline {
namespace {

using annotation::ExpressionType;
using annotation::Intensity;
using annotation::Side;
using synthesis::EmotionTable;
using synthesis::PlantedUnit;

/// Streams of random numbers of one clip.
enum Stream : std::uint64_t { kVariant, kPresence, kSide = 1000, kLevel = 2000, kAttempts = 3000 };

Unexpected invalid(std::string message) {
    return fail(ErrorCode::InvalidArgument, std::move(message));
}

/// Checks every visited field against its own range and choices.
struct RangeCheck {
    std::string problem;

    void operator()(bool, const OptionInfo&) {}
    void operator()(const std::string& value, const OptionInfo& info) {
        if (!info.choices.empty() &&
            std::find(info.choices.begin(), info.choices.end(), value) == info.choices.end())
            problem = fmt::format("--{} is \"{}\"; it is one of {}.", info.name, value,
                                  fmt::join(info.choices, " "));
    }
    template <class T>
    void operator()(const T& value, const OptionInfo& info) {
        const auto number = static_cast<double>(value);
        if (info.min < info.max && !(number >= info.min && number <= info.max))
            problem = fmt::format("--{} must lie between {} and {}; it is {}.", info.name, info.min, info.max,
                                  value);
    }
};

std::optional<ExpressionType> typeOf(const ExternalSpec& spec) {
    return annotation::expressionTypeFrom(spec.type); // "any" is neither
}

/// Names that files and tables can bear; people with the same file name are told apart by a number.
std::vector<std::string> subjectsOf(const ExternalSpec& spec) {
    std::vector<std::string> names;
    std::map<std::string, int> used;
    for (const auto& source : spec.sources) {
        auto name = source.stem().string();
        std::replace_if(
            name.begin(), name.end(),
            [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0 && c != '-' && c != '_'; }, '_');
        if (name.empty())
            name = "person";
        if (const int before = used[name]++; before > 0)
            name += fmt::format("-{}", before + 1);
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<PlantedUnit> drawn(const EmotionTable& table, const synthesis::Emotion& emotion,
                               std::optional<ExpressionType> type, std::uint64_t seed) {
    double total = 0.0;
    for (const auto& variant : emotion.variants)
        total += variant.weight;
    double left = Rng::derived(seed, kVariant).uniform() * total;
    const auto* variant = &emotion.variants.front();
    for (const auto& candidate : emotion.variants) {
        variant = &candidate;
        if ((left -= candidate.weight) < 0.0)
            break;
    }
    const auto uniform = [seed](std::uint64_t stream) {
        return [seed, stream](int unit) {
            return Rng::derived(seed, stream + static_cast<std::uint64_t>(unit)).uniform();
        };
    };
    const auto levels = type == ExpressionType::Macro ? table.macroLevels : table.microLevels;
    std::vector<PlantedUnit> units;
    for (const auto& state : table.shown(*variant, uniform(kPresence), uniform(kSide))) {
        const double level = levels.first + (levels.second - levels.first) * uniform(kLevel)(state.unit);
        units.push_back({state.unit, state.side, synthesis::letterOf(level)});
    }
    return units;
}

/// Z as given, or nothing where it is to be drawn.
Result<std::vector<PlantedUnit>> givenUnits(const ExternalSpec& spec) {
    if (spec.actionUnits.empty())
        return std::vector<PlantedUnit>();
    auto units = synthesis::parseActionUnits(spec.actionUnits);
    if (!units)
        return units;
    const auto all = annotation::intensityFrom(spec.intensity).value_or(Intensity::Unscored);
    for (auto& unit : *units) {
        const auto words = synthesis::externalUnits();
        if (std::none_of(words.begin(), words.end(), [&](const auto& w) { return w.number == unit.number; }))
            return invalid(fmt::format("AU {} has no words that a model would understand.", unit.number));
        if (unit.intensity == Intensity::Unscored)
            unit.intensity = all == Intensity::Unscored ? Intensity::C : all;
    }
    return units;
}

} // namespace

std::string ExternalTask::actionUnits() const {
    std::vector<std::string> words;
    for (const auto& unit : units)
        words.push_back(fmt::format("{}{}{}",
                                    unit.side == Side::Left    ? "L"
                                    : unit.side == Side::Right ? "R"
                                                               : "",
                                    unit.number, nameOf(unit.intensity)));
    return fmt::format("{}", fmt::join(words, "+"));
}

Result<void> ExternalSpec::validate() const {
    if (sources.empty())
        return invalid("--source names at least one portrait.");
    RangeCheck check;
    visit(*this, check);
    if (!check.problem.empty())
        return invalid(std::move(check.problem));
    if (fps.num <= 0 || fps.den <= 0 || fps.value() < 1.0 || fps.value() > 1000.0)
        return invalid("The frame rate must lie between 1 and 1000 frames a second.");
    if (size % 2 != 0)
        return invalid(fmt::format("--size must be even, as film codecs want it; it is {}.", size));
    return {};
}

Result<std::vector<ExternalTask>> planExternal(const ExternalSpec& spec) {
    if (auto ok = spec.validate(); !ok)
        return Unexpected(ok.error());
    const auto given = givenUnits(spec);
    if (!given)
        return Unexpected(given.error());
    auto table = synthesis::emotionTable(spec.table);
    if (!table)
        return Unexpected(table.error());
    auto emotions = spec.emotions;
    if (given->empty()) {
        if (!emotions.empty())
            table = table->restrictedTo(emotions);
        if (!table)
            return Unexpected(table.error());
        if (emotions.empty())
            for (const auto& emotion : table->emotions)
                emotions.push_back(emotion.name);
    }
    const auto type = typeOf(spec);
    const auto subjects = subjectsOf(spec);
    std::vector<ExternalTask> tasks;
    for (std::size_t s = 0; s < spec.sources.size(); ++s)
        for (int k = 0; k < spec.count; ++k) {
            const auto seed =
                Rng::derived(Rng::derived(spec.seed, s).next(), static_cast<std::uint64_t>(k)).next();
            ExternalTask task;
            task.subject = subjects[s];
            task.id = fmt::format("{}_{:02}", subjects[s], k + 1);
            task.source = s;
            task.type = type;
            if (!emotions.empty())
                task.elicited = emotions[static_cast<std::size_t>(k) % emotions.size()];
            task.units = *given;
            task.label = task.elicited;
            if (given->empty()) {
                task.units = drawn(*table, *table->find(task.elicited), type, seed);
                std::vector<synthesis::UnitState> shown;
                for (const auto& unit : task.units)
                    shown.push_back({unit.number, unit.side, 1.0});
                task.label = table->emotionOf(shown);
                if (const auto all = annotation::intensityFrom(spec.intensity);
                    all && *all != Intensity::Unscored)
                    for (auto& unit : task.units)
                        unit.intensity = *all;
            }
            for (int attempt = 0; attempt < spec.attempts; ++attempt)
                task.seeds.push_back(
                    Rng::derived(seed, kAttempts + static_cast<std::uint64_t>(attempt)).next() >> 11);
            const auto prompt = synthesis::composePrompt(task.elicited, task.units, type);
            task.prompt = prompt.positive;
            task.negative = prompt.negative;
            tasks.push_back(std::move(task));
        }
    return tasks;
}

} // namespace mien::pipeline
