// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/history_model.h"
#include "ui/shell/workbench.h"

#include <QMainWindow>

class QDockWidget;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace mien::ui {

class CommandPalette;
class DataPanel;
class EventCard;
class FaceStage;
class GeneratorPanel;
class GraphWorkspace;
class JobsPanel;
class KeyFilter;
class LogPanel;
class MessageBar;
class ModelsPage;
class ProposalSetBar;
class ReviewPanel;
class ScorePanel;
class StatusLine;
class TrainWorkspace;
class WelcomePage;

enum class Workspace { Code, Review, Data, Graph, Train };

/// Panels around the face stage, and the wiring between them; no logic of its own.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workbench& bench, QWidget* parent = nullptr);
    ~MainWindow() override;

    Workbench& bench() { return m_bench; }
    FaceStage& stage() { return *m_stage; }
    ScorePanel& score() { return *m_score; }
    MessageBar& messages() { return *m_messages; }
    StatusLine& status() { return *m_status; }
    ReviewPanel& review() { return *m_review; }
    DataPanel& data() { return *m_data; }
    GeneratorPanel& generator() { return *m_generator; }
    GraphWorkspace& graph() { return *m_graph; }
    TrainWorkspace& train() { return *m_train; }

    Workspace workspace() const { return m_workspace; }
    void setWorkspace(Workspace workspace);
    void resetLayout();

    /// Films, folders, projects, and the table of a dataset, which the Data workspace reads.
    void openFilms(const QStringList& paths); ///< as from the menu
    void openPaths(const QStringList& paths, double fps = 0.0);
    void openDataset(const QString& table);

signals:
    void filmShown(); ///< the first frame of an opened film is on screen

public slots:
    void say(const QString& sentence);
    void warn(const QString& sentence);
    void complain(const QString& sentence);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // main_window.cpp
    void createPanels();
    QDockWidget* dock(const QString& id, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void wire();
    void wireFilm();
    void wireCoding();
    void arrange(Workspace workspace);
    void keepLayout();
    void showPanels(bool show); ///< without a film there is only the page that says what to do
    void followTheme();
    void updateTitle();
    void updateEnabled();
    void updateFaces();
    void loadRuntime();
    void showCentre(QWidget* page); ///< as soon as the workspace is one of films

    // window_actions.cpp
    void registerActions();
    void registerFileActions();
    void registerEditActions();
    void registerPlayActions();
    void registerMarkActions();
    void registerStageActions();
    void registerFaceActions();
    void registerViewActions();
    void createMenus();

    // window_score.cpp
    void registerScoreActions();
    void newEventHere();
    void copyEvent();
    void pasteEvents();
    void goToDisagreement();
    void setTypeOfSelected(annotation::ExpressionType type);

    // window_data.cpp
    void registerDataActions();
    void wireData();
    void importDataset();
    void showSample(project::MediaId film, FrameIndex frame, const QString& coder);
    void arriveAtSample();

    // window_models.cpp
    void registerModelActions();
    void wireModels();
    void showModels();
    void markWatchedHere();
    void markWholeFilm(bool watched);

    // window_graph.cpp
    void registerGraphActions();
    void wireGraph();
    void showFaceBehindGraph();
    void undo(); ///< of the graph's knowledge in its workspace, else of the project
    void redo();

    // window_train.cpp
    void registerTrainActions();
    void wireTrain();
    void showTrained(const QString& path, qint64 frame);
    void spotWith(const QString& model);

    // window_commands.cpp
    void askForFilm();
    void askForFolder();
    void askForProject();
    void askForCopy();
    void askForRelinking();
    void askForCompaction();
    void removeFilm();
    void askForFps(const QString& folder);
    void askForMoment();
    void askForSubject();
    void openDemo();
    void exportEvents();
    void goToBoundary(int direction);
    void goToEvent(int direction);
    void goToUnsure();
    void toggleLoop();
    void playSelected();
    void loopProposal(project::ProposalId id);
    void showSettings(bool keys);
    void countFaces();
    void followFace(int number); ///< -1: the largest
    std::optional<FrameInterval> selectedInterval() const;

    Workbench& m_bench;
    HistoryModel m_history;
    KeyFilter* m_keys;
    CommandPalette* m_palette = nullptr;
    QStackedWidget* m_centre = nullptr;
    WelcomePage* m_welcome = nullptr;
    FaceStage* m_stage = nullptr;
    ScorePanel* m_score = nullptr;
    EventCard* m_card = nullptr;
    ReviewPanel* m_review = nullptr;
    ProposalSetBar* m_sets = nullptr;
    ModelsPage* m_models = nullptr;
    std::optional<FrameIndex> m_watchedFrom; ///< where a stretch begins that is to be marked as watched
    DataPanel* m_data = nullptr;
    GeneratorPanel* m_generator = nullptr;
    GraphWorkspace* m_graph = nullptr;
    TrainWorkspace* m_train = nullptr;
    QSplitter* m_beside = nullptr;     ///< the film and, beside it, the graph
    QTabWidget* m_dataPages = nullptr; ///< the dataset, and what else is about data
    QWidget* m_filmPage = nullptr;     ///< what the workspaces of films show in the middle
    MessageBar* m_messages = nullptr;
    StatusLine* m_status = nullptr;
    LogPanel* m_log = nullptr;
    std::map<QString, QDockWidget*> m_docks;
    Workspace m_workspace = Workspace::Code;
    struct Sought {
        project::MediaId film;
        FrameIndex frame;
        QString coder;
    };
    std::optional<Sought> m_sought;                     ///< a sample whose film is being opened
    std::shared_ptr<const pipeline::Analysis> m_faceOf; ///< whose face stands behind the graph
    bool m_waitingForFilm = false;
    bool m_panelsShown = false;
};

/// The bundled film, where this build or installation has it; empty otherwise.
QString demoFilm();

/// A rate typed by a person as an exact fraction: 29.97 is 30000/1001.
Rational rationalRate(double fps);

} // namespace mien::ui
