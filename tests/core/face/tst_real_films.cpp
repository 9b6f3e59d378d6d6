// SPDX-License-Identifier: GPL-3.0-or-later
// What the tracker says of real people, against what is seen by eye.
#include "core/face/face_tracker.h"
#include "core/media/video_source.h"
#include "support/verify.h"

namespace tst_real_films {

using namespace mien;
using namespace mien::face;

namespace {

std::vector<FaceObservation> watch(const char* film, std::int64_t upTo = 100000) {
    std::vector<FaceObservation> seen;
    auto source = media::openMedia(test::sharedData(film), {.format = media::PixelFormat::Grey}, {});
    if (!source)
        return seen;
    auto tracker = makeFaceTracker({.fps = (*source)->info().fps.value()});
    if (!tracker)
        return seen;
    while (static_cast<std::int64_t>(seen.size()) < upTo) {
        auto frame = (*source)->next();
        if (!frame || !*frame)
            break;
        auto observation = (*tracker)->observe((*frame)->index, (*frame)->image);
        if (!observation)
            break;
        seen.push_back(*observation);
    }
    return seen;
}

/// Share of the frames first … last that are in the given state.
double share(const std::vector<FaceObservation>& seen, std::size_t first, std::size_t last,
             Scorability state) {
    int hits = 0;
    for (std::size_t i = first; i <= last; ++i)
        hits += seen.at(i).state == state ? 1 : 0;
    return hits / static_cast<double>(last - first + 1);
}

} // namespace

class TestRealFilms : public QObject {
    Q_OBJECT
private slots:
    /// Lips pushed out, mouth wide open, a shout: nothing but expressions, so every frame counts.
    void strongExpressionsStayScorable() {
        MIEN_NEEDS_SHARED("video/d18.mp4");
        const auto seen = watch("video/d18.mp4");
        QCOMPARE(seen.size(), std::size_t{216});
        QCOMPARE(share(seen, 0, 215, Scorability::Scorable), 1.0);
        for (const FaceObservation& o : seen) {
            QVERIFY(std::abs(o.pose.yawDeg) < 15.0f && std::abs(o.pose.rollDeg) < 10.0f);
            QVERIFY(std::abs(o.landmarks[30].x - 240.0f) < 25.0f);
        }
    }

    /// Frames 0-55 open; from 60 to 230 a hand before mouth and nose; afterwards laughing, head turning and
    /// tilting.
    void handBeforeTheFaceIsNotScorable() {
        MIEN_NEEDS_SHARED("video/WolfgangLanger_Pexels.mp4");
        const auto seen = watch("video/WolfgangLanger_Pexels.mp4");
        QCOMPARE(seen.size(), std::size_t{472});
        QVERIFY(share(seen, 0, 55, Scorability::Scorable) == 1.0);
        QVERIFY(share(seen, 66, 225, Scorability::Occluded) > 0.95);
        QVERIFY(share(seen, 250, 471, Scorability::Scorable) > 0.95);
    }

    void filmWithoutAFaceHasNone() {
        MIEN_NEEDS_SHARED("video/no_face.mp4");
        const auto seen = watch("video/no_face.mp4", 60);
        QVERIFY(!seen.empty());
        QCOMPARE(share(seen, 0, seen.size() - 1, Scorability::NoFace), 1.0);
    }

    void smileStaysScorable() {
        MIEN_NEEDS_SHARED("video/single_face.mp4");
        const auto seen = watch("video/single_face.mp4");
        QCOMPARE(seen.size(), std::size_t{72});
        QCOMPARE(share(seen, 0, 71, Scorability::Scorable), 1.0);
    }
};

MIEN_TEST(TestRealFilms)

} // namespace tst_real_films

#include "tst_real_films.moc"
