// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/csv.h"
#include "core/base/rng.h"
#include "support/verify.h"

namespace tst_csv {

using namespace mien;
using namespace mien::annotation;

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void readsWhatTablesLookLike_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray("a,b\n1,x y\n2,\n");
        QTest::newRow("no last line end") << QByteArray("a,b\n1,x y\n2,");
        QTest::newRow("crlf") << QByteArray("a,b\r\n1,x y\r\n2,\r\n");
        QTest::newRow("cr") << QByteArray("a,b\r1,x y\r2,\r");
        QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a,b\n1,x y\n2,\n");
        QTest::newRow("blank lines") << QByteArray("\n\na,b\n\n1,x y\n,\n2,\n\n");
        QTest::newRow("quotes") << QByteArray("\"a\",\"b\"\n\"1\", \"x y\" \n2,\"\"\n");
        QTest::newRow("blanks") << QByteArray(" a , b\n1 ,  x y\n 2,\n");
        QTest::newRow("semicolons") << QByteArray("a;b\n1;x y\n2;\n");
        QTest::newRow("tabs") << QByteArray("a\tb\n1\tx y\n2\t\n");
        QTest::newRow("short row") << QByteArray("a,b\n1,x y\n2\n");
        QTest::newRow("extra separators") << QByteArray("a,b\n1,x y,,\n2,\n");
    }
    void readsWhatTablesLookLike() {
        QFETCH(QByteArray, text);
        const auto table = parseCsv(text.toStdString(), "t.csv");
        MIEN_VERIFY(table);
        QCOMPARE(table->header, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(table->rows.size(), std::size_t{2});
        QCOMPARE(table->rows[0].cells, (std::vector<std::string>{"1", "x y"}));
        QCOMPARE(table->rows[1].cells, (std::vector<std::string>{"2", ""}));
        QCOMPARE(table->column({"B"}), std::nullopt); // names are given in lower case
        QCOMPARE(table->column({"none", "b"}), std::optional<std::size_t>{1});
    }

    void linesAreCountedThroughQuotedCells() {
        const auto table = parseCsv("a,b\n\"one\ntwo\r\nthree\",1\nx,2\n", "t.csv");
        MIEN_VERIFY(table);
        QCOMPARE(table->rows[0].cells[0], std::string("one\ntwo\r\nthree"));
        QCOMPARE(table->rows[0].line, std::int64_t{2});
        QCOMPARE(table->rows[1].line, std::int64_t{5});
    }

    void badTextGetsASentenceWithItsLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("location");
        QTest::newRow("empty") << QByteArray() << "t.csv";
        QTest::newRow("only blank lines") << QByteArray("\n\r\n , \n") << "t.csv";
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"x\n\n") << "t.csv:2";
        QTest::newRow("text after quote") << QByteArray("a,b\n1,\"x\"y\n") << "t.csv:2";
        QTest::newRow("too many cells") << QByteArray("a,b\n1,2\n1,2,3\n") << "t.csv:3";
        QTest::newRow("zero bytes") << QByteArray("a,b\n1,\0\n", 8) << "t.csv";
        QTest::newRow("utf-16") << QByteArray("\xFF\xFE"
                                              "a\0,\0",
                                              6)
                                << "t.csv";
        QTest::newRow("endless row") << QByteArray("a\n") + QByteArray(20000, ',') << "t.csv:2";
    }
    void badTextGetsASentenceWithItsLine() {
        QFETCH(QByteArray, text);
        QFETCH(QString, location);
        const auto table = parseCsv({text.constData(), static_cast<std::size_t>(text.size())}, "t.csv");
        QVERIFY(!table);
        QCOMPARE(QString::fromStdString(table.error().location), location);
        QVERIFY(table.error().message.size() > 10);
    }

    void whatIsWrittenIsReadBack() {
        Rng rng(3);
        const std::string letters = "ab,;\t\"\r\n é";
        for (int round = 0; round < 400; ++round) {
            std::vector<std::string> cells(1 + rng.below(5));
            for (auto& cell : cells)
                for (auto n = rng.below(6); n > 0; --n)
                    cell += letters[rng.below(letters.size())];
            cells.push_back("end");
            const auto header = std::vector<std::string>(cells.size(), "h");
            const auto table = parseCsv(csvLine(header) + csvLine(cells), "t.csv");
            MIEN_VERIFY(table);
            QCOMPARE(table->rows.at(0).cells, cells);
        }
    }

    void missingFilesAndFoldersAreNamed() {
        QCOMPARE(readCsv("/nowhere/t.csv").error().code, ErrorCode::NotFound);
        QCOMPARE(readCsv("/").error().code, ErrorCode::Unreadable);
    }
};

MIEN_TEST(TestCsv)

} // namespace tst_csv

#include "tst_csv.moc"
