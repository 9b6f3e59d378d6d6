// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/action_unit_table.h"
#include "core/synthesis/clip_truth.h"
#include "neutral_face.h"
#include "support/verify.h"

namespace tst_moving_face {

using namespace mien;
using namespace mien::synthesis;

namespace {

ClipSpec oneExpression(const std::string& units, double peakPx = 0.0) {
    ClipSpec spec;
    spec.frames = 40;
    spec.fps = {30, 1};
    spec.expressions.push_back(
        {.actionUnits = units, .intensity = annotation::Intensity::E, .peakPx = peakPx});
    auto& e = spec.expressions[0];
    e.onset = {5};
    e.apex = {12};
    e.offset = {30};
    return spec;
}

} // namespace

class TestMovingFace : public QObject {
    Q_OBJECT

private slots:
    void noActionUnitFoldsTheSkinAtFullStrength_data() {
        QTest::addColumn<int>("unit");
        for (const auto& row : actionUnitRows())
            QTest::addRow("AU %d", row.number) << row.number;
    }
    void noActionUnitFoldsTheSkinAtFullStrength() {
        QFETCH(int, unit);
        const FaceFrame frame(test::neutralFace());
        const FaceState state{{{unit, Half::ImageLeft, 1.0}, {unit, Half::ImageRight, 1.0}}, {}};
        const double smallest = smallestJacobian(frame, state);
        QVERIFY2(smallest > 0.2, std::to_string(smallest).c_str());
        MIEN_VERIFY(MovingFace::create(oneExpression(std::to_string(unit)), test::neutralFace()));
    }

    void strengthsThatWouldFoldTheSkinAreRefused() {
        auto spec = oneExpression("24");
        for (int i = 0; i < 3; ++i)
            spec.expressions.push_back(spec.expressions[0]);
        const auto face = MovingFace::create(spec, test::neutralFace());
        QVERIFY(!face.has_value());
        QVERIFY(face.error().message.find("fold") != std::string::npos);
    }

    void amountsLieBetweenTheLetters() {
        auto spec = oneExpression("12", 0.0);
        const auto reach = [&](double amount) {
            spec.expressions[0].amount = amount;
            return truthOf(spec, *MovingFace::create(spec, test::neutralFace())).events[0].peakPx();
        };
        spec.expressions[0].intensity = annotation::Intensity::C;
        QVERIFY(std::abs(reach(0.0) - reach(0.55)) < 1e-9); // C, by its letter and by its amount
        QVERIFY(reach(0.4) > reach(0.3) * 1.3 && reach(0.4) < reach(0.3) * 1.4);
    }

    void speechMovesTheFaceButIsNoExpression() {
        auto spec = oneExpression("25", 0.0);
        spec.expressions[0].speech = true;
        const auto face = MovingFace::create(spec, test::neutralFace());
        MIEN_VERIFY(face);
        const auto truth = truthOf(spec, *face);
        QVERIFY(truth.events.empty());
        const auto apex = static_cast<std::size_t>(spec.expressions[0].apex.value);
        QVERIFY(cv::norm(truth.landmarks[apex][57] - truth.landmarks[0][57]) > 1.0);
    }

    void peakIsWhatWasAskedForAndNoMore_data() {
        QTest::addColumn<QString>("units");
        QTest::addColumn<double>("peakPx");
        for (const char* units : {"1+2", "4", "L12", "6+12", "15+17", "25", "26", "9", "R14"})
            for (const double px : {1.0, 2.0, 6.0})
                QTest::newRow(qPrintable(QString("%1 %2 px").arg(units).arg(px))) << QString(units) << px;
    }
    void peakIsWhatWasAskedForAndNoMore() {
        QFETCH(QString, units);
        QFETCH(double, peakPx);
        const auto spec = oneExpression(units.toStdString(), peakPx);
        const auto face = MovingFace::create(spec, test::neutralFace({192, 120}, 180));
        MIEN_VERIFY(face);
        const auto truth = truthOf(spec, *face);
        QVERIFY(std::abs(truth.events[0].peakPx() - peakPx) < 1e-3);
        // The same, read off the landmarks of the frames in film pixels.
        double farthest = 0.0;
        for (const auto& landmarks : truth.landmarks)
            for (const auto k : kRegionLandmarks)
                farthest = std::max(farthest, cv::norm(cv::Point2d(landmarks[k] - truth.landmarks[0][k])));
        QVERIFY(std::abs(farthest - peakPx * 180.0 / 256.0) < 1e-3);
    }

    void landmarksRestOutsideOfTheEvent() {
        const auto spec = oneExpression("6+12+25", 5.0);
        const auto face = MovingFace::create(spec, test::neutralFace());
        MIEN_VERIFY(face);
        QVERIFY(face->landmarksAt({0}) == test::neutralFace());
        QVERIFY(face->landmarksAt({5}) == test::neutralFace());
        QVERIFY(face->landmarksAt({30}) == test::neutralFace());
        QVERIFY(face->landmarksAt({6}) != test::neutralFace());
        QVERIFY(face->landmarksAt({29}) != test::neutralFace());
    }

    void oneSideMovesAlone() {
        const auto spec = oneExpression("L12", 4.0); // the subject's left is the image's right: landmark 54
        const auto face = MovingFace::create(spec, test::neutralFace());
        MIEN_VERIFY(face);
        const auto at = face->landmarksAt({12});
        const auto rest = test::neutralFace();
        QVERIFY(cv::norm(at[54] - rest[54]) > 3.99);
        QVERIFY(cv::norm(at[48] - rest[48]) < 0.01);
        QVERIFY(at[54].x > rest[54].x && at[54].y < rest[54].y); // outward and up
    }

    void unitsThatMoveNoRegionHaveNoPeak() {
        const auto face = MovingFace::create(oneExpression("7", 2.0), test::neutralFace());
        QVERIFY(!face.has_value());
        QVERIFY(face.error().message.find("intensity") != std::string::npos);
        QVERIFY(!MovingFace::create(oneExpression("4", 60.0), test::neutralFace()).has_value());
    }

    void blinkMovesUpperLidsOnlyAndClosesThem() {
        ClipSpec spec;
        spec.blinks.push_back({{4}, {8}, {14}});
        const auto rest = test::neutralFace();
        const auto face = MovingFace::create(spec, rest);
        MIEN_VERIFY(face);
        const auto closed = face->landmarksAt({8});
        for (std::size_t k = 0; k < 68; ++k)
            if (k == 37 || k == 38 || k == 43 || k == 44)
                QVERIFY(closed[k].y - rest[k].y > 0.8f * (rest[41].y - rest[37].y));
            else
                QVERIFY(closed[k] == rest[k]);
    }

    void headSwaysNoFasterAndNoFartherThanAsked() {
        ClipSpec spec;
        spec.frames = 2000;
        spec.fps = {50, 1};
        spec.driftPxPerS = 3.0;
        spec.driftExtentPx = 5.0;
        spec.driftDirectionDeg = 30.0;
        const auto face = MovingFace::create(spec, test::neutralFace());
        MIEN_VERIFY(face);
        const auto start = face->landmarksAt({0})[30];
        auto before = start;
        double fastest = 0.0, farthest = 0.0;
        for (std::int64_t t = 1; t < spec.frames; ++t) {
            const auto now = face->landmarksAt({t})[30];
            fastest = std::max(fastest, cv::norm(now - before) * 50.0);
            farthest = std::max(farthest, cv::norm(now - start));
            before = now;
        }
        QVERIFY(fastest < 3.01 && fastest > 2.99);
        QVERIFY(farthest < 5.01 && farthest > 4.9);
    }
};

MIEN_TEST(TestMovingFace)

} // namespace tst_moving_face

#include "tst_moving_face.moc"
