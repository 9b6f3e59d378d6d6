// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/film_checks.h"
#include "core/synthesis/action_unit_code.h"
#include "core/synthesis/external_model.h"

namespace mien::pipeline {

/// What `synth external` is asked for: films of the generator `external`, kept only if they pass.
struct ExternalSpec {
    std::vector<std::filesystem::path> sources; ///< portraits: images or films; each is a person
    std::string actionUnits;                    ///< Z; empty: drawn from the table for each clip
    std::vector<std::string> emotions; ///< elicited in turn; empty: all of the table, or none with Z given
    std::string table = "mie-x";       ///< emotion table (synthesis/emotion_table.h)
    std::string intensity; ///< A … E of units that carry none; empty: C, or the table's for drawn units
    std::string type = "micro"; ///< "micro" | "macro" | "any"
    int count = 1;              ///< clips of each person
    int attempts = 3;           ///< films asked for, with another seed each, before a clip is given up
    int frames = 161;
    Rational fps{24, 1};
    int size = 256; ///< pixels, width and height
    double faceFraction = 0.5;
    std::uint64_t seed = 0;
    bool keepRejected = false; ///< keep the films that failed as well, beside their figures
    FilmLimits limits;

    static constexpr std::string_view kTypes[] = {"micro", "macro", "any"};
    static constexpr std::string_view kIntensities[] = {"", "A", "B", "C", "D", "E"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.actionUnits,
          OptionInfo{"au", "action units, e.g. 1+4 or L12B; otherwise drawn for the emotion"});
        v(self.table, OptionInfo{"emotion-table", "emotion table: facs-prototypes, mie-x or a file"});
        v(self.intensity, OptionInfo{"intensity", "A … E, of units that carry none", 0, 0, kIntensities});
        v(self.type, OptionInfo{"type", "micro, macro or any", 0, 0, kTypes});
        v(self.count, OptionInfo{"count", "clips of each person", 1, 100'000});
        v(self.attempts, OptionInfo{"attempts", "films asked for before a clip is given up", 1, 1000});
        v(self.frames, OptionInfo{"frames", "length of a film in frames", 9, 100'000});
        v(self.size,
          OptionInfo{"size", "width and height in pixels; LTX-Video wants multiples of 32", 64, 4096});
        v(self.faceFraction,
          OptionInfo{"face-fraction", "width of the face over width of the film", 0.2, 0.8});
        v(self.seed, OptionInfo{"seed", "seed of what is drawn and of the model's noise"});
        v(self.keepRejected, OptionInfo{"keep-rejected", "keep the films that failed beside their figures"});
        FilmLimits::visit(self.limits, v);
    }
    /// Everything that can be judged without portraits and model.
    Result<void> validate() const;
};

/// One clip to be had: who, Z, Y and what the model is told. Attempts differ in their seed alone.
struct ExternalTask {
    std::string id, subject;
    std::size_t source = 0; ///< place in ExternalSpec::sources
    std::string elicited;   ///< the emotion it was drawn for; empty with Z given and no emotion
    std::string label;      ///< Y = f_Z(Z) where Z was drawn; otherwise the emotion given
    std::vector<synthesis::PlantedUnit> units;
    std::optional<annotation::ExpressionType> type;
    std::vector<std::uint64_t> seeds; ///< one an attempt, below 2^53
    std::string prompt, negative;

    std::string actionUnits() const; ///< "1B+L12C"
};

/// All clips of the spec, person by person. The same spec gives the same tasks; a larger count or more
/// attempts only add to them.
Result<std::vector<ExternalTask>> planExternal(const ExternalSpec& spec);

} // namespace mien::pipeline
