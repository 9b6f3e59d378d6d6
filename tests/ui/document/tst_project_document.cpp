// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/commands/event_edits.h"
#include "ui/commands/proposal_edits.h"
#include "ui/document/drafts.h"
#include "ui/jobs/job_list.h"
#include "ui/models/film_list_model.h"
#include "ui/models/history_model.h"
#include "ui/models/review_queue_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_project_document {

using namespace mien;
using namespace mien::ui;
using commands::Gate;

class TestProjectDocument : public QObject {
    Q_OBJECT

    using State = std::pair<std::vector<project::Event>, std::vector<project::StoredProposal>>;
    static State stateOf(const ProjectDocument& document) {
        return {document.events(), document.proposals()};
    }
    static annotation::ExpressionEvent event(std::int64_t onset, std::int64_t offset) {
        annotation::ExpressionEvent e;
        e.onset = {onset};
        e.offset = {offset};
        return e;
    }

private slots:
    void everyEditIsWalkedBackAndForth() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        test::storeProposals(document, {test::proposal(10, 15, 20, 0.4), test::proposal(100, 120, 160, 0.9)});
        std::vector<State> states{stateOf(document)};
        const auto push = [&](const project::Edit& edit) {
            const auto applied = Gate::push(document, edit);
            MIEN_VERIFY(applied);
            states.push_back(stateOf(document));
            document.refreshRows(); // what an edit touched is taken over one by one: as if read as a whole
            QVERIFY(stateOf(document) == states.back());
        };
        push(commands::addEvent(document, event(30, 60)));
        const auto first = document.events().front();
        auto moved = first.event;
        moved.onset = {25};
        push(commands::moveHandle(first.id, moved, Handle::Onset));
        push(*commands::splitEvent(*document.event(first.id), {40}, document.timing()));
        push(*commands::mergeEvents(document.events(), document.timing()));
        push(commands::duplicateEvent(document, document.events().front()));
        push(commands::takeProposal(document, document.proposals()[0].id,
                                    eventFrom(document.proposals()[0].proposal)));
        push(commands::rejectProposal(document.proposals()[1].id));
        push(commands::removeEvent(document.events().back().id));
        for (std::size_t i = states.size() - 1; i > 0; --i) {
            QVERIFY(Gate::undo(document));
            QVERIFY2(stateOf(document) == states[i - 1], qPrintable(QString("undo to %1").arg(i - 1)));
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            QVERIFY(Gate::redo(document));
            QVERIFY2(stateOf(document) == states[i], qPrintable(QString("redo to %1").arg(i)));
        }
    }

    void aDragIsOneStep() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        MIEN_VERIFY(Gate::push(document, commands::addEvent(document, event(30, 60))));
        const auto id = document.events().front().id;
        for (int onset = 31; onset < 40; ++onset)
            MIEN_VERIFY(Gate::push(document, commands::moveHandle(id, event(onset, 60), Handle::Onset, 1)));
        QVERIFY(Gate::undo(document));
        QCOMPARE(document.event(id)->event.onset.value, 30);
    }

    void nobodyTakesBackWhatAnotherCoderDid() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        MIEN_VERIFY(Gate::push(document, commands::addEvent(document, event(30, 60))));
        const auto id = document.events().front().id;
        MIEN_VERIFY(Gate::push(document, commands::changeEvent(id, event(31, 60), "Move onset")));
        QCOMPARE(document.stepsOf(id, 10).size(), std::size_t(2));
        QCOMPARE(document.stepsOf(id, 1).front().name, std::string("Move onset"));
        const auto steps = document.steps(), history = document.history();
        QCOMPARE(steps.size(), history.size());
        for (std::size_t i = 0; i < steps.size(); ++i)
            QVERIFY(steps[i].step == history[i].step && steps[i].name == history[i].name &&
                    steps[i].coder == history[i].coder && steps[i].at == history[i].at);
        QSignalSpy failed(&document, &ProjectDocument::failed);
        document.setCoder("somebody else");
        QVERIFY(!Gate::undo(document));
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains("tester"));
        QCOMPARE(document.event(id)->event.onset.value, 31);
        // Their own they may take back, down to what is not theirs.
        MIEN_VERIFY(Gate::push(document, commands::addEvent(document, event(100, 120))));
        QVERIFY(Gate::undo(document));
        QCOMPARE(document.events().size(), std::size_t(1));
        QVERIFY(!Gate::undo(document));
        document.setCoder("tester");
        QVERIFY(Gate::undo(document));
        QCOMPARE(document.event(id)->event.onset.value, 30);
        QCOMPARE(document.stepsOf(id, 10).size(), std::size_t(1));
        document.setCoder("somebody else");
        QVERIFY(!Gate::redo(document));
        QCOMPARE(document.event(id)->event.onset.value, 30);
        document.setCoder("tester");
        QVERIFY(Gate::redo(document));
        QCOMPARE(document.event(id)->event.onset.value, 31);
    }

    /// A dataset's coder is not who imports it; the one who did may take it back.
    void rowsOfALargeStepAreWalkedInTheBackground() {
        QTemporaryDir folder;
        ProjectDocument document;
        JobList jobs;
        test::fillDocument(document, folder, 100000);
        project::Edit edit{"Import", {}, {}};
        edit.changes.push_back(project::AddTier{{{}, document.currentMedia()->id, "lab", "lab"}});
        for (int i = 0; i < 3000; ++i)
            edit.changes.push_back(project::AddEvent{{-1}, event(i * 10, i * 10 + 5)});
        bool written = false;
        Gate::pushInBackground(document, jobs, edit, [&](bool ok) { written = ok; });
        QVERIFY(document.events().empty());
        QVERIFY(QTest::qWaitFor([&] { return written; }, 20000));
        QCOMPARE(document.events().size(), std::size_t(3000));
        QCOMPARE(*document.undoName(), QString("Import"));
        Gate::undoInBackground(document, jobs);
        QVERIFY(QTest::qWaitFor([&] { return document.events().empty(); }, 20000));
        Gate::redoInBackground(document, jobs);
        QVERIFY(QTest::qWaitFor([&] { return document.events().size() == 3000; }, 20000));
        // Something else meanwhile: the other step is not taken for it.
        QSignalSpy failed(&document, &ProjectDocument::failed);
        Gate::undoInBackground(document, jobs);
        MIEN_VERIFY(Gate::push(document, commands::addEvent(document, event(7, 9))));
        QVERIFY(QTest::qWaitFor([&] { return jobs.runningCount() == 0; }, 20000));
        QVERIFY(document.events().size() == 3001 || document.events().size() == 1);
    }

    void takingCopiesAndNeverChangesTheProposal() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        test::storeProposals(document, {test::proposal(10, 15, 20, 0.4)});
        Drafts drafts(document);
        const auto before = document.proposals().front();
        auto draft = drafts.of(before.id);
        draft.onset = {8};
        draft.intensity = annotation::Intensity::B;
        drafts.set(before.id, draft);
        QCOMPARE(document.proposals().front(), before);
        MIEN_VERIFY(Gate::push(document, commands::takeProposal(document, before.id, drafts.of(before.id))));
        QCOMPARE(document.events().size(), std::size_t{1});
        QCOMPARE(document.events().front().event, draft);
        QCOMPARE(document.proposals().front().proposal, before.proposal);
        QCOMPARE(document.proposals().front().state, project::ReviewState::Taken);
        QVERIFY(Gate::undo(document));
        QVERIFY(document.events().empty());
        QCOMPARE(document.proposals().front(), before);
    }

    void draftsOutliveTheProgram() {
        QTemporaryDir folder;
        project::ProposalId id;
        {
            ProjectDocument document;
            test::fillDocument(document, folder);
            test::storeProposals(document, {test::proposal(10, 15, 20, 0.4)});
            Drafts drafts(document);
            id = document.proposals().front().id;
            auto draft = drafts.of(id);
            draft.offset = {33};
            draft.note = "“quoted” and\nlined";
            drafts.set(id, draft);
        }
        ProjectDocument document;
        Drafts drafts(document);
        auto opened = project::openProject(folder.filePath("p.mien").toStdString());
        MIEN_VERIFY(opened);
        document.setProject(std::move(*opened));
        document.setCurrentMedia(document.media().front().id);
        QCOMPARE(drafts.of(id).offset.value, 33);
        QCOMPARE(QString::fromStdString(drafts.of(id).note), QString("“quoted” and\nlined"));
    }

    void undoingTheOpeningOfTheFilmLetsGoOfIt() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        QSignalSpy changed(&document, &ProjectDocument::currentMediaChanged);
        QVERIFY(Gate::undo(document));
        QVERIFY(!document.currentMedia());
        QVERIFY(document.timing().empty());
        QCOMPARE(changed.count(), 1);
        QVERIFY(Gate::redo(document));
        QCOMPARE(document.media().size(), std::size_t{1});
    }

    void refusedEditsAreToldAndChangeNothing() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        QSignalSpy failed(&document, &ProjectDocument::failed);
        QVERIFY(!Gate::push(document, commands::removeEvent({4711})));
        QCOMPARE(failed.count(), 1);
        QVERIFY(document.events().empty());
    }

    void theQueueShowsTheUnsureFirstAndTheDecidedLast() {
        QTemporaryDir folder;
        ProjectDocument document;
        test::fillDocument(document, folder);
        ReviewQueueModel queue(document);
        QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FilmListModel films(document);
        QAbstractItemModelTester filmsTester(&films, QAbstractItemModelTester::FailureReportingMode::QtTest);
        HistoryModel history(document);
        QAbstractItemModelTester historyTester(&history,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto blink = test::proposal(300, 303, 306, 0.1);
        blink.looksLike = "blink";
        test::storeProposals(document, {test::proposal(10, 15, 20, 0.9), test::proposal(100, 120, 160, 0.4),
                                        test::proposal(200, 220, 260, 0.6), blink});
        const auto scoreAt = [&](int row) {
            return queue.index(row).data(ReviewQueueModel::ScoreRole).toDouble();
        };
        QCOMPARE(scoreAt(0), 0.4);
        QCOMPARE(scoreAt(1), 0.6);
        QCOMPARE(scoreAt(2), 0.9);
        QCOMPARE(scoreAt(3), 0.1); // what looks like a blink waits behind the expressions
        MIEN_VERIFY(Gate::push(document, commands::rejectProposal(queue.idAt(0))));
        QCOMPARE(scoreAt(3), 0.4);
        QCOMPARE(queue.reviewed(), 1);
        QCOMPARE(queue.total(), 4);
        QVERIFY(queue.nextWaiting() == queue.idAt(0));
        QCOMPARE(history.rowCount(), 2);
    }
};

MIEN_TEST(TestProjectDocument)

} // namespace tst_project_document

#include "tst_project_document.moc"
