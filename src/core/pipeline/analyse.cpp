// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/analyse.h"

#include "core/base/guarded.h"
#include "core/pipeline/landmark_anchor.h"
#include "core/pipeline/stretch.h"
#include "core/pipeline/stretch_motion.h"
#include "core/spotting/spotter.h"

#include <fmt/format.h>
#include <opencv2/core/utility.hpp>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <mutex>

namespace mien::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A stretch on its way through the stages.
struct Parcel {
    Stretch stretch;
    StretchMotion measured;
};

/// Orders what one thread does after what another did before. TBB orders its stages itself, but its library
/// is not compiled for the thread sanitizer, which sees only this.
class Baton {
public:
    void take() { m_turns.fetch_add(1, std::memory_order_acquire); }
    void pass() { m_turns.fetch_add(1, std::memory_order_release); }

private:
    std::atomic<unsigned> m_turns{0};
};

/// Some consecutive frames on their way from the decoder to the face.
struct Batch {
    std::vector<media::Frame> frames;
    bool last = false; ///< the film ends with it
    Baton baton;
};
/// The stretches that a batch closed, usually none or one.
struct Load {
    std::vector<Parcel> parcels;
    Baton baton;
};

/// A batch holds this many bytes of pictures (or one frame, if that is larger): enough that handing batches
/// on costs nothing, little enough that several are no burden.
constexpr std::size_t kBatchBytes = 2u << 20;

/// The four stages and what they share. Decoding, looking at the face and collecting run one batch at a time
/// and in order, but beside one another; measuring runs in parallel.
class Run {
public:
    Run(const AnalyseOptions& options, const JobContext& job, const AnalyseListeners& listeners)
        : m_options(options), m_job(job), m_listeners(listeners) {}

    Result<void> open(const std::filesystem::path& path) {
        media::OpenOptions open;
        open.format = media::PixelFormat::Grey;
        open.fps = m_options.fps;
        open.cacheDir = m_options.cacheDir;
        auto source = media::openMedia(path, open, JobContext{m_job.stop, {}, m_job.threads});
        if (!source)
            return Unexpected(std::move(source).error());
        m_source = *std::move(source);
        const auto row = std::find_if(spotting::spotterRows().begin(), spotting::spotterRows().end(),
                                      [&](const auto& r) { return r.name == m_options.spotter; });
        if (row == spotting::spotterRows().end())
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("There is no spotter named “{}”.", m_options.spotter));
        m_spotter = row;
        face::FaceOptions faceOptions;
        faceOptions.followFace = m_options.followFace;
        faceOptions.fps = m_source->info().fps.value();
        auto tracker = face::makeFaceTracker(faceOptions, m_options.landmarkModel);
        if (!tracker)
            return Unexpected(std::move(tracker).error());
        m_tracker = *std::move(tracker);
        m_builder = std::make_unique<StretchBuilder>(faceOptions.fps);
        m_chain = std::make_unique<DisplacementChain>(faceOptions.fps);

        m_analysis.info = m_source->info();
        m_analysis.timesS.assign(m_source->timesS().begin(), m_source->timesS().end());
        m_analysis.series.fps = faceOptions.fps;
        m_analysis.series.frames.reserve(static_cast<std::size_t>(m_analysis.info.frames));
        return {};
    }

    Result<Analysis> analyse() {
        m_lastSpot = Clock::now();
        const auto threads = static_cast<std::size_t>(m_job.threadCount());
        tbb::task_arena arena(m_job.threadCount());
        arena.execute([&] {
            const auto decoded = tbb::make_filter<void, Batch*>(tbb::filter_mode::serial_in_order,
                                                                [&](tbb::flow_control& control) -> Batch* {
                                                                    m_decoding.take();
                                                                    auto batch = decode();
                                                                    if (batch)
                                                                        batch->baton.pass();
                                                                    else
                                                                        control.stop();
                                                                    m_decoding.pass();
                                                                    return batch.release();
                                                                });
            const auto seen =
                tbb::make_filter<Batch*, Load*>(tbb::filter_mode::serial_in_order, [&](Batch* batch) {
                    m_looking.take();
                    batch->baton.take();
                    const std::unique_ptr<Batch> owned(batch);
                    auto load = std::make_unique<Load>();
                    load->parcels = look(*owned);
                    load->baton.pass();
                    m_looking.pass();
                    return load.release();
                });
            const auto measured = tbb::make_filter<Load*, Load*>(tbb::filter_mode::parallel, [&](Load* load) {
                load->baton.take();
                for (Parcel& parcel : load->parcels)
                    measure(parcel);
                load->baton.pass();
                return load;
            });
            const auto collected =
                tbb::make_filter<Load*, void>(tbb::filter_mode::serial_in_order, [&](Load* load) {
                    m_collecting.take();
                    load->baton.take();
                    const std::unique_ptr<Load> owned(load);
                    for (const Parcel& parcel : owned->parcels)
                        collect(parcel);
                    m_collecting.pass();
                });
            tbb::parallel_pipeline(threads + 2, decoded & seen & measured & collected);
        });
        for (Baton* stage : {&m_decoding, &m_looking, &m_collecting})
            stage->take();
        if (m_job.cancelled())
            return cancelled("The analysis was stopped; nothing was changed.");
        if (m_failure)
            return Unexpected(*m_failure);
        const auto start = Clock::now();
        auto proposals = m_spotter->spot(m_analysis.series, m_job);
        if (!proposals)
            return Unexpected(std::move(proposals).error());
        m_analysis.proposals = *std::move(proposals);
        m_spotS += secondsSince(start);
        m_analysis.secondsByStage = {{"decode", m_decodeS},
                                     {"face", m_faceS},
                                     {"flow", static_cast<double>(m_flowNs.load()) * 1e-9},
                                     {"spot", m_spotS}};
        const auto& frames = m_analysis.series.frames;
        const auto scorable = std::count_if(frames.begin(), frames.end(), [](const auto& f) {
            return f.state == face::Scorability::Scorable;
        });
        m_analysis.scorableFraction =
            frames.empty() ? 0.0 : static_cast<double>(scorable) / static_cast<double>(frames.size());
        return std::move(m_analysis);
    }

private:
    bool stopped() const { return m_job.cancelled() || m_failed.load(); }

    void failWith(Error error) {
        const std::lock_guard lock(m_failureMutex);
        if (!m_failure)
            m_failure = std::move(error);
        m_failed = true;
    }

    /// The next few frames; nullptr after the film's last batch, or where the analysis ends early.
    std::unique_ptr<Batch> decode() {
        if (m_decodedAll)
            return nullptr;
        const auto start = Clock::now();
        auto batch = std::make_unique<Batch>();
        for (std::size_t bytes = 0; bytes < kBatchBytes && !batch->last;) {
            if (stopped())
                return nullptr;
            auto frame = m_source->next();
            if (!frame) {
                failWith(std::move(frame).error());
                return nullptr;
            }
            if (frame->has_value()) {
                bytes += (*frame)->image.total() * (*frame)->image.elemSize();
                batch->frames.push_back(**std::move(frame));
            } else {
                batch->last = m_decodedAll = true;
            }
        }
        m_decodeS += secondsSince(start);
        return batch;
    }

    /// Looks at the face in each frame; returns the stretches that are complete.
    std::vector<Parcel> look(Batch& batch) {
        std::vector<Parcel> load;
        const auto start = Clock::now();
        for (media::Frame& frame : batch.frames) {
            if (stopped())
                return load;
            auto seen = m_tracker->observe(frame.index, frame.image);
            if (!seen) {
                failWith(std::move(seen).error());
                return load;
            }
            if (auto closed = m_builder->add(*std::move(seen), frame.image))
                load.push_back({*std::move(closed), {}});
            frame.image.release();
        }
        if (batch.last)
            if (auto closed = m_builder->finish())
                load.push_back({*std::move(closed), {}});
        m_faceS += secondsSince(start);
        return load;
    }

    void measure(Parcel& parcel) {
        if (stopped())
            return;
        const auto start = Clock::now();
        auto measured = guarded("optical flow", [&] {
            return measureStretch(parcel.stretch,
                                  {m_options.flow, m_options.fixedRadius, m_options.frameToFrame});
        });
        if (measured)
            parcel.measured = *std::move(measured);
        else
            failWith(std::move(measured).error());
        for (StretchFrame& frame : parcel.stretch.frames)
            frame.crop.release();
        m_flowNs += std::chrono::nanoseconds(Clock::now() - start).count();
    }

    /// Chains the stretch onto the ones before and hands its frames on.
    void collect(const Parcel& parcel) {
        if (stopped() || parcel.measured.frames.empty())
            return;
        if (!parcel.stretch.chained) {
            m_chain->reset();
        }
        for (std::size_t i = 0; i < parcel.measured.frames.size(); ++i) {
            motion::FrameMotion m = parcel.measured.frames[i];
            const face::FaceObservation& seen = parcel.stretch.frames[i].seen;
            if (parcel.stretch.scorable())
                m.displacement = m_chain->add(m.displacement, parcel.stretch.frames[i].position, m.newStretch,
                                              parcel.measured.astray[i]);
            if (m_options.keepLandmarks)
                m_analysis.landmarks.push_back(seen.landmarks);
            if (m_listeners.frame)
                m_listeners.frame(seen, m);
            m_analysis.series.frames.push_back(m);
        }
        const auto done = m_analysis.series.frames.size();
        m_job.progress(static_cast<double>(done) /
                           static_cast<double>(std::max<std::int64_t>(1, m_analysis.info.frames)),
                       fmt::format("Measuring motion: frame {} of {}", done, m_analysis.info.frames));
        spotEarly();
    }

    /// Proposals so far, often at first and then at most a tenth of the time.
    void spotEarly() {
        if (!m_listeners.early || secondsSince(m_lastSpot) < std::max(0.7, 10.0 * m_spotCostS))
            return;
        const auto start = Clock::now();
        if (auto proposals = m_spotter->spot(m_analysis.series, m_job))
            m_listeners.early(*proposals);
        m_spotCostS = secondsSince(start);
        m_spotS += m_spotCostS;
        m_lastSpot = Clock::now();
    }

    const AnalyseOptions& m_options;
    const JobContext& m_job;
    const AnalyseListeners& m_listeners;
    std::unique_ptr<media::VideoSource> m_source;
    std::unique_ptr<face::FaceTracker> m_tracker;
    std::unique_ptr<StretchBuilder> m_builder;
    std::span<const spotting::SpotterRow>::iterator m_spotter;
    std::unique_ptr<DisplacementChain> m_chain;
    Analysis m_analysis;
    Baton m_decoding, m_looking, m_collecting; ///< of the stages that run in order
    // Each is written by one stage only: stages run at the same time.
    bool m_decodedAll = false;
    double m_decodeS = 0.0;
    double m_faceS = 0.0;
    double m_spotS = 0.0;
    std::atomic<std::int64_t> m_flowNs{0};
    Clock::time_point m_lastSpot;
    double m_spotCostS = 0.0;
    std::atomic<bool> m_failed{false};
    std::mutex m_failureMutex;
    std::optional<Error> m_failure;
};

} // namespace

Result<Analysis> analyse(const std::filesystem::path& media, const AnalyseOptions& options,
                         const JobContext& job, const AnalyseListeners& listeners) {
    return guarded(media.string(), [&]() -> Result<Analysis> {
        Run run(options, job, listeners);
        if (auto opened = run.open(media); !opened)
            return Unexpected(std::move(opened).error());
        return run.analyse();
    });
}

} // namespace mien::pipeline
