// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/graph_formats.h"
#include "ui/graph_workspace/edge_rows.h"
#include "ui/graph_workspace/graph_engine.h"
#include "ui/graph_workspace/stability_run.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace mien::ui {

namespace graph {
class PagView;
}

class ActionRegistry;
class ComparePage;
class DetailCard;
class EdgesView;
class GraphControls;
class GraphSource;
class JobList;
class KnowledgeStore;
class KnowledgeView;
class MatricesPage;
class TogetherPage;
class ProjectDocument;
class SelectionModel;
class Settings;
class SourceBar;
class TrustView;

/// The Graph workspace: the partial ancestral graph of a film's regions or of a table, as picture and as
/// table, with everything it was made by.
class GraphWorkspace : public QWidget {
    Q_OBJECT
public:
    GraphWorkspace(ActionRegistry& actions, Settings& settings, ProjectDocument& document,
                   SelectionModel& selection, JobList& jobs, QWidget* parent = nullptr);
    ~GraphWorkspace() override;

    void openTable(const QString& path);
    void askForTable();
    /// A graph of another program, laid beside this one.
    void openGraph(const QString& path);
    void askForGraph();
    /// Whether a file named in this workspace is taken for a graph rather than a table of numbers.
    static bool isGraph(const QString& path);
    /// By the ending: what is seen as .svg, .pdf or .png, the table as .csv.
    Result<void> exportTo(const QString& path) const;
    Result<void> exportGraph(const QString& path, const causal::GraphFormat& format) const;
    enum class View { Graph, Matrices, Together, Compare };
    void showView(View view);
    /// The face of the film behind the graph; a null picture: the drawn one.
    void setFace(const QImage& picture, const std::vector<QPointF>& regionsPx);

    GraphControls& controls() { return *m_controls; }
    GraphEngine& engine() { return m_engine; }
    GraphSource& source() { return *m_source; }
    KnowledgeStore& knowledge() { return *m_knowledge; }
    graph::PagView& picture() { return *m_picture; }
    EdgesView& edges() { return *m_edges; }
    DetailCard& details() { return *m_details; }
    TrustView& trust() { return *m_trust; }
    StabilityRun& stability() { return *m_stability; }
    ComparePage& compare() { return *m_compare; }
    MatricesPage& matrices() { return *m_matrices; }
    TogetherPage& together() { return *m_together; }
    KnowledgeView& knowledgeList() { return *m_known; }
    const GraphFacts& facts() const { return m_facts; }
    const std::optional<GraphAnswer>& answer() const { return m_answer; }
    /// The N-th row of the table, from 0; whether there is one.
    bool selectEdge(int row);
    /// settled() follows once nothing is being searched or counted any more.
    void tellWhenSettled();
    /// The sentence in place of a picture; empty where there is one.
    QString message() const;

signals:
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void presented(); ///< a graph, or why there is none, is shown
    void stabilityShown();
    void settled();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeEmpty();
    QWidget* makeSide();
    void wire();
    void keepSettings();
    void request();
    void take(const GraphAnswer& answer);
    void present();
    void showMessage(const QString& sentence);
    void select(int node, int a, int b);
    void tellPages(); ///< what is selected in the picture
    void fillExportMenu();
    void askToExport(const QString& title, const QString& filter);
    void askToExportGraph(const causal::GraphFormat& format);
    void presentView();
    bool busy() const;

    ActionRegistry& m_actions;
    Settings& m_settings;
    ProjectDocument& m_document;
    SelectionModel& m_selection;
    GraphSource* m_source;
    KnowledgeStore* m_knowledge;
    GraphEngine m_engine;
    std::optional<GraphAnswer> m_answer;
    GraphFacts m_facts;
    bool m_stale = true;   ///< asked for while nobody looks
    bool m_placed = false; ///< a placement was chosen by hand

    SourceBar* m_bar;
    QStackedWidget* m_pages;
    QLabel* m_message;
    QPushButton *m_analyse, *m_openTable;
    QTabWidget* m_views;
    graph::PagView* m_picture;
    MatricesPage* m_matrices;
    TogetherPage* m_together;
    ComparePage* m_compare;
    QTabWidget* m_tables;
    KnowledgeView* m_known;
    EdgesView* m_edges;
    GraphControls* m_controls;
    StabilityRun* m_stability;
    TrustView* m_trust;
    DetailCard* m_details;
};

} // namespace mien::ui
