// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/analysis_controller.h"

#include "core/base/file_io.h"
#include "core/pipeline/spot_film.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"
#include "ui/registry/model_shelf.h"
#include "ui/settings/settings.h"
#include "ui/shell/analysis_cache.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>

namespace mien::ui {
namespace {

struct JsonWriter {
    QJsonObject& json;
    template <class T>
    void operator()(const T& value, const OptionInfo& info) const {
        const QString key = QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
        if constexpr (std::is_same_v<T, std::string>)
            json[key] = QString::fromStdString(value);
        else
            json[key] = value;
    }
};

constexpr const char* kModel = "model";
constexpr const char* kNetwork = "network"; ///< run.spotter of every model; which one is in its options

QJsonObject toJson(const pipeline::AnalyseOptions& options) {
    QJsonObject json;
    pipeline::AnalyseOptions::visit(options, JsonWriter{json});
    return json;
}

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

/// Where a network's proposals come from.
QJsonObject provenanceOf(const pipeline::NetworkSpotter& spotter, const std::filesystem::path& folder,
                         const pipeline::NetworkPrediction& prediction) {
    const auto& model = spotter.model();
    QJsonObject json{{"name", textOf(model.name)},
                     {"folder", textOf(folder.string())},
                     {"data", textOf(model.provenance.data)},
                     {"made", textOf(model.provenance.made)},
                     {"graph", textOf(prediction.graphUsed)}};
    const auto file = folder / spotting::kModelFile;
    if (const auto text = readTextFile(file))
        if (const auto manifest = spotting::parseModel(*text, file.string()))
            json["weights"] = textOf(manifest->weightsSha256);
    return json;
}

/// A project object belongs to one thread; the job has one of its own, on the same file.
Result<project::RunId> store(const QString& file, const std::string& coder, const project::Run& run,
                             const std::vector<annotation::Proposal>& proposals, const QString& step) {
    auto own = project::openProject(file.toStdString());
    if (!own)
        return Unexpected(own.error());
    (*own)->setCoder(coder);
    auto stored = (*own)->storeRun(run, proposals);
    if (!stored)
        return stored;
    if (auto shown = (*own)->apply({step.toStdString(), {project::ShowRun{run.media, *stored}}}); !shown)
        return Unexpected(std::move(shown).error());
    return stored;
}

/// Collects frames in the job and lets them out at most five times a second.
class Throttle {
public:
    using Frames = std::vector<motion::FrameMotion>;
    std::optional<Frames> add(const motion::FrameMotion& frame) {
        m_frames.push_back(frame);
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::milliseconds(200))
            return std::nullopt;
        m_last = now;
        return std::exchange(m_frames, {});
    }

private:
    Frames m_frames;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace

/// All that a job needs, copied before it starts.
struct AnalysisController::Plan {
    project::MediaId media;
    std::filesystem::path path;
    double fps = 0.0;
    pipeline::AnalyseOptions options;
    SpotterChoice spotter;
    std::shared_ptr<const pipeline::Analysis> measured; ///< null: the film has to be measured
    QString project, step;
    std::string coder;

    /// Measured and spotted, or spotted alone; `run` says how.
    Result<pipeline::Analysis> work(project::Run& run, const JobContext& job,
                                    const pipeline::AnalyseListeners& listeners) const;
};

Result<pipeline::Analysis> AnalysisController::Plan::work(project::Run& run, const JobContext& job,
                                                          const pipeline::AnalyseListeners& listeners) const {
    std::unique_ptr<pipeline::NetworkSpotter> network;
    if (!spotter.byRules()) {
        auto loaded = pipeline::NetworkSpotter::load(spotter.folder);
        if (!loaded)
            return Unexpected(std::move(loaded).error());
        network = *std::move(loaded);
    }
    auto found = measured ? pipeline::spotAgain(*measured, options, network.get(), {}, job)
                          : pipeline::spotFilm(path, options, network.get(), {}, job, listeners);
    if (!found)
        return Unexpected(std::move(found).error());
    auto json = toJson(options);
    run.media = media;
    run.spotter = options.spotter;
    if (network) {
        run.spotter = kNetwork;
        json["spotter"] = kNetwork;
        json[kModel] = provenanceOf(*network, spotter.folder, *found->network);
    }
    run.optionsJson = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
    run.version = MIEN_VERSION;
    run.scorableFraction = found->analysis.scorableFraction;
    run.offered = true;
    return std::move(found->analysis);
}

AnalysisController::AnalysisController(ProjectDocument& document, Settings& settings, ModelShelf& shelf,
                                       JobList& jobs, const QString& cacheFolder)
    : m_document(document), m_settings(settings), m_shelf(shelf), m_jobs(jobs), m_cacheFolder(cacheFolder) {}

/// The film's signals, where they were measured with the same options for another spotter.
std::shared_ptr<const pipeline::Analysis> AnalysisController::measuredBefore(const Plan& plan) const {
    const auto run = m_document.run();
    const auto analysis = m_document.analysis().analysis();
    if (!run || !analysis || run->version != MIEN_VERSION ||
        static_cast<std::int64_t>(analysis->series.frames.size()) != m_document.timing().frames())
        return nullptr;
    auto before = QJsonDocument::fromJson(QByteArray::fromStdString(run->optionsJson)).object();
    auto now = toJson(plan.options);
    const bool sameSpotter =
        plan.spotter.byRules() ? before["spotter"] == now["spotter"]
                               : before[kModel].toObject()["folder"] == textOf(plan.spotter.folder.string());
    for (auto* json : {&before, &now}) {
        json->remove("spotter");
        json->remove(kModel);
    }
    if (sameSpotter || before != now) // asked for the same again: then from the film
        return nullptr;
    auto copy = std::make_shared<pipeline::Analysis>(*analysis);
    copy->series.fps = plan.fps; // what is kept of it has fewer digits
    return copy;
}

bool AnalysisController::running() const {
    return m_job && !m_job->ended();
}

void AnalysisController::cancel() {
    if (m_job)
        m_job->cancel();
}

void AnalysisController::start() {
    const auto* media = m_document.currentMedia();
    if (!media || running())
        return;
    auto plan = std::make_shared<Plan>();
    auto& options = plan->options;
    options.keepLandmarks = true;
    options.followFace = m_document.followedFace();
    options.landmarkModel = m_settings.landmarkModel().toStdString();
    options.cacheDir = m_cacheFolder.toStdString();
    if (media->isImageFolder)
        options.fps = media->fps;
    const auto id = media->id;
    plan->media = id;
    plan->path = media->path;
    plan->fps = media->fps.value();
    plan->spotter = m_shelf.choice();
    plan->measured = measuredBefore(*plan);
    plan->project = m_document.path();
    plan->coder = m_document.coder().toStdString();
    plan->step = tr("Analyse: %1").arg(m_shelf.nameOf(plan->spotter.key));
    using Found = std::shared_ptr<const pipeline::Analysis>;
    const auto tell = [this, id](const std::vector<annotation::Proposal>& proposals) {
        QMetaObject::invokeMethod(
            this, [this, id, proposals] { early(id, proposals); }, Qt::QueuedConnection);
    };
    const auto tellFrames = [this, id](const std::vector<motion::FrameMotion>& frames) {
        QMetaObject::invokeMethod(
            this, [this, id, frames] { measured(id, frames); }, Qt::QueuedConnection);
    };
    m_document.analysis().setMeasuring(true);
    m_job = m_jobs.start<Found>(
        tr("Analysing %1").arg(QString::fromStdString(media->path.filename().string())),
        [plan, tell, tellFrames](const JobContext& job) -> Result<Found> {
            pipeline::AnalyseListeners listeners;
            listeners.early = tell;
            listeners.frame = [&tellFrames, throttle = Throttle()](const face::FaceObservation&,
                                                                   const motion::FrameMotion& frame) mutable {
                if (const auto some = throttle.add(frame))
                    tellFrames(*some);
            };
            project::Run run;
            auto found = plan->work(run, job, listeners);
            if (!found)
                return Unexpected(found.error());
            if (auto stored = store(plan->project, plan->coder, run, found->proposals, plan->step); !stored)
                return Unexpected(stored.error());
            return std::make_shared<const pipeline::Analysis>(std::move(*found));
        },
        this,
        [this, id, project = m_document.path()](Result<Found> found) {
            ready(id, project, std::move(found));
        },
        m_settings.threads());
    emit runningChanged(true);
}

void AnalysisController::keep(std::shared_ptr<const pipeline::Analysis> analysis) {
    const auto run = m_document.run();
    if (!run || !m_document.currentMedia())
        return;
    const QString file = analysisCacheFile(m_cacheFolder, *m_document.currentMedia(), *run);
    m_jobs.start<bool>(
        tr("Keeping the signals"),
        [file, analysis](const JobContext&) -> Result<bool> {
            if (auto written = writeAnalysisCache(file, *analysis); !written)
                return Unexpected(written.error());
            return true;
        },
        this, [](const Result<bool>&) {});
}

void AnalysisController::restore() {
    const auto run = m_document.run();
    const auto* media = m_document.currentMedia();
    if (!run || !media)
        return;
    const QString file = analysisCacheFile(m_cacheFolder, *media, *run);
    if (!QFileInfo::exists(file))
        return;
    using Found = std::shared_ptr<const pipeline::Analysis>;
    m_jobs.start<Found>(
        tr("Reading the kept signals"),
        [file](const JobContext&) -> Result<Found> {
            auto read = readAnalysisCache(file);
            if (!read)
                return Unexpected(read.error());
            return std::make_shared<const pipeline::Analysis>(std::move(*read));
        },
        this,
        [this, id = media->id, project = m_document.path()](const Result<Found>& found) {
            const auto* current = m_document.currentMedia();
            const bool fits =
                found && current && current->id == id && m_document.path() == project &&
                static_cast<std::int64_t>((*found)->series.frames.size()) <= m_document.timing().frames();
            if (fits && !m_document.analysis().analysis())
                m_document.analysis().setAnalysis(*found);
        });
}

void AnalysisController::early(project::MediaId media, const std::vector<annotation::Proposal>& proposals) {
    const auto* current = m_document.currentMedia();
    if (running() && current && current->id == media)
        m_document.analysis().setEarly(proposals);
}

void AnalysisController::measured(project::MediaId media, const std::vector<motion::FrameMotion>& frames) {
    const auto* current = m_document.currentMedia();
    if (running() && current && current->id == media)
        m_document.analysis().addMeasured(frames);
}

void AnalysisController::ready(project::MediaId media, const QString& projectPath,
                               Result<std::shared_ptr<const pipeline::Analysis>> found) {
    emit runningChanged(false);
    auto& store = m_document.analysis();
    store.setEarly({});
    const auto over = qScopeGuard([&store] { store.setMeasuring(false); });
    if (!found) {
        if (found.error().code != ErrorCode::Cancelled)
            emit failed(QString::fromStdString(found.error().sentence()));
        return;
    }
    if (m_document.path() != projectPath)
        return; // what was found is kept in the project that was open then
    const auto& analysis = **found;
    m_document.refreshRows();
    const auto* current = m_document.currentMedia();
    if (current && current->id == media) {
        store.setAnalysis(*found);
        keep(*found);
    }
    const auto isEvent = [](const annotation::Proposal& p) { return p.looksLike.empty(); };
    const int events =
        static_cast<int>(std::count_if(analysis.proposals.begin(), analysis.proposals.end(), isEvent));
    if (analysis.scorableFraction <= 0.0)
        emit finished(tr("No usable face was found in this film, so nothing in it can be scored."));
    else
        emit finished(
            tr("%n expression(s) proposed", nullptr, events) +
            tr("; %1 % of the film could be scored.").arg(qRound(100.0 * analysis.scorableFraction)));
}

} // namespace mien::ui
