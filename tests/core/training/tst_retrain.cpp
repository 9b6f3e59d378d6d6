// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/retrain.h"
#include "core/training/spotting_model.h"
#include "planted_set.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <numeric>

using namespace mien;
using namespace mien::training;
using annotation::ExpressionType;
using annotation::Proposal;

namespace {

JobContext oneThread() {
    JobContext job;
    job.threads = 1;
    return job;
}

/// Expressions that lie in the second half are no longer told of; `watched`: that half was not looked at.
SpottingSet halfTold(SpottingSet set, bool watched) {
    for (auto& film : set.films) {
        std::erase_if(film.expressions, [](const auto& e) { return e.onset.value >= 150; });
        if (watched)
            film.watched = {{{0}, {149}}};
    }
    return set;
}

/// Of the films from the fourth on nobody told anything: at most that nothing happens in their first 15
/// frames.
SpottingSet mostlyUntold(SpottingSet set, bool watched) {
    for (std::size_t i = 3; i < set.films.size(); ++i) {
        set.films[i].expressions.clear();
        if (watched)
            set.films[i].watched = {{{0}, {14}}};
    }
    return set;
}

Proposal at(std::int64_t onset, std::int64_t offset, ExpressionType type = ExpressionType::Micro) {
    Proposal p;
    p.onset = {onset};
    p.apex = {(onset + offset) / 2};
    p.offset = {offset};
    p.type = type;
    p.score = 0.5;
    return p;
}

SpottingFilm filmOf(const std::string& subject, std::vector<spotting::KnownExpression> known) {
    SpottingFilm film;
    film.name = subject + ".mp4";
    film.subject = subject;
    film.expressions = std::move(known);
    return film;
}

spotting::KnownExpression truth(std::int64_t onset, std::int64_t offset) {
    return {{onset}, FrameIndex{(onset + offset) / 2}, FrameIndex{offset}, ExpressionType::Micro};
}

std::unique_ptr<pipeline::NetworkSpotter> spotterOf(const spotting::ModelFolder& folder) {
    auto network = nn::SpottingNetwork::create(folder.model.recipe.shape, 0).value();
    (void)network->setWeights(folder.weights);
    return pipeline::NetworkSpotter::of(folder.model, std::move(network)).value();
}

} // namespace

class TestRetrain : public QObject {
    Q_OBJECT

private slots:
    void whatNobodyWatchedIsNoNegative() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 40; // with 20 one seed of four has not yet learnt the difference
        recipe.optimisation.selection = "last";
        recipe.tuneThresholds = false;
        recipe.windows.onlyWithExpressions = false; // else what is wrongly held for nothing is not even shown
        const auto full = plantedSet(12, recipe);
        std::vector<std::size_t> train(9), test{9, 10, 11};
        std::iota(train.begin(), train.end(), 0);
        // How likely the network holds the apexes of people it has not seen, on average.
        const auto certainty = [&](const SpottingSet& taught) {
            SpotterTraining training;
            training.recipe = recipe;
            training.seed = 3;
            training.train = train;
            const auto trained = trainSpotter(nullptr, taught, training, oneThread()).value();
            double sum = 0.0, count = 0.0;
            const auto spotted = spotWith(nullptr, full, test, trained, recipe, "cpu").value();
            for (const auto& film : spotted)
                for (const auto& e : film.film->expressions) {
                    const bool micro = e.type == ExpressionType::Micro;
                    sum += static_cast<double>(film.outputs.at(
                        static_cast<std::size_t>(film.film->input.sampleOf(*e.apex)), micro ? 6 : 7));
                    count += 1.0;
                }
            return sum / count;
        };
        const double masked = certainty(mostlyUntold(full, true)),
                     asNegative = certainty(mostlyUntold(full, false));
        QVERIFY2(masked > 0.8, qPrintable(QString::number(masked)));
        QVERIFY2(masked > asNegative + 0.15,
                 qPrintable(QString("%1 against %2").arg(masked).arg(asNegative)));
    }

    void labelsOfAnUnwatchedStretchDoNotTouchTheTraining() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 2;
        recipe.limitsFromTraining = false;
        recipe.windows.onlyWithExpressions = false;
        const auto full = plantedSet(4, recipe);
        auto told = full;
        for (auto& film : told.films)
            film.watched = {{{0}, {149}}};
        const auto weights = [&](const SpottingSet& set) {
            SpotterTraining training;
            training.recipe = recipe;
            training.train = {0, 1, 2};
            training.choose = {3};
            return trainSpotter(nullptr, set, training, oneThread()).value().weights;
        };
        auto untold = halfTold(full, true);
        // A film that is chosen by still has its late expressions as truth: none may be there.
        told.films[3].expressions = untold.films[3].expressions;
        QVERIFY(weights(told) == weights(untold));
    }

    void proposalsWhereNobodyWatchedAreNeitherRightNorWrong() {
        auto film = filmOf("s1", {truth(10, 20)});
        film.watched = {{{0}, {50}}};
        const std::vector<Proposal> said{at(10, 20), at(30, 40), at(46, 55), at(47, 55), at(80, 90)};
        const auto counts = countsIn(film, said);
        QCOMPARE(counts.micro, (evaluation::SpottingCounts{1, 2, 0})); // 46-55 is watched by half
        film.watched.clear();
        QCOMPARE(countsIn(film, said).micro, (evaluation::SpottingCounts{1, 4, 0}));
    }

    void twoSpottersAreComparedFilmByFilm() {
        const std::vector<SpottingFilm> films{filmOf("s1", {truth(10, 20), truth(50, 60)}),
                                              filmOf("s2", {truth(10, 20)}), filmOf("S1", {})};
        std::vector<const SpottingFilm*> all;
        for (const auto& film : films)
            all.push_back(&film);
        const std::vector<std::vector<Proposal>> first{{at(10, 20), at(80, 90)}, {}, {}};
        const std::vector<std::vector<Proposal>> second{
            {at(11, 21), at(50, 60), at(81, 90)}, {at(10, 20), at(100, 110)}, {}};
        const auto result = compared(all, first, second);
        QCOMPARE(result.subjects, 2); // s1 and S1 are one person
        QCOMPARE(result.overall.first, (evaluation::SpottingCounts{1, 1, 2}));
        QCOMPARE(result.overall.second, (evaluation::SpottingCounts{3, 2, 0}));
        QCOMPARE(result.macro.first, evaluation::SpottingCounts{});
        QVERIFY(result.overall.differenceBounds.has_value());
        QVERIFY(result.overall.differenceBounds->low <= result.overall.difference() &&
                result.overall.difference() <= result.overall.differenceBounds->high);
        using Kind = Difference::Kind;
        QCOMPARE(result.films[0].differences,
                 (std::vector<Difference>{{Kind::OnlySecondFinds, {{50}, {60}}, ExpressionType::Micro}}));
        QCOMPARE(result.films[1].differences,
                 (std::vector<Difference>{{Kind::OnlySecondFinds, {{10}, {20}}, ExpressionType::Micro},
                                          {Kind::OnlySecondErrs, {{100}, {110}}, ExpressionType::Micro}}));
        QVERIFY(result.films[2].differences.empty());
    }

    void aModelThatKnowsNothingIsBeatenOnPeopleThatTheNewOneHasNotSeen() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 25;
        auto set = plantedSet(10, recipe);
        for (std::size_t i = 0; i < 6; ++i)
            set.films[i].reviewed = static_cast<std::int64_t>(i + 1);
        SpotterTraining nothing;
        nothing.recipe = recipe;
        nothing.recipe.optimisation.epochs = 1;
        nothing.recipe.optimisation.learningRate = 1e-8;
        nothing.recipe.optimisation.selection = "last";
        nothing.train = {6, 7};
        const auto idle = trainSpotter(nullptr, set, nothing, oneThread());
        MIEN_VERIFY(idle);
        const auto folder = modelFolder(*idle, set, nothing, {});
        const auto old = spotterOf(folder);

        RetrainOptions options;
        options.recipe = recipe;
        options.folds = 3;
        options.goOn = false;
        options.seed = 2;
        QTemporaryDir dir;
        options.folder = std::filesystem::path(dir.path().toStdString()) / "run";
        const auto result = retrain(nullptr, set, old.get(), folder.weights, options, oneThread());
        MIEN_VERIFY(result);
        QCOMPARE(result->folds, 3);
        QVERIFY(!result->wentOn);
        QVERIFY(result->heldOut.has_value());
        QCOMPARE(result->heldOut->films.size(), std::size_t{6}); // the reviewed ones, each once
        QCOMPARE(result->training.train.size() + result->training.choose.size(), std::size_t{10});
        QVERIFY2(result->better(), result->verdict().c_str());
        QVERIFY(std::filesystem::is_empty(options.folder)); // no checkpoint is left

        // Against itself nothing is better, and with one reviewed person nothing can be said.
        auto again = *result;
        again.heldOut->overall.differenceBounds = evaluation::F1Bounds{-0.1, 0.2};
        QVERIFY(!again.better());
        QVERIFY(again.verdict().find("chance") != std::string::npos);
        for (std::size_t i = 1; i < 6; ++i)
            set.films[i].reviewed = 0;
        options.recipe.optimisation.epochs = 1;
        const auto alone = retrain(nullptr, set, old.get(), folder.weights, options, oneThread());
        MIEN_VERIFY(alone);
        QVERIFY(!alone->heldOut && !alone->better());
    }

    void goingOnBeginsWithWhatTheOldModelKnows() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 30;
        auto set = plantedSet(12, recipe);
        SpotterTraining training;
        training.recipe = recipe;
        training.train = {4, 5, 6, 7, 8, 9};
        training.choose = {10, 11};
        const auto trained = trainSpotter(nullptr, set, training, oneThread());
        MIEN_VERIFY(trained);
        const auto folder = modelFolder(*trained, set, training, {});
        const auto old = spotterOf(folder);
        auto few = set;
        few.films.resize(4);
        for (std::size_t i = 0; i < 4; ++i)
            few.films[i].reviewed = static_cast<std::int64_t>(i + 1);
        RetrainOptions options;
        options.recipe = recipeToGoOn(folder.model);
        options.recipe.optimisation.epochs = 2;
        options.folds = 2;
        const auto gentle = retrain(nullptr, few, old.get(), folder.weights, options, oneThread());
        MIEN_VERIFY(gentle);
        QVERIFY(gentle->wentOn);
        options.goOn = false;
        const auto anew = retrain(nullptr, few, old.get(), folder.weights, options, oneThread());
        MIEN_VERIFY(anew);
        QVERIFY2(gentle->heldOut->overall.second.f1() > anew->heldOut->overall.second.f1(),
                 qPrintable(QString("%1, %2")
                                .arg(gentle->heldOut->overall.second.f1())
                                .arg(anew->heldOut->overall.second.f1())));
        // A network of another shape cannot be gone on from.
        options.goOn = true;
        options.recipe.shape.temporalWidth = 8;
        QVERIFY(!retrain(nullptr, few, old.get(), folder.weights, options, oneThread())->wentOn);
    }
};

QTEST_GUILESS_MAIN(TestRetrain)
#include "tst_retrain.moc"
