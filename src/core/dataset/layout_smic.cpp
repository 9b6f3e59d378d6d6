// SPDX-License-Identifier: GPL-3.0-or-later
// SMIC (Li et al. 2013), HS, VIS and NIR: subject, emotion, clip ("s20_ne_01"), onset, offset; no apex and no
// action units. The frame numbers name images (17581039), they are no counts from a film's start.
#include "core/dataset/layout.h"

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"},  ColumnName{Role::Subject, "sub"},
    ColumnName{Role::Clip, "filename"},    ColumnName{Role::Clip, "material"},
    ColumnName{Role::Clip, "video"},       ColumnName{Role::Clip, "clip"},
    ColumnName{Role::Onset, "onset"},      ColumnName{Role::Onset, "onsetf"},
    ColumnName{Role::Onset, "onsetframe"}, ColumnName{Role::Offset, "offset"},
    ColumnName{Role::Offset, "offsetf"},   ColumnName{Role::Offset, "offsetframe"},
    ColumnName{Role::Emotion, "emotion"},  ColumnName{Role::Emotion, "label"},
};

std::string_view clipColumn(const TableSource& source) {
    for (const std::string_view name : {"filename", "material", "video", "clip"})
        if (headerWith(source, {name}))
            return name;
    return {};
}

/// "s20_ne_01": subject, class, number.
bool clipOfSmic(std::string_view clip) {
    if (clip.size() < 5 || clip.front() != 's')
        return false;
    const auto digits = clip.find_first_not_of("0123456789", 1);
    return digits != 1 && digits != std::string_view::npos && clip[digits] == '_' &&
           (clip.substr(digits, 4) == "_ne_" || clip.substr(digits, 4) == "_po_" ||
            clip.substr(digits, 4) == "_sur");
}

int recognises(const TableSource& source) {
    const auto clip = clipColumn(source);
    if (clip.empty())
        return kNo;
    const auto header = headerWith(source, {clip});
    return clipOfSmic(firstBelow(*header, clip)) ? kSure : kNo;
}

/// The class that the clip's name says, where the table's is missing or a number.
void shape(DraftRow& row) {
    auto& s = row.sample;
    s.film = s.clip;
    row.mediaNames = {"s" + padded(s.subject, 2) + "/" + s.clip, s.clip};
    auto& emotion = row.field(Role::Emotion);
    if (!clipOfSmic(s.clip) || (!emotion.blank() && !numberFrom(emotion.text)))
        return;
    const auto code = s.clip.substr(s.clip.find('_') + 1, 2);
    emotion = {emotion.present() ? emotion.column : row.field(Role::Clip).column,
               code == "ne"   ? "negative"
               : code == "po" ? "positive"
                              : "surprise",
               false};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.fps = Rational{100, 1};
    traits.frameBase = 0;
    traits.frameBaseReason = "The frame numbers of SMIC are names of images; they are kept as they are.";
    traits.subjectDigits = 2;
    traits.type = annotation::ExpressionType::Micro;
    const auto clip = clipColumn(source);
    return readColumns(source, options, traits, kColumns, {clip.empty() ? "filename" : clip}, shape);
}

} // namespace

const DatasetLayout kSmicLayout{"smic", "SMIC", "SMIC: clips named s20_ne_01, onset and offset, no apex",
                                recognises, read};

} // namespace mien::dataset
