// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_table.h"
#include "support/verify.h"

namespace tst_event_table {

using namespace mien;
using namespace mien::annotation;

namespace {

const std::string kInternalHeader = "subject,video_name,start_frame,apex_frame,end_frame,type_idx,au\n";

TableEvent everyField() {
    TableEvent e;
    e.video = "film, the \"second\"";
    e.subject = "s01";
    e.tier = "reading 1";
    e.coder = "Ann";
    e.type = ExpressionType::Micro;
    e.onset = {10};
    e.apex = FrameIndex{14};
    e.offset = FrameIndex{19};
    e.onsetS = 1.0 / 3.0;
    e.offsetS = 0.1;
    e.actionUnits = "L12B+25";
    e.side = Side::Left;
    e.intensity = Intensity::C;
    e.confidence = 0.7;
    e.note = "two\nlines";
    return e;
}

} // namespace

class TestEventTable : public QObject {
    Q_OBJECT

private slots:
    void formatsAreRecognisedByTheirHeader() {
        QCOMPARE(parseEventTable("vid,pred_onset,pred_offset,type\n", "t")->format, std::string("megc"));
        QCOMPARE(parseEventTable("VID;PRED_ONSET;PRED_OFFSET;TYPE\n", "t")->format, std::string("megc"));
        QCOMPARE(parseEventTable(kInternalHeader, "t")->format, std::string("internal"));
        std::vector<TableNote> notes;
        const auto mien = eventTableFormat("mien");
        QCOMPARE(parseEventTable((*mien)->write({}, notes), "t")->format, std::string("mien"));
        QCOMPARE(parseEventTable("some,thing\n1,2\n", "t").error().code, ErrorCode::Corrupt);
        QCOMPARE(parseEventTable("vid,type\n", "t", "megc").error().code, ErrorCode::Corrupt);
        QCOMPARE(parseEventTable("vid,type\n", "t", "xyz").error().code, ErrorCode::InvalidArgument);
    }

    void everyFormatReadsWhatItWrites() {
        TableEvent plain;
        plain.video = "a";
        plain.onset = {3};
        plain.offset = FrameIndex{9};
        for (const auto& format : eventTableFormats()) {
            QVERIFY(!format.extensions.empty());
            std::vector<TableNote> notes;
            const auto text = format.write({plain}, notes);
            QVERIFY2(notes.empty(), notes.empty() ? "" : notes[0].text.c_str());
            const auto back = parseEventTable(text, "t", format.name);
            MIEN_VERIFY(back);
            QVERIFY(back->notes.empty());
            QVERIFY(back->events.at(0).sameAs(plain));
            QCOMPARE(parseEventTable(text, "t")->format, std::string(format.name));
        }
    }

    void mienKeepsEveryField() {
        std::vector<TableNote> notes;
        const auto text = (*eventTableFormat("mien"))->write({everyField()}, notes);
        const auto back = parseEventTable(text, "t");
        MIEN_VERIFY(back);
        QVERIFY(notes.empty() && back->notes.empty());
        QVERIFY(back->events.at(0).sameAs(everyField()));
        QVERIFY(text.find("333.333") != std::string::npos); // milliseconds beside the seconds
    }

    void megcSaysWhatItCannotCarry() {
        std::vector<TableNote> notes;
        const auto text = (*eventTableFormat("megc"))->write({everyField()}, notes);
        QCOMPARE(text,
                 std::string("vid,pred_onset,pred_offset,type\n\"film, the \"\"second\"\"\",10,19,me\n"));
        QCOMPARE(notes.size(), std::size_t{9});
    }

    void anUnknownOffsetIsRepairedOrListed() {
        const auto table = parseEventTable(kInternalHeader + "s,v,100,110,0,1,4\ns,v,200,0,0,2,4\n", "t");
        MIEN_VERIFY(table);
        QVERIFY(!table->events[0].offset && !table->events[1].offset);
        std::vector<TableNote> notes;
        const auto text = (*eventTableFormat("megc"))->write(table->events, notes);
        QCOMPARE(text, std::string("vid,pred_onset,pred_offset,type\nv,100,110,mae\n"));
        QCOMPARE(notes[0].line, std::int64_t{2});
        QVERIFY(!notes[0].dropped);
        QCOMPARE(notes[1].line, std::int64_t{3});
        QVERIFY(notes[1].dropped);
    }

    void badRowsAreListedAndTheRestIsRead_data() {
        QTest::addColumn<QString>("row");
        QTest::newRow("not a number") << "v,ten,20,mae";
        QTest::newRow("nan") << "v,nan,20,mae";
        QTest::newRow("infinite") << "v,1,inf,mae";
        QTest::newRow("huge") << "v,1,99999999999999999999,mae";
        QTest::newRow("beyond double") << "v,1,1e999,mae";
        QTest::newRow("negative") << "v,-5,20,mae";
        QTest::newRow("backwards") << "v,30,20,mae";
        QTest::newRow("negative offset") << "v,30,-20,mae";
        QTest::newRow("no onset") << "v,,20,mae";
        QTest::newRow("no film") << ",1,20,mae";
        QTest::newRow("no type") << "v,1,20,";
        QTest::newRow("unknown type") << "v,1,20,happy";
        QTest::newRow("hexadecimal") << "v,0x10,20,mae";
        QTest::newRow("trailing text") << "v,10frames,20,mae";
    }
    void badRowsAreListedAndTheRestIsRead() {
        QFETCH(QString, row);
        const auto table = parseEventTable(
            "vid,pred_onset,pred_offset,type\nv,1,2,me\n" + row.toStdString() + "\nv,5,6,me\n", "t.csv");
        MIEN_VERIFY(table);
        QCOMPARE(table->events.size(), std::size_t{2});
        const auto error = table->firstDropped();
        QVERIFY(error.has_value());
        QCOMPARE(error->location, std::string("t.csv:3"));
    }

    void fractionsAndStrayApexesAreRepaired() {
        const auto table =
            parseEventTable(kInternalHeader + "s,v,566.4,647.6,743.0,1,4\ns,v,10,99,20,2,4\n", "t");
        MIEN_VERIFY(table);
        QCOMPARE(table->events[0].onset.value, std::int64_t{566});
        QCOMPARE(table->events[0].apex->value, std::int64_t{648});
        QVERIFY(!table->events[1].apex);
        QCOMPARE(table->notes.size(), std::size_t{3});
        QVERIFY(!table->firstDropped());
    }

    void eventsCarryTheFilmsOwnTimeStamps() {
        ExpressionEvent event;
        event.onset = {1};
        event.apex = FrameIndex{2};
        event.offset = {9};
        const std::vector<double> times{0.0, 0.04, 0.1};
        const auto row = tableEvent("v", event, times);
        QCOMPARE(row.onsetS, std::optional<double>(0.04));
        QCOMPARE(row.apexS, std::optional<double>(0.1));
        QCOMPARE(row.offsetS, std::nullopt);
    }

    void writingToAnImpossiblePlaceFailsAndLeavesNothing() {
        QTemporaryDir folder;
        const auto target = std::filesystem::path(folder.path().toStdString()) / "none" / "t.csv";
        const auto written = writeEventTable(target, "megc", {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
    }

    void sampleTablesAreRead() {
        MIEN_NEEDS_SHARED("interop/dataset_layouts");
        const auto internal =
            readEventTable(test::sharedData("interop/dataset_layouts/megc_like_internal.csv"));
        MIEN_VERIFY(internal);
        QCOMPARE(internal->events.size(), std::size_t{3});
        QVERIFY(!internal->events[1].offset);
        const auto megc = readEventTable(test::sharedData("interop/dataset_layouts/megc_pred_example.csv"));
        MIEN_VERIFY(megc);
        QCOMPARE(megc->events.size(), std::size_t{3});
        QCOMPARE(megc->events[2].type, ExpressionType::Micro);
    }
};

MIEN_TEST(TestEventTable)

} // namespace tst_event_table

#include "tst_event_table.moc"
