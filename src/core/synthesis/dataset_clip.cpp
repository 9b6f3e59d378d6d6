// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_clip.h"

#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/media/content_hash.h"
#include "core/media/video_source.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/render_clip.h"
#include "core/synthesis/scm_clip.h"
#include "core/synthesis/scm_json.h"

#include <fmt/format.h>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kShelfSize = 32;
/// Where units together would fold the skin, all movements of the clip get this much smaller, again and
/// again.
constexpr double kSofter = 0.85;
constexpr int kMostSofter = 8;

Json expressionsJson(const Sample& sample, const ClipSpec& clip) {
    Json list = Json::array();
    const auto frames = episodeFrames(sample, clip);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (!frames[i])
            continue;
        const auto& e = *frames[i];
        list.push_back({{"onset", e.onset.value},
                        {"apex", e.apex.value},
                        {"offset", e.offset.value},
                        {"type", annotation::nameOf(sample.episodes[i].type)},
                        {"emotion", sample.episodes[i].emotion},
                        {"label", sample.episodes[i].label},
                        {"action_units", e.actionUnits},
                        {"side", annotation::nameOf(e.side)}});
    }
    return list;
}

/// True where the folder holds the clip of this key with every file as its record says.
bool isWhole(const fs::path& folder, const std::string& key, const JobContext& job) {
    const auto text = readTextFile(folder / kClipRecord);
    if (!text)
        return false;
    const auto record = parseOrderedJson(*text);
    if (!record.is_object() || !record.contains("key") || record["key"] != key || !record.contains("files"))
        return false;
    for (const auto& [name, sha] : record["files"].items()) {
        const auto found = media::contentSha256(folder / name, job);
        if (!found || sha != *found)
            return false;
    }
    return true;
}

Result<void> moveInPlace(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::remove_all(to, error); // of an earlier run, damaged or of another spec
    fs::rename(from, to, error);
    if (error)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("The clip cannot be put in place: {}.", error.message()), to.string());
    return {};
}

} // namespace

Result<std::shared_ptr<const ActorSource>> SourceShelf::get(const ClipSpec& spec, const fs::path& file,
                                                            const JobContext& job) {
    const auto key = fmt::format("{}|{}|{}", spec.generator, file.string(), spec.sourceFrame);
    std::promise<Loaded> loading;
    {
        std::unique_lock lock(m_mutex);
        for (const auto& entry : m_entries)
            if (entry.key == key) {
                const auto source = entry.source;
                lock.unlock();
                return source.get();
            }
        if (m_entries.size() >= kShelfSize)
            m_entries.erase(m_entries.begin());
        m_entries.push_back({key, loading.get_future().share()});
    }
    auto where = spec;
    where.source = file;
    auto source = guarded(file.string(), [&] { return loadActorSource(where, job); });
    if (!source) { // who asks later tries again: the file may be there by then
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_entries, [&](const Entry& entry) { return entry.key == key; });
    }
    loading.set_value(source);
    return source;
}

Json clipRecord(const DatasetSpec& spec, const ClipTask& task, const ClipSpec& clip,
                const std::string& sourceSha256, const std::string& program) {
    const auto& person = spec.people[task.sample.subject];
    Json record{{"format", "mien-clip-1"},
                {"program", program},
                {"id", task.id},
                {"twin", task.twin},
                {"person", person.id},
                {"split", task.sample.split},
                {"demographics", person.demographics},
                {"stratum", task.stratum},
                {"source_sha256", sourceSha256},
                {"sample", toJson(task.sample, spec.scm)},
                {"clip", toJson(clip)},
                {"expressions", expressionsJson(task.sample, clip)}};
    record["key"] = media::toHex(media::sha256Bytes(jsonText(record)));
    return record;
}

namespace {

/// A task as it is rendered under one strength.
struct Prepared {
    ClipSpec clip;
    std::shared_ptr<const ActorSource> source;
    Json record;
};

Result<Prepared> prepare(const DatasetSpec& spec, const ClipTask& task, double strength, SourceShelf& shelf,
                         const JobContext& job, const std::string& program) {
    const auto frame = frameOf(spec, task);
    const auto& portrait = spec.people[task.sample.subject].portraits[task.sample.portrait];
    auto source = shelf.get(frame, portrait.resolved, job);
    if (!source)
        return Unexpected(source.error());
    const auto clip = clipOf(task.sample, frame, strength);
    if (!clip)
        return Unexpected(clip.error());
    if (const auto valid = clip->validate(); !valid)
        return Unexpected(valid.error());
    auto record = clipRecord(spec, task, *clip, (*source)->sha256(), program);
    return Prepared{*clip, *source, std::move(record)};
}

/// The strength that a finished clip was rendered under, so that a run that goes on need not find it again.
std::optional<double> recordedStrength(const fs::path& folder) {
    const auto text = readTextFile(folder / kClipRecord);
    const auto record = text ? parseOrderedJson(*text) : Json();
    if (!record.is_object() || !record.contains("strength") || !record["strength"].is_number())
        return std::nullopt;
    return record["strength"].get<double>();
}

} // namespace

Result<bool> renderTasks(const DatasetSpec& spec, const std::vector<ClipTask>& tasks,
                         const fs::path& workshop, const fs::path& clips, SourceShelf& shelf,
                         const JobContext& job, const std::string& program) {
    if (const auto before = recordedStrength(clips / tasks.front().id)) {
        bool whole = true;
        for (const auto& task : tasks) {
            const auto prepared = prepare(spec, task, *before, shelf, job, program);
            if (!prepared)
                return Unexpected(prepared.error());
            whole = whole && isWhole(clips / task.id, prepared->record["key"].get<std::string>(), job);
        }
        if (whole)
            return false;
    }
    double strength = 1.0;
    std::vector<Prepared> prepared;
    for (int softer = 0;; ++softer, strength *= kSofter) {
        prepared.clear();
        std::optional<Error> refused;
        for (const auto& task : tasks) {
            auto one = prepare(spec, task, strength, shelf, job, program);
            if (!one)
                return Unexpected(one.error());
            if (const auto actor = one->source->actor(one->clip, job); !actor) {
                refused = actor.error();
                break;
            }
            prepared.push_back(std::move(*one));
        }
        if (!refused)
            break;
        if (refused->code != ErrorCode::InvalidArgument || softer == kMostSofter)
            return fail(refused->code, fmt::format("Clip {}: {}", tasks.front().id, refused->message),
                        refused->location);
    }

    bool rendered = false;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        auto& [clip, source, record] = prepared[i];
        if (isWhole(clips / tasks[i].id, record["key"].get<std::string>(), job))
            continue;
        const auto folder = workshop / tasks[i].id;
        std::error_code ignored;
        fs::remove_all(folder, ignored);
        const auto truth = renderClip(clip, *source, folder, job, "mien-cli synth dataset");
        if (!truth)
            return Unexpected(truth.error());
        fs::remove_all(folder / ".unfinished", ignored);
        record["strength"] = strength;
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        Json files = Json::object();
        for (const auto& name : names) {
            auto sha = media::contentSha256(folder / name, job);
            if (!sha)
                return Unexpected(sha.error());
            files[name] = *sha;
        }
        record["files"] = std::move(files);
        if (auto ok = writeFileAtomically(folder / kClipRecord, jsonText(record, 1) + "\n"); !ok)
            return Unexpected(ok.error());
        if (auto ok = moveInPlace(folder, clips / tasks[i].id); !ok)
            return Unexpected(ok.error());
        rendered = true;
    }
    return rendered;
}

} // namespace mien::synthesis
