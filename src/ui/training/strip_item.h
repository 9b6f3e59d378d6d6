// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"

#include <QString>

namespace mien::ui {

/// One interval of a strip below the curves.
struct StripItem {
    FrameInterval frames;
    annotation::ExpressionType type = annotation::ExpressionType::Micro;
    QString looksLike = {}; ///< a blink …, for people; empty: an expression
};

} // namespace mien::ui
