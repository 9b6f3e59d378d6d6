// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/selection_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;
class QStackedWidget;

namespace mien::ui {

class ActionRegistry;
class ProjectDocument;
class ReviewQueueModel;

/// The queue of proposals and how far one has come. Selecting one asks for its interval to be looped.
class ReviewPanel : public QWidget {
    Q_OBJECT
public:
    ReviewPanel(ActionRegistry& actions, ProjectDocument& document, SelectionModel& selection,
                ReviewQueueModel& queue, QWidget* parent = nullptr);

    /// To the first that waits, unless one is selected already.
    void begin();
    /// On from a proposal just decided; says `finished` after the last.
    void advance(project::ProposalId decided);
    void goBack();
    /// Tells the panel what to say while there is nothing: a film that was not analysed, or one in work.
    void setAnalysing(bool analysing);

signals:
    /// A proposal was chosen here (not by undo or the timeline): show it.
    void chosen(mien::project::ProposalId id);
    void finished();

private:
    void refresh();
    void select(project::ProposalId id);

    ActionRegistry& m_actions;
    ProjectDocument& m_document;
    SelectionModel& m_selection;
    ReviewQueueModel& m_queue;
    QStackedWidget* m_pages;
    QListView* m_list;
    QProgressBar* m_progress;
    QLabel* m_count;
    QLabel* m_empty;
    bool m_analysing = false;
    bool m_filling = false;
};

} // namespace mien::ui
