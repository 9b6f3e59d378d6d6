// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/film_index.h"

#include <filesystem>
#include <optional>

namespace mien::media {

/// Film tables on disk, one file a film, named by the film's content: a renamed or moved film finds its table
/// again. Every file is checked by a checksum; a damaged or outdated one counts as absent.
class IndexCache {
public:
    explicit IndexCache(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    std::optional<FilmIndex> load(const std::string& fingerprint) const;
    /// Written beside its place and renamed into it, so that readers never see half a file.
    Result<void> store(const std::string& fingerprint, const FilmIndex& index) const;

private:
    std::filesystem::path fileFor(const std::string& fingerprint) const;
    std::filesystem::path m_folder;
};

} // namespace mien::media
