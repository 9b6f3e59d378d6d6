// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/csv.h"
#include "core/dataset/import.h"
#include "core/dataset/splits.h"
#include "support/verify.h"
#include "ui/dataset/other_tables.h"
#include "ui/dataset/split_view.h"
#include "ui/jobs/job_list.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

#include <numeric>
#include <set>

namespace tst_split_view {

using namespace mien;
using namespace mien::ui;

namespace {

DatasetPtr rows() {
    std::string text = "subject,film,onset,apex,offset,emotion,fps,subject.gender\n";
    for (int i = 0; i < 40; ++i)
        text += "s" + std::to_string(i % 8) + ",f" + std::to_string(i) + ",1,2,3," +
                (i < 30   ? "happiness"
                 : i < 37 ? "disgust"
                          : "fear") +
                ",25," + (i % 2 ? "f" : "m") + "\n";
    auto data = dataset::parseDataset(text, "lab.csv", {});
    if (!data)
        qFatal("%s", data.error().sentence().c_str());
    return std::make_shared<const dataset::Dataset>(*std::move(data));
}

std::vector<std::size_t> all(std::size_t count) {
    std::vector<std::size_t> out(count);
    std::iota(out.begin(), out.end(), std::size_t(0));
    return out;
}

struct Bench {
    JobList jobs;
    SplitView view{jobs};

    Bench() {
        view.setData(rows());
        view.setRows(all(40));
    }
    bool make() {
        view.make();
        return QTest::qWaitFor([&] { return !view.making(); }, 30000);
    }
};

} // namespace

class TestSplitView : public QObject {
    Q_OBJECT

private slots:
    void noSubjectIsTrainedOnAndTestedInOneFold_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("folds");
        QTest::newRow("one subject out") << int(SplitKind::LeaveOneOut) << 8;
        QTest::newRow("folds") << int(SplitKind::Folds) << 5;
    }
    void noSubjectIsTrainedOnAndTestedInOneFold() {
        QFETCH(int, kind);
        QFETCH(int, folds);
        SplitRequest request;
        request.kind = static_cast<SplitKind>(kind);
        const auto made = makeSplit(*rows(), all(40), request);
        MIEN_VERIFY(made);
        QCOMPARE(made->lines.size(), std::size_t(folds));
        const auto table = annotation::parseCsvRows(made->csv, "split");
        MIEN_VERIFY(table);
        QCOMPARE(table->size(), std::size_t(1 + folds * 40)); // the heading, and every row in every fold
        std::map<std::string, std::array<std::set<std::string>, 2>> subjects;
        for (std::size_t i = 1; i < table->size(); ++i) {
            const auto& cells = (*table)[i].cells;
            subjects[cells[0]][cells[1] == "test"].insert(cells[3]);
        }
        for (const auto& [fold, sets] : subjects)
            for (const auto& subject : sets[1])
                QVERIFY(!sets[0].contains(subject));
    }

    /// Ids of two datasets that are one person's stand on one side only, whoever is filtered out.
    void acrossDatasetsNobodyIsTrainedOnAndTested_data() {
        QTest::addColumn<bool>("byColumn");
        QTest::addColumn<bool>("samePeople");
        QTest::newRow("tables, shared people") << false << true;
        QTest::newRow("tables, other people") << false << false;
        QTest::newRow("column") << true << true;
    }
    void acrossDatasetsNobodyIsTrainedOnAndTested() {
        QFETCH(bool, byColumn);
        QFETCH(bool, samePeople);
        SplitRequest request;
        request.kind = SplitKind::CrossDataset;
        request.samePeople = samePeople;
        if (byColumn) {
            request.datasetColumn = "emotion";
        } else {
            auto other = dataset::parseDataset("subject,film,onset,apex,offset,emotion,fps\n"
                                               "S1 ,x,1,2,3,joy,25\nt9,y,1,2,3,joy,25\n",
                                               "lab.csv", {});
            MIEN_VERIFY(other);
            QCOMPARE(other->name, rows()->name); // the same name, and yet another dataset
            request.others = {std::make_shared<const dataset::Dataset>(*std::move(other))};
        }
        const auto made = makeSplit(*rows(), all(40), request);
        MIEN_VERIFY(made);
        QCOMPARE(made->lines.size(), std::size_t(byColumn ? 6 : 2));
        const auto table = annotation::parseCsvRows(made->csv, "split");
        MIEN_VERIFY(table);
        QCOMPARE(table->front().cells[2], std::string("dataset"));
        std::map<std::string, std::array<std::set<std::string>, 2>> people, sets;
        for (std::size_t i = 1; i < table->size(); ++i) {
            const auto& cells = (*table)[i].cells;
            const auto who = dataset::subjectKey(cells[4]) + (samePeople ? "" : "@" + cells[2]);
            people[cells[0]][cells[1] == "test"].insert(who);
            sets[cells[0]][cells[1] == "test"].insert(cells[2]);
        }
        for (const auto& [fold, sides] : people)
            for (const auto& who : sides[1])
                QVERIFY2(!sides[0].contains(who), who.c_str());
        for (const auto& [fold, sides] : sets)
            for (const auto& set : sides[1])
                QVERIFY(!sides[0].contains(set));
        if (!byColumn) {
            const auto trainedOn = made->lines[0].cells[3];
            QCOMPARE(trainedOn, QString::number(samePeople ? 35 : 40)); // s1 has five rows
            QCOMPARE(made->summary.contains("both datasets"), samePeople);
        }
    }

    void aSecondTableIsReadInTheBackgroundAndTheSameOneIsRefused() {
        Bench b;
        QTemporaryDir folder;
        const QString path = folder.filePath("other.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("subject,film,onset,apex,offset,emotion,fps\nt1,x,1,2,3,joy,25\nt2,y,1,2,3,joy,25\n");
        file.close();
        QSignalSpy failed(&b.view, &SplitView::failed);
        b.view.setKind(SplitKind::CrossDataset);
        b.view.make();
        QVERIFY(!b.view.making()); // nothing to test on yet
        b.view.others().add(path);
        QVERIFY(QTest::qWaitFor([&] { return !b.view.others().reading(); }, 30000));
        QCOMPARE(b.view.others().tables().size(), std::size_t(1));
        b.view.others().add(path);
        QCOMPARE(failed.size(), 1);
        QVERIFY(b.make());
        QVERIFY(b.view.outcome());
        QCOMPARE(b.view.outcome()->lines.size(), std::size_t(2));
        // Opened itself, it is no other table any more.
        b.view.setData(rows(), path);
        QVERIFY(b.view.others().tables().empty());
    }

    void labelsOfFramesAreSplitByPublishedFolds() {
        dataset::Dataset labels;
        for (const char* subject : {"SN001", "SN002", "SN006", "SN003", "SN099"}) {
            labels.frameLabels.emplace_back().subject = subject;
            labels.frameLabels.back().film = subject;
        }
        SplitRequest request;
        request.kind = SplitKind::Published;
        request.published = "disfa";
        const auto made = makeSplit(labels, {}, request);
        MIEN_VERIFY(made);
        QCOMPARE(made->lines.size(), std::size_t(3));
        QVERIFY(made->lines[0].cells[4].contains("SN001"));
        QVERIFY(made->csv.find("SN099") == std::string::npos);
        request.kind = SplitKind::Balanced;
        QVERIFY(!makeSplit(labels, {}, request));
        JobList jobs;
        SplitView view(jobs);
        view.setData(std::make_shared<const dataset::Dataset>(labels));
        view.setRows({});
        view.make();
        QVERIFY(QTest::qWaitFor([&] { return !view.making(); }, 30000));
        QCOMPARE(view.outcome()->lines.size(), std::size_t(5));
    }

    void onlyShownRowsAreSplit() {
        SplitRequest request;
        const auto made = makeSplit(*rows(), {0, 1, 8, 9}, request); // of two subjects
        MIEN_VERIFY(made);
        QCOMPARE(made->lines.size(), std::size_t(2));
        QCOMPARE(made->lines[0].cells[2], QString("2"));
        QVERIFY(!makeSplit(*rows(), {}, request));
        QVERIFY(!makeSplit(*rows(), {0, 8}, request)); // one subject cannot be left out of nobody
    }

    void aBalancedSubsetHasAsManyOfEachAsTheRarest() {
        Bench b;
        b.view.setKind(SplitKind::Balanced);
        b.view.setStrata("emotion");
        QVERIFY(b.make());
        QVERIFY(b.view.outcome());
        const auto& lines = b.view.outcome()->lines;
        QCOMPARE(lines.size(), std::size_t(3));
        for (const auto& line : lines) {
            QCOMPARE(line.cells[3], QString("3"));
            QCOMPARE(line.cells[5], QString("3.0")); // effective n: nobody twice
        }
        QCOMPARE(b.view.table().rowCount(), 3);
    }

    void strataWithTooFewRowsAreNamed() {
        SplitRequest request;
        request.kind = SplitKind::Sample;
        request.drawing.strata = {"emotion"};
        request.drawing.allocation = dataset::Allocation::Equal;
        request.drawing.count = 30;
        request.drawing.seed = 1;
        auto made = makeSplit(*rows(), all(40), request);
        MIEN_VERIFY(made);
        for (const auto& line : made->lines) {
            QCOMPARE(line.lacks, line.cells[0] != "happiness");
            QCOMPARE(line.lacks, line.cells.back().contains("too few"));
        }
        request.drawing.withReplacement = true;
        made = makeSplit(*rows(), all(40), request);
        MIEN_VERIFY(made);
        for (const auto& line : made->lines) {
            QVERIFY(!line.lacks);
            QCOMPARE(line.cells[3], QString("10"));
        }
        QVERIFY(made->lines[1].cells[5].toDouble() < 3.01); // three fears drawn ten times are worth three
    }

    void whatDoesNotFitIsASentence() {
        Bench b;
        QSignalSpy failed(&b.view, &SplitView::failed);
        b.view.setKind(SplitKind::Balanced);
        b.view.setStrata("shoe size");
        QVERIFY(b.make());
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("shoe size"));
        QVERIFY(!b.view.outcome());
    }

    void otherRowsMakeTheOutcomeStale() {
        Bench b;
        QVERIFY(b.make());
        QVERIFY(b.view.outcome());
        QTemporaryDir folder;
        const auto saved = b.view.save(folder.filePath("s.csv"));
        MIEN_VERIFY(saved);
        QVERIFY(QFileInfo(folder.filePath("s.csv")).size() > 1000);
        b.view.setRows({0, 1});
        QVERIFY(!b.view.outcome());
        QCOMPARE(b.view.table().rowCount(), 0);
    }

    void demographicsAreOfferedAsStrata() {
        QVERIFY(stratumNames(*rows()).contains("gender"));
        QVERIFY(stratumNames(*rows()).contains("emotion"));
    }
};

MIEN_UI_TEST(TestSplitView)

} // namespace tst_split_view

#include "tst_split_view.moc"
