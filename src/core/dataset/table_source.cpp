// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/table_source.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

namespace mien::dataset {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 100'000; ///< BP4D has 328 tables, DISFA 324
constexpr int kDepth = 4;

Result<TableSource> openFolder(const fs::path& path, const JobContext& job) {
    TableSource out;
    out.path = path;
    out.source = path.string();
    std::error_code ec;
    fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, ec);
    std::size_t seen = 0;
    for (; !ec && at != fs::recursive_directory_iterator(); at.increment(ec)) {
        if (job.cancelled())
            return cancelled();
        if (at.depth() >= kDepth)
            at.disable_recursion_pending();
        if (++seen > kMostFiles)
            return fail(
                ErrorCode::Unsupported,
                fmt::format("The folder holds more than {} files; name the folder of label files itself.",
                            kMostFiles),
                path.string());
        const auto extension = annotation::lowerCase(at->path().extension().string());
        if (extension == ".csv" || extension == ".txt")
            out.files.push_back(at->path());
    }
    if (ec)
        return fail(ErrorCode::Unreadable, "The folder cannot be listed: " + ec.message() + ".",
                    path.string());
    std::sort(out.files.begin(), out.files.end());
    return out;
}

} // namespace

Result<TableSource> openTable(const fs::path& path, const JobContext& job) {
    std::error_code ec;
    if (fs::is_directory(path, ec))
        return openFolder(path, job);
    auto sheets = readSheets(path);
    if (!sheets)
        return Unexpected(sheets.error());
    return TableSource{path, path.string(), *std::move(sheets), {}};
}

Result<const DatasetLayout*> layoutOf(const TableSource& source, std::string_view name) {
    if (!name.empty())
        return datasetLayout(name);
    const DatasetLayout* best = nullptr;
    int most = 0;
    std::vector<std::string_view> equal;
    for (const auto& layout : datasetLayouts()) {
        const int sure = layout.recognises(source);
        if (sure > most) {
            best = &layout;
            most = sure;
            equal.clear();
        }
        if (sure == most && sure > 0)
            equal.push_back(layout.name);
    }
    if (best == nullptr && headerWith(source, {"vid", "predonset", "predoffset"}))
        return fail(
            ErrorCode::Corrupt,
            "This table holds spotted intervals without subjects, not a dataset; `evaluate spotting` and "
            "`convert` read it.",
            source.source);
    if (best == nullptr)
        return fail(ErrorCode::Corrupt,
                    source.folder()
                        ? "This folder holds no label files of a known layout (SN001_au12.txt, "
                          "F001_T1.csv); name a table or another folder."
                        : "This is no table of a known layout; name one, or give it a header with the "
                          "columns subject and film.",
                    source.source);
    if (equal.size() > 1)
        return fail(
            ErrorCode::Corrupt,
            fmt::format("The table fits the layouts {}; say which one it is.", fmt::join(equal, ", ")),
            source.source);
    return best;
}

} // namespace mien::dataset
