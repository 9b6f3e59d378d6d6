// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/lookalike_marks.h"

namespace mien::ui {
namespace {

constexpr double kBoxPx = 14.0;
constexpr double kLeastPx = 3.0; ///< a short interval in a long film is seen too
constexpr double kRoomPx = 3.0;  ///< on both sides of a name
constexpr double kLeastNamePx = 28.0;
constexpr int kFillAlpha = 50;

} // namespace

LookalikeMarks::LookalikeMarks(QCustomPlot* plot, double height) : QCPAbstractItem(plot), m_height(height) {}

void LookalikeMarks::setInk(const QColor& ink, const QColor& faint, const QFont& font) {
    m_ink = ink;
    m_faint = faint;
    m_font = font;
    m_font.setPixelSize(static_cast<int>(kBoxPx) - 3);
}

void LookalikeMarks::draw(QCPPainter* painter) {
    const QCPAxis& x = *mParentPlot->xAxis;
    const QRect seen = mParentPlot->axisRect()->rect();
    const double middle = mParentPlot->yAxis->coordToPixel(m_height);
    QColor fill = m_ink;
    fill.setAlpha(kFillAlpha);
    painter->setFont(m_font);
    for (const auto& item : m_items) {
        // Millions of pixels of a long item at a close zoom would overflow the rasteriser.
        const double from = std::max(x.coordToPixel(static_cast<double>(item.frames.first.value)),
                                     static_cast<double>(seen.left() - kLeastPx));
        const double to = std::min(x.coordToPixel(static_cast<double>(item.frames.last.value)),
                                   static_cast<double>(seen.right() + kLeastPx));
        if (to < from)
            continue;
        const QRectF box(from, middle - kBoxPx / 2.0, std::max(kLeastPx, to - from), kBoxPx);
        painter->setPen(QPen(m_ink, 1.0, Qt::DashLine));
        painter->setBrush(fill);
        painter->drawRect(box);
        const double room = box.width() - 2.0 * kRoomPx;
        if (room < kLeastNamePx)
            continue;
        const QFontMetrics metrics = painter->fontMetrics();
        const QString name = metrics.elidedText(item.looksLike, Qt::ElideRight, static_cast<int>(room));
        const double width = metrics.horizontalAdvance(name);
        painter->setPen(m_faint);
        painter->drawText(box.adjusted(kRoomPx, 0.0, -kRoomPx, 0.0),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
        painter->drawLine(QPointF(from + kRoomPx, middle), QPointF(from + kRoomPx + width, middle));
    }
}

} // namespace mien::ui
