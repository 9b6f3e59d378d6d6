// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/import.h"
#include "ui/training/train_run.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace mien::ui {

class JobBase;
class JobList;
class RecipeForm;
class Settings;

/// What to train on, and how.
class TrainForm : public QWidget {
    Q_OBJECT
public:
    using Data = std::shared_ptr<const dataset::Dataset>;

    TrainForm(Settings& settings, JobList& jobs, QString cacheFolder, QWidget* parent = nullptr);
    ~TrainForm() override;

    /// The dataset that is open elsewhere; taken unless a table was chosen here.
    void offer(const Data& data);
    /// Reads a table in the background.
    void openTable(const QString& table);
    void askForTable();
    void setFilms(const QString& folder);
    /// Films that come from elsewhere than a table.
    void setSource(const QString& name, const training::SetOutline& outline, SetSource films);
    void setOutput(const QString& folder);
    void setDefaultFolder(const QString& folder); ///< where outputs lie unless chosen
    void setTrial(Trial trial, int folds = 5);
    QString output() const;
    /// What stands in the form; InvalidArgument with what it lacks.
    Result<TrainPlan> plan() const;
    bool ready() const { return static_cast<bool>(m_source); }
    const Data& data() const { return m_data; } ///< null where films come from elsewhere than a table
    bool reading() const;
    RecipeForm& recipe() { return *m_recipe; }
    QString outlineText() const;
    /// Remembers preset, options and trial for the next time.
    void keepChoices();

signals:
    void changed();
    void loaded();      ///< a table was read
    void dataChanged(); ///< another dataset, or none
    void failed(const QString& sentence);

private:
    void take(const Data& data, const QString& table);
    void showOutline();
    void showPreset();
    void recallChoices();
    std::string command() const;

    Settings& m_settings;
    JobList& m_jobs;
    QString m_cacheFolder, m_defaultFolder, m_table, m_films, m_name;
    Data m_data;
    bool m_own = false; ///< a table was chosen here
    SetSource m_source;
    training::SetOutline m_outline;
    QPointer<JobBase> m_reading;
    int m_generation = 0;

    QLabel *m_dataName, *m_facts, *m_about;
    QPushButton *m_open, *m_folder;
    QComboBox *m_preset, *m_trial;
    QSpinBox *m_folds, *m_seed;
    QLineEdit* m_out;
    RecipeForm* m_recipe;
};

} // namespace mien::ui
