// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_actions.h"
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/models/coding.h"
#include "ui/models/review_queue_model.h"
#include "ui/review/review_panel.h"
#include "ui/settings/settings.h"

#include <QListView>
#include <QProgressBar>
#include <QSignalSpy>

namespace tst_review_panel {

using namespace mien;
using namespace mien::ui;

class TestReviewPanel : public QObject {
    Q_OBJECT

private slots:
    void decidingWalksThroughTheQueueToItsEnd() {
        QTemporaryDir folder;
        Settings settings(folder.filePath("s.ini"));
        ActionRegistry actions(settings);
        test::addActions(actions, {"film.analyse"});
        ProjectDocument document;
        SelectionModel selection;
        Drafts drafts(document);
        Coding coding(document, selection, drafts);
        ReviewQueueModel queue(document);
        test::fillDocument(document, folder);
        ReviewPanel panel(actions, document, selection, queue);
        QObject::connect(&coding, &Coding::decided, &panel, &ReviewPanel::advance);
        QSignalSpy finished(&panel, &ReviewPanel::finished);
        test::storeProposals(document, {test::proposal(10, 15, 20, 0.9), test::proposal(100, 120, 160, 0.4),
                                        test::proposal(200, 220, 260, 0.6)});
        panel.begin();
        const auto scoreOfSelected = [&] {
            return document.proposal(*selection.selectedProposal())->proposal.score;
        };
        QCOMPARE(scoreOfSelected(), 0.4);
        coding.take();
        QCOMPARE(scoreOfSelected(), 0.6);
        coding.reject();
        QCOMPARE(scoreOfSelected(), 0.9);
        QCOMPARE(panel.findChild<QProgressBar*>()->value(), 2);
        QCOMPARE(finished.count(), 0);
        coding.take();
        QCOMPARE(finished.count(), 1);
        QVERIFY(!selection.selectedProposal());
        QCOMPARE(document.events().size(), std::size_t{2});
        QVERIFY(commands::Gate::undo(document));
        QCOMPARE(queue.reviewed(), 2);
    }

    void choosingInTheListAsksForThatProposal() {
        QTemporaryDir folder;
        Settings settings(folder.filePath("s.ini"));
        ActionRegistry actions(settings);
        test::addActions(actions, {"film.analyse"});
        ProjectDocument document;
        SelectionModel selection;
        ReviewQueueModel queue(document);
        test::fillDocument(document, folder);
        test::storeProposals(document, {test::proposal(10, 15, 20, 0.9), test::proposal(100, 120, 160, 0.4)});
        ReviewPanel panel(actions, document, selection, queue);
        QSignalSpy chosen(&panel, &ReviewPanel::chosen);
        panel.findChild<QListView*>()->setCurrentIndex(queue.index(1));
        QCOMPARE(chosen.count(), 1);
        QVERIFY(selection.selectedProposal() == queue.idAt(1));
    }
};

MIEN_UI_TEST(TestReviewPanel)

} // namespace tst_review_panel

#include "tst_review_panel.moc"
