// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/natural_order.h"

#include <algorithm>
#include <numeric>

namespace mien::causal {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The run of digits at `i` without leading zeros; `i` moves behind it.
std::string_view number(std::string_view text, std::size_t& i) {
    while (i + 1 < text.size() && text[i] == '0' && isDigit(text[i + 1]))
        ++i;
    const std::size_t start = i;
    while (i < text.size() && isDigit(text[i]))
        ++i;
    return text.substr(start, i - start);
}

} // namespace

bool naturallyBefore(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const auto m = number(a, i);
            const auto n = number(b, j);
            if (m.size() != n.size())
                return m.size() < n.size();
            if (m != n)
                return m < n;
        } else if (a[i] != b[j]) {
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        } else {
            ++i, ++j;
        }
    }
    if ((i < a.size()) != (j < b.size()))
        return j < b.size();
    return a < b; // "X1" and "X01" are different names
}

std::vector<int> canonicalOrder(const std::vector<std::string>& names) {
    std::vector<int> order(names.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return naturallyBefore(names[static_cast<std::size_t>(a)], names[static_cast<std::size_t>(b)]);
    });
    return order;
}

} // namespace mien::causal
