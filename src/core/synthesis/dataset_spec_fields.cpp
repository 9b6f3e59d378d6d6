// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_spec_fields.h"

#include "core/base/json.h"

#include "core/synthesis/clip_json.h"

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;

std::string oneOf(const Fields& fields, const std::string& key, const std::string& value,
                  std::initializer_list<std::string_view> choices) {
    if (std::find(choices.begin(), choices.end(), value) == choices.end())
        fields.refuse(fmt::format("has \"{}\" = \"{}\"; it is {}.", key, value, fmt::join(choices, " or ")));
    return value;
}

void readCounts(const Json& json, DatasetSpec& spec) {
    Fields fields(json, "\"counts\"");
    fields.takeNumber("clips", spec.counts.clips, 1, 10'000'000);
    fields.take("per", spec.counts.per);
    fields.take("by", spec.counts.by);
    oneOf(fields, "per", spec.counts.per, {"dataset", "person", "stratum"});
    oneOf(fields, "by", spec.counts.by, {"none", "emotion", "label"});
    fields.refuseOthers();
}

std::vector<std::string> textsOf(const Fields& fields, const Json& list) {
    std::vector<std::string> texts;
    for (const auto& item : list) {
        if (!item.is_string())
            fields.refuse(fmt::format("has {} where a text belongs.", jsonText(item)));
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

void readStrata(const Json& json, DatasetSpec& spec) {
    Fields fields(json, "\"strata\"");
    if (const auto* keys = fields.list("keys"))
        spec.strata.keys = textsOf(fields, *keys);
    if (const auto* values = fields.object("values"))
        for (const auto& [key, list] : values->items()) {
            if (std::find(spec.strata.keys.begin(), spec.strata.keys.end(), key) == spec.strata.keys.end())
                fields.refuse(fmt::format("has values of \"{}\", which is none of its keys.", key));
            if (!list.is_array() || list.empty())
                fields.refuse(fmt::format("needs a list of values for \"{}\".", key));
            spec.strata.values[key] = textsOf(fields, list);
        }
    fields.take("allow_missing", spec.strata.allowMissing);
    fields.refuseOthers();
}

void readTwins(const Json& json, DatasetSpec& spec) {
    Fields fields(json, "\"twins\"");
    fields.take("change", spec.twins.change);
    oneOf(fields, "change", spec.twins.change, {"remove", "strengthen", "add"});
    fields.takeNumber("unit", spec.twins.unit, 0, 999);
    fields.takeNumber("level", spec.twins.level, 0.5, 5.5);
    if (spec.twins.change == "add" && spec.twins.unit == 0)
        fields.refuse("needs \"unit\", the action unit to add.");
    fields.refuseOthers();
}

void readFilm(const Json& json, DatasetSpec& spec) {
    Fields fields(json, "\"film\"");
    fields.takeNumber("frames", spec.film.frames, 4, 10'000'000);
    fields.takeNumber("size", spec.film.size, 64, 4096);
    if (spec.film.size % 2 != 0)
        fields.refuse(
            fmt::format("has \"size\" = {}; it must be even, as film codecs want it.", spec.film.size));
    fields.take("codec", spec.film.codec);
    oneOf(fields, "codec", spec.film.codec, {"h264", "ffv1"});
    fields.takeNumber("quality", spec.film.quality, 0, 51);
    if (const auto* fps = fields.any("fps")) {
        const auto rate = frameRateFrom(fps->is_string() ? fps->get<std::string>() : fps->dump());
        if (!rate)
            throw std::runtime_error(rate.error().message);
        spec.film.fps = *rate;
    }
    fields.refuseOthers();
}

void readTruth(const Json& json, DatasetSpec& spec) {
    Fields fields(json, "\"truth\"");
    fields.take("flow", spec.film.flow);
    oneOf(fields, "flow", spec.film.flow, {"none", "previous", "first"});
    fields.refuseOthers();
}

void readExpressions(const Json& json, DatasetSpec& spec) {
    Fields fields(json, "\"expressions\"");
    fields.takeNumber("per_film", spec.scm.episodes, 0, 100'000);
    fields.takeNumber("micro_share", spec.scm.microShare, 0.0, 1.0);
    fields.takeNumber("neutral_s", spec.scm.neutralS, 0.0, 1e6);
    fields.refuseOthers();
}

void readNuisance(const Json& json, NuisanceOptions& nuisance) {
    Fields fields(json, "\"nuisance\"");
    fields.takeRange("light", nuisance.lightGain, 0.4, 2.0);
    fields.takeRange("flicker", nuisance.flicker, 0.0, 0.5);
    fields.takeRange("noise", nuisance.noiseSigma, 0.0, 40.0);
    fields.takeRange("face_fraction", nuisance.faceFraction, 0.2, 0.8);
    fields.takeRange("head_px_per_s", nuisance.headPxPerS, 0.0, 100.0);
    fields.takeRange("head_extent_px", nuisance.headExtentPx, 0.1, 100.0);
    fields.takeRange("roll_deg", nuisance.rollDeg, 0.0, 20.0);
    fields.takeNumber("blinks_per_minute", nuisance.blinksPerMinute, 0.0, 60.0);
    fields.takeNumber("gaze_per_minute", nuisance.gazePerMinute, 0.0, 120.0);
    fields.takeNumber("speech_share", nuisance.speechShare, 0.0, 0.8);
    fields.refuseOthers();
}

PlantedLink linkFrom(const Json& json, std::size_t number) {
    Fields fields(json, fmt::format("Planted link {}", number));
    PlantedLink link;
    std::string kind;
    fields.take("kind", kind);
    oneOf(fields, "kind", kind, {"unit", "light", "camera", "duration"});
    for (const auto each : {PlantedLink::Kind::Unit, PlantedLink::Kind::Light, PlantedLink::Kind::Camera,
                            PlantedLink::Kind::Duration})
        if (nameOf(each) == kind)
            link.kind = each;
    if (!fields.take("class", link.emotion))
        fields.refuse("needs \"class\", the emotion that it follows.");
    fields.takeNumber("unit", link.unit, 0, 999);
    fields.takeNumber("strength", link.strength, 0.0, 1.0);
    fields.takeNumber("factor", link.factor, 0.3, 3.0);
    fields.take("in", link.split);
    fields.refuseOthers();
    return link;
}

void readConfounding(const Json& json, DatasetSpec& spec) {
    Fields fields(json, "\"confounding\"");
    if (const auto* subject = fields.any("subject")) {
        auto& s = spec.scm.subject;
        if (subject->is_number()) {
            s = SubjectStrength::all(subject->get<double>());
        } else {
            Fields each(*subject, "\"confounding.subject\"");
            each.takeNumber("emotion", s.emotion, 0.0, 1.0);
            each.takeNumber("units", s.units, 0.0, 1.0);
            each.takeNumber("intensity", s.intensity, 0.0, 1.0);
            each.takeNumber("timing", s.timing, 0.0, 1.0);
            each.takeNumber("camera", s.camera, 0.0, 1.0);
            each.takeNumber("label", s.label, 0.0, 1.0);
            each.refuseOthers();
        }
    }
    if (const auto* planted = fields.list("planted"))
        for (const auto& item : *planted)
            spec.scm.planted.push_back(linkFrom(item, spec.scm.planted.size() + 1));
    fields.takeNumber("label_noise", spec.scm.labelNoise, 0.0, 1.0);
    fields.refuseOthers();
}

std::vector<double> weightsFrom(const Json& json, const std::string& what, const EmotionTable& table) {
    Fields fields(json, what);
    std::vector<double> weights;
    for (const auto& emotion : table.emotions) {
        double weight = 1.0;
        fields.takeNumber(emotion.name, weight, 0.0, 1e6);
        weights.push_back(weight);
    }
    fields.refuseOthers();
    return weights;
}

} // namespace

void readDatasetFields(Fields& fields, DatasetSpec& spec) {
    if (const auto* json = fields.object("film"))
        readFilm(*json, spec);
    if (const auto* json = fields.object("counts"))
        readCounts(*json, spec);
    if (const auto* json = fields.object("strata"))
        readStrata(*json, spec);
    if (const auto* json = fields.object("twins"))
        readTwins(*json, spec);
    if (const auto* json = fields.object("truth"))
        readTruth(*json, spec);
    if (const auto* json = fields.object("expressions"))
        readExpressions(*json, spec);
    if (const auto* json = fields.object("nuisance"))
        readNuisance(*json, spec.scm.nuisance);
    if (const auto* json = fields.object("confounding"))
        readConfounding(*json, spec);
    fields.any("class_weights");
    fields.any("class_weights_in");
    if (spec.scm.episodes != 1 && spec.counts.by != "none")
        fields.refuse("asks for counts by class, which needs \"per_film\": 1.");
    if (spec.counts.per == "stratum" && spec.strata.keys.empty())
        fields.refuse("asks for counts per stratum, but \"strata\" has no keys.");
    if (!spec.twins.change.empty() && spec.scm.episodes != 1)
        fields.refuse("asks for twins, which need \"per_film\": 1.");
}

void readClassWeights(Fields& fields, DatasetSpec& spec) {
    if (const auto* json = fields.object("class_weights"))
        spec.scm.weights = weightsFrom(*json, "\"class_weights\"", spec.scm.table);
    const auto* bySplit = fields.object("class_weights_in");
    if (bySplit == nullptr)
        return;
    if (spec.counts.by != "none")
        fields.refuse("has \"class_weights_in\", which needs counts by \"none\": counts by class are the "
                      "same everywhere.");
    for (const auto& [split, json] : bySplit->items()) {
        if (split != "train" && split != "test")
            fields.refuse(fmt::format("has \"class_weights_in\" for \"{}\"; it is train or test.", split));
        spec.scm.splitWeights[split] = weightsFrom(json, "\"class_weights_in\"", spec.scm.table);
    }
}

} // namespace mien::synthesis
