// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/splits.h"

#include "core/annotation/csv.h"
#include "core/base/rng.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <set>

namespace mien::dataset {
namespace {

using Keys = std::vector<std::string>;

Result<Keys> keysOf(std::span<const std::string> subjects) {
    Keys keys;
    for (const auto& id : subjects) {
        keys.push_back(subjectKey(id));
        if (keys.back().empty())
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("Item {} has no subject, so it could be on both sides of a split; name "
                                    "its subject or leave it out.",
                                    keys.size()));
    }
    return keys;
}

/// In order of first appearance.
Keys distinct(const Keys& keys) {
    Keys out;
    std::set<std::string> seen;
    for (const auto& key : keys)
        if (seen.insert(key).second)
            out.push_back(key);
    return out;
}

} // namespace

/// The one place where items are put on a side: by a set of test subjects.
class FoldMaker {
public:
    static Fold fold(std::string name, const Keys& keys, const std::set<std::string>& test,
                     const std::function<bool(std::size_t)>& mayTrain,
                     const std::function<bool(std::size_t)>& mayTest) {
        Fold out;
        out.m_name = std::move(name);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (test.contains(keys[i])) {
                if (mayTest(i))
                    out.m_test.push_back(i);
            } else if (mayTrain(i)) {
                out.m_train.push_back(i);
            }
        }
        return out;
    }
    static Fold fold(std::string name, const Keys& keys, const std::set<std::string>& test) {
        const auto all = [](std::size_t) { return true; };
        return fold(std::move(name), keys, test, all, all);
    }
};

std::string subjectKey(std::string_view id) {
    const auto first = id.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return annotation::lowerCase(id.substr(first, id.find_last_not_of(" \t\r\n") - first + 1));
}

std::vector<std::string> subjectsOfSamples(const Dataset& dataset) {
    std::vector<std::string> out;
    for (const auto& sample : dataset.samples)
        out.push_back(sample.subject);
    return out;
}

std::vector<std::string> subjectsOfFrameLabels(const Dataset& dataset) {
    std::vector<std::string> out;
    for (const auto& labels : dataset.frameLabels)
        out.push_back(labels.subject);
    return out;
}

Result<std::vector<Fold>> leaveOneSubjectOut(std::span<const std::string> subjects) {
    const auto keys = keysOf(subjects);
    if (!keys)
        return Unexpected(keys.error());
    const auto people = distinct(*keys);
    if (people.size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Leaving one subject out needs at least two; there {} {}.",
                                people.size() == 1 ? "is" : "are", people.size()));
    std::vector<Fold> folds;
    for (const auto& person : people) {
        const auto at = std::find(keys->begin(), keys->end(), person) - keys->begin();
        folds.push_back(FoldMaker::fold(subjects[static_cast<std::size_t>(at)], *keys, {person}));
    }
    return folds;
}

Result<std::vector<Fold>> subjectFolds(std::span<const std::string> subjects, int k, std::uint64_t seed) {
    const auto keys = keysOf(subjects);
    if (!keys)
        return Unexpected(keys.error());
    auto people = distinct(*keys);
    if (people.size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Folds of whole subjects need at least two; there {} {}.",
                                people.size() == 1 ? "is" : "are", people.size()));
    if (k < 2 || static_cast<std::size_t>(k) > people.size())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} folds of whole subjects cannot be made of {} subjects; choose 2 … {}.", k,
                                people.size(), people.size()));
    std::sort(people.begin(), people.end()); // the order of the table's rows shall not matter
    Rng rng(seed);
    for (std::size_t i = people.size(); i > 1; --i)
        std::swap(people[i - 1], people[rng.below(i)]);
    std::map<std::string, std::size_t> items;
    for (const auto& key : *keys)
        ++items[key];
    std::stable_sort(people.begin(), people.end(),
                     [&](const auto& a, const auto& b) { return items[a] > items[b]; });
    std::vector<std::set<std::string>> tests(static_cast<std::size_t>(k));
    std::vector<std::pair<std::size_t, std::size_t>> load(tests.size()); ///< items, subjects
    for (const auto& person : people) {
        const auto least =
            static_cast<std::size_t>(std::min_element(load.begin(), load.end()) - load.begin());
        tests[least].insert(person);
        load[least].first += items[person];
        ++load[least].second;
    }
    std::vector<Fold> folds;
    for (std::size_t f = 0; f < tests.size(); ++f)
        folds.push_back(FoldMaker::fold(fmt::format("fold {}", f + 1), *keys, tests[f]));
    return folds;
}

Result<std::vector<Fold>> publishedFolds(std::span<const std::string> subjects, std::string_view name,
                                         std::vector<std::string>* strangers) {
    const auto keys = keysOf(subjects);
    if (!keys)
        return Unexpected(keys.error());
    const auto splits = publishedSplits();
    const auto split =
        std::find_if(splits.begin(), splits.end(), [&](const auto& s) { return s.name == name; });
    if (split == splits.end())
        return fail(
            ErrorCode::NotFound,
            fmt::format("No published split is called \"{}\"; there are bp4d, disfa, bp4d-cisnet.", name));
    std::vector<std::set<std::string>> tests;
    std::set<std::string> named;
    for (const auto& fold : split->folds) {
        auto& test = tests.emplace_back();
        for (const auto& id : fold)
            test.insert(subjectKey(id));
        named.insert(test.begin(), test.end());
    }
    std::size_t known = 0;
    for (const auto& person : distinct(*keys)) {
        known += named.contains(person) ? 1 : 0;
        if (strangers != nullptr && !named.contains(person))
            strangers->push_back(subjects[static_cast<std::size_t>(
                std::find(keys->begin(), keys->end(), person) - keys->begin())]);
    }
    if (known == 0)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("None of the subjects is in the published split \"{}\".", name));
    const auto inSplit = [&](std::size_t i) { return named.contains((*keys)[i]); };
    std::vector<Fold> folds;
    for (std::size_t f = 0; f < tests.size(); ++f)
        folds.push_back(
            FoldMaker::fold(fmt::format("{} fold {}", name, f + 1), *keys, tests[f], inSplit, inSplit));
    return folds;
}

Result<std::vector<Fold>> crossDatasetFolds(std::span<const std::string> subjects,
                                            std::span<const std::string> datasets, bool samePeople) {
    if (subjects.size() != datasets.size())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("There are {} subjects but {} names of data sets; one each is needed.",
                                subjects.size(), datasets.size()));
    auto keys = keysOf(subjects);
    if (!keys)
        return Unexpected(keys.error());
    if (!samePeople)
        for (std::size_t i = 0; i < keys->size(); ++i)
            (*keys)[i] = datasets[i] + '\n' + (*keys)[i];
    const auto sets = distinct({datasets.begin(), datasets.end()});
    if (sets.size() < 2)
        return fail(ErrorCode::InvalidArgument, "Testing on another data set needs at least two of them.");
    std::vector<Fold> folds;
    for (const auto& from : sets)
        for (const auto& to : sets) {
            if (from == to)
                continue;
            std::set<std::string> test;
            for (std::size_t i = 0; i < keys->size(); ++i)
                if (datasets[i] == to)
                    test.insert((*keys)[i]);
            folds.push_back(FoldMaker::fold(
                from + " → " + to, *keys, test, [&](std::size_t i) { return datasets[i] == from; },
                [&](std::size_t i) { return datasets[i] == to; }));
        }
    return folds;
}

} // namespace mien::dataset
