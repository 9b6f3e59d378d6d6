// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"
#include "support/ui_bench.h"

namespace tst_film_timing {

using namespace mien;
using namespace mien::ui;

class TestFilmTiming : public QObject {
    Q_OBJECT

private slots:
    void momentsAreReadAsPeopleTypeThem_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("frame"); // -1: refused
        QTest::newRow("frame") << "231" << 231;
        QTest::newRow("blanks") << " 7 " << 7;
        QTest::newRow("seconds") << "1.16s" << 29;
        QTest::newRow("seconds without unit") << "1.16" << 29;
        QTest::newRow("minutes") << "0:01.16" << 29;
        QTest::newRow("hours") << "00:00:01.160" << 29;
        QTest::newRow("beyond the film") << "500" << -1;
        QTest::newRow("time beyond the film") << "1:00" << -1;
        QTest::newRow("negative") << "-1" << -1;
        QTest::newRow("words") << "soon" << -1;
        QTest::newRow("nothing") << "" << -1;
        QTest::newRow("not a number") << "nan" << -1;
    }
    void momentsAreReadAsPeopleTypeThem() {
        QFETCH(QString, text);
        QFETCH(int, frame);
        const auto read = parseMoment(text, test::evenTiming(500));
        QCOMPARE(read.has_value(), frame >= 0);
        if (read)
            QCOMPARE(read->value, frame);
    }

    void timesFollowTheStampsOfAVariableRate() {
        const FilmTiming timing({0.0, 0.1, 0.5, 0.52}, {25, 1}, false);
        QCOMPARE(timing.frameAt(0.49).value, 1);
        QCOMPARE(timing.frameAt(0.5).value, 2);
        QCOMPARE(timing.frameAt(-3.0).value, 0);
        QCOMPARE(timing.frameAt(9.0).value, 3);
        QCOMPARE(timing.durationS({{1}, {1}}), 0.4);
        QCOMPARE(timing.durationS({{2}, {3}}), 0.02 + 0.04);
    }

    void longTimesShowMinutesAndHours() {
        QCOMPARE(timeText(1.155), QString("1.155 s"));
        QCOMPARE(timeText(63.5), QString("1:03.500"));
        QCOMPARE(timeText(3723.25), QString("1:02:03.250"));
    }
};

MIEN_TEST(TestFilmTiming)

} // namespace tst_film_timing

#include "tst_film_timing.moc"
