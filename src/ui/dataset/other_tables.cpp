// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/other_tables.h"

#include "core/dataset/import.h"
#include "ui/jobs/job_list.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace mien::ui {
namespace {

constexpr int kListHeight = 84;

} // namespace

OtherTables::OtherTables(JobList& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_list(new QListWidget),
      m_none(new QLabel(tr("None yet. Add the table of another dataset."))),
      m_remove(new QPushButton(tr("Remove"))) {
    setAccessibleName(tr("Tables of other datasets"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_list->setFixedHeight(kListHeight);
    m_list->setAccessibleName(tr("Other datasets"));
    m_none->setProperty("faint", true);
    m_none->setWordWrap(true);
    column->addWidget(m_list);
    column->addWidget(m_none);
    auto* buttons = new QHBoxLayout;
    auto* add = new QPushButton(tr("Add table…"));
    add->setAccessibleName(tr("Add the table of another dataset"));
    connect(add, &QPushButton::clicked, this, &OtherTables::ask);
    m_remove->setAccessibleName(tr("Remove the chosen dataset"));
    connect(m_remove, &QPushButton::clicked, this, &OtherTables::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_remove->setEnabled(row >= 0); });
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    column->addLayout(buttons);
    setFocusProxy(m_list);
    refresh();
}

void OtherTables::setOwn(const QString& table) {
    m_own = QFileInfo(table).canonicalFilePath();
    for (qsizetype i = m_paths.size(); i-- > 0;)
        if (m_paths[i] == m_own && static_cast<std::size_t>(i) < m_tables.size()) {
            m_tables.erase(m_tables.begin() + i);
            m_paths.removeAt(i);
        }
    refresh();
}

void OtherTables::ask() {
    const QString path = QFileDialog::getOpenFileName(this, tr("The table of another dataset"),
                                                      QFileInfo(m_own).absolutePath(),
                                                      tr("Tables (*.xlsx *.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        add(path);
}

void OtherTables::add(const QString& table) {
    const QString path = QFileInfo(table).canonicalFilePath();
    if (!path.isEmpty() && (path == m_own || m_paths.contains(path)))
        return emit failed(tr("%1 is there already; a dataset cannot be tested on itself.")
                               .arg(QFileInfo(table).fileName()));
    ++m_reading;
    m_jobs.start<DatasetPtr>(
        tr("Reading %1").arg(QFileInfo(table).fileName()),
        [table = table.toStdString()](const JobContext& job) -> Result<DatasetPtr> {
            auto read = dataset::importDataset(table, {}, job);
            if (!read)
                return Unexpected(read.error());
            return std::make_shared<const dataset::Dataset>(*std::move(read));
        },
        this,
        [this, path](Result<DatasetPtr> read) {
            --m_reading;
            if (!read) {
                if (read.error().code != ErrorCode::Cancelled)
                    emit failed(QString::fromStdString(read.error().sentence()));
            } else if ((*read)->samples.empty()) {
                emit failed(tr("%1 has no rows to test on.").arg(QFileInfo(path).fileName()));
            } else if (!m_paths.contains(path) && path != m_own) {
                m_paths << path;
                m_tables.push_back(*std::move(read));
            }
            refresh();
            emit changed();
        });
    emit changed();
}

void OtherTables::removeCurrent() {
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_tables.erase(m_tables.begin() + row);
    m_paths.removeAt(row);
    refresh();
    emit changed();
}

void OtherTables::refresh() {
    const int row = m_list->currentRow();
    m_list->clear();
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        const auto& table = *m_tables[i];
        auto* item = new QListWidgetItem(
            tr("%1, rows: %2").arg(QString::fromStdString(table.name)).arg(table.samples.size()), m_list);
        item->setToolTip(m_paths[static_cast<qsizetype>(i)]);
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_list->setVisible(!m_tables.empty());
    m_none->setVisible(m_tables.empty());
    m_remove->setVisible(!m_tables.empty());
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

} // namespace mien::ui
