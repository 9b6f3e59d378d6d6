// SPDX-License-Identifier: GPL-3.0-or-later
// Actions about the events on the score beyond the coding loop: making, copying, finding them.
#include "ui/commands/event_clipboard.h"
#include "ui/commands/gate.h"
#include "ui/player/face_stage.h"
#include "ui/review/disagreements.h"
#include "ui/shell/main_window.h"
#include "ui/shell/score_panel.h"

#include <QClipboard>
#include <QGuiApplication>

namespace mien::ui {

void MainWindow::registerScoreActions() {
    auto& a = m_bench.actions;
    const QString code = tr("Code");
    const auto key = [](const char* text) {
        return QList<QKeySequence>{QKeySequence(QLatin1String(text), QKeySequence::PortableText)};
    };
    a.add({"mark.new", code, tr("New event here"), key("Ins"), {}, "list-add"}, [this] { newEventHere(); });
    a.add({"event.copy", code, tr("Copy event"), key("Ctrl+C"), {}, "edit-copy"}, [this] { copyEvent(); });
    a.add({"mark.paste", code, tr("Paste events here"), key("Ctrl+V"), {}, "edit-paste"},
          [this] { pasteEvents(); });
    a.add({"find.open", tr("Edit"), tr("Find events…"), key("Ctrl+F"), {}, "edit-find"},
          [this] { m_score->openFind(); });
    a.add({"go.disagreement", tr("Play"), tr("Next disagreement"), key("D"), {}, "go-next-skip"},
          [this] { goToDisagreement(); });
    a.add({"type.micro", code, tr("Type: micro")},
          [this] { setTypeOfSelected(annotation::ExpressionType::Micro); });
    a.add({"type.macro", code, tr("Type: macro")},
          [this] { setTypeOfSelected(annotation::ExpressionType::Macro); });
}

void MainWindow::newEventHere() {
    m_bench.selection.clear();
    m_bench.coding.mark(Handle::Onset);
    if (m_bench.selection.selectedEvent())
        say(tr("A new event begins at frame %1. Go to its offset and press %2, or drag its edge.")
                .arg(m_bench.document.timing().label(m_bench.selection.currentFrame()),
                     m_bench.actions.keyText("mark.offset")));
}

void MainWindow::copyEvent() {
    const auto event = m_bench.coding.selectedAsEvent();
    if (!event)
        return warn(tr("Select an event to copy it."));
    QGuiApplication::clipboard()->setText(commands::eventsToText({&*event, 1}));
    say(tr("Event copied. %1 puts it where the playhead is.").arg(m_bench.actions.keyText("mark.paste")));
}

void MainWindow::pasteEvents() {
    auto& document = m_bench.document;
    const auto events = commands::eventsFromText(QGuiApplication::clipboard()->text());
    if (!events)
        return warn(QString::fromStdString(events.error().sentence()));
    const auto edit = commands::pasteEvents(document, *events, m_bench.selection.currentFrame());
    if (!edit)
        return warn(QString::fromStdString(edit.error().sentence()));
    if (const auto applied = commands::Gate::push(document, *edit))
        m_bench.selection.select(project::EventId{applied->addedIds.back()});
}

void MainWindow::goToDisagreement() {
    const auto& document = m_bench.document;
    const auto all = disagreements(document.tiers(), document.events());
    if (!all)
        return say(
            tr("There is nothing to disagree about yet: this film has events of one coder at most. Once "
               "a second coder's events are in the project, %1 goes from one disagreement to the next.")
                .arg(m_bench.actions.keyText("go.disagreement")));
    if (all->empty())
        return say(tr("The coders of this film agree on every event."));
    const FrameIndex now = m_bench.selection.currentFrame();
    const auto selected = m_bench.selection.selectedEvent();
    auto next = std::find_if(all->begin(), all->end(),
                             [&](const auto& event) { return selected && event.id == *selected; });
    next = next != all->end() ? next + 1 : std::find_if(all->begin(), all->end(), [&](const auto& event) {
        return event.event.onset > now;
    });
    if (next == all->end())
        next = all->begin();
    m_bench.selection.select(next->id);
    m_stage->playback().goTo(next->event.onset);
    say(tr("Disagreement %1 of %2").arg(next - all->begin() + 1).arg(all->size()));
}

void MainWindow::setTypeOfSelected(annotation::ExpressionType type) {
    auto event = m_bench.coding.selectedAsEvent();
    if (!event)
        return warn(tr("Select an event or a proposal first."));
    event->type = type;
    m_bench.coding.change(*event, tr("Set type"));
}

} // namespace mien::ui
