// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/film_list_model.h"

#include "ui/document/project_document.h"

namespace mien::ui {

FilmListModel::FilmListModel(ProjectDocument& document, QObject* parent)
    : QAbstractListModel(parent), m_document(document) {
    connect(&document, &ProjectDocument::mediaListChanged, this, &FilmListModel::reload);
    connect(&document, &ProjectDocument::currentMediaChanged, this, &FilmListModel::reload);
    reload();
}

void FilmListModel::reload() {
    beginResetModel();
    m_rows = m_document.media();
    m_missing.clear();
    for (const project::Media& media : m_rows) {
        std::error_code error;
        m_missing.push_back(!std::filesystem::exists(media.path, error));
    }
    endResetModel();
}

int FilmListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FilmListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const project::Media& media = m_rows[row];
    const auto* current = m_document.currentMedia();
    switch (role) {
    case Qt::DisplayRole: {
        const QString name = QString::fromStdString(media.path.filename().string());
        return m_missing[row] ? tr("%1 (not found)").arg(name) : name;
    }
    case Qt::ToolTipRole:
        return QString::fromStdString(media.path.string());
    case IdRole:
        return qint64(media.id.value);
    case MissingRole:
        return bool(m_missing[row]);
    case CurrentRole:
        return current && current->id == media.id;
    default:
        return {};
    }
}

} // namespace mien::ui
