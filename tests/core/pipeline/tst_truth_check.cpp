// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/truth_check.h"
#include "core/synthesis/render_clip.h"
#include "core/synthesis/small_rig.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <fstream>

namespace tst_truth_check {

using namespace mien;
using namespace mien::pipeline;
using annotation::Proposal;
using annotation::TableEvent;
namespace fs = std::filesystem;

namespace {

const fs::path kPortrait = fs::path(MIEN_SOURCE_DIR) / "resources/demo/astronaut.png";

TableEvent truthAt(std::int64_t onset, std::int64_t apex, std::int64_t offset) {
    TableEvent event;
    event.video = "clip.mp4";
    event.onset = {onset};
    event.apex = FrameIndex{apex};
    event.offset = FrameIndex{offset};
    return event;
}

Proposal proposalAt(std::int64_t onset, std::int64_t apex, std::int64_t offset, std::string looksLike = {}) {
    Proposal p;
    p.onset = {onset};
    p.apex = {apex};
    p.offset = {offset};
    p.looksLike = std::move(looksLike);
    return p;
}

} // namespace

class TestTruthCheck : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        synthesis::ClipSpec spec;
        spec.source = kPortrait;
        spec.frames = 60;
        spec.fps = {30, 1};
        spec.codec = "ffv1";
        auto& e = spec.expressions.emplace_back();
        e.actionUnits = "12";
        e.intensity = annotation::Intensity::D;
        e.onset = {15};
        e.apex = {28};
        e.offset = {45};
        m_folder = fs::path(m_dir.path().toStdString()) / "clip";
        const auto made = synthesis::renderClip(spec, m_folder, {});
        MIEN_VERIFY(made);
        m_film = made->film;
    }

    void eventsArePairedByTheirOverlapEachOnce() {
        const std::vector<TableEvent> truths{truthAt(0, 5, 9), truthAt(10, 15, 19), truthAt(50, 55, 59)};
        const std::vector<Proposal> proposals{proposalAt(8, 14, 19), proposalAt(0, 4, 7),
                                              proposalAt(50, 55, 59, "blink")};
        const auto checks = pairEvents(truths, proposals);
        QCOMPARE(checks.size(), std::size_t{3});
        QCOMPARE(checks[0].iou, 0.8);
        QCOMPARE(*checks[0].apexError(), -1);
        QCOMPARE(*checks[0].offsetError(), -2);
        QCOMPARE(checks[1].iou, 10.0 / 12.0);
        QCOMPARE(*checks[1].onsetError(), -2);
        QVERIFY(!checks[2].measured); // a look-alike is no expression
        QVERIFY(!checks[2].onsetError());
    }

    void unitsThatOverlapAreOneExpression() {
        auto first = truthAt(31, 38, 42), second = truthAt(32, 39, 41), third = truthAt(31, 39, 43);
        first.actionUnits = "12";
        second.actionUnits = "6";
        third.actionUnits = "25";
        second.intensity = annotation::Intensity::C; // the strongest one has the apex
        const auto apart = truthAt(44, 46, 48);
        const auto all = expressionsOf({apart, second, first, third});
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].onset.value, 31);
        QCOMPARE(all[0].apex->value, 39);
        QCOMPARE(all[0].offset->value, 43);
        QCOMPARE(all[0].actionUnits, std::string("12+25+6"));
        QVERIFY(all[1].sameAs(apart));
        second.intensity = annotation::Intensity::Unscored;
        first.apex = FrameIndex{35};
        QCOMPARE(expressionsOf({first, second, third})[0].apex->value, 39); // 35, 39, 39: the middle
        auto open = truthAt(10, 15, 0);
        open.offset.reset();
        QVERIFY(!expressionsOf({open})[0].offset);
        QVERIFY(expressionsOf({}).empty());
    }

    void aTruthWithoutOffsetHasNoErrorThere() {
        auto truth = truthAt(10, 15, 0);
        truth.offset.reset();
        const auto checks = pairEvents({truth}, {proposalAt(12, 16, 20)});
        QCOMPARE(*checks[0].onsetError(), 2);
        QVERIFY(!checks[0].offsetError());
    }

    void truthIsFoundBesideItsFilmOnly() {
        const auto truth = synthesis::readTruthBeside(m_film);
        MIEN_VERIFY(truth);
        QVERIFY(truth->has_value());
        QCOMPARE((*truth)->events.size(), std::size_t{1});
        QCOMPARE((*truth)->landmarks.size(), std::size_t{60});
        const auto alone = fs::path(m_dir.path().toStdString()) / "alone.mkv";
        fs::copy_file(m_film, alone);
        QVERIFY(!synthesis::readTruthBeside(alone)->has_value());
        // In the folder of another film's truth.
        fs::copy_file(m_film, m_folder / "other.mkv");
        QVERIFY(!synthesis::readTruthBeside(m_folder / "other.mkv")->has_value());
    }

    void whatWasPlantedIsMeasured() {
        const auto truth = synthesis::readTruthBeside(m_film);
        MIEN_VERIFY(truth);
        const auto check = checkAgainstTruth(m_film, **truth, {}, {});
        MIEN_VERIFY(check);
        QCOMPARE(check->events.size(), std::size_t{1});
        const auto& event = check->events.front();
        QVERIFY(event.measured);
        QVERIFY2(event.iou >= 0.5, QByteArray::number(event.iou).constData());
        QVERIFY(std::abs(*event.apexError()) <= 3);
        QCOMPARE(check->unexpected, 0);
        QVERIFY(check->landmarks && check->landmarks->frames == 60);
        QVERIFY(check->landmarks->movement.medianPx < 0.5);
        QVERIFY(check->landmarks->movement.medianPx <= check->landmarks->position.medianPx);
        QVERIFY(check->flow && check->flow->points >= 4);
        // The lip corners move by several pixels, and the flow must see most of that.
        QVERIFY(check->flow->trueMedianPx > 1.0);
        QVERIFY2(check->flow->medianRelativeError < 0.3,
                 QByteArray::number(check->flow->medianRelativeError).constData());
    }

    void aGeneratorThatKnowsItsFlowIsAskedForIt() {
        const auto folder = fs::path(m_dir.path().toStdString());
        test::SmallRig().write(folder / "rig");
        synthesis::ClipSpec spec;
        spec.generator = "rig";
        spec.source = folder / "rig";
        spec.frames = 12;
        spec.fps = {30, 1};
        spec.codec = "ffv1";
        auto& e = spec.expressions.emplace_back();
        e.actionUnits = "12";
        e.onset = {1};
        e.apex = {5};
        e.offset = {10};
        const auto made = synthesis::renderClip(spec, folder / "rig clip", {});
        MIEN_VERIFY(made);
        const auto truth = synthesis::readTruthBeside(made->film);
        MIEN_VERIFY(truth);
        const auto dense = checkAgainstTruth(made->film, **truth, {}, {});
        MIEN_VERIFY(dense);
        QVERIFY(dense->flow && dense->flow->dense);
        QVERIFY(!checkAgainstTruth(m_film, **synthesis::readTruthBeside(m_film), {}, {})->flow->dense);
        fs::remove_all(folder / "rig");
        const auto sparse = checkAgainstTruth(made->film, **truth, {}, {});
        MIEN_VERIFY(sparse);
        QVERIFY(sparse->flow && !sparse->flow->dense);
        QVERIFY2(dense->flow->points > 3 * sparse->flow->points,
                 QByteArray::number(static_cast<qlonglong>(dense->flow->points)).constData());
    }

    void aFalseTruthIsSeen() {
        auto truth = **synthesis::readTruthBeside(m_film);
        // The same film under a truth that claims the lips move elsewhere.
        for (auto& points : truth.landmarks)
            for (auto& p : points)
                p.x += 5.0f;
        const auto shifted = checkAgainstTruth(m_film, truth, {}, {});
        MIEN_VERIFY(shifted);
        QVERIFY(shifted->landmarks->position.medianPx > 4.0);
        QVERIFY(shifted->landmarks->movement.medianPx < 0.5); // a constant shift is no movement
        truth.events.front().onset = {50};
        truth.events.front().apex = FrameIndex{54};
        truth.events.front().offset = FrameIndex{58};
        const auto moved = checkAgainstTruth(m_film, truth, {}, {});
        MIEN_VERIFY(moved);
        QVERIFY(!moved->events.front().measured);
        QCOMPARE(moved->unexpected, 1);
    }

    void truthOfAnotherLengthIsRefused() {
        auto truth = **synthesis::readTruthBeside(m_film);
        truth.landmarks.pop_back();
        const auto check = checkAgainstTruth(m_film, truth, {}, {});
        QVERIFY(!check);
        QCOMPARE(check.error().code, ErrorCode::Corrupt);
    }

    void aDamagedTableIsNamed() {
        const auto folder = fs::path(m_dir.path().toStdString()) / "damaged";
        fs::create_directories(folder);
        fs::copy_file(m_film, folder / m_film.filename());
        std::ofstream(folder / "events.csv") << "video,type,onset,offset,action_units\nclip,micro,nan,3,12\n";
        const auto truth = synthesis::readTruthBeside(folder / m_film.filename());
        QVERIFY(!truth);
        QVERIFY(truth.error().location.find("events.csv:2") != std::string::npos);
    }

private:
    QTemporaryDir m_dir;
    fs::path m_folder, m_film;
};

MIEN_TEST(TestTruthCheck)

} // namespace tst_truth_check

#include "tst_truth_check.moc"
