// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_actions.h"
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/dataset/data_panel.h"
#include "ui/dataset/findings_view.h"
#include "ui/dataset/samples_view.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

namespace tst_data_panel {

using namespace mien;
using namespace mien::ui;

namespace {

void writeText(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the test's table could not be written");
}

struct Bench {
    QTemporaryDir folder;
    Settings settings{folder.filePath("s.ini")};
    ActionRegistry actions{settings};
    ProjectDocument document;
    JobList jobs;
    std::unique_ptr<DataPanel> panel;

    Bench() {
        test::addActions(actions, {"data.import", "data.importFolder"});
        panel = std::make_unique<DataPanel>(actions, settings, document, jobs, folder.filePath("cache"));
        panel->resize(1400, 900);
        panel->show();
        writeText(folder.filePath("lab.csv"), "subject,film,clip,onset,apex,offset,type,emotion,au,fps\n"
                                              "s1,a, a_1,10,14,20,micro,Happiness,R12B+6,25\n"
                                              "s1,a,a_2,30.4,33,40,micro,happiness,12,25\n"
                                              "s2,missing,m_1,5,7,9,macro,disgust,9,25\n");
        test::writeFilm(folder.filePath("a.mp4"), 60);
    }
    QString table() const { return folder.filePath("lab.csv"); }
    bool read() {
        return QTest::qWaitFor([&] { return panel->dataset() && !panel->reading(); }, 20000);
    }
    QTreeWidgetItem* check(const QString& rule) {
        for (int i = 0; i < panel->findings().topLevelItemCount(); ++i)
            if (auto* item = panel->findings().topLevelItem(i); item->text(4).startsWith(rule))
                return item;
        return nullptr;
    }
};

} // namespace

class TestDataPanel : public QObject {
    Q_OBJECT

private slots:
    void aRuleThatIsSwitchedOffIsReportedOnlyAndTheTableIsReadAgain() {
        Bench b;
        b.panel->open(b.table());
        QVERIFY(b.read());
        QCOMPARE(b.panel->dataset()->samples.size(), std::size_t(3));
        auto* fraction = b.check("round-half-up");
        QVERIFY(fraction);
        QCOMPARE(fraction->checkState(0), Qt::Checked);
        QCOMPARE(fraction->child(0)->text(2), QString("30.4"));
        QCOMPARE(fraction->child(0)->text(3), QString("30"));
        QVERIFY(b.panel->dataset()->samples[1].onset == FrameIndex{30});
        fraction->setCheckState(0, Qt::Unchecked);
        QVERIFY(b.panel->reading());
        QVERIFY(b.read());
        fraction = b.check("round-half-up");
        QVERIFY(fraction);
        QCOMPARE(fraction->checkState(0), Qt::Unchecked);
        QVERIFY(!b.panel->dataset()->samples[1].onset);
        fraction->setCheckState(0, Qt::Checked);
        QVERIFY(b.read());
        QVERIFY(b.panel->dataset()->samples[1].onset == FrameIndex{30});
    }

    void importWritesOnlyWhenAskedAndOneUndoTakesItBack() {
        Bench b;
        auto project = project::createProject(b.folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        b.document.setProject(std::move(*project));
        b.panel->open(b.table());
        QVERIFY(b.read());
        QVERIFY(b.document.media().empty());
        QSignalSpy done(b.panel.get(), &DataPanel::imported);
        QSignalSpy words(b.panel.get(), &DataPanel::notice);
        b.panel->importInto();
        QVERIFY(QTest::qWaitFor([&] { return done.size() == 1; }, 20000));
        QCOMPARE(b.document.media().size(), std::size_t(1));
        b.document.setCurrentMedia(b.document.media().front().id);
        QCOMPARE(b.document.events().size(), std::size_t(2));
        QCOMPARE(b.document.tiers().front().coder, std::string("lab"));
        QVERIFY(words.front().front().toString().contains("not found"));
        QCOMPARE(b.panel->samples().model().rowCount(), 3); // the row without a film stays to be seen
        QVERIFY(commands::Gate::undo(b.document));
        QVERIFY(b.document.media().empty());
    }

    void aSampleOpensItsFilmOnceItIsInTheProject() {
        Bench b;
        auto project = project::createProject(b.folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(project);
        b.document.setProject(std::move(*project));
        b.panel->open(b.table());
        QVERIFY(b.read());
        QSignalSpy asked(b.panel.get(), &DataPanel::filmAsked);
        QSignalSpy failed(b.panel.get(), &DataPanel::failed);
        emit b.panel->samples().sampleAsked(1);
        QCOMPARE(failed.size(), 1);
        QSignalSpy done(b.panel.get(), &DataPanel::imported);
        b.panel->importInto();
        QVERIFY(QTest::qWaitFor([&] { return done.size() == 1; }, 20000));
        emit b.panel->samples().sampleAsked(1);
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked[0][0].value<project::MediaId>() == b.document.media().front().id);
        QVERIFY(asked[0][1].value<FrameIndex>() == FrameIndex{30});
        emit b.panel->samples().sampleAsked(2);
        QCOMPARE(failed.size(), 2);
    }

    void aBarFiltersTheTableAndTheSameBarShowsAllAgain() {
        Bench b;
        b.panel->open(b.table());
        QVERIFY(b.read());
        auto& samples = b.panel->samples();
        auto& chart = samples.chart(ChartKind::Subject);
        QCOMPARE(chart.bars().size(), std::size_t(2));
        emit chart.table().activated(chart.table().model()->index(0, 0));
        QCOMPARE(samples.filterText(), QString("subject:s1"));
        QCOMPARE(samples.shown().rowCount(), 2);
        QCOMPARE(samples.chart(ChartKind::Class).bars().front().all, 2);
        emit chart.table().activated(chart.table().model()->index(0, 0));
        QCOMPARE(samples.shown().rowCount(), 3);
    }

    void picturesOfOnsetAndApexArriveWhereTheFilmIsThereAndGoWhenFacesAreHidden() {
        Bench b;
        b.panel->open(b.table());
        QVERIFY(b.read());
        b.panel->showSamples();
        auto& model = b.panel->samples().model();
        const auto index = model.index(0, SampleModel::Picture);
        QVERIFY(QTest::qWaitFor(
            [&] {
                return model.data(index, Qt::DecorationRole).value<QIcon>().actualSize({500, 44}).width() >
                       90;
            },
            20000));
        QVERIFY(!model.data(model.index(2, SampleModel::Picture), Qt::DecorationRole).isValid());
        b.panel->setFacesHidden(true);
        QVERIFY(!model.data(index, Qt::DecorationRole).isValid());
    }

    void theRepairLogAndTheChartsAreWritten() {
        Bench b;
        b.panel->open(b.table());
        QVERIFY(b.read());
        const auto saved = b.panel->saveLog(b.folder.filePath("log.csv"));
        MIEN_VERIFY(saved);
        QFile log(b.folder.filePath("log.csv"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("round-half-up"));
        b.panel->showSamples();
        auto& chart = b.panel->samples().chart(ChartKind::Class);
        for (const char* name : {"c.png", "c.svg"}) {
            const auto written = chart.save(b.folder.filePath(name));
            MIEN_VERIFY(written);
            QVERIFY(QFileInfo(b.folder.filePath(name)).size() > 500);
        }
        QVERIFY(!chart.save(b.folder.filePath("no/such/folder/c.png")));
    }

    void aTableThatCannotBeReadIsOneSentenceAndTheWayBackIsOpen() {
        Bench b;
        writeText(b.folder.filePath("odd.csv"), "a,b\n1,2\n");
        QSignalSpy failed(b.panel.get(), &DataPanel::failed);
        b.panel->open(b.folder.filePath("odd.csv"));
        QVERIFY(QTest::qWaitFor([&] { return failed.size() == 1; }, 20000));
        b.panel->open(b.table());
        QVERIFY(b.read());
    }

    void tablesInLayoutsOfPublishedDatasetsAreShown() {
        MIEN_NEEDS_SHARED("interop/dataset_layouts");
        for (const char* name : {"casme2_like_original.xlsx", "samm_lv_like.xlsx", "casme_sq_like.xlsx"}) {
            Bench b;
            const auto table = test::sharedData("interop/dataset_layouts") / name;
            b.panel->open(QString::fromStdString(table.string()));
            QVERIFY2(b.read(), name);
            QVERIFY(b.panel->samples().model().rowCount() > 0);
            QVERIFY(!b.panel->samples().chart(ChartKind::Class).bars().empty() ||
                    !b.panel->samples().chart(ChartKind::Duration).bars().empty());
            QVERIFY(!b.panel->grab().isNull());
        }
    }
};

MIEN_UI_TEST(TestDataPanel)

} // namespace tst_data_panel

#include "tst_data_panel.moc"
