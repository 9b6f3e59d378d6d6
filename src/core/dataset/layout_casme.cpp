// SPDX-License-Identifier: GPL-3.0-or-later
// CASME (Yan et al. 2013): Subject, Filename, (blank), OnsetF, ApexF1, (ApexF2), OffsetF, (blank), AUs,
// Emotion. A second apex is kept among the cells.
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"}, ColumnName{Role::Clip, "filename"},
    ColumnName{Role::Onset, "onsetf"},    ColumnName{Role::Apex, "apexf1"},
    ColumnName{Role::Apex, "apexf"},      ColumnName{Role::Offset, "offsetf"},
    ColumnName{Role::ActionUnits, "aus"}, ColumnName{Role::ActionUnits, "au"},
    ColumnName{Role::Emotion, "emotion"}, ColumnName{Role::Emotion, "estimatedemotion"},
};

int recognises(const TableSource& source) {
    return headerWith(source, {"subject", "filename", "onsetf", "offsetf"}) ? kLikely : kNo;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.film = "sub" + padded(s.subject, 2) + "/" + s.clip;
    row.mediaNames = {s.film, s.clip};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.fps = Rational{60, 1};
    traits.frameBaseReason = kNamesFromOne;
    traits.subjectDigits = 2;
    traits.type = annotation::ExpressionType::Micro;
    return readColumns(source, options, traits, kColumns, {"subject", "filename", "onsetf", "offsetf"},
                       shape);
}

} // namespace

const DatasetLayout kCasmeLayout{"casme", "CASME", "CASME: OnsetF, ApexF1, OffsetF, AUs, Emotion", recognises,
                                 read};

} // namespace mien::dataset
