// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>

#include <optional>
#include <span>
#include <string_view>

namespace mien::ui {

/// A region of motion::regions() on the drawn face.
struct RegionPlace {
    std::string_view region;
    double x, y; ///< in its unit square; left is the picture's left, as on the film
};

std::span<const RegionPlace> regionPlaces();
/// nullopt for a name that the drawing lacks.
std::optional<QPointF> regionPlace(std::string_view region);

/// A plain face in the unit square, symmetrical; drawn 0.886 times as wide as high it looks natural.
QPainterPath drawnFace();

} // namespace mien::ui
