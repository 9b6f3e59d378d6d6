// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/evaluation/spotting_score.h"
#include "support/verify.h"

namespace tst_spotting_score {

using namespace mien;
using namespace mien::evaluation;
using annotation::EventTable;
using annotation::ExpressionType;
using annotation::parseEventTable;

namespace {

EventTable table(const std::string& rows) {
    const auto parsed = parseEventTable("vid,pred_onset,pred_offset,type\n" + rows, "planted.csv");
    if (!parsed)
        qFatal("%s", parsed.error().sentence().c_str());
    return *parsed;
}

SpottingScore score(const EventTable& truth, const EventTable& predicted, SpottingScoreOptions options = {}) {
    const auto result = scoreSpotting(truth, predicted, options, {});
    if (!result)
        qFatal("%s", result.error().sentence().c_str());
    return *result;
}

bool counts(const SpottingCounts& c, std::int64_t tp, std::int64_t fp, std::int64_t fn) {
    if (c == SpottingCounts{tp, fp, fn})
        return true;
    qWarning("tp %lld fp %lld fn %lld", static_cast<long long>(c.tp), static_cast<long long>(c.fp),
             static_cast<long long>(c.fn));
    return false;
}

// Macro events of 20 frames and micro events of 10, in two films.
const std::string kTruth = "a,100,119,mae\na,200,219,mae\na,300,309,me\nb,50,69,mae\nb,80,89,me\n";

EventTable shifted(EventTable events, std::int64_t frames) {
    for (auto& e : events.events) {
        e.onset = e.onset + frames;
        e.offset = *e.offset + frames;
    }
    return events;
}

EventTable random(Rng& rng, std::size_t rows) {
    std::string text;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto onset = rng.below(60);
        text += std::string(rng.below(2) ? "a" : "b") + "," + std::to_string(onset) + "," +
                std::to_string(onset + rng.below(25)) + (rng.below(2) ? ",mae\n" : ",me\n");
    }
    return table(text);
}

} // namespace

class TestSpottingScore : public QObject {
    Q_OBJECT

private slots:
    void perfectPredictionScoresOne() {
        const auto s = score(table(kTruth), table(kTruth));
        QVERIFY(counts(s.macro, 3, 0, 0));
        QVERIFY(counts(s.micro, 2, 0, 0));
        QCOMPARE(s.overall().f1(), 1.0);
    }

    void aShiftCountsUntilTheOverlapFallsBelowHalf() {
        // Length n shifted by k: IoU (n-k)/(n+k) >= 1/2 as long as k <= n/3: 6 of 20 frames, 3 of 10.
        const auto truth = table(kTruth);
        QVERIFY(counts(score(truth, shifted(truth, 3)).overall(), 5, 0, 0));
        QVERIFY(counts(score(truth, shifted(truth, 4)).macro, 3, 0, 0));
        QVERIFY(counts(score(truth, shifted(truth, 4)).micro, 0, 2, 2));
        QVERIFY(counts(score(truth, shifted(truth, 6)).macro, 3, 0, 0));
        QVERIFY(counts(score(truth, shifted(truth, -7)).macro, 0, 3, 3));
    }

    void oneTruthIsFoundOnce() {
        const auto truth = table("a,100,119,mae\n");
        const auto twice = table("a,100,119,mae\na,101,119,mae\n");
        QVERIFY(counts(score(truth, twice).macro, 1, 1, 0));
        QVERIFY(counts(score(truth, twice, {.matching = "pairs"}).macro, 2, 0, 0));
        QVERIFY(counts(score(twice, truth).macro, 1, 0, 1));
    }

    void oneToOneFindsTheBestAssignment() {
        // The first prediction overlaps both truths, the second only the first truth: both can be served.
        const auto truth = table("a,0,9,mae\na,4,13,mae\n");
        const auto predicted = table("a,2,11,mae\na,0,8,mae\n");
        QVERIFY(counts(score(truth, predicted).macro, 2, 0, 0));
    }

    void emptyTablesAreScored() {
        QVERIFY(counts(score(table(kTruth), table("")).overall(), 0, 0, 5));
        QVERIFY(counts(score(table(""), table(kTruth)).overall(), 0, 5, 0));
        const auto nothing = score(table(""), table(""));
        QVERIFY(counts(nothing.overall(), 0, 0, 0));
        QCOMPARE(nothing.overall().f1(), 0.0);
        QCOMPARE(nothing.overall().precision(), 0.0);
    }

    void theWrongTypeIsAMissAndAFalseAlarm() {
        const auto s = score(table("a,100,119,mae\n"), table("a,100,119,me\n"));
        QVERIFY(counts(s.macro, 0, 0, 1));
        QVERIFY(counts(s.micro, 0, 1, 0));
    }

    void anUnknownFilmIsFalseAlarmsAndNamed() {
        const auto s = score(table("a,100,119,mae\n"), table("c,100,119,mae\n"));
        QVERIFY(counts(s.overall(), 0, 1, 1));
        QCOMPARE(s.videosOnlyPredicted, std::vector<std::string>{"c"});
    }

    void aFilmIsTheSameWithAndWithoutItsExtension() {
        const auto s = score(table("a.mp4,100,119,mae\nb.1,5,9,me\n"), table("a,100,119,mae\nb.2,5,9,me\n"));
        QVERIFY(counts(s.macro, 1, 0, 0));
        QVERIFY(counts(s.micro, 0, 1, 1));
        QCOMPARE(s.videosOnlyPredicted, std::vector<std::string>{"b.2"});
    }

    void exactlyHalfCountsUnlessStrict() {
        const auto truth = table("a,0,19,mae\n");
        const auto half = table("a,0,9,mae\n");
        QVERIFY(counts(score(truth, half).macro, 1, 0, 0));
        QVERIFY(counts(score(truth, half, {.strict = true}).macro, 0, 1, 1));
    }

    void exclusiveEndsChangeTheLengths() {
        // Inclusive 6 of 11 frames; exclusive 5 of 10: the same; but 0-10 against 0-4 is 5/11 or 4/10.
        const auto truth = table("a,0,7,me\n");
        const auto predicted = table("a,0,3,me\n"); // inclusive 4/8, exclusive 3/7
        QVERIFY(counts(score(truth, predicted).micro, 1, 0, 0));
        QVERIFY(counts(score(truth, predicted, {.ends = "exclusive"}).micro, 0, 1, 1));
    }

    void theNumberOfTheFirstFrameIsTakenOff() {
        const auto truth = table("a,1,3,me\n");
        const auto predicted = table("a,2,5,me\n"); // 2 of 5 frames as it stands, 3 of 4 with the base
        QVERIFY(counts(score(truth, predicted).micro, 0, 1, 1));
        QVERIFY(counts(score(truth, predicted, {.predBase = 1}).micro, 1, 0, 0));
        QVERIFY(counts(score(truth, predicted, {.truthBase = 1}).micro, 0, 1, 1));
    }

    void aTruthWithoutOffsetStaysInTheDenominator() {
        const auto truth = parseEventTable(
            "subject,video_name,start_frame,apex_frame,end_frame,type_idx,au\ns,a,100,109,0,1,4\n",
            "truth.csv");
        MIEN_VERIFY(truth);
        const auto predicted = table("a,100,109,mae\n");
        const auto plain = score(*truth, predicted);
        QVERIFY(counts(plain.macro, 0, 1, 1));
        QCOMPARE(plain.truthsWithoutOffset, std::int64_t{1});
        QVERIFY(counts(score(*truth, predicted, {.missingOffset = "apex"}).macro, 1, 0, 0));
    }

    void publishedCountsGiveThePublishedScores() {
        // MEGC 2020 baseline (MDMD), official counts; overall CAS(ME)² .0198 .3641 .0376, SAMM-LV F1 .0445.
        SpottingScore cas{{109, 1414, 191}, {21, 5014, 36}, 0, {}};
        QVERIFY(counts(cas.overall(), 130, 6428, 227));
        QCOMPARE(QString::number(cas.overall().precision(), 'f', 4), QStringLiteral("0.0198"));
        QCOMPARE(QString::number(cas.overall().recall(), 'f', 4), QStringLiteral("0.3641"));
        QCOMPARE(QString::number(cas.overall().f1(), 'f', 4), QStringLiteral("0.0376"));
        SpottingScore samm{{22, 334, 321}, {29, 1407, 130}, 0, {}};
        QVERIFY(counts(samm.overall(), 51, 1741, 451));
        QCOMPARE(QString::number(samm.overall().f1(), 'f', 4), QStringLiteral("0.0445"));
    }

    void countsRespectTheirBounds() {
        Rng rng(11);
        for (int round = 0; round < 300; ++round) {
            const auto truth = random(rng, rng.below(12));
            const auto predicted = random(rng, rng.below(12));
            for (const char* matching : {"one-to-one", "pairs"}) {
                const auto s = score(truth, predicted, {.iou = 0.3, .matching = matching}).overall();
                for (const double value : {s.precision(), s.recall(), s.f1()})
                    QVERIFY(value >= 0.0 && value <= 1.0);
                if (std::string_view(matching) == "one-to-one") {
                    QCOMPARE(s.tp + s.fp, static_cast<std::int64_t>(predicted.events.size()));
                    QCOMPARE(s.tp + s.fn, static_cast<std::int64_t>(truth.events.size()));
                }
            }
        }
    }

    void exchangingTheTablesExchangesPrecisionAndRecall() {
        Rng rng(12);
        for (int round = 0; round < 300; ++round) {
            const auto a = random(rng, rng.below(12));
            const auto b = random(rng, rng.below(12));
            const auto there = score(a, b).overall();
            const auto back = score(b, a).overall();
            QVERIFY(counts(there, back.tp, back.fn, back.fp));
        }
    }

    void theOrderOfRowsDoesNotMatter() {
        Rng rng(13);
        for (int round = 0; round < 300; ++round) {
            const auto truth = random(rng, 10);
            auto predicted = random(rng, 10);
            const auto before = score(truth, predicted);
            for (std::size_t i = predicted.events.size(); i > 1; --i)
                std::swap(predicted.events[i - 1], predicted.events[rng.below(i)]);
            const auto after = score(truth, predicted);
            QVERIFY(before.macro == after.macro && before.micro == after.micro);
        }
    }

    void oneMoreCorrectPredictionNeverLowersTheHits() {
        Rng rng(14);
        for (int round = 0; round < 300; ++round) {
            const auto truth = random(rng, 10);
            auto predicted = random(rng, 8);
            const auto before = score(truth, predicted).overall().tp;
            predicted.events.push_back(truth.events[rng.below(truth.events.size())]);
            const auto after = score(truth, predicted).overall().tp;
            QVERIFY(after == before || after == before + 1);
        }
    }

    void badRowsAreNamedWithTheirLine() {
        const auto truth = table(kTruth);
        const auto broken = table("a,10,20,mae\na,30,20,mae\n");
        const auto result = scoreSpotting(truth, broken, {}, {});
        QVERIFY(!result);
        QCOMPARE(QString::fromStdString(result.error().location), QStringLiteral("planted.csv:3"));
        QVERIFY(!scoreSpotting(truth, table("a,30,,mae\n"), {}, {}));
        QVERIFY(!scoreSpotting(truth, truth, {.iou = 0.0}, {}));
        QVERIFY(!scoreSpotting(truth, truth, {.iou = std::nan("")}, {}));
        QVERIFY(!scoreSpotting(truth, truth, {.matching = "other"}, {}));
    }
};

MIEN_TEST(TestSpottingScore)

} // namespace tst_spotting_score

#include "tst_spotting_score.moc"
