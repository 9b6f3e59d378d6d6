// SPDX-License-Identifier: GPL-3.0-or-later
// The graph network beside the same network in Python PyTorch: same arrays, same first weights, same run.
//   bench_spotting_network [--json FILE] [--repeats 5] [--threads 1 2] [--python /usr/bin/python3]
// Without a Python that has torch only our own rows are printed. Set what the launcher sets: on this kind of
// machine OPENBLAS_CORETYPE and OMP_WAIT_POLICY, or PyTorch is slowed down by its libraries.
#include "core/base/json.h"
#include "core/base/npy.h"
#include "core/base/rng.h"
#include "core/nn/runtime.h"
#include "core/nn/safetensors.h"
#include "core/nn/spotting_network.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <unistd.h>

using namespace mien;
namespace fs = std::filesystem;

namespace {

constexpr int kSegments = 512, kFrames = 270, kNodes = 12, kChannels = 2, kBatch = 128, kContext = 7;
constexpr int kLabelled = kFrames - 2 * kContext;
constexpr int kLossSteps = 8;

struct Arrays {
    std::vector<float> inputs, graph;
    std::vector<std::uint8_t> microEdge, macroEdge;
    std::vector<float> microApex, macroApex, microAction, macroAction;
    std::vector<float> graphs; ///< one a window, the same for all

    nn::WindowBatch batch(int first, int windows) const {
        const auto frames = static_cast<std::size_t>(kFrames) * kNodes * kChannels;
        const auto at = static_cast<std::size_t>(first), count = static_cast<std::size_t>(windows);
        return {windows,
                kFrames,
                std::span(inputs).subspan(at * frames, count * frames),
                std::span(graphs).subspan(0, count * kNodes * kNodes),
                {}};
    }
    nn::WindowLabels labels(int first, int windows) const {
        const auto part = [&](const auto& all) {
            return std::span(all).subspan(static_cast<std::size_t>(first) * kLabelled,
                                          static_cast<std::size_t>(windows) * kLabelled);
        };
        return {kContext,        part(microEdge),   part(macroEdge),   part(microApex),
                part(macroApex), part(microAction), part(macroAction), {}};
    }
};

/// Noise, and one bump a window that the labels name: something to learn.
Arrays draw() {
    Arrays out;
    Rng rng(20);
    std::generate_n(std::back_inserter(out.inputs), std::size_t{kSegments} * kFrames * kNodes * kChannels,
                    [&] { return static_cast<float>(0.3 * rng.normal()); });
    for (int row = 0; row < kNodes; ++row) {
        std::vector<double> line(kNodes);
        double sum = 0.0;
        for (double& v : line)
            sum += v = rng.uniform() < 0.4 ? rng.uniform() : 0.05;
        for (const double v : line)
            out.graph.push_back(static_cast<float>(v / sum));
    }
    for (int window = 0; window < kBatch; ++window)
        out.graphs.insert(out.graphs.end(), out.graph.begin(), out.graph.end());
    const std::size_t labels = std::size_t{kSegments} * kLabelled;
    out.microEdge.assign(labels, 2);
    out.macroEdge.assign(labels, 2);
    for (auto* soft : {&out.microApex, &out.macroApex, &out.microAction, &out.macroAction})
        soft->assign(labels, 0.0f);
    for (int window = 0; window < kSegments; ++window) {
        const bool micro = rng.uniform() < 0.5;
        const int half = micro ? 5 : 20;
        const int apex = half + static_cast<int>(rng.below(kLabelled - 2 * static_cast<unsigned>(half)));
        for (int t = apex - half; t <= apex + half; ++t) {
            const std::size_t label =
                static_cast<std::size_t>(window) * kLabelled + static_cast<std::size_t>(t);
            const std::size_t frame =
                (static_cast<std::size_t>(window) * kFrames + static_cast<std::size_t>(t + kContext)) *
                kNodes * kChannels;
            for (std::size_t i = 0; i < 6; ++i)
                out.inputs[frame + i] += t < apex ? 1.0f : -1.0f;
            (micro ? out.microAction : out.macroAction)[label] = 1.0f;
            if (std::abs(t - apex) <= 1)
                (micro ? out.microApex : out.macroApex)[label] = t == apex ? 1.0f : 0.97f;
            if (t <= apex - half + 1 || t >= apex + half - 1)
                (micro ? out.microEdge : out.macroEdge)[label] = t < apex ? 0 : 1;
        }
    }
    return out;
}

/// Of one pass: the clock on the wall, and the processor time of all threads, which other programs on the
/// machine change less.
struct Time {
    double wallMs = 0.0, cpuMs = 0.0;
};

struct Figures {
    Time epoch, inference;
    std::vector<double> losses;
};

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

template <class F>
Time medians(int repeats, const F& body) {
    body();
    std::vector<double> wall, cpu;
    for (int i = 0; i < repeats; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const std::clock_t used = std::clock();
        body();
        cpu.push_back(1000.0 * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC);
        wall.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return {median(wall), median(cpu)};
}

template <class T>
T need(Result<T> result) {
    if (!result) {
        std::cerr << result.error().sentence() << "\n";
        std::exit(1);
    }
    return std::move(*result);
}

Figures measure(nn::SpottingNetwork& network, const Arrays& data, const nn::TensorMap& first, int repeats) {
    Figures out;
    nn::AdamW adam;
    adam.weightDecay = 0.1;
    const nn::SpottingLoss loss;
    need(network.setWeights(first).has_value() ? Result<int>(0) : fail(ErrorCode::Internal, "weights"));
    const auto step = [&](int at) {
        return need(network.step(data.batch(at, kBatch), data.labels(at, kBatch), loss, adam)).loss;
    };
    for (int i = 0; i < kLossSteps; ++i)
        out.losses.push_back(step(i * kBatch % kSegments));
    out.epoch = medians(repeats, [&] {
        for (int at = 0; at < kSegments; at += kBatch)
            step(at);
    });
    out.inference = medians(repeats, [&] {
        for (int at = 0; at < kSegments; at += 8)
            need(network.logits(data.batch(at, 8)));
    });
    return out;
}

void write(const fs::path& folder, const Arrays& data, const nn::TensorMap& weights) {
    const auto save = [&](const std::string& name, const auto& values, std::vector<std::size_t> shape) {
        using T = typename std::remove_cvref_t<decltype(values)>::value_type;
        need(writeNpy(folder / (name + ".npy"), NpyArray::of<T>(std::move(shape), values)).has_value()
                 ? Result<int>(0)
                 : fail(ErrorCode::WriteFailed, "cannot write", folder.string()));
    };
    save("inputs", data.inputs, {kSegments, kFrames, kNodes, kChannels});
    save("graph", data.graph, {kNodes, kNodes});
    const std::vector<std::size_t> labels{kSegments, kLabelled};
    save("micro_edge", data.microEdge, labels);
    save("macro_edge", data.macroEdge, labels);
    save("micro_apex", data.microApex, labels);
    save("macro_apex", data.macroApex, labels);
    save("micro_action", data.microAction, labels);
    save("macro_action", data.macroAction, labels);
    for (const auto& [name, tensor] : weights)
        save("w." + name, tensor.values, {tensor.shape.begin(), tensor.shape.end()});
}

void row(const std::string& who, const Figures& own, const Figures* peer) {
    std::cout << fmt::format("{:<32}{:>10.0f}{:>9.0f}{:>11.0f}{:>9.0f}", who, own.epoch.wallMs,
                             own.epoch.cpuMs, own.inference.wallMs, own.inference.cpuMs);
    if (peer)
        std::cout << fmt::format("   epoch {:.2f}x (CPU {:.2f}x), inference {:.2f}x (CPU {:.2f}x)",
                                 peer->epoch.wallMs / own.epoch.wallMs, peer->epoch.cpuMs / own.epoch.cpuMs,
                                 peer->inference.wallMs / own.inference.wallMs,
                                 peer->inference.cpuMs / own.inference.cpuMs);
    std::cout << std::endl;
}

nlohmann::json asJson(const Figures& f) {
    return {{"epoch_ms", f.epoch.wallMs},
            {"epoch_cpu_ms", f.epoch.cpuMs},
            {"inference_ms", f.inference.wallMs},
            {"inference_cpu_ms", f.inference.cpuMs},
            {"losses", f.losses}};
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("The graph network beside Python PyTorch");
    std::string jsonPath, python = "/usr/bin/python3";
    int repeats = 7;
    std::vector<int> threadCounts{1, 2};
    app.add_option("--json", jsonPath);
    app.add_option("--python", python);
    app.add_option("--repeats", repeats)->check(CLI::Range(5, 100));
    app.add_option("--threads", threadCounts);
    CLI11_PARSE(app, argc, argv);

    const nn::SpottingShape shape{kNodes, kChannels, 1, 16, 64, false};
    const Arrays data = draw();
    const fs::path folder = fs::temp_directory_path() / fmt::format("mien-bench-network-{}", ::getpid());
    fs::create_directories(folder);
    const auto firstWeights = need(need(nn::SpottingNetwork::create(shape, 1))->weights());
    write(folder, data, firstWeights);
    const auto runtime = nn::Runtime::load();
    nlohmann::json report;
    for (const int threads : threadCounts) {
        std::string load;
        std::getline(std::ifstream("/proc/loadavg"), load);
        std::cout << fmt::format("{} thread(s), medians of {}, load {}\n{:<32}{:>10}{:>9}{:>11}{:>9}\n",
                                 threads, repeats, load, "ms for all 138240 frames", "epoch", "CPU",
                                 "inference", "CPU");
        Figures peer;
        const fs::path answer = folder / "python.json";
        const std::string command =
            fmt::format("OMP_NUM_THREADS={0} OPENBLAS_NUM_THREADS={0} '{1}' '{2}' '{3}' --threads {0} "
                        "--repeats {4} --json '{5}'",
                        threads, python, MIEN_PEER_SCRIPT, folder.string(), repeats, answer.string());
        const bool havePeer = std::system(command.c_str()) == 0;
        if (havePeer) {
            const auto said = nlohmann::json::parse(std::ifstream(answer));
            peer = {{said["epoch_ms"], said["epoch_cpu_ms"]},
                    {said["inference_ms"], said["inference_cpu_ms"]},
                    said["losses"]};
            row("Python PyTorch " + said["version"].get<std::string>(), peer, nullptr);
            report[std::to_string(threads)]["peer"] = said;
        }
        const auto own = [&](const std::string& who, std::unique_ptr<nn::SpottingNetwork> network) {
            network->setThreads(threads);
            const Figures figures = measure(*network, data, firstWeights, repeats);
            row(who, figures, havePeer ? &peer : nullptr);
            for (std::size_t i = 0; havePeer && i < figures.losses.size(); ++i)
                std::cout << fmt::format("{}{:.7f} ({:+.0e})", i == 0 ? "    loss, step by step: " : ", ",
                                         figures.losses[i], figures.losses[i] / peer.losses[i] - 1.0);
            std::cout << std::endl;
            report[std::to_string(threads)][who] = asJson(figures);
        };
        own("Mien, own kernels", need(nn::SpottingNetwork::create(shape, 1)));
        if (runtime) {
            (*runtime)->setThreads(threads);
            own("Mien, LibTorch " + (*runtime)->info().torchVersion,
                need(nn::SpottingNetwork::create(**runtime, shape, 1, "torch")));
        }
    }
    fs::remove_all(folder);
    if (!jsonPath.empty())
        std::ofstream(jsonPath) << jsonText(report, 2) << "\n";
    return 0;
}
