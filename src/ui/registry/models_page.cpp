// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/models_page.h"

#include "core/project/corrections.h"
#include "core/training/spotting_model.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"
#include "ui/registry/card_text.h"
#include "ui/registry/comparison_view.h"
#include "ui/registry/model_words.h"
#include "ui/registry/retrain_view.h"
#include "ui/registry/use_row.h"
#include "ui/settings/settings.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>

namespace mien::ui {
namespace {

constexpr int kKey = Qt::UserRole;

/// What is compared, and where that is kept.
struct Pairing {
    std::string project, coder;
    pipeline::AnalyseOptions analysis;
    std::filesystem::path first, second; ///< folders; empty: the rules
};

using Compared = std::shared_ptr<const training::ModelComparison>;

Result<std::unique_ptr<pipeline::NetworkSpotter>> loaded(const std::filesystem::path& folder) {
    if (folder.empty())
        return std::unique_ptr<pipeline::NetworkSpotter>();
    return pipeline::NetworkSpotter::load(folder);
}

/// Films that were reviewed, measured, and both spotters on them.
Result<Compared> comparedOn(const Pairing& pairing, const JobContext& job) {
    auto own = project::openProject(pairing.project, project::OpenMode::ReadOnly);
    if (!own)
        return Unexpected(own.error());
    const auto reviewed = project::reviewedFilms(**own, pairing.coder);
    if (reviewed.empty())
        return fail(ErrorCode::InvalidArgument,
                    "No film of the project was reviewed: take or reject proposals, add events, or mark "
                    "stretches as watched.");
    const auto first = loaded(pairing.first), second = loaded(pairing.second);
    for (const auto* one : {&first, &second})
        if (!*one)
            return Unexpected(one->error());
    const auto part = [&](double from, double share) {
        JobContext some = job;
        some.onProgress = [&job, from, share](double fraction, std::string_view text) {
            job.progress(from + share * fraction, text);
        };
        return some;
    };
    std::vector<std::string> warnings;
    const auto films = training::measuredFilms(reviewed, pairing.analysis, warnings, part(0.0, 0.8));
    if (!films)
        return Unexpected(films.error());
    if (films->empty())
        return fail(ErrorCode::InvalidArgument,
                    warnings.empty() ? "No reviewed film can be measured." : warnings.front());
    auto result = training::compareSpotters(first->get(), second->get(), *films, part(0.8, 0.2));
    if (!result)
        return Unexpected(std::move(result).error());
    const auto* old = *first ? &(*first)->model() : nullptr;
    const auto* retrained = *second ? unprovenOf((*second)->model()) : nullptr;
    if (retrained && retrained->replaces(old) && result->unseen && result->subjects > 1) {
        auto folder = spotting::readModel(pairing.second);
        if (!folder)
            return Unexpected(std::move(folder).error());
        training::setComparison(*folder, training::recordOf(*result, old));
        if (auto ok = spotting::writeModel(pairing.second, *folder, true); !ok)
            return Unexpected(std::move(ok).error());
    }
    return std::make_shared<const training::ModelComparison>(*std::move(result));
}

} // namespace

ModelsPage::ModelsPage(ModelShelf& shelf, Settings& settings, ProjectDocument& document, JobList& jobs,
                       const QString& cacheFolder, QWidget* parent)
    : QWidget(parent),
      m_shelf(shelf),
      m_settings(settings),
      m_document(document),
      m_jobs(jobs),
      m_cacheFolder(cacheFolder),
      m_list(new QListWidget),
      m_title(new QLabel),
      m_facts(new QLabel),
      m_useRow(new UseRow(shelf, document)),
      m_forget(new QPushButton(tr("Forget"))),
      m_compare(new QPushButton(tr("Compare"))),
      m_other(new QComboBox),
      m_tabs(new QTabWidget),
      m_card(new QTextBrowser),
      m_comparison(new ComparisonView),
      m_retrain(new RetrainView(shelf, settings, document, jobs, cacheFolder)) {
    setAccessibleName(tr("Models"));
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(12, 12, 6, 12);
    m_list->setAccessibleName(tr("Spotters"));
    m_list->setSpacing(4);
    leftColumn->addWidget(m_list, 1);
    auto* leftRow = new QHBoxLayout;
    auto* add = new QPushButton(tr("Add folder…"));
    add->setAccessibleName(tr("Add the folder of a model"));
    add->setToolTip(tr("A folder with model.json, as training writes it; it stays where it is"));
    m_forget->setAccessibleName(tr("Forget this folder"));
    m_forget->setToolTip(tr("Takes the folder off this list; its files stay"));
    leftRow->addWidget(add);
    leftRow->addWidget(m_forget);
    leftRow->addStretch();
    leftColumn->addLayout(leftRow);

    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(6, 12, 12, 12);
    column->setSpacing(8);
    QFont big = m_title->font();
    big.setPointSizeF(1.3 * big.pointSizeF());
    big.setBold(true);
    m_title->setFont(big);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addWidget(m_useRow);
    auto* row = new QHBoxLayout;
    auto* with = new QLabel(tr("Compare with"));
    with->setBuddy(m_other);
    m_other->setAccessibleName(tr("What to compare with"));
    m_compare->setAccessibleName(m_compare->text());
    row->addWidget(with);
    row->addWidget(m_other);
    row->addWidget(m_compare);
    row->addStretch();
    column->addLayout(row);
    m_card->setOpenExternalLinks(true);
    m_card->setAccessibleName(tr("Card of the model"));
    m_comparison->setObjectName("modelComparison"); // retraining shows one too
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("plain", true);
    m_tabs->setAccessibleName(tr("Card, comparison and retraining"));
    m_tabs->addTab(m_card, tr("Card"));
    m_tabs->addTab(m_comparison, tr("Comparison"));
    m_tabs->addTab(m_retrain, tr("Retrain on my corrections"));
    column->addWidget(m_tabs, 1);
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({280, 900});
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(split);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (!m_filling)
            showSelected();
    });
    connect(add, &QPushButton::clicked, this, &ModelsPage::addFolder);
    connect(m_forget, &QPushButton::clicked, this, [this] { m_shelf.forget(selected()); });
    connect(m_compare, &QPushButton::clicked, this, &ModelsPage::compare);
    connect(m_comparison, &ComparisonView::filmAsked, this, &ModelsPage::filmAsked);
    connect(m_retrain, &RetrainView::filmAsked, this, &ModelsPage::filmAsked);
    connect(m_retrain, &RetrainView::failed, this, &ModelsPage::failed);
    connect(&shelf, &ModelShelf::changed, this, &ModelsPage::fill);
    connect(&shelf, &ModelShelf::choiceChanged, this, &ModelsPage::fill);
    connect(&document, &ProjectDocument::projectChanged, this, [this] {
        m_comparison->clear();
        if (isVisible())
            refresh();
    });
    fill();
}

void ModelsPage::refresh() {
    m_shelf.refresh();
    m_retrain->refresh();
}

void ModelsPage::showTab(int index) {
    m_tabs->setCurrentIndex(index);
}

QString ModelsPage::selected() const {
    const auto* item = m_list->currentItem();
    return item ? item->data(kKey).toString() : QString(kRulesKey);
}

void ModelsPage::select(const QString& key) {
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(kKey).toString() == key)
            m_list->setCurrentRow(i);
}

void ModelsPage::fill() {
    const QString used = m_shelf.choice().key, standard = m_shelf.defaultKey();
    // Another project, or another choice in it: what is used is what people look for first.
    const QString before = used != m_usedBefore ? used : selected();
    m_filling = true;
    m_list->clear();
    const QString otherBefore = m_other->currentData().toString();
    m_other->clear();
    const auto add = [&](const QString& key, const QString& name, bool usable, const QString& tip) {
        QStringList marks;
        if (!usable)
            marks << tr("cannot be used");
        if (m_document.hasProject() && key == used)
            marks << tr("used here");
        if (key == standard)
            marks << tr("default");
        auto* item = new QListWidgetItem(
            marks.isEmpty() ? name : QStringLiteral("%1\n%2").arg(name, marks.join(QStringLiteral(" · "))),
            m_list);
        item->setData(kKey, key);
        item->setToolTip(tip);
        if (!usable)
            item->setForeground(palette().brush(QPalette::PlaceholderText));
        else
            m_other->addItem(name, key);
        if (key == before)
            m_list->setCurrentItem(item);
    };
    add(kRulesKey, m_shelf.nameOf(kRulesKey), true, tr("Training-free spotter"));
    for (const auto& model : m_shelf.models())
        add(m_shelf.keyOf(model), nameOf(model), model.usable(),
            model.usable() ? QString::fromStdString(model.folder.string())
                           : QString::fromStdString(model.problem));
    if (m_list->currentItem())
        m_usedBefore = used; // else its model is not on the shelf yet
    else
        m_list->setCurrentRow(0);
    if (const int at = m_other->findData(otherBefore); at >= 0)
        m_other->setCurrentIndex(at);
    m_filling = false;
    showSelected();
}

void ModelsPage::showSelected() {
    const QString key = selected();
    const auto* model = m_shelf.find(key);
    const bool usable = !model || model->usable();
    m_title->setText(m_shelf.nameOf(key));
    m_facts->setText(
        model ? factsOf(*model)
              : tr("Departures of the facial regions from the face at rest, without training. Tells blinks, "
                   "speech and head movements apart by name."));
    if (model && !model->card.empty())
        showCard(*m_card, QString::fromStdString(model->card));
    else
        m_card->setPlainText(model ? tr("This model came without a card.")
                                   : tr("The rules were not trained, so there is no card."));
    m_useRow->setModel(key);
    if (m_other->currentData().toString() == key &&
        m_other->count() > 1) // with itself there is nothing to compare
        m_other->setCurrentIndex(m_other->currentIndex() == 0 ? 1 : 0);
    m_forget->setEnabled(model && model->origin == pipeline::ModelOrigin::Added);
    const bool running = m_job && !m_job->ended();
    m_compare->setEnabled(usable && m_document.hasProject() && !running && m_other->count() > 1);
    m_compare->setToolTip(m_document.hasProject() ? tr("On the films of this project that you reviewed")
                                                  : tr("Open a project with films that you reviewed"));
    m_retrain->setOld(usable ? key : QString(kRulesKey));
}

void ModelsPage::addFolder() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder of a model"), m_settings.lastFolder());
    if (!folder.isEmpty())
        m_shelf.add(folder);
}

/// Whether `second` was retrained from `first` and nothing says yet that it is better.
bool ModelsPage::owed(const QString& first, const QString& second) const {
    const auto* model = m_shelf.find(second);
    const auto* unproven = model ? unprovenOf(*model) : nullptr;
    if (!unproven || first == kRulesKey)
        return unproven && unproven->replaces(nullptr);
    const auto* old = m_shelf.find(first);
    return old && old->model && unproven->replaces(&*old->model);
}

void ModelsPage::compare() {
    QString first = selected(), second = m_other->currentData().toString();
    if (first == second) {
        emit failed(tr("Choose two different spotters to compare."));
        return;
    }
    if (owed(second, first))
        std::swap(first, second); // the retrained one comes second, as after retraining
    const auto folder = [this](const QString& key) {
        const auto* model = m_shelf.find(key);
        return model ? model->folder : std::filesystem::path();
    };
    Pairing pairing{
        m_document.path().toStdString(), m_document.coder().toStdString(), {}, folder(first), folder(second)};
    pairing.analysis.cacheDir = m_cacheFolder.toStdString();
    pairing.analysis.landmarkModel = m_settings.landmarkModel().toStdString();
    m_job = m_jobs.start<Compared>(
        tr("Comparing two spotters"), [pairing](const JobContext& job) { return comparedOn(pairing, job); },
        this,
        [this, project = m_document.path(), a = m_shelf.nameOf(first), b = m_shelf.nameOf(second),
         proves = owed(first, second)](const Result<Compared>& done) {
            m_job = nullptr;
            showSelected();
            if (done && proves)
                m_shelf.refresh();
            if (m_document.path() != project)
                return;
            if (!done) {
                if (done.error().code != ErrorCode::Cancelled)
                    emit failed(QString::fromStdString(done.error().sentence()));
                return;
            }
            m_comparison->show(**done, a, b);
        },
        m_settings.threads());
    m_tabs->setCurrentIndex(1);
    showSelected();
}

} // namespace mien::ui
