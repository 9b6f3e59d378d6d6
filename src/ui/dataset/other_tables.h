// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/sample_facts.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace mien::ui {

class JobList;

/// Tables of other datasets, beside the one that is open: read in the background, none of them twice.
class OtherTables : public QWidget {
    Q_OBJECT
public:
    explicit OtherTables(JobList& jobs, QWidget* parent = nullptr);

    /// The table that is open already, which cannot be added.
    void setOwn(const QString& table);
    void add(const QString& table);
    void removeCurrent();
    bool reading() const { return m_reading > 0; }
    const std::vector<DatasetPtr>& tables() const { return m_tables; }

signals:
    void changed();
    void failed(const QString& sentence);

private:
    void ask();
    void refresh();

    JobList& m_jobs;
    QString m_own;
    std::vector<DatasetPtr> m_tables;
    QStringList m_paths; ///< of m_tables, and then of those being read
    int m_reading = 0;
    QListWidget* m_list;
    QLabel* m_none;
    QPushButton* m_remove;
};

} // namespace mien::ui
