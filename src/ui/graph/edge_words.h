// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/content.h"

namespace mien::ui::graph {

/// What an edge says, for people who do not read marks: "R3 is a cause of R9". The sentences of
/// causal::meaningOf(), translated.
QString meaningOf(const QString& a, const QString& b, causal::Mark atA, causal::Mark atB);

/// "A o→ B" with the signs of the picture's legend.
QString signOf(causal::Mark atA, causal::Mark atB);

/// One line for screen readers and lists: names, then meaning; for differences which graph says what.
QString edgeLine(const Content& content, const Edge& edge);

/// Lines of a tooltip: meaning, p-value, stability, notes.
QString edgeTip(const Content& content, const Edge& edge);
QString nodeTip(const Content& content, int node);

} // namespace mien::ui::graph
