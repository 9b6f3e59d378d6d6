// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/recipe_words.h"

#include <QCoreApplication>

#include <array>

namespace mien::ui {
namespace {

// What the options and presets of spotting::SpottingRecipe say, for translators; a test compares.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("Recipes", "graph convolutions"),
    QT_TRANSLATE_NOOP("Recipes", "features of a node after a graph convolution"),
    QT_TRANSLATE_NOOP("Recipes", "channels of the convolutions over time"),
    QT_TRANSLATE_NOOP("Recipes", "max-pooling over time after the first two convolutions"),
    QT_TRANSLATE_NOOP("Recipes", "frames a second that films are resampled to"),
    QT_TRANSLATE_NOOP("Recipes", "what of a region's motion the network sees"),
    QT_TRANSLATE_NOOP("Recipes", "least samples from the apex to start and end"),
    QT_TRANSLATE_NOOP("Recipes", "most samples from the apex to start and end"),
    QT_TRANSLATE_NOOP("Recipes", "least samples from start to end"),
    QT_TRANSLATE_NOOP("Recipes", "most samples from start to end"),
    QT_TRANSLATE_NOOP("Recipes", "least probability of a micro-expression's apex"),
    QT_TRANSLATE_NOOP("Recipes", "least probability of a macro-expression's apex"),
    QT_TRANSLATE_NOOP("Recipes", "which samples may be an apex"),
    QT_TRANSLATE_NOOP("Recipes", "overlap above which the less certain of two proposals is dropped"),
    QT_TRANSLATE_NOOP("Recipes", "most micro-expressions of a film; 0: any number"),
    QT_TRANSLATE_NOOP("Recipes", "most macro-expressions of a film; 0: any number"),
    QT_TRANSLATE_NOOP("Recipes",
                      "samples beside a micro-expression's start, apex and end that count as such"),
    QT_TRANSLATE_NOOP("Recipes", "the same of macro-expressions"),
    QT_TRANSLATE_NOOP("Recipes", "width in samples of the soft score around an apex"),
    QT_TRANSLATE_NOOP("Recipes", "an apex or offset on frame 0 counts as unknown, as in AUW-GCN"),
    QT_TRANSLATE_NOOP("Recipes", "samples of a training window"),
    QT_TRANSLATE_NOOP("Recipes", "samples of context on each side"),
    QT_TRANSLATE_NOOP("Recipes", "samples from one window to the next"),
    QT_TRANSLATE_NOOP("Recipes", "leave out windows in which nothing happens"),
    QT_TRANSLATE_NOOP("Recipes", "use the causal graph of each film's regions"),
    QT_TRANSLATE_NOOP("Recipes", "which edges of the causal graph"),
    QT_TRANSLATE_NOOP("Recipes", "effects gather from causes"),
    QT_TRANSLATE_NOOP("Recipes", "whose frames make one causal graph"),
    QT_TRANSLATE_NOOP("Recipes", "level of the tests of independence"),
    QT_TRANSLATE_NOOP("Recipes", "how many samples the frames count for"),
    QT_TRANSLATE_NOOP("Recipes", "co-occurrence of action units that joins the causal graph"),
    QT_TRANSLATE_NOOP("Recipes", "regions are their own neighbours"),
    QT_TRANSLATE_NOOP("Recipes", "only the first layer uses the causal graph (released code)"),
    QT_TRANSLATE_NOOP("Recipes", "most passes over the training windows"),
    QT_TRANSLATE_NOOP("Recipes", "windows of one step"),
    QT_TRANSLATE_NOOP("Recipes", "of AdamW in the first epoch"),
    QT_TRANSLATE_NOOP("Recipes", "of the learning rate from epoch to epoch"),
    QT_TRANSLATE_NOOP("Recipes", "of AdamW; not of biases and batch norms"),
    QT_TRANSLATE_NOOP("Recipes", "largest norm of the gradients; 0: any"),
    QT_TRANSLATE_NOOP("Recipes", "weight of macro-expressions in the loss"),
    QT_TRANSLATE_NOOP("Recipes", "show half of the windows in a mirror"),
    QT_TRANSLATE_NOOP("Recipes", "make a window's movement larger or smaller by up to this share"),
    QT_TRANSLATE_NOOP("Recipes", "which epoch's weights are kept"),
    QT_TRANSLATE_NOOP("Recipes", "of the training subjects, to choose epoch and thresholds"),
    QT_TRANSLATE_NOOP("Recipes", "epochs without a better validation F1 before it ends"),
    QT_TRANSLATE_NOOP("Recipes", "lengths of proposals as the training expressions have them"),
    QT_TRANSLATE_NOOP("Recipes", "choose apex thresholds on validation subjects"),
    QT_TRANSLATE_NOOP(
        "Recipes",
        "Causal-Ex's network without messages, which also sees where regions stand against their rest"),
    QT_TRANSLATE_NOOP("Recipes",
                      "the equations of Causal-Ex: film graphs in both layers, no test subject in B"),
    QT_TRANSLATE_NOOP("Recipes", "Causal-Ex as released: graphs of batches, B alone in the second layer"),
    QT_TRANSLATE_NOOP("Recipes", "the network of AUW-GCN with its constants for CAS(ME)²"),
    QT_TRANSLATE_NOOP("Recipes", "the network of AUW-GCN with its constants for SAMM Long Videos"),
};

} // namespace

QString recipeText(std::string_view sentence) {
    for (const char* known : kSentences)
        if (sentence == known)
            return QCoreApplication::translate("Recipes", known);
    return QString::fromUtf8(sentence.data(), static_cast<qsizetype>(sentence.size()));
}

} // namespace mien::ui
