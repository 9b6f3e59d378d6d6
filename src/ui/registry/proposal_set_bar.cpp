// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/proposal_set_bar.h"

#include "ui/commands/gate.h"
#include "ui/commands/run_edits.h"
#include "ui/document/project_document.h"
#include "ui/registry/model_shelf.h"
#include "ui/registry/model_words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QStandardItemModel>

namespace mien::ui {
namespace {

QString textOf(const project::Run& run) {
    return QStringLiteral("%1 · %2").arg(spotterOf(run), shortStartOf(run));
}

QComboBox* combo(const QString& name) {
    auto* made = new QComboBox;
    made->setAccessibleName(name);
    made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    made->setMinimumContentsLength(12);
    made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return made;
}

} // namespace

ProposalSetBar::ProposalSetBar(ModelShelf& shelf, ProjectDocument& document, QWidget* parent)
    : QWidget(parent),
      m_shelf(shelf),
      m_document(document),
      m_sets(combo(tr("Proposals that are shown"))),
      m_spotters(combo(tr("Spotter of the next analysis"))),
      m_setsLabel(new QLabel(tr("Shown"))) {
    setAccessibleName(tr("Sets of proposals"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(12, 8, 12, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(4);
    auto* spotter = new QLabel(tr("Spotter"));
    spotter->setBuddy(m_spotters);
    m_setsLabel->setBuddy(m_sets);
    for (auto* label : {spotter, m_setsLabel})
        label->setProperty("faint", true);
    form->addRow(spotter, m_spotters);
    form->addRow(m_setsLabel, m_sets);
    connect(m_sets, &QComboBox::activated, this, &ProposalSetBar::showSet);
    connect(m_spotters, &QComboBox::activated, this, &ProposalSetBar::chooseSpotter);
    connect(&document, &ProjectDocument::proposalsChanged, this, &ProposalSetBar::refreshSets);
    connect(&document, &ProjectDocument::currentMediaChanged, this, &ProposalSetBar::refreshSets);
    connect(&document, &ProjectDocument::projectChanged, this, &ProposalSetBar::refreshSpotters);
    connect(&shelf, &ModelShelf::changed, this, &ProposalSetBar::refreshSpotters);
    connect(&shelf, &ModelShelf::choiceChanged, this, &ProposalSetBar::refreshSpotters);
    refreshSets();
    refreshSpotters();
}

void ProposalSetBar::refreshSets() {
    m_filling = true;
    m_sets->clear();
    const auto* media = m_document.currentMedia();
    const auto runs = media ? m_document.project()->runs(media->id) : std::vector<project::Run>{};
    const auto shown = m_document.run();
    for (const auto& run : runs) {
        m_sets->addItem(textOf(run), QVariant::fromValue<qint64>(run.id.value));
        m_sets->setItemData(m_sets->count() - 1, provenanceOf(run), Qt::ToolTipRole);
        if (shown && shown->id == run.id)
            m_sets->setCurrentIndex(m_sets->count() - 1);
    }
    if (!shown)
        m_sets->setCurrentIndex(-1); // an analysis that was undone is still there to be shown
    m_sets->setToolTip(shown ? provenanceOf(*shown) : tr("No set of proposals is shown"));
    m_sets->setEnabled(!m_document.readOnly());
    m_sets->setVisible(!runs.empty());
    m_setsLabel->setVisible(!runs.empty());
    m_filling = false;
}

void ProposalSetBar::refreshSpotters() {
    m_filling = true;
    m_spotters->clear();
    const auto add = [this](const QString& key, const QString& tip) {
        m_spotters->addItem(m_shelf.nameOf(key), key);
        m_spotters->setItemData(m_spotters->count() - 1, tip, Qt::ToolTipRole);
    };
    add(kRulesKey, tr("Training-free: departures of the facial regions from the face at rest"));
    const QString chosen = m_shelf.choice().key;
    for (const auto& model : m_shelf.models()) {
        if (!model.usable())
            continue;
        const auto* unproven = m_shelf.keyOf(model) == chosen ? nullptr : unprovenOf(model);
        add(m_shelf.keyOf(model), unproven ? whyNotYet(*unproven) : factsOf(model));
        if (unproven) // the page of models is where one may insist
            qobject_cast<QStandardItemModel*>(m_spotters->model())
                ->item(m_spotters->count() - 1)
                ->setEnabled(false);
    }
    if (m_spotters->findData(chosen) < 0)
        add(chosen, tr("This model is not there, or cannot be used"));
    m_spotters->setCurrentIndex(m_spotters->findData(chosen));
    m_spotters->setToolTip(
        tr("Who proposes when this project's films are analysed (F5). What it proposes is a "
           "set of its own; sets of before stay."));
    m_spotters->insertSeparator(m_spotters->count());
    m_spotters->addItem(tr("Models…"), QString());
    m_spotters->setEnabled(m_document.hasProject() && !m_document.readOnly());
    m_filling = false;
}

void ProposalSetBar::showSet(int index) {
    const auto* media = m_document.currentMedia();
    if (m_filling || !media || index < 0)
        return;
    const project::RunId id{m_sets->itemData(index).toLongLong()};
    if (const auto shown = m_document.run(); shown && shown->id == id)
        return;
    const auto edit = commands::showRun(media->id, id, m_sets->itemText(index));
    if (!commands::Gate::push(m_document, edit))
        refreshSets();
}

void ProposalSetBar::chooseSpotter(int index) {
    if (m_filling || index < 0)
        return;
    const QString key = m_spotters->itemData(index).toString();
    if (!key.isEmpty())
        return m_shelf.use(key);
    refreshSpotters();
    emit modelsAsked();
}

} // namespace mien::ui
