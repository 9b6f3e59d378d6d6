// SPDX-License-Identifier: GPL-3.0-or-later
// SAMM Long Videos (Yap et al. 2020): header on row 10, fractional frames, an apex of -1 where there is none.
// The film is the first two parts of the file's name.
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"}, ColumnName{Role::Clip, "filename"},
    ColumnName{Role::Onset, "onset"},     ColumnName{Role::Apex, "apex"},
    ColumnName{Role::Offset, "offset"},   ColumnName{Role::Duration, "duration"},
    ColumnName{Role::Type, "type"},       ColumnName{Role::ActionUnits, "actionunits"},
};

int recognises(const TableSource& source) {
    return headerWith(source, {"subject", "filename", "inducementcode", "onset", "offset", "type"}) ? kSure
                                                                                                    : kNo;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    const auto first = s.clip.find('_');
    s.film = first == std::string::npos ? s.clip : s.clip.substr(0, s.clip.find('_', first + 1));
    row.mediaNames = {s.film, padded(s.subject, 3) + "/" + s.film};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.headerRow = 10;
    traits.fps = Rational{200, 1};
    traits.frameBaseReason = kNamesFromOne;
    traits.subjectDigits = 3;
    return readColumns(source, options, traits, kColumns, {"subject", "filename", "onset", "offset", "type"},
                       shape);
}

} // namespace

const DatasetLayout kSammLvLayout{
    "samm_lv", "SAMM Long Videos",
    "SAMM Long Videos: header on row 10, Inducement Code, Onset, Apex, Offset, Type", recognises, read};

} // namespace mien::dataset
