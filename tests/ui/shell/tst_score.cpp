// SPDX-License-Identifier: GPL-3.0-or-later
// What people do on the score with the pointer: menus, copies, edges of proposals.
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/commands/event_edits.h"
#include "ui/review/find_bar.h"
#include "ui/settings/key_presets.h"
#include "ui/shell/score_panel.h"
#include "ui/shell/threshold_bar.h"
#include "ui/shell/timeline_binding.h"
#include "ui/timeline/timeline_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>

namespace tst_score {

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

    void findingWalksHitsAndEscapeEndsTheSearch() {
        Bench b;
        for (const auto& [onset, code] : {std::pair{5, "12B"}, std::pair{35, "R12D+6"}, std::pair{50, "4"}}) {
            annotation::ExpressionEvent event;
            event.onset = {onset};
            event.offset = {onset + 3};
            event.actionUnits = code;
            MIEN_VERIFY(commands::Gate::push(b.bench.document, commands::addEvent(b.bench.document, event)));
        }
        b.press(Qt::Key_F, Qt::ControlModifier);
        auto& bar = b.window.score().findBar();
        QVERIFY(bar.isVisible());
        auto* text = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(text);
        QTest::keyClicks(text, "12 >= B");
        QVERIFY2(bar.verdict().contains('2'), qPrintable(bar.verdict()));
        QCOMPARE(b.view().state().hits->size(), std::size_t{2});
        const auto selectedOnset = [&] {
            const auto event = b.bench.coding.selectedAsEvent();
            return event ? event->onset.value : -1;
        };
        QTest::keyClick(text, Qt::Key_Return); // the playhead stands at frame 0
        QCOMPARE(selectedOnset(), 5);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(selectedOnset(), 35);
        QVERIFY(b.showsFrame(35));
        QTest::keyClick(text, Qt::Key_Return); // round
        QCOMPARE(selectedOnset(), 5);
        QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selectedOnset(), 35);
        QVERIFY(b.bench.document.proposals().front().state ==
                project::ReviewState::Pending); // Enter took none
        text->setText("12 & smile");
        QVERIFY2(bar.verdict().startsWith("Column 6"), qPrintable(bar.verdict()));
        QVERIFY(!b.view().state().hits); // a search that cannot be read dims nothing
        text->setText("proposal & waiting");
        QCOMPARE(b.view().state().hits->size(), std::size_t{1});
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
        QVERIFY(!b.view().state().hits);
    }

    void editsChangeWhatASearchFinds() {
        Bench b;
        b.press(Qt::Key_F, Qt::ControlModifier);
        auto* text = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(text);
        text->setText("rejected");
        QVERIFY(b.view().state().hits->empty());
        b.bench.selection.select(b.bench.document.proposals().front().id);
        b.bench.coding.reject();
        QCOMPARE(b.view().state().hits->size(), std::size_t{1});
    }

    void withoutASecondCoderDSaysSo() {
        Bench b;
        b.press(Qt::Key_D);
        QVERIFY2(b.window.messages().text().contains("one coder"), qPrintable(b.window.messages().text()));
    }

    void dGoesWhereTwoCodersDiffer() {
        Bench b;
        auto& document = b.bench.document;
        const auto add = [&](const char* coder, std::initializer_list<std::pair<int, int>> intervals) {
            project::Edit edit{"tier", {}};
            edit.changes.push_back(project::AddTier{
                {.id = {}, .media = document.currentMedia()->id, .name = coder, .coder = coder}});
            for (const auto& [onset, offset] : intervals) {
                annotation::ExpressionEvent event;
                event.onset = {onset};
                event.offset = {offset};
                edit.changes.push_back(project::AddEvent{project::TierId{-1}, event});
            }
            MIEN_VERIFY(commands::Gate::push(document, edit));
        };
        add("a", {{5, 14}, {30, 39}});
        add("b", {{6, 15}, {45, 50}}); // agrees on the first
        b.press(Qt::Key_D);
        QCOMPARE(b.bench.coding.selectedAsEvent()->onset.value, 30);
        b.press(Qt::Key_D);
        QCOMPARE(b.bench.coding.selectedAsEvent()->onset.value, 45);
        b.press(Qt::Key_D);
        QCOMPARE(b.bench.coding.selectedAsEvent()->onset.value, 30);
    }

    void theNumericPadCodesWithOneHandAndOpensNoCodeEntry() {
        Bench b;
        MIEN_VERIFY(applyPreset(b.bench.actions, keyPresets().front()));
        b.bench.selection.setCurrentFrame({10});
        QVERIFY(b.showsFrame(10));
        const auto pad = [&](Qt::Key key) { b.press(key, Qt::KeypadModifier); };
        pad(Qt::Key_3);
        QVERIFY(b.showsFrame(11));
        pad(Qt::Key_7);
        QCOMPARE(b.bench.document.events().size(), std::size_t{1});
        pad(Qt::Key_3);
        QVERIFY(b.showsFrame(12));
        pad(Qt::Key_9);
        QVERIFY(!b.bench.codeEntry.open());
        QCOMPARE(b.bench.document.events().front().event.onset.value, 11);
        QCOMPARE(b.bench.document.events().front().event.offset.value, 12);
        pad(Qt::Key_1);
        QVERIFY(b.showsFrame(11));
        b.press(Qt::Key_1); // the row of digits still opens it
        QVERIFY(b.bench.codeEntry.open());
    }

    void aThresholdOverASignalMakesProposalsBesideThoseThatAreThere() {
        Bench b;
        auto& document = b.bench.document;
        const auto first = document.proposals().front();
        b.bench.drafts.set(first.id, [&] {
            auto draft = b.bench.drafts.of(first.id);
            draft.offset = {33};
            return draft;
        }());
        ThresholdBar bar(document, b.bench.drafts);
        std::vector<float> samples(60, 0.0f);
        for (int frame : {40, 41, 42, 43, 44})
            samples[std::size_t(frame)] = frame == 42 ? 8.0f : 4.0f;
        samples[50] = 9.0f; // one frame is noise
        timeline::Lane lane;
        lane.id = 7;
        lane.name = "Brows";
        lane.signal = std::make_shared<const timeline::SignalPyramid>(std::move(samples));
        bar.open(lane, 2.0f);
        QCOMPARE(bar.spans().size(), std::size_t{1});
        bar.setThreshold(8.5f);
        QVERIFY(bar.spans().empty());
        bar.setThreshold(2.0f);
        bar.addAsProposals();
        QCOMPARE(document.proposals().size(), std::size_t{2});
        QCOMPARE(document.proposals()[0].proposal, first.proposal);
        QCOMPARE(b.bench.drafts.of(document.proposals()[0].id).offset.value, 33); // work goes on
        const auto& made = document.proposals()[1].proposal;
        QCOMPARE(made.onset.value, 40);
        QCOMPARE(made.apex.value, 42);
        QCOMPARE(made.offset.value, 44);
        QCOMPARE(made.score, 0.75); // 2 of 8
        QCOMPARE(QString::fromStdString(made.spotter), QString("threshold: Brows > 2"));
        QVERIFY(document.events().empty());
        bar.open(lane, 2.0f);
        bar.addAsProposals(); // again: nothing new
        QCOMPARE(document.proposals().size(), std::size_t{2});
    }
};

MIEN_UI_TEST(TestScore)

} // namespace tst_score

#include "tst_score.moc"
