// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_source.h"
#include "core/project/project.h"

#include <QObject>
#include <QPointer>

namespace mien::ui {

class JobBase;
class JobList;
class ProjectDocument;
class SelectionModel;
class Settings;

/// A film ready to be looked at: one source that plays, one that reads single frames.
struct OpenFilm {
    std::unique_ptr<media::VideoSource> player;
    std::unique_ptr<media::VideoSource> stills;
};

/// Opens whatever people give it: films, folders of numbered images, projects. A film opened without a
/// project gets one of its own in the user's data folder, the same one each time, so that nothing is ever
/// unsaved.
class FilmOpener : public QObject {
    Q_OBJECT
public:
    FilmOpener(ProjectDocument& document, SelectionModel& selection, Settings& settings, JobList& jobs,
               const QString& projectFolder, const QString& cacheFolder);

    void open(const QString& path, std::optional<Rational> fps = {});
    void openProject(const QString& path);
    /// A film of the open project.
    void show(project::MediaId id);
    void close();
    /// Copies the project to `path` as a job and goes on there; in its old place where that fails.
    void saveAs(const QString& path);
    /// Looks for missing films in and below `folder`, as a job.
    void relink(const QString& folder);

    /// The project lies in the user's data folder: made by Mien, not named by a person.
    bool isAutomatic(const QString& projectPath) const;
    bool opening() const;

signals:
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void fpsNeeded(const QString& folder); ///< a folder of images has no rate of its own
    void firstFrame(const mien::media::Frame& frame);
    void filmOpened(mien::ui::OpenFilm* film); ///< take what is in it
    void filmClosed();
    void busyChanged(const QString& fileName); ///< empty: done

private:
    void openFilm(const QString& path, std::optional<Rational> fps);
    void openAutomaticProject(const QString& path);
    void startOpening(const std::filesystem::path& path, std::optional<Rational> fps);
    void ready(OpenFilm film, const std::filesystem::path& path);
    bool addToProject(const media::MediaInfo& info, const std::filesystem::path& path);
    void restorePlace();
    void relinked(const QString& folder, const Result<int>& found);
    void hash(project::MediaId id, const std::filesystem::path& path);
    bool adopt(Result<std::unique_ptr<project::Project>> project);

    ProjectDocument& m_document;
    SelectionModel& m_selection;
    Settings& m_settings;
    JobList& m_jobs;
    QString m_projectFolder;
    QString m_cacheFolder;
    QPointer<JobBase> m_opening;
    QPointer<JobBase> m_relinking;
    std::filesystem::path m_wanted; ///< the film that was asked for last
};

} // namespace mien::ui
