// SPDX-License-Identifier: GPL-3.0-or-later
// The Train workspace on a planted set: form, training, pause, stop, results.
#include "../../core/training/planted_set.h"
#include "support/ui_bench.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"
#include "ui/training/recipe_form.h"
#include "ui/training/result_page.h"
#include "ui/training/run_page.h"
#include "ui/training/train_workspace.h"

#include <QComboBox>
#include <QTableWidget>

using namespace mien;
using namespace mien::ui;
using State = TrainWorkspace::State;

namespace {

struct Bench {
    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.ini")};
    JobList jobs;
    TrainWorkspace train{settings, jobs, folder.filePath("cache")};
    QStringList troubles;

    Bench() {
        QObject::connect(&train, &TrainWorkspace::failed, &train,
                         [this](const QString& s) { troubles << s; });
        train.form().setDefaultFolder(folder.path());
    }

    void plant(int epochs, Trial trial) {
        training::SetOutline outline;
        outline.films = outline.subjects = 4;
        outline.micro = outline.macro = 8;
        outline.leftOut = {"Row 7 (x) is left out: its film was not found."};
        train.form().setSource("planted", outline,
                               [](const spotting::SpottingRecipe& recipe, const JobContext&) {
                                   return Result<training::SpottingSet>(training::plantedSet(4, recipe));
                               });
        auto& recipe = train.form().recipe();
        for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"film-graph", "false"}, {"prior", "none"}, {"batch", "8"}, {"patience", "100000"}})
            recipe.setOption(name, value);
        recipe.setOption("epochs", QString::number(epochs));
        train.form().setTrial(trial, 2);
    }

    bool becomes(State state) {
        return QTest::qWaitFor([&] { return train.state() == state; }, 60000);
    }
};

std::string bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestTrainWorkspace : public QObject {
    Q_OBJECT

private slots:
    void withoutDataItSaysWhatIsMissing() {
        Bench b;
        QVERIFY(!b.train.message().isEmpty());
        b.train.start();
        QCOMPARE(b.troubles.size(), 1);
        QVERIFY(b.train.state() == State::Ready);
    }

    void everyOptionOfTheRecipeHasAnEditorThatExplainsItself() {
        RecipeForm form;
        const auto recipe = spotting::recipePreset("mien").value();
        spotting::SpottingRecipe::visit(recipe, [&](const auto&, const OptionInfo& info) {
            auto* editor = form.editor(QString::fromUtf8(info.name.data(), qsizetype(info.name.size())));
            QVERIFY(editor->toolTip().contains(QString::fromStdString(std::string(info.help))));
            QVERIFY(!editor->accessibleName().isEmpty());
        });
        QVERIFY(form.changes().isEmpty());
        for (const auto& row : spotting::recipePresets()) {
            form.setRecipe(QString::fromStdString(std::string(row.name)));
            auto settled = row.recipe();
            MIEN_VERIFY(settled.settle());
            const auto made = form.recipe();
            MIEN_VERIFY(made);
            QCOMPARE(spotting::textOf(*made), spotting::textOf(settled));
        }
    }

    void anImpossibleOptionIsRefusedInWords() {
        RecipeForm form;
        form.setOption("epochs", "0");
        QVERIFY(!form.recipe());
        form.setOption("epochs", "7");
        const auto recipe = form.recipe();
        MIEN_VERIFY(recipe);
        QCOMPARE(recipe->optimisation.epochs, 7);
        QCOMPARE(form.changes().value("epochs").toString(), QString("7"));
    }

    void theOutlineCountsAndSaysWhatIsLeftOut() {
        Bench b;
        b.plant(1, Trial::None);
        QVERIFY(b.train.form().outlineText().contains("4"));
        QVERIFY(b.train.form().outlineText().contains("Row 7"));
        b.train.form().setTrial(Trial::Folds, 9);
        QVERIFY(!b.train.form().plan());
    }

    void foldsEndWithAModelScoresAndExamples() {
        Bench b;
        b.plant(3, Trial::Folds);
        const QString out = b.train.form().output();
        b.train.start();
        QVERIFY(b.becomes(State::Done));
        QVERIFY2(b.troubles.isEmpty(), qPrintable(b.troubles.join('\n')));
        const auto model = spotting::readModel((out + "/model").toStdString());
        MIEN_VERIFY(model);
        QVERIFY(model->model.provenance.metrics.contains("2-fold F1 overall"));
        QCOMPARE(b.train.running().epochsOf(0), std::size_t(3));
        QCOMPARE(b.train.running().epochsOf(kAllFilms), std::size_t(3));
        QCOMPARE(b.train.running().table().rowCount(), 3);
        auto& result = b.train.result();
        QCOMPARE(result.scores().rowCount(), 3);
        QCOMPARE(result.subjects().rowCount(), 4);
        const int hits = result.scores().item(0, 4)->text().toInt();
        const int falseOnes = result.scores().item(0, 5)->text().toInt();
        const int missed = result.scores().item(0, 6)->text().toInt();
        QCOMPARE(hits + missed, 16);
        QCOMPARE(result.list().rowCount(), 16 + falseOnes);
        result.which().setCurrentIndex(1);
        QCOMPARE(result.list().rowCount(), hits);
        QVERIFY(b.train.form().output() != out);
    }

    void aPausedTrainingGoesOnToTheSameModel() {
        Bench b;
        b.plant(30, Trial::None);
        b.train.form().setOutput(b.folder.filePath("whole"));
        b.train.start();
        QVERIFY(b.becomes(State::Done));
        b.train.form().setOutput(b.folder.filePath("paused"));
        b.train.start();
        QVERIFY(QTest::qWaitFor([&] { return b.train.running().epochsOf(kAllFilms) > 0; }, 60000) ||
                b.train.state() == State::Done);
        b.train.pause();
        QVERIFY(QTest::qWaitFor(
            [&] { return b.train.state() == State::Paused || b.train.state() == State::Done; }, 60000));
        if (b.train.state() == State::Paused) {
            b.train.start();
            QVERIFY(b.becomes(State::Done));
        }
        const auto whole = bytesOf(b.folder.filePath("whole/model/weights.safetensors"));
        QVERIFY(!whole.empty());
        QVERIFY(whole == bytesOf(b.folder.filePath("paused/model/weights.safetensors")));
    }

    void stoppingLeavesNothingToGoOnFrom() {
        Bench b;
        b.plant(100000, Trial::None);
        const QString out = b.train.form().output();
        b.train.start();
        QVERIFY(QTest::qWaitFor([&] { return b.train.running().epochsOf(kAllFilms) > 0; }, 60000));
        b.train.stop();
        QVERIFY(b.becomes(State::Ready));
        QVERIFY(!QFileInfo::exists(out));
        QVERIFY(b.troubles.isEmpty());
    }

    void aTableThatCannotBeReadIsOneSentence() {
        Bench b;
        b.train.form().openTable(b.folder.filePath("none.csv"));
        QTRY_COMPARE(b.troubles.size(), 1);
    }
};

QTEST_MAIN(TestTrainWorkspace)
#include "tst_train_workspace.moc"
