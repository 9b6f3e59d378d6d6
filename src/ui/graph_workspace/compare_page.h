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
    void compareWithNothing();

    graph::PagView& picture() { return *m_picture; }
    const std::optional<causal::GraphComparison>& comparison() const { return m_comparison; }
    QString summary() const;
    bool busy() const { return m_engine.busy(); }
    bool holdsGraph() const { return m_choice == File && m_other.has_value(); }

signals:
    void compared();
    void graphAsked();
    void failed(const QString& sentence);

private:
    enum Choice { Nothing, Span, Correction, Films, Kept, File };
    void fillChoices();
    void choose();
    void ask();
    void present();
    void say(const QString& sentence);
    void setOther(causal::Pag graph, const QString& name);

    GraphSource& m_source;
    GraphEngine m_engine;
    std::optional<GraphAnswer> m_current;
    QString m_currentName;
    Choice m_choice = Nothing;
    FilmSpan m_span = FilmSpan::Whole;
    std::optional<GraphData> m_otherData; ///< of films
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
