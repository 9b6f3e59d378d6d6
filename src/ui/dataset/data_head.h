// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace mien::ui {

/// What stands above a dataset: its name, what was found, what Import would do, and the buttons.
class DataHead : public QWidget {
    Q_OBJECT
public:
    struct Content {
        QString name, summary, outlook;
        bool busy = false;
        bool read = false;         ///< there is a table to save the log of
        bool filmsMissing = false; ///< choosing their folder is the next step
        bool importable = false;
        QString importTip;
    };

    explicit DataHead(QWidget* parent = nullptr);
    void show(const Content& content);
    void setProgress(double fraction);

signals:
    void stopAsked();
    void filmsAsked();
    void logAsked();
    void importAsked();

private:
    QLabel* m_name;
    QLabel* m_summary;
    QLabel* m_outlook;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_films;
    QPushButton* m_log;
    QPushButton* m_import;
};

} // namespace mien::ui
