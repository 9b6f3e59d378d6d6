// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"
#include "ui/timeline/timeline_palette.h"

#include <QtTest>

namespace tst_timeline_palette {

using namespace mien::ui::timeline;

namespace {

struct Rgb {
    double r, g, b;
};

double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

/// Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB.
constexpr double kDeficiencies[4][9] = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};

Rgb lab(const QColor& colour, const double* m) {
    const double r = linear(colour.redF()), g = linear(colour.greenF()), b = linear(colour.blueF());
    const double s[3] = {std::clamp(m[0] * r + m[1] * g + m[2] * b, 0.0, 1.0),
                         std::clamp(m[3] * r + m[4] * g + m[5] * b, 0.0, 1.0),
                         std::clamp(m[6] * r + m[7] * g + m[8] * b, 0.0, 1.0)};
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
    const double x = f((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.9505);
    const double y = f(0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2]);
    const double z = f((0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.089);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double deltaE(const QColor& a, const QColor& b, const double* m) {
    const Rgb p = lab(a, m), q = lab(b, m);
    return std::sqrt((p.r - q.r) * (p.r - q.r) + (p.g - q.g) * (p.g - q.g) + (p.b - q.b) * (p.b - q.b));
}

} // namespace

class TestTimelinePalette : public QObject {
    Q_OBJECT

private slots:
    void everythingIsReadable_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }

    void everythingIsReadable() {
        QFETCH(bool, dark);
        const auto p = dark ? TimelinePalette::dark() : TimelinePalette::light();
        const auto check = [](const QColor& ink, const QColor& paper, const char* what) {
            QVERIFY2(contrast(ink, paper) >= 4.5,
                     qPrintable(QString("%1: %2").arg(what).arg(contrast(ink, paper))));
        };
        for (const QColor& paper : {p.background, p.alternate, p.header}) {
            check(p.text, paper, "text");
            check(p.quietText, paper, "quiet text");
        }
        for (const QColor& paper : {p.background, p.alternate}) {
            check(p.dimmed, paper, "rejected");
            check(p.playhead, paper, "playhead");
            check(p.micro, paper, "micro");
            check(p.macro, paper, "macro");
            for (const QColor& lane : p.lanes)
                check(lane, paper, "lane");
        }
        check(p.onItem, p.micro, "on micro");
        check(p.onItem, p.macro, "on macro");
    }

    void coloursAreToldApartWithColourVisionDeficiencies_data() { everythingIsReadable_data(); }

    void coloursAreToldApartWithColourVisionDeficiencies() {
        QFETCH(bool, dark);
        const auto p = dark ? TimelinePalette::dark() : TimelinePalette::light();
        for (const auto& deficiency : kDeficiencies) {
            QVERIFY2(deltaE(p.micro, p.macro, deficiency) > 20.0,
                     qPrintable(QString::number(deltaE(p.micro, p.macro, deficiency))));
            // Lanes have names and places of their own; their colours should still differ visibly.
            for (std::size_t i = 0; i < p.lanes.size(); ++i)
                for (std::size_t j = i + 1; j < p.lanes.size(); ++j)
                    QVERIFY2(deltaE(p.lanes[i], p.lanes[j], deficiency) > 7.0,
                             qPrintable(QString("%1 and %2: %3")
                                            .arg(i)
                                            .arg(j)
                                            .arg(deltaE(p.lanes[i], p.lanes[j], deficiency))));
        }
    }
};

MIEN_TEST(TestTimelinePalette)

} // namespace tst_timeline_palette

#include "tst_timeline_palette.moc"
