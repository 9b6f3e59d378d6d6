// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "ui/dataset/data_panel.h"
#include "ui/graph_workspace/graph_workspace.h"
#include "ui/player/face_stage.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/training/debias_page.h"
#include "ui/training/train_workspace.h"

#include <QApplication>
#include <QFileInfo>
#include <QPixmap>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace mien::ui {
namespace {

constexpr int kSettleMs = 1500; ///< thumbnails and the last repaint
constexpr int kUsage = 2;       ///< exit codes as on the command line
constexpr int kUnreadable = 3;

void complain(const QString& text) {
    std::fprintf(stderr, "mien: %s\n", qUtf8Printable(text));
}

/// Also before the event loop runs, where QCoreApplication::exit would do nothing.
void end(MainWindow& window, int code) {
    QTimer::singleShot(0, &window, [code] { QCoreApplication::exit(code); });
}

void shoot(MainWindow& window, const QString& path) {
    QTimer::singleShot(kSettleMs, &window, [&window, path] {
        const bool written = window.grab().save(path);
        if (!written)
            complain(
                QCoreApplication::translate("Session", "%1: the picture could not be written.").arg(path));
        QCoreApplication::exit(written ? 0 : kUnreadable);
    });
}

void select(MainWindow& window, int number) {
    if (window.workspace() == Workspace::Graph) {
        if (!window.graph().selectEdge(number - 1))
            complain(QCoreApplication::translate("Session", "There is no edge %1.").arg(number));
        return;
    }
    if (window.workspace() == Workspace::Train) {
        if (!window.train().debias().selectFilm(number - 1))
            complain(QCoreApplication::translate("Session", "The run has no film %1.").arg(number));
        return window.train().showDebias();
    }
    auto proposals = window.bench().document.proposals();
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const auto& a, const auto& b) { return a.proposal.onset < b.proposal.onset; });
    if (static_cast<std::size_t>(number) > proposals.size())
        return complain(QCoreApplication::translate("Session", "There is no proposal %1.").arg(number));
    const auto& chosen = proposals[static_cast<std::size_t>(number) - 1];
    window.bench().selection.select(chosen.id);
    window.stage().playback().goTo(chosen.proposal.apex);
}

} // namespace

void startSession(MainWindow& window, const CommandLine& line) {
    auto& bench = window.bench();
    const bool picture = !line.screenshot.isEmpty();
    const bool data = line.workspace == "data";
    const auto isFolder = [](const QString& path) { return QFileInfo(path).isDir(); };
    const bool graph = line.workspace == "graph";
    const auto finish = [&window, line, picture] {
        if (line.select > 0)
            select(window, line.select);
        if (picture)
            shoot(window, line.screenshot);
    };
    const auto begin = [&window, line, graph, data, finish] {
        if (line.workspace == "review")
            window.setWorkspace(Workspace::Review);
        if (data)
            window.setWorkspace(Workspace::Data);
        if (line.workspace == "code")
            window.setWorkspace(Workspace::Code);
        if (graph) { // the picture waits for the graph, and for its stability where there is one
            window.setWorkspace(Workspace::Graph);
            QObject::connect(&window.graph(), &GraphWorkspace::settled, &window, finish,
                             Qt::SingleShotConnection);
            window.graph().tellWhenSettled();
            return;
        }
        finish();
    };
    if (picture) {
        const auto giveUp = [&window](const QString& sentence) {
            complain(sentence);
            end(window, kUnreadable);
        };
        if (line.fps <= 0.0 && !data && std::any_of(line.files.begin(), line.files.end(), isFolder)) {
            complain(QCoreApplication::translate(
                "Session", "A folder of images needs its frame rate for a picture; add --fps RATE."));
            return end(window, kUsage);
        }
        QObject::connect(&bench.opener, &FilmOpener::failed, &window, giveUp);
        QObject::connect(&bench.analysis, &AnalysisController::failed, &window, giveUp);
        QObject::connect(&window.data(), &DataPanel::failed, &window, giveUp);
    }
    QObject::connect(&window, &MainWindow::filmShown, &window, [&window, line, begin] {
        if (line.analyse && !window.bench().analysis.running())
            window.bench().analysis.start();
        else
            begin();
    });
    if (data)
        window.setWorkspace(Workspace::Data); // where a folder is one of labels
    if (graph)
        window.setWorkspace(Workspace::Graph); // where a table is one of numbers
    if (line.workspace == "train") { // the picture waits for the table, and for the training if asked for
        window.setWorkspace(Workspace::Train);
        auto& train = window.train();
        if (picture) {
            const auto giveUp = [&window](const QString& sentence) {
                complain(sentence);
                end(window, kUnreadable);
            };
            QObject::connect(&train, &TrainWorkspace::failed, &window, giveUp);
        }
        if (line.files.isEmpty())
            return finish();
        if (line.analyse && line.select > 0) // the picture waits for the films of the run
            QObject::connect(&train.debias(), &DebiasPage::runShown, &window, finish,
                             Qt::SingleShotConnection);
        else if (line.analyse)
            QObject::connect(&train, &TrainWorkspace::settled, &window, finish, Qt::SingleShotConnection);
        QObject::connect(
            &train.form(), &TrainForm::loaded, &window,
            [&train, line, finish] {
                if (line.analyse)
                    train.start();
                else
                    finish();
            },
            Qt::SingleShotConnection);
        return window.openPaths(line.files, line.fps);
    }
    const bool tables =
        !line.files.isEmpty() &&
        std::all_of(line.files.begin(), line.files.end(), [data, isFolder](const QString& path) {
            return DataPanel::isTable(path) || (data && isFolder(path));
        });
    if (tables && graph) {
        window.openPaths(line.files);
        return begin();
    }
    if (tables) // the picture waits for the table, as it does for a film
        QObject::connect(
            &window.data(), &DataPanel::ready, &window,
            [&window, begin] {
                window.data().showSamples();
                begin();
            },
            Qt::SingleShotConnection);
    if (line.analyse)
        QObject::connect(&bench.analysis, &AnalysisController::finished, &window, begin);
    if (line.files.isEmpty())
        begin();
    else
        window.openPaths(line.files, line.fps);
}

} // namespace mien::ui
