// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/fairness/audit.h"
#include "core/fairness/audited_films.h"
#include "support/verify.h"

#include <QTest>

#include <cmath>

namespace tst_audit {

using namespace mien;
using namespace mien::fairness;
using annotation::ExpressionType;

namespace {

constexpr auto kMacro = ExpressionType::Macro;
constexpr auto kMicro = ExpressionType::Micro;

AuditedFilm film(std::string name, std::string subject, std::string sex, std::int64_t frames) {
    return {std::move(name), std::move(subject), frames, 10.0, {{"sex", std::move(sex)}}, {}, {}};
}

/// Worked by hand: 600 frames at 10 frames/s are a minute a film.
std::vector<AuditedFilm> twoFilms() {
    auto a = film("a", "1", "f", 600);
    a.truths = {{{{100}, {199}}, kMacro}, {{{300}, {304}}, kMicro}};
    a.predictions = {{{{100}, {179}}, kMacro}, {{{400}, {419}}, kMacro}, {{{300}, {304}}, kMicro}};
    auto b = film("b", "2", "m", 600);
    b.truths = {{{{0}, {99}}, kMacro}};
    b.predictions = {{{{60}, {119}}, kMacro}};
    return {a, b};
}

const GroupAudit* group(const Audit& audit, const std::string& name) {
    for (const auto& g : audit.groups)
        if (g.name == name)
            return &g;
    return nullptr;
}

bool near(std::optional<double> value, double expected) {
    return value && std::abs(*value - expected) < 1e-12;
}

/// `films` of `subjects` subjects; group "a" has its expressions found with probability `pa`, "b" with `pb`.
std::vector<AuditedFilm> planted(int subjects, double pa, double pb, std::uint64_t seed) {
    Rng rng(seed);
    std::vector<AuditedFilm> out;
    for (int s = 0; s < subjects; ++s) {
        auto one = film("film" + std::to_string(s), "s" + std::to_string(s), s % 2 == 0 ? "a" : "b", 10'000);
        for (int i = 0; i < 100; ++i) {
            const TypedInterval truth{{{i * 100}, {i * 100 + 9}}, kMicro};
            one.truths.push_back(truth);
            if (rng.uniform() < (s % 2 == 0 ? pa : pb))
                one.predictions.push_back(truth);
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace

class TestAudit : public QObject {
    Q_OBJECT

private slots:
    void handWorkedRates() {
        const auto result = audit(twoFilms(), "sex", {.resamples = 0}, {});
        MIEN_VERIFY(result);
        const auto* f = group(*result, "f");
        const auto* m = group(*result, "m");
        QVERIFY(f != nullptr && m != nullptr);
        // f: 80 of 100 macro and 5 of 5 micro frames; 20 false of 500 + 595 negative ones.
        QCOMPARE(f->counts.truePositiveFrames, 85);
        QCOMPARE(f->counts.falseNegativeFrames, 20);
        QCOMPARE(f->counts.falsePositiveFrames, 20);
        QCOMPARE(f->counts.trueNegativeFrames, 480 + 595);
        QVERIFY(near(f->counts.tpr(), 85.0 / 105));
        QVERIFY(near(f->counts.fpr(), 20.0 / 1095));
        QVERIFY(near(f->counts.paperRatio(), (85.0 / 105) / (20.0 / 1095)));
        QVERIFY(near(f->counts.intervalTpr(), 1.0));
        QVERIFY(near(f->counts.falseIntervalsPerMinute(), 1.0));
        // m: 40 of 100 macro frames, no micro ones; IoU of 40 of 120 finds nothing.
        QVERIFY(near(m->counts.tpr(), 0.4));
        QVERIFY(near(m->counts.fpr(), 20.0 / 1100));
        QVERIFY(near(m->counts.intervalTpr(), 0.0));
        QVERIFY(near(result->gap, 85.0 / 105 - 0.4));
        QVERIFY(result->gapIsTpr);
        QCOMPARE(result->lowest, std::string("m"));
        QCOMPARE(result->highest, std::string("f"));
        QVERIFY(near(result->averageOdds, (85.0 / 105 - 0.4 + std::abs(20.0 / 1095 - 20.0 / 1100)) / 2));
    }

    void typesAreGroupsToo() {
        const auto result = audit(twoFilms(), "type", {.resamples = 0}, {});
        MIEN_VERIFY(result);
        QVERIFY(near(group(*result, "macro")->counts.tpr(), 120.0 / 200));
        QVERIFY(near(group(*result, "micro")->counts.tpr(), 1.0));
        QVERIFY(near(group(*result, "micro")->counts.falseIntervalsPerMinute(), 0.0));
        QVERIFY(near(group(*result, "macro")->counts.falseIntervalsPerMinute(), 2.0 / 2));
    }

    void overlappingIntervalsCountAFrameOnce() {
        auto one = film("a", "1", "f", 100);
        one.truths = {{{{10}, {29}}, kMacro}, {{{20}, {39}}, kMacro}};
        one.predictions = {{{{0}, {24}}, kMacro}, {{{15}, {34}}, kMacro}, {{{15}, {34}}, kMacro}};
        const auto result = audit({one}, "sex", {.resamples = 0}, {});
        MIEN_VERIFY(result);
        const auto& counts = result->groups.front().counts;
        QCOMPARE(counts.truePositiveFrames, 25);
        QCOMPARE(counts.falseNegativeFrames, 5);
        QCOMPARE(counts.falsePositiveFrames, 10);
        QCOMPARE(counts.trueNegativeFrames, 60 + 100);
    }

    /// A group in which there is nothing to find has no TPR: that is not a TPR of 0.
    void aGroupWithoutExpressionsHasNoTruePositiveRate() {
        auto films = twoFilms();
        films.push_back(film("c", "3", "", 600));
        const auto result = audit(films, "sex", {.resamples = 0}, {});
        MIEN_VERIFY(result);
        QVERIFY(!group(*result, "unknown")->counts.tpr());
        QVERIFY(near(group(*result, "unknown")->counts.fpr(), 0.0));
        QVERIFY(near(result->gap, 85.0 / 105 - 0.4));
    }

    void oneGroupHasNoGap() {
        const auto result = audit({twoFilms().front()}, "sex", {}, {});
        MIEN_VERIFY(result);
        QVERIFY(!result->gap);
        QVERIFY(!result->averageOdds);
    }

    void aPlantedGapIsFoundAndItsIntervalHoldsIt() {
        int held = 0;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const auto result =
                audit(planted(40, 0.9, 0.6, seed), "sex", {.resamples = 300, .seed = seed}, {});
            MIEN_VERIFY(result);
            QVERIFY(std::abs(*result->gap - 0.3) < 0.1);
            QVERIFY(result->gapBounds->low <= *result->gap && *result->gap <= result->gapBounds->high);
            held += result->gapBounds->low <= 0.3 && 0.3 <= result->gapBounds->high ? 1 : 0;
        }
        // 95 % of 40 are 38; fewer than 33 would happen by chance once in three thousand times.
        QVERIFY2(held >= 33, qPrintable(QString::number(held)));
    }

    /// Whole subjects are drawn: one face counted ten times over must not make the interval narrower.
    void copiesOfASubjectsFilmDoNotNarrowTheInterval() {
        const auto once = planted(10, 0.9, 0.6, 5);
        auto films = once;
        for (int copy = 1; copy < 10; ++copy)
            for (auto one : once) {
                one.film += "copy" + std::to_string(copy);
                films.push_back(std::move(one));
            }
        const auto single = audit(once, "sex", {.resamples = 500, .seed = 3}, {});
        const auto tenfold = audit(films, "sex", {.resamples = 500, .seed = 3}, {});
        MIEN_VERIFY(single);
        MIEN_VERIFY(tenfold);
        QVERIFY(std::abs(single->gapBounds->low - tenfold->gapBounds->low) < 1e-12);
        QVERIFY(std::abs(single->gapBounds->high - tenfold->gapBounds->high) < 1e-12);
    }

    void oneSubjectHasNoSpread() {
        auto films = planted(6, 0.9, 0.6, 2);
        films.front().attributes["sex"] = "c";
        const auto result = audit(films, "sex", {.resamples = 50}, {});
        MIEN_VERIFY(result);
        QVERIFY(group(*result, "b")->tpr);
        QVERIFY(!group(*result, "c")->tpr);
        QVERIFY(result->gap && !result->gapBounds);
    }

    void theSameSeedGivesTheSameBounds() {
        const auto a = audit(planted(12, 0.8, 0.7, 1), "sex", {.seed = 9}, {});
        const auto b = audit(planted(12, 0.8, 0.7, 1), "sex", {.seed = 9}, {});
        MIEN_VERIFY(a);
        QCOMPARE(a->gapBounds->low, b->gapBounds->low);
        QCOMPARE(a->gapBounds->high, b->gapBounds->high);
    }

    void unsoundFilmsAreNamed_data() {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("says");
        QTest::newRow("no frames") << 0 << "length and frame rate";
        QTest::newRow("not a number") << 1 << "length and frame rate";
        QTest::newRow("outside") << 2 << "not within the film";
        QTest::newRow("back to front") << 3 << "not within the film";
        QTest::newRow("no subject") << 4 << "subject is missing";
    }
    void unsoundFilmsAreNamed() {
        QFETCH(int, what);
        QFETCH(QString, says);
        auto films = twoFilms();
        auto& bad = films.back();
        if (what == 0)
            bad.frames = 0;
        else if (what == 1)
            bad.fps = std::nan("");
        else if (what == 2)
            bad.predictions.push_back({{{590}, {600}}, kMacro});
        else if (what == 3)
            bad.truths.push_back({{{50}, {40}}, kMacro});
        else
            bad.subject.clear();
        const auto result = audit(films, "sex", {}, {});
        QVERIFY(!result);
        const auto sentence = QString::fromStdString(result.error().sentence());
        QVERIFY2(sentence.contains(says) && sentence.contains("b"), qPrintable(sentence));
    }

    void anUnknownAttributeNamesTheKnownOnes() {
        const auto result = audit(twoFilms(), "shoe size", {}, {});
        QVERIFY(!result);
        QVERIFY(QString::fromStdString(result.error().sentence()).contains("type, subject, sex"));
    }

    void cancelled() {
        std::stop_source stop;
        stop.request_stop();
        const auto result = audit(planted(4, 1, 1, 0), "sex", {}, JobContext{stop.get_token(), {}, 1});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }

    void tablesArePutTogether() {
        const auto films = annotation::parseCsv("film,subject,frames,fps,sex,age\n"
                                                "a.mp4,1,600,10,f,30\nb,2,600,29.97,m,\n",
                                                "films.csv");
        const auto none = annotation::parseEventTable("vid,pred_onset,pred_offset,type\n", "none.csv");
        MIEN_VERIFY(films);
        MIEN_VERIFY(none);
        const auto both =
            annotation::parseEventTable("vid,pred_onset,pred_offset,type\na,100,199,mae\n", "p.csv");
        MIEN_VERIFY(both);
        const auto joined = auditedFilms(*films, *both, *none);
        MIEN_VERIFY(joined);
        QCOMPARE(joined->size(), std::size_t{2});
        QCOMPARE(joined->front().attributes.at("age"), std::string("30"));
        QCOMPARE(joined->front().truths.size(), std::size_t{1});
        QCOMPARE(joined->back().fps, 29.97);
        QVERIFY(joined->back().truths.empty());
    }

    void tablesThatDoNotFitSaySo_data() {
        QTest::addColumn<QString>("films");
        QTest::addColumn<QString>("says");
        QTest::newRow("no column") << "film,subject,frames\na,1,600\n"
                                   << "needs the columns";
        QTest::newRow("no number") << "film,subject,frames,fps\na,1,many,10\n"
                                   << "films.csv:2";
        QTest::newRow("twice") << "film,subject,frames,fps\na,1,600,10\na.mp4,1,600,10\n"
                               << "second time";
        QTest::newRow("unknown film") << "film,subject,frames,fps\nz,1,600,10\n"
                                      << "does not name \"a\"";
    }
    void tablesThatDoNotFitSaySo() {
        QFETCH(QString, films);
        QFETCH(QString, says);
        const auto table = annotation::parseCsv(films.toStdString(), "films.csv");
        const auto events =
            annotation::parseEventTable("vid,pred_onset,pred_offset,type\na,1,9,mae\n", "p.csv");
        MIEN_VERIFY(table);
        MIEN_VERIFY(events);
        const auto joined = auditedFilms(*table, *events, *events);
        QVERIFY(!joined);
        const auto sentence = QString::fromStdString(joined.error().sentence());
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
    }
};

MIEN_TEST(TestAudit)

} // namespace tst_audit

#include "tst_audit.moc"
