// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fold_files.h"

#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/nn/safetensors.h"
#include "core/training/spotting_checkpoint.h"

#include <nlohmann/json.hpp>

namespace mien::training {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr const char* kFold = "fold.json";
constexpr const char* kWeights = "weights.safetensors";

/// NaN, which a curve without validation holds, is null in JSON.
Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}
double number(const Json& json) {
    return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
}

Json toJson(const EpochRecord& r) {
    return {{"epoch", r.epoch},
            {"learning_rate", r.learningRate},
            {"train_loss", number(r.trainLoss)},
            {"gradient_norm", number(r.gradientNorm)},
            {"validation_loss", number(r.validationLoss)},
            {"validation_f1", number(r.validationF1)}};
}

Json toJson(const evaluation::SpottingCounts& c) {
    return {c.tp, c.fp, c.fn};
}
evaluation::SpottingCounts countsFrom(const Json& json) {
    return {json.at(0).get<std::int64_t>(), json.at(1).get<std::int64_t>(), json.at(2).get<std::int64_t>()};
}
Json toJson(const TypedCounts& c) {
    return {{"micro", toJson(c.micro)}, {"macro", toJson(c.macro)}};
}
TypedCounts typedFrom(const Json& json) {
    return {countsFrom(json.at("micro")), countsFrom(json.at("macro"))};
}

Json toJson(const annotation::Proposal& p) {
    Json json = {{"type", nameOf(p.type)},
                 {"onset", p.onset.value},
                 {"apex", p.apex.value},
                 {"offset", p.offset.value},
                 {"score", p.score}};
    if (!p.looksLike.empty())
        json["looks_like"] = p.looksLike;
    return json;
}
annotation::Proposal proposalFrom(const Json& json, const std::string& spotter) {
    annotation::Proposal p;
    p.type = annotation::expressionTypeFrom(json.at("type").get<std::string>()).value();
    p.onset = FrameIndex{json.at("onset").get<std::int64_t>()};
    p.apex = FrameIndex{json.at("apex").get<std::int64_t>()};
    p.offset = FrameIndex{json.at("offset").get<std::int64_t>()};
    p.score = json.at("score").get<double>();
    p.looksLike = json.value("looks_like", std::string());
    p.spotter = spotter;
    return p;
}

Json toJson(const spotting::DurationLimits& l) {
    return {l.nearest, l.furthest, l.shortest, l.longest};
}
spotting::DurationLimits limitsFrom(const Json& json) {
    return {json.at(0).get<int>(), json.at(1).get<int>(), json.at(2).get<int>(), json.at(3).get<int>()};
}

/// Limits and thresholds; what else decides proposals is the recipe's.
Json toJson(const spotting::ProposalOptions& o) {
    return {{"micro_limits", toJson(o.micro)},
            {"macro_limits", toJson(o.macro)},
            {"micro_apex", o.microApex},
            {"macro_apex", o.macroApex},
            {"apexes", o.apexes},
            {"nms", o.nmsIou},
            {"micro_most", o.microMost},
            {"macro_most", o.macroMost}};
}
spotting::ProposalOptions optionsFrom(const Json& json) {
    spotting::ProposalOptions o;
    o.micro = limitsFrom(json.at("micro_limits"));
    o.macro = limitsFrom(json.at("macro_limits"));
    o.microApex = json.at("micro_apex").get<double>();
    o.macroApex = json.at("macro_apex").get<double>();
    o.apexes = json.at("apexes").get<std::string>();
    o.nmsIou = json.at("nms").get<double>();
    o.microMost = json.at("micro_most").get<int>();
    o.macroMost = json.at("macro_most").get<int>();
    return o;
}

Unexpected damagedFold(const fs::path& file) {
    return fail(ErrorCode::Corrupt, "This fold's file is damaged; delete its folder to train it again.",
                file.string());
}

} // namespace

std::string foldKey(const SpottingSet& set, const SpotterTraining& training, bool shuffledLabels) {
    return trainingKey(set, training) + (shuffledLabels ? " shuffled" : "");
}

Result<void> writeFold(const fs::path& folder, const std::string& key, const FoldResult& fold) {
    if (auto ok = nn::writeSafetensors(folder / kWeights, {fold.trained.weights, {}}); !ok)
        return ok;
    const auto& trained = fold.trained;
    Json films = Json::array(), curve = Json::array();
    for (const auto& film : fold.films) {
        Json proposals = Json::array();
        for (const auto& p : film.proposals)
            proposals.push_back(toJson(p));
        films.push_back({{"film", film.name},
                         {"subject", film.subject},
                         {"counts", toJson(film.counts)},
                         {"proposals", std::move(proposals)}});
    }
    for (const auto& record : trained.curve)
        curve.push_back(toJson(record));
    const Json json = {{"key", key},
                       {"fold", fold.fold},
                       {"name", fold.name},
                       {"epoch", trained.epoch},
                       {"mean", trained.normalisation.mean},
                       {"deviation", trained.normalisation.deviation},
                       {"prior", trained.prior},
                       {"proposals", toJson(trained.proposals)},
                       {"chosen_by", toJson(trained.chosenBy)},
                       {"notes", trained.notes},
                       {"films", std::move(films)},
                       {"curve", std::move(curve)}};
    return writeFileAtomically(folder / kFold, jsonText(json, 1) + "\n");
}

Result<FoldResult> readFold(const fs::path& folder, const std::string& key) {
    const auto path = folder / kFold;
    const auto text = readTextFile(path);
    if (!text)
        return Unexpected(text.error());
    const auto json = parseOrderedJson(*text);
    if (json.is_object() && json.value("key", "") != key)
        return fail(ErrorCode::InvalidArgument,
                    "This fold was trained on other films or with other options; choose another folder.",
                    path.string());
    auto weights = nn::readSafetensors(folder / kWeights);
    if (!weights && weights.error().code == ErrorCode::Corrupt)
        return damagedFold(folder / kWeights);
    if (!weights)
        return Unexpected(std::move(weights).error());
    auto read = guarded(path.string(), [&]() -> Result<FoldResult> {
        FoldResult fold;
        fold.fold = json.at("fold").get<int>();
        fold.name = json.at("name").get<std::string>();
        fold.trained.epoch = json.at("epoch").get<int>();
        fold.trained.normalisation.mean = json.at("mean").get<std::vector<double>>();
        fold.trained.normalisation.deviation = json.at("deviation").get<std::vector<double>>();
        fold.trained.prior = json.at("prior").get<pipeline::RegionMatrix>();
        fold.trained.proposals = optionsFrom(json.at("proposals"));
        fold.trained.chosenBy = typedFrom(json.at("chosen_by"));
        fold.trained.notes = json.at("notes").get<std::vector<std::string>>();
        for (const auto& record : json.at("curve"))
            fold.trained.curve.push_back(
                {record.at("epoch").get<int>(), record.at("learning_rate").get<double>(),
                 number(record.at("train_loss")), number(record.at("gradient_norm")),
                 number(record.at("validation_loss")), number(record.at("validation_f1"))});
        for (const auto& film : json.at("films")) {
            FoldFilm found{film.at("film").get<std::string>(),
                           film.at("subject").get<std::string>(),
                           {},
                           typedFrom(film.at("counts"))};
            for (const auto& proposal : film.at("proposals"))
                found.proposals.push_back(proposalFrom(proposal, "network"));
            fold.films.push_back(std::move(found));
        }
        return fold;
    });
    if (!read)
        return damagedFold(path);
    read->trained.weights = std::move(weights->tensors);
    return read;
}

} // namespace mien::training
