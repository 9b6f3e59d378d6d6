// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/region_map.h"

#include <array>

namespace mien::ui {
namespace {

constexpr std::array<RegionPlace, 12> kPlaces{{{"left outer brow", 0.21, 0.31},
                                               {"left middle brow", 0.30, 0.27},
                                               {"left inner brow", 0.40, 0.295},
                                               {"right inner brow", 0.60, 0.295},
                                               {"right middle brow", 0.70, 0.27},
                                               {"right outer brow", 0.79, 0.31},
                                               {"nose bridge", 0.50, 0.42},
                                               {"nose tip", 0.50, 0.57},
                                               {"left mouth corner", 0.35, 0.755},
                                               {"upper lip", 0.50, 0.72},
                                               {"right mouth corner", 0.65, 0.755},
                                               {"lower lip", 0.50, 0.82}}};

} // namespace

std::span<const RegionPlace> regionPlaces() {
    return kPlaces;
}

std::optional<QPointF> regionPlace(std::string_view region) {
    for (const RegionPlace& place : kPlaces)
        if (place.region == region)
            return QPointF(place.x, place.y);
    return std::nullopt;
}

QPainterPath drawnFace() {
    QPainterPath path;
    path.moveTo(0.06, 0.36);
    path.cubicTo(0.06, -0.10, 0.94, -0.10, 0.94, 0.36);
    path.cubicTo(0.94, 0.74, 0.72, 0.99, 0.50, 0.99);
    path.cubicTo(0.28, 0.99, 0.06, 0.74, 0.06, 0.36);
    for (const bool mirrored : {false, true}) {
        const auto x = [mirrored](double at) { return mirrored ? 1.0 - at : at; };
        path.moveTo(x(0.17), 0.325);
        path.cubicTo(x(0.24), 0.245, x(0.34), 0.265, x(0.43), 0.305);
        path.moveTo(x(0.20), 0.415);
        path.quadTo(x(0.30), 0.345, x(0.40), 0.42);
        path.quadTo(x(0.30), 0.455, x(0.20), 0.415);
    }
    path.moveTo(0.47, 0.40);
    path.quadTo(0.44, 0.55, 0.425, 0.585);
    path.quadTo(0.50, 0.64, 0.575, 0.585);
    path.moveTo(0.35, 0.755);
    path.quadTo(0.50, 0.685, 0.65, 0.755);
    path.quadTo(0.50, 0.88, 0.35, 0.755);
    path.quadTo(0.50, 0.785, 0.65, 0.755);
    return path;
}

} // namespace mien::ui
