// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/analyse.h"
#include "core/project/project.h"

#include <QObject>
#include <QPointer>

namespace mien::ui {

class JobBase;
class JobList;
class ModelShelf;
class ProjectDocument;
class Settings;

/// The Analyse button: runs the pipeline in the background, shows proposals as they come, stores them as a
/// set of their own and shows it, a step that can be undone. Spots with what the project chose; signals that
/// are there already are not measured again for another spotter. The window stays usable; people's events are
/// never touched.
class AnalysisController : public QObject {
    Q_OBJECT
public:
    AnalysisController(ProjectDocument& document, Settings& settings, ModelShelf& shelf, JobList& jobs,
                       const QString& cacheFolder);

    void start();
    void cancel();
    bool running() const;
    /// Brings back the signals of the open film's newest run, where they were kept.
    void restore();

signals:
    void runningChanged(bool running);
    void failed(const QString& sentence);
    void finished(const QString& summary);

private:
    struct Plan;
    std::shared_ptr<const pipeline::Analysis> measuredBefore(const Plan& plan) const;
    void early(project::MediaId media, const std::vector<annotation::Proposal>& proposals);
    void measured(project::MediaId media, const std::vector<motion::FrameMotion>& frames);
    void keep(std::shared_ptr<const pipeline::Analysis> analysis);
    void ready(project::MediaId media, const QString& projectPath,
               Result<std::shared_ptr<const pipeline::Analysis>> analysis);

    ProjectDocument& m_document;
    Settings& m_settings;
    ModelShelf& m_shelf;
    JobList& m_jobs;
    QString m_cacheFolder;
    QPointer<JobBase> m_job;
};

} // namespace mien::ui
