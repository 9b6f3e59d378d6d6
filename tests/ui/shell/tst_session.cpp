// SPDX-License-Identifier: GPL-3.0-or-later
// A session as a coder has it, by keys, with a watchdog on the window's thread.
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/shell/watchdog.h"

#include <QThread>

namespace tst_session {

using namespace mien;
using namespace mien::ui;

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::writeFilm(film(), 200); }

    void theWatchdogSeesAStall() {
        Watchdog watchdog(50.0);
        QTRY_VERIFY(watchdog.answers() > 3);
        QVERIFY(QTest::qWaitFor(
            [&] {
                QThread::msleep(120); // the window's thread itself; the other one may sleep through it
                return !watchdog.stallsMs().empty();
            },
            30000));
        QVERIFY(watchdog.longestMs() >= 50.0);
    }

    void aWholeSession() {
        test::WindowBench w;
        Watchdog watchdog(50.0);
        QVERIFY(w.openFilm(film()));
        QCOMPARE(w.bench.document.timing().frames(), 200);
        auto& selection = w.bench.selection;
        auto& document = w.bench.document;

        // stepping shows the frame it names
        w.press(Qt::Key_Period);
        w.press(Qt::Key_Period);
        w.press(Qt::Key_Comma);
        QVERIFY(w.showsFrame(1));
        w.press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(w.showsFrame(11));
        // playing moves, K stops
        w.press(Qt::Key_Space);
        QTRY_VERIFY(selection.currentFrame().value > 14);
        w.press(Qt::Key_K);
        QVERIFY(!w.window.stage().playback().playing());
        QVERIFY(w.showsFrame(selection.currentFrame().value));
        w.press(Qt::Key_J);
        QCOMPARE(w.window.stage().playback().speed(), -1.0);
        w.press(Qt::Key_K);
        // scrubbing
        for (int frame = 0; frame < 200; frame += 7)
            selection.setCurrentFrame({frame}), QCoreApplication::processEvents();
        QVERIFY(w.showsFrame(196));

        // coding: I P O 1 2 b r Enter
        selection.setCurrentFrame({40});
        w.press(Qt::Key_I);
        selection.setCurrentFrame({50});
        w.press(Qt::Key_P);
        selection.setCurrentFrame({70});
        w.press(Qt::Key_O);
        w.type("12br\n");
        QCOMPARE(document.events().size(), std::size_t{1});
        const auto coded = document.events().front().event;
        QCOMPARE(QString::fromStdString(coded.actionUnits), QString("R12B"));
        QCOMPARE(coded.onset.value, 40);
        QCOMPARE(coded.apex->value, 50);
        QCOMPARE(coded.offset.value, 70);
        QVERIFY(!w.window.stage().blinking()); // b was an intensity, not the blink key

        // review: unsure first, nudged, scored, taken; the next one rejected
        test::storeProposals(document, {test::proposal(100, 110, 130, 0.9), test::proposal(20, 24, 30, 0.4)});
        w.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(w.window.workspace(), Workspace::Review);
        QVERIFY(selection.selectedProposal());
        QVERIFY(selection.loop());
        QCOMPARE(w.window.stage().playback().speed(), 0.25);
        QVERIFY(selection.loop()->first.value <= 8 &&
                selection.loop()->last.value >= 42); // half a second around
        w.press(Qt::Key_Period);
        w.press(Qt::Key_Comma);
        selection.setCurrentFrame({30});
        w.press(Qt::Key_Period, Qt::ShiftModifier);
        w.press(Qt::Key_3);
        w.press(Qt::Key_Return);
        QCOMPARE(document.events().size(), std::size_t{2});
        const auto taken = document.events().front().event;
        QCOMPARE(taken.onset.value, 20);
        QCOMPARE(taken.offset.value, 31);
        QCOMPARE(taken.intensity, annotation::Intensity::C);
        w.press(Qt::Key_X);
        QCOMPARE(w.bench.queue.reviewed(), 2);
        QVERIFY(!selection.selectedProposal());

        // back, everything undone and done again
        w.press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(w.window.workspace(), Workspace::Code);
        const auto last = document.events();
        const auto decided = document.proposals();
        int steps = 0;
        while (!document.events().empty() || w.bench.queue.reviewed() > 0) {
            w.press(Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(++steps < 20);
        }
        QCOMPARE(steps, 6); // onset, apex, offset, code, take, reject
        for (int i = 0; i < steps; ++i)
            w.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(document.events(), last);
        QCOMPARE(document.proposals(), decided);

        QTest::qWait(50);
        qInfo("window's thread, longest answer: %.1f ms, of which computing %.1f ms; %lld answers",
              watchdog.longestMs(), watchdog.longestCpuMs(), static_cast<long long>(watchdog.answers()));
        QVERIFY(watchdog.longestCpuMs() < 50.0);
        if (qEnvironmentVariableIsSet("MIEN_LONG")) // on a machine that does nothing else, waiting counts too
            QVERIFY(watchdog.stallsMs().empty());
    }

    void everythingIsFoundAgain() {
        QTemporaryDir keep;
        std::vector<project::Event> events;
        {
            Settings settings(keep.filePath("s.ini"));
            Workbench bench(settings, {keep.filePath("projects"), keep.filePath("cache")});
            MainWindow window(bench);
            window.show();
            window.openPaths({film()});
            QTRY_VERIFY(!bench.document.timing().empty());
            bench.selection.setCurrentFrame({33});
            bench.coding.mark(Handle::Onset);
            bench.selection.pin({12});
            events = bench.document.events();
            QCOMPARE(events.size(), std::size_t{1});
        } // gone without a word, as after a crash
        Settings settings(keep.filePath("s.ini"));
        Workbench bench(settings, {keep.filePath("projects"), keep.filePath("cache")});
        MainWindow window(bench);
        window.show();
        window.openPaths({film()});
        QTRY_VERIFY(!bench.document.timing().empty());
        QCOMPARE(bench.document.events(), events);
        QVERIFY(bench.selection.neutral() == FrameIndex{12});
        QCOMPARE(settings.recentProjects().size(), 1);
        QVERIFY(bench.document.undoName().has_value());
    }

    void badFilesGetASentenceAndTheWindowGoesOn() {
        test::WindowBench w;
        const QString text = m_folder.filePath("words.mp4");
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is not a film\n");
        file.close();
        w.window.openPaths({text});
        QTRY_VERIFY(w.window.messages().isVisible());
        QCOMPARE(w.window.messages().kind(), MessageBar::Kind::Error);
        QVERIFY(w.window.messages().text().contains("words.mp4"));
        w.window.openPaths({m_folder.filePath("absent.mp4")});
        QVERIFY(w.window.messages().text().contains("absent.mp4"));
        QVERIFY(w.openFilm(film()));
    }

private:
    QString film() const { return m_folder.filePath("counted.mp4"); }
    QTemporaryDir m_folder;
};

MIEN_UI_TEST(TestSession)

} // namespace tst_session

#include "tst_session.moc"
