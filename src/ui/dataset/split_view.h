// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/sample_facts.h"
#include "ui/dataset/split_plan.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace mien::ui {

class JobBase;
class JobList;
class OtherTables;

/// Splits the shown rows into folds of whole subjects, or draws a sample or a balanced subset from them, and
/// saves the outcome as CSV.
class SplitView : public QWidget {
    Q_OBJECT
public:
    explicit SplitView(JobList& jobs, QWidget* parent = nullptr);
    ~SplitView() override;

    /// `file`: where it was read from, so that it cannot be tested on itself.
    void setData(DatasetPtr table, const QString& file = {});
    void setRows(std::vector<std::size_t> rows); ///< those that the filter shows
    void setKind(SplitKind kind);
    void setStrata(const QString& strata); ///< "emotion; age:20,40"
    void make();
    Result<void> save(const QString& path) const;

    OtherTables& others() { return *m_others; }
    bool making() const;
    SplitRequest request() const;
    const std::optional<SplitOutcome>& outcome() const { return m_outcome; }
    QTableWidget& table() { return *m_table; }

signals:
    void failed(const QString& sentence);
    void notice(const QString& sentence);

private:
    QWidget* makeControls();
    void refreshControls();
    bool labelsOnly() const;
    bool canMake() const;
    void present(SplitOutcome outcome);
    void forget();
    void askToSave();

    JobList& m_jobs;
    DatasetPtr m_data;
    std::vector<std::size_t> m_rows;
    QPointer<JobBase> m_job;
    int m_generation = 0; ///< of rows; what was made of older ones is dropped
    std::optional<SplitOutcome> m_outcome;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QSpinBox* m_folds;
    QComboBox* m_published;
    QComboBox* m_sets;
    OtherTables* m_others;
    QCheckBox* m_samePeople;
    QComboBox* m_strata;
    QComboBox* m_allocation;
    QSpinBox* m_count;
    QCheckBox* m_again;
    QSpinBox* m_seed;
    QPushButton* m_make;
    QPushButton* m_save;
    QLabel* m_summary;
    QTableWidget* m_table;
};

} // namespace mien::ui
