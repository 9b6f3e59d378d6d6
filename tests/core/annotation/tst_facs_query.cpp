// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_query.h"
#include "support/verify.h"

namespace tst_facs_query {

using namespace mien::annotation;

class TestFacsQuery : public QObject {
    Q_OBJECT

private slots:
    void expressionsAreAnswered_data() {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("yes");
        QTest::addColumn<QByteArray>("maybe");
        QTest::addColumn<QByteArray>("no");
        const auto row = [](const char* code, const char* yes, const char* maybe, const char* no) {
            QTest::newRow(code) << QByteArray(code) << QByteArray(yes) << QByteArray(maybe) << QByteArray(no);
        };
        row("L12B+25",
            "12; L12; 12B; L12 >= B; AU12; 12 & !6; 25 | 6; (1|25)&12; U12; S25; 12 and 25; 12, 25",
            "25 >= B; 25A; 25 != C",
            "6; R12; A12; S12; U25; 12 >= C; 12C; !12; 12 & 6; 12 & !25; 1 or 2; M12; ref(12); 12 < B");
        row("12A or 14A", "12 | 14; 12A | 14A; !(12 & 14); 12 | !12; !6", "12; 14; 12A; !14; 12 & !14",
            "12 & 14; 12B; 6");
        row("10A/B", "10; 10 <= B; 10 < C; 10A | 10B; 10 != C", "10A; 10 >= B; 10 = B", "10 > B; 10C");
        row("A/L12", "12; A12 | L12; !R12", "L12; A12; U12", "R12; S12");
        row("ref(7B)+4", "ref(7); ref(7B); 4; !7; ref(7) & 4", "", "7; ref(4); ref(7C)");
        row("ref(L12 or L10)", "ref(12 | 10)", "ref(12); ref(L10)", "12; 10");
        row("(loses 1+2) or (4(B/C))", "!1", "4; 4 >= C; 4B", "1; 2; 4A");
        row("31?", "", "31; !31", "31 & !31; 30");
        row("6(k)", "", "6", "7");
        row("?", "", "12; !12; 12 & !6", "");
        row("NULL", "!12", "", "12");
        row("7D+glare", "7; 7 >= D", "", "12");
        row("L12B+R12D", "12 >= D; L12 & R12; 12B & 12D", "", "L12D; 12E");
        row("M58+12", "M58; 58; 12", "", "M12");
        row("A(1+2)C", "A1C & A2C", "", "1B");
        row("double 45", "45", "", "46");
    }
    void expressionsAreAnswered() {
        QFETCH(QByteArray, code);
        const auto parsed = FacsCode::parse(code.toStdString());
        for (const auto* answer : {"yes", "maybe", "no"}) {
            QFETCH(QByteArray, yes);
            QFETCH(QByteArray, maybe);
            QFETCH(QByteArray, no);
            const auto list = QByteArray(answer) == "yes" ? yes : QByteArray(answer) == "no" ? no : maybe;
            for (const auto& text : list.split(';')) {
                if (text.trimmed().isEmpty())
                    continue;
                const auto query = FacsQuery::parse(text.toStdString());
                MIEN_VERIFY(query);
                QVERIFY2(nameOf(query->ask(parsed)) == answer,
                         (text + " of " + code + ": " + std::string(nameOf(query->ask(parsed))).c_str()));
            }
        }
    }

    void whatIsNoExpressionGetsASentence_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("at");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("open bracket") << QByteArray("(12 & 6") << 8;
        QTest::newRow("closing bracket") << QByteArray("12)") << 3;
        QTest::newRow("no number") << QByteArray("12 & L") << 6;
        QTest::newRow("no intensity") << QByteArray("12 >= 3") << 7;
        QTest::newRow("two terms") << QByteArray("12 6") << 4;
        QTest::newRow("a word") << QByteArray("smile") << 1;
        QTest::newRow("ref alone") << QByteArray("ref 12") << 5;
        QTest::newRow("too long a number") << QByteArray("99999999999") << 1;
        QTest::newRow("negative") << QByteArray("-12") << 1;
        QTest::newRow("too deep") << QByteArray(300, '(') << 52;
        QTest::newRow("half an and") << QByteArray("12 &") << 5;
    }
    void whatIsNoExpressionGetsASentence() {
        QFETCH(QByteArray, text);
        QFETCH(int, at);
        const auto query = FacsQuery::parse(text.toStdString());
        QVERIFY(!query);
        QCOMPARE(query.error().code, mien::ErrorCode::InvalidArgument);
        QVERIFY2(query.error().message.find("character " + std::to_string(at) + ":") != std::string::npos,
                 query.error().message.c_str());
        QVERIFY(query.error().message.ends_with("."));
    }

    void aUnitIsAskedForWithoutAnExpression() {
        const auto code = FacsCode::parse("L12B+(6 or 7)+25");
        QCOMPARE(hasUnit(code, 12), FacsAnswer::Yes);
        QCOMPARE(hasUnit(code, 12, FacsSide::Left), FacsAnswer::Yes);
        QCOMPARE(hasUnit(code, 12, FacsSide::Right), FacsAnswer::No);
        QCOMPARE(hasUnit(code, 25, FacsSide::Bilateral), FacsAnswer::Yes);
        QCOMPARE(hasUnit(code, 6), FacsAnswer::Maybe);
    }

    void moreReadingsThanCanBeGoneThroughAreMaybe() {
        std::string text = "1";
        std::string asked = "1";
        for (int n = 2; n < 40; ++n) {
            text += "+" + std::to_string(n) + "?";
            asked += "|" + std::to_string(n);
        }
        const auto code = FacsCode::parse(text);
        QCOMPARE(FacsQuery::parse(asked)->ask(code), FacsAnswer::Maybe);
        QCOMPARE(FacsQuery::parse("1")->ask(code), FacsAnswer::Yes); // only what is asked for is told apart
    }
};

MIEN_TEST(TestFacsQuery)

} // namespace tst_facs_query

#include "tst_facs_query.moc"
