// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/compact.h"
#include "project_fixture.h"
#include "support/test_program.h"

namespace tst_compact {

using namespace mien;
using namespace mien::project;
namespace fs = std::filesystem;

class TestCompact : public QObject {
    Q_OBJECT

    test::Folder m_folder;

    struct Made {
        fs::path path;
        std::vector<Event> events;
        std::vector<StoredProposal> proposals;
        MediaId kept, removed;
    };

    /// Two films with events, proposals and decisions; the second one removed, some edits undone.
    Made make(const std::string& name) {
        Made made;
        made.path = m_folder / name;
        auto project = createProject(made.path).value();
        project->setCoder("tester");
        const auto add = [&](const std::string& film, const std::string& note) {
            auto event = test::spanOf(10, 15, 30);
            event.note = note;
            const auto ids = project
                                 ->apply({"Open film",
                                          {AddMedia{test::film(m_folder / film)},
                                           AddTier{{{}, {-1}, "tester", "tester"}}, AddEvent{{-2}, event}}})
                                 .value()
                                 .addedIds;
            const MediaId id{ids.front()};
            Run run;
            run.media = id;
            run.spotter = "rules";
            run.optionsJson = "{\"of\":\"" + note + "\"}";
            (void)project->storeRun(run, {test::proposal(50, 55, 60), test::proposal(70, 75, 80)}).value();
            (void)project->apply({"Take", {ReviewProposal{project->proposals(id)[0].id, ReviewState::Taken}}})
                .value();
            (void)project->setValue("film/" + std::to_string(id.value) + "/pinned", note);
            return id;
        };
        made.kept = add("kept.mp4", "stays-here");
        made.removed = add("gone.mp4", "face-of-a-person");
        (void)project->apply({"Remove film", {RemoveMedia{made.removed}}}).value();
        const auto tier = project->tiers(made.kept).front().id;
        (void)project->apply({"Add event", {AddEvent{tier, test::spanOf(100, 110, 120)}}}).value();
        (void)project->apply({"Add event", {AddEvent{tier, test::spanOf(200, 210, 220)}}}).value();
        (void)project->undo();
        made.events = project->events(tier);
        made.proposals = project->proposals(made.kept);
        return made;
    }

private slots:
    void whatWasRemovedIsGoneAndTheRestStays() {
        const Made made = make("two.mien");
        QVERIFY(test::readFile(made.path).find("face-of-a-person") != std::string::npos);
        const auto done = compactProject(made.path);
        MIEN_VERIFY(done);
        QVERIFY(done->stepsDropped >= 6);
        QVERIFY(done->bytesAfter <= done->bytesBefore);
        QCOMPARE(done->runsDropped.size(), std::size_t{1});
        QCOMPARE(done->runsDropped.front().first.path.filename().string(), std::string("gone.mp4"));
        QVERIFY(done->runsDropped.front().second.optionsJson.find("face-of-a-person") != std::string::npos);
        for (const auto& entry : fs::directory_iterator(m_folder.path())) {
            const auto bytes = test::readFile(entry.path());
            QVERIFY2(bytes.find("face-of-a-person") == std::string::npos, entry.path().c_str());
            QVERIFY2(bytes.find("gone.mp4") == std::string::npos, entry.path().c_str());
        }
        auto project = openProject(made.path).value();
        QVERIFY(project->check().empty());
        QCOMPARE(project->media().size(), std::size_t{1});
        QCOMPARE(project->events(project->tiers(made.kept).front().id), made.events);
        QCOMPARE(project->proposals(made.kept), made.proposals);
        QCOMPARE(project->proposals(made.kept)[0].state, ReviewState::Taken);
        QCOMPARE(project->value("film/" + std::to_string(made.kept.value) + "/pinned").value(),
                 std::string("stays-here"));
    }

    void theHistoryBeginsAgainAndItsBeginningStands() {
        const Made made = make("history.mien");
        MIEN_VERIFY(compactProject(made.path));
        auto project = openProject(made.path).value();
        QVERIFY(!project->undoName());
        QVERIFY(!project->redoName());
        QVERIFY(!project->undo());
        QCOMPARE(project->history().size(), std::size_t{1});
        const auto tier = project->tiers(made.kept).front().id;
        const auto added = project->apply({"Add event", {AddEvent{tier, test::spanOf(300, 310, 320)}}});
        MIEN_VERIFY(added);
        QVERIFY(added->addedIds.front() > made.events.back().id.value); // ids are never given twice
        MIEN_VERIFY(project->undo());
        QVERIFY(!project->undo());
        QCOMPARE(project->events(tier), made.events);
        MIEN_VERIFY(project->redo());
        QVERIFY(project->check().empty());
    }

    void twiceIsAsGoodAsOnce() {
        const Made made = make("twice.mien");
        MIEN_VERIFY(compactProject(made.path));
        const auto again = compactProject(made.path);
        MIEN_VERIFY(again);
        QVERIFY(again->runsDropped.empty());
        QCOMPARE(openProject(made.path).value()->proposals(made.kept), made.proposals);
    }

    void whileItIsOpenNothingIsTouched() {
        const Made made = make("open.mien");
        auto open = openProject(made.path).value();
        const auto before = test::humanTables(made.path);
        const auto refused = compactProject(made.path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unreadable);
        QCOMPARE(test::humanTables(made.path), before);
        MIEN_VERIFY(open->undo()); // and goes on
    }

    void stoppedOrImpossibleItLeavesTheProjectAsItWas() {
        const Made made = make("stopped.mien");
        const auto before = test::humanTables(made.path);
        std::stop_source stop;
        stop.request_stop();
        JobContext job;
        job.stop = stop.get_token();
        const auto stopped = compactProject(made.path, job);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(test::humanTables(made.path), before);
        QVERIFY(openProject(made.path).value()->check().empty());
        QCOMPARE(compactProject(m_folder / "absent.mien").error().code, ErrorCode::NotFound);
        for (const auto& entry : fs::directory_iterator(m_folder.path()))
            QVERIFY(entry.path().filename().string().find("compact-") == std::string::npos);
    }
};

MIEN_TEST(TestCompact)

} // namespace tst_compact

#include "tst_compact.moc"
