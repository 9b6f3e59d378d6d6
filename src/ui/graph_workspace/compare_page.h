// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/compare_graphs.h"
#include "ui/graph/placement.h"
#include "ui/graph_workspace/graph_source.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace mien::ui {

namespace graph {
class PagView;
}

/// Two graphs on one another: the one that is shown, and another span, another correction, other films, a
/// graph kept from before, or one of another program.
class ComparePage : public QWidget {
    Q_OBJECT
public:
    explicit ComparePage(GraphSource& source, QWidget* parent = nullptr);

    /// What is shown now.
    void setCurrent(const GraphAnswer& answer, const QString& name);
    void clear();
    void setPlacement(graph::Placement placement);
    void setFace(const QImage& picture, const std::vector<QPointF>& regionsPx);

    void keep(); ///< the graph of now, to be compared with later ones
    Result<void> openGraph(const QString& path);
    void compareWithSpan(FilmSpan span);
    void compareWithCorrection(); ///< the other way round
    void compareWithFilms(const std::vector<OtherFilm>& films);
    /// All analysed films of a subject, but for the open one.
    void compareWithSubject(const QString& subject);
    void compareWithNothing();

    /// A variable (no second name), a pair, or nothing; where this comparison has them. Emits nothing.
    void select(const std::string& first, const std::string& second);

    graph::PagView& picture() { return *m_picture; }
    QTableWidget& table() { return *m_table; }
    QComboBox& with() { return *m_with; }
    const std::optional<causal::GraphComparison>& comparison() const { return m_comparison; }
    QString summary() const;
    bool busy() const { return m_engine.busy(); }
    bool holdsGraph() const { return m_choice == File && m_other.has_value(); }

signals:
    void compared();
    void graphAsked();
    /// A variable (no second name), a pair, or nothing was chosen.
    void chosen(const std::string& first, const std::string& second);
    void failed(const QString& sentence);

private:
    enum Choice { Nothing, Span, Correction, Films, Subject, Kept, File };
    bool searches() const { return m_choice != Nothing && m_choice < Kept; } ///< the other graph
    void fillChoices();
    void choose();
    void ask();
    void present();
    void say(const QString& sentence);
    void followPicture(); ///< row and the rest of the workspace speak of what is chosen in it
    void showRow();
    void setOther(causal::Pag graph, const QString& name);

    GraphSource& m_source;
    GraphEngine m_engine;
    std::optional<GraphAnswer> m_current;
    QString m_currentName;
    Choice m_choice = Nothing;
    FilmSpan m_span = FilmSpan::Whole;
    QString m_subject;
    std::vector<OtherFilm> m_films;
    std::optional<GraphData> m_otherData; ///< of m_films
    bool m_otherGaps = false;             ///< that it keeps
    bool m_selecting = false;             ///< rows change without anybody choosing one
    bool m_quiet = false;                 ///< the choice comes from elsewhere
    std::optional<causal::Pag> m_kept, m_opened, m_other;
    QString m_keptName, m_openedName, m_otherName;
    std::optional<causal::GraphComparison> m_comparison;

    QComboBox* m_with;
    QPushButton* m_keep;
    QLabel* m_summary;
    graph::PagView* m_picture;
    QTableWidget* m_table;
};

} // namespace mien::ui
