// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/reviewed_demo.h"
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/registry/model_words.h"
#include "ui/registry/models_page.h"
#include "ui/registry/retrain_view.h"
#include "ui/shell/jobs_panel.h"
#include "ui/training/train_workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

namespace tst_retrain_view {

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

constexpr int kSlowEpochs = 4000; ///< more than anybody waits for: it has to be stopped

} // namespace

class TestRetrainView : public QObject {
    Q_OBJECT

    /// A window with a project that was reviewed, on the page where it teaches the model called "Old".
    struct Bench : test::WindowBench {
        ModelsPage* page = nullptr;
        RetrainView* view = nullptr;
        QString failure;

        Bench(int people, int epochs) {
            settings.setCoder("ann");
            const std::filesystem::path at = folder.path().toStdString();
            test::makeProject(at / "study.mien", "ann", test::reviewedDemo(at / "films", people));
            (void)spotting::writeModel(at / "old", test::ignorantModel("Old", epochs));
            window.openPaths({folder.filePath("study.mien")});
            (void)QTest::qWaitFor([&] { return bench.document.hasProject(); }, 30000);
            bench.shelf.add(folder.filePath("old"));
            bench.actions.action("film.retrain")->trigger();
            idle();
            page = window.findChild<ModelsPage*>();
            view = window.findChild<RetrainView*>();
            QObject::connect(page, &ModelsPage::failed, page, [this](const QString& s) { failure = s; });
            page->select(folder.filePath("old"));
        }
        bool idle() {
            return QTest::qWaitFor([&] { return bench.jobs.runningCount() == 0 && !bench.shelf.reading(); },
                                   240000);
        }
        QPushButton* button(const QString& name) const { return named<QPushButton>(*view, name); }
        bool reaches(RetrainView::State state) {
            return QTest::qWaitFor([&] { return view->state() == state; }, 240000);
        }
        void picture(const QString& name) {
            if (const QString to = qEnvironmentVariable("MIEN_PICTURES"); !to.isEmpty()) {
                QTest::qWait(300);
                window.grab().save(to + "/" + name + ".png");
            }
        }
    };

private slots:
    void correctionsMakeAModelThatMayBeUsedBecauseItIsBetter() {
        Bench b(3, 25);
        auto* start = b.button("Retrain");
        QVERIFY(start->isEnabled());
        QVERIFY2(start->width() < 200, qPrintable(QString::number(start->width())));
        start->click();
        QCOMPARE(b.view->state(), RetrainView::State::Running);
        QVERIFY(!named<QLineEdit>(*b.view, "Name of the new model")->isEnabled());
        QVERIFY(b.reaches(RetrainView::State::Ready) && b.idle());
        QVERIFY2(b.failure.isEmpty(), qPrintable(b.failure));
        const QString key = b.folder.filePath("models/My-corrections");
        const auto* model = b.bench.shelf.find(key);
        QVERIFY2(model, "the new model is on the shelf");
        QVERIFY(model->model->provenance.retrained->passed());
        QVERIFY(named<QTreeWidget>(*b.view, "F1 of both")->isVisible());
        QVERIFY(!named<QCheckBox>(*b.view, "Use it although nothing says that it is better")->isVisible());
        b.picture("retrained");
        b.button("Make default")->click();
        QCOMPARE(b.settings.defaultSpotter(), key);
        QCOMPARE(b.bench.shelf.choice().key, key);
        QVERIFY(!QFileInfo::exists(b.folder.filePath("cache/retraining")) ||
                QDir(b.folder.filePath("cache/retraining")).isEmpty());

        // Once more with the same people: nobody is left to compare on, here and on the page of models.
        b.bench.shelf.makeDefault(kRulesKey);
        b.page->select(key);
        b.button("Retrain")->click();
        QVERIFY(b.reaches(RetrainView::State::Ready) && b.idle());
        const QString second = b.folder.filePath("models/My-corrections-2");
        const auto* again = b.bench.shelf.find(second);
        QVERIFY(again);
        QCOMPARE(nameOf(*again), QString("My corrections 2"));
        QCOMPARE(again->model->provenance.retrained->people, 0);
        QVERIFY(!b.button("Make default")->isEnabled());
        b.picture("unproven");
        b.page->showTab(0);
        b.page->select(second);
        QPushButton* makeDefault = nullptr;
        QCheckBox* insist = nullptr;
        for (auto* one : b.page->findChildren<QPushButton*>())
            if (one->accessibleName() == "Make default" && one->isVisible())
                makeDefault = one;
        for (auto* one : b.page->findChildren<QCheckBox*>())
            if (one->accessibleName() == "Use it although nothing says that it is better" && one->isVisible())
                insist = one;
        QVERIFY(makeDefault && insist);
        QVERIFY(!makeDefault->isEnabled());
        b.picture("models-unproven");
        // Nor may it be chosen above the review queue.
        auto* spotters = named<QComboBox>(b.window, "Spotter of the next analysis");
        const auto item = [&](const QString& of) {
            return spotters->model()->index(spotters->findData(of), 0).flags();
        };
        QVERIFY(!(item(second) & Qt::ItemIsEnabled));
        QVERIFY(item(key) & Qt::ItemIsEnabled);
        insist->click();
        QVERIFY(makeDefault->isEnabled());
        b.page->select(key);
        b.page->select(second);
        QVERIFY2(!makeDefault->isEnabled(), "one insists each time");
        insist->click();
        makeDefault->click();
        QCOMPARE(b.settings.defaultSpotter(), second);

        // A comparison with people whom neither knows is the proof that was missing, where it comes out so.
        auto folder = spotting::readModel(second.toStdString()).value();
        const auto old = spotting::readModel(b.folder.filePath("old").toStdString()).value();
        folder.model.provenance.retrained =
            spotting::Retrained{.old = "Old", .oldWeights = old.model.weightsSha256};
        folder.model.provenance.learntFrom = {"somebody else"};
        MIEN_VERIFY(spotting::writeModel(second.toStdString(), folder, true));
        auto namesake = old;
        namesake.weights.begin()->second.values.front() += 1.0F;
        MIEN_VERIFY(spotting::writeModel(b.folder.filePath("namesake").toStdString(), namesake));
        b.bench.shelf.makeDefault(kRulesKey);
        b.bench.shelf.add(b.folder.filePath("namesake"));
        b.page->refresh();
        QVERIFY(b.idle());
        b.page->select(key);
        b.page->select(second);
        QVERIFY(!makeDefault->isEnabled());
        auto* other = named<QComboBox>(*b.page, "What to compare with");
        const auto compareWith = [&](const char* with) {
            other->setCurrentIndex(other->findData(b.folder.filePath(with)));
            named<QPushButton>(*b.page, "Compare")->click();
            QVERIFY(b.idle());
            QVERIFY2(b.failure.isEmpty(), qPrintable(b.failure));
        };
        compareWith("namesake"); // another model called "Old" proves nothing
        QVERIFY(!b.bench.shelf.find(second)->model->provenance.retrained->passed());
        QVERIFY(!makeDefault->isEnabled());
        compareWith("old");
        QVERIFY(b.bench.shelf.find(second)->model->provenance.retrained->passed());
        QVERIFY(makeDefault->isEnabled() && !insist->isVisible());
    }

    void aPausedRetrainingGoesOnAndAStoppedOneLeavesNothing() {
        Bench b(2, kSlowEpochs);
        const auto kept = [&] {
            QDirIterator files(b.folder.filePath("cache/retraining"), QDir::Files,
                               QDirIterator::Subdirectories);
            std::set<QString> names;
            while (files.hasNext())
                names.insert(files.next());
            return names;
        };
        b.button("Retrain")->click();
        QVERIFY(QTest::qWaitFor([&] { return !kept().empty(); }, 240000));
        b.button("Pause the training")->click();
        QVERIFY(b.reaches(RetrainView::State::Paused));
        QVERIFY(b.idle());
        QVERIFY2(b.failure.isEmpty(), qPrintable(b.failure));
        const auto before = kept();
        b.picture("paused");
        b.page->select(kRulesKey); // it goes on from what it went on from, whatever is looked at
        b.button("Resume")->click();
        QCOMPARE(b.view->state(), RetrainView::State::Running);
        auto* bar = named<QProgressBar>(*b.view, "How far the training is");
        QVERIFY(QTest::qWaitFor([&] { return bar->value() > 400; }, 240000)); // measured: now it trains
        for (const auto& name : before) // what was begun is gone on from, not begun beside it
            QVERIFY(kept().contains(name));
        QVERIFY(kept().size() <= 3);
        QVERIFY(!b.bench.jobs.job(0)->ended()); // in the list of jobs it is paused as well, and says so
        auto* panel = b.window.findChild<JobsPanel*>();
        panel->findChild<QListView*>()->setCurrentIndex(b.bench.jobs.index(0));
        auto* listed = named<QPushButton>(*panel, "Pause the job");
        QVERIFY(listed && listed->text() == "Pause");
        QCOMPARE(listed->toolTip(), b.button("Pause the training")->toolTip());
        listed->click();
        QVERIFY(b.reaches(RetrainView::State::Paused));
        QVERIFY(b.bench.jobs.index(0).data(JobList::PausesRole).toBool());
        b.button("Stop the training")->click();
        QCOMPARE(b.view->state(), RetrainView::State::Ready);
        QVERIFY(kept().empty());
        QVERIFY(b.button("Retrain")->isVisible());
        b.button("Retrain")->click();
        QVERIFY(QTest::qWaitFor([&] { return !kept().empty(); }, 240000));
        b.button("Stop the training")->click();
        QVERIFY(b.reaches(RetrainView::State::Ready));
        QVERIFY(!b.bench.jobs.index(0).data(JobList::PausesRole).toBool()); // nothing to go on from
        QVERIFY(kept().empty());
        QVERIFY(!QFileInfo::exists(b.folder.filePath("models/My-corrections")));
    }

    void theDatasetOfTheTrainPageCanBeLearntBeside() {
        Bench b(2, 2);
        auto* beside = named<QComboBox>(*b.view, "More films to learn from");
        QVERIFY(beside);
        QCOMPARE(beside->count(), 1);
        const auto offer = [&](const QString& name, const QString& film) {
            QFile table(b.folder.filePath("films/" + name + ".csv"));
            if (!table.open(QIODevice::WriteOnly))
                return false;
            table.write("subject,film,onset,apex,offset,type\n");
            table.write(("x1," + film + ",90,96,103,micro\nx2,missing.mp4,1,2,3,micro\n").toUtf8());
            table.close();
            auto& form = b.window.findChild<TrainWorkspace*>()->form();
            const auto before = form.data();
            form.openTable(table.fileName());
            return QTest::qWaitFor([&] { return form.data() != before; }, 60000) && b.idle();
        };
        std::filesystem::copy_file(b.folder.filePath("films/film1.mp4").toStdString(),
                                   b.folder.filePath("films/more.mp4").toStdString());
        QVERIFY(offer("first", "film1.mp4"));
        QCOMPARE(beside->count(), 2);
        QCOMPARE(beside->currentIndex(), 0); // nobody asked for it yet
        beside->setCurrentIndex(1);
        QVERIFY2(beside->currentText().contains("first") && beside->currentText().contains("1 film"),
                 qPrintable(beside->currentText()));
        b.picture("beside");
        QVERIFY(offer("study", "more.mp4"));
        QCOMPARE(beside->count(), 2);
        QCOMPARE(beside->currentIndex(), 0); // another one has to be chosen
        beside->setCurrentIndex(1);
        b.button("Retrain")->click();
        QVERIFY(!beside->isEnabled());
        QVERIFY(b.reaches(RetrainView::State::Ready) && b.idle());
        QVERIFY2(b.failure.isEmpty(), qPrintable(b.failure));
        const auto* model = b.bench.shelf.find(b.folder.filePath("models/My-corrections"));
        QVERIFY(model);
        const auto& p = model->model->provenance;
        QVERIFY2(p.data.ends_with(" and study"), p.data.c_str());
        QVERIFY(p.learntFrom.size() >= 4); // the third person too, and one content
        QVERIFY(beside->isEnabled());
        QCOMPARE(beside->currentIndex(), 1);
    }

    void withoutReviewThereIsNothingToLearnFrom() {
        test::WindowBench w;
        QVERIFY(w.openFilm(QStringLiteral(MIEN_SOURCE_DIR "/resources/demo/demo.mp4")));
        w.bench.actions.action("film.retrain")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return w.bench.jobs.runningCount() == 0; }, 240000));
        auto* view = w.window.findChild<RetrainView*>();
        QVERIFY(!named<QPushButton>(*view, "Retrain")->isEnabled());
        QVERIFY(named<QPushButton>(*view, "Retrain")->toolTip().contains("Nothing was reviewed"));
    }
};

MIEN_UI_TEST(TestRetrainView)

} // namespace tst_retrain_view

#include "tst_retrain_view.moc"
