// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/render_clip.h"

#include "core/base/guarded.h"
#include "core/base/parallel.h"
#include "core/media/video_source.h"
#include "core/media/video_writer.h"
#include "core/synthesis/exposure.h"
#include "core/synthesis/flow_file.h"
#include "core/synthesis/generator_warp.h"

#include <fmt/format.h>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;

/// A folder beside the target in which the clip grows; goes with everything in it unless it was emptied.
class Workshop {
public:
    explicit Workshop(fs::path path) : m_path(std::move(path)) {}
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

Result<void> renderFilm(const ClipSpec& spec, const Actor& actor, const fs::path& film,
                        const JobContext& job) {
    media::VideoWriterOptions options;
    options.width = options.height = spec.size;
    options.fps = spec.fps;
    options.codec = spec.codec == "ffv1" ? media::VideoCodec::Ffv1 : media::VideoCodec::H264;
    options.crf = spec.quality;
    auto writer = media::VideoWriter::create(film, options);
    if (!writer)
        return Unexpected(writer.error());
    // A bounded batch at a time: memory does not grow with the film, and the order of writing is fixed.
    const auto batch = static_cast<std::int64_t>(4 * job.threadCount());
    for (std::int64_t first = 0; first < spec.frames; first += batch) {
        const auto count = std::min<std::int64_t>(batch, spec.frames - first);
        std::vector<cv::Mat> pictures(static_cast<std::size_t>(count));
        parallelFor(pictures.size(), job, [&](std::size_t i) {
            const FrameIndex at{first + static_cast<std::int64_t>(i)};
            auto picture = actor.picture(actor.performance().poseAt(at));
            pictures[i] = exposed(picture, spec, at);
        });
        if (job.cancelled())
            return cancelled();
        for (const auto& picture : pictures)
            if (auto ok = (*writer)->write(picture); !ok)
                return ok;
        job.progress(static_cast<double>(first + count) / spec.frames, "rendering");
    }
    return (*writer)->finish();
}

} // namespace

Result<ClipTruth> renderClip(const ClipSpec& spec, const fs::path& folder, const JobContext& job,
                             const std::string& command) {
    if (auto ok = spec.validate(); !ok)
        return Unexpected(ok.error());
    auto source = loadActorSource(spec, job);
    if (!source)
        return Unexpected(source.error());
    return renderClip(spec, **source, folder, job, command);
}

Result<ClipTruth> renderClip(const ClipSpec& spec, const Portrait& portrait, const fs::path& folder,
                             const JobContext& job, const std::string& command) {
    return renderClip(spec, *warpSourceOf(portrait), folder, job, command);
}

Result<ClipTruth> renderClip(const ClipSpec& spec, const ActorSource& source, const fs::path& folder,
                             const JobContext& job, const std::string& command) {
    return guarded(folder.string(), [&]() -> Result<ClipTruth> {
        if (auto ok = spec.validate(); !ok)
            return Unexpected(ok.error());
        const auto actor = source.actor(spec, job);
        if (!actor)
            return Unexpected(actor.error());

        const bool existed = fs::exists(folder);
        std::error_code error;
        const Workshop workshop(folder / ".unfinished");
        fs::create_directories(workshop.path(), error);
        if (error)
            return fail(ErrorCode::WriteFailed,
                        fmt::format("The folder cannot be made: {}.", error.message()), folder.string());
        const auto abandon = [&](const Error& why) -> Result<ClipTruth> {
            std::error_code ignored;
            if (!existed)
                fs::remove_all(folder, ignored);
            return Unexpected(why);
        };

        const std::string name = spec.name + (spec.codec == "ffv1" ? ".mkv" : ".mp4");
        auto truth = truthOf(spec, (*actor)->anatomy(), (*actor)->performance());
        if (auto ok = renderFilm(spec, **actor, workshop.path() / name, job); !ok)
            return abandon(ok.error());
        if (auto ok = writeFlow(spec, **actor, workshop.path(), job); !ok)
            return abandon(ok.error());
        auto sha = media::contentSha256(workshop.path() / name, job);
        if (!sha)
            return abandon(sha.error());
        truth.film = folder / name;
        truth.filmSha256 = *sha;
        truth.sourceSha256 = source.sha256();
        if (auto ok = writeTruth(truth, workshop.path(), command); !ok)
            return abandon(ok.error());
        for (const auto& entry : fs::directory_iterator(workshop.path())) {
            fs::rename(entry.path(), folder / entry.path().filename(), error);
            if (error)
                return abandon({ErrorCode::WriteFailed,
                                fmt::format("It cannot be put in place: {}.", error.message()),
                                (folder / entry.path().filename()).string()});
        }
        return truth;
    });
}

} // namespace mien::synthesis
