// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/truth_run.h"

namespace mien::ui {
namespace {

Result<FilmCheck> check(const FilmToCheck& film, pipeline::AnalyseOptions options, const JobContext& job) {
    const auto beside = synthesis::readTruthBeside(film.path);
    if (!beside)
        return Unexpected(beside.error());
    if (!*beside && film.coded.empty())
        return FilmCheck{};
    FilmCheck out;
    out.source = *beside ? TruthSource::Made : TruthSource::Table;
    synthesis::TruthFiles truth;
    if (*beside)
        truth = **beside;
    else
        truth.events = film.coded;
    std::error_code ignored;
    if (std::filesystem::is_directory(film.path, ignored))
        options.fps = film.fps;
    auto compared = pipeline::checkAgainstTruth(film.path, truth, options, job);
    if (!compared)
        return Unexpected(compared.error());
    out.check = std::move(*compared);
    return out;
}

} // namespace

void CheckedSink::put(const std::filesystem::path& film, Result<FilmCheck> check) {
    const std::lock_guard lock(m_mutex);
    m_done.insert_or_assign(film, std::move(check));
}

CheckedFilms CheckedSink::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_done, {});
}

Result<int> checkFilms(const std::vector<FilmToCheck>& films, const pipeline::AnalyseOptions& options,
                       CheckedSink& sink, const JobContext& job) {
    const auto parts = static_cast<double>(films.size());
    for (std::size_t i = 0; i < films.size(); ++i) {
        auto part = job;
        part.onProgress = [&job, i, parts](double fraction, std::string_view text) {
            job.progress((static_cast<double>(i) + fraction) / parts, text);
        };
        auto checked = check(films[i], options, part);
        if (job.cancelled() || (!checked && checked.error().code == ErrorCode::Cancelled))
            return cancelled();
        sink.put(films[i].path, std::move(checked));
    }
    return static_cast<int>(films.size());
}

} // namespace mien::ui
