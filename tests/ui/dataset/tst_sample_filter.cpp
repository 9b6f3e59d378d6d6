// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/import.h"
#include "support/verify.h"
#include "ui/dataset/sample_counts.h"
#include "ui/dataset/sample_filter.h"

namespace tst_sample_filter {

using namespace mien;
using namespace mien::ui;

namespace {

std::vector<SampleFacts> rows() {
    const auto data =
        dataset::parseDataset("subject,clip,film,onset,apex,offset,type,emotion,au,fps,subject.gender\n"
                              "s1,c1,f,0,2,4,micro,happiness,R12B+6,20,f\n"
                              "s1,c2,f,10,12,13,micro,happiness,12,20,f\n"
                              "s10,c3,g,0,20,59,macro,deep disgust,4+9,20,m\n"
                              "s2,c4,h,0,,,,surprise,,20,\n",
                              "lab.csv", {});
    if (!data)
        qFatal("%s", data.error().sentence().c_str());
    return factsOf(*data);
}

/// Clips of the rows that a text shows.
QString shown(const QString& text) {
    const auto filter = SampleFilter::parse(text);
    if (!filter)
        return QStringLiteral("refused");
    QStringList clips;
    for (const auto& facts : rows())
        if (filter->accepts(facts))
            clips << facts.clip;
    return clips.join(' ');
}

} // namespace

class TestSampleFilter : public QObject {
    Q_OBJECT

private slots:
    void wordsExpressionsAndFieldsShowTheRowsThatTheyMean_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clips");
        QTest::newRow("nothing") << ""
                                 << "c1 c2 c3 c4";
        QTest::newRow("word") << "HAPPI"
                              << "c1 c2";
        QTest::newRow("two words") << "happiness c2"
                                   << "c2";
        QTest::newRow("expression") << "12 & !6"
                                    << "c2";
        QTest::newRow("side and strength") << "R12 >= B"
                                           << "c1";
        QTest::newRow("subject exactly") << "subject:s1"
                                         << "c1 c2";
        QTest::newRow("quoted") << "emotion:\"deep disgust\""
                                << "c3";
        QTest::newRow("field and expression") << "type:micro au:\"12 & 6\""
                                              << "c1";
        QTest::newRow("field and word") << "subject:s1 c2"
                                        << "c2";
        QTest::newRow("range") << "ms:200-260"
                               << "c1 c2";
        QTest::newRow("no type said") << "type:\"\""
                                      << "c4";
        QTest::newRow("no units") << "au:\"\""
                                  << "c4";
        QTest::newRow("finding") << "finding:offset-missing"
                                 << "c4";
        QTest::newRow("no film") << "film:yes"
                                 << "";
        QTest::newRow("demographic") << "is:gender=F"
                                     << "c1 c2";
        QTest::newRow("demographic not said") << "is:gender="
                                              << "c4";
        QTest::newRow("demographic without value") << "is:gender"
                                                   << "refused";
        QTest::newRow("no range") << "ms:fast"
                                  << "refused";
        QTest::newRow("no expression") << "au:\"12 &\""
                                       << "refused";
    }
    void wordsExpressionsAndFieldsShowTheRowsThatTheyMean() {
        QFETCH(QString, text);
        QFETCH(QString, clips);
        QCOMPARE(shown(text), clips);
    }

    void choosingABarAddsItsTermReplacesAnotherOfItsKindAndTakesItAway() {
        QString text = toggled("happy", "subject", "s1");
        QCOMPARE(text, QString("happy subject:s1"));
        text = toggled(text, "subject", "s2");
        QCOMPARE(text, QString("happy subject:s2"));
        text = toggled(text, "emotion", "deep disgust");
        QCOMPARE(text, QString("happy subject:s2 emotion:\"deep disgust\""));
        text = toggled(text, "emotion", "deep disgust");
        text = toggled(text, "subject", "s2");
        QCOMPARE(text, QString("happy"));
        QCOMPARE(toggled("", "emotion", ""), QString("emotion:\"\""));
        QCOMPARE(toggled("emotion:\"\"", "emotion", ""), QString());
    }

    void everyBarsTermShowsAsManyRowsAsTheBarCounts() {
        const auto all = rows();
        const std::vector<char> flags(all.size(), 1);
        for (const ChartKind kind : kChartKinds) {
            const auto bars = barsOf(kind, all, flags);
            QVERIFY(!bars.empty());
            for (const Bar& bar : bars) {
                const QString text = toggled({}, fieldOf(kind), bar.value);
                const auto clips = shown(text).split(' ', Qt::SkipEmptyParts);
                QVERIFY2(clips.size() == bar.all, qPrintable(text));
                QCOMPARE(bar.shownTotal(), bar.all);
            }
        }
    }

    void barsOfAStratumCountWhatTheirTermShows() {
        const auto all = rows();
        const auto bars = barsOfStratum("gender", all, std::vector<char>(all.size(), 1));
        QCOMPARE(bars.size(), std::size_t(3));
        QCOMPARE(bars[0].label, QString("f"));
        for (const Bar& bar : bars)
            QCOMPARE(shown(toggled({}, kStratumField, bar.value)).split(' ').size(), bar.all);
    }

    void aFilterEmptiesTheBarsAndKeepsTheirTotals() {
        const auto all = rows();
        const auto bars = barsOf(ChartKind::Subject, all, {1, 0, 0, 0});
        QCOMPARE(bars.size(), std::size_t(3));
        QCOMPARE(bars[0].label, QString("s1"));
        QCOMPARE(bars[1].label, QString("s2")); // before s10
        QCOMPARE(bars[0].all, 2);
        QCOMPARE(bars[0].shown, (std::array<int, 3>{1, 0, 0}));
        QCOMPARE(bars[2].shownTotal(), 0);
    }

    void numbersInNamesAreOrderedAsNumbers() {
        QStringList names{"s10", "S2", "s02", "s1", "sub", "s1b", "", "12", "9"};
        std::sort(names.begin(), names.end(),
                  [](const auto& a, const auto& b) { return naturalOrder(a, b) < 0; });
        QCOMPARE(names.join(' '), QString(" 9 12 s1 s1b S2 s02 s10 sub"));
        for (const auto& a : names)
            for (const auto& b : names)
                QCOMPARE(naturalOrder(a, b) == 0, a == b);
    }

    void durationsFallIntoFewSteps() {
        auto all = rows();
        all[2].durationMs = 123456.0;
        const auto bars = barsOf(ChartKind::Duration, all, std::vector<char>(all.size(), 1));
        QVERIFY(bars.size() <= 31);
        int counted = 0;
        for (const Bar& bar : bars)
            counted += bar.all;
        QCOMPARE(counted, 3); // one row has no offset
    }
};

MIEN_UI_TEST(TestSampleFilter)

} // namespace tst_sample_filter

#include "tst_sample_filter.moc"
