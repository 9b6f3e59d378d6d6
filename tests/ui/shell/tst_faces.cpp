// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing among several people in the film.
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/player/face_finder.h"
#include "ui/player/stage_view.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include <opencv2/imgcodecs.hpp>

namespace tst_faces {

using namespace mien;
using namespace mien::ui;

class TestFaces : public QObject {
    Q_OBJECT

    /// The portrait and its mirror image side by side, the right one larger; the first `empty` frames are
    /// grey.
    static void writeTwo(const QString& path, int frames, int empty = 0) {
        const cv::Mat portrait = cv::imread(MIEN_SOURCE_DIR "/resources/demo/astronaut.png");
        QVERIFY(!portrait.empty());
        cv::Mat left;
        cv::Mat right;
        cv::resize(portrait, left, {320, 320}, 0, 0, cv::INTER_AREA);
        cv::flip(portrait, right, 1);
        cv::resize(right, right, {400, 400}, 0, 0, cv::INTER_AREA);
        cv::Mat both(400, 720, CV_8UC3, cv::Scalar(90, 90, 90));
        left.copyTo(both(cv::Rect(0, 40, 320, 320)));
        right.copyTo(both(cv::Rect(320, 0, 400, 400)));
        const cv::Mat nobody(both.size(), CV_8UC3, cv::Scalar(90, 90, 90));
        auto writer =
            media::VideoWriter::create(path.toStdString(), {.width = 720, .height = 400, .fps = {25, 1}});
        MIEN_VERIFY(writer);
        for (int i = 0; i < frames; ++i)
            MIEN_VERIFY((*writer)->write(i < empty ? nobody : both));
        MIEN_VERIFY((*writer)->finish());
    }

    static const std::vector<StageView::Mark>& marks(test::WindowBench& w) {
        return w.window.findChild<StageView*>()->panes().back().marks;
    }

private slots:
    void facesAreNumberedByWhereTheyWereCounted() {
        const CountedFaces counted{{0}, {{0, 0, 100, 100}, {200, 0, 120, 120}, {500, 0, 100, 100}}};
        QCOMPARE(largestOf(counted), 1);
        // The middle one has left; a fourth came in far away; the others moved a little.
        const auto faces = numbered({{10, 5, 100, 100}, {510, 0, 90, 90}, {1500, 0, 90, 90}}, counted);
        QCOMPARE(faces.size(), std::size_t{3});
        QCOMPARE(faces[0].number, 0);
        QCOMPARE(faces[1].number, 2);
        QCOMPARE(faces[2].number, -1);
        QCOMPARE(largestOf({}), -1);
    }

    void countingBeginsWhereTheFirstFaceIs() {
        QTemporaryDir folder;
        writeTwo(folder.filePath("two.mp4"), 12, 5);
        const auto counted = countFaces(folder.filePath("two.mp4").toStdString(), {}, {});
        MIEN_VERIFY(counted);
        QCOMPARE(counted->boxes.size(), std::size_t{2});
        QVERIFY(counted->frame.value >= 5); // nobody is looked for in every single frame
        QVERIFY(counted->boxes[0].x < counted->boxes[1].x);
        QCOMPARE(largestOf(*counted), 1);
    }

    void aChosenFaceIsMarkedKeptAndAnalysed() {
        QTemporaryDir folder;
        writeTwo(folder.filePath("two.mp4"), 40);
        QString project;
        {
            test::WindowBench w;
            QVERIFY(w.openFilm(folder.filePath("two.mp4")));
            QTRY_COMPARE_WITH_TIMEOUT(marks(w).size(), std::size_t{2}, 20000);
            QVERIFY(!marks(w)[0].chosen);
            QVERIFY(marks(w)[1].chosen); // the largest
            QCOMPARE(marks(w)[0].label, QString("1"));
            QVERIFY(!marks(w)[0].tip.isEmpty());
            auto* view = w.window.findChild<StageView*>();
            QVERIFY(view->accessibleDescription().contains(marks(w)[0].tip));
            QVERIFY(w.bench.actions.action("face.largest")->isChecked());
            QVERIFY(w.bench.actions.action("face.2")->isEnabled());
            QVERIFY(!w.bench.actions.action("face.3")->isEnabled());

            // a click on the left one
            const cv::Mat& image = view->panes().back().image;
            const QRectF box = marks(w)[0].box;
            const double scale =
                std::min(double(view->width()) / image.cols, double(view->height()) / image.rows) * 0.9;
            QSignalSpy clicked(view, &StageView::markClicked);
            const QPointF middle(view->width() / 2.0 + (box.center().x() - image.cols / 2.0) * scale,
                                 view->height() / 2.0 + (box.center().y() - image.rows / 2.0) * scale);
            QTest::mouseClick(view, Qt::LeftButton, {}, middle.toPoint());
            QCOMPARE(clicked.count(), 1);
            QCOMPARE(w.bench.document.followedFace(), 0);
            QVERIFY(marks(w)[0].chosen);
            QVERIFY(!marks(w)[1].chosen);
            QVERIFY(w.bench.actions.action("face.1")->isChecked());
            QVERIFY(w.window.messages().isVisible());
            // and by keyboard: what menu and palette trigger
            w.bench.actions.action("face.2")->trigger();
            QCOMPARE(w.bench.document.followedFace(), 1);
            w.bench.actions.action("face.1")->trigger();
            // a step like any other
            w.bench.actions.action("edit.undo")->trigger();
            QCOMPARE(w.bench.document.followedFace(), 1);
            QVERIFY(w.bench.actions.action("face.2")->isChecked() && marks(w)[1].chosen);
            w.bench.actions.action("edit.redo")->trigger();
            QCOMPARE(w.bench.document.followedFace(), 0);
            QVERIFY(w.bench.actions.action("face.1")->isChecked() && marks(w)[0].chosen);
            project = folder.filePath("kept.mien");
            w.bench.opener.saveAs(project);
            QTRY_COMPARE(w.bench.document.path(), project);
        }
        test::WindowBench w;
        w.window.openPaths({project});
        QTRY_VERIFY(!w.bench.document.timing().empty());
        QCOMPARE(w.bench.document.followedFace(), 0);
        QSignalSpy finished(&w.bench.analysis, &AnalysisController::finished);
        w.bench.analysis.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
        const auto* landmarks = w.bench.document.analysis().landmarks({5});
        QVERIFY(landmarks);
        QVERIFY((*landmarks)[30].x < 320.0f); // the tip of the left one's nose
        const auto options =
            QJsonDocument::fromJson(QByteArray::fromStdString(w.bench.document.run()->optionsJson)).object();
        QCOMPARE(options["face"].toInt(), 0);
    }

    void oneFaceLeavesNothingToChoose() {
        test::WindowBench w;
        QVERIFY(w.openFilm(MIEN_SOURCE_DIR "/resources/demo/demo.mp4"));
        QSignalSpy counted(&w.window.stage().faces(), &FaceFinder::countedChanged);
        QTRY_VERIFY_WITH_TIMEOUT(w.window.stage().faces().counted().boxes.size() == 1, 20000);
        QTest::qWait(250);
        QVERIFY(marks(w).empty());
        QVERIFY(!w.bench.actions.action("face.1")->isEnabled());
        QVERIFY(!w.bench.actions.action("face.numbers")->isEnabled());
    }
};

MIEN_UI_TEST(TestFaces)

} // namespace tst_faces

#include "tst_faces.moc"
