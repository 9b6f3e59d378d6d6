// SPDX-License-Identifier: GPL-3.0-or-later
// Twins differ only where the changed action unit acts.
#include "core/synthesis/exposure.h"
#include "core/synthesis/furrows.h"
#include "core/synthesis/generator_warp.h"
#include "core/synthesis/moving_face.h"
#include "core/synthesis/scm_clip.h"
#include "neutral_face.h"
#include "scm_model.h"
#include "support/verify.h"

using namespace mien;
using namespace mien::synthesis;
using annotation::Side;

namespace {

cv::Matx23d inverted(const cv::Matx23d& m) {
    cv::Matx23d inverse;
    cv::invertAffineTransform(m, inverse);
    return inverse;
}

/// 255 where the unit moves or wrinkles skin in this frame. That is known on the resting face, so it is
/// widened by how far the unit and the others carry the skin away from there, and by two pixels.
cv::Mat reachOf(const FaceFrame& face, const Mouth& mouth, const UnitState& unit,
                const std::vector<UnitState>& others, const cv::Matx23d& head, int size) {
    FaceState carried;
    for (const auto& other : others)
        for (const auto half : {Half::ImageLeft, Half::ImageRight})
            carried.actions.push_back({other.unit, half, amountOf(other.level)});
    FaceState state;
    if (unit.side != Side::Left)
        state.actions.push_back({unit.unit, Half::ImageLeft, 1.0});
    if (unit.side != Side::Right)
        state.actions.push_back({unit.unit, Half::ImageRight, 1.0});
    const bool opens = openingsOf(state).mouthGap > 0.0;
    std::vector<Furrows> furrows;
    for (const auto& action : state.actions)
        furrows.emplace_back(face, action.actionUnit, action.half);
    const auto back = inverted(head);
    cv::Mat mask(size, size, CV_8U, cv::Scalar(0));
    double farthest = 0.0, farthestCarried = 0.0;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const cv::Vec2d q = back * cv::Vec3d(x, y, 1.0);
            const auto p = face.toFace({q[0], q[1]});
            const double way = cv::norm(displacementAt(face, state, p)) * face.unitPx();
            farthest = std::max(farthest, way);
            farthestCarried =
                std::max(farthestCarried, cv::norm(displacementAt(face, carried, p)) * face.unitPx());
            const bool wrinkled = std::any_of(furrows.begin(), furrows.end(), [&](const Furrows& f) {
                return !f.empty() && f.at(p) != 0.0f;
            });
            if (way > 0.0 || wrinkled || (opens && mouth.box().contains(p)))
                mask.at<std::uint8_t>(y, x) = 255;
        }
    const int r = static_cast<int>(std::ceil(farthest + farthestCarried)) + 2;
    cv::dilate(mask, mask, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * r + 1, 2 * r + 1}));
    return mask;
}

} // namespace

class TestTwins : public QObject {
    Q_OBJECT

private slots:
    void filmsDifferOnlyWhereTheChangedUnitActs_data() {
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("level");
        QTest::newRow("lip corners taken away") << 12 << int(Side::Bilateral) << 0.0;
        QTest::newRow("left brow added") << 2 << int(Side::Left) << 3.0;
        QTest::newRow("brows lowered too") << 4 << int(Side::Bilateral) << 2.5;
        QTest::newRow("jaw dropped too") << 26 << int(Side::Bilateral) << 3.0;
    }
    void filmsDifferOnlyWhereTheChangedUnitActs() {
        QFETCH(int, unit);
        QFETCH(int, side);
        QFETCH(double, level);
        auto options = test::scmOptions();
        options.lengthS = 1.0;
        options.neutralS = 0.1;
        options.nuisance.blinksPerMinute = 40;
        options.nuisance.headPxPerS = {6.0, 6.0};
        options.nuisance.rollDeg = {1.0, 1.0};
        const auto scm = *Scm::create(options);
        Interventions smile, action;
        smile.units = {{1, Side::Bilateral, 2.0},
                       {6, Side::Bilateral, 2.0},
                       {12, Side::Bilateral, 3.0},
                       {17, Side::Bilateral, 2.0}};
        action.unitChanges = {{unit, static_cast<Side>(side), level}};
        const auto fact = *scm.sample(4, smile);
        const auto twin = *scm.counterfactual(fact, action);
        ClipSpec frame;
        frame.frames = 24;
        frame.size = 192;
        const auto specA = *clipOf(fact, frame), specB = *clipOf(twin, frame);
        auto portrait = test::texturedPortrait();
        const auto source = warpSourceOf(portrait);
        const auto a = source->actor(specA, {}), b = source->actor(specB, {});
        MIEN_VERIFY(a);
        MIEN_VERIFY(b);
        const auto framing = framingOf(portrait, frame.size, specA.faceFraction);
        const FaceFrame face(framing.landmarks);
        const Mouth mouth(face);
        int changed = 0;
        for (FrameIndex at{0}; at.value < frame.frames; at = at + 1) {
            const auto head = (*a)->performance().headAt(at);
            QVERIFY(head == (*b)->performance().headAt(at)); // frame-aligned
            auto pictureA = (*a)->picture((*a)->performance().poseAt(at));
            auto pictureB = (*b)->picture((*b)->performance().poseAt(at));
            cv::Mat difference;
            cv::absdiff(exposed(pictureA, specA, at), exposed(pictureB, specB, at), difference);
            cv::transform(difference, difference, cv::Matx13f(1, 1, 1));
            const auto reach = reachOf(face, mouth, {unit, static_cast<Side>(side), 1.0}, *smile.units,
                                       similarityOf(head, framing.landmarks[30]), frame.size);
            QVERIFY(cv::countNonZero(reach) < frame.size * frame.size / 2); // or the test says nothing
            changed = std::max(changed, cv::countNonZero(difference));
            cv::Mat outside;
            difference.copyTo(outside, ~reach);
            QVERIFY2(cv::countNonZero(outside) == 0,
                     qPrintable(QString("frame %1: %2 pixels").arg(at.value).arg(cv::countNonZero(outside))));
        }
        QVERIFY2(changed > 200, qPrintable(QString::number(changed))); // and the twin is no copy
    }
};

QTEST_GUILESS_MAIN(TestTwins)
#include "tst_twins.moc"
