// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/train_form.h"

#include "ui/jobs/core_words.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"
#include "ui/training/recipe_form.h"
#include "ui/training/recipe_words.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QToolButton>

namespace mien::ui {
namespace {

constexpr int kMostLeftOut = 12; ///< rows that a tooltip names

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("heading", true);
    return label;
}

QString quoted(const QString& text) {
    return '"' + QString(text).replace('"', QLatin1String("\\\"")) + '"';
}

} // namespace

TrainForm::TrainForm(Settings& settings, JobList& jobs, QString cacheFolder, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_jobs(jobs),
      m_cacheFolder(std::move(cacheFolder)),
      m_defaultFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)),
      m_dataName(new QLabel),
      m_facts(new QLabel),
      m_about(new QLabel),
      m_open(new QPushButton(tr("Choose table…"))),
      m_folder(new QPushButton(tr("Films folder…"))),
      m_preset(new QComboBox),
      m_trial(new QComboBox),
      m_folds(new QSpinBox),
      m_seed(new QSpinBox),
      m_out(new QLineEdit),
      m_recipe(new RecipeForm) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(6);
    column->addWidget(heading(tr("Train on")));
    for (QLabel* label : {m_dataName, m_facts, m_about})
        label->setWordWrap(true);
    m_facts->setProperty("faint", true);
    m_about->setProperty("faint", true);
    m_facts->setAccessibleName(tr("What is learnt from"));
    column->addWidget(m_dataName);
    column->addWidget(m_facts);
    auto* buttons = new QHBoxLayout;
    m_open->setToolTip(
        tr("The annotation table of a dataset; one open in the Data workspace is taken as it is"));
    m_folder->setToolTip(tr("Where the films of the table are, unless they lie beside it"));
    buttons->addWidget(m_open);
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(heading(tr("How")));
    auto* form = new QFormLayout;
    form->setVerticalSpacing(6);
    for (const auto& row : spotting::recipePresets())
        m_preset->addItem(QString::fromUtf8(row.name.data(), static_cast<qsizetype>(row.name.size())));
    m_preset->setToolTip(tr("Which network, and how it is trained"));
    form->addRow(tr("Preset"), m_preset);
    form->addRow(m_about);
    m_trial->addItem(tr("not at all"), static_cast<int>(Trial::None));
    m_trial->addItem(tr("in folds of subjects"), static_cast<int>(Trial::Folds));
    m_trial->addItem(tr("leaving each subject out"), static_cast<int>(Trial::LeaveOneOut));
    m_trial->setToolTip(
        tr("Networks are tried on subjects that they were not trained on; the model that is kept "
           "learns from all films"));
    form->addRow(tr("Tried"), m_trial);
    m_folds->setRange(2, 1000);
    m_folds->setToolTip(tr("So many networks, each tried on the subjects that it does not know"));
    form->addRow(tr("Folds"), m_folds);
    m_seed->setRange(0, 1'000'000'000);
    m_seed->setToolTip(tr("The same seed, films and options give the same model"));
    form->addRow(tr("Seed"), m_seed);
    auto* line = new QHBoxLayout;
    auto* choose = new QToolButton;
    choose->setText(QStringLiteral("…"));
    choose->setToolTip(tr("Choose the folder"));
    choose->setAccessibleName(tr("Choose the output folder"));
    m_out->setToolTip(
        tr("Folder of the run: the model, finished folds, and what a paused training goes on from"));
    line->addWidget(m_out, 1);
    line->addWidget(choose);
    form->addRow(tr("Output"), line);
    column->addLayout(form);
    column->addWidget(m_recipe);
    column->addStretch(1);
    for (const auto& [widget, name] :
         std::initializer_list<std::pair<QWidget*, QString>>{{m_preset, tr("Preset")},
                                                             {m_trial, tr("Tried")},
                                                             {m_folds, tr("Folds")},
                                                             {m_seed, tr("Seed")},
                                                             {m_out, tr("Output folder")}})
        widget->setAccessibleName(name);
    for (QPushButton* button : {m_open, m_folder})
        button->setAccessibleName(button->text());
    connect(m_open, &QPushButton::clicked, this, &TrainForm::askForTable);
    connect(m_folder, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Films of the dataset"), m_films);
        if (!folder.isEmpty())
            setFilms(folder);
    });
    connect(choose, &QToolButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Output folder"), m_defaultFolder);
        if (!folder.isEmpty())
            setOutput(folder);
    });
    setTrial(Trial::Folds);
    connect(m_preset, &QComboBox::currentTextChanged, this, [this](const QString& preset) {
        m_recipe->setRecipe(preset);
        showPreset();
        emit changed();
    });
    connect(m_trial, &QComboBox::currentIndexChanged, this, [this] {
        m_folds->setEnabled(m_trial->currentData().toInt() == static_cast<int>(Trial::Folds));
        emit changed();
    });
    connect(m_out, &QLineEdit::textChanged, this, &TrainForm::changed);
    connect(m_recipe, &RecipeForm::changed, this, &TrainForm::changed);
    recallChoices();
    showPreset();
    showOutline();
}

TrainForm::~TrainForm() {
    if (m_reading)
        m_reading->cancel();
}

void TrainForm::showPreset() {
    const auto& rows = spotting::recipePresets();
    const auto row = std::ranges::find(rows, m_recipe->preset().toStdString(), &spotting::RecipePreset::name);
    m_about->setText(row == rows.end() ? QString() : recipeText(row->description));
}

void TrainForm::offer(const Data& given) {
    if (given && !m_own)
        take(given, {});
}

void TrainForm::askForTable() {
    const QString table = QFileDialog::getOpenFileName(
        this, tr("Table of a dataset"), m_settings.lastFolder(), tr("Tables (*.csv *.tsv *.txt *.xlsx)"));
    if (table.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(table).absolutePath());
    m_films.clear();
    openTable(table);
}

void TrainForm::setFilms(const QString& folder) {
    m_films = folder;
    if (!m_table.isEmpty())
        openTable(m_table);
}

bool TrainForm::reading() const {
    return m_reading && !m_reading->ended();
}

void TrainForm::openTable(const QString& table) {
    if (reading())
        m_reading->cancel();
    dataset::ImportOptions options;
    options.films = m_films.toStdString();
    options.cacheDir = m_cacheFolder.toStdString();
    m_reading = m_jobs.start<Data>(
        tr("Reading %1").arg(QFileInfo(table).fileName()),
        [path = table.toStdString(), options](const JobContext& job) -> Result<Data> {
            auto given = dataset::importDataset(path, options, job);
            if (!given)
                return Unexpected(std::move(given).error());
            return std::make_shared<const dataset::Dataset>(*std::move(given));
        },
        this,
        [this, table, generation = ++m_generation](const Result<Data>& given) {
            if (generation != m_generation)
                return;
            m_reading.clear();
            if (given) {
                m_own = true;
                take(*given, table);
                emit loaded();
                return;
            }
            showOutline();
            if (given.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(given.error().sentence()));
        });
    showOutline();
}

void TrainForm::take(const Data& given, const QString& table) {
    m_table = table;
    pipeline::AnalyseOptions analysis;
    analysis.cacheDir = m_cacheFolder.toStdString();
    if (!m_settings.landmarkModel().isEmpty())
        analysis.landmarkModel = m_settings.landmarkModel().toStdString();
    setSource(QString::fromStdString(given->name), training::outlineOf(*given),
              [given, analysis](const spotting::SpottingRecipe& recipe, const JobContext& job) {
                  return training::spottingSet(*given, recipe, analysis, job);
              });
    m_data = given;
    emit dataChanged();
}

void TrainForm::setSource(const QString& name, const training::SetOutline& outline, SetSource films) {
    m_name = name;
    m_outline = outline;
    m_source = std::move(films);
    if (std::exchange(m_data, nullptr))
        emit dataChanged();
    setOutput({});
    showOutline();
    emit changed();
}

void TrainForm::setDefaultFolder(const QString& folder) {
    m_defaultFolder = folder;
    if (m_source)
        setOutput({});
}

/// Empty: a folder that is not there yet, named after the data.
void TrainForm::setOutput(const QString& folder) {
    QString path = folder;
    for (int i = 1; path.isEmpty() || (folder.isEmpty() && QFileInfo::exists(path)); ++i)
        path = QDir(m_defaultFolder)
                   .filePath(i == 1 ? tr("spotter %1").arg(m_name) : tr("spotter %1 %2").arg(m_name).arg(i));
    m_out->setText(QDir::toNativeSeparators(path));
}

void TrainForm::setTrial(Trial trial, int folds) {
    m_trial->setCurrentIndex(m_trial->findData(static_cast<int>(trial)));
    m_folds->setValue(folds);
}

void TrainForm::keepChoices() {
    m_settings.setTraining({{"preset", m_recipe->preset()},
                            {"options", m_recipe->changes()},
                            {"trial", m_trial->currentData().toInt()},
                            {"folds", m_folds->value()},
                            {"seed", m_seed->value()}});
}

void TrainForm::recallChoices() {
    const QVariantMap kept = m_settings.training();
    const int preset = m_preset->findText(kept.value("preset").toString());
    if (preset < 0) // nothing kept, or by a version that had other presets
        return;
    m_preset->setCurrentIndex(preset);
    m_recipe->setRecipe(m_preset->currentText(), kept.value("options").toMap());
    if (const int trial = m_trial->findData(kept.value("trial").toInt()); trial >= 0)
        m_trial->setCurrentIndex(trial);
    m_folds->setValue(kept.value("folds").toInt());
    m_seed->setValue(kept.value("seed").toInt());
}

QString TrainForm::output() const {
    return m_out->text().trimmed();
}

QString TrainForm::outlineText() const {
    return m_facts->text();
}

void TrainForm::showOutline() {
    m_folder->setEnabled(!m_table.isEmpty());
    m_dataName->setText(m_source ? m_name : tr("No dataset is chosen."));
    if (reading()) {
        m_facts->setText(tr("The table is being read …"));
        return;
    }
    if (!m_source) {
        m_facts->setText(
            tr("Choose a dataset's table, or open one in the Data workspace, or drop one here."));
        return;
    }
    QString text = tr("Films: %1, subjects: %2, micro-expressions: %3, macro-expressions: %4.")
                       .arg(m_outline.films)
                       .arg(m_outline.subjects)
                       .arg(m_outline.micro)
                       .arg(m_outline.macro);
    QStringList why;
    for (const auto& row : m_outline.leftOut)
        if (why.size() < kMostLeftOut)
            why << coreWords(QString::fromStdString(row));
    if (!why.isEmpty())
        text += ' ' + tr("Rows left out: %1, such as: %2").arg(m_outline.leftOut.size()).arg(why.front());
    m_facts->setText(text);
    m_facts->setToolTip(why.join('\n'));
    m_facts->setAccessibleDescription(why.join(' '));
}

std::string TrainForm::command() const {
    if (m_table.isEmpty())
        return {};
    QString text =
        QStringLiteral("mien-cli --seed %1 train spotting %2").arg(m_seed->value()).arg(quoted(m_table));
    if (!m_films.isEmpty())
        text += " --films " + quoted(m_films);
    text += " --preset " + m_recipe->preset();
    const QVariantMap changes = m_recipe->changes();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        text += " --set " + it.key() + '=' + it.value().toString();
    return (text + " --out " + quoted(output())).toStdString();
}

Result<TrainPlan> TrainForm::plan() const {
    if (!m_source)
        return fail(ErrorCode::InvalidArgument, tr("Choose a dataset's table first.").toStdString());
    if (m_outline.films < 2)
        return fail(
            ErrorCode::InvalidArgument,
            tr("Two or more films are needed to learn from; see which rows are left out, or choose the "
               "folder of the films.")
                .toStdString());
    if (output().isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("Choose a folder for the output.").toStdString());
    auto recipe = m_recipe->recipe();
    if (!recipe)
        return Unexpected(std::move(recipe).error());
    TrainPlan plan;
    plan.films = m_source;
    plan.data = m_name.toStdString();
    plan.command = command();
    plan.recipe = *std::move(recipe);
    plan.trial = static_cast<Trial>(m_trial->currentData().toInt());
    plan.folds = m_folds->value();
    plan.seed = static_cast<std::uint64_t>(m_seed->value());
    plan.out = output().toStdString();
    const auto needed = plan.trial == Trial::Folds ? plan.folds : plan.trial == Trial::LeaveOneOut ? 2 : 1;
    if (m_outline.subjects < needed)
        return fail(ErrorCode::InvalidArgument, tr("There are %1 subjects for %2 folds; choose fewer folds.")
                                                    .arg(m_outline.subjects)
                                                    .arg(needed)
                                                    .toStdString());
    return plan;
}

} // namespace mien::ui
