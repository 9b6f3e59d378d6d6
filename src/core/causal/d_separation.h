// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/dag.h"
#include "core/causal/independence_test.h"

namespace mien::causal {

/// The test that is never wrong: x and y are independent given S when S and the selection nodes d-separate
/// them in the graph. Variables are the graph's observed nodes, in their order.
class DSeparationOracle final : public IndependenceTest {
public:
    static Result<std::unique_ptr<DSeparationOracle>> create(Dag dag);

    int variableCount() const override { return static_cast<int>(m_observed.size()); }
    std::unique_ptr<TestSession> session() const override;
    double logP(int x, int y, int givenCount, double score) const override;

    const Dag& dag() const { return m_dag; }

private:
    class Session;
    explicit DSeparationOracle(Dag dag);

    Dag m_dag;
    std::vector<int> m_observed;
    std::vector<std::vector<int>> m_parents;
    std::vector<std::vector<int>> m_children;
};

} // namespace mien::causal
