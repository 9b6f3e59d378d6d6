// SPDX-License-Identifier: GPL-3.0-or-later
// Is the truth of generated films true? Optical flow against a rig's exact flow, landmarks against exact
// landmarks, the movement measured in portraits' films against the one that was asked for, and the speed of
// each generator.
//   bench_generators [--json FILE]
#include "core/base/json.h"
#include "core/face/face_tracker.h"
#include "core/media/video_source.h"
#include "core/motion/optical_flow.h"
#include "core/synthesis/exposure.h"
#include "core/synthesis/render_clip.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <numeric>

#include <unistd.h>

using namespace mien;
using namespace mien::synthesis;
namespace fs = std::filesystem;

namespace {

const fs::path kShared = MIEN_SHARED_DATA;
constexpr const char* kUnits[] = {"1+2", "4", "6+12", "L15"};

double quantile(std::vector<double> v, double share) {
    if (v.empty())
        return 0.0;
    const auto at = v.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(v.size() - 1));
    std::nth_element(v.begin(), at, v.end());
    return *at;
}

template <class T>
T orStop(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "bench_generators: {}\n", result.error().sentence());
        std::exit(1);
    }
    return std::move(*result);
}

double cpuMs() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

ClipSpec clip(const std::string& generator, const fs::path& source, const std::string& units, double peakPx) {
    ClipSpec spec;
    spec.generator = generator;
    spec.source = source;
    spec.size = 384;
    spec.faceFraction = kReferenceFaceWidthPx / 384.0; // film pixels are reference pixels
    spec.fps = {60, 1};
    spec.frames = 31;
    spec.noiseSigma = 1.0;
    auto& e = spec.expressions.emplace_back();
    e.actionUnits = units;
    e.peakPx = peakPx;
    e.onset = {2};
    e.apex = {15};
    e.offset = {28};
    return spec;
}

cv::Mat filmed(const Actor& actor, const ClipSpec& spec, FrameIndex at) {
    auto picture = actor.picture(actor.performance().poseAt(at));
    cv::Mat grey;
    cv::cvtColor(exposed(picture, spec, at), grey, cv::COLOR_BGR2GRAY);
    return grey;
}

/// End-point errors of measured flow where the truth is known and seen, film pixels.
void rigFlow(const ActorSource& rig, const fs::path& folder, nlohmann::json& json) {
    fmt::print(
        "\nrig: optical flow against exact flow, skin of the face seen in both frames, px at 256 px face "
        "width\n{:>10} {:>8} {:>10} {:>10} {:>10} {:>12}\n",
        "flow", "peak", "mean way", "mean EPE", "median EPE", "95 % below");
    constexpr const char* kFlows[] = {"tvl1", "farneback"};
    for (const double peak : {1.0, 2.0, 4.0}) {
        std::map<std::string, std::vector<double>> errors;
        std::vector<double> ways;
        std::uint64_t identity = 1;
        for (const char* units : kUnits) {
            auto spec = clip("rig", folder, units, peak);
            spec.identity = identity++;
            const auto actor = orStop(rig.actor(spec, {}));
            const auto& poses = actor->performance();
            const auto truth = orStop(actor->flow(poses.poseAt({0}), poses.poseAt({15})));
            const auto first = filmed(*actor, spec, {0}), second = filmed(*actor, spec, {15});
            const cv::Mat judged = truth.face & truth.visible;
            for (const char* name : kFlows) {
                const auto measured = orStop(orStop(motion::makeFlow(name))->compute(first, second));
                for (int y = 0; y < spec.size; ++y)
                    for (int x = 0; x < spec.size; ++x)
                        if (judged.at<uchar>(y, x) != 0)
                            errors[name].push_back(
                                cv::norm(measured.at<cv::Point2f>(y, x) - truth.flow.at<cv::Point2f>(y, x)));
            }
            for (int y = 0; y < spec.size; ++y)
                for (int x = 0; x < spec.size; ++x)
                    if (judged.at<uchar>(y, x) != 0)
                        ways.push_back(cv::norm(truth.flow.at<cv::Point2f>(y, x)));
        }
        const auto mean = [](const std::vector<double>& v) {
            return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
        };
        for (const char* name : kFlows) {
            const auto& v = errors[name];
            fmt::print("{:>10} {:>8.1f} {:>10.3f} {:>10.3f} {:>10.3f} {:>12.3f}\n", name, peak, mean(ways),
                       mean(v), quantile(v, 0.5), quantile(v, 0.95));
            json["rig_flow"].push_back({{"flow", name},
                                        {"peak_px", peak},
                                        {"mean_way_px", mean(ways)},
                                        {"mean_epe_px", mean(v)},
                                        {"median_epe_px", quantile(v, 0.5)},
                                        {"p95_epe_px", quantile(v, 0.95)}});
        }
    }
}

/// The tracker's landmarks against the rig's vertices, neutral and at the apex.
void rigLandmarks(const ActorSource& rig, const fs::path& folder, nlohmann::json& json) {
    struct Group {
        const char* name;
        std::size_t first, last;
    };
    constexpr Group kGroups[] = {{"jaw's outline", 0, 16}, {"brows", 17, 26}, {"nose", 27, 35},
                                 {"eyes", 36, 47},         {"mouth", 48, 67}, {"all but the jaw", 17, 67}};
    std::map<std::string, std::vector<double>> off;
    int faces = 0, seen = 0;
    for (std::uint64_t identity = 1; identity <= 12; ++identity) {
        auto spec = clip("rig", folder, kUnits[identity % std::size(kUnits)], 0.0);
        spec.identity = identity;
        const auto actor = orStop(rig.actor(spec, {}));
        for (const std::int64_t at : {0, 15}) {
            ++faces;
            auto tracker = orStop(face::makeFaceTracker({}));
            const auto found = orStop(tracker->observe({0}, filmed(*actor, spec, {at})));
            if (found.state == face::Scorability::NoFace)
                continue;
            ++seen;
            const auto truth = actor->anatomy().landmarksOf(actor->performance().poseAt({at}));
            for (const auto& g : kGroups)
                for (auto k = g.first; k <= g.last; ++k)
                    off[g.name].push_back(cv::norm(found.raw[k] - truth[k]));
        }
    }
    fmt::print(
        "\nrig: the tracker finds {} of {} faces (12 people, neutral and apex); its landmarks against exact "
        "ones\n{:>18} {:>12} {:>12} {:>18}\n",
        seen, faces, "landmarks", "median px", "95 % below", "median, % of width");
    json["rig_faces"] = {{"shown", faces}, {"found", seen}};
    for (const auto& g : kGroups) {
        const auto& v = off[g.name];
        fmt::print("{:>18} {:>12.2f} {:>12.2f} {:>18.2f}\n", g.name, quantile(v, 0.5), quantile(v, 0.95),
                   100.0 * quantile(v, 0.5) / kReferenceFaceWidthPx);
        json["rig_landmarks"].push_back(
            {{"group", g.name}, {"median_px", quantile(v, 0.5)}, {"p95_px", quantile(v, 0.95)}});
    }
}

/// Greatest movement of a region in an encoded film, measured by flow from the onset to the apex around the
/// landmark that centres it.
double measuredPeak(const ClipTruth& truth, motion::OpticalFlow& flow) {
    auto film = orStop(media::openMedia(truth.film, {}, {}));
    const auto grey = [&](std::int64_t at) {
        cv::Mat g;
        cv::cvtColor(orStop(film->read({at})).image, g, cv::COLOR_BGR2GRAY);
        return g;
    };
    const auto moved = orStop(flow.compute(grey(0), grey(15)));
    double peak = 0.0;
    for (const auto k : kRegionLandmarks) {
        const auto at = truth.landmarks[0][k];
        std::vector<double> x, y;
        for (int dy = -3; dy <= 3; ++dy)
            for (int dx = -3; dx <= 3; ++dx) {
                const cv::Point p(std::clamp(cvRound(at.x) + dx, 0, moved.cols - 1),
                                  std::clamp(cvRound(at.y) + dy, 0, moved.rows - 1));
                x.push_back(moved.at<cv::Point2f>(p).x);
                y.push_back(moved.at<cv::Point2f>(p).y);
            }
        peak = std::max(peak, std::hypot(quantile(x, 0.5), quantile(y, 0.5)));
    }
    return peak;
}

void peaks(const std::string& generator, const std::vector<fs::path>& sources, const fs::path& scratch,
           nlohmann::json& json) {
    fmt::print("\n{}: movement measured in the encoded film (H.264, noise 1) against the one asked\n"
               "{:>10} {:>7} {:>16} {:>14} {:>12}\n",
               generator, "asked px", "films", "median measured", "median error", "median, %");
    const auto flow = orStop(motion::makeFlow("tvl1"));
    for (const double peak : {1.0, 2.0, 3.0, 6.0}) {
        std::vector<double> measured, errors;
        for (std::size_t s = 0; s < sources.size(); ++s) {
            const auto source = orStop(loadActorSource(clip(generator, sources[s], "12", 1.0), {}));
            for (const char* units : kUnits) {
                auto spec = clip(generator, sources[s], units, peak);
                spec.identity = 31 + s;
                const auto truth = renderClip(spec, *source, scratch / generator, {}, "bench_generators");
                if (!truth) {
                    fmt::print("  {} at {} px: {}\n", units, peak, truth.error().message);
                    continue;
                }
                measured.push_back(measuredPeak(*truth, *flow));
                errors.push_back(std::abs(measured.back() - peak));
            }
        }
        fmt::print("{:>10.1f} {:>7} {:>16.2f} {:>14.2f} {:>12.1f}\n", peak, errors.size(),
                   quantile(measured, 0.5), quantile(errors, 0.5), 100.0 * quantile(errors, 0.5) / peak);
        json[generator + "_peaks"].push_back({{"asked_px", peak},
                                              {"films", errors.size()},
                                              {"median_measured_px", quantile(measured, 0.5)},
                                              {"median_error_px", quantile(errors, 0.5)}});
    }
}

void speed(const std::string& generator, const fs::path& path, nlohmann::json& json) {
    auto spec = clip(generator, path, "6+12", 0.0);
    spec.size = 256;
    spec.faceFraction = 0.5;
    const auto source = orStop(loadActorSource(spec, {}));
    JobContext one;
    one.threads = 1;
    const double began = cpuMs();
    const auto actor = orStop(source->actor(spec, one));
    const double ready = cpuMs() - began;
    std::vector<double> times;
    for (std::int64_t at = 4; at < 26; ++at) {
        const double start = cpuMs();
        auto picture = actor->picture(actor->performance().poseAt({at}));
        exposed(picture, spec, {at});
        times.push_back(cpuMs() - start);
    }
    fmt::print("{:>8}: {:.0f} ms of one core to get ready, {:.1f} ms a frame of 256 x 256: {:.0f} frames/s\n",
               generator, ready, quantile(times, 0.5), 1000.0 / quantile(times, 0.5));
    json["speed"].push_back(
        {{"generator", generator}, {"ready_ms", ready}, {"frame_ms", quantile(times, 0.5)}});
}

} // namespace

int main(int argc, char** argv) {
    const auto rigFolder = kShared / "ict-facekit";
    const auto astronaut = kShared / "stills/astronaut.png";
    if (!fs::exists(rigFolder) || !fs::exists(astronaut)) {
        fmt::print("bench_generators: needs the development data beside the project.\n");
        return 0;
    }
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // a long run shows how far it is
    nlohmann::json json;
    const auto scratch = fs::temp_directory_path() / fmt::format("bench_generators-{}", ::getpid());
    speed("warp", astronaut, json);
    speed("rig", rigFolder, json);
    const auto rig = orStop(loadActorSource(clip("rig", rigFolder, "12", 1.0), {}));
    rigFlow(*rig, rigFolder, json);
    rigLandmarks(*rig, rigFolder, json);
    peaks("warp", {astronaut, kShared / "video/d18.mp4", kShared / "video/single_face.mp4"}, scratch, json);
    peaks("rig", {rigFolder}, scratch, json);
    fs::remove_all(scratch);
    if (argc == 3 && std::string_view(argv[1]) == "--json")
        std::ofstream(argv[2]) << jsonText(json, 2) << '\n';
    return 0;
}
