// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/commands/event_edits.h"
#include "ui/models/coding.h"

#include <QSignalSpy>

#include <functional>

namespace tst_coding {

using namespace mien;
using namespace mien::ui;
using annotation::Intensity;
using annotation::Side;

class TestCoding : public QObject {
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        ProjectDocument document;
        SelectionModel selection;
        Drafts drafts{document};
        Coding coding{document, selection, drafts};
        CodeEntry entry;
        Bench() {
            test::fillDocument(document, folder);
            connect(&entry, &CodeEntry::committed, &coding, &Coding::code);
        }
        /// Two events of another coder, the first one selected.
        void addOfAnother() {
            project::Edit edit{"tier", {}};
            edit.changes.push_back(project::AddTier{
                {.id = {}, .media = document.currentMedia()->id, .name = "anna", .coder = "anna"}});
            for (const int onset : {100, 200}) {
                annotation::ExpressionEvent event;
                event.onset = {onset};
                event.offset = {onset + 50};
                edit.changes.push_back(project::AddEvent{project::TierId{-1}, event});
            }
            MIEN_VERIFY(commands::Gate::push(document, edit));
            selection.select(document.events().front().id);
            selection.setCurrentFrame({120});
        }
        void type(const char* keys) {
            for (const char* key = keys; *key; ++key) {
                const int code = *key == '\n' ? int(Qt::Key_Return) : QChar(*key).toUpper().unicode();
                QVERIFY(entry.wants(code, {}, true));
                entry.press(code, {});
            }
        }
    };

private slots:
    void onsetApexOffsetAndACodeMakeAnEvent() {
        Bench b;
        b.selection.setCurrentFrame({214});
        b.coding.mark(Handle::Onset);
        b.selection.setCurrentFrame({231});
        b.coding.mark(Handle::Apex);
        b.selection.setCurrentFrame({262});
        b.coding.mark(Handle::Offset);
        b.type("12br\n");
        QCOMPARE(b.document.events().size(), std::size_t{1});
        const auto e = b.document.events().front().event;
        QCOMPARE(e.onset.value, 214);
        QCOMPARE(e.apex->value, 231);
        QCOMPARE(e.offset.value, 262);
        QCOMPARE(QString::fromStdString(e.actionUnits), QString("R12B"));
        QCOMPARE(e.intensity, Intensity::B);
        QCOMPARE(e.side, Side::Right);
        QCOMPARE(e.type, annotation::ExpressionType::Macro);
        QVERIFY(!b.selection.selectedEvent()); // let go of, so that I begins the next one
        b.selection.setCurrentFrame({300});
        b.coding.mark(Handle::Onset);
        QCOMPARE(b.document.events().size(), std::size_t{2});
    }

    void aShortEventIsMicro() {
        Bench b;
        b.selection.setCurrentFrame({100});
        b.coding.mark(Handle::Onset);
        b.selection.setCurrentFrame({111}); // 12 frames at 25 fps: 0.48 s
        b.coding.mark(Handle::Offset);
        QCOMPARE(b.document.events().front().event.type, annotation::ExpressionType::Micro);
        b.selection.setCurrentFrame({112}); // 13 frames: 0.52 s
        b.coding.mark(Handle::Offset);
        QCOMPARE(b.document.events().front().event.type, annotation::ExpressionType::Macro);
    }

    void theOrderOfHandlesIsKeptBySayingNo() {
        Bench b;
        b.selection.setCurrentFrame({100});
        b.coding.mark(Handle::Onset);
        b.selection.setCurrentFrame({120});
        b.coding.mark(Handle::Offset);
        QSignalSpy refused(&b.coding, &Coding::refused);
        b.selection.setCurrentFrame({90});
        b.coding.mark(Handle::Offset);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().toString().contains("100"));
        QCOMPARE(b.document.events().front().event.offset.value, 120);
    }

    void apexWithoutOnsetIsExplained() {
        Bench b;
        QSignalSpy refused(&b.coding, &Coding::refused);
        b.coding.mark(Handle::Apex);
        QCOMPARE(refused.count(), 1);
        QVERIFY(b.document.events().empty());
    }

    void nudgingMovesTheNearestHandleAndFollowsIt() {
        Bench b;
        test::storeProposals(b.document, {test::proposal(100, 120, 140, 0.5)});
        const auto id = b.document.proposals().front().id;
        b.selection.select(id);
        b.selection.setCurrentFrame({138});
        b.coding.nudge(1);
        QCOMPARE(b.drafts.of(id).offset.value, 141);
        QCOMPARE(b.selection.currentFrame().value, 141);
        b.selection.setCurrentFrame({101});
        b.coding.nudge(-10);
        QCOMPARE(b.drafts.of(id).onset.value, 90);
        QVERIFY(b.document.events().empty());
    }

    void intensityAndEdgesGoWithWhatIsTaken() {
        Bench b;
        test::storeProposals(b.document, {test::proposal(100, 120, 140, 0.5)});
        b.selection.select(b.document.proposals().front().id);
        b.coding.setIntensity(Intensity::C);
        QSignalSpy decided(&b.coding, &Coding::decided);
        b.coding.take();
        QCOMPARE(decided.count(), 1);
        QCOMPARE(b.document.events().front().event.intensity, Intensity::C);
        b.coding.take(); // a second time is refused
        QCOMPARE(b.document.events().size(), std::size_t{1});
    }

    void anotherCodersEventsAreNotChanged_data() {
        QTest::addColumn<std::function<void(Coding&)>>("act");
        const auto row = [](const char* name, std::function<void(Coding&)> act) {
            QTest::newRow(name) << act;
        };
        row("delete", [](Coding& c) { c.remove(); });
        row("split", [](Coding& c) { c.split(); });
        row("merge", [](Coding& c) { c.mergeWithNext(); });
        row("onset", [](Coding& c) { c.mark(Handle::Onset); });
        row("offset", [](Coding& c) { c.mark(Handle::Offset); });
        row("nudge", [](Coding& c) { c.nudge(1); });
        row("intensity", [](Coding& c) { c.setIntensity(Intensity::C); });
        row("code", [](Coding& c) { c.code({{12, Intensity::B, Side::Bilateral}}); });
    }
    void anotherCodersEventsAreNotChanged() {
        QFETCH(std::function<void(Coding&)>, act);
        Bench b;
        b.addOfAnother();
        const auto before = b.document.events();
        QSignalSpy refused(&b.coding, &Coding::refused);
        QSignalSpy failed(&b.document, &ProjectDocument::failed);
        act(b.coding);
        QVERIFY(b.document.events() == before);
        QCOMPARE(refused.count(), 1); // told once, and by whom it was coded
        QVERIFY2(refused.front().front().toString().contains("anna"),
                 qPrintable(refused.front().front().toString()));
        QCOMPARE(failed.count(), 0);
        QCOMPARE(b.selection.selectedEvent(), before.front().id); // and it stays selected
        b.document.setCoder("anna");                              // to her it is her own
        b.selection.setCurrentFrame({130});
        act(b.coding);
        QCOMPARE(refused.count(), 1);
        QVERIFY(b.document.events() != before);
    }

    void theGateItselfRefusesWhatIsAnothers() {
        Bench b;
        b.addOfAnother();
        const auto before = b.document.events();
        QSignalSpy failed(&b.document, &ProjectDocument::failed);
        QVERIFY(!commands::Gate::push(b.document, commands::removeEvent(before.front().id)));
        QVERIFY(!commands::Gate::push(b.document, {"add", {project::AddEvent{before.front().tier, {}}}}));
        QVERIFY(!commands::Gate::push(b.document, {"tier", {project::RemoveTier{before.front().tier}}}));
        QCOMPARE(failed.count(), 3);
        QVERIFY(b.document.events() == before);
    }

    void aDuplicateOfAnothersEventIsOnesOwn() {
        Bench b;
        b.addOfAnother();
        const auto source = b.document.events().front();
        b.coding.duplicate();
        QCOMPARE(b.document.events().size(), std::size_t{3});
        const auto* copy = b.document.event(*b.selection.selectedEvent());
        QVERIFY(copy && copy->event == source.event);
        QCOMPARE(copy->tier, *b.document.ownTier());
        b.coding.remove();
        QCOMPARE(b.document.events().size(), std::size_t{2});
    }

    void lettersMeanOneThingWhileACodeIsTyped_data() {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("code");
        QTest::newRow("plain") << QByteArray("4\n") << "4";
        QTest::newRow("intensity a") << QByteArray("12a\n") << "12A";
        QTest::newRow("asymmetric after intensity") << QByteArray("12ba\n") << "A12B";
        QTest::newRow("side first") << QByteArray("12lc\n") << "L12C";
        QTest::newRow("two units") << QByteArray("12b+25\n") << "12B+25";
        QTest::newRow("three digits are refused") << QByteArray("123\n") << "12";
        QTest::newRow("digit after a letter is refused") << QByteArray("1b2\n") << "1B";
        QTest::newRow("unknown letter is refused") << QByteArray("1x\n") << "1";
        QTest::newRow("open plus is dropped") << QByteArray("1+\n") << "1";
    }
    void lettersMeanOneThingWhileACodeIsTyped() {
        QFETCH(QByteArray, keys);
        QFETCH(QString, code);
        Bench b;
        b.coding.mark(Handle::Onset);
        b.type(keys.constData());
        QCOMPARE(QString::fromStdString(b.document.events().front().event.actionUnits), code);
        QVERIFY(!b.entry.open());
    }

    void escapeAndBackspaceTakeBack() {
        Bench b;
        b.type("12b");
        QCOMPARE(b.entry.badge(), QString("AU 12 · B"));
        b.entry.press(Qt::Key_Backspace, {});
        QCOMPARE(b.entry.badge(), QString("AU 12"));
        b.entry.press(Qt::Key_Escape, {});
        QVERIFY(!b.entry.open());
        QVERIFY(!b.entry.wants(Qt::Key_B, {}, true)); // closed: letters are transport keys again
        b.type("1");
        b.entry.press(Qt::Key_Backspace, {});
        QVERIFY(!b.entry.open());
    }
};

MIEN_TEST(TestCoding)

} // namespace tst_coding

#include "tst_coding.moc"
