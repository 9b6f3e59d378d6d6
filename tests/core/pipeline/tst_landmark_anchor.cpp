// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/face/similarity.h"
#include "core/pipeline/landmark_anchor.h"
#include "support/verify.h"

namespace tst_landmark_anchor {

using namespace mien;
using pipeline::LandmarkAnchor;

namespace {

/// A schematic face, eye distance 100 px, in the order of the 68 points.
face::Landmarks schematicFace() {
    face::Landmarks p;
    for (std::size_t i = 0; i < p.size(); ++i)
        p[i] = {300.0f + 3.0f * static_cast<float>(i % 7), 400.0f + 2.0f * static_cast<float>(i % 5)};
    const auto eye = [&](std::size_t first, float x) {
        const std::array<cv::Point2f, 6> shape{{{-20, 0}, {-8, -7}, {8, -7}, {20, 0}, {8, 7}, {-8, 7}}};
        for (std::size_t i = 0; i < 6; ++i)
            p[first + i] = cv::Point2f(x, 200) + shape[i];
    };
    eye(36, 250);
    eye(42, 350);
    for (std::size_t i = 0; i < 4; ++i)
        p[27 + i] = {300, 200.0f + 20.0f * static_cast<float>(i)};
    for (std::size_t i = 0; i < 5; ++i)
        p[31 + i] = {280.0f + 10.0f * static_cast<float>(i), 275};
    p[48] = {265, 320};
    p[51] = {300, 312};
    p[54] = {335, 320};
    p[57] = {300, 335};
    return p;
}

/// Farthest that any region seems to have moved, units of the eye distance.
double farthest(const pipeline::RegionVectors& a, const pipeline::RegionVectors& b) {
    double most = 0.0;
    for (std::size_t r = 0; r < a.size(); ++r)
        most = std::max(most, cv::norm(a[r] - b[r]));
    return most;
}

} // namespace

class TestLandmarkAnchor : public QObject {
    Q_OBJECT

private slots:
    void aMovingHeadMovesNoRegion() {
        LandmarkAnchor anchor;
        const auto face = schematicFace();
        const auto before = anchor.place(face);
        const double angle = 0.2;
        const cv::Matx23d head(1.1 * std::cos(angle), -1.1 * std::sin(angle), 30, 1.1 * std::sin(angle),
                               1.1 * std::cos(angle), -12);
        auto moved = face;
        for (auto& p : moved)
            p = face::apply(head, p);
        QVERIFY(farthest(before, anchor.place(moved)) < 1e-4);
    }

    void aBlinkDoesNotCarryTheMouthAlong() {
        // What the landmark model makes of a blink: the lids close, all corners sink by 1.4 % of the eye
        // distance, the inner ones draw together.
        LandmarkAnchor anchor;
        const auto face = schematicFace();
        const auto before = anchor.place(face);
        auto blink = face;
        for (std::size_t i = 36; i < 48; ++i)
            blink[i].y = i % 3 == 0 ? face[i].y + 1.4f : 203.0f;
        blink[39].x += 1.2f;
        blink[42].x -= 1.2f;
        const auto after = anchor.place(blink);
        for (std::size_t r = 0; r < after.size(); ++r)
            if (motion::regions()[r].landmark >= 48)
                QVERIFY2(cv::norm(after[r] - before[r]) < 0.006, motion::regions()[r].name.data());
    }

    void aMouthThatMovesIsSeenInFull() {
        LandmarkAnchor anchor;
        auto face = schematicFace();
        const auto before = anchor.place(face);
        face[57].y += 10.0f; // a tenth of the eye distance
        const auto after = anchor.place(face);
        const auto lip = std::find_if(motion::regions().begin(), motion::regions().end(),
                                      [](const auto& r) { return r.landmark == 57; }) -
                         motion::regions().begin();
        const cv::Vec2f seen = after[static_cast<std::size_t>(lip)] - before[static_cast<std::size_t>(lip)];
        QVERIFY(std::abs(cv::norm(seen) - 0.1) < 0.02);
        for (std::size_t r = 0; r < after.size(); ++r)
            if (static_cast<std::ptrdiff_t>(r) != lip)
                QVERIFY(cv::norm(after[r] - before[r]) < 1e-4);
    }

    void aNewRunCountsFromItsOwnFirstFrame() {
        LandmarkAnchor anchor;
        auto face = schematicFace();
        (void)anchor.place(face);
        face[48].x -= 10.0f;
        anchor.reset();
        const auto first = anchor.place(face);
        QVERIFY(farthest(first, anchor.place(face)) < 1e-6);
    }
};

MIEN_TEST(TestLandmarkAnchor)

} // namespace tst_landmark_anchor

#include "tst_landmark_anchor.moc"
