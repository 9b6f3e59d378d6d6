// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/media_options.h"

#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/base/file_io.h"

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

namespace mien::cli {
namespace {

using namespace media;

Output probeOutput(const std::string& path, const MediaInfo& info, const std::string& sha256) {
    Output out;
    out.json = {{"media", path},
                {"frames", info.frames},
                {"width", info.width},
                {"height", info.height},
                {"fps", toJson(info.fps)},
                {"constant_rate", info.constantRate},
                {"duration_s", info.durationS},
                {"first_pts_s", info.firstPtsS},
                {"codec", info.codec},
                {"sha256", sha256},
                {"notes", info.notes}};
    TextTable table({path, ""});
    table.add({"frames", std::to_string(info.frames)});
    table.add({"size", fmt::format("{} × {}", info.width, info.height)});
    table.add({"rate",
               fmt::format("{:.6g} fps{}", info.fps.value(), info.constantRate ? "" : ", variable (mean)")});
    table.add({"duration", fmt::format("{:.3f} s", info.durationS)});
    table.add({"first time stamp", fmt::format("{:.3f} s", info.firstPtsS)});
    table.add({"codec", info.codec});
    table.add({"sha256", sha256});
    for (const auto& note : info.notes)
        table.add({"note", note});
    out.text = table.text();
    return out;
}

Result<void> writePng(const std::string& path, const cv::Mat& image) {
    std::vector<unsigned char> bytes;
    if (!cv::imencode(".png", image, bytes))
        return fail(ErrorCode::Internal, "The frame could not be encoded.", path);
    return writeFileAtomically(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

} // namespace

Json toJson(Rational rate) {
    return {{"num", rate.num}, {"den", rate.den}};
}

std::filesystem::path cacheFolder() {
    if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder == '/')
        return std::filesystem::path(folder) / "mien";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return std::filesystem::path(home) / ".cache" / "mien";
    return {};
}

Run declareProbe(Verb& verb) {
    struct State {
        std::string media;
        std::optional<Rational> fps;
    };
    auto s = Verb::state<State>();
    verb.required("MEDIA", s->media, "a film or a folder of numbered images");
    verb.rate("--fps", s->fps, "frame rate of a folder of images");
    return [s](Context& context) -> Result<Output> {
        const auto source = context.timed("open", [&] {
            return openMedia(s->media, {.fps = s->fps, .cacheDir = cacheFolder()}, context.job);
        });
        if (!source)
            return Unexpected(source.error());
        const auto sha256 = context.timed("hash", [&] { return contentSha256(s->media, context.job); });
        if (!sha256)
            return Unexpected(sha256.error());
        return probeOutput(s->media, (*source)->info(), *sha256);
    };
}

Run declareFrame(Verb& verb) {
    struct State {
        std::string media, out;
        std::int64_t frame = 0;
        std::optional<Rational> fps;
    };
    auto s = Verb::state<State>();
    verb.required("MEDIA", s->media, "a film or a folder of numbered images");
    verb.required("N", s->frame, "number of the frame, counted from 0");
    verb.required("--out", s->out, "the picture to write").typeName("PNG");
    verb.rate("--fps", s->fps, "frame rate of a folder of images");
    return [s](Context& context) -> Result<Output> {
        if (std::filesystem::path(s->out).extension() != ".png")
            return fail(ErrorCode::InvalidArgument,
                        "--out names a .png file: a frame is written without loss.", s->out);
        const auto source = context.timed("open", [&] {
            return openMedia(s->media, {.fps = s->fps, .cacheDir = cacheFolder()}, context.job);
        });
        if (!source)
            return Unexpected(source.error());
        const auto frame = context.timed("read", [&] { return (*source)->read({s->frame}); });
        if (!frame)
            return Unexpected(frame.error());
        if (auto written = writePng(s->out, frame->image); !written)
            return Unexpected(written.error());
        Output out;
        out.json = {{"media", s->media},
                    {"frame", frame->index.value},
                    {"label", (*source)->labelOf(frame->index)},
                    {"time_s", frame->timeS},
                    {"width", frame->image.cols},
                    {"height", frame->image.rows},
                    {"out", s->out}};
        out.text = fmt::format("frame {} at {:.4f} s → {}\n", frame->index.value, frame->timeS, s->out);
        return out;
    };
}

} // namespace mien::cli
