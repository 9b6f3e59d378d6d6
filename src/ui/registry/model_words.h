// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/model_list.h"
#include "core/project/project.h"

#include <QString>

namespace mien::ui {

/// "Rules", or the name of the model that made a run; what else proposed, by its own name.
QString spotterOf(const project::Run& run);
/// Where a run's proposals come from, as rich text: spotter, model, folder, date, options.
QString provenanceOf(const project::Run& run);
/// When a run began, in the user's own time and short form.
QString startOf(const project::Run& run);
/// The time of today's, the day of the others.
QString shortStartOf(const project::Run& run);

/// What a model was made from, as rich text of a few lines; what is wrong with it first.
QString factsOf(const pipeline::ListedModel& model);
QString nameOf(const pipeline::ListedModel& model);
/// How a retrained model fared, where that is no proof that it is better than the one it came from; null:
/// it needs none, or has it.
const spotting::Retrained* unprovenOf(const spotting::NetworkModel& model);
const spotting::Retrained* unprovenOf(const pipeline::ListedModel& model);
/// A sentence: why a retrained model may not be used without insisting.
QString whyNotYet(const spotting::Retrained& retrained);
QString originText(pipeline::ModelOrigin origin);

} // namespace mien::ui
