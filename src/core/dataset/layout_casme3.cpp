// SPDX-License-Identifier: GPL-3.0-or-later
// CAS(ME)³ (Li et al. 2023). Part A: Subject (spNO.1), Filename (a letter), Onset, Apex, Offset, AU,
// Objective class, emotion; one file of micro- and one of macro-expressions, told apart by the file's name
// ("MaE"). Part C: sub, count, onset, offset, au.
#include "core/dataset/layout.h"

#include "core/annotation/csv.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"}, ColumnName{Role::Subject, "sub"},
    ColumnName{Role::Film, "filename"},   ColumnName{Role::Film, "count"},
    ColumnName{Role::Onset, "onset"},     ColumnName{Role::Apex, "apex"},
    ColumnName{Role::Offset, "offset"},   ColumnName{Role::ActionUnits, "au"},
    ColumnName{Role::ActionUnits, "aus"}, ColumnName{Role::ObjectiveClass, "objectiveclass"},
    ColumnName{Role::Emotion, "emotion"},
};

std::optional<HeaderPlace> partC(const TableSource& source) {
    return headerWith(source, {"sub", "count", "onset", "offset", "au"});
}

int recognises(const TableSource& source) {
    if (partC(source))
        return kLikely;
    const auto header =
        headerWith(source, {"subject", "filename", "onset", "offset", "au", "objectiveclass"});
    if (!header)
        return kNo;
    return annotation::lowerCase(firstBelow(*header, "subject")).starts_with("spno") ? kSure : kPerhaps;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.clip = s.film + "_" + std::string(row.text(Role::Onset));
    row.mediaNames = {s.subject + "/" + s.film, s.subject + "/" + s.film + "/color"};
    s.film = s.subject + "/" + s.film;
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    using enum annotation::ExpressionType;
    Traits traits;
    traits.fps = Rational{30, 1};
    traits.frameBaseReason = kNamesFromOne;
    traits.clipsAreUnique = false;
    if (partC(source))
        return readColumns(source, options, traits, kColumns, {"sub", "count", "onset", "offset"}, shape);
    const auto stem = annotation::lowerCase(std::filesystem::path(source.source).stem().string());
    traits.type =
        stem.find("mae") != std::string::npos || stem.find("macro") != std::string::npos ? Macro : Micro;
    return readColumns(source, options, traits, kColumns, {"subject", "filename", "onset", "offset"}, shape);
}

} // namespace

const DatasetLayout kCasme3Layout{"casme3", "CAS(ME)³",
                                  "CAS(ME)³ parts A and C: Onset, Apex, Offset, AU, Objective class, emotion",
                                  recognises, read};

} // namespace mien::dataset
