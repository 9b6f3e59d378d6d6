// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_content.h"
#include "support/test_program.h"
#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QSignalSpy>
#include <QtTest>

namespace tst_timeline_accessible {

using namespace mien;
using namespace mien::ui::timeline;

class TestTimelineAccessible : public QObject {
    Q_OBJECT

private slots:
    void itemsAreChildrenWithNamesAndRoles() {
        TimelineView view;
        view.resize(1200, 400);
        view.setContent(test::smallFilm());
        auto* list = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(list != nullptr);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), QString("Timeline"));
        QCOMPARE(list->childCount(), 11);
        auto* first = list->child(4); // first of coder02's expressions
        QCOMPARE(first->role(), QAccessible::ListItem);
        QCOMPARE(first->text(QAccessible::Name),
                 QString("AU 12, right, micro-expression, onset frame 212, apex 231, offset 263"));
        QCOMPARE(first->text(QAccessible::Description), QString("on tier Expressions"));
        QVERIFY(list->child(0)->text(QAccessible::Name).contains("proposal"));
        QVERIFY(list->child(0)->state().readOnly);
        QVERIFY(list->child(2)->text(QAccessible::Name).contains("rejected"));
        for (int i = 0; i < list->childCount(); ++i) {
            QVERIFY(!list->child(i)->text(QAccessible::Name).isEmpty());
            QCOMPARE(list->indexOfChild(list->child(i)), i);
            QCOMPARE(list->child(i)->parent(), list);
            QVERIFY(list->child(i)->isValid());
        }
        QVERIFY(list->child(11) == nullptr);
    }

    void childrenFollowTheContents() {
        TimelineView view;
        view.setContent(test::smallFilm());
        auto* list = QAccessible::queryAccessibleInterface(&view);
        auto* child = list->child(4);
        view.removeItem({2, 1});
        QVERIFY(!child->isValid());
        QCOMPARE(list->childCount(), 10);
        QVERIFY(list->child(4)->text(QAccessible::Name).contains("706"));
    }

    void focusAndSelectionAreAnnounced() {
        TimelineView view;
        view.resize(1200, 400);
        view.setContent(test::smallFilm());
        view.show();
        view.activateWindow();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QVERIFY(view.hasFocus());
        QSignalSpy announced(&view, &TimelineView::announced);
        auto* list = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(list->focusChild() == nullptr);
        view.select(ItemKey{2, 1});
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced[0][0].toString(), list->child(4)->text(QAccessible::Name));
        QVERIFY(list->child(4)->state().focused);
        QVERIFY(!list->child(5)->state().focused);
        QCOMPARE(list->focusChild(), list->child(4));
        QTest::keyClick(&view, Qt::Key_Tab); // the onset handle
        QCOMPARE(announced.back()[0].toString(), QString("Onset, frame 212"));
        QCOMPARE(list->text(QAccessible::Description), QString("Onset, frame 212"));
    }

    void assistiveTechnologySelectsAndActivates() {
        TimelineView view;
        view.setContent(test::smallFilm());
        QSignalSpy activated(&view, &TimelineView::itemActivated);
        auto* child = QAccessible::queryAccessibleInterface(&view)->child(5);
        child->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(view.selected(), (ItemKey{2, 2}));
        QCOMPARE(activated.size(), 1);
    }
};

MIEN_UI_TEST(TestTimelineAccessible)

} // namespace tst_timeline_accessible

#include "tst_timeline_accessible.moc"
