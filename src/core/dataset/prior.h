// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/options.h"
#include "core/base/result.h"
#include "core/dataset/au_tokens.h"
#include "core/dataset/dataset.h"

#include <array>

namespace mien::dataset {

/// The 12 regions that the graph networks of AUW-GCN and Causal-Ex know, by their landmark: 18 19 20 | 23 24
/// 25 | 28 30 | 48 51 54 57.
inline constexpr std::size_t kPriorNodes = 12;

using PriorCounts = std::array<std::array<std::int64_t, kPriorNodes>, kPriorNodes>;
using PriorMatrix = std::array<std::array<double, kPriorNodes>, kPriorNodes>;

struct PriorOptions {
    std::string mapping = "released"; ///< see kMappings
    std::string tokens = "number";    ///< see kTokens
    /// Entries (i, i) are 0 before rows are normalised: Causal-Ex's figure 5 finds no self-loops better.
    bool zeroDiagonal = false;
    std::vector<std::string> subjects; ///< only these; empty: all
    std::vector<std::string> leaveOut; ///< not these: the test subjects

    /// released: AU 1 → nodes 0 1 4 5, 2 → 2 3, 12 and 14 → 8 10, 25 and 26 → 9 11, others dropped. It
    /// exchanges AU 1 and 2 against FACS and knows no AU 4. facs-extended: 1 → 2 3, 2 → 0 1 4 5, 4 → 0 … 5, 9
    /// → 6 7, 10 → 9, 12 13 14 15 20 → 8 10, 16 17 → 11, 18 23 24 25 26 27 28 → 9 11.
    static constexpr std::array<std::string_view, 2> kMappings{"released", "facs-extended"};
    static constexpr std::array<std::string_view, 2> kTokens{"number", "exact"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.mapping, OptionInfo{"mapping", "which nodes an action unit belongs to", 0, 0, kMappings});
        v(self.tokens, OptionInfo{"tokens", "number: \"L12C\" is 12; exact: it is none", 0, 0, kTokens});
        v(self.zeroDiagonal, OptionInfo{"zero-diagonal", "no region is its own neighbour"});
    }
    Result<void> validate() const;
};

/// The prior adjacency matrix B. A row of the table with exactly one mapped action unit adds 1 to (i, i) for
/// each of its nodes; with several, each unordered pair of units a, b adds 1 to (i, j) and to (j, i) for all
/// nodes i of a and j of b. Rows are then divided by their sum + 1e-6.
struct Prior {
    PriorCounts counts{};
    PriorMatrix normalised{};
    std::int64_t rows = 0;       ///< rows of the chosen subjects
    std::int64_t singleRows = 0; ///< with exactly one mapped action unit
    std::int64_t multiRows = 0;
    std::vector<std::string> subjects; ///< whose rows were counted, in order of appearance
    bool allSubjects = false;          ///< nobody left out: a test subject is among them

    std::int64_t usedRows() const { return singleRows + multiRows; }
};

/// "facs-extended"; else "released" where nobody was left out, "loso" where somebody was.
std::string_view kindOf(const Prior& prior, const PriorOptions& options);

/// NotFound where a subject that is named does not occur.
Result<Prior> priorOf(const Dataset& dataset, const PriorOptions& options);

/// Nodes of one action unit; empty where the mapping drops it.
std::vector<std::size_t> nodesOf(int actionUnit, std::string_view mapping);

} // namespace mien::dataset
