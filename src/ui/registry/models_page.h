// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/model_comparison.h"
#include "ui/registry/model_shelf.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace mien::ui {

class ComparisonView;
class JobBase;
class RetrainView;
class UseRow;

/// The spotting models of this computer: their cards and figures, which one is used, how two compare on the
/// films that were reviewed, and a new one from corrections.
class ModelsPage : public QWidget {
    Q_OBJECT
public:
    ModelsPage(ModelShelf& shelf, Settings& settings, ProjectDocument& document, JobList& jobs,
               const QString& cacheFolder, QWidget* parent = nullptr);

    /// Reads the shelf and counts the reviewed films again.
    void refresh();
    QString selected() const; ///< key
    void select(const QString& key);
    void showTab(int index); ///< 0: card, 1: comparison, 2: retraining
    RetrainView& retraining() { return *m_retrain; }

signals:
    void filmAsked(qint64 film, qint64 frame);
    void failed(const QString& sentence);

private:
    void fill();
    void showSelected();
    void compare();
    bool owed(const QString& first, const QString& second) const;
    void addFolder();

    ModelShelf& m_shelf;
    Settings& m_settings;
    ProjectDocument& m_document;
    JobList& m_jobs;
    QString m_cacheFolder;
    QListWidget* m_list;
    QLabel *m_title, *m_facts;
    UseRow* m_useRow;
    QPushButton *m_forget, *m_compare;
    QComboBox* m_other;
    QTabWidget* m_tabs;
    QTextBrowser* m_card;
    ComparisonView* m_comparison;
    RetrainView* m_retrain;
    QPointer<JobBase> m_job;
    bool m_filling = false;
    QString m_usedBefore; ///< the project's spotter when the list was last filled with it
};

} // namespace mien::ui
