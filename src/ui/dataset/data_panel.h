// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/import.h"
#include "ui/dataset/import_plan.h"
#include "ui/dataset/sample_facts.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace mien::ui {

class ActionRegistry;
class DataHead;
class FindingsView;
class JobBase;
class JobList;
class ProjectDocument;
class ReadingBar;
class SamplesView;
class Settings;
class SplitView;

/// The Data workspace: reads the table of a dataset, shows what its checks found and what each rule would
/// repair, lets people browse the rows, and imports them. Nothing is written before Import is pressed.
class DataPanel : public QWidget {
    Q_OBJECT
public:
    DataPanel(ActionRegistry& actions, Settings& settings, ProjectDocument& document, JobList& jobs,
              QString cacheFolder, QWidget* parent = nullptr);
    ~DataPanel() override;

    /// Reads a table, or a folder of label files, in the background.
    void open(const QString& table);
    void askForTable();
    void askForFolder();
    void setFilms(const QString& folder);
    void setLayoutName(const QString& name); ///< empty: recognised from the table
    void setRule(const QString& rule, bool repair);
    Result<void> saveLog(const QString& path) const;
    /// Writes what can be written into the open project, as one edit.
    void importInto();
    void setFacesHidden(bool hidden);
    void showSamples();

    const DatasetPtr& dataset() const { return m_data; }
    bool reading() const;
    SamplesView& samples() { return *m_samples; }
    SplitView& splits() { return *m_splits; }
    FindingsView& findings() { return *m_findings; }
    QString summary() const;

    /// Whether a dropped or named file is taken for a table rather than a film.
    static bool isTable(const QString& path);

signals:
    void opened(); ///< somebody chose a table; it is being read
    void ready();  ///< a table was read, or read again
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void importAsked(); ///< see to it that a project is open, then call importInto()
    void imported();
    /// A sample whose film is in the project: show that frame of it.
    void filmAsked(mien::project::MediaId film, mien::FrameIndex frame, const QString& coder);

private:
    struct Loaded {
        DatasetPtr data;
        std::vector<SampleFacts> facts;
    };
    QWidget* makeEmpty();
    void read();
    void present(Loaded loaded);
    void finishImport(const DatasetPtr& from, const ImportPlan& plan);
    void openSample(int row);
    void askForFilms();
    void askForLog();
    void refresh();
    QString outlookText() const;

    ActionRegistry& m_actions;
    Settings& m_settings;
    ProjectDocument& m_document;
    JobList& m_jobs;
    QString m_cacheFolder;
    QString m_table;
    dataset::ImportOptions m_options;
    DatasetPtr m_data;
    dataset::ImportOptions m_readWith; ///< how m_data was read
    ImportPlan m_outlook;
    QPointer<JobBase> m_reading;
    QPointer<JobBase> m_importing;
    bool m_writing = false;
    int m_generation = 0; ///< of readings; an older one that ends late is dropped
    QTimer m_again;

    QStackedWidget* m_pages;
    QTabWidget* m_tabs;
    DataHead* m_head;
    ReadingBar* m_reader;
    FindingsView* m_findings;
    SamplesView* m_samples;
    SplitView* m_splits;
};

} // namespace mien::ui
