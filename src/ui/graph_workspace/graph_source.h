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
    QString subject = {}; ///< whom it shows; empty: not told
};

/// The 12 regions as core's regionTable() has them. Corrupt, in a sentence, where nothing is left.
Result<causal::Table> filmTable(const motion::FaceMotionSeries& series,
                                const std::optional<std::vector<FrameInterval>>& spans = {},
                                bool keepGaps = false);

/// The whole films one below the other.
std::function<Result<causal::Table>(const JobContext&)> recipeOf(std::vector<OtherFilm> films,
                                                                 bool keepGaps = false);

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

    /// Whom the open film shows; empty: not told.
    void setSubject(std::function<QString()> subject);
    QString subject() const { return m_subject ? m_subject() : QString(); }
    /// Other films of the same subject.
    std::vector<OtherFilm> filmsOfSubject(const QString& subject) const;

    void useFilm();
    /// The open film and all others of the project whose analysis is kept, as one.
    void useAllFilms();
    /// The open film and all others of its subject, as one.
    void useSubject();
    bool isAllFilms() const { return m_scope == Scope::All; }
    bool isSubject() const { return m_scope == Scope::Subject; }
    void useTable(const QString& path);
    bool isTable() const { return !m_table.isEmpty(); }
    const QString& tablePath() const { return m_table; }
    void setSpan(FilmSpan span);
    FilmSpan span() const { return m_span; }
    /// Frames that cannot be scored become rows without values, for tests that use what each has.
    void setGapsKept(bool kept);
    bool gapsKept() const { return m_keepGaps; }
    bool hasGaps() const; ///< frames of the film cannot be scored; of several films: perhaps

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
    GraphData filmsData() const;

    ProjectDocument& m_document;
    SelectionModel& m_selection;
    std::function<std::vector<OtherFilm>()> m_others;
    enum class Scope { Film, Subject, All };
    void use(Scope scope, const QString& table);
    std::vector<OtherFilm> filmsBeside() const; ///< those of the scope but for the open one

    std::function<QString()> m_subject;
    Scope m_scope = Scope::Film;
    bool m_keepGaps = false;
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
