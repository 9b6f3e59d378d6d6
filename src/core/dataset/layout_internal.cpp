// SPDX-License-Identifier: GPL-3.0-or-later
// The table that several spotting repositories share: subject, video_name, start_frame, apex_frame,
// end_frame, type_idx (1 macro, 2 micro), au. Frames count from 0. Rows of SAMM ("samm_006") are divided by 8
// already (200 → 25 frames a second); rows of CAS(ME)² ("casme_015") have 30.
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"},  ColumnName{Role::Film, "videoname"},
    ColumnName{Role::Onset, "startframe"}, ColumnName{Role::Apex, "apexframe"},
    ColumnName{Role::Offset, "endframe"},  ColumnName{Role::Type, "typeidx"},
    ColumnName{Role::ActionUnits, "au"},
};

int recognises(const TableSource& source) {
    return headerWith(source, {"subject", "videoname", "startframe", "endframe", "typeidx"}) ? kSure : kNo;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.clip = s.film + "_" + std::string(row.text(Role::Onset));
    if (s.subject.starts_with("casme_"))
        s.fps = Rational{30, 1};
    else if (s.subject.starts_with("samm_"))
        s.fps = Rational{25, 1};
    row.mediaNames = {s.film, s.film.substr(s.film.find('_') + 1)};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.frameBase = 0;
    traits.frameBaseReason = kNumbersFromZero;
    traits.clipsAreUnique = false;
    return readColumns(source, options, traits, kColumns, {"subject", "videoname", "startframe", "endframe"},
                       shape);
}

} // namespace

const DatasetLayout kInternalLayout{
    "internal", "spotting table",
    "Spotting repositories: subject, video_name, start_frame, apex_frame, end_frame, type_idx, au",
    recognises, read};

} // namespace mien::dataset
