// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_published.h"
#include "core/synthesis/quality_remarks.h"
#include "support/ui_bench.h"
#include "ui/dataset/quality_card.h"
#include "ui/jobs/job_list.h"

#include <QSignalSpy>
#include <QTableWidget>

using namespace mien;
using namespace mien::ui;

namespace {

/// Grey frames with a bar that moves by `step` pixels a frame.
void writeBar(const QString& path, int frames, int step) {
    auto writer = media::VideoWriter::create(path.toStdString(), {.width = 96, .height = 64, .fps = {25, 1}});
    MIEN_VERIFY(writer);
    for (int i = 0; i < frames; ++i) {
        cv::Mat frame(64, 96, CV_8UC3, cv::Scalar(90, 90, 90));
        cv::rectangle(frame, {(10 + i * step) % 80, 12, 14, 40}, cv::Scalar(220, 220, 220), cv::FILLED);
        const auto written = (*writer)->write(frame);
        MIEN_VERIFY(written);
    }
    const auto ended = (*writer)->finish();
    MIEN_VERIFY(ended);
}

struct Bench {
    QTemporaryDir folder;
    JobList jobs;
    QualityCard card{jobs, folder.filePath("cache").toStdString()};

    FilmToJudge film(const QString& name) const { return {folder.filePath(name).toStdString(), {25, 1}}; }
    bool ended() {
        return QTest::qWaitFor([&] { return !card.measuring(); }, 20000);
    }
};

} // namespace

class TestQualityCard : public QObject {
    Q_OBJECT

private slots:
    void publishedMeansStandThereAndAreMarked() {
        Bench b;
        QCOMPARE(b.card.table().rowCount(), int(synthesis::publishedQuality().size()));
        for (int row = 0; row < b.card.table().rowCount(); ++row)
            QVERIFY(b.card.table().item(row, 7)->text().contains("published, not reproduced"));
    }

    void figuresAreThoseOfTheCoreAndTheStillFilmIsNamed() {
        Bench b;
        writeBar(b.folder.filePath("still.mp4"), 12, 0);
        writeBar(b.folder.filePath("moving.mp4"), 12, 3);
        b.card.setChosen({b.film("still.mp4"), b.film("moving.mp4")}, 0);
        b.card.measure();
        QVERIFY(b.card.measuring());
        QVERIFY(b.ended());
        QCOMPARE(b.card.judged().size(), std::size_t(2));
        const auto& still = b.card.judged().at(b.film("still.mp4").path);
        MIEN_VERIFY(still);
        QVERIFY(still->still());
        QVERIFY(b.card.table().item(0, 0)->text().contains("Mean of 2"));
        const int row = 1 + int(synthesis::publishedQuality().size());
        QCOMPARE(b.card.table().item(row, 0)->text(), QString("still.mp4"));
        QCOMPARE(b.card.table().item(row, 1)->text(), QString::number(still->psnrDb, 'f', 2));
        QVERIFY(b.card.notes().contains("still.mp4: This film hardly moves"));
        QVERIFY(!b.card.notes().contains("moving.mp4: This film hardly moves"));
        QVERIFY(b.card.notes().contains("still film scores highest"));
        // chosen again, it is known already
        b.card.setChosen({b.film("moving.mp4")}, 0);
        b.card.measure();
        QVERIFY(!b.card.measuring());
        b.card.forget();
        QVERIFY(b.card.judged().empty());
    }

    void aFilmThatCannotBeOpenedIsASentenceAndTheOthersAreMeasured() {
        Bench b;
        writeBar(b.folder.filePath("moving.mp4"), 8, 3);
        b.card.setChosen({b.film("none.mp4"), b.film("moving.mp4")}, 0);
        b.card.measure();
        QVERIFY(b.ended());
        QVERIFY(!b.card.judged().at(b.film("none.mp4").path));
        QVERIFY(b.card.judged().at(b.film("moving.mp4").path));
        QVERIFY(b.card.notes().contains("none.mp4"));
    }

    void stoppingLeavesNothingHalfMeasured() {
        Bench b;
        writeBar(b.folder.filePath("long.mp4"), 400, 1);
        QSignalSpy failed(&b.card, &QualityCard::failed);
        b.card.setChosen({b.film("long.mp4")}, 0);
        b.card.measure();
        b.card.stop();
        QVERIFY(b.ended());
        QVERIFY(b.card.judged().empty());
        QCOMPARE(failed.size(), 0);
    }

    void windowAndCommandLineSayTheSame() {
        synthesis::FilmQuality quality;
        quality.frames = 10;
        quality.equalPairs = 4;
        quality.excursionGrey = 1.27;
        QStringList core;
        for (const auto& remark : synthesis::remarksOn(quality))
            core << QString::fromStdString(remark);
        QCOMPARE(core.size(), 2);
        QCOMPARE(remarksText(quality), core);
    }
};

QTEST_MAIN(TestQualityCard)
#include "tst_quality_card.moc"
