// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/region_bars.h"

#include "ui/models/describe.h"
#include "ui/settings/theme.h"

#include <QPainter>

namespace mien::ui {
namespace {

constexpr int kRow = 22;
constexpr std::size_t kMost = 6;

} // namespace

RegionBars::RegionBars(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Regions that moved"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RegionBars::setRegions(std::vector<annotation::RegionShare> regions) {
    m_regions = std::move(regions);
    if (m_regions.size() > kMost)
        m_regions.resize(kMost);
    QStringList said;
    for (const auto& share : m_regions)
        said << tr("%1: %2 % of the eye distance")
                    .arg(regionText(share.region))
                    .arg(share.displacement, 0, 'f', 1);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join('\n'));
    updateGeometry();
    update();
}

QSize RegionBars::sizeHint() const {
    return {220, kRow * static_cast<int>(m_regions.size())};
}

QSize RegionBars::minimumSizeHint() const {
    return {140, sizeHint().height()};
}

void RegionBars::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double most = 1e-9;
    for (const auto& share : m_regions)
        most = std::max(most, share.displacement);
    const int number = fontMetrics().horizontalAdvance("00.0") + 6;
    const int name = std::min(width() / 2, 128);
    int y = 0;
    for (const auto& share : m_regions) {
        const QString text = fontMetrics().elidedText(regionText(share.region), Qt::ElideRight, name - 6);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(0, y, name, kRow), Qt::AlignLeft | Qt::AlignVCenter, text);
        const double room = width() - name - number;
        const QRectF bar(name, y + 7, std::max(2.0, room * share.displacement / most), kRow - 14);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.proposal);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setPen(tones.faint);
        painter.drawText(QRect(width() - number, y, number, kRow), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(share.displacement, 'f', 1));
        y += kRow;
    }
}

} // namespace mien::ui
