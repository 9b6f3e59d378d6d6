// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator_bench.h"
#include "support/test_program.h"
#include "ui/generator/emotion_table_dialog.h"
#include "ui/generator/generator_panel.h"
#include "ui/generator/graph_view.h"
#include "ui/generator/intervention_editor.h"
#include "ui/generator/model_page.h"
#include "ui/generator/model_state.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>

namespace tst_model_page {

using namespace mien;
using namespace mien::ui;

class TestModelPage : public QObject {
    Q_OBJECT

private slots:
    void nodesKeepApartAndArrowsEndAtTheirBorders() {
        ModelState model;
        for (const QSizeF room : {QSizeF(560, 480), QSizeF(900, 640)}) {
            const auto graph = model.graph();
            const auto layout = GraphLayout::of(graph, room);
            QCOMPARE(layout.nodes.size(), graph.nodes.size());
            for (const auto& [name, box] : layout.nodes) {
                QVERIFY2(QRectF(QPointF(), room).contains(box), name.c_str());
                for (const auto& [other, otherBox] : layout.nodes)
                    QVERIFY2(name == other || !box.intersects(otherBox), (name + " " + other).c_str());
            }
            for (const auto& arrow : layout.arrows) {
                const auto& to = layout.nodes.find(graph.arrows[arrow.index].to)->second;
                QVERIFY(to.adjusted(-0.5, -0.5, 0.5, 0.5).contains(arrow.end));
                QVERIFY(!to.adjusted(1, 1, -1, -1).contains(arrow.end));
            }
        }
    }

    void aClickOnANodeIsDoAndAnotherTakesItBack() {
        ModelState model;
        GraphView view(model);
        view.resize(800, 600);
        auto* node = view.node("emotion");
        QTest::mouseClick(node, Qt::LeftButton);
        QVERIFY(model.isFixed("emotion") && node->isChecked());
        QCOMPARE(view.selected(), std::string("emotion"));
        QTest::mouseClick(node, Qt::LeftButton);
        QVERIFY(!model.isFixed("emotion") && !node->isChecked());
        QTest::keyClick(view.node("light"), Qt::Key_Space); // the keyboard does the same
        QVERIFY(model.isFixed("light"));
        QTest::mouseClick(view.node("film"), Qt::LeftButton);
        QCOMPARE(view.selected(), std::string("film"));
        QCOMPARE(model.done().variables().size(), std::size_t{1}); // the film is made, never set
    }

    void everyNodeSaysWhatItIsToAScreenReader() {
        ModelState model;
        GraphView view(model);
        for (const auto& graphNode : model.graph().nodes) {
            const auto* node = view.node(graphNode.name);
            QVERIFY(!node->accessibleName().isEmpty() && !node->accessibleDescription().isEmpty());
        }
        QVERIFY(view.node("emotion")->accessibleName().contains(valueText(model.sample(), "emotion")));
    }

    void theEditorSetsValuesByDo() {
        ModelState model;
        InterventionEditor editor(model);
        editor.setNode("emotion");
        auto* emotions = editor.findChild<QComboBox*>();
        const int row = emotions->findData("disgust");
        emotions->setCurrentIndex(row);
        emit emotions->activated(row);
        QCOMPARE(*model.done().emotion, std::string("disgust"));
        QCOMPARE(model.sample().episodes.front().emotion, std::string("disgust"));
        editor.setNode("units");
        auto* code = editor.findChild<QLineEdit*>();
        code->setText("L14C");
        QTest::keyClick(code, Qt::Key_Return);
        QCOMPARE(valueText(model.sample(), "units"), QString("L14C"));
        QCOMPARE(model.sample().episodes.front().emotion,
                 std::string("disgust")); // do() on a child: the parent stays
        code->setText("99");
        QTest::keyClick(code, Qt::Key_Return);
        QCOMPARE(valueText(model.sample(), "units"), QString("L14C"));
    }

    void theTableCanBeChangedAndSavedAsAFileThatIsReadAgain() {
        QTemporaryDir folder;
        auto table = synthesis::emotionTable("mie-x");
        MIEN_VERIFY(table);
        EmotionTableDialog dialog(*table);
        auto& cells = dialog.cells();
        int column = 0;
        for (int i = 1; i < cells.columnCount(); ++i)
            if (cells.horizontalHeaderItem(i)->text() == "6")
                column = i;
        QVERIFY(column > 0);
        QCOMPARE(cells.item(0, column)->text(), QString("0.5")); // happiness, AU 6
        cells.item(0, column)->setText("0.9");
        cells.item(0, column)->setText("7"); // no probability: refused, the cell goes back
        QCOMPARE(cells.item(0, column)->text(), QString("0.9"));
        cells.item(0, column)->setText("often");
        QCOMPARE(cells.item(0, column)->text(), QString("0.9"));
        const QString file = folder.filePath("mine.json");
        MIEN_VERIFY(dialog.save(file));
        const auto again = synthesis::emotionTable(file.toStdString());
        MIEN_VERIFY(again);
        const auto* happiness = again->find("happiness");
        QVERIFY(
            std::any_of(happiness->variants[0].units.begin(), happiness->variants[0].units.end(),
                        [](const synthesis::TableUnit& u) { return u.unit == 6 && u.probability == 0.9; }));
        ModelState model;
        MIEN_VERIFY(model.setTable(*again));
    }

    void theFilmFollowsTheSample() {
        ModelState model;
        ModelPage page(model, std::make_shared<synthesis::SourceShelf>());
        page.resize(1100, 700);
        page.show();
        page.setFace(test::demoFace());
        QTRY_VERIFY_WITH_TIMEOUT(!page.films().films.empty() && !page.busy(), 30000);
        const auto before = page.films().films[0].frames;
        MIEN_VERIFY(model.toggle("type"));
        model.setIndex(7);
        QTRY_VERIFY_WITH_TIMEOUT(!page.busy(), 30000);
        QVERIFY(page.films().films[0].frames != before);
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
            panel.tabs().setCurrentWidget(&panel.modelPage());
            panel.show();
            panel.model().setIndex(4);
            panel.model().setStrengths({0.5, 0.6, 0.0});
            panel.modelPage().graph().select("units");
            panel.modelPage().graph().toggle("units");
            QTRY_VERIFY_WITH_TIMEOUT(!panel.modelPage().films().films.empty() && !panel.modelPage().busy(),
                                     60000);
            test::shoot(panel, theme, "model");
            EmotionTableDialog dialog(panel.model().options().table);
            dialog.show();
            QTest::qWait(50);
            test::shoot(dialog, theme, "table");
        }
    }
};

MIEN_UI_TEST(TestModelPage)

} // namespace tst_model_page

#include "tst_model_page.moc"
