// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/spotting_set.h"

#include "core/base/parallel.h"
#include "core/dataset/prior.h"
#include "core/dataset/splits.h"
#include "core/media/content_hash.h"
#include "core/pipeline/film_features.h"

#include <fmt/format.h>

#include <atomic>
#include <mutex>
#include <set>

namespace mien::training {
namespace {

constexpr double kLeastScorable = 0.1;
constexpr std::size_t kMostNamed = 4; ///< people in a line of text

bool inOrder(const dataset::Sample& sample) {
    const FrameIndex onset = *sample.onset, apex = sample.apex.value_or(onset);
    return onset <= apex && apex <= sample.offset.value_or(apex);
}

/// From the first to the last frame that a row names, in frames of its film.
std::optional<FrameInterval> namedBy(const dataset::Sample& sample) {
    std::optional<FrameInterval> out;
    for (const auto& frame : {sample.onset, sample.apex, sample.offset}) {
        if (!frame)
            continue;
        const FrameIndex at{frame->value - sample.mediaFirstFrame};
        out = out ? FrameInterval{std::min(out->first, at), std::max(out->last, at)} : FrameInterval{at, at};
    }
    return out;
}

/// The dataset's rows, film by film; rows that nothing can be learnt from become warnings. That an expression
/// is there is not certain, that none is neither: their frames are unclear.
std::vector<SpottingFilm> filmsOf(const dataset::Dataset& dataset, std::vector<std::string>& warnings) {
    std::vector<SpottingFilm> films;
    std::map<std::filesystem::path, std::size_t> at;
    std::map<std::filesystem::path, std::vector<FrameInterval>> unclear;
    for (const auto& sample : dataset.samples) {
        const auto leaveOut = [&](std::string_view why) {
            warnings.push_back(fmt::format("Row {} ({}) is left out: {}.", sample.row, sample.film, why));
            if (const auto named = namedBy(sample))
                unclear[sample.media].push_back(*named);
        };
        if (sample.media.empty())
            leaveOut("its film was not found");
        else if (dataset::subjectKey(sample.subject).empty())
            leaveOut("it names no subject");
        else if (!sample.onset)
            leaveOut("it has no onset");
        else if (!inOrder(sample))
            leaveOut("its onset, apex and offset do not follow one another");
        else if (!sample.type)
            leaveOut("it says neither micro nor macro");
        else {
            const auto [found, fresh] = at.emplace(sample.media, films.size());
            if (fresh) {
                SpottingFilm film;
                film.name = sample.film;
                film.media = sample.media;
                film.subject = sample.subject;
                if (const auto* subject = dataset.subject(sample.subject))
                    film.attributes = subject->demographics;
                films.push_back(std::move(film));
            }
            auto& film = films[found->second];
            if (dataset::subjectKey(film.subject) != dataset::subjectKey(sample.subject)) {
                leaveOut("other rows of its film name another subject");
                continue;
            }
            const auto first = sample.mediaFirstFrame;
            const auto shifted = [first](std::optional<FrameIndex> frame) {
                return frame ? std::optional(FrameIndex{frame->value - first}) : frame;
            };
            film.expressions.push_back(
                {*shifted(sample.onset), shifted(sample.apex), shifted(sample.offset), *sample.type});
        }
    }
    for (auto& film : films)
        film.unclear = std::move(unclear[film.media]);
    return films;
}

/// What of the stretches lies outside of all the cuts.
std::vector<FrameInterval> without(std::vector<FrameInterval> stretches,
                                   std::span<const FrameInterval> cuts) {
    for (const auto& cut : cuts) {
        std::vector<FrameInterval> rest;
        for (const auto& stretch : stretches) {
            if (stretch.first < cut.first)
                rest.push_back({stretch.first, std::min(stretch.last, cut.first - 1)});
            if (stretch.last > cut.last)
                rest.push_back({std::max(stretch.first, cut.last + 1), stretch.last});
        }
        stretches = std::move(rest);
    }
    return stretches;
}

std::vector<FrameInterval> watchedIn(const SpottingFilm& film) {
    if (!film.watched.empty())
        return film.watched;
    return {{FrameIndex{0}, FrameIndex{std::ssize(film.series.frames) - 1}}};
}

/// The how-manieth of how many, for people.
struct Turn {
    std::size_t i, of;
};

/// Fills the film's series; false, with a warning, where nothing can be learnt from it.
Result<bool> measure(SpottingFilm& film, const pipeline::AnalyseOptions& analysis,
                     std::vector<std::string>& warnings, Turn turn, const JobContext& job) {
    JobContext part = job;
    part.onProgress = [&](double fraction, std::string_view) {
        job.progress((static_cast<double>(turn.i) + fraction) / static_cast<double>(turn.of),
                     fmt::format("measuring {}", film.name));
    };
    auto features = pipeline::filmFeatures(film.media, analysis, part);
    if (!features && features.error().code == ErrorCode::Cancelled)
        return Unexpected(std::move(features).error());
    if (!features) {
        warnings.push_back(features.error().sentence());
        return false;
    }
    if (features->scorableFraction < kLeastScorable) {
        warnings.push_back(fmt::format("{} is left out: a face can be measured in {:.0f} % of it.", film.name,
                                       100.0 * features->scorableFraction));
        return false;
    }
    film.series = std::move(features->series);
    const FrameIndex last{std::ssize(film.series.frames) - 1};
    if (const auto beyond = std::erase_if(
            film.expressions,
            [&](const auto& e) {
                const auto end = std::max({e.onset, e.apex.value_or(e.onset), e.offset.value_or(e.onset)});
                if (end > last && film.reviewed == 0) // in a review the rest of the film was looked at
                    film.unclear.push_back({e.onset, end});
                return end > last;
            });
        beyond > 0)
        warnings.push_back(
            fmt::format("{} ends with frame {}; expressions that would end later are left out: {}.",
                        film.name, last.value, beyond));
    if (!film.unclear.empty()) {
        film.watched = without(watchedIn(film), film.unclear);
        if (film.watched.empty()) {
            warnings.push_back(
                fmt::format("{} is left out: rows that cannot be used cover all of it.", film.name));
            return false;
        }
    }
    if (std::error_code ignored; std::filesystem::is_regular_file(film.media, ignored))
        film.content = media::quickFingerprint(film.media).value_or("");
    return true;
}

/// A film of the dataset that was reviewed as well is one film of one person: the review says what happens
/// where somebody looked, the dataset what happens elsewhere.
void joinTwins(std::vector<SpottingFilm>& films, SpottingFilm& reviewed, bool subjectKnown) {
    std::erase_if(films, [&](SpottingFilm& film) {
        std::error_code ignored;
        if (film.reviewed != 0 || !std::filesystem::equivalent(film.media, reviewed.media, ignored))
            return false;
        (subjectKnown ? film.subject : reviewed.subject) = subjectKnown ? reviewed.subject : film.subject;
        reviewed.attributes = film.attributes;
        film.watched = without(watchedIn(film), reviewed.watched);
        return film.watched.empty();
    });
}

} // namespace

std::string SpottingFilm::person() const {
    return dataset::subjectKey(subject);
}

std::vector<std::string> SpottingSet::subjects() const {
    std::vector<std::string> out;
    for (const auto& film : films)
        out.push_back(film.subject);
    return out;
}

std::string SpottingSet::peopleIn(std::span<const std::size_t> some) const {
    std::set<std::string> seen;
    std::vector<std::string> people;
    for (const std::size_t film : some)
        if (seen.insert(films[film].person()).second)
            people.push_back(films[film].subject);
    if (people.size() <= kMostNamed)
        return fmt::format("{}", fmt::join(people, ", "));
    const auto named = std::span(people).first(kMostNamed - 1);
    return fmt::format("{} and {} more", fmt::join(named, ", "), people.size() - named.size());
}

SetOutline outlineOf(const dataset::Dataset& dataset) {
    SetOutline out;
    std::set<std::string> subjects;
    for (const auto& film : filmsOf(dataset, out.leftOut)) {
        ++out.films;
        subjects.insert(dataset::subjectKey(film.subject));
        for (const auto& expression : film.expressions)
            ++(expression.type == annotation::ExpressionType::Micro ? out.micro : out.macro);
    }
    out.subjects = static_cast<std::int64_t>(subjects.size());
    return out;
}

Result<SpottingSet> spottingSet(dataset::Dataset dataset, const spotting::SpottingRecipe& recipe,
                                const pipeline::AnalyseOptions& analysis, const JobContext& job) {
    return spottingSet(std::move(dataset), {}, recipe, analysis, job);
}

Result<std::vector<SpottingFilm>> measuredFilms(std::span<const dataset::ReviewedFilm> films,
                                                const pipeline::AnalyseOptions& analysis,
                                                std::vector<std::string>& warnings, const JobContext& job) {
    std::vector<SpottingFilm> measured;
    for (std::size_t i = 0; i < films.size(); ++i) {
        const auto& reviewed = films[i];
        SpottingFilm film;
        film.name = reviewed.name;
        film.media = reviewed.media;
        film.subject = reviewed.subject.empty() ? "film " + reviewed.name : reviewed.subject;
        film.watched = reviewed.watched;
        film.reviewed = reviewed.id;
        for (const auto& e : reviewed.expressions)
            film.expressions.push_back({e.onset, e.apex, e.offset, e.type});
        auto options = analysis;
        options.followFace = reviewed.followFace;
        options.fps = reviewed.fps;
        const auto ok = measure(film, options, warnings, {i, films.size()}, job);
        if (!ok)
            return Unexpected(ok.error());
        if (*ok)
            measured.push_back(std::move(film));
    }
    return measured;
}

Result<SpottingSet> spottingSet(dataset::Dataset beside, std::span<const dataset::ReviewedFilm> reviewed,
                                const spotting::SpottingRecipe& recipe,
                                const pipeline::AnalyseOptions& analysis, const JobContext& job) {
    SpottingSet set;
    set.dataset = std::move(beside);
    auto films = filmsOf(set.dataset, set.warnings);
    const auto all = static_cast<double>(films.size() + reviewed.size());
    const auto part = [&](double from, double count) {
        JobContext some = job;
        some.onProgress = [&job, from, count, all](double fraction, std::string_view text) {
            job.progress((from + fraction * count) / all * 0.95, text);
        };
        return some;
    };
    const auto first = part(0.0, static_cast<double>(films.size()));
    for (std::size_t i = 0; i < films.size(); ++i) {
        const auto ok = measure(films[i], analysis, set.warnings, {i, films.size()}, first);
        if (!ok)
            return Unexpected(ok.error());
        if (*ok)
            set.films.push_back(std::move(films[i]));
    }
    auto more = measuredFilms(reviewed, analysis, set.warnings,
                              part(static_cast<double>(films.size()), static_cast<double>(reviewed.size())));
    if (!more)
        return Unexpected(std::move(more).error());
    for (auto& film : *more) {
        const auto& source = *std::ranges::find(reviewed, film.reviewed, &dataset::ReviewedFilm::id);
        joinTwins(set.films, film, !source.subject.empty());
        for (const auto& e : source.expressions) { // its action units join the prior
            dataset::Sample sample;
            sample.subject = film.subject;
            sample.film = sample.clip = film.name;
            sample.actionUnits = e.actionUnits;
            set.dataset.samples.push_back(std::move(sample));
        }
        set.films.push_back(std::move(film));
    }
    if (set.films.size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Only {} of the films can be learnt from; two or more are needed.{}",
                                set.films.size(), set.warnings.empty() ? "" : " " + set.warnings.front()));
    if (auto ok = prepare(set, recipe, job); !ok)
        return Unexpected(std::move(ok).error());
    return set;
}

Result<void> prepare(SpottingSet& set, const spotting::SpottingRecipe& recipe, const JobContext& job) {
    std::mutex mutex;
    std::optional<Error> failed;
    parallelFor(set.films.size(), job, [&](std::size_t i) {
        auto& film = set.films[i];
        film.input = spotting::networkInput(film.series, recipe.input);
        auto graph = pipeline::regionGraph(film.series, recipe.graph, job);
        if (graph) {
            film.graph = *std::move(graph);
            return;
        }
        const std::lock_guard lock(mutex);
        failed = graph.error();
    });
    if (job.cancelled())
        return cancelled();
    if (failed)
        return Unexpected(*failed);
    return {};
}

Result<pipeline::RegionMatrix> priorFor(const SpottingSet& set, std::span<const std::size_t> train,
                                        const spotting::GraphUse& use) {
    pipeline::RegionMatrix matrix{};
    if (use.prior == "none")
        return matrix;
    dataset::PriorOptions options;
    options.mapping = use.prior == "facs" ? "facs-extended" : "released";
    if (use.prior != "released") {
        std::set<std::string> seen;
        for (const std::size_t film : train)
            if (seen.insert(set.films[film].subject).second)
                options.subjects.push_back(set.films[film].subject);
    }
    const auto prior = dataset::priorOf(set.dataset, options);
    if (!prior)
        return Unexpected(prior.error());
    for (std::size_t i = 0; i < dataset::kPriorNodes; ++i)
        for (std::size_t j = 0; j < dataset::kPriorNodes; ++j)
            matrix[i * dataset::kPriorNodes + j] = prior->normalised[i][j];
    return matrix;
}

} // namespace mien::training
