// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/base/log.h"
#include "core/nn/runtime.h"
#include "ui/dataset/data_panel.h"
#include "ui/generator/generator_panel.h"
#include "ui/graph_workspace/graph_workspace.h"
#include "ui/graph_workspace/knowledge_store.h"
#include "ui/inspector/event_card.h"
#include "ui/jobs/core_words.h"
#include "ui/player/face_stage.h"
#include "ui/registry/proposal_set_bar.h"
#include "ui/review/review_panel.h"
#include "ui/settings/icons.h"
#include "ui/settings/theme.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/films_panel.h"
#include "ui/shell/jobs_panel.h"
#include "ui/shell/key_filter.h"
#include "ui/shell/log_panel.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/score_panel.h"
#include "ui/shell/status_line.h"
#include "ui/shell/welcome_page.h"
#include "ui/training/train_workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

QString workspaceKey(Workspace workspace) {
    switch (workspace) {
    case Workspace::Code:
        return QStringLiteral("code-1");
    case Workspace::Review:
        return QStringLiteral("review-1");
    case Workspace::Graph:
        return QStringLiteral("graph-1");
    case Workspace::Train:
        return QStringLiteral("train-1");
    case Workspace::Data:
        break;
    }
    return QStringLiteral("data-1");
}

ActionContext contextOf(Workspace workspace) {
    switch (workspace) {
    case Workspace::Code:
        return ActionContext::Code;
    case Workspace::Review:
        return ActionContext::Review;
    case Workspace::Graph:
        return ActionContext::Graph;
    case Workspace::Train:
        return ActionContext::Train;
    case Workspace::Data:
        break;
    }
    return ActionContext::Data;
}

/// Whether no film is in front.
bool withoutFilm(Workspace workspace) {
    return workspace == Workspace::Data || workspace == Workspace::Train;
}

QString actionOf(Workspace workspace) {
    switch (workspace) {
    case Workspace::Code:
        return QStringLiteral("workspace.code");
    case Workspace::Review:
        return QStringLiteral("workspace.review");
    case Workspace::Graph:
        return QStringLiteral("workspace.graph");
    case Workspace::Train:
        return QStringLiteral("workspace.train");
    case Workspace::Data:
        break;
    }
    return QStringLiteral("workspace.data");
}

void tell(MessageBar& bar, LogPanel& log, MessageBar::Kind kind, const QString& sentence) {
    const QString words = coreWords(sentence); // errors of the core come in English
    bar.say(kind, words);
    log.add(words);
}

} // namespace

MainWindow::MainWindow(Workbench& bench, QWidget* parent)
    : QMainWindow(parent),
      m_bench(bench),
      m_history(bench.document),
      m_keys(new KeyFilter(bench.codeEntry, this, this)) {
    setObjectName("mainWindow");
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    registerActions();
    createPanels();
    createMenus();
    wire();
    followTheme();
    resize(1600, 1000);
    if (const QByteArray geometry = bench.settings.geometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    for (const auto& [id, panel] : m_docks)
        panel->hide();
    bench.actions.setActiveContext(ActionContext::Code);
    updateTitle();
    updateEnabled();
    loadRuntime();
}

MainWindow::~MainWindow() {
    m_bench.jobs.cancelAll();
    disconnect(&m_bench.opener, nullptr, this, nullptr);
    disconnect(&m_bench.document, nullptr, this, nullptr);
    disconnect(&m_graph->knowledge().undo(), nullptr, this, nullptr);
}

QDockWidget* MainWindow::dock(const QString& id, const QString& title, QWidget* content,
                              Qt::DockWidgetArea area) {
    auto* made = new QDockWidget(title, this);
    made->setObjectName(id);
    made->setAccessibleName(title);
    made->setWidget(content);
    addDockWidget(area, made);
    m_docks[id] = made;
    return made;
}

void MainWindow::createPanels() {
    auto& b = m_bench;
    m_messages = new MessageBar;
    m_welcome = new WelcomePage(b.actions, b.settings, !demoFilm().isEmpty());
    m_stage = new FaceStage(b.actions, b.document, b.selection);
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_welcome);
    m_centre->addWidget(m_stage);
    m_data = new DataPanel(b.actions, b.settings, b.document, b.jobs, b.folders.cache);
    m_dataPages = new QTabWidget;
    m_dataPages->setDocumentMode(true);
    m_dataPages->setProperty("plain", true);
    m_dataPages->setTabBarAutoHide(true);
    m_dataPages->setAccessibleName(tr("Pages of the Data workspace"));
    m_dataPages->addTab(m_data, tr("Dataset"));
    m_generator = new GeneratorPanel(b.settings, b.jobs, QStringLiteral("mien " MIEN_VERSION));
    m_dataPages->addTab(m_generator, tr("Generator"));
    m_centre->addWidget(m_dataPages);
    m_train = new TrainWorkspace(b.settings, b.jobs, b.folders.cache);
    m_centre->addWidget(m_train);
    m_filmPage = m_welcome;
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    m_graph = new GraphWorkspace(b.actions, b.settings, b.document, b.selection, b.jobs);
    m_beside = new QSplitter;
    m_beside->setChildrenCollapsible(false);
    m_beside->addWidget(m_centre);
    m_beside->addWidget(m_graph);
    m_beside->setStretchFactor(0, 1);
    m_beside->setStretchFactor(1, 3);
    m_graph->hide();
    column->addWidget(m_beside, 1);
    setCentralWidget(middle);

    m_card = new EventCard(b.actions, b.document, b.selection, b.drafts, b.coding);
    m_review = new ReviewPanel(b.actions, b.document, b.selection, b.queue);
    m_score = new ScorePanel(b);
    m_log = new LogPanel;
    auto* films = new FilmsPanel(b.actions, b.document);
    connect(films, &FilmsPanel::chosen, &b.opener, &FilmOpener::show);
    dock("films", tr("Films"), films, Qt::LeftDockWidgetArea);
    auto* queue = new QWidget;
    auto* queueColumn = new QVBoxLayout(queue);
    queueColumn->setContentsMargins(0, 0, 0, 0);
    queueColumn->setSpacing(0);
    m_sets = new ProposalSetBar(b.shelf, b.document);
    queueColumn->addWidget(m_sets);
    queueColumn->addWidget(m_review, 1);
    dock("queue", tr("Review queue"), queue, Qt::LeftDockWidgetArea);
    dock("card", tr("Event card"), m_card, Qt::RightDockWidgetArea);
    dock("score", tr("Score"), m_score, Qt::BottomDockWidgetArea);
    dock("jobs", tr("Jobs"), new JobsPanel(b.jobs), Qt::BottomDockWidgetArea);
    dock("log", tr("Log"), m_log, Qt::BottomDockWidgetArea);
    m_status = new StatusLine(b);
    setStatusBar(m_status);
    m_palette = new CommandPalette(b.actions, this);
}

void MainWindow::wire() {
    wireFilm();
    wireCoding();
    wireData();
    wireGraph();
    wireTrain();
    wireModels();
    auto& b = m_bench;
    connect(&b.settings, &Settings::themeChanged, this, &MainWindow::followTheme);
    connect(m_status, &StatusLine::jobsAsked, this, [this] {
        m_docks["jobs"]->show();
        m_docks["jobs"]->raise();
    });
    connect(m_welcome, &WelcomePage::opened, this, [this](const QString& path) { openPaths({path}); });
    connect(&b.document, &ProjectDocument::failed, this, &MainWindow::complain);
    connect(&b.document, &ProjectDocument::projectChanged, this, [this] {
        updateTitle();
        updateEnabled();
        m_welcome->refresh();
    });
    connect(&b.document, &ProjectDocument::historyChanged, this, &MainWindow::updateEnabled);
    connect(&b.document, &ProjectDocument::currentMediaChanged, this, [this] {
        updateTitle();
        updateEnabled();
    });
    connect(&b.selection, &SelectionModel::selectionChanged, this, &MainWindow::updateEnabled);
    connect(&b.selection, &SelectionModel::pinnedChanged, this, &MainWindow::updateEnabled);
    connect(&b.document, &ProjectDocument::timingChanged, this, &MainWindow::updateEnabled);
}

void MainWindow::wireFilm() {
    auto& opener = m_bench.opener;
    connect(&opener, &FilmOpener::failed, this, &MainWindow::complain);
    connect(&opener, &FilmOpener::notice, this, &MainWindow::warn);
    connect(&opener, &FilmOpener::fpsNeeded, this, &MainWindow::askForFps);
    connect(&opener, &FilmOpener::busyChanged, this, [this](const QString& name) {
        if (name.isEmpty())
            return;
        m_stage->setMessage(tr("Opening %1 …").arg(name));
        showCentre(m_stage);
        showPanels(true);
        m_messages->hide();
    });
    connect(&opener, &FilmOpener::firstFrame, this,
            [this](const media::Frame& frame) { m_stage->showFirstFrame(frame); });
    connect(&opener, &FilmOpener::filmOpened, this, [this](OpenFilm* film) {
        const media::MediaInfo info = film->player->info();
        m_score->setStills(nullptr);
        m_waitingForFilm = true;
        m_stage->setFilm(std::move(film->player), std::move(film->stills));
        m_score->setStills(m_stage->stills());
        countFaces();
        m_status->setFilm(QString::fromStdString(info.codec), info.width, info.height);
        showCentre(m_stage);
        m_bench.analysis.restore();
        updateTitle();
        updateEnabled();
    });
    connect(&opener, &FilmOpener::filmClosed, this, [this] {
        m_score->setStills(nullptr);
        m_stage->setFilm(nullptr, nullptr);
        m_stage->faces().countIn({}, {});
        m_status->setDisplayed(std::nullopt);
        if (m_bench.opener.opening())
            return;
        showCentre(m_welcome);
        showPanels(m_bench.document.hasProject() && !m_bench.document.media().empty());
    });
    connect(m_stage, &FaceStage::displayed, this, [this](FrameIndex frame) {
        m_status->setDisplayed(frame.value);
        if (std::exchange(m_waitingForFilm, false))
            emit filmShown();
    });
    connect(m_stage, &FaceStage::failed, this, &MainWindow::complain);
    connect(m_stage, &FaceStage::faceChosen, this, &MainWindow::followFace);
    connect(&m_stage->faces(), &FaceFinder::countedChanged, this, &MainWindow::updateFaces);
    connect(&m_bench.document, &ProjectDocument::followedFaceChanged, this, &MainWindow::updateFaces);
    auto& analysis = m_bench.analysis;
    connect(&analysis, &AnalysisController::failed, this, &MainWindow::complain);
    connect(&analysis, &AnalysisController::finished, this, &MainWindow::say);
    connect(&analysis, &AnalysisController::runningChanged, this, [this](bool running) {
        m_review->setAnalysing(running);
        updateEnabled();
    });
}

void MainWindow::wireCoding() {
    auto& b = m_bench;
    connect(&b.coding, &Coding::refused, this, &MainWindow::warn);
    connect(&b.coding, &Coding::decided, this, [this](project::ProposalId id) {
        if (m_workspace == Workspace::Review)
            m_review->advance(id);
    });
    connect(m_review, &ReviewPanel::chosen, this, &MainWindow::loopProposal);
    connect(m_review, &ReviewPanel::finished, this, [this] {
        m_bench.selection.setLoop(std::nullopt);
        m_stage->playback().stop();
        say(tr("Every proposal of this film is decided."));
    });
    connect(m_score, &ScorePanel::thresholdAdded, this, [this](int count) {
        say(count > 0 ? tr("Proposals added: %1. They wait in the review queue.").arg(count)
                      : tr("All of these were proposed before."));
    });
    connect(m_score, &ScorePanel::visited, this,
            [this](FrameIndex frame) { m_stage->playback().goTo(frame); });
    connect(m_card, &EventCard::visited, this, [this](FrameIndex frame) { m_stage->playback().goTo(frame); });
    m_keys->setOwned([this](const QKeySequence& key) {
        const auto& specs = m_bench.actions.specs();
        return std::any_of(specs.begin(), specs.end(), [&](const ActionSpec& spec) {
            return m_bench.actions.keys(spec.id).contains(key);
        });
    });
    m_keys->setMayOpen([this] {
        return m_workspace == Workspace::Code && m_bench.coding.selectedAsEvent().has_value() &&
               !m_bench.document.readOnly();
    });
    connect(&b.codeEntry, &CodeEntry::changed, this,
            [this] { m_stage->setBadge(m_bench.codeEntry.badge()); });
    connect(&b.codeEntry, &CodeEntry::committed, &b.coding, &Coding::code);
    connect(&b.codeEntry, &CodeEntry::refused, this, &MainWindow::warn);
}

void MainWindow::setWorkspace(Workspace workspace) {
    if (workspace != m_workspace) {
        keepLayout();
        m_workspace = workspace;
        if (m_panelsShown)
            arrange(workspace);
    }
    m_bench.codeEntry.cancel();
    m_bench.actions.setActiveContext(contextOf(workspace));
    m_bench.actions.action(actionOf(workspace))->setChecked(true);
    showCentre(m_filmPage);
    updateEnabled();
    if (workspace == Workspace::Review) {
        m_review->begin();
    } else {
        m_bench.selection.setLoop(std::nullopt);
        m_stage->playback().stop();
    }
}

void MainWindow::arrange(Workspace workspace) {
    if (restoreState(m_bench.settings.layout(workspaceKey(workspace))))
        return;
    auto& d = m_docks;
    const bool code = workspace == Workspace::Code;
    const bool graph = workspace == Workspace::Graph;
    addDockWidget(Qt::LeftDockWidgetArea, d["films"]);
    addDockWidget(Qt::LeftDockWidgetArea, d["queue"]);
    addDockWidget(Qt::RightDockWidgetArea, d["card"]);
    addDockWidget(Qt::BottomDockWidgetArea, d["score"]);
    for (const char* id : {"jobs", "log"}) {
        addDockWidget(Qt::BottomDockWidgetArea, d[id]);
        tabifyDockWidget(d["score"], d[id]);
    }
    for (auto& [id, panel] : d) {
        panel->setFloating(false);
        panel->setVisible(graph ? id == "score"
                                : !withoutFilm(workspace) && (id == "queue" || id == "card" ||
                                                              (code && (id == "films" || id == "score"))));
    }
    d["score"]->raise();
    if (withoutFilm(workspace))
        return;
    resizeDocks({d["films"], d["queue"]}, {90, 400}, Qt::Vertical);
    resizeDocks({d["queue"], d["card"]}, {code ? 290 : 360, 310}, Qt::Horizontal);
    if (code || graph)
        resizeDocks({d["score"]}, {code ? 352 : 190}, Qt::Vertical);
}

void MainWindow::showCentre(QWidget* page) {
    m_filmPage = page;
    const bool graph = m_workspace == Workspace::Graph;
    QWidget* shown = m_workspace == Workspace::Data    ? static_cast<QWidget*>(m_dataPages)
                     : m_workspace == Workspace::Train ? m_train
                                                       : page;
    for (int i = 0; i < m_centre->count(); ++i) // pages that are not seen claim no room
        m_centre->widget(i)->setSizePolicy(m_centre->widget(i) == shown
                                               ? QSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred)
                                               : QSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored));
    m_centre->setCurrentWidget(shown);
    const bool film = !graph || page != m_welcome; // a table's graph needs no film beside it
    const bool anew = graph && (m_graph->isHidden() || (film && m_centre->isHidden()));
    m_centre->setVisible(film);
    m_graph->setVisible(graph);
    if (anew) // the graph is what is looked at; the film answers to it
        m_beside->setSizes({width() / 5, width() - width() / 5});
    if (graph)
        showFaceBehindGraph();
}

void MainWindow::showPanels(bool show) {
    if (show == m_panelsShown)
        return;
    if (!show) {
        keepLayout();
        for (const auto& [id, panel] : m_docks)
            panel->hide();
    }
    m_panelsShown = show;
    if (show)
        arrange(m_workspace);
}

void MainWindow::keepLayout() {
    if (!m_panelsShown)
        return;
    m_bench.settings.setLayout(workspaceKey(m_workspace), saveState());
}

void MainWindow::resetLayout() {
    m_bench.settings.forgetLayouts();
    if (m_panelsShown)
        arrange(m_workspace);
}

void MainWindow::followTheme() {
    if (auto* app = qobject_cast<QApplication*>(QCoreApplication::instance()))
        applyTheme(*app, m_bench.settings.theme());
    for (const ActionSpec& spec : m_bench.actions.specs())
        if (!spec.icon.isEmpty())
            m_bench.actions.action(spec.id)->setIcon(themeIcon(spec.icon));
}

void MainWindow::updateTitle() {
    const auto* media = m_bench.document.currentMedia();
    QStringList parts;
    if (media)
        parts << QString::fromStdString(media->path.filename().string());
    if (m_bench.document.hasProject() && !m_bench.opener.isAutomatic(m_bench.document.path()))
        parts << QFileInfo(m_bench.document.path()).completeBaseName();
    if (m_bench.document.readOnly())
        parts << tr("read-only");
    parts << QStringLiteral("Mien");
    setWindowTitle(parts.join(QStringLiteral(" — ")));
}

void MainWindow::updateEnabled() {
    auto& a = m_bench.actions;
    const auto& document = m_bench.document;
    const bool data = withoutFilm(m_workspace); // where no film is in front, nothing acts on one
    const bool film = !document.timing().empty() && !data;
    const bool writable = film && !document.readOnly();
    const bool event = m_bench.selection.selectedEvent().has_value();
    const bool proposal = m_bench.selection.selectedProposal().has_value();
    for (const ActionSpec& spec : a.specs()) {
        if (spec.id.startsWith("play.") || spec.id.startsWith("step.") || spec.id.startsWith("go.") ||
            spec.id.startsWith("zoom.") || spec.id == "find.open" || spec.id == "stage.pin")
            a.action(spec.id)->setEnabled(film);
        else if (spec.id.startsWith("mark.") || spec.id.startsWith("intensity.") ||
                 spec.id.startsWith("watched."))
            a.action(spec.id)->setEnabled(writable);
        else if (spec.id.startsWith("nudge.") || spec.id.startsWith("type."))
            a.action(spec.id)->setEnabled(writable && (event || proposal));
        else if (spec.id.startsWith("event."))
            a.action(spec.id)->setEnabled(writable && event);
        else if ((spec.id.startsWith("stage.") && spec.id != "stage.hide") || spec.id == "select.none")
            a.action(spec.id)->setEnabled(!data);
    }
    const auto* chosen = proposal ? document.proposal(*m_bench.selection.selectedProposal()) : nullptr;
    const bool open = chosen && chosen->state != project::ReviewState::Taken;
    a.action("review.take")->setEnabled(writable && open);
    a.action("review.reject")->setEnabled(writable && open);
    a.action("review.back")->setEnabled(writable && proposal);
    a.action("loop.event")->setEnabled(film && (event || proposal || m_bench.selection.loop()));
    a.action("play.event")->setEnabled(film && (event || proposal));
    a.action("stage.blink")->setEnabled(!data && m_bench.selection.neutral().has_value());
    a.action("film.analyse")->setEnabled(writable && !m_bench.analysis.running());
    a.action("film.subject")->setEnabled(document.currentMedia() && !document.readOnly());
    a.action("film.stopAnalysis")->setEnabled(m_bench.analysis.running());
    updateFaces();
    for (const char* id : {"file.saveAs", "file.export", "file.relink", "edit.history"})
        a.action(id)->setEnabled(document.hasProject());
    a.action("file.compact")
        ->setEnabled(document.hasProject() && !document.readOnly() && !m_bench.analysis.running());
    a.action("file.removeFilm")
        ->setEnabled(document.currentMedia() && !document.readOnly() && !m_bench.analysis.running());
    auto undo = document.undoName();
    auto redo = document.redoName();
    if (m_workspace == Workspace::Graph) {
        const auto& steps = m_graph->knowledge().undo();
        undo = steps.canUndo() ? std::optional(steps.undoText()) : std::nullopt;
        redo = steps.canRedo() ? std::optional(steps.redoText()) : std::nullopt;
    }
    const bool changes = m_workspace == Workspace::Graph || !document.readOnly();
    a.action("edit.undo")->setEnabled(undo && changes);
    a.action("edit.redo")->setEnabled(redo && changes);
    a.action("edit.undo")->setText(undo ? tr("Undo “%1”").arg(*undo) : tr("Undo"));
    a.action("edit.redo")->setText(redo ? tr("Redo “%1”").arg(*redo) : tr("Redo"));
}

void MainWindow::loadRuntime() {
    using Info = nn::RuntimeInfo;
    m_status->setRuntime(tr("LibTorch …"), tr("The network runtime is being loaded in the background."));
    m_bench.jobs.start<Info>(
        tr("Loading the network runtime"),
        [](const JobContext&) -> Result<Info> {
            auto runtime = nn::Runtime::load();
            if (!runtime)
                return Unexpected(runtime.error());
            return (*runtime)->info();
        },
        this,
        [this](const Result<Info>& info) {
            if (!info)
                return m_status->setRuntime(tr("no LibTorch"),
                                            QString::fromStdString(info.error().sentence()));
            m_status->setRuntime(info->cudaDevices > 0 ? tr("GPU") : tr("CPU"),
                                 tr("LibTorch %1, %2, %3 threads")
                                     .arg(QString::fromStdString(info->torchVersion),
                                          QString::fromStdString(info->cpuCapability))
                                     .arg(info->threads));
        });
}

void MainWindow::say(const QString& sentence) {
    tell(*m_messages, *m_log, MessageBar::Kind::Info, sentence);
}

void MainWindow::warn(const QString& sentence) {
    tell(*m_messages, *m_log, MessageBar::Kind::Warning, sentence);
}

void MainWindow::complain(const QString& sentence) {
    tell(*m_messages, *m_log, MessageBar::Kind::Error, sentence);
}

void MainWindow::openPaths(const QStringList& paths, double fps) {
    std::optional<Rational> rate;
    if (fps > 0.0)
        rate = rationalRate(fps);
    for (const QString& path : paths)
        if (m_workspace == Workspace::Graph && GraphWorkspace::isGraph(path))
            m_graph->openGraph(path);
        else if (m_workspace == Workspace::Graph && DataPanel::isTable(path))
            m_graph->openTable(path);
        else if (m_workspace == Workspace::Train && DataPanel::isTable(path))
            m_train->form().openTable(path);
        else if (DataPanel::isTable(path) || (m_workspace == Workspace::Data && QFileInfo(path).isDir()))
            openDataset(path);
        else
            m_bench.opener.open(path, rate);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepLayout();
    m_bench.settings.setGeometry(saveGeometry());
    m_bench.jobs.cancelAll();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls())
        return;
    event->acceptProposedAction();
    m_welcome->setDropping(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    m_welcome->setDropping(false);
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_welcome->setDropping(false);
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (paths.isEmpty())
        return warn(tr("Only files and folders of this computer can be opened."));
    event->acceptProposedAction();
    openPaths(paths);
}

} // namespace mien::ui
