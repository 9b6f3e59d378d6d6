// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/spotting_set.h"

#include <cstdint>
#include <string_view>

namespace mien::bench {

enum class Link { Durations, Regions, Group, Light };

/// What is linked in a set of films, and how strongly: 0 … 1.
struct Planted {
    Link link = Link::Durations;
    double strength = 0.0;
};

/// Between whose films the gap is, as fairness::audit() names it.
std::string_view attributeOf(Link link);

/// `subjects` people of every kind in turn, each with one film of 30 s: motion of the 12 regions as the
/// tracker would give it, never rendered. Streams of the same seed and number are the same person with the
/// same tremor, whatever is planted.
void addFilms(training::SpottingSet& set, int subjects, const Planted& planted, std::uint64_t seed,
              std::uint64_t stream);

} // namespace mien::bench
