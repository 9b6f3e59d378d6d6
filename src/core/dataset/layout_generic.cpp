// SPDX-License-Identifier: GPL-3.0-or-later
// The generic layout (docs/formats/dataset.md): a header with `subject` and at least one of `film`, `clip`
// and `features`; every other column is optional. Frames count from 0. Paths are relative to the table.
#include "core/dataset/layout.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

namespace mien::dataset {
namespace {

constexpr std::array kColumns{
    ColumnName{Role::Subject, "subject"},
    ColumnName{Role::Film, "film"},
    ColumnName{Role::Film, "video"},
    ColumnName{Role::Film, "media"},
    ColumnName{Role::Clip, "clip"},
    ColumnName{Role::Clip, "id"},
    ColumnName{Role::Onset, "onset"},
    ColumnName{Role::Apex, "apex"},
    ColumnName{Role::Offset, "offset"},
    ColumnName{Role::Type, "type"},
    ColumnName{Role::Emotion, "emotion"},
    ColumnName{Role::Emotion, "label"},
    ColumnName{Role::Emotion, "class"},
    ColumnName{Role::SelfReport, "selfreport"},
    ColumnName{Role::ObjectiveClass, "objectiveclass"},
    ColumnName{Role::ActionUnits, "au"},
    ColumnName{Role::ActionUnits, "aus"},
    ColumnName{Role::ActionUnits, "actionunits"},
    ColumnName{Role::Fps, "fps"},
    ColumnName{Role::MediaFirstFrame, "mediafirstframe"},
    ColumnName{Role::Features, "features"},
};

int recognises(const TableSource& source) {
    for (const std::string_view name : {"film", "video", "media", "clip", "id", "features"})
        if (headerWith(source, {"subject", name}))
            return kPerhaps;
    return kNo;
}

/// "a.npy; b.npz:motion": files, and the array of a .npz behind a colon.
std::vector<FeatureArray> featuresFrom(std::string_view text) {
    std::vector<FeatureArray> out;
    while (!text.empty()) {
        const auto end = text.find(';');
        const auto item = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (item.empty())
            continue;
        const auto colon = annotation::lowerCase(item).rfind(".npz:");
        FeatureArray array;
        array.file = colon == std::string::npos ? item : item.substr(0, colon + 4);
        array.name = colon == std::string::npos ? std::string_view() : item.substr(colon + 5);
        out.push_back(std::move(array));
    }
    return out;
}

void shape(DraftRow& row) {
    auto& s = row.sample;
    s.features = featuresFrom(row.field(Role::Features).text);
    if (s.film.empty() && s.clip.empty() && !s.features.empty())
        s.clip = s.features.front().file.stem().string();
    if (s.film.empty())
        s.film = s.clip;
    if (s.clip.empty())
        s.clip = s.film.empty() || row.text(Role::Onset).empty()
                     ? s.film
                     : s.film + "_" + std::string(row.text(Role::Onset));
    row.mediaNames = {s.film, s.subject + "/" + s.film};
    if (const auto first = numberFrom(row.field(Role::MediaFirstFrame).text))
        s.mediaFirstFrame = static_cast<std::int64_t>(*first);
}

void checkFeatures(Draft& draft, const std::filesystem::path& folder) {
    for (auto& row : draft.rows)
        for (auto& array : row.sample.features) {
            if (!folder.empty() || array.file.is_absolute())
                array.file = (folder / array.file).lexically_normal();
            std::error_code ec;
            if (!std::filesystem::is_regular_file(array.file, ec))
                draft.reported(
                    "missing-features", Draft::at(row, Role::Features),
                    fmt::format("The array file \"{}\" is not there.", shown(array.file.string())));
        }
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    Traits traits;
    traits.frameBase = 0;
    traits.frameBaseReason = kNumbersFromZero;
    traits.clipsAreUnique = false;
    auto draft = readColumns(source, options, traits, kColumns, {"subject"}, shape);
    if (draft)
        checkFeatures(*draft, source.path.parent_path());
    return draft;
}

} // namespace

const DatasetLayout kGenericLayout{
    "generic", "generic table",
    "Mien's own: subject, film, clip, onset, apex, offset, type, emotion, au, fps, "
    "features",
    recognises, read};

} // namespace mien::dataset
