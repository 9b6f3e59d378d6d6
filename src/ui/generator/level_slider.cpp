// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/level_slider.h"

#include "core/synthesis/emotion_table.h"
#include "ui/settings/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace mien::ui {
namespace {

constexpr double kInset = 8.0; ///< px, half a handle

} // namespace

LevelSlider::LevelSlider(const QString& name, QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setRange(0, 5 * kStepsPerLevel);
    setSingleStep(2);
    setPageStep(kStepsPerLevel);
    setAccessibleName(name);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LevelSlider::setLevel(double level) {
    setValue(static_cast<int>(std::lround(level * kStepsPerLevel)));
}

double LevelSlider::xOf(int value) const {
    return kInset + (width() - 2.0 * kInset) * value / maximum();
}

void LevelSlider::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double y = 11.0;
    const auto bar = [&](double from, double to, const QColor& colour) {
        p.setPen(QPen(colour, 4.0, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(QPointF(from, y), QPointF(to, y));
    };
    bar(xOf(0), xOf(maximum()), tones.line);
    if (value() > 0)
        bar(xOf(0), xOf(value()), tones.accent);
    const bool speaks = value() > 0 || hasFocus() || underMouse();
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.8);
    p.setFont(small);
    for (int level = 1; level <= 5; ++level) {
        const double x = xOf(level * kStepsPerLevel);
        const bool here = value() > 0 && static_cast<int>(synthesis::letterOf(this->level())) == level;
        if (!speaks) { // a list of quiet rows stays quiet
            p.setPen(QPen(tones.faint, 1.0));
            p.drawLine(QPointF(x, y + 5), QPointF(x, y + 7));
            continue;
        }
        p.setPen(here ? palette().color(QPalette::WindowText) : tones.faint);
        p.drawText(QRectF(x - 10, y + 7, 20, 13), Qt::AlignCenter,
                   QString(QLatin1Char('A' + static_cast<char>(level - 1))));
    }
    p.setPen(QPen(palette().color(QPalette::Window), 2.0));
    p.setBrush(value() > 0 ? tones.accent : tones.faint);
    p.drawEllipse(QPointF(xOf(value()), y), 7.0, 7.0);
    if (hasFocus()) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(tones.accent, 1.0));
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void LevelSlider::moveTo(double x) {
    setValue(static_cast<int>(std::lround((x - kInset) / std::max(1.0, width() - 2.0 * kInset) * maximum())));
}

void LevelSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    moveTo(event->position().x());
}

void LevelSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown())
        moveTo(event->position().x());
}

void LevelSlider::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void LevelSlider::mouseDoubleClickEvent(QMouseEvent*) {
    setValue(0);
}

void LevelSlider::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void LevelSlider::sliderChange(SliderChange change) {
    QSlider::sliderChange(change);
    const auto letter = annotation::nameOf(synthesis::letterOf(level()));
    setAccessibleDescription(
        value() == 0
            ? tr("absent")
            : tr("intensity %1").arg(QLatin1String(letter.data(), static_cast<qsizetype>(letter.size()))));
    update();
}

} // namespace mien::ui
