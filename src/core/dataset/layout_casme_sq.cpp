// SPDX-License-Identifier: GPL-3.0-or-later
// CAS(ME)² (Qu et al. 2018): three sheets without a header. Sheet 1: participant number, expression
// ("anger1_1"), onset, apex, offset, AUs, estimated emotion, macro- or micro-expression, self-report. One
// sheet maps the number to "s15", one the film's code "0401" to "anger1"; both are found by their contents.
#include "core/dataset/layout.h"

#include "core/annotation/table_fields.h"

#include <fmt/format.h>

#include <map>

namespace mien::dataset {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 9> kColumns{{
    {Role::Subject, "participant"},
    {Role::Clip, "expression"},
    {Role::Onset, "onset"},
    {Role::Apex, "apex"},
    {Role::Offset, "offset"},
    {Role::ActionUnits, "action units"},
    {Role::Emotion, "estimated emotion"},
    {Role::Type, "type"},
    {Role::SelfReport, "self-report"},
}};

bool isCodeRow(const SheetRow& row) {
    const auto clip = trimmed(row.text(1));
    return numberFrom(row.text(2)) && clip.find('_') != std::string_view::npos &&
           annotation::typeFromTable(trimmed(row.text(7))) && !numberFrom(row.text(7));
}

const SheetRow* firstFilled(const Sheet& sheet) {
    for (const auto& row : sheet.rows)
        if (!row.empty())
            return &row;
    return nullptr;
}

const Sheet* codeSheet(const TableSource& source) {
    for (const auto& sheet : source.sheets)
        if (const auto* row = firstFilled(sheet); row != nullptr && isCodeRow(*row))
            return &sheet;
    return nullptr;
}

int recognises(const TableSource& source) {
    return codeSheet(source) != nullptr ? kSure : kNo;
}

bool allDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Participant number → "s15", and name of the film → its code.
struct Codes {
    std::map<std::string, std::string> subjects;
    std::map<std::string, std::string> films;

    explicit Codes(const TableSource& source) {
        for (const auto& sheet : source.sheets)
            for (const auto& row : sheet.rows) {
                const auto a = trimmed(row.text(0));
                const auto b = trimmed(row.text(1));
                const auto c = trimmed(row.text(2));
                if (b.size() > 1 && b.front() == 's' && allDigits(b.substr(1)) && allDigits(c))
                    subjects[std::string(c)] = b;
                else if (allDigits(a) && a.size() <= 4 && !b.empty() && row.text(3).empty())
                    films[std::string(b)] = padded(a, 4);
            }
    }
};

void name(Draft& draft, DraftRow& row, const Codes& codes) {
    auto& s = row.sample;
    const std::string film(row.text(Role::Clip).substr(0, row.text(Role::Clip).rfind('_')));
    const auto subject = codes.subjects.find(s.subject);
    const auto code = codes.films.find(film);
    if (subject == codes.subjects.end())
        draft.reported(
            "code-unmapped", Draft::at(row, Role::Subject),
            fmt::format("No sheet says which participant \"{}\" is; the number was kept.", shown(s.subject)));
    else
        s.subject = subject->second;
    if (code == codes.films.end())
        draft.reported(
            "code-unmapped", Draft::at(row, Role::Clip),
            fmt::format("No sheet gives the code of the film \"{}\"; its name was kept.", shown(film)));
    const std::string number = s.subject.starts_with('s') ? s.subject.substr(1) : s.subject;
    const std::string last = code == codes.films.end() ? film : code->second;
    s.film = number + "_" + last;
    row.mediaNames = {s.subject + "/" + s.film, s.subject + "/" + film};
    // The release's names go on in words, for films and for folders of images: "15_0101disgustingteeth".
    if (code != codes.films.end())
        row.mediaNames.insert(row.mediaNames.begin() + 1,
                              {s.film, s.subject + "/" + s.film + '*', s.film + '*'});
}

Result<Draft> read(const TableSource& source, const ImportOptions& options, const JobContext&) {
    const auto* sheet = codeSheet(source);
    if (sheet == nullptr)
        return fail(
            ErrorCode::Corrupt,
            "No sheet begins with a row of CAS(ME)² (participant, expression, onset, apex, offset, action "
            "units, emotion, macro- or micro-expression); name another layout.",
            source.source);
    Traits traits;
    traits.headerRow = 0;
    traits.fps = Rational{30, 1};
    traits.frameBaseReason = kNamesFromOne;
    Draft draft(source.source, traits, options);
    const Codes codes(source);
    std::vector<std::string> names;
    for (const auto& [role, column] : kColumns)
        names.emplace_back(column);
    for (const auto& cells : sheet->rows) {
        if (cells.empty())
            continue; // a sheet without a header may begin and end anywhere; nothing is lost
        ++draft.report.rowsRead;
        DraftRow& row = draft.rows.emplace_back();
        row.table = sheet->source;
        fillCells(row, cells, names);
        for (std::size_t i = 0; i < kColumns.size(); ++i)
            row.field(kColumns[i].first) = {std::string(kColumns[i].second), std::string(cells.text(i)),
                                            i < cells.cells.size() && cells.cells[i].number};
        takeNames(draft, row);
        name(draft, row, codes);
    }
    return draft;
}

} // namespace

const DatasetLayout kCasmeSqLayout{"casme_sq", "CAS(ME)²",
                                   "CAS(ME)²: sheets without a header, with maps of participants and films",
                                   recognises, read};

} // namespace mien::dataset
