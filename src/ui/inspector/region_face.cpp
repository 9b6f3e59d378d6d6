// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/region_face.h"

#include "ui/models/describe.h"
#include "ui/models/region_map.h"
#include "ui/settings/theme.h"

#include <QPainter>

namespace mien::ui {
namespace {

constexpr int kWidth = 78;
constexpr int kHeight = 88;
constexpr double kLeastDisc = 0.028; ///< radius in heights of the drawing: a region that lay still
constexpr double kMostDisc = 0.085;

} // namespace

RegionFace::RegionFace(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Regions that moved"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight); // a face is not mirrored with the language
}

std::optional<QPointF> RegionFace::placeOf(std::string_view region) {
    return regionPlace(region);
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
    painter.drawPath(toWidget.map(drawnFace()));
    double most = 1e-9;
    for (const auto& share : m_regions)
        most = std::max(most, share.displacement);
    for (const RegionPlace& place : regionPlaces()) {
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
