// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_write.h"

#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/media/content_hash.h"
#include "core/synthesis/dataset_clip.h"
#include "core/synthesis/dataset_tables.h"
#include "core/synthesis/scm_graph.h"
#include "core/synthesis/scm_json.h"

#include <fmt/format.h>

#include <mutex>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kSpecFile = "spec.json";
constexpr std::string_view kDatasetManifest = "manifest.json";
constexpr std::string_view kUnfinished = ".unfinished";

/// True where the folder holds this very dataset, finished or not; an error where it holds anything else.
Result<bool> isOurs(const fs::path& folder, const std::string& spec) {
    std::error_code error;
    if (const auto before = readTextFile(folder / kSpecFile)) {
        if (*before == spec)
            return true;
        if (fs::is_directory(folder / "clips", error) && !fs::is_empty(folder / "clips", error))
            return fail(ErrorCode::InvalidArgument,
                        "The folder holds a dataset of another spec; choose an empty folder, or remove it.",
                        folder.string());
    }
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto name = entry.path().filename();
        const bool ofUs = name == kUnfinished || name == kSpecFile ||
                          (name == "clips" && fs::is_empty(entry.path(), error));
        if (!ofUs)
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("The folder holds something else (\"{}\"); choose an empty one.", name.string()),
                folder.string());
    }
    return false;
}

Result<void> claim(const fs::path& folder, const std::string& spec) {
    std::error_code error;
    fs::create_directories(folder / "clips", error);
    if (error)
        return fail(
            ErrorCode::WriteFailed,
            fmt::format("The folder cannot be made: {}; choose one that can be written to.", error.message()),
            folder.string());
    if (auto ok = writeFileAtomically(folder / kSpecFile, spec); !ok)
        return ok;
    fs::remove_all(folder / kUnfinished, error); // what a killed run left
    fs::create_directories(folder / kUnfinished, error);
    return {};
}

Result<int> renderAll(const Scm& scm, const DatasetSpec& spec, const DatasetPlan& plan,
                      const fs::path& folder, const JobContext& job, const std::string& program) {
    SourceShelf shelf;
    std::mutex telling;
    std::size_t done = 0;
    int rendered = 0;
    const auto step = [&](std::size_t i, const JobContext& one) -> Result<void> {
        const auto tasks = tasksOf(scm, spec, plan.clips[i]);
        if (!tasks)
            return Unexpected(tasks.error());
        const auto made =
            renderTasks(spec, *tasks, folder / kUnfinished, folder / "clips", shelf, one, program);
        if (!made)
            return Unexpected(made.error());
        const std::lock_guard lock(telling);
        rendered += *made ? 1 : 0;
        ++done;
        job.progress(0.02 + 0.97 * static_cast<double>(done) / static_cast<double>(plan.clips.size()),
                     fmt::format("clip {} of {}", done, plan.clips.size()));
        return {};
    };
    if (auto all = forEachTask(plan.clips.size(), job, step); !all)
        return all.error().code == ErrorCode::Cancelled
                   ? cancelled("Stopped; what is finished is kept, and the same command goes on from there.")
                   : Result<int>(Unexpected(all.error()));
    return rendered;
}

Result<Json> readRecord(const fs::path& file) {
    const auto text = readTextFile(file);
    if (!text)
        return Unexpected(text.error());
    auto record = parseOrderedJson(*text);
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
        const auto specText = jsonText(spec.json, 1) + "\n";
        const auto ours = isOurs(folder, specText);
        if (!ours)
            return Unexpected(ours.error());
        if (!*ours) { // a run that goes on was looked at when it began
            if (auto ok = checkTasks(*scm, spec, *plan, job); !ok)
                return Unexpected(ok.error());
            if (auto ok = checkSources(spec, job); !ok)
                return Unexpected(ok.error());
        }
        if (auto ok = claim(folder, specText); !ok)
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
        files.emplace_back("scm.json", jsonText(Json{{"graph", toJson(graphOf(spec.scm))},
                                                     {"emotion_table", toJson(spec.scm.table)},
                                                     {"planted", plantedJson(spec.scm)}},
                                                1) +
                                           "\n");
        for (const auto& [name, text] : files) {
            if (auto ok = writeFileAtomically(folder / name, text); !ok)
                return Unexpected(ok.error());
            hashes[name] = media::toHex(media::sha256Bytes(text));
        }
        hashes[std::string(kSpecFile)] = media::toHex(media::sha256Bytes(specText));
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
        const auto text = jsonText(manifest, 1) + "\n";
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
