// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"
#include "core/project/project.h"

#include <QString>

namespace mien::ui {

/// Signals and landmarks of a finished run, kept beside the project so that a film opened again shows its
/// lanes without being analysed again. Only a cache: a file that is absent, of another version or damaged
/// means "analyse to see them".
QString analysisCacheFile(const QString& folder, const project::Media& media, const project::Run& run);

Result<void> writeAnalysisCache(const QString& file, const pipeline::Analysis& analysis);
/// Without proposals, which the project has. NotFound or Corrupt.
Result<pipeline::Analysis> readAnalysisCache(const QString& file);

} // namespace mien::ui
