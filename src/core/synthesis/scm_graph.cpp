// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/scm_graph.h"

#include <nlohmann/json.hpp>

namespace mien::synthesis {
namespace {

constexpr ScmNode kNodes[] = {
    {"subject", "Subject and customs", "subject, customs", 0.10, 0.50},
    {"portrait", "Portrait", "portrait", 0.30, 0.92},
    {"emotion", "Elicited emotion", "emotion", 0.30, 0.12},
    {"type", "Micro or macro", "type", 0.50, 0.02},
    {"units", "Z: action units, sides, intensities", "variant, units, side, level, habit, planted-unit", 0.50,
     0.20},
    {"timing", "Z: onset, apex, offset", "timing, unit-timing, placement, planted-duration", 0.62, 0.36},
    {"label", "Y: label", "label", 0.80, 0.08},
    {"light", "Light", "light, planted-light", 0.50, 0.56},
    {"camera", "Camera", "camera, planted-camera", 0.50, 0.70},
    {"head", "Head movement", "head", 0.62, 0.84},
    {"blinks", "Blinks", "blinks", 0.74, 0.94},
    {"speech", "Speech", "speech", 0.88, 0.96},
    {"film", "X: film", "sensor", 0.92, 0.50},
};

double strongest(const ScmOptions& options, PlantedLink::Kind kind) {
    double most = 0.0;
    for (const auto& link : options.planted)
        if (link.kind == kind)
            most = std::max(most, link.strength);
    return most;
}

} // namespace

ScmGraph graphOf(const ScmOptions& options, const Interventions& done) {
    const auto& s = options.subject;
    using Kind = PlantedLink::Kind;
    ScmGraph graph{{std::begin(kNodes), std::end(kNodes)}, {}};
    graph.arrows = {
        {"subject", "portrait", "a portrait is of one person"},
        {"subject", "emotion", "some people show some emotions more often", s.emotion},
        {"emotion", "units", "emotion table, read forwards"},
        {"type", "units", "levels of micro- and macro-expressions"},
        {"subject", "units", "habitual unit and intensity", std::max(s.units, s.intensity)},
        {"type", "timing", "published durations"},
        {"subject", "timing", "custom duration and rise", s.timing},
        {"emotion", "timing", "planted: a class lasts longer", strongest(options, Kind::Duration)},
        {"units", "label", "f_Z: emotion table, read backwards"},
        {"subject", "label", "the coder expects it of this person", s.label},
        {"label", "light", "planted: a class has its own light", strongest(options, Kind::Light)},
        {"subject", "light", "where this person is filmed", s.camera},
        {"label", "camera", "planted: a class has its own camera", strongest(options, Kind::Camera)},
        {"subject", "camera", "what this person is filmed with", s.camera},
        {"portrait", "film", "appearance"},
        {"units", "film", "the movement"},
        {"timing", "film", "when it happens"},
        {"light", "film", "gain and flicker"},
        {"camera", "film", "noise and framing"},
        {"head", "film", "sway and roll"},
        {"blinks", "film", "lids"},
        {"speech", "film", "lips"},
    };
    if (options.nuisance.gazePerMinute > 0.0 || done.gaze) { // most models look straight ahead
        graph.nodes.insert(graph.nodes.end() - 1, {"gaze", "Gaze", "gaze", 0.98, 0.84});
        graph.arrows.push_back({"gaze", "film", "where both eyes look"});
    }
    const auto cut = done.variables();
    for (auto& arrow : graph.arrows)
        arrow.cut = std::find(cut.begin(), cut.end(), arrow.to) != cut.end();
    return graph;
}

nlohmann::ordered_json toJson(const ScmGraph& graph) {
    nlohmann::ordered_json json{{"nodes", nlohmann::ordered_json::array()},
                                {"arrows", nlohmann::ordered_json::array()}};
    for (const auto& n : graph.nodes)
        json["nodes"].push_back(
            {{"name", n.name}, {"title", n.title}, {"exogenous", n.exogenous}, {"x", n.x}, {"y", n.y}});
    for (const auto& a : graph.arrows)
        json["arrows"].push_back(
            {{"from", a.from}, {"to", a.to}, {"why", a.why}, {"strength", a.strength}, {"cut", a.cut}});
    return json;
}

} // namespace mien::synthesis
