// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/clip_truth.h"

#include "core/base/json.h"
#include "core/base/npy.h"
#include "core/synthesis/action_unit_code.h"
#include "core/synthesis/clip_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace mien::synthesis {
namespace {

using annotation::Side;

/// The side of a whole expression: that of its units where they agree.
Side sideOf(const PlantedExpression& e) {
    const auto units = parseActionUnits(e.actionUnits);
    const auto side = units->front().side;
    return std::all_of(units->begin(), units->end(), [&](const PlantedUnit& u) { return u.side == side; })
               ? side
               : Side::Asymmetric;
}

Result<void> writeText(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (!out.flush())
        return fail(ErrorCode::WriteFailed, "The file cannot be written; is the disk full or read-only?",
                    path.string());
    return {};
}

/// The layout "mien" of annotation/event_table.h with further columns: any reader of tables takes it.
std::string eventsTable(const ClipTruth& truth) {
    const double rate = truth.spec.fps.value();
    const double filmPx = truth.faceWidthPx / kReferenceFaceWidthPx;
    std::string text = "video,type,onset,apex,offset,onset_s,apex_s,offset_s,action_units,side,intensity,"
                       "peak_px,peak_film_px";
    for (const auto k : kRegionLandmarks)
        text += fmt::format(",px_{}", k);
    text += '\n';
    for (const auto& planted : truth.events) {
        const auto& e = planted.event;
        text += fmt::format(
            "{},{},{},{},{},{:.6f},{:.6f},{:.6f},{},{},{},{:.4f},{:.4f}", truth.film.filename().string(),
            annotation::nameOf(e.type), e.onset.value, e.apex->value, e.offset.value,
            static_cast<double>(e.onset.value) / rate, static_cast<double>(e.apex->value) / rate,
            static_cast<double>(e.offset.value) / rate, e.actionUnits, annotation::nameOf(e.side),
            annotation::nameOf(e.intensity), planted.peakPx(), planted.peakPx() * filmPx);
        for (const double px : planted.regionPeakPx)
            text += fmt::format(",{:.4f}", px);
        text += '\n';
    }
    return text;
}

std::string intensityTable(const ClipTruth& truth) {
    std::string text = "frame,blink";
    for (const auto& unit : truth.units) // the subject's side: the image's left half is the subject's right
        text += fmt::format(",{}{}", unit.half == Half::ImageLeft ? 'R' : 'L', unit.actionUnit);
    text += '\n';
    for (std::size_t t = 0; t < truth.intensities.size(); ++t) {
        text += fmt::format("{},{:.5f}", t, truth.lidClosure[t]);
        for (const float value : truth.intensities[t])
            text += fmt::format(",{:.5f}", value);
        text += '\n';
    }
    return text;
}

} // namespace

ClipTruth truthOf(const ClipSpec& spec, const Anatomy& anatomy, const Performance& performance) {
    ClipTruth truth;
    truth.spec = spec;
    truth.faceWidthPx = faceWidthPx(anatomy.neutral());
    truth.units = performance.repertoire();
    for (const auto& e : spec.expressions) {
        if (e.speech)
            continue;
        truth.events.push_back({{e.onset,
                                 e.apex,
                                 e.offset,
                                 typeOf(e, spec.fps),
                                 e.actionUnits,
                                 sideOf(e),
                                 e.peakPx > 0.0 ? annotation::Intensity::Unscored : e.intensity,
                                 1.0,
                                 {}},
                                {}});
    }
    for (FrameIndex at{0}; at.value < spec.frames; at = at + 1) {
        const auto pose = performance.poseAt(at);
        const auto& state = pose.face;
        truth.landmarks.push_back(anatomy.landmarksOf(pose));
        truth.lidClosure.push_back(static_cast<float>(state.blink[0]));
        auto& row = truth.intensities.emplace_back(truth.units.size(), 0.0f);
        for (const auto& action : state.actions)
            for (std::size_t u = 0; u < truth.units.size(); ++u)
                if (truth.units[u].actionUnit == action.actionUnit && truth.units[u].half == action.half)
                    row[u] = static_cast<float>(action.amount);
        if (state.actions.empty())
            continue;
        const auto still = anatomy.expressionLandmarks(state);
        for (auto& planted : truth.events)
            if (planted.event.interval().contains(at))
                for (std::size_t r = 0; r < kRegionLandmarks.size(); ++r) {
                    const auto k = kRegionLandmarks[r];
                    const double way = cv::norm(cv::Point2d(still[k] - anatomy.neutral()[k]));
                    planted.regionPeakPx[r] =
                        std::max(planted.regionPeakPx[r], way / anatomy.filmPxPerReferencePx());
                }
    }
    return truth;
}

Result<void> writeTruth(const ClipTruth& truth, const std::filesystem::path& folder,
                        const std::string& command) {
    if (auto ok = writeText(folder / kEventsFile, eventsTable(truth)); !ok)
        return ok;
    std::string blinks = "onset,closed,offset\n";
    for (const auto& b : truth.spec.blinks)
        blinks += fmt::format("{},{},{}\n", b.onset.value, b.closed.value, b.offset.value);
    if (auto ok = writeText(folder / kBlinksFile, blinks); !ok)
        return ok;
    std::string gaze = "onset,right,up\n";
    for (const auto& g : truth.spec.gaze)
        gaze += fmt::format("{},{:.5f},{:.5f}\n", g.onset.value, g.right, g.up);
    if (auto ok = writeText(folder / kGazeFile, gaze); !ok)
        return ok;
    std::string speech = "onset,apex,offset,action_units\n";
    for (const auto& e : truth.spec.expressions)
        if (e.speech)
            speech +=
                fmt::format("{},{},{},{}\n", e.onset.value, e.apex.value, e.offset.value, e.actionUnits);
    if (auto ok = writeText(folder / kSpeechFile, speech); !ok)
        return ok;
    if (auto ok = writeText(folder / kIntensitiesFile, intensityTable(truth)); !ok)
        return ok;
    std::vector<float> points;
    points.reserve(truth.landmarks.size() * 136);
    for (const auto& frame : truth.landmarks)
        for (const auto& point : frame) {
            points.push_back(point.x);
            points.push_back(point.y);
        }
    if (auto ok = writeNpy(folder / kLandmarksFile, NpyArray::of<float>({truth.landmarks.size(), 68, 2},
                                                                        std::span<const float>(points)));
        !ok)
        return ok;
    nlohmann::ordered_json manifest;
    manifest["generator"] = truth.spec.generator;
    manifest["command"] = command;
    manifest["film"] = truth.film.filename().string();
    manifest["film_sha256"] = truth.filmSha256;
    manifest["source_sha256"] = truth.sourceSha256;
    manifest["face_width_px"] = truth.faceWidthPx;
    manifest["px_unit"] = "pixels of a film in which landmarks 0 and 16 are 256 px apart";
    manifest["options"] = toJson(truth.spec);
    return writeText(folder / kManifestFile, jsonText(manifest, 2) + "\n");
}

} // namespace mien::synthesis
