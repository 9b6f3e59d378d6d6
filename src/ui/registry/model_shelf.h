// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/model_list.h"

#include <QObject>
#include <QString>

namespace mien::ui {

class JobList;
class ProjectDocument;
class Settings;

/// Who proposes: the rules, or the model of a folder.
struct SpotterChoice {
    QString key;                  ///< "rules", "shipped", or the folder of a model
    std::filesystem::path folder; ///< empty: the rules
    bool byRules() const { return folder.empty(); }
};

/// The spotting models that this computer knows, and which of them is used: of the open project, else by
/// default. Reading them goes on in a job.
class ModelShelf : public QObject {
    Q_OBJECT
public:
    /// `own`: the folder of the user's own models; need not exist.
    ModelShelf(Settings& settings, ProjectDocument& document, JobList& jobs, const QString& own);

    const std::vector<pipeline::ListedModel>& models() const { return m_models; }
    /// Null where it is not (or not any more) on the shelf.
    const pipeline::ListedModel* find(const QString& key) const;
    QString keyOf(const pipeline::ListedModel& model) const;
    std::filesystem::path own() const;
    bool reading() const { return m_reading; }

    /// The open project's, else the default. A model that is gone counts as chosen still: whoever uses it is
    /// told what is missing.
    SpotterChoice choice() const;
    QString defaultKey() const;
    /// Kept in the project; nothing where it only can be read.
    void use(const QString& key);
    void makeDefault(const QString& key);
    /// For people: "Rules", or the model's name.
    QString nameOf(const QString& key) const;

    void refresh();
    void add(const QString& folder);
    /// Of a folder that was named by its path; the folder itself stays.
    void forget(const QString& key);

signals:
    void changed();
    void choiceChanged();

private:
    SpotterChoice choiceOf(const QString& key) const;

    Settings& m_settings;
    ProjectDocument& m_document;
    JobList& m_jobs;
    QString m_own;
    std::vector<pipeline::ListedModel> m_models;
    bool m_reading = false, m_again = false;
};

inline constexpr const char* kRulesKey = "rules";
inline constexpr const char* kShippedKey = "shipped";

} // namespace mien::ui
