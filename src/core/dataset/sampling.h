// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <cstdint>

namespace mien::dataset {

/// How many of each stratum are drawn.
enum class Allocation {
    Proportional, ///< as many of each hundred as there are in the table (largest remainders)
    Equal         ///< the same number of each
};

struct SamplingOptions {
    /// Columns whose combinations are the strata: "subject", "film", "type", "emotion", "class", a
    /// demographic
    /// ("gender"), or any column of the table. "age:20,40,60" puts numbers into the bins below 20, 20-39,
    /// 40-59 and 60 up.
    std::vector<std::string> strata;
    Allocation allocation = Allocation::Proportional;
    std::int64_t count = 0;       ///< how many samples to draw in all, > 0
    bool withReplacement = false; ///< a sample may be drawn again
    std::uint64_t seed = 0;
};

/// One combination of values. A value that the table does not give is "unknown": a stratum of its own,
/// nothing is inferred about a person.
struct Stratum {
    std::vector<std::string> values; ///< one a column
    std::int64_t available = 0;
    std::int64_t wanted = 0;
    std::int64_t drawn = 0;    ///< less than wanted where there are not enough
    std::int64_t distinct = 0; ///< different samples among the drawn ones
    /// Kish's effective number, (Σm)² / Σm² over the times m each sample was drawn: what the drawn ones are
    /// worth.
    double effective = 0.0;

    bool infeasible() const { return drawn < wanted; }
    std::string name(const std::vector<std::string>& columns) const; ///< "emotion = happiness, gender = f"
};

struct StratifiedSample {
    std::vector<std::size_t> samples; ///< indices into Dataset::samples, ascending, repeated as drawn
    std::vector<Stratum> strata;      ///< by their values
    /// Combinations of values that occur, each for itself, but never together; with equal allocation over all
    /// combinations they could not be served. At most kMostEmpty.
    std::vector<Stratum> empty;
    static constexpr std::size_t kMostEmpty = 200;

    std::vector<const Stratum*> infeasible() const;
};

/// Nothing is made up for a stratum that has too few: it is named, and the others get no more than their
/// share. The same seed gives the same samples; a stratum's draw does not depend on the other strata's rows.
/// InvalidArgument for a column that no sample has.
Result<StratifiedSample> stratifiedSample(const Dataset& dataset, const SamplingOptions& options);

/// The largest subset with the same number of every stratum, without replacement: as many of each as the
/// smallest has.
Result<StratifiedSample> balancedSubset(const Dataset& dataset, const std::vector<std::string>& strata,
                                        std::uint64_t seed);

} // namespace mien::dataset
