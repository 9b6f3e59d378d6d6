// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/learnt_from.h"
#include "core/training/retrain.h"
#include "core/training/spotting_model.h"
#include "planted_set.h"
#include "support/reviewed_demo.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <numeric>

namespace tst_retrain {

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
        // Whom it knew by its beginning is known to the new one as well.
        CardFacts facts;
        facts.learntBefore = folder.model.provenance.learntFrom;
        const auto next = modelFolder(gentle->trained, few, gentle->training, facts);
        QCOMPARE(knownPeople(set.films, next.model.provenance.learntFrom).size(), std::size_t{12});
        // A network of another shape cannot be gone on from.
        options.goOn = true;
        options.recipe.shape.temporalWidth = 8;
        QVERIFY(!retrain(nullptr, few, old.get(), folder.weights, options, oneThread())->wentOn);
    }
    void whomTheOldModelHasLearntFromIsNotComparedOn() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 1;
        auto set = plantedSet(6, recipe);
        for (std::size_t i = 0; i < 6; ++i)
            set.films[i].reviewed = static_cast<std::int64_t>(i + 1);
        set.films[2].content = "some film";
        SpotterTraining training;
        training.recipe = recipe;
        training.train = {0, 1, 2};
        training.choose = {3};
        const auto trained = trainSpotter(nullptr, set, training, oneThread());
        MIEN_VERIFY(trained);
        const auto folder = modelFolder(*trained, set, training, {});
        QCOMPARE(folder.model.provenance.learntFrom.size(), std::size_t{5}); // four people and a film
        const auto old = spotterOf(folder);
        set.films[0].subject = " S1 "; // still s1
        set.films[2].subject = "somebody else in the same film";
        RetrainOptions options;
        options.recipe = recipe;
        for (const bool goOn : {true, false}) {
            options.goOn = goOn;
            const auto second = retrain(nullptr, set, old.get(), folder.weights, options, oneThread());
            MIEN_VERIFY(second);
            QCOMPARE(second->known, 4);
            QVERIFY(second->heldOut.has_value());
            QCOMPARE(second->heldOut->subjects, 2);
            for (const auto& film : second->heldOut->films)
                QVERIFY2(film.subject == "s5" || film.subject == "s6", film.subject.c_str());
            QVERIFY2(second->verdict().find("learnt from 4") != std::string::npos, second->verdict().c_str());
        }
        // Nobody is left, and that is said; the rules have learnt from nobody.
        auto known = set;
        known.films.resize(5);
        const auto third = retrain(nullptr, known, old.get(), folder.weights, options, oneThread());
        MIEN_VERIFY(third);
        QVERIFY(!third->heldOut && !third->better());
        QVERIFY2(third->verdict().find("fewer than two others") != std::string::npos,
                 third->verdict().c_str());
        QCOMPARE(retrain(nullptr, known, nullptr, {}, options, oneThread())->heldOut->subjects, 5);

        // Comparing later has the same rule.
        const auto later = compareSpotters(old.get(), nullptr, set.films, oneThread());
        MIEN_VERIFY(later);
        QCOMPARE(later->subjects, 2);
        QCOMPARE(later->known, 4);
        QVERIFY(later->unseen);
        known.films.resize(4);
        const auto flattering = compareSpotters(nullptr, old.get(), known.films, oneThread());
        MIEN_VERIFY(flattering);
        QCOMPARE(flattering->subjects, 4);
        QVERIFY(!flattering->unseen);
    }

    void aRetrainingThatWasStoppedGoesOnToTheSameWeights() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 6;
        auto set = plantedSet(4, recipe);
        for (std::size_t i = 0; i < 4; ++i)
            set.films[i].reviewed = static_cast<std::int64_t>(i + 1);
        RetrainOptions options;
        options.recipe = recipe;
        options.folds = 2;
        const auto whole = retrain(nullptr, set, nullptr, {}, options, oneThread());
        MIEN_VERIFY(whole);

        QTemporaryDir dir;
        options.folder = std::filesystem::path(dir.path().toStdString()) / "run";
        std::stop_source stop;
        auto job = oneThread();
        job.stop = stop.get_token();
        double reached = 0.0;
        job.onProgress = [&](double fraction, std::string_view) {
            reached = fraction;
            if (fraction > 0.5) // in the middle of the second of three trainings
                stop.request_stop();
        };
        const auto stopped = retrain(nullptr, set, nullptr, {}, options, job);
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(!std::filesystem::is_empty(options.folder));
        // After more review nothing of it fits: what is kept is let alone.
        auto more = set;
        more.films[0].watched = {{{0}, {200}}};
        MIEN_VERIFY(retrain(nullptr, more, nullptr, {}, options, oneThread()));
        QVERIFY(!std::filesystem::is_empty(options.folder));

        job = oneThread();
        std::optional<double> first;
        job.onProgress = [&](double fraction, std::string_view) {
            if (!first)
                first = fraction;
        };
        const auto resumed = retrain(nullptr, set, nullptr, {}, options, job);
        MIEN_VERIFY(resumed);
        QVERIFY(resumed->trained.weights == whole->trained.weights);
        QCOMPARE(resumed->trained.curve, whole->trained.curve);
        QCOMPARE(resumed->heldOut->overall.second, whole->heldOut->overall.second);
        QVERIFY2(first && *first > 0.3, "the first training was not done again");
        QVERIFY(std::filesystem::is_empty(options.folder));
    }

    void aFilmOfTheDatasetThatWasReviewedAsWellIsOneFilmOfOnePerson() {
        QTemporaryDir dir;
        const std::filesystem::path at = dir.path().toStdString();
        auto reviewed = test::reviewedDemo(at / "films", 3);
        dataset::Dataset beside;
        for (const auto& film : reviewed) {
            dataset::Sample sample;
            sample.subject = film.subject;
            sample.film = film.name;
            sample.media = film.media;
            sample.onset = {100};
            sample.offset = {110};
            sample.type = annotation::ExpressionType::Micro;
            beside.samples.push_back(sample);
        }
        // Rows that are left out do not say that nothing happens there.
        for (const auto& [onset, offset] : {std::pair{60, 50}, {250, 700}}) {
            auto sample = beside.samples[1];
            sample.onset = FrameIndex{onset};
            sample.offset = FrameIndex{offset};
            beside.samples.push_back(sample);
        }
        reviewed[0].subject.clear();
        reviewed[0].watched = {{{0}, {299}}, {{400}, {450}}};
        reviewed[1].subject = "ann";
        reviewed[1].watched = {{{300}, {599}}};
        pipeline::AnalyseOptions analysis;
        analysis.cacheDir = at / "cache";
        const auto set =
            spottingSet(beside, reviewed, test::ignorantModel("Old", 1).model.recipe, analysis, {});
        MIEN_VERIFY(set);
        QCOMPARE(set->films.size(), std::size_t{5}); // what was watched from end to end needs no dataset
        const auto frames = static_cast<std::int64_t>(set->films[0].series.frames.size());
        const std::vector<FrameInterval> first{{{300}, {399}}, {{451}, {frames - 1}}},
            second{{{0}, {49}}, {{61}, {249}}};
        QVERIFY(set->films[0].watched == first);
        QVERIFY(set->films[1].watched == second);
        QCOMPARE(set->films[1].expressions.size(), std::size_t{1});
        QCOMPARE(set->warnings.size(), std::size_t{2});
        QCOMPARE(set->films[1].subject, std::string("ann"));
        QCOMPARE(set->films[2].reviewed, std::int64_t{1});
        QCOMPARE(set->films[2].subject, std::string("s1")); // whom the project does not know
        QVERIFY(set->films[2].watched == reviewed[0].watched);
        QCOMPARE(set->films[4].reviewed, std::int64_t{3});
    }

    void reviewedFilmsBecomeAModelThatSaysHowItFared() {
        QTemporaryDir dir;
        const std::filesystem::path at = dir.path().toStdString();
        RetrainRequest request;
        request.reviewed = test::reviewedDemo(at / "films", 3);
        auto beyond = request.reviewed[0].expressions[0]; // the film has 600 frames
        beyond.offset = {600};
        request.reviewed[0].expressions.push_back(beyond);
        request.old = at / "old";
        MIEN_VERIFY(spotting::writeModel(request.old, test::ignorantModel("Old", 25)));
        request.analysis.cacheDir = at / "cache";
        request.facts.name = "New";
        request.out = at / "new";
        const auto done = retrainAndWrite(nullptr, request, {});
        MIEN_VERIFY(done);
        QCOMPARE(done->films, 3);
        QCOMPARE(done->expressions, 12);
        QVERIFY(done->retraining.wentOn);
        QCOMPARE(done->retraining.folds, 3);
        QVERIFY2(done->retraining.better(), done->retraining.verdict().c_str());
        QCOMPARE(done->warnings.size(), std::size_t{2}); // of whom the old one has learnt nobody knows
        QCOMPARE(done->warnings[0], std::string("film1.mp4 ends with frame 599; expressions that would end "
                                                "later are left out: 1."));
        const auto written = spotting::readModel(request.out);
        MIEN_VERIFY(written);
        const auto& p = written->model.provenance;
        QCOMPARE(p.films, 2);                          // one person chose
        QCOMPARE(p.learntFrom.size(), std::size_t{4}); // three people, one content
        QVERIFY(p.retrained && p.retrained->passed());
        QCOMPARE(p.retrained->old, std::string("Old"));
        const auto oldModel = spotting::readModelManifest(request.old);
        MIEN_VERIFY(oldModel);
        QVERIFY(p.retrained->replaces(&*oldModel));
        // Another model of that name is not what it came from.
        auto namesake = test::ignorantModel("Old", 25);
        namesake.weights.begin()->second.values.front() += 1.0f;
        MIEN_VERIFY(spotting::writeModel(at / "namesake", namesake));
        const auto other = spotting::readModelManifest(at / "namesake");
        MIEN_VERIFY(other);
        QVERIFY(!p.retrained->replaces(&*other));
        QCOMPARE(p.retrained->people, 3);
        QVERIFY(written->card.find(done->retraining.verdict()) != std::string::npos);
        QVERIFY(written->weights == done->retraining.trained.weights);

        // The old folder stands; the new one is not written over.
        const auto again = retrainAndWrite(nullptr, request, {});
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().code, ErrorCode::WriteFailed);
        // The same people once more: nobody is left whom the new model does not know.
        request.reviewed[0].expressions.pop_back();
        request.old = request.out;
        request.out = at / "newer";
        const auto second = retrainAndWrite(nullptr, request, {});
        MIEN_VERIFY(second);
        QCOMPARE(second->retraining.known, 3);
        QVERIFY(second->warnings.empty());
        auto newer = spotting::readModel(request.out);
        MIEN_VERIFY(newer);
        QVERIFY(newer->model.provenance.retrained && !newer->model.provenance.retrained->passed());
        // A later comparison is kept in manifest and card, in place of an earlier one.
        for (const double low : {-0.2, 0.1}) {
            setComparison(*newer, {"New", 4, 0.7, 0.5, low, 0.3});
            MIEN_VERIFY(spotting::writeModel(request.out, *newer, true));
            newer = spotting::readModel(request.out);
            MIEN_VERIFY(newer);
        }
        QVERIFY(newer->model.provenance.retrained->passed());
        const auto title = newer->card.find("## Compared later");
        QVERIFY(title != std::string::npos && newer->card.rfind("## Compared later") == title);
        QVERIFY(newer->card.find("+0.10 to +0.30") != std::string::npos);
    }
};

MIEN_TEST(TestRetrain)

} // namespace tst_retrain

#include "tst_retrain.moc"
