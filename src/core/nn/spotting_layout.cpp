// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/spotting_layout.h"

namespace mien::nn {
namespace {

struct Builder {
    SpottingLayout layout;

    static void append(std::vector<TensorSlot>& slots, std::size_t& total, std::string name,
                       std::vector<std::int64_t> shape, bool decays) {
        std::size_t count = 1;
        for (const auto side : shape)
            count *= static_cast<std::size_t>(side);
        slots.push_back({std::move(name), std::move(shape), total, count, decays});
        total += count;
    }
    void parameter(const std::string& name, std::vector<std::int64_t> shape, bool decays = false) {
        append(layout.parameters, layout.parameterCount, name, std::move(shape), decays);
    }
    void norm(const std::string& name, std::int64_t features) {
        parameter(name + ".norm.weight", {features});
        parameter(name + ".norm.bias", {features});
        append(layout.running, layout.runningCount, name + ".norm.running_mean", {features}, false);
        append(layout.running, layout.runningCount, name + ".norm.running_var", {features}, false);
    }
};

} // namespace

SpottingLayout layoutOf(const SpottingShape& shape) {
    Builder build;
    std::int64_t width = shape.channels;
    for (int layer = 0; layer < shape.graphLayers; ++layer) {
        const std::string name = "graph." + std::to_string(layer);
        build.parameter(name + ".weight", {width, shape.graphWidth}, true);
        build.parameter(name + ".bias", {shape.graphWidth});
        build.norm(name, shape.graphWidth);
        width = shape.graphWidth;
    }
    std::int64_t channels = static_cast<std::int64_t>(shape.nodes) * width;
    for (int layer = 0; layer < 3; ++layer) {
        const std::string name = "temporal." + std::to_string(layer);
        build.parameter(name + ".weight", {shape.temporalWidth, channels, layer == 0 ? 1 : 3}, true);
        build.norm(name, shape.temporalWidth);
        channels = shape.temporalWidth;
    }
    build.parameter("head.weight", {kSpottingOutputs, channels, 3}, true);
    return std::move(build.layout);
}

} // namespace mien::nn
