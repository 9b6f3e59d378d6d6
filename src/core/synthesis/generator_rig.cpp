// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/generator_rig.h"

#include "core/base/guarded.h"
#include "core/synthesis/rig_renderer.h"

namespace mien::synthesis {
namespace {

class RigActor final : public Actor {
public:
    RigActor(std::shared_ptr<const RigAnatomy> anatomy, Performance performance, int size,
             const JobContext& job)
        : m_anatomy(anatomy),
          m_performance(std::move(performance)),
          m_renderer(std::move(anatomy), size, job) {}

    const Anatomy& anatomy() const override { return *m_anatomy; }
    const Performance& performance() const override { return m_performance; }
    cv::Mat picture(const Pose& pose) const override { return m_renderer.picture(pose); }
    Result<ExactFlow> flow(const Pose& from, const Pose& to) const override {
        return m_renderer.flow(from, to);
    }

private:
    std::shared_ptr<const RigAnatomy> m_anatomy;
    Performance m_performance;
    RigRenderer m_renderer;
};

class RigSource final : public ActorSource {
public:
    explicit RigSource(RigModel model) : m_model(std::make_shared<RigModel>(std::move(model))) {}

    Result<std::unique_ptr<Actor>> actor(const ClipSpec& spec, const JobContext& job) const override {
        return guarded(spec.source.string(), [&]() -> Result<std::unique_ptr<Actor>> {
            auto anatomy = std::make_shared<const RigAnatomy>(m_model, rigPerson(*m_model, spec.identity),
                                                              spec.size, spec.faceFraction);
            auto performance = Performance::create(spec, *anatomy);
            if (!performance)
                return Unexpected(performance.error());
            return std::make_unique<RigActor>(std::move(anatomy), std::move(*performance), spec.size, job);
        });
    }
    std::string sha256() const override { return m_model->sha256; }

private:
    std::shared_ptr<const RigModel> m_model;
};

} // namespace

Result<std::shared_ptr<const ActorSource>> loadRigSource(const ClipSpec& spec, const JobContext& job) {
    auto model = loadRigModel(spec.source, job);
    if (!model)
        return Unexpected(model.error());
    return std::make_shared<RigSource>(std::move(*model));
}

} // namespace mien::synthesis
