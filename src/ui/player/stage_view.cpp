// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/stage_view.h"

#include "ui/player/pictures.h"
#include "ui/settings/theme.h"

#include <QPainter>

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
}

void StageView::setPanes(std::vector<Pane> panes) {
    m_panes = std::move(panes);
    m_scaled.resize(m_panes.size());
    QStringList said;
    for (const Pane& pane : m_panes)
        said << (pane.tag + ' ' + (pane.image.empty() ? pane.message : pane.caption)).trimmed();
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
