// SPDX-License-Identifier: GPL-3.0-or-later
// What FilmOpener does to a project's file: copying, compacting, finding its films.
#include "core/media/content_hash.h"
#include "core/project/compact.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"
#include "ui/shell/analysis_cache.h"
#include "ui/shell/film_opener.h"

#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace mien::ui {
namespace {

constexpr qint64 kCopyBytes = 1 << 20;

QString text(const Error& error) {
    return QString::fromStdString(error.sentence());
}

std::filesystem::path native(const QString& path) {
    return std::filesystem::path(QFileInfo(path).absoluteFilePath().toStdString());
}

/// All of the file, or nothing of it.
Result<bool> copyProject(const QString& from, const QString& to, const JobContext& job) {
    const auto log = [](const QString& path) { return QFileInfo(path + QStringLiteral("-wal")).size(); };
    if (log(from) > 0)
        return fail(ErrorCode::WriteFailed,
                    "The project cannot be copied while another program has it open; close it there first.",
                    from.toStdString());
    if (log(to) > 0)
        return fail(ErrorCode::WriteFailed,
                    "A project of this name is open, or its log (ending in -wal) lies here and may hold its "
                    "last edits; choose another name.",
                    to.toStdString());
    const auto failed = [&to](const QFileDevice& file) {
        return fail(ErrorCode::WriteFailed,
                    "The project could not be copied: " + file.errorString().toStdString() + ".",
                    to.toStdString());
    };
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly))
        return failed(in);
    QSaveFile out(to); // appears under its name when it is whole
    if (!out.open(QIODevice::WriteOnly))
        return failed(out);
    const auto all = static_cast<double>(std::max<qint64>(1, in.size()));
    while (!in.atEnd()) {
        if (job.cancelled())
            return cancelled("The copying was stopped.");
        const QByteArray some = in.read(kCopyBytes);
        if (some.isEmpty())
            return failed(in);
        if (out.write(some) != some.size())
            return failed(out);
        job.progress(static_cast<double>(in.pos()) / all, "copying");
    }
    if (!out.commit())
        return failed(out);
    return true;
}

} // namespace

void FilmOpener::saveAs(const QString& path) {
    if (!m_document.hasProject() || m_loading || native(path) == native(m_document.path()))
        return;
    if (m_relinking && !m_relinking->ended())
        return emit failed(tr("Missing films are still being looked for; wait for that, or stop it first."));
    const QString from = m_document.path();
    awayFromProject(
        tr("Copying %1").arg(QFileInfo(from).fileName()), QFileInfo(path).fileName(),
        [from, path](const JobContext& job) { return copyProject(from, path, job); },
        [this, from, path](const Result<bool>& copied) {
            loadProject(copied ? path : from, false, [this, copied] {
                showLastFilm();
                if (!copied && copied.error().code != ErrorCode::Cancelled)
                    emit failed(text(copied.error()) + ' ' + tr("The project goes on in its old place."));
            });
        });
}

void FilmOpener::awayFromProject(const QString& title, const QString& busy,
                                 std::function<Result<bool>(const JobContext&)> work,
                                 std::function<void(const Result<bool>&)> then) {
    close();
    // Closing writes the log into the file, so that the file alone is whole.
    const auto old = std::make_shared<std::unique_ptr<project::Project>>(m_document.exchangeProject(nullptr));
    emit busyChanged(busy);
    m_opening = m_jobs.start<bool>(
        title,
        [old, work = std::move(work)](const JobContext& job) {
            old->reset();
            return work(job);
        },
        this,
        [this, then = std::move(then)](const Result<bool>& done) {
            emit busyChanged({});
            if (!m_document.hasProject() && !m_loading) // else something was opened meanwhile
                then(done);
        });
}

void FilmOpener::compact() {
    if (!m_document.hasProject() || m_loading)
        return;
    if (m_relinking && !m_relinking->ended())
        return emit failed(tr("Missing films are still being looked for; wait for that, or stop it first."));
    const QString path = m_document.path();
    const QString name = QFileInfo(path).fileName();
    const auto numbers = std::make_shared<project::Compacted>();
    awayFromProject(
        tr("Compacting %1").arg(name), name,
        [numbers, file = native(path), cache = m_cacheFolder](const JobContext& job) -> Result<bool> {
            auto compacted = project::compactProject(file, job);
            if (!compacted)
                return Unexpected(compacted.error());
            for (const auto& [media, run] : compacted->runsDropped)
                QFile::remove(analysisCacheFile(cache, media, run)); // landmarks of a face, too
            *numbers = *std::move(compacted);
            return true;
        },
        [this, path, numbers](const Result<bool>& done) {
            loadProject(path, false, [this, numbers, done] {
                showLastFilm();
                if (!done && done.error().code != ErrorCode::Cancelled)
                    return emit failed(text(done.error()));
                if (done)
                    emit notice(tr("The project was compacted from %1 to %2; its history begins again.")
                                    .arg(QLocale().formattedDataSize(numbers->bytesBefore),
                                         QLocale().formattedDataSize(numbers->bytesAfter)));
            });
        });
}

void FilmOpener::relink(const QString& folder) {
    if (!m_document.hasProject() || (m_relinking && !m_relinking->ended()))
        return;
    const QString path = m_document.path();
    m_relinking = m_jobs.start<int>(
        tr("Finding missing films"),
        [file = native(path), where = native(folder)](const JobContext& job) -> Result<int> {
            // A project object belongs to one thread; this one is the job's own, on the same file.
            auto own = project::openProject(file);
            if (!own)
                return Unexpected(own.error());
            return (*own)->relink(where, media::contentSha256, job);
        },
        this,
        [this, path, folder](const Result<int>& found) {
            if (m_document.path() == path)
                relinked(folder, found);
        });
}

void FilmOpener::relinked(const QString& folder, const Result<int>& found) {
    if (!found) {
        if (found.error().code != ErrorCode::Cancelled)
            emit failed(text(found.error()));
        return;
    }
    m_document.refresh();
    if (*found == 0)
        return emit failed(tr("None of the missing films was found in %1 or below it.").arg(folder));
    if (const auto* media = m_document.currentMedia(); media && m_document.timing().empty())
        show(media->id);
    emit notice(tr("%n film(s) found again.", nullptr, *found));
}

} // namespace mien::ui
