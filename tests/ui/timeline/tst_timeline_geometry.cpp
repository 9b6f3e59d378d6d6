// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "support/test_program.h"
#include "ui/timeline/ruler.h"
#include "ui/timeline/snapping.h"
#include "ui/timeline/time_text.h"

#include <QtTest>

namespace tst_timeline_geometry {

using namespace mien;
using namespace mien::ui::timeline;

namespace {
TimelineGeometry geometryOf(std::int64_t frames, double width, double dpr = 1.0) {
    TimelineGeometry geometry;
    geometry.frames = frames;
    geometry.devicePixelRatio = dpr;
    geometry.setWidth(width);
    geometry.fit();
    return geometry;
}
} // namespace

class TestTimelineGeometry : public QObject {
    Q_OBJECT

private slots:
    void everyFrameComesBackFromItsPlace() {
        Rng rng(1);
        for (const std::int64_t frames : {1, 2, 100, 4000, 1'440'000})
            for (const double zoom : {0.0, 0.3, 1.0, 24.0, 63.9})
                for (const double dpr : {1.0, 1.25, 2.0, 3.0}) {
                    auto geometry = geometryOf(frames, 1432.0, dpr);
                    geometry.zoomAbout(rng.uniform(0.0, 1432.0),
                                       std::max(1.0, zoom / geometry.pixelsPerFrame));
                    geometry.setScroll(rng.uniform(0.0, geometry.maxScrollPx()));
                    for (int trial = 0; trial < 200; ++trial) {
                        const FrameIndex frame{std::int64_t(rng.below(std::uint64_t(frames)))};
                        QCOMPARE(geometry.frameAt(geometry.xOf(frame)), frame);
                        QCOMPARE(geometry.frameAt(geometry.xOf(frame) + geometry.pixelsPerFrame * 0.99),
                                 frame);
                        QCOMPARE(geometry.boundaryAt(geometry.xOf(frame)), frame.value);
                    }
                }
    }

    void zoomGoesFromTheWholeFilmToSingleFrames() {
        auto geometry = geometryOf(1'440'000, 1400.0);
        QCOMPARE(geometry.visible(), (FrameInterval{{0}, {1'439'999}}));
        QCOMPARE(geometry.contentPx(), 1400.0);
        geometry.zoomAbout(700.0, 1e9);
        QVERIFY(geometry.pixelsPerFrame >= 24.0);
        QVERIFY(geometry.visible().lengthFrames() < 60);
        geometry.zoomAbout(0.0, 1e-9);
        QCOMPARE(geometry.scrollPx, 0.0);
    }

    void zoomingKeepsWhatLiesUnderThePointer() {
        auto geometry = geometryOf(10'000, 1000.0);
        geometry.zoomAbout(400.0, 30.0);
        QVERIFY(std::abs(geometry.positionAt(400.0) - 4000.0) < 1.0 / geometry.pixelsPerFrame);
        geometry.zoomAbout(100.0, 4.0);
        const double kept = geometry.positionAt(700.0);
        geometry.zoomAbout(700.0, 0.5);
        QVERIFY(std::abs(geometry.positionAt(700.0) - kept) < 1.0 / geometry.pixelsPerFrame);
    }

    void scrollStopsAtBothEndsAndOnWholeDevicePixels() {
        auto geometry = geometryOf(1000, 500.0, 1.5);
        geometry.zoomAbout(0.0, 7.0);
        geometry.setScroll(-50.0);
        QCOMPARE(geometry.scrollPx, 0.0);
        geometry.setScroll(1e9);
        QVERIFY(std::abs(geometry.xOf(FrameIndex{1000}) - 500.0) <= 1.0);
        geometry.setScroll(123.456);
        QCOMPARE(geometry.scrollPx * 1.5, std::round(geometry.scrollPx * 1.5));
    }

    void wideningTheWindowKeepsAWholeFilmWhole() {
        auto geometry = geometryOf(1000, 500.0);
        geometry.setWidth(800.0);
        QCOMPARE(geometry.contentPx(), 800.0);
        geometry.zoomAbout(0.0, 4.0);
        geometry.setWidth(900.0);
        QCOMPARE(geometry.pixelsPerFrame, 3.2);
    }

    void showsAndRevealsStretches() {
        auto geometry = geometryOf(100'000, 1000.0);
        geometry.show({{5000}, {5099}}, 0.5);
        QVERIFY(geometry.visible().contains({4950}) && geometry.visible().contains({5149}));
        QVERIFY(!geometry.reveal({{5000}, {5010}}));
        QVERIFY(geometry.reveal({{9000}, {9010}}));
        QVERIFY(geometry.visible().contains({9000}) && geometry.visible().contains({9010}));
    }

    void snapsToTheNearestTargetWithinSixPixels() {
        auto geometry = geometryOf(1000, 1000.0);
        geometry.pixelsPerFrame = 2.0;
        const std::int64_t targets[] = {100, 104, 300};
        QCOMPARE(snapBoundary(geometry, 205.0, targets).frame.value, 104); // 3 px from 104, 5 px from 100
        QCOMPARE(snapBoundary(geometry, 194.1, targets).frame.value, 100);
        QVERIFY(snapBoundary(geometry, 194.1, targets).boundary.has_value());
        const Snap far = snapBoundary(geometry, 193.0, targets); // 7 px away: only to the frames
        QCOMPARE(far.frame.value, 97);
        QVERIFY(!far.boundary);
        QCOMPARE(snapBoundary(geometry, 205.0, {}).frame.value, 103);
    }

    void ticksAreRoundNumbersFarEnoughApart_data() {
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("fps");
        for (const auto& [name, unit] : {std::pair{"frames", 0}, {"seconds", 1}, {"clock", 2}})
            for (const double fps : {23.976, 25.0, 200.0, 500.0})
                QTest::addRow("%s at %g fps", name, fps) << unit << fps;
    }

    void ticksAreRoundNumbersFarEnoughApart() {
        QFETCH(int, unit);
        QFETCH(double, fps);
        Media media;
        media.frames = 500'000;
        media.fps = {std::int64_t(fps * 1000.0), 1000};
        auto geometry = geometryOf(media.frames, 1400.0);
        for (double zoom = geometry.pixelsPerFrame; zoom <= 64.0; zoom *= 1.7) {
            geometry.zoomAbout(500.0, zoom / geometry.pixelsPerFrame);
            const auto ticks = ticksBetween(geometry, media, RulerUnit(unit), 0.0, 1400.0, 90.0);
            QVERIFY(!ticks.empty());
            QVERIFY(ticks.size() < 200);
            double previous = -1e9;
            int majors = 0;
            for (const auto& tick : ticks) {
                QCOMPARE(tick.major, !tick.label.isEmpty());
                if (!tick.major)
                    continue;
                ++majors;
                QVERIFY(geometry.xOf(tick.position) - previous >= 89.0);
                previous = geometry.xOf(tick.position);
            }
            QVERIFY(majors >= 1 || geometry.pixelsPerFrame > 30.0);
        }
    }

    void scrollingDoesNotMoveTicksAgainstTheFilm() {
        Media media;
        media.frames = 100'000;
        auto geometry = geometryOf(media.frames, 1000.0);
        geometry.zoomAbout(0.0, 50.0);
        const auto before = ticksBetween(geometry, media, RulerUnit::Seconds, 0.0, 1000.0, 90.0);
        geometry.setScroll(37.0);
        const auto after = ticksBetween(geometry, media, RulerUnit::Seconds, -37.0, 963.0, 90.0);
        QCOMPARE(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            QCOMPARE(before[i].position, after[i].position);
    }

    void variableRatesUseTheTableOfTimeStamps() {
        Media media;
        media.constantRate = false;
        media.fps = {10, 1};
        media.timesS = std::make_shared<std::vector<double>>(std::vector{0.0, 0.1, 0.5, 0.6});
        media.frames = 4;
        QCOMPARE(positionOfTime(media, 0.5), 2.0);
        QCOMPARE(positionOfTime(media, 0.3), 1.5);
        QCOMPARE(media.timeOf({2}), 0.5);
        QVERIFY(std::abs(media.timeOf({4}) - 0.7) < 1e-12);
        QVERIFY(std::abs(positionOfTime(media, 0.7) - 4.0) < 1e-9);
    }

    void writesTimesAndNumbers() {
        QCOMPARE(clockText(3661.155), QString("01:01:01.155"));
        QCOMPARE(clockText(59.9999), QString("00:01:00.000"));
        QCOMPARE(clockText(7200.0, 0), QString("02:00:00"));
        QCOMPARE(secondsText(1.155), QString("1.155 s"));
        QCOMPARE(frameText(4000), QString("4000"));
        QCOMPARE(frameText(1440000), QString::fromUtf8("1\u202f440\u202f000"));
    }
};

MIEN_TEST(TestTimelineGeometry)

} // namespace tst_timeline_geometry

#include "tst_timeline_geometry.moc"
