// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/dataset.h"
#include "support/verify.h"

namespace tst_dataset {

using namespace mien;
using namespace mien::dataset;

class TestDataset : public QObject {
    Q_OBJECT

private slots:
    void aSampleHasAnIntervalOnlyWhereItIsKnownAndOrdered() {
        Sample s;
        s.onset = FrameIndex{40};
        QVERIFY(!s.interval());
        s.offset = FrameIndex{30};
        QVERIFY(!s.interval());
        s.offset = FrameIndex{89};
        QCOMPARE(s.interval()->lengthFrames(), std::int64_t{50});
    }

    void aDurationNeedsARate() {
        Sample s;
        s.onset = FrameIndex{0};
        s.offset = FrameIndex{99};
        QVERIFY(!s.durationS());
        s.fps = Rational{200, 1};
        QCOMPARE(s.durationS().value(), 0.5);
    }

    void theRepairLogSaysEveryFinding() {
        ImportReport report;
        report.findings.push_back(
            {"offset-zero", "t.csv", 3, "Offset", "0", "A sentence.", "apex", "0", "12"});
        report.findings.push_back({"order", "t.csv", 4, "", "", "One, two.", "", "", ""});
        QCOMPARE(report.repaired(), std::int64_t{1});
        QCOMPARE(report.reported(), std::int64_t{1});
        QCOMPARE(repairLogCsv(report),
                 std::string("check,table,row,column,value,outcome,rule,before,after,sentence\n"
                             "offset-zero,t.csv,3,Offset,0,repaired,apex,0,12,A sentence.\n"
                             "order,t.csv,4,,,reported,,,,\"One, two.\"\n"));
    }
};

MIEN_TEST(TestDataset)

} // namespace tst_dataset

#include "tst_dataset.moc"
