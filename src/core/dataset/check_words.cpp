// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/checks.h"

#include "core/annotation/csv.h"

#include <fmt/format.h>

#include <map>

namespace mien::dataset {
namespace {

/// The classes of the published tables and plain words for them.
constexpr std::array<std::string_view, 35> kKnown{
    "anger",     "angry",       "annoyed",    "confused", "contempt",  "curious",         "disgust",
    "disgusted", "embarrassed", "fear",       "fearful",  "happiness", "happy",           "helpless",
    "hate",      "neutral",     "negative",   "nervous",  "other",     "others",          "pain",
    "positive",  "pride",       "repression", "sad",      "sadness",   "sense of humour", "surprise",
    "surprised", "sympathy",    "tense",      "tension",  "amused",    "bored",           "interested",
};

bool known(std::string_view lower) {
    return std::find(kKnown.begin(), kKnown.end(), lower) != kKnown.end();
}

/// Letters to add, leave out or change (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

/// The one known word nearest to a misspelled one; short words are too near to one another.
std::string_view nearest(std::string_view lower) {
    std::string_view best;
    std::size_t least = 3;
    bool tie = false;
    if (lower.size() < 5 || lower.size() > 40)
        return {};
    for (const auto word : kKnown) {
        const auto far = distance(lower, word);
        tie = far == least ? true : far < least ? false : tie;
        if (far < least && word.size() >= 5) {
            least = far;
            best = word;
        }
    }
    return tie ? std::string_view() : best;
}

/// "Positive & surprise" is two words of which each must be known.
std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    const auto lower = annotation::lowerCase(text);
    for (const char c : lower + "&") {
        if (c != '&' && c != '+' && c != '/' && c != ',') {
            word += c;
            continue;
        }
        out.emplace_back(trimmed(word));
        word.clear();
    }
    return out;
}

void checkSpelling(Draft& draft, DraftRow& row, Role role, std::string& target) {
    const auto& field = row.field(role);
    target = field.text;
    if (!field.present())
        return;
    if (saysNothing(field.text)) {
        if (role == Role::Emotion)
            draft.reported("emotion-missing", Draft::at(row, role), "The row has no emotion.");
        return;
    }
    const auto parts = words(field.text);
    if (std::all_of(parts.begin(), parts.end(), known))
        return;
    const auto near = parts.size() == 1 ? nearest(parts.front()) : std::string_view();
    const auto sentence = fmt::format("\"{}\" is none of the emotions that are known.", shown(field.text));
    if (near.empty() || numberFrom(field.text))
        return draft.reported("emotion-unknown", Draft::at(row, role), sentence);
    if (draft.repair("emotion-spelling", Draft::at(row, role), target, std::string(near),
                     fmt::format("\"{}\" is taken for \"{}\".", shown(field.text), near)))
        target = near;
}

/// One spelling for "others" and "Others": the commoner one, or else the one without capitals.
void unifyCase(Draft& draft, Role role, std::string Sample::*target) {
    std::map<std::string, std::map<std::string, std::int64_t>> spellings;
    for (const auto& row : draft.rows)
        if (!(row.sample.*target).empty())
            ++spellings[annotation::lowerCase(row.sample.*target)][row.sample.*target];
    for (auto& row : draft.rows) {
        auto& text = row.sample.*target;
        const auto lower = annotation::lowerCase(text);
        const auto found = spellings.find(lower);
        if (found == spellings.end() || found->second.size() < 2)
            continue;
        std::string best;
        std::int64_t most = 0;
        for (const auto& [spelling, count] : found->second)
            if (count > most || (count == most && spelling == lower)) {
                best = spelling;
                most = count;
            }
        if (best != text &&
            draft.repair("emotion-case", Draft::at(row, role), text, best,
                         fmt::format("The table also writes \"{}\" as \"{}\".", shown(text), shown(best))))
            text = best;
    }
}

} // namespace

void checkWords(Draft& draft) {
    for (auto& row : draft.rows) {
        checkSpelling(draft, row, Role::Emotion, row.sample.emotion);
        checkSpelling(draft, row, Role::SelfReport, row.sample.selfReport);
        row.sample.objectiveClass = row.field(Role::ObjectiveClass).text;
    }
    unifyCase(draft, Role::Emotion, &Sample::emotion);
    unifyCase(draft, Role::SelfReport, &Sample::selfReport);
}

} // namespace mien::dataset
