// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QAbstractListModel>

namespace mien::ui {

class ProjectDocument;

/// The films of the project; the one that is open is marked, missing ones say so.
class FilmListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, MissingRole, CurrentRole };

    explicit FilmListModel(ProjectDocument& document, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const project::Media& mediaAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

private:
    void reload();

    ProjectDocument& m_document;
    std::vector<project::Media> m_rows;
    std::vector<bool> m_missing;
};

} // namespace mien::ui
