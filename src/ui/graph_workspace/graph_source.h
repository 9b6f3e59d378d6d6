// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/face_motion_series.h"
#include "core/project/project.h"
#include "ui/graph_workspace/film_spans.h"

#include <QObject>
#include <QTimer>

namespace mien::pipeline {
struct Analysis;
}

namespace mien::ui {

/// Another film of the project whose measured movement is kept.
struct OtherFilm {
    QString name;
    std::function<Result<motion::FaceMotionSeries>(const JobContext&)> read;
};

/// The whole films one below the other.
std::function<Result<causal::Table>(const JobContext&)> recipeOf(std::vector<OtherFilm> films);

/// Where the numbers of a graph come from: the open film's measured movement, or a table.
class GraphSource : public QObject {
    Q_OBJECT
public:
    enum class State {
        Nothing,     ///< no film, no table
        NotAnalysed, ///< a film without measured movement
        Measuring,   ///< it is being analysed
        NoSpan,      ///< the chosen span is empty
        Ready
    };

    GraphSource(ProjectDocument& document, SelectionModel& selection, QObject* parent = nullptr);

    /// Where the other films come from; asked whenever they are needed.
    void setOtherFilms(std::function<std::vector<OtherFilm>()> films);
    std::vector<OtherFilm> otherFilms() const { return m_others ? m_others() : std::vector<OtherFilm>{}; }

    void useFilm();
    /// The open film and all others of the project whose analysis is kept, as one.
    void useAllFilms();
    bool isAllFilms() const { return m_all; }
    void useTable(const QString& path);
    bool isTable() const { return !m_table.isEmpty(); }
    const QString& tablePath() const { return m_table; }
    void setSpan(FilmSpan span);
    FilmSpan span() const { return m_span; }

    State state() const { return m_state; }
    /// Why there is nothing to search, in a sentence; empty where there is.
    QString emptyText() const;
    const GraphData& data() const { return m_data; }
    /// "d18.mp4, micro-expressions only (from 3 events)".
    QString name() const;
    QString shortName() const; ///< "d18.mp4"

    /// The same film divided otherwise, to compare with; an id of its own. nullopt: there is nothing in it.
    std::optional<GraphData> otherSpan(FilmSpan span) const;
    int freshId() const { return ++m_lastId; }

signals:
    void changed();

private:
    void refresh(bool force);
    GraphData filmData(const SpanIntervals& intervals) const;
    GraphData allFilmsData() const;

    ProjectDocument& m_document;
    SelectionModel& m_selection;
    std::function<std::vector<OtherFilm>()> m_others;
    bool m_all = false;
    QString m_table;
    FilmSpan m_span = FilmSpan::Whole;
    State m_state = State::Nothing;
    SpanIntervals m_intervals;
    std::shared_ptr<const pipeline::Analysis> m_analysis; ///< that m_data is made from
    GraphData m_data;
    mutable int m_lastId = 0;
    QTimer m_soon; ///< many events change at once while an analysis ends
};

} // namespace mien::ui
