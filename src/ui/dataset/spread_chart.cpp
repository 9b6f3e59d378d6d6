// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/spread_chart.h"

#include "ui/settings/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace mien::ui {
namespace {

constexpr int kMostBins = 24;
constexpr double kEdge = 10.0; ///< pixels beside the bars

/// 1, 2 or 5 times a power of ten, at least `least`.
double niceStep(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double some : {1.0, 2.0, 5.0, 10.0})
        if (some * power >= least * (1.0 - 1e-9))
            return some * power;
    return 10.0 * power;
}

} // namespace

std::optional<int> Bins::binOf(double value) const {
    const int last = static_cast<int>(counts.size()) - 1;
    const int bin = static_cast<int>(std::floor((value - first) / step + 1e-9));
    if (bin == last + 1 && value <= to(last) + 1e-9 * step)
        return last;
    return bin >= 0 && bin <= last ? std::optional(bin) : std::nullopt;
}

Bins binsOf(const std::vector<double>& values, bool whole) {
    Bins bins;
    if (values.empty())
        return bins;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double range = *most - *least;
    const double size = std::max(std::abs(*least), std::abs(*most));
    bins.step = range > 0.0 ? niceStep(range / (kMostBins - 2)) : niceStep(std::max(size * 0.02, 1e-6));
    if (whole)
        bins.step = std::max(1.0, bins.step);
    const double shift = whole ? 0.5 : 0.0;
    bins.first = std::floor((*least + shift) / bins.step + 1e-9) * bins.step - shift;
    const int count = static_cast<int>(std::floor((*most - bins.first) / bins.step + 1e-9)) + 1;
    bins.counts.assign(static_cast<std::size_t>(count), 0);
    for (const double value : values)
        if (const auto bin = bins.binOf(value))
            ++bins.counts[static_cast<std::size_t>(*bin)];
    return bins;
}

/// Where values and counts lie in the widget.
struct SpreadChart::Scale {
    QRectF area;
    double least = 0.0, most = 1.0;
    int highest = 1;
    double x(double value) const { return area.left() + (value - least) / (most - least) * area.width(); }
    double y(double count) const { return area.bottom() - count / highest * area.height(); }
};

SpreadChart::SpreadChart(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SpreadChart::show(const QString& title, const std::vector<double>& values, bool whole, int decimals,
                       std::vector<Mark> marks, const QString& none) {
    auto bins = binsOf(values, whole);
    if (title != m_title || bins.first != m_bins.first || bins.step != m_bins.step ||
        bins.counts.size() != m_bins.counts.size())
        m_chosen.reset();
    m_title = title;
    m_none = none;
    m_bins = std::move(bins);
    m_whole = whole;
    m_decimals = decimals;
    m_marks = std::move(marks);
    QStringList spoken;
    for (int i = 0; i < static_cast<int>(m_bins.counts.size()); ++i)
        if (m_bins.counts[static_cast<std::size_t>(i)] > 0)
            spoken << binText(i);
    for (const auto& mark : m_marks)
        spoken << QStringLiteral("%1: %2").arg(mark.name).arg(mark.value, 0, 'f', m_decimals);
    setAccessibleName(tr("Distribution of %1").arg(title));
    setAccessibleDescription(spoken.isEmpty() ? none : spoken.join(QStringLiteral("; ")));
    update();
}

void SpreadChart::choose(std::optional<int> bin) {
    if (bin && (*bin < 0 || *bin >= static_cast<int>(m_bins.counts.size())))
        bin.reset();
    if (bin == m_chosen)
        return;
    m_chosen = bin;
    update();
    emit chosenChanged();
}

QString SpreadChart::binText(int bin) const {
    const QString count = QString::number(m_bins.counts[static_cast<std::size_t>(bin)]);
    const auto between = [&count](const QString& from, const QString& to) {
        return from == to ? QStringLiteral("%1: %2").arg(from, count)
                          : tr("%1 to %2: %3").arg(from, to, count);
    };
    if (m_whole)
        return between(QString::number(std::lround(m_bins.from(bin) + 0.5)),
                       QString::number(std::lround(m_bins.to(bin) - 0.5)));
    const int digits = std::max(m_decimals, static_cast<int>(std::ceil(-std::log10(m_bins.step) - 1e-9)));
    return between(QString::number(m_bins.from(bin), 'f', digits),
                   QString::number(m_bins.to(bin), 'f', digits));
}

SpreadChart::Scale SpreadChart::scale() const {
    const double text = fontMetrics().height();
    Scale out;
    out.area = QRectF(rect()).adjusted(kEdge, text * (m_marks.empty() ? 1.6 : 3.4), -kEdge, -text * 1.5);
    if (m_bins.counts.empty()) {
        out.least = 0.0;
        out.most = 1.0;
    } else {
        out.least = m_bins.first;
        out.most = m_bins.to(static_cast<int>(m_bins.counts.size()) - 1);
    }
    for (const auto& mark : m_marks) {
        out.least = m_bins.counts.empty() ? mark.value : std::min(out.least, mark.value);
        out.most = std::max(m_bins.counts.empty() ? mark.value : out.most, mark.value);
    }
    if (m_bins.counts.empty() && !m_marks.empty()) {
        const auto [a, b] = std::minmax_element(m_marks.begin(), m_marks.end(),
                                                [](auto& p, auto& q) { return p.value < q.value; });
        out.least = a->value;
        out.most = b->value;
    }
    // A single bar is no wall, and marks at the edge have room.
    const double room = std::max((out.most - out.least) * 0.04, m_bins.step * 2.0);
    out.least -= room;
    out.most += room;
    for (const int count : m_bins.counts)
        out.highest = std::max(out.highest, count);
    return out;
}

QRectF SpreadChart::barRect(const Scale& scale, int bin) const {
    const double left = scale.x(m_bins.from(bin)), right = scale.x(m_bins.to(bin));
    const double gap = right - left > 4.0 ? 1.0 : 0.0;
    return {QPointF(left + gap, scale.y(m_bins.counts[static_cast<std::size_t>(bin)])),
            QPointF(std::max(right - gap, left + 1.0), scale.area.bottom())};
}

void SpreadChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tones tones = tonesOf(themeOf(palette()));
    const Scale now = scale();
    const int text = fontMetrics().height();
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(kEdge, 2, width() - 2 * kEdge, text), Qt::AlignLeft,
                     fontMetrics().elidedText(m_title, Qt::ElideRight, width() - 20));
    if (m_bins.counts.empty()) {
        painter.setPen(tones.faint);
        painter.drawText(now.area, Qt::AlignCenter | Qt::TextWordWrap, m_none);
        if (m_marks.empty())
            return;
    }
    for (int i = 0; i < static_cast<int>(m_bins.counts.size()); ++i) {
        if (m_bins.counts[static_cast<std::size_t>(i)] == 0)
            continue;
        QColor colour = tones.accent;
        if (m_chosen && *m_chosen != i)
            colour.setAlpha(110);
        painter.fillRect(barRect(now, i), colour);
    }
    if (m_chosen) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.0));
        painter.drawRect(barRect(now, *m_chosen).adjusted(-1, -1, 1, 0));
    }
    paintMarks(painter, now);
    paintAxis(painter, now);
    if (hasFocus()) {
        painter.setPen(tones.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void SpreadChart::paintMarks(QPainter& painter, const Scale& scale) const {
    const Tones tones = tonesOf(themeOf(palette()));
    const int text = fontMetrics().height();
    auto marks = m_marks;
    std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    // Names stand in two lines, each where the one before leaves room.
    std::array<double, 2> taken{-1e9, -1e9};
    for (const auto& mark : marks) {
        const double x = scale.x(mark.value);
        painter.setPen(QPen(tones.warning, 1.0, Qt::DashLine));
        painter.drawLine(QPointF(x, scale.area.top() - 2), QPointF(x, scale.area.bottom()));
        const double wide = fontMetrics().horizontalAdvance(mark.name);
        const double left = std::clamp(x - wide / 2, kEdge, std::max(kEdge, width() - kEdge - wide));
        const std::size_t line = left >= taken[0] ? 0 : 1;
        if (left < taken[line])
            continue; // its value is in the table and in the tool tip
        taken[line] = left + wide + 6;
        painter.setPen(tones.warning);
        painter.drawText(QPointF(left, text * (line == 0 ? 2.9 : 1.9) + 2), mark.name);
    }
}

void SpreadChart::paintAxis(QPainter& painter, const Scale& scale) const {
    const Tones tones = tonesOf(themeOf(palette()));
    painter.setPen(tones.line);
    painter.drawLine(scale.area.bottomLeft(), scale.area.bottomRight());
    painter.setPen(tones.faint);
    const double step = std::max(m_whole ? 1.0 : 0.0, niceStep((scale.most - scale.least) / 6.0));
    const int digits = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    const int text = fontMetrics().height();
    for (double tick = std::ceil(scale.least / step) * step; tick <= scale.most; tick += step) {
        const double x = scale.x(tick);
        const QString label = QString::number(std::abs(tick) < step * 1e-6 ? 0.0 : tick, 'f', digits);
        painter.drawText(QRectF(x - 40, scale.area.bottom() + 3, 80, text), Qt::AlignHCenter, label);
    }
    if (!m_bins.counts.empty())
        painter.drawText(QRectF(kEdge, 2, width() - 2 * kEdge, text), Qt::AlignRight,
                         tr("highest bar: %1").arg(scale.highest));
}

std::optional<int> SpreadChart::binAt(const QPointF& place) const {
    const Scale now = scale();
    for (int i = 0; i < static_cast<int>(m_bins.counts.size()); ++i)
        if (m_bins.counts[static_cast<std::size_t>(i)] > 0 && place.x() >= now.x(m_bins.from(i)) &&
            place.x() < now.x(m_bins.to(i)))
            return i;
    return std::nullopt;
}

void SpreadChart::mousePressEvent(QMouseEvent* event) {
    const auto bin = binAt(event->position());
    choose(bin == m_chosen ? std::nullopt : bin);
}

void SpreadChart::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Escape && m_chosen)
        return choose(std::nullopt);
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::keyPressEvent(event);
    const int count = static_cast<int>(m_bins.counts.size());
    const int way = key == Qt::Key_Right ? 1 : -1;
    for (int i = m_chosen ? *m_chosen + way : (way > 0 ? 0 : count - 1); i >= 0 && i < count; i += way)
        if (m_bins.counts[static_cast<std::size_t>(i)] > 0)
            return choose(i);
}

bool SpreadChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QStringList lines;
        if (const auto bin = binAt(help->pos()))
            lines << binText(*bin);
        for (const auto& mark : m_marks)
            lines << QStringLiteral("%1: %2").arg(mark.name).arg(mark.value, 0, 'f', m_decimals);
        QToolTip::showText(help->globalPos(), lines.join('\n'), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace mien::ui
