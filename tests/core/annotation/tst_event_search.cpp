// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_search.h"
#include "support/verify.h"

#include <QRegularExpression>
#include <QtTest>

#include <set>

namespace tst_event_search {

using namespace mien;
using namespace mien::annotation;

namespace {

Searchable coded(const char* code, Intensity intensity = Intensity::Unscored, Side side = Side::Bilateral) {
    ExpressionEvent event;
    event.onset = {10};
    event.offset = {20};
    event.type = ExpressionType::Micro;
    event.actionUnits = code;
    event.intensity = intensity;
    event.side = side;
    return Searchable::of(event, 0.4);
}

bool finds(const char* question, const Searchable& subject) {
    const auto search = EventSearch::parse(question);
    if (!search) {
        qCritical("%s: %s", question, search.error().sentence().c_str());
        QTest::qFail("the question cannot be read", __FILE__, __LINE__);
        return false;
    }
    return search->matches(subject);
}

std::string refusal(const char* question) {
    const auto search = EventSearch::parse(question);
    return search ? "" : search.error().sentence();
}

} // namespace

class TestEventSearch : public QObject {
    Q_OBJECT

private slots:
    void codesAreReadAsPeopleWriteThem_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("read");
        QTest::newRow("plus") << "L12B+25"
                              << "L12B 25";
        QTest::newRow("spaces") << "1 2 4c"
                                << "1 2 4C";
        QTest::newRow("AU") << "AU4 & AU6C, LAU14"
                            << "4 6C L14";
        QTest::newRow("run together") << "12BR6"
                                      << "12B R6";
        QTest::newRow("intensities in a row") << "1B2B5D"
                                              << "1B 2B 5D";
        QTest::newRow("lips") << "T23+B23D"
                              << "T23 B23D";
        QTest::newRow("asymmetric") << "A12"
                                    << "A12";
        QTest::newRow("movement") << "M59"
                                  << "59 M59";
        QTest::newRow("words") << "smile 123456"
                               << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("none") << "NULL"
                              << "";
        QTest::newRow("lost") << "25+(loses 1+2)"
                              << "25";
        QTest::newRow("too slight") << "7B+ref(43)"
                                    << "7B ref(43)";
        QTest::newRow("bracket") << "A(4B+R5)"
                                 << "A4B R5";
        QTest::newRow("a joined AU") << "12CAU6"
                                     << "12C 6";
    }
    void codesAreReadAsPeopleWriteThem() {
        QFETCH(QString, code);
        QFETCH(QString, read);
        const auto subject = coded(code.toUtf8().constData());
        std::set<int> there;
        for (const QString& one : read.split(' ', Qt::SkipEmptyParts)) {
            QVERIFY2(finds(one.toUtf8().constData(), subject), qPrintable(one));
            if (!one.startsWith("ref"))
                there.insert(QRegularExpression("[0-9]+").match(one).captured().toInt());
        }
        for (int number = 0; number <= 130; ++number) // and no others
            QCOMPARE(finds(std::to_string(number).c_str(), subject), there.contains(number));
    }

    void whatACodeLeavesOpenIsAHit_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("question");
        QTest::addColumn<int>("answer");
        const auto row = [](const char* code, const char* question, FacsAnswer answer) {
            QTest::addRow("%s asked for %s", code, question) << code << question << static_cast<int>(answer);
        };
        using enum FacsAnswer;
        row("12 or 14", "12", Maybe);
        row("12 or 14", "14", Maybe);
        row("12 or 14", "!12", Maybe);
        row("12 or 14", "12 | 14", Yes);
        row("12 or 14", "12/14", Yes);
        row("12 or 14", "12 & 14", No); // never both at once
        row("12 or 14", "!12 & !14", No);
        row("12 or 14", "12 & macro", No); // it is micro in every reading
        row("12 or 14", "12 | micro", Yes);
        row("12A/B", "12B", Maybe);
        row("12A/B", "12 >= A", Yes);
        row("12A/B", "12 > B", No);
        row("A/L12", "L12", Maybe);
        row("31?", "31", Maybe);
        row("?", "12", Maybe);
        row("?", "macro & 12", No);
        row("?", "micro", Yes);
        row("12", "12 >= A", No); // nobody scored it
        row("ref(12)", "12", No);
        row("ref(12)", "ref(12 & !6)", Yes);
        row("L12", "U12", Yes);
        row("L12", "S12", No);
        row("12", "S12", Yes);
        row("12", "U12 | s12b", No);
    }
    void whatACodeLeavesOpenIsAHit() {
        QFETCH(QString, code);
        QFETCH(QString, question);
        const auto subject = coded(code.toUtf8().constData());
        const auto search = EventSearch::parse(question.toStdString());
        MIEN_VERIFY(search);
        QTEST(static_cast<int>(search->ask(subject)), "answer");
        QCOMPARE(search->matches(subject), search->ask(subject) != FacsAnswer::No);
    }

    void notBindsStrongerThanAndAndThatThanOr() {
        const auto only = [](const char* code) { return coded(code); };
        QVERIFY(finds("12 & 6 & !4", only("6+12")));
        QVERIFY(!finds("12 & 6 & !4", only("4+6+12")));
        QVERIFY(finds("1 | 2 & 3", only("1")));
        QVERIFY(!finds("(1 | 2) & 3", only("1")));
        QVERIFY(finds("(1 | 2) & 3", only("2+3")));
        QVERIFY(finds("!1 & 2", only("2")));
        QVERIFY(finds("!(1 & 2)", only("2")));
        QVERIFY(!finds("!(1 | 2)", only("2")));
        QVERIFY(finds("!!2", only("2")));
        QVERIFY(finds("12 6", only("6+12"))); // "and" may be left out
        QVERIFY(!finds("12 6", only("12")));
        QVERIFY(finds("12+6", only("6+12")));
        QVERIFY(finds("1 2 | 3", only("3")));
        QVERIFY(finds("12 && 6 || 4", only("4")));
    }

    void aNumberIsAWholeUnit() {
        QVERIFY(!finds("1", coded("12")));
        QVERIFY(!finds("2", coded("12")));
        QVERIFY(finds("AU12", coded("R12")));
    }

    void sidesAreTheUnitsOwnElseTheEvents() {
        QVERIFY(finds("L14", coded("L14")));
        QVERIFY(!finds("L14", coded("R14")));
        QVERIFY(finds("L14", coded("14", Intensity::Unscored, Side::Left)));
        QVERIFY(!finds("L14", coded("14")));
        QVERIFY(!finds("L14", coded("R14", Intensity::Unscored, Side::Left)));
        QVERIFY(finds("14", coded("R14")));
        QVERIFY(finds("T23", coded("T23")));
        QVERIFY(!finds("T23", coded("B23")));
    }

    void intensitiesAreCompared() {
        QVERIFY(finds("L14 >= B", coded("L14B")));
        QVERIFY(finds("L14 >= B", coded("L14D")));
        QVERIFY(!finds("L14 >= B", coded("L14A")));
        QVERIFY(finds("12 < c", coded("12B")));
        QVERIFY(finds("12 <= C", coded("12C")));
        QVERIFY(finds("12 > C", coded("12E")));
        QVERIFY(finds("12 = C", coded("12C")));
        QVERIFY(finds("12 != C", coded("12B")));
        QVERIFY(finds("12C", coded("12C")));
        QVERIFY(!finds("12C", coded("12D")));
        QVERIFY(finds("12>=B", coded("12", Intensity::C)));      // the event's own
        QVERIFY(!finds("12>=B", coded("12A", Intensity::C)));    // the unit's goes before it
        for (const char* any : {"12 >= A", "12 != C", "12 < E"}) // nobody scored it: no comparison fits
            QVERIFY(!finds(any, coded("12")));
        QVERIFY(finds("!(12 >= A)", coded("12")));
    }

    void wordsSayTypeStateAndNote() {
        Searchable event = coded("12");
        event.event.note = "Eye blink, TWO words";
        QVERIFY(finds("micro", event));
        QVERIFY(!finds("macro", event));
        QVERIFY(finds("event & !proposal", event));
        QVERIFY(finds("note", event));
        QVERIFY(!finds("note", coded("12")));
        QVERIFY(finds("note:blink", event));
        QVERIFY(finds("note:\"two WORDS\"", event));
        QVERIFY(finds("\"two words\"", event));
        QVERIFY(!finds("\"three words\"", event));
        Proposal machine;
        machine.score = 0.3;
        machine.looksLike = "blink";
        const auto waiting = Searchable::of(machine, event.event, SearchState::Waiting, 0.3);
        for (const char* fits : {"proposal", "waiting", "!taken", "unsure", "blink", "!speech", "MICRO",
                                 "confidence = 30", "duration < 0.5"})
            QVERIFY2(finds(fits, waiting), fits);
        for (const char* fitsNot : {"event", "rejected", "head", "confidence > 30", "duration >= 0.5"})
            QVERIFY2(!finds(fitsNot, waiting), fitsNot);
    }

    void errorsPointAtTheColumn_data() {
        QTest::addColumn<QString>("question");
        QTest::addColumn<int>("column");
        QTest::newRow("missing after &") << "12 &" << 5;
        QTest::newRow("missing before |") << "| 12" << 1;
        QTest::newRow("two joiners") << "12 & | 6" << 6;
        QTest::newRow("open parenthesis") << "12 & (6 | 4" << 6;
        QTest::newRow("closed twice") << "(12))" << 5;
        QTest::newRow("empty parentheses") << "12 ()" << 5;
        QTest::newRow("unknown word") << "12 & smile" << 6;
        QTest::newRow("no intensity") << "L14 >= F" << 8;
        QTest::newRow("no intensity at the end") << "L14 >=" << 7;
        QTest::newRow("compares two") << "12+6 > B" << 6;
        QTest::newRow("compares twice") << "12B > B" << 5;
        QTest::newRow("open quote") << "12 \"smile" << 4;
        QTest::newRow("empty quote") << "12 \"\"" << 4;
        QTest::newRow("no text") << "note: & 12" << 7;
        QTest::newRow("no number") << "confidence < B" << 14;
        QTest::newRow("no comparison") << "duration 5" << 10;
        QTest::newRow("letters beyond ASCII are one column each") << "\"äöü\" & &" << 9;
        QTest::newRow("stray colon") << "12 : 6" << 4;
        QTest::newRow("a word with a number") << "6 frame12" << 3;
        QTest::newRow("a doubt is no question") << "31?" << 1;
        QTest::newRow("a range is no question") << "12A-C" << 1;
        QTest::newRow("ref of nothing") << "ref 12" << 5;
        QTest::newRow("one-sided twice") << "6 UL12" << 3;
        QTest::newRow("one-sided two") << "6 U12+6" << 3;
    }
    void errorsPointAtTheColumn() {
        QFETCH(QString, question);
        QFETCH(int, column);
        const auto said = QString::fromStdString(refusal(question.toUtf8().constData()));
        QVERIFY2(said.startsWith(QString("Column %1: ").arg(column)), qPrintable(said));
        QVERIFY2(said.endsWith('.'), qPrintable(said));
    }

    void anEmptyQuestionAsksForOne() {
        QVERIFY(!refusal("").empty());
        QVERIFY(!refusal("  \t ").empty());
    }

    void deepAndLongQuestionsAreRefusedNotDiedOf() {
        QVERIFY(finds((std::string(60, '(') + "12" + std::string(60, ')')).c_str(), coded("12")));
        QVERIFY(!refusal(std::string(1000, '(').c_str()).empty());
        QVERIFY(!refusal(std::string(1000, '!').c_str()).empty());
        QVERIFY(!refusal(std::string(100000, '1').c_str()).empty());
    }
};

MIEN_TEST(TestEventSearch)

} // namespace tst_event_search

#include "tst_event_search.moc"
