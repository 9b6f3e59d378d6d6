// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/film_facts.h"
#include "core/project/import_dump.h"
#include "core/project/watched.h"
#include "project_fixture.h"
#include "support/test_program.h"

namespace tst_project {

using namespace mien;
using namespace mien::project;
using namespace mien::test;

class TestProject : public QObject {
    Q_OBJECT

    Folder m_folder;
    std::unique_ptr<Project> m_project;
    MediaId m_media;
    TierId m_tier;

    /// The project closed and opened again.
    void reopen() {
        const auto path = m_project->path();
        m_project.reset();
        auto opened = openProject(path);
        MIEN_VERIFY(opened);
        m_project = *std::move(opened);
    }

    EventId add(std::int64_t onset, std::int64_t apex, std::int64_t offset) {
        const auto added = m_project->apply({"Add event", {AddEvent{m_tier, spanOf(onset, apex, offset)}}});
        return {added.value().addedIds[0]};
    }

private slots:
    void init() {
        static int number = 0;
        auto made = createProject(m_folder / ("p" + std::to_string(number++) + ".mien"));
        MIEN_VERIFY(made);
        m_project = *std::move(made);
        const auto ids = m_project->apply(
            {"Add film",
             {AddMedia{film(m_folder / "films/a.mp4")}, AddTier{{{}, {-1}, "expressions", "coder01"}}}});
        MIEN_VERIFY(ids);
        m_media = {ids->addedIds[0]};
        m_tier = {ids->addedIds[1]};
    }
    void cleanup() {
        if (m_project)
            MIEN_SOUND(*m_project);
        m_project.reset();
    }

    void keepsWhatItWasTold() {
        auto written = spanOf(3, 5, 9);
        written.actionUnits = "L12B+25";
        written.side = annotation::Side::Left;
        written.intensity = annotation::Intensity::C;
        written.type = annotation::ExpressionType::Micro;
        written.confidence = 0.1;
        written.note = "„glare“ 👁";
        auto unsure = spanOf(1, 1, 4);
        unsure.apex.reset();
        const auto ids = m_project->apply({"Add", {AddEvent{m_tier, written}, AddEvent{m_tier, unsure}}});
        MIEN_VERIFY(ids);
        reopen();
        const auto events = m_project->events(m_tier);
        QCOMPARE(events.size(), std::size_t{2});
        QVERIFY(events[0].event == unsure); // in order of onset
        QVERIFY(events[1].event == written);
        QCOMPARE(events[1].id.value, ids->addedIds[0]);
        QVERIFY(m_project->event(events[1].id) == events[1]);
        const auto media = m_project->media();
        QCOMPARE(media.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(media[0].path.string()),
                 QString::fromStdString((m_folder / "films/a.mp4").string()));
        QVERIFY((media[0].fps == Rational{30000, 1001}));
    }

    void undoAndRedoKeepIdsAndSurviveClosing() {
        const auto id = add(10, 12, 20);
        MIEN_VERIFY(m_project->apply({"Move onset", {ChangeEvent{id, spanOf(8, 12, 20)}}}));
        QCOMPARE(m_project->undoName().value(), std::string("Move onset"));
        reopen();
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(m_project->event(id)->event.onset.value, 10);
        QCOMPARE(m_project->redoName().value(), std::string("Move onset"));
        reopen();
        MIEN_VERIFY(m_project->undo());
        QVERIFY(!m_project->event(id));
        MIEN_VERIFY(m_project->redo());
        MIEN_VERIFY(m_project->redo());
        QCOMPARE(m_project->event(id)->event.onset.value, 8);
        QVERIFY(!m_project->redoName());
        QCOMPARE(m_project->redo().error().code, ErrorCode::InvalidArgument);
    }

    void newEditAfterUndoTakesThePlaceOfWhatWasUndone() {
        const auto first = add(10, 12, 20);
        MIEN_VERIFY(m_project->undo());
        const auto second = add(30, 32, 40);
        QVERIFY(first != second); // ids are never reused
        QVERIFY(!m_project->redoName());
        const auto history = m_project->history();
        QCOMPARE(history.size(), std::size_t{3});
        QVERIFY(!history[0].undone && !history[0].discarded);
        QVERIFY(history[1].undone && history[1].discarded);
        QVERIFY(history[1].afterJson.find("\"onset_frame\":10") != std::string::npos);
        QCOMPARE(history[1].beforeJson.find("null") != std::string::npos, true);
    }

    void historySaysWhoAndWhen() {
        m_project->setCoder("coder07");
        add(1, 2, 3);
        const auto newest = m_project->history(1).at(0);
        QCOMPARE(newest.coder, std::string("coder07"));
        QVERIFY(QRegularExpression("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$")
                    .match(QString::fromStdString(newest.at))
                    .hasMatch());
    }

    void dragIsOneStep() {
        const auto id = add(10, 12, 20);
        const auto before = dump(*m_project);
        for (int onset = 9; onset >= 0; --onset)
            MIEN_VERIFY(m_project->apply({"Move onset", {ChangeEvent{id, spanOf(onset, 12, 20)}}, "drag 1"}));
        QCOMPARE(m_project->history().size(), std::size_t{3});
        const auto after = dump(*m_project);
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(dump(*m_project), before);
        MIEN_VERIFY(m_project->redo());
        QCOMPARE(dump(*m_project), after);
        // The same key does not reach over an undo and redo.
        MIEN_VERIFY(m_project->apply({"Move onset", {ChangeEvent{id, spanOf(5, 12, 20)}}, "drag 1"}));
        QCOMPARE(m_project->history().size(), std::size_t{4});
    }

    void dragOverSeveralRowsIsOneStep() {
        const auto before = dump(*m_project);
        const auto made = m_project->apply({"Draw", {AddEvent{m_tier, spanOf(1, 2, 3)}}, "k"});
        const EventId id{made.value().addedIds[0]};
        MIEN_VERIFY(m_project->apply(
            {"Draw", {ChangeEvent{id, spanOf(1, 2, 4)}, AddEvent{m_tier, spanOf(7, 8, 9)}}, "k"}));
        MIEN_VERIFY(m_project->apply({"Draw", {RemoveEvent{id}}, "k"}));
        const auto after = dump(*m_project);
        MIEN_SOUND(*m_project);
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(dump(*m_project), before);
        MIEN_VERIFY(m_project->redo());
        QCOMPARE(dump(*m_project), after);
    }

    void editThatChangesNothingIsNoStep() {
        const auto id = add(10, 12, 20);
        const auto steps = m_project->history().size();
        MIEN_VERIFY(m_project->apply({"Nothing", {ChangeEvent{id, spanOf(10, 12, 20)}}}));
        MIEN_VERIFY(m_project->apply({"Nothing", {}}));
        QCOMPARE(m_project->history().size(), steps);
    }

    void refusesNonsenseAndChangesNothing_data() {
        QTest::addColumn<QString>("what");
        for (const char* what :
             {"onset after offset", "negative onset", "apex outside", "confidence", "not a number", "text",
              "no tier", "no event", "no proposal", "forward reference"})
            QTest::newRow(what) << what;
    }
    void refusesNonsenseAndChangesNothing() {
        QFETCH(QString, what);
        const auto id = add(10, 12, 20);
        auto bad = spanOf(10, 12, 20);
        Change change = RemoveEvent{{999}};
        if (what == "onset after offset")
            bad.offset = {9}, bad.apex.reset();
        else if (what == "negative onset")
            bad.onset = {-1};
        else if (what == "apex outside")
            bad.apex = FrameIndex{21};
        else if (what == "confidence")
            bad.confidence = 1.01;
        else if (what == "not a number")
            bad.confidence = std::nan("");
        else if (what == "text")
            bad.note = "\xff";
        if (!(bad == spanOf(10, 12, 20)) || what == "not a number")
            change = ChangeEvent{id, bad};
        else if (what == "no tier")
            change = AddEvent{{77}, bad};
        else if (what == "no proposal")
            change = ReviewProposal{{5}, ReviewState::Taken};
        else if (what == "forward reference")
            change = AddEvent{{-2}, bad};
        const auto before = dump(*m_project, {.history = true});
        const auto refused = m_project->apply({"Bad", {AddEvent{m_tier, spanOf(1, 1, 1)}, change}});
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.empty());
        QVERIFY(refused.error().code == ErrorCode::InvalidArgument ||
                refused.error().code == ErrorCode::NotFound);
        QCOMPARE(dump(*m_project, {.history = true}), before); // the good change of the edit as well
    }

    void removingAFilmAndUndoingBringsEverythingBack() {
        add(10, 12, 20);
        MIEN_VERIFY(m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 0.9},
                                        {proposal(1, 2, 3), proposal(5, 6, 7)}));
        const auto proposals = m_project->proposals(m_media);
        MIEN_VERIFY(m_project->apply({"Reject", {ReviewProposal{proposals[0].id, ReviewState::Rejected}}}));
        MIEN_VERIFY(m_project->setMediaContent(m_media, std::string(64, 'a')));
        const auto before = dump(*m_project);
        MIEN_VERIFY(m_project->apply({"Remove film", {RemoveMedia{m_media}}}));
        QVERIFY(m_project->media().empty());
        QVERIFY(m_project->proposals(m_media).empty());
        QVERIFY(m_project->events(m_tier).empty());
        reopen();
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(dump(*m_project), before);
        QVERIFY(m_project->proposals(m_media)[0].state == ReviewState::Rejected);
        QCOMPARE(m_project->media()[0].sha256, std::string(64, 'a'));
    }

    void undoingTheFilmItselfKeepsItsRunsForRedo() {
        MIEN_VERIFY(m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 0.9}, {proposal(1, 2, 3)}));
        const auto before = dump(*m_project);
        MIEN_VERIFY(m_project->undo());
        QVERIFY(m_project->media().empty());
        MIEN_SOUND(*m_project);
        MIEN_VERIFY(m_project->redo());
        QCOMPARE(dump(*m_project), before);
    }

    void removingATierAndUndoingBringsItsEventsBack() {
        add(10, 12, 20);
        add(30, 32, 40);
        const auto before = dump(*m_project);
        MIEN_VERIFY(m_project->apply({"Remove tier", {RemoveTier{m_tier}}}));
        QVERIFY(m_project->tiers(m_media).empty());
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(dump(*m_project), before);
    }

    void eventsMoveBetweenTiers() {
        const auto id = add(10, 12, 20);
        const auto other =
            m_project->apply({"Move", {AddTier{{{}, m_media, "second", "b"}}, MoveEvent{id, {-1}}}});
        MIEN_VERIFY(other);
        QCOMPARE(m_project->event(id)->tier.value, other->addedIds[0]);
        QVERIFY(m_project->events(m_tier).empty());
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(m_project->events(m_tier).size(), std::size_t{1});
    }

    void newRunKeepsDecisionsOnEqualProposals() {
        const Run run{{}, m_media, "rules", "{\"flow\": \"tvl1\"}", "0.1", "", 0.9};
        MIEN_VERIFY(m_project->storeRun(run, {proposal(1, 2, 3), proposal(5, 6, 7), proposal(9, 10, 11)}));
        const auto old = m_project->proposals(m_media);
        MIEN_VERIFY(m_project->apply({"Take", {ReviewProposal{old[0].id, ReviewState::Taken}}}));
        MIEN_VERIFY(m_project->apply({"Reject", {ReviewProposal{old[1].id, ReviewState::Rejected}}}));
        // Another score and one frame's difference: the first is still the same proposal, the second is not.
        const auto stored = m_project->storeRun(run, {proposal(5, 6, 8), proposal(1, 2, 3, 0.875)});
        MIEN_VERIFY(stored);
        auto now = m_project->proposals(m_media);
        QCOMPARE(now.size(), std::size_t{2});
        QVERIFY(now[0].state == ReviewState::Taken && now[0].run == *stored);
        QCOMPARE(now[0].proposal.score, 0.875);
        QVERIFY(now[1].state == ReviewState::Pending);
        QCOMPARE(m_project->shownRun(m_media)->optionsJson, run.optionsJson);
        // A proposal that was away for a run is known again, and undoing reaches the run that is shown now.
        MIEN_VERIFY(m_project->storeRun(run, {proposal(5, 6, 7), proposal(1, 2, 3)}));
        now = m_project->proposals(m_media);
        QVERIFY(now[0].state == ReviewState::Taken && now[1].state == ReviewState::Rejected);
        MIEN_VERIFY(m_project->undo());
        QVERIFY(m_project->proposals(m_media)[1].state == ReviewState::Pending);
    }

    void anOfferedRunIsShownOnceSomebodyChoseItAndGoesBackByUndo() {
        Run run{{}, m_media, "rules", "{}", "0.1", "", 0.9};
        const auto first = m_project->storeRun(run, {proposal(1, 2, 3)});
        MIEN_VERIFY(first);
        const auto taken = m_project->proposals(m_media)[0].id;
        MIEN_VERIFY(m_project->apply({"Take", {ReviewProposal{taken, ReviewState::Taken}}}));
        run.spotter = "network";
        run.offered = true;
        const auto second = m_project->storeRun(run, {proposal(1, 2, 3), proposal(5, 6, 7)});
        MIEN_VERIFY(second);
        QVERIFY(m_project->shownRun(m_media)->id == *first);
        const auto before = dump(*m_project);
        MIEN_VERIFY(m_project->apply({"Analyse", {ShowRun{m_media, *second}}}));
        QCOMPARE(m_project->shownRun(m_media)->spotter, std::string("network"));
        QVERIFY(m_project->proposals(m_media)[0].state == ReviewState::Taken);
        reopen();
        QVERIFY(m_project->shownRun(m_media)->id == *second);
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(dump(*m_project), before);
        MIEN_VERIFY(m_project->redo());
        QVERIFY(m_project->shownRun(m_media)->id == *second);
        QCOMPARE(m_project->runs(m_media).size(), std::size_t{2});
        QVERIFY(m_project->runs(m_media)[0].offered && !m_project->runs(m_media)[1].offered);
        QCOMPARE(m_project->proposalsOf(m_project->runs(m_media)[1]).size(), std::size_t{1});
        // A run that nobody has to choose ends the choice; one of another film cannot be chosen.
        run.offered = false;
        const auto third = m_project->storeRun(run, {});
        MIEN_VERIFY(third);
        QVERIFY(m_project->shownRun(m_media)->id == *third);
        MIEN_VERIFY(m_project->apply({"Show", {ShowRun{m_media, *first}}}));
        QVERIFY(m_project->shownRun(m_media)->id == *first);
        const auto other = m_project->apply({"Add film", {AddMedia{film(m_folder / "films/b.mp4")}}});
        MIEN_VERIFY(other);
        QVERIFY(!m_project->apply({"Show", {ShowRun{{other->addedIds[0]}, *first}}}));
        QVERIFY(!m_project->apply({"Show", {ShowRun{m_media, {999}}}}));
        MIEN_VERIFY(m_project->apply({"Remove film", {RemoveMedia{m_media}}}));
        MIEN_VERIFY(m_project->undo());
        QVERIFY(m_project->shownRun(m_media)->id == *first);
    }

    void aFirstOfferedRunUndoneLeavesNoProposals() {
        const auto run =
            m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 0.9, true}, {proposal(1, 2, 3)});
        MIEN_VERIFY(run);
        QVERIFY(!m_project->shownRun(m_media));
        MIEN_VERIFY(m_project->apply({"Analyse", {ShowRun{m_media, *run}}}));
        QCOMPARE(m_project->proposals(m_media).size(), std::size_t{1});
        MIEN_VERIFY(m_project->undo());
        QVERIFY(m_project->proposals(m_media).empty());
    }

    void watchedStretchesJoinPartAndAreUndone() {
        auto stretches = joined({}, {{10}, {20}});
        stretches = joined(stretches, {{40}, {50}});
        QCOMPARE(stretches.size(), std::size_t{2});
        QCOMPARE(joined(stretches, {{21}, {39}}), (std::vector<FrameInterval>{{{10}, {50}}}));
        stretches = without(stretches, {{15}, {44}});
        QCOMPARE(stretches, (std::vector<FrameInterval>{{{10}, {14}}, {{45}, {50}}}));
        MIEN_VERIFY(m_project->apply({"Watched", {setWatched(m_media, "coder01", stretches)}}));
        QCOMPARE(watchedBy(*m_project, m_media, "coder01"), stretches);
        QVERIFY(watchedBy(*m_project, m_media, "coder02").empty());
        reopen();
        QCOMPARE(watchedBy(*m_project, m_media, "coder01"), stretches);
        MIEN_VERIFY(m_project->apply({"Not watched", {setWatched(m_media, "coder01", {})}}));
        QVERIFY(watchedBy(*m_project, m_media, "coder01").empty());
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(watchedBy(*m_project, m_media, "coder01"), stretches);
        // It goes with the film into another project.
        auto other = createProject(m_folder / "watched.mien").value();
        MIEN_VERIFY(importDump(*other, dump(*m_project), m_folder.path()));
        QCOMPARE(watchedBy(*other, other->media()[0].id, "coder01"), stretches);
        MIEN_SOUND(*other);
    }

    void proposalsAreKeptExactly() {
        auto given = proposal(4, 5, 6, 0.123456789);
        given.regions = {{"left brow", 1.0 / 3.0}, {"mouth \"corner\"", -0.5}};
        given.looksLike = "blink";
        MIEN_VERIFY(
            m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "2026-01-01T00:00:00Z", 1.0}, {given}));
        QVERIFY(m_project->proposals(m_media)[0].proposal == given);
        QCOMPARE(m_project->shownRun(m_media)->startedAt, std::string("2026-01-01T00:00:00Z"));
    }

    void badRunIsStoredNotAtAll() {
        const auto before = dump(*m_project);
        QVERIFY(!m_project->storeRun({{}, {99}, "rules", "{}", "0.1", "", 0.9}, {}));
        QVERIFY(!m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 0.9},
                                     {proposal(1, 2, 3), proposal(3, 2, 1)}));
        QVERIFY(!m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 1.5}, {}));
        QCOMPARE(dump(*m_project), before);
    }

    void whoIsInAFilmComesInUnderItsNumberThere() {
        const auto settingOf = [](MediaId media) {
            return "film/" + std::to_string(media.value) + "/subject";
        };
        MIEN_VERIFY(m_project->setValue(settingOf(m_media), "anna")); // where projects of before have it
        MIEN_VERIFY(m_project->apply({"Follow", {setFollowedFace(m_media, 2)}}));
        auto other = createProject(m_folder / "numbered otherwise.mien").value();
        Media first = m_project->media()[0];
        first.path = "another film.mp4";
        first.sha256 = std::string(64, '0');
        MIEN_VERIFY(other->apply({"Add", {AddMedia{first}}}));
        MIEN_VERIFY(importDump(*other, dump(*m_project), m_folder.path()));
        const auto imported = other->media().at(1).id;
        QVERIFY(imported != m_media);
        QCOMPARE(subjectOf(*other, imported), std::string("anna"));
        QCOMPARE(followedFace(*other, imported), 2);
        QCOMPARE(subjectOf(*other, m_media), std::string());
        // What is said of the film here already stays, and what was said since counts there.
        MIEN_VERIFY(other->apply({"Berta", {setSubject(imported, "berta")}}));
        MIEN_VERIFY(m_project->apply({"Clara", {setSubject(m_media, "clara")}}));
        MIEN_VERIFY(importDump(*other, dump(*m_project), m_folder.path()));
        QCOMPARE(subjectOf(*other, imported), std::string("berta"));
        auto third = createProject(m_folder / "third.mien").value();
        MIEN_VERIFY(importDump(*third, dump(*m_project), m_folder.path()));
        QCOMPARE(subjectOf(*third, third->media()[0].id), std::string("clara"));
    }

    void whoIsInAFilmAndWhichFaceIsFollowedCanBeUndone() {
        QCOMPARE(subjectOf(*m_project, m_media), std::string());
        QCOMPARE(followedFace(*m_project, m_media), -1);
        MIEN_VERIFY(m_project->setValue("film/" + std::to_string(m_media.value) + "/face", "4"));
        QCOMPARE(followedFace(*m_project, m_media), 4);
        MIEN_VERIFY(m_project->apply({"Person", {setSubject(m_media, "anna")}}));
        MIEN_VERIFY(m_project->apply({"Face", {setFollowedFace(m_media, -1)}}));
        QCOMPARE(followedFace(*m_project, m_media), -1);
        QVERIFY(m_project->nextUndo()->otherRows); // whoever shows rows must read them again
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(followedFace(*m_project, m_media), 4); // the setting of before
        QCOMPARE(subjectOf(*m_project, m_media), std::string("anna"));
        MIEN_VERIFY(m_project->undo());
        QCOMPARE(subjectOf(*m_project, m_media), std::string());
        MIEN_VERIFY(m_project->redo());
        MIEN_VERIFY(m_project->redo());
        QCOMPARE(followedFace(*m_project, m_media), -1);
        MIEN_VERIFY(m_project->apply({"Nonsense", {SetFilmValue{m_media, "face", "4711"}}}));
        QCOMPARE(followedFace(*m_project, m_media), -1);
    }

    void exportComesInWithTiersRunsAndDecisions() {
        add(10, 12, 20);
        MIEN_VERIFY(m_project->storeRun({{}, m_media, "rules", "{}", "0.1", "", 0.9},
                                        {proposal(5, 6, 7), proposal(1, 2, 3), proposal(1, 2, 3)}));
        const auto states = [](const Project& project, MediaId media) {
            std::string text;
            for (const auto& p : project.proposals(media))
                text +=
                    std::to_string(p.proposal.onset.value) + std::to_string(static_cast<int>(p.state)) + " ";
            return text;
        };
        const auto stored = m_project->proposals(m_media);
        MIEN_VERIFY(m_project->apply({"Take",
                                      {ReviewProposal{stored[1].id, ReviewState::Taken},
                                       ReviewProposal{stored[2].id, ReviewState::Rejected}}}));
        const auto exported = dump(*m_project);
        auto other = createProject(m_folder / "import target.mien").value();
        const auto imported = importDump(*other, exported, m_folder.path());
        MIEN_VERIFY(imported);
        QCOMPARE(imported->films, 1);
        QCOMPARE(imported->events, 1);
        QCOMPARE(imported->proposals, 3);
        const auto media = other->media().at(0);
        QCOMPARE(media.path, m_project->media()[0].path);
        QCOMPARE(states(*other, media.id), states(*m_project, m_media));
        QVERIFY(other->events(other->tiers(media.id).at(0).id).at(0).event == spanOf(10, 12, 20));
        // One step; and into a project that has the film, tiers come beside those that are there.
        QCOMPARE(other->history().size(), std::size_t{1});
        QCOMPARE(importDump(*other, exported, m_folder.path()).value().films, 0);
        QCOMPARE(other->media().size(), std::size_t{1});
        QCOMPARE(other->tiers(media.id).size(), std::size_t{2});
        QCOMPARE(other->history().size(), std::size_t{2});
        MIEN_VERIFY(other->undo());
        MIEN_VERIFY(other->undo());
        QVERIFY(other->media().empty());
        MIEN_SOUND(*other);
    }

    void exportThatIsNoneIsRefusedWithThePlace() {
        const auto before = dump(*m_project, {.history = true});
        for (const char* text :
             {"", "[]", "{", "{\"format\": \"mien-project\", \"version\": 2, \"media\": []}",
              "{\"format\": \"mien-project\", \"version\": 1, \"media\": [7]}"})
            QCOMPARE(importDump(*m_project, text, m_folder.path()).error().code, ErrorCode::Corrupt);
        auto bad = dump(*m_project);
        bad.replace(bad.find("\"coder01\""), 9, "12");
        const auto refused = importDump(*m_project, bad, m_folder.path());
        QVERIFY2(refused.error().message.find("\"coder\" of film 1") != std::string::npos,
                 refused.error().message.c_str());
        QCOMPARE(dump(*m_project, {.history = true}), before);
    }

    void settingsAreKept() {
        QVERIFY(!m_project->value("layout"));
        MIEN_VERIFY(m_project->setValue("layout", "a"));
        MIEN_VERIFY(m_project->setValue("layout", "b"));
        reopen();
        QCOMPARE(m_project->value("layout").value(), std::string("b"));
        QCOMPARE(m_project->undoName().value(), std::string("Add film"));
    }
};

MIEN_TEST(TestProject)

} // namespace tst_project

#include "tst_project.moc"
