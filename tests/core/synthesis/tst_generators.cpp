// SPDX-License-Identifier: GPL-3.0-or-later
// What every generator promises, asked of every row of the table; and what rigs know beyond that.
#include "core/base/npy.h"
#include "core/face/face_tracker.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/exposure.h"
#include "core/synthesis/flow_file.h"
#include "core/synthesis/generator_warp.h"
#include "core/synthesis/render_clip.h"
#include "small_rig.h"
#include "support/verify.h"

#include <nlohmann/json.hpp>

#include <set>

namespace tst_generators {

using namespace mien;
using namespace mien::synthesis;
namespace fs = std::filesystem;

namespace {

ClipSpec clip(const std::string& generator, const std::string& units, double peakPx = 0.0) {
    ClipSpec spec;
    spec.generator = generator;
    spec.size = 160;
    spec.frames = 9;
    spec.fps = {30, 1};
    auto& e = spec.expressions.emplace_back();
    e.actionUnits = units;
    e.peakPx = peakPx;
    e.onset = {1};
    e.apex = {4};
    e.offset = {7};
    return spec;
}

} // namespace

class TestGenerators : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    fs::path m_rig;

    /// Something that each generator can film without the development data.
    Result<std::shared_ptr<const ActorSource>> sourceOf(const ClipSpec& spec) const {
        if (spec.generator == "warp")
            return warpSourceOf(test::texturedPortrait());
        auto rig = spec;
        rig.source = m_rig;
        return loadActorSource(rig, {});
    }
    std::unique_ptr<Actor> actorOf(const ClipSpec& spec) const {
        const auto source = sourceOf(spec);
        auto actor = (*source)->actor(spec, {});
        return actor ? std::move(*actor) : nullptr;
    }
    static void everyRow() {
        QTest::addColumn<QString>("generator");
        for (const auto& row : generatorRows())
            if (row.load != nullptr)
                QTest::newRow(std::string(row.name).c_str()) << QString::fromStdString(std::string(row.name));
    }

private slots:
    void initTestCase() {
        m_rig = fs::path(m_folder.path().toStdString()) / "rig";
        test::SmallRig().write(m_rig);
    }

    void everyRowHasAUniqueNameAndUnits() {
        std::set<std::string_view> names;
        for (const auto& row : generatorRows()) {
            names.insert(row.name);
            std::set<int> units;
            for (const auto& unit : row.units())
                units.insert(unit.number);
            QVERIFY(units.size() == row.units().size() && units.contains(4) && units.contains(12));
        }
        QCOMPARE(names.size(), generatorRows().size());
        QVERIFY(generatorRow("oracle") == nullptr);
    }

    void unitsThatAGeneratorLacksAreRefusedByName() {
        MIEN_VERIFY(clip("rig", "34").validate());
        const auto refused = clip("warp", "34").validate();
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().message.find("warp cannot show AU 34") != std::string::npos);
        const auto unknown = clip("oracle", "4").validate();
        QVERIFY(!unknown.has_value() && unknown.error().message.find("warp or rig") != std::string::npos);
    }

    void aGeneratorWithoutActorsSaysWhereItsFilmsAreMade() {
        const auto spec = clip("external", "12");
        QVERIFY(spec.validate().error().message.find("synth external") != std::string::npos);
        QVERIFY(loadActorSource(spec, {}).error().message.find("synth external") != std::string::npos);
    }

    void neutralFaceHasTheSizeThatWasAsked_data() { everyRow(); }
    void neutralFaceHasTheSizeThatWasAsked() {
        QFETCH(QString, generator);
        auto spec = clip(generator.toStdString(), "4");
        spec.faceFraction = 0.6;
        const auto actor = actorOf(spec);
        QVERIFY(actor);
        QVERIFY(std::abs(faceWidthPx(actor->anatomy().neutral()) - 96.0) < 0.1);
        QVERIFY(actor->anatomy().landmarksOf({}) == actor->anatomy().neutral());
    }

    void peakIsWhatWasAskedFor_data() { everyRow(); }
    void peakIsWhatWasAskedFor() {
        QFETCH(QString, generator);
        for (const double px : {1.0, 4.0}) {
            const auto spec = clip(generator.toStdString(), "L12", px);
            const auto actor = actorOf(spec);
            QVERIFY(actor);
            const auto truth = truthOf(spec, actor->anatomy(), actor->performance());
            QVERIFY(std::abs(truth.events[0].peakPx() - px) < 1e-2);
            // The subject's left lip corner, landmark 54, moved; the right one stayed.
            QVERIFY(cv::norm(truth.landmarks[4][54] - truth.landmarks[0][54]) > 0.9 * px * 80.0 / 256.0);
            QVERIFY(cv::norm(truth.landmarks[4][48] - truth.landmarks[0][48]) < 0.05);
        }
    }

    void picturesDependOnThePoseAlone_data() { everyRow(); }
    void picturesDependOnThePoseAlone() {
        QFETCH(QString, generator);
        const auto actor = actorOf(clip(generator.toStdString(), "4"));
        QVERIFY(actor);
        const auto still = actor->picture({});
        QVERIFY(still.type() == CV_32FC3 && still.size() == cv::Size(160, 160));
        const auto apex = actor->picture(actor->performance().poseAt({4}));
        QVERIFY(cv::norm(still, apex, cv::NORM_INF) > 5.0);
        QCOMPARE(cv::norm(actor->picture({}), still, cv::NORM_INF), 0.0);
        QCOMPARE(cv::norm(actor->picture(actor->performance().poseAt({7})), still, cv::NORM_INF), 0.0);
        double low = 0.0, high = 0.0;
        cv::minMaxLoc(still.reshape(1), &low, &high);
        QVERIFY(low > -30.0 && high < 290.0 && high > 60.0);
    }

    void headMovesLandmarksAndPictureAlike_data() { everyRow(); }
    void headMovesLandmarksAndPictureAlike() {
        QFETCH(QString, generator);
        const auto actor = actorOf(clip(generator.toStdString(), "4"));
        QVERIFY(actor);
        const Pose moved{{}, {{3.0, -2.0}, 0.05}};
        const auto from = actor->anatomy().neutral(), to = actor->anatomy().landmarksOf(moved);
        const auto nose = to[30] - from[30];
        QVERIFY(std::abs(nose.x - 3.0f) < 0.01f && std::abs(nose.y + 2.0f) < 0.01f);
        const auto axis = to[16] - to[0], before = from[16] - from[0];
        const double roll = std::atan2(axis.y, axis.x) - std::atan2(before.y, before.x);
        QVERIFY(std::abs(roll - 0.05) < 2e-3);
        QVERIFY(cv::norm(actor->picture(moved), actor->picture({}), cv::NORM_INF) > 2.0);
    }

    void clipsSayWhatMadeThemAndAreTheSameOnAnyThreads_data() { everyRow(); }
    void clipsSayWhatMadeThemAndAreTheSameOnAnyThreads() {
        QFETCH(QString, generator);
        auto spec = clip(generator.toStdString(), "12");
        spec.source = m_rig;
        spec.noiseSigma = 1.0;
        const auto source = sourceOf(spec);
        MIEN_VERIFY(source);
        std::set<std::string> films;
        for (const int threads : {1, 2}) {
            JobContext job;
            job.threads = threads;
            const auto out =
                fs::path(m_folder.path().toStdString()) / (spec.generator + std::to_string(threads));
            const auto truth = renderClip(spec, **source, out, job);
            MIEN_VERIFY(truth);
            films.insert(truth->filmSha256);
            std::ifstream in(out / kManifestFile);
            const auto manifest = nlohmann::json::parse(in);
            QCOMPARE(manifest["generator"].get<std::string>(), spec.generator);
            QCOMPARE(manifest["options"]["generator"].get<std::string>(), spec.generator);
        }
        QCOMPARE(films.size(), std::size_t{1});
    }

    void flowIsExactOrRefused_data() { everyRow(); }
    void flowIsExactOrRefused() {
        QFETCH(QString, generator);
        const auto actor = actorOf(clip(generator.toStdString(), "4"));
        QVERIFY(actor);
        const auto apex = actor->performance().poseAt({4});
        const auto flow = actor->flow({}, apex);
        QCOMPARE(flow.has_value(), generatorRow(generator.toStdString())->exactFlow);
        if (!flow)
            return;
        const auto from = actor->anatomy().neutral(), to = actor->anatomy().landmarksOf(apex);
        for (const std::size_t k : {19u, 24u, 30u, 33u}) {
            const auto at = flow->flow.at<cv::Point2f>(cvRound(from[k].y), cvRound(from[k].x));
            QVERIFY2(cv::norm(at - (to[k] - from[k])) < 0.25, std::to_string(k).c_str());
            QVERIFY(flow->face.at<uchar>(cvRound(from[k].y), cvRound(from[k].x)) == 255);
        }
        const auto still = actor->flow(apex, apex);
        QVERIFY(cv::norm(still->flow, cv::NORM_INF) < 1e-3);
        QVERIFY(cv::countNonZero(still->visible) > 0.98 * 160 * 160);
    }

    void flowFilesHoldTheExactFlow() {
        auto spec = clip("rig", "4");
        spec.flow = "first";
        spec.driftPxPerS =
            40.0; // a face that slopes away from the camera is not hidden by itself as it moves
        const auto folder = fs::path(m_folder.path().toStdString()) / "with-flow";
        const auto source = sourceOf(spec);
        for (const int threads : {1, 2}) {
            JobContext job;
            job.threads = threads;
            MIEN_VERIFY(renderClip(spec, **source, folder, job));
            const auto file = readNpy(folder / kFlowFile);
            MIEN_VERIFY(file);
            QCOMPARE(file->shape, (std::vector<std::size_t>{9, 160, 160, 2}));
            const auto values = file->values<float>();
            QVERIFY(std::all_of(values.begin(), values.begin() + 160 * 160 * 2,
                                [](float v) { return v == 0.0f; }));
            const auto actor = actorOf(spec);
            const auto& performance = actor->performance();
            const auto exact = *actor->flow(performance.poseAt({0}), performance.poseAt({4}));
            const float* row = values.data() + std::size_t{4} * 160 * 160 * 2;
            int hidden = 0;
            for (int i = 0; i < 160 * 160; ++i) {
                const auto& want = exact.flow.at<cv::Vec2f>(i / 160, i % 160);
                if (exact.visible.at<std::uint8_t>(i / 160, i % 160) != 0)
                    QVERIFY(row[2 * i] == want[0] && row[2 * i + 1] == want[1]);
                else
                    hidden += std::isnan(row[2 * i]) && std::isnan(row[2 * i + 1]);
            }
            QCOMPARE(hidden, 160 * 160 - cv::countNonZero(exact.visible));
            QVERIFY2(hidden < 160 * 160 / 50, qPrintable(QString::number(hidden)));
        }
        auto warp = clip("warp", "4");
        warp.flow = "previous";
        const auto refused = warp.validate();
        QVERIFY(!refused &&
                refused.error().message.find("does not know its exact flow") != std::string::npos);
    }

    void eyesTurnToWhereTheGazeIsAndNothingElseMoves() {
        test::SmallRig rig; // a lid's landmark stands for each eye
        rig.shape("eyeLookOut_L", {{44, {0.3f, 0, 0}}});
        rig.shape("eyeLookIn_R", {{38, {0.3f, 0, 0}}});
        rig.shape("eyeLookUp_L", {{44, {0, 0.2f, 0}}});
        rig.shape("eyeLookUp_R", {{38, {0, 0.2f, 0}}});
        const auto folder = fs::path(m_folder.path().toStdString()) / "gazing";
        rig.write(folder);
        auto spec = clip("rig", "12");
        spec.source = folder;
        spec.expressions.clear();
        spec.frames = 30;
        spec.gaze = {{{5}, 0.5, 0.0}, {{15}, 0.5, 0.8}, {{25}, 0.0, 0.0}};
        const auto source = loadActorSource(spec, {});
        MIEN_VERIFY(source);
        const auto actor = (*source)->actor(spec, {});
        MIEN_VERIFY(actor);
        const auto way = [&](int frame, std::size_t k) {
            const auto now = (*actor)->anatomy().landmarksOf((*actor)->performance().poseAt({frame}));
            return cv::Point2f(now[k] - (*actor)->anatomy().neutral()[k]);
        };
        for (const std::size_t eye : {38u, 44u}) {
            QCOMPARE(cv::norm(way(5, eye)), 0.0);
            QVERIFY(way(6, eye).x > 0.0f && way(6, eye).x < way(7, eye).x); // a saccade of 50 ms
            QVERIFY(way(14, eye).x > 0.1f && std::abs(way(14, eye).y) < 0.1f * way(14, eye).x);
            QVERIFY(way(24, eye).y < -0.1f && std::abs(way(24, eye).x - way(14, eye).x) < 0.05f);
            QVERIFY(cv::norm(way(29, eye)) < 1e-4);
        }
        for (const std::size_t k : {18u, 30u, 48u, 57u})
            QCOMPARE(cv::norm(way(20, k)), 0.0);
        spec.blinks = {{{16}, {18}, {22}}}; // closed lids turn nothing
        const auto blinking = (*source)->actor(spec, {});
        MIEN_VERIFY(blinking);
        const auto pose = (*blinking)->performance().poseAt({18});
        QCOMPARE(
            cv::norm((*blinking)->anatomy().landmarksOf(pose)[38] - (*blinking)->anatomy().neutral()[38]),
            0.0);
    }

    void anIdentityIsOnePersonAndAnotherIsAnother() {
        auto spec = clip("rig", "4");
        spec.identity = 5;
        const auto once = actorOf(spec)->picture({}), again = actorOf(spec)->picture({});
        QCOMPARE(cv::norm(once, again, cv::NORM_INF), 0.0);
        spec.identity = 6;
        QVERIFY(cv::norm(once, actorOf(spec)->picture({}), cv::NORM_INF) > 20.0);
    }

    void brokenRigsGetASentence() {
        auto spec = clip("rig", "4");
        const auto root = fs::path(m_folder.path().toStdString());
        const auto refused = [&](const fs::path& folder, const char* mentions) {
            spec.source = folder;
            const auto source = loadActorSource(spec, {});
            return !source && source.error().message.find(mentions) != std::string::npos;
        };
        QVERIFY(refused(root / "absent", "folder"));
        fs::create_directories(root / "empty");
        QVERIFY(refused(root / "empty", ".npz"));
        const auto broken = root / "broken";
        fs::copy(m_rig, broken);
        std::ofstream(broken / "vertex_indices.json") << "{\"idx_to_landmark_verts\": [1, 2]}";
        QVERIFY(refused(broken, "68"));
        std::ofstream(broken / "rig.npz") << "no archive";
        QVERIFY(refused(broken, "archive"));
        fs::copy(m_rig / "rig.npz", broken / "rig.npz", fs::copy_options::overwrite_existing);
        std::ofstream(broken / "rig.obj") << "usemtl M_Face\nf 1/1 2/2 999999/3\n";
        QVERIFY(refused(broken, "Line 2"));
        auto twisted = test::SmallRig();
        twisted.names.pop_back(); // one name too few for its shapes
        twisted.write(broken);
        QVERIFY(refused(broken, "fit together"));
    }

    void theRealRigIsSeenAsAFaceByTheTracker() {
        MIEN_NEEDS_SHARED("ict-facekit");
        auto spec = clip("rig", "12");
        spec.source = test::sharedData("ict-facekit");
        spec.size = 256;
        const auto source = loadActorSource(spec, {});
        MIEN_VERIFY(source);
        for (const std::uint64_t identity : {3, 8}) {
            spec.identity = identity;
            const auto actor = (*source)->actor(spec, {});
            MIEN_VERIFY(actor);
            auto picture = (*actor)->picture({});
            cv::Mat grey;
            cv::cvtColor(exposed(picture, spec, {0}), grey, cv::COLOR_BGR2GRAY);
            auto tracker = face::makeFaceTracker({});
            MIEN_VERIFY(tracker);
            const auto found = (*tracker)->observe({0}, grey);
            MIEN_VERIFY(found);
            QVERIFY(found->state != face::Scorability::NoFace);
            std::vector<double> off;
            for (std::size_t k = 17; k < 68; ++k) // the jaw's outline is a contour, not a place of the skin
                off.push_back(cv::norm(found->raw[k] - (*actor)->anatomy().neutral()[k]));
            std::nth_element(off.begin(), off.begin() + 25, off.end());
            QVERIFY2(off[25] < 0.03 * 128, std::to_string(off[25]).c_str());
        }
    }
};

MIEN_TEST(TestGenerators)

} // namespace tst_generators

#include "tst_generators.moc"
