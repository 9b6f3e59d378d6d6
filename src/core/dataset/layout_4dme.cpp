// SPDX-License-Identifier: GPL-3.0-or-later
// 4DME (Li et al. 2022): sub_ID, fold_name, Emotion, Onset, Apex, Offset, AUs. What the mark "(k)" behind an
// action unit means is not established; it stays in the code and is reported.
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subid"},   ColumnName{Role::Clip, "foldname"},
    ColumnName{Role::Emotion, "emotion"}, ColumnName{Role::Onset, "onset"},
    ColumnName{Role::Apex, "apex"},       ColumnName{Role::Offset, "offset"},
    ColumnName{Role::ActionUnits, "aus"}, ColumnName{Role::ActionUnits, "au"},
    ColumnName{Role::Type, "type"},
};

int recognises(const TableSource& source) {
    return headerWith(source, {"subid", "foldname", "onset", "offset"}) ? kSure : kNo;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.film = s.clip;
    row.mediaNames = {s.clip, padded(s.subject, 2) + "/" + s.clip};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.fps = Rational{60, 1};
    traits.frameBaseReason = kNamesFromOne;
    traits.subjectDigits = 2;
    return readColumns(source, options, traits, kColumns, {"subid", "foldname", "onset", "offset"}, shape);
}

} // namespace

const DatasetLayout k4dmeLayout{"4dme", "4DME", "4DME: sub_ID, fold_name, Emotion, Onset, Apex, Offset, AUs",
                                recognises, read};

} // namespace mien::dataset
