// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/clip_json.h"

#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/synthesis/json_fields.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;

std::string keyOf(std::string_view option) {
    std::string key(option);
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

void takeFrame(Fields& fields, const std::string& key, FrameIndex& frame) {
    if (!fields.take(key, frame.value))
        throw std::runtime_error(fmt::format("{} needs \"{}\", a frame number.", fields.what(), key));
}

PlantedExpression expressionFrom(const Json& json, std::size_t number) {
    Fields fields(json, fmt::format("Expression {}", number));
    PlantedExpression e;
    if (!fields.take("au", e.actionUnits))
        throw std::runtime_error(fmt::format("{} needs \"au\", e.g. \"1+2\".", fields.what()));
    std::string text;
    if (fields.take("intensity", text)) {
        const auto intensity = annotation::intensityFrom(text);
        if (!intensity || *intensity == annotation::Intensity::Unscored)
            throw std::runtime_error(
                fmt::format("{} has the intensity \"{}\"; it is one of A, B, C, D, E.", fields.what(), text));
        e.intensity = *intensity;
    }
    if (fields.take("type", text)) {
        e.type = annotation::expressionTypeFrom(text);
        if (!e.type)
            throw std::runtime_error(
                fmt::format("{} has the type \"{}\"; it is micro or macro.", fields.what(), text));
    }
    fields.take("peak_px", e.peakPx);
    fields.take("amount", e.amount);
    fields.take("speech", e.speech);
    takeFrame(fields, "onset", e.onset);
    takeFrame(fields, "apex", e.apex);
    takeFrame(fields, "offset", e.offset);
    fields.take("hold", e.holdFrames);
    fields.refuseOthers();
    return e;
}

} // namespace

Json toJson(const ClipSpec& spec) {
    Json json;
    json["source"] = spec.source.generic_string();
    json["fps"] = fmt::format("{}/{}", spec.fps.num, spec.fps.den);
    ClipSpec::visit(spec, [&](const auto& value, const OptionInfo& info) { json[keyOf(info.name)] = value; });
    json["expressions"] = Json::array();
    for (const auto& e : spec.expressions) {
        Json item{{"au", e.actionUnits}, {"intensity", annotation::nameOf(e.intensity)}};
        if (e.peakPx > 0.0)
            item["peak_px"] = e.peakPx;
        if (e.amount > 0.0)
            item["amount"] = e.amount;
        if (e.speech)
            item["speech"] = true;
        item["onset"] = e.onset.value;
        item["apex"] = e.apex.value;
        item["hold"] = e.holdFrames;
        item["offset"] = e.offset.value;
        item["type"] = annotation::nameOf(typeOf(e, spec.fps));
        json["expressions"].push_back(item);
    }
    json["blinks"] = Json::array();
    for (const auto& b : spec.blinks)
        json["blinks"].push_back(
            {{"onset", b.onset.value}, {"closed", b.closed.value}, {"offset", b.offset.value}});
    if (!spec.gaze.empty())
        json["gaze"] = Json::array();
    for (const auto& g : spec.gaze)
        json["gaze"].push_back({{"onset", g.onset.value}, {"right", g.right}, {"up", g.up}});
    return json;
}

Result<Rational> frameRateFrom(std::string_view text) {
    const auto wrong = [&] {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("\"{}\" is no frame rate; write 30, 29.97 or 30000/1001.", text));
    };
    const auto number = [](std::string_view part, double& value) {
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        return error == std::errc{} && end == part.data() + part.size() && value > 0.0 && value < 1e7;
    };
    double num = 0.0, den = 1.0;
    const auto slash = text.find('/');
    if (!number(text.substr(0, slash), num) ||
        (slash != std::string_view::npos && !number(text.substr(slash + 1), den)))
        return wrong();
    if (num == std::floor(num) && den == std::floor(den))
        return Rational{static_cast<std::int64_t>(num), static_cast<std::int64_t>(den)};
    if (slash != std::string_view::npos)
        return wrong();
    return Rational{std::llround(num * 1000.0), 1000};
}

Result<ClipSpec> clipSpecFromJson(const Json& json) {
    try {
        Fields fields(json, "The clip");
        ClipSpec spec;
        std::string source;
        fields.take("source", source);
        spec.source = source;
        if (const auto* fps = fields.any("fps")) {
            auto rate = frameRateFrom(fps->is_string() ? fps->get<std::string>() : fps->dump());
            if (!rate)
                return Unexpected(rate.error());
            spec.fps = *rate;
        }
        ClipSpec::visit(spec,
                        [&](auto& value, const OptionInfo& info) { fields.take(keyOf(info.name), value); });
        if (const auto* list = fields.list("expressions"))
            for (const auto& item : *list)
                spec.expressions.push_back(expressionFrom(item, spec.expressions.size() + 1));
        if (const auto* list = fields.list("blinks"))
            for (const auto& item : *list) {
                Fields blink(item, fmt::format("Blink {}", spec.blinks.size() + 1));
                auto& b = spec.blinks.emplace_back();
                takeFrame(blink, "onset", b.onset);
                takeFrame(blink, "closed", b.closed);
                takeFrame(blink, "offset", b.offset);
                blink.refuseOthers();
            }
        if (const auto* list = fields.list("gaze"))
            for (const auto& item : *list) {
                Fields gaze(item, fmt::format("Shift of gaze {}", spec.gaze.size() + 1));
                auto& g = spec.gaze.emplace_back();
                takeFrame(gaze, "onset", g.onset);
                gaze.take("right", g.right);
                gaze.take("up", g.up);
                gaze.refuseOthers();
            }
        fields.refuseOthers();
        return spec;
    } catch (const std::exception& e) {
        return fail(ErrorCode::InvalidArgument, e.what());
    }
}

Result<ClipSpec> readClipSpec(const std::filesystem::path& file) {
    const auto text = readTextFile(file);
    if (!text)
        return Unexpected(text.error());
    const auto json = parseOrderedJson(*text);
    if (json.is_discarded())
        return fail(ErrorCode::Corrupt, "The clip's spec is not valid JSON.", file.string());
    auto spec = clipSpecFromJson(json);
    if (!spec)
        return fail(spec.error().code, spec.error().message, file.string());
    if (spec->source.is_relative() && !spec->source.empty())
        spec->source = file.parent_path() / spec->source;
    return spec;
}

} // namespace mien::synthesis
