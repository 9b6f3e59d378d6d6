// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace mien::fairness {

/// Groups of a spotter's outputs that are corrected together (Eq. 7 names onset, offset, apex, type; the
/// "type" is taken as the action heads).
enum class Head {
    MicroStart,
    MicroEnd,
    MicroApex,
    MicroAction,
    MacroStart,
    MacroEnd,
    MacroApex,
    MacroAction
};
inline constexpr int kHeads = 8;
std::string_view nameOf(Head head); ///< "micro-onset", "micro-offset", …

/// λ of Eq. 8, of which no values are published: how much of each counterfactual is taken off. 0 leaves the
/// prediction as it is.
struct Lambdas {
    std::array<double, kHeads> null{};   ///< of P_null: null frames, dataset bias
    std::array<double, kHeads> masked{}; ///< of P_AU: all regions masked but E_f, AU bias
    bool logit = false;                  ///< subtract logits instead of probabilities

    bool allZero() const;
    bool operator==(const Lambdas&) const = default;
};

/// F = P − λ₁ P_null − λ₂ P_AU, clipped to 0 … 1; entries without λ untouched, so λ = 0 returns P bit for
/// bit. All three samples × 10 in the order of nn::SpottingOutput ({start, end, none}, …; "none" is never
/// changed). `masked` may be empty: no AU correction (no edge was directed); so may `null` where no λ asks
/// for it. InvalidArgument where lengths differ or a λ is negative or not finite.
Result<std::vector<float>> debiased(std::span<const float> predicted, std::span<const float> null,
                                    std::span<const float> masked, const Lambdas& lambdas);

} // namespace mien::fairness
