// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/debias_page.h"

#include "ui/jobs/core_words.h"
#include "ui/models/describe.h"
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

constexpr int kMostBarsPx = 240; ///< more attributes than these show scroll
constexpr int kOpenFilm = -1;    ///< data of the row of the open film

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

std::vector<StripItem> stripOf(const std::vector<annotation::Proposal>& proposals) {
    std::vector<StripItem> out;
    for (const auto& one : proposals)
        out.push_back({one.interval(), one.type, looksLikeText(one.looksLike)});
    return out;
}

std::vector<StripItem> stripOf(const std::vector<fairness::TypedInterval>& coded) {
    std::vector<StripItem> out;
    for (const auto& one : coded)
        out.push_back({one.frames, one.type});
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
      m_engine(new DebiasEngine(jobs, this)),
      m_modelName(new QLabel),
      m_what(new QLabel),
      m_fares(new QLabel),
      m_found(new QLabel),
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
    m_barsArea = new QScrollArea;
    m_barsArea->setWidget(m_bars);
    m_barsArea->setWidgetResizable(true);
    m_barsArea->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_barsArea);
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({430, 1000});
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(split);
    connect(m_engine, &DebiasEngine::openSettled, this, &DebiasPage::showFilm);
    connect(m_engine, &DebiasEngine::runSettled, this, [this] {
        listFilms();
        showFilm();
        emit runShown();
    });
    connect(m_engine, &DebiasEngine::oddsKnown, this, &DebiasPage::showOdds);
    connect(m_engine, &DebiasEngine::found, this, &DebiasPage::takeFound);
    connect(m_engine, &DebiasEngine::searchEnded, this, &DebiasPage::refresh);
    connect(m_engine, &DebiasEngine::failed, this, &DebiasPage::failed);
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
    m_found->setWordWrap(true);
    m_found->setProperty("faint", true);
    m_found->setAccessibleName(tr("What the search for λ found"));
    m_found->hide();
    column->addWidget(m_found);
    auto* second = new QHBoxLayout;
    m_apply->setProperty("primary", true);
    second->addWidget(m_apply);
    second->addWidget(m_keep);
    second->addStretch(1);
    column->addLayout(second);
    column->addStretch(1);
    m_find->setObjectName("find");
    for (QPushButton* button : {m_choose, m_zero, m_find, m_keep, m_apply})
        button->setAccessibleName(button->text());
    connect(m_choose, &QPushButton::clicked, this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of a model"), m_engine->model());
        if (!folder.isEmpty())
            setModel(folder);
    });
    connect(m_zero, &QPushButton::clicked, this, [this] { m_form->setLambdas({}); });
    connect(m_find, &QPushButton::clicked, this,
            [this] { m_engine->searching() ? m_engine->stopSearch() : find(); });
    connect(m_keep, &QPushButton::clicked, this, &DebiasPage::keep);
    connect(m_apply, &QPushButton::clicked, this, &DebiasPage::apply);
}

QString DebiasPage::text() const {
    return m_what->text();
}

bool DebiasPage::busy() const {
    return m_engine->busy();
}

void DebiasPage::setModel(const QString& folder) {
    const auto model = spotting::readModelManifest(folder.toStdString());
    if (!model)
        return emit failed(QString::fromStdString(model.error().sentence()));
    m_modelName->setText(QString::fromStdString(model->name));
    m_modelName->setToolTip(folder);
    const auto lambdas = pipeline::lambdasOf(model->correction);
    m_form->setLambdas(lambdas);
    m_foundBy = QString::fromStdString(model->correction.by);
    m_found->hide();
    m_engine->setModel(folder);
    listFilms();
    showFilm();
}

void DebiasPage::setRun(const TrainedRunPtr& run) {
    m_engine->setRun(run);
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
}

void DebiasPage::setOpenFilm(const QString& name, std::shared_ptr<const pipeline::Analysis> analysis,
                             std::vector<fairness::TypedInterval> coded) {
    m_coded = std::move(coded);
    if (name == m_engine->openName() && analysis == m_engine->analysis()) {
        if (m_shown && m_shown->source == Source::OpenFilm)
            m_curves->setStrip(DebiasCurves::Coded, stripOf(m_coded));
        return;
    }
    m_engine->setOpenFilm(name, std::move(analysis));
    listFilms();
    showFilm();
}

void DebiasPage::listFilms() {
    const QVariant chosen = m_films->currentData();
    const QSignalBlocker quiet(m_films);
    m_films->clear();
    if (!m_engine->openName().isEmpty())
        m_films->addItem(tr("%1 (open)").arg(m_engine->openName()), kOpenFilm);
    if (const auto* run = m_engine->predictions(); run && m_engine->ofRun())
        for (std::size_t i = 0; i < run->films.size(); ++i)
            m_films->addItem(QString::fromStdString(run->films[i].film->name), static_cast<int>(i));
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
    const auto* open = m_engine->open();
    const auto* run = m_engine->predictions();
    if (chosen.isValid() && chosen.toInt() == kOpenFilm && open) {
        shown = {Source::OpenFilm,
                 open->film,
                 {m_engine->analysis(), &m_engine->analysis()->series},
                 open->model.recipe.proposals,
                 open->model.name,
                 m_coded};
    } else if (chosen.isValid() && chosen.toInt() >= 0 && run) {
        const auto at = static_cast<std::size_t>(chosen.toInt());
        const auto& trained = run->run->folds[run->foldOf[at]].trained;
        const auto& film = *run->films[at].film;
        shown = {Source::RunFilm, predictionOf(*run, at), {run->run, &film.series}, trained.proposals,
                 "fold",          typed(film.expressions)};
    }
    take(std::move(shown));
}

void DebiasPage::take(Shown shown) {
    m_curves->clear();
    m_shown = std::make_unique<Shown>(std::move(shown));
    if (m_shown->source != Source::Nothing) {
        const auto plain = spotted({});
        m_curves->show(m_shown->prediction, m_head, thresholdOf(m_head));
        if (plain)
            m_curves->setStrip(DebiasCurves::Before, stripOf(plain->proposals));
        m_curves->setStrip(DebiasCurves::Coded, stripOf(m_shown->coded));
    }
    recompute();
}

/// With everything that a set of proposals is stored with: what is drawn is what is applied.
Result<pipeline::CorrectedSpotting> DebiasPage::spotted(const fairness::Lambdas& lambdas) const {
    auto said = pipeline::correctedSpotting(m_shown->prediction, lambdas, m_shown->options, m_shown->spotter);
    if (said)
        pipeline::describe(*m_shown->series, said->proposals);
    return said;
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
        auto now = spotted(m_form->lambdas());
        if (now) {
            m_curves->setCorrected(now->corrected);
            m_curves->setStrip(DebiasCurves::After, stripOf(now->proposals));
            m_proposals = std::move(now->proposals);
        } else {
            emit failed(QString::fromStdString(now.error().sentence()));
        }
    }
    m_engine->askForOdds(m_form->lambdas());
    refresh();
    emit changed();
}

void DebiasPage::showOdds(const std::optional<OddsChange>& change) {
    m_bars->setChange(change);
    m_barsArea->setFixedHeight(std::min(m_bars->sizeHint().height(), kMostBarsPx));
    if (!change)
        return;
    const auto before = change->before.overall(), after = change->after.overall();
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
    fairness::CalibrationOptions options;
    if (const QString attribute = m_goal->currentData().toString(); !attribute.isEmpty()) {
        options.objective = "equalised-odds";
        options.attribute = attribute.toStdString();
    }
    options.logit = m_form->lambdas().logit;
    m_engine->search(options);
    refresh();
}

void DebiasPage::takeFound(const LambdaSearch& found) {
    QString text;
    if (found.note.empty()) {
        m_form->setLambdas(found.lambdas);
        m_foundBy = QString::fromStdString(found.by);
        text = found.lambdas.allZero()
                   ? tr("No λ proved better than 0 on people that it was not chosen on.")
                   : tr("λ are those that were best on the people set aside in training.");
    } else { // those that are set stay
        text = coreWords(QString::fromStdString(found.note)) + ' ' +
               tr("λ are looked for on the people that the training set aside: for more of them, train "
                  "again with "
                  "a larger validation-share (under More).");
    }
    if (found.folds > 0)
        text += ' ' + tr("Looked for in each fold anew, they proved themselves in %1 of %2; F1 on people of "
                         "neither search nor training: %3, with λ %4.")
                          .arg(found.proved)
                          .arg(found.folds)
                          .arg(found.f1Before, 0, 'f', 3)
                          .arg(found.f1After, 0, 'f', 3);
    m_found->setText(text);
    m_found->show();
    emit notice(text);
}

void DebiasPage::keep() {
    const QString by = m_foundBy.isEmpty() ? QStringLiteral("set by hand") : m_foundBy;
    if (const auto kept = keepLambdas(m_engine->model().toStdString(), m_form->lambdas(), by.toStdString());
        !kept)
        return emit failed(QString::fromStdString(kept.error().sentence()));
    emit notice(tr("The model is used with these λ from now on; its card says so."));
}

void DebiasPage::apply() {
    if (!m_apply->isEnabled())
        return;
    const auto lambdas = m_form->lambdas();
    const QJsonObject json{{"model", m_engine->model()},
                           {"lambda_null", jsonOf(lambdas.null)},
                           {"lambda_masked", jsonOf(lambdas.masked)},
                           {"logit", lambdas.logit}};
    const ProposalSet set{QString::fromStdString(m_shown->spotter),
                          QJsonDocument(json).toJson(QJsonDocument::Compact), m_proposals};
    emit applyAsked(set);
}

void DebiasPage::refresh() {
    const bool nothing = !m_shown || m_shown->source == Source::Nothing;
    const bool open = !nothing && m_shown->source == Source::OpenFilm;
    const bool searching = m_engine->searching(), ofRun = m_engine->ofRun();
    const QString& openName = m_engine->openName();
    QString what;
    if (m_engine->model().isEmpty())
        what = tr("Choose a model, or train one.");
    else if (busy() && nothing)
        what = tr("The network looks at the film …");
    else if (nothing && openName.isEmpty())
        what = tr("Open a film and analyse it, or train with folds here: then its curves are drawn.");
    else if (nothing)
        what = tr("%1 is not analysed yet; analyse it in the Code workspace.").arg(openName);
    else
        what = tr("Expressions proposed: %1 without correction, %2 now.")
                   .arg(m_curves->drawnIn(DebiasCurves::Before))
                   .arg(m_curves->drawnIn(DebiasCurves::After));
    const int others = nothing ? 0 : m_curves->lookalikesIn(DebiasCurves::Before);
    const int othersNow = nothing ? 0 : m_curves->lookalikesIn(DebiasCurves::After);
    if (others > 0 || othersNow > 0)
        what += ' ' + tr("Beside them, what looks like a blink or a head movement: %1, now %2.")
                          .arg(others)
                          .arg(othersNow);
    m_what->setText(what);
    const bool useful = nothing || !m_shown->prediction.masked.values.empty();
    m_form->setMaskedUseful(useful || ofRun);
    if (!nothing && !useful)
        m_what->setText(m_what->text() + ' ' +
                        tr("No edge of the film’s causal graph is directed, so λ₂ changes nothing here."));
    m_heads->setEnabled(!nothing);
    m_films->setEnabled(m_films->count() > 0);
    m_find->setText(searching ? tr("Stop looking") : tr("Find λ"));
    m_find->setAccessibleName(m_find->text());
    m_find->setEnabled(ofRun);
    m_find->setToolTip(
        searching ? DebiasEngine::keptBySearch()
        : ofRun   ? tr("On people that the training had set aside; then in every fold anew, to see "
                         "whether such λ help people of neither")
                : tr("Needs the films that the model was trained on: train it here first; a finished run in "
                     "the same folder is not trained again"));
    m_goal->setEnabled(ofRun && !searching);
    m_keep->setEnabled(!m_engine->model().isEmpty() && !searching);
    m_keep->setToolTip(
        tr("Writes the λ into the model’s folder and card: it is used with them from then on"));
    m_apply->setEnabled(open && m_engine->analysis() != nullptr);
    m_apply->setToolTip(
        open ? tr("A new set of proposals for the open film; the one before stays and comes back with undo")
             : tr("Choose the open film above; it must be analysed"));
    if (!ofRun || m_engine->run()->folds.empty()) {
        m_fares->setText(
            tr("Whether groups fare alike is known after a training here that was tried in folds."));
        m_bars->setChange({});
    } else if (!m_engine->predictions()) {
        m_fares->setText(tr("The networks of the folds look at their films …"));
    }
}

} // namespace mien::ui
