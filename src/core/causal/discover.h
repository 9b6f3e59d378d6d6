// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/fci.h"
#include "core/causal/prepare.h"

#include <optional>

namespace mien::causal {

/// How many independent samples the rows are worth.
enum class SampleSize {
    Effective, ///< estimated for each pair from the autocorrelation of its series: the default for films
    Rows,      ///< every row counts: for samples that were drawn independently
    Given,     ///< the user says
};

struct DiscoverOptions {
    FciOptions fci = {};
    double alpha = 0.01;
    SampleSize sampleSize = SampleSize::Effective;
    double givenSamples = 0.0; ///< for SampleSize::Given
};

struct Discovery {
    FciResult result; ///< over the columns searched, in natural order of their names
    std::vector<SetAside> setAside;
    Eigen::Index rows = 0; ///< complete ones
    Eigen::Index rowsDropped = 0;
    Eigen::MatrixXd samples;           ///< for each pair of them, as used
    double fewestSamples = 0.0;        ///< of any pair
    std::vector<std::string> warnings; ///< plain sentences, the search's included
};

/// A table's partial ancestral graph by Fisher's z. InvalidArgument: see prepare(); a level that is no
/// probability, knowledge that contradicts itself.
Result<Discovery> discover(const Table& table, const Knowledge& knowledge, const DiscoverOptions& options,
                           const JobContext& job);

} // namespace mien::causal
