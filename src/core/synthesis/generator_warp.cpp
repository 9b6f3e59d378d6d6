// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/generator_warp.h"

#include "core/synthesis/action_unit_table.h"
#include "core/synthesis/frame_renderer.h"

namespace mien::synthesis {
namespace {

class WarpActor final : public Actor {
public:
    WarpActor(const ClipSpec& spec, const Portrait& portrait, const Framing& framing, MovingFace face)
        : m_renderer(spec, portrait, framing, std::move(face)) {}

    const Anatomy& anatomy() const override { return m_renderer.face().anatomy(); }
    const Performance& performance() const override { return m_renderer.face().performance(); }
    cv::Mat picture(const Pose& pose) const override { return m_renderer.picture(pose); }

private:
    FrameRenderer m_renderer;
};

class WarpSource final : public ActorSource {
public:
    explicit WarpSource(Portrait portrait) : m_portrait(std::move(portrait)) {}

    Result<std::unique_ptr<Actor>> actor(const ClipSpec& spec, const JobContext&) const override {
        const auto framing = framingOf(m_portrait, spec.size, spec.faceFraction);
        auto face = MovingFace::create(spec, framing.landmarks);
        if (!face)
            return Unexpected(face.error());
        return std::make_unique<WarpActor>(spec, m_portrait, framing, std::move(*face));
    }
    std::string sha256() const override { return m_portrait.sha256; }

private:
    Portrait m_portrait;
};

} // namespace

std::span<const GeneratorUnit> warpUnits() {
    static const auto units = [] {
        std::vector<GeneratorUnit> list;
        for (const auto& row : actionUnitRows())
            list.push_back({row.number, row.name});
        return list;
    }();
    return units;
}

Result<std::shared_ptr<const ActorSource>> loadWarpSource(const ClipSpec& spec, const JobContext& job) {
    auto portrait = loadPortrait(spec.source, spec.sourceFrame, job);
    if (!portrait)
        return Unexpected(portrait.error());
    return warpSourceOf(std::move(*portrait));
}

std::shared_ptr<const ActorSource> warpSourceOf(Portrait portrait) {
    return std::make_shared<WarpSource>(std::move(portrait));
}

} // namespace mien::synthesis
