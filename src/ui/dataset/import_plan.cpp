// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/import_plan.h"

#include "core/media/video_source.h"
#include "core/project/film_facts.h"

#include <QCoreApplication>
#include <QStringList>

#include <set>

namespace mien::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("ImportPlan", text);
}

project::Media mediaFrom(const media::MediaInfo& info, const std::filesystem::path& path) {
    project::Media out;
    out.path = std::filesystem::absolute(path).lexically_normal();
    out.frames = info.frames;
    out.fps = info.fps;
    out.isImageFolder = info.isImageFolder;
    return out;
}

/// Empty where the event would lie within the film.
QString whyNotInFilm(const dataset::Sample& sample, const project::Media& film) {
    if (sample.mediaFrames && film.isImageFolder && *sample.mediaFrames != film.frames)
        return words(QT_TRANSLATE_NOOP("ImportPlan", "images of the film are missing in between"));
    const auto onset = sample.onset->value - sample.mediaFirstFrame;
    const auto offset = sample.offset->value - sample.mediaFirstFrame;
    if (onset < 0 || offset >= film.frames)
        return words(QT_TRANSLATE_NOOP("ImportPlan", "the expression lies outside its film"));
    return {};
}

annotation::ExpressionEvent eventFrom(const dataset::Sample& sample, Rational fps) {
    annotation::ExpressionEvent event;
    event.onset = *sample.onset - sample.mediaFirstFrame;
    if (sample.apex)
        event.apex = *sample.apex - sample.mediaFirstFrame;
    event.offset = *sample.offset - sample.mediaFirstFrame;
    event.actionUnits = sample.actionUnits;
    QStringList note;
    if (!sample.emotion.empty())
        note << QString::fromStdString(sample.emotion);
    if (!sample.clip.empty())
        note << QString::fromStdString(sample.clip);
    if (sample.type) {
        event.type = *sample.type;
    } else {
        const double seconds = static_cast<double>(event.interval().lengthFrames()) / fps.value();
        event.type = seconds <= annotation::kMicroMaxSeconds ? annotation::ExpressionType::Micro
                                                             : annotation::ExpressionType::Macro;
        note << words(QT_TRANSLATE_NOOP("ImportPlan", "type by its length, the table says none"));
    }
    event.note = note.join(QStringLiteral(" · ")).toStdString();
    return event;
}

/// Puts rows into the edit, film by film.
class Planner {
public:
    Planner(const dataset::Dataset& data, const ProbedFilms& films, const project::Project& project)
        : m_data(data), m_films(films), m_project(project) {
        m_plan.edit.name = words(QT_TRANSLATE_NOOP("ImportPlan", "Import %1"))
                               .arg(QString::fromStdString(data.name))
                               .toStdString();
        for (const auto& media : project.media())
            m_known.emplace(media.path.lexically_normal(), media.id);
    }

    ImportPlan plan() {
        for (const auto& sample : m_data.samples)
            if (const QString why = add(sample); !why.isEmpty())
                ++m_plan.leftOut[why];
        for (const auto& [path, subject] : m_subjects)
            if (const auto film = m_media.at(path); !subject.empty() && !known(film, subject))
                m_plan.edit.changes.emplace_back(project::setSubject(film, subject));
        return std::move(m_plan);
    }

private:
    QString add(const dataset::Sample& sample) {
        if (QString why = whyNotWritten(sample); !why.isEmpty())
            return why;
        const auto film = m_films.find(sample.media);
        if (film == m_films.end() || !film->second)
            return words(QT_TRANSLATE_NOOP("ImportPlan", "the film cannot be opened"));
        if (QString why = whyNotInFilm(sample, *film->second); !why.isEmpty())
            return why;
        const auto tier = tierOn(*film->second);
        if (!tier)
            return words(QT_TRANSLATE_NOOP("ImportPlan", "the project has this film's events already"));
        m_plan.edit.changes.emplace_back(project::AddEvent{*tier, eventFrom(sample, film->second->fps)});
        ++m_added;
        ++m_plan.events;
        const auto [subject, first] = m_subjects.try_emplace(film->second->path, sample.subject);
        if (!first && subject->second != sample.subject)
            subject->second.clear();
        return {};
    }

    bool known(project::MediaId film, const std::string& subject) const {
        return film.value > 0 && project::subjectOf(m_project, film) == subject;
    }

    std::optional<project::TierId> tierOn(const project::Media& film) {
        const auto [place, isNew] = m_tiers.try_emplace(film.path);
        if (!isNew)
            return place->second;
        const auto known = m_known.find(film.path);
        project::MediaId media;
        if (known != m_known.end()) {
            media = known->second;
            for (const auto& tier : m_project.tiers(media))
                if (tier.coder == m_data.name)
                    return place->second; // empty: imported before
        } else {
            m_plan.edit.changes.emplace_back(project::AddMedia{film});
            media = {-++m_added};
            ++m_plan.films;
        }
        m_media.emplace(film.path, media);
        m_plan.edit.changes.emplace_back(project::AddTier{{{}, media, m_data.name, m_data.name}});
        place->second = project::TierId{-++m_added};
        return place->second;
    }

    const dataset::Dataset& m_data;
    const ProbedFilms& m_films;
    const project::Project& m_project;
    std::map<std::filesystem::path, project::MediaId> m_known;
    std::map<std::filesystem::path, std::optional<project::TierId>> m_tiers;
    std::map<std::filesystem::path, project::MediaId> m_media; ///< of the tiers that are added
    /// Whom each film shows; empty where its rows name several.
    std::map<std::filesystem::path, std::string> m_subjects;
    std::int64_t m_added = 0;
    ImportPlan m_plan;
};

} // namespace

QString whyNotWritten(const dataset::Sample& sample) {
    if (sample.media.empty())
        return words(QT_TRANSLATE_NOOP("ImportPlan", "the film was not found"));
    if (!sample.onset)
        return words(QT_TRANSLATE_NOOP("ImportPlan", "the onset is unknown"));
    if (!sample.offset)
        return words(QT_TRANSLATE_NOOP("ImportPlan", "the offset is unknown"));
    if (*sample.offset < *sample.onset ||
        (sample.apex && (*sample.apex < *sample.onset || *sample.apex > *sample.offset)))
        return words(QT_TRANSLATE_NOOP("ImportPlan", "onset, apex and offset are not in order"));
    return {};
}

ImportPlan outlookOf(const dataset::Dataset& data) {
    ImportPlan plan;
    std::set<std::filesystem::path> films;
    for (const auto& sample : data.samples) {
        if (const QString why = whyNotWritten(sample); !why.isEmpty()) {
            ++plan.leftOut[why];
            continue;
        }
        films.insert(sample.media);
        ++plan.events;
    }
    plan.films = static_cast<int>(films.size());
    return plan;
}

Result<ProbedFilms> probeFilms(const dataset::Dataset& data, const std::filesystem::path& cacheDir,
                               const JobContext& job) {
    ProbedFilms out;
    double done = 0.0;
    for (const auto& sample : data.samples) {
        if (job.cancelled())
            return cancelled();
        job.progress(done++ / static_cast<double>(data.samples.size()),
                     words(QT_TRANSLATE_NOOP("ImportPlan", "opening films")).toStdString());
        if (!whyNotWritten(sample).isEmpty() || out.contains(sample.media))
            continue;
        media::OpenOptions options;
        options.cacheDir = cacheDir;
        std::error_code ignored;
        if (std::filesystem::is_directory(sample.media, ignored))
            options.fps = sample.fps;
        JobContext quiet;
        quiet.stop = job.stop;
        quiet.threads = job.threads;
        const auto film = media::openMedia(sample.media, options, quiet);
        if (film)
            out.emplace(sample.media, mediaFrom((*film)->info(), sample.media));
        else
            out.emplace(sample.media, Unexpected(film.error()));
    }
    return out;
}

ImportPlan planImport(const dataset::Dataset& data, const ProbedFilms& films,
                      const project::Project& project) {
    return Planner(data, films, project).plan();
}

QString leftOutText(const ImportPlan& plan) {
    QStringList lines;
    for (const auto& [why, rows] : plan.leftOut)
        lines << QStringLiteral("%1 (%2)").arg(why).arg(rows);
    return lines.join(QStringLiteral(", "));
}

} // namespace mien::ui
