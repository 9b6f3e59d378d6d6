// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/train_form.h"

class QLabel;
class QProgressBar;
class QStackedWidget;
class QTabWidget;

namespace mien::ui {

class DebiasPage;
class ResultPage;
class RunPage;

/// Trains a spotter: films and recipe on the left, the running training and what came of it on the right.
class TrainWorkspace : public QWidget {
    Q_OBJECT
public:
    TrainWorkspace(Settings& settings, JobList& jobs, QString cacheFolder, QWidget* parent = nullptr);
    ~TrainWorkspace() override;

    enum class State { Ready, Running, Pausing, Stopping, Paused, Done };
    State state() const { return m_state; }
    /// Begins, or goes on where it was paused.
    void start();
    void pause(); ///< what is done stays in the output folder
    void stop();  ///< what it would go on from is removed; finished folds stay
    TrainForm& form() { return *m_form; }
    RunPage& running() { return *m_run; }
    ResultPage& result() { return *m_result; }
    DebiasPage& debias() { return *m_debias; }
    void showDebias();
    QString message() const;

signals:
    void stateChanged();
    void settled(); ///< a training ended, whichever way
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void filmAsked(const QString& path, qint64 frame);
    void trained(const QString& model);  ///< its folder
    void useAsked(const QString& model); ///< is to spot the films of the open project

private:
    void setState(State state);
    void finish(const Result<TrainResult>& result);
    static QString keptByPause();
    void takeNews();
    void refresh();

    JobList& m_jobs;
    State m_state = State::Ready;
    std::shared_ptr<TrainSink> m_sink;
    TrainPlan m_plan;
    bool m_madeFolder = false; ///< the output folder was not there before
    QPointer<JobBase> m_job;

    TrainForm* m_form;
    QStackedWidget* m_pages;
    QLabel *m_empty, *m_progressText;
    RunPage* m_run;
    ResultPage* m_result;
    DebiasPage* m_debias;
    QTabWidget* m_tabs;
    QProgressBar* m_bar;
    QPushButton *m_start, *m_pause, *m_stop;
};

} // namespace mien::ui
