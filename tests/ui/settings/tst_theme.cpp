// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/settings/theme.h"

#include <cmath>

namespace tst_theme {

using namespace mien::ui;

namespace {

double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// WCAG 2 contrast ratio.
double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void textStandsOut_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("dark") << int(ThemeChoice::Dark);
        QTest::newRow("light") << int(ThemeChoice::Light);
    }
    void textStandsOut() {
        QFETCH(int, theme);
        const auto choice = static_cast<ThemeChoice>(theme);
        const QPalette p = paletteOf(choice);
        const Tones t = tonesOf(choice);
        const QColor window = p.color(QPalette::Window);
        const QColor base = p.color(QPalette::Base);
        QVERIFY(contrast(p.color(QPalette::WindowText), window) >= 4.5);
        QVERIFY(contrast(p.color(QPalette::Text), base) >= 4.5);
        QVERIFY(contrast(p.color(QPalette::ButtonText), p.color(QPalette::Button)) >= 4.5);
        QVERIFY(contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)) >= 4.5);
        for (const QColor& tone : {t.faint, t.accent, t.good, t.warning, t.bad, t.proposal})
            QVERIFY2(contrast(tone, window) >= 4.5, qPrintable(tone.name()));
        QVERIFY(contrast(t.faint, t.stage) >= 4.5);
        QCOMPARE(themeOf(p), choice);
    }
};

MIEN_UI_TEST(TestTheme)

} // namespace tst_theme

#include "tst_theme.moc"
