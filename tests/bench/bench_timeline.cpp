// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds a frame for panning and zooming a two-hour film at 200 fps: 40 lanes of 1.44 million samples
// and 100,000 events on ten tiers. Prints JSON. Run with QT_QPA_PLATFORM=offscreen: software rendering.
#include "ui/timeline/sample_content.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QWheelEvent>

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace mien;
using namespace mien::ui::timeline;

namespace {

/// Processor time of this thread: painting has one thread, and other programs' load stays out.
double cpuMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void print(const char* what, std::vector<double> ms, bool last = false) {
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double share) { return ms[std::size_t(share * double(ms.size() - 1))]; };
    std::printf(
        "  {\"what\": \"%s\", \"frames\": %zu, \"median_ms\": %.2f, \"p95_ms\": %.2f, \"max_ms\": %.2f}%s\n",
        what, ms.size(), at(0.5), at(0.95), ms.back(), last ? "" : ",");
}

void wheel(TimelineView& view, QPoint pixels, QPoint angle, Qt::KeyboardModifiers modifiers) {
    const QPointF at(900.0, 200.0);
    QWheelEvent event(at, view.mapToGlobal(at), pixels, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&view, &event);
}

template <class Step>
std::vector<double> timed(TimelineView& view, int frames, Step step) {
    std::vector<double> ms;
    for (int i = 0; i < frames; ++i) {
        const double from = cpuMs();
        step(i);
        view.repaint();
        ms.push_back(cpuMs() - from);
    }
    return ms;
}

void benchAt(TimelineView& view, QSize size, const char* name) {
    view.resize(size);
    QCoreApplication::processEvents();
    view.zoomToFit();
    view.repaint();
    const std::string prefix = std::string(name) + ", ";
    const struct {
        const char* name;
        std::int64_t frames;
    } zooms[] = {{"pan, a quarter of the film", 360'000},
                 {"pan, 100 frames a pixel", 140'000},
                 {"pan, 1 frame a pixel", 1430},
                 {"pan, 24 px a frame", 60}};
    for (const auto& zoom : zooms) {
        view.showFrames({{700'000}, {700'000 + zoom.frames - 1}});
        view.repaint();
        print((prefix + zoom.name).c_str(), timed(view, 240, [&](int i) {
                  const int dx = 5 + i * 7 % 60;
                  wheel(view, {i % 120 < 60 ? -dx : dx, 0}, {}, {});
              }));
    }
    view.zoomToFit();
    print((prefix + "zoom in, whole film to 64 px a frame").c_str(), timed(view, 240, [&](int) {
              wheel(view, {}, {0, 24}, Qt::ControlModifier);
          }));
    print((prefix + "zoom out again").c_str(), timed(view, 240, [&](int) {
              wheel(view, {}, {0, -24}, Qt::ControlModifier);
          }));
    view.showFrames({{700'000}, {702'000}});
    view.repaint();
    print((prefix + "playhead moves").c_str(),
          timed(view, 240, [&](int i) { view.setPlayhead({700'000 + i * 5}, false); }));
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const double from = cpuMs();
    Content content = test::longFilm();
    const double made = cpuMs();
    TimelineView view;
    view.resize(1600, 700);
    const ItemKey edited{5, 50'000};
    view.setContent(std::move(content));
    view.show();
    QCoreApplication::processEvents(); // until then there is nothing to paint on
    view.repaint();
    std::printf("[\n  {\"what\": \"make samples and pyramids\", \"ms\": %.0f},\n", made - from);
    std::printf("  {\"what\": \"set content and first picture\", \"ms\": %.0f},\n", cpuMs() - made);
    benchAt(view, {1600, 700}, "1600x700");
    benchAt(view, {1600, 1900}, "all 40 lanes at once, 1600x1900");
    view.resize(1600, 700);
    if (const Item* item = view.item(edited)) {
        Item changed = *item;
        view.zoomToItem(edited);
        print("edit one of 100,000 events",
              timed(view, 60,
                    [&](int i) {
                        changed.offset = item->onset + 10 + i % 7;
                        view.updateItem(changed);
                    }),
              true);
    }
    std::printf("]\n");
}
