// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/optical_flow.h"
#include "core/motion/planted_pairs.h"
#include "support/verify.h"

namespace tst_optical_flow {

using namespace mien;
using namespace mien::motion;

/// The contract that every row of the flow table keeps.
class TstOpticalFlow : public QObject {
    Q_OBJECT

private:
    /// A soft random texture; reproducible, no file needed.
    static cv::Mat texture(cv::Size size, std::uint64_t seed) {
        Rng rng(seed);
        cv::Mat noise(size, CV_32F);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                noise.at<float>(y, x) = static_cast<float>(rng.uniform(0.0, 255.0));
        cv::GaussianBlur(noise, noise, {}, 2.0);
        cv::normalize(noise, noise, 10, 245, cv::NORM_MINMAX);
        cv::Mat grey;
        noise.convertTo(grey, CV_8U);
        return grey;
    }
    static cv::Mat central(const cv::Mat& flow) {
        return flow(cv::Rect(16, 16, flow.cols - 32, flow.rows - 32));
    }

    static void addRows() {
        QTest::addColumn<QByteArray>("row");
        for (const FlowRow& row : flowRows())
            QTest::newRow(std::string(row.name).c_str())
                << QByteArray(row.name.data(), qsizetype(row.name.size()));
    }
    static std::unique_ptr<OpticalFlow> engine() {
        QFETCH_GLOBAL(QByteArray, row);
        return std::move(*makeFlow(std::string_view(row.constData())));
    }

private slots:
    void initTestCase_data() { addRows(); }

    void identicalImagesHaveNoFlow() {
        const cv::Mat image = texture({96, 80}, 1);
        const auto flow = engine()->compute(image, image);
        MIEN_VERIFY(flow);
        QCOMPARE(flow->type(), CV_32FC2);
        QCOMPARE(flow->size(), image.size());
        // Farnebäck's borders are not exact, even here; OpenCV weights them down.
        const double most = cv::norm(central(*flow), cv::NORM_INF);
        QVERIFY2(most < 0.05, QByteArray::number(most));
    }
    void flatImagesHaveFiniteFlow() {
        const cv::Mat grey(64, 64, CV_8U, cv::Scalar(90));
        const auto flow = engine()->compute(grey, cv::Mat(64, 64, CV_8U, cv::Scalar(200)));
        MIEN_VERIFY(flow);
        QVERIFY(cv::checkRange(*flow, true, nullptr, -100, 100));
    }
    void aShiftIsFoundWithItsSign() {
        const cv::Mat whole = texture({140, 130}, 2);
        const cv::Mat from = whole(cv::Rect(10, 10, 110, 100)).clone();
        const cv::Mat to = whole(cv::Rect(8, 11, 110, 100)).clone(); // content moves by (+2, -1)
        const auto flow = engine()->compute(from, to);
        MIEN_VERIFY(flow);
        const cv::Mat truth(central(*flow).size(), CV_32FC2, cv::Scalar(2.0, -1.0));
        QVERIFY2(test::meanEndpointError(central(*flow), truth) < 0.25,
                 QByteArray::number(test::meanEndpointError(central(*flow), truth)));
    }
    void aStartFlowIsTaken() {
        const cv::Mat whole = texture({140, 130}, 3);
        const cv::Mat from = whole(cv::Rect(10, 10, 110, 100)).clone();
        const cv::Mat to = whole(cv::Rect(6, 10, 110, 100)).clone();
        const cv::Mat start(from.size(), CV_32FC2, cv::Scalar(3.7, 0.1));
        const cv::Mat kept = start.clone();
        const auto flow = engine()->compute(from, to, start);
        MIEN_VERIFY(flow);
        const cv::Mat truth(central(*flow).size(), CV_32FC2, cv::Scalar(4.0, 0.0));
        QVERIFY(test::meanEndpointError(central(*flow), truth) < 0.25);
        QVERIFY2(cv::norm(start, kept, cv::NORM_INF) == 0.0, "the caller's start flow was written to");
    }
    void theSameCallGivesTheSameFlow() {
        const cv::Mat from = texture({70, 61}, 4);
        cv::Mat to;
        cv::GaussianBlur(from, to, {}, 1.0);
        auto flow = engine();
        const auto first = flow->compute(from, to);
        MIEN_VERIFY(first);
        MIEN_VERIFY(flow->compute(to, from));
        const auto again = flow->compute(from, to);
        MIEN_VERIFY(again);
        QCOMPARE(cv::norm(*first, *again, cv::NORM_INF), 0.0);
    }
    void oddAndSmallSizesWork() {
        auto flow = engine();
        for (const cv::Size size :
             {cv::Size(16, 16), cv::Size(17, 33), cv::Size(129, 16), cv::Size(47, 95)}) {
            const cv::Mat image = texture(size, 5);
            const auto result = flow->compute(image, image);
            MIEN_VERIFY(result);
            QCOMPARE(result->size(), size);
            QVERIFY(cv::checkRange(*result, true, nullptr, -50, 50));
        }
    }
    void aMaskKeepsEverythingFinite() {
        const cv::Mat from = texture({96, 96}, 6);
        const cv::Mat to = texture({96, 96}, 7);
        auto flow = engine();
        cv::Mat mask = cv::Mat::zeros(96, 96, CV_8U);
        mask(cv::Rect(40, 30, 9, 9)).setTo(255);
        for (const cv::Mat& m : {mask, cv::Mat(cv::Mat::zeros(96, 96, CV_8U)), cv::Mat()}) {
            flow->setMask(m);
            const auto result = flow->compute(from, to);
            MIEN_VERIFY(result);
            QVERIFY(cv::checkRange(*result, true, nullptr, -1000, 1000));
        }
    }
    void wrongInputGetsASentence() {
        auto flow = engine();
        const cv::Mat grey = texture({32, 32}, 8);
        const cv::Mat colour(32, 32, CV_8UC3, cv::Scalar::all(0));
        const cv::Mat small = texture({15, 32}, 8);
        const cv::Mat other = texture({33, 32}, 8);
        const cv::Mat badStart(8, 8, CV_32FC2, cv::Scalar::all(0));
        const cv::Mat nanStart(32, 32, CV_32FC2, cv::Scalar::all(std::nan("")));
        for (const auto& result :
             {flow->compute(colour, colour), flow->compute(grey, other), flow->compute(small, small),
              flow->compute(grey, cv::Mat()), flow->compute(grey, grey, badStart),
              flow->compute(grey, grey, nanStart)}) {
            QVERIFY(!result.has_value());
            QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
            QVERIFY(result.error().message.ends_with('.'));
        }
    }
    void unknownNamesListTheKnownOnes() {
        const auto flow = makeFlow("lucas");
        QVERIFY(!flow.has_value());
        QCOMPARE(flow.error().code, ErrorCode::InvalidArgument);
        for (const FlowRow& row : flowRows())
            QVERIFY(flow.error().message.find(row.name) != std::string::npos);
    }
};

MIEN_TEST(TstOpticalFlow)

} // namespace tst_optical_flow

#include "tst_optical_flow.moc"
