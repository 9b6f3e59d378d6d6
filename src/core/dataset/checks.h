// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/draft.h"

/// The steps of an import after its cells are read, in this order. Each looks at every row, repairs what a
/// rule covers, and notes the rest. Internal to this module.
namespace mien::dataset {

void checkNames(Draft& draft);
/// Onset, apex, offset and duration, in the table's own numbers.
void checkFrames(Draft& draft);
/// Finds the films and what is known of them.
Result<void> findFilms(Draft& draft, const std::filesystem::path& table, const JobContext& job);
/// Decides what the table calls the first frame and sets the samples' frames.
void settleFrames(Draft& draft);
/// Order, lengths, rates, duplicates, overlaps, the film's end.
void checkTiming(Draft& draft);
void checkWords(Draft& draft);
void checkActionUnits(Draft& draft);

} // namespace mien::dataset
