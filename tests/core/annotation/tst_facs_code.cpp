// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_code.h"
#include "core/base/rng.h"
#include "support/facs_samples.h"
#include "support/verify.h"

namespace tst_facs_code {

using namespace mien;
using namespace mien::annotation;

namespace {

QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

QByteArray flagsOf(const FacsCode& code) {
    QByteArrayList names;
    for (const auto& flag : code.flags())
        names.append(bytes(std::string(nameOf(flag.kind))));
    return names.join(' ');
}

QByteArray numbersOf(const std::vector<int>& numbers) {
    QByteArrayList out;
    for (const int n : numbers)
        out.append(QByteArray::number(n));
    return out.join(' ');
}

} // namespace

class TestFacsCode : public QObject {
    Q_OBJECT

private slots:
    void everyFormOfRealTablesIsReadOrFlagged_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("canonical");
        QTest::addColumn<QByteArray>("flags");
        for (const auto& sample : test::kFacsSamples)
            QTest::addRow("%s", sample.raw)
                << QByteArray(sample.raw) << QByteArray(sample.canonical) << QByteArray(sample.flags);
    }
    void everyFormOfRealTablesIsReadOrFlagged() {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, canonical);
        QFETCH(QByteArray, flags);
        const auto code = FacsCode::parse(raw.toStdString());
        QCOMPARE(bytes(code.asWritten()), raw);
        QCOMPARE(bytes(code.canonical()), canonical);
        QCOMPARE(flagsOf(code), flags);
        for (const auto& flag : code.flags()) {
            QVERIFY(flag.span.begin < flag.span.end && flag.span.end <= code.raw().size());
            QVERIFY(flag.sentence.ends_with("."));
        }
    }

    void whatIsCertainIsToldFromWhatIsPossible_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("definite");
        QTest::addColumn<QByteArray>("possible");
        QTest::newRow("joined") << QByteArray("12B+L4+12") << QByteArray("4 12") << QByteArray("4 12");
        QTest::newRow("alternatives")
            << QByteArray("(R6 or R12)+R15") << QByteArray("15") << QByteArray("6 12 15");
        QTest::newRow("reference") << QByteArray("7B+ref(43)") << QByteArray("7") << QByteArray("7");
        QTest::newRow("negated") << QByteArray("25+(loses 1+2)") << QByteArray("25") << QByteArray("25");
        QTest::newRow("doubted") << QByteArray("31?+4") << QByteArray("4") << QByteArray("4 31");
        QTest::newRow("marked") << QByteArray("AU12+AU6(k)") << QByteArray("12") << QByteArray("6 12");
        QTest::newRow("repeated") << QByteArray("double 45") << QByteArray("45") << QByteArray("45");
        QTest::newRow("empty") << QByteArray("NULL") << QByteArray() << QByteArray();
    }
    void whatIsCertainIsToldFromWhatIsPossible() {
        QFETCH(QByteArray, raw);
        const auto code = FacsCode::parse(raw.toStdString());
        QTEST(numbersOf(code.definite()), "definite");
        QTEST(numbersOf(code.possible()), "possible");
    }

    void lettersBecomeFields() {
        const auto list = FacsCode::parse("AD R30C + A/L12 + 10A/B + M58 + 25").occurrences();
        QCOMPARE(list.size(), std::size_t{5});
        QCOMPARE(list[0].unit.prefix, FacsPrefix::AD);
        QCOMPARE(list[0].unit.sides.single(), std::optional(FacsSide::Right));
        QCOMPARE(list[0].unit.strength, (FacsStrength{Intensity::C, Intensity::C}));
        QCOMPARE(list[1].unit.sides.list(), (std::vector{FacsSide::Left, FacsSide::Asymmetric}));
        QVERIFY(!list[1].unit.sides.single());
        QCOMPARE(list[2].unit.strength, (FacsStrength{Intensity::A, Intensity::B}));
        QCOMPARE(list[3].unit.prefix, FacsPrefix::M);
        QCOMPARE(list[4].unit.sides.single(), std::optional(FacsSide::Bilateral));
        QVERIFY(!list[4].unit.strength.scored());
    }

    void aBracketHandsItsLettersDown() {
        const auto list = FacsCode::parse("A(4B/C+R5)+(1+2)D").occurrences();
        QCOMPARE(list[0].unit.sides.single(), std::optional(FacsSide::Asymmetric));
        QCOMPARE(list[1].unit.sides.single(), std::optional(FacsSide::Right));
        QCOMPARE(list[2].unit.strength.high, Intensity::D);
        QCOMPARE(list[3].unit.strength.low, Intensity::D);
    }

    void theHigherOfTwoSidesIsTheStrength() {
        const auto code = FacsCode::parse("L12B+R12D+25+ref(12E)");
        QCOMPARE(code.strength(12), std::optional(FacsStrength{Intensity::D, Intensity::D}));
        QVERIFY(!code.strength(25));
        QVERIFY(!code.strength(6));
    }

    void spansPointAtWhatWasWritten() {
        const auto code = FacsCode::parse("1+ (L/A)4B +ref( 7 )");
        const auto list = code.occurrences();
        QCOMPARE(bytes(std::string(code.text(list[1].span))), QByteArray("(L/A)4B"));
        QCOMPARE(bytes(std::string(code.text(list[2].span))), QByteArray("7"));
    }

    void anyBytesAreEmittedAgain() {
        Rng rng(6);
        const std::string alphabet = "0123456789+()/,?@-. LRATBCDEMUaorefks\xC3\xA4\xFF\n\t\"";
        for (int round = 0; round < 4000; ++round) {
            std::string text;
            for (auto n = rng.below(40); n > 0; --n)
                text += alphabet[rng.below(alphabet.size())];
            const auto code = FacsCode::parse(text);
            QCOMPARE(bytes(code.asWritten()), bytes(text));
            std::size_t at = 0;
            for (const auto& token : code.tokens()) {
                QCOMPARE(token.span.begin, at);
                QVERIFY2(token.part != FacsPart::None, text.c_str());
                at = token.span.end;
                if (token.part != FacsPart::Unread)
                    continue;
                QVERIFY2(std::any_of(code.flags().begin(), code.flags().end(),
                                     [&](const FacsFlag& flag) {
                                         return flag.span.begin <= token.span.begin &&
                                                token.span.end <= flag.span.end;
                                     }),
                         text.c_str());
            }
            QCOMPARE(at, text.size());
        }
    }

    void whatIsWrittenIsReadBackTheSame() {
        Rng rng(7);
        for (int round = 0; round < 3000; ++round) {
            FacsNode tree = randomList(rng, FacsNodeKind::All, 3);
            const auto text = facsText(tree);
            const auto code = FacsCode::parse(text);
            QVERIFY2(code.flags().empty(), text.c_str());
            QVERIFY2(code.root().sameAs(tree), text.c_str());
            QCOMPARE(bytes(code.canonical()), bytes(text));
        }
    }

    void hugeInputDoesNotExhaustTheMachine() {
        for (const char* piece :
             {"(", ")", "ref ", "(L/A)", "12A/", "loses ", "9", "A/", "twice - ", "12 "}) {
            std::string text;
            while (text.size() < 100'000)
                text += piece;
            const auto code = FacsCode::parse(text);
            QVERIFY(code.asWritten() == text);
        }
    }

private:
    static FacsNode randomUnit(Rng& rng) {
        FacsNode node;
        node.kind = FacsNodeKind::Unit;
        node.unit.number = static_cast<int>(rng.below(99));
        if (rng.below(8) == 0)
            node.unit.prefix = FacsPrefix::M;
        for (auto n = rng.below(3); n > 0; --n)
            node.unit.sides.add(static_cast<FacsSide>(rng.below(6)));
        if (rng.below(2) == 0) {
            node.unit.strength.low = static_cast<Intensity>(1 + rng.below(5));
            node.unit.strength.high =
                rng.below(3) == 0 ? static_cast<Intensity>(1 + rng.below(5)) : node.unit.strength.low;
        }
        node.unit.unsure = rng.below(10) == 0;
        return node;
    }
    /// Two to four children of other kinds; at the bottom only units.
    static FacsNode randomList(Rng& rng, FacsNodeKind kind, int depth) {
        FacsNode node;
        node.kind = kind;
        for (auto n = 2 + rng.below(3); n > 0; --n)
            node.children.push_back(randomNode(rng, kind, depth - 1));
        return node;
    }
    static FacsNode randomNode(Rng& rng, FacsNodeKind around, int depth) {
        const auto other = around == FacsNodeKind::All ? FacsNodeKind::Either : FacsNodeKind::All;
        if (depth <= 0 || rng.below(2) == 0)
            return randomUnit(rng);
        if (rng.below(2) == 0)
            return randomList(rng, other, depth);
        FacsNode node;
        node.kind =
            std::array{FacsNodeKind::Reference, FacsNodeKind::Negated, FacsNodeKind::Repeated}[rng.below(3)];
        node.children.push_back(rng.below(2) == 0 ? randomUnit(rng) : randomList(rng, other, depth));
        return node;
    }
};

MIEN_TEST(TestFacsCode)

} // namespace tst_facs_code

#include "tst_facs_code.moc"
