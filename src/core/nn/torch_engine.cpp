// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/module_api.h"
#include "core/nn/runtime.h"
#include "core/nn/spotting_engine.h"

#include <array>

namespace mien::nn {
namespace {

class TorchEngine final : public SpottingEngine {
public:
    TorchEngine(const MienNnApi& api, const SpottingShape& shape, std::string device)
        : m_api(api),
          m_shape{shape.nodes,      shape.channels,      shape.graphLayers,
                  shape.graphWidth, shape.temporalWidth, shape.pooling ? 1 : 0},
          m_device(std::move(device)) {}

    Result<void> check() { return told(m_api.checkDevice(m_device.c_str(), text())); }

    Result<void> logits(std::span<const float> parameters, std::span<const float> running,
                        const WindowBatch& batch, std::span<float> out) override {
        const MienWindowBatch plain = plainBatch(batch);
        return told(m_api.spottingLogits(&m_shape, m_device.c_str(), parameters.data(), running.data(),
                                         &plain, out.data(), text()));
    }

    Result<void> gradient(std::span<const float> parameters, const WindowBatch& batch,
                          const LossGradient& lossGradient, std::span<float> gradient,
                          std::span<float> statistics) override {
        struct Context {
            const LossGradient& lossGradient;
            std::size_t count;
        } context{lossGradient, static_cast<std::size_t>(batch.windows) *
                                    static_cast<std::size_t>(batch.frames) * kSpottingOutputs};
        const auto callback = [](void* pointer, const float* values, float* out) {
            const auto& known = *static_cast<Context*>(pointer);
            known.lossGradient({values, known.count}, {out, known.count});
            return 0;
        };
        const MienWindowBatch plain = plainBatch(batch);
        return told(m_api.spottingGradient(&m_shape, m_device.c_str(), parameters.data(), &plain, callback,
                                           &context, gradient.data(), statistics.data(), text()));
    }

private:
    static MienWindowBatch plainBatch(const WindowBatch& batch) {
        const auto& later = batch.laterGraphs.empty() ? batch.graphs : batch.laterGraphs;
        return {batch.windows, batch.frames, batch.inputs.data(), batch.graphs.data(), later.data()};
    }
    MienNnText text() {
        m_text[0] = '\0';
        return {m_text.data(), m_text.size()};
    }
    Result<void> told(MienNnStatus status) const {
        switch (status) {
        case kMienNnOk:
            return {};
        case kMienNnOutOfMemory:
            return fail(ErrorCode::OutOfMemory,
                        "The memory of " + m_device + " does not suffice for this batch; make it smaller.");
        case kMienNnNoDevice:
            return fail(ErrorCode::MissingDependency, m_text.data());
        case kMienNnFailed:
            break;
        }
        return fail(ErrorCode::Internal, std::string("LibTorch failed: ") + m_text.data());
    }

    const MienNnApi& m_api;
    MienSpottingShape m_shape;
    std::string m_device;
    std::array<char, 512> m_text{};
};

} // namespace

Result<std::unique_ptr<SpottingEngine>> makeTorchEngine(const Runtime& runtime, const SpottingShape& shape,
                                                        const std::string& device) {
    auto engine = std::make_unique<TorchEngine>(*static_cast<const MienNnApi*>(runtime.api()), shape, device);
    if (auto usable = engine->check(); !usable)
        return Unexpected(usable.error());
    return engine;
}

} // namespace mien::nn
