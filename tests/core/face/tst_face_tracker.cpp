// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/alignment.h"
#include "core/face/face_tracker.h"
#include "support/verify.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace tst_face_tracker {

using namespace mien;
using namespace mien::face;

namespace {

cv::Mat portrait() {
    return cv::imread(test::sharedData("stills/astronaut.png").string(), cv::IMREAD_GRAYSCALE);
}

/// A grey picture with the portrait's head (square around the face) pasted so that its face is `faceWidth`
/// wide.
void paste(cv::Mat& picture, const cv::Mat& source, cv::Point centre, double faceWidth) {
    const cv::Mat head = source(cv::Rect(120, 0, 220, 220)); // the face is about 100 px wide in it
    cv::Mat scaled;
    cv::resize(head, scaled, {}, faceWidth / 100.0, faceWidth / 100.0, cv::INTER_AREA);
    const cv::Rect place(centre.x - scaled.cols / 2, centre.y - scaled.rows / 2, scaled.cols, scaled.rows);
    const cv::Rect inside = place & cv::Rect({}, picture.size());
    scaled(inside - place.tl()).copyTo(picture(inside));
}

std::unique_ptr<FaceTracker> tracker(FaceOptions options = {}) {
    auto made = makeFaceTracker(options);
    return made ? std::move(*made) : nullptr;
}

} // namespace

class TestFaceTracker : public QObject {
    Q_OBJECT
private slots:
    void findsThePortraitInTheFirstFrame() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const auto t = tracker();
        QVERIFY(t);
        const auto seen = t->observe({0}, portrait());
        MIEN_VERIFY(seen);
        QCOMPARE(seen->state, Scorability::Scorable);
        QVERIFY(seen->score > 0.5f);
        QVERIFY(std::abs(interocularDistance(seen->landmarks) - 43.6f) < 2.0f);
        QCOMPARE(t->candidates().size(), std::size_t{1});
    }

    void emptyPicturesHaveNoFace() {
        const auto t = tracker();
        QVERIFY(t);
        for (int i = 0; i < 20; ++i) {
            const auto seen = t->observe({i}, cv::Mat(240, 320, CV_8UC1, cv::Scalar(120)));
            MIEN_VERIFY(seen);
            QCOMPARE(seen->state, Scorability::NoFace);
        }
    }

    void followsTheFaceThatWasChosen_data() {
        QTest::addColumn<int>("followFace");
        QTest::addColumn<bool>("leftExpected");
        QTest::newRow("the largest") << -1 << false;
        QTest::newRow("first from the left") << 0 << true;
        QTest::newRow("second from the left") << 1 << false;
    }
    /// Two faces walk towards one another, pass at a distance and change sizes; the followed one stays
    /// followed.
    void followsTheFaceThatWasChosen() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        QFETCH(int, followFace);
        QFETCH(bool, leftExpected);
        const cv::Mat source = portrait();
        const auto t = tracker({.followFace = followFace});
        QVERIFY(t);
        for (int i = 0; i < 24; ++i) {
            cv::Mat picture(480, 640, CV_8UC1, cv::Scalar(90));
            const cv::Point left(150 + 2 * i, 300 - 2 * i), right(480 - 2 * i, 180 + 3 * i);
            paste(picture, source, left, 100.0 + 1.5 * i);
            paste(picture, source, right, 130.0 - i);
            const auto seen = t->observe({i}, picture);
            MIEN_VERIFY(seen);
            QVERIFY(seen->state != Scorability::NoFace);
            const cv::Point2f nose = seen->landmarks[30];
            const double toLeft = cv::norm(nose - cv::Point2f(left)),
                         toRight = cv::norm(nose - cv::Point2f(right));
            QVERIFY2((toLeft < toRight) == leftExpected, qPrintable(QString("frame %1").arg(i)));
            QCOMPARE(t->candidates().size(), std::size_t{2});
        }
    }

    void saysWhyAFaceCannotBeScored() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const cv::Mat source = portrait();
        // The state after ten frames; the face moves down by `step` pixels a frame.
        const auto stateAfter = [&](double faceWidth, int step, double blur, FaceOptions options = {}) {
            const auto t = tracker(options);
            Scorability state = Scorability::Scorable;
            for (int i = 0; i < 10; ++i) {
                cv::Mat picture(360, 480, CV_8UC1, cv::Scalar(90));
                paste(picture, source, {240, 180 + step * i}, faceWidth);
                if (blur > 0.0)
                    cv::GaussianBlur(picture, picture, {}, blur);
                if (const auto seen = t->observe({i}, picture))
                    state = seen->state;
            }
            return state;
        };
        QCOMPARE(stateAfter(150, 0, 0.0), Scorability::Scorable);
        QCOMPARE(stateAfter(70, 0, 0.0, {.minFaceWidthPx = 80}), Scorability::TooSmall);
        QCOMPARE(stateAfter(150, 14, 0.0), Scorability::CutOff);
        QCOMPARE(stateAfter(150, 0, 4.5), Scorability::Blurred);
    }

    void findsTheFaceAgainAfterALoss() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const cv::Mat source = portrait();
        const auto t = tracker();
        QVERIFY(t);
        int lost = 0;
        for (int i = 0; i < 60; ++i) {
            cv::Mat picture(360, 480, CV_8UC1, cv::Scalar(90));
            const bool present = i < 20 || i >= 40;
            if (present)
                paste(picture, source, {i < 20 ? 150 : 320, 180}, 120);
            const auto seen = t->observe({i}, picture);
            MIEN_VERIFY(seen);
            lost += seen->state == Scorability::NoFace ? 1 : 0;
            if (i >= 45)
                QCOMPARE(seen->state, Scorability::Scorable);
            if (i >= 20 && i < 40)
                QVERIFY(seen->state != Scorability::Scorable);
        }
        QVERIFY2(lost >= 19 && lost <= 23, qPrintable(QString::number(lost)));
    }

    void refusesWhatItCannotWorkWith() {
        const auto t = tracker();
        QVERIFY(t);
        QCOMPARE(t->observe({0}, cv::Mat()).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(t->observe({0}, cv::Mat(100, 100, CV_8UC3, cv::Scalar())).error().code,
                 ErrorCode::InvalidArgument);
        MIEN_VERIFY(t->observe({5}, cv::Mat(100, 100, CV_8UC1, cv::Scalar(0))));
        QVERIFY(!t->observe({5}, cv::Mat(100, 100, CV_8UC1, cv::Scalar(0))));
        QVERIFY(!t->observe({6}, cv::Mat(90, 100, CV_8UC1, cv::Scalar(0))));
        QVERIFY(!makeFaceTracker({.fps = 0.0}));
    }
};

MIEN_TEST(TestFaceTracker)

} // namespace tst_face_tracker

#include "tst_face_tracker.moc"
