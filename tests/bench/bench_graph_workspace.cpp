// SPDX-License-Identifier: GPL-3.0-or-later
// How long a step of the slider for alpha takes until the new graph is painted: the search beside the window,
// and what the window's own thread does after it. That thread's CPU time, so that a busy machine counts less.
#include "core/base/rng.h"
#include "ui/document/project_document.h"
#include "ui/document/selection_model.h"
#include "ui/graph/pag_view.h"
#include "ui/graph_workspace/graph_controls.h"
#include "ui/graph_workspace/graph_workspace.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/action_registry.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSlider>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace mien;
using namespace mien::ui;

namespace {

double threadMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Sparse: every variable hangs on one or two before it, and pairs share hidden causes.
void writeTable(const QString& path, int p, int n) {
    Rng rng(12);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the table could not be written");
    QByteArray text;
    for (int c = 0; c < p; ++c)
        text += (c > 0 ? ",V" : "V") + QByteArray::number(c);
    text += '\n';
    std::vector<double> row(static_cast<std::size_t>(p));
    for (int r = 0; r < n; ++r) {
        for (int c = 0; c < p; ++c) {
            const auto at = static_cast<std::size_t>(c);
            row[at] = rng.normal() + (c > 0 ? 0.5 * row[at - 1] : 0.0) + (c > 4 ? 0.4 * row[at - 4] : 0.0);
            text += (c > 0 ? "," : "") + QByteArray::number(row[at], 'g', 8);
        }
        text += '\n';
    }
    file.write(text);
}

struct Figures {
    double search = 0.0, window = 0.0, whole = 0.0;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Figures measure(int p, int n) {
    QTemporaryDir folder;
    Settings settings(folder.filePath("s.ini"));
    ActionRegistry actions(settings);
    actions.add({"film.analyse", "Analysis", "Analyse"}, [] {});
    ProjectDocument document;
    SelectionModel selection;
    JobList jobs;
    GraphWorkspace workspace(actions, settings, document, selection, jobs);
    workspace.stability().setAutomatic(false);
    workspace.resize(1200, 760);
    workspace.show();
    writeTable(folder.filePath("t.csv"), p, n);
    workspace.openTable(folder.filePath("t.csv"));
    const auto wait = [&] {
        while (workspace.engine().busy() || workspace.picture().arranging() || !workspace.answer())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    };
    wait();
    QApplication::processEvents();
    std::vector<double> search, window, whole;
    auto& slider = workspace.controls().alpha();
    for (int step = 4; step < slider.maximum(); ++step) {
        QElapsedTimer clock;
        const double begun = threadMs();
        clock.start();
        slider.setValue(step);
        while (workspace.engine().busy())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
        workspace.picture().repaint();
        whole.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
        window.push_back(threadMs() - begun);
        search.push_back(workspace.answer()->ms);
    }
    return {median(search), median(window), median(whole)};
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QTextStream out(stdout);
    out << "variables  rows    search ms  window ms  until painted ms (medians)\n";
    for (const auto& [p, n] : {std::pair(12, 10'000), std::pair(50, 2'000)}) {
        const Figures f = measure(p, n);
        out << QStringLiteral("%1 %2 %3 %4 %5\n")
                   .arg(p, 9)
                   .arg(n, 6)
                   .arg(f.search, 10, 'f', 2)
                   .arg(f.window, 10, 'f', 2)
                   .arg(f.whole, 10, 'f', 2);
    }
    return 0;
}
