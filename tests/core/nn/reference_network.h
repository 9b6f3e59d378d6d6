// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/nn/spotting_network.h"

#include <Eigen/Core>

#include <cmath>

/// The graph network and its loss once more, in double precision and plain loops, straight from the
/// equations; shares no line with the code that it checks.
namespace mien::test {

struct OwnedBatch {
    int windows = 0, frames = 0;
    std::vector<float> inputs, graphs, laterGraphs;
    int context = 0;
    std::vector<std::uint8_t> microEdge, macroEdge, counted;
    std::vector<float> microApex, macroApex, microAction, macroAction;

    nn::WindowBatch batch() const { return {windows, frames, inputs, graphs, laterGraphs}; }
    nn::WindowLabels labels() const {
        return {context, microEdge, macroEdge, microApex, macroApex, microAction, macroAction, counted};
    }
};

/// Random inputs, row-normalised graphs and labels with the shares of rare classes that films have.
inline OwnedBatch randomBatch(const nn::SpottingShape& shape, int windows, int frames, int context,
                              std::uint64_t seed, bool later = false) {
    OwnedBatch out;
    Rng rng(seed);
    out.windows = windows;
    out.frames = frames;
    out.context = context;
    const auto count = static_cast<std::size_t>(windows * frames * shape.nodes * shape.channels);
    std::generate_n(std::back_inserter(out.inputs), count, [&] { return static_cast<float>(rng.normal()); });
    const auto graph = [&] {
        std::vector<float> values;
        for (int row = 0; row < windows * shape.nodes; ++row) {
            std::vector<double> line(static_cast<std::size_t>(shape.nodes));
            double sum = 1e-6;
            for (double& v : line)
                sum += v = rng.uniform() < 0.4 ? rng.uniform() : 0.0;
            for (const double v : line)
                values.push_back(static_cast<float>(v / sum));
        }
        return values;
    };
    out.graphs = graph();
    if (later)
        out.laterGraphs = graph();
    for (int i = 0; i < windows * (frames - 2 * context); ++i) {
        const auto edge = [&] {
            const double draw = rng.uniform();
            return static_cast<std::uint8_t>(draw < 0.1 ? 0 : draw < 0.2 ? 1 : 2);
        };
        const auto soft = [&] { return static_cast<float>(rng.uniform() < 0.2 ? rng.uniform() : 0.0); };
        out.microEdge.push_back(edge());
        out.macroEdge.push_back(edge());
        out.microApex.push_back(soft());
        out.macroApex.push_back(soft());
        out.microAction.push_back(rng.uniform() < 0.3 ? 1.0f : 0.0f);
        out.macroAction.push_back(rng.uniform() < 0.3 ? 1.0f : 0.0f);
        out.counted.push_back(rng.uniform() < 0.9 ? 1 : 0);
    }
    return out;
}

/// Every tensor of the network, running statistics too, drawn so that nothing is 0 or 1 by accident.
inline void scramble(nn::SpottingNetwork& network, std::uint64_t seed) {
    Rng rng(seed);
    auto weights = network.weights().value();
    for (auto& [name, tensor] : weights)
        for (float& v : tensor.values) {
            if (name.ends_with("running_var"))
                v = static_cast<float>(rng.uniform(0.3, 2.0));
            else if (name.find("norm") != name.npos || name.ends_with("bias"))
                v += static_cast<float>(rng.uniform(-0.4, 0.4));
            else
                v *= static_cast<float>(rng.uniform(0.5, 1.5));
        }
    QVERIFY(network.setWeights(weights).has_value());
}

class ReferenceNetwork {
public:
    /// Features of every frame: rows are windows × frames.
    using Matrix = Eigen::MatrixXd;

    ReferenceNetwork(const nn::SpottingShape& shape, const nn::TensorMap& weights) : m_shape(shape) {
        for (const auto& [name, tensor] : weights)
            m_weights[name].assign(tensor.values.begin(), tensor.values.end());
    }

    double& at(const std::string& name, std::size_t i) { return m_weights.at(name).at(i); }

    Matrix logits(const OwnedBatch& data, bool training) const {
        const int nodes = m_shape.nodes, rows = data.windows * data.frames;
        int width = m_shape.channels;
        Matrix x(rows, nodes * width);
        for (int row = 0; row < rows; ++row)
            for (int i = 0; i < nodes * width; ++i)
                x(row, i) =
                    static_cast<double>(data.inputs[static_cast<std::size_t>(row * nodes * width + i)]);
        for (int layer = 0; layer < m_shape.graphLayers; ++layer) {
            const std::string name = "graph." + std::to_string(layer);
            const auto &weight = m_weights.at(name + ".weight"), &bias = m_weights.at(name + ".bias");
            const auto& graphs = layer > 0 && !data.laterGraphs.empty() ? data.laterGraphs : data.graphs;
            Matrix next(rows, nodes * m_shape.graphWidth);
            for (int row = 0; row < rows; ++row)
                for (int node = 0; node < nodes; ++node)
                    for (int out = 0; out < m_shape.graphWidth; ++out) {
                        double sum = bias[static_cast<std::size_t>(out)];
                        for (int from = 0; from < nodes; ++from)
                            for (int in = 0; in < width; ++in)
                                sum += static_cast<double>(graphs[static_cast<std::size_t>(
                                           (row / data.frames * nodes + node) * nodes + from)]) *
                                       x(row, from * width + in) *
                                       weight[static_cast<std::size_t>(in * m_shape.graphWidth + out)];
                        next(row, node * m_shape.graphWidth + out) = sum;
                    }
            width = m_shape.graphWidth;
            x = normalised(next, name, width, training);
        }
        for (int layer = 0; layer < 3; ++layer) {
            const std::string name = "temporal." + std::to_string(layer);
            x = convolved(x, name, data.frames, m_shape.temporalWidth, layer == 0 ? 1 : 3,
                          layer == 2 ? 2 : 1);
            x = normalised(x, name, m_shape.temporalWidth, training);
            if (m_shape.pooling && layer < 2)
                x = pooled(x, data.frames);
        }
        return convolved(x, "head", data.frames, nn::kSpottingOutputs, 3, 2);
    }

private:
    Matrix normalised(const Matrix& x, const std::string& name, int features, bool training) const {
        Matrix out = x;
        const auto groups = x.cols() / features;
        for (int f = 0; f < features; ++f) {
            const auto i = static_cast<std::size_t>(f);
            double mean = 0.0, variance = 0.0;
            if (training) {
                const double count = static_cast<double>(x.rows() * groups);
                for (Eigen::Index g = 0; g < groups; ++g)
                    mean += x.col(g * features + f).sum() / count;
                for (Eigen::Index g = 0; g < groups; ++g)
                    variance += (x.col(g * features + f).array() - mean).square().sum() / count;
            } else {
                mean = m_weights.at(name + ".norm.running_mean")[i];
                variance = m_weights.at(name + ".norm.running_var")[i];
            }
            const double scale = m_weights.at(name + ".norm.weight")[i] / std::sqrt(variance + 1e-5);
            for (Eigen::Index g = 0; g < groups; ++g)
                out.col(g * features + f) =
                    ((x.col(g * features + f).array() - mean) * scale + m_weights.at(name + ".norm.bias")[i])
                        .max(0.0);
        }
        return out;
    }
    Matrix convolved(const Matrix& x, const std::string& name, int frames, int outputs, int kernel,
                     int dilation) const {
        const auto& weight = m_weights.at(name + ".weight");
        Matrix out = Matrix::Zero(x.rows(), outputs);
        for (Eigen::Index row = 0; row < x.rows(); ++row)
            for (int k = 0; k < kernel; ++k) {
                const Eigen::Index frame = row % frames + (k - kernel / 2) * dilation;
                if (frame < 0 || frame >= frames)
                    continue;
                for (int o = 0; o < outputs; ++o)
                    for (Eigen::Index i = 0; i < x.cols(); ++i)
                        out(row, o) += x(row - row % frames + frame, i) *
                                       weight[static_cast<std::size_t>((o * x.cols() + i) * kernel + k)];
            }
        return out;
    }
    static Matrix pooled(const Matrix& x, int frames) {
        Matrix out = x;
        for (Eigen::Index row = 0; row < x.rows(); ++row) {
            const Eigen::Index frame = row % frames;
            if (frame == 0)
                out.row(row) = x.row(row + 1);
            else if (frame == frames - 1)
                out.row(row) = x.row(row - 1);
            else
                out.row(row) = x.row(row - 1).cwiseMax(x.row(row + 1));
        }
        return out;
    }

    nn::SpottingShape m_shape;
    std::map<std::string, std::vector<double>> m_weights;
};

/// Guide A4, written per type and head rather than per frame.
inline double referenceLoss(const Eigen::MatrixXd& logits, const OwnedBatch& data,
                            const nn::SpottingLoss& o) {
    struct Frame {
        Eigen::Index row;
        std::size_t label;
    };
    std::vector<Frame> frames;
    const int inner = data.frames - 2 * data.context;
    for (int w = 0; w < data.windows; ++w)
        for (int t = 0; t < inner; ++t)
            if (const auto label = static_cast<std::size_t>(w * inner + t);
                data.counted.empty() || data.counted[label])
                frames.push_back({w * data.frames + data.context + t, label});
    const auto soft = [&](int column, const std::vector<float>& labels, double a) {
        double sum = 0.0;
        for (const auto& frame : frames) {
            const double y = static_cast<double>(labels[frame.label]);
            const double p = 1.0 / (1.0 + std::exp(-logits(frame.row, column)));
            sum -= y > 0.0 ? a * std::pow(std::abs(y - p), o.gamma) * std::log(p + 1e-5)
                           : (1.0 - a) * std::pow(std::abs(y + o.softMargin - p), o.gamma) *
                                 std::log(1.0 - p + 1e-5);
        }
        return sum / static_cast<double>(frames.size());
    };
    const auto edge = [&](int column, const std::vector<std::uint8_t>& labels) {
        double sum = 0.0;
        for (const auto& frame : frames) {
            const auto truth = labels[frame.label];
            double all = 0.0;
            for (int c = 0; c < 3; ++c)
                all += std::exp(logits(frame.row, column + c));
            const double p = std::exp(logits(frame.row, column + truth)) / all;
            sum -= o.edgeWeights[truth] * std::pow(1.0 - p, o.gamma) * std::log(p);
        }
        return sum / static_cast<double>(frames.size());
    };
    return o.microApex * soft(6, data.microApex, o.apexAlpha) + o.microEdge * edge(0, data.microEdge) +
           o.microAction * soft(8, data.microAction, o.actionAlpha) +
           o.macroShare *
               (o.macroApex * soft(7, data.macroApex, o.apexAlpha) + o.macroEdge * edge(3, data.macroEdge) +
                o.macroAction * soft(9, data.macroAction, o.actionAlpha));
}

} // namespace mien::test
