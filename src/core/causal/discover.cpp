// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/discover.h"

#include "core/base/guarded.h"
#include "core/causal/contingency_test.h"
#include "core/causal/effective_samples.h"
#include "core/causal/fisher_z.h"
#include "core/causal/resample.h"

#include <algorithm>
#include <map>

namespace mien::causal {
namespace {

constexpr std::size_t mostCategories = 64;

Result<void> checkOptions(const DiscoverOptions& options) {
    if (!(options.alpha > 0.0 && options.alpha < 1.0))
        return fail(ErrorCode::InvalidArgument, "The level alpha must lie between 0 and 1.");
    if (options.sampleSize == SampleSize::Given &&
        !(options.givenSamples >= 4.0 && options.givenSamples < 1e15))
        return fail(ErrorCode::InvalidArgument, "The number of effective samples must be 4 or more.");
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

Eigen::MatrixXd samplesOf(const Prepared& prepared, const DiscoverOptions& options) {
    if (options.sampleSize == SampleSize::Effective)
        return effectiveSampleSizes(prepared.values, prepared.runs);
    const double samples = options.sampleSize == SampleSize::Rows
                               ? static_cast<double>(prepared.values.rows())
                               : options.givenSamples;
    return Eigen::MatrixXd::Constant(prepared.values.cols(), prepared.values.cols(), samples);
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

/// What one search over the table, or over some of its rows, is asked with.
class Search {
public:
    Search(const Prepared& prepared, const Eigen::MatrixXd& samples, Knowledge knowledge,
           const DiscoverOptions& options)
        : m_prepared(prepared), m_samples(samples), m_knowledge(std::move(knowledge)), m_options(options) {}

    Result<void> prepareCategories() {
        if (m_options.test == TestKind::FisherZ)
            return {};
        auto data = categoriesOf(m_prepared);
        if (!data)
            return Unexpected(data.error());
        m_categories = std::move(*data);
        return {};
    }

    Result<FciResult> whole(const JobContext& job) const {
        if (m_options.test != TestKind::FisherZ)
            return run(contingency(m_categories, 1.0), job);
        return run(fisherZ(m_prepared.correlation, 1.0), job);
    }

    /// Of the rows taken, each as often as said.
    Result<FciResult> resampled(const std::vector<int>& times, double share, const JobContext& job) const {
        if (m_options.test == TestKind::FisherZ)
            return run(fisherZ(correlationOfRows(m_prepared.values, times), share), job);
        Categories some;
        some.levels = m_categories.levels;
        for (const auto& all : m_categories.codes) {
            auto& column = some.codes.emplace_back();
            for (std::size_t row = 0; row < times.size(); ++row)
                column.insert(column.end(), static_cast<std::size_t>(times[row]), all[row]);
        }
        return run(contingency(std::move(some), share), job);
    }

private:
    Result<FciResult> run(const IndependenceTest& test, const JobContext& job) const {
        return fci(test, m_prepared.names, m_knowledge, m_options.fci, job);
    }
    FisherZ fisherZ(const Eigen::MatrixXd& correlation, double share) const {
        return m_options.sampleSize == SampleSize::Effective
                   ? FisherZ(correlation, Eigen::MatrixXd(m_samples * share), m_options.alpha)
                   : FisherZ(correlation, m_samples(0, 0) * share, m_options.alpha);
    }
    ContingencyTest contingency(Categories data, double share) const {
        return {std::move(data), m_samples * share, m_options.alpha,
                m_options.test == TestKind::GSquare ? ContingencyStatistic::GSquare
                                                    : ContingencyStatistic::ChiSquare};
    }

    const Prepared& m_prepared;
    const Eigen::MatrixXd& m_samples;
    Knowledge m_knowledge;
    const DiscoverOptions& m_options;
    Categories m_categories;
};

Result<Stability> stabilityOf(const Search& search, const Prepared& prepared, const DiscoverOptions& options,
                              const JobContext& job) {
    const auto rows = prepared.values.rows();
    const int block =
        options.sampleSize == SampleSize::Rows ? 1 : blockLengthFor(prepared.values, prepared.runs);
    constexpr double half = 0.5;
    JobContext one; // a replicate is one thread's work
    one.stop = job.stop;
    one.threads = 1;
    auto stability = countEnds(
        static_cast<int>(prepared.names.size()), options.replicates,
        [&](int replicate) -> Result<Pag> {
            Rng rng = Rng::derived(options.seed, static_cast<std::uint64_t>(replicate));
            const bool bootstrap = options.resampling == Resampling::Bootstrap;
            const auto times = bootstrap ? bootstrapRows(rows, prepared.runs, block, rng)
                                         : subsampleRows(rows, prepared.runs, block, half, rng);
            auto found = search.resampled(times, bootstrap ? 1.0 : half, one);
            return found ? Result<Pag>(std::move(found->graph)) : Result<Pag>(Unexpected(found.error()));
        },
        job);
    if (stability)
        stability->blockLength = block;
    return stability;
}

void warn(Discovery& out) {
    for (const SetAside& aside : out.setAside)
        out.warnings.push_back(aside.name + " " + aside.reason + "; it was set aside.");
    if (out.rowsDropped > 0)
        out.warnings.push_back(std::to_string(out.rowsDropped) + " rows with a missing value were left out.");
    if (out.fewestSamples < 30.0)
        out.warnings.push_back("Some pairs are worth only " +
                               std::to_string(static_cast<int>(out.fewestSamples)) +
                               " independent samples; that an edge is absent says little.");
    out.warnings.insert(out.warnings.end(), out.result.warnings.begin(), out.result.warnings.end());
}

} // namespace

Result<Discovery> discover(const Table& table, const Knowledge& knowledge, const DiscoverOptions& options,
                           const JobContext& job) {
    return guarded("causal", [&]() -> Result<Discovery> {
        if (const auto fine = checkOptions(options); !fine)
            return Unexpected(fine.error());
        auto prepared = prepare(table);
        if (!prepared)
            return Unexpected(prepared.error());
        Discovery out;
        out.rows = prepared->values.rows();
        out.rowsDropped = prepared->rowsDropped;
        out.setAside = prepared->setAside;
        out.samples = samplesOf(*prepared, options);
        out.fewestSamples = out.samples.minCoeff();
        Search search(*prepared, out.samples, about(knowledge, out.setAside), options);
        if (const auto ready = search.prepareCategories(); !ready)
            return Unexpected(ready.error());
        JobContext first = job; // progress must not fall when the resampling begins
        if (options.replicates > 0)
            first.onProgress = nullptr;
        auto result = search.whole(first);
        if (!result)
            return Unexpected(result.error());
        out.result = std::move(*result);
        if (options.replicates > 0) {
            auto stability = stabilityOf(search, *prepared, options, job);
            if (!stability)
                return Unexpected(stability.error());
            out.stability = std::move(*stability);
        }
        warn(out);
        return out;
    });
}

} // namespace mien::causal
