// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/causal/pag.h"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace mien::causal {

/// How often a pair of variables had which ends, over the graphs of resampled data.
struct PairFrequency {
    /// [mark at the first][mark at the second]; [None][None]: no edge. Sums to 1.
    std::array<std::array<double, 4>, 4> ends = {};

    double adjacent() const { return 1.0 - ends[0][0]; }
    double of(Mark atFirst, Mark atSecond) const {
        return ends[static_cast<std::size_t>(atFirst)][static_cast<std::size_t>(atSecond)];
    }
    /// Of one end: how often this mark stood at the first.
    double atFirst(Mark mark) const {
        double sum = 0.0;
        for (const double share : ends[static_cast<std::size_t>(mark)])
            sum += share;
        return sum;
    }
};

class Stability {
public:
    Stability() = default;
    explicit Stability(int variables)
        : m_variables(variables),
          m_pairs(static_cast<std::size_t>(variables) * static_cast<std::size_t>(variables)) {}

    int replicates = 0;  ///< graphs that were counted
    int blockLength = 1; ///< rows drawn together

    PairFrequency& at(int first, int second) { return m_pairs[cell(first, second)]; }
    const PairFrequency& at(int first, int second) const { return m_pairs[cell(first, second)]; }

    /// Of one resampled graph: for each variable, the number of edges v --> w.
    std::span<const int> outDegrees(int replicate) const {
        const auto size = static_cast<std::size_t>(m_variables);
        return std::span(m_outDegrees).subspan(static_cast<std::size_t>(replicate) * size, size);
    }
    void addOutDegrees(const Pag& graph);

private:
    std::size_t cell(int first, int second) const {
        return static_cast<std::size_t>(first) * static_cast<std::size_t>(m_variables) +
               static_cast<std::size_t>(second);
    }
    int m_variables = 0;
    std::vector<PairFrequency> m_pairs;
    std::vector<int> m_outDegrees; ///< by replicate, then variable
};

/// Counts the ends of `replicates` graphs. `graphOf(i)` must depend on i alone; it is called from several
/// threads. Cancelled, or the first error that a replicate gave.
Result<Stability> countEnds(int variables, int replicates,
                            const std::function<Result<Pag>(int replicate)>& graphOf, const JobContext& job);

} // namespace mien::causal
