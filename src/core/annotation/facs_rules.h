// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_code.h"

#include <span>

namespace mien::annotation {

enum class FacsLevel : std::uint8_t {
    Hint,    ///< worth a second look
    Warning, ///< most likely a slip
    Error    ///< against the notation, or two codes that exclude each other
};
std::string_view nameOf(FacsLevel level); ///< "hint" | "warning" | "error"

struct FacsRule;

/// A rule that a code breaks, and where: the codes it is about, in the order written.
struct FacsFinding {
    const FacsRule* rule = nullptr; ///< a row of facsRules()
    std::vector<FacsSpan> where;
};

/// What a rule looks at.
struct FacsRuleInput {
    const FacsCode& code;
    std::vector<FacsOccurrence> all; ///< code.occurrences()
};

/// Where a rule is broken: one list of places a finding.
using FacsPlaces = std::vector<std::vector<FacsSpan>>;

/// One row of the table of rules. Two codes are compared only where both are certain: alternatives,
/// references and doubted codes exclude nothing.
struct FacsRule {
    std::string_view id;
    FacsLevel level;
    std::string_view sentence; ///< what is wrong and what to do
    FacsPlaces (*check)(const FacsRuleInput&);
};

std::span<const FacsRule> facsRules();

/// Every rule against one code, in the order of the table.
std::vector<FacsFinding> checkFacs(const FacsCode& code);

} // namespace mien::annotation
