// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/checks.h"
#include "core/dataset/columns.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

#include <map>

namespace mien::dataset {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

/// The last run of digits without leading zeros: "sub01", "spNO.1" and "01" are all "1".
std::string numberOf(std::string_view name) {
    auto end = name.size();
    while (end > 0 && !digit(name[end - 1]))
        --end;
    auto begin = end;
    while (begin > 0 && digit(name[begin - 1]))
        --begin;
    auto digits = name.substr(begin, end - begin);
    while (digits.size() > 1 && digits.front() == '0')
        digits.remove_prefix(1);
    return std::string(digits);
}

/// The part of a clip's name that says a subject: "006" of "006_1_2", "sub0008" of "sub0008_01", "s20" of
/// "s20_ne_01", "S01" of "S01-01-001", "casme_015" of "casme_015_0401"; empty for "EP02_01f" or "a".
std::string_view subjectPart(std::string_view clip, std::string_view subject) {
    if (subject.size() < clip.size() && clip.starts_with(subject) && !digit(clip[subject.size()]))
        return subject;
    const auto part = clip.substr(0, clip.find_first_of("_-"));
    if (part.size() == clip.size() || part.empty() || part.starts_with("EP"))
        return {};
    const auto lower = annotation::lowerCase(part);
    const std::string_view word = std::string_view(lower).substr(0, lower.find_first_of("0123456789"));
    const bool knownWord = word.empty() || word == "s" || word == "sub" || word == "subject";
    return knownWord && digit(lower.back()) ? part : std::string_view();
}

void checkSubject(Draft& draft, DraftRow& row) {
    auto& s = row.sample;
    if (s.subject.empty()) {
        draft.reported("subject-missing", Draft::at(row, Role::Subject),
                       "The row names no subject; it cannot take part in a split by subjects.");
        return;
    }
    const auto whole = padded(s.subject, draft.traits.subjectDigits);
    if (whole != s.subject &&
        draft.repair("subject-padding", Draft::at(row, Role::Subject), s.subject, whole,
                     fmt::format("Subject \"{}\" is \"{}\" in the dataset.", s.subject, whole)))
        s.subject = whole;
    const auto part = subjectPart(s.clip, s.subject);
    if (!part.empty() && !numberOf(s.subject).empty() && numberOf(part) != numberOf(s.subject))
        draft.reported(
            "subject-in-name",
            {row.table, s.row,
             row.field(Role::Clip).present() ? row.field(Role::Clip).column : row.field(Role::Film).column,
             s.clip},
            fmt::format("The clip \"{}\" is named after subject {}, the row says \"{}\".", shown(s.clip),
                        shown(part), shown(s.subject)));
}

} // namespace

void checkNames(Draft& draft) {
    std::map<std::pair<std::string, std::string>, std::int64_t> clips;
    for (auto& row : draft.rows) {
        checkSubject(draft, row);
        auto& s = row.sample;
        if (s.clip.empty() && s.film.empty())
            draft.reported("film-missing", Draft::at(row),
                           "The row names no film; its frames belong to none.");
        else if (const auto [first, added] = clips.emplace(std::pair{s.subject, s.clip}, s.row);
                 !added && draft.traits.clipsAreUnique)
            draft.reported("clip-repeated", Draft::at(row, Role::Clip),
                           fmt::format("The clip \"{}\" of subject \"{}\" is also that of row {}.",
                                       shown(s.clip), shown(s.subject), first->second));
    }
}

} // namespace mien::dataset
