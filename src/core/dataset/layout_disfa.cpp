// SPDX-License-Identifier: GPL-3.0-or-later
// DISFA (Mavadati et al. 2013): ActionUnit_Labels/SN001/SN001_au12.txt, lines of frame (from 1) and intensity
// 0–5; a file each for the action units 1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26, some of which may be
// absent.
#include "core/dataset/label_files.h"
#include "core/dataset/layout.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

namespace mien::dataset {
namespace {

constexpr std::array kUnits{1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26};

struct Name {
    std::string subject;
    int actionUnit = 0;
};

/// "SN001_au12.txt".
std::optional<Name> nameOf(const std::filesystem::path& file) {
    const auto stem = file.stem().string();
    const auto lower = annotation::lowerCase(stem);
    const auto end = lower.find("_au");
    const auto unit = numberBehind(lower, "_au");
    if (!lower.starts_with("sn") || end == std::string::npos || !unit || lower.size() > 20)
        return std::nullopt;
    return Name{stem.substr(0, end), *unit};
}

int recognises(const TableSource& source) {
    if (!source.folder())
        return nameOf(source.source) ? kSure : kNo;
    return std::any_of(source.files.begin(), source.files.end(), [](const auto& f) { return nameOf(f); })
               ? kSure
               : kNo;
}

void finish(Draft& draft, LabelBuilder& builder, const std::string& source, const std::string& subject) {
    const auto present = builder.actionUnits();
    std::vector<int> absent;
    std::set_difference(kUnits.begin(), kUnits.end(), present.begin(), present.end(),
                        std::back_inserter(absent));
    if (!absent.empty())
        draft.reported(
            "missing-labels", {source, 0, {}, {}},
            fmt::format("{} has no label file for the action units {}.", subject, fmt::join(absent, ", ")));
    auto labels = builder.finish(source, subject, subject);
    labels.fps = Rational{20, 1};
    draft.labels.push_back(std::move(labels));
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext& job) {
    Traits traits;
    traits.headerRow = 0;
    traits.frameBaseReason = "DISFA numbers a film's frames from 1; frame 1 of the files is frame 0 here.";
    Draft draft(source.source, traits, options);
    if (!source.folder()) {
        const auto name = nameOf(source.source);
        if (!name)
            return fail(ErrorCode::Corrupt, "DISFA's files are called like SN001_au12.txt.", source.source);
        LabelBuilder builder(draft, LabelKind::Intensity);
        builder.add(source.sheets.front(), 0, {name->actionUnit});
        finish(draft, builder, source.source, name->subject);
        return draft;
    }
    std::map<std::string, std::vector<std::filesystem::path>> subjects;
    for (const auto& file : source.files)
        if (const auto name = nameOf(file))
            subjects[name->subject].push_back(file);
    double done = 0.0;
    for (const auto& [subject, files] : subjects) {
        job.progress(done++ / static_cast<double>(subjects.size()), subject);
        LabelBuilder builder(draft, LabelKind::Intensity);
        for (const auto& file : files) {
            if (job.cancelled())
                return cancelled();
            const auto sheets = readSheets(file);
            if (!sheets)
                return Unexpected(sheets.error());
            builder.add(sheets->front(), 0, {nameOf(file)->actionUnit});
        }
        finish(draft, builder, files.front().parent_path().string(), subject);
    }
    return draft;
}

} // namespace

const DatasetLayout kDisfaLayout{"disfa", "DISFA",
                                 "DISFA: a folder of SN001_au12.txt, frame and intensity 0–5 in each line",
                                 recognises, read};

} // namespace mien::dataset
