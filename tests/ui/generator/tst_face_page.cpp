// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator_bench.h"
#include "support/test_program.h"
#include "ui/generator/face_chooser.h"
#include "ui/generator/face_page.h"
#include "ui/generator/generator_panel.h"
#include "ui/generator/level_slider.h"
#include "ui/generator/phase_player.h"
#include "ui/generator/picture_pane.h"
#include "ui/generator/unit_panel.h"

#include <QLineEdit>
#include <QSignalSpy>

#include <ctime>

namespace tst_face_page {

using namespace mien;
using namespace mien::ui;

class TestFacePage : public QObject {
    Q_OBJECT

private slots:
    void codesAndSlidersSayTheSame() {
        UnitPanel panel;
        panel.setGenerator("warp");
        QSignalSpy changed(&panel, &UnitPanel::changed);
        panel.setCode("L12B+R4E+25");
        QCOMPARE(changed.count(), 1);
        const auto units = panel.units();
        QCOMPARE(units.size(), std::size_t{3});
        QCOMPARE(units[0], (synthesis::UnitState{4, annotation::Side::Right, 5.0}));
        QCOMPARE(units[1], (synthesis::UnitState{12, annotation::Side::Left, 2.0}));
        QCOMPARE(units[2], (synthesis::UnitState{25, annotation::Side::Bilateral, 3.0}));
        QCOMPARE(panel.findChild<QLineEdit*>()->text(), QString("R4E+L12B+25C"));
        panel.setCode("");
        QVERIFY(panel.units().empty());
    }

    void aCodeThatCannotBeShownIsRefusedWithASentence() {
        UnitPanel panel;
        panel.setGenerator("warp");
        panel.setCode("12C");
        panel.setCode("12C+99");
        QCOMPARE(codeOf(panel.units()), QString("12C")); // as it was
        QVERIFY(!unitsFrom("12C+99"));
    }

    void everyUnitOfEveryGeneratorHasASliderAndWords() {
        for (const auto& row : synthesis::generatorRows()) {
            UnitPanel panel;
            panel.setGenerator(std::string(row.name));
            QCOMPARE(panel.findChildren<LevelSlider*>().size(), static_cast<qsizetype>(row.units().size()));
            for (const auto* slider : panel.findChildren<LevelSlider*>()) {
                QVERIFY(!slider->accessibleName().isEmpty());
                QVERIFY2(!slider->accessibleName().contains("AU AU"), qPrintable(slider->accessibleName()));
            }
        }
    }

    void thePhaseRisesToTheApexAndFallsBack() {
        const PhaseTiming timing{200, 40, 160, 100};
        QCOMPARE(timing.shareAt(0), 0.0);
        QCOMPARE(timing.shareAt(100), 0.0);
        QVERIFY(qAbs(timing.shareAt(200) - 0.5) < 1e-9);
        QCOMPARE(timing.shareAt(300), 1.0);
        QCOMPARE(timing.shareAt(340), 1.0);
        QCOMPARE(timing.shareAt(500), 0.0);
        PhaseSlider slider;
        slider.setTiming(timing);
        slider.resize(400, 84);
        QTest::keyClick(&slider, Qt::Key_End);
        QCOMPARE(slider.value(), timing.lengthMs());
        QTest::mouseClick(&slider, Qt::LeftButton, {}, QPoint(200, 30));
        QVERIFY(qAbs(slider.value() - timing.lengthMs() / 2) < 5);
    }

    void theNewestRequestWins() {
        PreviewEngine engine(std::make_shared<synthesis::SourceShelf>());
        QSignalSpy drawn(&engine, &PreviewEngine::drawn);
        QSignalSpy ready(&engine, &PreviewEngine::faceReady);
        engine.setFace(test::demoFace());
        QVERIFY(engine.loading());
        engine.show({}, 1.0);
        QVERIFY(drawn.wait(30000));
        QCOMPARE(ready.count(), 1);
        QVERIFY(!engine.loading());
        const auto neutral = drawn.takeLast().at(0).value<QImage>();
        const std::vector<synthesis::UnitState> smile{{12, annotation::Side::Bilateral, 4.0}};
        engine.show(smile, 1.0);
        QVERIFY(drawn.wait(20000));
        const auto full = drawn.takeLast().at(0).value<QImage>();
        QCOMPARE(full.size(), QSize(kPreviewPx, kPreviewPx));
        QVERIFY(full != neutral);
        // Without a face nothing can be drawn: all requests stand there when the face comes.
        engine.setFace({});
        drawn.clear();
        for (int i = 1; i <= 100; ++i)
            engine.show(smile, i / 100.0);
        engine.setFace(test::demoFace());
        QVERIFY(drawn.wait(30000));
        QTest::qWait(400); // whatever else was on its way
        QCOMPARE(drawn.count(), 1);
        QCOMPARE(drawn.last().at(0).value<QImage>(), full);
        // While it draws: some are skipped, the last is the one that stays.
        engine.show({}, 1.0);
        QTRY_VERIFY_WITH_TIMEOUT(drawn.last().at(0).value<QImage>() == neutral, 20000);
        for (int i = 1; i <= 100; ++i)
            engine.show(smile, i / 100.0);
        QTRY_VERIFY_WITH_TIMEOUT(drawn.last().at(0).value<QImage>() == full, 60000);
    }

    void aSideMovesItsHalfAlone() {
        PreviewEngine engine(std::make_shared<synthesis::SourceShelf>());
        QSignalSpy drawn(&engine, &PreviewEngine::drawn);
        const auto picture = [&](const QString& code) {
            drawn.clear();
            engine.show(*unitsFrom(code), 1.0);
            return drawn.wait(30000) ? drawn.last().at(0).value<QImage>() : QImage();
        };
        engine.setFace(test::demoFace());
        const auto neutral = picture("");
        const auto left = picture("L12D"); // the person's left is the picture's right
        int changedLeft = 0, changedRight = 0;
        for (int y = 0; y < kPreviewPx; ++y)
            for (int x = 0; x < kPreviewPx; ++x)
                if (neutral.pixel(x, y) != left.pixel(x, y))
                    ++(x < kPreviewPx / 2 ? changedLeft : changedRight);
        QVERIFY2(changedRight > 300, qPrintable(QString::number(changedRight)));
        QVERIFY2(changedLeft * 4 < changedRight, qPrintable(QString::number(changedLeft)));
    }

    void aFaceThatCannotBeReadSaysSoInThePane() {
        QTemporaryDir folder;
        FacePage page(std::make_shared<synthesis::SourceShelf>());
        page.setFace({"warp", folder.filePath("none.png").toStdString(), 0, 1});
        QTRY_VERIFY_WITH_TIMEOUT(page.pane().message().contains("none.png"), 20000);
        QVERIFY(page.pane().picture().isNull());
        page.setFace({});
        QVERIFY(page.pane().message().contains("Choose"));
    }

    void playingGoesRoundAndStopsAtTheEndWithoutLoop() {
        FacePage page(std::make_shared<synthesis::SourceShelf>());
        page.setFace(test::demoFace());
        page.units().setCode("12C");
        QSignalSpy drawn(&page.engine(), &PreviewEngine::drawn);
        QVERIFY(drawn.wait(30000));
        page.player().setPlaying(true);
        QTRY_VERIFY_WITH_TIMEOUT(drawn.count() > 5, 20000);
        QVERIFY(page.player().playing());
        page.player().setPlaying(false);
        QVERIFY(!page.player().playing());
        QVERIFY(page.pane().note().isEmpty());
    }

    void itMayGoWhileItPlays() {
        for (int i = 0; i < 3; ++i) {
            FacePage page(std::make_shared<synthesis::SourceShelf>());
            page.resize(700, 500);
            page.show();
            page.setFace(test::demoFace());
            page.player().setPlaying(true);
            QTest::qWait(30 + 200 * i); // while it loads, and while it draws
            QVERIFY(page.player().playing());
        }
    }

    void aCurtainHidesTheFace() {
        PicturePane pane("Preview");
        pane.resize(300, 320);
        QImage face(64, 64, QImage::Format_RGB32);
        face.fill(Qt::white);
        pane.setPicture(face);
        const auto centre = [&] { return pane.grab().toImage().pixelColor(150, 160); };
        QCOMPARE(centre(), QColor(Qt::white));
        pane.setCurtain(true);
        QVERIFY(centre() != QColor(Qt::white));
    }

    void theRateCountsPicturesOfTheLastSecond() {
        FrameRate rate;
        QVERIFY(!rate.rate());
        for (int i = 0; i <= 40; ++i)
            rate.add(i * 0.05);
        QVERIFY(qAbs(*rate.rate() - 20.0) < 1e-6);
        rate.add(10.0);
        QVERIFY(!rate.rate());
    }

    /// The figures of docs/performance.md; processor time, so other work on the machine does not count.
    void everyGeneratorDrawsFifteenPicturesASecond() {
        if (!qEnvironmentVariableIsSet("MIEN_LONG"))
            QSKIP("MIEN_LONG=1 measures it");
        for (const auto& face : {test::demoFace(), test::rigFace()}) {
            if (face.empty())
                continue;
            const auto spec = everyUnitSpec(face, kPreviewPx);
            const auto source = synthesis::loadActorSource(spec, {});
            MIEN_VERIFY(source);
            const auto actor = (*source)->actor(spec, {});
            MIEN_VERIFY(actor);
            const auto units = *unitsFrom("1C+6C+L12D+25C+26B");
            constexpr int kPictures = 60;
            const PhaseTiming timing;
            const auto begin = std::clock();
            for (int i = 0; i < kPictures; ++i) {
                const double share = timing.shareAt(timing.onsetMs() + 392.0 * (i + 0.5) / kPictures);
                QVERIFY(!toPicture((*actor)->picture({stateOf(units, share), {}})).isNull());
            }
            const double ms = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / kPictures;
            qInfo("%s: %.1f CPU ms a picture of %d px", face.generator.c_str(), ms, kPreviewPx);
            QVERIFY(ms < 1000.0 / 15.0);

            FacePage page(std::make_shared<synthesis::SourceShelf>());
            page.resize(1280, 800);
            page.show();
            page.setFace(face);
            page.units().setUnits(units);
            QTRY_VERIFY_WITH_TIMEOUT(!page.engine().loading(), 60000);
            page.player().setPlaying(true);
            QTest::qWait(3000);
            qInfo("%s: %.1f pictures/s shown", face.generator.c_str(), page.rate().value_or(0.0));
            QVERIFY(page.rate()); // what is left of it depends on who else works here
        }
    }

    void screenshots() {
        if (!test::wantsPictures())
            QSKIP("MIEN_SHOTS names no folder for screenshots");
        QTemporaryDir folder;
        for (const auto theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            test::useTheme(theme);
            Settings settings(folder.filePath("s.ini"));
            JobList jobs;
            GeneratorPanel panel(settings, jobs, "mien test");
            panel.resize(1280, 800);
            panel.show();
            panel.facePage().units().setCode("1B+6C+L12D+25B");
            QTRY_VERIFY_WITH_TIMEOUT(!panel.facePage().pane().picture().isNull(), 30000);
            QTest::qWait(300);
            test::shoot(panel, theme, "face");
            if (const auto rig = test::rigFace(); theme == ThemeChoice::Dark && !rig.empty()) {
                panel.chooser().choose(rig);
                QTRY_VERIFY_WITH_TIMEOUT(!panel.facePage().engine().loading(), 60000);
                panel.facePage().player().setPlaying(true);
                QTest::qWait(3000);
                test::shoot(panel, theme, "rig");
                if (panel.facePage().rate())
                    qInfo("rig: %.1f pictures/s", *panel.facePage().rate());
                panel.facePage().player().setPlaying(false);
            }
        }
    }
};

MIEN_UI_TEST(TestFacePage)

} // namespace tst_face_page

#include "tst_face_page.moc"
