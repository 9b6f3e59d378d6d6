// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_writer.h"
#include "support/frame_pattern.h"
#include "support/run_tool.h"

#include <filesystem>
#include <string>
#include <vector>

// Films whose pictures carry their number, in many encodings; made with the ffmpeg command from one lossless
// master. Truth is what the ffmpeg command decodes from a film's start to its end.
namespace mien::test {

struct Encoding {
    const char* name;
    const char* extension;
    const char* input;  ///< options before -i: the master's rate
    const char* output; ///< options of the encoder
    /// A second run over the encoded film without re-encoding: options before and after -i; null: none.
    const char* copyInput = nullptr;
    const char* copyOutput = nullptr;
    int width = 160;
    int height = 120;
};

inline constexpr int patternFilmFrames = 250;

// clang-format off
inline const std::vector<Encoding>& encodings() {
    static const std::vector<Encoding> all{
        {"h264 B long GOP", "mp4", "-r 25", "-c:v libx264 -preset fast -g 300 -bf 3 -b_strategy 0 -sc_threshold 0"},
        {"h264 GOP 25 no B", "mp4", "-r 30", "-c:v libx264 -preset fast -g 25 -bf 0"},
        {"h264 200 fps", "mp4", "-r 200", "-c:v libx264 -preset fast -g 100 -bf 3"},
        {"h264 500 fps", "mp4", "-r 500", "-c:v libx264 -preset fast -g 125 -bf 2"},
        {"h264 15 fps mov", "mov", "-r 15", "-c:v libx264 -preset fast -g 60"},
        {"h264 variable rate", "mp4", "-r 30",
         "-vf setpts=(N+floor(N/7)*2+mod(N*N\\,3)/2)/30/TB -vsync passthrough -video_track_timescale 90000 -c:v libx264 -preset fast -g 48"},
        {"h264 variable rate, equal time stamps, mkv", "mkv", "-r 30",
         "-vf setpts=(N+floor(N/5)*3)/30/TB -vsync passthrough -c:v libx264 -preset fast -g 48"},
        {"h264 open GOP 29.97 mkv", "mkv", "-r 30000/1001", "-c:v libx264 -preset fast -x264-params open-gop=1:keyint=24:min-keyint=24:bframes=3:b-adapt=0:scenecut=0"},
        {"h264 open GOP mp4", "mp4", "-r 25", "-c:v libx264 -preset fast -x264-params open-gop=1:keyint=20:min-keyint=20:bframes=3:b-adapt=0:scenecut=0"},
        {"h264 intra refresh", "mp4", "-r 25", "-c:v libx264 -preset fast -x264-params intra-refresh=1:keyint=30:bframes=0:ref=1"},
        {"h264 edit list", "mp4", "-r 25", "-c:v libx264 -preset fast -g 50 -bf 3", "-ss 1.52", "-c copy"},
        {"h264 open GOP cut ts", "ts", "-r 25", "-c:v libx264 -preset fast -x264-params open-gop=1:keyint=25:bframes=3:b-adapt=0:scenecut=0", "-ss 2.3", "-c copy"},
        {"h264 start offset mp4", "mp4", "-r 25", "-c:v libx264 -preset fast -g 40", "", "-c copy -output_ts_offset 5.4"},
        {"h264 start offset mkv", "mkv", "-r 25", "-c:v libx264 -preset fast -g 40", "", "-c copy -output_ts_offset 12.345"},
        {"h264 rotated 90", "mp4", "-r 25", "-vf transpose=cclock -c:v libx264 -preset fast -g 40", "", "-c copy -metadata:s:v rotate=90"},
        {"h264 rotated 180", "mp4", "-r 25", "-vf hflip,vflip -c:v libx264 -preset fast -g 40", "", "-c copy -metadata:s:v rotate=180"},
        {"h264 rotated 270", "mp4", "-r 25", "-vf transpose=clock -c:v libx264 -preset fast -g 40", "", "-c copy -metadata:s:v rotate=270"},
        {"h264 4:4:4 odd size", "mp4", "-r 60", "-pix_fmt yuv444p -c:v libx264 -preset fast -g 60", nullptr, nullptr, 161, 123},
        {"h264 interlaced", "mp4", "-r 25", "-flags +ildct+ilme -x264opts tff=1 -c:v libx264 -preset fast -g 50"},
        {"h264 raw stream", "h264", "-r 25", "-c:v libx264 -preset fast -g 50 -bf 2"},
        {"h264 avi", "avi", "-r 25", "-c:v libx264 -preset fast -g 50 -bf 2"},
        {"hevc", "mp4", "-r 25", "-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params log-level=none:keyint=50:bframes=3"},
        {"hevc open GOP mkv", "mkv", "-r 25", "-c:v libx265 -preset ultrafast -x265-params log-level=none:open-gop=1:keyint=30:min-keyint=30:bframes=4:scenecut=0"},
        {"hevc 10 bit", "mp4", "-r 50", "-pix_fmt yuv420p10le -c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=60"},
        {"vp9 webm", "webm", "-r 30", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 60 -b:v 400k"},
        {"vp9 hidden references", "webm", "-r 30", "-c:v libvpx-vp9 -deadline good -cpu-used 5 -g 60 -b:v 300k -auto-alt-ref 1 -lag-in-frames 16"},
        {"vp8 hidden references", "webm", "-r 30", "-c:v libvpx -deadline good -cpu-used 5 -g 60 -b:v 300k -auto-alt-ref 1 -lag-in-frames 16"},
        {"mjpeg avi", "avi", "-r 100", "-c:v mjpeg -q:v 4"},
        {"mpeg4 avi B", "avi", "-r 25", "-c:v mpeg4 -q:v 3 -g 40 -bf 2"},
        {"mpeg4 avi", "avi", "-r 200", "-c:v mpeg4 -q:v 3 -g 40 -bf 0"},
        {"mpeg2 ts", "ts", "-r 25", "-c:v mpeg2video -q:v 3 -g 15 -bf 2"},
        {"wmv2", "wmv", "-r 25", "-c:v wmv2 -q:v 3 -g 50"},
        {"ffv1 grey mkv", "mkv", "-r 120", "-c:v ffv1 -g 1 -pix_fmt gray"},
    };
    return all;
}

/// Rarer ones, for the long run.
inline const std::vector<Encoding>& rareEncodings() {
    static const std::vector<Encoding> all{
        {"h264 fragmented mp4", "mp4", "-r 25", "-c:v libx264 -preset fast -g 30 -bf 2 -movflags frag_keyframe+empty_moov"},
        {"h264 long B pyramid", "mp4", "-r 120", "-c:v libx264 -preset slow -g 250 -bf 8 -b-pyramid normal"},
        {"h264 cut mkv", "mkv", "-r 25", "-c:v libx264 -preset fast -g 50 -bf 3", "-ss 2.1", "-c copy"},
        {"h264 flv", "flv", "-r 25", "-c:v libx264 -preset fast -g 50 -bf 2"},
        {"h264 mpeg ts 59.94", "ts", "-r 60000/1001", "-c:v libx264 -preset fast -g 60 -bf 2"},
        {"h264 one key frame", "mp4", "-r 25", "-c:v libx264 -preset fast -g 9999 -keyint_min 9999 -bf 2 -sc_threshold 0"},
        {"h264 all intra", "mov", "-r 240", "-c:v libx264 -preset fast -g 1"},
        {"h264 10 bit", "mp4", "-r 25", "-pix_fmt yuv420p10le -c:v libx264 -preset fast -g 50"},
        {"h264 sliced threads", "mp4", "-r 25", "-c:v libx264 -preset fast -tune zerolatency -slices 4 -g 50"},
        {"hevc cut mp4", "mp4", "-r 25", "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=40:bframes=3", "-ss 1.3", "-c copy"},
        {"hevc cut ts", "ts", "-r 25", "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=40:open-gop=1:bframes=3", "-ss 2.3", "-c copy"},
        {"hevc 12 bit mkv", "mkv", "-r 25", "-pix_fmt yuv420p12le -c:v libx265 -preset ultrafast -x265-params log-level=none"},
        {"mpeg1 mpg", "mpg", "-r 25", "-c:v mpeg1video -q:v 3 -g 15 -bf 2"},
        {"mpeg2 mpg", "mpg", "-r 25", "-c:v mpeg2video -q:v 3 -g 12 -bf 2"},
        {"mpeg2 cut ts", "ts", "-r 25", "-c:v mpeg2video -q:v 3 -g 12 -bf 2", "-ss 1.7", "-c copy"},
        {"mpeg2 avi", "avi", "-r 25", "-c:v mpeg2video -q:v 3 -g 12 -bf 2"},
        {"mpeg4 mp4", "mp4", "-r 25", "-c:v mpeg4 -q:v 3 -g 40 -bf 2"},
        {"mpeg4 mkv", "mkv", "-r 25", "-c:v mpeg4 -q:v 3 -g 40 -bf 2"},
        {"msmpeg4 avi", "avi", "-r 25", "-c:v msmpeg4 -q:v 3 -g 40"},
        {"wmv1", "wmv", "-r 25", "-c:v wmv1 -q:v 3 -g 50"},
        {"wmv2 avi", "avi", "-r 50", "-c:v wmv2 -q:v 3 -g 50"},
        {"theora", "ogv", "-r 25", "-c:v libtheora -q:v 7 -g 40"},
        {"prores", "mov", "-r 25", "-pix_fmt yuv422p10le -c:v prores_ks"},
        {"huffyuv avi", "avi", "-r 25", "-pix_fmt yuv422p -c:v huffyuv"},
        {"raw yuyv avi", "avi", "-r 25", "-pix_fmt yuyv422 -c:v rawvideo"},
        {"raw bgr avi", "avi", "-r 25", "-pix_fmt bgr24 -c:v rawvideo"},
        {"uncompressed mov", "mov", "-r 25", "-pix_fmt uyvy422 -c:v rawvideo"},
        {"png mov", "mov", "-r 25", "-pix_fmt rgb24 -c:v png"},
        {"mjpeg mp4", "mp4", "-r 25", "-pix_fmt yuvj422p -c:v mjpeg -q:v 4"},
        {"ffv1 10 bit mkv", "mkv", "-r 25", "-pix_fmt yuv422p10le -c:v ffv1"},
        {"utvideo avi", "avi", "-r 25", "-pix_fmt yuv420p -c:v utvideo"},
        {"dv avi", "avi", "-r 25", "-pix_fmt yuv420p -s 720x576 -c:v dvvideo", nullptr, nullptr, 720, 576},
        {"av1 mkv", "mkv", "-r 25", "-c:v libaom-av1 -cpu-used 8 -usage realtime -g 60"},
        {"av1 mp4", "mp4", "-r 25", "-c:v libaom-av1 -cpu-used 8 -g 60 -lag-in-frames 12"},
        {"gif", "gif", "-r 25", "-pix_fmt gray"},
        {"y4m", "y4m", "-r 25", "-pix_fmt yuv420p"},
        {"apng", "apng", "-r 25", "-pix_fmt rgb24"},
    };
    return all;
}
// clang-format on

inline QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// The lossless master: picture N carries the number N.
inline bool writeMaster(const std::filesystem::path& path, int width, int height,
                        int frames = patternFilmFrames) {
    auto writer = media::VideoWriter::create(
        path,
        {.width = width, .height = height, .fps = {25, 1}, .codec = media::VideoCodec::Ffv1, .grey = true});
    if (!writer)
        return false;
    for (int n = 0; n < frames; ++n)
        if (!(*writer)->write(framePattern(n, width, height)))
            return false;
    return (*writer)->finish().has_value();
}

inline ToolResult ffmpeg(const QString& before, const std::filesystem::path& from, const QString& after,
                         const std::filesystem::path& to) {
    QStringList arguments{"-nostdin", "-v", "error", "-y"};
    arguments += before.split(' ', Qt::SkipEmptyParts);
    arguments += {"-i", text(from)};
    arguments += after.split(' ', Qt::SkipEmptyParts);
    arguments += {"-threads", "1", text(to)};
    return runTool("ffmpeg", arguments);
}

/// Makes the film in `folder` and returns its path, or an empty one with the reason in `why`.
inline std::filesystem::path makePatternFilm(const Encoding& encoding, const std::filesystem::path& folder,
                                             QByteArray& why) {
    const auto master = folder / ("master_" + std::to_string(encoding.width) + ".mkv");
    if (!std::filesystem::exists(master) && !writeMaster(master, encoding.width, encoding.height)) {
        why = "the master could not be written";
        return {};
    }
    std::string name = encoding.name;
    for (char& c : name)
        c = c == ' ' || c == ',' || c == ':' || c == '.' ? '_' : c;
    const auto film = folder / (name + "." + encoding.extension);
    QString output = encoding.output;
    if (!output.contains("-pix_fmt"))
        output += QString(" -pix_fmt ") + (output.contains("mjpeg") ? "yuvj420p" : "yuv420p");
    const auto encoded = encoding.copyOutput ? folder / (name + "_whole." + encoding.extension) : film;
    ToolResult made = ffmpeg(encoding.input, master, output, encoded);
    if (made.ok && encoding.copyOutput)
        made = ffmpeg(encoding.copyInput, encoded, encoding.copyOutput, film);
    why = made.err;
    return made.ok ? film : std::filesystem::path();
}

/// The numbers that sequential decoding by the ffmpeg command shows, upright.
inline std::vector<int> numbersByFfmpeg(const std::filesystem::path& film, int width, int height) {
    const ToolResult raw =
        runTool("ffmpeg", {"-nostdin", "-v", "quiet", "-i", text(film), "-map", "0:v:0", "-vsync",
                           "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "-"});
    std::vector<int> numbers;
    const qsizetype bytes = qsizetype(width) * height;
    for (qsizetype at = 0; at + bytes <= raw.out.size(); at += bytes) {
        cv::Mat image(height, width, CV_8UC1);
        std::copy_n(raw.out.constData() + at, bytes, reinterpret_cast<char*>(image.data));
        numbers.push_back(readFramePattern(image));
    }
    return numbers;
}

} // namespace mien::test
