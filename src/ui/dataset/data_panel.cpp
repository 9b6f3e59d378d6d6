// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/data_panel.h"

#include "core/base/file_io.h"
#include "ui/commands/gate.h"
#include "ui/dataset/check_words.h"
#include "ui/dataset/data_head.h"
#include "ui/dataset/findings_view.h"
#include "ui/dataset/reading_bar.h"
#include "ui/dataset/samples_view.h"
#include "ui/dataset/split_view.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/action_registry.h"
#include "ui/settings/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>

#include <set>

namespace mien::ui {
namespace {

constexpr int kSettleMs = 120; ///< several boxes ticked in a row make one reading
constexpr int kTextWidth = 620;
constexpr int kEmptyPage = 0, kDataPage = 1;

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

} // namespace

DataPanel::DataPanel(ActionRegistry& actions, Settings& settings, ProjectDocument& document, JobList& jobs,
                     QString cacheFolder, QWidget* parent)
    : QWidget(parent),
      m_actions(actions),
      m_settings(settings),
      m_document(document),
      m_jobs(jobs),
      m_cacheFolder(std::move(cacheFolder)),
      m_pages(new QStackedWidget),
      m_tabs(new QTabWidget),
      m_head(new DataHead),
      m_reader(new ReadingBar),
      m_findings(new FindingsView),
      m_samples(new SamplesView(settings, jobs, m_cacheFolder.toStdString())),
      m_splits(new SplitView(jobs)) {
    setAccessibleName(tr("Data"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* page = new QWidget;
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_head);
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("plain", true);
    m_tabs->setAccessibleName(tr("Findings and samples"));
    auto* checks = new QWidget;
    auto* rows = new QVBoxLayout(checks);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_reader);
    rows->addWidget(m_findings, 1);
    m_tabs->addTab(checks, tr("Checks and repairs"));
    m_tabs->addTab(m_samples, tr("Samples"));
    m_tabs->addTab(m_splits, tr("Splits and subsets"));
    inner->addWidget(m_tabs, 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(page);
    column->addWidget(m_pages);

    m_again.setSingleShot(true);
    m_again.setInterval(kSettleMs);
    connect(&m_again, &QTimer::timeout, this, &DataPanel::read);
    connect(m_head, &DataHead::stopAsked, this, [this] {
        for (const auto& job : {m_reading, m_importing})
            if (job)
                job->cancel();
    });
    connect(m_head, &DataHead::filmsAsked, this, &DataPanel::askForFilms);
    connect(m_head, &DataHead::logAsked, this, &DataPanel::askForLog);
    connect(m_head, &DataHead::importAsked, this, &DataPanel::importAsked);
    connect(m_reader, &ReadingBar::layoutChosen, this, &DataPanel::setLayoutName);
    connect(m_reader, &ReadingBar::frameBaseChosen, this, [this](const QString& base) {
        m_options.frameBase = base.toStdString();
        read();
    });
    connect(m_reader, &ReadingBar::zeroOffsetChosen, this, [this](const QString& meaning) {
        m_options.zeroOffset = meaning.toStdString();
        read();
    });
    connect(m_findings, &FindingsView::ruleChanged, this, &DataPanel::setRule);
    connect(m_findings, &FindingsView::rowAsked, this, [this](qlonglong row) {
        showSamples();
        m_samples->select(row);
    });
    connect(m_samples, &SamplesView::sampleAsked, this, &DataPanel::openSample);
    connect(m_samples, &SamplesView::failed, this, &DataPanel::failed);
    connect(m_samples, &SamplesView::filtered, this,
            [this] { m_splits->setRows(m_samples->shownSamples()); });
    connect(m_splits, &SplitView::failed, this, &DataPanel::failed);
    connect(m_splits, &SplitView::notice, this, &DataPanel::notice);
    connect(&document, &ProjectDocument::projectChanged, this, &DataPanel::refresh);
    refresh();
}

DataPanel::~DataPanel() {
    if (m_reading)
        m_reading->cancel();
    if (m_importing)
        m_importing->cancel();
}

QWidget* DataPanel::makeEmpty() {
    auto* page = new QWidget;
    auto* outer = new QVBoxLayout(page);
    auto* box = new QWidget;
    box->setFixedWidth(kTextWidth);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(12);
    auto* title = new QLabel(tr("Bring in a dataset as it is"));
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.7);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    QStringList known;
    for (const auto& layout : dataset::datasetLayouts())
        known << text(layout.dataset);
    auto* words = new QLabel(tr(
        "Choose the table that came with your dataset (.xlsx, .csv, .tsv), or drop it here. Mien shows every "
        "row, everything odd about it and which rule would repair it; films and events come into a project "
        "only when you press Import."));
    auto* layouts = new QLabel(tr("Recognised by their columns: %1.").arg(known.join(QStringLiteral(", "))));
    for (QLabel* label : {words, layouts}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setProperty("faint", true);
        label->setMinimumHeight(label->heightForWidth(kTextWidth - 40) + 4);
    }
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (const char* id : {"data.import", "data.importFolder"}) {
        auto* open = new QPushButton(m_actions.spec(id).text);
        open->setToolTip(m_actions.action(id)->toolTip());
        open->setAccessibleName(open->text());
        open->setProperty("primary", id == std::string_view("data.import"));
        connect(open, &QPushButton::clicked, m_actions.action(id), &QAction::trigger);
        buttons->addWidget(open);
    }
    buttons->addStretch(1);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(4);
    column->addLayout(buttons);
    column->addSpacing(4);
    column->addWidget(layouts);
    outer->addStretch(2);
    outer->addWidget(box, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    return page;
}

bool DataPanel::isTable(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    return QFileInfo(path).isFile() &&
           QStringList{"xlsx", "csv", "tsv", "txt"}.contains(suffix, Qt::CaseInsensitive);
}

void DataPanel::askForTable() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import dataset"), m_settings.lastFolder(),
                                                      tr("Tables (*.xlsx *.csv *.tsv *.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    open(path);
}

void DataPanel::askForFolder() {
    const QString path =
        QFileDialog::getExistingDirectory(this, tr("Import a folder of labels"), m_settings.lastFolder());
    if (path.isEmpty())
        return;
    m_settings.setLastFolder(path);
    open(path);
}

void DataPanel::askForFilms() {
    const QString path = QFileDialog::getExistingDirectory(this, tr("Where are the films of this dataset?"),
                                                           m_settings.lastFolder());
    if (!path.isEmpty())
        setFilms(path);
}

void DataPanel::askForLog() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save repair log"), m_settings.lastFolder(),
                                                tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    if (const auto saved = saveLog(path); !saved)
        emit failed(QString::fromStdString(saved.error().sentence()));
    else
        emit notice(tr("The repair log was written to %1.").arg(QFileInfo(path).fileName()));
}

Result<void> DataPanel::saveLog(const QString& path) const {
    return writeFileAtomically(path.toStdString(), dataset::repairLogCsv(m_data->report));
}

void DataPanel::open(const QString& table) {
    m_table = table;
    m_options = {};
    m_options.cacheDir = m_cacheFolder.toStdString();
    m_data.reset();
    m_samples->setFilterText({});
    emit opened();
    read();
}

void DataPanel::setFilms(const QString& folder) {
    m_options.films = folder.toStdString();
    read();
}

void DataPanel::setLayoutName(const QString& name) {
    m_options.layout = name.toStdString();
    read();
}

void DataPanel::setRule(const QString& rule, bool repair) {
    auto& off = m_options.reportOnly;
    off.erase(std::remove(off.begin(), off.end(), rule.toStdString()), off.end());
    if (!repair)
        off.push_back(rule.toStdString());
    m_again.start();
}

bool DataPanel::reading() const {
    return m_again.isActive() || (m_reading && !m_reading->ended());
}

void DataPanel::read() {
    if (m_table.isEmpty())
        return;
    if (m_reading)
        m_reading->cancel();
    m_again.stop();
    const int generation = ++m_generation;
    const QString name = QFileInfo(m_table).fileName();
    m_reading = m_jobs.start<Loaded>(
        tr("Reading %1").arg(name),
        [table = m_table.toStdString(), options = m_options](const JobContext& job) -> Result<Loaded> {
            auto loaded = dataset::importDataset(table, options, job);
            if (!loaded)
                return Unexpected(loaded.error());
            Loaded out{std::make_shared<const dataset::Dataset>(*std::move(loaded)), {}};
            out.facts = factsOf(*out.data);
            return out;
        },
        this,
        [this, generation](Result<Loaded> loaded) {
            if (generation != m_generation)
                return;
            m_reading.clear();
            if (loaded)
                return present(*std::move(loaded));
            if (m_data) { // what is shown was read in the way of before
                m_options = m_readWith;
                m_findings->setReport(m_data->report, m_options.reportOnly);
            }
            refresh();
            if (loaded.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(loaded.error().sentence()));
        });
    connect(m_reading, &JobBase::progress, m_head, &DataHead::setProgress);
    refresh();
}

void DataPanel::present(Loaded loaded) {
    m_data = std::move(loaded.data);
    m_readWith = m_options;
    m_outlook = outlookOf(*m_data);
    m_findings->setReport(m_data->report, m_options.reportOnly);
    m_splits->setData(m_data, m_table);
    m_samples->setData(m_data, std::move(loaded.facts));
    m_tabs->setTabText(0, tr("Checks and repairs (%1)").arg(m_data->report.findings.size()));
    m_tabs->setTabText(1, tr("Samples (%1)").arg(m_data->samples.size()));
    m_tabs->setTabVisible(1, !m_data->samples.empty());
    m_tabs->setTabVisible(2, !m_data->samples.empty() || !m_data->frameLabels.empty());
    refresh();
    emit ready();
}

QString DataPanel::summary() const {
    std::set<std::string> films;
    std::set<std::string> found;
    for (const auto& sample : m_data->samples) {
        if (!sample.film.empty())
            films.insert(sample.subject + '/' + sample.film);
        if (!sample.media.empty())
            found.insert(sample.subject + '/' + sample.film);
    }
    for (const auto& labels : m_data->frameLabels) {
        films.insert(labels.film);
        if (!labels.media.empty())
            found.insert(labels.film);
    }
    const auto& report = m_data->report;
    return tr("Rows: %1 · subjects: %2 · films found: %3 of %4 · findings repaired: %5, reported: %6 · %7")
        .arg(report.rowsRead)
        .arg(m_data->subjects.size())
        .arg(found.size())
        .arg(films.size())
        .arg(report.repaired())
        .arg(report.reported())
        .arg(checkText(report.frameBaseReason));
}

QString DataPanel::outlookText() const {
    if (m_data->samples.empty())
        return tr("These are labels of single frames. They can be checked here; they are no expressions and "
                  "do not become events.");
    if (m_outlook.events == 0)
        return tr("Nothing can be imported yet: %1. The rows can be browsed and counted without films.")
            .arg(leftOutText(m_outlook));
    QString words = tr("Import adds up to %1 films and %2 events of the coder “%3”, as one step that can be "
                       "undone.")
                        .arg(m_outlook.films)
                        .arg(m_outlook.events)
                        .arg(QString::fromStdString(m_data->name));
    if (!m_outlook.leftOut.empty())
        words += ' ' + tr("Rows that stay in this table only: %1.").arg(leftOutText(m_outlook));
    return words;
}

void DataPanel::refresh() {
    const bool busy =
        (m_reading && !m_reading->ended()) || (m_importing && !m_importing->ended()) || m_writing;
    m_pages->setCurrentIndex(m_data || busy ? kDataPage : kEmptyPage);
    m_reader->setEnabled(m_data != nullptr);
    m_reader->show(m_options, m_data.get());
    DataHead::Content head;
    head.busy = busy;
    head.read = m_data != nullptr;
    const QString file = QFileInfo(m_table).fileName();
    if (!m_data) {
        head.name = file;
        head.summary = tr("The table is being read.");
        return m_head->show(head);
    }
    head.name = QStringLiteral("%1 — %2").arg(QString::fromStdString(m_data->name), file);
    head.summary = summary();
    head.outlook = outlookText();
    head.filmsMissing = m_outlook.events == 0 && !m_data->samples.empty();
    head.importable = !busy && m_outlook.events > 0 && !m_document.readOnly();
    head.importTip = m_document.readOnly() ? tr("The open project can only be read.")
                                           : tr("Films and events go into the project");
    m_head->show(head);
}

void DataPanel::importInto() {
    if (!m_data || !m_document.hasProject() || m_document.readOnly() || m_writing ||
        (m_importing && !m_importing->ended()))
        return;
    m_importing = m_jobs.start<ImportPlan>(
        tr("Opening the films of %1").arg(QString::fromStdString(m_data->name)),
        [from = m_data, cache = m_cacheFolder.toStdString(),
         project = m_document.path().toStdString()](const JobContext& job) -> Result<ImportPlan> {
            const auto films = probeFilms(*from, cache, job);
            if (!films)
                return Unexpected(films.error());
            const auto own = project::openProject(project);
            if (!own)
                return Unexpected(own.error());
            return planImport(*from, *films, **own);
        },
        this,
        [this, from = m_data, project = m_document.path()](const Result<ImportPlan>& plan) {
            m_importing.clear();
            if (plan && m_document.path() == project)
                finishImport(from, *plan);
            else if (!plan && plan.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(plan.error().sentence()));
            refresh();
        });
    connect(m_importing, &JobBase::progress, m_head, &DataHead::setProgress);
    refresh();
}

void DataPanel::finishImport(const DatasetPtr& from, const ImportPlan& plan) {
    if (plan.events == 0)
        return emit failed(tr("Nothing was imported: %1.").arg(leftOutText(plan)));
    QString words = tr("Imported: %1 films, %2 events of the coder “%3”. Undo takes them back.")
                        .arg(plan.films)
                        .arg(plan.events)
                        .arg(QString::fromStdString(from->name));
    if (!plan.leftOut.empty())
        words += ' ' + tr("Not written: %1.").arg(leftOutText(plan));
    m_writing = true;
    commands::Gate::pushInBackground(m_document, m_jobs, plan.edit,
                                     [panel = QPointer(this), words](bool written) {
                                         if (!panel)
                                             return;
                                         panel->m_writing = false;
                                         panel->refresh();
                                         if (!written)
                                             return; // the document has said why
                                         emit panel->notice(words);
                                         emit panel->imported();
                                     });
}

void DataPanel::openSample(int row) {
    const auto& sample = m_samples->model().sample(row);
    if (sample.media.empty())
        return emit failed(tr("The film of this row was not found; choose the folder of the films above."));
    const auto path = std::filesystem::absolute(sample.media).lexically_normal();
    for (const auto& media : m_document.media())
        if (media.path.lexically_normal() == path)
            return emit filmAsked(
                media.id, sample.onset.value_or(FrameIndex{sample.mediaFirstFrame}) - sample.mediaFirstFrame,
                QString::fromStdString(m_data->name));
    emit failed(tr("The film of this row is not in the project yet; press Import first."));
}

void DataPanel::setFacesHidden(bool hidden) {
    m_samples->setFacesHidden(hidden);
}

void DataPanel::showSamples() {
    if (m_tabs->isTabVisible(m_tabs->indexOf(m_samples)))
        m_tabs->setCurrentWidget(m_samples);
}

} // namespace mien::ui
