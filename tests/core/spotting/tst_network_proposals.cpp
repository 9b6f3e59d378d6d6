// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/spotting/network_proposals.h"
#include "network_films.h"
#include "support/verify.h"

#include <ctime>

namespace tst_network_proposals {

using namespace mien;
using namespace mien::spotting;
using annotation::ExpressionType;

namespace {

enum Output { MicroStart, MicroEnd, MicroNone, MacroStart, MacroEnd, MacroNone, MicroApex, MacroApex };

/// Nothing anywhere: edges 0.1 / 0.1 / 0.8, apexes 0.1.
FrameProbabilities quiet(std::size_t samples) {
    FrameProbabilities p;
    for (std::size_t s = 0; s < samples; ++s)
        for (const float v : {0.1f, 0.1f, 0.8f, 0.1f, 0.1f, 0.8f, 0.1f, 0.1f, 0.1f, 0.1f})
            p.values.push_back(v);
    return p;
}

void plant(FrameProbabilities& p, bool micro, std::size_t start, std::size_t apex, std::size_t end,
           float sure = 0.9f) {
    p.at(start, micro ? MicroStart : MacroStart) = sure;
    p.at(apex, micro ? MicroApex : MacroApex) = sure;
    p.at(end, micro ? MicroEnd : MacroEnd) = sure;
}

/// "micro 10-14-18; …", with the score where asked for.
QString textOf(const std::vector<annotation::Proposal>& proposals) {
    QStringList parts;
    for (const auto& p : proposals)
        parts << QString("%1 %2-%3-%4")
                     .arg(p.type == ExpressionType::Micro ? "micro" : "macro")
                     .arg(p.onset.value)
                     .arg(p.apex.value)
                     .arg(p.offset.value);
    return parts.join("; ");
}

/// The rules of AUW-GCN's code.
ProposalOptions parity(int macroFurthest = 29, int macroLongest = 88, int macroMost = 5) {
    ProposalOptions o;
    o.macro = {7, macroFurthest, 15, macroLongest};
    o.apexes = "every";
    o.microMost = 5;
    o.macroMost = macroMost;
    return o;
}

QString found(const FrameProbabilities& p, const ProposalOptions& options = {}) {
    return textOf(proposalsOf(p, test::blankInput(static_cast<std::int64_t>(p.samples())), options, "x"));
}

KnownExpression macro(std::int64_t onset, std::int64_t lengthFrames) {
    return {FrameIndex{onset}, std::nullopt, FrameIndex{onset + lengthFrames - 1}, ExpressionType::Macro};
}

} // namespace

class TestNetworkProposals : public QObject {
    Q_OBJECT

private slots:
    void probabilitiesAreSoftmaxAndSigmoid() {
        const std::vector<float> logits{0,
                                        0,
                                        0, // equal
                                        std::log(1.0f),
                                        std::log(2.0f),
                                        std::log(5.0f),
                                        0,
                                        2,
                                        -2,
                                        100};
        const auto p = probabilitiesOf(logits);
        const std::array<double, 10> expected{1 / 3.0, 1 / 3.0, 1 / 3.0,  0.125,    0.25,
                                              0.625,   0.5,     0.880797, 0.119203, 1.0};
        for (int i = 0; i < 10; ++i)
            QVERIFY(std::abs(static_cast<double>(p.at(0, i)) - expected[static_cast<std::size_t>(i)]) < 1e-6);
    }
    void logitsOfAnySizeGiveProbabilities() {
        const float big = 3e38f;
        const std::vector<float> logits{big, -big, 0, -big, -big, -big, big, -big, 88.8f, -104};
        const auto p = probabilitiesOf(logits);
        QCOMPARE(p.at(0, 0), 1.0f);
        QCOMPARE(p.at(0, 1), 0.0f);
        QCOMPARE(p.at(0, 3), 1.0f / 3.0f);
        QCOMPARE(p.at(0, 6), 1.0f);
        QCOMPARE(p.at(0, 7), 0.0f);
        for (const float v : p.values)
            QVERIFY(v >= 0.0f && v <= 1.0f);
        QCOMPARE(probabilitiesOf({}).samples(), std::size_t{0});
    }

    void oneExpressionOfEachType() {
        auto p = quiet(120);
        plant(p, true, 10, 14, 18);
        plant(p, false, 50, 65, 90, 0.8f);
        const auto film = test::blankInput(120);
        const auto proposals = proposalsOf(p, film, {}, "net 1");
        QCOMPARE(textOf(proposals), QString("micro 10-14-18; macro 50-65-90"));
        QVERIFY(std::abs(proposals[0].score - 0.9 * 0.9 * 0.9) < 1e-6);
        QVERIFY(std::abs(proposals[1].score - 0.8 * 0.8 * 0.8) < 1e-6);
        QCOMPARE(proposals[0].spotter, std::string("net 1"));
        QCOMPARE(textOf(proposalsOf(p, film, parity(), "")), QString("micro 10-14-18; macro 50-65-90"));
    }

    void limitsHoldAtBothEnds_data() {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("expected");
        // Micro, apex at 30: start and end 2 … 7 samples away, 5 … 12 long.
        QTest::newRow("inside") << 26 << 34 << "micro 26-30-34";
        QTest::newRow("furthest start, nearest end") << 23 << 32 << "micro 23-30-32";
        QTest::newRow("nearest start, furthest end") << 28 << 37 << "micro 28-30-37";
        QTest::newRow("start too near") << 29 << 34 << "";
        QTest::newRow("start too far") << 22 << 34 << "";
        QTest::newRow("end too near") << 26 << 31 << "";
        QTest::newRow("end too far") << 26 << 38 << "";
        QTest::newRow("shortest") << 27 << 32 << "micro 27-30-32";
        QTest::newRow("too short") << 28 << 32 << "";
        QTest::newRow("longest") << 23 << 35 << "micro 23-30-35";
        QTest::newRow("too long") << 23 << 36 << "";
    }
    void limitsHoldAtBothEnds() {
        QFETCH(int, start);
        QFETCH(int, end);
        QFETCH(QString, expected);
        auto p = quiet(60);
        plant(p, true, static_cast<std::size_t>(start), 30, static_cast<std::size_t>(end));
        ProposalOptions options;
        options.micro = {2, 7, 5, 12};
        QCOMPARE(found(p, options), expected);
        options.apexes = "every";
        QCOMPARE(found(p, options), expected);
    }

    void theLikeliestStartAndEndAreTaken() {
        auto p = quiet(60);
        plant(p, true, 25, 30, 36, 0.7f);
        p.at(27, MicroStart) = 0.8f;
        p.at(33, MicroEnd) = 0.9f;
        QCOMPARE(found(p), QString("micro 27-30-33"));
        p.at(25, MicroStart) = 0.8f; // of equals the first
        QCOMPARE(found(p), QString("micro 25-30-33"));
    }
    void aStartMustBeatTheEndThereAndTheReverse() {
        auto p = quiet(60);
        plant(p, true, 26, 30, 34, 0.45f);
        p.at(30, MicroApex) = 0.9f;
        QCOMPARE(found(p), QString("micro 26-30-34"));
        auto startLoses = p, endLoses = p;
        startLoses.at(26, MicroEnd) = 0.45f; // not above
        QCOMPARE(found(startLoses), QString());
        endLoses.at(34, MicroStart) = 0.46f;
        QCOMPARE(found(endLoses), QString());
    }
    void anApexMustBeLikelierThanTheThreshold() {
        auto p = quiet(60);
        plant(p, true, 26, 30, 34);
        p.at(30, MicroApex) = 0.5f;
        QCOMPARE(found(p), QString());
        ProposalOptions options;
        options.microApex = 0.4;
        QCOMPARE(found(p, options), QString("micro 26-30-34"));
        p.at(30, MicroApex) = 0.500001f;
        QCOMPARE(found(p), QString("micro 26-30-34"));
    }
    void peaksAloneOrEverySampleAboveTheThreshold() {
        // Two apexes on one slope: 30 with 0.9 and 33 with 0.6, whose start and end differ.
        auto p = quiet(60);
        plant(p, true, 26, 30, 34);
        for (const std::size_t s : {31u, 32u, 33u})
            p.at(s, MicroApex) = 0.6f;
        p.at(39, MicroEnd) = 0.95f; // within 7 of 32 and 33, not of 30
        ProposalOptions options;
        options.nmsIou = 1.0;
        QCOMPARE(found(p, options), QString("micro 26-30-34"));
        options.apexes = "every";
        // From 31 (24 … 29, 33 … 38): again 26-34; from 32 and 33: 26 … 39.
        QCOMPARE(found(p, options),
                 QString("micro 26-30-34; micro 26-31-34; micro 26-32-39; micro 26-33-39"));
        options.nmsIou = 0.5; // 8 / 13 overlaps more than that
        QCOMPARE(found(p, options), QString("micro 26-30-34"));
    }
    void aPlateauHasOnePeakInItsMiddle() {
        auto p = quiet(60);
        plant(p, true, 26, 30, 36);
        for (const std::size_t s : {29u, 30u, 31u, 32u})
            p.at(s, MicroApex) = 1.0f;
        QCOMPARE(found(p), QString("micro 26-30-36"));
        p.at(33, MicroApex) = 1.0f; // five: 31
        QCOMPARE(found(p), QString("micro 26-31-36"));
        p.at(28, MicroApex) = 0.7f; // a step is no peak
        p.at(27, MicroApex) = 0.7f;
        QCOMPARE(found(p), QString("micro 26-31-36"));
    }

    void lessCertainOverlapsAreDropped() {
        auto p = quiet(80);
        plant(p, true, 20, 25, 30, 0.9f); // 10 long
        plant(p, true, 26, 32, 36, 0.7f); // 10 long, 4 shared: 4 / 16
        QCOMPARE(found(p), QString("micro 20-25-30; micro 26-32-36"));
        ProposalOptions options;
        options.nmsIou = 0.25; // not above
        QCOMPARE(found(p, options), QString("micro 20-25-30; micro 26-32-36"));
        options.nmsIou = 0.24;
        QCOMPARE(found(p, options), QString("micro 20-25-30"));
        options.nmsIou = 0.5;
        options.microMost = 1;
        QCOMPARE(found(p, options), QString("micro 20-25-30"));
    }
    void typesDoNotSuppressEachOther() {
        auto p = quiet(80);
        plant(p, true, 30, 35, 40);
        plant(p, false, 28, 36, 44);
        QCOMPARE(found(p), QString("macro 28-36-44; micro 30-35-40"));
    }
    void theMostCertainOfAFilmAreKept() {
        auto p = quiet(400);
        for (std::size_t i = 0; i < 8; ++i)
            plant(p, true, 20 + 40 * i, 25 + 40 * i, 30 + 40 * i, 0.6f + 0.05f * static_cast<float>(i % 4));
        QCOMPARE(found(p).count("micro"), 8);
        // 0.75 at 140 and 300, 0.7 at 100 and 260, of the 0.65s the first
        QCOMPARE(found(p, parity()), QString("micro 60-65-70; micro 100-105-110; micro 140-145-150; "
                                             "micro 260-265-270; micro 300-305-310"));
    }

    void whatCannotBeScoredHoldsNoApexAndIsNotBridged() {
        auto p = quiet(120);
        plant(p, true, 26, 30, 34);
        plant(p, false, 50, 65, 90);
        auto film = test::blankInput(120);
        film.scorable[30] = 0;
        QCOMPARE(textOf(proposalsOf(p, film, {}, "")), QString("macro 50-65-90"));
        film.scorable[30] = 1;
        film.scorable[32] = 0; // between apex and end
        film.scorable[49] = 0; // beside the start
        QCOMPARE(textOf(proposalsOf(p, film, {}, "")), QString("macro 50-65-90"));
        film.scorable[50] = 0;
        QCOMPARE(textOf(proposalsOf(p, film, {}, "")), QString());
    }
    void filmBordersAreEnds() {
        auto p = quiet(12);
        plant(p, true, 0, 4, 11);
        QCOMPARE(found(p), QString("micro 0-4-11"));
        auto shorter = quiet(5); // no room behind the apex
        plant(shorter, true, 0, 3, 4);
        QCOMPARE(found(shorter), QString());
        for (const std::size_t n : {0u, 1u, 2u, 3u}) {
            auto tiny = quiet(n);
            for (std::size_t s = 0; s < n; ++s)
                tiny.at(s, MicroApex) = tiny.at(s, MacroApex) = 0.9f;
            QCOMPARE(found(tiny), QString());
            QCOMPARE(found(tiny, parity()), QString());
        }
    }
    void windowBordersInterruptNothing() {
        auto p = quiet(600);
        plant(p, false, 240, 256, 270);
        plant(p, true, 508, 512, 516);
        QCOMPARE(found(p), QString("macro 240-256-270; micro 508-512-516"));
    }
    void framesAreOfTheFilm() {
        auto p = quiet(100);
        plant(p, true, 20, 25, 31);
        auto film = test::blankInput(100);
        film.filmFps = 200.0;
        film.filmFrames = 667;
        QCOMPARE(textOf(proposalsOf(p, film, {}, "")), QString("micro 133-167-207"));
    }
    void aConstantPredictorOfALongFilmEnds() {
        auto p = quiet(108'000);
        for (std::size_t s = 0; s < p.samples(); ++s) {
            p.at(s, MacroApex) = 0.9f;
            p.at(s, s % 2 ? MacroStart : MacroEnd) = 0.8f;
        }
        const auto begin = std::clock();
        QVERIFY(found(p, parity()).count("macro") == 5);
        auto options = parity(29, 88, 0);
        QVERIFY(found(p, options).count("macro") > 1000);
        QVERIFY(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 10.0);
        QCOMPARE(found(p).count("macro"), 1); // one plateau
    }

    void macroSpansNeverExceedTwiceTheFurthest_data() {
        QTest::addColumn<int>("furthest");
        QTest::addColumn<int>("longest");
        QTest::newRow("CAS(ME)²: 58") << 29 << 88;
        QTest::newRow("SAMM-LV: 54") << 27 << 81;
    }
    void macroSpansNeverExceedTwiceTheFurthest() {
        QFETCH(int, furthest);
        QFETCH(int, longest);
        const auto options = parity(furthest, longest, 0);
        QCOMPARE(possibleSpans(options.macro), std::pair(15, 2 * furthest));
        Rng rng(7);
        FrameProbabilities p;
        for (int i = 0; i < 20'000 * 10; ++i)
            p.values.push_back(static_cast<float>(rng.uniform()));
        std::int64_t widest = 0;
        for (const auto& proposal : proposalsOf(p, test::blankInput(20'000), options, ""))
            if (proposal.type == ExpressionType::Macro)
                widest = std::max(widest, proposal.offset - proposal.onset);
        QVERIFY(widest <= 2 * furthest);
        QVERIFY(widest > furthest);
    }
    void theCeilingOfRecall() {
        const auto options = parity();
        // 59 frames is the longest proposal: of 118 frames it is exactly half, of 119 less.
        const std::vector<KnownExpression> lengths{macro(0, 20), macro(100, 118), macro(300, 119),
                                                   macro(500, 8), macro(600, 7)};
        const std::vector<KnownExpression> crowd{macro(0, 30),   macro(50, 30),  macro(100, 30),
                                                 macro(150, 30), macro(200, 30), macro(250, 30)};
        const std::vector<KnownExpression> others{
            {FrameIndex{5}, FrameIndex{9}, std::nullopt, ExpressionType::Macro}, // without offset
            {FrameIndex{5}, std::nullopt, FrameIndex{13}, ExpressionType::Micro}};
        const std::vector<FilmExpressions> films{{lengths, 1.0}, {crowd, 1.0}, {others, 1.0}, {}};
        const auto ceiling = recallCeiling(films, options);
        // 20, 118 and 8 (the shortest proposal has 16 frames), five of six, none without offset
        QCOMPARE(ceiling, (RecallCeiling{1, 12, 1, 8}));
        auto any = options;
        any.macroMost = 0;
        any.macro = {1, 100, 1, 200};
        QCOMPARE(recallCeiling(films, any), (RecallCeiling{1, 12, 1, 11}));
        // At twice the rate of samples the same frames are twice as long.
        const std::vector<FilmExpressions> faster{{lengths, 2.0}};
        QCOMPARE(recallCeiling(faster, options).reachableMacro, 3); // 8, 7 and 20
        any.macro = {30, 20, 5, 50};
        QCOMPARE(recallCeiling(films, any).reachableMacro, 0);
    }

    void limitsFollowTheTrainingExpressions() {
        std::vector<KnownExpression> all;
        for (int i = 0; i < 98; ++i) // rise 10 … 13, fall 20 … 26
            all.push_back({FrameIndex{0}, FrameIndex{10 + i % 4}, FrameIndex{10 + i % 4 + 20 + i % 7},
                           ExpressionType::Macro});
        all.push_back({FrameIndex{0}, FrameIndex{200}, FrameIndex{900}, ExpressionType::Macro});
        all.push_back({FrameIndex{0}, FrameIndex{1}, FrameIndex{2}, ExpressionType::Macro});
        all.push_back({FrameIndex{0}, std::nullopt, std::nullopt, ExpressionType::Macro});
        for (int i = 0; i < 4; ++i)
            all.push_back({FrameIndex{0}, FrameIndex{3}, FrameIndex{6}, ExpressionType::Micro});
        const std::vector<FilmExpressions> films{{all, 1.0}};
        ProposalOptions base;
        base.macroApex = 0.3;
        const auto limits = limitsFrom(films, 0.98, base);
        QCOMPARE(limits.macroApex, 0.3);
        QCOMPARE(limits.micro, base.micro); // only four
        const auto [nearest, furthest, shortest, longest] = limits.macro;
        QCOMPARE(nearest, 10);
        QCOMPARE(furthest, 26);
        QCOMPARE(shortest, 30);
        QVERIFY(longest == 38 || longest == 39);
        const auto whole = limitsFrom(films, 1.0).macro;
        QCOMPARE(whole, (DurationLimits{1, 700, 2, 900}));
        const std::vector<FilmExpressions> half{{all, 0.5}};
        QCOMPARE(limitsFrom(half, 0.98).macro.furthest, 13);
    }
    void limitsHoldTheShareThatIsAskedFor() {
        Rng rng(11);
        std::vector<KnownExpression> all;
        for (int i = 0; i < 200; ++i) {
            const auto rise = static_cast<std::int64_t>(std::exp(2.5 + 0.6 * rng.normal())) + 1;
            const auto fall = static_cast<std::int64_t>(std::exp(3.0 + 0.6 * rng.normal())) + 1;
            all.push_back(
                {FrameIndex{7}, FrameIndex{7 + rise}, FrameIndex{7 + rise + fall}, ExpressionType::Macro});
        }
        const std::vector<FilmExpressions> films{{all, 1.0}};
        int before = 0;
        for (const double coverage : {0.5, 0.8, 0.9, 0.98, 1.0}) {
            const auto l = limitsFrom(films, coverage).macro;
            const auto held = std::ranges::count_if(all, [&](const KnownExpression& e) {
                const auto rise = *e.apex - e.onset, fall = *e.offset - *e.apex;
                return std::min(rise, fall) >= l.nearest && std::max(rise, fall) <= l.furthest &&
                       rise + fall >= l.shortest && rise + fall <= l.longest;
            });
            QVERIFY(static_cast<double>(held) >= coverage * 200.0);
            QVERIFY(l.furthest >= before); // wider, never narrower
            before = l.furthest;
        }
    }
};

MIEN_TEST(TestNetworkProposals)

} // namespace tst_network_proposals

#include "tst_network_proposals.moc"
