// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/scm_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;

Json timingJson(const EpisodeTiming& t) {
    return {{"onset_s", t.onsetS}, {"apex_s", t.apexS}, {"hold_s", t.holdS}, {"offset_s", t.offsetS}};
}

Json unitJson(const UnitState& state) {
    return {{"au", state.unit},
            {"side", annotation::nameOf(state.side)},
            {"level", state.level},
            {"letter", annotation::nameOf(letterOf(state.level))}};
}

Json episodeJson(const Episode& episode) {
    Json units = Json::array();
    for (const auto& event : episode.units) {
        Json unit = unitJson(event.state);
        unit["origin"] = nameOf(event.origin);
        unit.update(timingJson(event.timing));
        units.push_back(std::move(unit));
    }
    return {{"emotion", episode.emotion},
            {"type", annotation::nameOf(episode.type)},
            {"timing", timingJson(episode.timing)},
            {"units", std::move(units)},
            {"label", episode.label}};
}

Json lightJson(const Light& light) {
    return {{"gain", light.gain}, {"flicker", light.flicker}, {"flicker_hz", light.flickerHz}};
}

Json cameraJson(const Camera& camera) {
    return {{"noise_sigma", camera.noiseSigma}, {"face_fraction", camera.faceFraction}};
}

Json headJson(const Head& head) {
    return {{"px_per_s", head.pxPerS},
            {"direction_deg", head.directionDeg},
            {"extent_px", head.extentPx},
            {"roll_deg", head.rollDeg},
            {"roll_period_s", head.rollPeriodS}};
}

Json blinksJson(const std::vector<BlinkAt>& blinks) {
    Json json = Json::array();
    for (const auto& b : blinks)
        json.push_back({{"onset_s", b.onsetS}, {"closed_s", b.closedS}, {"offset_s", b.offsetS}});
    return json;
}

Json gazeJson(const std::vector<GazeShift>& gaze) {
    Json json = Json::array();
    for (const auto& g : gaze)
        json.push_back({{"onset_s", g.onsetS}, {"right", g.right}, {"up", g.up}});
    return json;
}

Json speechJson(const std::vector<Syllable>& speech) {
    Json json = Json::array();
    for (const auto& s : speech)
        json.push_back({{"au", s.unit},
                        {"amount", s.amount},
                        {"onset_s", s.onsetS},
                        {"apex_s", s.apexS},
                        {"offset_s", s.offsetS}});
    return json;
}

} // namespace

std::span<const std::string_view> exogenousNames() {
    static constexpr std::string_view kNames[] = {
        "subject", "portrait", "emotion",      "variant",       "type",           "units",
        "side",    "level",    "habit",        "timing",        "unit-timing",    "placement",
        "label",   "light",    "camera",       "head",          "blinks",         "gaze",
        "speech",  "sensor",   "planted-unit", "planted-light", "planted-camera", "planted-duration"};
    return kNames;
}

Json toJson(const Interventions& done) {
    Json json = Json::object();
    if (done.subject)
        json["subject"] = *done.subject;
    if (done.portrait)
        json["portrait"] = *done.portrait;
    if (done.emotion)
        json["emotion"] = *done.emotion;
    if (done.type)
        json["type"] = annotation::nameOf(*done.type);
    const auto list = [](const std::vector<UnitState>& units) {
        Json all = Json::array();
        for (const auto& unit : units)
            all.push_back(unitJson(unit));
        return all;
    };
    if (done.units)
        json["units"] = list(*done.units);
    if (!done.unitChanges.empty())
        json["unit_changes"] = list(done.unitChanges);
    if (done.timing)
        json["timing"] = timingJson(*done.timing);
    if (done.label)
        json["label"] = *done.label;
    if (done.light)
        json["light"] = lightJson(*done.light);
    if (done.camera)
        json["camera"] = cameraJson(*done.camera);
    if (done.head)
        json["head"] = headJson(*done.head);
    if (done.blinks)
        json["blinks"] = blinksJson(*done.blinks);
    if (done.gaze)
        json["gaze"] = gazeJson(*done.gaze);
    if (done.speech)
        json["speech"] = speechJson(*done.speech);
    return json;
}

Json toJson(const Sample& sample, const ScmOptions& options) {
    Json noise{{"seed", fmt::format("{:016x}", sample.noise.seed())}, {"index", sample.noise.index()}};
    Json streams = Json::object();
    for (const auto name : exogenousNames())
        streams[std::string(name)] = fmt::format("{:016x}", sample.noise.seedOf(name));
    noise["streams"] = std::move(streams);
    Json episodes = Json::array();
    for (const auto& episode : sample.episodes)
        episodes.push_back(episodeJson(episode));
    return {{"subject", options.people[sample.subject].id},
            {"split", sample.split},
            {"portrait", sample.portrait},
            {"episodes", std::move(episodes)},
            {"light", lightJson(sample.light)},
            {"camera", cameraJson(sample.camera)},
            {"head", headJson(sample.head)},
            {"blinks", blinksJson(sample.blinks)},
            {"gaze", gazeJson(sample.gaze)},
            {"speech", speechJson(sample.speech)},
            {"followed", sample.followed},
            {"done", toJson(sample.done)},
            {"noise", std::move(noise)}};
}

Json plantedJson(const ScmOptions& options) {
    const auto& s = options.subject;
    Json links = Json::array();
    for (const auto& link : options.planted) {
        Json json{{"kind", nameOf(link.kind)},
                  {"class", link.emotion},
                  {"strength", link.strength},
                  {"in", link.split}};
        if (link.kind == PlantedLink::Kind::Unit)
            json["unit"] = link.unit;
        if (link.kind == PlantedLink::Kind::Duration)
            json["factor"] = link.factor;
        links.push_back(std::move(json));
    }
    return {{"subject",
             {{"emotion", s.emotion},
              {"units", s.units},
              {"intensity", s.intensity},
              {"timing", s.timing},
              {"camera", s.camera},
              {"label", s.label}}},
            {"links", std::move(links)},
            {"label_noise", options.labelNoise},
            {"class_weights", options.weights},
            {"class_weights_in", options.splitWeights}};
}

} // namespace mien::synthesis
