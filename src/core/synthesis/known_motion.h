// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/generator.h"

#include <filesystem>
#include <optional>

namespace mien::synthesis {

/// The exact dense flow of a film that a generator made, asked of the generator again: the film's manifest
/// holds the whole spec. No film carries its flow with it, which would be a hundred times its size.
class KnownMotion {
public:
    /// nullopt where the film has no manifest, its generator does not know its flow, or what it was made from
    /// is no longer there (or no longer the same, by its hash).
    static Result<std::optional<KnownMotion>> of(const std::filesystem::path& film, const JobContext& job);

    Result<ExactFlow> flow(FrameIndex from, FrameIndex to) const;

private:
    explicit KnownMotion(std::unique_ptr<Actor> actor) : m_actor(std::move(actor)) {}
    std::unique_ptr<Actor> m_actor;
};

} // namespace mien::synthesis
