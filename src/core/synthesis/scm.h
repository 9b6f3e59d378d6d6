// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/customs.h"
#include "core/synthesis/nuisance.h"
#include "core/synthesis/timing_prior.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mien::synthesis {

/// f_Z of a face that shows nothing.
inline constexpr std::string_view kNeutral = "neutral";

/// Why a unit is there.
enum class UnitOrigin : std::uint8_t { Emotion, Habit, Planted, Intervention };
std::string_view nameOf(UnitOrigin origin); ///< "emotion" | "habit" | "planted" | "intervention"

/// One action unit event of Z. Seconds of the film.
struct UnitEvent {
    UnitState state;
    UnitOrigin origin = UnitOrigin::Emotion;
    EpisodeTiming timing;

    bool operator==(const UnitEvent&) const = default;
};

/// One expression: what elicited it, what the face did, what the coder calls it.
struct Episode {
    std::string emotion; ///< elicited; the cause of Z
    annotation::ExpressionType type = annotation::ExpressionType::Micro;
    EpisodeTiming timing; ///< earliest onset … latest offset of its units, apex of its main unit
    std::vector<UnitEvent> units;
    std::string label; ///< Y = f_Z(Z) + ε_Y

    bool operator==(const Episode&) const = default;
};

/// A link that should not be there, of known strength: with probability `strength` the class decides.
struct PlantedLink {
    enum class Kind : std::uint8_t { Unit, Light, Camera, Duration };
    Kind kind = Kind::Unit;
    std::string emotion; ///< the class
    int unit = 0;        ///< Kind::Unit: the action unit that comes with it; no part of any emotion in use
    double strength = 0.0;
    double factor = 1.0;         ///< Kind::Duration: how much longer the expressions last
    std::string split = "train"; ///< "train", "test" or "all": where it holds
};
std::string_view nameOf(PlantedLink::Kind kind); ///< "unit" | "light" | "camera" | "duration"

/// The equations' parameters.
struct ScmOptions {
    EmotionTable table;          ///< only the emotions in use
    std::vector<double> weights; ///< of the emotions where nothing else decides; empty: all the same
    /// Weights that replace them in one split only: a planted imbalance.
    std::map<std::string, std::vector<double>> splitWeights;
    struct Person {
        std::string id;
        std::string split = "train"; ///< "train" or "test"; never both
        std::size_t portraits = 1;
    };
    std::vector<Person> people; ///< at least one
    SubjectStrength subject;
    std::vector<PlantedLink> planted;
    NuisanceOptions nuisance;
    double labelNoise = 0.0; ///< ε_Y: probability of another label, evenly among the others
    double lengthS = 161.0 / 24.0;
    double neutralS = 0.3; ///< least neutral stretch before, between and after expressions
    int episodes = 1;
    double microShare = 1.0; ///< probability that an expression is a micro-expression
    std::uint64_t seed = 1;
};

/// do(): values that replace the equations of their variables. Anything absent keeps its equation.
struct Interventions {
    std::optional<std::size_t> subject, portrait;
    std::optional<std::string> emotion, label; ///< of every episode
    std::optional<annotation::ExpressionType> type;
    /// Z of every episode: these units and no others, with the episode's timing.
    std::optional<std::vector<UnitState>> units;
    /// Single units of Z: set to this side and level; level 0 takes the unit away. The rest of Z keeps its
    /// equation.
    std::vector<UnitState> unitChanges;
    std::optional<EpisodeTiming> timing; ///< of the only episode
    std::optional<Light> light;
    std::optional<Camera> camera;
    std::optional<Head> head;
    std::optional<std::vector<BlinkAt>> blinks;
    std::optional<std::vector<GazeShift>> gaze;
    std::optional<std::vector<Syllable>> speech;

    bool operator==(const Interventions&) const = default;
    /// The variables whose arrows are cut, by the names of the graph.
    std::vector<std::string> variables() const;
};

/// One draw of all endogenous variables (X excepted: scm_clip.h renders it), with the noise that it came
/// from.
struct Sample {
    Exogenous noise;
    Interventions done;
    std::size_t subject = 0, portrait = 0;
    std::string split;
    std::vector<Episode> episodes;
    Light light;
    Camera camera;
    Head head;
    std::vector<BlinkAt> blinks;
    std::vector<GazeShift> gaze;
    std::vector<Syllable> speech;
    std::vector<std::string> followed; ///< planted links that decided something here, "unit 18", "light" …

    bool operator==(const Sample&) const = default;
};

/// The structural causal model of ADR 6: Subject → (emotion → Z → label), X from everything.
class Scm {
public:
    /// InvalidArgument where a planted unit belongs to an emotion in use, a strength is outside 0 … 1 …
    static Result<Scm> create(ScmOptions options);

    /// The sample of this index; with interventions, from the mutilated model with the same noise.
    Result<Sample> sample(std::uint64_t index, const Interventions& done = {}) const;
    /// The same from given noise.
    Result<Sample> sample(const Exogenous& noise, const Interventions& done = {}) const;

    /// The noise that a sample came from. Exact, because a sample carries its streams.
    static const Exogenous& abduct(const Sample& sample) { return sample.noise; }
    /// Abduction, action, prediction: the same noise and the interventions the sample came under, then
    /// `action` on top of them. Without an action it gives back the sample.
    Result<Sample> counterfactual(const Sample& factual, const Interventions& action) const;

    const ScmOptions& options() const { return m_options; }
    const Customs& customs(std::size_t subject) const { return m_customs[subject]; }

private:
    explicit Scm(ScmOptions options);
    std::size_t emotionOf(const Exogenous& noise, std::uint64_t episode, std::size_t subject) const;
    std::vector<UnitEvent> unitsOf(const Exogenous& noise, std::uint64_t episode, Sample& sample,
                                   const Episode& so) const;
    void timeUnits(const Exogenous& noise, std::uint64_t episode, Episode& so) const;
    std::string labelOf(const Exogenous& noise, std::uint64_t episode, std::size_t subject,
                        const std::vector<UnitEvent>& units) const;
    const PlantedLink* follows(PlantedLink::Kind kind, const std::string& emotion, const std::string& split,
                               double drawn) const;

    ScmOptions m_options;
    std::vector<Customs> m_customs;
};

} // namespace mien::synthesis
