// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/external_records.h"

#include "core/annotation/csv.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/media/content_hash.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::pipeline {
namespace {

using Json = nlohmann::ordered_json;

std::string rateText(Rational fps) {
    return fps.den == 1 ? std::to_string(fps.num) : fmt::format("{}/{}", fps.num, fps.den);
}

struct LimitsJson {
    Json json = Json::object();
    template <class T>
    void operator()(const T& value, const OptionInfo& info) {
        json[std::string(info.name)] = value;
    }
};

std::vector<std::string> textsOf(const Json& list) {
    std::vector<std::string> out;
    for (const auto& item : list)
        if (item.is_string())
            out.push_back(item.get<std::string>());
    return out;
}

} // namespace

Json attemptRecord(const ExternalSpec& spec, const ExternalTask& task, int attempt,
                   const std::string& sourceSha256, const Json& model) {
    LimitsJson limits;
    FilmLimits::visit(spec.limits, limits);
    Json record{{"format", "mien-external-clip-1"},
                {"id", task.id},
                {"subject", task.subject},
                {"source_sha256", sourceSha256},
                {"asked",
                 {{"elicited", task.elicited},
                  {"emotion", task.label},
                  {"action_units", task.actionUnits()},
                  {"type", task.type ? std::string(nameOf(*task.type)) : "any"},
                  {"frames", spec.frames},
                  {"fps", rateText(spec.fps)},
                  {"size", spec.size},
                  {"face_fraction", spec.faceFraction},
                  {"prompt", task.prompt},
                  {"negative", task.negative},
                  {"seed", task.seeds[static_cast<std::size_t>(attempt - 1)]}}},
                {"attempt", attempt},
                {"model", model},
                {"limits", std::move(limits.json)}};
    record["key"] = media::toHex(media::sha256Bytes(jsonText(record)));
    return record;
}

Json toJson(const FilmVerdict& verdict) {
    Json checks = Json::array();
    for (const auto& c : verdict.checks)
        checks.push_back({{"check", c.name},
                          {"passed", c.passed},
                          {"judged", c.judged},
                          {"figure", c.figure},
                          {"limit", c.limit},
                          {"unit", c.unit},
                          {"sentence", c.sentence}});
    return checks;
}

Json measuredJson(const FilmVerdict& verdict, Rational fps) {
    if (!verdict.expression)
        return nullptr;
    const auto& e = *verdict.expression;
    Json regions = Json::array();
    for (const auto& share : e.regions)
        regions.push_back({{"region", share.region}, {"peak", share.displacement}});
    return {{"onset", e.onset.value},
            {"apex", e.apex.value},
            {"offset", e.offset.value},
            {"type", annotation::nameOf(e.type)},
            {"duration_s", static_cast<double>(e.offset - e.onset + 1) / fps.value()},
            {"peak", verdict.peak},
            {"units_unseen", verdict.unseen},
            {"regions", std::move(regions)}};
}

std::optional<Json> recordOf(const std::filesystem::path& file, const std::string& key) {
    const auto text = readTextFile(file, 16u << 20);
    if (!text)
        return std::nullopt;
    auto record = parseOrderedJson(*text);
    if (!record.is_object() || !record.contains("key") || record["key"] != key)
        return std::nullopt;
    return record;
}

RejectedFilm rejectedFrom(const Json& record) {
    RejectedFilm out;
    out.attempt = record.value("attempt", 0);
    if (record.contains("reasons"))
        out.reasons = textsOf(record["reasons"]);
    if (record.contains("checks") && record["checks"].is_array())
        for (const auto& check : record["checks"])
            if (auto sentence = check.value("sentence", ""); !sentence.empty())
                out.sentences.push_back(std::move(sentence));
    return out;
}

std::optional<annotation::Proposal> proposalFrom(const Json& measured) {
    if (!measured.is_object())
        return std::nullopt;
    annotation::Proposal out;
    out.onset = {measured.value("onset", std::int64_t{0})};
    out.apex = {measured.value("apex", std::int64_t{0})};
    out.offset = {measured.value("offset", std::int64_t{0})};
    out.type = annotation::expressionTypeFrom(measured.value("type", ""))
                   .value_or(annotation::ExpressionType::Macro);
    return out;
}

std::string clipsTable(const ExternalSpec& spec, const std::vector<ExternalClip>& clips,
                       const std::filesystem::path& folder) {
    std::string out =
        annotation::csvLine({"subject", "film", "clip", "onset", "apex", "offset", "type", "emotion", "au",
                             "fps", "elicited", "au_unseen", "generator", "frames_are"});
    for (const auto& clip : clips) {
        if (!clip.accepted || !clip.measured)
            continue;
        const auto& e = *clip.measured;
        out += annotation::csvLine(
            {clip.task.subject, clip.film.lexically_relative(folder).generic_string(), clip.task.id,
             std::to_string(e.onset.value), std::to_string(e.apex.value), std::to_string(e.offset.value),
             std::string(nameOf(e.type)), clip.task.label, clip.task.actionUnits(), rateText(spec.fps),
             clip.task.elicited, fmt::format("{}", fmt::join(clip.unseen, "+")), "external", "measured"});
    }
    return out;
}

Json manifestOf(const ExternalSpec& spec, const std::vector<ExternalClip>& clips, const Json& model,
                const std::string& command) {
    Json list = Json::array();
    for (const auto& clip : clips) {
        Json rejected = Json::array();
        for (const auto& film : clip.rejected)
            rejected.push_back({{"attempt", film.attempt}, {"reasons", film.reasons}});
        list.push_back(
            {{"id", clip.task.id}, {"accepted", clip.accepted}, {"rejected", std::move(rejected)}});
    }
    return {{"format", "mien-external-1"},
            {"generator", "external"},
            {"known", "asked: action units, emotion, type; measured: onset, apex, offset; no true movement"},
            {"command", command},
            {"seed", spec.seed},
            {"emotion_table", spec.table},
            {"model", model},
            {"clips", std::move(list)}};
}

} // namespace mien::pipeline
