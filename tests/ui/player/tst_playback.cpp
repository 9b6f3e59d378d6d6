// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/player/playback.h"
#include "ui/player/shuttle.h"

namespace tst_playback {

using namespace mien;
using namespace mien::ui;

class TestPlayback : public QObject {
    Q_OBJECT

private slots:
    void repeatedPressesGoFasterAndTheOtherWaySlowsDown() {
        double speed = 0.0;
        for (const double expected : {1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 32.0})
            QCOMPARE(speed = shuttled(speed, 1, false), expected);
        QCOMPARE(speed = shuttled(speed, -1, false), 16.0);
        QCOMPARE(shuttled(1.0, -1, false), -1.0);
        speed = 0.0;
        for (const double expected : {-0.5, -0.25, -0.125, -1.0 / 16, -1.0 / 32, -1.0 / 32})
            QCOMPARE(speed = shuttled(speed, -1, true), expected);
        QCOMPARE(shuttled(-0.25, -1, false), -1.0);
        QCOMPARE(speedText(-0.25), QString("−1/4×"));
        QCOMPARE(speedText(8.0), QString("8×"));
    }

    void timeDecidesTheFrameNotTheNumberOfTicks() {
        SelectionModel selection;
        Playback playback(selection);
        playback.setTiming(test::evenTiming(500)); // 25 fps
        playback.play(1.0);
        playback.advance(0.1);
        playback.advance(0.9);
        QCOMPARE(selection.currentFrame().value, 25);
        playback.play(-2.0);
        playback.advance(0.5);
        QCOMPARE(selection.currentFrame().value, 0);
    }

    void variableRatesPlayByTheirStamps() {
        SelectionModel selection;
        Playback playback(selection);
        playback.setTiming(FilmTiming({0.0, 0.01, 0.02, 1.0, 1.01}, {5, 1}, false));
        playback.play(1.0);
        playback.advance(0.5);
        QCOMPARE(selection.currentFrame().value, 2);
        playback.advance(0.495);
        QCOMPARE(selection.currentFrame().value, 2);
        playback.advance(0.006);
        QCOMPARE(selection.currentFrame().value, 3);
    }

    void theEndStopsAndPlayBeginsAgain() {
        SelectionModel selection;
        Playback playback(selection);
        playback.setTiming(test::evenTiming(50));
        playback.play(1.0);
        playback.advance(10.0);
        QCOMPARE(selection.currentFrame().value, 49);
        QVERIFY(!playback.playing());
        playback.toggle();
        QCOMPARE(selection.currentFrame().value, 0);
        QVERIFY(playback.playing());
    }

    void aLoopStaysInItsInterval() {
        SelectionModel selection;
        Playback playback(selection);
        playback.setTiming(test::evenTiming(500));
        selection.setLoop(FrameInterval{{100}, {109}}); // 0.4 s
        selection.setCurrentFrame({100});
        playback.play(0.25);
        for (int i = 0; i < 400; ++i) {
            playback.advance(0.05);
            QVERIFY(selection.loop()->contains(selection.currentFrame()));
        }
        QVERIFY(playback.playing());
        playback.play(-1.0);
        for (int i = 0; i < 100; ++i) {
            playback.advance(0.05);
            QVERIFY(selection.loop()->contains(selection.currentFrame()));
        }
    }

    void anEventIsPlayedOnce() {
        SelectionModel selection;
        Playback playback(selection);
        playback.setTiming(test::evenTiming(500));
        playback.playOnce({{100}, {110}});
        playback.advance(5.0);
        QCOMPARE(selection.currentFrame().value, 110);
        QVERIFY(!playback.playing());
    }

    void steppingStopsAndStaysInTheFilm() {
        SelectionModel selection;
        Playback playback(selection);
        playback.setTiming(test::evenTiming(20));
        playback.play(1.0);
        playback.step(3);
        QVERIFY(!playback.playing());
        QCOMPARE(selection.currentFrame().value, 3);
        playback.step(-10);
        QCOMPARE(selection.currentFrame().value, 0);
        playback.step(100);
        QCOMPARE(selection.currentFrame().value, 19);
    }

    void withoutAFilmNothingPlays() {
        SelectionModel selection;
        Playback playback(selection);
        playback.toggle();
        QVERIFY(!playback.playing());
        playback.step(1);
        QCOMPARE(selection.currentFrame().value, 0);
    }
};

MIEN_UI_TEST(TestPlayback)

} // namespace tst_playback

#include "tst_playback.moc"
