// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/scm_noise.h"

namespace mien::synthesis {

std::uint64_t Exogenous::seedOf(std::string_view variable) const {
    if (const auto found = m_replaced.find(variable); found != m_replaced.end())
        return found->second;
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a, 64 bit
    for (const char c : variable)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return SmallRng::derived(m_seed ^ hash, m_index).next();
}

double normalShare(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

double customUniform(SmallRng& rng, double custom, double strength) {
    return normalShare(strength * custom + std::sqrt(1.0 - strength * strength) * rng.normal());
}

} // namespace mien::synthesis
