// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace mien::synthesis {

/// The exogenous noise U of one sample: for every variable of the model a stream of random numbers of its
/// own, named after the variable. An equation draws from its own stream alone, so an intervention on one
/// variable changes nothing that another one draws: this is what makes twins share all their noise.
class Exogenous {
public:
    Exogenous() = default;
    /// Streams of sample `index` under `seed`; those of different samples are independent.
    Exogenous(std::uint64_t seed, std::uint64_t index) : m_seed(seed), m_index(index) {}

    /// The noise of `variable`; `part` tells apart what must stay independent inside one variable.
    SmallRng stream(std::string_view variable, std::uint64_t part = 0) const {
        return SmallRng::derived(seedOf(variable), part);
    }
    std::uint64_t seedOf(std::string_view variable) const;
    /// Gives one variable other noise than seed and index say: that of a recorded or of another sample.
    void replace(std::string_view variable, std::uint64_t seed) { m_replaced[std::string(variable)] = seed; }

    std::uint64_t seed() const { return m_seed; }
    std::uint64_t index() const { return m_index; }
    bool operator==(const Exogenous&) const = default;

private:
    std::uint64_t m_seed = 0, m_index = 0;
    std::map<std::string, std::uint64_t, std::less<>> m_replaced;
};

/// Distribution function of the standard normal.
double normalShare(double z);

/// A uniform number that correlates with a custom: Φ(s·c + √(1−s²)·z) with z standard normal. Where c is
/// standard normal over subjects, the number is uniform for every s, and its normal score correlates with c
/// by s exactly.
double customUniform(SmallRng& rng, double custom, double strength);

} // namespace mien::synthesis
