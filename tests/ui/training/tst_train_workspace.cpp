// SPDX-License-Identifier: GPL-3.0-or-later
// The Train workspace on a planted set: form, training, pause, stop, results.
#include "../../core/training/planted_set.h"
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"
#include "ui/training/precision_view.h"
#include "ui/training/recipe_form.h"
#include "ui/training/recipe_words.h"
#include "ui/training/result_page.h"
#include "ui/training/run_page.h"
#include "ui/training/train_workspace.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTranslator>

#include <atomic>
#include <thread>

namespace tst_train_workspace {

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
        int inRows = 0;
        for (int row = 0; row < 2; ++row)
            for (int column = 1; column < 4; ++column)
                inRows += result.confusion().item(row, column)->text().toInt();
        QCOMPARE(inRows, 16);
        QCOMPARE(result.confusion().item(0, 1)->text().toInt() +
                     result.confusion().item(1, 2)->text().toInt(),
                 hits);
        QVERIFY(!result.precision().curves().empty());
        result.which().setCurrentIndex(1);
        QCOMPARE(result.list().rowCount(), hits);
        QSignalSpy asked(&b.train, &TrainWorkspace::filmAsked);
        emit result.list().cellClicked(0, 2);
        QCOMPARE(asked.count(), 0);
        emit result.list().cellClicked(0, 4);
        QCOMPARE(asked.count(), hits > 0 ? 1 : 0);
        QVERIFY(b.train.form().output() != out);
    }

    void aTrainingThatWasStoppedAtAnEpochGoesOnFromThereToTheSameModel() {
        Bench b;
        b.plant(6, Trial::None);
        auto plan = b.train.form().plan().value();
        plan.out = b.folder.filePath("whole").toStdString();
        TrainSink whole;
        MIEN_VERIFY(runTraining(plan, whole, {}));
        plan.out = b.folder.filePath("paused").toStdString();
        std::stop_source stop;
        int epochs = 0;
        TrainSink paused([&](int, const training::EpochRecord& record) {
            epochs = record.epoch;
            if (record.epoch == 3)
                stop.request_stop();
        });
        JobContext job;
        job.stop = stop.get_token();
        const auto halted = runTraining(plan, paused, job);
        QVERIFY(!halted);
        QVERIFY(halted.error().code == ErrorCode::Cancelled);
        QCOMPARE(epochs, 3);
        QVERIFY(QFileInfo::exists(b.folder.filePath("paused/checkpoint.safetensors")));
        TrainSink resumed;
        MIEN_VERIFY(runTraining(plan, resumed, {}));
        const auto bytes = bytesOf(b.folder.filePath("whole/model/weights.safetensors"));
        QVERIFY(!bytes.empty());
        QVERIFY(bytes == bytesOf(b.folder.filePath("paused/model/weights.safetensors")));
    }

    void pauseAndResumeWalkTheStates() {
        Bench b;
        b.plant(2, Trial::None);
        auto held = std::make_shared<std::atomic<bool>>(true); // until it is paused, the films take for ever
        training::SetOutline outline;
        outline.films = outline.subjects = 4;
        b.train.form().setSource("held", outline,
                                 [held](const spotting::SpottingRecipe& recipe,
                                        const JobContext& job) -> Result<training::SpottingSet> {
                                     while (*held && !job.cancelled())
                                         std::this_thread::yield();
                                     if (job.cancelled())
                                         return cancelled();
                                     return training::plantedSet(4, recipe);
                                 });
        const QString out = b.train.form().output();
        b.train.start();
        QVERIFY(b.train.state() == State::Running);
        QVERIFY(!b.train.form().isEnabled());
        b.train.pause();
        QVERIFY(b.train.state() == State::Pausing);
        QVERIFY(b.becomes(State::Paused));
        *held = false;
        b.train.start();
        QVERIFY(b.becomes(State::Done));
        MIEN_VERIFY(spotting::readModel((out + "/model").toStdString()));
        QVERIFY2(b.troubles.isEmpty(), qPrintable(b.troubles.join('\n')));
    }

    void whatWasChosenIsFoundAgain() {
        Bench b;
        b.plant(2, Trial::None);
        b.train.form().setTrial(Trial::LeaveOneOut, 7);
        b.train.form().keepChoices();
        TrainForm again(b.settings, b.jobs, {});
        QCOMPARE(again.recipe().option("epochs"), QString("2"));
        QCOMPARE(again.recipe().changes(), b.train.form().recipe().changes());
        again.setSource("planted", {4, 4, 8, 8, {}}, [](const auto& recipe, const JobContext&) {
            return Result<training::SpottingSet>(training::plantedSet(4, recipe));
        });
        const auto plan = again.plan();
        MIEN_VERIFY(plan);
        QVERIFY(plan->trial == Trial::LeaveOneOut);
        QCOMPARE(plan->folds, 7);
    }

    void aFolderThatWasThereBeforeOutlivesAStop() {
        Bench b;
        b.plant(100000, Trial::None);
        const QString own = b.folder.filePath("mine");
        QVERIFY(QDir().mkpath(own));
        b.train.form().setOutput(own);
        b.train.start();
        QVERIFY(QTest::qWaitFor([&] { return b.train.running().epochsOf(kAllFilms) > 0; }, 60000));
        b.train.stop();
        QVERIFY(b.becomes(State::Ready));
        QVERIFY(QFileInfo::exists(own));
        QVERIFY(QDir(own).isEmpty());
    }

    void everyOptionAndPresetCanBeTranslated() {
        class Marking final : public QTranslator {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char* context, const char* text, const char*, int) const override {
                return QLatin1String(context) == QLatin1String("Recipes") ? QStringLiteral("«%1»").arg(text)
                                                                          : QString();
            }
        } marking;
        QCoreApplication::installTranslator(&marking);
        const auto check = [](std::string_view text) {
            QCOMPARE(recipeText(text),
                     QStringLiteral("«%1»").arg(QString::fromUtf8(text.data(), qsizetype(text.size()))));
        };
        const spotting::SpottingRecipe recipe;
        spotting::SpottingRecipe::visit(recipe,
                                        [&](const auto&, const OptionInfo& info) { check(info.help); });
        for (const auto& preset : spotting::recipePresets())
            check(preset.description);
        QCoreApplication::removeTranslator(&marking);
    }

    void confusionCountsEachMissAndFalseFindingOnce() {
        using annotation::ExpressionType;
        const auto one = [](Verdict verdict, ExpressionType type, std::int64_t onset, std::int64_t offset,
                            const char* film = "a") {
            return Judged{verdict, film, "s", {}, type, {onset}, FrameIndex{offset}, 0.5};
        };
        // A micro-expression found as macro; a false macro of another film at the same frames; a hit; a miss
        // that a false one of the other type overlaps by less than half.
        const auto confusion = confusionOf({one(Verdict::Miss, ExpressionType::Micro, 10, 19),
                                            one(Verdict::False, ExpressionType::Macro, 12, 19),
                                            one(Verdict::False, ExpressionType::Macro, 10, 19, "b"),
                                            one(Verdict::Hit, ExpressionType::Macro, 40, 60),
                                            one(Verdict::Miss, ExpressionType::Macro, 80, 99),
                                            one(Verdict::False, ExpressionType::Micro, 95, 99)});
        const decltype(confusion.counts) expected{{{0, 1, 0}, {0, 1, 1}, {1, 1, 0}}};
        QCOMPARE(confusion.counts, expected);
    }

    void precisionRisesAsUncertainProposalsGo() {
        training::SpottingSet set;
        training::SpottingFilm film;
        film.name = "f";
        film.subject = "s";
        for (const std::int64_t onset : {10, 50}) {
            spotting::KnownExpression truth;
            truth.onset = {onset};
            truth.offset = FrameIndex{onset + 9};
            truth.type = annotation::ExpressionType::Macro;
            film.expressions.push_back(truth);
        }
        set.films.push_back(film);
        training::FoldFilm found{"f", "s", {}, {}};
        for (const auto& [onset, score] : {std::pair<int, double>{10, 0.9}, {50, 0.6}, {90, 0.3}}) {
            annotation::Proposal proposal;
            proposal.onset = proposal.apex = {onset};
            proposal.offset = {onset + 9};
            proposal.score = score;
            found.proposals.push_back(proposal);
        }
        const auto curve = scoreCurve("x", annotation::ExpressionType::Macro, set, {found});
        QCOMPARE(curve.points.size(), std::size_t(3));
        QCOMPARE(curve.points[0].precision, 2.0 / 3.0);
        QCOMPARE(curve.points[0].recall, 1.0);
        QCOMPARE(curve.points[1].precision, 1.0);
        QCOMPARE(curve.points[2].recall, 0.5);
        QVERIFY(scoreCurve("x", annotation::ExpressionType::Micro, set, {found}).points.empty());
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

MIEN_UI_TEST(TestTrainWorkspace)

} // namespace tst_train_workspace

#include "tst_train_workspace.moc"
