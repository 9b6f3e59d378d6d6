// SPDX-License-Identifier: GPL-3.0-or-later
// A model that was trained here goes on to spot films.
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/training/train_workspace.h"

#include <QDir>

namespace tst_window_train {

using namespace mien;
using namespace mien::ui;

namespace {

/// The model that comes with Mien under another roof, as a training leaves one.
QString modelIn(const QString& folder) {
    const auto to = std::filesystem::path(folder.toStdString()) / "model";
    std::filesystem::copy(spotting::shippedModel(), to, std::filesystem::copy_options::recursive);
    return QString::fromStdString(to.string());
}

bool idle(Workbench& bench) {
    return QTest::qWaitFor([&] { return bench.jobs.runningCount() == 0; }, 60000);
}

} // namespace

class TestWindowTrain : public QObject {
    Q_OBJECT

    const QString m_demo = QStringLiteral(MIEN_SOURCE_DIR "/resources/demo/demo.mp4");

private slots:
    void aTrainedModelIsOnTheShelfAndSpotsTheProjectsFilmsWhenAsked() {
        test::WindowBench w;
        auto* train = w.window.findChild<TrainWorkspace*>();
        QVERIFY(train);
        const QString model = modelIn(w.folder.path());
        emit train->trained(model);
        QVERIFY(idle(w.bench));
        const auto* listed = w.bench.shelf.find(model);
        QVERIFY(listed && listed->usable());

        emit train->useAsked(model); // nowhere to keep it
        QVERIFY(w.window.messages().kind() == MessageBar::Kind::Error);
        QVERIFY(w.bench.shelf.choice().key != model);

        QVERIFY(w.openFilm(m_demo));
        QVERIFY(idle(w.bench));
        emit train->useAsked(model);
        QCOMPARE(w.bench.shelf.choice().key, model);
        QVERIFY(w.window.messages().kind() == MessageBar::Kind::Info);
    }

    void aFilmThatIsAskedForComesToTheFront() {
        test::WindowBench w;
        w.bench.actions.action("workspace.train")->trigger();
        w.window.openFilms({m_demo});
        QVERIFY(w.showsFrame(0));
        QVERIFY(w.window.stage().isVisible());
    }

    void aFilmOutsideTheProjectIsOpenedAtTheFrame() {
        test::WindowBench w;
        auto* train = w.window.findChild<TrainWorkspace*>();
        emit train->filmAsked(m_demo, 12);
        QVERIFY(w.showsFrame(12));
        emit train->filmAsked(w.folder.filePath("gone.mp4"), 3);
        QVERIFY(w.window.messages().kind() == MessageBar::Kind::Error);
    }

    void aStudyThatGetsAFilmByALookAtAMissSaysSo() {
        test::WindowBench w;
        QVERIFY(w.openFilm(m_demo));
        const QString study = w.folder.filePath("study.mien"), other = w.folder.filePath("other.mp4");
        w.bench.opener.saveAs(study);
        QTRY_COMPARE(w.bench.document.path(), study);
        QTRY_VERIFY(!w.bench.document.timing().empty());
        QVERIFY(QFile::copy(m_demo, other));
        auto* train = w.window.findChild<TrainWorkspace*>();
        emit train->filmAsked(m_demo, 7); // is part of it: nothing to say
        QVERIFY(w.showsFrame(7));
        QVERIFY(!w.window.messages().text().contains("demo.mp4"));
        emit train->filmAsked(other, 12);
        QVERIFY(w.showsFrame(12));
        QCOMPARE(w.bench.document.media().size(), std::size_t(2));
        QVERIFY2(w.window.messages().text().contains("other.mp4"), qPrintable(w.window.messages().text()));
        w.bench.actions.action("edit.undo")->trigger();
        QTRY_COMPARE(w.bench.document.media().size(), std::size_t(1));
        QCOMPARE(w.bench.document.path(), study);
    }
};

MIEN_UI_TEST(TestWindowTrain)

} // namespace tst_window_train

#include "tst_window_train.moc"
