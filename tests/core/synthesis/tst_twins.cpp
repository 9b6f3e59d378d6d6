// SPDX-License-Identifier: GPL-3.0-or-later
// Twins differ only where the changed action unit acts.
#include "core/synthesis/exposure.h"
#include "core/synthesis/furrows.h"
#include "core/synthesis/generator_warp.h"
#include "core/synthesis/moving_face.h"
#include "core/synthesis/rig_anatomy.h"
#include "core/synthesis/scm_clip.h"
#include "neutral_face.h"
#include "scm_model.h"
#include "small_rig.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <functional>

namespace tst_twins {

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

/// Whether a point of the generic face, in cm from in front and y down, lies where one of these furrows may.
std::function<bool(cv::Point2f)> furrowsOf(const RigModel& model, const FaceState& state) {
    face::Landmarks landmarks;
    for (std::size_t k = 0; k < landmarks.size(); ++k) {
        const auto& p = model.neutral[static_cast<std::size_t>(model.landmarks[k])];
        landmarks[k] = {p[0], -p[1]};
    }
    const FaceFrame frame(landmarks);
    std::vector<Furrows> all;
    for (const auto& action : state.actions)
        all.emplace_back(frame, action.actionUnit, action.half);
    return [frame, all](cv::Point2f p) {
        return std::any_of(all.begin(), all.end(), [&](const Furrows& furrows) {
            return !furrows.empty() && furrows.box().contains(frame.toFace(p));
        });
    };
}

/// 255 where a rig's unit can change what is seen in this frame: at the triangles that one of its shapes
/// bends, at those beside them, whose shading follows the bent normals, where its furrows lie, and two pixels
/// on. Known from the rig and from where the other units carry it, `shots`, not from the pictures.
cv::Mat reachOf(const RigAnatomy& anatomy, const UnitState& unit, const std::array<RigShot, 2>& shots,
                int size) {
    FaceState state;
    for (const auto half : {Half::ImageLeft, Half::ImageRight})
        if (unit.side == Side::Bilateral || (unit.side == Side::Right) == (half == Half::ImageLeft))
            state.actions.push_back({unit.unit, half, 1.0});
    const auto& model = anatomy.model();
    std::vector<bool> bent(model.neutral.size(), false);
    for (const auto& [index, weight, side] : rigWeights(model, state)) {
        const auto& shape = model.shapes[index];
        for (std::size_t i = 0; i < shape.vertices.size(); ++i) {
            const auto v = static_cast<std::size_t>(shape.vertices[i]);
            if (weight != 0.0f && cv::norm(shape.deltas[i]) > 0.0 &&
                rigSideShare(side, model.neutral[v][0]) > 0.0f)
                bent[v] = true;
        }
    }
    const auto touched = [&](const RigTriangle& t, const std::vector<bool>& vertices) {
        return std::any_of(t.vertex.begin(), t.vertex.end(),
                           [&](int v) { return vertices[static_cast<std::size_t>(v)]; });
    };
    auto shaded = bent;
    for (const auto& t : model.triangles)
        if (touched(t, bent))
            for (const int v : t.vertex)
                shaded[static_cast<std::size_t>(v)] = true;
    cv::Mat mask(size, size, CV_8U, cv::Scalar(0));
    for (const auto& shot : shots)
        for (const auto& t : model.triangles) {
            if (!touched(t, shaded))
                continue;
            std::vector<cv::Point> corners;
            for (const int v : t.vertex) {
                const auto& p = shot.screen[static_cast<std::size_t>(v)];
                corners.emplace_back(cvRound(p.x), cvRound(p.y));
            }
            cv::fillConvexPoly(mask, corners, cv::Scalar(255));
        }
    const auto furrows = furrowsOf(model, state);
    for (const auto& shot : shots)
        for (const auto& t : model.triangles) {
            std::array<cv::Point2f, 3> seen, flat; // on the picture; on the generic face from in front
            for (std::size_t i = 0; i < 3; ++i) {
                const auto v = static_cast<std::size_t>(t.vertex[i]);
                seen[i] = {shot.screen[v].x, shot.screen[v].y};
                flat[i] = {model.neutral[v][0], -model.neutral[v][1]};
            }
            const auto steps =
                1 + static_cast<int>(std::max(cv::norm(seen[1] - seen[0]), cv::norm(seen[2] - seen[0])));
            const float step = 1.0f / static_cast<float>(steps);
            for (int i = 0; i <= steps; ++i)
                for (int k = 0; i + k <= steps; ++k) {
                    const auto at = [&](const auto& p) {
                        return p[0] + (p[1] - p[0]) * (step * static_cast<float>(i)) +
                               (p[2] - p[0]) * (step * static_cast<float>(k));
                    };
                    const cv::Point pixel = at(seen);
                    if (furrows(at(flat)) && cv::Rect(0, 0, size, size).contains(pixel))
                        mask.at<std::uint8_t>(pixel) = 255;
                }
        }
    cv::dilate(mask, mask, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
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

    void rigsDifferOnlyWhereTheChangedUnitActs_data() {
        QTest::addColumn<bool>("small");
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("level");
        QTest::newRow("small rig, lip corners taken away") << true << 12 << int(Side::Bilateral) << 0.0;
        QTest::newRow("small rig, left brow lowered") << true << 4 << int(Side::Left) << 3.0;
        QTest::newRow("ICT rig, lip corners taken away") << false << 12 << int(Side::Bilateral) << 0.0;
        QTest::newRow("ICT rig, brows lowered") << false << 4 << int(Side::Bilateral) << 3.0;
    }
    void rigsDifferOnlyWhereTheChangedUnitActs() {
        QFETCH(bool, small);
        QFETCH(int, unit);
        QFETCH(int, side);
        QFETCH(double, level);
        const UnitState change{unit, static_cast<Side>(side), level};
        QTemporaryDir folder;
        ClipSpec frame;
        frame.generator = "rig";
        frame.source = folder.path().toStdString();
        frame.frames = 24;
        frame.size = 160;
        if (small) {
            test::SmallRig().write(frame.source);
        } else {
            MIEN_NEEDS_SHARED("ict-facekit");
            frame.source = test::sharedData("ict-facekit");
        }
        auto options = test::scmOptions();
        options.lengthS = 1.0;
        options.neutralS = 0.1;
        options.nuisance.headPxPerS = {6.0, 6.0};
        const auto scm = Scm::create(options);
        MIEN_VERIFY(scm);
        Interventions smile, action;
        smile.units = {{12, Side::Bilateral, 3.0}};
        action.unitChanges = {change};
        const auto fact = scm->sample(4, smile);
        MIEN_VERIFY(fact);
        const auto twin = scm->counterfactual(*fact, action);
        MIEN_VERIFY(twin);
        const auto made = clipOf(*fact, frame), other = clipOf(*twin, frame);
        MIEN_VERIFY(made);
        MIEN_VERIFY(other);
        const auto &specA = *made, &specB = *other;
        const auto source = loadActorSource(frame, {});
        MIEN_VERIFY(source);
        const auto a = (*source)->actor(specA, {}), b = (*source)->actor(specB, {});
        MIEN_VERIFY(a);
        MIEN_VERIFY(b);
        const auto* anatomy = dynamic_cast<const RigAnatomy*>(&(*a)->anatomy());
        QVERIFY(anatomy);
        int changed = 0;
        for (FrameIndex at{0}; at.value < frame.frames; at = at + 4) {
            const auto poseA = (*a)->performance().poseAt(at), poseB = (*b)->performance().poseAt(at);
            auto pictureA = (*a)->picture(poseA), pictureB = (*b)->picture(poseB);
            cv::Mat difference, outside;
            cv::absdiff(exposed(pictureA, specA, at), exposed(pictureB, specB, at), difference);
            cv::transform(difference, difference, cv::Matx13f(1, 1, 1));
            const auto reach =
                reachOf(*anatomy, change, {anatomy->shotOf(poseA), anatomy->shotOf(poseB)}, frame.size);
            QVERIFY(cv::countNonZero(reach) < frame.size * frame.size * 2 / 3); // or the test says nothing
            changed = std::max(changed, cv::countNonZero(difference));
            difference.copyTo(outside, ~reach);
            for (int yy = 0; yy < outside.rows; ++yy)
                for (int xx = 0; xx < outside.cols; ++xx)
                    if (outside.at<uchar>(yy, xx)) {
                        cv::Mat d;
                        cv::distanceTransform(~reach, d, cv::DIST_L2, 5);
                        qInfo("frame %d at %d,%d diff %d distance %.2f", int(at.value), xx, yy,
                              int(outside.at<uchar>(yy, xx)), double(d.at<float>(yy, xx)));
                    }
            QVERIFY2(cv::countNonZero(outside) == 0,
                     qPrintable(QString("frame %1: %2 pixels").arg(at.value).arg(cv::countNonZero(outside))));
        }
        QVERIFY2(changed > 100, qPrintable(QString::number(changed))); // and the twin is no copy
    }

    void anEyeballTurnsByTheGazeAndKeepsItsShape() {
        const cv::Vec3f ahead(0, 0, 1), up(0, 1, 0), left(1, 0, 0); // the rig's axes: x to the subject's left
        const auto looks = [](const FaceState& state, std::size_t half) { // where the pupil is
            return cv::Vec3f(eyesAhead(state)[half].t() * cv::Vec3f(0, 0, 1));
        };
        FaceState state;
        for (std::size_t half = 0; half < 2; ++half)
            QVERIFY(cv::norm(looks(state, half) - ahead) < 1e-6);
        state.gaze = {1.0, 0.0}; // to the image's right, the subject's left, as far as eyes turn
        for (std::size_t half = 0; half < 2; ++half)
            QVERIFY(std::abs(looks(state, half).dot(left) - 0.5f) < 1e-5f && // sin 30°
                    std::abs(looks(state, half).dot(up)) < 1e-6f && looks(state, half).dot(ahead) > 0.0f);
        state.gaze = {0.0, 1.0};
        const float sine25 = 0.42261826f;
        for (std::size_t half = 0; half < 2; ++half)
            QVERIFY(std::abs(looks(state, half).dot(up) - sine25) < 1e-5f &&
                    std::abs(looks(state, half).dot(left)) < 1e-6f);
        state.gaze = {-0.6, 0.7};
        for (const auto& back : eyesAhead(state)) { // a rotation: nothing is stretched or mirrored
            QVERIFY(cv::norm(back * back.t() - cv::Matx33f::eye()) < 1e-5);
            QVERIFY(std::abs(cv::determinant(back) - 1.0) < 1e-5);
        }
        FaceState one; // a unit of one side turns one eye
        one.actions.push_back({61, Half::ImageLeft, 0.5});
        QVERIFY(looks(one, static_cast<std::size_t>(Half::ImageLeft)).dot(left) > 0.2f);
        QVERIFY(cv::norm(looks(one, static_cast<std::size_t>(Half::ImageRight)) - ahead) < 1e-6);
    }
};

MIEN_TEST(TestTwins)

} // namespace tst_twins

#include "tst_twins.moc"
