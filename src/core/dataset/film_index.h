// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mien::dataset {

/// The films and folders of images below a folder, by name. Internal to this module.
class FilmIndex {
public:
    /// Looks at no more than `mostEntries` files, five folders deep.
    static Result<FilmIndex> build(const std::filesystem::path& folder, std::size_t mostEntries,
                                   const JobContext& job);

    bool empty() const { return m_films.empty(); }
    bool complete() const { return m_complete; }
    /// Those whose path ends with `name` ("sub01/EP02_01f"), case and extension aside; sorted.
    /// With '*' at its end ("s15/15_0101*") words may follow: "s15/15_0101disgustingteeth".
    std::vector<std::filesystem::path> find(const std::string& name) const;

private:
    struct Film {
        std::string key; ///< path below the folder, lower case, a film's without its extension
        std::filesystem::path path;
    };
    void add(const std::filesystem::path& folder, const std::filesystem::path& path, bool film);

    std::multimap<std::string, Film> m_films; ///< by the last part of the key
    bool m_complete = true;
};

} // namespace mien::dataset
