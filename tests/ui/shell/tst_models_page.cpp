// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/project/watched.h"
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/registry/comparison_view.h"
#include "ui/registry/models_page.h"
#include "ui/timeline/timeline_state.h"
#include "ui/timeline/timeline_view.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeWidget>

namespace tst_models_page {

using namespace mien;
using namespace mien::ui;

namespace {

template <class W>
W* named(QWidget& in, const QString& name) {
    for (W* widget : in.findChildren<W*>())
        if (widget->accessibleName() == name)
            return widget;
    return nullptr;
}

bool idle(Workbench& bench) {
    return QTest::qWaitFor([&] { return bench.jobs.runningCount() == 0; }, 60000);
}

bool analyse(test::WindowBench& w) {
    const auto before = w.bench.document.run();
    w.bench.analysis.start();
    return QTest::qWaitFor([&] { return !w.bench.analysis.running(); }, 120000) && idle(w.bench) &&
           w.bench.document.run() && (!before || w.bench.document.run()->id != before->id);
}

/// A picture for those who ask for it: MIEN_PICTURES names the folder.
void picture(test::WindowBench& w, const QString& name) {
    if (const QString folder = qEnvironmentVariable("MIEN_PICTURES"); !folder.isEmpty()) {
        QTest::qWait(200);
        w.window.grab().save(folder + "/" + name + ".png");
    }
}

} // namespace

class TestModelsPage : public QObject {
    Q_OBJECT

    const QString m_demo = QStringLiteral(MIEN_SOURCE_DIR "/resources/demo/demo.mp4");

private slots:
    void anotherSpotterMakesASetOfItsOwnThatUndoTakesAway() {
        test::WindowBench w;
        QVERIFY(w.openFilm(m_demo));
        QVERIFY(idle(w.bench));
        auto& document = w.bench.document;
        QVERIFY(analyse(w));
        QCOMPARE(QString::fromStdString(document.run()->spotter), QString("rules"));
        const auto byRules = document.proposals();
        QVERIFY(!byRules.empty());
        w.bench.selection.select(byRules[0].id);
        w.bench.actions.action("review.take")->trigger();
        QCOMPARE(document.events().size(), std::size_t{1});
        const auto events = document.events();

        auto* spotters = named<QComboBox>(w.window, "Spotter of the next analysis");
        QVERIFY(spotters);
        const int shipped = spotters->findData(QString(kShippedKey));
        QVERIFY2(shipped >= 0, "the model that comes with Mien is on the shelf");
        spotters->setCurrentIndex(shipped);
        emit spotters->activated(shipped);
        QCOMPARE(w.bench.shelf.choice().key, QString(kShippedKey));
        QVERIFY(analyse(w));
        QCOMPARE(QString::fromStdString(document.run()->spotter), QString("network"));
        QVERIFY(document.run()->optionsJson.find("Mien spotter") != std::string::npos);
        QVERIFY(document.events() == events); // human annotation is not touched
        const auto byNetwork = document.proposals();
        QVERIFY(!byNetwork.empty());
        QVERIFY(byNetwork[0].proposal.spotter != byRules[0].proposal.spotter);
        QVERIFY(!byNetwork[0].proposal.regions.empty());
        auto* sets = named<QComboBox>(w.window, "Proposals that are shown");
        QVERIFY(sets);
        QCOMPARE(sets->count(), 2);
        QVERIFY(sets->currentText().contains("Mien spotter"));
        picture(w, "sets");

        w.bench.actions.action("edit.undo")->trigger();
        QCOMPARE(QString::fromStdString(document.run()->spotter), QString("rules"));
        QVERIFY(document.events() == events);
        QVERIFY(document.proposals()[0].state == project::ReviewState::Taken);
        QVERIFY(sets->currentText().contains("Rules"));
        // The other set is still there to be shown; and that can be undone as well.
        emit sets->activated(0);
        QCOMPARE(QString::fromStdString(document.run()->spotter), QString("network"));
        w.bench.actions.action("edit.undo")->trigger();
        QCOMPARE(QString::fromStdString(document.run()->spotter), QString("rules"));
    }

    void aModelThatIsGoneIsOneSentenceAndChangesNothing() {
        test::WindowBench w;
        QVERIFY(w.openFilm(m_demo));
        QVERIFY(idle(w.bench));
        w.bench.shelf.use(w.folder.filePath("nowhere"));
        QSignalSpy failed(&w.bench.analysis, &AnalysisController::failed);
        w.bench.analysis.start();
        QVERIFY(QTest::qWaitFor([&] { return !w.bench.analysis.running(); }, 60000));
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed[0][0].toString().contains("nowhere"), qPrintable(failed[0][0].toString()));
        QVERIFY(!w.bench.document.run());
    }

    void modelsAreListedWithCardsAndDamagedOnesWithTheirReason() {
        test::WindowBench w;
        QDir().mkpath(w.folder.filePath("torn"));
        MIEN_VERIFY(writeFileAtomically(w.folder.filePath("torn/model.json").toStdString(), "{"));
        w.bench.shelf.add(w.folder.filePath("torn"));
        QVERIFY(w.openFilm(m_demo));
        w.bench.actions.action("film.models")->trigger();
        QVERIFY(idle(w.bench));
        auto* page = w.window.findChild<ModelsPage*>();
        QVERIFY(page && page->isVisible());
        auto* list = named<QListWidget>(*page, "Spotters");
        QCOMPARE(list->count(), 3); // rules, shipped, torn
        page->select(kShippedKey);
        QVERIFY(named<QTextBrowser>(*page, "Card of the model")->toPlainText().contains("trained on"));
        QVERIFY(named<QPushButton>(*page, "Use in this project")->isEnabled());
        picture(w, "models");
        named<QPushButton>(*page, "Use in this project")->click();
        QCOMPARE(w.bench.shelf.choice().key, QString(kShippedKey));
        named<QPushButton>(*page, "Make default")->click();
        QCOMPARE(w.settings.defaultSpotter(), QString(kShippedKey));
        QVERIFY(!named<QPushButton>(*page, "Use in this project")->isEnabled());
        page->select(w.folder.filePath("torn"));
        QVERIFY(!named<QPushButton>(*page, "Use in this project")->isEnabled());
        QVERIFY(list->currentItem()->toolTip().contains("model.json"));
        // Chosen elsewhere, as by another project: what is used is what the page shows then.
        w.bench.shelf.use(kRulesKey);
        QVERIFY(list->currentItem()->text().startsWith("Rules"));
        page->select(w.folder.filePath("torn"));
        picture(w, "damaged");
        named<QPushButton>(*page, "Forget this folder")->click();
        QVERIFY(idle(w.bench));
        QCOMPARE(list->count(), 2);
        QVERIFY(QFileInfo::exists(w.folder.filePath("torn/model.json")));
    }

    void twoSpottersAreComparedOnWhatWasReviewedAndADifferenceOpensTheFilm() {
        test::WindowBench w;
        QVERIFY(w.openFilm(m_demo));
        QVERIFY(idle(w.bench));
        w.bench.actions.action("watched.film")->trigger();
        QCOMPARE(w.bench.document.watched(), (std::vector<FrameInterval>{{{0}, {599}}}));
        w.bench.selection.setCurrentFrame({165});
        for (const auto& [frame, key] :
             {std::pair(165, "mark.onset"), {183, "mark.apex"}, {228, "mark.offset"}}) {
            w.bench.selection.setCurrentFrame({frame});
            w.bench.actions.action(key)->trigger();
        }
        QCOMPARE(w.bench.document.events().size(), std::size_t{1});
        // A model that never proposes anything: what the rules find, only they find.
        auto silent = spotting::readModel(spotting::shippedModel());
        MIEN_VERIFY(silent);
        silent->model.name = "Silent";
        silent->model.recipe.proposals.microApex = silent->model.recipe.proposals.macroApex = 1.0;
        MIEN_VERIFY(spotting::writeModel(w.folder.filePath("silent").toStdString(), *silent));
        w.bench.shelf.add(w.folder.filePath("silent"));
        w.bench.actions.action("film.models")->trigger();
        QVERIFY(idle(w.bench));
        auto* page = w.window.findChild<ModelsPage*>();
        page->select(kRulesKey);
        auto* other = named<QComboBox>(*page, "What to compare with");
        QVERIFY(QTest::qWaitFor(
            [&] { return !w.bench.shelf.reading() && other->findData(w.folder.filePath("silent")) >= 0; },
            30000));
        other->setCurrentIndex(other->findData(w.folder.filePath("silent")));
        QSignalSpy failed(page, &ModelsPage::failed);
        named<QPushButton>(*page, "Compare")->click();
        auto* view = page->findChild<ComparisonView*>("modelComparison");
        QVERIFY(view);
        auto* figures = named<QTreeWidget>(*view, "F1 of both");
        QVERIFY(w.bench.jobs.runningCount() > 0);
        QVERIFY2(QTest::qWaitFor([&] { return figures->topLevelItemCount() == 3; }, 120000),
                 failed.isEmpty() ? "" : qPrintable(failed[0][0].toString()));
        auto* films = named<QTreeWidget>(*view, "Films in which they differ");
        QCOMPARE(films->topLevelItemCount(), 1);
        picture(w, "comparison");
        emit films->itemActivated(films->topLevelItem(0)->child(0), 0);
        QCOMPARE(w.window.workspace(), Workspace::Code);
        const auto where = w.bench.selection.currentFrame().value;
        QVERIFY2(where > 0, qPrintable(QString::number(where)));
        page->showTab(2);
        w.bench.actions.action("film.retrain")->trigger();
        QVERIFY(idle(w.bench));
        QVERIFY(named<QPushButton>(*page, "Retrain")->isEnabled());
        picture(w, "retrain");
    }

    void aStretchIsMarkedAsWatchedFromHereToThere() {
        test::WindowBench w;
        QVERIFY(w.openFilm(m_demo));
        QVERIFY(idle(w.bench));
        w.bench.selection.setCurrentFrame({200});
        w.bench.actions.action("watched.from")->trigger();
        QVERIFY(w.bench.document.watched().empty());
        w.bench.selection.setCurrentFrame({100});
        w.bench.actions.action("watched.from")->trigger();
        const std::vector<FrameInterval> stretch{{{100}, {200}}};
        QCOMPARE(w.bench.document.watched(), stretch);
        const auto* timeline = w.window.findChild<timeline::TimelineView*>();
        QCOMPARE(timeline->state().watched, stretch); // and is seen there
        picture(w, "watched");
        w.bench.actions.action("edit.undo")->trigger();
        QVERIFY(w.bench.document.watched().empty());
        QVERIFY(timeline->state().watched.empty());
    }
};

MIEN_UI_TEST(TestModelsPage)

} // namespace tst_models_page

#include "tst_models_page.moc"
