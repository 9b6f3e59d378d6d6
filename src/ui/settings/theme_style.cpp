// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/theme_style.h"

#include "ui/settings/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace mien::ui {
namespace {

void paintTick(QPainter& painter, const QRectF& box, const QColor& colour) {
    QPen pen(colour, std::max(1.4, box.width() / 8.0));
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter.drawPolyline(QPolygonF{at(0.26, 0.53), at(0.44, 0.70), at(0.75, 0.32)});
}

void paintIndicator(const QStyleOption& option, QPainter& painter, bool round) {
    const Tones tones = tonesOf(themeOf(option.palette));
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On),
               some = option.state.testFlag(QStyle::State_NoChange);
    const double side = std::min(option.rect.width(), option.rect.height()) - 1.0;
    const QRectF box(option.rect.left() + (option.rect.width() - side) / 2.0,
                     option.rect.top() + (option.rect.height() - side) / 2.0, side, side);
    const QColor strong = enabled ? tones.accent : tones.line;
    const QColor ground = option.palette.color(QPalette::Base);
    const bool eyed =
        option.state.testFlag(QStyle::State_HasFocus) || option.state.testFlag(QStyle::State_MouseOver);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on || some || (eyed && enabled) ? strong : enabled ? tones.faint : tones.line, 1.0));
    painter.setBrush(on || some ? strong : ground);
    if (round)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, 2.5, 2.5);
    const QColor mark = !enabled ? option.palette.color(QPalette::Disabled, QPalette::Text)
                        : themeOf(option.palette) == ThemeChoice::Dark ? QColor("#101216")
                                                                       : QColor(Qt::white);
    if (round && on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2);
    } else if (some) {
        painter.fillRect(QRectF(box.center() - QPointF(side * 0.26, 1.0), QSizeF(side * 0.52, 2.0)), mark);
    } else if (on) {
        paintTick(painter, box, mark);
    }
    painter.restore();
}

} // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStringLiteral("fusion")) {
    setObjectName(QStringLiteral("mien"));
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintIndicator(*option, *painter, false);
    case PE_IndicatorRadioButton:
        return paintIndicator(*option, *painter, true);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

} // namespace mien::ui
