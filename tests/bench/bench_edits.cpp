// SPDX-License-Identifier: GPL-3.0-or-later
// What an edit costs the window's thread in a film of 20,000 events (or N: `bench_edits N`): until it is
// kept, and until it is drawn. Prints JSON. Run with QT_QPA_PLATFORM=offscreen.
#include "support/window_bench.h"
#include "ui/commands/event_edits.h"

#include <QApplication>

#include <cstdio>
#include <ctime>

using namespace mien;
using namespace mien::ui;
using commands::Gate;

namespace {

constexpr int kFrames = 60, kRounds = 15;

/// Processor time of this thread: other programs' load stays out.
double cpuMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Cost {
    std::vector<double> kept, drawn;

    template <class F>
    void take(ui::MainWindow& window, F&& edit) {
        const double start = cpuMs();
        edit();
        const double middle = cpuMs();
        QCoreApplication::processEvents();
        window.repaint();
        QCoreApplication::processEvents();
        kept.push_back(middle - start);
        drawn.push_back(cpuMs() - middle);
    }
    void print(const char* what) {
        std::sort(kept.begin(), kept.end());
        std::sort(drawn.begin(), drawn.end());
        std::printf("  {\"what\": \"%s\", \"rounds\": %zu, \"kept_median_ms\": %.2f, \"kept_max_ms\": %.2f, "
                    "\"drawn_median_ms\": %.2f, \"drawn_max_ms\": %.2f},\n",
                    what, kept.size(), kept[kept.size() / 2], kept.back(), drawn[drawn.size() / 2],
                    drawn.back());
    }
};

project::Edit manyEvents(const ProjectDocument& document, int count) {
    project::Edit edit{"Many events", {}, {}};
    edit.changes.push_back(
        project::AddTier{{{}, document.currentMedia()->id, "many", document.coder().toStdString()}});
    for (int i = 0; i < count; ++i) {
        annotation::ExpressionEvent event;
        event.onset = {i % (kFrames - 10)};
        event.offset = {event.onset.value + 5};
        edit.changes.push_back(project::AddEvent{{-1}, event});
    }
    return edit;
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 20000;
    test::WindowBench w;
    test::writeFilm(w.folder.filePath("film.mp4"), kFrames);
    if (!w.openFilm(w.folder.filePath("film.mp4")))
        return 1;
    auto& document = w.bench.document;
    if (!Gate::push(document, manyEvents(document, count)))
        return 1;
    QTest::qWait(500);
    Cost edits, undos;
    for (int i = 0; i < kRounds; ++i)
        edits.take(w.window, [&] {
            const auto row = document.events()[document.events().size() / 2];
            auto after = row.event;
            after.onset = {(i * 7) % 40};
            after.offset = {kFrames - 1};
            if (!Gate::push(document, commands::changeEvent(row.id, after, "Move")))
                std::exit(1);
        });
    for (int i = 0; i < kRounds; ++i)
        undos.take(w.window, [&] { Gate::undo(document); });
    std::printf("[\n");
    edits.print("one edit");
    undos.print("one undo");
    // The whole step goes into a job; what is left for the window's thread is reading the rows.
    Gate::undoInBackground(document, w.bench.jobs);
    double longest = 0.0, last = cpuMs();
    while (w.bench.jobs.runningCount() > 0 || !document.events().empty()) {
        QCoreApplication::processEvents();
        longest = std::max(longest, cpuMs() - last);
        last = cpuMs();
        QTest::qSleep(1);
    }
    std::printf("  {\"what\": \"undo of %d in the background\", \"longest_ms\": %.2f}\n]\n", count, longest);
}
