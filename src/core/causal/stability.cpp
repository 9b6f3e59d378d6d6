// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/stability.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace mien::causal {

void Stability::addOutDegrees(const Pag& graph) {
    for (int v = 0; v < graph.size(); ++v) {
        const auto around = graph.neighbours(v);
        m_outDegrees.push_back(static_cast<int>(
            std::count_if(around.begin(), around.end(), [&](int w) { return graph.isParent(v, w); })));
    }
}

Result<Stability> countEnds(int variables, int replicates,
                            const std::function<Result<Pag>(int replicate)>& graphOf, const JobContext& job) {
    std::vector<Pag> graphs(static_cast<std::size_t>(replicates));
    std::mutex mutex;
    std::optional<Error> failed;
    int done = 0;
    parallelFor(graphs.size(), job, [&](std::size_t i) {
        auto graph = graphOf(static_cast<int>(i));
        const std::scoped_lock lock(mutex);
        if (graph)
            graphs[i] = std::move(*graph);
        else if (!failed)
            failed = graph.error();
        job.progress(static_cast<double>(++done) / replicates, "resampling");
    });
    if (job.cancelled())
        return cancelled();
    if (failed)
        return Unexpected(*failed);
    Stability stability(variables);
    stability.replicates = replicates;
    const double share = 1.0 / replicates;
    for (const Pag& graph : graphs) {
        stability.addOutDegrees(graph);
        for (int i = 0; i < variables; ++i)
            for (int j = 0; j < variables; ++j)
                if (i != j)
                    stability.at(i, j).ends[static_cast<std::size_t>(graph.end(j, i))]
                                           [static_cast<std::size_t>(graph.end(i, j))] += share;
    }
    return stability;
}

} // namespace mien::causal
