// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/relink.h"

#include "core/base/sha256.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace mien::project {
namespace fs = std::filesystem;
namespace {

struct Candidate {
    fs::path path;
    bool isFolder = false;
    std::optional<std::int64_t> sizeBytes;
};

Result<std::vector<Candidate>> listBelow(const fs::path& folder, const JobContext& job) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(ErrorCode::NotFound, "This is not a folder that can be searched.", folder.string());
    // The folder itself may be the folder of images that is looked for.
    std::vector<Candidate> all{{fs::absolute(folder, error).lexically_normal(), true, {}}};
    auto entry = fs::recursive_directory_iterator(all.front().path,
                                                  fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (job.cancelled())
            return cancelled("The search was stopped; nothing was changed.");
        std::error_code ignored;
        if (entry->is_directory(ignored))
            all.push_back({entry->path(), true, {}});
        else if (entry->is_regular_file(ignored))
            all.push_back({entry->path(), false, sizeOf(entry->path())});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return all;
}

fs::path nameOf(const fs::path& path) {
    return path.has_filename() ? path.filename() : path.parent_path().filename();
}

class Search {
public:
    Search(const std::vector<Candidate>& candidates, const ContentHash& hash, const JobContext& job)
        : m_candidates(candidates), m_hash(hash), m_job(job) {}

    std::optional<Found> find(const FiledMedia& missing) {
        const auto name = nameOf(missing.media.path);
        std::vector<const Candidate*> named, sized;
        for (const auto& candidate : m_candidates) {
            if (candidate.isFolder != missing.media.isImageFolder)
                continue;
            const bool sameSize =
                !missing.sizeBytes || !candidate.sizeBytes || *missing.sizeBytes == *candidate.sizeBytes;
            if (nameOf(candidate.path) == name && sameSize)
                named.push_back(&candidate);
            else if (missing.sizeBytes && candidate.sizeBytes == missing.sizeBytes)
                sized.push_back(&candidate); // the same bytes under another name
        }
        const auto& known = missing.media.sha256;
        if (known.empty() || (missing.media.isImageFolder && !m_hash))
            return named.size() == 1 ? std::optional(Found{missing.media.id, named[0]->path, known})
                                     : std::nullopt;
        named.insert(named.end(), sized.begin(), sized.end());
        for (const auto* candidate : named)
            if (const auto content = hashOf(candidate->path); content && *content == known)
                return Found{missing.media.id, candidate->path, known};
        return std::nullopt;
    }

private:
    std::optional<std::string> hashOf(const fs::path& path) {
        if (const auto known = m_hashes.find(path); known != m_hashes.end())
            return known->second;
        const auto made = m_hash ? m_hash(path, m_job) : sha256OfFile(path, m_job);
        if (!made && m_job.cancelled())
            return std::nullopt;
        return m_hashes[path] = made ? std::optional(*made) : std::nullopt;
    }

    const std::vector<Candidate>& m_candidates;
    const ContentHash& m_hash;
    const JobContext& m_job;
    std::map<fs::path, std::optional<std::string>> m_hashes;
};

} // namespace

Result<std::vector<Found>> findMedia(const std::vector<FiledMedia>& missing, const fs::path& folder,
                                     const ContentHash& hash, const JobContext& job) {
    const auto candidates = listBelow(folder, job);
    if (!candidates)
        return Unexpected(candidates.error());
    JobContext quiet = job; // hashing one film has no progress of its own
    quiet.onProgress = {};
    Search search(*candidates, hash, quiet);
    std::vector<Found> found;
    for (std::size_t i = 0; i < missing.size(); ++i) {
        job.progress(static_cast<double>(i) / static_cast<double>(missing.size()),
                     fmt::format("Looking for {}", missing[i].media.path.filename().string()));
        if (auto one = search.find(missing[i]))
            found.push_back(*std::move(one));
        if (job.cancelled())
            return cancelled("The search was stopped; nothing was changed.");
    }
    job.progress(1.0, "Done");
    return found;
}

} // namespace mien::project
