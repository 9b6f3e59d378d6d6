// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/network_passes.h"
#include "core/pipeline/spot_by_network.h"
#include "probe_network.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <ctime>

namespace tst_spot_by_network {

using namespace mien;
using namespace mien::pipeline;

namespace {

/// Regions 0 and 1 move region 2, which moves region 3: 2 --> 3 is the one edge that must be directed, so
/// E_f is region 2. Without `linked` all move for themselves.
motion::FaceMotionSeries film(std::int64_t frames, bool linked, std::uint64_t seed = 1) {
    Rng rng(seed);
    motion::FaceMotionSeries series;
    series.fps = 30.0;
    std::array<cv::Vec2f, motion::kRegionCount> at{};
    for (std::int64_t i = 0; i < frames; ++i) {
        std::array<cv::Vec2f, motion::kRegionCount> moved;
        for (auto& v : moved)
            v = {static_cast<float>(0.01 * rng.normal()), static_cast<float>(0.01 * rng.normal())};
        if (linked) {
            moved[2] = moved[0] + moved[1] + 0.5f * moved[2];
            moved[3] = moved[2] + 0.5f * moved[3];
        }
        motion::FrameMotion m;
        m.frame = FrameIndex{i};
        m.state = face::Scorability::Scorable;
        for (std::size_t r = 0; r < at.size(); ++r)
            m.displacement[r] = at[r] += moved[r];
        series.frames.push_back(m);
    }
    return series;
}

spotting::NetworkModel model() {
    spotting::NetworkModel m;
    m.name = "probe 1";
    m.recipe.preset = "causal-ex";
    m.normalisation = {{0.002, -0.001}, {0.01, 0.02}};
    m.recipe.proposals.microApex = m.recipe.proposals.macroApex = 0.3;
    m.prior[1] = m.prior[12] = 1.0; // regions 0 and 1
    return m;
}

struct Probe {
    std::unique_ptr<NetworkSpotter> spotter;
    const test::ProbeNetwork* network;
};

Probe probe(spotting::NetworkModel m = model()) {
    auto network = std::make_unique<test::ProbeNetwork>(m.recipe.input.channels());
    m.recipe.shape = network->shape();
    const auto* raw = network.get();
    return {NetworkSpotter::of(std::move(m), std::move(network)).value(), raw};
}

PassGraphs someGraph() {
    RegionMatrix a{}, b{};
    a[2 * 12 + 3] = 1.0;
    b[1] = b[12] = 1.0;
    return {messageGraph(a, b, {}), {}};
}

fairness::Lambdas lambdas(double null, double masked) {
    fairness::Lambdas l;
    l.null.fill(null);
    l.masked.fill(masked);
    return l;
}

} // namespace

class TestSpotByNetwork : public QObject {
    Q_OBJECT

private slots:
    void piecesMakeNoDifference_data() {
        QTest::addColumn<int>("frames");
        for (const int frames : {1, 2, 6, 7, 8, 100, 301})
            QTest::addRow("%d frames", frames) << frames;
    }
    void piecesMakeNoDifference() {
        QFETCH(int, frames);
        const auto input = spotting::networkInput(film(frames, true), {});
        const auto m = model();
        const test::ProbeNetwork network(2);
        const auto whole =
            passOver(network, input, m.normalisation, someGraph(), {}, static_cast<std::size_t>(frames));
        MIEN_VERIFY(whole);
        QCOMPARE(network.calls, 1);
        QCOMPARE(network.largest, frames + 14);
        QCOMPARE(whole->size(), static_cast<std::size_t>(10 * frames));
        for (const std::size_t piece : {1u, 2u, 5u, 64u, 100u, 4096u}) {
            const auto pieces = passOver(network, input, m.normalisation, someGraph(), {}, piece);
            MIEN_VERIFY(pieces);
            QCOMPARE(*pieces, *whole); // plain loops: to the bit
        }
    }
    void whatSurroundsAFilmIsStill() {
        // The film with 40 still samples on both sides says the same of what is in between.
        const auto input = spotting::networkInput(film(50, true), {});
        auto longer = input;
        longer.values.insert(longer.values.begin(), 40 * 24, 0.0f);
        longer.values.insert(longer.values.end(), 40 * 24, 0.0f);
        longer.scorable.insert(longer.scorable.begin(), 80, 1);
        const test::ProbeNetwork network(2);
        const auto a = passOver(network, input, model().normalisation, someGraph(), {}).value();
        const auto b = passOver(network, longer, model().normalisation, someGraph(), {}).value();
        QCOMPARE(a, std::vector<float>(b.begin() + 400, b.begin() + 900));
    }
    void aStillFilmSaysTheSameOfEverySample() {
        const auto input = spotting::networkInput(film(80, true), {});
        const test::ProbeNetwork network(2);
        const auto one = stillPass(network, model().normalisation, someGraph()).value();
        const auto all =
            passOver(network, spotting::withoutMovement(input), model().normalisation, someGraph(), {})
                .value();
        QCOMPARE(one.size(), std::size_t{10});
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all[i], one[i % 10]);
    }
    void longFilmsAreHandedOverInPieces() {
        const auto p = probe();
        MIEN_VERIFY(p.spotter->predict(film(10'000, false), {}, {}));
        QCOMPARE(p.network->largest, 1024 + 14);
        QCOMPARE(p.network->calls, 2); // eight pieces and two
    }

    void withoutLambdaThePredictionIsWhatItWas() {
        const auto p = probe();
        const auto series = film(400, true);
        const auto plain = p.spotter->predict(series, {}, {});
        const auto all = p.spotter->predict(series, {true, true}, {});
        MIEN_VERIFY(plain);
        MIEN_VERIFY(all);
        QVERIFY(plain->null.values.empty() && plain->masked.values.empty());
        QCOMPARE(all->predicted.values, plain->predicted.values);
        QCOMPARE(all->null.samples(), std::size_t{400});
        QCOMPARE(all->masked.samples(), std::size_t{400});
        const auto zero = correctedSpotting(*all, {}, {}, "x");
        MIEN_VERIFY(zero);
        QCOMPARE(zero->corrected.values, plain->predicted.values);
        QVERIFY(all->masked.values != plain->predicted.values);
    }
    void theFactualGraphServesTheCounterfactuals() {
        const auto p = probe();
        const auto series = film(600, true);
        MIEN_VERIFY(p.spotter->predict(series, {}, {}));
        const auto graph = p.network->graphs;
        const auto all = p.spotter->predict(series, {true, true}, {});
        MIEN_VERIFY(all);
        QCOMPARE(p.network->graphs, graph); // of the last call: the masked film's
        QCOMPARE(all->graph.essential, std::vector<int>{2});
        QVERIFY(all->graph.directedEdges >= 1);
        QVERIFY(QString::fromStdString(all->graphUsed).contains("causal graph"));
        // Masking by hand gives the same.
        const auto masked = spotting::onlyRegions(spotting::networkInput(series, {}), all->graph.essential);
        const auto logits = passOver(*p.network, masked, model().normalisation, {graph, {}}, {}).value();
        QCOMPARE(all->masked.values, spotting::probabilitiesOf(logits).values);
    }
    void withoutADirectedEdgeOnlyThePriorPassesMessagesAndNothingIsMasked() {
        const auto p = probe();
        const auto series = film(120, false, 5);
        const auto all = p.spotter->predict(series, {true, true}, {});
        MIEN_VERIFY(all);
        QCOMPARE(all->graph.directedEdges, 0);
        QVERIFY(all->masked.values.empty());
        QVERIFY(!all->null.values.empty());
        QVERIFY2(QString::fromStdString(all->graphUsed).startsWith("the prior B (loso) alone"),
                 all->graphUsed.c_str());
        QCOMPARE(p.network->graphs, messageGraph({}, model().prior, {}));
        const auto f = correctedSpotting(*all, lambdas(0.0, 0.9), {}, "x"); // λ₂ has nothing to take off
        MIEN_VERIFY(f);
        QCOMPARE(f->corrected.values, all->predicted.values);
    }
    void aModelWithoutFilmGraphSearchesNone() {
        auto m = model();
        m.recipe.graph.film = false;
        auto p = probe(m);
        const auto plain = p.spotter->predict(film(300, true), {}, {});
        MIEN_VERIFY(plain);
        QCOMPARE(plain->graphUsed, std::string("the prior B (loso) alone"));
        QCOMPARE(p.network->graphs, messageGraph({}, m.prior, m.recipe.graph));
        const auto masked = p.spotter->predict(film(300, true), {false, true}, {}); // E_f is of use even so
        MIEN_VERIFY(masked);
        QVERIFY(!masked->masked.values.empty());
        QCOMPARE(p.network->graphs, messageGraph({}, m.prior, m.recipe.graph));
        m.prior = {};
        p = probe(m);
        QCOMPARE(p.spotter->predict(film(30, true), {}, {})->graphUsed,
                 std::string("none, each region by itself"));
    }
    void laterLayersUseThePriorWhereTheModelSaysSo() {
        auto m = model();
        QVERIFY(probe(m).spotter->predict(film(300, true), {}, {}));
        m.recipe.graph.laterLayersPrior = true;
        const auto p = probe(m);
        MIEN_VERIFY(p.spotter->predict(film(300, true), {}, {}));
        QCOMPARE(p.network->laterGraphs, messageGraph({}, m.prior, m.recipe.graph));
        QVERIFY(p.network->laterGraphs != p.network->graphs);
    }

    void slidersNeedNoNetwork() {
        const auto p = probe();
        const auto series = film(900, true);
        SpotByNetworkOptions options;
        options.counterfactuals = true;
        const auto once = spotByNetwork(*p.spotter, series, options, {});
        MIEN_VERIFY(once);
        QVERIFY(!once->result.proposals.empty());
        const int calls = p.network->calls;
        for (const double l : {0.0, 0.1, 0.3}) {
            const auto redrawn =
                correctedSpotting(once->prediction, lambdas(l, l / 2), model().recipe.proposals, "probe 1");
            MIEN_VERIFY(redrawn);
            QCOMPARE(p.network->calls, calls);
            options.lambdas = lambdas(l, l / 2);
            options.counterfactuals = false;
            const auto again = probe();
            const auto anew = spotByNetwork(*again.spotter, series, options, {});
            MIEN_VERIFY(anew);
            QCOMPARE(redrawn->corrected.values, anew->result.corrected.values);
            QCOMPARE(redrawn->proposals.size(), anew->result.proposals.size());
            for (std::size_t i = 0; i < redrawn->proposals.size(); ++i) {
                QCOMPARE(redrawn->proposals[i].interval(), anew->result.proposals[i].interval());
                QCOMPARE(redrawn->proposals[i].score, anew->result.proposals[i].score);
                QCOMPARE(redrawn->proposals[i].spotter, std::string("probe 1"));
            }
        }
    }
    void theModelsOwnCorrectionIsTheDefault() {
        auto m = model();
        m.correction.null[2] = 0.25;
        m.correction.logit = true;
        const auto p = probe(m);
        const auto series = film(200, true);
        const auto own = spotByNetwork(*p.spotter, series, {}, {});
        MIEN_VERIFY(own);
        QVERIFY(!own->prediction.null.values.empty());
        QVERIFY(own->prediction.masked.values.empty()); // no λ asks for it
        SpotByNetworkOptions none;
        none.lambdas = fairness::Lambdas{};
        const auto plain = spotByNetwork(*p.spotter, series, none, {});
        MIEN_VERIFY(plain);
        QVERIFY(plain->prediction.null.values.empty());
        QVERIFY(own->result.corrected.values != plain->result.corrected.values);
        QCOMPARE(plain->result.corrected.values, plain->prediction.predicted.values);
    }
    void aLambdaWithoutItsCounterfactualIsRefused() {
        const auto p = probe();
        const auto plain = p.spotter->predict(film(50, false), {}, {}).value();
        const auto f = correctedSpotting(plain, lambdas(0.2, 0.0), {}, "");
        QVERIFY(!f);
        QCOMPARE(f.error().code, ErrorCode::InvalidArgument);
    }
    void headsAreNamedAlikeInModelsAndCorrections() {
        static_assert(spotting::Correction::kHeads == fairness::kHeads);
        for (int h = 0; h < fairness::kHeads; ++h)
            QCOMPARE(spotting::Correction::kHeadNames[static_cast<std::size_t>(h)],
                     fairness::nameOf(static_cast<fairness::Head>(h)));
    }

    void proposalsNameTheRegionsThatMoved() {
        const auto p = probe();
        const auto series = film(900, true);
        const auto once = spotByNetwork(*p.spotter, series, {}, {}).value();
        QVERIFY(!once.result.proposals.empty());
        for (const auto& proposal : once.result.proposals) {
            QVERIFY(!proposal.regions.empty());
            QVERIFY(std::ranges::is_sorted(proposal.regions, std::ranges::greater{},
                                           &annotation::RegionShare::displacement));
            QVERIFY(proposal.onset < proposal.apex && proposal.apex < proposal.offset);
        }
    }
    void filmsOfNoOneAndTwoFrames() {
        const auto p = probe();
        for (const std::int64_t frames : {0, 1, 2}) {
            SpotByNetworkOptions options;
            options.counterfactuals = true;
            const auto out = spotByNetwork(*p.spotter, film(frames, true), options, {});
            MIEN_VERIFY(out);
            QCOMPARE(out->prediction.predicted.samples(), static_cast<std::size_t>(frames));
            QVERIFY(out->result.proposals.empty());
        }
        auto broken = film(5, true);
        broken.fps = 0.0;
        QCOMPARE(spotByNetwork(*p.spotter, broken, {}, {}).error().code, ErrorCode::InvalidArgument);
    }
    void progressNeverFallsAndStopsAreHeard() {
        const auto p = probe();
        double last = 0.0;
        bool fell = false;
        JobContext job;
        job.onProgress = [&](double fraction, std::string_view) {
            fell = fell || fraction < last;
            last = fraction;
        };
        MIEN_VERIFY(p.spotter->predict(film(9000, true), {true, true}, job));
        QVERIFY(!fell && last == 1.0);
        std::stop_source stop;
        stop.request_stop();
        JobContext stopped{stop.get_token(), {}, 0};
        const auto out = p.spotter->predict(film(9000, true), {}, stopped);
        QVERIFY(!out);
        QCOMPARE(out.error().code, ErrorCode::Cancelled);
    }
    void whatDoesNotFitIsRefused() {
        auto m = model();
        m.recipe.input.signal = "movement+position"; // 4 channels, the normalisation and network have 2
        auto network = std::make_unique<test::ProbeNetwork>(2);
        m.recipe.shape = network->shape();
        QVERIFY(!NetworkSpotter::of(m, std::move(network)));
        QVERIFY(!NetworkSpotter::of(model(), nullptr));
    }

    void theRealNetworkFromItsFolder() {
        QTemporaryDir dir;
        const auto folder = std::filesystem::path(dir.path().toStdString()) / "model";
        const auto absent = NetworkSpotter::load(folder);
        QVERIFY(!absent);
        QCOMPARE(absent.error().code, ErrorCode::MissingDependency);

        spotting::NetworkModel m = model();
        m.recipe = spotting::recipePreset("mien").value();
        MIEN_VERIFY(m.recipe.settle());
        m.normalisation = {std::vector<double>(4, 0.0), std::vector<double>(4, 0.01)};
        const auto network = nn::SpottingNetwork::create(m.recipe.shape, 3).value();
        MIEN_VERIFY(spotting::writeModel(folder, {m, network->weights().value(), "card"}));
        const auto spotter = NetworkSpotter::load(folder);
        MIEN_VERIFY(spotter);

        const auto series = film(9000, true);
        const auto input = spotting::networkInput(series, m.recipe.input);
        const auto prediction = (*spotter)->predict(series, {true, true}, {});
        MIEN_VERIFY(prediction);
        // In one pass, and with the network that was never written.
        const PassGraphs graphs{messageGraph(prediction->graph.a, m.prior, m.recipe.graph), {}};
        const auto whole = passOver(*network, input, m.normalisation, graphs, {}, 9000).value();
        const auto expected = spotting::probabilitiesOf(whole);
        double worst = 0.0;
        for (std::size_t i = 0; i < expected.values.size(); ++i)
            worst = std::max(
                worst, static_cast<double>(std::abs(expected.values[i] - prediction->predicted.values[i])));
        QVERIFY2(worst < 1e-5, qPrintable(QString::number(worst)));
        const auto still = spotting::probabilitiesOf(
            passOver(*network, spotting::withoutMovement(input), m.normalisation, graphs, {}).value());
        for (std::size_t i = 0; i < still.values.size(); ++i)
            QVERIFY(std::abs(still.values[i] - prediction->null.values[i]) < 1e-5f);

        const auto hour = film(30 * 3600, true);
        const auto begin = std::clock();
        MIEN_VERIFY(spotByNetwork(**spotter, hour, {}, {{}, {}, 1}));
        qInfo("an hour of film: %.2f s of processor time",
              static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
};

MIEN_TEST(TestSpotByNetwork)

} // namespace tst_spot_by_network

#include "tst_spot_by_network.moc"
