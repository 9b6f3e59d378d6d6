// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/truth_figures.h"

#include <QPointer>
#include <QWidget>

#include <set>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace mien::ui {

class JobBase;
class JobList;
class SpreadChart;

/// Whether films show what they are said to show: what is measured of them against their truth, as figures,
/// as a distribution beside published means, and as a list of films with the worst first.
class TruthCard : public QWidget {
    Q_OBJECT
public:
    TruthCard(JobList& jobs, std::filesystem::path cacheDir, QWidget* parent = nullptr);
    ~TruthCard() override;

    /// The films of the rows that the filter shows, each once, and which of them somebody chose.
    void setFilms(std::vector<FilmToCheck> shown);
    void setChosen(std::set<std::filesystem::path> chosen);
    void setJudged(const JudgedFilms& judged); ///< their picture quality, where it was measured
    void measure(bool chosenOnly);
    void stop();
    void forget();
    void showFigure(Figure figure);

    bool measuring() const;
    const CheckedFilms& checked() const { return m_checked; }
    QString summary() const;
    QTableWidget& figures() { return *m_figures; }
    QTableWidget& worst() { return *m_worst; }
    SpreadChart& chart() { return *m_chart; }

signals:
    /// Show the row of this film whose expression begins there (frame of the medium).
    void clipAsked(const std::filesystem::path& film, std::optional<mien::FrameIndex> onset);
    /// The same, and open it.
    void clipOpened(const std::filesystem::path& film, std::optional<mien::FrameIndex> onset);
    void failed(const QString& sentence);

private:
    void makeTables();
    std::vector<FilmToCheck> open(bool chosenOnly) const;
    std::vector<std::filesystem::path> paths() const;
    void takeDone();
    void refresh();
    void refreshButtons();
    void fillFigures();
    void fillChart();
    void fillWorst();
    const FigureSpread& current() const;
    const FigureValue* valueAt(int row) const;

    JobList& m_jobs;
    std::filesystem::path m_cacheDir;
    std::vector<FilmToCheck> m_shown;
    std::set<std::filesystem::path> m_chosen;
    CheckedFilms m_checked;
    JudgedFilms m_judged;
    std::vector<FigureSpread> m_spreads;
    std::vector<std::size_t> m_listed; ///< of the current figure's values, row by row
    std::shared_ptr<CheckedSink> m_sink;
    QPointer<JobBase> m_job;
    QPushButton* m_measure;
    QPushButton* m_measureChosen;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_what;
    QTableWidget* m_figures;
    SpreadChart* m_chart;
    QTableWidget* m_worst;
};

} // namespace mien::ui
