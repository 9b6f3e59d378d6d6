// SPDX-License-Identifier: GPL-3.0-or-later
// The Data workspace in the whole window: tables, the project they go into, the films of their rows.
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/dataset/data_panel.h"
#include "ui/dataset/findings_view.h"
#include "ui/dataset/samples_view.h"
#include "ui/dataset/split_view.h"
#include "ui/dataset/truth_card.h"
#include "ui/generator/generator_panel.h"
#include "ui/shell/watchdog.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

namespace tst_data_workspace {

using namespace mien;
using namespace mien::ui;

namespace {

void writeText(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the test's table could not be written");
}

bool isRead(DataPanel& panel) {
    return QTest::qWaitFor([&] { return panel.dataset() && !panel.reading(); }, 30000);
}

} // namespace

class TestDataWorkspace : public QObject {
    Q_OBJECT

private slots:
    void aTableOpensItsWorkspaceAndKeysFilterItsRows() {
        test::WindowBench w;
        const QString table = w.folder.filePath("lab.csv");
        writeText(table, "subject,film,onset,apex,offset,emotion,au,fps\n"
                         "s1,a,1,2,3,anger,4,25\ns1,b,1,2,3,joy,12,25\ns2,c,1,2,3,joy,12+6,25\n");
        w.window.openPaths({table});
        QVERIFY(isRead(w.window.data()));
        QVERIFY(w.window.workspace() == Workspace::Data);
        auto& samples = w.window.data().samples();
        w.press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
        w.type("joy\n");
        QCOMPARE(samples.shown().rowCount(), 2);
        QVERIFY(qobject_cast<QTableView*>(QApplication::focusWidget()));
        w.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(w.window.workspace() == Workspace::Code);
        w.press(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(w.window.workspace() == Workspace::Data);
        QCOMPARE(samples.shown().rowCount(), 2); // nothing is lost by looking elsewhere
    }

    void aFolderIsOneOfLabelsInTheDataWorkspaceOnly() {
        test::WindowBench w;
        QVERIFY(QDir(w.folder.path()).mkpath("labels/SN001"));
        writeText(w.folder.filePath("labels/SN001/SN001_au12.txt"), "1,0\n2,3\n");
        w.window.setWorkspace(Workspace::Data);
        w.window.openPaths({w.folder.filePath("labels")});
        QVERIFY(isRead(w.window.data()));
        QCOMPARE(w.window.data().dataset()->frameLabels.size(), std::size_t(1));
    }

    void aRowLeadsToItsFilmAtItsOnset() {
        test::WindowBench w;
        test::writeFilm(w.folder.filePath("a.mp4"), 60);
        writeText(w.folder.filePath("lab.csv"),
                  "subject,film,onset,apex,offset,au,fps\ns1,a,21,25,30,12,25\n");
        auto project = project::createProject(w.folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        project->reset();
        w.window.openPaths({w.folder.filePath("p.mien")});
        QVERIFY(QTest::qWaitFor([&] { return w.bench.document.hasProject(); }, 30000));
        w.window.openPaths({w.folder.filePath("lab.csv")});
        auto& data = w.window.data();
        QVERIFY(isRead(data));
        QSignalSpy imported(&data, &DataPanel::imported);
        emit data.importAsked();
        QVERIFY(QTest::qWaitFor([&] { return imported.size() == 1; }, 30000));
        emit data.samples().sampleAsked(0);
        QVERIFY(w.window.workspace() == Workspace::Code);
        QVERIFY(w.showsFrame(21));
        QVERIFY(w.bench.selection.selectedEvent());
    }

    void aReleasedLayoutIsRepairedFilteredAndSplitByKeys() {
        MIEN_NEEDS_SHARED("interop/dataset_layouts/casme2_like_original.xlsx");
        test::WindowBench w;
        const QString table = w.folder.filePath("casme2.xlsx");
        const auto from = test::sharedData("interop/dataset_layouts/casme2_like_original.xlsx");
        QVERIFY(QFile::copy(QString::fromStdString(from.string()), table));
        w.window.openPaths({table});
        auto& data = w.window.data();
        QVERIFY(isRead(data));
        const auto repaired = data.dataset()->report.repaired();
        QVERIFY(repaired > 0);
        // A rule is switched off by Space on its line, and on again.
        auto& findings = data.findings();
        int box = 0;
        while (box < findings.topLevelItemCount() &&
               !findings.topLevelItem(box)->data(0, Qt::CheckStateRole).isValid())
            ++box;
        QVERIFY(box < findings.topLevelItemCount());
        findings.setFocus();
        findings.setCurrentItem(findings.topLevelItem(box));
        w.press(Qt::Key_Space);
        QVERIFY(isRead(data));
        QVERIFY(data.dataset()->report.repaired() < repaired);
        for (int i = 0; i < findings.topLevelItemCount(); ++i)
            if (auto* item = findings.topLevelItem(i); item->data(0, Qt::CheckStateRole) == Qt::Unchecked)
                findings.setCurrentItem(item);
        findings.setFocus();
        w.press(Qt::Key_Space);
        QVERIFY(isRead(data));
        QCOMPARE(data.dataset()->report.repaired(), repaired);
        // What the filter shows is what is split.
        w.press(Qt::Key_L, Qt::ControlModifier);
        w.type("others\n");
        QCOMPARE(data.samples().shown().rowCount(), 2);
        auto& splits = data.splits();
        splits.setKind(SplitKind::LeaveOneOut);
        splits.make();
        QVERIFY(QTest::qWaitFor([&] { return splits.outcome().has_value(); }, 30000));
        QCOMPARE(splits.outcome()->lines.size(), std::size_t(2));
        // No film was found: nothing to compare, and the card says so.
        data.samples().truth().measure(false);
        QVERIFY(!data.samples().truth().measuring());
        QVERIFY(!data.samples().truth().summary().isEmpty());
    }

    void theWindowFitsASmallScreen() {
        test::WindowBench w;
        w.window.setWorkspace(Workspace::Data);
        w.window.resize(1280, 720);
        QCoreApplication::processEvents();
        auto* generator = w.window.findChild<GeneratorPanel*>();
        w.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        for (int i = 0; i < generator->tabs().count(); ++i) {
            generator->tabs().setCurrentIndex(i);
            QCoreApplication::processEvents();
            QVERIFY2(w.window.height() <= 720, qPrintable(generator->tabs().tabText(i)));
            QVERIFY2(w.window.minimumSizeHint().width() <= 1280, qPrintable(generator->tabs().tabText(i)));
        }
    }

    void twentyThousandRowsNeverHoldTheWindowUp() {
        test::WindowBench w;
        QByteArray text = "subject,film,onset,apex,offset,type,emotion,au,fps\n";
        const QList<QByteArray> units{"12+6", "R12B or 14", "1+2+5", "4(B/C)+7B", "?"};
        for (int i = 0; i < 20000; ++i)
            text += "s" + QByteArray::number(i % 200) + ",f" + QByteArray::number(i) + ",10,14," +
                    QByteArray::number(18 + i % 40) + ",micro,joy," + units[i % 5] + ",25\n";
        writeText(w.folder.filePath("large.csv"), text);
        QTest::qWait(200);
        auto& data = w.window.data();
        {
            Watchdog watchdog(50.0);
            w.window.openPaths({w.folder.filePath("large.csv")});
            QVERIFY(isRead(data));
            data.showSamples();
            QTest::qWait(300);
            data.samples().setFilterText("12 & !6");
            QTest::qWait(300);
            qInfo("longest work of the window's thread: %.0f ms", watchdog.longestCpuMs());
            QVERIFY2(watchdog.longestCpuMs() < 250.0, "the window was held up");
        }
        QCOMPARE(data.samples().model().rowCount(), 20000);
    }
};

MIEN_UI_TEST(TestDataWorkspace)

} // namespace tst_data_workspace

#include "tst_data_workspace.moc"
