// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_content.h"

#include <QColor>

#include <array>

namespace mien::ui::timeline {

/// Every colour of the timeline. Text and curves have a contrast of at least 4.5 : 1 with what they lie on;
/// hues follow Okabe and Ito (2008), told apart with the three common colour-vision deficiencies. Nothing is
/// said by colour alone: micro and macro differ in shape and letter, proposals are hatched.
struct TimelinePalette {
    QColor background; ///< of lanes and tiers
    QColor alternate;  ///< every second row
    QColor header;     ///< left column and ruler
    QColor line;       ///< between rows
    QColor grid;       ///< vertical lines of the ruler's main ticks
    QColor text;
    QColor quietText; ///< units, coders, minor labels
    QColor playhead;
    QColor loop;   ///< laid over with low opacity
    QColor accent; ///< selection and focus
    QColor micro;  ///< fill of items
    QColor macro;
    QColor onItem;               ///< text on item fills
    QColor dimmed;               ///< outline and text of rejected items
    QColor notScorable;          ///< hatch lines
    QColor watched;              ///< band on the ruler
    std::array<QColor, 6> lanes; ///< by LaneRole

    static TimelinePalette dark();
    static TimelinePalette light();
    const QColor& lane(LaneRole role) const { return lanes[static_cast<std::size_t>(role)]; }
};

/// WCAG 2 contrast ratio of two opaque colours, 1 … 21.
double contrast(const QColor& a, const QColor& b);

} // namespace mien::ui::timeline
