// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_workspace.h"

#include "ui/document/project_document.h"
#include "ui/document/selection_model.h"
#include "ui/graph/pag_view.h"
#include "ui/graph_workspace/compare_page.h"
#include "ui/graph_workspace/detail_card.h"
#include "ui/graph_workspace/edges_view.h"
#include "ui/graph_workspace/graph_controls.h"
#include "ui/graph_workspace/graph_source.h"
#include "ui/graph_workspace/graph_words.h"
#include "ui/graph_workspace/knowledge_store.h"
#include "ui/graph_workspace/knowledge_view.h"
#include "ui/graph_workspace/matrices_page.h"
#include "ui/graph_workspace/move_nodes.h"
#include "ui/graph_workspace/source_bar.h"
#include "ui/graph_workspace/together_page.h"
#include "ui/graph_workspace/trust_notes.h"
#include "ui/settings/action_registry.h"
#include "ui/settings/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kSideWidth = 310;
const QString kAutomatic = QStringLiteral("automatic"); ///< key of a setting

QFrame* line() {
    auto* made = new QFrame;
    made->setFrameShape(QFrame::HLine);
    made->setForegroundRole(QPalette::Mid);
    return made;
}

std::optional<int> regionOf(const std::string& variable) {
    const std::string region = graph::regionIn(variable);
    const auto& all = motion::regions();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == region; });
    return found == all.end() ? std::nullopt : std::optional(static_cast<int>(found - all.begin()));
}

bool allRegions(const causal::Pag& graph) {
    return std::all_of(graph.names().begin(), graph.names().end(),
                       [](const auto& name) { return regionOf(name).has_value(); });
}

} // namespace

GraphWorkspace::GraphWorkspace(ActionRegistry& actions, Settings& settings, ProjectDocument& document,
                               SelectionModel& selection, JobList& jobs, QWidget* parent)
    : QWidget(parent),
      m_actions(actions),
      m_settings(settings),
      m_document(document),
      m_selection(selection),
      m_source(new GraphSource(document, selection, this)),
      m_knowledge(new KnowledgeStore(document, this)),
      m_bar(new SourceBar(*m_source)),
      m_pages(new QStackedWidget),
      m_views(new QTabWidget),
      m_picture(new graph::PagView),
      m_matrices(new MatricesPage),
      m_together(new TogetherPage),
      m_compare(new ComparePage(*m_source)),
      m_tables(new QTabWidget),
      m_known(new KnowledgeView(*m_knowledge)),
      m_edges(new EdgesView),
      m_controls(new GraphControls),
      m_stability(new StabilityRun(jobs)),
      m_trust(new TrustView),
      m_details(new DetailCard) {
    setAccessibleName(tr("Graph"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(line());
    for (auto* tabs : {m_views, m_tables}) {
        tabs->setDocumentMode(true);
        tabs->setProperty("plain", true);
    }
    m_views->setAccessibleName(tr("Pictures"));
    m_tables->setAccessibleName(tr("Tables"));
    m_views->addTab(m_picture, tr("Graph"));
    m_views->addTab(m_matrices, tr("Matrices"));
    m_views->addTab(m_together, tr("Moving together"));
    m_views->addTab(m_compare, tr("Compare"));
    m_tables->addTab(m_edges, tr("Edges"));
    m_tables->addTab(m_known, tr("Knowledge"));
    m_tables->setCornerWidget(&m_edges->head(), Qt::TopRightCorner);
    connect(m_tables, &QTabWidget::currentChanged, this,
            [this] { m_edges->head().setVisible(m_tables->currentWidget() == m_edges); });
    auto* pictures = new QSplitter(Qt::Vertical);
    pictures->setChildrenCollapsible(false);
    m_pages->addWidget(m_views);
    m_pages->addWidget(makeEmpty());
    pictures->addWidget(m_pages);
    pictures->addWidget(m_tables);
    pictures->setStretchFactor(0, 3);
    pictures->setStretchFactor(1, 2);
    auto* row = new QSplitter(Qt::Horizontal);
    row->setChildrenCollapsible(false);
    row->addWidget(pictures);
    row->addWidget(makeSide());
    row->setStretchFactor(0, 1);
    row->setStretchFactor(1, 0);
    column->addWidget(row, 1);
    setFocusProxy(m_picture);
    fillExportMenu();
    wire();
    request();
}

GraphWorkspace::~GraphWorkspace() = default;

QWidget* GraphWorkspace::makeEmpty() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    m_message = new QLabel;
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMinimumWidth(280);
    m_analyse = new QPushButton(tr("Analyse the film"));
    m_analyse->setProperty("primary", true);
    m_openTable = new QPushButton(tr("Open a table…"));
    for (auto* button : {m_analyse, m_openTable})
        button->setAccessibleName(button->text());
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_analyse);
    buttons->addWidget(m_openTable);
    buttons->addStretch(1);
    column->addStretch(1);
    column->addWidget(m_message);
    column->addSpacing(10);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_analyse, &QPushButton::clicked, this, [this] { m_actions.action("film.analyse")->trigger(); });
    connect(m_openTable, &QPushButton::clicked, this, &GraphWorkspace::askForTable);
    return page;
}

QWidget* GraphWorkspace::makeSide() {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_controls);
    column->addWidget(m_stability);
    column->addWidget(line());
    column->addWidget(m_trust);
    column->addWidget(line());
    column->addWidget(m_details, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->setMinimumWidth(kSideWidth - 30);
    scroll->resize(kSideWidth, scroll->height());
    return scroll;
}

void GraphWorkspace::wire() {
    keepSettings();
    connect(m_controls, &GraphControls::stopAsked, this, [this] { m_engine.stopRefining(); });
    connect(m_source, &GraphSource::changed, this, [this] {
        // Of a table more is known once it is read.
        const bool film = !m_source->isTable();
        m_controls->setTraits({film, false, film && m_source->hasGaps()});
        request();
    });
    connect(m_knowledge, &KnowledgeStore::changed, this, [this] {
        m_picture->setKnowledge(m_knowledge->knowledge());
        request();
    });
    connect(m_controls, &GraphControls::changed, this, &GraphWorkspace::request);
    connect(m_controls, &GraphControls::leastStabilityChanged, this, [this](double share) {
        m_picture->setLeastStability(share);
        m_edges->setLeastStability(share);
        if (m_answer)
            m_trust->setNotes(trustNotes(*m_answer, m_facts.stability.get(), share));
    });
    m_picture->setLeastStability(m_controls->leastStability());
    m_edges->setLeastStability(m_controls->leastStability());
    connect(&m_engine, &GraphEngine::answered, this, &GraphWorkspace::take);
    connect(m_stability, &StabilityRun::counted, this,
            [this](const GraphRequest& of, const StabilityPtr& stability) {
                if (!m_answer || !m_answer->found || !(m_answer->request == of))
                    return;
                m_facts.stability = stability;
                present();
                emit stabilityShown();
            });

    connect(m_bar, &SourceBar::filmAsked, m_source, &GraphSource::useFilm);
    connect(m_bar, &SourceBar::subjectAsked, m_source, &GraphSource::useSubject);
    connect(m_bar, &SourceBar::allFilmsAsked, m_source, &GraphSource::useAllFilms);
    connect(m_bar, &SourceBar::tableAsked, this, &GraphWorkspace::askForTable);
    connect(m_bar, &SourceBar::spanChosen, m_source, &GraphSource::setSpan);
    connect(m_bar, &SourceBar::toolChosen, m_picture, &graph::PagView::setTool);
    connect(m_bar, &SourceBar::placementChosen, this, [this](graph::Placement placement) {
        m_placed = true;
        m_picture->setPlacement(placement);
        m_together->picture().setPlacement(placement);
        m_compare->setPlacement(placement);
    });

    connect(m_picture, &graph::PagView::toolChanged, this, [this] { m_bar->setTool(m_picture->tool()); });
    connect(m_picture, &graph::PagView::failed, this, &GraphWorkspace::failed);
    connect(m_picture, &graph::PagView::selectionChanged, this, [this] {
        const auto& what = m_picture->selection();
        select(what.node, what.a, what.b);
    });
    connect(m_picture, &graph::PagView::knowledgeEdited, this,
            [this](const causal::Knowledge& wanted, const QString& what) {
                if (const auto kept = m_knowledge->change(wanted, what); !kept)
                    emit failed(QString::fromStdString(kept.error().sentence()));
            });
    for (auto* one : {m_picture, &m_together->picture(), &m_compare->picture()})
        connect(one, &graph::PagView::nodesMoved, this,
                [this, one](const graph::PagView::Moved& before, const graph::PagView::Moved& after,
                            const QString& what) {
                    m_knowledge->undo().push(
                        new MoveNodes({m_picture, &m_together->picture(), &m_compare->picture()},
                                      one->placement(), before, after, what));
                });
    connect(m_edges, &EdgesView::chosen, this, [this](int a, int b) {
        m_picture->setSelection(graph::Selection::ofPair(a, b));
        select(-1, a, b);
    });
    connect(m_edges, &EdgesView::saveAsked, this,
            [this] { askToExport(tr("Save the table"), tr("Tables (*.csv)")); });
    connect(m_known, &KnowledgeView::failed, this, &GraphWorkspace::failed);
    connect(m_compare, &ComparePage::failed, this, &GraphWorkspace::failed);
    connect(m_compare, &ComparePage::graphAsked, this, &GraphWorkspace::askForGraph);
    connect(m_compare, &ComparePage::chosen, this, [this](const std::string& a, const std::string& b) {
        const int first = m_picture->content().indexOf(a);
        const int second = m_picture->content().indexOf(b);
        if ((!a.empty() && first < 0) || (!b.empty() && second < 0))
            return; // only the other graph has it
        m_picture->setSelection(first < 0    ? graph::Selection{}
                                : second < 0 ? graph::Selection::ofNode(first)
                                             : graph::Selection::ofPair(first, second));
    });
    connect(m_views, &QTabWidget::currentChanged, this, &GraphWorkspace::presentView);
    const auto pair = [this](int a, int b) { m_picture->setSelection(graph::Selection::ofPair(a, b)); };
    const auto node = [this](int one) { m_picture->setSelection(graph::Selection::ofNode(one)); };
    connect(m_matrices, &MatricesPage::pairChosen, this, pair);
    connect(m_matrices, &MatricesPage::nodeChosen, this, node);
    connect(m_together, &TogetherPage::pairChosen, this, pair);
    connect(m_together, &TogetherPage::nodeChosen, this, node);
}

/// As they were left, and from now on as they are.
void GraphWorkspace::keepSettings() {
    const QVariantMap kept = m_settings.graphSearch();
    m_controls->restore(kept);
    m_stability->setAutomatic(kept.value(kAutomatic, 1).toInt() != 0);
    const auto keep = [this] {
        QVariantMap state = m_controls->state();
        state.insert(kAutomatic, m_stability->automatic() ? 1 : 0);
        m_settings.setGraphSearch(state);
    };
    connect(m_controls, &GraphControls::stateChanged, this, keep);
    connect(m_stability, &StabilityRun::automaticChanged, this, keep);
}

void GraphWorkspace::openTable(const QString& path) {
    m_source->useTable(path);
}

void GraphWorkspace::askForTable() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a table of numbers"), m_settings.lastFolder(),
                                     tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    openTable(path);
}

void GraphWorkspace::setFace(const QImage& picture, const std::vector<QPointF>& regionsPx) {
    m_picture->setFace(picture, regionsPx);
    m_together->picture().setFace(picture, regionsPx);
    m_compare->setFace(picture, regionsPx);
}

void GraphWorkspace::request() {
    m_stale = !isVisible();
    if (m_source->state() != GraphSource::State::Ready) {
        m_engine.drop();
        m_controls->setRefining(false);
        m_stability->clear();
        m_answer.reset();
        return showMessage(m_source->emptyText());
    }
    // A film then makes other rows, and says so.
    m_source->setGapsKept(m_controls->parameters().missing == causal::Missing::Testwise);
    if (!m_stale)
        m_engine.ask({m_source->data(), m_knowledge->knowledge(), m_controls->parameters()});
}

void GraphWorkspace::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        request();
}

void GraphWorkspace::take(const GraphAnswer& answer) {
    const bool same = m_answer && m_answer->request == answer.request;
    m_answer = answer;
    m_controls->setRefining(answer.refining);
    if (answer.table && m_source->isTable())
        m_controls->setTraits(answer.traits);
    if (!answer.found) {
        m_stability->clear();
        return showMessage(QString::fromStdString(answer.error->sentence()));
    }
    const auto stability = same ? m_facts.stability : nullptr;
    m_facts = {answer.found->result.graph, answer.found, stability};
    if (!m_placed)
        m_picture->setPlacement(allRegions(m_facts.graph) && answer.request.parameters.lags == 0
                                    ? graph::Placement::Face
                                    : graph::Placement::Layered);
    m_bar->setPlacement(m_picture->placement());
    m_together->picture().setPlacement(m_picture->placement());
    m_compare->setPlacement(m_picture->placement());
    m_known->setNames(answer.table->names);
    const double fps = m_source->isTable() ? 0.0 : m_document.timing().fps().value();
    m_details->setData(answer.table, fps > 0.0 ? 1.0 / fps : 0.0);
    present();
    m_stability->setAnswer(answer);
}

void GraphWorkspace::present() {
    const auto selection = m_picture->selection();
    m_picture->setGraph(graph::contentOf(
        m_facts.found->result, m_facts.stability ? std::optional(*m_facts.stability) : std::nullopt));
    m_picture->setKnowledge(m_knowledge->knowledge());
    m_picture->setCaption(
        QStringLiteral("%1  ·  %2")
            .arg(m_source->name(), madeText(m_answer->request.parameters, m_answer->preset)));
    m_edges->setFacts(m_facts);
    m_trust->setNotes(trustNotes(*m_answer, m_facts.stability.get(), m_controls->leastStability()));
    m_pages->setCurrentIndex(0);
    m_edges->setEnabled(true);
    m_bar->exportMenu().setEnabled(true);
    presentView();
    const bool kept = std::max({selection.node, selection.a, selection.b}) < m_facts.graph.size();
    m_picture->setSelection(kept ? selection : graph::Selection{});
    select(m_picture->selection().node, m_picture->selection().a, m_picture->selection().b);
    emit presented();
}

void GraphWorkspace::showMessage(const QString& sentence) {
    m_facts = {};
    m_message->setText(sentence);
    m_analyse->setVisible(m_source->state() == GraphSource::State::NotAnalysed);
    m_pages->setCurrentIndex(m_compare->holdsGraph() ? 0 : 1);
    m_picture->setGraph({});
    m_picture->setCaption(sentence);
    m_edges->setEnabled(false);
    m_bar->exportMenu().setEnabled(false);
    m_matrices->setFacts({});
    m_together->clear();
    m_compare->clear();
    m_edges->setFacts({});
    m_trust->setNotes({});
    m_details->showNothing();
    m_selection.setRegions({});
    emit presented();
}

QString GraphWorkspace::message() const {
    return m_facts.found ? QString() : m_message->text();
}

/// Only the page that is seen: a slider that moves must not pay for the others.
void GraphWorkspace::presentView() {
    const QWidget* page = m_views->currentWidget();
    // A comparison has a table of its own, and matrices need the room.
    m_tables->setVisible(page != m_compare && page != m_matrices);
    if (!m_facts.found)
        return;
    if (page == m_matrices)
        m_matrices->setFacts(m_facts);
    else if (page == m_together)
        m_together->setAnswer(*m_answer);
    else if (page == m_compare)
        m_compare->setCurrent(*m_answer, m_source->name());
    tellPages();
}

void GraphWorkspace::tellPages() {
    const auto& what = m_picture->selection();
    m_matrices->select(what.node, what.a, what.b);
    m_together->select(what.node, what.a, what.b);
    const auto name = [this](int v) {
        return v < 0 ? std::string() : m_picture->content().nodes[static_cast<std::size_t>(v)].name;
    };
    m_compare->select(what.isNode() ? name(what.node) : name(what.a), name(what.b));
}

void GraphWorkspace::showView(View view) {
    const std::array<QWidget*, 4> pages{m_picture, m_matrices, m_together, m_compare};
    m_views->setCurrentWidget(pages[static_cast<std::size_t>(view)]);
}

void GraphWorkspace::select(int node, int a, int b) {
    std::vector<int> regions;
    const auto add = [&](int variable) {
        if (variable < 0 || variable >= m_facts.graph.size())
            return;
        if (const auto region = regionOf(m_facts.graph.names()[static_cast<std::size_t>(variable)]))
            regions.push_back(*region);
    };
    for (const int variable : {node, a, b})
        add(variable);
    m_edges->select(a, b);
    tellPages();
    if (node >= 0)
        m_details->showNode(m_facts, node);
    else if (a >= 0)
        m_details->showPair(m_facts, a, b);
    else
        m_details->showNothing();
    m_selection.setRegions(m_source->isTable() ? std::vector<int>{} : regions);
}

bool GraphWorkspace::selectEdge(int row) {
    if (row < 0 || row >= m_edges->shown().rowCount())
        return false;
    m_edges->table().setCurrentIndex(m_edges->shown().index(row, 0));
    return true;
}

bool GraphWorkspace::busy() const {
    return m_engine.busy() || m_stability->waiting() || m_picture->arranging() || m_compare->busy();
}

void GraphWorkspace::tellWhenSettled() {
    constexpr int again = 100;
    QTimer::singleShot(again, this, [this] {
        if (busy())
            tellWhenSettled();
        else
            emit settled();
    });
}

} // namespace mien::ui
