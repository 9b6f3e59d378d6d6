// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/pipeline/displacement_chain.h"
#include "support/verify.h"

namespace tst_displacement_chain {

using namespace mien;
using pipeline::DisplacementChain;
using pipeline::RegionVectors;

namespace {

RegionVectors all(float y) {
    RegionVectors v;
    v.fill(cv::Vec2f(0.0f, y));
    return v;
}

constexpr double kFps = 30.0;

} // namespace

class TestDisplacementChain : public QObject {
    Q_OBJECT

private slots:
    void stretchesJoinWithoutAStep() {
        DisplacementChain chain(kFps);
        chain.reset();
        // A steady rise of 0.1 % a frame, measured from a new reference every ten frames.
        for (int i = 0; i < 60; ++i) {
            const float truth = 0.001f * static_cast<float>(i);
            const float sinceReference = i < 10 ? truth : 0.001f * static_cast<float>(i % 10 + 1);
            const auto out = chain.add(all(sinceReference), all(truth), i % 10 == 0);
            QVERIFY(std::abs(out[3][1] - truth) < 1e-5f);
        }
    }

    void smallMovementsComeFromTheFlowAlone() {
        // The flow sees a movement of 1 % for a third of a second; the landmarks see nothing but their own
        // jitter.
        Rng rng(3);
        DisplacementChain chain(kFps);
        chain.reset();
        for (int i = 0; i < 90; ++i) {
            const float truth = i >= 40 && i < 50 ? 0.01f : 0.0f;
            const auto out = chain.add(all(truth), all(static_cast<float>(0.003 * rng.normal())), i == 0);
            QVERIFY(std::abs(out[0][1] - truth) < 0.002f);
        }
    }

    void flowThatLosesALargeMovementIsBroughtBack() {
        // The mouth opens by 60 %; the flow follows only half of it and stays 20 % off after it has closed.
        DisplacementChain chain(kFps);
        chain.reset();
        RegionVectors out;
        for (int i = 0; i < 120; ++i) {
            const bool open = i >= 30 && i < 60;
            const float flow = open ? 0.3f : (i >= 60 ? 0.2f : 0.0f);
            out = chain.add(all(flow), all(open ? 0.6f : 0.0f), i == 0);
            if (i == 55)
                QVERIFY(std::abs(out[11][1] - 0.6f) < 0.02f);
        }
        QVERIFY(std::abs(out[11][1]) < 0.01f);
    }

    void landmarksThatAreKnownToStrayAreNotFollowed() {
        // A blink takes the brows' landmarks along by 10 % for a second; a stretch begins in the middle of
        // it.
        for (const bool known : {true, false}) {
            DisplacementChain chain(kFps);
            chain.reset();
            float farthest = 0.0f;
            for (int i = 0; i < 120; ++i) {
                const bool blink = i >= 30 && i < 60;
                const float landmarks = blink ? 0.1f : 0.0f;
                const float atReference = i < 45 ? 0.0f : 0.1f;
                const auto out = chain.add(all(0.0f), all(landmarks), i == 0 || i == 45,
                                           known ? all(landmarks - atReference) : RegionVectors{});
                farthest = std::max(farthest, std::abs(out[3][1]));
            }
            if (known)
                QVERIFY2(farthest < 0.005f, qPrintable(QString::number(farthest)));
            else
                QVERIFY(farthest > 0.05f);
        }
    }

    void landmarksThatStayApartDragTheBrowsButSlowly() {
        // 4 % for ten seconds: within what counts as agreement. 0.1 % a second is no expression's speed.
        DisplacementChain chain(kFps);
        chain.reset();
        RegionVectors out;
        for (int i = 0; i < 300; ++i)
            out = chain.add(all(0.0f), all(i == 0 ? 0.0f : 0.04f), i == 0);
        QVERIFY(out[3][1] > 0.005f && out[3][1] < 0.0105f);
        QVERIFY(out[11][1] > 0.03f);
    }

    void resettingForgetsEverything() {
        DisplacementChain chain(kFps);
        chain.reset();
        chain.add(all(0.5f), all(0.5f), true);
        chain.reset();
        QCOMPARE(chain.add(all(0.0f), all(0.9f), true)[0][1], 0.0f);
    }
};

MIEN_TEST(TestDisplacementChain)

} // namespace tst_displacement_chain

#include "tst_displacement_chain.moc"
