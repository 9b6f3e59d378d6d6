// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/performance.h"

#include <memory>

namespace mien::synthesis {

/// How the picture moves from one frame to another, known rather than measured.
struct ExactFlow {
    cv::Mat flow; ///< CV_32FC2, film pixels: where the surface at each pixel centre of the first frame goes
    cv::Mat visible; ///< CV_8U, 255 where that surface is seen in the second frame as well
    cv::Mat face; ///< CV_8U, 255 where the first frame shows skin of the face (not hair, neck or background)
};

/// A face that performs a clip before a noiseless camera. Everything is a function of the pose alone, so
/// frames may be drawn in any order and from many threads; a window's preview draws poses of its own.
class Actor {
public:
    virtual ~Actor() = default;
    virtual const Anatomy& anatomy() const = 0;
    virtual const Performance& performance() const = 0;
    /// CV_32FC3, BGR, 0 … 255: before light, flicker and sensor noise (exposed() adds them).
    virtual cv::Mat picture(const Pose& pose) const = 0;
    /// Unsupported where the generator does not know it (GeneratorRow::exactFlow).
    virtual Result<ExactFlow> flow(const Pose& from, const Pose& to) const;
};

/// What actors are made from — a portrait, a face rig — loaded once for many clips; safe to share.
class ActorSource {
public:
    virtual ~ActorSource() = default;
    virtual Result<std::unique_ptr<Actor>> actor(const ClipSpec& spec, const JobContext& job) const = 0;
    /// Of the files it was loaded from, hex.
    virtual std::string sha256() const = 0;
};

/// An action unit that a generator can show.
struct GeneratorUnit {
    int number;
    std::string_view name;
};

/// One way of making films. A new one is a row in generator.cpp.
struct GeneratorRow {
    std::string_view name;
    std::string_view source; ///< what ClipSpec::source must name, for people
    bool exactFlow;          ///< Actor::flow is known
    bool usesIdentity;       ///< ClipSpec::identity chooses who is filmed
    bool gaze;               ///< the eyes turn (ClipSpec::gaze)
    std::span<const GeneratorUnit> (*units)();
    /// nullptr: no actors. A model outside makes whole films, of which nothing is known until it is measured
    /// (external_model.h, pipeline/external_set.h).
    Result<std::shared_ptr<const ActorSource>> (*load)(const ClipSpec& spec, const JobContext& job);
};

/// What to say where a film of such a generator is to be rendered frame by frame.
inline constexpr std::string_view kNoActors =
    "The generator external makes whole films, whose movement is measured, not planned: use synth external.";

std::span<const GeneratorRow> generatorRows();
/// nullptr where there is none of that name.
const GeneratorRow* generatorRow(std::string_view name);
/// True where some generator can show the unit.
bool someGeneratorShows(int actionUnit);
/// The same of those that have actors: a dataset's truth must be planted, not asked for.
bool someActorShows(int actionUnit);
bool shows(const GeneratorRow& row, int actionUnit);

/// Reads what spec.source names, for the generator that the spec names.
Result<std::shared_ptr<const ActorSource>> loadActorSource(const ClipSpec& spec, const JobContext& job);

} // namespace mien::synthesis
