// SPDX-License-Identifier: GPL-3.0-or-later
// How the Graph workspace meets the film.
#include "ui/commands/gate.h"
#include "ui/dataset/data_panel.h"
#include "ui/graph/pag_view.h"
#include "ui/graph_workspace/graph_source.h"
#include "ui/graph_workspace/graph_workspace.h"
#include "ui/graph_workspace/knowledge_store.h"
#include "ui/player/face_stage.h"
#include "ui/player/pictures.h"
#include "ui/shell/graph_feeds.h"
#include "ui/shell/main_window.h"

namespace mien::ui {

void MainWindow::registerGraphActions() {
    auto& a = m_bench.actions;
    const QString group = tr("Graph");
    const auto act = [&](const char* id, const QString& text, const char* key, const char* icon, auto run) {
        a.add({id,
               group,
               text,
               {QKeySequence(QLatin1String(key), QKeySequence::PortableText)},
               ActionContext::Graph,
               icon},
              std::move(run));
    };
    a.add({"graph.openTable", group, tr("Graph of a table…"), {}, {}, "document-open"}, [this] {
        setWorkspace(Workspace::Graph);
        m_graph->askForTable();
    });
    a.add({"graph.open", group, tr("Compare with a graph from a file…"), {}, {}, "document-import"}, [this] {
        setWorkspace(Workspace::Graph);
        m_graph->askForGraph();
    });
    using View = GraphWorkspace::View;
    const auto show = [this](View view) { return [this, view] { m_graph->showView(view); }; };
    act("graph.picture", tr("Show the graph"), "Ctrl+Shift+1", "view-list-tree", show(View::Graph));
    act("graph.matrices", tr("Show the matrices"), "Ctrl+Shift+2", "view-grid", show(View::Matrices));
    act("graph.together", tr("Show what moves together"), "Ctrl+Shift+3", "draw-line", show(View::Together));
    act("graph.compare", tr("Compare two graphs"), "Ctrl+Shift+4", "view-split-left-right",
        show(View::Compare));
    act("graph.keep", tr("Keep this graph to compare with"), "Ctrl+Shift+K", "bookmark-new", [this] {
        m_graph->showView(View::Compare);
        m_graph->compare().keep();
    });
    act("graph.stability", tr("Check or stop checking stability"), "Ctrl+Shift+B", "run-build", [this] {
        auto& run = m_graph->stability();
        if (run.running())
            run.cancel();
        else
            run.start();
    });
    act("graph.arrange", tr("Arrange the nodes anew"), "Ctrl+Shift+R", "view-refresh",
        [this] { m_graph->picture().arrange(); });
}

void MainWindow::wireGraph() {
    connect(m_graph, &GraphWorkspace::failed, this, &MainWindow::complain);
    connect(m_graph, &GraphWorkspace::notice, this, &MainWindow::say);
    connect(&m_graph->knowledge().undo(), &QUndoStack::indexChanged, this, &MainWindow::updateEnabled);
    connect(&m_bench.document.analysis(), &AnalysisStore::analysisChanged, this,
            &MainWindow::showFaceBehindGraph);
    m_graph->source().setOtherFilms(
        [this] { return otherFilms(m_bench.document, m_data->dataset(), m_bench.folders.cache); });
    m_graph->source().setSubject([this] {
        const auto* film = m_bench.document.currentMedia();
        return film ? subjectOf(m_bench.document, m_data->dataset(), *film) : QString();
    });
    m_graph->matrices().setPriors([this] { return priorSources(m_bench.document, m_data->dataset()); });
}

/// The first frame with a face: rest, in most films.
void MainWindow::showFaceBehindGraph() {
    const auto analysis = m_bench.document.analysis().analysis();
    auto* stills = m_stage->stills();
    if (m_workspace != Workspace::Graph || (analysis == m_faceOf && !m_stage->facesHidden()))
        return;
    m_faceOf.reset();
    m_graph->setFace({}, {});
    if (!analysis || stills == nullptr || m_stage->facesHidden())
        return;
    m_faceOf = analysis;
    const auto frames = static_cast<std::int64_t>(analysis->landmarks.size());
    for (std::int64_t i = 0; i < frames; ++i) {
        const auto* landmarks = m_bench.document.analysis().landmarks({i});
        if (landmarks == nullptr)
            continue;
        stills->request({i}, {},
                        [this, analysis, points = *landmarks](const media::Frame& frame, const QImage&) {
                            if (analysis != m_bench.document.analysis().analysis() || m_stage->facesHidden())
                                return;
                            const auto crop = cropToFace(asPicture(frame.image), points);
                            m_graph->setFace(crop.picture, crop.regions);
                        });
        return;
    }
}

void MainWindow::undo() {
    if (m_workspace == Workspace::Graph)
        m_graph->knowledge().undo().undo();
    else
        commands::Gate::undoInBackground(m_bench.document, m_bench.jobs);
}

void MainWindow::redo() {
    if (m_workspace == Workspace::Graph)
        m_graph->knowledge().undo().redo();
    else
        commands::Gate::redoInBackground(m_bench.document, m_bench.jobs);
}

} // namespace mien::ui
