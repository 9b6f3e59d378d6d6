// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/pipeline/landmark_check.h"
#include "support/verify.h"

#include <opencv2/imgproc.hpp>

namespace tst_landmark_check {

using namespace mien;
using pipeline::RegionVectors;

namespace {

constexpr float kEyes = 84.0f;

/// A crop of smooth random skin; `contrast` in grey levels.
cv::Mat skin(double contrast, std::uint64_t seed) {
    Rng rng(seed);
    cv::Mat noise(256, 256, CV_32F);
    for (auto it = noise.begin<float>(); it != noise.end<float>(); ++it)
        *it = static_cast<float>(rng.normal());
    cv::GaussianBlur(noise, noise, {}, 2.0);
    cv::Scalar mean, sd;
    cv::meanStdDev(noise, mean, sd);
    noise = (noise - mean[0]) * (contrast / sd[0]) + 128.0;
    noise.convertTo(noise, CV_8U);
    return noise;
}

face::Landmarks points() {
    face::Landmarks at;
    for (std::size_t i = 0; i < at.size(); ++i)
        at[i] = {50.0f + 17.0f * static_cast<float>(i % 10), 40.0f + 25.0f * static_cast<float>(i / 10)};
    return at;
}

RegionVectors all(float y) {
    RegionVectors v;
    v.fill(cv::Vec2f(0.0f, y));
    return v;
}

/// What is thought of landmarks that say `landmarks` and a flow that says `flow` (units of the eye distance)
/// where the skin has moved down by `truth`.
RegionVectors judge(double contrast, float truth, float flow, float landmarks) {
    const cv::Mat before = skin(contrast, 5);
    cv::Mat after;
    cv::warpAffine(before, after, cv::Matx23f(1, 0, 0, 0, 1, truth * kEyes), before.size(), cv::INTER_LINEAR,
                   cv::BORDER_REFLECT);
    return pipeline::strayedLandmarks({before, after, points(), kEyes}, {}, all(flow), all(landmarks), false);
}

} // namespace

class TestLandmarkCheck : public QObject {
    Q_OBJECT

private slots:
    void landmarksOfTheBrowsThatLeaveTheirSkinHaveStrayed() {
        const auto astray = judge(20.0, 0.0f, 0.001f, 0.08f);
        for (std::size_t r = 0; r < astray.size(); ++r)
            QVERIFY(std::abs(astray[r][1] - (motion::isUpperFace(r) ? 0.079f : 0.0f)) < 1e-6f);
    }

    void landmarksThatFollowTheirSkinHaveNot() {
        const auto lost = judge(20.0, 0.08f, 0.01f, 0.08f); // by the flow
        const auto near = judge(20.0, 0.02f, 0.02f, 0.023f);
        QCOMPARE(cv::norm(lost[0]), 0.0);
        QCOMPARE(cv::norm(near[0]), 0.0);
    }

    void skinWithoutContrastTellsNothing() { QCOMPARE(judge(0.8, 0.0f, 0.0f, 0.08f)[0][1], 0.0f); }

    void skinThatNeitherFindsTellsNothing() {
        const cv::Mat before = skin(20.0, 5), after = skin(20.0, 6);
        const auto astray =
            pipeline::strayedLandmarks({before, after, points(), kEyes}, {}, all(0.0f), all(0.08f), false);
        QCOMPARE(astray[0][1], 0.0f);
    }
};

MIEN_TEST(TestLandmarkCheck)

} // namespace tst_landmark_check

#include "tst_landmark_check.moc"
