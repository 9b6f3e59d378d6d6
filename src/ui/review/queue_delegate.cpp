// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queue_delegate.h"

#include "ui/models/review_queue_model.h"
#include "ui/settings/theme.h"

#include <QPainter>

namespace mien::ui {

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, option.fontMetrics.lineSpacing() * 2 + 18};
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Tones tones = tonesOf(themeOf(option.palette));
    const bool selected = option.state & QStyle::State_Selected;
    const auto state = static_cast<project::ReviewState>(index.data(ReviewQueueModel::StateRole).toInt());
    const bool decided = state != project::ReviewState::Pending;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, selected ? option.palette.color(QPalette::Highlight)
                                            : option.palette.color(QPalette::Base));
    painter->setPen(tones.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect room = option.rect.adjusted(12, 8, -12, -8);
    const int line = option.fontMetrics.lineSpacing();
    const QColor strong = selected
                              ? QColor(Qt::white)
                              : option.palette.color(decided ? QPalette::PlaceholderText : QPalette::Text);
    const QColor faint = selected ? QColor(235, 240, 248) : tones.faint;

    QFont bold = option.font;
    bold.setBold(!decided);
    painter->setFont(bold);
    painter->setPen(strong);
    const QString mark = state == project::ReviewState::Taken      ? QStringLiteral("✓ ")
                         : state == project::ReviewState::Rejected ? QStringLiteral("✕ ")
                                                                   : QString();
    const QString title = mark + index.data(Qt::DisplayRole).toString();
    painter->drawText(QRect(room.left(), room.top(), room.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                      title);
    painter->setFont(option.font);
    painter->setPen(faint);
    const int used = QFontMetrics(bold).horizontalAdvance(title) + 10;
    painter->drawText(QRect(room.left() + used, room.top(), room.width() - used, line),
                      Qt::AlignRight | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(ReviewQueueModel::IntervalRole).toString(),
                                                    Qt::ElideRight, room.width() - used));
    const int barWidth = 44;
    const int number = option.fontMetrics.horizontalAdvance("100 %") + 4;
    const QRect second(room.left(), room.top() + line + 2, room.width() - barWidth - number - 10, line);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(ReviewQueueModel::RegionsRole).toString(),
                                                    Qt::ElideRight, second.width()));
    const double score = index.data(ReviewQueueModel::ScoreRole).toDouble();
    const QRectF bar(room.right() - number - barWidth, second.center().y() - 2.5, barWidth, 5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? QColor(255, 255, 255, 70) : tones.line);
    painter->drawRoundedRect(bar, 2.5, 2.5);
    painter->setBrush(selected ? QColor(Qt::white) : tones.proposal);
    painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * score, bar.height())), 2.5, 2.5);
    painter->setPen(faint);
    painter->drawText(QRect(room.right() - number, second.top(), number, line),
                      Qt::AlignRight | Qt::AlignVCenter, tr("%1 %").arg(qRound(score * 100)));
    painter->restore();
}

} // namespace mien::ui
