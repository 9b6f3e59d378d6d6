// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/emotion_table.h"
#include "core/synthesis/emotion_table_builtin.h"
#include "core/synthesis/generator.h"
#include "core/synthesis/json_fields.h"

#include "core/base/file_io.h"
#include "core/base/json.h"

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<SideRule, std::string_view> kSides[] = {{SideRule::Both, "both"},
                                                            {SideRule::Left, "left"},
                                                            {SideRule::Right, "right"},
                                                            {SideRule::Either, "either"}};

SideRule sideFrom(const Fields& fields, const std::string& text) {
    for (const auto& [rule, name] : kSides)
        if (name == text)
            return rule;
    fields.refuse(fmt::format("has the side \"{}\"; it is both, left, right or either.", text));
}

TableUnit unitFrom(const Json& json, const std::string& what) {
    Fields fields(json, what);
    TableUnit unit;
    fields.takeNumber("au", unit.unit, 0, 999);
    if (!someActorShows(unit.unit))
        fields.refuse(fmt::format("names AU {}, which no generator can plant; leave it out or use another.",
                                  unit.unit));
    fields.takeNumber("p", unit.probability, 0.0, 1.0);
    std::string side = "both";
    fields.take("side", side);
    unit.side = sideFrom(fields, side);
    fields.takeRange("levels", unit.macroLevels, 0.0, 5.5);
    fields.refuseOthers();
    return unit;
}

Variant variantFrom(const Json& json, const std::string& what) {
    Fields fields(json, what);
    Variant variant;
    fields.takeNumber("weight", variant.weight, 1e-9, 1e9);
    const auto* units = fields.list("units");
    if (units == nullptr || units->empty())
        fields.refuse("needs \"units\", a list of at least one action unit.");
    for (const auto& item : *units) {
        variant.units.push_back(unitFrom(item, fmt::format("{}, unit {}", what, variant.units.size() + 1)));
        const auto same = std::count_if(variant.units.begin(), variant.units.end(), [&](const TableUnit& u) {
            return u.unit == variant.units.back().unit;
        });
        if (same > 1)
            fields.refuse(fmt::format("lists AU {} twice.", variant.units.back().unit));
    }
    if (std::all_of(variant.units.begin(), variant.units.end(),
                    [](const TableUnit& u) { return u.probability <= 0.0; }))
        fields.refuse("has no unit with a probability above 0.");
    fields.refuseOthers();
    return variant;
}

Json toJson(const TableUnit& unit) {
    Json json{{"au", unit.unit}, {"p", unit.probability}};
    if (unit.side != SideRule::Both)
        json["side"] = kSides[static_cast<std::size_t>(unit.side)].second;
    if (unit.macroLevels.second > 0.0)
        json["levels"] = {unit.macroLevels.first, unit.macroLevels.second};
    return json;
}

} // namespace

Result<EmotionTable> emotionTableFromJson(const Json& json, const std::string& where) {
    try {
        Fields fields(json, "The emotion table");
        EmotionTable table;
        std::string format;
        fields.take("format", format);
        if (format != "mien-emotions-1")
            fields.refuse("needs \"format\": \"mien-emotions-1\".");
        if (!fields.take("name", table.name) || table.name.empty())
            fields.refuse("needs a \"name\".");
        if (!fields.take("source", table.source) || table.source.empty())
            fields.refuse("needs a \"source\": where its figures come from.");
        fields.take("note", table.note);
        if (const auto* levels = fields.object("levels")) {
            Fields ranges(*levels, "\"levels\" of the emotion table");
            ranges.takeRange("micro", table.microLevels, 0.0, 5.5);
            ranges.takeRange("macro", table.macroLevels, 0.0, 5.5);
            ranges.refuseOthers();
        }
        const auto* emotions = fields.list("emotions");
        if (emotions == nullptr || emotions->size() < 2)
            fields.refuse("needs \"emotions\", a list of at least two.");
        for (const auto& item : *emotions) {
            Emotion emotion;
            Fields entry(item, fmt::format("Emotion {} of the table", table.emotions.size() + 1));
            if (!entry.take("name", emotion.name) || emotion.name.empty())
                entry.refuse("needs a \"name\".");
            if (table.find(emotion.name) != nullptr)
                entry.refuse(fmt::format("repeats the name \"{}\".", emotion.name));
            const auto* variants = entry.list("variants");
            if (variants == nullptr || variants->empty())
                entry.refuse("needs \"variants\", a list of at least one.");
            for (const auto& variant : *variants)
                emotion.variants.push_back(variantFrom(
                    variant, fmt::format("Variant {} of {}", emotion.variants.size() + 1, emotion.name)));
            entry.refuseOthers();
            table.emotions.push_back(std::move(emotion));
        }
        fields.refuseOthers();
        return table;
    } catch (const std::exception& e) {
        return fail(ErrorCode::InvalidArgument, e.what(), where);
    }
}

Json toJson(const EmotionTable& table) {
    Json json{
        {"format", "mien-emotions-1"}, {"name", table.name}, {"source", table.source}, {"note", table.note}};
    json["levels"] = {{"micro", {table.microLevels.first, table.microLevels.second}},
                      {"macro", {table.macroLevels.first, table.macroLevels.second}}};
    json["emotions"] = Json::array();
    for (const auto& emotion : table.emotions) {
        Json variants = Json::array();
        for (const auto& variant : emotion.variants) {
            Json units = Json::array();
            for (const auto& unit : variant.units)
                units.push_back(toJson(unit));
            variants.push_back({{"weight", variant.weight}, {"units", units}});
        }
        json["emotions"].push_back({{"name", emotion.name}, {"variants", variants}});
    }
    return json;
}

std::span<const std::string_view> builtInEmotionTables() {
    static constexpr std::string_view kNames[] = {"facs-prototypes", "mie-x"};
    return kNames;
}

Result<EmotionTable> emotionTable(const std::string& nameOrFile) {
    std::string text;
    if (nameOrFile == "facs-prototypes")
        text = kFacsPrototypesJson;
    else if (nameOrFile == "mie-x")
        text = kMieXJson;
    else {
        auto content = readTextFile(nameOrFile, 10u << 20);
        if (!content)
            return fail(content.error().code,
                        fmt::format("The emotion table is neither {} nor a file that can be read.",
                                    fmt::join(builtInEmotionTables(), " nor ")),
                        nameOrFile);
        text = std::move(*content);
    }
    const auto json = parseOrderedJson(text);
    if (json.is_discarded())
        return fail(ErrorCode::Corrupt, "The emotion table is not valid JSON.", nameOrFile);
    return emotionTableFromJson(json, nameOrFile);
}

} // namespace mien::synthesis
