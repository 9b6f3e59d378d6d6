// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/debias_page.h"

#include "ui/jobs/job_list.h"
#include "ui/training/debias_curves.h"
#include "ui/training/lambda_form.h"
#include "ui/training/odds_bars.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

#include <set>

namespace mien::ui {
namespace {

constexpr int kOpenFilm = -1; ///< data of the row of the open film
constexpr int kOddsDelayMs = 120;

QString textOf(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

QJsonObject jsonOf(const std::array<double, fairness::kHeads>& lambdas) {
    QJsonObject json;
    for (std::size_t head = 0; head < lambdas.size(); ++head) {
        const auto name = fairness::nameOf(static_cast<fairness::Head>(head));
        json[QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))] = lambdas[head];
    }
    return json;
}

std::vector<fairness::TypedInterval> typed(const std::vector<annotation::Proposal>& proposals) {
    std::vector<fairness::TypedInterval> out;
    for (const auto& one : proposals)
        out.push_back({one.interval(), one.type});
    return out;
}

std::vector<fairness::TypedInterval> typed(const std::vector<spotting::KnownExpression>& expressions) {
    std::vector<fairness::TypedInterval> out;
    for (const auto& one : expressions)
        if (one.offset)
            out.push_back({{one.onset, *one.offset}, one.type});
    return out;
}

} // namespace

DebiasPage::DebiasPage(JobList& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_modelName(new QLabel),
      m_what(new QLabel),
      m_fares(new QLabel),
      m_films(new QComboBox),
      m_heads(new QComboBox),
      m_goal(new QComboBox),
      m_form(new LambdaForm),
      m_curves(new DebiasCurves),
      m_bars(new OddsBars),
      m_choose(new QPushButton(tr("Choose model…"))),
      m_zero(new QPushButton(tr("All to 0"))),
      m_find(new QPushButton(tr("Find λ"))),
      m_keep(new QPushButton(tr("Keep in the model"))),
      m_apply(new QPushButton(tr("Apply to the open film"))) {
    m_pool.setMaxThreadCount(1);
    auto* side = new QWidget;
    buildControls(side);
    auto* left = new QScrollArea;
    left->setWidget(side);
    left->setWidgetResizable(true);
    left->setFrameShape(QFrame::NoFrame);
    left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    left->setMinimumWidth(400);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(12, 10, 12, 10);
    auto* head = new QHBoxLayout;
    for (const auto& [name, box] : {std::pair{tr("Film"), m_films}, std::pair{tr("Drawn"), m_heads}}) {
        auto* label = new QLabel(name);
        label->setBuddy(box);
        box->setAccessibleName(name);
        head->addWidget(label);
        head->addWidget(box, box == m_films ? 1 : 0);
    }
    m_films->setToolTip(
        tr("The open film as the model sees it, or a film of the run as the network of its fold sees "
           "it, which did not know the person"));
    m_films->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_heads->setToolTip(tr("Which output of the network is drawn; moving a slider draws its own"));
    for (int i = 0; i < fairness::kHeads; ++i)
        m_heads->addItem(headText(static_cast<fairness::Head>(i)));
    m_heads->setCurrentIndex(static_cast<int>(m_head));
    column->addLayout(head);
    m_what->setWordWrap(true);
    m_what->setProperty("faint", true);
    column->addWidget(m_what);
    column->addWidget(m_curves, 3);
    auto* title = new QLabel(tr("Equalised odds: gap between groups, before and after"));
    title->setProperty("heading", true);
    column->addWidget(title);
    m_fares->setWordWrap(true);
    m_fares->setAccessibleName(tr("How the λ fare"));
    column->addWidget(m_fares);
    auto* bars = new QScrollArea;
    bars->setWidget(m_bars);
    bars->setWidgetResizable(true);
    bars->setFrameShape(QFrame::NoFrame);
    column->addWidget(bars, 2);
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({430, 1000});
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(split);
    m_oddsTimer.setSingleShot(true);
    m_oddsTimer.setInterval(kOddsDelayMs);
    connect(&m_oddsTimer, &QTimer::timeout, this, &DebiasPage::askForOdds);
    connect(m_form, &LambdaForm::changed, this, [this] {
        m_foundBy.clear(); // from now on by hand
        recompute();
    });
    connect(m_form, &LambdaForm::touched, this, &DebiasPage::showHead);
    connect(m_heads, &QComboBox::currentIndexChanged, this,
            [this](int index) { showHead(static_cast<fairness::Head>(index)); });
    connect(m_films, &QComboBox::currentIndexChanged, this, &DebiasPage::showFilm);
    if (const auto shipped = spotting::shippedModel(); !shipped.empty())
        setModel(textOf(shipped));
    else
        refresh();
}

DebiasPage::~DebiasPage() {
    for (JobBase* job : {m_openJob.data(), m_runJob.data(), m_searchJob.data()})
        if (job)
            job->cancel();
    m_oddsStop.request_stop();
    m_pool.waitForDone();
}

void DebiasPage::buildControls(QWidget* side) {
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(14, 12, 14, 12);
    const auto heading = [column](const QString& text) {
        auto* label = new QLabel(text);
        label->setProperty("heading", true);
        column->addWidget(label);
    };
    heading(tr("Model"));
    m_modelName->setWordWrap(true);
    column->addWidget(m_modelName);
    m_choose->setToolTip(tr("A folder with model.json: of a training, or one that you were given"));
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    column->addSpacing(8);
    heading(tr("F = P − λ₁ P(stillness) − λ₂ P(driving regions)"));
    column->addWidget(m_form);
    auto* first = new QHBoxLayout;
    m_goal->setAccessibleName(tr("What λ are to improve"));
    m_goal->setToolTip(m_goal->accessibleName());
    m_goal->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zero->setToolTip(tr("The plain model"));
    first->addWidget(m_find);
    first->addWidget(m_goal, 1);
    first->addWidget(m_zero);
    column->addLayout(first);
    column->addSpacing(8);
    auto* second = new QHBoxLayout;
    m_apply->setProperty("primary", true);
    second->addWidget(m_apply);
    second->addWidget(m_keep);
    second->addStretch(1);
    column->addLayout(second);
    column->addStretch(1);
    for (QPushButton* button : {m_choose, m_zero, m_find, m_keep, m_apply})
        button->setAccessibleName(button->text());
    connect(m_choose, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of a model"), m_model);
        if (!folder.isEmpty())
            setModel(folder);
    });
    connect(m_zero, &QPushButton::clicked, this, [this] { m_form->setLambdas({}); });
    connect(m_find, &QPushButton::clicked, this, &DebiasPage::find);
    connect(m_keep, &QPushButton::clicked, this, &DebiasPage::keep);
    connect(m_apply, &QPushButton::clicked, this, &DebiasPage::apply);
}

QString DebiasPage::text() const {
    return m_what->text();
}

bool DebiasPage::busy() const {
    const auto runs = [](const QPointer<JobBase>& job) { return job && !job->ended(); };
    return runs(m_openJob) || runs(m_runJob) || runs(m_searchJob);
}

bool DebiasPage::ofRun() const {
    return m_run && textOf(m_run->model) == m_model;
}

void DebiasPage::setModel(const QString& folder) {
    const auto model = spotting::readModelManifest(folder.toStdString());
    if (!model)
        return emit failed(QString::fromStdString(model.error().sentence()));
    m_model = folder;
    m_modelName->setText(QString::fromStdString(model->name));
    m_modelName->setToolTip(folder);
    m_open.reset();
    const auto lambdas = pipeline::lambdasOf(model->correction);
    m_form->setLambdas(lambdas);
    m_foundBy = QString::fromStdString(model->correction.by);
    listFilms();
    predictOpen();
}

void DebiasPage::setRun(const TrainedRunPtr& run) {
    m_run = run;
    m_predictions.reset();
    m_goal->clear();
    m_goal->addItem(tr("for F1"), QString());
    std::set<std::string> attributes{"type", "subject"};
    for (const auto& film : run->set.films)
        for (const auto& [name, value] : film.attributes)
            attributes.insert(name);
    for (const auto& name : attributes)
        m_goal->addItem(tr("for equal odds of %1").arg(QString::fromStdString(name)),
                        QString::fromStdString(name));
    setModel(textOf(run->model));
    predictRunFilms();
}

void DebiasPage::setOpenFilm(const QString& name, std::shared_ptr<const pipeline::Analysis> analysis) {
    if (name == m_openName && analysis == m_analysis)
        return;
    m_openName = name;
    m_analysis = std::move(analysis);
    m_open.reset();
    listFilms();
    predictOpen();
}

void DebiasPage::predictOpen() {
    const int generation = ++m_openGeneration;
    if (m_openJob)
        m_openJob->cancel();
    if (!m_analysis || m_model.isEmpty())
        return showFilm();
    using Out = std::shared_ptr<const ModelPrediction>;
    m_openJob = m_jobs.start<Out>(
        tr("What the network says of %1").arg(m_openName),
        [model = m_model.toStdString(), analysis = m_analysis](const JobContext& job) -> Result<Out> {
            auto said = predictFilm(model, analysis->series, job);
            if (!said)
                return Unexpected(std::move(said).error());
            return std::make_shared<const ModelPrediction>(*std::move(said));
        },
        this,
        [this, generation](const Result<Out>& said) {
            if (generation != m_openGeneration)
                return;
            m_openJob.clear();
            if (said)
                m_open = *said;
            else if (said.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(said.error().sentence()));
            showFilm();
        });
    showFilm();
}

void DebiasPage::predictRunFilms() {
    const int generation = ++m_runGeneration;
    if (m_runJob)
        m_runJob->cancel();
    using Out = std::shared_ptr<const RunPredictions>;
    m_runJob = m_jobs.start<Out>(
        tr("Counterfactuals of the run’s films"),
        [run = m_run](const JobContext& job) { return predictRun(run, job); }, this,
        [this, generation](const Result<Out>& said) {
            if (generation != m_runGeneration)
                return;
            m_runJob.clear();
            if (said)
                m_predictions = *said;
            else if (said.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(said.error().sentence()));
            listFilms();
            showFilm();
            m_oddsTimer.start();
            emit runShown();
        });
    refresh();
}

void DebiasPage::listFilms() {
    const QVariant chosen = m_films->currentData();
    const QSignalBlocker quiet(m_films);
    m_films->clear();
    if (!m_openName.isEmpty())
        m_films->addItem(tr("%1 (open)").arg(m_openName), kOpenFilm);
    if (ofRun() && m_predictions)
        for (std::size_t i = 0; i < m_predictions->films.size(); ++i)
            m_films->addItem(QString::fromStdString(m_predictions->films[i].film->name), static_cast<int>(i));
    if (const int row = m_films->findData(chosen); row >= 0 && chosen.isValid())
        m_films->setCurrentIndex(row);
}

bool DebiasPage::selectFilm(int index) {
    const int row = m_films->findData(index);
    if (row >= 0)
        m_films->setCurrentIndex(row);
    return row >= 0;
}

void DebiasPage::showFilm() {
    Shown shown;
    const QVariant chosen = m_films->currentData();
    if (chosen.isValid() && chosen.toInt() == kOpenFilm && m_open) {
        shown = {Source::OpenFilm, m_open->film, m_open->model.recipe.proposals, m_open->model.name, {}};
    } else if (chosen.isValid() && chosen.toInt() >= 0 && m_predictions) {
        const auto at = static_cast<std::size_t>(chosen.toInt());
        const auto& trained = m_run->folds[m_predictions->foldOf[at]].trained;
        shown = {Source::RunFilm, predictionOf(*m_predictions, at), trained.proposals, "fold",
                 typed(m_predictions->films[at].film->expressions)};
    }
    take(std::move(shown));
}

void DebiasPage::take(Shown shown) {
    m_curves->clear();
    m_shown = std::make_unique<Shown>(std::move(shown));
    if (m_shown->source != Source::Nothing) {
        const auto plain =
            pipeline::correctedSpotting(m_shown->prediction, {}, m_shown->options, m_shown->spotter);
        m_curves->show(m_shown->prediction, m_head, thresholdOf(m_head));
        if (plain)
            m_curves->setStrip(DebiasCurves::Before, typed(plain->proposals));
        m_curves->setStrip(DebiasCurves::Coded, m_shown->coded);
    }
    recompute();
}

double DebiasPage::thresholdOf(fairness::Head head) const {
    return head == fairness::Head::MicroApex   ? m_shown->options.microApex
           : head == fairness::Head::MacroApex ? m_shown->options.macroApex
                                               : 0.0;
}

void DebiasPage::showHead(fairness::Head head) {
    if (head == m_head)
        return;
    m_head = head;
    const QSignalBlocker quiet(m_heads);
    m_heads->setCurrentIndex(static_cast<int>(head));
    if (m_shown && m_shown->source != Source::Nothing) {
        m_curves->show(m_shown->prediction, m_head, thresholdOf(m_head));
        recompute();
    }
}

void DebiasPage::recompute() {
    m_proposals.clear();
    if (m_shown && m_shown->source != Source::Nothing) {
        auto now = pipeline::correctedSpotting(m_shown->prediction, m_form->lambdas(), m_shown->options,
                                               m_shown->spotter);
        if (now) {
            m_curves->setCorrected(now->corrected);
            m_curves->setStrip(DebiasCurves::After, typed(now->proposals));
            m_proposals = std::move(now->proposals);
        } else {
            emit failed(QString::fromStdString(now.error().sentence()));
        }
    }
    m_oddsTimer.start();
    refresh();
    emit changed();
}

/// The newest choice of λ wins; an older one that is still being tried is given up.
void DebiasPage::askForOdds() {
    m_oddsStop.request_stop();
    const int generation = ++m_oddsGeneration;
    if (!ofRun() || !m_predictions || m_predictions->films.empty()) {
        m_bars->setChange({});
        return;
    }
    m_oddsStop = {};
    JobContext job;
    job.stop = m_oddsStop.get_token();
    job.threads = 1;
    m_pool.start([this, generation, job, run = m_predictions, lambdas = m_form->lambdas()] {
        auto change = oddsOf(*run, lambdas, job);
        QMetaObject::invokeMethod(
            this,
            [this, generation, change = std::move(change)] {
                if (generation != m_oddsGeneration)
                    return;
                if (change)
                    showOdds(*change);
                else if (change.error().code != ErrorCode::Cancelled)
                    emit failed(QString::fromStdString(change.error().sentence()));
            },
            Qt::QueuedConnection);
    });
}

void DebiasPage::showOdds(const OddsChange& change) {
    m_bars->setChange(change);
    const auto before = change.before.overall(), after = change.after.overall();
    m_fares->setText(tr("On the films of all folds: F1 %1, now %2 (hits %3, now %4; false %5, now %6).")
                         .arg(before.f1(), 0, 'f', 3)
                         .arg(after.f1(), 0, 'f', 3)
                         .arg(before.tp)
                         .arg(after.tp)
                         .arg(before.fp)
                         .arg(after.fp));
    emit changed();
}

void DebiasPage::find() {
    if (!ofRun() || (m_searchJob && !m_searchJob->ended()))
        return;
    fairness::CalibrationOptions options;
    if (const QString attribute = m_goal->currentData().toString(); !attribute.isEmpty()) {
        options.objective = "equalised-odds";
        options.attribute = attribute.toStdString();
    }
    options.logit = m_form->lambdas().logit;
    m_searchJob = m_jobs.start<LambdaSearch>(
        tr("Looking for λ"),
        [run = m_run, options](const JobContext& job) { return searchLambdas(run, options, job); }, this,
        [this, run = m_run](const Result<LambdaSearch>& found) {
            m_searchJob.clear();
            refresh();
            if (!found) {
                if (found.error().code != ErrorCode::Cancelled)
                    emit failed(QString::fromStdString(found.error().sentence()));
                return;
            }
            if (run != m_run || !ofRun())
                return;
            m_form->setLambdas(found->lambdas);
            m_foundBy = QString::fromStdString(found->by);
            QString text = !found->note.empty() ? QString::fromStdString(found->note)
                           : found->lambdas.allZero()
                               ? tr("No λ proved better than 0 on people that it was not chosen on.")
                               : tr("λ are those that were best on the people set aside in training.");
            if (found->folds > 0)
                text +=
                    ' ' +
                    tr("Looked for in each fold anew, they proved themselves in %1 of %2; F1 on people of "
                       "neither search nor training: %3, with λ %4.")
                        .arg(found->proved)
                        .arg(found->folds)
                        .arg(found->f1Before, 0, 'f', 3)
                        .arg(found->f1After, 0, 'f', 3);
            emit notice(text);
        });
    refresh();
}

void DebiasPage::keep() {
    const QString by = m_foundBy.isEmpty() ? QStringLiteral("set by hand") : m_foundBy;
    if (const auto kept = keepLambdas(m_model.toStdString(), m_form->lambdas(), by.toStdString()); !kept)
        return emit failed(QString::fromStdString(kept.error().sentence()));
    emit notice(tr("The model is used with these λ from now on; its card says so."));
}

void DebiasPage::apply() {
    if (!m_apply->isEnabled())
        return;
    const auto lambdas = m_form->lambdas();
    const QJsonObject json{{"model", m_model},
                           {"lambda_null", jsonOf(lambdas.null)},
                           {"lambda_masked", jsonOf(lambdas.masked)},
                           {"logit", lambdas.logit}};
    ProposalSet set{QString::fromStdString(m_shown->spotter),
                    QJsonDocument(json).toJson(QJsonDocument::Compact), m_proposals};
    pipeline::describe(m_analysis->series, set.proposals);
    emit applyAsked(set);
}

void DebiasPage::refresh() {
    const bool nothing = !m_shown || m_shown->source == Source::Nothing;
    const bool open = !nothing && m_shown->source == Source::OpenFilm;
    const bool searching = m_searchJob && !m_searchJob->ended();
    QString what;
    if (m_model.isEmpty())
        what = tr("Choose a model, or train one.");
    else if (busy() && nothing)
        what = tr("The network looks at the film …");
    else if (nothing && m_openName.isEmpty())
        what = tr("Open a film and analyse it, or train with folds here: then its curves are drawn.");
    else if (nothing)
        what = tr("%1 is not analysed yet; analyse it in the Code workspace.").arg(m_openName);
    else
        what = tr("Proposals: %1 without correction, %2 now.")
                   .arg(m_curves->drawnIn(DebiasCurves::Before))
                   .arg(m_proposals.size());
    m_what->setText(what);
    const bool useful = nothing || !m_shown->prediction.masked.values.empty();
    m_form->setMaskedUseful(useful || ofRun());
    if (!nothing && !useful)
        m_what->setText(m_what->text() + ' ' +
                        tr("No edge of the film’s causal graph is directed, so λ₂ changes nothing here."));
    m_heads->setEnabled(!nothing);
    m_films->setEnabled(m_films->count() > 0);
    m_find->setEnabled(ofRun() && !searching);
    m_find->setToolTip(
        ofRun() ? tr("On people that the training had set aside; then in every fold anew, to see "
                     "whether such λ help people of neither")
                : tr("Needs the films that the model was trained on: train it here first; a finished run in "
                     "the same folder is not trained again"));
    m_goal->setEnabled(m_find->isEnabled());
    m_keep->setEnabled(!m_model.isEmpty() && !searching);
    m_keep->setToolTip(
        tr("Writes the λ into the model’s folder and card: it is used with them from then on"));
    m_apply->setEnabled(open && m_analysis != nullptr);
    m_apply->setToolTip(
        open ? tr("A new set of proposals for the open film; the one before stays and comes back with undo")
             : tr("Choose the open film above; it must be analysed"));
    if (!ofRun() || !m_run || m_run->folds.empty()) {
        m_fares->setText(
            tr("Whether groups fare alike is known after a training here that was tried in folds."));
        m_bars->setChange({});
    } else if (!m_predictions) {
        m_fares->setText(tr("The networks of the folds look at their films …"));
    }
}

} // namespace mien::ui
