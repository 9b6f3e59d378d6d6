// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_source.h"
#include "core/project/project.h"

#include <QObject>
#include <QPointer>

#include <functional>

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
    /// Makes a project that has no films yet, goes on in it, and calls `then`.
    void createProject(const QString& path, std::function<void()> then);
    /// A film of the open project.
    void show(project::MediaId id);
    void close();
    /// Copies the project to `path` as a job and goes on there; in its old place where that fails.
    void saveAs(const QString& path);
    /// Writes the project anew, without its history and what is left of removed films, as a job.
    void compact();
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
    QString automaticProject(const QString& filmPath) const; ///< its file, which need not exist
    void showLastFilm();
    /// Opens or creates a project as a job, then calls `then`; where that fails, the open project stays.
    void loadProject(const QString& path, bool create, std::function<void()> then);
    void openWaiting();
    /// Closes the project, works on its file, then goes on.
    void awayFromProject(const QString& title, const QString& busy,
                         std::function<Result<bool>(const JobContext&)> work,
                         std::function<void(const Result<bool>&)> then);
    void closeInBackground(std::unique_ptr<project::Project> project);
    void startOpening(const std::filesystem::path& path, std::optional<Rational> fps);
    void ready(OpenFilm film, const std::filesystem::path& path);
    bool addToProject(const media::MediaInfo& info, const std::filesystem::path& path);
    void restorePlace();
    void relinked(const QString& folder, const Result<int>& found);
    void hash(project::MediaId id, const std::filesystem::path& path);
    void adopt(std::unique_ptr<project::Project> project);

    ProjectDocument& m_document;
    SelectionModel& m_selection;
    Settings& m_settings;
    JobList& m_jobs;
    QString m_projectFolder;
    QString m_cacheFolder;
    QPointer<JobBase> m_opening;
    QPointer<JobBase> m_relinking;
    QPointer<JobBase> m_loading; ///< a project
    /// Films handed over while a project is being opened: they may belong to it.
    std::vector<std::pair<QString, std::optional<Rational>>> m_waiting;
    std::filesystem::path m_wanted; ///< the film that was asked for last
};

} // namespace mien::ui
