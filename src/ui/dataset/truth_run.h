// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/truth_check.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

namespace mien::ui {

/// A film that is to be compared with what is known of it.
struct FilmToCheck {
    std::filesystem::path path;
    Rational fps{25, 1}; ///< of a folder of images
    /// What the dataset's table says of it, in frames of the medium: its truth where none lies beside it.
    std::vector<annotation::TableEvent> coded;
};

enum class TruthSource {
    None,  ///< nothing is known of the film
    Made,  ///< lies beside it, because it was made
    Table, ///< what the dataset's table says
};

struct FilmCheck {
    TruthSource source = TruthSource::None;
    pipeline::TruthCheck check; ///< empty where nothing is known
};

/// What is known of the films that were compared, or why they could not be.
using CheckedFilms = std::map<std::filesystem::path, Result<FilmCheck>>;

/// Hands films from the thread that compares them to the window, one by one: a stop keeps what is done.
class CheckedSink {
public:
    void put(const std::filesystem::path& film, Result<FilmCheck> check);
    CheckedFilms take();

private:
    std::mutex m_mutex;
    CheckedFilms m_done;
};

/// Analyses film by film and compares; one that cannot be read is no failure. Returns how many were put into
/// the sink; Cancelled where it was stopped.
Result<int> checkFilms(const std::vector<FilmToCheck>& films, const pipeline::AnalyseOptions& options,
                       CheckedSink& sink, const JobContext& job);

} // namespace mien::ui
