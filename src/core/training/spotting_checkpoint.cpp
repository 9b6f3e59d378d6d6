// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/spotting_checkpoint.h"

#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/nn/safetensors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <bit>

namespace mien::training {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "mien spotter training 1";

/// Bits instead of digits: NaN has no number in JSON, and a resumed curve must be the same curve.
std::string bits(double value) {
    return fmt::format("{:016x}", std::bit_cast<std::uint64_t>(value));
}
double fromBits(const std::string& text) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(std::stoull(text, nullptr, 16)));
}

Json toJson(const EpochRecord& r) {
    return {r.epoch,
            bits(r.learningRate),
            bits(r.trainLoss),
            bits(r.gradientNorm),
            bits(r.validationLoss),
            bits(r.validationF1)};
}
EpochRecord recordFrom(const Json& json) {
    return {json.at(0).get<int>(), fromBits(json.at(1)), fromBits(json.at(2)),
            fromBits(json.at(3)),  fromBits(json.at(4)), fromBits(json.at(5))};
}

void put(nn::TensorMap& into, const std::string& prefix, const nn::TensorMap& tensors) {
    for (const auto& [name, tensor] : tensors)
        into.emplace(prefix + name, tensor);
}
nn::TensorMap taken(nn::TensorMap& from, const std::string& prefix) {
    nn::TensorMap out;
    for (auto& [name, tensor] : from)
        if (name.starts_with(prefix))
            out.emplace(name.substr(prefix.size()), std::move(tensor));
    return out;
}

} // namespace

std::string trainingKey(const SpottingSet& set, const SpotterTraining& training) {
    std::string text = fmt::format("{}\n{}\n{}\n{}", kFormat, spotting::textOf(training.recipe),
                                   training.seed, training.device);
    if (training.start) {
        text += "\nfrom " + sha256Of(nn::safetensorsBytes({training.start->weights, {}}));
        for (const auto* values :
             {&training.start->normalisation.mean, &training.start->normalisation.deviation})
            for (const double v : *values)
                text += " " + bits(v);
    }
    for (const auto* films : {&training.train, &training.choose}) {
        text += "\nfilms";
        for (const std::size_t i : *films) {
            const auto& film = set.films[i];
            text += fmt::format("\n{} {} {}", film.name, film.subject, film.input.samples());
            for (const auto& e : film.expressions)
                text += fmt::format(" {}{}-{}-{}", nameOf(e.type), e.onset.value, e.apex ? e.apex->value : -1,
                                    e.offset ? e.offset->value : -1);
            for (const auto& stretch : film.watched)
                text += fmt::format(" watched {}-{}", stretch.first.value, stretch.last.value);
        }
    }
    return sha256Of(text);
}

Result<void> saveState(const std::filesystem::path& path, const TrainingState& state) {
    nn::WeightFile file;
    put(file.tensors, "weights/", state.weights);
    put(file.tensors, "optimiser/", state.optimiser);
    put(file.tensors, "best/", state.best);
    Json curve = Json::array();
    for (const auto& record : state.curve)
        curve.push_back(toJson(record));
    const Json said = {{"key", state.key},
                       {"epochs", state.epochs},
                       {"batch", state.batch},
                       {"best_epoch", state.bestEpoch},
                       {"best_f1", bits(state.bestF1)},
                       {"best_loss", bits(state.bestLoss)},
                       {"curve", curve},
                       {"notes", state.notes}};
    file.metadata = {{"format", std::string(kFormat)}, {"state", jsonText(said)}};
    return nn::writeSafetensors(path, file);
}

Result<TrainingState> loadState(const std::filesystem::path& path, const std::string& key) {
    auto file = nn::readSafetensors(path);
    const auto damaged = [&] {
        return fail(ErrorCode::Corrupt,
                    "This is no checkpoint of a training, or a damaged one; delete it to begin anew.",
                    path.string());
    };
    if (!file && file.error().code == ErrorCode::Corrupt)
        return damaged();
    if (!file)
        return Unexpected(std::move(file).error());
    if (file->metadata["format"] != kFormat)
        return damaged();
    auto read = guarded(path.string(), [&]() -> Result<TrainingState> {
        const auto said = parseOrderedJson(file->metadata["state"]);
        TrainingState state;
        state.key = said.at("key").get<std::string>();
        state.epochs = said.at("epochs").get<int>();
        state.batch = said.at("batch").get<int>();
        state.bestEpoch = said.at("best_epoch").get<int>();
        state.bestF1 = fromBits(said.at("best_f1"));
        state.bestLoss = fromBits(said.at("best_loss"));
        for (const auto& record : said.at("curve"))
            state.curve.push_back(recordFrom(record));
        state.notes = said.at("notes").get<std::vector<std::string>>();
        return state;
    });
    if (!read || read->epochs < 0 || read->batch < 1 ||
        read->curve.size() != static_cast<std::size_t>(read->epochs))
        return damaged();
    if (read->key != key)
        return fail(
            ErrorCode::InvalidArgument,
            "This checkpoint belongs to a training on other films or with other options; choose another "
            "folder, or delete it to begin anew.",
            path.string());
    read->weights = taken(file->tensors, "weights/");
    read->optimiser = taken(file->tensors, "optimiser/");
    read->best = taken(file->tensors, "best/");
    return read;
}

} // namespace mien::training
