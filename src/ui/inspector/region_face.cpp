// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/region_face.h"

#include "ui/models/describe.h"
#include "ui/settings/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace mien::ui {
namespace {

constexpr int kWidth = 78;
constexpr int kHeight = 88;
constexpr double kLeastDisc = 0.028; ///< radius in heights of the drawing: a region that lay still
constexpr double kMostDisc = 0.085;

struct Place {
    std::string_view region;
    double x;
    double y;
};

constexpr std::array<Place, 12> kPlaces{{{"left outer brow", 0.21, 0.31},
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

/// A plain face in the unit square, symmetrical.
QPainterPath face() {
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

} // namespace

RegionFace::RegionFace(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Regions that moved"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight); // a face is not mirrored with the language
}

std::optional<QPointF> RegionFace::placeOf(std::string_view region) {
    for (const Place& place : kPlaces)
        if (place.region == region)
            return QPointF(place.x, place.y);
    return std::nullopt;
}

void RegionFace::setRegions(std::vector<annotation::RegionShare> regions) {
    m_regions = std::move(regions);
    QStringList said;
    for (const auto& share : m_regions)
        said << tr("%1: %2 % of the eye distance")
                    .arg(regionText(share.region))
                    .arg(share.displacement, 0, 'f', 1);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join('\n'));
    update();
}

QSize RegionFace::sizeHint() const {
    return {kWidth, kHeight};
}

void RegionFace::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square = QRectF(rect()).adjusted(2.0, 2.0, -2.0, -2.0);
    const auto at = [&](QPointF unit) {
        return QPointF(square.left() + unit.x() * square.width(), square.top() + unit.y() * square.height());
    };
    QTransform toWidget;
    toWidget.translate(square.left(), square.top());
    toWidget.scale(square.width(), square.height());
    QColor outline = tones.faint;
    outline.setAlphaF(0.75f);
    painter.setPen(QPen(outline, 1.2));
    painter.drawPath(toWidget.map(face()));
    double most = 1e-9;
    for (const auto& share : m_regions)
        most = std::max(most, share.displacement);
    for (const Place& place : kPlaces) {
        const auto moved = std::find_if(m_regions.begin(), m_regions.end(),
                                        [&](const auto& share) { return share.region == place.region; });
        const double share = moved == m_regions.end() ? 0.0 : std::max(0.0, moved->displacement / most);
        const double radius = square.height() * (kLeastDisc + share * (kMostDisc - kLeastDisc));
        QColor fill = tones.proposal;
        fill.setAlphaF(static_cast<float>(share == 0.0 ? 0.0 : 0.2 + 0.7 * share));
        painter.setBrush(fill);
        painter.setPen(QPen(share == 0.0 ? outline : tones.proposal, 1.0));
        painter.drawEllipse(at({place.x, place.y}), radius, radius);
    }
}

} // namespace mien::ui
