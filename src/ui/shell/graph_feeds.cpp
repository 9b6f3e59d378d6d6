// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/graph_feeds.h"

#include "core/dataset/prior.h"
#include "core/motion/regions.h"
#include "ui/document/project_document.h"
#include "ui/shell/analysis_cache.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mien::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GraphFeeds)
};

using DatasetPtr = std::shared_ptr<const dataset::Dataset>;

PriorSource sourceOf(const QString& name, const DatasetPtr& dataset, const dataset::PriorOptions& options) {
    return {name, [dataset, options]() -> Result<Eigen::MatrixXd> {
                const auto prior = dataset::priorOf(*dataset, options);
                if (!prior)
                    return Unexpected(prior.error());
                Eigen::MatrixXd matrix(motion::kRegionCount, motion::kRegionCount);
                for (int i = 0; i < motion::kRegionCount; ++i)
                    for (int j = 0; j < motion::kRegionCount; ++j)
                        matrix(i, j) =
                            prior->normalised[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
                return matrix;
            }};
}

/// Every event of the project as a row of a dataset.
DatasetPtr eventsOf(ProjectDocument& document) {
    auto out = std::make_shared<dataset::Dataset>();
    const auto* project = document.project();
    if (project == nullptr)
        return out;
    for (const auto& film : project->media())
        for (const auto& tier : project->tiers(film.id))
            for (const auto& event : project->events(tier.id))
                if (!event.event.actionUnits.empty()) {
                    dataset::Sample sample;
                    sample.subject = "project";
                    sample.actionUnits = event.event.actionUnits;
                    out->samples.push_back(std::move(sample));
                }
    return out;
}

/// The subject whom the open film shows, by the names in the table; empty: not told.
std::string subjectOf(const dataset::Dataset& dataset, const std::string& stem) {
    for (const auto& sample : dataset.samples)
        if (!stem.empty() && (sample.film == stem || sample.clip == stem || sample.media.stem() == stem))
            return sample.subject;
    return {};
}

} // namespace

QString subjectOf(const ProjectDocument& document, const DatasetPtr& dataset, const project::Media& film) {
    const QString kept = document.subjectOf(film.id);
    return kept.isEmpty() && dataset ? QString::fromStdString(subjectOf(*dataset, film.path.stem().string()))
                                     : kept;
}

std::vector<OtherFilm> otherFilms(ProjectDocument& document, const DatasetPtr& dataset,
                                  const QString& cacheFolder) {
    std::vector<OtherFilm> films;
    const auto* current = document.currentMedia();
    if (document.project() == nullptr)
        return films;
    for (const auto& film : document.media()) {
        const auto run = document.project()->shownRun(film.id);
        if (!run || (current && current->id == film.id))
            continue;
        const QString file = analysisCacheFile(cacheFolder, film, *run);
        if (!QFileInfo::exists(file))
            continue;
        films.push_back({QString::fromStdString(film.path.filename().string()),
                         [file](const JobContext&) -> Result<motion::FaceMotionSeries> {
                             auto kept = readAnalysisCache(file);
                             if (!kept)
                                 return Unexpected(kept.error());
                             return std::move(kept->series);
                         },
                         subjectOf(document, dataset, film)});
    }
    return films;
}

std::vector<PriorSource> priorSources(ProjectDocument& document, const DatasetPtr& dataset) {
    std::vector<PriorSource> sources;
    if (dataset) {
        const QString name = QString::fromStdString(dataset->name);
        sources.push_back(sourceOf(Words::tr("%1, released mapping").arg(name), dataset, {}));
        const auto* film = document.currentMedia();
        const auto subject = film ? subjectOf(document, dataset, *film).toStdString() : std::string();
        if (!subject.empty()) {
            dataset::PriorOptions without;
            without.leaveOut = {subject};
            sources.push_back(
                sourceOf(Words::tr("%1, without subject %2").arg(name, QString::fromStdString(subject)),
                         dataset, without));
        }
        dataset::PriorOptions extended;
        extended.mapping = "facs-extended";
        sources.push_back(sourceOf(Words::tr("%1, FACS-extended mapping").arg(name), dataset, extended));
    }
    if (const auto events = eventsOf(document); !events->samples.empty()) {
        dataset::PriorOptions extended;
        extended.mapping = "facs-extended";
        sources.push_back(sourceOf(Words::tr("your events, FACS-extended mapping"), events, extended));
        sources.push_back(sourceOf(Words::tr("your events, released mapping"), events, {}));
    }
    return sources;
}

FaceCrop cropToFace(const QImage& picture, const face::Landmarks& landmarks) {
    constexpr double room = 0.16; // of the landmarks' height, to each side: forehead and chin stay in
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const cv::Point2f& point : landmarks) {
        left = std::min(left, double(point.x));
        right = std::max(right, double(point.x));
        top = std::min(top, double(point.y));
        bottom = std::max(bottom, double(point.y));
    }
    const double margin = room * (bottom - top);
    const QRect part =
        QRectF(left - margin, top - 2.2 * margin, right - left + 2.0 * margin, bottom - top + 3.2 * margin)
            .toAlignedRect()
            .intersected(picture.rect());
    FaceCrop crop;
    crop.picture = picture.copy(part);
    for (const auto& region : motion::regions()) {
        const cv::Point2f at = landmarks[static_cast<std::size_t>(region.landmark)];
        crop.regions.emplace_back(at.x - part.left(), at.y - part.top());
    }
    return crop;
}

} // namespace mien::ui
