// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/meaning.h"

namespace mien::causal {
namespace {

int rank(Mark mark) {
    return mark == Mark::Tail ? 0 : mark == Mark::Circle ? 1 : 2;
}

char sign(Mark mark, char arrow) {
    return mark == Mark::Arrow ? arrow : mark == Mark::Circle ? 'o' : '-';
}

} // namespace

Edge readable(const Edge& edge) {
    return rank(edge.atA) > rank(edge.atB) ? reversed(edge) : edge;
}

std::string textOf(const Pag& graph, const Edge& edge) {
    return graph.names()[static_cast<std::size_t>(edge.a)] + " " + sign(edge.atA, '<') + "-" +
           sign(edge.atB, '>') + " " + graph.names()[static_cast<std::size_t>(edge.b)];
}

std::string meaningOf(const Pag& graph, const Edge& any) {
    const Edge edge = readable(any);
    const auto& a = graph.names()[static_cast<std::size_t>(edge.a)];
    const auto& b = graph.names()[static_cast<std::size_t>(edge.b)];
    switch (edge.atA) {
    case Mark::Tail:
        if (edge.atB == Mark::Arrow)
            return a + " is a cause of " + b;
        if (edge.atB == Mark::Tail)
            return a + " and " + b + " both have a share in which samples there are";
        return a + " is a cause of " + b + " or of which samples there are";
    case Mark::Circle:
        if (edge.atB == Mark::Arrow)
            return b + " does not cause " + a + "; " + a + " causes " + b +
                   ", or something unmeasured moves both";
        return a + " and " + b + " belong together; how, these data leave open";
    default:
        return "neither causes the other; something unmeasured moves " + a + " and " + b;
    }
}

} // namespace mien::causal
