// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_tasks.h"
#include "core/synthesis/generator.h"

#include <future>
#include <memory>
#include <mutex>

namespace mien::synthesis {

/// Loaded portraits and rigs, shared by the clips that show them; keeps the last few. Safe from many threads:
/// what two ask for at once is loaded once, different ones beside one another.
class SourceShelf {
public:
    /// Loads what spec.source names, or returns it where it is still here. `file` is where it really lies.
    Result<std::shared_ptr<const ActorSource>> get(const ClipSpec& spec, const std::filesystem::path& file,
                                                   const JobContext& job);

private:
    using Loaded = Result<std::shared_ptr<const ActorSource>>;
    struct Entry {
        std::string key;
        std::shared_future<Loaded> source;
    };
    std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

/// File in a clip's folder that says what the clip is and what it consists of.
inline constexpr std::string_view kClipRecord = "clip.json";

/// What a clip is, before it is rendered: the fields of clip.json down to "key", which names it all.
nlohmann::ordered_json clipRecord(const DatasetSpec& spec, const ClipTask& task, const ClipSpec& clip,
                                  const std::string& sourceSha256, const std::string& program);

/// Renders the tasks (a clip, or two twins) under one strength into `workshop/<id>` and moves each, complete,
/// to `clips/<id>`. Clips that are there already and whole are kept. True: something was rendered.
Result<bool> renderTasks(const DatasetSpec& spec, const std::vector<ClipTask>& tasks,
                         const std::filesystem::path& workshop, const std::filesystem::path& clips,
                         SourceShelf& shelf, const JobContext& job, const std::string& program);

} // namespace mien::synthesis
