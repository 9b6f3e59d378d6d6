// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/clip_truth.h"
#include "core/synthesis/generator.h"
#include "core/synthesis/portrait.h"

namespace mien::synthesis {

/// Renders a clip into `folder` (created where missing): <name>.mp4 (.mkv with ffv1) and its truth tables
/// (clip_truth.h). The same spec and portrait give the same bytes on any number of threads. Nothing stays
/// behind when it fails or is cancelled, and an earlier clip in the folder is replaced only on success.
///
///     ClipSpec spec{.source = "portrait.png", .frames = 60, .fps = {30, 1}, .size = 256};
///     spec.expressions.push_back({.actionUnits = "12", .onset = {10}, .apex = {18}, .offset = {24}});
///     auto truth = renderClip(spec, "out", job);
Result<ClipTruth> renderClip(const ClipSpec& spec, const std::filesystem::path& folder, const JobContext& job,
                             const std::string& command = {});

/// The same from a source that is already loaded (loadActorSource): many clips of one face or rig.
Result<ClipTruth> renderClip(const ClipSpec& spec, const ActorSource& source,
                             const std::filesystem::path& folder, const JobContext& job,
                             const std::string& command = {});

/// The same from a portrait that is already loaded.
Result<ClipTruth> renderClip(const ClipSpec& spec, const Portrait& portrait,
                             const std::filesystem::path& folder, const JobContext& job,
                             const std::string& command = {});

} // namespace mien::synthesis
