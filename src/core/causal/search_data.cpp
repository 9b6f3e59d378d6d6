// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/search_data.h"

#include "core/base/guarded.h"
#include "core/causal/effective_samples.h"
#include "core/causal/fisher_z.h"
#include "core/causal/lagged_table.h"
#include "core/causal/resample.h"
#include "core/causal/residual_fisher_z.h"
#include "core/causal/testwise_fisher_z.h"

#include <algorithm>
#include <map>

namespace mien::causal {
namespace {

constexpr std::size_t mostCategories = 64;

Result<void> checkData(const DiscoverOptions& options) {
    if (options.sampleSize == SampleSize::Given &&
        !(options.givenSamples >= 4.0 && options.givenSamples < 1e15))
        return fail(ErrorCode::InvalidArgument, "The number of effective samples must be 4 or more.");
    if (options.missing == Missing::Testwise && options.test != TestKind::FisherZ)
        return fail(ErrorCode::InvalidArgument,
                    "Test-wise deletion is for Fisher's z; tests of categories need complete rows.");
    if (options.sampleSize == SampleSize::Residual &&
        (options.missing == Missing::Testwise || options.test != TestKind::FisherZ))
        return fail(ErrorCode::InvalidArgument,
                    "Samples are counted by residuals for Fisher's z on complete rows alone.");
    return {};
}

/// Knowledge about what was set aside says nothing about the rest.
Knowledge about(const Knowledge& knowledge, const std::vector<SetAside>& aside) {
    Knowledge rest = knowledge;
    const auto gone = [&](const std::string& name) {
        return std::any_of(aside.begin(), aside.end(), [&](const SetAside& s) { return s.name == name; });
    };
    for (auto& tier : rest.tiers)
        std::erase_if(tier, gone);
    for (auto* pairs : {&rest.required, &rest.forbidden})
        std::erase_if(*pairs, [&](const auto& pair) { return gone(pair.first) || gone(pair.second); });
    return rest;
}

Eigen::MatrixXd samplesOf(const Prepared& prepared, const DiscoverOptions& options, const JobContext& job) {
    if (options.sampleSize == SampleSize::Effective || options.sampleSize == SampleSize::Residual)
        return effectiveSampleSizes(prepared.values, prepared.runs, job);
    const double samples = options.sampleSize == SampleSize::Rows
                               ? static_cast<double>(prepared.values.rows())
                               : options.givenSamples;
    return Eigen::MatrixXd::Constant(prepared.values.cols(), prepared.values.cols(), samples);
}

/// What a row that both columns of a pair have is worth in independent samples.
Eigen::MatrixXd samplesPerRow(const Prepared& prepared, const Eigen::MatrixXd& samples, SampleSize size) {
    const Eigen::MatrixXd present = (1.0 - prepared.values.array().isNaN().cast<double>()).matrix();
    const Eigen::MatrixXd common = present.transpose() * present;
    const auto rows = static_cast<double>(prepared.values.rows());
    const Eigen::MatrixXd base = size == SampleSize::Effective
                                     ? common
                                     : Eigen::MatrixXd::Constant(common.rows(), common.cols(), rows);
    return samples.cwiseQuotient(base.cwiseMax(1.0)).cwiseMin(1.0);
}

/// Each column's values by rank.
Result<Categories> categoriesOf(const Prepared& prepared) {
    Categories data;
    for (Eigen::Index c = 0; c < prepared.values.cols(); ++c) {
        std::map<double, std::uint16_t> codes;
        for (Eigen::Index r = 0; r < prepared.values.rows() && codes.size() <= mostCategories; ++r)
            codes.emplace(prepared.values(r, c), 0);
        if (codes.size() > mostCategories)
            return fail(ErrorCode::Corrupt,
                        "The column \"" + prepared.names[static_cast<std::size_t>(c)] +
                            "\" has more than 64 different values; a test of categories needs "
                            "few, Fisher's z takes numbers.");
        std::uint16_t next = 0;
        for (auto& [value, code] : codes)
            code = next++;
        data.levels.push_back(next);
        auto& column = data.codes.emplace_back();
        for (Eigen::Index r = 0; r < prepared.values.rows(); ++r)
            column.push_back(codes.at(prepared.values(r, c)));
    }
    return data;
}

Categories taken(const Categories& all, const std::vector<int>& times) {
    Categories some;
    some.levels = all.levels;
    for (const auto& codes : all.codes) {
        auto& column = some.codes.emplace_back();
        for (std::size_t row = 0; row < times.size(); ++row)
            column.insert(column.end(), static_cast<std::size_t>(times[row]), codes[row]);
    }
    return some;
}

} // namespace

Result<SearchData> SearchData::prepare(const Table& table, const DiscoverOptions& options,
                                       const JobContext& job) {
    return guarded("causal", [&]() -> Result<SearchData> {
        if (const auto fine = checkData(options); !fine)
            return Unexpected(fine.error());
        SearchData data;
        data.m_options = options;
        data.m_columns = table.names;
        std::optional<Result<Table>> lagged;
        if (options.lags != 0) {
            lagged = laggedTable(table, options.lags);
            if (!*lagged)
                return Unexpected(lagged->error());
        }
        auto prepared = causal::prepare(lagged ? **lagged : table, options.missing);
        if (!prepared)
            return Unexpected(prepared.error());
        data.m_prepared = std::move(*prepared);
        if (lagged)
            for (const int column : data.m_prepared.columns)
                data.m_lagged.push_back({column / (options.lags + 1), column % (options.lags + 1)});
        if (job.cancelled())
            return cancelled();
        data.m_samples = samplesOf(data.m_prepared, options, job);
        if (options.sampleSize == SampleSize::Residual)
            data.m_products = laggedProducts(data.m_prepared.values, data.m_prepared.runs, job);
        if (job.cancelled())
            return cancelled();
        if (options.test != TestKind::FisherZ) {
            auto categories = categoriesOf(data.m_prepared);
            if (!categories)
                return Unexpected(categories.error());
            data.m_categories = std::move(*categories);
        }
        return data;
    });
}

Result<SearchData::Test> SearchData::makeTest(double alpha, const std::vector<int>* times,
                                              double share) const {
    if (m_options.test != TestKind::FisherZ)
        return std::make_unique<ContingencyTest>(
            times ? taken(m_categories, *times) : m_categories, m_samples * share, alpha,
            m_options.test == TestKind::GSquare ? ContingencyStatistic::GSquare
                                                : ContingencyStatistic::ChiSquare);
    if (m_options.missing == Missing::Testwise) {
        auto test =
            TestwiseFisherZ::create(m_prepared.values, times ? *times : std::vector<int>{},
                                    samplesPerRow(m_prepared, m_samples, m_options.sampleSize), alpha);
        return test ? Result<Test>(std::move(*test)) : Result<Test>(Unexpected(test.error()));
    }
    auto correlation = times ? correlationOfRows(m_prepared.values, *times) : m_prepared.correlation;
    const auto rows = static_cast<double>(m_prepared.values.rows());
    if (m_options.sampleSize == SampleSize::Residual)
        return std::make_unique<ResidualFisherZ>(std::move(correlation), m_products, rows, rows * share,
                                                 alpha);
    if (m_options.sampleSize == SampleSize::Effective)
        return std::make_unique<FisherZ>(std::move(correlation), Eigen::MatrixXd(m_samples * share), alpha);
    return std::make_unique<FisherZ>(std::move(correlation), m_samples(0, 0) * share, alpha);
}

Result<FciResult> SearchData::search(const IndependenceTest& test, const Knowledge& knowledge,
                                     const FciOptions& options, const JobContext& job) const {
    return fci(test, m_prepared.names, m_lagged, knowledge, options, job);
}

Result<Knowledge> SearchData::usable(const Knowledge& knowledge) const {
    if (m_lagged.empty())
        return about(knowledge, m_prepared.setAside);
    const auto lagged = laggedKnowledge(knowledge, m_columns, m_options.lags);
    return lagged ? Result<Knowledge>(about(*lagged, m_prepared.setAside)) : lagged;
}

Result<Stability> SearchData::stability(const Knowledge& knowledge, const DiscoverOptions& options,
                                        const JobContext& job) const {
    const auto rows = m_prepared.values.rows();
    const int block =
        m_options.sampleSize == SampleSize::Rows ? 1 : blockLengthFor(m_prepared.values, m_prepared.runs);
    constexpr double half = 0.5;
    JobContext one; // a replicate is one thread's work
    one.stop = job.stop;
    one.threads = 1;
    auto counted = countEnds(
        static_cast<int>(m_prepared.names.size()), options.replicates,
        [&](int replicate) -> Result<Pag> {
            Rng rng = Rng::derived(options.seed, static_cast<std::uint64_t>(replicate));
            const bool bootstrap = options.resampling == Resampling::Bootstrap;
            const auto times = bootstrap ? bootstrapRows(rows, m_prepared.runs, block, rng)
                                         : subsampleRows(rows, m_prepared.runs, block, half, rng);
            const auto test = makeTest(options.alpha, &times, bootstrap ? 1.0 : half);
            if (!test)
                return Unexpected(test.error());
            auto found = search(**test, knowledge, options.fci, one);
            return found ? Result<Pag>(std::move(found->graph)) : Result<Pag>(Unexpected(found.error()));
        },
        job);
    if (counted)
        counted->blockLength = block;
    return counted;
}

std::vector<std::string> SearchData::warnings(const Discovery& found) const {
    std::vector<std::string> list;
    for (const SetAside& aside : found.setAside)
        list.push_back(aside.name + " " + aside.reason + "; it was set aside.");
    if (found.rowsDropped > 0)
        list.push_back(std::to_string(found.rowsDropped) + " rows with a missing value were left out.");
    if (found.rowsWithGaps > 0)
        list.push_back(std::to_string(found.rowsWithGaps) +
                       " rows lack values; each test used those that have its own variables.");
    if (m_options.sampleSize == SampleSize::Residual)
        list.emplace_back(
            "Samples were counted test by test; the numbers and p-values shown are those of the pairs "
            "with nothing given.");
    if (!m_lagged.empty() && m_options.sampleSize == SampleSize::Effective)
        list.emplace_back(
            "The effective samples are those of the series as they are; once their past is given, rows "
            "are worth more. Weak causes may be missed, none is made up by this.");
    if (found.fewestSamples < 30.0)
        list.push_back("Some pairs are worth only " + std::to_string(static_cast<int>(found.fewestSamples)) +
                       " independent samples; that an edge is absent says little.");
    list.insert(list.end(), found.result.warnings.begin(), found.result.warnings.end());
    return list;
}

Result<Discovery> SearchData::discover(const Knowledge& knowledge, const DiscoverOptions& options,
                                       const JobContext& job) const {
    return guarded("causal", [&]() -> Result<Discovery> {
        if (!(options.alpha > 0.0 && options.alpha < 1.0))
            return fail(ErrorCode::InvalidArgument, "The level alpha must lie between 0 and 1.");
        const auto known = usable(knowledge);
        if (!known)
            return Unexpected(known.error());
        Discovery out;
        out.lags = m_options.lags;
        out.rows = m_prepared.values.rows();
        out.rowsDropped = m_prepared.rowsDropped;
        out.rowsWithGaps = m_prepared.rowsWithGaps;
        out.setAside = m_prepared.setAside;
        out.samples = m_samples;
        out.fewestSamples = m_samples.minCoeff();
        JobContext first = job; // progress must not fall when the resampling begins
        if (options.replicates > 0)
            first.onProgress = nullptr;
        const auto test = makeTest(options.alpha, nullptr, 1.0);
        if (!test)
            return Unexpected(test.error());
        auto result = search(**test, *known, options.fci, first);
        if (!result)
            return Unexpected(result.error());
        out.result = std::move(*result);
        out.preset = presetOf(options.fci, out.result.graph.size());
        out.label = labelOf(options.fci, out.result);
        if (options.replicates > 0) {
            auto counted = stability(*known, options, job);
            if (!counted)
                return Unexpected(counted.error());
            out.stability = std::move(*counted);
        }
        out.warnings = warnings(out);
        return out;
    });
}

} // namespace mien::causal
