// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/known_motion.h"
#include "core/synthesis/render_clip.h"
#include "small_rig.h"
#include "support/verify.h"

#include <QTemporaryDir>

namespace tst_known_motion {

using namespace mien;
using namespace mien::synthesis;
namespace fs = std::filesystem;

class TestKnownMotion : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_folder = fs::path(m_dir.path().toStdString());
        test::SmallRig().write(m_folder / "rig");
        ClipSpec spec;
        spec.generator = "rig";
        spec.source = m_folder / "rig";
        spec.size = 160;
        spec.frames = 9;
        spec.fps = {30, 1};
        auto& e = spec.expressions.emplace_back();
        e.actionUnits = "4";
        e.onset = {1};
        e.apex = {4};
        e.offset = {7};
        const auto truth = renderClip(spec, m_folder / "clip", {});
        MIEN_VERIFY(truth);
        m_film = truth->film;
        m_truth = truth->landmarks;
    }

    void aFilmOnDiskKnowsItsFlow() {
        const auto known = KnownMotion::of(m_film, {});
        MIEN_VERIFY(known);
        QVERIFY(known->has_value());
        const auto flow = (*known)->flow({1}, {4});
        MIEN_VERIFY(flow);
        QCOMPARE(flow->flow.size(), cv::Size(160, 160));
        for (const std::size_t k : {19u, 24u, 30u}) {
            const auto from = m_truth[1][k], way = m_truth[4][k] - from;
            const auto at = flow->flow.at<cv::Point2f>(cvRound(from.y), cvRound(from.x));
            QVERIFY2(cv::norm(at - way) < 0.25, std::to_string(k).c_str());
        }
        QVERIFY(cv::norm(m_truth[4][19] - m_truth[1][19]) > 1.0);
    }

    void nothingIsClaimedOfWhatIsNotKnown() {
        fs::create_directories(m_folder / "alone");
        fs::copy_file(m_film, m_folder / "alone" / m_film.filename());
        QVERIFY(!KnownMotion::of(m_folder / "alone" / m_film.filename(), {})->has_value());
        // The same rig no more.
        test::SmallRig other;
        other.places[0][0] += 1.0f;
        fs::rename(m_folder / "rig", m_folder / "kept");
        QVERIFY(!KnownMotion::of(m_film, {})->has_value());
        other.write(m_folder / "rig");
        QVERIFY(!KnownMotion::of(m_film, {})->has_value());
        fs::remove_all(m_folder / "rig");
        fs::rename(m_folder / "kept", m_folder / "rig");
        QVERIFY(KnownMotion::of(m_film, {})->has_value());
    }

private:
    QTemporaryDir m_dir;
    fs::path m_folder, m_film;
    std::vector<face::Landmarks> m_truth;
};

MIEN_TEST(TestKnownMotion)

} // namespace tst_known_motion

#include "tst_known_motion.moc"
