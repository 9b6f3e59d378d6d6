// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/retrain.h"
#include "ui/registry/model_shelf.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace mien::ui {

class ComparisonView;
class JobBase;
class JobList;
class ProjectDocument;
class Settings;
class UseRow;

/// A new model from the films that were reviewed in the open project, and whether it may take the old one's
/// place: only where it is better on people it had not seen, or where the user insists. What was paused,
/// here, in the list of jobs or by closing the window, goes on where it was.
class RetrainView : public QWidget {
    Q_OBJECT
public:
    RetrainView(ModelShelf& shelf, Settings& settings, ProjectDocument& document, JobList& jobs,
                const QString& cacheFolder, QWidget* parent = nullptr);

    void setOld(const QString& key); ///< what to go on from and to compare with
    void refresh();                  ///< counts what was reviewed, in the background
    /// The dataset that the Train page holds, to be learnt beside the corrections where that is chosen; null:
    /// none.
    void offer(std::shared_ptr<const dataset::Dataset> known);

    enum class State { Ready, Running, Pausing, Stopping, Paused };
    State state() const { return m_state; }

signals:
    void filmAsked(qint64 film, qint64 frame);
    void failed(const QString& sentence);
    void trained(const QString& key); ///< of the new model

private:
    struct Done;
    /// What is learnt beside the corrections: a dataset that was read, or a table; empty: nothing.
    struct Beside {
        QString table;
        std::shared_ptr<const dataset::Dataset> data;
        QString name() const;
    };
    void start(); ///< begins, or goes on
    void pause();
    void stop(); ///< what it would go on from is removed
    std::filesystem::path checkpoints() const;
    void setState(State state);
    void ready(const Result<std::shared_ptr<const Done>>& done);
    void chooseTable();
    static QString keptByPause();
    void listOffered();
    Beside chosen() const;
    void updateButtons();

    ModelShelf& m_shelf;
    Settings& m_settings;
    ProjectDocument& m_document;
    JobList& m_jobs;
    QString m_cacheFolder, m_old, m_from, m_new, m_project;
    State m_state = State::Ready;
    bool m_any = false;
    Beside m_beside;                                             ///< of the training that runs or is paused
    std::shared_ptr<const dataset::Dataset> m_offered, m_latest; ///< listed; to be listed once nothing runs
    QLabel* m_what;
    QLineEdit* m_name;
    QComboBox* m_table;
    QCheckBox* m_goOn;
    QPushButton *m_start, *m_pause, *m_stop, *m_browse;
    QProgressBar* m_progress;
    QLabel* m_stage;
    QLabel* m_verdict;
    UseRow* m_useRow;
    ComparisonView* m_comparison;
    QPointer<JobBase> m_job;
};

} // namespace mien::ui
