// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/discover.h"

#include "core/base/guarded.h"
#include "core/causal/search_data.h"

namespace mien::causal {

Result<Discovery> discover(const Table& table, const Knowledge& knowledge, const DiscoverOptions& options,
                           const JobContext& job) {
    const auto data = SearchData::prepare(table, options, job);
    return data ? data->discover(knowledge, options, job) : Result<Discovery>(Unexpected(data.error()));
}

Result<Discovery> discoverInSteps(const SearchData& data, const Knowledge& knowledge,
                                  const DiscoverOptions& options, const JobContext& job,
                                  const std::function<void(const Discovery&)>& first) {
    DiscoverOptions quick = options;
    quick.fci = withInteractiveCaps(options.fci, static_cast<int>(data.names().size()));
    quick.replicates = 0;
    JobContext silent = job; // progress must not fall when the complete search begins
    silent.onProgress = nullptr;
    auto found = data.discover(knowledge, quick, silent);
    if (!found)
        return found;
    first(*found);
    DiscoverOptions complete = options;
    complete.fci = withoutCaps(options.fci);
    return data.discover(knowledge, complete, job);
}

} // namespace mien::causal
