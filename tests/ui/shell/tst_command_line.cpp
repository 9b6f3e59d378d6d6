// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/shell/command_line.h"
#include "ui/shell/main_window.h"

using namespace mien;
using namespace mien::ui;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void filesAndOptionsAreRead() {
        const auto line =
            parseCommandLine({"mien", "--workspace", "review", "--analyse", "a.mp4", "--screenshot", "p.png",
                              "b", "--fps", "29.97", "--size", "1280x800"});
        MIEN_VERIFY(line);
        QCOMPARE(line->files, (QStringList{"a.mp4", "b"}));
        QCOMPARE(line->workspace, QString("review"));
        QVERIFY(line->analyse);
        QCOMPARE(line->screenshot, QString("p.png"));
        QCOMPARE(line->fps, 29.97);
        QCOMPARE(line->size, QSize(1280, 800));
    }

    void nonsenseGetsASentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("workspace") << QStringList{"--workspace", "paint"};
        QTest::newRow("rate") << QStringList{"--fps", "fast"};
        QTest::newRow("negative rate") << QStringList{"--fps=-1"};
        QTest::newRow("size") << QStringList{"--size", "big"};
        QTest::newRow("unknown") << QStringList{"--dance"};
        QTest::newRow("value missing") << QStringList{"--screenshot"};
    }
    void nonsenseGetsASentence() {
        QFETCH(QStringList, arguments);
        const auto line = parseCommandLine(QStringList{"mien"} + arguments);
        QVERIFY(!line);
        QCOMPARE(line.error().code, ErrorCode::InvalidArgument);
        QVERIFY(line.error().message.size() > 10);
    }

    void typedRatesBecomeExactFractions() {
        QCOMPARE(rationalRate(29.97), (Rational{30000, 1001}));
        QCOMPARE(rationalRate(23.976), (Rational{24000, 1001}));
        QCOMPARE(rationalRate(25), (Rational{25, 1}));
        QCOMPARE(rationalRate(12.5), (Rational{12500, 1000}));
    }
};

QTEST_MAIN(TestCommandLine)
#include "tst_command_line.moc"
