// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_page.h"

#include "ui/jobs/core_words.h"
#include "ui/training/curves_view.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

enum Column { Name, Epoch, Loss, ValidationF1, TestF1, State, kColumns };

} // namespace

RunPage::RunPage(QWidget* parent)
    : QWidget(parent), m_view(new CurvesView), m_table(new QTableWidget(0, kColumns)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_view, 3);
    column->addWidget(m_table, 2);
    m_table->setAccessibleName(tr("Folds"));
    m_table->setHorizontalHeaderLabels(
        {tr("Tried on"), tr("Epoch"), tr("Loss"), tr("Validation F1"), tr("F1 on the fold"), tr("State")});
    m_table->setToolTip(tr("Choose a row to see its curves"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setProperty("padded", true);
    m_table->horizontalHeader()->setProperty("padded", true);
    m_table->setColumnWidth(Name, 240);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_follow = m_table->selectedItems().isEmpty();
        showCurve();
    });
}

void RunPage::clear() {
    m_curves.clear();
    m_rows.clear();
    m_follow = true;
    m_newest = kAllFilms;
    m_table->setRowCount(0);
    showCurve();
}

int RunPage::rowOf(int fold) {
    const auto found = m_rows.find(fold);
    if (found != m_rows.end())
        return found->second;
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int i = 0; i < kColumns; ++i)
        m_table->setItem(row, i, new QTableWidgetItem);
    put(row, Name, fold == kAllFilms ? tr("the model, of all films") : tr("fold %1").arg(fold + 1));
    put(row, State, tr("waiting"));
    return m_rows[fold] = row;
}

void RunPage::put(int row, int column, const QString& text) {
    m_table->item(row, column)->setText(text);
}

void RunPage::add(const TrainNews& news) {
    for (std::size_t i = 0; i < news.folds.size(); ++i)
        put(rowOf(static_cast<int>(i)), Name,
            tr("fold %1: %2").arg(i + 1).arg(coreWords(QString::fromStdString(news.folds[i]))));
    for (const auto& [fold, record] : news.epochs) {
        m_curves[fold].push_back(record);
        m_newest = fold;
        const int row = rowOf(fold);
        put(row, Epoch, QString::number(record.epoch));
        put(row, Loss, QString::number(record.trainLoss, 'g', 3));
        put(row, ValidationF1,
            std::isfinite(record.validationF1) ? QString::number(record.validationF1, 'f', 3)
                                               : QStringLiteral("–"));
        put(row, State, tr("training"));
    }
    for (const auto& [fold, counts] : news.done) {
        const int row = rowOf(fold);
        put(row, TestF1, QString::number(counts.f1(), 'f', 3));
        put(row, State, tr("done"));
    }
    if (!news.epochs.empty())
        showCurve();
}

void RunPage::end(bool done) {
    for (const auto& [fold, row] : m_rows)
        if (m_table->item(row, State)->text() != tr("done"))
            put(row, State, done ? tr("done") : tr("paused"));
}

std::size_t RunPage::epochsOf(int fold) const {
    const auto found = m_curves.find(fold);
    return found == m_curves.end() ? 0 : found->second.size();
}

void RunPage::showCurve() {
    int fold = m_newest;
    for (const auto& [one, row] : m_rows)
        if (!m_follow && row == m_table->currentRow())
            fold = one;
    m_view->setCurve(m_curves[fold]);
}

} // namespace mien::ui
