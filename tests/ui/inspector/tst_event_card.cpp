// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/regions.h"
#include "support/plain_actions.h"
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/inspector/code_remarks.h"
#include "ui/inspector/event_card.h"
#include "ui/inspector/region_face.h"
#include "ui/models/coding.h"
#include "ui/settings/settings.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>

namespace tst_event_card {

using namespace mien;
using namespace mien::ui;

class TestEventCard : public QObject {
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        Settings settings{folder.filePath("s.ini")};
        ActionRegistry actions{settings};
        ProjectDocument document;
        SelectionModel selection;
        Drafts drafts{document};
        Coding coding{document, selection, drafts};
        std::unique_ptr<EventCard> card;
        Bench() {
            test::fillDocument(document, folder);
            test::addActions(actions,
                             {"review.take", "review.reject", "event.split", "event.merge", "event.duplicate",
                              "event.delete", "mark.onset", "mark.apex", "mark.offset"});
            card = std::make_unique<EventCard>(actions, document, selection, drafts, coding);
            card->show();
        }
        void addEvent() {
            selection.setCurrentFrame({100});
            coding.mark(Handle::Onset);
            selection.setCurrentFrame({150});
            coding.mark(Handle::Offset);
        }
        const annotation::ExpressionEvent& event() { return document.events().front().event; }
        template <class T>
        T* named(const QString& name) {
            for (T* widget : card->findChildren<T*>())
                if (widget->accessibleName() == name)
                    return widget;
            return nullptr;
        }
    };

private slots:
    void fieldsWriteWhatTheyShow() {
        Bench b;
        b.addEvent();
        auto* onset = b.named<QSpinBox>("Onset, frame");
        QVERIFY(onset);
        QCOMPARE(onset->value(), 100);
        onset->setValue(95);
        QCOMPARE(b.event().onset.value, 95);
        auto* code = b.named<QLineEdit>("Action units");
        code->setText("R12B+25");
        emit code->editingFinished();
        QCOMPARE(QString::fromStdString(b.event().actionUnits), QString("R12B+25"));
        auto* intensity = b.named<QComboBox>("Intensity");
        intensity->setCurrentIndex(2);
        emit intensity->activated(2);
        QCOMPARE(b.event().intensity, annotation::Intensity::B);
        b.named<QSpinBox>("Confidence in per cent")->setValue(60);
        QCOMPARE(b.event().confidence, 0.6);
    }

    void aRefusedMovePutsTheOldNumberBack() {
        Bench b;
        b.addEvent();
        auto* onset = b.named<QSpinBox>("Onset, frame");
        onset->setValue(400); // behind the offset
        QCOMPARE(b.event().onset.value, 100);
        QCOMPARE(onset->value(), 100);
    }

    void aNoteIsKeptWhenTypingRests() {
        Bench b;
        b.addEvent();
        auto* note = b.named<QPlainTextEdit>("Note");
        note->setPlainText("looks away");
        QTRY_COMPARE(QString::fromStdString(b.event().note), QString("looks away"));
    }

    void theRulesOfFacsSpeakWhileACodeIsTyped() {
        Bench b;
        b.addEvent();
        auto* remarks = b.card->findChild<CodeRemarks*>();
        auto* code = b.named<QLineEdit>("Action units");
        QVERIFY(remarks && !remarks->isVisible());
        code->setFocus();
        QTest::keyClicks(code, "51+52+12D");
        QVERIFY(!remarks->isVisible()); // not at every key
        QTRY_VERIFY(remarks->isVisible());
        QVERIFY(b.event().actionUnits.empty()); // before it is kept
        QVERIFY2(remarks->summary().contains("error"), qPrintable(remarks->summary()));
        const QStringList lines = remarks->all().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith("Error (51, 52): "));
        QVERIFY(lines[1].startsWith("Hint (12D): "));
        QCOMPARE(code->accessibleDescription(), remarks->all());
        QCOMPARE(remarks->accessibleDescription(), remarks->all());
        code->clear();
        QTest::keyClicks(code, "6+12 smile");
        QTRY_VERIFY(remarks->all().startsWith("Unclear: ")); // what the reader made of it
        code->clear();
        QTest::keyClicks(code, "6+12");
        QTRY_VERIFY(!remarks->isVisible());
        QVERIFY(code->accessibleDescription().isEmpty());
    }

    void remarksFollowTheEventShownAndOpen() {
        Bench b;
        b.addEvent();
        b.selection.select(b.document.events().front().id);
        auto bad = b.event();
        bad.actionUnits = "L30+R30+61+62";
        b.coding.change(bad, "code");
        auto* remarks = b.card->findChild<CodeRemarks*>();
        QVERIFY(remarks->isVisible()); // at once: nobody is typing
        QCoreApplication::processEvents();
        const int closed = remarks->height();
        auto* more = b.named<QToolButton>("Show all remarks on the code");
        more->click();
        QTRY_VERIFY(remarks->height() > closed);
        more->click();
        QTRY_COMPARE(remarks->height(), closed);
        QVERIFY(commands::Gate::undo(b.document));
        QVERIFY(!remarks->isVisible());
    }

    void undoShowsInTheCard() {
        Bench b;
        b.addEvent();
        auto* onset = b.named<QSpinBox>("Onset, frame");
        onset->setValue(95);
        QVERIFY(commands::Gate::undo(b.document));
        QCOMPARE(onset->value(), 100);
    }

    void aProposalShowsWhatSpeaksForItAndChangesOnlyItsDraft() {
        Bench b;
        test::storeProposals(b.document, {test::proposal(100, 120, 140, 0.47)});
        const auto id = b.document.proposals().front().id;
        b.selection.select(id);
        auto* face = b.card->findChild<RegionFace*>();
        QVERIFY(face->isVisible());
        QVERIFY(face->accessibleDescription().contains("left mouth corner: 4.2 %"));
        b.named<QSpinBox>("Offset, frame")->setValue(150);
        QCOMPARE(b.drafts.of(id).offset.value, 150);
        QCOMPARE(b.document.proposals().front().proposal.offset.value, 140);
        QVERIFY(b.document.events().empty());
    }

    void theDrawnFaceKnowsEveryRegion() {
        for (const auto& region : motion::regions()) {
            const auto place = RegionFace::placeOf(region.name);
            QVERIFY2(place, std::string(region.name).c_str());
            QVERIFY(QRectF(0.0, 0.0, 1.0, 1.0).contains(*place));
            const bool left = region.name.starts_with("left");
            if (left || region.name.starts_with("right"))
                QCOMPARE(place->x() < 0.5, left); // the picture's left
        }
        QVERIFY(!RegionFace::placeOf("elbow"));
    }

    void theCardFitsASmallScreenWithoutScrolling() {
        Bench b;
        auto proposal = test::proposal(100, 120, 140, 0.47);
        proposal.regions.clear();
        for (const auto& region : motion::regions())
            proposal.regions.push_back({std::string(region.name), 4.0});
        test::storeProposals(b.document, {proposal});
        b.selection.select(b.document.proposals().front().id);
        b.card->resize(310, 356); // what the layout leaves at 1280×800
        QCoreApplication::processEvents();
        auto* area = b.card->findChild<QScrollArea*>();
        QVERIFY(area && area->isVisible());
        QVERIFY2(area->verticalScrollBar()->maximum() == 0,
                 qPrintable(QString::number(area->widget()->sizeHint().height())));
    }

    void everyFieldHasANameForScreenReaders() {
        Bench b;
        b.addEvent();
        for (QWidget* widget : b.card->findChildren<QWidget*>())
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                !widget->objectName().startsWith("qt_"))
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
};

MIEN_UI_TEST(TestEventCard)

} // namespace tst_event_card

#include "tst_event_card.moc"
