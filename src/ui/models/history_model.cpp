// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_model.h"

#include "ui/document/project_document.h"

#include <QDateTime>
#include <QLocale>

namespace mien::ui {
namespace {

QString localTime(const std::string& utc) {
    const QDateTime at = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs);
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                        : QString::fromStdString(utc);
}

} // namespace

HistoryModel::HistoryModel(ProjectDocument& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document) {
    connect(&document, &ProjectDocument::historyChanged, this, &HistoryModel::reload);
    reload();
}

void HistoryModel::reload() {
    beginResetModel();
    m_rows = m_document.steps();
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const project::HistoryEntry& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case What:
        return QString::fromStdString(row.name);
    case Who:
        return QString::fromStdString(row.coder);
    case When:
        return localTime(row.at);
    default:
        return row.discarded ? tr("undone and replaced") : row.undone ? tr("undone") : QString();
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Edit"), tr("Coder"), tr("When"), tr("State")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

QStringList historyOf(const ProjectDocument& document, project::EventId id, std::size_t newest) {
    QStringList lines;
    for (const project::HistoryEntry& entry : document.stepsOf(id, newest))
        lines << QStringLiteral("%1 · %2 · %3")
                     .arg(localTime(entry.at), QString::fromStdString(entry.name),
                          QString::fromStdString(entry.coder));
    return lines;
}

} // namespace mien::ui
