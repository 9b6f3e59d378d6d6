// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/truth_card.h"

#include "ui/dataset/spread_chart.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

namespace mien::ui {
namespace {

constexpr int kRowHeight = 22;
constexpr int kNameWidth = 146, kFigureWidth = 64, kWorstWidth = 88, kValueWidth = 74;
constexpr std::size_t kMostListed = 200;
constexpr int kWorstColumn = 4, kPublishedColumn = 5;

QTableWidget* makeTable(int columns) {
    auto* table = new QTableWidget;
    table->setColumnCount(columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setProperty("padded", true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setProperty("padded", true);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

void put(QTableWidget* table, int row, int column, const QString& text, const QString& tip = {}) {
    auto* item = new QTableWidgetItem(text);
    item->setToolTip(tip.isEmpty() ? text : tip);
    if (column > 0 && column != kPublishedColumn)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->setItem(row, column, item);
}

QString publishedText(const FigureSpread& spread) {
    QStringList parts;
    for (const auto& one : spread.published)
        parts << QStringLiteral("%1 %2").arg(one.dataset).arg(one.value, 0, 'f', decimalsOf(spread.figure));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

TruthCard::TruthCard(JobList& jobs, std::filesystem::path cacheDir, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_cacheDir(std::move(cacheDir)),
      m_measure(new QPushButton),
      m_measureChosen(new QPushButton),
      m_stop(new QPushButton(tr("Stop"))),
      m_progress(new QProgressBar),
      m_what(new QLabel),
      m_figures(makeTable(kPublishedColumn + 1)),
      m_chart(new SpreadChart),
      m_worst(makeTable(2)) {
    setAccessibleName(tr("Against the truth"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    const QString tip = tr("Analyses whole films in the background and compares what is measured with their "
                           "truth: what lies beside a generated film, or else what the table says");
    m_measure->setToolTip(tip);
    m_measureChosen->setToolTip(tip);
    connect(m_measure, &QPushButton::clicked, this, [this] { measure(false); });
    connect(m_measureChosen, &QPushButton::clicked, this, [this] { measure(true); });
    m_stop->setAccessibleName(tr("Stop comparing"));
    m_stop->setToolTip(tr("What was compared so far is kept"));
    connect(m_stop, &QPushButton::clicked, this, &TruthCard::stop);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 6);
    m_progress->setAccessibleName(tr("How far the comparing is"));
    row->addWidget(m_measure);
    row->addWidget(m_measureChosen);
    row->addWidget(m_stop);
    row->addWidget(m_progress);
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_what, 1);
    column->addLayout(row);
    makeTables();
    auto* all = new QHBoxLayout;
    all->setSpacing(14);
    all->addWidget(m_figures, 15);
    all->addWidget(m_chart, 9);
    all->addWidget(m_worst, 6);
    column->addLayout(all, 1);
    refresh();
    m_figures->selectRow(0);
}

void TruthCard::makeTables() {
    m_figures->setAccessibleName(tr("Measured against the truth"));
    m_figures->setHorizontalHeaderLabels({tr("Figure"), tr("Values"), tr("Mean"), tr("Median"),
                                          tr("Worst 5 %"), tr("Published, not reproduced")});
    m_figures->horizontalHeaderItem(kWorstColumn)
        ->setToolTip(tr("The worst twentieth of the values begins here; signs are left aside"));
    m_figures->horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i <= kPublishedColumn; ++i) {
        m_figures->setColumnWidth(i, i == 0 ? kNameWidth : i == kWorstColumn ? kWorstWidth : kFigureWidth);
        m_figures->horizontalHeaderItem(i)->setTextAlignment(
            (i == 0 || i == kPublishedColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    m_figures->setRowCount(static_cast<int>(kFigures.size()));
    connect(m_figures, &QTableWidget::currentCellChanged, this, [this](int now, int, int before, int) {
        if (now != before)
            fillChart();
    });
    connect(m_chart, &SpreadChart::chosenChanged, this, &TruthCard::fillWorst);
    m_worst->setAccessibleName(tr("Worst first"));
    m_worst->setHorizontalHeaderLabels({tr("Worst first"), QString()});
    m_worst->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_worst->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_worst->setColumnWidth(1, kValueWidth);
    m_worst->setToolTip(tr("A click shows the row above; Return or a double click opens its film"));
    connect(m_worst, &QTableWidget::currentCellChanged, this, [this](int now, int, int before, int) {
        if (const auto* value = now == before ? nullptr : valueAt(now))
            emit clipAsked(value->film, value->onset);
    });
    connect(m_worst, &QTableWidget::activated, this, [this](const QModelIndex& index) {
        if (const auto* value = valueAt(index.row()))
            emit clipOpened(value->film, value->onset);
    });
}

TruthCard::~TruthCard() {
    if (m_job)
        m_job->cancel();
}

bool TruthCard::measuring() const {
    return m_job && !m_job->ended();
}

QString TruthCard::summary() const {
    return m_what->text();
}

void TruthCard::setFilms(std::vector<FilmToCheck> shown) {
    m_shown = std::move(shown);
    refresh();
}

void TruthCard::setChosen(std::set<std::filesystem::path> chosen) {
    m_chosen = std::move(chosen);
    refreshButtons();
}

void TruthCard::setJudged(const JudgedFilms& judged) {
    m_judged = judged;
    refresh();
}

void TruthCard::forget() {
    stop();
    m_sink.reset();
    m_checked.clear();
    m_judged.clear();
    refresh();
}

void TruthCard::stop() {
    if (m_job)
        m_job->cancel();
}

void TruthCard::showFigure(Figure figure) {
    const auto at = std::find(kFigures.begin(), kFigures.end(), figure);
    m_figures->selectRow(static_cast<int>(at - kFigures.begin()));
}

std::vector<std::filesystem::path> TruthCard::paths() const {
    std::vector<std::filesystem::path> out;
    for (const auto& film : m_shown)
        out.push_back(film.path);
    return out;
}

std::vector<FilmToCheck> TruthCard::open(bool chosenOnly) const {
    std::vector<FilmToCheck> out;
    for (const auto& film : m_shown)
        if (!m_checked.contains(film.path) && (!chosenOnly || m_chosen.contains(film.path)))
            out.push_back(film);
    return out;
}

void TruthCard::measure(bool chosenOnly) {
    const auto films = open(chosenOnly);
    if (films.empty() || measuring())
        return;
    pipeline::AnalyseOptions options;
    options.cacheDir = m_cacheDir;
    m_sink = std::make_shared<CheckedSink>();
    m_progress->setValue(0);
    m_job = m_jobs.start<int>(
        tr("Comparing with the truth, films: %1").arg(films.size()),
        [films, options, sink = m_sink](const JobContext& job) {
            return checkFilms(films, options, *sink, job);
        },
        this,
        [this, sink = m_sink](const Result<int>& done) {
            if (sink != m_sink) // another table was opened meanwhile
                return refresh();
            takeDone();
            m_sink.reset();
            m_job.clear();
            if (!done && done.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(done.error().sentence()));
            refresh();
        });
    connect(m_job, &JobBase::progress, this, [this](double fraction) {
        m_progress->setValue(static_cast<int>(fraction * 1000.0));
        takeDone();
    });
    refresh();
}

void TruthCard::takeDone() {
    if (!m_sink)
        return;
    auto done = m_sink->take();
    if (done.empty())
        return;
    for (auto& [film, check] : done)
        m_checked.insert_or_assign(film, std::move(check));
    refresh();
}

void TruthCard::refresh() {
    refreshButtons();
    m_spreads = spreadsOf(paths(), m_checked, m_judged);
    fillFigures();
    fillChart();
}

void TruthCard::refreshButtons() {
    const bool busy = measuring();
    const auto all = open(false), chosen = open(true);
    m_measure->setVisible(!busy);
    m_measureChosen->setVisible(!busy && !chosen.empty() && chosen.size() < all.size());
    m_stop->setVisible(busy);
    m_progress->setVisible(busy);
    m_measure->setEnabled(!all.empty());
    m_measure->setText(all.empty() ? tr("Compare") : tr("Compare shown films: %1").arg(all.size()));
    m_measureChosen->setText(tr("Only chosen: %1").arg(chosen.size()));
    m_measure->setAccessibleName(m_measure->text());
    m_measureChosen->setAccessibleName(m_measureChosen->text());
    const auto counts = countFound(paths(), m_checked);
    int failures = 0;
    QStringList reasons;
    for (const auto& film : m_shown) {
        const auto found = m_checked.find(film.path);
        if (found == m_checked.end() || found->second)
            continue;
        ++failures;
        if (reasons.size() < 20)
            reasons << QString::fromStdString(found->second.error().sentence());
    }
    QString what;
    if (m_shown.empty())
        what = tr("None of the shown rows has a film.");
    else if (counts.films + counts.unknown == 0 && failures == 0)
        what = busy ? tr("Comparing; the window can be used meanwhile.") : tr("No film was compared yet.");
    else
        what = tr("Films: %1, true expressions: %2, found: %3, found where nothing is: %4.")
                   .arg(counts.films)
                   .arg(counts.expressions)
                   .arg(counts.found)
                   .arg(counts.unexpected);
    if (counts.byTable > 0)
        what += ' ' + tr("Taken from the table: %1.").arg(counts.byTable);
    if (counts.unknown > 0)
        what += ' ' + tr("Without truth: %1.").arg(counts.unknown);
    if (failures > 0)
        what += ' ' + tr("Failed: %1.").arg(failures);
    m_what->setText(what);
    m_what->setToolTip(reasons.join('\n'));
    m_what->setAccessibleDescription(reasons.join(' '));
}

void TruthCard::fillFigures() {
    for (std::size_t i = 0; i < m_spreads.size(); ++i) {
        const auto& spread = m_spreads[i];
        const int row = static_cast<int>(i), digits = decimalsOf(spread.figure);
        const bool none = spread.values.empty();
        const auto figure = [&](double value) {
            return none ? QStringLiteral("–") : QString::number(value, 'f', digits);
        };
        QString tip = meaningOf(spread.figure);
        if (!none && isWhole(spread.figure))
            tip += '\n' + tr("On average %1 frames, with its sign.").arg(spread.lean, 0, 'f', 2);
        put(m_figures, row, 0, nameOf(spread.figure), tip);
        put(m_figures, row, 1, QString::number(spread.values.size()));
        put(m_figures, row, 2, figure(spread.mean), tip);
        put(m_figures, row, 3, figure(spread.median));
        put(m_figures, row, 4, figure(spread.worst5));
        put(m_figures, row, kPublishedColumn, publishedText(spread));
    }
}

const FigureSpread& TruthCard::current() const {
    const int row = std::max(0, m_figures->currentRow());
    return m_spreads[static_cast<std::size_t>(row)];
}

void TruthCard::fillChart() {
    const auto& spread = current();
    std::vector<double> values;
    for (const auto& value : spread.values)
        values.push_back(value.value);
    std::vector<SpreadChart::Mark> marks;
    for (const auto& one : spread.published)
        marks.push_back({one.dataset, one.value});
    m_chart->show(nameOf(spread.figure), values, isWhole(spread.figure), decimalsOf(spread.figure),
                  std::move(marks),
                  isPicture(spread.figure) ? tr("Measure it under Picture quality.")
                                           : tr("Nothing to show: no film with such a truth was compared."));
    m_chart->setToolTip(meaningOf(spread.figure));
    fillWorst();
}

void TruthCard::fillWorst() {
    const QSignalBlocker quiet(m_worst);
    m_worst->clearSelection();
    m_worst->setCurrentCell(-1, -1);
    m_listed.clear();
    const auto& spread = current();
    const auto bin = m_chart->chosen();
    for (std::size_t i = 0; i < spread.values.size() && m_listed.size() < kMostListed; ++i)
        if (!bin || m_chart->bins().binOf(spread.values[i].value) == bin)
            m_listed.push_back(i);
    m_worst->setRowCount(static_cast<int>(m_listed.size()));
    for (int row = 0; row < m_worst->rowCount(); ++row) {
        const auto& value = *valueAt(row);
        QString name = QString::fromStdString(value.film.filename().string());
        if (value.onset)
            name += QStringLiteral(" @ %1").arg(value.onset->value);
        const int digits = isWhole(spread.figure) ? 0 : decimalsOf(spread.figure);
        QString figure = QString::number(value.value, 'f', digits);
        if (isWhole(spread.figure) && value.value > 0)
            figure.prepend('+');
        put(m_worst, row, 0, name, QString::fromStdString(value.film.string()));
        put(m_worst, row, 1, figure);
    }
}

const FigureValue* TruthCard::valueAt(int row) const {
    if (row < 0 || row >= static_cast<int>(m_listed.size()))
        return nullptr;
    return &current().values[m_listed[static_cast<std::size_t>(row)]];
}

} // namespace mien::ui
