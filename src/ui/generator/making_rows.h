// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_list.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace mien::ui {

class Settings;

/// The last rows of a page that generates: into which folder, how far the job is, what came of it, and the
/// buttons that begin and stop it. The folder of a running job cannot be changed.
class MakingRows final : public QWidget {
    Q_OBJECT
public:
    /// `folderName` is said of the folder's field and in the dialog that asks for it.
    MakingRows(Settings& settings, const QString& folderName, QWidget* parent = nullptr);

    /// Clean, with '/'; empty where none is given.
    QString folder() const;
    void setFolder(const QString& folder);
    void setReady(bool ready);
    void setTip(const QString& ofGenerate);

    bool running() const { return m_job != nullptr; }
    /// Shows this job from now on, `first` until it says something itself.
    void follow(JobBase* job, const QString& first);
    /// The job is no longer followed; say() and showLinks() tell what came of it.
    void end();
    void cancel();

    void say(const QString& text, bool bad);
    QString said() const;
    /// Rich text; empty hides them.
    void showLinks(const QString& html);

signals:
    void folderChanged();
    void generateAsked();
    void linkActivated(const QString& link);

private:
    void refresh();

    QPointer<JobBase> m_job;
    bool m_ready = false;
    QLineEdit* m_out;
    QProgressBar* m_progress;
    QLabel* m_state;
    QLabel* m_links;
    QPushButton* m_cancel;
    QPushButton* m_generate;
};

} // namespace mien::ui
