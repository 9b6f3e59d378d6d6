// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "ui/player/face_stage.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace mien::ui {
namespace {

constexpr int kSettleMs = 1500; ///< thumbnails and the last repaint
constexpr int kUnreadable = 3;  ///< the command line's exit code for input that cannot be read

void complain(const QString& text) {
    std::fprintf(stderr, "mien: %s\n", qUtf8Printable(text));
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
    const auto begin = [&window, line, picture] {
        if (line.workspace == "review")
            window.setWorkspace(Workspace::Review);
        if (line.workspace == "code")
            window.setWorkspace(Workspace::Code);
        if (line.select > 0)
            select(window, line.select);
        if (picture)
            shoot(window, line.screenshot);
    };
    if (picture) {
        const auto giveUp = [](const QString& sentence) {
            complain(sentence);
            QCoreApplication::exit(kUnreadable);
        };
        QObject::connect(&bench.opener, &FilmOpener::failed, &window, giveUp);
        QObject::connect(&bench.analysis, &AnalysisController::failed, &window, giveUp);
    }
    QObject::connect(&window, &MainWindow::filmShown, &window, [&window, line, begin] {
        if (line.analyse && !window.bench().analysis.running())
            window.bench().analysis.start();
        else
            begin();
    });
    if (line.analyse)
        QObject::connect(&bench.analysis, &AnalysisController::finished, &window, begin);
    if (line.files.isEmpty())
        begin();
    else
        window.openPaths(line.files, line.fps);
}

} // namespace mien::ui
