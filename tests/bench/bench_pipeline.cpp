// SPDX-License-Identifier: GPL-3.0-or-later
// bench_pipeline [FILM] [--json FILE] [--frames N] [--sample PAIRS] [--threads N] [--opencv-threads N]
// From film to events: each stage by itself on one thread, the whole way as the programs run it, and the
// naive way (dlib's detector on every whole frame, its 68-point predictor, OpenCV's dual TV-L1 on the whole
// aligned face) on the same frames in the same run. Without FILM it makes its own: 640×480, a face 256 px
// wide.
#include "core/base/json.h"
#include "core/face/alignment.h"
#include "core/face/models.h"
#include "core/media/video_writer.h"
#include "core/motion/optical_flow.h"
#include "core/motion/rigid_motion.h"
#include "core/pipeline/analyse.h"
#include "core/pipeline/stretch.h"
#include "core/pipeline/stretch_motion.h"
#include "core/spotting/spotter.h"
#include "core/synthesis/render_clip.h"

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_processing/shape_predictor.h>
#include <dlib/opencv/cv_image.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/optflow.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>

using namespace mien;
namespace fs = std::filesystem;

namespace {

constexpr int kRuns = 3;

double clockS(clockid_t id) {
    timespec t{};
    clock_gettime(id, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}
double wallS() {
    return clockS(CLOCK_MONOTONIC);
}
/// Processor time: other work on the machine does not count. Of all threads of the program …
double cpuS() {
    return clockS(CLOCK_PROCESS_CPUTIME_ID);
}
/// … and of this one alone, without decoders that read ahead.
double threadS() {
    return clockS(CLOCK_THREAD_CPUTIME_ID);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

template <class T>
T orStop(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().sentence());
        std::exit(3);
    }
    return *std::move(result);
}

void orStop(const Result<void>& result) {
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().sentence());
        std::exit(3);
    }
}

/// The bench's own film: the demonstration portrait, swaying, with an expression every two seconds and a
/// little sensor noise; the square picture widened to 640×480 by its own mirrored borders.
fs::path makeFilm(const fs::path& folder, int frames) {
    synthesis::ClipSpec spec;
    spec.source = MIEN_DEMO "/astronaut.png";
    spec.name = "square";
    spec.frames = frames;
    spec.fps = {30, 1};
    spec.size = 480;
    spec.faceFraction = 256.0 / 480.0;
    spec.codec = "ffv1";
    spec.driftPxPerS = 4.0;
    spec.noiseSigma = 1.0;
    const std::string units[] = {"12", "1+2", "4", "15"};
    for (int i = 0, at = 20; at + 20 < frames; ++i, at += 60)
        spec.expressions.push_back({.actionUnits = units[i % 4],
                                    .peakPx = 3.0,
                                    .onset = {at},
                                    .apex = {at + 5},
                                    .offset = {at + 12}});
    orStop(synthesis::renderClip(spec, folder, {}, "bench_pipeline"));
    auto square = orStop(media::openMedia(folder / "square.mkv", {}, {}));
    const auto path = folder / "film.mp4";
    auto writer = orStop(media::VideoWriter::create(path, {.width = 640, .height = 480, .fps = spec.fps}));
    while (auto frame = orStop(square->next())) {
        cv::Mat wide;
        cv::copyMakeBorder(frame->image, wide, 0, 0, 80, 80, cv::BORDER_REFLECT_101);
        orStop(writer->write(wide));
    }
    orStop(writer->finish());
    return path;
}

media::OpenOptions grey() {
    return {.format = media::PixelFormat::Grey};
}

/// Milliseconds of processor time a frame.
struct Stages {
    std::vector<double> decode, face, features, events;
    std::map<std::string, std::vector<double>> flow; ///< with the features: regions and the head's motion
};

/// Opening (with the table of time stamps) and decoding, all threads of the decoder; returns the frames.
int runDecode(const fs::path& film, Stages& stages) {
    const double start = cpuS();
    auto source = orStop(media::openMedia(film, grey(), {}));
    int frames = 0;
    while (orStop(source->next()))
        ++frames;
    stages.decode.push_back(1e3 * (cpuS() - start) / std::max(1, frames));
    return frames;
}

/// Regions and the head's motion from one flow of the stretch, ms: the part of "flow and features" after the
/// flow.
double featuresMs(const pipeline::Stretch& stretch) {
    auto engine = orStop(motion::makeFlow("dis"));
    const cv::Mat flow = orStop(engine->compute(stretch.referenceCrop, stretch.frames.back().crop));
    const double start = threadS();
    const auto head = motion::rigidMotion(flow, stretch.referenceLandmarks);
    motion::regionDisplacement(flow, stretch.referenceLandmarks, head);
    return 1e3 * (threadS() - start);
}

/// Each stage alone, one after the other, over the whole film, a stretch at a time so that memory stays
/// small.
void runStages(const fs::path& film, std::span<const std::string> flows, Stages& stages,
               double& faceWidthPx) {
    int frames = 0;
    double face = 0;
    std::map<std::string, double> flow;
    std::map<std::string, motion::FaceMotionSeries> series;
    auto source = orStop(media::openMedia(film, grey(), {}));
    const double fps = source->info().fps.value();
    auto tracker = orStop(face::makeFaceTracker({.fps = fps}));
    pipeline::StretchBuilder builder(fps);
    std::vector<double> widths;
    const auto measure = [&](const pipeline::Stretch& stretch) {
        if (stretch.scorable())
            stages.features.push_back(featuresMs(stretch));
        for (const std::string& name : flows) {
            const double start = threadS();
            const auto measured = orStop(pipeline::measureStretch(stretch, {.flow = name}));
            flow[name] += threadS() - start;
            for (const auto& m : measured.frames)
                series[name].frames.push_back(m);
        }
    };
    for (;; ++frames) {
        auto frame = orStop(source->next());
        if (!frame)
            break;
        double start = threadS();
        auto seen = orStop(tracker->observe(frame->index, frame->image));
        const auto landmarks = seen.landmarks;
        if (seen.state == face::Scorability::Scorable)
            widths.push_back(cv::norm(landmarks[16] - landmarks[0]));
        const auto closed = builder.add(std::move(seen), frame->image);
        face += threadS() - start;
        if (closed)
            measure(*closed);
    }
    if (const auto last = builder.finish())
        measure(*last);
    faceWidthPx = median(widths);
    const auto& spotter = spotting::spotterRows().front();
    auto& signals = series[flows.front()];
    signals.fps = fps;
    const double start = threadS();
    orStop(spotter.spot(signals, {}));
    const double perFrame = 1e3 / std::max(1, frames);
    stages.events.push_back((threadS() - start) * perFrame);
    stages.face.push_back(face * perFrame);
    for (const auto& [name, spent] : flow)
        stages.flow[name].push_back(spent * perFrame);
}

/// The whole way, as `mien-cli spot` runs it.
struct Whole {
    std::vector<double> wallMs, cpuMs; ///< a frame
    std::vector<double> firstS;        ///< from the call to the first proposal, wall
    double firstAtS = 0.0;             ///< where in the film that first proposal begins
    std::size_t proposals = 0;
};

void runWhole(const fs::path& film, const std::string& flow, int threads, Whole& whole) {
    const double wall = wallS(), cpu = cpuS();
    double first = -1.0, firstAt = 0.0;
    pipeline::AnalyseListeners listeners;
    listeners.early = [&](const std::vector<annotation::Proposal>& proposals) {
        if (first >= 0.0 || proposals.empty())
            return;
        first = wallS() - wall;
        firstAt = static_cast<double>(proposals.front().onset.value);
    };
    JobContext job;
    job.threads = threads;
    const auto analysis = orStop(pipeline::analyse(film, {.flow = flow}, job, listeners));
    const double frames = static_cast<double>(std::max<std::size_t>(1, analysis.series.frames.size()));
    whole.wallMs.push_back(1e3 * (wallS() - wall) / frames);
    whole.cpuMs.push_back(1e3 * (cpuS() - cpu) / frames);
    whole.proposals = analysis.proposals.size();
    if (first < 0.0) { // shorter than the interval of the early lists: the final one is the first
        first = wallS() - wall;
        firstAt = whole.proposals > 0 ? static_cast<double>(analysis.proposals.front().onset.value) : 0.0;
    }
    whole.firstS.push_back(first);
    whole.firstAtS = firstAt / analysis.info.fps.value();
}

/// Milliseconds of processor time of the naive way after decoding, each step's median over a sample of the
/// frames.
struct Naive {
    double detect = 0, predict = 0, align = 0, flow = 0;
    std::size_t sample = 0;
    double sum() const { return detect + predict + align + flow; }
};

Naive runNaive(const fs::path& film, int frames, int sample) {
    auto source = orStop(media::openMedia(film, grey(), {}));
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    dlib::shape_predictor predictor;
    dlib::deserialize(face::landmarkModel().path().string()) >> predictor;
    auto engine = cv::optflow::createOptFlow_DualTVL1();
    std::vector<double> detect, predict, align, flow;
    cv::Mat reference;
    const int step = std::max(1, frames / std::max(1, sample));
    for (int i = 0; i < frames; ++i) {
        auto frame = orStop(source->next());
        if (!frame)
            break;
        if (i % step != 0)
            continue;
        double start = threadS();
        const auto spent = [&](std::vector<double>& into) {
            const double now = threadS();
            into.push_back(1e3 * (now - start));
            start = now;
        };
        const dlib::cv_image<unsigned char> image(frame->image);
        const auto boxes = detector(image);
        spent(detect);
        if (boxes.empty())
            continue;
        const auto shape = predictor(image, boxes.front());
        spent(predict);
        face::Landmarks landmarks;
        for (unsigned p = 0; p < landmarks.size(); ++p)
            landmarks[p] = {static_cast<float>(shape.part(p).x()), static_cast<float>(shape.part(p).y())};
        start = threadS();
        const cv::Mat crop = face::alignedCrop(frame->image, face::faceFromImage(landmarks));
        spent(align);
        if (!reference.empty()) {
            cv::Mat vectors;
            start = threadS();
            engine->calc(reference, crop, vectors);
            spent(flow);
        }
        reference = crop;
    }
    return {median(detect), median(predict), median(align), median(flow), flow.size()};
}

double loadAverage() {
    double load = 0.0;
    return getloadavg(&load, 1) == 1 ? load : 0.0;
}

void row(std::string_view what, double ms) {
    fmt::print("| {} | {:.3f} | {:.0f} |\n", what, ms, ms > 0.0 ? 1e3 / ms : 0.0);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Speed from film to events, beside the naive way");
    fs::path film, json;
    int frames = 300, sample = 12, threads = 0, opencvThreads = 1;
    app.add_option("film", film, "a film; without one the bench makes its own");
    app.add_option("--json", json, "also write the figures to this file");
    app.add_option("--frames", frames, "length of the bench's own film")->check(CLI::Range(60, 100'000));
    app.add_option("--sample", sample, "pairs of frames of the naive way")->check(CLI::Range(3, 1000));
    app.add_option("--threads", threads, "threads of the whole way; 0: all");
    app.add_option("--opencv-threads", opencvThreads, "threads OpenCV may use by itself; -1: its default");
    CLI11_PARSE(app, argc, argv);
    cv::setNumThreads(opencvThreads);

    const fs::path folder = fs::temp_directory_path() / fmt::format("mien-bench-{}", getpid());
    if (film.empty())
        film = makeFilm(folder, frames);
    const std::string flows[] = {"tvl1", "dis"};
    const double loadBefore = loadAverage();
    Stages stages;
    std::map<std::string, Whole> whole;
    double faceWidthPx = 0.0;
    for (int i = 0; i < kRuns; ++i) {
        frames = runDecode(film, stages);
        runStages(film, flows, stages, faceWidthPx);
        for (const std::string& flow : flows)
            runWhole(film, flow, threads, whole[flow]);
    }
    const Naive naive = runNaive(film, frames, sample + 1);
    const double naiveMs = median(stages.decode) + naive.sum();
    const auto info = orStop(media::openMedia(film, grey(), {}))->info();
    std::error_code ignored;
    fs::remove_all(folder, ignored);

    fmt::print("{}×{} pixels, {} frames, face {:.0f} px wide; medians of {} runs; load {:.1f} before, {:.1f} "
               "after, {} cores\n\n",
               info.width, info.height, frames, faceWidthPx, kRuns, loadBefore, loadAverage(),
               JobContext{}.threadCount());
    fmt::print("| stage, alone | CPU ms a frame | frames a CPU second |\n|---|---|---|\n");
    row("decode", median(stages.decode));
    row("face and landmarks", median(stages.face));
    for (const std::string& flow : flows)
        row("flow and features, " + flow, median(stages.flow[flow]));
    row("features alone", median(stages.features));
    row("events", median(stages.events));
    fmt::print("\n| naive step | CPU ms a frame | frames a CPU second |\n|---|---|---|\n");
    row("decode", median(stages.decode));
    row("dlib detector, whole frame", naive.detect);
    row("dlib 68-point predictor", naive.predict);
    row("align", naive.align);
    row("OpenCV dual TV-L1, 256×256", naive.flow);
    row(fmt::format("sum (medians of {} pairs, extrapolated)", naive.sample), naiveMs);
    fmt::print(
        "\n| whole way | wall frames/s | CPU ms a frame | times naive, CPU | first proposal, s | … begins "
        "in the film at, s | proposals |\n|---|---|---|---|---|---|---|\n");
    nlohmann::json out;
    for (const std::string& flow : flows) {
        const Whole& w = whole[flow];
        const double wall = median(w.wallMs), cpu = median(w.cpuMs);
        fmt::print("| {} | {:.0f} | {:.2f} | {:.0f} | {:.2f} | {:.2f} | {} |\n", flow, 1e3 / wall, cpu,
                   naiveMs / cpu, median(w.firstS), w.firstAtS, w.proposals);
        out["whole"][flow] = {{"wall_fps", 1e3 / wall},
                              {"wall_fps_runs", nlohmann::json::array()},
                              {"cpu_ms", cpu},
                              {"times_naive_cpu", naiveMs / cpu},
                              {"first_proposal_s", median(w.firstS)},
                              {"proposals", w.proposals}};
        for (const double ms : w.wallMs)
            out["whole"][flow]["wall_fps_runs"].push_back(1e3 / ms);
        out["stages_cpu_ms"]["flow " + flow] = median(stages.flow[flow]);
    }
    out["film"] = {
        {"width", info.width}, {"height", info.height}, {"frames", frames}, {"face_px", faceWidthPx}};
    out["stages_cpu_ms"]["decode"] = median(stages.decode);
    out["stages_cpu_ms"]["face"] = median(stages.face);
    out["stages_cpu_ms"]["features"] = median(stages.features);
    out["stages_cpu_ms"]["events"] = median(stages.events);
    out["naive_cpu_ms"] = {{"decode", median(stages.decode)},
                           {"detect", naive.detect},
                           {"predict", naive.predict},
                           {"align", naive.align},
                           {"flow", naive.flow},
                           {"sum", naiveMs},
                           {"pairs", naive.sample}};
    out["load"] = {loadBefore, loadAverage()};
    if (!json.empty()) {
        std::ofstream file(json);
        file << jsonText(out, 2) << '\n';
        if (!file) {
            fmt::print(stderr, "{}: The figures could not be written.\n", json.string());
            return 1;
        }
    }
    return 0;
}
