// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs_panel.h"

#include "ui/jobs/job_list.h"
#include "ui/settings/theme.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QPushButton>

namespace mien::ui {

JobsPanel::JobsPanel(JobList& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_list(new QListView),
      m_cancel(new QPushButton),
      m_clear(new QPushButton(tr("Clear finished"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_list->setModel(&jobs);
    m_list->setItemDelegate(new JobDelegate(this));
    m_list->setAccessibleName(tr("Jobs"));
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->addStretch();
    m_clear->setAccessibleName(m_clear->text());
    row->addWidget(m_cancel);
    row->addWidget(m_clear);
    column->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_list->currentIndex().isValid())
            m_jobs.cancel(m_list->currentIndex().row());
    });
    connect(m_clear, &QPushButton::clicked, &jobs, &JobList::clearEnded);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &JobsPanel::refreshButtons);
    connect(&jobs, &JobList::runningCountChanged, this, [this] {
        if (!m_list->currentIndex().isValid() && m_jobs.rowCount() > 0)
            m_list->setCurrentIndex(m_jobs.index(0));
        refreshButtons();
    });
    connect(&jobs, &JobList::dataChanged, this, [this](const QModelIndex& first) {
        if (first == m_list->currentIndex())
            refreshButtons();
    });
    refreshButtons();
}

void JobsPanel::refreshButtons() {
    const auto index = m_list->currentIndex();
    const bool pauses = index.data(JobList::PausesRole).toBool();
    const QString kept = index.data(JobList::KeptRole).toString();
    m_cancel->setText(pauses ? tr("Pause") : tr("Stop"));
    m_cancel->setAccessibleName(pauses ? tr("Pause the job") : tr("Stop the job"));
    m_cancel->setToolTip(kept.isEmpty() ? tr("Stops the selected job and keeps nothing of it") : kept);
    m_cancel->setEnabled(index.isValid() && !m_jobs.job(index.row())->ended());
    m_clear->setEnabled(m_jobs.rowCount() > m_jobs.runningCount());
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, option.fontMetrics.lineSpacing() * 2 + 26};
}

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Tones tones = tonesOf(themeOf(option.palette));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Button));
    const QRect room = option.rect.adjusted(12, 6, -12, -6);
    const int line = option.fontMetrics.lineSpacing();
    const auto state = static_cast<JobState>(index.data(JobList::StateRole).toInt());
    const double fraction = index.data(JobList::FractionRole).toDouble();
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(QRect(room.left(), room.top(), room.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data(JobList::TitleRole).toString());
    QString right;
    QColor colour = tones.accent;
    switch (state) {
    case JobState::Waiting:
        right = tr("waiting");
        break;
    case JobState::Running: {
        const QVariant left = index.data(JobList::SecondsLeftRole);
        right = tr("%1 %").arg(qRound(fraction * 100));
        if (left.isValid())
            right += QStringLiteral(" · ") + JobList::timeLeftText(left.toDouble());
        break;
    }
    case JobState::Succeeded:
        right = tr("done");
        colour = tones.good;
        break;
    case JobState::Failed:
        right = tr("failed");
        colour = tones.bad;
        break;
    case JobState::Cancelled:
        right = index.data(JobList::PausesRole).toBool() ? tr("paused") : tr("stopped");
        colour = tones.warning;
        break;
    }
    painter->setPen(tones.faint);
    painter->drawText(QRect(room.left(), room.top(), room.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                      right);
    const QRectF bar(room.left(), room.top() + line + 5, room.width(), 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tones.line);
    painter->drawRoundedRect(bar, 2, 2);
    painter->setBrush(colour);
    painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * fraction, bar.height())), 2, 2);
    painter->setPen(tones.faint);
    painter->drawText(QRect(room.left(), room.top() + line + 12, room.width(), line),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(JobList::TextRole).toString(), Qt::ElideRight,
                                                    room.width()));
    painter->restore();
}

} // namespace mien::ui
