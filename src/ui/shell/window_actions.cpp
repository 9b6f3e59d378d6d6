// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window, once: its name, its keys, what it does.
#include "ui/dataset/data_panel.h"
#include "ui/generator/generator_panel.h"
#include "ui/player/face_stage.h"
#include "ui/review/review_panel.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/info_dialogs.h"
#include "ui/shell/key_filter.h"
#include "ui/shell/main_window.h"
#include "ui/shell/score_panel.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

namespace mien::ui {
namespace {

constexpr int kFacesInMenu = 9; ///< further ones are chosen by a click

QList<QKeySequence> keys(std::initializer_list<const char*> texts) {
    QList<QKeySequence> all;
    for (const char* text : texts)
        all << QKeySequence(QLatin1String(text), QKeySequence::PortableText);
    return all;
}

} // namespace

void MainWindow::registerActions() {
    registerFileActions();
    registerEditActions();
    registerPlayActions();
    registerMarkActions();
    registerScoreActions();
    registerStageActions();
    registerFaceActions();
    registerDataActions();
    registerGraphActions();
    registerTrainActions();
    registerModelActions();
    registerViewActions();
}

void MainWindow::registerFileActions() {
    auto& a = m_bench.actions;
    const QString file = tr("File");
    a.add({"file.open", file, tr("Open film…"), keys({"Ctrl+O"}), {}, "document-open"},
          [this] { askForFilm(); });
    a.add({"file.openFolder", file, tr("Open folder of images…"), keys({"Ctrl+Shift+O"}), {}, "folder-open"},
          [this] { askForFolder(); });
    a.add({"file.openProject", file, tr("Open project…"), keys({"Ctrl+Alt+O"}), {}, "project-open"},
          [this] { askForProject(); });
    a.add({"file.openDemo", file, tr("Open demo film"), {}, {}, "media-playback-start"},
          [this] { openDemo(); });
    a.add({"file.saveAs",
           file,
           tr("Save a copy of the project as…"),
           keys({"Ctrl+Shift+S"}),
           {},
           "document-save-as"},
          [this] { askForCopy(); });
    a.add({"file.relink", file, tr("Find missing films…"), {}, {}, "edit-find"},
          [this] { askForRelinking(); });
    a.add({"file.removeFilm", file, tr("Remove film from the project"), {}, {}, "edit-delete"},
          [this] { removeFilm(); });
    a.add({"file.compact", file, tr("Compact project…"), {}, {}, "edit-clear"},
          [this] { askForCompaction(); });
    a.add({"file.export", file, tr("Export events…"), keys({"Ctrl+E"}), {}, "document-export"},
          [this] { exportEvents(); });
    a.add({"file.quit", file, tr("Quit"), keys({"Ctrl+Q"}), {}, "application-exit"}, [this] { close(); });
    const QString film = tr("Analysis");
    a.add({"film.analyse", film, tr("Analyse"), keys({"F5"}), {}, "run-build"},
          [this] { m_bench.analysis.start(); });
    a.add({"film.stopAnalysis", film, tr("Stop analysis"), keys({"Shift+F5"}), {}, "process-stop"},
          [this] { m_bench.analysis.cancel(); });
    a.add({"film.subject", film, tr("Who is in the film…"), {}, {}, "user-identity"},
          [this] { askForSubject(); });
}

void MainWindow::registerEditActions() {
    auto& a = m_bench.actions;
    const QString edit = tr("Edit");
    a.add({"edit.undo", edit, tr("Undo"), keys({"Ctrl+Z"}), {}, "edit-undo", true}, [this] { undo(); });
    a.add({"edit.redo", edit, tr("Redo"), keys({"Ctrl+Shift+Z", "Ctrl+Y"}), {}, "edit-redo", true},
          [this] { redo(); });
    a.add({"edit.history", edit, tr("History…"), keys({"Ctrl+H"}), {}, "view-history"},
          [this] { makeHistoryDialog(&m_history, this)->show(); });
    a.add({"edit.settings", edit, tr("Settings…"), keys({"Ctrl+,"}), {}, "configure"},
          [this] { showSettings(false); });
    a.add({"edit.keys", edit, tr("Change keys…"), {}, {}, "configure-shortcuts"},
          [this] { showSettings(true); });
}

void MainWindow::registerPlayActions() {
    auto& a = m_bench.actions;
    const QString play = tr("Play");
    const auto step = [this](std::int64_t frames) {
        return [this, frames] { m_stage->playback().step(frames); };
    };
    a.add({"play.toggle", play, tr("Play or stop"), keys({"Space"}), {}, "media-playback-start"},
          [this] { m_stage->playback().toggle(); });
    a.add({"play.back", play, tr("Shuttle back"), keys({"J"}), {}, "media-seek-backward"},
          [this] { m_stage->playback().shuttle(-1, m_keys->slowHeld()); });
    a.add({"play.stop", play, tr("Stop"), keys({"K"}), {}, "media-playback-stop"},
          [this] { m_stage->playback().stop(); });
    a.add({"play.forward", play, tr("Shuttle on"), keys({"L"}), {}, "media-seek-forward"},
          [this] { m_stage->playback().shuttle(1, m_keys->slowHeld()); });
    a.add({"play.slower", play, tr("Slow motion back"), {}, {}, "media-seek-backward"},
          [this] { m_stage->playback().shuttle(-1, true); });
    a.add({"play.slow", play, tr("Slow motion on"), {}, {}, "media-seek-forward"},
          [this] { m_stage->playback().shuttle(1, true); });
    a.add({"step.back", play, tr("One frame back"), keys({"Left", ","}), {}, "go-previous", true}, step(-1));
    a.add({"step.forward", play, tr("One frame on"), keys({"Right", "."}), {}, "go-next", true}, step(1));
    a.add({"step.back10", play, tr("Ten frames back"), keys({"Shift+Left"}), {}, "media-skip-backward", true},
          step(-10));
    a.add(
        {"step.forward10", play, tr("Ten frames on"), keys({"Shift+Right"}), {}, "media-skip-forward", true},
        step(10));
    a.add({"go.start", play, tr("To the first frame"), keys({"Home"}), {}, "go-first"},
          [this] { m_stage->playback().goTo({0}); });
    a.add({"go.end", play, tr("To the last frame"), keys({"End"}), {}, "go-last"},
          [this] { m_stage->playback().goTo({m_bench.document.timing().frames() - 1}); });
    a.add({"go.moment", play, tr("Go to frame or time…"), keys({"G"}), {}, "go-jump"},
          [this] { askForMoment(); });
    a.add({"go.previousBoundary", play, tr("Previous boundary"), keys({"Up"}), {}, "go-up", true},
          [this] { goToBoundary(-1); });
    a.add({"go.nextBoundary", play, tr("Next boundary"), keys({"Down"}), {}, "go-down", true},
          [this] { goToBoundary(1); });
    a.add({"go.previousEvent", play, tr("Previous event"), keys({"Alt+Left"}), {}, "go-previous-skip"},
          [this] { goToEvent(-1); });
    a.add({"go.nextEvent", play, tr("Next event"), keys({"Alt+Right"}), {}, "go-next-skip"},
          [this] { goToEvent(1); });
    a.add({"go.unsure", play, tr("Next unsure proposal"), keys({"U"}), {}, "question"},
          [this] { goToUnsure(); });
    a.add({"loop.event", play, tr("Loop event"), keys({"/"}), {}, "media-playlist-repeat"}, [this] {
         toggleLoop();
     })->setCheckable(true);
    a.add({"play.event", play, tr("Play event"), keys({"Shift+Space"}), {}, "media-playback-start"},
          [this] { playSelected(); });
    connect(&m_bench.selection, &SelectionModel::loopChanged, this, [this] {
        m_bench.actions.action("loop.event")->setChecked(m_bench.selection.loop().has_value());
    });
}

void MainWindow::registerMarkActions() {
    auto& a = m_bench.actions;
    auto& coding = m_bench.coding;
    const QString code = tr("Code");
    a.add({"mark.onset", code, tr("Onset here"), keys({"I"}), {}, "mark-onset"},
          [&coding] { coding.mark(Handle::Onset); });
    a.add({"mark.apex", code, tr("Apex here"), keys({"P"}), {}, "mark-apex"},
          [&coding] { coding.mark(Handle::Apex); });
    a.add({"mark.offset", code, tr("Offset here"), keys({"O"}), {}, "mark-offset"},
          [&coding] { coding.mark(Handle::Offset); });
    const auto nudge = [&coding](std::int64_t frames) { return [&coding, frames] { coding.nudge(frames); }; };
    a.add({"nudge.back", code, tr("Nearest handle one frame back"), keys({"Shift+,"}), {}, {}, true},
          nudge(-1));
    a.add({"nudge.forward", code, tr("Nearest handle one frame on"), keys({"Shift+."}), {}, {}, true},
          nudge(1));
    a.add({"nudge.back10", code, tr("Nearest handle ten frames back"), keys({"Ctrl+Shift+,"}), {}, {}, true},
          nudge(-10));
    a.add({"nudge.forward10", code, tr("Nearest handle ten frames on"), keys({"Ctrl+Shift+."}), {}, {}, true},
          nudge(10));
    a.add({"event.split", code, tr("Split event here"), keys({"S"}), {}, "split"},
          [&coding] { coding.split(); });
    a.add({"event.merge", code, tr("Merge with the next event"), keys({"M"}), {}, "merge"},
          [&coding] { coding.mergeWithNext(); });
    a.add({"event.duplicate", code, tr("Duplicate event"), keys({"Ctrl+D"}), {}, "edit-copy"},
          [&coding] { coding.duplicate(); });
    a.add({"event.delete", code, tr("Delete event"), keys({"Del"}), {}, "edit-delete"},
          [&coding] { coding.remove(); });
    a.add({"select.none", code, tr("Select nothing"), keys({"Esc"}), {}, "edit-select-none"}, [this] {
        m_stage->setFocus();
        m_bench.selection.clear();
    });
    const QString review = tr("Review");
    a.add({"review.take", review, tr("Take proposal"), keys({"Return", "Enter"}), {}, "dialog-ok-apply"},
          [&coding] { coding.take(); });
    a.add({"review.reject", review, tr("Reject proposal"), keys({"X"}), {}, "dialog-cancel"},
          [&coding] { coding.reject(); });
    a.add({"review.back", review, tr("Back to the proposal before"), keys({"Backspace"}),
           ActionContext::Review, "go-previous"},
          [this] { m_review->goBack(); });
    for (int i = 1; i <= 5; ++i) {
        const auto value = static_cast<annotation::Intensity>(i);
        a.add({QStringLiteral("intensity.%1").arg(i),
               review,
               tr("Intensity %1").arg(QChar('A' + i - 1)),
               {QKeySequence(Qt::Key_0 + i)},
               ActionContext::Review},
              [&coding, value] { coding.setIntensity(value); });
    }
}

void MainWindow::registerStageActions() {
    auto& a = m_bench.actions;
    const QString stage = tr("Face stage");
    auto* modes = new QActionGroup(this);
    const auto mode = [&](const char* id, const QString& text, const char* key, StageMode which) {
        QAction* action = a.add({id, stage, text, keys({key})}, [this, which] { m_stage->setMode(which); });
        action->setCheckable(true);
        action->setChecked(which == StageMode::Film);
        modes->addAction(action);
    };
    mode("stage.film", tr("Film"), "Alt+1", StageMode::Film);
    mode("stage.aligned", tr("Aligned face"), "Alt+2", StageMode::Aligned);
    mode("stage.flow", tr("Motion"), "Alt+3", StageMode::Flow);
    a.add({"stage.pin", stage, tr("Pin neutral"), keys({"N"}), {}, "pin"}, [this] {
         m_bench.selection.pin(m_stage->displayedFrame().value_or(m_bench.selection.currentFrame()));
     })->setCheckable(true);
    a.add({"stage.blink", stage, tr("Blink"), keys({"B"}), {}, "view-split-left-right"}, [this] {
         m_stage->setBlinking(m_bench.actions.action("stage.blink")->isChecked());
     })->setCheckable(true);
    a.add({"stage.overlay", stage, tr("Motion on or off"), keys({"H"}), {}, {}}, [this] {
        m_bench.actions.action(m_stage->mode() == StageMode::Flow ? "stage.film" : "stage.flow")->trigger();
    });
    a.add({"stage.fainter", stage, tr("Motion fainter"), keys({"["}), {}, {}, true},
          [this] { m_stage->setOverlayOpacity(m_stage->overlayOpacity() - 0.1f); });
    a.add({"stage.stronger", stage, tr("Motion stronger"), keys({"]"}), {}, {}, true},
          [this] { m_stage->setOverlayOpacity(m_stage->overlayOpacity() + 0.1f); });
    a.add({"stage.hide", stage, tr("Hide faces"), keys({"F12"}), {}, "view-hidden"}, [this] {
         const bool hidden = m_bench.actions.action("stage.hide")->isChecked();
         m_stage->setFacesHidden(hidden);
         m_score->setStills(hidden ? nullptr : m_stage->stills());
         m_data->setFacesHidden(hidden);
         m_generator->setFacesHidden(hidden);
         showFaceBehindGraph();
     })->setCheckable(true);
    connect(&m_bench.selection, &SelectionModel::pinnedChanged, this, [this] {
        const bool pinned = m_bench.selection.neutral().has_value();
        m_bench.actions.action("stage.pin")->setChecked(pinned);
        if (!pinned)
            m_bench.actions.action("stage.blink")->setChecked(false);
    });
}

void MainWindow::registerFaceActions() {
    auto& a = m_bench.actions;
    const QString group = tr("Analysis");
    auto* faces = new QActionGroup(this);
    const auto add = [&](const QString& id, const QString& text, int number) {
        QAction* action = a.add({id, group, text}, [this, number] { followFace(number); });
        action->setCheckable(true);
        faces->addAction(action);
    };
    add("face.largest", tr("Follow the largest face"), -1);
    for (int i = 0; i < kFacesInMenu; ++i)
        add(QStringLiteral("face.%1").arg(i + 1), tr("Follow face %1").arg(i + 1), i);
    QAction* numbers = a.add({"face.numbers", group, tr("Numbers on faces"), {}}, [this] {
        m_stage->setFacesNumbered(m_bench.actions.action("face.numbers")->isChecked());
    });
    numbers->setCheckable(true);
    numbers->setChecked(true);
}

void MainWindow::registerViewActions() {
    auto& a = m_bench.actions;
    const QString view = tr("View");
    a.add({"zoom.in", view, tr("Zoom the score in"), keys({"+", "="}), {}, "zoom-in", true},
          [this] { m_score->view().zoomBy(1.5); });
    a.add({"zoom.out", view, tr("Zoom the score out"), keys({"-"}), {}, "zoom-out", true},
          [this] { m_score->view().zoomBy(1.0 / 1.5); });
    a.add({"zoom.fit", view, tr("Whole film"), keys({"Shift+Z"}), {}, "zoom-fit-width"},
          [this] { m_score->view().zoomToFit(); });
    a.add({"zoom.event", view, tr("Zoom to the selected event"), keys({"Z"}), {}, "zoom-fit-selection"},
          [this] { m_score->zoomToSelection(); });
    a.add({"workspace.code", view, tr("Workspace: Code"), keys({"Ctrl+1"}), {}, "document-edit"},
          [this] { setWorkspace(Workspace::Code); });
    a.add({"workspace.review", view, tr("Workspace: Review"), keys({"Ctrl+2"}), {}, "checkmark"},
          [this] { setWorkspace(Workspace::Review); });
    a.add({"workspace.data", view, tr("Workspace: Data"), keys({"Ctrl+3"}), {}, "table"},
          [this] { setWorkspace(Workspace::Data); });
    a.add({"workspace.graph", view, tr("Workspace: Graph"), keys({"Ctrl+4"}), {}, "view-list-tree"},
          [this] { setWorkspace(Workspace::Graph); });
    a.add({"workspace.train", view, tr("Workspace: Train"), keys({"Ctrl+5"}), {}, "run-build"},
          [this] { setWorkspace(Workspace::Train); });
    a.add({"view.reset", view, tr("Reset layout"), {}, {}, "view-restore"}, [this] { resetLayout(); });
    a.add({"view.theme", view, tr("Light or dark"), {}, {}, "contrast"}, [this] {
        m_bench.settings.setTheme(m_bench.settings.theme() == ThemeChoice::Dark ? ThemeChoice::Light
                                                                                : ThemeChoice::Dark);
    });
    a.add({"view.fullScreen", view, tr("Full screen"), keys({"F11"}), {}, "view-fullscreen"},
          [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    const QString help = tr("Help");
    a.add({"help.keys", help, tr("Keys"), keys({"F1", "?"}), {}, "input-keyboard"},
          [this] { makeKeysSheet(m_bench.actions, this)->show(); });
    a.add({"help.palette", help, tr("Command palette"), keys({"Ctrl+Shift+P"}), {}, "system-search"},
          [this] { m_palette->popUp(); });
    a.add({"help.about", help, tr("About Mien and its licences"), {}, {}, "help-about"},
          [this] { makeAboutDialog(this)->show(); });
}

void MainWindow::createMenus() {
    auto& a = m_bench.actions;
    const auto fill = [&](QMenu* menu, std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            if (*id == '\0')
                menu->addSeparator();
            else
                menu->addAction(a.action(id));
        }
    };
    auto* file = menuBar()->addMenu(tr("&File"));
    fill(file, {"file.open", "file.openFolder", "file.openProject", "data.import", "data.importFolder",
                "data.generator"});
    auto* recent = file->addMenu(tr("Recent projects"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] {
        recent->clear();
        for (const QString& path : m_bench.settings.recentProjects())
            recent->addAction(path, this, [this, path] { openPaths({path}); });
        if (recent->isEmpty())
            recent->addAction(tr("None yet"))->setEnabled(false);
    });
    if (!demoFilm().isEmpty())
        file->addAction(a.action("file.openDemo"));
    fill(file, {"", "file.saveAs", "file.relink", "file.removeFilm", "file.compact", "", "file.export", "",
                "file.quit"});
    fill(menuBar()->addMenu(tr("&Edit")), {"edit.undo",
                                           "edit.redo",
                                           "edit.history",
                                           "",
                                           "mark.new",
                                           "mark.onset",
                                           "mark.apex",
                                           "mark.offset",
                                           "",
                                           "event.split",
                                           "event.merge",
                                           "event.duplicate",
                                           "event.copy",
                                           "mark.paste",
                                           "event.delete",
                                           "type.micro",
                                           "type.macro",
                                           "select.none",
                                           "",
                                           "find.open",
                                           "",
                                           "edit.settings",
                                           "edit.keys"});
    fill(menuBar()->addMenu(tr("&Play")), {"play.toggle",
                                           "play.back",
                                           "play.stop",
                                           "play.forward",
                                           "play.slower",
                                           "play.slow",
                                           "",
                                           "step.back",
                                           "step.forward",
                                           "step.back10",
                                           "step.forward10",
                                           "",
                                           "go.start",
                                           "go.end",
                                           "go.moment",
                                           "",
                                           "go.previousBoundary",
                                           "go.nextBoundary",
                                           "go.previousEvent",
                                           "go.nextEvent",
                                           "go.unsure",
                                           "go.disagreement",
                                           "",
                                           "loop.event",
                                           "play.event"});
    auto* analysis = menuBar()->addMenu(tr("&Analysis"));
    fill(analysis, {"film.analyse", "film.stopAnalysis", "film.models", "film.retrain", "", "watched.from",
                    "watched.film", "watched.none", "", "film.subject"});
    auto* faces = analysis->addMenu(tr("Follow face"));
    faces->setObjectName("faces");
    faces->setToolTipsVisible(true);
    fill(faces, {"face.largest"});
    for (int i = 1; i <= kFacesInMenu; ++i)
        faces->addAction(a.action(QStringLiteral("face.%1").arg(i)));
    fill(faces, {"", "face.numbers"});
    fill(analysis, {"", "review.take", "review.reject", "review.back", "intensity.1", "intensity.2",
                    "intensity.3", "intensity.4", "intensity.5"});
    auto* view = menuBar()->addMenu(tr("&View"));
    fill(view, {"workspace.code",
                "workspace.review",
                "workspace.data",
                "workspace.graph",
                "workspace.train",
                "",
                "stage.film",
                "stage.aligned",
                "stage.flow",
                "stage.overlay",
                "stage.fainter",
                "stage.stronger",
                "stage.pin",
                "stage.blink",
                "stage.hide",
                "",
                "zoom.in",
                "zoom.out",
                "zoom.fit",
                "zoom.event",
                ""});
    auto* panels = view->addMenu(tr("Panels"));
    for (const auto& [id, panel] : m_docks)
        panels->addAction(panel->toggleViewAction());
    fill(view, {"view.reset", "view.theme", "view.fullScreen"});
    fill(menuBar()->addMenu(tr("&Help")), {"help.keys", "help.palette", "", "help.about"});
    for (const ActionSpec& spec : a.specs())
        addAction(a.action(spec.id)); // its keys work although no menu is open
    auto* workspaces = new QActionGroup(this);
    for (const char* id :
         {"workspace.code", "workspace.review", "workspace.data", "workspace.graph", "workspace.train"}) {
        a.action(id)->setCheckable(true);
        workspaces->addAction(a.action(id));
    }
    a.action("workspace.code")->setChecked(true);
    auto* corner = new QWidget;
    corner->setAccessibleName(tr("Analysis and workspaces"));
    auto* row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 2, 8, 2);
    row->setSpacing(4);
    const auto button = [&](const char* id, const QString& text, Qt::ToolButtonStyle style) {
        a.action(id)->setIconText(text);
        auto* made = new QToolButton;
        made->setDefaultAction(a.action(id));
        made->setToolButtonStyle(style);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAccessibleName(a.spec(id).text);
        row->addWidget(made);
    };
    button("film.analyse", tr("Analyse"), Qt::ToolButtonTextBesideIcon);
    row->addSpacing(12);
    button("workspace.code", tr("Code"), Qt::ToolButtonTextOnly);
    button("workspace.review", tr("Review"), Qt::ToolButtonTextOnly);
    button("workspace.data", tr("Data"), Qt::ToolButtonTextOnly);
    button("workspace.graph", tr("Graph"), Qt::ToolButtonTextOnly);
    button("workspace.train", tr("Train"), Qt::ToolButtonTextOnly);
    menuBar()->setCornerWidget(corner);
}

} // namespace mien::ui
