// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/dataset_plan.h"

#include <functional>

namespace mien::synthesis {

/// One film to be made of a sample.
struct ClipTask {
    std::string id;   ///< name of folder and film
    std::string twin; ///< id of its twin, or empty
    std::string stratum;
    Sample sample;
};

/// Draws one planned clip; with twins, both.
Result<std::vector<ClipTask>> tasksOf(const Scm& scm, const DatasetSpec& spec, const PlannedClip& planned);
/// Ids of all films of a plan, in order.
std::vector<std::string> idsOf(const DatasetSpec& spec, const DatasetPlan& plan);
/// The clip's spec without its movements: source, size, rate, codec.
ClipSpec frameOf(const DatasetSpec& spec, const ClipTask& task);

/// body(0) … body(count − 1) in parallel. The first that fails stops the others; of several, the error of the
/// lowest number is returned. `one` is the job of a single body: one thread, no progress of its own.
Result<void> forEachTask(std::size_t count, const JobContext& job,
                         const std::function<Result<void>(std::size_t, const JobContext& one)>& body);

/// Draws every clip once and judges it without its portrait, so that what a spec cannot mean is said before
/// the first picture and not in the middle of the night.
Result<void> checkTasks(const Scm& scm, const DatasetSpec& spec, const DatasetPlan& plan,
                        const JobContext& job);
/// Loads every portrait and rig; the sentence names all that are missing or show no face, as far as ten go.
Result<void> checkSources(const DatasetSpec& spec, const JobContext& job);

} // namespace mien::synthesis
