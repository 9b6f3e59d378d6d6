// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_spec.h"

#include "core/base/file_io.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/dataset_spec_fields.h"
#include "core/synthesis/json_fields.h"

#include <numeric>

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

DatasetPortrait portraitFrom(const Json& json, const fs::path& folder, const std::string& what) {
    DatasetPortrait portrait;
    if (json.is_string()) {
        portrait.written = json.get<std::string>();
    } else {
        Fields fields(json, what);
        if (!fields.take("source", portrait.written))
            fields.refuse("needs \"source\", an image, a film or a rig's folder.");
        fields.takeNumber("frame", portrait.frame, 0, 1'000'000'000);
        fields.take("identity", portrait.identity);
        fields.refuseOthers();
    }
    portrait.resolved = fs::path(portrait.written);
    if (portrait.resolved.is_relative())
        portrait.resolved = folder / portrait.resolved;
    return portrait;
}

DatasetPerson personFrom(const Json& json, const fs::path& folder, const std::string& generator,
                         std::size_t number) {
    Fields fields(json, fmt::format("Person {}", number));
    DatasetPerson person;
    person.generator = generator;
    if (!fields.take("id", person.id) || person.id.empty() ||
        person.id.find_first_of("/\\,\"\n") != std::string::npos)
        fields.refuse("needs an \"id\" without slash, comma or quote.");
    fields.take("generator", person.generator);
    fields.take("split", person.split);
    if (!person.split.empty() && person.split != "train" && person.split != "test")
        fields.refuse(fmt::format("has the split \"{}\"; it is train or test.", person.split));
    if (const auto* demographics = fields.object("demographics"))
        for (const auto& [key, value] : demographics->items()) {
            if (!value.is_string())
                fields.refuse(fmt::format("has a demographic \"{}\" that is no text.", key));
            person.demographics[key] = value.get<std::string>();
        }
    const auto* portraits = fields.list("portraits");
    if (portraits == nullptr || portraits->empty())
        fields.refuse("needs \"portraits\", a list of at least one.");
    for (const auto& item : *portraits)
        person.portraits.push_back(portraitFrom(
            item, folder, fmt::format("Portrait {} of \"{}\"", person.portraits.size() + 1, person.id)));
    fields.refuseOthers();
    return person;
}

/// People without a split of their own: a share of them, drawn once, is the test set.
void assignSplits(DatasetSpec& spec) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < spec.people.size(); ++i)
        if (spec.people[i].split.empty())
            open.push_back(i);
    auto rng = Exogenous(spec.scm.seed, 0).stream("split");
    for (std::size_t i = open.size(); i > 1; --i)
        std::swap(open[i - 1], open[rng.below(i)]);
    auto test = static_cast<std::size_t>(std::llround(spec.testShare * static_cast<double>(open.size())));
    if (spec.testShare > 0.0 && open.size() > 1)
        test = std::clamp<std::size_t>(test, 1, open.size() - 1);
    for (std::size_t i = 0; i < open.size(); ++i)
        spec.people[open[i]].split = i < test ? "test" : "train";
}

DatasetSpec specFrom(const Json& json, const fs::path& folder) {
    DatasetSpec spec;
    spec.json = json;
    Fields fields(json, "The dataset's spec");
    std::string format = "mien-dataset-1", generator = "warp";
    fields.take("format", format);
    if (format != "mien-dataset-1")
        fields.refuse(fmt::format("has the format \"{}\"; this program reads mien-dataset-1.", format));
    fields.take("name", spec.name);
    fields.take("preset", spec.preset);
    fields.take("seed", spec.scm.seed);
    fields.take("generator", generator);
    fields.takeNumber("test_share", spec.testShare, 0.0, 1.0);
    const auto* people = fields.list("people");
    if (people == nullptr || people->empty())
        fields.refuse("needs \"people\", a list of at least one.");
    for (const auto& item : *people) {
        spec.people.push_back(personFrom(item, folder, generator, spec.people.size() + 1));
        for (std::size_t i = 0; i + 1 < spec.people.size(); ++i)
            if (spec.people[i].id == spec.people.back().id)
                fields.refuse(fmt::format("names the person \"{}\" twice.", spec.people[i].id));
    }
    fields.take("emotion_table", spec.emotionTable);
    if (const auto* list = fields.list("emotions"))
        for (const auto& item : *list) {
            if (!item.is_string())
                fields.refuse("has \"emotions\" that are no texts.");
            spec.emotions.push_back(item.get<std::string>());
        }
    readDatasetFields(fields, spec);
    fields.refuseOthers();

    const bool builtIn = std::find(builtInEmotionTables().begin(), builtInEmotionTables().end(),
                                   spec.emotionTable) != builtInEmotionTables().end();
    auto table = emotionTable(builtIn || fs::path(spec.emotionTable).is_absolute()
                                  ? spec.emotionTable
                                  : (folder / spec.emotionTable).string());
    if (table && !spec.emotions.empty())
        table = table->restrictedTo(spec.emotions);
    if (!table)
        throw std::runtime_error(table.error().sentence());
    spec.scm.table = std::move(*table);
    readClassWeights(fields, spec);
    assignSplits(spec);
    for (const auto& person : spec.people)
        spec.scm.people.push_back({person.id, person.split, person.portraits.size()});
    spec.scm.lengthS = spec.film.frames / spec.film.fps.value();
    return spec;
}

} // namespace

Result<DatasetSpec> datasetSpecFromJson(const Json& given, const fs::path& folder) {
    Json json = given;
    if (given.is_object() && given.contains("preset")) {
        if (!given["preset"].is_string())
            return fail(ErrorCode::InvalidArgument, "The dataset's spec has a \"preset\" that is no text.");
        auto preset = datasetPreset(given["preset"].get<std::string>());
        if (!preset)
            return Unexpected(preset.error());
        json = *preset;
        json.merge_patch(given); // what the spec says wins, field by field
    }
    try {
        auto spec = specFrom(json, folder);
        if (auto model = Scm::create(spec.scm); !model)
            return Unexpected(model.error());
        return spec;
    } catch (const std::exception& e) {
        return fail(ErrorCode::InvalidArgument, e.what());
    }
}

Result<DatasetSpec> readDatasetSpec(const fs::path& file, std::optional<std::uint64_t> seed) {
    const auto text = readTextFile(file, 100u << 20);
    if (!text)
        return Unexpected(text.error());
    auto json = Json::parse(*text, nullptr, false);
    if (json.is_discarded())
        return fail(ErrorCode::Corrupt, "The dataset's spec is not valid JSON.", file.string());
    if (seed && json.is_object())
        json["seed"] = *seed;
    auto spec = datasetSpecFromJson(json, file.parent_path());
    if (!spec)
        return fail(spec.error().code, spec.error().message, file.string());
    return spec;
}

} // namespace mien::synthesis
