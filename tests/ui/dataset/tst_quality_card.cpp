// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/npy.h"
#include "core/synthesis/quality_published.h"
#include "core/synthesis/quality_remarks.h"
#include "support/test_program.h"
#include "support/tiny_onnx.h"
#include "support/ui_bench.h"
#include "ui/dataset/quality_card.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTableWidget>

namespace tst_quality_card {

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

constexpr int kClip = 6;

struct Bench {
    QTemporaryDir folder;
    Settings settings{folder.filePath("s.ini")};
    JobList jobs;
    QualityCard card{settings, jobs, folder.filePath("cache").toStdString()};

    /// An encoder whose embedding is the mean colour.
    ClipChoice model(int side) const {
        test::TinyOnnx::write(folder.filePath("encoder.onnx").toStdString(), side);
        const auto written =
            writeNpy(folder.filePath("prompts.npy").toStdString(),
                     NpyArray::of<float>({2, 3}, std::vector<float>{1.0f, 1.0f, 0.9f, 1.0f, 0.9f, 1.0f}));
        Q_ASSERT(written);
        Q_UNUSED(written);
        return {folder.filePath("encoder.onnx"), folder.filePath("prompts.npy"), 0};
    }
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
            QVERIFY(b.card.table().item(row, 8)->text().contains("published, not reproduced"));
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
        // The work itself asks for the stop, in the middle of the film: no thread has to be in time.
        std::stop_source stop;
        JobContext context;
        context.stop = stop.get_token();
        context.onProgress = [&](double fraction, std::string_view) {
            if (fraction > 0.3)
                stop.request_stop();
        };
        const auto stopped =
            judgeFilms({b.film("long.mp4")}, {}, b.folder.filePath("c").toStdString(), context);
        QVERIFY(stop.stop_requested());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);

        QSignalSpy failed(&b.card, &QualityCard::failed);
        b.card.setChosen({b.film("long.mp4")}, 0);
        b.card.measure();
        QPointer<JobBase> job = b.jobs.job(0);
        b.card.stop();
        QVERIFY(b.ended());
        QVERIFY(job->cancelRequested());
        // The film may have been measured before the stop reached the work; then it is measured whole.
        QCOMPARE(b.card.judged().size(), job->state() == JobState::Cancelled ? 0u : 1u);
        QCOMPARE(failed.size(), 0);
    }

    void clipIqaIsMeasuredWithTheModelOfTheSettings() {
        Bench b;
        writeBar(b.folder.filePath("moving.mp4"), 12, 3);
        b.card.setChosen({b.film("moving.mp4")}, 0);
        b.card.measure();
        QVERIFY(b.ended());
        QCOMPARE(b.card.table().item(0, kClip)->text(), QString("–"));
        QVERIFY(b.card.table().item(1, kClip)->text().toDouble() > 0.0); // published
        // Chosen, the films are measured again, and it is found again by the next card.
        const ClipChoice clip = b.model(0);
        b.card.setClip(clip);
        QVERIFY(b.card.judged().empty());
        b.card.measure();
        QVERIFY(b.ended());
        const auto& judged = b.card.judged().at(b.film("moving.mp4").path);
        MIEN_VERIFY(judged);
        QVERIFY(judged->clipIqa.has_value());
        QCOMPARE(b.card.table().item(0, kClip)->text(), QString::number(*judged->clipIqa, 'f', 3));
        QVERIFY(QualityCard(b.settings, b.jobs, "").clip() == clip);
        b.card.setClip({});
        QVERIFY(!b.card.clip().chosen());
        QVERIFY(b.card.judged().empty());
    }

    void aFileThatIsNoModelIsOneSentenceAndNothingIsMeasured() {
        Bench b;
        writeBar(b.folder.filePath("moving.mp4"), 8, 3);
        auto clip = b.model(0);
        clip.model = clip.prompts;
        b.card.setClip(clip);
        b.card.setChosen({b.film("moving.mp4")}, 0);
        QSignalSpy failed(&b.card, &QualityCard::failed);
        b.card.measure();
        QVERIFY(b.ended());
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("no ONNX model"));
        QVERIFY(b.card.judged().empty());
    }

    void anEncoderOfAnotherSizeLeavesTheOtherFigures() {
        Bench b;
        writeBar(b.folder.filePath("moving.mp4"), 8, 3);
        auto clip = b.model(16);
        clip.prompts = b.folder.filePath("four.npy");
        MIEN_VERIFY(writeNpy(clip.prompts.toStdString(),
                             NpyArray::of<float>({2, 4}, std::vector<float>{1, 2, 3, 4, 4, 3, 2, 1})));
        clip.side = 16;
        b.card.setClip(clip);
        b.card.setChosen({b.film("moving.mp4")}, 0);
        b.card.measure();
        QVERIFY(b.ended());
        const auto& judged = b.card.judged().at(b.film("moving.mp4").path);
        MIEN_VERIFY(judged);
        QVERIFY(judged->psnrDb > 0.0 && !judged->clipIqa);
        QVERIFY(b.card.notes().contains("same CLIP model"));
    }

    void theDialogAsksForBothFiles() {
        Bench b;
        ClipDialog dialog({});
        QVERIFY(dialog.sentence().contains("both"));
        const auto clip = b.model(0);
        QVERIFY(ClipDialog(clip).sentence().isEmpty());
        QVERIFY(ClipDialog(clip).choice() == clip);
        QVERIFY(ClipDialog({clip.model, b.folder.filePath("none.npy"), 0}).sentence().contains("none.npy"));
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

MIEN_UI_TEST(TestQualityCard)

} // namespace tst_quality_card

#include "tst_quality_card.moc"
