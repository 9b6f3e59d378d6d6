// SPDX-License-Identifier: GPL-3.0-or-later
// Who proposes, and what was watched: how models meet the window.
#include "ui/commands/gate.h"
#include "ui/commands/run_edits.h"
#include "ui/player/face_stage.h"
#include "ui/registry/models_page.h"
#include "ui/registry/proposal_set_bar.h"
#include "ui/registry/retrain_view.h"
#include "ui/shell/main_window.h"
#include "ui/training/train_workspace.h"

#include <QTabWidget>

namespace mien::ui {

void MainWindow::registerModelActions() {
    auto& a = m_bench.actions;
    a.add({"film.models",
           tr("Analysis"),
           tr("Models…"),
           {QKeySequence(QStringLiteral("Ctrl+Shift+M"), QKeySequence::PortableText)},
           {},
           "view-list-details"},
          [this] { showModels(); });
    a.add({"film.retrain", tr("Analysis"), tr("Retrain on my corrections…"), {}, {}, "view-refresh"}, [this] {
        showModels();
        m_models->showTab(2);
    });
    a.add({"watched.from",
           tr("Analysis"),
           tr("Watched from here, or up to here"),
           {QKeySequence(QStringLiteral("Ctrl+Shift+W"), QKeySequence::PortableText)},
           {},
           "view-visible"},
          [this] { markWatchedHere(); });
    a.add({"watched.film", tr("Analysis"), tr("Mark the whole film as watched"), {}, {}, "view-visible"},
          [this] { markWholeFilm(true); });
    a.add({"watched.none", tr("Analysis"), tr("Mark the whole film as not watched"), {}, {}, "view-hidden"},
          [this] { markWholeFilm(false); });
}

void MainWindow::wireModels() {
    auto& b = m_bench;
    m_models = new ModelsPage(b.shelf, b.settings, b.document, b.jobs, b.folders.cache);
    m_dataPages->addTab(m_models, tr("Models"));
    connect(m_dataPages, &QTabWidget::currentChanged, this, [this] {
        if (m_dataPages->currentWidget() == m_models)
            m_models->refresh();
    });
    connect(m_models, &ModelsPage::failed, this, &MainWindow::complain);
    connect(m_models, &ModelsPage::filmAsked, this,
            [this](qint64 film, qint64 frame) { showSample({film}, {frame}, m_bench.document.coder()); });
    connect(m_sets, &ProposalSetBar::modelsAsked, this, &MainWindow::showModels);
    connect(&b.document, &ProjectDocument::currentMediaChanged, this, [this] { m_watchedFrom.reset(); });
    connect(&m_train->form(), &TrainForm::dataChanged, m_models,
            [this] { m_models->retraining().offer(m_train->form().data()); });
    b.shelf.refresh();
}

void MainWindow::showModels() {
    setWorkspace(Workspace::Data);
    m_dataPages->setCurrentWidget(m_models);
    m_models->refresh();
    m_models->setFocus();
}

/// The first time it remembers where one began to watch, the second time it marks what lies between.
void MainWindow::markWatchedHere() {
    const auto here = m_bench.selection.currentFrame();
    if (!m_watchedFrom) {
        m_watchedFrom = here;
        return say(tr("Watched from frame %1. Go to where you stop watching and press %2 again.")
                       .arg(here.value)
                       .arg(m_bench.actions.keyText("watched.from")));
    }
    const auto from = *std::exchange(m_watchedFrom, std::nullopt);
    const FrameInterval span{std::min(from, here), std::max(from, here)};
    if (commands::Gate::push(m_bench.document, commands::markWatched(m_bench.document, span, true)))
        say(tr("Frames %1 to %2 are marked as watched: where they hold no event, nothing happens.")
                .arg(span.first.value)
                .arg(span.last.value));
}

void MainWindow::markWholeFilm(bool watched) {
    const FrameInterval all{{0}, {m_bench.document.timing().frames() - 1}};
    m_watchedFrom.reset();
    if (commands::Gate::push(m_bench.document, commands::markWatched(m_bench.document, all, watched)))
        say(watched ? tr("The whole film is marked as watched: where it holds no event, nothing happens.")
                    : tr("No part of the film is marked as watched any more."));
}

} // namespace mien::ui
