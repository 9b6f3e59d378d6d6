// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_state.h"

#include <QImage>
#include <QPainter>

namespace mien::ui::timeline {

/// How an item is drawn, wherever it is drawn.
struct ItemLook {
    bool selected = false;
    bool hovered = false;
    bool editable = false;
    bool hit = false;        ///< a search found it
    bool passedOver = false; ///< a search is on and did not find it
    std::optional<Handle> focusedHandle;
};

/// Draws one item into `rect` (logical pixels of the painter). Micro-expressions have pointed ends and a µ,
/// macro-expressions are blocks with an M; what no person has said is hatched.
void paintItem(QPainter& painter, const TimelineState& state, const Item& item, const QRectF& rect,
               const ItemLook& look);

/// Only the label: for the visible rest of an item that begins further left.
void paintLabelAt(QPainter& painter, const TimelineState& state, const Item& item, const QRectF& rect);

/// Draws columns fromX … toX-1 (device pixels of the time area) of a tier into `image`.
void paintTier(QImage& image, const TimelineState& state, std::size_t tier, int fromX, int toX);

} // namespace mien::ui::timeline
