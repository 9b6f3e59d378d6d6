// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mien::annotation {

enum class ExpressionType : std::uint8_t { Micro, Macro };
enum class Side : std::uint8_t { Bilateral, Left, Right, Asymmetric };
/// FACS intensity, trace to maximum; Unscored where the coder gave none.
enum class Intensity : std::uint8_t { Unscored, A, B, C, D, E };

std::string_view nameOf(ExpressionType type); ///< "micro" | "macro"
std::string_view nameOf(Side side); ///< "bilateral" | "left" | "right" | "asymmetric" (the subject's)
std::string_view nameOf(Intensity intensity); ///< "" | "A" … "E"
std::optional<ExpressionType> expressionTypeFrom(std::string_view text);
std::optional<Side> sideFrom(std::string_view text);
std::optional<Intensity> intensityFrom(std::string_view text);

/// Longest micro-expression in seconds (MEGC rule; Yan et al. 2013).
inline constexpr double kMicroMaxSeconds = 0.5;

/// What a coder says happened: one object with three handles. onset <= apex <= offset, frames of the film,
/// offset included.
struct ExpressionEvent {
    FrameIndex onset;
    std::optional<FrameIndex> apex; ///< unknown where the coder gave none
    FrameIndex offset;
    ExpressionType type = ExpressionType::Macro;
    std::string actionUnits; ///< FACS code as written, e.g. "L12B+25"; may be empty
    Side side = Side::Bilateral;
    Intensity intensity = Intensity::Unscored;
    double confidence = 1.0; ///< 0 … 1
    std::string note;

    bool operator==(const ExpressionEvent&) const = default;
    FrameInterval interval() const { return {onset, offset}; }
    /// onset <= apex <= offset and onset >= 0.
    bool ordered() const;
};

/// How much one facial region took part in a spotted event.
struct RegionShare {
    std::string region;        ///< name of the region (motion/regions.h)
    double displacement = 0.0; ///< peak displacement, in hundredths of the distance between the eyes

    bool operator==(const RegionShare&) const = default;
};

/// What a spotter believes happened. Never mixed with human events.
struct Proposal {
    FrameIndex onset;
    FrameIndex apex;
    FrameIndex offset;
    ExpressionType type = ExpressionType::Macro;
    double score = 0.0;               ///< 0 … 1, the spotter's certainty
    std::vector<RegionShare> regions; ///< strongest first
    std::string looksLike;            ///< "" for an expression; else "blink", "speech", "head movement"
    std::string spotter;              ///< name and version of what proposed it

    bool operator==(const Proposal&) const = default;
    FrameInterval interval() const { return {onset, offset}; }
};

} // namespace mien::annotation
