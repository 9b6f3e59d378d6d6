// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/jobs/job_list.h"
#include "ui/shell/analysis_cache.h"
#include "ui/shell/proposal_sets.h"
#include "ui/training/debias_page.h"

namespace tst_proposal_sets {

using namespace mien;
using namespace mien::ui;

class TestProposalSets : public QObject {
    Q_OBJECT

private slots:
    void aSetStandsBesideTheOneBeforeAndUndoShowsThatAgain() {
        QTemporaryDir folder;
        ProjectDocument document;
        JobList jobs;
        test::fillDocument(document, folder);
        test::storeProposals(document, {test::proposal(10, 15, 20, 0.4), test::proposal(100, 120, 160, 0.9)});
        const auto before = document.proposals();
        const auto runBefore = document.run()->id;
        const auto reviewed = commands::Gate::push(
            document, {"Reject", {project::ReviewProposal{before[0].id, project::ReviewState::Rejected}}});
        MIEN_VERIFY(reviewed);
        const auto decided = document.proposals();
        auto analysis = std::make_shared<pipeline::Analysis>();
        analysis->series.fps = 25.0;
        analysis->series.frames.resize(500);
        analysis->scorableFraction = 0.75;
        document.analysis().setAnalysis(analysis);
        ProposalSet set{"spotter",
                        "{\"lambda_null\":{}}",
                        {test::proposal(10, 15, 20, 0.3), test::proposal(200, 220, 260, 0.8)}};
        const auto added = addProposalSet(document, jobs, folder.path(), set);
        MIEN_VERIFY(added);
        QCOMPARE(document.run()->id, *added);
        QCOMPARE(document.run()->spotter, std::string("spotter"));
        QCOMPARE(document.run()->scorableFraction, 0.75);
        QCOMPARE(document.proposals().size(), std::size_t(2));
        QCOMPARE(document.proposals()[1].proposal.onset.value, 200);
        QVERIFY(document.proposals()[0].state == project::ReviewState::Rejected); // the same frames
        QTRY_COMPARE(jobs.runningCount(), 0);
        QVERIFY(
            QFileInfo::exists(analysisCacheFile(folder.path(), *document.currentMedia(), *document.run())));

        QVERIFY(commands::Gate::undo(document));
        QCOMPARE(document.run()->id, runBefore);
        QCOMPARE(document.proposals(), decided);
        QVERIFY(commands::Gate::redo(document));
        QCOMPARE(document.run()->id, *added);
        QCOMPARE(document.proposals()[1].proposal.onset.value, 200);
    }

    void withoutAnAnalysedFilmItIsRefused() {
        QTemporaryDir folder;
        ProjectDocument document;
        JobList jobs;
        test::fillDocument(document, folder);
        QVERIFY(!addProposalSet(document, jobs, folder.path(), {"spotter", "{}", {}}));
        QVERIFY(!document.run());
    }
};

MIEN_UI_TEST(TestProposalSets)

} // namespace tst_proposal_sets

#include "tst_proposal_sets.moc"
