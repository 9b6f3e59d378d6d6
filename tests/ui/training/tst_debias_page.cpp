// SPDX-License-Identifier: GPL-3.0-or-later
// The Debias page on a run of planted films: curves, proposals, bars, the search for λ, the model's card.
#include "../../core/training/planted_set.h"
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/jobs/job_list.h"
#include "ui/training/debias_curves.h"
#include "ui/training/debias_page.h"
#include "ui/training/lambda_form.h"
#include "ui/training/odds_bars.h"
#include "ui/training/train_run.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>

namespace tst_debias_page {

using namespace mien;
using namespace mien::ui;
using fairness::Head;

class TestDebiasPage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    TrainedRunPtr m_run;

    struct Bench {
        JobList jobs;
        DebiasPage page{jobs};
        QStringList troubles, news;

        Bench() {
            QObject::connect(&page, &DebiasPage::failed, &page, [this](const QString& s) { troubles << s; });
            QObject::connect(&page, &DebiasPage::notice, &page, [this](const QString& s) { news << s; });
        }
        void show(const TrainedRunPtr& run) {
            QSignalSpy shown(&page, &DebiasPage::runShown);
            page.setRun(run);
            QTRY_COMPARE(shown.count(), 1);
            QVERIFY2(troubles.isEmpty(), qPrintable(troubles.join('\n')));
        }
    };

    static std::shared_ptr<const pipeline::Analysis> analysisOf(const training::SpottingFilm& film) {
        auto analysis = std::make_shared<pipeline::Analysis>();
        analysis->series = film.series;
        analysis->scorableFraction = 1.0;
        return analysis;
    }

private slots:
    void initTestCase() {
        TrainPlan plan;
        plan.recipe = training::quickRecipe();
        plan.recipe.optimisation.validationShare = 0.4;
        plan.films = [](const spotting::SpottingRecipe& recipe, const JobContext&) {
            auto set = training::plantedSet(10, recipe);
            set.films[3].graph.essential = {8}; // as if one graph had a directed edge
            return Result<training::SpottingSet>(std::move(set));
        };
        plan.trial = Trial::Folds;
        plan.folds = 2;
        plan.seed = 5;
        plan.out = m_folder.filePath("run").toStdString();
        TrainSink sink;
        auto result = runTraining(plan, sink, {});
        MIEN_VERIFY(result);
        m_run = result->run;
        QVERIFY(m_run);
        QCOMPARE(m_run->folds.size(), std::size_t(2));
    }

    void withoutLambdaItIsThePlainModelBitForBit() {
        Bench b;
        b.show(m_run);
        QVERIFY(b.page.form().lambdas().allZero());
        const auto predictions = predictRun(m_run, {});
        MIEN_VERIFY(predictions);
        QCOMPARE(b.page.films().count(), 10);
        for (std::size_t i = 0; i < (*predictions)->films.size(); ++i) {
            QVERIFY(b.page.selectFilm(static_cast<int>(i)));
            const auto& film = (*predictions)->films[i];
            const auto& fold = m_run->folds[(*predictions)->foldOf[i]];
            const auto found = std::ranges::find(fold.films, film.film->name, &training::FoldFilm::name);
            QVERIFY(found != fold.films.end());
            QCOMPARE(b.page.proposals().size(), found->proposals.size());
            for (std::size_t p = 0; p < found->proposals.size(); ++p) {
                QCOMPARE(b.page.proposals()[p].interval(), found->proposals[p].interval());
                QCOMPARE(b.page.proposals()[p].score, found->proposals[p].score);
            }
            for (std::size_t s = 0; s < film.predicted.samples(); s += 7)
                QCOMPARE(b.page.curves().valueAt(DebiasCurves::Corrected, s),
                         b.page.curves().valueAt(DebiasCurves::Factual, s));
            QCOMPARE(b.page.curves().drawnIn(DebiasCurves::Before),
                     b.page.curves().drawnIn(DebiasCurves::After));
        }
    }

    void aSliderChangesTheCurveOfItsHeadAtOnceAndNothingElse() {
        Bench b;
        b.show(m_run);
        QVERIFY(b.page.selectFilm(0));
        b.page.form().slider(Head::MacroApex, false).setValue(40);
        const auto p = b.page.curves().valueAt(DebiasCurves::Factual, 50);
        const auto still = b.page.curves().valueAt(DebiasCurves::Null, 50);
        QVERIFY(still > 0.0);
        const auto close = [](double x, double y) { return std::abs(x - y) < 1e-6; };
        QVERIFY(close(b.page.curves().valueAt(DebiasCurves::Corrected, 50),
                      std::clamp(p - 0.4 * still, 0.0, 1.0)));
        emit b.page.form().touched(Head::MicroApex);
        QVERIFY(close(b.page.curves().valueAt(DebiasCurves::Corrected, 50),
                      b.page.curves().valueAt(DebiasCurves::Factual, 50)));
        b.page.form().slider(Head::MicroApex, false).setValue(100);
        b.page.form().slider(Head::MacroApex, false).setValue(100);
        b.page.form().setLambdas({});
        QVERIFY(b.page.form().lambdas().allZero());
    }

    void theOddsFollowTheSliders() {
        Bench b;
        b.show(m_run);
        QTRY_VERIFY(b.page.bars().change().has_value());
        const auto plain = *b.page.bars().change();
        QVERIFY(plain.before.overall() == plain.after.overall());
        QVERIFY(std::ranges::any_of(plain.gaps, [](const auto& gap) { return gap.attribute == "set"; }));
        for (const auto& gap : plain.gaps)
            QVERIFY(gap.before == gap.after);
        fairness::Lambdas harsh;
        harsh.logit = false;
        for (const Head head : {Head::MicroApex, Head::MacroApex, Head::MicroStart, Head::MacroStart})
            harsh.null[static_cast<std::size_t>(head)] = 1.0;
        const auto predictions = predictRun(m_run, {});
        MIEN_VERIFY(predictions);
        const auto expected = oddsOf(**predictions, harsh, {});
        MIEN_VERIFY(expected);
        b.page.form().setLambdas(harsh);
        QTRY_VERIFY(b.page.bars().change()->after.overall() == expected->after.overall());
        QCOMPARE(b.page.bars().change()->gaps.size(), expected->gaps.size());
    }

    void searchingIsAJobWhoseAnswerTheSlidersTake() {
        Bench b;
        b.show(m_run);
        const auto expected = searchLambdas(m_run, {}, {});
        MIEN_VERIFY(expected);
        QVERIFY(expected->note.empty());
        QCOMPARE(expected->folds, 2);
        b.page.find();
        QVERIFY(b.page.busy());
        QTRY_COMPARE(b.news.size(), 1);
        QVERIFY2(b.troubles.isEmpty(), qPrintable(b.troubles.join('\n')));
        QVERIFY(b.page.form().lambdas().null == expected->lambdas.null);
    }

    void aSearchWithTooFewPeopleSaysSoAndLeavesTheSlidersAlone() {
        auto few = std::make_shared<TrainedRun>(*m_run);
        few->set.films.resize(1); // nobody can be set aside
        few->folds.clear();
        Bench b;
        b.page.setRun(few);
        b.page.form().slider(Head::MacroApex, false).setValue(40);
        b.page.find();
        QTRY_VERIFY(!b.page.busy());
        QTRY_COMPARE(b.news.size() + b.troubles.size(), 1);
        QCOMPARE(b.page.form().slider(Head::MacroApex, false).value(), 40);
    }

    void aSearchCanBeStopped() {
        Bench b;
        b.show(m_run);
        auto* button = b.page.findChild<QPushButton*>("find");
        QVERIFY(button);
        button->click();
        QVERIFY(b.page.busy());
        const QString stop = button->text();
        button->click();
        QTRY_VERIFY(!b.page.busy());
        QVERIFY(button->text() != stop && button->isEnabled());
        QVERIFY(b.troubles.isEmpty());
    }

    void whatIsKeptStandsInTheModelAndItsCard() {
        Bench b;
        b.show(m_run);
        b.page.form().slider(Head::MicroApex, false).setValue(35);
        b.page.keep();
        QVERIFY2(b.troubles.isEmpty(), qPrintable(b.troubles.join('\n')));
        const auto read = spotting::readModel(m_run->model);
        MIEN_VERIFY(read);
        QCOMPARE(read->model.correction.null[2], 0.35);
        QCOMPARE(QString::fromStdString(read->model.correction.by), QString("set by hand"));
        QVERIFY(read->card.find("| micro-apex | 0.35 |") != std::string::npos);
        Bench again;
        again.page.setModel(QString::fromStdString(m_run->model.string()));
        QCOMPARE(again.page.form().lambdas().null[2], 0.35);
        again.page.form().setLambdas({});
        again.page.keep();
    }

    void theOpenFilmIsSeenByTheModelAndApplied() {
        Bench b;
        b.page.setModel(QString::fromStdString(m_run->model.string()));
        QVERIFY(!b.page.applyButton().isEnabled());
        const auto analysis = analysisOf(m_run->set.films[0]);
        b.page.setOpenFilm("film.mp4", analysis);
        QTRY_VERIFY(b.page.applyButton().isEnabled());
        const auto said = predictFilm(m_run->model, analysis->series, {});
        MIEN_VERIFY(said);
        const auto plain =
            pipeline::correctedSpotting(said->film, {}, said->model.recipe.proposals, said->model.name);
        MIEN_VERIFY(plain);
        QCOMPARE(b.page.proposals().size(), plain->proposals.size());
        QVERIFY(!plain->proposals.empty());
        b.page.form().slider(Head::MacroApex, false).setValue(10);
        ProposalSet asked;
        connect(&b.page, &DebiasPage::applyAsked, &b.page, [&asked](const ProposalSet& set) { asked = set; });
        b.page.applyButton().click();
        QCOMPARE(asked.proposals.size(), b.page.proposals().size());
        QVERIFY(std::ranges::any_of(asked.proposals, [](const auto& one) { return !one.regions.empty(); }));
        const auto json = QJsonDocument::fromJson(asked.optionsJson.toUtf8()).object();
        QCOMPARE(json["lambda_null"].toObject()["macro-apex"].toDouble(), 0.1);
        QCOMPARE(b.page.curves().drawnIn(DebiasCurves::Coded), 0);
        b.page.setOpenFilm("film.mp4", analysis, {{{{3}, {9}}, annotation::ExpressionType::Micro}});
        QCOMPARE(b.page.curves().drawnIn(DebiasCurves::Coded), 1);
        b.page.setOpenFilm("other.mp4", nullptr);
        QVERIFY(!b.page.applyButton().isEnabled());
        QVERIFY(b.page.text().contains("other.mp4"));
    }

    void whatOnlyLooksLikeAnExpressionIsDrawnAsSuchAndAppliedAsDrawn() {
        auto analysis = std::make_shared<pipeline::Analysis>(*analysisOf(m_run->set.films[0]));
        for (auto& frame : analysis->series.frames) { // the whole upper face moves, and the head with it
            frame.displacement[2] = frame.displacement[1];
            frame.displacement[5] = frame.displacement[4];
            frame.head = {0.1f, 0.0f};
        }
        Bench b;
        b.page.resize(1200, 800);
        b.page.show();
        b.page.setModel(QString::fromStdString(m_run->model.string()));
        b.page.setOpenFilm("film.mp4", analysis);
        QTRY_VERIFY(b.page.applyButton().isEnabled());
        const auto lookAlike = [](const annotation::Proposal& one) { return !one.looksLike.empty(); };
        const auto said = predictFilm(m_run->model, analysis->series, {});
        MIEN_VERIFY(said);
        for (const int lambda : {0, 20}) {
            b.page.form().slider(Head::MacroApex, false).setValue(lambda);
            auto expected = pipeline::correctedSpotting(said->film, b.page.form().lambdas(),
                                                        said->model.recipe.proposals, said->model.name);
            MIEN_VERIFY(expected);
            pipeline::describe(analysis->series, expected->proposals);
            const auto others = std::ranges::count_if(expected->proposals, lookAlike);
            QVERIFY(others > 0);
            QCOMPARE(b.page.curves().lookalikesIn(DebiasCurves::After), static_cast<int>(others));
            QCOMPARE(b.page.curves().drawnIn(DebiasCurves::After),
                     static_cast<int>(expected->proposals.size()) - static_cast<int>(others));
            ProposalSet asked;
            connect(&b.page, &DebiasPage::applyAsked, &b.page,
                    [&asked](const ProposalSet& set) { asked = set; });
            b.page.applyButton().click();
            QVERIFY(asked.proposals == expected->proposals);
        }
        QVERIFY2(b.page.text().contains("looks like a blink or a head movement"), qPrintable(b.page.text()));
        const auto& curves = b.page.curves();
        QStringList found;
        for (int y = 0; y < curves.height(); y += 3)
            for (int x = 0; x < curves.width(); ++x)
                if (const QString text = curves.itemAt({x, y}); !text.isEmpty() && !found.contains(text))
                    found << text;
        QVERIFY2(!found.filter("Looks like head movement").isEmpty(), qPrintable(found.join('\n')));
        if (const QString to = qEnvironmentVariable("MIEN_PICTURES"); !to.isEmpty()) {
            QTest::qWait(300);
            b.page.grab().save(to + "/lookalikes.png");
        }
    }

    void aFolderThatHoldsNoModelIsOneSentence() {
        Bench b;
        b.page.setModel(m_folder.path());
        QCOMPARE(b.troubles.size(), 1);
    }
};

MIEN_UI_TEST(TestDebiasPage)

} // namespace tst_debias_page

#include "tst_debias_page.moc"
