// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/discover.h"

#include <QVariantMap>

#include <span>

namespace mien::ui {

/// How thoroughly a graph is searched.
enum class GraphPreset {
    Interactive, ///< capped possible-d-sep: answers while a slider is dragged
    Complete,    ///< no caps
    Fast         ///< no possible-d-sep: may keep edges that should go
};

inline constexpr int kMostLags = 5;
inline constexpr double kLeastGiven = 4.0, kMostGiven = 1e9; ///< samples that may be given

/// What the controls of the Graph workspace say.
struct GraphParameters {
    double alpha = 0.01;
    int maxDepth = -1; ///< largest conditioning set; -1: no limit
    int lags = 0;      ///< 0: samples are not followed over time
    GraphPreset preset = GraphPreset::Interactive;
    causal::ColliderRule colliders = causal::ColliderRule::SeparatingSet;
    causal::Algorithm algorithm = causal::Algorithm::Fci;
    bool selectionBias = true;
    causal::TestKind test = causal::TestKind::FisherZ;
    causal::Missing missing = causal::Missing::Listwise;
    causal::SampleSize sampleSize = causal::SampleSize::Effective;
    double givenSamples = 100.0; ///< for SampleSize::Given

    bool operator==(const GraphParameters&) const = default;
};

/// What of the parameters the data allow.
struct DataTraits {
    bool film = false;  ///< measured movement
    bool codes = false; ///< every column has few different values
    bool gaps = false;  ///< values are missing
    bool operator==(const DataTraits&) const = default;
};
DataTraits traitsOf(const causal::Table& table);

/// The nearest to what is wanted that can be searched: RFCI knows no lags and needs no caps, tests of
/// categories need codes and complete rows, residuals are those of Fisher's z on complete rows.
GraphParameters allowed(GraphParameters wanted, const DataTraits& data);

/// `wanted` with what a person changed from one to the other.
GraphParameters changedBy(const GraphParameters& wanted, const GraphParameters& before,
                          const GraphParameters& after);

/// As settings keep them; whatever is not understood is as delivered.
QVariantMap toMap(const GraphParameters& parameters);
GraphParameters parametersFrom(const QVariantMap& map);

/// The same for the search, `variables` being those it will see.
causal::DiscoverOptions optionsOf(const GraphParameters& parameters, int variables);

/// The steps of the slider for alpha, ascending.
std::span<const double> alphaSteps();
int nearestAlpha(double alpha); ///< its place among them

} // namespace mien::ui
