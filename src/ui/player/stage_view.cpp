// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/stage_view.h"

#include "ui/player/pictures.h"
#include "ui/settings/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace mien::ui {
namespace {

constexpr int kGap = 8;
constexpr int kCaptionHeight = 24;
constexpr int kWheelSide = 56;

} // namespace

StageView::StageView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Face stage"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
}

void StageView::setPanes(std::vector<Pane> panes) {
    m_panes = std::move(panes);
    m_scaled.resize(m_panes.size());
    m_places.resize(m_panes.size());
    QStringList said;
    for (const Pane& pane : m_panes) {
        said << (pane.tag + ' ' + (pane.image.empty() ? pane.message : pane.caption)).trimmed();
        for (const Mark& mark : pane.marks)
            said << mark.tip;
    }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    update();
}

void StageView::setHidden(bool hidden, const QString& hint) {
    m_hidden = hidden;
    m_hiddenHint = hint;
    update();
}

void StageView::setBadge(const QString& badge) {
    m_badge = badge;
    update();
}

void StageView::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter painter(this);
    painter.fillRect(rect(), tones.stage);
    if (m_hidden) {
        painter.setPen(tones.faint);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_hiddenHint);
        return;
    }
    const int count = static_cast<int>(m_panes.size());
    const QRect inner = rect().adjusted(kGap, kGap, -kGap, -kGap);
    const int width = count > 0 ? (inner.width() - (count - 1) * kGap) / count : 0;
    for (int i = 0; i < count; ++i)
        paintPane(painter, m_panes[static_cast<std::size_t>(i)], static_cast<std::size_t>(i),
                  {inner.left() + i * (width + kGap), inner.top(), width, inner.height()});
    if (!m_badge.isEmpty())
        paintBadge(painter);
}

void StageView::paintPane(QPainter& painter, const Pane& pane, std::size_t index, QRect room) {
    const Tones tones = tonesOf(themeOf(palette()));
    QRect captionRoom(room.left(), room.bottom() - kCaptionHeight + 1, room.width(), kCaptionHeight);
    room.setBottom(captionRoom.top() - 1);
    if (pane.image.empty()) {
        painter.setPen(tones.faint);
        painter.drawText(room.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, pane.message);
    } else {
        const qreal ratio = devicePixelRatioF();
        const QSize pixels = (QSizeF(room.size()) * ratio).toSize();
        Scaled& scaled = m_scaled[index];
        if (scaled.pixels != pane.image.data || scaled.room != pixels) {
            scaled = {pane.image.data, pixels, scaledPicture(pane.image, pixels), pane.image};
            scaled.image.setDevicePixelRatio(ratio);
        }
        const QSize shown = (QSizeF(scaled.image.size()) / ratio).toSize();
        const QRect place(room.left() + (room.width() - shown.width()) / 2,
                          room.top() + (room.height() - shown.height()) / 2, shown.width(), shown.height());
        painter.drawImage(place.topLeft(), scaled.image);
        m_places[index] = place;
        if (!pane.marks.empty())
            paintMarks(painter, pane, index);
        captionRoom.moveTop(place.bottom() + 2);
        if (shown.width() > captionRoom.width() / 3) { // under the picture, where there is room for it
            captionRoom.setLeft(place.left());
            captionRoom.setRight(place.right());
        }
        if (pane.wheel) {
            if (m_wheel.isNull())
                m_wheel = flowWheel(kWheelSide * 2);
            const QRect disc(place.right() - kWheelSide - 10, place.bottom() - kWheelSide - 10, kWheelSide,
                             kWheelSide);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(disc, m_wheel);
            const QRect text(place.left(), disc.top() - 22, place.width() - 10, 20);
            painter.setPen(Qt::black);
            painter.drawText(text.translated(1, 1), Qt::AlignRight | Qt::AlignVCenter, pane.wheelText);
            painter.setPen(Qt::white);
            painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, pane.wheelText);
        }
    }
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.92);
    painter.setFont(small);
    QRect text = captionRoom;
    if (!pane.tag.isEmpty()) {
        painter.setPen(tones.accent);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, pane.tag);
        text.adjust(painter.fontMetrics().horizontalAdvance(pane.tag) + 10, 0, 0, 0);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(pane.caption, Qt::ElideRight, text.width()));
    painter.setFont(font());
}

QRectF StageView::shownBox(const Mark& mark, std::size_t pane) const {
    const cv::Mat& image = m_panes[pane].image;
    const QRectF place = m_places[pane];
    if (image.empty() || place.isEmpty())
        return {};
    const double sx = place.width() / image.cols;
    const double sy = place.height() / image.rows;
    return QRectF(place.left() + mark.box.left() * sx, place.top() + mark.box.top() * sy,
                  mark.box.width() * sx, mark.box.height() * sy) &
           place;
}

/// Brackets at the corners, so that the face between them stays free, and a number above it.
void StageView::paintMarks(QPainter& painter, const Pane& pane, std::size_t index) {
    const Tones tones = tonesOf(themeOf(palette()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Mark& mark : pane.marks) {
        const QRectF box = shownBox(mark, index);
        if (box.isEmpty())
            continue;
        if (mark.lit) {
            QColor glow = tones.accent;
            glow.setAlpha(90);
            painter.setPen(QPen(QColor(0, 0, 0, 140), 4.0));
            painter.setBrush(glow);
            painter.drawRoundedRect(box, 4.0, 4.0);
            painter.setPen(QPen(tones.accent, 2.0));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, 4.0, 4.0);
            continue;
        }
        const bool hovered = mark.id >= 0 && mark.id == m_hovered;
        const QColor colour = mark.chosen ? tones.accent : QColor(255, 255, 255, hovered ? 255 : 190);
        const double arm = std::min(box.width(), box.height()) * 0.16;
        QPainterPath brackets;
        for (const bool right : {false, true})
            for (const bool low : {false, true}) {
                const QPointF corner(right ? box.right() : box.left(), low ? box.bottom() : box.top());
                brackets.moveTo(corner + QPointF(right ? -arm : arm, 0));
                brackets.lineTo(corner);
                brackets.lineTo(corner + QPointF(0, low ? -arm : arm));
            }
        const double thick = mark.chosen || hovered ? 2.5 : 1.5;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0, 0, 0, 140), thick + 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(brackets);
        painter.setPen(QPen(colour, thick, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(brackets);
        if (mark.label.isEmpty())
            continue;
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        const QFontMetrics metrics(bold);
        const double side = metrics.height() + 4;
        const QRectF chip(box.left(), std::max<double>(box.top() - side - 4, m_places[index].top() + 2),
                          std::max<double>(side, metrics.horizontalAdvance(mark.label) + 12), side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.chosen ? tones.accent : QColor(0, 0, 0, hovered ? 230 : 170));
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(mark.chosen ? tones.stage : Qt::white);
        painter.drawText(chip, Qt::AlignCenter, mark.label);
    }
    painter.restore();
}

const StageView::Mark* StageView::markAt(QPointF at) const {
    if (m_hidden)
        return nullptr;
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        for (const Mark& mark : m_panes[i].marks)
            if (shownBox(mark, i).adjusted(0, -24, 0, 0).contains(at)) // with the number above
                return &mark;
    return nullptr;
}

void StageView::mousePressEvent(QMouseEvent* event) {
    const Mark* mark = event->button() == Qt::LeftButton ? markAt(event->position()) : nullptr;
    if (!mark || mark->id < 0)
        return QWidget::mousePressEvent(event);
    emit markClicked(mark->id);
}

void StageView::mouseMoveEvent(QMouseEvent* event) {
    const Mark* mark = markAt(event->position());
    const int hovered = mark ? mark->id : -1;
    if (std::exchange(m_hovered, hovered) == hovered)
        return;
    if (hovered >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void StageView::leaveEvent(QEvent*) {
    if (std::exchange(m_hovered, -1) >= 0)
        update();
}

bool StageView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const Mark* mark = markAt(help->pos()))
        QToolTip::showText(help->globalPos(), mark->tip, this);
    else
        QToolTip::hideText();
    return true;
}

void StageView::paintBadge(QPainter& painter) {
    const Tones tones = tonesOf(themeOf(palette()));
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.6);
    large.setBold(true);
    painter.setFont(large);
    const QRect box = painter.fontMetrics().boundingRect(m_badge).adjusted(-18, -8, 18, 8);
    const QRect place(rect().center().x() - box.width() / 2, rect().bottom() - box.height() - 44, box.width(),
                      box.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tones.accent);
    painter.setBrush(tones.raised);
    painter.drawRoundedRect(place, 6, 6);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(place, Qt::AlignCenter, m_badge);
    painter.setFont(font());
}

} // namespace mien::ui
