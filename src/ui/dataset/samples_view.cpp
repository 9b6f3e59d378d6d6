// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/samples_view.h"

#include "ui/dataset/quality_card.h"
#include "ui/dataset/truth_card.h"
#include "ui/settings/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

#include <set>

namespace mien::ui {
namespace {

constexpr int kPictureRow = 50, kPlainRow = 28;
constexpr int kPictureWidth = 134;

QString titleOf(ChartKind kind) {
    switch (kind) {
    case ChartKind::Class:
        return SamplesView::tr("Class");
    case ChartKind::Unit:
        return SamplesView::tr("Action unit");
    case ChartKind::Subject:
        return SamplesView::tr("Subject");
    case ChartKind::Duration:
        break;
    }
    return SamplesView::tr("Duration in ms");
}

/// What the table says of the expression, in frames of the medium; nullopt where that is no interval in it.
std::optional<annotation::TableEvent> codedEvent(const dataset::Sample& sample) {
    if (!sample.onset || (!sample.offset && !sample.apex))
        return std::nullopt;
    const auto inMedium = [&](std::optional<FrameIndex> frame) {
        return frame ? std::optional(*frame - sample.mediaFirstFrame) : std::nullopt;
    };
    annotation::TableEvent event;
    event.onset = *inMedium(sample.onset);
    event.apex = inMedium(sample.apex);
    event.offset = inMedium(sample.offset);
    const auto last = event.offset.value_or(event.apex.value_or(event.onset));
    const auto apex = event.apex.value_or(event.onset);
    if (event.onset.value < 0 || apex < event.onset || last < apex ||
        (sample.mediaFrames && last.value >= *sample.mediaFrames))
        return std::nullopt;
    event.type = sample.type.value_or(annotation::ExpressionType::Micro);
    event.actionUnits = sample.actionUnits;
    return event;
}

} // namespace

SamplesView::SamplesView(Settings& settings, JobList& jobs, const std::filesystem::path& cacheDir,
                         QWidget* parent)
    : QWidget(parent),
      m_pictures(cacheDir),
      m_model(m_pictures),
      m_shown(m_model),
      m_filter(new QLineEdit),
      m_count(new QLabel),
      m_table(new QTableView),
      m_below(new QTabWidget),
      m_quality(new QualityCard(settings, jobs, cacheDir)),
      m_truth(new TruthCard(jobs, cacheDir)) {
    setAccessibleName(tr("Samples"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(makeTable());
    m_below->setDocumentMode(true);
    m_below->setProperty("plain", true);
    m_below->setAccessibleName(tr("About the rows"));
    m_below->addTab(makeCharts(), tr("Distributions"));
    m_below->addTab(m_quality, tr("Picture quality"));
    m_below->addTab(m_truth, tr("Against the truth"));
    split->addWidget(m_below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    column->addWidget(split);
}

QWidget* SamplesView::makeTable() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(12);
    m_filter->setPlaceholderText(tr("Filter: happiness   12 & !6   subject:sub01   type:micro   ms:200-300"));
    m_filter->setToolTip(
        tr("Words must occur in the row; an expression such as 12 & !6 or L14 >= B asks its action units. "
           "subject:, clip:, emotion:, type:, au:, ms:, finding:, film:yes and is:gender=f ask one column. "
           "A click on a bar below writes such a term."));
    m_filter->setAccessibleName(tr("Filter the samples"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themeIcon("view-filter"), QLineEdit::LeadingPosition);
    m_filter->setMinimumHeight(m_filter->fontMetrics().height() + 12);
    connect(m_filter, &QLineEdit::textChanged, this, &SamplesView::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (!m_table->currentIndex().isValid() && m_shown.rowCount() > 0)
            m_table->setCurrentIndex(m_shown.index(0, SampleModel::Subject));
        m_table->setFocus();
    });
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    column->addLayout(bar);
    m_table->setModel(&m_shown);
    m_table->setProperty("padded", true);
    // A picture that arrives is drawn; it is no change of the rows, which would sort and filter them again.
    connect(&m_pictures, &SamplePictures::arrived, m_table->viewport(), qOverload<>(&QWidget::update));
    m_table->setAccessibleName(tr("Samples, one row each"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as the table has them
    m_table->setTabKeyNavigation(false);
    m_table->setIconSize({kPictureWidth, kPictureRow - 4});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setProperty("padded", true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit sampleAsked(m_shown.mapToSource(index).row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SamplesView::tellChosen);
    connect(m_quality, &QualityCard::failed, this, &SamplesView::failed);
    connect(m_quality, &QualityCard::judgedChanged, this,
            [this] { m_truth->setJudged(m_quality->judged()); });
    connect(m_truth, &TruthCard::failed, this, &SamplesView::failed);
    connect(m_truth, &TruthCard::clipAsked, this,
            [this](const auto& film, const auto& onset) { reveal(rowOf(film, onset)); });
    connect(m_truth, &TruthCard::clipOpened, this, [this](const auto& film, const auto& onset) {
        if (const int row = rowOf(film, onset); row >= 0)
            emit sampleAsked(row);
    });
    column->addWidget(m_table, 1);
    return box;
}

QWidget* SamplesView::makeCharts() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (const ChartKind kind : kChartKinds) {
        auto* card = new ChartCard(kind, titleOf(kind));
        connect(card, &ChartCard::chosen, this, [this](ChartKind which, const QString& value) {
            const bool stratum = which == ChartKind::Subject && chart(which).choice() > 0;
            const QString field = stratum ? QString(QLatin1String(kStratumField)) : fieldOf(which);
            setFilterText(toggled(filterText(), field, value));
        });
        connect(card, &ChartCard::choiceChanged, this, &SamplesView::refreshCharts);
        connect(card, &ChartCard::failed, this, &SamplesView::failed);
        row->addWidget(card, kind == ChartKind::Class ? 4 : 5);
        m_charts[static_cast<std::size_t>(kind)] = card;
    }
    column->addLayout(row, 1);
    auto* legend = new ChartLegend;
    column->addWidget(legend);
    return box;
}

void SamplesView::setData(DatasetPtr table, std::vector<SampleFacts> facts) {
    m_pictures.clear();
    m_quality->forget();
    m_truth->forget();
    m_model.setData(std::move(table), std::move(facts));
    QStringList groups{titleOf(ChartKind::Subject)};
    for (const auto& row : m_model.facts())
        for (const auto& [name, value] : row.strata)
            if (!groups.contains(name))
                groups << name;
    chart(ChartKind::Subject).setChoices(groups);
    m_table->setColumnHidden(SampleModel::Picture, !m_model.hasFilms());
    m_table->verticalHeader()->setDefaultSectionSize(m_model.hasFilms() ? kPictureRow : kPlainRow);
    m_table->setColumnWidth(SampleModel::Picture, kPictureWidth);
    for (int column = SampleModel::Picture + 1; column < SampleModel::Findings; ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column) + 10, 62, 240));
    }
    applyFilter();
}

QString SamplesView::filterText() const {
    return m_filter->text();
}

void SamplesView::setFilterText(const QString& text) {
    m_filter->setText(text);
}

void SamplesView::focusFilter() {
    m_filter->setFocus();
    m_filter->selectAll();
}

void SamplesView::select(qlonglong tableRow) {
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.sample(row).row != tableRow)
            continue;
        reveal(row);
        return m_table->setFocus();
    }
}

void SamplesView::reveal(int row) {
    if (row < 0)
        return;
    if (!m_shown.mapFromSource(m_model.index(row, SampleModel::Subject)).isValid())
        m_filter->clear();
    const auto index = m_shown.mapFromSource(m_model.index(row, SampleModel::Subject));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

int SamplesView::rowOf(const std::filesystem::path& film, std::optional<FrameIndex> onset) const {
    int first = -1;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto& sample = m_model.sample(row);
        if (sample.media != film)
            continue;
        if (onset && sample.onset && *sample.onset - sample.mediaFirstFrame == *onset)
            return row;
        if (first < 0)
            first = row;
    }
    return first;
}

void SamplesView::showTruth() {
    m_below->setCurrentWidget(m_truth);
}

void SamplesView::applyFilter() {
    auto filter = SampleFilter::parse(m_filter->text());
    if (!filter) { // the last good one stays
        m_count->setText(QString::fromStdString(filter.error().sentence()));
        return;
    }
    m_shown.setFilter(*std::move(filter));
    m_count->setText(m_shown.rowCount() == m_model.rowCount()
                         ? tr("Rows: %1").arg(m_model.rowCount())
                         : tr("%1 of %2 rows").arg(m_shown.rowCount()).arg(m_model.rowCount()));
    refreshCharts();
    tellShown();
    emit filtered();
}

void SamplesView::tellChosen() {
    std::vector<FilmToJudge> films;
    std::set<std::filesystem::path> seen;
    int withoutFilm = 0;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        const auto& sample = m_model.sample(m_shown.mapToSource(index).row());
        if (sample.media.empty())
            ++withoutFilm;
        else if (seen.insert(sample.media).second)
            films.push_back({sample.media, sample.fps.value_or(Rational{25, 1})});
    }
    m_quality->setChosen(std::move(films), withoutFilm);
    m_truth->setChosen(std::move(seen));
}

void SamplesView::tellShown() {
    std::vector<FilmToCheck> films;
    std::map<std::filesystem::path, std::size_t> places;
    for (const std::size_t i : shownSamples()) {
        const auto& sample = m_model.sample(static_cast<int>(i));
        if (sample.media.empty())
            continue;
        const auto [place, isNew] = places.emplace(sample.media, films.size());
        if (isNew)
            films.push_back({sample.media, sample.fps.value_or(Rational{25, 1}), {}});
    }
    // All of a film's rows are its truth, not only those that the filter shows.
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto& sample = m_model.sample(row);
        const auto place = places.find(sample.media);
        const auto coded = codedEvent(sample);
        if (place != places.end() && coded)
            films[place->second].coded.push_back(*coded);
    }
    m_truth->setFilms(std::move(films));
}

std::vector<std::size_t> SamplesView::shownSamples() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < m_shown.flags().size(); ++i)
        if (m_shown.flags()[i] != 0)
            out.push_back(i);
    return out;
}

void SamplesView::refreshCharts() {
    const auto shown = m_shown.flags();
    for (auto* card : m_charts)
        card->setBars(card->choice() > 0 ? barsOfStratum(card->choiceText(), m_model.facts(), shown)
                                         : barsOf(card->kind(), m_model.facts(), shown));
}

} // namespace mien::ui
