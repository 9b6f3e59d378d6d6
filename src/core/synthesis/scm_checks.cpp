// SPDX-License-Identifier: GPL-3.0-or-later
// What a model is refused for, each with a sentence of its own.
#include "core/synthesis/scm.h"

#include "core/synthesis/action_unit_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::synthesis {
namespace {

Result<void> invalid(std::string message) {
    return fail(ErrorCode::InvalidArgument, std::move(message));
}

bool isShare(double value) {
    return value >= 0.0 && value <= 1.0;
}

Result<void> checkLink(const PlantedLink& link, const ScmOptions& options) {
    if (!isShare(link.strength))
        return invalid(
            fmt::format("A planted link has the strength {}; it lies within 0 … 1.", link.strength));
    if (options.table.find(link.emotion) == nullptr)
        return invalid(fmt::format("A planted link follows \"{}\", which is none of the emotions in use.",
                                   link.emotion));
    if (link.split != "train" && link.split != "test" && link.split != "all")
        return invalid(fmt::format("A planted link holds in \"{}\"; it is train, test or all.", link.split));
    const bool ofFilm = link.kind == PlantedLink::Kind::Light || link.kind == PlantedLink::Kind::Camera;
    if (ofFilm && options.episodes != 1)
        return invalid(
            fmt::format("A {} that follows the class needs films of one expression; these have {}.",
                        nameOf(link.kind), options.episodes));
    if (link.kind == PlantedLink::Kind::Duration && !(link.factor >= 0.3 && link.factor <= 3.0))
        return invalid(
            fmt::format("A planted duration has the factor {}; it lies within 0.3 … 3.", link.factor));
    if (link.kind == PlantedLink::Kind::Unit) {
        const auto outside = unitsOutside(options.table);
        if (std::find(outside.begin(), outside.end(), link.unit) == outside.end())
            return invalid(
                fmt::format("AU {} cannot be planted as spurious, because it belongs to an emotion in use or "
                            "cannot be rendered; possible are {}.",
                            link.unit, fmt::join(outside, ", ")));
    }
    return {};
}

Result<void> checkWeights(const std::vector<double>& weights, std::size_t emotions) {
    double sum = 0.0;
    for (const double weight : weights)
        sum += weight >= 0.0 ? weight : -1e300;
    if (weights.size() != emotions || !(sum > 0.0))
        return invalid(fmt::format("{} emotions need {} weights of 0 or more, one of them above 0.", emotions,
                                   emotions));
    return {};
}

} // namespace

Result<Scm> Scm::create(ScmOptions options) {
    const auto count = options.table.emotions.size();
    if (count == 0 || options.people.empty())
        return Unexpected(invalid("The model needs at least one emotion and one person.").error());
    if (options.weights.empty())
        options.weights.assign(count, 1.0);
    if (auto ok = checkWeights(options.weights, count); !ok)
        return Unexpected(ok.error());
    for (const auto& [split, weights] : options.splitWeights)
        if (auto ok = checkWeights(weights, count); !ok)
            return Unexpected(ok.error());
    const auto& s = options.subject;
    for (const double strength : {s.emotion, s.units, s.intensity, s.timing, s.camera, s.label})
        if (!isShare(strength))
            return Unexpected(
                invalid(fmt::format("confounding.subject is {}; strengths lie within 0 … 1.", strength))
                    .error());
    if (s.units > 0.0 && unitsOutside(options.table).empty())
        return Unexpected(
            invalid("No action unit is left that could be a subject's habit, because the emotions in use "
                    "take them all; use fewer emotions or confounding.subject.units = 0.")
                .error());
    for (const auto& link : options.planted)
        if (auto ok = checkLink(link, options); !ok)
            return Unexpected(ok.error());
    if (!isShare(options.labelNoise) || !isShare(options.microShare) || options.episodes < 0 ||
        !(options.lengthS > 0.0))
        return Unexpected(
            invalid("Label noise and the share of micro-expressions lie within 0 … 1, and a film has a "
                    "length and no negative number of expressions.")
                .error());
    if (count == 1 && options.labelNoise > 0.0)
        return Unexpected(invalid("Label noise needs at least two emotions.").error());
    for (const auto& person : options.people)
        if (person.portraits == 0)
            return Unexpected(invalid(fmt::format("\"{}\" has no portrait.", person.id)).error());
    return Scm(std::move(options));
}

} // namespace mien::synthesis
