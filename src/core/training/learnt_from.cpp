// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/learnt_from.h"

#include "core/base/sha256.h"
#include "core/dataset/splits.h"

namespace mien::training {
namespace {

constexpr std::size_t kMark = 16; ///< hexadecimal digits: 64 bits tell apart what one model learns from

} // namespace

std::vector<std::string> marksOf(const SpottingFilm& film) {
    std::vector<std::string> marks{sha256Of("subject\n" + film.person()).substr(0, kMark)};
    if (!film.content.empty())
        marks.push_back(sha256Of("film\n" + film.content).substr(0, kMark));
    return marks;
}

std::vector<std::string> marksOf(const SpottingSet& set, std::span<const std::size_t> films,
                                 const std::vector<std::string>& more) {
    std::set<std::string> all(more.begin(), more.end());
    for (const std::size_t i : films)
        for (auto& mark : marksOf(set.films[i]))
            all.insert(std::move(mark));
    return {all.begin(), all.end()};
}

std::set<std::string> knownPeople(std::span<const SpottingFilm> films,
                                  const std::vector<std::string>& marks) {
    std::set<std::string> people;
    for (const auto& film : films)
        for (const auto& mark : marksOf(film))
            if (std::ranges::find(marks, mark) != marks.end())
                people.insert(dataset::subjectKey(film.subject));
    return people;
}

} // namespace mien::training
