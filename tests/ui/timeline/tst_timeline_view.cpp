// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_content.h"
#include "support/test_program.h"
#include "ui/timeline/chrome_painter.h"
#include "ui/timeline/timeline_state.h"
#include "ui/timeline/timeline_view.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>
#include <QWheelEvent>
#include <QtTest>

#include <set>

namespace tst_timeline_view {

using namespace mien;
using namespace mien::ui::timeline;

namespace {

struct Dragged {
    ItemKey key;
    Handle handle;
    std::int64_t frame;
    DragPhase phase;
};

/// A shown timeline of the sample film that writes down what it emits.
struct Fixture {
    Fixture() {
        view.resize(1400, 420);
        view.setContent(test::smallFilm());
        view.show();
        QObject::connect(&view, &TimelineView::handleDragged, &view,
                         [this](ItemKey key, Handle handle, FrameIndex frame, DragPhase phase) {
                             drags.push_back({key, handle, frame.value, phase});
                         });
    }
    QPoint at(std::int64_t boundary, ItemKey key) const {
        return {qRound(view.state().widgetX(double(boundary))), view.itemRect(key).center().y()};
    }
    void press(QPoint p, Qt::KeyboardModifiers m = {}) { QTest::mousePress(&view, Qt::LeftButton, m, p); }
    void move(QPoint p, Qt::KeyboardModifiers m = {}) {
        QMouseEvent event(QEvent::MouseMove, p, view.mapToGlobal(p), Qt::NoButton, Qt::LeftButton, m);
        QCoreApplication::sendEvent(&view, &event);
    }
    void release(QPoint p, Qt::KeyboardModifiers m = {}) { QTest::mouseRelease(&view, Qt::LeftButton, m, p); }
    void wheel(QPoint p, int delta, Qt::KeyboardModifiers m = {}) {
        QWheelEvent event(p, view.mapToGlobal(p), {}, {0, delta}, Qt::NoButton, m, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    TimelineView view;
    std::vector<Dragged> drags;
};

constexpr ItemKey kSmile{2, 2}; // frames 706, 870, 1090

} // namespace

class TestTimelineView : public QObject {
    Q_OBJECT

private slots:
    void aThresholdFollowsThePointerAndEscapePutsItBack() {
        Fixture f;
        const auto lane = f.view.state().lanes.front().id;
        const float top = f.view.state().laneScales.front().max;
        f.view.setThreshold(lane, top / 2.0f);
        std::vector<std::pair<float, DragPhase>> seen;
        QObject::connect(&f.view, &TimelineView::thresholdDragged, &f.view,
                         [&](qint64, float value, DragPhase phase) { seen.emplace_back(value, phase); });
        const auto& rows = f.view.state().layout.lanes.rows;
        const QPoint from(600, qRound(f.view.state().thresholdY(rows.front())));
        f.press(from);
        f.move(from - QPoint(0, 5));
        f.move(from - QPoint(0, 8));
        QVERIFY(*f.view.state().lanes.front().threshold > top / 2.0f);
        QCOMPARE(seen.back().second, DragPhase::Move);
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QCOMPARE(seen.back().second, DragPhase::Cancel);
        QCOMPARE(seen.back().first, top / 2.0f);
        QCOMPARE(*f.view.state().lanes.front().threshold, top / 2.0f);
    }

    void candidatesAreDrawnOverTheirLaneAlone() {
        Fixture f;
        const auto& state = f.view.state();
        const QImage before = f.view.grab().toImage();
        const FrameInterval shown = f.view.visibleFrames();
        f.view.setCandidates(Candidates{state.lanes.front().id, {{shown.first, shown.last}}});
        const QImage after = f.view.grab().toImage();
        const auto differs = [&](const Row& row) {
            const QRect rect = state.layout.lanes.rowRect(row).intersected(state.layout.time);
            return before.copy(rect) != after.copy(rect);
        };
        QVERIFY(differs(state.layout.lanes.rows[0]));
        QVERIFY(!differs(state.layout.lanes.rows[1]));
        f.view.setCandidates({});
        QCOMPARE(f.view.grab().toImage(), before);
    }

    void whatWasWatchedIsAThinBandOnTheRuler() {
        Fixture f;
        const auto& state = f.view.state();
        for (const auto& palette : {TimelinePalette::dark(), TimelinePalette::light()}) {
            f.view.setTimelinePalette(palette);
            f.view.setWatched({});
            const QImage before = f.view.grab().toImage();
            f.view.setWatched({{{1000}, {1999}}, {{3000}, {3000}}});
            const QImage after = f.view.grab().toImage();
            const auto colourAt = [&](double frame) {
                return after.pixelColor(qRound(state.widgetX(frame)), state.layout.ruler.top() + 1);
            };
            QCOMPARE(colourAt(1500.0), palette.watched);
            QVERIFY(colourAt(900.0) != palette.watched && colourAt(2100.0) != palette.watched);
            QCOMPARE(colourAt(3000.5), palette.watched); // one frame is seen as well
            const QRect ruler = state.layout.ruler;
            QCOMPARE(after.copy(ruler.adjusted(0, 4, 0, 0)), before.copy(ruler.adjusted(0, 4, 0, 0)));
            QVERIFY(contrast(palette.watched, palette.header) < 4.5); // quiet
            QVERIFY(contrast(palette.watched, palette.header) > 2.0);
            f.view.setWatched({});
            QCOMPARE(f.view.grab().toImage(), before);
        }
        f.view.setWatched({{{1000}, {1999}}});
        const auto tip = [&](double frame) {
            const QPoint p(qRound(state.widgetX(frame)), state.layout.ruler.center().y());
            QHelpEvent help(QEvent::ToolTip, p, f.view.mapToGlobal(p));
            QCoreApplication::sendEvent(&f.view, &help);
            return QToolTip::text();
        };
        QVERIFY2(tip(1500.0).contains("watched by you"), qPrintable(tip(1500.0)));
        QVERIFY(!tip(2500.0).contains("watched by you"));
    }

    void whatASearchPassesOverIsFaint() {
        Fixture f;
        const auto& item = f.view.items(f.view.tiers().back().id).front();
        const ItemKey key{item.tier, item.id};
        const auto picture = [&] { return f.view.grab(f.view.itemRect(key)).toImage(); };
        const QImage plain = picture();
        f.view.setHits(std::vector<ItemKey>{key});
        const QImage hit = picture();
        f.view.setHits(std::vector<ItemKey>{});
        const QImage passedOver = picture();
        QVERIFY(plain != hit && plain != passedOver && hit != passedOver);
        f.view.setHits({});
        QCOMPARE(picture(), plain);
    }

    void clickingSelectsAnItem() {
        Fixture f;
        QSignalSpy selected(&f.view, &TimelineView::itemSelected);
        QTest::mouseClick(&f.view, Qt::LeftButton, {}, f.view.itemRect(kSmile).center() + QPoint(20, 0));
        QCOMPARE(selected.size(), 1);
        QCOMPARE(f.view.selected(), kSmile);
        QVERIFY(f.drags.empty());
    }

    void eachHandleIsDraggedByItself_data() {
        QTest::addColumn<int>("handle");
        QTest::addColumn<qint64>("grab"); // boundary
        QTest::addColumn<qint64>("to");
        QTest::addColumn<qint64>("expected"); // frame
        QTest::newRow("onset") << int(Handle::Onset) << 706ll << 640ll << 640ll;
        QTest::newRow("offset") << int(Handle::Offset) << 1091ll << 1141ll << 1140ll;
        QTest::newRow("apex") << int(Handle::Apex) << 870ll << 930ll << 930ll;
        QTest::newRow("onset stops at the apex") << int(Handle::Onset) << 706ll << 1000ll << 870ll;
        QTest::newRow("offset stops at the apex") << int(Handle::Offset) << 1091ll << 800ll << 870ll;
        QTest::newRow("apex stops at the offset") << int(Handle::Apex) << 870ll << 1200ll << 1090ll;
    }

    void eachHandleIsDraggedByItself() {
        QFETCH(int, handle);
        QFETCH(qint64, grab);
        QFETCH(qint64, to);
        QFETCH(qint64, expected);
        Fixture f;
        f.view.showFrames({{600}, {1299}});
        f.view.setSnapping(false);
        f.press(f.at(grab, kSmile));
        f.move(f.at((grab + to) / 2, kSmile));
        f.move(f.at(to, kSmile));
        f.release(f.at(to, kSmile));
        QVERIFY(f.drags.size() >= 3);
        for (const auto& drag : f.drags) {
            QCOMPARE(drag.key, kSmile);
            QCOMPARE(int(drag.handle), handle);
        }
        QCOMPARE(f.drags.front().phase, DragPhase::Begin);
        QCOMPARE(f.drags.back().phase, DragPhase::End);
        QVERIFY2(std::abs(f.drags.back().frame - expected) <= 1,
                 qPrintable(QString("got %1").arg(f.drags.back().frame)));
        QCOMPARE(f.view.item(kSmile)->onset.value, 706); // the view itself changes nothing
    }

    void dragsSnapToOtherItemsAndThePlayheadUnlessAltIsHeld() {
        Fixture f;
        f.view.showFrames({{600}, {1299}});
        f.view.setPlayhead({650});
        const double perFrame = f.view.pixelsPerFrame();
        const QPoint near = f.at(650, kSmile) + QPoint(5, 0);
        f.press(f.at(706, kSmile));
        f.move(near);
        QCOMPARE(f.drags.back().frame, 650);
        f.move(near, Qt::AltModifier);
        QCOMPARE(f.drags.back().frame, qRound64(650 + 5 / perFrame));
        f.move(f.at(700, kSmile) + QPoint(-3, 0)); // the proposal's onset
        QCOMPARE(f.drags.back().frame, 700);
        f.release(near);
    }

    void theBodyMovesOnlyWithAlt() {
        Fixture f;
        f.view.showFrames({{600}, {1299}});
        const QPoint from = f.at(780, kSmile);
        f.press(from);
        f.move(from + QPoint(80, 0));
        f.release(from + QPoint(80, 0));
        QVERIFY(f.drags.empty());
        f.press(from, Qt::AltModifier);
        f.move(f.at(800, kSmile), Qt::AltModifier);
        f.release(f.at(800, kSmile), Qt::AltModifier);
        QCOMPARE(f.drags.back().phase, DragPhase::End);
        QCOMPARE(f.drags.back().handle, Handle::Body);
        QVERIFY(std::abs(f.drags.back().frame - 726) <= 1);
    }

    void escapeCancelsADrag() {
        Fixture f;
        f.view.showFrames({{600}, {1299}});
        f.press(f.at(706, kSmile));
        f.move(f.at(650, kSmile));
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QCOMPARE(f.drags.back().phase, DragPhase::Cancel);
        QCOMPARE(f.drags.back().frame, 706);
        const auto count = f.drags.size();
        f.move(f.at(640, kSmile));
        f.release(f.at(640, kSmile));
        QCOMPARE(f.drags.size(), count);
    }

    void proposalsAndLockedTiersCannotBeDragged() {
        Fixture f;
        QSignalSpy created(&f.view, &TimelineView::createRequested);
        for (const ItemKey key : {ItemKey{1, 2}, ItemKey{4, 1}}) {
            const QRect rect = f.view.itemRect(key);
            f.press({rect.left() + 1, rect.center().y()});
            f.move({rect.left() - 60, rect.center().y()});
            f.release({rect.left() - 60, rect.center().y()});
            QCOMPARE(f.view.selected(), key);
        }
        QVERIFY(f.drags.empty());
        QVERIFY(created.isEmpty());
    }

    void drawingOnAnEmptyPlaceAsksForAnItem() {
        Fixture f;
        f.view.setSnapping(false);
        QSignalSpy created(&f.view, &TimelineView::createRequested);
        const int y = f.view.itemRect(kSmile).center().y();
        const auto x = [&](std::int64_t frame) { return qRound(f.view.state().widgetX(double(frame))); };
        f.press({x(2300), y});
        f.move({x(2200), y});
        f.move({x(2100), y});
        f.release({x(2100), y});
        QCOMPARE(created.size(), 1);
        QCOMPARE(created[0][0].toLongLong(), 2);
        const auto first = created[0][1].value<FrameIndex>();
        const auto last = created[0][2].value<FrameIndex>();
        QVERIFY(std::abs(first.value - 2100) <= 3 && std::abs(last.value - 2299) <= 3);
    }

    void aClickOnAnEmptyPlaceMovesThePlayhead() {
        Fixture f;
        f.view.select(kSmile);
        QSignalSpy created(&f.view, &TimelineView::createRequested);
        QSignalSpy moved(&f.view, &TimelineView::playheadMoved);
        const QPoint empty(qRound(f.view.state().widgetX(2200.5)), f.view.itemRect(kSmile).center().y());
        QTest::mouseClick(&f.view, Qt::LeftButton, {}, empty);
        QVERIFY(created.isEmpty());
        QVERIFY(!f.view.selected());
        QVERIFY(std::abs(f.view.playhead().value - 2200) <= 3);
        QCOMPARE(moved.back()[1].toBool(), false);
    }

    void draggingTheRulerScrubs() {
        Fixture f;
        QSignalSpy moved(&f.view, &TimelineView::playheadMoved);
        const int y = f.view.state().layout.ruler.center().y();
        f.press({500, y});
        f.move({600, y});
        f.move({1000000, y});
        QCOMPARE(f.view.playhead().value, 3999);
        f.release({700, y});
        QCOMPARE(moved.front()[1].toBool(), true);
        QCOMPARE(moved.back()[1].toBool(), false);
    }

    void shiftDragOnTheRulerSetsTheLoop() {
        Fixture f;
        QSignalSpy looped(&f.view, &TimelineView::loopRangeChanged);
        const int y = f.view.state().layout.ruler.center().y();
        f.press({500, y}, Qt::ShiftModifier);
        f.move({600, y}, Qt::ShiftModifier);
        f.release({600, y}, Qt::ShiftModifier);
        QVERIFY(!looped.isEmpty());
        QVERIFY(f.view.loopRange()->lengthFrames() > 100);
    }

    void theWheelScrollsAndZoomsAboutThePointer() {
        Fixture f;
        f.view.showFrames({{1000}, {1999}});
        const QPoint point(900, 200);
        const double before = f.view.state().geometry.positionAt(f.view.state().timeX(900));
        f.wheel(point, 120, Qt::ControlModifier);
        QVERIFY(f.view.pixelsPerFrame() > 1.2);
        const double after = f.view.state().geometry.positionAt(f.view.state().timeX(900));
        QVERIFY(std::abs(after - before) < 1.0);
        const auto visible = f.view.visibleFrames();
        f.wheel(point, -120);
        QVERIFY(f.view.visibleFrames().first > visible.first);
    }

    void keysZoom() {
        Fixture f;
        QSignalSpy zoomed(&f.view, &TimelineView::zoomChanged);
        const double whole = f.view.pixelsPerFrame();
        QTest::keyClick(&f.view, Qt::Key_Plus);
        QVERIFY(f.view.pixelsPerFrame() > whole);
        f.view.select(kSmile);
        QTest::keyClick(&f.view, Qt::Key_Z);
        QVERIFY(f.view.visibleFrames().contains({706}) && f.view.visibleFrames().lengthFrames() < 800);
        QTest::keyClick(&f.view, Qt::Key_Z, Qt::ShiftModifier);
        QCOMPARE(f.view.pixelsPerFrame(), whole);
        QCOMPARE(zoomed.size(), 3);
    }

    void tabWalksItemsAndHandlesAndArrowsMoveThem() {
        Fixture f;
        f.view.setFocus();
        f.view.select(kSmile);
        QTest::keyClick(&f.view, Qt::Key_Right);
        QVERIFY(f.drags.empty()); // without a handle the arrows belong to the window
        QTest::keyClick(&f.view, Qt::Key_Tab);
        QCOMPARE(f.view.state().focusedHandle, Handle::Onset);
        QTest::keyClick(&f.view, Qt::Key_Left);
        QCOMPARE(f.drags.size(), 3u);
        QCOMPARE(f.drags.back().frame, 705);
        QCOMPARE(f.drags.back().phase, DragPhase::End);
        QTest::keyClick(&f.view, Qt::Key_Tab);
        QCOMPARE(f.view.state().focusedHandle, Handle::Apex);
        QTest::keyClick(&f.view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.drags.back().frame, 880);
        QTest::keyClick(&f.view, Qt::Key_Tab);
        QCOMPARE(f.view.state().focusedHandle, Handle::Offset);
        QTest::keyClick(&f.view, Qt::Key_Tab);
        QCOMPARE(f.view.selected(), (ItemKey{2, 3}));
        QVERIFY(!f.view.state().focusedHandle);
        QTest::keyClick(&f.view, Qt::Key_Backtab);
        QCOMPARE(f.view.selected(), kSmile);
    }

    void escapeThenTabLeavesTheTimeline() {
        QWidget window;
        QWidget other(&window);
        other.setFocusPolicy(Qt::StrongFocus);
        TimelineView view(&window);
        view.setContent(test::smallFilm());
        window.show();
        window.activateWindow();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Tab);
        QVERIFY(view.selected());
        QTest::keyClick(&view, Qt::Key_Escape);
        QTest::keyClick(&view, Qt::Key_Tab);
        QVERIFY(!view.hasFocus());
    }

    void enterAndDoubleClickActivate() {
        Fixture f;
        QSignalSpy activated(&f.view, &TimelineView::itemActivated);
        f.view.select(kSmile);
        QTest::keyClick(&f.view, Qt::Key_Return);
        QTest::mouseDClick(&f.view, Qt::LeftButton, {}, f.view.itemRect({1, 2}).center());
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated[1][0].value<ItemKey>(), (ItemKey{1, 2}));
    }

    void itemsAreUpdatedOneByOneAndByTier() {
        Fixture f;
        auto changed = *f.view.item(kSmile);
        changed.onset = {650};
        f.view.updateItem(changed);
        QCOMPARE(f.view.item(kSmile)->onset.value, 650);
        f.view.select(kSmile);
        f.view.removeItem(kSmile);
        QVERIFY(!f.view.selected());
        QVERIFY(f.view.item(kSmile) == nullptr);
        f.view.setItems(2, {test::item(2, 9, 5, {}, 9)});
        QCOMPARE(f.view.items(2).size(), 1u);
        QCOMPARE(f.view.items(3).size(), 3u);
    }

    void thePlayheadIsFollowedWhenItLeavesTheView() {
        Fixture f;
        f.view.showFrames({{100}, {299}});
        f.view.setPlayhead({310});
        QVERIFY(f.view.visibleFrames().contains({310}));
        f.view.setPlayhead({2000}, false);
        QVERIFY(!f.view.visibleFrames().contains({2000}));
        f.view.setPlayhead({999999});
        QCOMPARE(f.view.playhead().value, 3999);
    }

    void scrollingByImageEqualsPaintingAfresh() {
        Fixture f;
        f.view.showFrames({{600}, {1599}});
        f.view.grab();
        for (const int notches : {-1, -2, 1, -5, 3, 4})
            f.wheel({700, 150}, 120 * notches), f.view.grab();
        const QImage scrolled = f.view.grab().toImage();
        f.view.setRulerUnit(f.view.rulerUnit()); // forgets all row images
        const QImage fresh = f.view.grab().toImage();
        if (qEnvironmentVariableIsSet("MIEN_SCREENSHOTS")) {
            scrolled.save(qEnvironmentVariable("MIEN_SCREENSHOTS") + "/timeline_scrolled.png");
            fresh.save(qEnvironmentVariable("MIEN_SCREENSHOTS") + "/timeline_fresh.png");
        }
        const auto unlike = [](QRgb a, QRgb b) {
            return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                             std::abs(qBlue(a) - qBlue(b))}) > 40;
        };
        int different = 0;
        QRect where;
        for (int y = 0; y < fresh.height(); ++y)
            for (int x = 0; x < fresh.width(); ++x)
                if (unlike(fresh.pixel(x, y), scrolled.pixel(x, y))) {
                    ++different;
                    where |= QRect(x, y, 1, 1);
                }
        // Smoothed edges of shapes may differ by a rounding.
        QVERIFY2(different < 20, qPrintable(QString("%1 pixels differ within x %2 … %3, y %4 … %5")
                                                .arg(different)
                                                .arg(where.left())
                                                .arg(where.right())
                                                .arg(where.top())
                                                .arg(where.bottom())));
    }

    void growingSignalsRepaintTheirEnds() {
        Fixture f;
        auto growing = std::make_shared<SignalPyramid>();
        Lane lane;
        lane.name = "Growing";
        lane.maximum = 1.0f;
        lane.signal = growing;
        f.view.setLanes({lane});
        const QImage empty = f.view.grab().toImage();
        growing->append(std::vector<float>(2000, 0.5f));
        f.view.samplesAppended({0});
        growing->append(std::vector<float>(1000, 0.9f));
        f.view.samplesAppended({2000});
        const QImage grown = f.view.grab().toImage();
        f.view.setRulerUnit(f.view.rulerUnit());
        QVERIFY(grown != empty);
        QCOMPARE(f.view.grab().toImage(), grown);
    }

    void emptyAndTinyContentsAreHarmless() {
        TimelineView view;
        view.resize(500, 200);
        view.show();
        view.grab();
        Content one;
        one.media.frames = 1;
        one.tiers = {{1, "Only", "", TierKind::Human, false}};
        one.items = {test::item(1, 1, 0, 0, 0, "12")};
        view.setContent(one);
        view.grab();
        view.zoomBy(100.0);
        view.resize(10, 10);
        view.grab();
        QCOMPARE(view.visibleFrames(), (FrameInterval{{0}, {0}}));
        view.setContent({});
        view.grab();
        QTest::mouseClick(&view, Qt::LeftButton, {}, {5, 5});
    }

    void thumbnailsAreAskedForWhereTheyShow() {
        Fixture f;
        std::vector<FrameIndex> asked;
        f.view.setThumbnailSource(
            {[&](FrameIndex frame, QSize size, const ThumbnailSource::Deliver& deliver) {
                 asked.push_back(frame);
                 QImage image(size, QImage::Format_RGB32);
                 image.fill(QColor(0, 200, 0));
                 deliver(frame, image);
             },
             [] {}});
        QTRY_VERIFY(!asked.empty());
        const auto slots_ = thumbnailSlots(f.view.state());
        QCOMPARE(asked.size(), slots_.size());
        const QImage shown = f.view.grab().toImage();
        QCOMPARE(shown.pixelColor(slots_[3].rect.center().toPoint()), QColor(0, 200, 0));
        const auto count = asked.size();
        f.view.setPlayhead({5});
        QTest::qWait(100);
        QCOMPARE(asked.size(), count);
    }

    void bothThemesShowEverything() {
        for (const bool dark : {true, false}) {
            Fixture f;
            f.view.setTimelinePalette(dark ? TimelinePalette::dark() : TimelinePalette::light());
            f.view.setThumbnailSource(
                {[](FrameIndex frame, QSize size, const ThumbnailSource::Deliver& deliver) {
                     QImage image(size, QImage::Format_RGB32);
                     image.fill(QColor::fromHsv(int(frame.value / 12 % 360), 60, 140));
                     deliver(frame, image);
                 },
                 [] {}});
            f.view.setPlayhead({940});
            f.view.setLoopRange(FrameInterval{{606}, {1190}});
            f.view.select(kSmile);
            QTest::qWait(100);
            const QString folder = qEnvironmentVariable("MIEN_SCREENSHOTS");
            const QString name = folder + (dark ? "/timeline_dark" : "/timeline_light");
            const QImage whole = f.view.grab().toImage();
            f.view.showFrames({{180}, {300}});
            f.view.setPlayhead({231});
            f.view.select(ItemKey{2, 1});
            const QImage close = f.view.grab().toImage();
            if (!folder.isEmpty()) {
                whole.save(name + ".png");
                close.save(name + "_close.png");
            }
            // Each theme's own colours are there: lanes, micro, macro, playhead.
            const auto& palette = f.view.timelinePalette();
            std::set<QRgb> seen;
            for (const QImage* image : {&whole, &close})
                for (int y = 0; y < image->height(); ++y)
                    for (int x = 0; x < image->width(); ++x)
                        seen.insert(image->pixel(x, y));
            for (const QColor& colour : {palette.background, palette.header, palette.micro, palette.macro,
                                         palette.playhead, palette.notScorable, palette.loop})
                QVERIFY2(seen.count(colour.rgb()) == 1, qPrintable(colour.name()));
            for (const QColor& colour : palette.lanes)
                QVERIFY2(seen.count(colour.rgb()) == 1, qPrintable(colour.name()));
        }
    }

    void thresholdsAreDragged() {
        Fixture f;
        QSignalSpy dragged(&f.view, &TimelineView::thresholdDragged);
        const auto& state = f.view.state();
        const QPoint from(700, qRound(state.thresholdY(state.layout.lanes.rows[0])));
        f.press(from);
        f.move(from - QPoint(0, 5));
        f.release(from - QPoint(0, 5));
        QVERIFY(dragged.size() >= 3);
        QVERIFY(dragged.back()[1].toFloat() > 1.2f);
    }
};

MIEN_UI_TEST(TestTimelineView)

} // namespace tst_timeline_view

#include "tst_timeline_view.moc"
