// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/pipeline/spot_by_network.h"
#include "core/training/spotting_model.h"
#include "core/training/spotting_trainer.h"
#include "planted_set.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <numeric>
#include <set>

namespace tst_spotting_training {

using namespace mien;
using namespace mien::training;

class TestSpottingTraining : public QObject {
    Q_OBJECT

private:
    static SpotterTraining trainingOf(const SpottingSet& set, const spotting::SpottingRecipe& recipe) {
        SpotterTraining training;
        training.recipe = recipe;
        training.seed = 3;
        std::vector<std::size_t> all(set.films.size());
        std::iota(all.begin(), all.end(), 0);
        std::tie(training.train, training.choose) = setAside(set, all, 0.25, 3);
        return training;
    }
    static JobContext oneThread() {
        JobContext job;
        job.threads = 1;
        return job;
    }

private slots:
    void rowsThatCannotTeachAreLeftOutAndNamed() {
        const auto row = [](int number, std::optional<std::int64_t> onset, std::optional<std::int64_t> apex,
                            std::optional<std::int64_t> offset) {
            const auto frame = [](auto at) { return at ? std::optional(FrameIndex{*at}) : std::nullopt; };
            dataset::Sample sample;
            sample.row = number;
            sample.subject = "anna";
            sample.film = "a";
            sample.media = "a.mp4";
            sample.type = annotation::ExpressionType::Micro;
            sample.onset = frame(onset);
            sample.apex = frame(apex);
            sample.offset = frame(offset);
            return sample;
        };
        dataset::Dataset rows;
        rows.samples = {
            row(2, 10, 15, 20), row(3, 10, 10, 10), row(4, 10, {}, 20), row(5, 10, 15, {}), // learnt
            row(6, {}, 15, 20), row(7, 10, 21, 20), row(8, 10, 9, 20),  row(9, 10, {}, 9)};
        const auto outline = outlineOf(rows);
        QCOMPARE(outline.films, 1);
        QCOMPARE(outline.micro, 4);
        const std::string order = "its onset, apex and offset do not follow one another.";
        QCOMPARE(outline.leftOut, (std::vector<std::string>{"Row 6 (a) is left out: it has no onset.",
                                                            "Row 7 (a) is left out: " + order,
                                                            "Row 8 (a) is left out: " + order,
                                                            "Row 9 (a) is left out: " + order}));
    }

    void aPlantedMovementIsLearntAndFoundInFilmsOfOthers() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 30;
        const auto set = plantedSet(14, recipe);
        auto training = trainingOf(set, recipe);
        const std::vector<std::size_t> test(training.train.end() - 3, training.train.end());
        training.train.resize(training.train.size() - test.size());
        const auto trained = trainSpotter(nullptr, set, training, oneThread());
        MIEN_VERIFY(trained);
        QVERIFY(!trained->curve.empty());
        QVERIFY(trained->curve.back().trainLoss < 0.5 * trained->curve.front().trainLoss);
        QVERIFY(trained->epoch >= 1 && trained->epoch <= 30);
        const auto spotted = spotWith(nullptr, set, test, *trained, recipe, "cpu");
        MIEN_VERIFY(spotted);
        const auto check = checkFilms(*spotted, trained->proposals, false);
        QVERIFY2(check.counts.overall().f1() > 0.75,
                 qPrintable(QString::number(check.counts.overall().f1())));

        // Spotting names a head that moves; so what is chosen in training must not count it either.
        auto moving = set;
        for (auto& film : moving.films)
            for (auto& frame : film.series.frames) {
                frame.head = {0.05f, 0.0f};
                frame.displacement[0] = frame.displacement[2] = frame.displacement[1];
            }
        auto shaken = *spotted;
        for (auto& film : shaken)
            film.film = &moving.films[static_cast<std::size_t>(film.film - set.films.data())];
        const auto left = checkFilms(shaken, trained->proposals, false).counts;
        QVERIFY(check.counts.macro.tp > 0);
        QCOMPARE(left.macro.tp, std::int64_t{0});
        QCOMPARE(left.micro.tp, check.counts.micro.tp);
    }

    void aTrainingThatWasStoppedEndsWithTheSameWeightsBitForBit() {
        QTemporaryDir dir;
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 5;
        const auto set = plantedSet(6, recipe);
        auto training = trainingOf(set, recipe);
        const auto whole = trainSpotter(nullptr, set, training, oneThread());
        MIEN_VERIFY(whole);

        training.checkpoint = std::filesystem::path(dir.path().toStdString()) / "c.safetensors";
        for (int stopAfter = 1; stopAfter <= 4; ++stopAfter) {
            std::stop_source stop;
            auto job = oneThread();
            job.stop = stop.get_token();
            training.onEpoch = [&](const EpochRecord& record) {
                if (record.epoch == stopAfter)
                    stop.request_stop();
            };
            const auto stopped = trainSpotter(nullptr, set, training, job);
            QVERIFY(!stopped);
            QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        }
        std::vector<int> seen;
        training.onEpoch = [&](const EpochRecord& record) { seen.push_back(record.epoch); };
        const auto resumed = trainSpotter(nullptr, set, training, oneThread());
        MIEN_VERIFY(resumed);
        QCOMPARE(seen, (std::vector<int>{1, 2, 3, 4, 5}));
        QVERIFY(resumed->weights == whole->weights);
        QVERIFY(resumed->curve == whole->curve);
        QCOMPARE(resumed->epoch, whole->epoch);
        QCOMPARE(resumed->proposals.microApex, whole->proposals.microApex);
    }

    void whatATrainingMeasuresIsWhatTheModelSaysWhenItIsUsed() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 2;
        auto set = plantedSet(4, recipe);
        // An expression at the film's very end: what the network holds to lie beyond it decides.
        for (std::size_t t = 290; t < 300; ++t)
            for (const std::size_t r : {8u, 10u})
                set.films[3].series.frames[t].displacement[r][1] -= 0.003f * static_cast<float>(t - 289);
        MIEN_VERIFY(prepare(set, recipe, {}));
        const auto training = trainingOf(set, recipe);
        const auto trained = trainSpotter(nullptr, set, training, oneThread());
        MIEN_VERIFY(trained);
        const std::vector<std::size_t> films{3};
        const auto measured = spotWith(nullptr, set, films, *trained, recipe, "cpu");
        MIEN_VERIFY(measured);

        auto folder = modelFolder(*trained, set, training, {});
        auto network = nn::SpottingNetwork::create(folder.model.recipe.shape, 0);
        MIEN_VERIFY(network);
        MIEN_VERIFY((*network)->setWeights(folder.weights));
        const auto spotter = pipeline::NetworkSpotter::of(folder.model, *std::move(network));
        MIEN_VERIFY(spotter);
        const auto used = (*spotter)->predict(set.films[3].series, {}, oneThread());
        MIEN_VERIFY(used);
        QVERIFY(used->predicted.samples() == 300);
        QVERIFY(used->predicted.values == measured->front().outputs.values);
    }

    void anotherSeedGivesOtherWeights() {
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 1;
        const auto set = plantedSet(4, recipe);
        auto training = trainingOf(set, recipe);
        const auto one = trainSpotter(nullptr, set, training, oneThread());
        training.seed = 4;
        const auto other = trainSpotter(nullptr, set, training, oneThread());
        MIEN_VERIFY(one);
        MIEN_VERIFY(other);
        QVERIFY(one->weights != other->weights);
    }

    void aForeignOrDamagedCheckpointIsOneSentenceAndStays() {
        QTemporaryDir dir;
        auto recipe = quickRecipe();
        recipe.optimisation.epochs = 1;
        const auto set = plantedSet(4, recipe);
        auto training = trainingOf(set, recipe);
        training.checkpoint = std::filesystem::path(dir.path().toStdString()) / "c.safetensors";
        MIEN_VERIFY(trainSpotter(nullptr, set, training, oneThread()));
        const auto bytes = readTextFile(training.checkpoint);
        MIEN_VERIFY(bytes);

        auto foreign = training;
        foreign.recipe.optimisation.learningRate = 0.02;
        const auto refused = trainSpotter(nullptr, set, foreign, oneThread());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(refused.error().sentence().find("another training") != std::string::npos ||
                refused.error().sentence().find("other options") != std::string::npos);
        QCOMPARE(readTextFile(training.checkpoint).value(), *bytes);

        MIEN_VERIFY(
            writeFileAtomically(training.checkpoint, std::string_view(*bytes).substr(0, bytes->size() / 2)));
        const auto damaged = trainSpotter(nullptr, set, training, oneThread());
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::Corrupt);
        QVERIFY(damaged.error().sentence().find("delete it to begin anew") != std::string::npos);
    }

    void filmsInWhichNothingHappensTeachNothing() {
        const auto recipe = quickRecipe();
        auto set = plantedSet(3, recipe);
        for (auto& film : set.films)
            film.expressions.clear();
        const auto trained = trainSpotter(nullptr, set, trainingOf(set, recipe), oneThread());
        QVERIFY(!trained);
        QCOMPARE(trained.error().code, ErrorCode::InvalidArgument);
    }

    void whoChoosesTheEpochIsNobodyWhoIsTrainedOn() {
        const auto recipe = quickRecipe();
        auto set = plantedSet(9, recipe);
        set.films[4].subject = " S1"; // the same person as s1, in other letters
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto [train, choose] = setAside(set, {0, 1, 2, 3, 4, 5, 6, 7, 8}, 0.3, seed);
            QCOMPARE(train.size() + choose.size(), std::size_t(9));
            QVERIFY(!train.empty() && !choose.empty());
            std::set<std::string> people;
            for (const std::size_t i : train)
                people.insert(i == 4 ? "s1" : set.films[i].subject);
            for (const std::size_t i : choose)
                QVERIFY(!people.contains(i == 4 ? "s1" : set.films[i].subject));
        }
        QVERIFY(setAside(set, {0, 4}, 0.5, 1).second.empty()); // one person cannot be parted
    }

    void aMirroredWindowSwapsSidesAndTurnsXRound() {
        PreparedFilm film;
        film.samples = 3;
        film.still.assign(12 * 2, 0.5f);
        for (std::size_t t = 0; t < 3; ++t)
            for (std::size_t r = 0; r < 12; ++r) {
                film.values.push_back(0.5f + static_cast<float>(r + 1));  // x
                film.values.push_back(0.5f + static_cast<float>(10 * r)); // y
            }
        film.labels.microEdge = film.labels.macroEdge = {2, 2, 2};
        film.labels.counted = {1, 1, 1};
        film.labels.microApex = film.labels.macroApex = film.labels.microAction =
            film.labels.macroAction = {0, 1, 0};
        film.graph.resize(144);
        std::iota(film.graph.begin(), film.graph.end(), 0.0f);
        spotting::WindowOptions options;
        options.length = 4;
        options.context = 1;
        const std::vector<PreparedFilm> films{film};
        const std::vector<ShownWindow> windows{{0, 0, false, 1.0}, {0, 0, true, 2.0}};
        BatchBuffer buffer;
        buffer.gather(windows, films, options, 2);
        const auto batch = buffer.batch();
        QCOMPARE(batch.windows, 2);
        QCOMPARE(batch.frames, 6);
        const auto value = [&](std::size_t window, std::size_t t, std::size_t region, std::size_t channel) {
            return batch.inputs[((window * 6 + t) * 12 + region) * 2 + channel];
        };
        QCOMPARE(value(0, 0, 3, 0), 0.5f);             // before the film nothing moves
        QCOMPARE(value(0, 1, 8, 0), 0.5f + 9.0f);      // left mouth corner
        QCOMPARE(value(1, 1, 10, 0), 0.5f - 2 * 9.0f); // is the right one in a mirror, twice as strong
        QCOMPARE(value(1, 1, 10, 1), 0.5f + 2 * 80.0f);
        QCOMPARE(value(1, 1, 0, 0), 0.5f - 2 * 6.0f); // outer brows change places
        QCOMPARE(batch.graphs[144 + 0 * 12 + 8], film.graph[5 * 12 + 10]);
        const auto labels = buffer.labels();
        QCOMPARE(labels.counted[3], std::uint8_t(0)); // beyond the film
        QCOMPARE(labels.microApex[5], 1.0f);
    }

    void aPriorOfTheTrainingSubjectsKnowsNobodyElse() {
        const auto recipe = quickRecipe();
        auto set = plantedSet(3, recipe);
        for (auto& sample : set.dataset.samples)
            sample.actionUnits = sample.subject == "s3" ? "25" : "12";
        spotting::GraphUse use;
        const std::vector<std::size_t> train{0, 1};
        use.prior = "loso";
        const auto loso = priorFor(set, train, use);
        MIEN_VERIFY(loso);
        QCOMPARE((*loso)[9 * 12 + 9], 0.0);
        QVERIFY((*loso)[8 * 12 + 8] > 0.9);
        use.prior = "released";
        QVERIFY(priorFor(set, train, use).value()[9 * 12 + 9] > 0.9);
        use.prior = "none";
        QCOMPARE(priorFor(set, train, use).value(), pipeline::RegionMatrix{});
    }
};

MIEN_TEST(TestSpottingTraining)

} // namespace tst_spotting_training

#include "tst_spotting_training.moc"
