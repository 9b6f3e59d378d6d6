// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's actions do where it takes a dialog or more than a line.
#include "ui/commands/gate.h"
#include "ui/commands/media_edits.h"
#include "ui/player/face_stage.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/export_events.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace mien::ui {
namespace {

constexpr double kReviewMarginS = 0.5;
constexpr double kReviewSpeed = 0.25;

} // namespace

Rational rationalRate(double fps) {
    for (const std::int64_t base : {24, 30, 60, 120, 240})
        if (std::abs(fps - static_cast<double>(base) * 1000.0 / 1001.0) < 0.005)
            return {base * 1000, 1001};
    return std::abs(fps - std::round(fps)) < 1e-9 ? Rational{std::llround(fps), 1}
                                                  : Rational{std::llround(fps * 1000.0), 1000};
}

QString demoFilm() {
    const QDir here(QCoreApplication::applicationDirPath());
    for (const char* candidate : {"../../share/mien/demo", "../share/mien/demo", "../../../../resources/demo",
                                  "../../../resources/demo", "../../resources/demo"}) {
        const QDir folder(here.filePath(candidate));
        const QStringList films = folder.entryList({"*.mp4"}, QDir::Files, QDir::Name);
        if (!films.isEmpty())
            return QDir::cleanPath(folder.filePath(films.front()));
    }
    return {};
}

void MainWindow::askForFilm() {
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open film"), m_bench.settings.lastFolder(),
        tr("Films (*.mp4 *.mov *.avi *.mkv *.webm *.wmv *.mpg *.mpeg *.m4v);;All files (*)"));
    if (paths.isEmpty())
        return;
    m_bench.settings.setLastFolder(QFileInfo(paths.front()).absolutePath());
    openFilms(paths);
}

void MainWindow::askForFolder() {
    const QString path =
        QFileDialog::getExistingDirectory(this, tr("Open folder of images"), m_bench.settings.lastFolder());
    if (path.isEmpty())
        return;
    m_bench.settings.setLastFolder(QFileInfo(path).absolutePath());
    openFilms({path});
}

/// Where no film is in front, one that was asked for comes there; a folder is one of images, not of labels.
void MainWindow::openFilms(const QStringList& paths) {
    if (m_workspace == Workspace::Data || m_workspace == Workspace::Train)
        setWorkspace(Workspace::Code);
    openPaths(paths);
}

void MainWindow::askForFps(const QString& folder) {
    bool good = false;
    const double fps = QInputDialog::getDouble(
        this, tr("Frame rate"),
        tr("How many images a second does %1 hold?").arg(QFileInfo(folder).fileName()), 30.0, 0.1, 10000.0, 3,
        &good);
    if (good)
        m_bench.opener.open(folder, rationalRate(fps));
}

void MainWindow::askForProject() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open project"), m_bench.settings.lastFolder(),
                                                      tr("Mien projects (*.mien)"));
    if (!path.isEmpty())
        openPaths({path});
}

void MainWindow::askForCopy() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save a copy of the project"),
                                                m_bench.settings.lastFolder(), tr("Mien projects (*.mien)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(".mien"))
        path += ".mien";
    m_bench.opener.saveAs(path);
}

void MainWindow::askForRelinking() {
    if (m_bench.document.project()->missingMedia().empty())
        return say(tr("No film of this project is missing."));
    const QString path = QFileDialog::getExistingDirectory(this, tr("Where are the films now?"),
                                                           m_bench.settings.lastFolder());
    if (!path.isEmpty())
        m_bench.opener.relink(path);
}

void MainWindow::removeFilm() {
    const auto* media = m_bench.document.currentMedia();
    if (!media)
        return;
    const QString name = QString::fromStdString(media->path.filename().string());
    const auto removed = commands::Gate::push(m_bench.document, commands::removeMedia(media->id));
    if (removed) // the film file itself is not touched
        say(tr("%1 and its events are out of the project; undo brings them back. Compact the project to "
               "remove "
               "what it still keeps of them for good.")
                .arg(name));
}

void MainWindow::askForCompaction() {
    QMessageBox question(this);
    question.setIcon(QMessageBox::Warning);
    question.setWindowTitle(tr("Compact project"));
    question.setText(tr("Write the project anew with only what it shows now?"));
    question.setInformativeText(tr(
        "What was kept of removed films goes for good, and so does the history: nothing done until now can "
        "be "
        "undone afterwards. Events, decisions and proposals of the films that are here stay. Copies of the "
        "project that you made are not touched."));
    const QAbstractButton* go = question.addButton(tr("Compact"), QMessageBox::AcceptRole);
    question.setDefaultButton(question.addButton(QMessageBox::Cancel));
    question.exec();
    if (question.clickedButton() == go)
        m_bench.opener.compact();
}

void MainWindow::openDemo() {
    const QString film = demoFilm();
    if (film.isEmpty())
        return warn(tr("This installation has no demo film."));
    openPaths({film});
}

void MainWindow::exportEvents() {
    const auto* media = m_bench.document.currentMedia();
    const auto rows = eventsForExport(*m_bench.document.project(), media ? media->id : project::MediaId{},
                                      m_bench.document.timing());
    if (rows.empty())
        return warn(tr("There are no events to export yet. Take a proposal or mark an event first."));
    QString filter;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export events"), m_bench.settings.lastFolder(), exportFilters(), &filter);
    if (path.isEmpty())
        return;
    const auto notes = annotation::writeEventTable(path.toStdString(), exportFormatOf(filter), rows);
    if (!notes)
        return complain(QString::fromStdString(notes.error().sentence()));
    QString text = tr("%n event(s) written to %1.", nullptr, static_cast<int>(rows.size()))
                       .arg(QFileInfo(path).fileName());
    if (!notes->empty())
        text += ' ' + QString::fromStdString(notes->front().text);
    say(text);
}

void MainWindow::askForMoment() {
    bool good = false;
    const QString text = QInputDialog::getText(
        this, tr("Go to"), tr("Frame (231) or time (1.155s, 0:01.155):"), QLineEdit::Normal,
        QString::number(m_bench.selection.currentFrame().value), &good);
    if (!good)
        return;
    if (const auto frame = parseMoment(text, m_bench.document.timing()))
        m_stage->playback().goTo(*frame);
    else
        warn(tr("“%1” is no frame and no time of this film. Frames go from 0 to %2.")
                 .arg(text)
                 .arg(m_bench.document.timing().frames() - 1));
}

void MainWindow::goToBoundary(int direction) {
    const FrameIndex now = m_bench.selection.currentFrame();
    std::optional<FrameIndex> best;
    const auto consider = [&](std::optional<FrameIndex> frame) {
        if (!frame || (*frame - now) * direction <= 0)
            return;
        if (!best || (*frame - *best) * direction < 0)
            best = frame;
    };
    const auto all = [&](const annotation::ExpressionEvent& event) {
        consider(event.onset);
        consider(event.apex);
        consider(event.offset);
    };
    for (const project::Event& event : m_bench.document.events())
        all(event.event);
    for (const project::StoredProposal& row : m_bench.document.proposals())
        if (row.state == project::ReviewState::Pending)
            all(m_bench.drafts.of(row.id));
    if (best)
        m_stage->playback().goTo(*best);
}

void MainWindow::goToEvent(int direction) {
    const auto& events = m_bench.document.events();
    if (events.empty())
        return warn(tr("There are no events in this film yet."));
    const auto selected = m_bench.selection.selectedEvent();
    const auto place = std::find_if(events.begin(), events.end(),
                                    [&](const auto& e) { return selected && e.id == *selected; });
    const project::Event* target = nullptr;
    if (place != events.end()) {
        const auto index =
            std::clamp<std::ptrdiff_t>(place - events.begin() + direction, 0, std::ssize(events) - 1);
        target = &events[static_cast<std::size_t>(index)];
    } else {
        const FrameIndex now = m_bench.selection.currentFrame();
        for (const project::Event& event : events)
            if ((event.event.onset - now) * direction > 0 && (!target || direction < 0))
                target = &event;
        if (!target)
            target = direction > 0 ? &events.back() : &events.front();
    }
    m_bench.selection.select(target->id);
    m_stage->playback().goTo(target->event.onset);
}

void MainWindow::goToUnsure() {
    const auto next = m_bench.queue.nextWaiting(m_bench.selection.selectedProposal());
    if (!next)
        return say(tr("No proposal waits for a decision."));
    m_bench.selection.select(*next);
    m_stage->playback().goTo(m_bench.drafts.of(*next).onset);
}

std::optional<FrameInterval> MainWindow::selectedInterval() const {
    const auto event = m_bench.coding.selectedAsEvent();
    return event ? std::optional(event->interval()) : std::nullopt;
}

void MainWindow::toggleLoop() {
    auto& selection = m_bench.selection;
    const auto interval = selectedInterval();
    selection.setLoop(selection.loop() || !interval ? std::nullopt : interval);
    m_bench.actions.action("loop.event")->setChecked(selection.loop().has_value());
    if (selection.loop() && !m_stage->playback().playing())
        m_stage->playback().play(1.0);
}

void MainWindow::playSelected() {
    if (const auto interval = selectedInterval())
        m_stage->playback().playOnce(*interval);
}

void MainWindow::loopProposal(project::ProposalId id) {
    if (m_workspace != Workspace::Review)
        return m_stage->playback().goTo(m_bench.drafts.of(id).onset);
    const auto event = m_bench.drafts.of(id);
    const FilmTiming& timing = m_bench.document.timing();
    const FrameInterval around{timing.frameAt(timing.timeS(event.onset) - kReviewMarginS),
                               timing.frameAt(timing.timeS(event.offset) + kReviewMarginS)};
    m_stage->playback().stop();
    m_bench.selection.setCurrentFrame(around.first);
    m_bench.selection.setLoop(around);
    m_stage->playback().play(kReviewSpeed);
}

void MainWindow::showSettings(bool keys) {
    auto* dialog = new SettingsDialog(m_bench.settings, m_bench.actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (keys)
        dialog->showKeys();
    dialog->show();
}

void MainWindow::countFaces() {
    const auto* media = m_bench.document.currentMedia();
    media::OpenOptions options;
    options.cacheDir = m_bench.folders.cache.toStdString();
    if (media->isImageFolder)
        options.fps = media->fps;
    m_stage->faces().countIn(media->path, options);
}

void MainWindow::askForSubject() {
    auto& document = m_bench.document;
    const auto* film = document.currentMedia();
    if (!film)
        return;
    const QString before = document.subjectOf(film->id);
    QStringList people{before};
    for (const auto& other : document.media())
        if (const QString who = document.subjectOf(other.id); !people.contains(who))
            people << who;
    bool good = false;
    const QString who =
        QInputDialog::getItem(this, tr("Who is in the film"),
                              tr("Person in %1, under the same name in all films of theirs:")
                                  .arg(QString::fromStdString(film->path.filename().string())),
                              people, 0, true, &good)
            .trimmed();
    if (good && who != before)
        (void)commands::Gate::push(document,
                                   commands::setSubject(film->id, who)); // says itself what went wrong
}

void MainWindow::followFace(int number) {
    auto& document = m_bench.document;
    if (document.readOnly() || number == document.followedFace())
        return updateFaces();
    const auto* film = document.currentMedia();
    if (!film || !commands::Gate::push(document, commands::followFace(film->id, number)))
        return updateFaces();
    const QString key = m_bench.actions.keyText("film.analyse");
    const QString what = number < 0 ? tr("The next analysis follows the largest face.")
                                    : tr("The next analysis follows face %1.").arg(number + 1);
    say(what + ' ' +
        (document.run() ? tr("What is proposed now comes from the last one; press Analyse (%1).").arg(key)
                        : tr("Press Analyse (%1).").arg(key)));
}

void MainWindow::updateFaces() {
    auto& a = m_bench.actions;
    const auto& document = m_bench.document;
    const auto& counted = m_stage->faces().counted();
    const int chosen = document.timing().empty() ? -1 : document.followedFace();
    const bool choice = !document.timing().empty() && !document.readOnly() && !m_bench.analysis.running() &&
                        (m_stage->faces().several() || chosen >= 0);
    for (const ActionSpec& spec : a.specs()) {
        if (!spec.id.startsWith("face.") || spec.id == "face.numbers")
            continue;
        const int number = spec.id == "face.largest" ? -1 : spec.id.mid(5).toInt() - 1;
        QAction* action = a.action(spec.id);
        action->setEnabled(choice && number < static_cast<int>(counted.boxes.size()));
        action->setVisible(number < std::max(2, static_cast<int>(counted.boxes.size())));
        action->setChecked(number == chosen);
    }
    a.action("face.numbers")->setEnabled(m_stage->faces().several());
    if (auto* menu = findChild<QMenu*>("faces"))
        menu->menuAction()->setToolTip(
            m_stage->faces().several()
                ? tr("Faces are counted from the left, in the first frame that shows any.")
                : tr("The film shows one face at a time where it begins."));
}

} // namespace mien::ui
