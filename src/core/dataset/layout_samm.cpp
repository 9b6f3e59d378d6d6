// SPDX-License-Identifier: GPL-3.0-or-later
// SAMM (Davison et al. 2018): header on row 14 below a preamble; frames count in the long film ("006_1" of
// "006_1_2"), of which the release holds the images around each clip.
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"},
    ColumnName{Role::Clip, "filename"},
    ColumnName{Role::Onset, "onsetframe"},
    ColumnName{Role::Apex, "apexframe"},
    ColumnName{Role::Offset, "offsetframe"},
    ColumnName{Role::Duration, "duration"},
    ColumnName{Role::Type, "micro"},
    ColumnName{Role::ActionUnits, "actionunits"},
    ColumnName{Role::Emotion, "estimatedemotion"},
    ColumnName{Role::ObjectiveClass, "objectiveclasses"},
};

int recognises(const TableSource& source) {
    return headerWith(source, {"subject", "filename", "inducementcode", "onsetframe", "offsetframe"}) ? kSure
                                                                                                      : kNo;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.film = s.clip.substr(0, s.clip.rfind('_'));
    row.mediaNames = {padded(s.subject, 3) + "/" + s.clip, s.clip};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.headerRow = 14;
    traits.fps = Rational{200, 1};
    traits.frameBaseReason = kNamesFromOne;
    traits.subjectDigits = 3;
    traits.type = annotation::ExpressionType::Micro;
    return readColumns(source, options, traits, kColumns,
                       {"subject", "filename", "onsetframe", "offsetframe"}, shape);
}

} // namespace

const DatasetLayout kSammLayout{
    "samm", "SAMM", "SAMM: header on row 14, Inducement Code, Micro, Objective Classes", recognises, read};

} // namespace mien::dataset
