// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_panel.h"

#include "ui/document/project_document.h"
#include "ui/models/review_queue_model.h"
#include "ui/review/queue_delegate.h"
#include "ui/settings/action_registry.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace mien::ui {

ReviewPanel::ReviewPanel(ActionRegistry& actions, ProjectDocument& document, SelectionModel& selection,
                         ReviewQueueModel& queue, QWidget* parent)
    : QWidget(parent),
      m_actions(actions),
      m_document(document),
      m_selection(selection),
      m_queue(queue),
      m_pages(new QStackedWidget),
      m_list(new QListView),
      m_progress(new QProgressBar),
      m_count(new QLabel),
      m_empty(new QLabel) {
    setAccessibleName(tr("Review queue"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Reviewed so far"));
    head->setSpacing(10);
    head->addWidget(m_progress, 1);
    head->addWidget(m_count);
    column->addLayout(head);
    m_list->setModel(&queue);
    m_list->setItemDelegate(new QueueDelegate(this));
    m_list->setAccessibleName(tr("Proposals, unsure first"));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumWidth(260);
    auto* emptyPage = new QWidget;
    auto* emptyColumn = new QVBoxLayout(emptyPage);
    emptyColumn->setContentsMargins(18, 18, 18, 18);
    m_empty->setWordWrap(true);
    m_empty->setProperty("faint", true);
    emptyColumn->addWidget(m_empty);
    auto* analyse = new QPushButton(actions.spec("film.analyse").text);
    analyse->setProperty("primary", true);
    analyse->setAccessibleName(analyse->text());
    analyse->setToolTip(actions.action("film.analyse")->toolTip());
    analyse->setEnabled(actions.action("film.analyse")->isEnabled());
    connect(actions.action("film.analyse"), &QAction::enabledChanged, analyse, &QWidget::setEnabled);
    connect(analyse, &QPushButton::clicked, actions.action("film.analyse"), &QAction::trigger);
    emptyColumn->addWidget(analyse, 0, Qt::AlignLeft);
    emptyColumn->addStretch();
    m_pages->addWidget(m_list);
    m_pages->addWidget(emptyPage);
    column->addWidget(m_pages, 1);

    connect(&queue, &QAbstractItemModel::modelReset, this, &ReviewPanel::refresh);
    connect(&selection, &SelectionModel::selectionChanged, this, &ReviewPanel::refresh);
    connect(&document, &ProjectDocument::currentMediaChanged, this, &ReviewPanel::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid() && !m_filling)
                    select(m_queue.idAt(index.row()));
            });
    refresh();
}

void ReviewPanel::select(project::ProposalId id) {
    m_selection.select(id);
    emit chosen(id);
}

void ReviewPanel::begin() {
    const auto selected = m_selection.selectedProposal();
    if (selected && m_document.proposal(*selected))
        emit chosen(*selected);
    else if (const auto next = m_queue.nextWaiting())
        select(*next);
}

void ReviewPanel::advance(project::ProposalId decided) {
    if (const auto next = m_queue.nextWaiting(); next && *next != decided) {
        select(*next);
    } else {
        m_selection.clear();
        emit finished();
    }
}

void ReviewPanel::goBack() {
    if (const auto selected = m_selection.selectedProposal())
        if (const auto before = m_queue.previousWaiting(*selected))
            select(*before);
}

void ReviewPanel::setAnalysing(bool analysing) {
    m_analysing = analysing;
    refresh();
}

void ReviewPanel::refresh() {
    m_filling = true;
    m_progress->setRange(0, std::max(1, m_queue.total()));
    m_progress->setValue(m_queue.reviewed());
    m_count->setText(tr("%1 of %2").arg(m_queue.reviewed()).arg(m_queue.total()));
    m_pages->setCurrentIndex(m_queue.total() > 0 ? 0 : 1);
    if (!m_document.currentMedia())
        m_empty->setText(tr("Open a film. What the machine proposes waits here for your decision."));
    else if (m_analysing)
        m_empty->setText(
            tr("The film is being analysed. Proposals appear here as soon as it is done; the first ones "
               "show on the timeline already."));
    else if (m_document.run())
        m_empty->setText(tr("The film was analysed, and nothing was found to propose."));
    else
        m_empty->setText(tr("This film was not analysed yet. Press %1 to let the machine propose where "
                            "expressions are; nothing it says becomes an event before you take it.")
                             .arg(m_actions.keyText("film.analyse")));
    const auto selected = m_selection.selectedProposal();
    const int row = selected ? m_queue.rowOf(*selected) : -1;
    if (row >= 0) {
        m_list->setCurrentIndex(m_queue.index(row));
        m_list->scrollTo(m_queue.index(row));
    } else {
        m_list->clearSelection();
        m_list->setCurrentIndex({});
    }
    m_filling = false;
}

} // namespace mien::ui
