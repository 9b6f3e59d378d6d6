// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_tasks.h"

#include "core/base/guarded.h"
#include "core/base/parallel.h"
#include "core/synthesis/generator.h"
#include "core/synthesis/scm_clip.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <mutex>
#include <set>

namespace mien::synthesis {
namespace {

/// The error of the lowest number, as far as several stopped.
struct FirstError {
    std::mutex mutex;
    std::size_t at = SIZE_MAX;
    std::optional<Error> error;

    void note(std::size_t index, const Error& what) {
        const std::lock_guard lock(mutex);
        if (index < at) {
            at = index;
            error = what;
        }
    }
};

} // namespace

Result<std::vector<ClipTask>> tasksOf(const Scm& scm, const DatasetSpec& spec, const PlannedClip& planned) {
    auto sample = drawClip(scm, spec, planned);
    if (!sample)
        return Unexpected(sample.error());
    if (spec.twins.change.empty())
        return std::vector<ClipTask>{{planned.id, {}, planned.stratum, std::move(*sample)}};
    auto twin = twinOf(scm, spec, *sample);
    if (!twin)
        return Unexpected(twin.error());
    const auto a = planned.id + "a", b = planned.id + "b";
    return std::vector<ClipTask>{{a, b, planned.stratum, std::move(*sample)},
                                 {b, a, planned.stratum, std::move(*twin)}};
}

std::vector<std::string> idsOf(const DatasetSpec& spec, const DatasetPlan& plan) {
    std::vector<std::string> ids;
    for (const auto& clip : plan.clips)
        if (spec.twins.change.empty())
            ids.push_back(clip.id);
        else
            for (const char* half : {"a", "b"})
                ids.push_back(clip.id + half);
    return ids;
}

ClipSpec frameOf(const DatasetSpec& spec, const ClipTask& task) {
    const auto& person = spec.people[task.sample.subject];
    const auto& portrait = person.portraits[task.sample.portrait];
    ClipSpec frame = spec.film;
    frame.generator = person.generator;
    frame.source = portrait.written;
    frame.sourceFrame = portrait.frame;
    frame.identity = portrait.identity;
    frame.name = task.id;
    return frame;
}

Result<void> forEachTask(std::size_t count, const JobContext& job,
                         const std::function<Result<void>(std::size_t, const JobContext& one)>& body) {
    FirstError first;
    std::stop_source failed; // stops the others; the caller's stop reaches it as well
    const std::stop_callback passOn(job.stop, [&] { failed.request_stop(); });
    JobContext all = job;
    all.stop = failed.get_token();
    JobContext one = all;
    one.threads = 1;
    one.onProgress = {};
    parallelFor(count, all, [&](std::size_t i) {
        const auto done = guarded(fmt::format("task {}", i + 1), [&] { return body(i, one); });
        if (done)
            return;
        if (done.error().code != ErrorCode::Cancelled)
            first.note(i, done.error());
        failed.request_stop();
    });
    if (first.error)
        return Unexpected(*first.error);
    return job.cancelled() ? Result<void>(cancelled()) : Result<void>();
}

Result<void> checkTasks(const Scm& scm, const DatasetSpec& spec, const DatasetPlan& plan,
                        const JobContext& job) {
    return forEachTask(plan.clips.size(), job, [&](std::size_t i, const JobContext&) -> Result<void> {
        const auto tasks = tasksOf(scm, spec, plan.clips[i]);
        if (!tasks)
            return Unexpected(tasks.error());
        for (const auto& task : *tasks) {
            const auto clip = clipOf(task.sample, frameOf(spec, task));
            if (!clip)
                return Unexpected(clip.error());
            if (auto valid = clip->validate(); !valid)
                return valid;
        }
        return {};
    });
}

Result<void> checkSources(const DatasetSpec& spec, const JobContext& job) {
    std::vector<ClipSpec> sources; // every one once
    std::set<std::string> known;
    for (const auto& person : spec.people)
        for (const auto& portrait : person.portraits)
            if (known
                    .insert(
                        fmt::format("{}|{}|{}", person.generator, portrait.resolved.string(), portrait.frame))
                    .second) {
                ClipSpec source;
                source.generator = person.generator;
                source.source = portrait.resolved;
                source.sourceFrame = portrait.frame;
                sources.push_back(std::move(source));
            }
    std::vector<Error> refused;
    std::mutex telling;
    std::size_t done = 0;
    const auto looked =
        forEachTask(sources.size(), job, [&](std::size_t i, const JobContext& one) -> Result<void> {
            const auto source = loadActorSource(sources[i], one);
            const std::lock_guard lock(telling);
            job.progress(0.02 * static_cast<double>(++done) / static_cast<double>(sources.size()),
                         fmt::format("portrait {} of {}", done, sources.size()));
            if (source)
                return {};
            if (source.error().code == ErrorCode::Cancelled)
                return Unexpected(source.error());
            refused.push_back(source.error());
            return {};
        });
    if (!looked)
        return looked;
    if (refused.empty())
        return {};
    std::sort(refused.begin(), refused.end(),
              [](const Error& a, const Error& b) { return a.location < b.location; });
    if (refused.size() == 1)
        return Unexpected(refused.front());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min<std::size_t>(10, refused.size()); ++i)
        names.push_back(refused[i].location);
    return fail(
        refused.front().code,
        fmt::format(
            "{} of {} portraits cannot be used, for instance because: {} They are {}{}; take them out.",
            refused.size(), sources.size(), refused.front().message, fmt::join(names, ", "),
            refused.size() > names.size() ? " …" : ""));
}

} // namespace mien::synthesis
