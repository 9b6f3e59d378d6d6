// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/player/flow_overlay.h"
#include "ui/player/pictures.h"

#include <opencv2/imgproc.hpp>

namespace tst_pictures {

using namespace mien;
using namespace mien::ui;

class TestPictures : public QObject {
    Q_OBJECT

    static cv::Mat texture(int shift) {
        cv::Mat image(120, 160, CV_8UC1);
        for (int y = 0; y < image.rows; ++y)
            for (int x = 0; x < image.cols; ++x)
                image.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(
                    128 + 50 * std::sin((x - shift) * 0.23) + 50 * std::sin(y * 0.31 + (x - shift) * 0.05));
        return image;
    }

private slots:
    void picturesKeepTheirPixelsAlive() {
        QImage picture;
        {
            cv::Mat image(4, 6, CV_8UC3, cv::Scalar(10, 20, 30)); // blue, green, red
            picture = asPicture(image);
        }
        QCOMPARE(picture.size(), QSize(6, 4));
        QCOMPARE(picture.pixelColor(5, 3), QColor(30, 20, 10));
    }

    void scalingKeepsTheAspect() {
        const cv::Mat image(100, 300, CV_8UC3, cv::Scalar(1, 2, 3));
        QCOMPARE(scaledPicture(image, {150, 150}).size(), QSize(150, 50));
        QVERIFY(scaledPicture(image, {}).isNull());
    }

    void stillPartsStayGreyAndMotionIsColoured() {
        const cv::Mat base(64, 64, CV_8UC1, cv::Scalar(100));
        cv::Mat flow(64, 64, CV_32FC2, cv::Scalar(0, 0));
        flow(cv::Rect(32, 0, 32, 64)).setTo(cv::Scalar(3.0, 0.0));
        const cv::Mat painted = paintFlow(base, flow, 3.0f, 1.0f);
        const auto still = painted.at<cv::Vec3b>(10, 10);
        QVERIFY(still[0] == still[1] && still[1] == still[2]);
        const auto moved = painted.at<cv::Vec3b>(10, 50);
        QVERIFY(*std::max_element(moved.val, moved.val + 3) - *std::min_element(moved.val, moved.val + 3) >
                100);
        QVERIFY(fullLength(flow) > 2.9f);
    }

    void theOverlayMeasuresTheShiftSinceTheNeutralFrame() {
        const auto frame = [](int index, int shift) {
            return std::make_shared<const media::Frame>(media::Frame{{index}, index / 25.0, texture(shift)});
        };
        const auto picture = computeFlow({frame(3, 0), frame(9, 2), {}, {}});
        MIEN_VERIFY(picture);
        QCOMPARE(picture->neutral.value, 3);
        QCOMPARE(picture->frame.value, 9);
        const cv::Scalar mean = cv::mean(picture->flow(cv::Rect(30, 30, 100, 60)));
        QVERIFY2(std::abs(mean[0] - 2.0) < 0.5 && std::abs(mean[1]) < 0.5,
                 qPrintable(QString("%1 %2").arg(mean[0]).arg(mean[1])));
    }
};

MIEN_UI_TEST(TestPictures)

} // namespace tst_pictures

#include "tst_pictures.moc"
