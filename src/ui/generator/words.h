// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/scm.h"

#include <QString>

namespace mien::ui {

/// Translated words for what the core names in English.
QString unitText(int number);               ///< "Lip corner puller"; "AU 28" where FACS names none we know
QString unitHint(int number);               ///< what moves, in a few words of plain language
QString emotionText(std::string_view name); ///< "happiness"; the name itself for one of a file
QString nodeText(std::string_view name);    ///< title of a node of the causal graph
QString nodeHint(std::string_view name);    ///< one sentence on what the node is
QString arrowText(std::string_view why);    ///< why the arrow is there
QString sideWord(annotation::Side side);    ///< "right", "both sides", "left"
QString typeWord(annotation::ExpressionType type);

} // namespace mien::ui
