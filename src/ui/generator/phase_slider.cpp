// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/phase_slider.h"

#include "core/synthesis/clip_spec.h"
#include "ui/settings/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace mien::ui {

double PhaseTiming::shareAt(double ms) const {
    synthesis::PlantedExpression e; // one "frame" a millisecond
    e.onset = {onsetMs()};
    e.apex = {apexMs()};
    e.holdFrames = holdMs;
    e.offset = {offsetMs()};
    return synthesis::activation(e, FrameIndex{std::llround(ms)});
}

PhaseSlider::PhaseSlider(QWidget* parent) : QAbstractSlider(parent) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Phase"));
    setToolTip(tr("Drag through the expression from onset over apex to offset. Arrow keys: 10 ms."));
    setSingleStep(10);
    setPageStep(50);
    setTiming({});
}

void PhaseSlider::setTiming(const PhaseTiming& timing) {
    m_timing = timing;
    setRange(0, timing.lengthMs());
    describe();
    update();
}

QRectF PhaseSlider::plot() const {
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(10, 8, -10, -line - 8);
}

double PhaseSlider::xOf(double ms) const {
    const auto area = plot();
    return area.left() + area.width() * ms / std::max(1, m_timing.lengthMs());
}

void PhaseSlider::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const auto area = plot();
    const auto point = [&](double ms) {
        return QPointF(xOf(ms), area.bottom() - 1.0 - (area.height() - 4.0) * m_timing.shareAt(ms));
    };
    QPainterPath curve(point(0));
    for (int x = 1; x <= static_cast<int>(area.width()); ++x)
        curve.lineTo(point(m_timing.lengthMs() * x / area.width()));
    QPainterPath body = curve;
    body.lineTo(area.bottomRight());
    body.lineTo(area.bottomLeft());
    QColor fill = tones.accent;
    fill.setAlphaF(0.16f);
    p.fillPath(body, fill);
    p.setPen(QPen(tones.line, 1.0));
    p.drawLine(area.bottomLeft(), area.bottomRight());
    QPen stroke(tones.accent, 2.0);
    p.setPen(stroke);
    p.drawPath(curve);

    const int line = fontMetrics().height();
    double free = area.left(); // no word runs into the one before
    const auto mark = [&](int ms, const QString& text) {
        const double x = xOf(ms);
        p.setPen(QPen(tones.faint, 1.0, Qt::DotLine));
        p.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        p.setPen(tones.faint);
        const double wide = fontMetrics().horizontalAdvance(text) + 2.0;
        const double left = std::max(free, std::min(x - wide / 2, area.right() - wide));
        free = left + wide + 10.0;
        p.drawText(QRectF(left, area.bottom() + 4, wide, line), Qt::AlignHCenter | Qt::AlignTop, text);
    };
    mark(m_timing.onsetMs(), tr("onset"));
    mark(m_timing.apexMs(), tr("apex %1").arg(m_timing.riseMs));
    mark(m_timing.offsetMs(), tr("offset %1 ms").arg(m_timing.offsetMs() - m_timing.onsetMs()));

    const double x = xOf(value());
    p.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
    p.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
    p.setBrush(tones.accent);
    p.setPen(QPen(palette().color(QPalette::Window), 2.0));
    p.drawEllipse(point(value()), 6.5, 6.5);
    if (hasFocus()) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(tones.accent, 1.0));
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void PhaseSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    mouseMoveEvent(event);
}

void PhaseSlider::mouseMoveEvent(QMouseEvent* event) {
    if (!isSliderDown())
        return;
    const auto area = plot();
    const double share = (event->position().x() - area.left()) / std::max(1.0, area.width());
    setSliderPosition(static_cast<int>(std::lround(share * m_timing.lengthMs())));
}

void PhaseSlider::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void PhaseSlider::sliderChange(SliderChange change) {
    QAbstractSlider::sliderChange(change);
    describe();
    update();
}

void PhaseSlider::describe() {
    setAccessibleDescription(tr("%1 ms after onset, %2 % of the movement")
                                 .arg(value() - m_timing.onsetMs())
                                 .arg(qRound(100.0 * share())));
}

} // namespace mien::ui
