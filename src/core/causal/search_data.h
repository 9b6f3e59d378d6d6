// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/contingency_test.h"
#include "core/causal/discover.h"

namespace mien::causal {

/// A table made ready for searches: lags laid beside one another, columns checked and standardised,
/// correlations and effective samples computed. What then changes while a slider is dragged (alpha, caps,
/// knowledge) costs only tests. Immutable; several threads may search it at once.
class SearchData {
public:
    /// Takes from the options: test, lags, missing, sampleSize and givenSamples. Errors as discover(), and
    /// Cancelled.
    static Result<SearchData> prepare(const Table& table, const DiscoverOptions& options,
                                      const JobContext& job = {});

    /// The graph, by everything else of the options; the five named above stay as they were prepared.
    Result<Discovery> discover(const Knowledge& knowledge, const DiscoverOptions& options,
                               const JobContext& job = {}) const;

    /// The test that searches at this level ask.
    Result<std::unique_ptr<IndependenceTest>> test(double alpha) const {
        return makeTest(alpha, nullptr, 1.0);
    }

    const std::vector<std::string>& names() const { return m_prepared.names; } ///< of what is searched
    const std::vector<LaggedVariable>& lagged() const { return m_lagged; } ///< of each; empty without lags
    const Eigen::MatrixXd& samples() const { return m_samples; }           ///< for each pair of them
    const Prepared& prepared() const { return m_prepared; }

private:
    using Test = std::unique_ptr<IndependenceTest>;
    /// On all rows, or on those taken, each as often as said, which are then worth `share` of the samples.
    Result<Test> makeTest(double alpha, const std::vector<int>* times, double share) const;
    Result<FciResult> search(const IndependenceTest& test, const Knowledge& knowledge,
                             const FciOptions& options, const JobContext& job) const;
    Result<Knowledge> usable(const Knowledge& knowledge) const;
    Result<Stability> stability(const Knowledge& knowledge, const DiscoverOptions& options,
                                const JobContext& job) const;
    std::vector<std::string> warnings(const Discovery& found) const;

    DiscoverOptions m_options;
    std::vector<std::string> m_columns; ///< of the table
    Prepared m_prepared;
    std::vector<LaggedVariable> m_lagged;
    Eigen::MatrixXd m_samples;
    Categories m_categories;
    std::vector<Eigen::MatrixXd> m_products; ///< see laggedProducts(); for SampleSize::Residual
};

/// First the answer of the interactive preset, handed to `first` as soon as it is there; then the complete
/// one. The caps of `options.fci` are replaced, its other choices kept; the first answer is not resampled.
/// Discovery::preset and its label say which of the two a picture shows. Cancelled: the job was stopped,
/// perhaps after `first`.
Result<Discovery> discoverInSteps(const SearchData& data, const Knowledge& knowledge,
                                  const DiscoverOptions& options, const JobContext& job,
                                  const std::function<void(const Discovery&)>& first);

} // namespace mien::causal
