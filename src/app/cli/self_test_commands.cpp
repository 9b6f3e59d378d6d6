// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/exit_code.h"
#include "app/cli/text_table.h"
#include "core/evaluation/spotting_score.h"
#include "core/face/models.h"
#include "core/media/video_source.h"
#include "core/media/video_writer.h"
#include "core/nn/runtime.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include <unistd.h>

namespace mien::cli {
namespace {

/// What one check found: a detail for people, or why it failed.
using Finding = Result<std::string>;

struct Check {
    std::string_view name;
    bool essential; ///< without it the main way (film to events) does not work
    Finding (*run)();
};

/// The variables that the launcher sets; without them results are the same, only slower.
Finding environment() {
    std::string out;
    for (const char* name : {"OPENBLAS_CORETYPE", "OMP_WAIT_POLICY", "ONEDNN_MAX_CPU_ISA"}) {
        const char* value = std::getenv(name);
        if (value == nullptr)
            return fail(ErrorCode::MissingDependency,
                        fmt::format("{} is not set: start the program by its launcher in bin/.", name));
        out += fmt::format("{}{}={}", out.empty() ? "" : " ", name, value);
    }
    return out;
}

Finding neural() {
    constexpr double kTolerance = 1e-5; // single precision over sums of some dozen terms
    const auto runtime = nn::Runtime::load();
    if (!runtime)
        return Unexpected(runtime.error());
    const auto deviation = (*runtime)->selfCheck();
    if (!deviation)
        return Unexpected(deviation.error());
    if (!(*deviation <= kTolerance))
        return fail(ErrorCode::Internal,
                    fmt::format("LibTorch computes wrongly: a matrix product is off by {:.2g}.", *deviation));
    const auto info = (*runtime)->info();
    return fmt::format("LibTorch {}, {}, {} threads, agrees with plain loops within {:.1g}",
                       info.torchVersion, info.cpuCapability, info.threads, *deviation);
}

Finding faceModels() {
    std::string out;
    for (const auto& row : face::modelRows()) {
        if (!row.available())
            return fail(ErrorCode::MissingDependency,
                        fmt::format("The model {} is not installed; the package {} brings it.", row.name,
                                    row.package),
                        row.path().string());
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", row.name, row.version);
    }
    return out;
}

/// A film of three grey levels is written and read back frame by frame.
Finding films() {
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("mien-self-test-{}", ::getpid());
    std::filesystem::create_directories(folder);
    struct Cleaner {
        std::filesystem::path folder;
        ~Cleaner() {
            std::error_code ec;
            std::filesystem::remove_all(folder, ec);
        }
    } cleaner{folder};
    const auto film = folder / "levels.mkv";
    constexpr int kFrames = 3, kSide = 32, kStep = 60;
    auto writer = media::VideoWriter::create(
        film,
        {.width = kSide, .height = kSide, .fps = {25, 1}, .codec = media::VideoCodec::Ffv1, .grey = true});
    if (!writer)
        return Unexpected(writer.error());
    for (int i = 1; i <= kFrames; ++i)
        if (auto written = (*writer)->write(cv::Mat(kSide, kSide, CV_8UC1, cv::Scalar(i * kStep))); !written)
            return Unexpected(written.error());
    if (auto finished = (*writer)->finish(); !finished)
        return Unexpected(finished.error());
    const auto source = media::openMedia(film, {.format = media::PixelFormat::Grey}, {});
    if (!source)
        return Unexpected(source.error());
    for (int i = kFrames; i >= 1; --i) {
        const auto frame = (*source)->read({i - 1});
        if (!frame)
            return Unexpected(frame.error());
        if (frame->image.at<unsigned char>(kSide / 2, kSide / 2) != i * kStep)
            return fail(ErrorCode::Internal, "A film that was written is not the one that is read.");
    }
    return std::string("written and read back without loss");
}

/// The scorer on a table whose score is known: two of three found, one false alarm.
Finding scorer() {
    const auto table = [](std::string_view rows) {
        return annotation::parseEventTable("vid,pred_onset,pred_offset,type\n" + std::string(rows),
                                           "built-in");
    };
    const auto truth = table("a,10,29,mae\na,50,57,me\nb,5,24,mae\n");
    const auto predicted = table("a,12,29,mae\na,51,58,me\nb,90,99,mae\n");
    if (!truth || !predicted)
        return fail(ErrorCode::Internal, "The built-in table cannot be read.");
    const auto score = evaluation::scoreSpotting(*truth, *predicted, {}, {});
    if (!score || score->overall() != evaluation::SpottingCounts{2, 1, 1})
        return fail(ErrorCode::Internal, "The scorer miscounts a table with a known score.");
    return std::string("counts a table with a known score");
}

constexpr std::array kChecks{
    Check{"face models", true, faceModels}, Check{"films", true, films},
    Check{"scorer", true, scorer},          Check{"environment", false, environment},
    Check{"neural module", false, neural},
};

/// Exit code by the worst finding: a wrong result is a bug, an absent essential is a lack.
int worse(int code, const Check& check, const Error& error) {
    if (error.code == ErrorCode::Internal)
        return kInternal;
    return check.essential && code == kDone ? kLacking : code;
}

} // namespace

Run declareSelfTest(Verb&) {
    return [](Context& context) -> Result<Output> {
        Output out;
        out.json["checks"] = Json::array();
        TextTable table({"check", "result", "detail"});
        double done = 0.0;
        for (const auto& check : kChecks) {
            context.job.progress(done / kChecks.size(), check.name);
            done += 1.0;
            if (context.job.cancelled())
                return cancelled();
            const auto finding = context.timed(std::string(check.name), check.run);
            const char* result = finding ? "ok" : check.essential ? "FAILED" : "absent";
            if (!finding) {
                if (finding.error().code == ErrorCode::Internal)
                    result = "FAILED";
                out.exitCode = worse(out.exitCode, check, finding.error());
            }
            const auto detail = finding ? *finding : finding.error().sentence();
            out.json["checks"].push_back({{"name", check.name},
                                          {"result", result},
                                          {"essential", check.essential},
                                          {"detail", detail}});
            table.add({std::string(check.name), result, detail});
        }
        out.json["passed"] = out.exitCode == kDone;
        out.text = table.text();
        return out;
    };
}

} // namespace mien::cli
