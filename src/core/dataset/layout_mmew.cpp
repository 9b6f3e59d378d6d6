// SPDX-License-Identifier: GPL-3.0-or-later
// MMEW (Ben et al. 2022): the columns of CASME II and remarks; clips are named after subject and film
// (S01-01-001).
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
    if (!header || headerWith(source, {"inducementcode"}))
        return kNo;
    const auto clip = firstBelow(*header, "filename");
    const bool named = clip.size() > 1 && clip[0] == 'S' && clip.find('-') != std::string::npos;
    return named || headerWith(source, {"remarks"}) ? kSure : kNo;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.film = s.clip;
    row.mediaNames = {std::string(row.text(Role::Emotion)) + "/" + s.clip, s.clip};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.fps = Rational{90, 1};
    traits.frameBaseReason = kNamesFromOne;
    traits.subjectDigits = 2;
    traits.type = annotation::ExpressionType::Micro;
    return readColumns(source, options, traits, kColumns,
                       {"subject", "filename", "onsetframe", "offsetframe"}, shape);
}

} // namespace

const DatasetLayout kMmewLayout{"mmew", "MMEW", "MMEW: the columns of CASME II and remarks", recognises,
                                read};

} // namespace mien::dataset
