// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/independence_test.h"

#include <vector>

namespace mien::causal {

/// The same test with variable order[i] at place i.
class ReorderedTest final : public IndependenceTest {
public:
    ReorderedTest(const IndependenceTest& test, std::vector<int> order)
        : m_test(test), m_order(std::move(order)) {}

    int variableCount() const override { return static_cast<int>(m_order.size()); }
    double logP(int x, int y, int givenCount, double score) const override {
        return m_test.logP(at(x), at(y), givenCount, score);
    }
    std::unique_ptr<TestSession> session() const override {
        return std::make_unique<Session>(*this, m_test.session());
    }

private:
    class Session final : public TestSession {
    public:
        Session(const ReorderedTest& test, std::unique_ptr<TestSession> inner)
            : m_test(test), m_inner(std::move(inner)) {}
        Answer decide(int x, int y, std::span<const int> given) override {
            m_given.clear();
            for (const int v : given)
                m_given.push_back(m_test.at(v));
            return m_inner->decide(m_test.at(x), m_test.at(y), m_given);
        }

    private:
        const ReorderedTest& m_test;
        std::unique_ptr<TestSession> m_inner;
        std::vector<int> m_given;
    };
    int at(int place) const { return m_order[static_cast<std::size_t>(place)]; }

    const IndependenceTest& m_test;
    std::vector<int> m_order;
};

} // namespace mien::causal
