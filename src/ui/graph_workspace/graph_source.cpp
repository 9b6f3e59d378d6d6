// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_source.h"

#include "core/pipeline/region_table.h"
#include "ui/document/project_document.h"
#include "ui/document/selection_model.h"

#include <QFileInfo>

namespace mien::ui {

GraphSource::GraphSource(ProjectDocument& document, SelectionModel& selection, QObject* parent)
    : QObject(parent), m_document(document), m_selection(selection) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { refresh(false); });
    const auto soon = [this] { m_soon.start(); };
    connect(&document, &ProjectDocument::currentMediaChanged, this, soon);
    connect(&document, &ProjectDocument::projectChanged, this, soon);
    connect(&document, &ProjectDocument::eventsChanged, this, soon);
    connect(&document, &ProjectDocument::proposalsChanged, this, soon);
    connect(&document, &ProjectDocument::timingChanged, this, soon);
    connect(&document.analysis(), &AnalysisStore::analysisChanged, this, soon);
    connect(&document.analysis(), &AnalysisStore::measuringChanged, this, soon);
    connect(&selection, &SelectionModel::selectionChanged, this, soon);
    connect(&selection, &SelectionModel::loopChanged, this, soon);
    refresh(true);
}

Result<causal::Table> filmTable(const motion::FaceMotionSeries& series,
                                const std::optional<std::vector<FrameInterval>>& spans, bool keepGaps) {
    auto table = spans ? pipeline::regionTable(series, {}, *spans, keepGaps)
                       : pipeline::regionTable(series, {}, keepGaps);
    if (table.rows() == 0 || table.values.array().isNaN().all())
        return fail(ErrorCode::Corrupt, spans ? "No two neighbouring frames of these spans can be scored; "
                                                "choose others, or the whole film."
                                              : "No two neighbouring frames of this film can be scored.");
    return table;
}

std::function<Result<causal::Table>(const JobContext&)> recipeOf(std::vector<OtherFilm> films,
                                                                 bool keepGaps) {
    return [films = std::move(films), keepGaps](const JobContext& job) -> Result<causal::Table> {
        std::vector<causal::Table> tables;
        for (const auto& film : films) {
            if (job.cancelled())
                return mien::cancelled();
            const auto series = film.read(job);
            if (!series)
                return Unexpected(series.error());
            auto table = filmTable(*series, {}, keepGaps);
            if (!table)
                return table;
            tables.push_back(std::move(*table));
        }
        return pipeline::stacked(tables);
    };
}

void GraphSource::setOtherFilms(std::function<std::vector<OtherFilm>()> films) {
    m_others = std::move(films);
}

void GraphSource::setSubject(std::function<QString()> subject) {
    m_subject = std::move(subject);
}

std::vector<OtherFilm> GraphSource::filmsOfSubject(const QString& subject) const {
    auto films = otherFilms();
    std::erase_if(films, [&](const OtherFilm& film) { return film.subject != subject; });
    return films;
}

std::vector<OtherFilm> GraphSource::filmsBeside() const {
    return m_scope == Scope::Subject ? filmsOfSubject(subject()) : otherFilms();
}

void GraphSource::use(Scope scope, const QString& table) {
    m_scope = scope;
    m_table = table;
    if (scope != Scope::Film)
        m_span = FilmSpan::Whole; // the events of other films are not at hand
    refresh(true);
}

void GraphSource::useFilm() {
    use(Scope::Film, {});
}

void GraphSource::useSubject() {
    use(Scope::Subject, {});
}

void GraphSource::useAllFilms() {
    use(Scope::All, {});
}

void GraphSource::useTable(const QString& path) {
    use(Scope::Film, path);
}

void GraphSource::setSpan(FilmSpan span) {
    m_span = span;
    if (span != FilmSpan::Whole)
        m_scope = Scope::Film;
    refresh(isTable());
}

void GraphSource::setGapsKept(bool kept) {
    if (kept == m_keepGaps)
        return;
    m_keepGaps = kept;
    if (!isTable())
        refresh(true);
}

bool GraphSource::hasGaps() const {
    if (isTable() || !m_analysis)
        return false;
    const auto& frames = m_analysis->series.frames;
    return m_scope != Scope::Film || std::any_of(frames.begin(), frames.end(), [](const auto& frame) {
               return frame.state != face::Scorability::Scorable;
           });
}

GraphData GraphSource::filmData(const SpanIntervals& intervals) const {
    return {freshId(),
            [analysis = m_analysis, spans = intervals.intervals, keep = m_keepGaps](const JobContext&) {
                return filmTable(analysis->series, spans, keep);
            },
            true};
}

GraphData GraphSource::filmsData() const {
    auto films = filmsBeside();
    films.insert(
        films.begin(),
        {shortName(), [analysis = m_analysis](const JobContext&) -> Result<motion::FaceMotionSeries> {
             return analysis->series;
         }});
    return {freshId(), recipeOf(std::move(films), m_keepGaps), true};
}

void GraphSource::refresh(bool force) {
    if (isTable()) {
        if (!force)
            return; // what happens to the film is another matter
        m_state = State::Ready;
        m_analysis.reset();
        m_data = {freshId(),
                  [path = m_table](const JobContext&) { return causal::readTable(path.toStdString()); }};
        emit changed();
        return;
    }
    const auto analysis = m_document.analysis().analysis();
    const auto intervals = intervalsOf(m_span, m_document, m_selection);
    const bool film = m_document.currentMedia() != nullptr;
    const State state = !film                                                 ? State::Nothing
                        : !analysis && m_document.analysis().measuring()      ? State::Measuring
                        : !analysis                                           ? State::NotAnalysed
                        : intervals.intervals && intervals.intervals->empty() ? State::NoSpan
                                                                              : State::Ready;
    if (!force && state == m_state && analysis == m_analysis && intervals == m_intervals)
        return;
    m_state = state;
    m_analysis = analysis;
    m_intervals = intervals;
    m_data = state != State::Ready ? GraphData{} : m_scope != Scope::Film ? filmsData() : filmData(intervals);
    emit changed();
}

std::optional<GraphData> GraphSource::otherSpan(FilmSpan span) const {
    if (isTable() || !m_analysis)
        return std::nullopt;
    const auto intervals = intervalsOf(span, m_document, m_selection);
    if (intervals.intervals && intervals.intervals->empty())
        return std::nullopt;
    return filmData(intervals);
}

QString GraphSource::emptyText() const {
    switch (m_state) {
    case State::Nothing:
        return tr("Open a film, or a table of numbers with one variable a column.");
    case State::NotAnalysed:
        return tr("This film is not analysed yet: how its 12 regions move is not known.");
    case State::Measuring:
        return tr("The film is being analysed. The graph follows.");
    case State::NoSpan:
        return m_span == FilmSpan::Stretch
                   ? tr("Nothing is selected. Choose an event on the score, or another span.")
                   : tr("This film has nothing of the kind “%1”. Choose another span.").arg(spanText(m_span));
    case State::Ready:
        break;
    }
    return {};
}

QString GraphSource::shortName() const {
    if (isTable())
        return QFileInfo(m_table).fileName();
    const auto* media = m_document.currentMedia();
    return media ? QString::fromStdString(media->path.filename().string()) : QString();
}

QString GraphSource::name() const {
    const int films = 1 + (m_scope == Scope::Film ? 0 : static_cast<int>(filmsBeside().size()));
    if (m_scope == Scope::All)
        return tr("%n film(s) together", nullptr, films);
    if (m_scope == Scope::Subject)
        return tr("subject %1, %n film(s)", nullptr, films).arg(subject());
    if (isTable() || m_span == FilmSpan::Whole)
        return shortName();
    const QString what = QStringLiteral("%1, %2").arg(shortName(), spanText(m_span));
    return m_intervals.from.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, m_intervals.from);
}

} // namespace mien::ui
