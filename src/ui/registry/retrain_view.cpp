// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/retrain_view.h"

#include "core/base/sha256.h"
#include "core/dataset/import.h"
#include "core/project/corrections.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"
#include "ui/registry/comparison_view.h"
#include "ui/registry/model_words.h"
#include "ui/registry/use_row.h"
#include "ui/settings/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

#include <set>

namespace mien::ui {
namespace {

constexpr QLatin1String kOffered("*"); ///< no path: the dataset of the Train workspace

/// What a project's review holds, for people.
struct Reviewed {
    int films = 0, people = 0, expressions = 0;
    double watchedS = 0.0;
};

Result<std::vector<dataset::ReviewedFilm>> reviewedIn(const std::string& path, const std::string& coder) {
    auto own = project::openProject(path, project::OpenMode::ReadOnly);
    if (!own)
        return Unexpected(own.error());
    return project::reviewedFilms(**own, coder);
}

/// Models are told apart by their names, so each has one of its own.
QString freeName(const ModelShelf& shelf, const QString& wanted) {
    QString name = wanted;
    const auto taken = [&] {
        return std::ranges::any_of(shelf.models(), [&](const auto& model) { return nameOf(model) == name; });
    };
    for (int i = 2; taken(); ++i)
        name = QStringLiteral("%1 %2").arg(wanted).arg(i);
    return name;
}

} // namespace

struct RetrainView::Done {
    training::RetrainOutcome outcome;
    QString folder;
};

RetrainView::RetrainView(ModelShelf& shelf, Settings& settings, ProjectDocument& document, JobList& jobs,
                         const QString& cacheFolder, QWidget* parent)
    : QWidget(parent),
      m_shelf(shelf),
      m_settings(settings),
      m_document(document),
      m_jobs(jobs),
      m_cacheFolder(cacheFolder),
      m_what(new QLabel),
      m_name(new QLineEdit),
      m_table(new QComboBox),
      m_goOn(new QCheckBox(tr("Go on from what it knows"))),
      m_start(new QPushButton),
      m_pause(new QPushButton(tr("Pause"))),
      m_stop(new QPushButton(tr("Stop"))),
      m_browse(new QPushButton(tr("Choose…"))),
      m_progress(new QProgressBar),
      m_stage(new QLabel),
      m_verdict(new QLabel),
      m_useRow(new UseRow(shelf, document)),
      m_comparison(new ComparisonView) {
    setAccessibleName(tr("Retrain on my corrections"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    m_what->setWordWrap(true);
    column->addWidget(m_what);
    auto* form = new QFormLayout;
    m_name->setAccessibleName(tr("Name of the new model"));
    m_name->setText(tr("My corrections"));
    form->addRow(tr("Name"), m_name);
    m_table->setAccessibleName(tr("More films to learn from"));
    m_table->addItem(tr("nothing: the corrections alone"), QString());
    m_table->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_table->setToolTip(
        tr("The dataset that the Train workspace has, or the table of one whose films stand beside it; what "
           "it says is learnt as well. Where you reviewed its films too, your review counts."));
    m_browse->setAccessibleName(tr("Choose a table"));
    auto* beside = new QHBoxLayout;
    beside->addWidget(m_table, 1);
    beside->addWidget(m_browse);
    form->addRow(tr("Learn beside"), beside);
    m_goOn->setChecked(true);
    m_goOn->setAccessibleName(m_goOn->text());
    m_goOn->setToolTip(
        tr("Begins with the weights of the chosen model and changes them gently; otherwise from "
           "chance, which needs many films"));
    form->addRow(QString(), m_goOn);
    column->addLayout(form);
    auto* row = new QHBoxLayout;
    m_start->setProperty("primary", true);
    m_pause->setAccessibleName(tr("Pause the training"));
    m_pause->setToolTip(keptByPause());
    m_stop->setAccessibleName(tr("Stop the training"));
    m_stop->setToolTip(tr("Gives this training up; the models are as they were"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setMaximumWidth(360);
    m_progress->setAccessibleName(tr("How far the training is"));
    m_stage->setProperty("faint", true);
    for (auto* button : {m_start, m_pause, m_stop})
        row->addWidget(button);
    row->addWidget(m_progress, 1);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_stage);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_verdict);
    column->addWidget(m_useRow);
    column->addWidget(m_comparison, 100);
    column->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, &RetrainView::start);
    connect(m_pause, &QPushButton::clicked, this, &RetrainView::pause);
    connect(m_stop, &QPushButton::clicked, this, &RetrainView::stop);
    connect(m_browse, &QPushButton::clicked, this, &RetrainView::chooseTable);
    connect(m_comparison, &ComparisonView::filmAsked, this, &RetrainView::filmAsked);
    connect(&document, &ProjectDocument::projectChanged, this, [this] {
        m_verdict->clear();
        m_new.clear();
        m_comparison->clear();
        m_comparison->hide();
        if (m_state == State::Paused) // its checkpoints stay with its project
            m_state = State::Ready;
        updateButtons();
    });
    m_comparison->hide();
    updateButtons();
}

QString RetrainView::keptByPause() {
    return tr("Measured films and the epochs so far are kept; Resume on the page of models goes on to the "
              "same model");
}

void RetrainView::setOld(const QString& key) {
    m_old = key;
    updateButtons();
}

void RetrainView::refresh() {
    m_any = false;
    updateButtons();
    if (!m_document.hasProject())
        return m_what->setText(
            tr("Open a project: what you take, correct, reject and mark as watched in it becomes "
               "something to learn from."));
    std::map<std::int64_t, double> rates;
    for (const auto& media : m_document.media())
        rates[media.id.value] = media.fps.value();
    m_jobs.start<Reviewed>(
        tr("Counting what was reviewed"),
        [path = m_document.path().toStdString(), coder = m_document.coder().toStdString(),
         rates](const JobContext&) -> Result<Reviewed> {
            const auto films = reviewedIn(path, coder);
            if (!films)
                return Unexpected(films.error());
            Reviewed out;
            std::set<std::string> people;
            for (const auto& film : *films) {
                ++out.films;
                people.insert(film.subject.empty() ? "film " + film.name : film.subject);
                out.expressions += static_cast<int>(film.expressions.size());
                for (const auto& s : film.watched)
                    out.watchedS += static_cast<double>(s.lengthFrames()) / std::max(1.0, rates.at(film.id));
            }
            out.people = static_cast<int>(people.size());
            return out;
        },
        this,
        [this](const Result<Reviewed>& counted) {
            if (!counted)
                return m_what->setText(QString::fromStdString(counted.error().sentence()));
            m_any = counted->films > 0;
            QString text = tr("No film was reviewed by you yet.");
            if (m_any)
                text = tr("%1 reviewed, %2, %3; %4 s in all were looked at.")
                           .arg(tr("%n film(s)", nullptr, counted->films),
                                tr("%n person(s)", nullptr, counted->people),
                                tr("%n expression(s)", nullptr, counted->expressions))
                           .arg(counted->watchedS, 0, 'f', 0);
            m_what->setText(
                text + QLatin1Char(' ') +
                tr("Events teach what an expression is, rejected proposals and stretches marked as watched "
                   "what is none. What nobody looked at teaches nothing."));
            updateButtons();
        });
}

void RetrainView::chooseTable() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Table of more films"), m_settings.lastFolder(),
                                     tr("Tables (*.csv *.xlsx *.xls *.tsv);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    if (m_table->findData(path) < 0) {
        m_table->addItem(QFileInfo(path).fileName(), path);
        m_table->setItemData(m_table->count() - 1, QDir::toNativeSeparators(path), Qt::ToolTipRole);
    }
    m_table->setCurrentIndex(m_table->findData(path));
}

void RetrainView::offer(std::shared_ptr<const dataset::Dataset> known) {
    m_latest = std::move(known);
    updateButtons();
}

/// The same dataset read anew stays chosen; another one has to be chosen by somebody.
void RetrainView::listOffered() {
    const bool same = m_latest && m_offered && m_latest->name == m_offered->name;
    const int at = m_table->findData(QString(kOffered));
    if (at >= 0 && !same)
        m_table->removeItem(at);
    m_offered = m_latest;
    if (!m_offered)
        return;
    const auto films = training::outlineOf(*m_offered).films;
    const QString text =
        tr("%1, as in the Train workspace (%2)")
            .arg(QString::fromStdString(m_offered->name), tr("%n film(s)", nullptr, static_cast<int>(films)));
    if (at >= 0 && same)
        m_table->setItemText(at, text);
    else
        m_table->insertItem(1, text, QString(kOffered));
}

RetrainView::Beside RetrainView::chosen() const {
    const QString key = m_table->currentData().toString();
    return key == kOffered ? Beside{{}, m_offered} : Beside{key, nullptr};
}

QString RetrainView::Beside::name() const {
    return data ? QString::fromStdString(data->name) : QFileInfo(table).fileName();
}

void RetrainView::updateButtons() {
    const bool busy = m_state == State::Running || m_state == State::Pausing || m_state == State::Stopping;
    const bool paused = m_state == State::Paused, open = busy || paused;
    if (!open && m_latest != m_offered)
        listOffered();
    for (QWidget* choice : std::initializer_list<QWidget*>{m_name, m_table, m_browse})
        choice->setEnabled(!open);
    m_goOn->setEnabled(!open && m_old != kRulesKey);
    m_start->setText(paused ? tr("Resume") : tr("Retrain"));
    m_start->setAccessibleName(m_start->text());
    m_start->setVisible(!busy);
    m_start->setEnabled(m_any && m_document.hasProject());
    m_start->setToolTip(
        !m_any   ? tr("Nothing was reviewed yet")
        : paused ? tr("Goes on where it was paused, to the same model; after more review it begins anew")
                 : tr("Trains in the background; the model in use stays until you choose the new one"));
    m_pause->setVisible(busy);
    m_pause->setEnabled(m_state == State::Running);
    m_stop->setVisible(open);
    m_stop->setEnabled(m_state != State::Stopping);
    m_progress->setVisible(open);
    m_stage->setVisible(open);
    if (m_state == State::Pausing)
        m_stage->setText(tr("Pausing …"));
    else if (m_state == State::Stopping)
        m_stage->setText(tr("Stopping …"));
    else if (paused)
        m_stage->setText(tr("Paused. What is done is kept."));
    const bool there = !m_new.isEmpty() && !open;
    m_verdict->setVisible(there);
    m_useRow->setVisible(there);
}

void RetrainView::setState(State state) {
    m_state = state;
    updateButtons();
}

void RetrainView::pause() {
    if (m_state != State::Running)
        return;
    setState(State::Pausing);
    m_job->cancel();
}

void RetrainView::stop() {
    if (m_state == State::Running || m_state == State::Pausing) {
        setState(State::Stopping);
        m_job->setStopping(Stopping::GivesUp, m_stop->toolTip());
        m_job->cancel();
    } else if (m_state == State::Paused) {
        std::error_code ignored;
        std::filesystem::remove_all(checkpoints(), ignored);
        setState(State::Ready);
    }
}

/// Of the project that is trained on; only a cache: without it a training begins anew.
std::filesystem::path RetrainView::checkpoints() const {
    return std::filesystem::path(m_cacheFolder.toStdString()) / "retraining" /
           sha256Of(m_project.toStdString()).substr(0, 16);
}

void RetrainView::start() {
    if (m_state != State::Ready && m_state != State::Paused)
        return;
    if (m_state == State::Ready) {
        m_from = m_old;
        m_beside = chosen();
    }
    m_project = m_document.path();
    training::RetrainRequest request;
    const auto* old = m_shelf.find(m_from);
    if (old && old->usable())
        request.old = old->folder;
    request.options.goOn = m_goOn->isChecked();
    request.options.seed = 1;
    request.options.folder = checkpoints();
    request.analysis.cacheDir = m_cacheFolder.toStdString();
    request.analysis.landmarkModel = m_settings.landmarkModel().toStdString();
    const QString wanted = m_name->text().trimmed();
    const QString name = freeName(m_shelf, wanted.isEmpty() ? tr("My corrections") : wanted);
    auto& facts = request.facts;
    facts.name = name.toStdString();
    facts.description =
        "Spots micro- and macro-expressions: a graph network over the motion of 12 facial regions.";
    facts.licence = "none given";
    facts.data =
        "reviewed films of the project " + QFileInfo(m_document.path()).completeBaseName().toStdString();
    facts.command = "Retrain on my corrections, in the window";
    facts.made = QDate::currentDate().toString(Qt::ISODate).toStdString();
    facts.program = "mien " MIEN_VERSION;
    if (const QString beside = m_beside.name(); !beside.isEmpty())
        facts.data += " and " + beside.toStdString();
    request.out = pipeline::freeModelFolder(m_shelf.own(), facts.name);
    using Out = std::shared_ptr<const Done>;
    m_verdict->clear();
    m_new.clear();
    m_comparison->hide();
    m_job = m_jobs.start<Out>(
        tr("Retraining on the corrections"),
        [request, beside = m_beside, path = m_document.path().toStdString(),
         coder = m_document.coder().toStdString()](const JobContext& job) -> Result<Out> {
            auto full = request;
            auto films = reviewedIn(path, coder);
            if (!films)
                return Unexpected(films.error());
            full.reviewed = *std::move(films);
            if (beside.data) {
                full.beside = *beside.data;
            } else if (!beside.table.isEmpty()) {
                dataset::ImportOptions options;
                options.cacheDir = full.analysis.cacheDir;
                auto read = dataset::importDataset(beside.table.toStdString(), options, job);
                if (!read)
                    return Unexpected(read.error());
                full.beside = *std::move(read);
            }
            auto outcome = training::retrainAndWrite(nullptr, full, job);
            if (!outcome)
                return Unexpected(outcome.error());
            return std::make_shared<const Done>(
                Done{*std::move(outcome), QString::fromStdString(full.out.string())});
        },
        this, [this](const Result<Out>& done) { ready(done); }, m_settings.threads());
    connect(m_job, &JobBase::progress, this, [this] {
        if (!m_job)
            return;
        m_progress->setValue(static_cast<int>(1000.0 * m_job->fraction()));
        const QString left = JobList::timeLeftText(m_job->secondsLeft());
        if (m_state == State::Running)
            m_stage->setText(left.isEmpty() ? m_job->text()
                                            : QStringLiteral("%1 · %2").arg(m_job->text(), left));
    });
    m_job->setStopping(Stopping::Pauses, keptByPause());
    m_progress->setValue(0);
    m_stage->clear();
    setState(State::Running);
}

void RetrainView::ready(const Result<std::shared_ptr<const Done>>& done) {
    m_job = nullptr;
    const bool given = m_state == State::Stopping;
    const bool here = m_document.path() == m_project;
    std::error_code ignored;
    if (!done && done.error().code == ErrorCode::Cancelled) {
        if (given)
            std::filesystem::remove_all(checkpoints(), ignored);
        return setState(given || !here ? State::Ready : State::Paused);
    }
    if (!done) {
        setState(State::Ready);
        emit failed(QString::fromStdString(done.error().sentence()));
        return;
    }
    std::filesystem::remove_all(checkpoints(), ignored);
    const auto& r = (*done)->outcome.retraining;
    if (here)
        m_new = (*done)->folder;
    setState(State::Ready);
    m_shelf.refresh();
    emit trained((*done)->folder);
    if (!here)
        return;
    QString text = tr("The new model is in %1.").arg(m_new);
    if (r.heldOut) {
        m_comparison->show(*r.heldOut, tr("old"), tr("new"));
        m_comparison->setVisible(true);
    }
    const auto record = r.record({});
    if (record.passed())
        text += QLatin1Char(' ') +
                tr("On %1 people whom neither had learnt from its F1 is %2, that of the old one %3: it is "
                   "better beyond chance.")
                    .arg(record.people)
                    .arg(record.f1, 0, 'f', 2)
                    .arg(record.oldF1, 0, 'f', 2);
    else if (!r.heldOut && r.known > 0)
        text += QLatin1Char(' ') +
                tr("The old model has learnt from %1 of the people who were reviewed, and fewer than two "
                   "others are left to compare on.")
                    .arg(r.known);
    else if (!r.heldOut)
        text += QLatin1Char(' ') + tr("Fewer than two people were reviewed, so nobody could be held out.");
    for (const auto& warning : (*done)->outcome.warnings)
        text += QLatin1Char('\n') + QString::fromStdString(warning);
    m_verdict->setText(text);
    m_useRow->setModel(m_new);
}

} // namespace mien::ui
