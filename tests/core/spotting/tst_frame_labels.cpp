// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/frame_labels.h"
#include "network_films.h"
#include "support/verify.h"

#include <numeric>

namespace tst_frame_labels {

using namespace mien;
using namespace mien::spotting;
using annotation::ExpressionType;

namespace {

constexpr std::int64_t kUnknown = -1000;

KnownExpression known(std::int64_t onset, std::int64_t apex, std::int64_t offset,
                      ExpressionType type = ExpressionType::Micro) {
    KnownExpression e;
    e.onset = {onset};
    if (apex != kUnknown)
        e.apex = FrameIndex{apex};
    if (offset != kUnknown)
        e.offset = FrameIndex{offset};
    e.type = type;
    return e;
}

/// "…S.E": a letter a sample.
QByteArray edgesOf(const std::vector<std::uint8_t>& edges) {
    QByteArray text;
    for (const std::uint8_t e : edges)
        text += "SE."[e];
    return text;
}
QByteArray actionOf(const std::vector<float>& action) {
    QByteArray text;
    for (const float a : action)
        text += a == 1.0f ? '#' : '.';
    return text;
}

} // namespace

class TestFrameLabels : public QObject {
    Q_OBJECT

private slots:
    void everyHandWorkedCase_data() {
        QTest::addColumn<std::int64_t>("onset");
        QTest::addColumn<std::int64_t>("apex");
        QTest::addColumn<std::int64_t>("offset");
        QTest::addColumn<bool>("zeroIsUnknown");
        QTest::addColumn<QByteArray>("edges");
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<int>("apexAt"); // -1: none
        // Films of 16 samples, one a frame; micro, so edges reach one sample to both sides.
        const auto row = [](const char* name, std::int64_t on, std::int64_t apex, std::int64_t off, bool zero,
                            const char* edges, const char* action, int apexAt) {
            QTest::newRow(name) << on << apex << off << zero << QByteArray(edges) << QByteArray(action)
                                << apexAt;
        };
        row("all known", 3, 6, 11, false, "..SSS.....EEE...", "...#########....", 6);
        row("apex unknown: the middle", 3, kUnknown, 11, false, "..SSS.....EEE...", "...#########....", 7);
        row("apex unknown, odd: rounded down", 3, kUnknown, 10, false, "..SSS....EEE....", "...########.....",
            6);
        row("offset unknown: mirrored", 3, 6, kUnknown, false, "..SSS...EEE.....", "...#######......", 6);
        row("offset and apex unknown: left out", 3, kUnknown, kUnknown, false, "................",
            "................", -1);
        row("apex before the onset: the middle", 3, 1, 11, false, "..SSS.....EEE...", "...#########....", 7);
        row("apex behind the offset: the middle", 3, 14, 11, false, "..SSS.....EEE...", "...#########....",
            7);
        row("offset before the onset: left out", 9, kUnknown, 4, false, "................",
            "................", -1);
        row("a start wins over an end", 5, 6, 7, false, "....SSSEE.......", ".....###........", 6);
        row("one frame", 5, 5, 5, false, "....SSS.........", ".....#..........", 5);
        row("from the first frame", 0, 2, 5, false, "SS..EEE.........", "######..........", 2);
        row("to the last frame", 10, 12, 15, false, ".........SSS..EE", "..........######", 12);
        row("offset beyond the film: cut off", 10, 12, 20, false, ".........SSS..EE", "..........######", 12);
        row("apex beyond the film: none", 10, 18, 25, false, ".........SSS..EE", "..........######", -1);
        row("mirrored offset beyond the film", 8, 14, kUnknown, false, ".......SSS....EE", "........########",
            14);
        row("the middle beyond the film", 12, kUnknown, 30, false, "...........SSSEE", "............####",
            -1);
        row("begins where the film ends", 15, kUnknown, 20, false, "..............SS", "...............#",
            -1);
        row("behind the film: left out", 16, 18, 20, false, "................", "................", -1);
        row("from before the film", -4, 1, 6, false, "SS...EEE........", "#######.........", 1);
        row("before the film: left out", -9, -7, -5, false, "................", "................", -1);
        row("parity: apex 0 is unknown", 3, 0, 11, true, "..SSS.....EEE...", "...#########....", 7);
        row("parity: offset 0 is unknown", 3, 6, 0, true, "..SSS...EEE.....", "...#######......", 6);
        row("parity: onset 0 alone", 0, 4, 9, true, "SS......EEE.....", "##########......", 4);
        row("parity: two zeros, left out", 0, 0, 9, true, "................", "................", -1);
        row("parity: zero and unknown, left out", 0, 5, kUnknown, true, "................",
            "................", -1);
        row("no parity: zero is a frame", 0, 0, 9, false, "SS......EEE.....", "##########......", 0);
        row("no parity: zero and unknown", 0, 5, kUnknown, false, "SS.......EEE....", "###########.....", 5);
    }
    void everyHandWorkedCase() {
        QFETCH(std::int64_t, onset);
        QFETCH(std::int64_t, apex);
        QFETCH(std::int64_t, offset);
        QFETCH(bool, zeroIsUnknown);
        QFETCH(QByteArray, edges);
        QFETCH(QByteArray, action);
        QFETCH(int, apexAt);
        LabelOptions options;
        options.apexUnknownIsZero = zeroIsUnknown;
        const std::vector expressions{known(onset, apex, offset)};
        const auto labels = frameLabels(test::blankInput(16), expressions, options);
        QCOMPARE(edgesOf(labels.microEdge), edges);
        QCOMPARE(actionOf(labels.microAction), action);
        const auto peak = std::ranges::find(labels.microApex, 1.0f);
        QCOMPARE(peak == labels.microApex.end() ? -1 : static_cast<int>(peak - labels.microApex.begin()),
                 apexAt);
        QCOMPARE(edgesOf(labels.macroEdge), QByteArray(16, '.'));
        QCOMPARE(actionOf(labels.macroAction), QByteArray(16, '.'));
        QVERIFY(std::ranges::all_of(labels.macroApex, [](float a) { return a == 0.0f; }));
        QVERIFY(std::ranges::all_of(labels.counted, [](auto c) { return c == 1; }));
    }

    void macroEdgesReachThreeSamples() {
        const std::vector expressions{known(6, 14, 24, ExpressionType::Macro)};
        const auto labels = frameLabels(test::blankInput(32), expressions, {});
        QCOMPARE(edgesOf(labels.macroEdge), QByteArray("...SSSSSSS...........EEEEEEE...."));
        QCOMPARE(actionOf(labels.macroAction), QByteArray("......###################......."));
        // exp(-d²/(2·4²)): 1, 0.96923, 0.88250, 0.75484, then nothing
        const std::array<float, 5> expected{1.0f, 0.9692332f, 0.8824969f, 0.7548396f, 0.0f};
        for (std::size_t d = 0; d < 5; ++d) {
            QVERIFY(std::abs(labels.macroApex[14 + d] - expected[d]) < 1e-6f);
            QVERIFY(std::abs(labels.macroApex[14 - d] - expected[d]) < 1e-6f);
        }
    }
    void overlappingExpressionsAreAllThere() {
        const std::vector expressions{known(2, 5, 8), known(7, 10, 13),
                                      known(0, 6, 14, ExpressionType::Macro)};
        const auto labels = frameLabels(test::blankInput(16), expressions, {1, 0, 4.0});
        // The second one's start wins over the first one's end: 6 7 8 against 7 8 9.
        QCOMPARE(edgesOf(labels.microEdge), QByteArray(".SSS..SSSE..EEE."));
        QCOMPARE(actionOf(labels.microAction), QByteArray("..############.."));
        QCOMPARE(edgesOf(labels.macroEdge), QByteArray("S.............E."));
        QCOMPARE(labels.microApex[5], 1.0f);
        QCOMPARE(labels.microApex[10], 1.0f);
        QCOMPARE(labels.macroApex[6], 1.0f);
        const std::vector near{known(2, 5, 8), known(3, 6, 9)};
        const auto both = frameLabels(test::blankInput(16), near, {3, 3, 4.0});
        for (const std::size_t apex : {5u, 6u}) // the larger of the two scores
            QCOMPARE(both.microApex[apex], 1.0f);
        QCOMPARE(both.microApex[4], std::exp(-1.0f / 32.0f));
    }
    void labelsAreWhereTheSamplesAre() {
        auto film = test::blankInput(100);
        film.filmFps = 60.0;
        film.filmFrames = 200; // two frames a sample
        const std::vector expressions{known(20, 30, 41)};
        const auto labels = frameLabels(film, expressions, {0, 0, 4.0});
        QCOMPARE(static_cast<int>(labels.microEdge[10]), 0);
        QCOMPARE(labels.microApex[15], 1.0f);
        QCOMPARE(static_cast<int>(labels.microEdge[21]), 1); // 20.5
        QCOMPARE(std::accumulate(labels.microAction.begin(), labels.microAction.end(), 0.0f), 12.0f);
    }
    void whatNobodyWatchedOrCannotBeScoredDoesNotCount() {
        auto film = test::blankInput(12);
        film.scorable[4] = 0;
        const std::vector<FrameInterval> watched{{{2}, {5}}, {{9}, {10}}};
        const auto labels = frameLabels(film, {}, {}, watched);
        QCOMPARE(labels.counted, (std::vector<std::uint8_t>{0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0}));
        QCOMPARE(frameLabels(film, {}, {}).counted,
                 (std::vector<std::uint8_t>{1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1}));
    }
    void filmsOfNoAndOneSample() {
        const std::vector expressions{known(0, kUnknown, 3)};
        QCOMPARE(frameLabels(test::blankInput(0), expressions, {}).samples(), std::size_t{0});
        const auto one = frameLabels(test::blankInput(1), expressions, {});
        QCOMPARE(edgesOf(one.microEdge), QByteArray("S"));
        QCOMPARE(actionOf(one.microAction), QByteArray("#"));
    }

    void windowsLieWhereTheyShould_data() {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("step");
        QTest::addColumn<std::vector<std::int64_t>>("begins");
        using V = std::vector<std::int64_t>;
        QTest::newRow("no film") << 0 << 16 << 16 << V{};
        QTest::newRow("shorter than a window") << 5 << 16 << 16 << V{0};
        QTest::newRow("exactly one") << 16 << 16 << 16 << V{0};
        QTest::newRow("one sample more") << 17 << 16 << 16 << V{0, 16};
        QTest::newRow("three") << 48 << 16 << 16 << V{0, 16, 32};
        QTest::newRow("half overlapping") << 40 << 16 << 8 << V{0, 8, 16, 24};
        QTest::newRow("a step too far leaves no gap") << 40 << 16 << 100 << V{0, 16, 32};
    }
    void windowsLieWhereTheyShould() {
        QFETCH(int, samples);
        QFETCH(int, length);
        QFETCH(int, step);
        QFETCH(std::vector<std::int64_t>, begins);
        const auto labels = frameLabels(test::blankInput(samples), {}, {});
        QCOMPARE(windowBegins(labels, {length, 7, step, false}), begins);
        QCOMPARE(windowBegins(labels, {length, 7, step, true}), std::vector<std::int64_t>{});
    }
    void windowsInWhichNothingHappensAreLeftOut() {
        // Starts in window 1, peaks in 3, ends in 4; window 2 is inside of it, 5 is empty.
        const std::vector expressions{known(24, 53, 70, ExpressionType::Macro)};
        auto film = test::blankInput(96);
        const WindowOptions options{16, 7, 16, true};
        QCOMPARE(windowBegins(frameLabels(film, expressions, {}), options),
                 (std::vector<std::int64_t>{16, 48, 64}));
        for (std::size_t s = 16; s < 32; ++s)
            film.scorable[s] = 0; // where it starts nothing can be learned from
        QCOMPARE(windowBegins(frameLabels(film, expressions, {}), options),
                 (std::vector<std::int64_t>{48, 64}));
        const std::vector<FrameInterval> watched{{{0}, {40}}};
        const auto labels = frameLabels(film, expressions, {}, watched);
        QCOMPARE(windowBegins(labels, {16, 7, 16, false}), (std::vector<std::int64_t>{0, 32}));
    }
};

MIEN_TEST(TestFrameLabels)

} // namespace tst_frame_labels

#include "tst_frame_labels.moc"
