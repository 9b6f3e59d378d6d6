// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/spotting_network.h"
#include "core/spotting/network_proposals.h"

#include <string_view>

namespace mien::spotting {

/// The graph that a network passes messages along: C = normalise(A + B), see causal::combined().
struct GraphUse {
    bool film = true;               ///< A: the causal graph of the film's regions
    std::string edges = "directed"; ///< which edges of it
    bool transpose = false;         ///< an effect gathers from its causes instead of the reverse
    std::string scope = "film";     ///< of each film, or, for parity, of whatever shares a batch
    double alpha = 0.01;            ///< level of the tests
    std::string samples = "effective";
    std::string prior = "loso";    ///< B: co-occurrence of the training labels' action units
    bool selfLoops = false;        ///< keep the diagonal; Causal-Ex's Fig. 5 finds none better
    bool laterLayersPrior = false; ///< all layers but the first use B alone, as the released code does

    static constexpr std::array<std::string_view, 2> kEdges{"directed", "any-edge"};
    static constexpr std::array<std::string_view, 2> kScopes{"film", "batch"};
    /// all: every frame counts as an independent sample, as the released code has it.
    static constexpr std::array<std::string_view, 2> kSamples{"effective", "all"};
    /// released and loso: the mapping of AUW-GCN's files, of all subjects (test subjects too: a leak, for
    /// parity) or of the training subjects; facs: a corrected and extended mapping, of the training subjects.
    static constexpr std::array<std::string_view, 4> kPriors{"none", "released", "loso", "facs"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.film, OptionInfo{"film-graph", "use the causal graph of each film's regions"});
        v(self.edges, OptionInfo{"edges", "which edges of the causal graph", 0, 0, kEdges});
        v(self.transpose, OptionInfo{"transpose", "effects gather from causes"});
        v(self.scope, OptionInfo{"graph-scope", "whose frames make one causal graph", 0, 0, kScopes});
        v(self.alpha, OptionInfo{"alpha", "level of the tests of independence", 1e-9, 0.5});
        v(self.samples, OptionInfo{"graph-samples", "how many samples the frames count for", 0, 0, kSamples});
        v(self.prior,
          OptionInfo{"prior", "co-occurrence of action units that joins the causal graph", 0, 0, kPriors});
        v(self.selfLoops, OptionInfo{"self-loops", "regions are their own neighbours"});
        v(self.laterLayersPrior,
          OptionInfo{"later-layers-prior", "only the first layer uses the causal graph (released code)"});
    }
    bool operator==(const GraphUse&) const = default;
};

/// How a network is trained.
struct Optimisation {
    int epochs = 100;
    int batch = 128; ///< windows
    double learningRate = 0.01;
    double decay = 0.96; ///< of the learning rate after each epoch
    double weightDecay = 1e-4;
    double clipNorm = 0.0;   ///< 0: gradients are not clipped
    double macroShare = 0.5; ///< r, the weight of macro-expressions in the loss
    bool mirror = false;     ///< half of the windows of an epoch are seen in a mirror
    double gain = 0.0;       ///< movement of a window is scaled by 1 + this at most, up or down
    std::string selection = "validation";
    double validationShare = 0.15; ///< of the training subjects, set aside to choose epoch and thresholds
    int patience = 25;             ///< epochs without a better validation F1 before training ends

    /// Which epoch's weights are kept. validation: the best on training subjects that were set aside; last:
    /// the last one; oracle: the best on the test subjects, which is a leak and for parity with published
    /// figures alone.
    static constexpr std::array<std::string_view, 3> kSelections{"validation", "last", "oracle"};

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.epochs, OptionInfo{"epochs", "most passes over the training windows", 1, 100'000});
        v(self.batch, OptionInfo{"batch", "windows of one step", 1, 65'536});
        v(self.learningRate, OptionInfo{"learning-rate", "of AdamW in the first epoch", 1e-8, 10});
        v(self.decay, OptionInfo{"decay", "of the learning rate from epoch to epoch", 0.01, 1});
        v(self.weightDecay, OptionInfo{"weight-decay", "of AdamW; not of biases and batch norms", 0, 10});
        v(self.clipNorm, OptionInfo{"clip", "largest norm of the gradients; 0: any", 0, 1e6});
        v(self.macroShare, OptionInfo{"macro-share", "weight of macro-expressions in the loss", 0, 100});
        v(self.mirror, OptionInfo{"mirror", "show half of the windows in a mirror"});
        v(self.gain,
          OptionInfo{"gain", "make a window's movement larger or smaller by up to this share", 0, 9});
        v(self.selection, OptionInfo{"selection", "which epoch's weights are kept", 0, 0, kSelections});
        v(self.validationShare,
          OptionInfo{"validation-share", "of the training subjects, to choose epoch and thresholds", 0, 0.9});
        v(self.patience,
          OptionInfo{"patience", "epochs without a better validation F1 before it ends", 1, 100'000});
    }
};

/// Everything that decides what a training makes of its films.
struct SpottingRecipe {
    std::string preset = "mien";
    nn::SpottingShape shape;
    InputOptions input;
    LabelOptions labels;
    WindowOptions windows;
    GraphUse graph;
    Optimisation optimisation;
    ProposalOptions proposals;
    bool limitsFromTraining =
        true; ///< durations and distances of the training expressions; false: as in `proposals`
    bool tuneThresholds = true; ///< apex thresholds chosen on the validation subjects

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        nn::SpottingShape::visit(self.shape, v);
        InputOptions::visit(self.input, v);
        LabelOptions::visit(self.labels, v);
        WindowOptions::visit(self.windows, v);
        GraphUse::visit(self.graph, v);
        Optimisation::visit(self.optimisation, v);
        ProposalOptions::visit(self.proposals, v);
        v(self.limitsFromTraining,
          OptionInfo{"limits-from-training", "lengths of proposals as the training expressions have them"});
        v(self.tuneThresholds,
          OptionInfo{"tune-thresholds", "choose apex thresholds on validation subjects"});
    }
    /// InvalidArgument naming the first field that makes no sense; also sets shape.channels by the input.
    Result<void> settle();
};

/// Sets the field that visit() calls `name`. InvalidArgument naming it: no such field, a value of another
/// kind or out of range.
Result<void> set(SpottingRecipe& recipe, std::string_view name, std::string_view value);

/// Every field as a line "name=value": equal texts, equal recipes.
std::string textOf(const SpottingRecipe& recipe);

struct RecipePreset {
    std::string_view name;
    std::string_view description;
    SpottingRecipe (*recipe)();
};
/// mien (default), causal-ex (the paper's equations), causal-ex-code (as released), auw-gcn, auw-gcn-samm.
std::span<const RecipePreset> recipePresets();
/// InvalidArgument naming the presets.
Result<SpottingRecipe> recipePreset(std::string_view name);

} // namespace mien::spotting
