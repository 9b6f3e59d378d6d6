// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_actions.h"
#include "core/annotation/facs_rules.h"
#include "support/verify.h"

#include <set>

namespace tst_facs_rules {

using namespace mien::annotation;

namespace {

/// Codes that break a rule, and codes near them that keep it; several apart by blanks around ';'.
struct Case {
    const char* rule;
    const char* breaks;
    const char* keeps;
};

constexpr std::array kCases{
    Case{"head-turn", "51+52; 52B+4+51A", "51; 52; (51 or 52); 51+ref(52); 51+53; M51+52"},
    Case{"head-up-down", "53+54", "53 or 54; 53+51; 53+(loses 54)"},
    Case{"head-tilt", "55+56", "55+54; 55@56"},
    Case{"head-forward-back", "57+58", "57; 58+53"},
    Case{"eyes-left-right", "61+62", "61; 61@62; 61+63"},
    Case{"eyes-left-apart", "61+65", "61; 61@65"},
    Case{"eyes-left-crossed", "61+66", "66; 61@66"},
    Case{"eyes-right-apart", "62+65", "62; 62@65"},
    Case{"eyes-right-crossed", "62+66", "62; 62@66"},
    Case{"eyes-up-down", "63+64", "63+61; 63@64"},
    Case{"eyes-apart-crossed", "65+66", "65; 65@66"},
    Case{"speech-mouth", "50+25; 50+26; 27+50; 50+12+25B", "50+12; 25+26; ((8+25)or(50))"},
    Case{"unknown-number", "3; AU99; 12+ref(47); 512", "0; 1; 98; 46; M58"},
    Case{"withdrawn-number", "41; L44B; 12+42", "43; 7; 45"},
    Case{"wrong-prefix", "AD12; AU30; M12; M33", "AU12; AD30; AD38; AU38; M58; M68; 30; AU50"},
    Case{"neutral-alone", "0+12; 4B+0", "0; 12; 0 or 12; 0+ref(12)"},
    Case{"side-not-taken", "L25; R51; A27; L45; (L or R)0; ref(L50)", "L12; L46; R30; 25; L82"},
    Case{"lip-not-taken", "T12; B25; T1; T10", "T18; B23; T28; B32; L12"},
    Case{"intensity-not-taken", "45B; 50A; 70C; 0A; 80E", "12B; 25C; 51B; 45; 43E"},
    Case{"range-inverted", "12C/A; 4(E/B)", "12A/C; 4(B/E); 12B"},
    Case{"range-wide", "12A/C; 4(B/E); 12E/A", "12A/B; 12C; 4(D/E)"},
    Case{"asymmetry-unscored", "A12; A4+5", "A12B; A/L12; 12; L12"},
    Case{"wink-side", "46", "L46; R46; 45"},
    Case{"jaw-side", "30; AD30C", "L30; ADR30; 29"},
    Case{"written-twice", "12+12; 12B+4+12C; L1+L1", "12+ref(12); 12 or 12; L12+R12; 1+2"},
    Case{"left-and-right", "L12+R12; R2B+L2A", "L12+R14; L12 or R12; L12"},
    Case{"one-side-and-both", "L12+12; 12B+R12C", "L12+14; L12+A12; L12"},
    Case{"one-side-and-asymmetric", "L12+A12; A1+R1", "A/L12; A12+12; A12 or L12"},
    Case{"asymmetric-and-both", "A12B+12; 4+A4", "A12B; A12+L12; A12+14"},
    Case{"top-and-bottom", "T18+B18", "T18; T18 or B18; T18+B23"},
    Case{"one-lip-and-both", "T18+18; 23+B23", "T18; T18+B18; T18+23"},
    Case{"scored-and-ref", "12+ref(12); ref(L12)+L12B", "12+ref(14); ref(12); 12+ref(12 or 14); 12+ref(L12)"},
    Case{"scored-and-negated", "12+(loses 12); 1+2+25+(loses 1+2)",
         "12+(loses 14); (loses 12); (12 or (loses 12))"},
    Case{"alternatives-alike", "12 or 12; (L1/L1); 12B or 14 or 12B", "12 or 14; L1 or R1; 12A or 12B"},
    Case{"alternative-is-certain", "12+(12 or 14); (6 or 7)+7B", "12+(6 or 14); 12 or 14; 12+ref(12 or 14)"},
    Case{"ref-in-ref", "ref(ref(12)); ref(12 or ref(14))", "ref(12); ref(12)+ref(14)"},
    Case{"jaw-drop-stretch", "26+27; 25+27C+26", "25+26; 26/27; 27"},
    Case{"jaw-clenched-open", "31+26; 31+27", "31; 31+25; 31 or 26"},
    Case{"lips-pressed-parted", "24+25; 27+24", "24; 23+25; 24/25"},
    Case{"nostrils", "38+39", "38; 38 or 39; AD39"},
    Case{"cheeks-puffed-sucked", "34+35; 33+35", "33+34; 35"},
    Case{"lid-raised-closed", "5+43; 45+5B", "5; 43; 5 or 45; 6+45"},
    Case{"blink-closed", "43+45; 45+43E", "43; 45; 43@45"},
    Case{"wink-closed", "43+L46", "L46; 43+4"},
    Case{"wink-blink", "45+R46", "45; 45 or R46"},
    Case{"brows-not-visible", "70+1; 4+70; 2+12+70", "70+12; 70; 1+2; 70+ref(1)"},
    Case{"eyes-not-visible", "71+5; 45+71; 71+61", "71+12; 71+1; 71"},
    Case{"lower-face-not-visible", "72+12; 25+72; 72+R30", "72+1+2; 72+51; 72"},
    Case{"face-not-visible", "73+12; 74+1; 73+63", "73+51; 73; 74"},
    Case{"face-covers-parts", "73+70; 72+73", "73; 70+71"},
    Case{"lips-toward", "8; 8B+12", "8+25; 25; 8 or 12; 8+25?"},
    Case{"lips-sucked-jaw", "28; 28C+12", "26+28; 28+27; 28+(25 or 26)"},
    Case{"mouth-stretched-lips", "27; 27D+1", "25+27; 26; ref(27)"},
    Case{"smile-cheek", "12D; L12E+25; 12D/E", "6+12D; 12C; 12; 12C/D; 12E+6?"},
    Case{"corner-twice", "12+13", "12; 13; 12/13"},
    Case{"upper-lip-twice", "9+10B", "9; 10; 9@10"},
    Case{"lips-forward-twice", "18+22", "18; 22+25; 18/22"},
    Case{"nod-twice", "59+85", "59; 85; 59+84"},
    Case{"shake-twice", "60+84", "60; 84; 60+85"},
};

QStringList broken(const QByteArray& text, FacsLevel atLeast = FacsLevel::Hint) {
    QStringList ids;
    for (const auto& finding : checkFacs(FacsCode::parse(text.toStdString())))
        if (finding.rule->level >= atLeast)
            ids << QString::fromUtf8(finding.rule->id.data(),
                                     static_cast<qsizetype>(finding.rule->id.size()));
    return ids;
}

} // namespace

class TestFacsRules : public QObject {
    Q_OBJECT

private slots:
    void aRuleFiresOnlyWhereItIsBroken_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArray>("breaks");
        QTest::addColumn<QByteArray>("keeps");
        for (const auto& row : kCases)
            QTest::newRow(row.rule) << QString(row.rule) << QByteArray(row.breaks) << QByteArray(row.keeps);
    }
    void aRuleFiresOnlyWhereItIsBroken() {
        QFETCH(QString, rule);
        QFETCH(QByteArray, breaks);
        QFETCH(QByteArray, keeps);
        for (const auto& text : breaks.split(';'))
            QVERIFY2(broken(text.trimmed()).contains(rule), text + " should break it");
        for (const auto& text : keeps.split(';'))
            QVERIFY2(!broken(text.trimmed()).contains(rule), text + " should keep it");
    }

    void everyRuleHasItsCase() {
        std::set<std::string_view> inTable;
        std::set<std::string_view> inCases;
        for (const auto& rule : facsRules()) {
            inTable.insert(rule.id);
            QVERIFY2(rule.sentence.ends_with('.'), rule.id.data());
        }
        for (const auto& row : kCases)
            inCases.insert(row.rule);
        QCOMPARE(inTable.size(), facsRules().size());
        QVERIFY(inTable == inCases);
        QVERIFY(inTable.size() >= 30);
    }

    void aFindingSaysWhere() {
        const auto code = FacsCode::parse("4 + 52B + 51");
        const auto findings = checkFacs(code);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(nameOf(findings[0].rule->level), std::string_view("error"));
        QCOMPARE(findings[0].where.size(), std::size_t{2});
        QCOMPARE(code.text(findings[0].where[0]), std::string_view("52B"));
        QCOMPARE(code.text(findings[0].where[1]), std::string_view("51"));
    }

    /// The combinations that FACS gives for the basic emotions, and a code from every kind of face.
    void ordinaryCodesAreLeftAlone() {
        for (const char* text :
             {"1+2+5B+26", "1+2+5B+25+27", "1+2+4+5+20+25", "6+12", "12C", "1+4+15+17", "9+16+15+26", "9+17",
              "10+16+25", "4+5+7+10+22+23+25", "4+5+7+23", "4+5+7+24", "L12+L14", "R14B", "7D+R10+AD39",
              "5+14+M58", "24+T18+16", "7B+ref(43)", ""})
            QCOMPARE(broken(text, FacsLevel::Warning), QStringList());
    }

    void aLongTextIsCheckedInTime() {
        std::string text = "12";
        for (int i = 0; i < 20'000; ++i)
            text += "+" + std::to_string(i % 99);
        QVERIFY(!checkFacs(FacsCode::parse(text)).empty());
    }

    void theListOfCodesAnswersByNumber() {
        QVERIFY(!facsAction(3) && !facsAction(-1) && !facsAction(99));
        for (const auto& action : facsActions()) {
            QCOMPARE(facsAction(action.number), &action);
            QVERIFY(!action.name.empty());
            QVERIFY(!(isUpperFace(action) && isLowerFace(action)));
            QVERIFY(!action.takesLip || action.region == FacsRegion::Lips || action.number == 36);
        }
        QVERIFY(isUpperFace(*facsAction(4)) && isUpperFace(*facsAction(6)) && isLowerFace(*facsAction(12)));
        QCOMPARE(nameOf(facsAction(30)->kind), std::string_view("action descriptor"));
        QCOMPARE(nameOf(facsAction(30)->region), std::string_view("jaw"));
    }
};

MIEN_TEST(TestFacsRules)

} // namespace tst_facs_rules

#include "tst_facs_rules.moc"
