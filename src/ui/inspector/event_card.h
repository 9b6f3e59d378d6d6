// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/selection_model.h"

#include <QWidget>

class QFrame;
class QLabel;
class QProgressBar;
class QStackedWidget;

namespace mien::ui {

class ActionRegistry;
class Coding;
class Drafts;
class EventForm;
class ProjectDocument;
class RegionFace;

/// All about what is selected: a person's event, or a proposal with what speaks for it.
class EventCard : public QWidget {
    Q_OBJECT
public:
    EventCard(ActionRegistry& actions, ProjectDocument& document, SelectionModel& selection, Drafts& drafts,
              Coding& coding, QWidget* parent = nullptr);

signals:
    void visited(mien::FrameIndex frame);

private:
    QWidget* makeEmpty(ActionRegistry& actions);
    QWidget* makeBody(ActionRegistry& actions);
    QWidget* makeEvidence();
    void refresh();
    void presentEvent(project::EventId id);
    void presentProposal(project::ProposalId id);

    ProjectDocument& m_document;
    SelectionModel& m_selection;
    Drafts& m_drafts;
    Coding& m_coding;
    QStackedWidget* m_pages;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    EventForm* m_form = nullptr;
    QWidget* m_evidence = nullptr;
    QProgressBar* m_score = nullptr;
    QLabel* m_scoreText = nullptr;
    QLabel* m_why = nullptr;
    RegionFace* m_regions = nullptr;
    QWidget* m_decide = nullptr;
    QWidget* m_eventButtons = nullptr;
    QLabel* m_history = nullptr;
    QLabel* m_historyTitle = nullptr;
};

} // namespace mien::ui
