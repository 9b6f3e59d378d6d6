// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_spec.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/dataset_people.h"
#include "core/synthesis/dataset_spec_fields.h"
#include "core/synthesis/json_fields.h"

#include <numeric>

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

DatasetSpec specFrom(const Json& json, const fs::path& folder) {
    DatasetSpec spec;
    spec.json = json;
    Fields fields(json, "The dataset's spec");
    std::string format = "mien-dataset-1";
    fields.take("format", format);
    if (format != "mien-dataset-1")
        fields.refuse(fmt::format("has the format \"{}\"; this program reads mien-dataset-1.", format));
    fields.take("name", spec.name);
    fields.take("preset", spec.preset);
    fields.take("seed", spec.scm.seed);
    fields.takeNumber("test_share", spec.testShare, 0.0, 1.0);
    readPeople(fields, spec, folder);
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
    auto json = parseOrderedJson(*text);
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
