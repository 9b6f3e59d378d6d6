// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/fci.h"
#include "core/causal/prepare.h"
#include "core/causal/preset.h"
#include "core/causal/stability.h"

#include <functional>
#include <optional>

namespace mien::causal {

enum class TestKind {
    FisherZ,   ///< numbers that depend on one another linearly
    GSquare,   ///< categories: AU presence, intensities
    ChiSquare, ///< the same by Pearson's statistic
};

/// How many independent samples the rows are worth.
enum class SampleSize {
    Effective, ///< estimated for each pair from the autocorrelation of its series: the default for films
    Residual,  ///< estimated for each test from the residuals it correlates: for lagged series
    Rows,      ///< every row counts: for samples that were drawn independently
    Given,     ///< the user says
};

enum class Resampling {
    Bootstrap, ///< blocks with replacement, as many rows as before
    Subsample, ///< half of the blocks
};

struct DiscoverOptions {
    FciOptions fci = {};
    TestKind test = TestKind::FisherZ;
    double alpha = 0.01;
    SampleSize sampleSize = SampleSize::Effective;
    double givenSamples = 0.0;           ///< for SampleSize::Given
    Missing missing = Missing::Listwise; ///< Testwise: for Fisher's z alone
    /// Rows before now that are searched beside the present ones (svar-FCI). Effective samples then are still
    /// those of the raw series, though sets that hold the past leave less autocorrelation: too careful, never
    /// too bold.
    int lags = 0;
    int replicates = 0; ///< resampled graphs that tell how stable each edge is
    Resampling resampling = Resampling::Bootstrap;
    std::uint64_t seed = 0;
};

struct Discovery {
    FciResult result; ///< over the columns searched, in natural order of their names
    Preset preset = Preset::Complete;
    std::string label; ///< the preset in a sentence, with whether its caps took anything away
    int lags = 0;
    std::vector<SetAside> setAside;
    Eigen::Index rows = 0; ///< complete ones
    Eigen::Index rowsDropped = 0;
    Eigen::Index rowsWithGaps = 0;      ///< test-wise: incomplete and used where they can be
    Eigen::MatrixXd samples;            ///< for each pair of them, as used
    double fewestSamples = 0.0;         ///< of any pair
    std::optional<Stability> stability; ///< where replicates were asked for
    std::vector<std::string> warnings;  ///< plain sentences, the search's included
};

/// A table's partial ancestral graph. Corrupt: see prepare(), and for categories a column with more than 64
/// values. InvalidArgument: a level that is no probability, knowledge that contradicts itself, test-wise
/// deletion of categories, RFCI with lags. Cancelled.
Result<Discovery> discover(const Table& table, const Knowledge& knowledge, const DiscoverOptions& options,
                           const JobContext& job);

} // namespace mien::causal
