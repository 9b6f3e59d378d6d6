// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "support/window_bench.h"
#include "ui/generator/generator_panel.h"

namespace tst_window_generator {

using namespace mien;
using namespace mien::ui;

class TestWindowGenerator : public QObject {
    Q_OBJECT

private slots:
    void theKeyboardLeadsToItAndBack() {
        test::WindowBench bench;
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        QCOMPARE(bench.window.workspace(), Workspace::Code);
        QVERIFY(!bench.window.generator().isVisible());
        bench.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.window.workspace(), Workspace::Data);
        QVERIFY(bench.window.generator().isVisible());
        bench.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!bench.window.generator().isVisible());
        QCOMPARE(bench.window.workspace(), Workspace::Data);
        bench.window.setWorkspace(Workspace::Code);
        QVERIFY(!bench.window.generator().isVisible());
    }

    void aDatasetThatWasMadeIsShownBeside() {
        test::WindowBench bench;
        bench.bench.actions.action("data.generator")->trigger();
        const QString table = bench.folder.filePath("clips.csv");
        QFile file(table);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("subject,film,clip,onset,apex,offset,type,emotion,au,fps\n"
                   "p1,a.mp4,c1,1,5,9,micro,happiness,12B,24\n");
        file.close();
        emit bench.window.generator().openAsked(table);
        QVERIFY(!bench.window.generator().isVisible()); // the dataset's page is in front
    }
};

MIEN_UI_TEST(TestWindowGenerator)

} // namespace tst_window_generator

#include "tst_window_generator.moc"
