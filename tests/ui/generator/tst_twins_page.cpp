// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator_bench.h"
#include "support/test_program.h"
#include "ui/generator/generator_panel.h"
#include "ui/generator/model_state.h"
#include "ui/generator/phase_player.h"
#include "ui/generator/picture_pane.h"
#include "ui/generator/twins_page.h"

#include <QSignalSpy>
#include <QTabWidget>

namespace tst_twins_page {

using namespace mien;
using namespace mien::ui;

class TestTwinsPage : public QObject {
    Q_OBJECT

private slots:
    void doingCutsAndUndoingRestores() {
        ModelState model;
        QSignalSpy changed(&model, &ModelState::changed);
        const auto before = model.sample();
        MIEN_VERIFY(model.toggle("emotion"));
        QVERIFY(model.isFixed("emotion"));
        QCOMPARE(*model.done().emotion, before.episodes.front().emotion);
        QCOMPARE(model.sample().episodes, before.episodes); // its own value: nothing else moves
        for (const auto& arrow : model.graph().arrows)
            QCOMPARE(arrow.cut, arrow.to == "emotion");
        MIEN_VERIFY(model.toggle("units"));
        QVERIFY(model.isFixed("units"));
        QCOMPARE(changed.count(), 2);
        model.undo();
        QVERIFY(!model.isFixed("units") && model.isFixed("emotion"));
        MIEN_VERIFY(model.toggle("emotion")); // a second click takes it back
        QVERIFY(!model.isFixed("emotion"));
        model.undo();
        model.undo();
        QVERIFY(!model.canUndo());
        QVERIFY(model.sample() == before);
    }

    void everyNodeThatCanBeFixedIs() {
        ModelState model;
        for (std::uint64_t index = 1; index <= 40; ++index) {
            model.setIndex(index);
            for (const auto& node : model.graph().nodes) {
                const std::string name(node.name);
                QVERIFY(!valueText(model.sample(), name).isEmpty() || name == "film");
                if (!ModelState::canFix(name))
                    continue;
                if (name == "label" && model.sample().episodes.front().label == synthesis::kNeutral)
                    continue;
                MIEN_VERIFY(model.toggle(name));
                QVERIFY2(model.isFixed(name), name.c_str());
                model.undo();
            }
        }
    }

    void strengthsReachTheArrows() {
        ModelState model;
        model.setStrengths({0.0, 0.7, 0.0});
        for (const auto& arrow : model.graph().arrows) {
            if (arrow.from == "subject" && arrow.to == "emotion")
                QCOMPARE(arrow.strength, 0.0);
            if (arrow.from == "label" && arrow.to == "light")
                QCOMPARE(arrow.strength, 0.7);
        }
    }

    void twinsDifferOnlyWhileTheExpressionLasts() {
        ModelState model;
        synthesis::SourceShelf shelf;
        synthesis::Interventions action;
        const auto units = unitsOf(model.sample());
        QVERIFY(!units.empty());
        for (const auto& unit : units)
            action.unitChanges.push_back({unit.unit, annotation::Side::Bilateral, 0.0});
        const auto twin = model.counterfactual(action);
        MIEN_VERIFY(twin);
        const auto drawn = drawFilms(shelf, test::demoFace(), {model.sample(), *twin}, {});
        MIEN_VERIFY(drawn);
        QCOMPARE(drawn->films.size(), std::size_t{2});
        const auto& a = drawn->films[0].frames;
        const auto& b = drawn->films[1].frames;
        QCOMPARE(a.size(), b.size());
        QCOMPARE(differingShare(a.front(), b.front()), 0.0); // rest, with the same noise in every pixel
        QCOMPARE(differingShare(a.back(), b.back()), 0.0);
        const auto apex = drawn->frameAt(drawn->timing.apexMs());
        QVERIFY(differingShare(a[apex], b[apex]) > 0.005);
        QCOMPARE(differenceOf(a.front(), b.front(), 32.0).pixel(128, 128), qRgb(0, 0, 0));
    }

    void theNewestChangeIsWhatStandsThere() {
        ModelState model;
        TwinsPage page(model, std::make_shared<synthesis::SourceShelf>());
        page.resize(900, 600);
        page.show();
        page.setFace(test::demoFace());
        QTRY_VERIFY_WITH_TIMEOUT(!page.films().films.empty() && !page.busy(), 30000);
        const auto before = page.films().films[1].frames;
        for (int level = 1; level <= 5; ++level)
            page.setChange({4, annotation::Side::Bilateral, static_cast<double>(level)});
        QTRY_VERIFY_WITH_TIMEOUT(!page.busy(), 30000);
        QCOMPARE(page.change().level, 5.0);
        QVERIFY(page.films().films[1].frames != before);
        const auto apex = page.films().frameAt(page.films().timing.apexMs());
        QCOMPARE(page.player().slider().value(), page.films().timing.apexMs());
        QCOMPARE(page.pane(1).picture(), page.films().films[1].frames[apex]);
        page.player().slider().setValue(0);
        QVERIFY(page.pane(2).note().startsWith("0.0"));
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
            panel.tabs().setCurrentWidget(&panel.twinsPage());
            panel.show();
            panel.model().setIndex(4);
            QTRY_VERIFY_WITH_TIMEOUT(!panel.twinsPage().films().films.empty() && !panel.twinsPage().busy(),
                                     60000);
            test::shoot(panel, theme, "twins");
        }
    }
};

MIEN_UI_TEST(TestTwinsPage)

} // namespace tst_twins_page

#include "tst_twins_page.moc"
