// SPDX-License-Identifier: GPL-3.0-or-later
// Optical flow: time per pair and accuracy of every row against planted truth and against OpenCV's dual
// TV-L1, on the same pairs in the same run.   bench_flow [--json FILE] [--size PX]
#include "core/base/json.h"
#include "core/motion/planted_pairs.h"
#include "core/motion/region_mean.h"
#include "core/motion/rigid_motion.h"
#include "core/motion/tvl1_flow.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ctime>
#include <fstream>
#include <iostream>
#include <map>

using namespace mien;
using namespace mien::motion;

namespace {

constexpr std::string_view kReference = "tvl1-opencv";

/// CPU milliseconds of this thread: other work on the machine does not count.
double cpuMs() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

double median(std::vector<double> v) {
    std::sort(v.begin(), v.end());
    return v[v.size() / 2];
}

struct Variant {
    std::string name;
    std::function<std::unique_ptr<OpticalFlow>()> make;
    bool masked = false;
    bool warm = false;
};

/// Every row of the table but the reference, and `tvl1` by instruction set and as the pipeline runs it.
std::vector<Variant> variants() {
    std::vector<Variant> out;
    for (const FlowRow& row : flowRows()) {
        if (row.name == kReference)
            continue;
        out.push_back({std::string(row.name), row.make});
        if (row.name != "tvl1")
            continue;
        for (const tvl1::Kernels* kernels : tvl1::availableKernels())
            out.push_back(
                {fmt::format("tvl1 {}", kernels->name), [kernels] { return makeTvl1({}, kernels); }});
        out.push_back({"tvl1 regions", row.make, true});
        out.push_back({"tvl1 regions+warm", row.make, true, true});
    }
    return out;
}

struct Scene {
    float peakPx;
    double noise;
    test::Pair pair;
    cv::Mat start; ///< computed flow of the frame before, whose peak is 0.2 px lower
    cv::Mat reference;
};

struct Bench {
    test::Portrait portrait;
    cv::Mat face;
    cv::Mat wanted;
    std::vector<Scene> scenes;
    std::map<std::string, std::vector<double>> times;
    nlohmann::json rows = nlohmann::json::array();

    explicit Bench(int size)
        : portrait(test::astronaut(size)),
          face(test::faceMask(portrait)),
          wanted(wantedPixels(portrait.landmarks, {size, size})) {
        auto engine = makeTvl1();
        for (const double noise : {0.0, 1.0, 2.0, 3.0})
            for (const float peak : {0.0f, 0.1f, 0.3f, 1.0f, 2.0f, 4.0f, 6.0f}) {
                const auto field = test::expressionField(portrait, peak);
                const auto before = test::expressionField(portrait, std::max(0.0f, peak - 0.2f));
                Scene scene{peak, noise, test::plantedPair(portrait, field, noise, 7), {}, {}};
                const auto earlier = test::plantedPair(portrait, before, noise, 8);
                scene.start = *engine->compute(earlier.from, earlier.to);
                scenes.push_back(std::move(scene));
            }
    }

    void report(const std::string& name, const Scene& scene, double ms, const cv::Mat& flow,
                const cv::Mat& where) {
        times[name].push_back(ms);
        const double error = test::meanEndpointError(flow, scene.pair.truth, where);
        const double gain = scene.peakPx > 0.0f ? test::gain(flow, scene.pair.truth, where) : 1.0;
        const double apart = test::meanEndpointError(flow, scene.reference, where);
        double region = 0.0;
        const float radius = regionRadius(test::eyeDistance(portrait));
        for (const Region& r : regions()) {
            const cv::Point2f at = portrait.landmarks[static_cast<std::size_t>(r.landmark)];
            const cv::Vec2f miss = regionMean(flow, at, radius) - regionMean(scene.pair.truth, at, radius);
            region += cv::norm(miss) / kRegionCount;
        }
        fmt::print("{:<20}{:>6.1f}{:>6.0f}{:>9.2f}{:>9.4f}{:>7.3f}{:>9.4f}{:>10.4f}\n", name, scene.peakPx,
                   scene.noise, ms, error, gain, region, apart);
        rows.push_back({{"flow", name},
                        {"peak_px", scene.peakPx},
                        {"noise_sigma", scene.noise},
                        {"cpu_ms", ms},
                        {"epe_px", error},
                        {"gain", gain},
                        {"region_error_px", region},
                        {"epe_to_opencv_px", apart}});
    }

    void runReference() {
        auto engine = *makeFlow(kReference);
        for (Scene& scene : scenes) {
            const double before = cpuMs();
            scene.reference = *engine->compute(scene.pair.from, scene.pair.to);
            report(std::string(kReference), scene, cpuMs() - before, scene.reference, face);
        }
    }

    void run(const Variant& variant) {
        constexpr int kRepeats = 7;
        auto engine = variant.make();
        engine->setMask(variant.masked ? wanted : cv::Mat());
        for (const Scene& scene : scenes) {
            std::vector<double> spent;
            cv::Mat flow;
            for (int i = 0; i < kRepeats; ++i) {
                const double before = cpuMs();
                flow =
                    *engine->compute(scene.pair.from, scene.pair.to, variant.warm ? scene.start : cv::Mat());
                spent.push_back(cpuMs() - before);
            }
            report(variant.name, scene, median(spent), flow, variant.masked ? wanted : face);
        }
    }
};

} // namespace

int main(int argc, char** argv) {
    std::string jsonPath;
    int size = 256;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        if (option == "--json")
            jsonPath = argv[i + 1];
        else if (option == "--size")
            size = std::clamp(std::atoi(argv[i + 1]), 64, 2048);
    }
    if (!std::filesystem::exists(std::filesystem::path(MIEN_SHARED_DATA) / "stills/astronaut.png")) {
        std::cerr << "bench_flow needs the development data beside the project: stills/astronaut.png\n";
        return 0;
    }
    cv::setNumThreads(1);
    Bench bench(size);
    fmt::print("One core, {0}×{0} pixels, CPU ms a pair, errors in px over the face (regions: over their own "
               "pixels)\n",
               size);
    fmt::print("{:<20}{:>6}{:>6}{:>9}{:>9}{:>7}{:>9}{:>10}\n", "flow", "peak", "noise", "ms", "EPE", "gain",
               "region", "to OpenCV");
    bench.runReference();
    for (const Variant& variant : variants())
        bench.run(variant);

    const double reference = median(bench.times[std::string(kReference)]);
    nlohmann::json summary;
    fmt::print("\n{:<20}{:>9}{:>22}\n", "flow", "ms", "times faster than OpenCV");
    for (const auto& [name, spent] : bench.times) {
        fmt::print("{:<20}{:>9.2f}{:>22.1f}\n", name, median(spent), reference / median(spent));
        summary[name] = {{"cpu_ms", median(spent)}, {"speedup", reference / median(spent)}};
    }
    if (!jsonPath.empty()) {
        std::ofstream out(jsonPath);
        out << jsonText(nlohmann::json{{"size_px", size}, {"summary", summary}, {"rows", bench.rows}}, 2)
            << '\n';
        if (!out) {
            std::cerr << jsonPath << ": The figures could not be written.\n";
            return 1;
        }
    }
    return 0;
}
