// SPDX-License-Identifier: GPL-3.0-or-later
// People of every skin are seen: the tracker on faces of the rig, in full view from the first frame to the
// last.
#include "core/face/alignment.h"
#include "core/face/face_tracker.h"
#include "core/synthesis/exposure.h"
#include "core/synthesis/generator.h"
#include "support/verify.h"

#include <opencv2/imgproc.hpp>

namespace tst_skin_tone {

using namespace mien;
using namespace mien::synthesis;

class TestSkinTone : public QObject {
    Q_OBJECT
private slots:
    void openFacesAreNotCovered_data() {
        QTest::addColumn<int>("identity");
        QTest::newRow("light skin") << 3;
        for (const int identity : {18, 19, 24, 25})
            QTest::newRow(qPrintable(QString("dark skin, person %1").arg(identity))) << identity;
    }
    /// A still head before a camera with sensor noise, watched for 1.5 s: six check-ups.
    void openFacesAreNotCovered() {
        MIEN_NEEDS_SHARED("ict-facekit");
        QFETCH(int, identity);
        ClipSpec spec;
        spec.generator = "rig";
        spec.source = test::sharedData("ict-facekit");
        spec.identity = static_cast<std::uint64_t>(identity);
        spec.noiseSigma = 1.3;
        if (!m_source) {
            const auto source = loadActorSource(spec, {});
            MIEN_VERIFY(source);
            m_source = *source;
        }
        const auto actor = m_source->actor(spec, {});
        MIEN_VERIFY(actor);
        const cv::Mat clean = (*actor)->picture({});
        auto tracker = face::makeFaceTracker({});
        MIEN_VERIFY(tracker);
        int open = 0;
        double apart = 0.0;
        for (int i = 0; i < 45; ++i) {
            cv::Mat picture = clean.clone(), grey;
            cv::cvtColor(exposed(picture, spec, {i}), grey, cv::COLOR_BGR2GRAY);
            const auto seen = (*tracker)->observe({i}, grey);
            MIEN_VERIFY(seen);
            open += seen->state == face::Scorability::Scorable ? 1 : 0;
            for (std::size_t k = 48; k < 68; ++k)
                apart += cv::norm(seen->raw[k] - (*actor)->anatomy().neutral()[k]) /
                         face::interocularDistance(seen->raw) / (20.0 * 45.0);
        }
        QVERIFY2(open == 45, qPrintable(QString("%1 of 45 frames").arg(open)));
        QVERIFY2(apart < 0.08, qPrintable(QString::number(apart))); // eye distances
    }

private:
    std::shared_ptr<const ActorSource> m_source;
};

MIEN_TEST(TestSkinTone)

} // namespace tst_skin_tone

#include "tst_skin_tone.moc"
