// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::ui {

/// Two coders mean the same event where their intervals overlap by this share of their union, the rule by
/// which spotting is scored too (MEGC), and say the same type.
inline constexpr double kSameEventIou = 0.5;

/// Events that not every coder of the film has, in order of onset: what two people should look at
/// together. nullopt: fewer than two coders have coded the film, so that there is nothing to agree on.
std::optional<std::vector<project::Event>> disagreements(const std::vector<project::Tier>& tiers,
                                                         const std::vector<project::Event>& events);

} // namespace mien::ui
