// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_plan.h"
#include "core/synthesis/generator.h"

#include <map>
#include <memory>
#include <mutex>

namespace mien::synthesis {

/// Loaded portraits and rigs, shared by the clips that show them; keeps the last few. Safe from many threads.
class SourceShelf {
public:
    /// Loads what spec.source names, or returns it where it is still here. `file` is where it really lies.
    Result<std::shared_ptr<const ActorSource>> get(const ClipSpec& spec, const std::filesystem::path& file,
                                                   const JobContext& job);

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const ActorSource> source;
    };
    std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

/// File in a clip's folder that says what the clip is and what it consists of.
inline constexpr std::string_view kClipRecord = "clip.json";

/// One film to be made of a sample.
struct ClipTask {
    std::string id;   ///< name of folder and film
    std::string twin; ///< id of its twin, or empty
    std::string stratum;
    Sample sample;
};

/// What a clip is, before it is rendered: the fields of clip.json down to "key", which names it all.
nlohmann::ordered_json clipRecord(const DatasetSpec& spec, const ClipTask& task, const ClipSpec& clip,
                                  const std::string& sourceSha256, const std::string& program);

/// The clip's spec without its movements: source, size, rate, codec.
ClipSpec frameOf(const DatasetSpec& spec, const ClipTask& task);

/// Renders the tasks (a clip, or two twins) under one strength into `workshop/<id>` and moves each, complete,
/// to `clips/<id>`. Clips that are there already and whole are kept. True: something was rendered.
Result<bool> renderTasks(const DatasetSpec& spec, const std::vector<ClipTask>& tasks,
                         const std::filesystem::path& workshop, const std::filesystem::path& clips,
                         SourceShelf& shelf, const JobContext& job, const std::string& program);

} // namespace mien::synthesis
