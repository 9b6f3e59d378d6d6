// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/external_set.h"

#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/pipeline/external_records.h"
#include "core/synthesis/generator_warp.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::pipeline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// A part of a job's progress, from `first` on, `length` long.
JobContext partOf(const JobContext& job, double first, double length, std::string what) {
    return {job.stop,
            [&job, first, length, what = std::move(what)](double fraction, std::string_view text) {
                job.progress(first + length * fraction, fmt::format("{}: {}", what, text));
            },
            job.threads};
}

/// A person's portrait as the films begin with it.
struct FirstPicture {
    std::string sha256;
    cv::Mat image; ///< CV_8UC3
};

Result<FirstPicture> firstPictureOf(const fs::path& source, const ExternalSpec& spec, const JobContext& job) {
    synthesis::ClipSpec clip;
    clip.source = source;
    clip.size = spec.size;
    clip.faceFraction = spec.faceFraction;
    auto loaded = synthesis::loadWarpSource(clip, JobContext{job.stop, {}, job.threads});
    if (!loaded)
        return Unexpected(loaded.error());
    // The neutral face of the generator `warp`: the same cut, so that films of both can be compared.
    auto actor = (*loaded)->actor(clip, job);
    if (!actor)
        return Unexpected(actor.error());
    FirstPicture out;
    out.sha256 = (*loaded)->sha256();
    (*actor)->picture((*actor)->performance().poseAt(FrameIndex{0})).convertTo(out.image, CV_8UC3);
    return out;
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::WriteFailed, fmt::format("The folder cannot be made: {}.", error.message()),
                    folder.string());
    return {};
}

Result<void> move(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error)
        return fail(ErrorCode::WriteFailed, fmt::format("It cannot be put in place: {}.", error.message()),
                    to.string());
    return {};
}

Result<void> writeJson(const fs::path& file, const Json& json) {
    return writeFileAtomically(file, jsonText(json, 1) + "\n");
}

class Workshop {
public:
    Workshop(const ExternalSpec& spec, synthesis::ExternalModel& model, fs::path folder,
             const AnalyseOptions& options)
        : m_spec(spec),
          m_model(model),
          m_folder(std::move(folder)),
          m_options(options),
          m_work(m_folder / ".unfinished") {}
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(m_work, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    Result<ExternalClip> make(const ExternalTask& task, const FirstPicture& first, const JobContext& job) {
        ExternalClip clip;
        clip.task = task;
        if (const auto known = findAccepted(task, first, clip, job); !known)
            return Unexpected(known.error());
        for (int attempt = 1; !clip.accepted && attempt <= m_spec.attempts; ++attempt) {
            const double share = 1.0 / m_spec.attempts;
            const auto part =
                partOf(job, share * (attempt - 1), share, fmt::format("{}, attempt {}", task.id, attempt));
            if (const auto tried = tryOnce(clip, attempt, first, part); !tried)
                return Unexpected(tried.error());
        }
        return clip;
    }

private:
    fs::path home(const std::string& id) const { return m_folder / "clips" / id; }
    fs::path rejection(const std::string& id, int attempt) const {
        return m_folder / "rejected" / fmt::format("{}-{}.json", id, attempt);
    }

    /// Looks for a film that an earlier run accepted. A clip under this name that is none of our attempts is
    /// somebody's work, and left alone.
    Result<void> findAccepted(const ExternalTask& task, const FirstPicture& first, ExternalClip& clip,
                              const JobContext& job) const {
        std::error_code ignored;
        if (!fs::exists(home(task.id), ignored))
            return {};
        for (int attempt = 1; attempt <= m_spec.attempts; ++attempt) {
            const auto record = attemptRecord(m_spec, task, attempt, first.sha256, m_model.description());
            const auto found = recordOf(home(task.id) / "clip.json", record["key"].get<std::string>());
            if (!found)
                continue;
            const auto film = home(task.id) / found->value("film", "");
            const auto sha = media::contentSha256(film, JobContext{job.stop, {}, job.threads});
            if (!sha || *sha != found->value("film_sha256", ""))
                return fail(
                    ErrorCode::Corrupt,
                    "The film of an earlier run is missing or was changed; remove its folder to have it "
                    "made again.",
                    home(task.id).string());
            clip.accepted = clip.wasThere = true;
            clip.film = film;
            const auto measured = found->value("measured", Json::object());
            clip.measured = proposalFrom(measured);
            clip.durationS = measured.value("duration_s", 0.0);
            clip.unseen = measured.value("units_unseen", std::vector<int>());
            for (int before = 1; before < attempt; ++before)
                if (auto rejected = earlierRejection(task, before, first))
                    clip.rejected.push_back(std::move(*rejected));
            return {};
        }
        return fail(ErrorCode::InvalidArgument,
                    "This folder holds a clip of another request under the same name; choose another --out.",
                    home(task.id).string());
    }

    std::optional<RejectedFilm> earlierRejection(const ExternalTask& task, int attempt,
                                                 const FirstPicture& first) const {
        const auto record = attemptRecord(m_spec, task, attempt, first.sha256, m_model.description());
        const auto found = recordOf(rejection(task.id, attempt), record["key"].get<std::string>());
        return found ? std::optional(rejectedFrom(*found)) : std::nullopt;
    }

    Result<void> tryOnce(ExternalClip& clip, int attempt, const FirstPicture& first, const JobContext& job) {
        if (job.cancelled())
            return cancelled();
        if (auto known = earlierRejection(clip.task, attempt, first)) {
            clip.rejected.push_back(std::move(*known));
            return {};
        }
        std::error_code ignored;
        fs::remove_all(m_work, ignored);
        if (auto ok = makeFolder(m_work); !ok)
            return ok;
        synthesis::ExternalRequest request;
        request.image = first.image;
        request.prompt = clip.task.prompt;
        request.negative = clip.task.negative;
        request.frames = m_spec.frames;
        request.width = request.height = m_spec.size;
        request.fps = m_spec.fps;
        request.seed = clip.task.seeds[static_cast<std::size_t>(attempt - 1)];
        const auto film = m_model.generate(request, m_work, partOf(job, 0.0, 0.9, "film"));
        if (!film)
            return Unexpected(film.error());

        FilmDemand demand;
        demand.frames = m_spec.frames;
        demand.width = demand.height = m_spec.size;
        demand.fps = m_spec.fps;
        demand.type = clip.task.type;
        demand.firstPicture = first.image;
        for (const auto& unit : clip.task.units)
            demand.actionUnits.push_back(unit.number);
        const auto verdict =
            checkFilm(*film, demand, m_spec.limits, m_options, partOf(job, 0.9, 0.1, "tests"));
        if (!verdict)
            return Unexpected(verdict.error());
        auto record = attemptRecord(m_spec, clip.task, attempt, first.sha256, m_model.description());
        auto sha = media::contentSha256(*film, JobContext{job.stop, {}, job.threads});
        if (!sha)
            return Unexpected(sha.error());
        record["film_sha256"] = *sha;
        record["measured"] = measuredJson(*verdict, m_spec.fps);
        record["checks"] = toJson(*verdict);
        return verdict->accepted() ? accept(clip, *film, *verdict, record)
                                   : reject(clip, *film, *verdict, attempt, record);
    }

    Result<void> accept(ExternalClip& clip, const fs::path& film, const FilmVerdict& verdict, Json& record) {
        const auto folder = m_work / "accepted";
        const auto name = clip.task.id + film.extension().string();
        record["film"] = name;
        if (auto ok = makeFolder(folder); !ok)
            return ok;
        if (auto ok = move(film, folder / name); !ok)
            return ok;
        if (auto ok = writeJson(folder / "clip.json", record); !ok)
            return ok;
        if (auto ok = makeFolder(m_folder / "clips"); !ok)
            return ok;
        if (auto ok = move(folder, home(clip.task.id)); !ok)
            return ok;
        clip.accepted = true;
        clip.film = home(clip.task.id) / name;
        clip.measured = verdict.expression;
        clip.durationS = record["measured"]["duration_s"].get<double>();
        clip.unseen = verdict.unseen;
        return {};
    }

    Result<void> reject(ExternalClip& clip, const fs::path& film, const FilmVerdict& verdict, int attempt,
                        Json& record) {
        record["reasons"] = verdict.reasons();
        const auto file = rejection(clip.task.id, attempt);
        if (auto ok = makeFolder(file.parent_path()); !ok)
            return ok;
        if (m_spec.keepRejected) {
            auto kept = file;
            kept.replace_extension(film.extension());
            record["film"] = kept.filename().string();
            if (auto ok = move(film, kept); !ok)
                return ok;
        }
        if (auto ok = writeJson(file, record); !ok)
            return ok;
        clip.rejected.push_back(rejectedFrom(record));
        return {};
    }

    const ExternalSpec& m_spec;
    synthesis::ExternalModel& m_model;
    fs::path m_folder;
    const AnalyseOptions& m_options;
    fs::path m_work;
};

} // namespace

int ExternalOutcome::accepted() const {
    return static_cast<int>(
        std::count_if(clips.begin(), clips.end(), [](const auto& c) { return c.accepted; }));
}

int ExternalOutcome::films() const {
    std::size_t films = 0;
    for (const auto& clip : clips)
        films += clip.rejected.size() + (clip.accepted ? 1 : 0);
    return static_cast<int>(films);
}

Result<ExternalOutcome> makeExternalSet(const ExternalSpec& spec, synthesis::ExternalModel& model,
                                        const fs::path& folder, const AnalyseOptions& options,
                                        const JobContext& job, const std::string& command) {
    return guarded(folder.string(), [&]() -> Result<ExternalOutcome> {
        const auto tasks = planExternal(spec);
        if (!tasks)
            return Unexpected(tasks.error());
        // A wrong name is found before a model has worked for minutes.
        for (const auto& source : spec.sources)
            if (std::error_code ignored; !fs::exists(source, ignored))
                return fail(ErrorCode::NotFound, "There is no such portrait.", source.string());
        const bool existed = fs::exists(folder);
        if (auto ok = makeFolder(folder); !ok)
            return Unexpected(ok.error());
        ExternalOutcome outcome;
        Workshop workshop(spec, model, folder, options);
        const auto failed = [&](const Error& error) -> Result<ExternalOutcome> {
            // Nothing was made: nothing stays.
            std::error_code ignored;
            if (!existed && outcome.films() == 0) {
                fs::remove_all(folder / ".unfinished", ignored);
                fs::remove(folder, ignored);
            }
            return Unexpected(error);
        };
        std::optional<FirstPicture> picture;
        for (std::size_t i = 0; i < tasks->size(); ++i) {
            const auto person = (*tasks)[i].source;
            if (i == 0 || (*tasks)[i - 1].source != person) {
                auto read = firstPictureOf(spec.sources[person], spec, job);
                if (!read)
                    return failed(read.error());
                picture = std::move(*read);
            }
            const double share = 1.0 / static_cast<double>(tasks->size());
            const JobContext part{job.stop,
                                  [&](double fraction, std::string_view text) {
                                      job.progress(share * (static_cast<double>(i) + fraction), text);
                                  },
                                  job.threads};
            auto clip = workshop.make((*tasks)[i], *picture, part);
            if (!clip)
                return failed(clip.error());
            outcome.clips.push_back(std::move(*clip));
            // After every clip, so that what is there can be used whatever happens next.
            if (auto ok = writeFileAtomically(folder / "clips.csv", clipsTable(spec, outcome.clips, folder));
                !ok)
                return Unexpected(ok.error());
            if (auto ok = writeJson(folder / "manifest.json",
                                    manifestOf(spec, outcome.clips, model.description(), command));
                !ok)
                return Unexpected(ok.error());
        }
        return outcome;
    });
}

} // namespace mien::pipeline
