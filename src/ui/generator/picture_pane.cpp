// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/picture_pane.h"

#include "ui/settings/theme.h"

#include <QPainter>

namespace mien::ui {
namespace {

constexpr int kMargin = 12;
constexpr double kLargest = 3.0; ///< times its own size; beyond that pixels show more than the face does

} // namespace

PicturePane::PicturePane(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PicturePane::setPicture(const QImage& picture) {
    m_picture = picture;
    update();
}

void PicturePane::setMessage(const QString& sentence, bool bad) {
    if (sentence == m_message && bad == m_bad)
        return;
    m_message = sentence;
    m_bad = bad;
    describe();
    update();
}

void PicturePane::setCaption(const QString& caption) {
    if (caption == m_caption)
        return;
    m_caption = caption;
    describe();
    update();
}

void PicturePane::setNote(const QString& note) {
    if (note == m_note)
        return;
    m_note = note;
    update();
}

void PicturePane::setCurtain(bool closed) {
    m_curtain = closed;
    update();
}

void PicturePane::describe() {
    setAccessibleDescription(m_message.isEmpty() ? m_caption : m_message);
}

QRect PicturePane::pictureRect() const {
    const int line = fontMetrics().height();
    const QRect room = rect().adjusted(kMargin, kMargin + line + 4, -kMargin, -kMargin - line - 4);
    const int largest = static_cast<int>(kLargest * (m_picture.isNull() ? 256 : m_picture.width()));
    const int side = std::min({room.width(), room.height(), largest});
    return {room.center() - QPoint(side / 2, side / 2), QSize(side, side)};
}

void PicturePane::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPainter p(this);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    p.fillRect(rect(), tones.stage);
    const QRect place = pictureRect();
    if (m_picture.isNull() || m_curtain) {
        p.setPen(tones.line);
        p.drawRect(place.adjusted(0, 0, -1, -1));
    } else {
        p.drawImage(place, m_picture);
    }
    const int line = fontMetrics().height();
    const auto above = QRect(place.left(), place.top() - line - 6, place.width(), line);
    const auto below = QRect(place.left(), place.bottom() + 7, place.width(), line);
    p.setPen(palette().color(QPalette::WindowText));
    p.drawText(above, Qt::AlignLeft | Qt::AlignVCenter,
               fontMetrics().elidedText(m_caption, Qt::ElideRight, above.width()));
    p.setPen(tones.faint);
    p.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
               fontMetrics().elidedText(m_note, Qt::ElideLeft, below.width()));
    if (m_message.isEmpty())
        return;
    QColor veil = tones.stage;
    veil.setAlphaF(0.82f);
    p.fillRect(place, veil);
    p.setPen(m_bad ? tones.bad : tones.faint);
    p.drawText(place.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

} // namespace mien::ui
