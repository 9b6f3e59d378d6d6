// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/film_opener.h"

#include "ui/commands/gate.h"
#include "ui/commands/media_edits.h"
#include "ui/document/project_document.h"
#include "ui/document/selection_model.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace mien::ui {
namespace {

QString text(const Error& error) {
    return QString::fromStdString(error.sentence());
}

std::filesystem::path native(const QString& path) {
    return std::filesystem::path(QFileInfo(path).absoluteFilePath().toStdString());
}

bool isImageFolder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

QString placeKey(project::MediaId id, const char* what) {
    return QStringLiteral("film/%1/%2").arg(id.value).arg(QLatin1String(what));
}

} // namespace

FilmOpener::FilmOpener(ProjectDocument& document, SelectionModel& selection, Settings& settings,
                       JobList& jobs, const QString& projectFolder, const QString& cacheFolder)
    : m_document(document),
      m_selection(selection),
      m_settings(settings),
      m_jobs(jobs),
      m_projectFolder(projectFolder),
      m_cacheFolder(cacheFolder) {
    connect(&settings, &Settings::coderChanged, this,
            [this](const QString& name) { m_document.setCoder(name); });
    connect(&selection, &SelectionModel::pinnedChanged, this, [this] {
        const auto* media = m_document.currentMedia();
        if (!media || m_document.timing().empty())
            return;
        QStringList frames;
        for (const FrameIndex frame : m_selection.pinned())
            frames << QString::number(frame.value);
        m_document.setValue(placeKey(media->id, "pinned"), frames.join(' '));
    });
    connect(&document, &ProjectDocument::currentMediaChanged, this, [this] {
        if (!m_document.currentMedia() && !opening())
            emit filmClosed();
    });
}

bool FilmOpener::opening() const {
    return m_loading || (m_opening && !m_opening->ended());
}

bool FilmOpener::isAutomatic(const QString& projectPath) const {
    return QFileInfo(projectPath).absolutePath() == QFileInfo(m_projectFolder + "/x").absolutePath();
}

void FilmOpener::open(const QString& path, std::optional<Rational> fps) {
    const QFileInfo info(path);
    if (!info.exists())
        return emit failed(
            tr("%1 does not exist. Check the name, or open it from the file dialog.").arg(path));
    if (m_loading) {
        m_waiting.emplace_back(path, fps);
        return;
    }
    if (info.isFile() && info.suffix().compare("mien", Qt::CaseInsensitive) == 0)
        return openProject(path);
    if (info.isDir() && !fps) {
        for (const project::Media& media : m_document.media())
            if (media.path == native(path))
                return show(media.id);
        return emit fpsNeeded(info.absoluteFilePath());
    }
    openFilm(info.absoluteFilePath(), fps);
}

void FilmOpener::adopt(std::unique_ptr<project::Project> project) {
    if (const QString coder = m_settings.coder(); !coder.isEmpty())
        project->setCoder(coder.toStdString());
    close();
    closeInBackground(m_document.exchangeProject(std::move(project)));
    m_settings.addRecentProject(m_document.path());
    if (m_document.readOnly())
        emit notice(
            tr("This project can only be read: its file or folder is write-protected. Use “Save as” to go on "
               "in a copy."));
}

void FilmOpener::closeInBackground(std::unique_ptr<project::Project> project) {
    if (!project)
        return;
    const QString name = QFileInfo(QString::fromStdString(project->path().string())).fileName();
    m_jobs.start<bool>(
        tr("Closing %1").arg(name),
        [old = std::make_shared<std::unique_ptr<project::Project>>(std::move(project))](
            const JobContext&) -> Result<bool> {
            old->reset();
            return true;
        },
        this, [](const Result<bool>&) {});
}

void FilmOpener::loadProject(const QString& path, bool create, std::function<void()> then) {
    using Loaded = std::shared_ptr<std::unique_ptr<project::Project>>;
    emit busyChanged(QFileInfo(path).fileName());
    m_loading = m_jobs.start<Loaded>(
        tr("Opening %1").arg(QFileInfo(path).fileName()),
        [file = native(path), create](const JobContext& job) -> Result<Loaded> {
            job.progress(0.0, "checking the project file");
            auto project = create ? project::createProject(file) : project::openProject(file);
            if (!project)
                return Unexpected(project.error());
            return std::make_shared<std::unique_ptr<project::Project>>(std::move(*project));
        },
        this,
        [this, then = std::move(then)](const Result<Loaded>& loaded) {
            emit busyChanged({});
            if (loaded) {
                adopt(std::move(**loaded));
                then();
            }
            m_loading.clear();
            if (!opening() && m_document.timing().empty())
                emit filmClosed();
            if (!loaded && loaded.error().code != ErrorCode::Cancelled)
                emit failed(text(loaded.error()));
            openWaiting();
        });
}

void FilmOpener::openWaiting() {
    while (!m_waiting.empty() && !m_loading) {
        const auto [path, fps] = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        open(path, fps);
    }
}

void FilmOpener::openProject(const QString& path) {
    loadProject(path, false, [this] { showLastFilm(); });
}

void FilmOpener::createProject(const QString& path, std::function<void()> then) {
    loadProject(path, true, std::move(then));
}

void FilmOpener::showLastFilm() {
    const auto& films = m_document.media();
    if (films.empty())
        return emit notice(tr("This project has no films yet. Open one, or drop it on the window."));
    const auto last = m_document.value("film/last");
    const auto* media = m_document.mediaOf({last.value_or("0").toLongLong()});
    show(media ? media->id : films.front().id);
}

QString FilmOpener::automaticProject(const QString& filmPath) const {
    const QByteArray digest =
        QCryptographicHash::hash(filmPath.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return QStringLiteral("%1/%2-%3.mien")
        .arg(m_projectFolder, QFileInfo(filmPath).completeBaseName(), QString::fromLatin1(digest));
}

void FilmOpener::openFilm(const QString& path, std::optional<Rational> fps) {
    const QString project = automaticProject(path);
    const bool here = m_document.hasProject() && (!isAutomatic(m_document.path()) ||
                                                  QFileInfo(project).absoluteFilePath() == m_document.path());
    if (here)
        return startOpening(native(path), fps);
    QDir().mkpath(m_projectFolder);
    loadProject(project, !QFileInfo::exists(project), [this, path, fps] { startOpening(native(path), fps); });
}

void FilmOpener::show(project::MediaId id) {
    const auto* media = m_document.mediaOf(id);
    if (!media)
        return;
    std::error_code error;
    if (!std::filesystem::exists(media->path, error)) {
        m_document.setCurrentMedia(id);
        return emit failed(
            tr("%1 is not where it was. Use File ▸ Find missing films to say where it is now; your events "
               "are safe in the project.")
                .arg(QString::fromStdString(media->path.filename().string())));
    }
    startOpening(media->path, media->isImageFolder ? std::optional(media->fps) : std::nullopt);
}

void FilmOpener::close() {
    if (m_opening)
        m_opening->cancel();
    m_wanted.clear();
    m_selection.reset();
    emit filmClosed();
}

void FilmOpener::startOpening(const std::filesystem::path& path, std::optional<Rational> fps) {
    if (m_opening)
        m_opening->cancel();
    emit filmClosed();
    m_wanted = path;
    const QString name = QString::fromStdString(path.filename().string());
    emit busyChanged(name);
    media::OpenOptions options;
    options.fps = fps;
    options.cacheDir = m_cacheFolder.toStdString();
    auto* quick =
        new Job<media::Frame>(tr("First frame of %1").arg(name), [path, options](const JobContext&) {
            return media::readFirstFrame(path, options);
        });
    quick->setParent(this);
    connect(quick, &JobBase::finished, this, [this, quick, path] {
        if (quick->result() && path == m_wanted && opening())
            emit firstFrame(*quick->result());
        quick->deleteLater();
    });
    quick->start();
    using Both = std::shared_ptr<OpenFilm>;
    m_opening = m_jobs.start<Both>(
        tr("Opening %1").arg(name),
        [path, options](const JobContext& job) -> Result<Both> {
            auto film = std::make_shared<OpenFilm>();
            auto player = media::openMedia(path, options, job);
            if (!player)
                return Unexpected(player.error());
            film->player = std::move(*player);
            media::OpenOptions single = options;
            single.decodeThreads = 1;
            auto stills = media::openMedia(
                path, single, JobContext{.stop = job.stop, .onProgress = {}, .threads = job.threads});
            if (!stills)
                return Unexpected(stills.error());
            film->stills = std::move(*stills);
            return film;
        },
        this,
        [this, path](Result<Both> film) {
            if (path != m_wanted)
                return;
            emit busyChanged({});
            if (film)
                ready(std::move(**film), path);
            else if (film.error().code != ErrorCode::Cancelled)
                emit failed(text(film.error()));
            if (!film)
                emit filmClosed();
        });
}

bool FilmOpener::addToProject(const media::MediaInfo& info, const std::filesystem::path& path) {
    for (const project::Media& media : m_document.media())
        if (media.path == path) {
            m_document.setCurrentMedia(media.id);
            return true;
        }
    project::Media media;
    media.path = path;
    media.frames = info.frames;
    media.fps = info.fps;
    media.isImageFolder = info.isImageFolder || isImageFolder(path);
    const auto added =
        commands::Gate::push(m_document, commands::addMedia(media, m_document.coder().toStdString()));
    if (!added)
        return false;
    m_document.setCurrentMedia({added->addedIds.front()});
    return true;
}

void FilmOpener::ready(OpenFilm film, const std::filesystem::path& path) {
    const media::MediaInfo info = film.player->info();
    if (!addToProject(info, path))
        return emit filmClosed();
    const auto times = film.player->timesS();
    std::vector<QString> labels;
    if (info.isImageFolder)
        for (std::int64_t i = 0; i < info.frames; ++i)
            labels.push_back(QString::fromStdString(film.player->labelOf({i})));
    m_selection.reset();
    m_document.setTiming(
        FilmTiming({times.begin(), times.end()}, info.fps, info.constantRate, std::move(labels)));
    emit filmOpened(&film);
    restorePlace();
    for (const std::string& note : info.notes)
        emit notice(QString::fromStdString(note));
    const auto* media = m_document.currentMedia();
    m_document.setValue("film/last", QString::number(media->id.value));
    if (media->sha256.empty())
        hash(media->id, path);
}

void FilmOpener::restorePlace() {
    const auto id = m_document.currentMedia()->id;
    std::vector<FrameIndex> pinned;
    for (const QString& frame :
         m_document.value(placeKey(id, "pinned")).value_or(QString()).split(' ', Qt::SkipEmptyParts))
        if (const FrameIndex at{frame.toLongLong()}; m_document.timing().clamped(at) == at)
            pinned.push_back(at);
    if (!pinned.empty())
        m_selection.setPinned(std::move(pinned));
}

void FilmOpener::hash(project::MediaId id, const std::filesystem::path& path) {
    const QString project = m_document.path();
    m_jobs.start<std::string>(
        tr("Fingerprint of %1").arg(QString::fromStdString(path.filename().string())),
        [path](const JobContext& job) { return media::contentSha256(path, job); }, this,
        [this, id, project](const Result<std::string>& digest) {
            if (digest && m_document.path() == project && m_document.mediaOf(id))
                m_document.setMediaContent(id, *digest);
        });
}

} // namespace mien::ui
