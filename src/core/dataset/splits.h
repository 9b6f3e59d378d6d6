// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <cstdint>
#include <span>

namespace mien::dataset {

/// Who is trained on and who is tested on. Made of whole subjects, so that no person is on both sides; only
/// the functions below make one.
class Fold {
public:
    const std::string& name() const { return m_name; }
    /// Indices of the items, ascending. Items of subjects that the split leaves out are in neither.
    const std::vector<std::size_t>& train() const { return m_train; }
    const std::vector<std::size_t>& test() const { return m_test; }

private:
    friend class FoldMaker;
    std::string m_name;
    std::vector<std::size_t> m_train, m_test;
};

/// Whether two ids name one person: case and blanks around do not matter.
std::string subjectKey(std::string_view id);

/// Subject of every sample, of every labelled film: what the functions below take.
std::vector<std::string> subjectsOfSamples(const Dataset& dataset);
std::vector<std::string> subjectsOfFrameLabels(const Dataset& dataset);

// `subjects`: one id an item. An item without one is refused (InvalidArgument with its number): a person
// that nobody named could be on both sides.

/// One fold a subject, in order of first appearance. At least two subjects.
Result<std::vector<Fold>> leaveOneSubjectOut(std::span<const std::string> subjects);

/// k folds of whole subjects with about as many items each: the largest subjects first, each to the fold that
/// has least; equal ones in an order drawn from `seed`. 2 <= k <= number of subjects.
Result<std::vector<Fold>> subjectFolds(std::span<const std::string> subjects, int k, std::uint64_t seed);

/// Published lists of test subjects.
struct PublishedSplit {
    std::string_view name; ///< "bp4d", "disfa", "bp4d-cisnet"
    std::string_view origin;
    std::vector<std::vector<std::string>> folds; ///< test subjects of each
};
std::span<const PublishedSplit> publishedSplits();

/// NotFound for an unknown name. Subjects that the lists do not name are in no fold and are returned in
/// `strangers`; InvalidArgument where no subject is named at all.
Result<std::vector<Fold>> publishedFolds(std::span<const std::string> subjects, std::string_view name,
                                         std::vector<std::string>* strangers = nullptr);

/// One fold for every ordered pair of data sets: trained on the first, tested on the second. Items of a
/// subject that both have are left out of training. `samePeople`: whether equal ids in two sets mean the same
/// person (true for the films of one laboratory); otherwise ids are the set's own. `datasets`: one name an
/// item.
Result<std::vector<Fold>> crossDatasetFolds(std::span<const std::string> subjects,
                                            std::span<const std::string> datasets, bool samePeople);

} // namespace mien::dataset
