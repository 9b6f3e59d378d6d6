// SPDX-License-Identifier: GPL-3.0-or-later
// BP4D (Zhang et al. 2014): AUCoding/AU_OCC/F001_T1.csv, first row the action units, first column the frame,
// values 0, 1 and 9 (not coded); AUCoding/AU_INT/AU12/F001_T1_AU12.csv, lines of frame and intensity. Frame
// numbers are names of images.
#include "core/dataset/label_files.h"
#include "core/dataset/layout.h"

#include "core/annotation/csv.h"

namespace mien::dataset {
namespace {

struct Name {
    std::string subject;
    std::string film;
    int actionUnit = 0; ///< of an intensity file; 0: a table of occurrences
};

/// "F001_T1.csv" or "F001_T1_AU12.csv".
std::optional<Name> nameOf(const std::filesystem::path& file) {
    const auto stem = file.stem().string();
    const auto lower = annotation::lowerCase(stem);
    if (lower.size() < 7 || lower.size() > 16 || (lower[0] != 'f' && lower[0] != 'm') ||
        lower.substr(4, 2) != "_t" ||
        lower.substr(1, 3).find_first_not_of("0123456789") != std::string::npos || lower[6] < '0' ||
        lower[6] > '9')
        return std::nullopt;
    const auto rest = std::min(lower.find('_', 6), lower.size());
    Name name{stem.substr(0, 4), stem.substr(0, rest), 0};
    if (rest == lower.size())
        return name;
    const auto unit = numberBehind(lower.substr(rest), "_au");
    if (!unit)
        return std::nullopt;
    name.actionUnit = *unit;
    return name;
}

int recognises(const TableSource& source) {
    if (!source.folder())
        return nameOf(source.source) ? kSure : kNo;
    return std::any_of(source.files.begin(), source.files.end(), [](const auto& f) { return nameOf(f); })
               ? kSure
               : kNo;
}

Result<void> add(LabelBuilder& builder, const Sheet& sheet, const Name& name) {
    if (name.actionUnit > 0) {
        builder.add(sheet, 0, {name.actionUnit});
        return {};
    }
    std::vector<int> units;
    if (!sheet.rows.empty())
        for (std::size_t i = 1; i < sheet.rows[0].cells.size(); ++i) {
            const auto unit = numberFrom(sheet.rows[0].text(i));
            if (!unit || *unit < 1.0 || *unit > 999.0 || *unit != std::floor(*unit))
                return fail(
                    ErrorCode::Corrupt,
                    "The first row of a BP4D table names an action unit in every column after the first; "
                    "this one does not.",
                    sheet.source);
            units.push_back(static_cast<int>(*unit));
        }
    if (units.empty())
        return fail(ErrorCode::Corrupt, "The first row names no action units.", sheet.source);
    builder.add(sheet, 1, units);
    return {};
}

/// Files of one film and kind; where they lie is what messages call them.
using Films = std::map<std::pair<std::string, LabelKind>, std::vector<std::filesystem::path>>;

Result<void> readFilm(Draft& draft, const Films::value_type& film, const JobContext& job) {
    const auto& files = film.second;
    LabelBuilder builder(draft, film.first.second);
    for (const auto& file : files) {
        if (job.cancelled())
            return cancelled();
        const auto sheets = readSheets(file);
        if (!sheets)
            return Unexpected(sheets.error());
        if (const auto added = add(builder, sheets->front(), *nameOf(file)); !added)
            return added;
    }
    const auto name = *nameOf(files.front());
    const auto& place = files.size() == 1 ? files.front() : files.front().parent_path();
    draft.labels.push_back(builder.finish(place.string(), name.subject, name.film));
    draft.labels.back().fps = Rational{25, 1};
    return {};
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext& job) {
    Traits traits;
    traits.headerRow = 1;
    traits.frameBase = 0;
    traits.frameBaseReason = "The frame numbers of BP4D are names of images; they are kept as they are.";
    Draft draft(source.source, traits, options);
    const auto kindOf = [](const Name& name) {
        return name.actionUnit > 0 ? LabelKind::Intensity : LabelKind::Occurrence;
    };
    if (!source.folder()) {
        const auto name = nameOf(source.source);
        if (!name)
            return fail(ErrorCode::Corrupt, "BP4D's files are called like F001_T1.csv or F001_T1_AU12.csv.",
                        source.source);
        LabelBuilder builder(draft, kindOf(*name));
        if (const auto added = add(builder, source.sheets.front(), *name); !added)
            return Unexpected(added.error());
        draft.labels.push_back(builder.finish(source.source, name->subject, name->film));
        draft.labels.back().fps = Rational{25, 1};
        return draft;
    }
    Films films;
    for (const auto& file : source.files)
        if (const auto name = nameOf(file))
            films[{name->film, kindOf(*name)}].push_back(file);
    double done = 0.0;
    for (const auto& film : films) {
        job.progress(done++ / static_cast<double>(films.size()), film.first.first);
        if (const auto read = readFilm(draft, film, job); !read)
            return Unexpected(read.error());
    }
    return draft;
}

} // namespace

const DatasetLayout kBp4dLayout{
    "bp4d", "BP4D", "BP4D: a folder of F001_T1.csv (0, 1, 9) and F001_T1_AU12.csv (0–5)", recognises, read};

} // namespace mien::dataset
