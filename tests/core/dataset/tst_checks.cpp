// SPDX-License-Identifier: GPL-3.0-or-later
// Every check: a table on which it fires, and one much like it on which it does not.
#include "core/annotation/csv.h"
#include "core/dataset/import.h"
#include "support/verify.h"
#include "workbook.h"

#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>

#include <set>

namespace tst_checks {

using namespace mien;
using namespace mien::dataset;

namespace {

struct Case {
    std::string check;
    std::string fires;
    std::string clean;
    std::string source = "t.csv";
};

const std::string kHead = "subject,film,onset,apex,offset,type,emotion,au,fps\n";
const std::string kRow = "s1,f1,10,15,40,macro,happiness,12,30\n";
const std::string kCasme2 =
    "Subject,Filename,OnsetFrame,ApexFrame,OffsetFrame,Action Units,Estimated Emotion\n";
const std::string kSammLv =
    "\n\n\n\n\n\n\n\n\nSubject,Filename,Inducement Code,Onset,Apex,Offset,Duration,Type,Action Units\n";
const std::string kBp4d = "0,1,2,4\n";

std::string generic(const std::string& row) {
    return kHead + row + "\n";
}

std::string casmeSq(const std::string& participant) {
    using namespace mien::test;
    return zipOf(workbookParts(
        {"<row><c><v>" + participant +
             "</v></c><c t=\"inlineStr\"><is><t>anger1_1</t></is></c><c><v>412</v></c><c><v>431</v>"
             "</c><c><v>470</v></c><c t=\"inlineStr\"><is><t>4+7</t></is></c><c t=\"inlineStr\"><is>"
             "<t>negative</t></is></c><c t=\"inlineStr\"><is><t>macro-expression</t></is></c></row>",
         sheetRow(1, {"15", "s15", "1"}), sheetRow(1, {"0401", "anger1"})}));
}

/// Checks on what can be said from one file; those of films and folders have tests of their own below.
std::vector<Case> cases() {
    const auto clean = generic("s1,f1,10,15,40,macro,happiness,12,30");
    return {
        {"header-place", "Codes\n" + clean, clean},
        {"unnamed-column", "subject,film,\ns1,f1,7\n", "subject,film,\ns1,f1,\n"},
        {"empty-row", kHead + ",,\n" + kRow, kHead + kRow + ",,\n"},
        {"repeated-header", kHead + kRow + kHead, clean},
        {"blanks", "subject,film\n\" s1\",f1\n", "subject,film\ns1,f1\n"},
        {"code-unmapped", casmeSq("9"), casmeSq("1"), "t.xlsx"},
        {"subject-missing", "subject,film\n,f1\n", "subject,film\ns1,f1\n"},
        {"film-missing", "subject,film,onset\ns1,,10\n", "subject,film,onset\ns1,f1,10\n"},
        {"subject-padding", kCasme2 + "1,EP01_1,5,9,20,4,disgust\n",
         kCasme2 + "01,EP01_1,5,9,20,4,disgust\n"},
        {"subject-in-name", "subject,clip\n6,007_1_2\n", "subject,clip\n006,006_1_2\n"},
        {"clip-repeated", kCasme2 + "01,EP01_1,5,9,20,4,fear\n01,EP01_1,50,59,70,4,fear\n",
         kCasme2 + "01,EP01_1,5,9,20,4,fear\n02,EP01_1,50,59,70,4,fear\n"},
        {"demographics-differ", "subject,film,subject.age\ns1,a,20\ns1,b,21\n",
         "subject,film,subject.age\ns1,a,20\ns1,b,20\ns1,c,\n"},
        {"not-a-number", generic("s1,f1,ten,15,40,macro,happiness,12,30"), clean},
        {"onset-missing", generic("s1,f1,,15,40,macro,happiness,12,30"), clean},
        {"apex-missing", generic("s1,f1,10,/,40,macro,happiness,12,30"), clean},
        {"offset-missing", generic("s1,f1,10,15,,macro,happiness,12,30"), clean},
        {"offset-zero", generic("s1,f1,10,15,0,macro,happiness,12,30"),
         generic("s1,f1,0,0,0,macro,happiness,12,30")},
        {"fraction", generic("s1,f1,10.5,15,40,macro,happiness,12,30"),
         generic("s1,f1,10.0,15,40,macro,happiness,12,30")},
        {"duration", kSammLv + "006,006_1_1,1,10,30,210,200,Macro,4\n",
         kSammLv + "006,006_1_1,1,10.5,30,210,200.5,Macro,4\n"},
        {"rate-unknown", generic("s1,f1,10,15,40,macro,happiness,12,fast"),
         generic("s1,f1,10,15,40,macro,happiness,12,30000/1001")},
        {"frame-id", "Subject,Filename,Onset,Offset\n20,s20_ne_01,17581039,17581067\n",
         "Subject,Filename,Onset,Offset\n20,s20_ne_01,39,67\n"},
        {"frame-base", kCasme2 + "01,EP01_1,0,9,20,4,disgust\n", kCasme2 + "01,EP01_1,1,9,20,4,disgust\n"},
        {"negative-frame", generic("s1,f1,-3,15,40,macro,happiness,12,30"), clean},
        {"order", generic("s1,f1,10,50,40,macro,happiness,12,30"), clean},
        {"type-unknown", generic("s1,f1,10,15,40,middle,happiness,12,30"), clean},
        {"micro-long", generic("s1,f1,10,15,26,micro,happiness,12,30"),
         generic("s1,f1,10,15,25,micro,happiness,12,30")},
        {"macro-short", generic("s1,f1,10,15,25,macro,happiness,12,30"),
         generic("s1,f1,10,15,26,macro,happiness,12,30")},
        {"duplicate", kHead + kRow + kRow, kHead + kRow + "s1,f1,10,15,40,macro,happiness,14,30\n"},
        {"overlap", kHead + kRow + "s1,f1,40,45,70,macro,happiness,12,30\n",
         kHead + kRow + "s1,f1,41,45,70,macro,happiness,12,30\ns1,f2,20,25,60,macro,happiness,12,30\n"},
        {"emotion-missing", generic("s1,f1,10,15,40,macro,,12,30"), clean},
        {"emotion-case", "subject,film,emotion\ns,a,others\ns,b,Others\n",
         "subject,film,emotion\ns,a,Others\ns,b,Others\n"},
        {"emotion-spelling", "subject,film,emotion\ns,a,happyiness\n",
         "subject,film,emotion\ns,a,Happiness\n"},
        {"emotion-unknown", "subject,film,emotion\ns,a,schadenfreude\n",
         "subject,film,emotion\ns,a,positive & surprise\n"},
        {"au-missing", generic("s1,f1,10,15,40,macro,happiness,NULL,30"), clean},
        {"au-number", generic("s1,f1,10,15,40,macro,happiness,12.0,30"), clean},
        {"au-comma",
         generic("s1,f1,10,15,40,macro,happiness,4\xEF\xBC\x8C"
                 "24,30"),
         generic("s1,f1,10,15,40,macro,happiness,4+24,30")},
        {"au-mark", generic("s1,f1,10,15,40,macro,happiness,AU12+AU6(k),30"), clean},
        {"au-unknown", generic("s1,f1,10,15,40,macro,happiness,12+99,30"), clean},
        {"au-unread", generic("s1,f1,10,15,40,macro,happiness,7D+all of the above,30"), clean},
        {"label-range", "1,0\n2,7\n", "1,0\n2,5\n", "SN001_au12.txt"},
        {"not-coded", kBp4d + "5,0,1,9\n", kBp4d + "5,0,1,0\n", "F001_T1.csv"},
        {"frame-repeated", "1,0\n2,1\n2,1\n", "1,0\n2,1\n3,1\n", "SN001_au12.txt"},
        {"frame-gap", "1,0\n2,1\n9,1\n", "1,0\n2,1\n3,1\n", "SN001_au12.txt"},
    };
}

bool fires(const Dataset& data, const std::string& check) {
    return std::any_of(data.report.findings.begin(), data.report.findings.end(),
                       [&](const Finding& f) { return f.check == check; });
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

void writeImages(const std::filesystem::path& folder, int first, int count) {
    std::filesystem::create_directories(folder);
    for (int i = first; i < first + count; ++i)
        cv::imwrite((folder / ("img" + std::to_string(i) + ".png")).string(),
                    cv::Mat(8, 8, CV_8UC1, cv::Scalar(90)));
}

} // namespace

class TestChecks : public QObject {
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void everyCheckHasItsSentencesAndAnId() {
        std::set<std::string_view> ids;
        for (const auto& check : importChecks()) {
            QVERIFY2(ids.insert(check.id).second, check.id.data());
            QVERIFY(check.what.ends_with('.'));
            QCOMPARE(check.rule.empty(), check.does.empty());
        }
        QVERIFY(ids.size() >= 20);
    }

    void everyCheckFiresAndDoesNot_data() {
        QTest::addColumn<int>("index");
        const auto all = cases();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].check.c_str()) << static_cast<int>(i);
    }
    void everyCheckFiresAndDoesNot() {
        QFETCH(int, index);
        const auto c = cases().at(static_cast<std::size_t>(index));
        const auto bad = parseDataset(c.fires, c.source, {});
        MIEN_VERIFY(bad);
        QVERIFY(fires(*bad, c.check));
        for (const auto& finding : bad->report.findings)
            QVERIFY2(finding.sentence.ends_with('.') || finding.sentence.ends_with('?') ||
                         finding.check == "au-unread",
                     finding.sentence.c_str());
        const auto good = parseDataset(c.clean, c.source, {});
        MIEN_VERIFY(good);
        QVERIFY(!fires(*good, c.check));
    }

    void noCheckIsWithoutATest() {
        std::set<std::string> tested{"missing-film", "ambiguous-film", "unreadable-film", "missing-features",
                                     "outside-film", "rate-mismatch",  "missing-labels",  "frames-differ"};
        for (const auto& c : cases())
            tested.insert(c.check);
        for (const auto& check : importChecks())
            QVERIFY2(tested.contains(std::string(check.id)), check.id.data());
    }

    void everyRuleRepairsAndCanBeSwitchedOff() {
        for (const auto& c : cases()) {
            const auto bad = parseDataset(c.fires, c.source, {});
            MIEN_VERIFY(bad);
            for (const auto& f : bad->report.findings) {
                if (f.check != c.check || !f.repaired())
                    continue;
                ImportOptions options;
                options.reportOnly = {f.rule};
                const auto kept = parseDataset(c.fires, c.source, options);
                MIEN_VERIFY(kept);
                QVERIFY2(fires(*kept, c.check), f.rule.c_str());
                for (const auto& g : kept->report.findings)
                    QVERIFY2(g.rule != f.rule, f.rule.c_str());
            }
            for (const auto& check : importChecks())
                if (check.id == c.check)
                    QCOMPARE(
                        std::any_of(bad->report.findings.begin(), bad->report.findings.end(),
                                    [&](const Finding& f) { return f.check == c.check && f.repaired(); }),
                        !check.rule.empty());
        }
        ImportOptions options;
        options.reportOnly = {"magic"};
        QCOMPARE(parseDataset(kHead + kRow, "t.csv", options).error().code, ErrorCode::InvalidArgument);
    }

    void repairsChangeTheSampleAndNeverTheCells() {
        const auto data = parseDataset(generic("s1,f1,10.5,-1,0,macro,happyiness,12.0,30"), "t.csv", {});
        MIEN_VERIFY(data);
        const auto& s = data->samples.at(0);
        QCOMPARE(s.onset->value, std::int64_t{11});
        QVERIFY(!s.apex && !s.offset);
        QCOMPARE(s.emotion, std::string("happiness"));
        QCOMPARE(s.actionUnits, std::string("12"));
        QCOMPARE(s.cells.at(2).text, std::string("10.5"));
        QCOMPARE(s.cells.at(7).text, std::string("12.0"));
    }

    void anOffsetOfZeroMayBecomeTheApex() {
        ImportOptions options;
        options.zeroOffset = "apex";
        const auto data = parseDataset(generic("s1,f1,10,15,0,macro,happiness,12,30"), "t.csv", options);
        MIEN_VERIFY(data);
        QCOMPARE(data->samples.at(0).offset->value, std::int64_t{15});
    }

    void filmsAreFoundBesideTheTable() {
        const std::filesystem::path dir = m_dir->path().toStdString();
        write(dir / "codes.csv", kCasme2 + "01,EP01_1,46,59,60,4,disgust\n01,EP01_2,46,59,61,4,disgust\n"
                                           "01,EP01_3,5,9,20,4,disgust\n");
        writeImages(dir / "frames/sub01/EP01_1", 46, 15); // 46 … 60
        writeImages(dir / "frames/sub01/EP01_2", 46, 15);
        const auto data = importDataset(dir / "codes.csv", {}, {});
        MIEN_VERIFY(data);
        const auto& first = data->samples.at(0);
        QCOMPARE(first.media, dir / "frames/sub01/EP01_1");
        QCOMPARE(first.onset->value, std::int64_t{45}); // frame 1 of the table is frame 0
        QCOMPARE(first.mediaFirstFrame, std::int64_t{45});
        QCOMPARE(first.mediaFrames.value(), std::int64_t{15});
        const auto& findings = data->report.findings;
        const auto rowOf = [&](const char* check) {
            for (const auto& f : findings)
                if (f.check == check)
                    return f.row;
            return std::int64_t{0};
        };
        QCOMPARE(rowOf("outside-film"), std::int64_t{3});
        QCOMPARE(rowOf("missing-film"), std::int64_t{4});
        QVERIFY(!fires(*data, "frame-base"));
    }

    void filmsOfCasmeSqMayGoOnInWordsAfterTheirCode() {
        const std::filesystem::path dir = m_dir->path().toStdString();
        const auto text = [](char column, int row, const std::string& value) {
            return "<c r=\"" + (column + std::to_string(row)) + "\" t=\"inlineStr\"><is><t>" + value +
                   "</t></is></c>";
        };
        const auto rowOf = [&](const std::vector<std::string>& cells) {
            std::string row = "<row r=\"1\">";
            for (std::size_t i = 0; i < cells.size(); ++i)
                row += text(static_cast<char>('A' + i), 1, cells[i]);
            return row + "</row>";
        };
        write(dir / "codes.xlsx",
              test::zipOf(test::workbookParts(
                  {rowOf({"1", "disgust1_1", "3", "5", "9", "4+7", "negative", "macro-expression"}),
                   rowOf({"15", "s15", "1"}), rowOf({"0101", "disgust1"})})));
        for (const char* other : {"15_0102eatingworms", "15_01011"})
            writeImages(dir / "rawpic/s15" / other, 1, 12);
        QVERIFY(fires(*importDataset(dir / "codes.xlsx", {}, {}), "missing-film"));
        const auto film = dir / "rawpic/s15/15_0101disgustingteeth";
        writeImages(film, 1, 12);
        const auto data = importDataset(dir / "codes.xlsx", {}, {});
        MIEN_VERIFY(data);
        QCOMPARE(data->layout, std::string("casme_sq"));
        QCOMPARE(data->samples.at(0).media, film);
        QVERIFY(!fires(*data, "missing-film") && !fires(*data, "ambiguous-film"));
    }

    void imagesNumberedFromZeroSayThatTheTableIs() {
        const std::filesystem::path dir = m_dir->path().toStdString();
        write(dir / "codes.csv", kCasme2 + "01,EP01_1,5,9,20,4,disgust\n");
        writeImages(dir / "EP01_1", 0, 21);
        const auto data = importDataset(dir / "codes.csv", {}, {});
        MIEN_VERIFY(data);
        QVERIFY(fires(*data, "frame-base"));
        QCOMPARE(data->report.frameBase, std::int64_t{0});
        QCOMPARE(data->samples.at(0).onset->value, std::int64_t{5});
        ImportOptions options;
        options.frameBase = "1";
        QCOMPARE(importDataset(dir / "codes.csv", options, {})->samples.at(0).onset->value, std::int64_t{4});
    }

    void oddFilmsAreReported() {
        const std::filesystem::path dir = m_dir->path().toStdString();
        write(dir / "t.csv", "subject,film,onset,offset,features\ns1,a,1,2,x.npy\ns1,b,1,2,\n");
        write(dir / "films/a.mp4", "this is no film");
        writeImages(dir / "films/one/b", 0, 5);
        writeImages(dir / "films/two/b", 0, 5);
        ImportOptions options;
        options.films = dir / "films";
        const auto data = importDataset(dir / "t.csv", options, {});
        MIEN_VERIFY(data);
        for (const char* check : {"unreadable-film", "ambiguous-film", "missing-features"})
            QVERIFY2(fires(*data, check), check);
        write(dir / "x.npy", "");
        std::filesystem::remove_all(dir / "films/two");
        std::filesystem::remove(dir / "films/a.mp4");
        const auto better = importDataset(dir / "t.csv", options, {});
        MIEN_VERIFY(better);
        for (const char* check : {"unreadable-film", "ambiguous-film", "missing-features"})
            QVERIFY2(!fires(*better, check), check);
        QVERIFY(fires(*better, "missing-film"));
    }

    void aFilmOfAnotherRateIsReported() {
        MIEN_NEEDS_SHARED("video/single_face.mp4");
        const std::filesystem::path dir = m_dir->path().toStdString();
        std::filesystem::copy_file(test::sharedData("video/single_face.mp4"),
                                   dir / "f1.mp4"); // 30 fps, 72 frames
        for (const auto& [rate, odd] : {std::pair{"200", true}, {"30", false}}) {
            write(dir / "t.csv", generic(std::string("s1,f1,18,22,69,macro,happiness,12,") + rate));
            const auto data = importDataset(dir / "t.csv", {}, {});
            MIEN_VERIFY(data);
            QCOMPARE(fires(*data, "rate-mismatch"), odd);
            QVERIFY(!fires(*data, "missing-film") && !fires(*data, "outside-film"));
        }
    }

    void labelFilesOfOneFilmAreComparedWithOneAnother() {
        const std::filesystem::path dir = m_dir->path().toStdString();
        for (const int unit : {1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26})
            write(dir / "SN001" / ("SN001_au" + std::to_string(unit) + ".txt"), "1,0\n2,3\n");
        const auto whole = importDataset(dir, {}, {});
        MIEN_VERIFY(whole);
        QVERIFY(!fires(*whole, "missing-labels") && !fires(*whole, "frames-differ"));
        QCOMPARE(whole->frameLabels.at(0).actionUnits.size(), std::size_t{12});
        QCOMPARE(whole->frameLabels.at(0).frames.at(0).value, std::int64_t{0}); // DISFA counts from 1
        QCOMPARE(int{whole->frameLabels.at(0).value(1, 3)}, 3);
        write(dir / "SN001/SN001_au5.txt", "1,0\n");
        std::filesystem::remove(dir / "SN001/SN001_au26.txt");
        const auto part = importDataset(dir, {}, {});
        MIEN_VERIFY(part);
        QVERIFY(fires(*part, "missing-labels") && fires(*part, "frames-differ"));
        QCOMPARE(int{part->frameLabels.at(0).value(1, 3)}, int{kNotCoded});
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

MIEN_TEST(TestChecks)

} // namespace tst_checks

#include "tst_checks.moc"
