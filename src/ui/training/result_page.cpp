// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/result_page.h"

#include "ui/jobs/core_words.h"
#include "ui/training/precision_view.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kMostNotes = 6;
constexpr int kFrames = 4; ///< the column that opens the film

QTableWidget* makeTable(const QString& name, const QStringList& headings) {
    auto* table = new QTableWidget(0, static_cast<int>(headings.size()));
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(headings);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->setProperty("padded", true);
    table->horizontalHeader()->setProperty("padded", true);
    return table;
}

void addRow(QTableWidget& table, const QStringList& cells) {
    const int row = table.rowCount();
    table.insertRow(row);
    for (int i = 0; i < cells.size(); ++i)
        table.setItem(row, i, new QTableWidgetItem(cells[i]));
}

/// A table of a few rows, as high as these.
void fitHeight(QTableWidget& table) {
    table.resizeRowsToContents();
    int height = table.horizontalHeader()->sizeHint().height() + 2 * table.frameWidth();
    for (int row = 0; row < table.rowCount(); ++row)
        height += table.rowHeight(row);
    table.setFixedHeight(height);
}

QString shown(const TypeScore& score) {
    const QString f1 = QString::number(score.counts.f1(), 'f', 3);
    return score.bounds ? QStringLiteral("%1 [%2, %3]")
                              .arg(f1)
                              .arg(score.bounds->low, 0, 'f', 3)
                              .arg(score.bounds->high, 0, 'f', 3)
                        : f1;
}

} // namespace

ResultPage::ResultPage(QWidget* parent)
    : QWidget(parent),
      m_what(new QLabel),
      m_notes(new QLabel),
      m_folder(new QPushButton(tr("Open the model's folder"))),
      m_debias(new QPushButton(tr("Debias…"))),
      m_use(new QPushButton(tr("Spot with it"))),
      m_tabs(new QTabWidget),
      m_scores(makeTable(tr("F1 beside other spotters"),
                         {tr("Spotter"), tr("F1 macro"), tr("F1 micro"), tr("F1 overall"), tr("Hits"),
                          tr("False"), tr("Missed")})),
      m_subjects(makeTable(tr("F1 by subject"), {tr("Subject"), tr("F1 macro"), tr("F1 micro"),
                                                 tr("F1 overall"), tr("Hits"), tr("False"), tr("Missed")})),
      m_confusion(makeTable(tr("Confusion of types"),
                            {QString(), tr("found as micro"), tr("found as macro"), tr("not found")})),
      m_precision(new PrecisionView),
      m_list(makeTable(tr("Expressions"),
                       {tr("What"), tr("Type"), tr("Film"), tr("Subject"), tr("Frames"), tr("Certainty")})),
      m_which(new QComboBox) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    for (QLabel* label : {m_what, m_notes}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_notes->setProperty("faint", true);
    m_folder->setToolTip(tr("Weights, manifest and card; `mien-cli spot --model` takes the folder"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_what, 1);
    head->addWidget(m_use, 0, Qt::AlignTop);
    head->addWidget(m_debias, 0, Qt::AlignTop);
    head->addWidget(m_folder, 0, Qt::AlignTop);
    m_use->setAccessibleName(m_use->text());
    m_use->setToolTip(tr("The films of the open project are analysed with this model from now on; those of "
                         "other projects stay as they are"));
    connect(m_use, &QPushButton::clicked, this,
            [this] { emit useAsked(QString::fromStdString(m_result.model.string())); });
    m_debias->setAccessibleName(m_debias->text());
    m_debias->setToolTip(
        tr("What the network would say of a still face, and of the driving regions alone, taken off"));
    connect(m_debias, &QPushButton::clicked, this, &ResultPage::debiasAsked);
    column->addLayout(head);
    column->addWidget(m_notes);
    m_folder->setAccessibleName(m_folder->text());
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("plain", true);
    m_tabs->setAccessibleName(tr("Results"));
    m_scores->setToolTip(
        tr("On subjects that the networks were not trained on, with 95 % intervals over subjects. "
           "“rules” is the spotter without training, “regular” proposes at a fixed rhythm "
           "whatever the film shows."));
    m_confusion->setToolTip(
        tr("Rows: what is there. Columns: what was found there, by half of the frames or more."));
    m_confusion->setSelectionBehavior(QAbstractItemView::SelectItems);
    auto* scores = new QWidget;
    auto* grid = new QGridLayout(scores);
    grid->setContentsMargins(0, 6, 0, 0);
    grid->addWidget(m_scores, 0, 0, 1, 2);
    grid->addWidget(m_confusion, 1, 0, Qt::AlignTop);
    grid->addWidget(m_precision, 1, 1);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_tabs->addTab(scores, tr("Scores"));
    m_tabs->addTab(m_subjects, tr("By subject"));
    auto* examples = new QWidget;
    auto* rows = new QVBoxLayout(examples);
    rows->setContentsMargins(0, 6, 0, 0);
    m_which->addItems({tr("Everything"), tr("Hits"), tr("Missed"), tr("False")});
    m_which->setAccessibleName(tr("Which expressions are listed"));
    m_which->setToolTip(m_which->accessibleName());
    rows->addWidget(m_which, 0, Qt::AlignLeft);
    rows->addWidget(m_list, 1);
    m_list->setToolTip(tr("A click on the frames, or Return, opens the film there"));
    m_tabs->addTab(examples, tr("Hits and misses"));
    column->addWidget(m_tabs, 1);
    m_scores->setColumnWidth(0, 110);
    for (QTableWidget* table : {m_scores, m_confusion})
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->setColumnWidth(2, 220);
    connect(m_which, &QComboBox::currentIndexChanged, this, &ResultPage::fillList);
    connect(m_folder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(m_result.model.string())));
    });
    const auto open = [this](int row) {
        const auto at = m_list->item(row, 0)->data(Qt::UserRole).toULongLong();
        const auto& one = m_result.judged[at];
        emit filmAsked(QString::fromStdString(one.media.string()), one.onset.value);
    };
    connect(m_list, &QTableWidget::activated, this, [open](const QModelIndex& index) { open(index.row()); });
    connect(m_list, &QTableWidget::cellClicked, this, [open](int row, int cell) {
        if (cell == kFrames)
            open(row);
    });
}

QString ResultPage::text() const {
    return m_what->text();
}

void ResultPage::show(const TrainResult& result) {
    m_result = result;
    QString what =
        tr("Trained on films: %1, set aside to choose the epoch: %2. The weights are those of epoch %3 of "
           "%4. The model lies in %5.")
            .arg(result.films)
            .arg(result.setAside)
            .arg(result.epoch)
            .arg(result.epochs)
            .arg(QString::fromStdString(result.model.string()));
    if (result.scores.empty())
        what += ' ' + tr("It was not tried on subjects that it does not know.") +
                (result.validationF1 ? ' ' + tr("F1 on the films set aside, which chose the epoch and are "
                                                "therefore flattered: %1.")
                                                 .arg(*result.validationF1, 0, 'f', 3)
                                     : QString());
    m_what->setText(what);
    QStringList notes;
    for (const auto* lines : {&result.notes, &result.warnings})
        for (const auto& line : *lines)
            notes << coreWords(QString::fromStdString(line));
    m_notes->setToolTip(notes.join('\n'));
    if (notes.size() > kMostNotes)
        notes = notes.mid(0, kMostNotes) << tr("… and %1 more").arg(notes.size() - kMostNotes);
    m_notes->setText(notes.join('\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_tabs->setVisible(!result.scores.empty());
    fillScores();
    fillSubjects();
    fillConfusion();
    m_precision->setCurves(result.curves);
    fillList();
}

void ResultPage::fillScores() {
    m_scores->setRowCount(0);
    for (const auto& score : m_result.scores) {
        const auto& all = score.overall.counts;
        addRow(*m_scores, {QString::fromStdString(score.name), shown(score.macro), shown(score.micro),
                           shown(score.overall), QString::number(all.tp), QString::number(all.fp),
                           QString::number(all.fn)});
    }
    fitHeight(*m_scores);
}

void ResultPage::fillSubjects() {
    m_subjects->setRowCount(0);
    if (m_result.scores.empty())
        return;
    const auto& own = m_result.scores.front();
    for (std::size_t i = 0; i < own.subjects.size(); ++i) {
        const auto& counts = own.bySubject[i];
        const auto all = counts.overall();
        addRow(*m_subjects,
               {QString::fromStdString(own.subjects[i]), QString::number(counts.macro.f1(), 'f', 3),
                QString::number(counts.micro.f1(), 'f', 3), QString::number(all.f1(), 'f', 3),
                QString::number(all.tp), QString::number(all.fp), QString::number(all.fn)});
    }
}

void ResultPage::fillConfusion() {
    const auto& counts = m_result.confusion.counts;
    m_confusion->setRowCount(0);
    const std::array names{tr("micro"), tr("macro"), tr("nothing")};
    for (std::size_t row = 0; row < counts.size(); ++row) {
        QStringList cells{names[row]};
        for (std::size_t column = 0; column < counts.size(); ++column)
            cells << (row == Confusion::kNothing && column == Confusion::kNothing
                          ? QStringLiteral("–")
                          : QString::number(counts[row][column]));
        addRow(*m_confusion, cells);
    }
    fitHeight(*m_confusion);
}

void ResultPage::fillList() {
    m_list->setRowCount(0);
    const std::array names{tr("hit"), tr("missed"), tr("false")};
    for (std::size_t i = 0; i < m_result.judged.size(); ++i) {
        const auto& one = m_result.judged[i];
        const int verdict = static_cast<int>(one.verdict);
        if (m_which->currentIndex() > 0 && m_which->currentIndex() != verdict + 1)
            continue;
        addRow(*m_list, {names[static_cast<std::size_t>(verdict)],
                         one.type == annotation::ExpressionType::Micro ? tr("micro") : tr("macro"),
                         QString::fromStdString(one.film), QString::fromStdString(one.subject),
                         QStringLiteral("%1–%2")
                             .arg(one.onset.value)
                             .arg(one.offset ? QString::number(one.offset->value) : QStringLiteral("?")),
                         one.verdict == Verdict::Miss ? QString() : QString::number(one.score, 'f', 2)});
        const int row = m_list->rowCount() - 1;
        m_list->item(row, 0)->setData(Qt::UserRole, static_cast<qulonglong>(i));
        auto* link = m_list->item(row, kFrames);
        link->setForeground(palette().link());
        link->setToolTip(tr("Opens the film at this frame"));
    }
}

} // namespace mien::ui
