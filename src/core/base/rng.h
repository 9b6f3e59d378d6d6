// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace mien {

/// SplitMix64 (Steele, Lea and Flood 2014): eight bytes of state, nothing to set up. For streams of which few
/// numbers are drawn; setting up a Mersenne twister costs more than three hundred of its numbers.
class SplitMix64 {
public:
    explicit SplitMix64(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t operator()() { return finalised(m_state += kGamma); }
    static std::uint64_t finalised(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    static constexpr std::uint64_t kGamma = 0x9e3779b97f4a7c15ULL;

private:
    std::uint64_t m_state;
};

/// Seeded random numbers that are the same with every standard library: the engines are standardised, the
/// distributions of <random> are not, so they are written out here.
template <class Engine>
class BasicRng {
public:
    explicit BasicRng(std::uint64_t seed) : m_engine(seed) {}

    std::uint64_t next() { return m_engine(); }
    /// Uniform in [0, 1).
    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform integer in [0, n); n > 0. The bias is below n / 2^64.
    std::uint64_t below(std::uint64_t n) {
        return static_cast<std::uint64_t>(static_cast<Wide>(m_engine()) * n >> 64);
    }
    /// Standard normal by Box and Muller.
    double normal() {
        const double u = 1.0 - uniform();
        const double v = uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
    }
    /// A generator of its own for a named sub-task, independent of how many numbers were drawn here.
    static BasicRng derived(std::uint64_t seed, std::uint64_t stream) {
        return BasicRng(SplitMix64::finalised(seed + SplitMix64::kGamma * (stream + 1)));
    }

private:
    __extension__ using Wide = unsigned __int128;
    Engine m_engine;
};

using Rng = BasicRng<std::mt19937_64>;
using SmallRng = BasicRng<SplitMix64>;

} // namespace mien
