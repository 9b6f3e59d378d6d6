// SPDX-License-Identifier: GPL-3.0-or-later
// What every layout promises, on small tables made here and on the synthetic ones beside the project.
#include "core/dataset/import.h"
#include "support/verify.h"
#include "workbook.h"

#include <set>

namespace tst_layouts {

using namespace mien;
using namespace mien::dataset;

namespace {

struct Small {
    std::string layout;
    std::string source;
    std::string text;
};

/// One row (or file) in the layout of every dataset; values are made up.
std::vector<Small> smallTables() {
    using namespace mien::test;
    const std::string samm = ",Action Units,Estimated Emotion,Objective Classes,Notes\n";
    return {
        {"casme", "t.csv",
         "Subject,Filename,,OnsetF,ApexF1,ApexF2,OffsetF,,AUs,Emotion\n1,EP01_5,,3,21,,41,,4+7,tense\n"},
        {"casme2", "t.csv",
         "Subject,Filename,,OnsetFrame,ApexFrame,OffsetFrame,,Action Units,Estimated Emotion\n"
         "1,EP02_01f,,3,21,41,,4+7,disgust\n"},
        {"casme_sq", "t.csv", "1,anger1_1,3,21,41,4+7,negative,macro-expression,anger\n"},
        {"casme3", "t.csv",
         "Subject,Filename,Onset,Apex,Offset,AU,Objective class,emotion\nspNO.1,e,3,21,41,4+7,I,fear\n"},
        {"samm", "t.csv",
         "Subject,Filename,Inducement Code,Onset Frame,Apex Frame,Offset Frame,Duration,Micro" + samm +
             "006,006_1_2,1,3,21,41,39,Micro - 1/2,4+7,Anger,3,\n"},
        {"samm_lv", "t.csv",
         "Subject,Filename,Inducement Code,Onset,Apex,Offset,Duration,Type,Action Units,Notes\n"
         "006,006_1_2,1,3,21,41,39,Micro - 1/2,4+7,\n"},
        {"smic", "t.csv", "Subject,Material,Emotion,Onset,Offset\n20,s20_ne_01,0,3,41\n"},
        {"mmew", "t.csv",
         "Subject,Filename,OnsetFrame,ApexFrame,OffsetFrame,Action Units,Estimated Emotion,remarks\n"
         "01,S01-01-001,3,21,41,4+7,disgust,\n"},
        {"4dme", "t.csv", "sub_ID,fold_name,Emotion,Onset,Apex,Offset,AUs\n01,01_1,positive,3,21,41,4+7\n"},
        {"dfme", "t.csv",
         "Subject,Filename,OnsetFrame,ApexFrame,OffsetFrame,Emotion,EmotionId,Fps,AU\n"
         "sub0008,sub0008_01,3,21,41,fear,4,500,4+7\n"},
        {"disfa", "SN001_au12.txt", "1,0\n2,3\n3,5\n"},
        {"bp4d", "F001_T1.csv", "0,1,2,4\n2440,0,1,9\n2441,1,1,9\n"},
        {"internal", "t.csv",
         "subject,video_name,start_frame,apex_frame,end_frame,type_idx,au\n"
         "samm_006,samm_006_1,3,21,41,2,4+7\n"},
        {"generic", "t.csv", "subject,film,onset,apex,offset,au\ns1,a.mp4,3,21,41,4+7\n"},
    };
}

const Small& smallTable(const std::string& layout) {
    static const auto all = smallTables();
    return *std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.layout == layout; });
}

Result<Dataset> shared(const char* file, const ImportOptions& options = {}) {
    return importDataset(test::sharedData("interop/dataset_layouts") / file, options, {});
}

std::vector<std::string> checksOf(const Dataset& data) {
    std::vector<std::string> out;
    for (const auto& f : data.report.findings)
        if (f.check != "missing-film")
            out.push_back(f.check + ":" + std::to_string(f.row));
    return out;
}

QByteArray joined(const std::vector<std::string>& items) {
    QByteArray out;
    for (const auto& item : items)
        out += QByteArray::fromStdString(item) + ' ';
    return out.trimmed();
}

} // namespace

class TestLayouts : public QObject {
    Q_OBJECT

private slots:
    void everyLayoutIsRecognisedAndRead_data() {
        QTest::addColumn<QString>("layout");
        for (const auto& layout : datasetLayouts())
            QTest::newRow(layout.name.data()) << QString::fromUtf8(layout.name.data());
    }
    void everyLayoutIsRecognisedAndRead() {
        QFETCH(QString, layout);
        const auto& small = smallTable(layout.toStdString());
        QCOMPARE(small.layout, layout.toStdString());
        const auto data = parseDataset(small.text, small.source, {});
        MIEN_VERIFY(data);
        QCOMPARE(data->layout, layout.toStdString());
        QVERIFY(!data->name.empty() && !data->report.frameBaseReason.empty());
        QCOMPARE(data->subjects.size(), std::size_t{1});
        QVERIFY(data->subjects[0].demographics.empty()); // nothing is inferred about a person
        ImportOptions named;
        named.layout = small.layout;
        QVERIFY(parseDataset(small.text, small.source, named).has_value());
        if (data->samples.empty()) {
            QCOMPARE(data->frameLabels.size(), std::size_t{1});
            QVERIFY(data->frameLabels[0].values.size() ==
                    data->frameLabels[0].frames.size() * data->frameLabels[0].actionUnits.size());
            return;
        }
        const auto& s = data->samples.at(0);
        const auto base = data->report.frameBase;
        QCOMPARE(s.onset->value, 3 - base);
        QCOMPARE(s.offset->value, 41 - base);
        QCOMPARE(s.apex.has_value(), small.layout != "smic");
        QCOMPARE(s.actionUnits, std::string(small.layout == "smic" ? "" : "4+7"));
        QVERIFY(!s.film.empty() && !s.clip.empty() && !s.cells.empty());
    }

    void aTableOfAnotherLayoutIsRefusedWithASentence() {
        const auto& small = smallTable("samm");
        for (const auto& layout : datasetLayouts()) {
            ImportOptions options;
            options.layout = layout.name;
            const auto data = parseDataset("first,second\n1,2\n", "t.csv", options);
            QVERIFY2(!data, layout.name.data());
            QCOMPARE(data.error().code, ErrorCode::Corrupt);
            QVERIFY(data.error().message.ends_with('.'));
        }
        QVERIFY(!parseDataset("first,second\n1,2\n", "t.csv", {}));
        QVERIFY(!parseDataset("", "t.csv", {}));
        QVERIFY(!parseDataset(small.text.substr(0, small.text.find('\n')), "t.csv", {}));
        ImportOptions options;
        options.layout = "magic";
        QCOMPARE(parseDataset(small.text, "t.csv", options).error().code, ErrorCode::InvalidArgument);
    }

    void theQuirksOfTheSmallTables() {
        const auto only = [](const char* layout) {
            const auto& small = smallTable(layout);
            return parseDataset(small.text, small.source, {});
        };
        QCOMPARE(only("casme2")->samples[0].subject, std::string("01"));
        QCOMPARE(only("casme2")->samples[0].film, std::string("sub01/EP02_01f"));
        QCOMPARE(only("samm")->samples[0].film, std::string("006_1"));
        QCOMPARE(only("samm_lv")->samples[0].film, std::string("006_1"));
        QCOMPARE(only("smic")->samples[0].emotion, std::string("negative"));
        QCOMPARE(only("dfme")->samples[0].fps.value(), (Rational{500, 1}));
        QCOMPARE(only("internal")->samples[0].fps.value(), (Rational{25, 1})); // SAMM is divided by 8 there
        QCOMPARE(only("internal")->samples[0].type.value(), annotation::ExpressionType::Micro);
        QVERIFY(!only("4dme")->samples[0].type); // the table does not say
        const auto macro = smallTable("casme3");
        QCOMPARE(parseDataset(macro.text, "part_A_MaE_label.csv", {})->samples[0].type.value(),
                 annotation::ExpressionType::Macro);
        const auto partC = parseDataset("sub,count,onset,offset,au\nsp1,2,30,50,4\xEF\xBC\x8C"
                                        "7\n",
                                        "c.csv", {});
        MIEN_VERIFY(partC);
        QCOMPARE(partC->layout, std::string("casme3"));
    }

    void theGenericTableKeepsTheSamples() {
        for (const auto& small : smallTables()) {
            const auto data = parseDataset(small.text, small.source, {});
            MIEN_VERIFY(data);
            if (data->samples.empty())
                continue;
            ImportOptions generic;
            generic.layout = "generic";
            const auto back = parseDataset(genericTable(*data, "."), "t.csv", generic);
            MIEN_VERIFY(back);
            auto expected = data->samples.at(0);
            auto actual = back->samples.at(0);
            for (auto* s : {&expected, &actual}) {
                s->cells.clear();
                s->row = 0;
            }
            QVERIFY2(actual == expected, small.layout.c_str());
        }
    }

    void theGenericLayoutTakesArraysAndDemographics() {
        const auto data = parseDataset(
            "subject,label,au,features,subject.age\ns1,happy,6+12,c1.npz:flow; c1.npy,31\n", "lab.csv", {});
        MIEN_VERIFY(data);
        const auto& s = data->samples.at(0);
        QCOMPARE(s.features.size(), std::size_t{2});
        QCOMPARE(s.features[0].name, std::string("flow"));
        QCOMPARE(s.features[0].file.filename().string(), std::string("c1.npz"));
        QCOMPARE(s.emotion, std::string("happy"));
        QCOMPARE(data->subject("s1")->demographics.at("age"), std::string("31"));
    }

    void predictionsAreNoDataset() {
        const auto data = parseDataset("vid,pred_onset,pred_offset,type\na,1,2,me\n", "p.csv", {});
        QVERIFY(!data);
        QVERIFY(data.error().message.find("evaluate spotting") != std::string::npos);
    }

    void theSyntheticTablesAreReadWithTheirQuirks_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<int>("samples");
        QTest::addColumn<QByteArray>("findings");
        const auto row = [](const char* file, const char* layout, int samples, const char* findings) {
            QTest::newRow(file) << QString(file) << QString(layout) << samples << QByteArray(findings);
        };
        row("4dme_like.xlsx", "4dme", 2, "au-mark:2 au-mark:3");
        row("casme2_like_compact.xlsx", "casme2", 2, "");
        row("casme2_like_original.xlsx", "casme2", 4,
            "subject-padding:2 subject-padding:3 apex-missing:3 subject-padding:4 au-missing:5");
        row("casme3_like.xlsx", "casme3", 3, "emotion-case:3 micro-long:3 micro-long:4");
        row("casme_sq_like.xlsx", "casme_sq", 4,
            "offset-zero:2 au-missing:2 apex-missing:3 emotion-spelling:3 au-comma:3");
        row("dfme_like.xlsx", "dfme", 3, "micro-long:3");
        row("samm_like_original.xlsx", "samm", 3, "apex-missing:17");
        row("samm_lv_like.xlsx", "samm_lv", 4,
            "fraction:11 fraction:11 fraction:11 apex-missing:13 au-unread:14");
        row("megc_like_internal.csv", "internal", 3, "offset-zero:3");
        row("DISFA", "disfa", 0, "missing-labels:0");
        row("BP4D", "bp4d", 0, "not-coded:0");
    }
    void theSyntheticTablesAreReadWithTheirQuirks() {
        MIEN_NEEDS_SHARED("interop/dataset_layouts");
        QFETCH(QString, file);
        QFETCH(QString, layout);
        QFETCH(int, samples);
        QFETCH(QByteArray, findings);
        const auto data = shared(file.toUtf8().constData());
        MIEN_VERIFY(data);
        QCOMPARE(data->layout, layout.toStdString());
        QCOMPARE(static_cast<int>(data->samples.size()), samples);
        QCOMPARE(joined(checksOf(*data)), findings);
    }

    void codesOfCasmeSqAreResolved() {
        MIEN_NEEDS_SHARED("interop/dataset_layouts");
        const auto data = shared("casme_sq_like.xlsx");
        MIEN_VERIFY(data);
        QCOMPARE(data->samples.at(0).subject, std::string("s15"));
        QCOMPARE(data->samples.at(0).film, std::string("15_0401"));
        QCOMPARE(data->samples.at(0).clip, std::string("anger1_1"));
        QCOMPARE(data->samples.at(2).selfReport, std::string("happiness"));
        QVERIFY(!data->samples.at(1).offset && !data->samples.at(2).apex);
    }

    void labelsOfTheSyntheticFoldersAreRead() {
        MIEN_NEEDS_SHARED("interop/dataset_layouts");
        const auto disfa = shared("DISFA");
        MIEN_VERIFY(disfa);
        const auto& a = disfa->frameLabels.at(0);
        QCOMPARE(a.actionUnits, (std::vector<int>{1, 12}));
        QCOMPARE(a.frames.front().value, std::int64_t{0});
        QCOMPARE(int{a.value(4, 1)}, 5);
        const auto bp4d = shared("BP4D");
        MIEN_VERIFY(bp4d);
        const auto& b = bp4d->frameLabels.at(0);
        QCOMPARE(b.film, std::string("F901_T1"));
        QCOMPARE(b.frames.front().value, std::int64_t{2440});
        QCOMPARE(b.actionUnits, (std::vector<int>{1, 2, 4, 6, 7, 10, 12, 14, 15, 17, 23, 24}));
    }
};

MIEN_TEST(TestLayouts)

} // namespace tst_layouts

#include "tst_layouts.moc"
