// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

class QListView;
class QPushButton;

namespace mien::ui {

class JobList;

/// Work in the background: stage, progress, time left, and a way to stop it.
class JobsPanel : public QWidget {
    Q_OBJECT
public:
    explicit JobsPanel(JobList& jobs, QWidget* parent = nullptr);

private:
    void refreshButtons();

    JobList& m_jobs;
    QListView* m_list;
    QPushButton* m_cancel;
    QPushButton* m_clear;
};

class JobDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace mien::ui
