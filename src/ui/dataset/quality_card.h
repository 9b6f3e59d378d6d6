// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/clip_dialog.h"
#include "ui/dataset/quality_run.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace mien::ui {

class JobBase;
class JobList;
class Settings;

/// Picture quality of the films behind the chosen rows, measured on demand in the background, beside the
/// published means. What was measured is kept until another table is opened.
class QualityCard : public QWidget {
    Q_OBJECT
public:
    QualityCard(Settings& settings, JobList& jobs, std::filesystem::path cacheDir, QWidget* parent = nullptr);
    ~QualityCard() override;

    /// The films of the chosen rows, each once; `withoutFilm` of these rows have none.
    void setChosen(std::vector<FilmToJudge> films, int withoutFilm);
    /// With which model CLIP-IQA is measured; remembered.
    void setClip(const ClipChoice& clip);
    ClipChoice clip() const;
    void measure();
    void stop();
    void forget();

    bool measuring() const;
    const JudgedFilms& judged() const { return m_judged; }
    QTableWidget& table() { return *m_table; }
    QString notes() const;

signals:
    void judgedChanged(); ///< other films were measured, or forgotten
    void failed(const QString& sentence);

private:
    std::vector<FilmToJudge> unknown() const;
    void askForClip();
    void refresh();
    void fillTable();
    void addRow(const QString& name, const QStringList& figures, const QString& source, bool strong = false);
    void fillNotes();

    Settings& m_settings;
    JobList& m_jobs;
    std::filesystem::path m_cacheDir;
    std::vector<FilmToJudge> m_chosen;
    int m_withoutFilm = 0;
    JudgedFilms m_judged;
    QStringList m_clipTroubles;
    QPointer<JobBase> m_job;
    QLabel* m_what;
    QPushButton* m_measure;
    QPushButton* m_stop;
    QPushButton* m_chooseClip;
    QCheckBox* m_parity;
    QProgressBar* m_progress;
    QTableWidget* m_table;
    QLabel* m_notes;
};

} // namespace mien::ui
