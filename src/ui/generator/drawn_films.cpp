// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/drawn_films.h"

#include "core/base/parallel.h"
#include "core/synthesis/exposure.h"
#include "core/synthesis/generator.h"
#include "core/synthesis/scm_clip.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

constexpr double kRestS = 0.25; ///< shown before and after the expression
/// As `synth dataset` does it.
constexpr double kSofter = 0.85;
constexpr int kMostSofter = 12;

struct Cast {
    synthesis::ClipSpec clip;
    std::unique_ptr<synthesis::Actor> actor;
};

/// All films under one strength: the first at which none folds the skin.
Result<std::vector<Cast>> castOf(synthesis::SourceShelf& shelf, const FaceChoice& face,
                                 const std::vector<synthesis::Sample>& samples, double& strength,
                                 const JobContext& job) {
    synthesis::ClipSpec frame;
    frame.generator = face.generator;
    frame.source = face.source;
    frame.sourceFrame = face.sourceFrame;
    frame.size = kPreviewPx;
    frame.fps = {kFilmFps, 1};
    frame.frames = static_cast<int>(kFilmLengthS * kFilmFps);
    // Never given up half way: others may be waiting for the same source.
    const auto source = shelf.get(frame, face.source, {});
    if (job.cancelled())
        return cancelled();
    if (!source)
        return Unexpected(source.error());
    for (int softer = 0;; ++softer, strength *= kSofter) {
        std::vector<Cast> cast;
        std::optional<Error> refused;
        for (const auto& sample : samples) {
            frame.identity = face.identity + sample.subject; // of a rig everyone is somebody else
            auto clip = synthesis::clipOf(sample, frame, strength);
            if (!clip)
                return Unexpected(clip.error());
            auto actor = (*source)->actor(*clip, job);
            if (!actor) {
                refused = actor.error();
                break;
            }
            cast.push_back({std::move(*clip), std::move(*actor)});
        }
        if (!refused)
            return cast;
        if (refused->code != ErrorCode::InvalidArgument || softer == kMostSofter)
            return Unexpected(*refused);
    }
}

PhaseTiming timingOf(const synthesis::EpisodeTiming& t) {
    const auto ms = [](double s) { return static_cast<int>(std::lround(1000.0 * s)); };
    PhaseTiming timing;
    timing.restMs = ms(kRestS);
    timing.riseMs = std::max(1, ms(t.apexS - t.onsetS));
    timing.holdMs = std::max(0, ms(t.holdS));
    timing.fallMs = std::max(1, ms(t.offsetS - t.apexS - t.holdS));
    return timing;
}

} // namespace

std::size_t DrawnFilms::frameAt(int ms) const {
    if (films.empty() || films.front().frames.empty())
        return 0;
    const auto frame = static_cast<std::size_t>(std::max(0, ms) * kFilmFps / 1000);
    return std::min(frame, films.front().frames.size() - 1);
}

Result<DrawnFilms> drawFilms(synthesis::SourceShelf& shelf, const FaceChoice& face,
                             const std::vector<synthesis::Sample>& samples, const JobContext& job) {
    if (samples.empty() || samples.front().episodes.empty())
        return fail(ErrorCode::InvalidArgument, "The sample has no expression.");
    DrawnFilms drawn;
    auto cast = castOf(shelf, face, samples, drawn.strength, job);
    if (!cast)
        return Unexpected(cast.error());
    const auto& when = samples.front().episodes.front().timing;
    drawn.timing = timingOf(when);
    const int frames = cast->front().clip.frames;
    const auto first =
        std::clamp(static_cast<int>(std::lround((when.onsetS - kRestS) * kFilmFps)), 0, frames - 1);
    const auto last =
        std::clamp(static_cast<int>(std::lround((when.offsetS + kRestS) * kFilmFps)), first, frames - 1);
    const auto count = static_cast<std::size_t>(last - first + 1);
    for (std::size_t i = 0; i < cast->size(); ++i)
        drawn.films.push_back({std::vector<QImage>(count), FrameIndex{first}});
    parallelFor(count * cast->size(), job, [&](std::size_t i) {
        const auto& one = (*cast)[i / count];
        const FrameIndex at{first + static_cast<std::int64_t>(i % count)};
        auto picture = one.actor->picture(one.actor->performance().poseAt(at));
        drawn.films[i / count].frames[i % count] = toPicture(synthesis::exposed(picture, one.clip, at));
    });
    if (job.cancelled())
        return cancelled();
    return drawn;
}

QImage differenceOf(const QImage& a, const QImage& b, double gain) {
    if (a.size() != b.size() || a.isNull())
        return {};
    QImage out(a.size(), QImage::Format_RGB32);
    const auto shown = [gain](int x, int y) {
        return std::min(255, static_cast<int>(gain * std::abs(x - y)));
    };
    for (int y = 0; y < a.height(); ++y) {
        const auto* p = reinterpret_cast<const QRgb*>(a.constScanLine(y));
        const auto* q = reinterpret_cast<const QRgb*>(b.constScanLine(y));
        auto* to = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < a.width(); ++x)
            to[x] = qRgb(shown(qRed(p[x]), qRed(q[x])), shown(qGreen(p[x]), qGreen(q[x])),
                         shown(qBlue(p[x]), qBlue(q[x])));
    }
    return out;
}

double differingShare(const QImage& a, const QImage& b) {
    if (a.size() != b.size() || a.isNull())
        return 0.0;
    std::int64_t differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        const auto* p = reinterpret_cast<const QRgb*>(a.constScanLine(y));
        const auto* q = reinterpret_cast<const QRgb*>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x)
            differing += p[x] != q[x] ? 1 : 0;
    }
    return static_cast<double>(differing) / (static_cast<double>(a.width()) * a.height());
}

FilmMaker::FilmMaker(std::shared_ptr<synthesis::SourceShelf> shelf, QObject* parent)
    : QObject(parent), m_shelf(std::move(shelf)) {}

void FilmMaker::make(const FaceChoice& face, std::vector<synthesis::Sample> samples) {
    m_next = Request{face, std::move(samples)};
    if (m_job)
        return m_job->cancel(); // end() goes on with the newest
    start();
}

void FilmMaker::start() {
    auto request = std::move(*m_next);
    m_next.reset();
    m_job = std::make_unique<Job<DrawnFilms>>(
        tr("Drawing films"), [shelf = m_shelf, request = std::move(request)](const JobContext& job) {
            return drawFilms(*shelf, request.face, request.samples, job);
        });
    connect(m_job.get(), &JobBase::finished, this, &FilmMaker::end);
    m_job->start();
    emit began();
}

void FilmMaker::end() {
    auto result = m_job->takeResult();
    m_job.release()->deleteLater(); // it is the one that is calling
    if (m_next)
        return start();
    if (result)
        emit made(*result);
    else if (result.error().code != ErrorCode::Cancelled)
        emit failed(QString::fromStdString(result.error().sentence()));
}

} // namespace mien::ui
