// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/graph_engine.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace mien::ui {

class JobBase;
class JobList;

using StabilityPtr = std::shared_ptr<const causal::Stability>;

/// How often each edge comes up in graphs of resampled data: as a job, when the sliders rest or on demand.
class StabilityRun : public QWidget {
    Q_OBJECT
public:
    explicit StabilityRun(JobList& jobs, QWidget* parent = nullptr);

    /// A new graph is shown: what was counted before is no longer of it. Starts by itself where that is
    /// cheap.
    void setAnswer(const GraphAnswer& answer);
    void clear();
    void start();
    void cancel();
    bool running() const;
    bool waiting() const { return running() || m_quiet.isActive(); } ///< or about to run
    void setAutomatic(bool on);
    bool automatic() const;

signals:
    void automaticChanged(bool on);
    void counted(const mien::ui::GraphRequest& of, const mien::ui::StabilityPtr& stability);

private:
    void follow();

    JobList& m_jobs;
    GraphAnswer m_answer;
    bool m_counted = false; ///< of m_answer
    QPointer<JobBase> m_job;
    QTimer m_quiet;
    QCheckBox* m_automatic;
    QPushButton* m_button;
    QProgressBar* m_progress;
    QLabel* m_note;
};

} // namespace mien::ui

Q_DECLARE_METATYPE(mien::ui::GraphRequest)
