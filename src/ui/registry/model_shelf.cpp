// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/model_shelf.h"

#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"

#include <QFileInfo>

namespace mien::ui {
namespace {

const QString kValue = QStringLiteral("spotter"); ///< of the project

QString textOf(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

} // namespace

ModelShelf::ModelShelf(Settings& settings, ProjectDocument& document, JobList& jobs, const QString& own)
    : m_settings(settings), m_document(document), m_jobs(jobs), m_own(own) {
    connect(&document, &ProjectDocument::projectChanged, this, &ModelShelf::choiceChanged);
}

std::filesystem::path ModelShelf::own() const {
    return m_own.toStdString();
}

QString ModelShelf::keyOf(const pipeline::ListedModel& model) const {
    return model.origin == pipeline::ModelOrigin::Shipped ? QString(kShippedKey) : textOf(model.folder);
}

const pipeline::ListedModel* ModelShelf::find(const QString& key) const {
    const auto found = std::ranges::find_if(m_models, [&](const auto& one) { return keyOf(one) == key; });
    return found == m_models.end() ? nullptr : &*found;
}

SpotterChoice ModelShelf::choiceOf(const QString& key) const {
    if (key.isEmpty() || key == kRulesKey)
        return {kRulesKey, {}};
    if (key == kShippedKey) {
        const auto folder = spotting::shippedModel();
        return {key, folder.empty() ? std::filesystem::path("models/spotter") : folder};
    }
    return {key, key.toStdString()};
}

QString ModelShelf::defaultKey() const {
    return choiceOf(m_settings.defaultSpotter()).key;
}

SpotterChoice ModelShelf::choice() const {
    return choiceOf(m_document.value(kValue).value_or(m_settings.defaultSpotter()));
}

void ModelShelf::use(const QString& key) {
    if (!m_document.hasProject() || m_document.readOnly() || key == choice().key)
        return;
    m_document.setValue(kValue, key);
    emit choiceChanged();
}

void ModelShelf::makeDefault(const QString& key) {
    if (key == defaultKey())
        return;
    m_settings.setDefaultSpotter(key);
    emit choiceChanged();
}

QString ModelShelf::nameOf(const QString& key) const {
    if (key == kRulesKey)
        return tr("Rules");
    if (const auto* model = find(key); model && model->model)
        return QString::fromStdString(model->model->name);
    return key == kShippedKey ? tr("Network that comes with Mien") : QFileInfo(key).fileName();
}

void ModelShelf::refresh() {
    if (m_reading) {
        m_again = true;
        return;
    }
    pipeline::ModelPlaces places{spotting::shippedModel(), own(), {}};
    for (const QString& folder : m_settings.modelFolders())
        places.added.emplace_back(folder.toStdString());
    using Models = std::vector<pipeline::ListedModel>;
    m_reading = true;
    m_jobs.start<Models>(
        tr("Reading the models"),
        [places](const JobContext&) -> Result<Models> { return pipeline::listModels(places); }, this,
        [this](Result<Models> models) {
            m_reading = false;
            if (models)
                m_models = *std::move(models);
            emit changed();
            if (std::exchange(m_again, false))
                refresh();
        });
}

void ModelShelf::add(const QString& folder) {
    QString chosen = folder;
    // The folder of a run holds the model's folder; either may be meant.
    if (!QFileInfo::exists(chosen + "/model.json") && QFileInfo::exists(chosen + "/model/model.json"))
        chosen += "/model";
    auto folders = m_settings.modelFolders();
    if (!folders.contains(chosen))
        m_settings.setModelFolders(folders << chosen);
    refresh();
}

void ModelShelf::forget(const QString& key) {
    auto folders = m_settings.modelFolders();
    folders.removeAll(key);
    m_settings.setModelFolders(folders);
    refresh();
}

} // namespace mien::ui
