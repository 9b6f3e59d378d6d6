// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QToolButton;

namespace mien::ui {

class Workbench;

/// Always says: the frame on screen and whether it is the one asked for, its time, the film's rate, work in
/// the background, the network runtime, and that everything is kept.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Workbench& bench, QWidget* parent = nullptr);

    void setFilm(const QString& codec, int width, int height);
    void setDisplayed(std::optional<qint64> frame);
    void setRuntime(const QString& text, const QString& tip);

signals:
    void jobsAsked();

private:
    void refreshFrame();
    void refreshRate();
    void refreshKept();
    void refreshJobs();
    QLabel* part(const QString& name, bool right);

    Workbench& m_bench;
    QLabel* m_frame;
    QLabel* m_rate;
    QLabel* m_film;
    QToolButton* m_jobs;
    QLabel* m_runtime;
    QLabel* m_coder;
    QLabel* m_kept;
    QString m_filmText;
    std::optional<qint64> m_displayed;
    QTimer m_tick;
};

} // namespace mien::ui
