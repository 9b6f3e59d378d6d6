// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/recognition_score.h"
#include "support/verify.h"

namespace tst_recognition_score {

using namespace mien;
using namespace mien::evaluation;
using annotation::parseCsv;

class TestRecognitionScore : public QObject {
    Q_OBJECT

private slots:
    void countsByHand() {
        // neg: 4 true, 3 found, 1 called pos; pos: 2 true, 1 found, 1 called sur; sur: 0 true.
        const auto s = scoreLabels({"neg", "neg", "neg", "neg", "pos", "pos"},
                                   {"neg", "neg", "neg", "pos", "pos", "sur"});
        QCOMPARE(s.n, std::int64_t{6});
        QCOMPARE(s.accuracy(), 4.0 / 6.0);
        const double neg = 6.0 / 7.0, pos = 2.0 / 4.0;
        QCOMPARE(s.uf1(), (neg + pos) / 2.0);
        QCOMPARE(s.uar(), (0.75 + 0.5) / 2.0);
        QCOMPARE(s.weightedF1(), (4.0 * neg + 2.0 * pos) / 6.0);
        QCOMPARE(s.confusion[0][1], std::int64_t{1});
        QCOMPARE(s.confusion[1][2], std::int64_t{1});
    }

    void theMajorityBaselineAnswersOneClass() {
        const auto s = scoreLabels({"a", "a", "a", "b"}, {"b", "a", "a", "b"}).majorityBaseline();
        QCOMPARE(s.accuracy(), 0.75);
        QCOMPARE(s.uar(), 0.5);
        QCOMPARE(s.uf1(), (6.0 / 7.0) / 2.0);
    }

    void nothingScoresZero() {
        const auto s = scoreLabels({}, {});
        QCOMPARE(s.accuracy(), 0.0);
        QCOMPARE(s.uf1(), 0.0);
        QCOMPARE(s.majorityBaseline().n, std::int64_t{0});
    }

    void tablesAreJoinedById() {
        const auto truth = parseCsv("id,label\nx,a\ny,b\n", "t.csv");
        const auto predicted = parseCsv("label,id\nb,y\nb,x\n", "p.csv");
        const auto s = scoreRecognition(*truth, *predicted);
        MIEN_VERIFY(s);
        QCOMPARE(s->accuracy(), 0.5);
    }

    void badTablesAreNamedWithTheirLine_data() {
        QTest::addColumn<QString>("predicted");
        QTest::addColumn<QString>("location");
        QTest::newRow("missing id") << "id,label\nx,a\n"
                                    << "t.csv:3";
        QTest::newRow("unknown id") << "id,label\nx,a\ny,b\nz,b\n"
                                    << "p.csv:4";
        QTest::newRow("twice") << "id,label\nx,a\nx,b\n"
                               << "p.csv:3";
        QTest::newRow("no label") << "id,label\nx,\n"
                                  << "p.csv:2";
        QTest::newRow("no column") << "id,other\nx,a\n"
                                   << "p.csv:1";
    }
    void badTablesAreNamedWithTheirLine() {
        QFETCH(QString, predicted);
        QFETCH(QString, location);
        const auto truth = parseCsv("id,label\nx,a\ny,b\n", "t.csv");
        const auto s = scoreRecognition(*truth, *parseCsv(predicted.toStdString(), "p.csv"));
        QVERIFY(!s);
        QCOMPARE(QString::fromStdString(s.error().location), location);
    }
};

MIEN_TEST(TestRecognitionScore)

} // namespace tst_recognition_score

#include "tst_recognition_score.moc"
