// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/discover.h"
#include "ui/graph_workspace/graph_parameters.h"

#include <QStringList>

namespace mien::ui {

/// Of a pair without an edge: what made them independent.
QString separationText(const causal::FciResult& result, const QStringList& labels, int a, int b);

/// Of its natural logarithm: "0.0032", "< 1e-300".
QString pText(double logP);

QString presetText(GraphPreset preset);
QString algorithmText(causal::Algorithm algorithm);
QString testText(causal::TestKind test);
QString sampleSizeText(causal::SampleSize size);
QString colliderText(causal::ColliderRule rule);
/// The label under a picture: what made it.
QString madeText(const GraphParameters& parameters, GraphPreset preset);
/// Which end was set by which rule, for "why".
QString reasonOfEnd(causal::Reason reason);

} // namespace mien::ui
