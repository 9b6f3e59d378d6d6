// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/edges_view.h"

#include "ui/settings/icons.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

namespace mien::ui {
namespace {

constexpr int kBesideText = 12;      ///< px
constexpr int kMostEdgeLetters = 44; ///< of the names of two variables, before they are cut short

} // namespace

EdgesView::EdgesView(QWidget* parent)
    : QWidget(parent),
      m_head(new QWidget),
      m_filter(new QLineEdit),
      m_allPairs(new QCheckBox(tr("Pairs without an edge"))),
      m_count(new QLabel),
      m_table(new QTableView) {
    setAccessibleName(tr("Edges as a table"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(10, 0, 8, 2);
    m_filter->setPlaceholderText(tr("Filter, e.g. lip or cause"));
    m_filter->setAccessibleName(tr("Filter the edges"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(150);
    m_filter->setMaximumWidth(260);
    m_allPairs->setToolTip(tr("Also list what has no edge, and what separates it"));
    m_count->setProperty("faint", true);
    head->addWidget(m_filter, 1);
    head->addWidget(m_allPairs);
    head->addWidget(m_count);
    head->addStretch(1);
    const auto button = [&](const char* icon, const QString& tip) {
        auto* made = new QToolButton;
        made->setIcon(themeIcon(icon));
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        head->addWidget(made);
        return made;
    };
    connect(button("edit-copy", tr("Copy the table as CSV (Ctrl+C in the table)")), &QToolButton::clicked,
            this, &EdgesView::copy);
    connect(button("document-save", tr("Save the table as CSV…")), &QToolButton::clicked, this,
            &EdgesView::saveAsked);

    m_shown.setSourceModel(&m_model);
    m_shown.setSortRole(EdgeModel::kSortRole);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(&m_shown);
    m_table->setProperty("padded", true);
    m_table->horizontalHeader()->setProperty("padded", true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(EdgeModel::P, Qt::AscendingOrder);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Edges"));
    auto* header = m_table->horizontalHeader();
    const int letter = fontMetrics().horizontalAdvance('x');
    const std::array<int, EdgeModel::kColumns> widths{40, 52, 13, 17, 11, 11, 12};
    for (int i = 0; i < EdgeModel::kColumns; ++i)
        header->resizeSection(i, widths[static_cast<std::size_t>(i)] * letter);
    header->setMinimumSectionSize(8 * letter);
    column->addWidget(m_table, 1);

    auto* copyAction = new QAction(m_table);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, &EdgesView::copy);
    connect(m_filter, &QLineEdit::textChanged, &m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, this,
            [this] { m_count->setText(tr("%1 of %2").arg(m_shown.rowCount()).arg(m_model.rowCount())); });
    connect(m_filter, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_allPairs, &QCheckBox::toggled, this, &EdgesView::fill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (m_selecting || !now.isValid())
                    return;
                const auto& edge = m_model.row(m_shown.mapToSource(now).row()).edge;
                emit chosen(edge.a, edge.b);
            });
}

void EdgesView::setFacts(const GraphFacts& facts) {
    m_facts = facts;
    fill();
}

void EdgesView::fill() {
    const QModelIndex current = m_table->currentIndex();
    std::pair<int, int> pair{-1, -1};
    if (current.isValid()) {
        const auto& edge = m_model.row(m_shown.mapToSource(current).row()).edge;
        pair = {edge.a, edge.b};
    }
    m_selecting = true;
    m_model.setRows(edgeRows(m_facts, m_allPairs->isChecked()));
    m_selecting = false;
    select(pair.first, pair.second);
    m_count->setText(tr("%1 of %2").arg(m_shown.rowCount()).arg(m_model.rowCount()));
    const bool stable = m_facts.stability != nullptr;
    m_table->setColumnHidden(EdgeModel::Stable, !stable);
    m_table->setColumnHidden(EdgeModel::SameEnds, !stable);
    m_table->setColumnHidden(EdgeModel::P, m_facts.found == nullptr);
    fitSentence();
}

/// The names of an edge take what they need, the sentence what is left. Where that is too little to be read,
/// columns give way that the card of a chosen edge has too; only then does the table scroll sideways.
void EdgesView::fitSentence() {
    constexpr int leastLetters = 24; // the rest is in the tooltip, and under the picture when chosen
    const int widest = m_table->fontMetrics().horizontalAdvance('x') * kMostEdgeLetters;
    const QAbstractItemView& view = *m_table; // a table's own is not public
    const int names = std::min(widest, view.sizeHintForColumn(EdgeModel::Edge) + kBesideText);
    // It only grows while the variables are the same: nothing jumps under a slider.
    m_edgeWidth = m_facts.graph.names() == m_fitted ? std::max(m_edgeWidth, names) : names;
    m_fitted = m_facts.graph.names();
    m_table->horizontalHeader()->resizeSection(EdgeModel::Edge, m_edgeWidth);
    auto* header = m_table->horizontalHeader();
    const int least = leastLetters * fontMetrics().horizontalAdvance('x');
    const bool searched = m_facts.found != nullptr;
    const std::array<std::pair<EdgeModel::Column, bool>, 3> spare{
        {{EdgeModel::Given, searched},
         {EdgeModel::Samples, searched},
         {EdgeModel::SameEnds, m_facts.stability != nullptr}}};
    for (const auto& [column, there] : spare)
        m_table->setColumnHidden(column, !there);
    const auto others = [&] {
        int sum = 0;
        for (int i = 0; i < EdgeModel::kColumns; ++i)
            if (i != EdgeModel::Meaning && !m_table->isColumnHidden(i))
                sum += header->sectionSize(i);
        return sum;
    };
    for (const auto& [column, there] : spare)
        if (there && others() + least > m_table->viewport()->width())
            m_table->setColumnHidden(column, true);
    header->resizeSection(EdgeModel::Meaning, std::max(least, m_table->viewport()->width() - others()));
}

void EdgesView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitSentence();
}

void EdgesView::select(int a, int b) {
    m_selecting = true;
    const int row = a < 0 ? -1 : m_model.rowOf(a, b);
    const QModelIndex at = row < 0 ? QModelIndex() : m_shown.mapFromSource(m_model.index(row, 0));
    if (at.isValid()) {
        m_table->setCurrentIndex(at);
        m_table->scrollTo(at);
    } else {
        m_table->setCurrentIndex({});
        m_table->clearSelection();
    }
    m_selecting = false;
}

void EdgesView::showAllPairs(bool all) {
    m_allPairs->setChecked(all);
}

QString EdgesView::csv() const {
    std::vector<EdgeRow> rows;
    for (int i = 0; i < m_shown.rowCount(); ++i)
        rows.push_back(m_model.row(m_shown.mapToSource(m_shown.index(i, 0)).row()));
    return toCsv(rows, m_facts.graph);
}

void EdgesView::copy() {
    QGuiApplication::clipboard()->setText(csv());
}

} // namespace mien::ui
