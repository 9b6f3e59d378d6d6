// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/sheet.h"
#include "support/verify.h"
#include "workbook.h"

namespace tst_sheet {

using namespace mien;
using namespace mien::dataset;
using namespace mien::test;

class TestSheet : public QObject {
    Q_OBJECT

private slots:
    void aWorkbookKeepsStringsNumbersGapsAndOrder() {
        const auto bytes = zipOf(workbookParts(
            {"<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"C3\"><v>188.60000000000002</v></c></row>",
             sheetRow(1, {"x", "", "z"})},
            "<si><t>none</t></si><si><r><t>L10</t></r><r><t xml:space=\"preserve\"> + "
            "4</t></r><rPh><t>no</t></rPh></si>"));
        const auto sheets = parseSheets(bytes, "b.xlsx");
        MIEN_VERIFY(sheets);
        QCOMPARE(sheets->size(), std::size_t{2});
        const auto& row = sheets->at(0).rows.at(0);
        QCOMPARE(row.row, std::int64_t{3});
        QCOMPARE(row.cells.size(), std::size_t{3});
        QCOMPARE(row.cells[0].text, std::string("L10 + 4"));
        QVERIFY(!row.cells[0].number && row.cells[1].text.empty());
        QCOMPARE(row.cells[2].text, std::string("188.60000000000002"));
        QVERIFY(row.cells[2].number);
        QCOMPARE(sheets->at(1).source, std::string("b.xlsx [S2]"));
        QCOMPARE(std::string(sheets->at(1).rows.at(0).text(2)), std::string("z"));
        QCOMPARE(std::string(sheets->at(1).rows.at(0).text(99)), std::string());
    }

    void prefixesOfTheNamesDoNotMatter() {
        auto parts = workbookParts({"<x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row>"});
        parts[0].second =
            "<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
        const auto sheets = parseSheets(zipOf(parts), "b.xlsx");
        MIEN_VERIFY(sheets);
        QCOMPARE(sheets->at(0).rows.at(0).cells.at(0).text, std::string("7"));
    }

    void textIsReadWithItsPreambleAndLineNumbers() {
        const auto sheets =
            parseSheets("Codes of a dataset\n\n\"/\" = or\nSubject\tFilename\n006\t006_1\n", "t.tsv");
        QVERIFY(!sheets); // a quote ends before its cell does
        const auto tsv = parseSheets("Codes of a dataset\n\nSubject\tFilename\n006\t006_1\n", "t.tsv");
        MIEN_VERIFY(tsv);
        QCOMPARE(tsv->at(0).rows.size(), std::size_t{4});
        QCOMPARE(tsv->at(0).rows[3].row, std::int64_t{4});
        QCOMPARE(std::string(tsv->at(0).rows[3].text(1)), std::string("006_1"));
    }

    void hostileFilesEndWithOneSentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        const auto good = zipOf(workbookParts({sheetRow(1, {"a", "b"})}));
        row("cut off", good.substr(0, good.size() / 2));
        row("no workbook inside", zipOf({{"readme.txt", "hello"}}));
        row("old xls", std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
        row("binary", std::string("\x7f"
                                  "ELF\0\0",
                                  6));
        row("nonsense for XML", zipOf([] {
                auto parts = workbookParts({""});
                parts[0].second = "<worksheet><sheetData><row";
                return parts;
            }()));
        row("missing sheet", zipOf([] {
                auto parts = workbookParts({""});
                parts.erase(parts.begin());
                return parts;
            }()));
        row("string that is not there",
            zipOf(workbookParts({"<row><c t=\"s\"><v>5</v></c></row>"}, "<si/>")));
        row("negative string", zipOf(workbookParts({"<row><c t=\"s\"><v>-1</v></c></row>"}, "<si/>")));
        row("far column", zipOf(workbookParts({"<row><c r=\"XFD1\"><v>5</v></c></row>"})));
        row("column of nonsense", zipOf(workbookParts({"<row><c r=\"1A\"><v>5</v></c></row>"})));
        row("cells backwards", zipOf(workbookParts({"<row><c r=\"B1\"/><c r=\"A1\"/></row>"})));
        row("rows backwards", zipOf(workbookParts({"<row r=\"2\"/><row r=\"1\"/>"})));
        row("row beyond the format", zipOf(workbookParts({"<row r=\"99999999999\"/>"})));
        row("zip bomb", zipOf(workbookParts({std::string(40 << 20, ' ')})));
        std::string wide;
        for (int i = 1; i <= 1000; ++i)
            wide += "<row><c r=\"AMI" + std::to_string(i) + "\"><v>1</v></c></row>";
        row("gaps without end", zipOf(workbookParts({wide})));
        std::string many = "<row>";
        for (int i = 0; i < 300; ++i)
            many += "<c t=\"s\"><v>0</v></c>";
        row("one long string many times",
            zipOf(workbookParts({many + "</row>"}, "<si><t>" + std::string(1 << 20, 'x') + "</t></si>")));
    }
    void hostileFilesEndWithOneSentence() {
        QFETCH(QByteArray, bytes);
        const auto sheets = parseSheets(bytes.toStdString(), "bad.xlsx");
        QVERIFY(!sheets);
        const auto& error = sheets.error();
        QVERIFY2(error.message.ends_with('.') || error.message.ends_with('?'), error.message.c_str());
        QVERIFY(error.sentence().starts_with("bad.xlsx"));
        QVERIFY2(error.code == ErrorCode::Corrupt || error.code == ErrorCode::Unsupported ||
                     error.code == ErrorCode::NotFound,
                 error.message.c_str());
    }

    void deepNestingIsNoReasonToFall() {
        std::string deep;
        for (int i = 0; i < 200'000; ++i)
            deep += "<a>";
        QVERIFY(!parseSheets(zipOf(workbookParts({deep})), "deep.xlsx"));
    }

    void columnsAreCalledAsInAWorkbook() {
        QCOMPARE(columnLetters(0), std::string("A"));
        QCOMPARE(columnLetters(25), std::string("Z"));
        QCOMPARE(columnLetters(26), std::string("AA"));
        QCOMPARE(columnLetters(701), std::string("ZZ"));
        QCOMPARE(columnLetters(702), std::string("AAA"));
    }
};

MIEN_TEST(TestSheet)

} // namespace tst_sheet

#include "tst_sheet.moc"
