// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/film_index.h"

#include "core/annotation/csv.h"

#include <set>
#include <span>

namespace mien::dataset {
namespace {

namespace fs = std::filesystem;

constexpr char kAnyWords = '*';
constexpr int kDepth = 5; ///< CASME3/part_A/data/spNO.1/a/color

bool oneOf(std::span<const std::string_view> extensions, const std::string& extension) {
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

bool isFilm(const std::string& extension) {
    constexpr std::array<std::string_view, 9> known{".mp4",  ".avi", ".mov", ".mkv", ".wmv",
                                                    ".webm", ".m4v", ".mpg", ".mpeg"};
    return oneOf(known, extension);
}

bool isImage(const std::string& extension) {
    constexpr std::array<std::string_view, 6> known{".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"};
    return oneOf(known, extension);
}

} // namespace

void FilmIndex::add(const fs::path& folder, const fs::path& path, bool film) {
    auto below = path.lexically_relative(folder);
    if (film)
        below.replace_extension();
    Film entry{annotation::lowerCase(below.generic_string()), path};
    auto leaf = entry.key.substr(entry.key.rfind('/') + 1);
    m_films.emplace(std::move(leaf), std::move(entry));
}

Result<FilmIndex> FilmIndex::build(const fs::path& folder, std::size_t mostEntries, const JobContext& job) {
    FilmIndex out;
    std::error_code ec;
    std::set<fs::path> imageFolders;
    std::size_t seen = 0;
    using Walk = fs::recursive_directory_iterator;
    Walk at(folder,
            fs::directory_options::skip_permission_denied | fs::directory_options::follow_directory_symlink,
            ec);
    if (ec)
        return fail(ErrorCode::NotFound, "The folder of films cannot be listed: " + ec.message() + ".",
                    folder.string());
    for (; !ec && at != Walk(); at.increment(ec)) {
        if (++seen > mostEntries) {
            out.m_complete = false;
            break;
        }
        if (seen % 256 == 0 && job.cancelled())
            return cancelled();
        if (at.depth() >= kDepth)
            at.disable_recursion_pending();
        const auto extension = annotation::lowerCase(at->path().extension().string());
        if (isImage(extension))
            imageFolders.insert(at->path().parent_path());
        else if (isFilm(extension))
            out.add(folder, at->path(), true);
    }
    for (const auto& images : imageFolders)
        if (images != folder)
            out.add(folder, images, false);
    return out;
}

std::vector<fs::path> FilmIndex::find(const std::string& name) const {
    const bool begun = name.ends_with(kAnyWords);
    auto wanted = annotation::lowerCase(
        fs::path(begun ? name.substr(0, name.size() - 1) : name).lexically_normal().generic_string());
    if (!begun && isFilm(fs::path(wanted).extension().string()))
        wanted = fs::path(wanted).replace_extension().generic_string();
    std::vector<fs::path> out;
    if (wanted.empty())
        return out;
    const auto leaf = wanted.substr(wanted.rfind('/') + 1);
    for (auto at = m_films.lower_bound(leaf); at != m_films.end() && at->first.starts_with(leaf); ++at) {
        // Words may follow where the caller said so, but no further digits: "15_01011" is another code.
        const auto rest = std::string_view(at->first).substr(leaf.size());
        if (!rest.empty() && (!begun || (rest.front() >= '0' && rest.front() <= '9')))
            continue;
        const auto key = std::string_view(at->second.key).substr(0, at->second.key.size() - rest.size());
        if (key == wanted || (key.size() > wanted.size() && key.ends_with(wanted) &&
                              key[key.size() - wanted.size() - 1] == '/'))
            out.push_back(at->second.path);
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace mien::dataset
