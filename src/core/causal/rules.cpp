// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/rules.h"

namespace mien::causal {

bool Rules::put(int i, int j, Mark atJ, Reason rule) {
    if (!m_graph.isCircle(i, j))
        return false;
    m_homology.eachAlike(i, j, [&](int x, int y, int) { m_graph.setEnd(x, y, atJ, rule); });
    return true;
}

bool Rules::apply(Reason rule) {
    switch (rule) {
    case Reason::R1:
        return r1();
    case Reason::R2:
        return r2();
    case Reason::R3:
        return r3();
    case Reason::R4:
        return r4();
    case Reason::R5:
        return r5();
    case Reason::R6:
        return r6();
    case Reason::R7:
        return r7();
    case Reason::R8:
        return r8();
    case Reason::R9:
        return r9();
    case Reason::R10:
        return r10();
    default:
        return false;
    }
}

void Rules::applyAll(bool selectionBias) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const Reason rule : {Reason::R1, Reason::R2, Reason::R3, Reason::R4})
            changed |= apply(rule);
        if (selectionBias)
            for (const Reason rule : {Reason::R5, Reason::R6, Reason::R7})
                changed |= apply(rule);
        for (const Reason rule : {Reason::R8, Reason::R9, Reason::R10})
            changed |= apply(rule);
    }
}

/// a *-> b o-* c, a and c not adjacent: b --> c.
bool Rules::r1() {
    bool changed = false;
    for (int b = 0; b < m_graph.size(); ++b) {
        for (const int a : m_graph.neighbours(b)) {
            if (!m_graph.isArrow(a, b))
                continue;
            for (const int c : m_graph.neighbours(b)) {
                if (c == a || !m_graph.isCircle(c, b) || !definiteNonCollider(a, b, c))
                    continue;
                changed |= put(c, b, Mark::Tail, Reason::R1);
                changed |= put(b, c, Mark::Arrow, Reason::R1);
            }
        }
    }
    return changed;
}

/// a --> b *-> c or a *-> b --> c, and a *-o c: a *-> c.
bool Rules::r2() {
    bool changed = false;
    for (int b = 0; b < m_graph.size(); ++b) {
        for (const int a : m_graph.neighbours(b)) {
            if (!m_graph.isArrow(a, b))
                continue;
            for (const int c : m_graph.neighbours(b)) {
                if (c == a || !m_graph.isArrow(b, c) || !m_graph.adjacent(a, c))
                    continue;
                if (m_graph.isTail(b, a) || m_graph.isTail(c, b))
                    changed |= put(a, c, Mark::Arrow, Reason::R2);
            }
        }
    }
    return changed;
}

/// a *-> b <-* c, a *-o t o-* c, a and c not adjacent, t *-o b: t *-> b.
bool Rules::r3() {
    bool changed = false;
    for (int b = 0; b < m_graph.size(); ++b) {
        for (const int t : m_graph.neighbours(b)) {
            if (!m_graph.isCircle(t, b))
                continue;
            const auto candidate = [&](int v) {
                return v != t && m_graph.isArrow(v, b) && m_graph.isCircle(v, t);
            };
            bool found = false;
            for (const int a : m_graph.neighbours(b)) {
                if (found || !candidate(a))
                    continue;
                for (const int c : m_graph.neighbours(b))
                    found = found || (c > a && candidate(c) && definiteNonCollider(a, t, c));
            }
            if (found)
                changed |= put(t, b, Mark::Arrow, Reason::R3);
        }
    }
    return changed;
}

/// A discriminating path <theta, …, a, b, c> for b o-* c: b --> c where b separated theta and c, else
/// a <-> b <-> c. Without a separating set on file nothing is said.
bool Rules::r4() {
    bool changed = false;
    for (int b = 0; b < m_graph.size(); ++b) {
        for (const int c : m_graph.neighbours(b)) {
            if (!m_graph.isCircle(c, b))
                continue;
            for (const auto& path : discriminatingPaths(b, c)) {
                if (!m_graph.isCircle(c, b))
                    break; // an earlier path has decided
                if (m_holds && !m_holds(path))
                    return true;
                if (m_sets.holds(path.theta(), c, b)) {
                    changed |= put(c, b, Mark::Tail, Reason::R4);
                    changed |= put(b, c, Mark::Arrow, Reason::R4);
                } else {
                    changed |= put(path.a(), b, Mark::Arrow, Reason::R4);
                    changed |= put(c, b, Mark::Arrow, Reason::R4);
                    changed |= put(b, c, Mark::Arrow, Reason::R4);
                }
            }
        }
    }
    return changed;
}

/// a --- b o-* c: b --* c.
bool Rules::r6() {
    bool changed = false;
    for (int b = 0; b < m_graph.size(); ++b)
        for (const int a : m_graph.neighbours(b))
            if (m_graph.isTail(a, b) && m_graph.isTail(b, a))
                for (const int c : m_graph.neighbours(b))
                    changed |= c != a && put(c, b, Mark::Tail, Reason::R6);
    return changed;
}

/// a --o b o-* c, a and c not adjacent: b --* c.
bool Rules::r7() {
    bool changed = false;
    for (int b = 0; b < m_graph.size(); ++b)
        for (const int a : m_graph.neighbours(b))
            if (m_graph.isTail(b, a) && m_graph.isCircle(a, b))
                for (const int c : m_graph.neighbours(b))
                    if (c != a && definiteNonCollider(a, b, c))
                        changed |= put(c, b, Mark::Tail, Reason::R7);
    return changed;
}

/// a --> b --> c or a --o b --> c, and a o-> c: a --> c.
bool Rules::r8() {
    bool changed = false;
    for (int b = 0; b < m_graph.size(); ++b) {
        for (const int a : m_graph.neighbours(b)) {
            if (!m_graph.isTail(b, a) || m_graph.isTail(a, b))
                continue;
            for (const int c : m_graph.neighbours(b))
                if (c != a && m_graph.isParent(b, c) && m_graph.isCircle(c, a) && m_graph.isArrow(a, c))
                    changed |= put(c, a, Mark::Tail, Reason::R8);
        }
    }
    return changed;
}

} // namespace mien::causal
