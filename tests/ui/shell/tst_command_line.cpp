// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/shell/command_line.h"
#include "ui/shell/main_window.h"

#include <array>

namespace tst_command_line {

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
        QTest::newRow("proposal") << QStringList{"--select", "0"};
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

    void whatTheToolkitReadsIsLeftToIt() {
        const QStringList arguments{"mien",           "-platform", "offscreen", "a.mp4",
                                    "--style=fusion", "-reverse",  "--analyse"};
        QCOMPARE(withoutToolkitOptions(arguments), (QStringList{"mien", "a.mp4", "--analyse"}));
        // not beyond the end, and not the program's own name
        QCOMPARE(withoutToolkitOptions({"-style", "-platform"}), (QStringList{"-style"}));
    }

    void withoutADisplayOnlyPicturesAreMade() {
        const auto keep = [](const char* name) { return std::pair(name, qgetenv(name)); };
        const std::array before{keep("QT_QPA_PLATFORM"), keep("DISPLAY"), keep("WAYLAND_DISPLAY")};
        for (const auto& [name, value] : before)
            qunsetenv(name);
        CommandLine window;
        CommandLine picture;
        picture.screenshot = "p.png";
        const auto lacking = screenFor(window, {"mien"});
        const auto offscreen = screenFor(picture, {"mien"});
        const auto told = screenFor(window, {"mien", "-platform", "offscreen"});
        qputenv("DISPLAY", ":7");
        const auto usual = screenFor(picture, {"mien"});
        for (const auto& [name, value] : before)
            value.isNull() ? qunsetenv(name) : qputenv(name, value);
        QCOMPARE(lacking, Screen::Lacking);
        QCOMPARE(offscreen, Screen::Offscreen);
        QCOMPARE(told, Screen::AsUsual);
        QCOMPARE(usual, Screen::AsUsual);
    }

    void typedRatesBecomeExactFractions() {
        QCOMPARE(rationalRate(29.97), (Rational{30000, 1001}));
        QCOMPARE(rationalRate(23.976), (Rational{24000, 1001}));
        QCOMPARE(rationalRate(25), (Rational{25, 1}));
        QCOMPARE(rationalRate(12.5), (Rational{12500, 1000}));
    }
};

MIEN_UI_TEST(TestCommandLine)

} // namespace tst_command_line

#include "tst_command_line.moc"
