// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/split_view.h"

#include "core/base/file_io.h"
#include "core/dataset/splits.h"
#include "ui/dataset/other_tables.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

namespace mien::ui {
namespace {

constexpr int kControlsWidth = 330;
constexpr int kRowHeight = 26, kRoom = 14, kWidest = 320;
constexpr int kMostSeed = 999999;
constexpr int kMostRows = 1000000, kDefaultRows = 100;

QString nameOf(SplitKind kind) {
    switch (kind) {
    case SplitKind::LeaveOneOut:
        return SplitView::tr("Leave one subject out");
    case SplitKind::Folds:
        return SplitView::tr("Folds of subjects");
    case SplitKind::Published:
        return SplitView::tr("Published folds");
    case SplitKind::CrossDataset:
        return SplitView::tr("Across datasets");
    case SplitKind::Sample:
        return SplitView::tr("Stratified sample");
    case SplitKind::Balanced:
        break;
    }
    return SplitView::tr("Balanced subset");
}

} // namespace

SplitView::SplitView(JobList& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_form(new QFormLayout),
      m_kind(new QComboBox),
      m_folds(new QSpinBox),
      m_published(new QComboBox),
      m_sets(new QComboBox),
      m_others(new OtherTables(jobs)),
      m_samePeople(new QCheckBox(tr("Equal ids are one person"))),
      m_strata(new QComboBox),
      m_allocation(new QComboBox),
      m_count(new QSpinBox),
      m_again(new QCheckBox(tr("A row may be drawn again"))),
      m_seed(new QSpinBox),
      m_make(new QPushButton),
      m_save(new QPushButton(tr("Save as CSV…"))),
      m_summary(new QLabel),
      m_table(new QTableWidget) {
    setAccessibleName(tr("Splits and subsets"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeControls());
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(8, 12, 12, 10);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    right->addWidget(m_summary);
    m_table->setAccessibleName(tr("Folds or strata"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setProperty("padded", true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setProperty("padded", true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->addWidget(m_table, 1);
    row->addLayout(right, 1);
    refreshControls();
    forget();
}

SplitView::~SplitView() {
    if (m_job)
        m_job->cancel();
}

QWidget* SplitView::makeControls() {
    auto* box = new QWidget;
    box->setFixedWidth(kControlsWidth);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    m_form->setLabelAlignment(Qt::AlignLeft);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [this](const QString& name, QWidget* field, const QString& tip) {
        m_form->addRow(name, field);
        field->setAccessibleName(name);
        field->setToolTip(tip);
    };
    for (const SplitKind kind : kSplitKinds)
        m_kind->addItem(nameOf(kind));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SplitView::refreshControls);
    add(tr("What"), m_kind, tr("Folds are made of whole subjects: nobody stands on both sides of one"));
    m_folds->setRange(2, 1000);
    m_folds->setValue(5);
    add(tr("Folds"), m_folds, tr("How many; no more than there are subjects"));
    for (const auto& split : dataset::publishedSplits()) {
        const auto name = QString::fromUtf8(split.name.data(), qsizetype(split.name.size()));
        m_published->addItem(name, name);
        m_published->setItemData(m_published->count() - 1,
                                 QString::fromUtf8(split.origin.data(), qsizetype(split.origin.size())),
                                 Qt::ToolTipRole);
    }
    add(tr("Lists"), m_published, tr("Lists of test subjects as published"));
    add(tr("Datasets"), m_sets,
        tr("Trained on one dataset, tested on another: tables added here, or a column of this table that "
           "names "
           "the dataset"));
    connect(m_sets, &QComboBox::currentIndexChanged, this, &SplitView::refreshControls);
    m_form->addRow(m_others);
    connect(m_others, &OtherTables::failed, this, &SplitView::failed);
    connect(m_others, &OtherTables::changed, this, &SplitView::forget);
    m_samePeople->setChecked(true);
    m_samePeople->setAccessibleName(m_samePeople->text());
    m_samePeople->setToolTip(
        tr("A subject whose id both datasets have is not trained on where it is tested. Untick it only where "
           "you know that equal ids are different people."));
    m_form->addRow(QString(), m_samePeople);
    m_strata->setEditable(true);
    m_strata->setInsertPolicy(QComboBox::NoInsert);
    add(tr("Strata by"), m_strata,
        tr("One column or several with semicolons between; age:20,40 puts numbers into bins"));
    m_allocation->addItem(tr("as in the table"));
    m_allocation->addItem(tr("as many of each"));
    add(tr("Shares"), m_allocation, tr("How many of each stratum are drawn"));
    m_count->setRange(1, kMostRows);
    m_count->setValue(100);
    add(tr("Rows to draw"), m_count, tr("In all strata together"));
    m_again->setAccessibleName(m_again->text());
    m_form->addRow(QString(), m_again);
    m_seed->setRange(0, kMostSeed);
    m_seed->setValue(1);
    add(tr("Seed"), m_seed, tr("The same seed gives the same folds and rows"));
    column->addLayout(m_form);
    m_make->setProperty("primary", true);
    connect(m_make, &QPushButton::clicked, this, &SplitView::make);
    m_save->setAccessibleName(m_save->text());
    connect(m_save, &QPushButton::clicked, this, &SplitView::askToSave);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_make);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    return box;
}

void SplitView::refreshControls() {
    const SplitKind kind = request().kind;
    const auto show = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        if (QWidget* label = m_form->labelForField(field))
            label->setVisible(shown);
    };
    const bool draws = request().drawsSamples();
    show(m_folds, kind == SplitKind::Folds);
    show(m_published, kind == SplitKind::Published);
    const bool cross = kind == SplitKind::CrossDataset;
    show(m_sets, cross);
    show(m_others, cross && m_sets->currentIndex() <= 0);
    show(m_samePeople, cross);
    show(m_strata, draws);
    show(m_allocation, kind == SplitKind::Sample);
    show(m_count, kind == SplitKind::Sample);
    show(m_again, kind == SplitKind::Sample);
    show(m_seed, draws || kind == SplitKind::Folds);
    m_make->setText(draws ? tr("Draw") : tr("Split"));
    m_make->setAccessibleName(m_make->text());
    m_make->setEnabled(canMake());
}

bool SplitView::labelsOnly() const {
    return m_data && m_data->samples.empty() && !m_data->frameLabels.empty();
}

bool SplitView::canMake() const {
    if (!m_data || making())
        return false;
    const auto wanted = request();
    if (labelsOnly())
        return !wanted.drawsSamples() && wanted.kind != SplitKind::CrossDataset;
    const bool lacksOthers = wanted.kind == SplitKind::CrossDataset && wanted.datasetColumn.empty() &&
                             (m_others->tables().empty() || m_others->reading());
    return !m_rows.empty() && !lacksOthers;
}

void SplitView::setData(DatasetPtr table, const QString& file) {
    m_data = std::move(table);
    m_others->setOwn(file);
    const QString column = m_sets->currentIndex() > 0 ? m_sets->currentText() : QString();
    m_sets->clear();
    m_sets->addItem(tr("tables added below"));
    if (m_data)
        for (const QString& name : stratumNames(*m_data))
            m_sets->addItem(tr("the column “%1”").arg(name), name);
    m_sets->setCurrentIndex(std::max(0, m_sets->findText(column)));
    const int subjects = m_data ? static_cast<int>(m_data->subjects.size()) : 0;
    m_folds->setMaximum(std::max(2, subjects));
    const QString before = m_strata->currentText();
    m_strata->clear();
    if (m_data) {
        m_strata->addItems(stratumNames(*m_data));
        m_count->setValue(std::clamp(static_cast<int>(m_data->samples.size()) / 2, 1, kDefaultRows));
    }
    if (!before.isEmpty())
        m_strata->setCurrentText(before);
    forget();
}

void SplitView::setRows(std::vector<std::size_t> rows) {
    m_rows = std::move(rows);
    forget();
}

void SplitView::setKind(SplitKind kind) {
    m_kind->setCurrentIndex(static_cast<int>(kind));
}

void SplitView::setStrata(const QString& strata) {
    m_strata->setCurrentText(strata);
}

void SplitView::forget() {
    if (m_job)
        m_job->cancel();
    m_job.clear();
    ++m_generation;
    m_outcome.reset();
    m_table->setRowCount(0);
    m_table->setColumnCount(0);
    m_save->setEnabled(false);
    m_make->setEnabled(canMake());
    m_summary->setText(labelsOnly()
                           ? tr("Labelled films to split: %1. Choose on the left what is made of them.")
                                 .arg(m_data->frameLabels.size())
                           : tr("Rows to split or draw from: %1, those that the filter of the samples shows. "
                                "Choose on the left "
                                "what is made of them.")
                                 .arg(m_rows.size()));
}

SplitRequest SplitView::request() const {
    SplitRequest out;
    out.kind = kSplitKinds[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
    out.folds = m_folds->value();
    out.published = m_published->currentData().toString().toStdString();
    for (const QString& name : m_strata->currentText().split(';', Qt::SkipEmptyParts))
        out.drawing.strata.push_back(name.trimmed().toStdString());
    out.others = m_others->tables();
    out.datasetColumn = m_sets->currentData().toString().toStdString();
    out.samePeople = m_samePeople->isChecked();
    out.drawing.allocation =
        m_allocation->currentIndex() == 0 ? dataset::Allocation::Proportional : dataset::Allocation::Equal;
    out.drawing.count = m_count->value();
    out.drawing.withReplacement = m_again->isChecked();
    out.drawing.seed = static_cast<std::uint64_t>(m_seed->value());
    return out;
}

bool SplitView::making() const {
    return m_job && !m_job->ended();
}

void SplitView::make() {
    if (!canMake())
        return;
    m_make->setEnabled(false);
    m_job = m_jobs.start<SplitOutcome>(
        nameOf(request().kind),
        [from = m_data, rows = m_rows, wanted = request()](const JobContext&) {
            return makeSplit(*from, rows, wanted);
        },
        this,
        [this, generation = m_generation](Result<SplitOutcome> made) {
            if (generation != m_generation)
                return;
            m_job.clear();
            m_make->setEnabled(canMake());
            if (made)
                present(*std::move(made));
            else if (made.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(made.error().sentence()));
        });
}

void SplitView::present(SplitOutcome outcome) {
    m_outcome = std::move(outcome);
    const QColor warning = tonesOf(themeOf(palette())).warning;
    m_summary->setText(m_outcome->summary);
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(m_outcome->headers.size()));
    m_table->setHorizontalHeaderLabels(m_outcome->headers);
    for (const int side : {0, m_table->columnCount() - 1}) // words, not numbers
        m_table->horizontalHeaderItem(side)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setRowCount(static_cast<int>(m_outcome->lines.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto& line = m_outcome->lines[static_cast<std::size_t>(row)];
        for (int i = 0; i < line.cells.size(); ++i) {
            auto* item = new QTableWidgetItem(line.cells[i]);
            item->setToolTip(line.cells[i]);
            if (line.lacks)
                item->setForeground(warning);
            bool isNumber = false;
            line.cells[i].toDouble(&isNumber);
            if (isNumber && i > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, i, item);
        }
    }
    for (int i = 0; i + 1 < m_table->columnCount(); ++i) {
        m_table->resizeColumnToContents(i);
        m_table->setColumnWidth(i, std::min(m_table->columnWidth(i) + kRoom, kWidest));
    }
    m_save->setEnabled(true);
}

Result<void> SplitView::save(const QString& path) const {
    return writeFileAtomically(path.toStdString(), m_outcome->csv);
}

void SplitView::askToSave() {
    QString path =
        QFileDialog::getSaveFileName(this, tr("Save the split or subset"), {}, tr("Tables (*.csv)"));
    if (path.isEmpty() || !m_outcome)
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    if (const auto saved = save(path); !saved)
        emit failed(QString::fromStdString(saved.error().sentence()));
    else
        emit notice(tr("Written to %1.").arg(QFileInfo(path).fileName()));
}

} // namespace mien::ui
