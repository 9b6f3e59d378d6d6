// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_write.h"

#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/parallel.h"
#include "core/media/content_hash.h"
#include "core/synthesis/dataset_clip.h"
#include "core/synthesis/dataset_tables.h"
#include "core/synthesis/scm_graph.h"
#include "core/synthesis/scm_json.h"

#include <fmt/format.h>

#include <atomic>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kSpecFile = "spec.json";
constexpr std::string_view kDatasetManifest = "manifest.json";
constexpr std::string_view kUnfinished = ".unfinished";

/// The folder is new, empty, or holds this very dataset, finished or not.
Result<void> claim(const fs::path& folder, const std::string& spec) {
    std::error_code error;
    fs::create_directories(folder / "clips", error);
    if (error)
        return fail(ErrorCode::WriteFailed, fmt::format("The folder cannot be made: {}.", error.message()),
                    folder.string());
    if (const auto before = readTextFile(folder / kSpecFile)) {
        if (*before != spec)
            return fail(ErrorCode::InvalidArgument,
                        "The folder holds a dataset of another spec; choose an empty folder, or remove it.",
                        folder.string());
    } else {
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            const auto name = entry.path().filename();
            if (name != kUnfinished && !(name == "clips" && fs::is_empty(entry.path(), error)))
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("The folder holds something else (\"{}\"); choose an empty one.",
                                        name.string()),
                            folder.string());
        }
        if (auto ok = writeFileAtomically(folder / kSpecFile, spec); !ok)
            return ok;
    }
    fs::remove_all(folder / kUnfinished, error); // what a killed run left
    fs::create_directories(folder / kUnfinished, error);
    return {};
}

/// Draws one planned clip; with twins, both.
Result<std::vector<ClipTask>> tasksOf(const Scm& scm, const DatasetSpec& spec, const PlannedClip& planned) {
    auto sample = drawClip(scm, spec, planned);
    if (!sample)
        return Unexpected(sample.error());
    if (spec.twins.change.empty())
        return std::vector<ClipTask>{{planned.id, {}, planned.stratum, std::move(*sample)}};
    auto twin = twinOf(scm, spec, *sample);
    if (!twin)
        return Unexpected(twin.error());
    const auto a = planned.id + "a", b = planned.id + "b";
    return std::vector<ClipTask>{{a, b, planned.stratum, std::move(*sample)},
                                 {b, a, planned.stratum, std::move(*twin)}};
}

std::vector<std::string> idsOf(const DatasetSpec& spec, const DatasetPlan& plan) {
    std::vector<std::string> ids;
    for (const auto& clip : plan.clips)
        if (spec.twins.change.empty())
            ids.push_back(clip.id);
        else
            for (const char* half : {"a", "b"})
                ids.push_back(clip.id + half);
    return ids;
}

/// The first error of the planned clips, in their order as far as several stopped.
struct FirstError {
    std::mutex mutex;
    std::size_t at = SIZE_MAX;
    std::optional<Error> error;

    void note(std::size_t index, const Error& what) {
        const std::lock_guard lock(mutex);
        if (index < at) {
            at = index;
            error = what;
        }
    }
};

Result<int> renderAll(const Scm& scm, const DatasetSpec& spec, const DatasetPlan& plan,
                      const fs::path& folder, const JobContext& job, const std::string& program) {
    SourceShelf shelf;
    FirstError first;
    std::stop_source failed; // stops the others; the caller's stop reaches it as well
    const std::stop_callback passOn(job.stop, [&] { failed.request_stop(); });
    JobContext all = job;
    all.stop = failed.get_token();
    JobContext one = all; // inside a clip nothing is parallel: clips are
    one.threads = 1;
    one.onProgress = {};
    std::atomic<int> rendered{0};
    std::mutex telling;
    std::size_t done = 0;
    parallelFor(plan.clips.size(), all, [&](std::size_t i) {
        const auto step = [&]() -> Result<bool> {
            auto tasks = tasksOf(scm, spec, plan.clips[i]);
            if (!tasks)
                return Unexpected(tasks.error());
            return renderTasks(spec, *tasks, folder / kUnfinished, folder / "clips", shelf, one, program);
        };
        const auto made = guarded(plan.clips[i].id, step);
        if (!made) {
            if (made.error().code != ErrorCode::Cancelled)
                first.note(i, made.error());
            failed.request_stop();
            return;
        }
        rendered += *made ? 1 : 0;
        const std::lock_guard lock(telling);
        ++done;
        job.progress(static_cast<double>(done) / static_cast<double>(plan.clips.size() + 1),
                     fmt::format("clip {} of {}", done, plan.clips.size()));
    });
    if (first.error)
        return Unexpected(*first.error);
    if (job.cancelled())
        return cancelled("Stopped; what is finished is kept, and the same command goes on from there.");
    return rendered.load();
}

Result<Json> readRecord(const fs::path& file) {
    const auto text = readTextFile(file);
    if (!text)
        return Unexpected(text.error());
    auto record = Json::parse(*text, nullptr, false);
    if (record.is_discarded())
        return fail(ErrorCode::Corrupt, "The clip's record is not valid JSON.", file.string());
    return record;
}

} // namespace

Result<DatasetOutcome> writeDataset(const DatasetSpec& spec, const fs::path& folder, const JobContext& job,
                                    const std::string& program, const std::string& commandLine) {
    return guarded(folder.string(), [&]() -> Result<DatasetOutcome> {
        const auto scm = Scm::create(spec.scm);
        if (!scm)
            return Unexpected(scm.error());
        const auto plan = planDataset(spec);
        if (!plan)
            return Unexpected(plan.error());
        if (auto ok = claim(folder, spec.json.dump(1) + "\n"); !ok)
            return Unexpected(ok.error());
        const auto rendered = renderAll(*scm, spec, *plan, folder, job, program);
        std::error_code ignored;
        fs::remove_all(folder / kUnfinished, ignored);
        if (!rendered)
            return Unexpected(rendered.error());

        DatasetOutcome outcome;
        outcome.rendered = *rendered;
        outcome.missingStrata = plan->missingStrata;
        DatasetTables tables(spec);
        Json clips = Json::array();
        for (const auto& id : idsOf(spec, *plan)) {
            auto record = readRecord(folder / "clips" / id / kClipRecord);
            if (!record)
                return Unexpected(record.error());
            tables.add(*record);
            Json entry{{"id", id}, {"folder", "clips/" + id}, {"record_sha256", {}}};
            entry["record_sha256"] = media::toHex(media::sha256Bytes(record->dump(1) + "\n"));
            for (const char* key : {"twin", "person", "split", "stratum", "strength", "sample", "files"})
                entry[key] = record->at(key);
            clips.push_back(std::move(entry));
            ++outcome.clips;
        }
        outcome.measured = tables.measured();
        Json hashes = Json::object();
        auto files = tables.files();
        files.emplace_back("scm.json", Json{{"graph", toJson(graphOf(spec.scm))},
                                            {"emotion_table", toJson(spec.scm.table)},
                                            {"planted", plantedJson(spec.scm)}}
                                               .dump(1) +
                                           "\n");
        for (const auto& [name, text] : files) {
            if (auto ok = writeFileAtomically(folder / name, text); !ok)
                return Unexpected(ok.error());
            hashes[name] = media::toHex(media::sha256Bytes(text));
        }
        hashes[std::string(kSpecFile)] = media::toHex(media::sha256Bytes(spec.json.dump(1) + "\n"));
        const Json manifest{{"format", "mien-dataset-1"},
                            {"name", spec.name},
                            {"program", program},
                            {"command", "mien-cli synth dataset --spec spec.json --out DIR"},
                            {"seed", spec.scm.seed},
                            {"spec", spec.json},
                            {"planted", plantedJson(spec.scm)},
                            {"measured", outcome.measured},
                            {"counts", tables.counts()},
                            {"missing_strata", plan->missingStrata},
                            {"tables", hashes},
                            {"clips", clips}};
        const auto text = manifest.dump(1) + "\n";
        if (auto ok = writeFileAtomically(folder / "command.txt", commandLine + "\n"); !ok)
            return Unexpected(ok.error());
        if (auto ok = writeFileAtomically(folder / kDatasetManifest, text); !ok)
            return Unexpected(ok.error());
        outcome.manifestSha256 = media::toHex(media::sha256Bytes(text));
        job.progress(1.0, "done");
        return outcome;
    });
}

} // namespace mien::synthesis
