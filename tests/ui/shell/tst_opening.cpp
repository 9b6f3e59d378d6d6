// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which people hand films over, and work that is stopped half-way.
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/shell/session.h"

#include <QDragEnterEvent>
#include <QInputDialog>
#include <QMimeData>

namespace tst_opening {

using namespace mien;
using namespace mien::ui;

class TestOpening : public QObject {
    Q_OBJECT

    /// img_0101.png … as cameras for fast films leave them.
    static QString writeImages(const QTemporaryDir& folder, int count) {
        const QString path = folder.filePath("images");
        if (!QDir().mkpath(path))
            return {};
        for (int i = 0; i < count; ++i) {
            QImage image(160, 120, QImage::Format_RGB32);
            image.fill(QColor(10 * i, 80, 90));
            if (!image.save(QStringLiteral("%1/img_%2.png").arg(path).arg(101 + i, 4, 10, QChar('0'))))
                return {};
        }
        return path;
    }

    static void drop(QWidget& window, const QList<QUrl>& urls) {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }

private slots:
    void numberedImagesFromTheCommandLine() {
        QTemporaryDir folder;
        const QString images = writeImages(folder, 8);
        test::WindowBench w;
        CommandLine line;
        line.files = QStringList{images};
        line.fps = 200.0;
        startSession(w.window, line);
        QTRY_COMPARE(w.bench.document.timing().frames(), 8);
        QCOMPARE(w.bench.document.timing().label({3}), QString("0104"));
        QVERIFY(w.bench.document.currentMedia()->isImageFolder);
        QVERIFY(w.bench.document.currentMedia()->fps == (Rational{200, 1}));
    }

    void numberedImagesWithoutARateAreAskedFor() {
        QTemporaryDir folder;
        const QString images = writeImages(folder, 8);
        test::WindowBench w;
        bool asked = false;
        QTimer answer;
        connect(&answer, &QTimer::timeout, &w.window, [&] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            asked = true;
            dialog->setDoubleValue(12.5);
            dialog->accept();
        });
        answer.start(10);
        CommandLine line;
        line.files = QStringList{images};
        startSession(w.window, line);
        QVERIFY(asked);
        QTRY_COMPARE(w.bench.document.timing().frames(), 8);
        QCOMPARE(w.bench.document.currentMedia()->fps.value(), 12.5);
    }

    void aDroppedFilmOpens() {
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        test::WindowBench w;
        drop(w.window, {QUrl("https://example.org/f.mp4")});
        QVERIFY(w.window.messages().isVisible());
        QCOMPARE(w.window.messages().kind(), MessageBar::Kind::Warning);
        drop(w.window, {QUrl::fromLocalFile(folder.filePath("f.mp4"))});
        QTRY_COMPARE(w.bench.document.timing().frames(), 30);
        QVERIFY(w.showsFrame(0));
    }

    void aProjectThatCannotBeOpenedLeavesTheOneThatIs() {
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        QFile broken(folder.filePath("broken.mien"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no project");
        broken.close();
        test::WindowBench w;
        w.window.openPaths({broken.fileName()});
        QTRY_VERIFY(w.window.messages().isVisible());
        QCOMPARE(w.window.messages().kind(), MessageBar::Kind::Error);
        QVERIFY(w.window.messages().text().contains("broken.mien"));
        QVERIFY(!w.bench.document.hasProject());
        QVERIFY(w.openFilm(folder.filePath("f.mp4")));
        const QString open = w.bench.document.path();
        w.window.openPaths({broken.fileName()});
        QTRY_VERIFY(w.window.messages().isVisible());
        QCOMPARE(w.bench.document.path(), open);
        QVERIFY(!w.bench.document.timing().empty());
        QVERIFY(!w.bench.opener.opening());
    }

    void aFilmHandedOverWithAProjectGoesIntoIt() {
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        const QString path = folder.filePath("study.mien");
        MIEN_VERIFY(project::createProject(path.toStdString()));
        test::WindowBench w;
        w.window.openPaths({path, folder.filePath("f.mp4")});
        QTRY_COMPARE(w.bench.document.timing().frames(), 30);
        QCOMPARE(w.bench.document.path(), path);
        QCOMPARE(w.bench.document.media().size(), std::size_t{1});
    }

    void aCompactedProjectKeepsItsEventsAndForgetsItsHistory() {
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        test::writeFilm(folder.filePath("g.mp4"), 20);
        const QString path = folder.filePath("study.mien");
        MIEN_VERIFY(project::createProject(path.toStdString()));
        test::WindowBench w;
        w.window.openPaths({path});
        QTRY_COMPARE(w.bench.document.path(), path);
        w.window.openPaths({folder.filePath("g.mp4")});
        QTRY_COMPARE(w.bench.document.timing().frames(), 20);
        w.bench.actions.action("file.removeFilm")->trigger();
        QVERIFY(w.bench.document.media().empty());
        w.window.openPaths({folder.filePath("f.mp4")});
        QTRY_COMPARE(w.bench.document.timing().frames(), 30);
        w.press(Qt::Key_I);
        const auto events = w.bench.document.events();
        QCOMPARE(events.size(), std::size_t{1});
        QTRY_COMPARE(w.bench.jobs.runningCount(), 0);
        w.bench.opener.compact();
        QTRY_COMPARE_WITH_TIMEOUT(w.bench.document.timing().frames(), 30, 20000);
        QTRY_VERIFY(w.window.messages().text().contains("compacted"));
        QCOMPARE(w.bench.document.path(), path);
        QCOMPARE(w.bench.document.events(), events);
        QVERIFY(!w.bench.document.undoName());
        QVERIFY(!w.bench.actions.action("edit.undo")->isEnabled());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("g.mp4"));
    }

    void aStoppedAnalysisLeavesTheProjectAsItWas() {
        test::WindowBench w;
        QVERIFY(w.openFilm(MIEN_SOURCE_DIR "/resources/demo/demo.mp4"));
        w.press(Qt::Key_I);
        const auto events = w.bench.document.events();
        const auto steps = w.bench.document.history(100).size();
        auto& analysis = w.bench.analysis;
        QSignalSpy finished(&analysis, &AnalysisController::finished);
        QSignalSpy failed(&analysis, &AnalysisController::failed);
        analysis.start();
        QVERIFY(analysis.running());
        const JobBase* job = nullptr;
        for (int i = 0; i < w.bench.jobs.rowCount(); ++i)
            if (w.bench.jobs.job(i)->title() == "Analysing demo.mp4" && !w.bench.jobs.job(i)->ended())
                job = w.bench.jobs.job(i);
        QVERIFY(job);
        // The window hears of the job while it works, on a machine with one core too: it stops at the first
        // frames that were measured.
        double stoppedAt = 0.0;
        connect(
            job, &JobBase::progress, this,
            [&](double fraction) {
                stoppedAt = fraction;
                analysis.cancel();
            },
            Qt::SingleShotConnection);
        QTRY_VERIFY_WITH_TIMEOUT(!analysis.running(), 120000);
        QVERIFY2(stoppedAt > 0.0 && stoppedAt < 0.9, qPrintable(QString::number(stoppedAt)));
        QCOMPARE(job->state(), JobState::Cancelled);
        QTest::qWait(50);
        QCOMPARE(finished.count(), 0);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(w.bench.document.events(), events);
        QVERIFY(w.bench.document.proposals().empty());
        QVERIFY(!w.bench.document.run());
        QVERIFY(!w.bench.document.analysis().analysis());
        QCOMPARE(w.bench.document.history(100).size(), steps);
        QVERIFY(w.bench.document.project()->check().empty());
        QVERIFY(w.bench.actions.action("film.analyse")->isEnabled());
    }
};

MIEN_UI_TEST(TestOpening)

} // namespace tst_opening

#include "tst_opening.moc"
