// SPDX-License-Identifier: GPL-3.0-or-later
// What people do on the score with the pointer: menus, copies, edges of proposals.
#include "support/window_bench.h"
#include "ui/shell/score_panel.h"
#include "ui/shell/timeline_binding.h"
#include "ui/timeline/timeline_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

using namespace mien;
using namespace mien::ui;
using timeline::ItemKey;

namespace {

QMenu* openMenu() {
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

QAction* entry(const QMenu* menu, const QString& beginning) {
    for (QAction* action : menu->actions())
        if (action->text().startsWith(beginning))
            return action;
    return nullptr;
}

/// A window with a film of 60 frames and one proposal, 20 to 30.
struct Bench : test::WindowBench {
    QTemporaryDir films;
    Bench() {
        test::writeFilm(films.filePath("f.mp4"), 60);
        if (!openFilm(films.filePath("f.mp4")))
            qFatal("the film does not open");
        test::storeProposals(bench.document, {test::proposal(20, 24, 30, 0.4)});
        QCoreApplication::processEvents();
    }
    timeline::TimelineView& view() { return window.score().view(); }
    ItemKey proposalKey() { return {kProposalTier, bench.document.proposals().front().id.value}; }
    void contextMenu(QPoint at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().mapToGlobal(at));
        QCoreApplication::sendEvent(&view(), &event);
    }
    void dragOffset(ItemKey key, std::int64_t to) {
        const QRect rect = view().itemRect(key);
        const QPoint from(rect.right() - 1, rect.center().y());
        const QPoint target(qRound(view().state().widgetX(double(to + 1))), from.y());
        QTest::mousePress(&view(), Qt::LeftButton, Qt::AltModifier, from);
        for (const QPoint& p : {from + QPoint(8, 0), target}) {
            QMouseEvent move(QEvent::MouseMove, p, view().mapToGlobal(p), Qt::NoButton, Qt::LeftButton,
                             Qt::AltModifier);
            QCoreApplication::sendEvent(&view(), &move);
        }
        QTest::mouseRelease(&view(), Qt::LeftButton, Qt::AltModifier, target);
        QCoreApplication::processEvents();
    }
};

} // namespace

class TestScore : public QObject {
    Q_OBJECT

private slots:
    void aProposalsMenuTakesItWithTheWindowsOwnAction() {
        Bench b;
        b.bench.selection.select(b.bench.document.proposals().front().id);
        b.contextMenu(b.view().itemRect(b.proposalKey()).center());
        QMenu* menu = openMenu();
        QVERIFY(menu);
        QVERIFY(menu->actions().contains(b.bench.actions.action("review.take")));
        QVERIFY(menu->actions().contains(b.bench.actions.action("review.reject")));
        QVERIFY(!menu->actions().contains(b.bench.actions.action("event.delete")));
        b.bench.actions.action("review.take")->trigger();
        menu->close();
        QCOMPARE(b.bench.document.events().size(), std::size_t{1});
    }

    void anEmptyTiersMenuBeginsAnEventUnderThePointer() {
        Bench b;
        const auto& tiers = b.view().state().layout.tiers;
        const QPoint at(qRound(b.view().state().widgetX(45.5)),
                        tiers.rowRect(tiers.rows.back()).center().y());
        b.contextMenu(at);
        QMenu* menu = openMenu();
        QVERIFY(menu);
        QAction* made = entry(menu, "New event");
        QVERIFY(made);
        QVERIFY(made->text().endsWith(b.bench.actions.keyText("mark.new"))); // the key shows
        made->trigger();
        menu->close();
        QCOMPARE(b.bench.document.events().size(), std::size_t{1});
        QCOMPARE(b.bench.document.events().front().event.onset.value, 45);
    }

    void theMenuKeyOpensTheMenuOfWhatIsSelected() {
        for (const auto& [key, modifier] :
             {std::pair{Qt::Key_Menu, Qt::NoModifier}, std::pair{Qt::Key_F10, Qt::ShiftModifier}}) {
            Bench b;
            b.bench.selection.select(b.bench.document.proposals().front().id);
            QTest::keyClick(&b.view(), key, modifier);
            QMenu* menu = openMenu();
            QVERIFY(menu);
            QVERIFY(menu->actions().contains(b.bench.actions.action("review.take")));
            QVERIFY(entry(menu, "New event")); // and all else that the pointer would find elsewhere
            QVERIFY(menu->actions().contains(b.bench.actions.action("zoom.fit")));
            menu->close();
        }
    }

    void draggingAnEdgeOfAProposalTakesACopyInOneStep() {
        Bench b;
        const auto before = b.bench.document.proposals().front();
        b.dragOffset(b.proposalKey(), 40);
        QCOMPARE(b.bench.document.events().size(), std::size_t{1});
        const auto event = b.bench.document.events().front();
        QCOMPARE(event.event.onset.value, 20);
        QCOMPARE(event.event.apex->value, 24);
        QCOMPARE(event.event.offset.value, 40);
        QCOMPARE(b.bench.selection.selectedEvent(), std::optional(event.id));
        const auto after = b.bench.document.proposals().front();
        QCOMPARE(after.proposal, before.proposal); // the machine's word stays
        QCOMPARE(after.state, project::ReviewState::Taken);
        b.bench.actions.action("edit.undo")->trigger();
        QVERIFY(b.bench.document.events().empty());
        QCOMPARE(b.bench.document.proposals().front().state, project::ReviewState::Pending);
    }

    void aDecidedProposalHasNoHandles() {
        Bench b;
        b.bench.selection.select(b.bench.document.proposals().front().id);
        b.bench.coding.reject();
        QCoreApplication::processEvents();
        b.dragOffset(b.proposalKey(), 40);
        QVERIFY(b.bench.document.events().empty());
        QCOMPARE(b.bench.document.proposals().front().proposal.offset.value, 30);
    }

    void copiedEventsArePastedAtThePlayhead() {
        Bench b;
        b.bench.selection.select(b.bench.document.proposals().front().id);
        b.bench.coding.take();
        const auto first = b.bench.document.events().front();
        b.bench.selection.select(first.id);
        b.bench.actions.action("event.copy")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains("20"));
        b.bench.selection.setCurrentFrame({40});
        b.bench.actions.action("mark.paste")->trigger();
        QCOMPARE(b.bench.document.events().size(), std::size_t{2});
        auto expected = first.event;
        expected.onset = {40};
        expected.apex = FrameIndex{44};
        expected.offset = {50};
        QCOMPARE(b.bench.document.events().back().event, expected);
        b.bench.selection.setCurrentFrame({55}); // the film ends before the event would
        b.bench.actions.action("mark.paste")->trigger();
        QCOMPARE(b.bench.document.events().size(), std::size_t{2});
        QVERIFY(b.window.messages().text().contains("55"));
        QGuiApplication::clipboard()->setText("no table at all");
        b.bench.actions.action("mark.paste")->trigger();
        QCOMPARE(b.bench.document.events().size(), std::size_t{2});
        QVERIFY(b.window.messages().text().contains("clipboard"));
    }

    void theTypeIsSetFromTheMenuForEventsAndProposals() {
        Bench b;
        const auto id = b.bench.document.proposals().front().id;
        b.bench.selection.select(id);
        const auto kept = b.bench.document.proposals().front().proposal;
        b.bench.actions.action("type.macro")->trigger();
        QCOMPARE(b.bench.drafts.of(id).type, annotation::ExpressionType::Macro);
        QCOMPARE(b.bench.document.proposals().front().proposal, kept);
    }
};

QTEST_MAIN(TestScore)
#include "tst_score.moc"
