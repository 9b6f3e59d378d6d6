// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/event_card.h"

#include "ui/inspector/event_form.h"
#include "ui/inspector/region_face.h"
#include "ui/models/coding.h"
#include "ui/models/describe.h"
#include "ui/models/history_model.h"
#include "ui/settings/action_registry.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

namespace mien::ui {
namespace {

constexpr std::size_t kHistoryLines = 8;

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("heading", true);
    return label;
}

QPushButton* actionButton(ActionRegistry& actions, const QString& id, const QString& text, bool primary) {
    QAction* action = actions.action(id);
    auto* button = new QPushButton;
    const auto refresh = [&actions, button, id, text] {
        const QString key = actions.keyText(id).section(QStringLiteral(" / "), -1);
        button->setText(key.isEmpty() ? text : QStringLiteral("%1   %2").arg(text, key));
        button->setToolTip(actions.action(id)->toolTip());
    };
    refresh();
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(actions.spec(id).text);
    button->setProperty("primary", primary);
    button->setEnabled(action->isEnabled());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    QObject::connect(&actions, &ActionRegistry::keysChanged, button, refresh);
    return button;
}

} // namespace

EventCard::EventCard(ActionRegistry& actions, ProjectDocument& document, SelectionModel& selection,
                     Drafts& drafts, Coding& coding, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_drafts(drafts),
      m_coding(coding),
      m_pages(new QStackedWidget) {
    setAccessibleName(tr("Event card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(makeEmpty(actions));
    m_pages->addWidget(makeBody(actions));
    connect(&selection, &SelectionModel::selectionChanged, this, &EventCard::refresh);
    connect(&document, &ProjectDocument::eventsChanged, this, &EventCard::refresh);
    connect(&document, &ProjectDocument::proposalsChanged, this, &EventCard::refresh);
    connect(&document, &ProjectDocument::timingChanged, this, &EventCard::refresh);
    connect(&document, &ProjectDocument::historyChanged, this, &EventCard::refresh);
    connect(&drafts, &Drafts::changed, this, &EventCard::refresh);
    connect(m_form, &EventForm::edited, &coding, &Coding::change);
    connect(m_form, &EventForm::handleEdited, this, [this](Handle handle, FrameIndex frame) {
        m_coding.moveHandle(m_selection.selected(), handle, frame, 0);
        refresh(); // a refused move puts the old number back
    });
    connect(m_form, &EventForm::visited, this, &EventCard::visited);
    refresh();
}

QWidget* EventCard::makeEmpty(ActionRegistry& actions) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(18, 18, 18, 18);
    auto* text =
        new QLabel(tr("Nothing is selected.\n\nSelect an event or a proposal on the timeline, or begin an "
                      "event: go to its onset and press %1, then %2 at the apex and %3 at the offset.")
                       .arg(actions.keyText("mark.onset"), actions.keyText("mark.apex"),
                            actions.keyText("mark.offset")));
    text->setProperty("faint", true);
    text->setWordWrap(true);
    column->addWidget(text);
    column->addStretch();
    return page;
}

QWidget* EventCard::makeEvidence() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_regions = new RegionFace;
    row->addWidget(m_regions, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    auto* certainty = new QHBoxLayout;
    m_score = new QProgressBar;
    m_score->setRange(0, 100);
    m_score->setTextVisible(false);
    m_score->setFixedHeight(6);
    m_score->setAccessibleName(tr("Certainty of the machine"));
    m_scoreText = new QLabel;
    certainty->addWidget(m_score, 1);
    certainty->addWidget(m_scoreText);
    words->addLayout(certainty);
    m_why = new QLabel;
    m_why->setWordWrap(true);
    m_why->setProperty("faint", true);
    words->addWidget(m_why);
    words->addStretch();
    row->addLayout(words, 1);
    return box;
}

QWidget* EventCard::makeBody(ActionRegistry& actions) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(5);
    m_title = heading({});
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.15);
    large.setBold(true);
    m_title->setFont(large);
    m_subtitle = new QLabel;
    m_subtitle->setProperty("faint", true);
    m_subtitle->setWordWrap(true);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    column->addLayout(titles);
    m_decide = new QWidget;
    auto* decide = new QHBoxLayout(m_decide);
    decide->setContentsMargins(0, 0, 0, 0);
    decide->addWidget(actionButton(actions, "review.take", tr("Take"), true), 1);
    decide->addWidget(actionButton(actions, "review.reject", tr("Reject"), false), 1);
    column->addWidget(m_decide);
    m_evidence = makeEvidence();
    m_evidence->setSizePolicy(QSizePolicy::Preferred,
                              QSizePolicy::Maximum); // a tall card keeps its rows together
    column->addWidget(m_evidence);
    m_form = new EventForm;
    m_form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_form);
    m_eventButtons = new QWidget;
    auto* buttons = new QHBoxLayout(m_eventButtons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(4);
    for (const char* id : {"event.split", "event.merge", "event.duplicate", "event.delete"}) {
        auto* button = new QToolButton;
        button->setDefaultAction(actions.action(id));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(actions.spec(id).text);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    column->addWidget(m_eventButtons);
    m_historyTitle = heading(tr("History"));
    column->addWidget(m_historyTitle);
    m_history = new QLabel;
    m_history->setProperty("faint", true);
    m_history->setWordWrap(true);
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_history->setAccessibleName(tr("History of this event"));
    column->addWidget(m_history);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setMinimumWidth(250);
    scroll->setMinimumWidth(270);
    return scroll;
}

void EventCard::refresh() {
    const auto event = m_selection.selectedEvent();
    const auto proposal = m_selection.selectedProposal();
    if (event && m_document.event(*event))
        presentEvent(*event);
    else if (proposal && m_document.proposal(*proposal))
        presentProposal(*proposal);
    else
        m_pages->setCurrentIndex(0);
}

void EventCard::presentEvent(project::EventId id) {
    const auto* event = m_document.event(id);
    m_pages->setCurrentIndex(1);
    const auto& tiers = m_document.tiers();
    const auto tier =
        std::find_if(tiers.begin(), tiers.end(), [&](const auto& t) { return t.id == event->tier; });
    m_title->setText(tr("%1 expression").arg(typeText(event->event.type)));
    m_subtitle->setText(tr("%1 · coded by %2")
                            .arg(timeText(m_document.timing().durationS(event->event.interval())),
                                 tier == tiers.end() ? QString() : QString::fromStdString(tier->coder)));
    m_form->show(event->event, m_document.timing());
    m_form->setEditable(!m_document.readOnly() && !m_document.foreignTier(event->tier));
    m_decide->hide();
    m_evidence->hide();
    m_eventButtons->show();
    const QStringList lines = historyOf(m_document, id, kHistoryLines);
    m_history->setText(lines.join('\n'));
    m_history->setVisible(!lines.isEmpty());
    m_historyTitle->setVisible(!lines.isEmpty());
}

void EventCard::presentProposal(project::ProposalId id) {
    const auto* stored = m_document.proposal(id);
    const annotation::Proposal& p = stored->proposal;
    m_pages->setCurrentIndex(1);
    m_title->setText(p.looksLike.empty() ? tr("Proposed: %1").arg(typeText(p.type))
                                         : tr("Looks like %1").arg(looksLikeText(p.looksLike)));
    QString subtitle = tr("%1 · %2").arg(QString::fromStdString(p.spotter), reviewText(stored->state));
    if (m_drafts.touched(id))
        subtitle += QStringLiteral(" · ") + tr("with your changes");
    m_subtitle->setText(subtitle);
    m_score->setValue(qRound(p.score * 100));
    m_scoreText->setText(tr("%1 % sure").arg(qRound(p.score * 100)));
    m_why->setText(whyText(p, m_document.timing()));
    m_regions->setRegions(p.regions);
    const bool waiting = stored->state == project::ReviewState::Pending;
    m_form->show(m_drafts.of(id), m_document.timing());
    m_form->setEditable(waiting && !m_document.readOnly());
    m_decide->setVisible(stored->state != project::ReviewState::Taken);
    m_evidence->show();
    m_eventButtons->hide();
    m_history->hide();
    m_historyTitle->hide();
}

} // namespace mien::ui
