// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "core/synthesis/quality_film.h"

#include <QStringList>

#include <filesystem>
#include <map>
#include <vector>

namespace mien::ui {

/// A film or folder of images whose pictures are to be judged.
struct FilmToJudge {
    std::filesystem::path path;
    Rational fps{25, 1}; ///< of a folder of images; it changes no figure
};

/// What is known of the films that were measured: their figures, or why there are none.
using JudgedFilms = std::map<std::filesystem::path, Result<synthesis::FilmQuality>>;

struct QualityRun {
    JudgedFilms films;
    std::vector<std::string> clipTroubles; ///< why films have no CLIP-IQA; each sentence once
};

/// Measures film by film; one that cannot be opened is no failure, a missing model of BRISQUE leaves BRISQUE
/// out. CLIP-IQA is measured where `options` name a model; one that cannot be read is a failure, before
/// anything is measured. Cancelled where it was stopped.
Result<QualityRun> judgeFilms(const std::vector<FilmToJudge>& films, const synthesis::QualityOptions& options,
                              const std::filesystem::path& cacheDir, const JobContext& job);

/// One of the sentences about all figures (synthesis::kStillTrap …) in the language of the window.
QString qualityText(std::string_view sentence);
/// synthesis::remarksOn() in the language of the window.
QStringList remarksText(const synthesis::FilmQuality& quality);

} // namespace mien::ui
