// SPDX-License-Identifier: GPL-3.0-or-later
// DFME (Zhao et al. 2023): Subject, Filename, OnsetFrame, ApexFrame, OffsetFrame, Emotion, EmotionId, Fps
// (200, 300 or 500, row by row), AU. Clips begin at frame 0.
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"},
    ColumnName{Role::Clip, "filename"},
    ColumnName{Role::Onset, "onsetframe"},
    ColumnName{Role::Apex, "apexframe"},
    ColumnName{Role::Offset, "offsetframe"},
    ColumnName{Role::Emotion, "emotion"},
    ColumnName{Role::Fps, "fps"},
    ColumnName{Role::ActionUnits, "au"},
    ColumnName{Role::ActionUnits, "aus"},
};

int recognises(const TableSource& source) {
    return headerWith(source, {"subject", "filename", "onsetframe", "offsetframe", "emotionid", "fps"})
               ? kSure
               : kNo;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.film = s.clip;
    row.mediaNames = {s.subject + "/" + s.clip, s.clip};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.frameBase = 0;
    traits.frameBaseReason = kNumbersFromZero;
    traits.type = annotation::ExpressionType::Micro;
    return readColumns(source, options, traits, kColumns,
                       {"subject", "filename", "onsetframe", "offsetframe", "fps"}, shape);
}

} // namespace

const DatasetLayout kDfmeLayout{"dfme", "DFME", "DFME: EmotionId and a frame rate in every row", recognises,
                                read};

} // namespace mien::dataset
