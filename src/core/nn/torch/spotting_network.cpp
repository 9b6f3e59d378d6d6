// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/torch/spotting_network.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/grad_mode.h>
#include <torch/cuda.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string_view>

namespace mien::nn::torch_side {
namespace {

constexpr double kEpsilon = 1e-5; // of batch norms, as PyTorch has it
constexpr int kOutputs = 10;

void tell(MienNnText error, std::string_view sentence) {
    if (error.capacity == 0)
        return;
    const std::size_t length = std::min(sentence.size(), error.capacity - 1);
    std::memcpy(error.text, sentence.data(), length);
    error.text[length] = '\0';
}

/// Runs `f`, which may throw. LibTorch tells a lack of memory by type or by text, depending on its version.
template <class F>
MienNnStatus caught(MienNnText error, F&& f) {
    try {
        f();
        return kMienNnOk;
    } catch (const std::bad_alloc&) {
        return kMienNnOutOfMemory;
    } catch (const c10::Error& e) {
        const std::string_view text = e.what_without_backtrace();
        if (text.find("out of memory") != text.npos || text.find("not enough memory") != text.npos ||
            text.find("can't allocate memory") != text.npos)
            return kMienNnOutOfMemory;
        tell(error, text.substr(0, text.find('\n')));
    } catch (const std::exception& e) {
        tell(error, e.what());
    } catch (...) {
        tell(error, "an unknown exception");
    }
    return kMienNnFailed;
}

/// Takes the tensors off a flat array one after the other, in the order of spotting_layout.h.
class Cursor {
public:
    explicit Cursor(at::Tensor flat) : m_flat(std::move(flat)) {}
    at::Tensor next(at::IntArrayRef shape) {
        std::int64_t count = 1;
        for (const auto side : shape)
            count *= side;
        at::Tensor out = m_flat.narrow(0, m_at, count).view(shape);
        m_at += count;
        return out;
    }

private:
    at::Tensor m_flat;
    std::int64_t m_at = 0;
};

at::Tensor fromHost(const float* values, at::IntArrayRef shape, const at::Device& device) {
    // from_blob wants mutable memory; it is only read.
    return at::from_blob(const_cast<float*>(values), shape, at::kFloat).to(device);
}

class Network {
public:
    Network(const MienSpottingShape& shape, at::Tensor parameters, at::Tensor running, bool training)
        : m_shape(shape),
          m_parameters(std::move(parameters)),
          m_running(std::move(running)),
          m_training(training) {}

    at::Tensor forward(const MienWindowBatch& batch, const at::Device& device) {
        const std::int64_t nodes = m_shape.nodes;
        at::Tensor x = fromHost(batch.inputs, {batch.windows, batch.frames, nodes, m_shape.channels}, device);
        std::int64_t width = m_shape.channels;
        for (int layer = 0; layer < m_shape.graphLayers; ++layer) {
            const at::Tensor graph = fromHost(layer == 0 ? batch.graphs : batch.laterGraphs,
                                              {batch.windows, 1, nodes, nodes}, device);
            const at::Tensor weight = m_parameters.next({width, m_shape.graphWidth});
            const at::Tensor bias = m_parameters.next({m_shape.graphWidth});
            width = m_shape.graphWidth;
            x = at::matmul(at::matmul(graph, x), weight) + bias;
            x = norm(x.reshape({-1, width})).reshape({batch.windows, batch.frames, nodes, width});
        }
        x = x.reshape({batch.windows, batch.frames, nodes * width}).transpose(1, 2);
        for (int layer = 0; layer < 3; ++layer) {
            const std::int64_t kernel = layer == 0 ? 1 : 3, dilation = layer == 2 ? 2 : 1;
            const at::Tensor weight = m_parameters.next({m_shape.temporalWidth, x.size(1), kernel});
            x = norm(at::conv1d(x, weight, {}, 1, dilation * (kernel / 2), dilation));
            if (m_shape.pooling && layer < 2)
                x = at::max_pool1d(x, 2, 1, 1, 2);
        }
        x = at::conv1d(x, m_parameters.next({kOutputs, x.size(1), 3}), {}, 1, 2, 2);
        return x.transpose(1, 2).contiguous();
    }

private:
    /// Batch norm over dimension 1, then ReLU. In training the running values become the batch's own.
    at::Tensor norm(const at::Tensor& x) {
        const at::Tensor weight = m_parameters.next({x.size(1)});
        const at::Tensor bias = m_parameters.next({x.size(1)});
        const at::Tensor mean = m_running.next({x.size(1)});
        const at::Tensor variance = m_running.next({x.size(1)});
        return at::relu(at::batch_norm(x, weight, bias, mean, variance, m_training, 1.0, kEpsilon, false));
    }

    MienSpottingShape m_shape;
    Cursor m_parameters, m_running;
    bool m_training;
};

std::int64_t runningCount(const MienSpottingShape& shape) {
    return 2 * (std::int64_t{shape.graphLayers} * shape.graphWidth + std::int64_t{3} * shape.temporalWidth);
}

std::int64_t parameterCount(const MienSpottingShape& shape) {
    const std::int64_t graph = shape.graphWidth, temporal = shape.temporalWidth;
    return shape.channels * graph + (shape.graphLayers - 1) * graph * graph + shape.graphLayers * 3 * graph +
           temporal * shape.nodes * graph + 6 * temporal * temporal + 6 * temporal + 3 * kOutputs * temporal;
}

} // namespace

MienNnStatus checkDevice(const char* name, MienNnText error) {
    MienNnStatus status = kMienNnNoDevice;
    const MienNnStatus outcome = caught(error, [&] {
        const at::Device device(name);
        const int gpus = static_cast<int>(torch::cuda::device_count());
        if (device.is_cpu() || (device.is_cuda() && gpus > std::max(0, static_cast<int>(device.index()))))
            status = kMienNnOk;
        else if (!at::hasCUDA())
            tell(error, "This LibTorch was built without CUDA; use the device cpu.");
        else
            tell(error, "The graphics card that was asked for is not there; use the device cpu.");
    });
    return outcome == kMienNnOk ? status : kMienNnNoDevice;
}

MienNnStatus spottingLogits(const MienSpottingShape* shape, const char* deviceName, const float* parameters,
                            const float* running, const MienWindowBatch* batch, float* logits,
                            MienNnText error) {
    return caught(error, [&] {
        const at::NoGradGuard noGradient;
        const at::Device device(deviceName);
        Network network(*shape, fromHost(parameters, {parameterCount(*shape)}, device),
                        fromHost(running, {runningCount(*shape)}, device), false);
        const at::Tensor out = network.forward(*batch, device).cpu();
        std::memcpy(logits, out.data_ptr<float>(), out.nbytes());
    });
}

MienNnStatus spottingGradient(const MienSpottingShape* shape, const char* deviceName, const float* parameters,
                              const MienWindowBatch* batch, MienLogitGradient lossGradient, void* context,
                              float* gradient, float* statistics, MienNnText error) {
    return caught(error, [&] {
        const at::AutoGradMode withGradient(true);
        const at::Device device(deviceName);
        const at::Tensor flat =
            fromHost(parameters, {parameterCount(*shape)}, device).clone().set_requires_grad(true);
        const at::Tensor running = at::zeros({runningCount(*shape)}, at::TensorOptions(device));
        Network network(*shape, flat, running, true);
        const at::Tensor out = network.forward(*batch, device);
        const at::Tensor values = out.detach().cpu();
        const at::Tensor back = at::zeros_like(values);
        if (lossGradient(context, values.data_ptr<float>(), back.data_ptr<float>()) != 0)
            throw std::runtime_error("the loss could not be computed");
        const auto gradients = torch::autograd::grad({out}, {flat}, {back.to(device)});
        const at::Tensor found = gradients.at(0).cpu().contiguous();
        std::memcpy(gradient, found.data_ptr<float>(), found.nbytes());
        const at::Tensor seen = running.cpu();
        std::memcpy(statistics, seen.data_ptr<float>(), seen.nbytes());
    });
}

} // namespace mien::nn::torch_side
