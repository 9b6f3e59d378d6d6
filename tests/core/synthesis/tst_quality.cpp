// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_writer.h"
#include "core/synthesis/quality_film.h"
#include "core/synthesis/quality_metrics.h"
#include "support/verify.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <QTemporaryDir>

#include <fstream>

namespace tst_quality {

using namespace mien;
using namespace mien::synthesis;

namespace {

/// The reference figures below are of these two pictures, by scikit-image 0.19.3 and NumPy 1.24.
cv::Mat pictureA() {
    cv::Mat a(11, 13, CV_8UC1);
    for (int y = 0; y < a.rows; ++y)
        for (int x = 0; x < a.cols; ++x)
            a.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>((x * 37 + y * 91 + x * y * 5) % 256);
    return a;
}

cv::Mat pictureB() {
    cv::Mat b = pictureA();
    for (int y = 0; y < b.rows; ++y)
        for (int x = 0; x < b.cols; ++x) {
            auto& pixel = b.at<std::uint8_t>(y, x);
            pixel = cv::saturate_cast<std::uint8_t>(int{pixel} + (x * 3 + y * 7) % 23 - 11);
        }
    return b;
}

bool near(double actual, double expected, double within = 1e-9) {
    if (std::abs(actual - expected) <= within)
        return true;
    qWarning("%.12g, expected %.12g", actual, expected);
    return false;
}

/// 64×64 of smooth structure, moved right by `shift` pixels and lit by `offset` grey levels.
cv::Mat scene(double shift, double offset = 0.0) {
    cv::Mat out(64, 64, CV_8UC1);
    for (int y = 0; y < out.rows; ++y)
        for (int x = 0; x < out.cols; ++x)
            out.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(
                110 + offset + 50 * std::sin((x - shift) * 0.3) + 30 * std::cos(y * 0.4));
    return out;
}

} // namespace

class TestQuality : public QObject {
    Q_OBJECT

private slots:
    void psnrIsThatOfTheFormula() {
        const double square = meanSquareDifference(pictureA(), pictureB());
        QVERIFY(near(square, 42.62237762237762));
        QVERIFY(near(psnrDb(square), 31.834426883785714));
        QCOMPARE(psnrDb(0.0), 100.0);
    }

    void theWrappedFormIsThatOfUnconvertedBytes() {
        const cv::Mat a = pictureA(), inverse = 255 - a;
        QVERIFY(near(meanSquareDifference(a, inverse), 21719.76923076923));
        QVERIFY(near(meanSquareDifferenceWrapped(a, inverse), 113.72727272727273));
        QVERIFY(near(psnrDb(meanSquareDifferenceWrapped(a, inverse)), 27.57215736332715));
        // A difference of 16 squares to 256, which is 0 in a byte: unequal pictures count as equal.
        const cv::Mat dark(8, 8, CV_8UC1, cv::Scalar(100)), light(8, 8, CV_8UC1, cv::Scalar(116));
        QCOMPARE(meanSquareDifferenceWrapped(dark, light), 0.0);
        QCOMPARE(meanSquareDifference(dark, light), 256.0);
        QCOMPARE(meanSquareDifferenceWrapped(light, dark), 0.0);
    }

    void ssimIsThatOfScikitImage() {
        QVERIFY(near(ssim(pictureA(), pictureB()), 0.9959598713091832));
        QVERIFY(near(ssim(pictureA(), 255 - pictureA()), -0.9840365642651264));
        QVERIFY(near(ssim(pictureA(), pictureA()), 1.0, 1e-12));
        // One window of constant pictures: only the term of the means is left.
        const cv::Mat dark(7, 7, CV_8UC1, cv::Scalar(100)), light(7, 7, CV_8UC1, cv::Scalar(200));
        QVERIFY(near(ssim(dark, light), (2.0 * 100 * 200 + 6.5025) / (100.0 * 100 + 200.0 * 200 + 6.5025)));
    }

    void totalVariationIsThatOfPiq() {
        QVERIFY(near(totalVariation(pictureA()), 7.403279716279663));
        const cv::Mat small = (cv::Mat_<std::uint8_t>(2, 2) << 0, 51, 102, 0);
        QVERIFY(near(totalVariation(small), std::sqrt(0.04 + 0.16 + 0.16 + 0.04)));
        QVERIFY(near(totalVariationPerPixel(small), std::sqrt(0.4) / 2.0));
    }

    void totalVariationGrowsWithSizeAndItsNormalisedFormDoesNot() {
        const cv::Mat one = scene(0);
        cv::Mat four;
        cv::repeat(one, 2, 2, four);
        QVERIFY(totalVariation(four) > 1.9 * totalVariation(one));
        QVERIFY(near(totalVariationPerPixel(four) / totalVariationPerPixel(one), 1.0, 0.05));
    }

    void brisqueFollowsWhatIsDoneToAPicture() {
        const auto brisque = Brisque::load();
        if (!brisque && brisque.error().code == ErrorCode::MissingDependency)
            QSKIP("needs Debian's package opencv-data");
        MIEN_VERIFY(brisque);
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const cv::Mat portrait =
            cv::imread(mien::test::sharedData("stills/astronaut.png").string(), cv::IMREAD_GRAYSCALE);
        cv::Mat noisy(portrait.size(), CV_8UC1), blurred;
        cv::theRNG().state = 1;
        cv::randn(noisy, 0, 30);
        noisy += portrait;
        cv::GaussianBlur(portrait, blurred, {0, 0}, 4);
        const double clean = brisque->score(portrait);
        QVERIFY2(clean > 0 && clean < 40, QByteArray::number(clean).constData());
        QVERIFY(brisque->score(noisy) > clean + 10);
        QVERIFY(brisque->score(blurred) > clean + 10);
        QCOMPARE(brisque->score(portrait), clean);
    }

    void brisqueNamesWhatIsMissingOrWrong() {
        const auto absent = Brisque::load("nowhere/model.yml");
        QVERIFY(!absent);
        QCOMPARE(absent.error().code, ErrorCode::MissingDependency);
        QCOMPARE(absent.error().location, std::string("nowhere/model.yml"));
        QVERIFY(absent.error().message.find("opencv-data") != std::string::npos);
        QTemporaryDir dir;
        const auto bad = dir.filePath("bad.yml").toStdString();
        for (const char* text : {"", "no model\n", "%YAML:1.0\n---\nrange: 3\n"}) {
            std::ofstream(bad) << text;
            const auto broken = Brisque::load(bad, bad);
            QVERIFY(!broken);
            QCOMPARE(broken.error().code, ErrorCode::Corrupt);
        }
    }

    void aFilmIsMeasuredBetweenItsConsecutiveFrames() {
        const std::vector<cv::Mat> frames{scene(0), scene(1), scene(1), scene(4)};
        const auto quality = measure(frames);
        MIEN_VERIFY(quality);
        QCOMPARE(quality->frames, 4);
        QCOMPARE(quality->equalPairs, 1);
        const double first = psnrDb(meanSquareDifference(frames[0], frames[1]));
        const double last = psnrDb(meanSquareDifference(frames[2], frames[3]));
        QVERIFY(near(quality->psnrDb, (first + 100.0 + last) / 3));
        QVERIFY(near(*quality->psnrUnequalDb, (first + last) / 2));
        QVERIFY(near(quality->ssim, (ssim(frames[0], frames[1]) + 1.0 + ssim(frames[2], frames[3])) / 3));
        QVERIFY(near(quality->totalVariation,
                     (totalVariation(frames[0]) + 2 * totalVariation(frames[1]) + totalVariation(frames[3])) /
                         4));
        QVERIFY(quality->excursionGrey > 20 && !quality->still());
    }

    void parityChangesThePsnrOfLargeDifferencesOnly() {
        const std::vector<cv::Mat> frames{scene(0), scene(0, 20)};
        QualityOptions parity;
        parity.parity = true;
        const auto plain = measure(frames), wrapped = measure(frames, parity);
        MIEN_VERIFY(plain);
        MIEN_VERIFY(wrapped);
        QVERIFY(near(plain->psnrDb, psnrDb(400.0), 1e-6));
        QVERIFY(near(wrapped->psnrDb, psnrDb(400.0 - 256.0), 1e-6));
        QCOMPARE(plain->ssim, wrapped->ssim);
        const std::vector<cv::Mat> close{scene(0), scene(0, 15)};
        QCOMPARE(measure(close)->psnrDb, measure(close, parity)->psnrDb);
    }

    void aStillFilmScoresHighestAndIsCalledStill() {
        const std::vector<cv::Mat> still(5, scene(0));
        const auto quality = measure(still);
        MIEN_VERIFY(quality);
        QCOMPARE(quality->psnrDb, 100.0);
        QVERIFY(near(quality->ssim, 1.0, 1e-12));
        QVERIFY(!quality->psnrUnequalDb);
        QVERIFY(quality->still());
        QCOMPARE(quality->stepGrey, 0.0);
    }

    void aSlowMovementIsNoStillFilm() {
        std::vector<cv::Mat> frames;
        for (int t = 0; t < 20; ++t)
            frames.push_back(scene(0.1 * t));
        const auto quality = measure(frames);
        MIEN_VERIFY(quality);
        QVERIFY(quality->stepGrey < 2.0);
        QVERIFY(!quality->still());
    }

    void threadsDoNotChangeTheResult() {
        std::vector<cv::Mat> frames;
        for (int t = 0; t < 23; ++t)
            frames.push_back(scene(0.7 * t, t % 5));
        const auto one = measure(frames, {}, 1), two = measure(frames, {}, 2);
        MIEN_VERIFY(one);
        QCOMPARE(one->psnrDb, two->psnrDb);
        QCOMPARE(one->ssim, two->ssim);
        QCOMPARE(one->totalVariationPerPixel, two->totalVariationPerPixel);
        QCOMPARE(one->excursionGrey, two->excursionGrey);
    }

    void aSingleFrameAndACancelledJobAreErrors() {
        const auto single = measure({scene(0)});
        QVERIFY(!single);
        QCOMPARE(single.error().code, ErrorCode::Corrupt);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = measure({scene(0), scene(1)}, {}, 1, stop.get_token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

private:
    /// Through a lossless film and back.
    Result<FilmQuality> measure(const std::vector<cv::Mat>& frames, const QualityOptions& options = {},
                                int threads = 1, std::stop_token stop = {}) {
        const auto path = m_dir.filePath("film.mkv").toStdString();
        media::VideoWriterOptions how;
        how.width = how.height = 64;
        how.fps = {25, 1};
        how.codec = media::VideoCodec::Ffv1;
        how.grey = true;
        auto writer = media::VideoWriter::create(path, how);
        if (!writer)
            return Unexpected(writer.error());
        for (const auto& frame : frames)
            if (auto ok = (*writer)->write(frame); !ok)
                return Unexpected(ok.error());
        if (auto ok = (*writer)->finish(); !ok)
            return Unexpected(ok.error());
        auto source = media::openMedia(path, {.format = media::PixelFormat::Grey}, {});
        if (!source)
            return Unexpected(source.error());
        JobContext job;
        job.threads = threads;
        job.stop = stop;
        return measureQuality(**source, options, nullptr, job);
    }
    QTemporaryDir m_dir;
};

MIEN_TEST(TestQuality)

} // namespace tst_quality

#include "tst_quality.moc"
