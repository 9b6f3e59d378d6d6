// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/media/film_index.h"
#include "core/media/film_reader.h"

namespace mien::media {

/// Builds the table of a film: reads all packets of its video stream once (no decoding), sorts them by
/// presentation time, and checks the result against what the decoder really shows at the film's start and
/// at its end. Where the container has no presentation times, or the check fails, the whole film is decoded
/// instead: slower, and exact by definition. The reader stands anywhere afterwards.
Result<FilmIndex> scanFilm(FilmReader& reader, const JobContext& job);

} // namespace mien::media
