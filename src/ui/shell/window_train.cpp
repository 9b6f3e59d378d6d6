// SPDX-License-Identifier: GPL-3.0-or-later
// How the Train workspace meets the dataset and the films.
#include "ui/dataset/data_panel.h"
#include "ui/player/face_stage.h"
#include "ui/shell/main_window.h"
#include "ui/shell/proposal_sets.h"
#include "ui/training/debias_page.h"
#include "ui/training/train_workspace.h"

#include <QFileInfo>

namespace mien::ui {

void MainWindow::registerTrainActions() {
    auto& a = m_bench.actions;
    const QString group = tr("Train");
    const auto act = [&](const char* id, const QString& text, const char* key, const char* icon, auto run) {
        a.add({id,
               group,
               text,
               {QKeySequence(QLatin1String(key), QKeySequence::PortableText)},
               ActionContext::Train,
               icon},
              std::move(run));
    };
    a.add({"train.table", group, tr("Train on a table…"), {}, {}, "document-open"}, [this] {
        setWorkspace(Workspace::Train);
        m_train->form().askForTable();
    });
    act("train.start", tr("Train or go on"), "Ctrl+Return", "media-playback-start",
        [this] { m_train->start(); });
    act("train.pause", tr("Pause the training"), "Ctrl+Shift+J", "media-playback-pause",
        [this] { m_train->pause(); });
    act("train.debias", tr("Debias a model"), "Ctrl+Shift+B", "adjustlevels",
        [this] { m_train->showDebias(); });
    act("train.stop", tr("Stop the training"), "Ctrl+Shift+X", "media-playback-stop",
        [this] { m_train->stop(); });
}

void MainWindow::wireTrain() {
    connect(m_train, &TrainWorkspace::failed, this, &MainWindow::complain);
    connect(m_train, &TrainWorkspace::notice, this, &MainWindow::say);
    connect(m_train, &TrainWorkspace::filmAsked, this, &MainWindow::showTrained);
    connect(m_train, &TrainWorkspace::trained, &m_bench.shelf, &ModelShelf::add);
    connect(m_train, &TrainWorkspace::useAsked, this, &MainWindow::spotWith);
    connect(&m_train->debias(), &DebiasPage::applyAsked, this, [this](const ProposalSet& set) {
        const auto added = addProposalSet(m_bench.document, m_bench.jobs, m_bench.folders.cache, set);
        if (added)
            say(tr("The film has a new set of proposals: %1. Those before are kept; undo shows them again.")
                    .arg(set.proposals.size()));
        else
            complain(QString::fromStdString(added.error().sentence()));
    });
    const auto offerFilm = [this] {
        const auto* film = m_bench.document.currentMedia();
        std::vector<fairness::TypedInterval> coded;
        for (const auto& event : m_bench.document.events())
            coded.push_back({event.event.interval(), event.event.type});
        m_train->debias().setOpenFilm(
            film ? QString::fromStdString(film->path.filename().string()) : QString(),
            film ? m_bench.document.analysis().analysis() : nullptr, std::move(coded));
    };
    connect(&m_bench.document, &ProjectDocument::currentMediaChanged, this, offerFilm);
    connect(&m_bench.document, &ProjectDocument::eventsChanged, this, offerFilm);
    connect(&m_bench.document.analysis(), &AnalysisStore::analysisChanged, this, offerFilm);
    connect(m_data, &DataPanel::ready, this, [this] { m_train->form().offer(m_data->dataset()); });
    const auto& document = m_bench.document;
    connect(&document, &ProjectDocument::projectChanged, this, [this, &document] {
        if (document.hasProject() && !m_bench.opener.isAutomatic(document.path()))
            m_train->form().setDefaultFolder(QFileInfo(document.path()).absolutePath());
    });
}

/// A model that was trained here spots the films of the open project.
void MainWindow::spotWith(const QString& model) {
    auto& shelf = m_bench.shelf;
    if (!m_bench.document.hasProject() || m_bench.document.readOnly())
        return complain(
            tr("Open a film, or a project that can be written, first: who spots its films is kept there."));
    shelf.use(model);
    say(tr("%1 proposes in this project from now on. Analyse a film with %2.")
            .arg(shelf.nameOf(model), m_bench.actions.keyText("film.analyse")));
}

/// A film of the project is shown; another one is opened, as from the File menu.
void MainWindow::showTrained(const QString& path, qint64 frame) {
    const std::filesystem::path wanted = path.toStdString();
    const auto same = [wanted](const project::Media& film) {
        std::error_code ignored;
        return film.path == wanted || std::filesystem::equivalent(film.path, wanted, ignored);
    };
    for (const auto& film : m_bench.document.media())
        if (same(film))
            return showSample(film.id, {frame}, {});
    if (!QFileInfo::exists(path))
        return complain(tr("The film %1 is not there any more.").arg(path));
    setWorkspace(Workspace::Code);
    const auto& project = m_bench.document;
    const QString into =
        project.hasProject() && !m_bench.opener.isAutomatic(project.path()) ? project.path() : QString();
    connect(
        this, &MainWindow::filmShown, this,
        [this, same, frame, into] {
            const auto* film = m_bench.document.currentMedia();
            if (!film || !same(*film))
                return;
            m_stage->playback().goTo(m_bench.document.timing().clamped({frame}));
            if (m_bench.document.path() == into)
                say(tr("%1 was not part of this project and has been added to it; %2 takes it out again.")
                        .arg(QString::fromStdString(film->path.filename().string()),
                             m_bench.actions.keyText("edit.undo")));
        },
        Qt::SingleShotConnection);
    m_bench.opener.open(path);
}

} // namespace mien::ui
