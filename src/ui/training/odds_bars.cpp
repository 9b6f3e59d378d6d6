// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/odds_bars.h"

#include "ui/settings/theme.h"
#include "ui/training/plot_style.h"

#include <QPainter>

namespace mien::ui {
namespace {

QString attributeText(const std::string& attribute) {
    return attribute == "type"      ? OddsBars::tr("type")
           : attribute == "subject" ? OddsBars::tr("subject")
                                    : QString::fromStdString(attribute);
}

QString gapText(const std::optional<double>& gap) {
    return gap ? QString::number(*gap, 'f', 3) : OddsBars::tr("not comparable");
}

} // namespace

OddsBars::OddsBars(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Equalised odds"));
    setToolTip(
        tr("The largest difference of hit rate or false-alarm rate (of frames) between two groups, for "
           "each attribute of the films: 0 where the spotter treats all alike. Upper bar: λ = 0, lower "
           "bar: the λ that are set."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void OddsBars::setChange(std::optional<OddsChange> change) {
    m_change = std::move(change);
    QStringList spoken;
    if (m_change)
        for (const auto& gap : m_change->gaps)
            spoken << tr("%1: %2, now %3")
                          .arg(attributeText(gap.attribute), gapText(gap.before), gapText(gap.after));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int OddsBars::rowHeight() const {
    return 2 * fontMetrics().height() + 6;
}

QSize OddsBars::sizeHint() const {
    const auto rows = m_change ? static_cast<int>(m_change->gaps.size()) : 0;
    return {300, std::max(1, rows) * rowHeight() + 4};
}

void OddsBars::paintEvent(QPaintEvent*) {
    if (!m_change)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones tones = tonesOf(themeOf(palette()));
    int names = 0;
    for (const auto& gap : m_change->gaps)
        names = std::max(names, fontMetrics().horizontalAdvance(attributeText(gap.attribute)));
    const int numbers = fontMetrics().horizontalAdvance(tr("not comparable")) + 8;
    const int left = names + 12, room = std::max(20, width() - left - numbers);
    int top = 2;
    for (const auto& gap : m_change->gaps) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(0, top, names, rowHeight() - 6), Qt::AlignLeft | Qt::AlignVCenter,
                         attributeText(gap.attribute));
        const int height = fontMetrics().height();
        int y = top;
        for (const auto& [value, ink] :
             {std::pair{gap.before, firstInk(palette())}, std::pair{gap.after, secondInk(palette())}}) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tones.line);
            painter.drawRoundedRect(QRectF(left, y + 3, room, height - 6), 2, 2);
            if (value) {
                painter.setBrush(ink);
                painter.drawRoundedRect(QRectF(left, y + 3, std::max(1.0, *value * room), height - 6), 2, 2);
            }
            painter.setPen(value ? palette().color(QPalette::WindowText) : tones.faint);
            painter.drawText(QRect(left + room + 8, y, numbers, height), Qt::AlignLeft | Qt::AlignVCenter,
                             gapText(value));
            y += height;
        }
        top += rowHeight();
    }
}

} // namespace mien::ui
