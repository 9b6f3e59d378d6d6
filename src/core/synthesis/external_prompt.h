// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/synthesis/action_unit_code.h"
#include "core/synthesis/generator.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mien::synthesis {

/// What an image-to-video model is told. Text is all that reaches it: unlike the other generators it has no
/// input for Z, so that what it shows must be measured afterwards.
struct ExternalPrompt {
    std::string positive;
    std::string negative;
};

/// Composes the prompts of guide E1 from Z (the units, with sides and intensities) and Y (`emotion`, may be
/// empty). Parts of the negative prompt that would forbid what is asked are left out: the paper's "open
/// mouth" with AU 25, 26 and 27, which surprise needs; "closed eyes" with AU 43 and 45; "extreme expression"
/// with macro-expressions.
ExternalPrompt composePrompt(std::string_view emotion, std::span<const PlantedUnit> units,
                             std::optional<annotation::ExpressionType> type);

/// The action units there are words for.
std::span<const GeneratorUnit> externalUnits();

} // namespace mien::synthesis
