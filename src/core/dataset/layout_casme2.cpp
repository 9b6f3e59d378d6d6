// SPDX-License-Identifier: GPL-3.0-or-later
// CASME II (Yan et al. 2014): Subject, Filename, (blank), OnsetFrame, ApexFrame, OffsetFrame, (blank), Action
// Units, Estimated Emotion; copies leave the blank columns out. Frames are those of the images' names
// (img46.jpg).
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"},          ColumnName{Role::Clip, "filename"},
    ColumnName{Role::Onset, "onsetframe"},         ColumnName{Role::Apex, "apexframe"},
    ColumnName{Role::Offset, "offsetframe"},       ColumnName{Role::ActionUnits, "actionunits"},
    ColumnName{Role::Emotion, "estimatedemotion"},
};

int recognises(const TableSource& source) {
    const auto header =
        headerWith(source, {"subject", "filename", "onsetframe", "offsetframe", "actionunits"});
    if (!header || headerWith(source, {"inducementcode"}) || headerWith(source, {"remarks"}))
        return kNo;
    return firstBelow(*header, "filename").starts_with("EP") ? kSure : kPerhaps;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.film = "sub" + padded(s.subject, 2) + "/" + s.clip;
    row.mediaNames = {s.film, s.clip};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.fps = Rational{200, 1};
    traits.frameBaseReason = kNamesFromOne;
    traits.subjectDigits = 2;
    traits.type = annotation::ExpressionType::Micro;
    return readColumns(source, options, traits, kColumns,
                       {"subject", "filename", "onsetframe", "offsetframe"}, shape);
}

} // namespace

const DatasetLayout kCasme2Layout{
    "casme2", "CASME II", "CASME II: OnsetFrame, ApexFrame, OffsetFrame, Action Units, Estimated Emotion",
    recognises, read};

} // namespace mien::dataset
