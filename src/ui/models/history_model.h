// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QAbstractTableModel>

namespace mien::ui {

class ProjectDocument;

/// Every edit of the project, newest first: what, who, when, and whether it was undone.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Who, When, State, ColumnCount };

    explicit HistoryModel(ProjectDocument& document, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();

    ProjectDocument& m_document;
    std::vector<project::HistoryEntry> m_rows;
};

/// The history of one event, newest first, one sentence a line.
QStringList historyOf(const ProjectDocument& document, project::EventId id, std::size_t newest = 20);

} // namespace mien::ui
