// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/checks.h"
#include "core/dataset/film_index.h"

#include "core/media/image_folder.h"
#include "core/media/video_source.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace mien::dataset {
namespace {

namespace fs = std::filesystem;

// Millions of images lie under a dataset's own folder; a table among other things should not search them all.
constexpr std::size_t kMostGiven = 10'000'000;
constexpr std::size_t kMostBeside = 200'000;

struct Known {
    std::optional<std::int64_t> frames;
    std::optional<std::int64_t> firstNumber; ///< of a folder of images
    std::optional<std::int64_t> lastNumber;
    std::optional<Rational> fps; ///< of a film
    std::string error;
};

Known look(const fs::path& path, const fs::path& cacheDir, const JobContext& job) {
    Known out;
    std::error_code ec;
    if (fs::is_directory(path, ec)) {
        const auto images = media::listNumberedImages(path);
        if (!images) {
            out.error = images.error().message;
            return out;
        }
        out.firstNumber = images->front().value;
        out.lastNumber = images->back().value;
        out.frames = *out.lastNumber - *out.firstNumber + 1; // gaps count: numbers are those of the film
        return out;
    }
    media::OpenOptions options;
    options.cacheDir = cacheDir;
    JobContext quiet;
    quiet.stop = job.stop;
    quiet.threads = job.threads;
    const auto film = media::openMedia(path, options, quiet);
    if (!film) {
        out.error = film.error().message;
        return out;
    }
    out.frames = (*film)->info().frames;
    out.fps = (*film)->info().fps;
    return out;
}

class Finder {
public:
    Finder(Draft& draft, const FilmIndex& index, const JobContext& job)
        : m_draft(draft), m_index(index), m_job(job) {}

    /// Empty where there is none.
    fs::path find(const std::vector<std::string>& names, const std::string& film, const Draft::Place& place) {
        for (const auto& name : names) {
            const auto found = m_index.find(name);
            if (found.empty())
                continue;
            if (found.size() > 1 && m_told.insert(film).second)
                m_draft.reported("ambiguous-film", place,
                                 fmt::format("{} films fit \"{}\"; {} was taken.", found.size(), shown(name),
                                             found.front().string()));
            return found.front();
        }
        if (m_told.insert(film).second)
            m_draft.reported("missing-film", place,
                             fmt::format("The film \"{}\" is not among the films.", shown(film)));
        return {};
    }

    const Known& known(const fs::path& path, const Draft::Place& place) {
        const auto [at, added] = m_known.try_emplace(path);
        if (added) {
            at->second = look(path, m_draft.options.cacheDir, m_job);
            if (!at->second.error.empty())
                m_draft.reported("unreadable-film", place,
                                 fmt::format("{} cannot be used: {}", path.string(), at->second.error));
        }
        return at->second;
    }

private:
    Draft& m_draft;
    const FilmIndex& m_index;
    const JobContext& m_job;
    std::set<std::string> m_told;
    std::map<fs::path, Known> m_known;
};

Result<void> findRows(Draft& draft, Finder& finder, const JobContext& job) {
    double done = 0.0;
    for (auto& row : draft.rows) {
        if (job.cancelled())
            return cancelled();
        job.progress(done++ / static_cast<double>(draft.rows.size()), "looking at films");
        auto& s = row.sample;
        // A row of the generic layout may have its arrays and no film at all.
        if (row.mediaNames.empty() || s.film.empty() ||
            (!s.features.empty() && !row.field(Role::Film).present()))
            continue;
        Draft::Place place = Draft::at(row);
        place.value = s.film;
        s.media = finder.find(row.mediaNames, row.mediaNames.front(), place);
        if (s.media.empty())
            continue;
        const auto& known = finder.known(s.media, place);
        s.mediaFrames = known.frames;
        row.mediaFirstNumber = known.firstNumber;
        row.mediaLastNumber = known.lastNumber;
        row.mediaFps = known.fps;
    }
    return {};
}

} // namespace

Result<void> findFilms(Draft& draft, const fs::path& table, const JobContext& job) {
    if (draft.rows.empty() && draft.labels.empty())
        return {};
    const bool given = !draft.options.films.empty();
    const auto parent = table.has_parent_path() ? table.parent_path() : fs::path(".");
    const auto index =
        FilmIndex::build(given ? draft.options.films : parent, given ? kMostGiven : kMostBeside, job);
    if (!index)
        return Unexpected(index.error());
    if (index->empty()) {
        draft.reported(
            "missing-film", {draft.source, 0, {}, {}},
            given ? std::string("There is no film and no folder of images in the folder of films.")
                  : fmt::format("No film and no folder of images lies beside the table{}; name their "
                                "folder to check the frames against them.",
                                index->complete() ? "" : " (not all of the folder was searched)"));
        return {};
    }
    Finder finder(draft, *index, job);
    for (auto& labels : draft.labels) {
        auto path = labels.film; // "F001_T1" lies in F001/T1
        std::replace(path.begin(), path.end(), '_', '/');
        labels.media = finder.find({labels.film, path, "LeftVideo" + labels.film + "_comp"}, labels.film,
                                   {draft.source, 0, {}, labels.film});
    }
    return findRows(draft, finder, job);
}

} // namespace mien::dataset
