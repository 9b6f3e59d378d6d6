// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_writer.h"
#include "core/project/project.h"
#include "support/verify.h"
#include "ui/commands/gate.h"
#include "ui/commands/media_edits.h"
#include "ui/document/project_document.h"

#include <QTemporaryDir>

#include <opencv2/imgproc.hpp>

// Qt gives up after five seconds, which a busy machine with a sanitizer can need for what takes none
// elsewhere.
#undef QTRY_VERIFY
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 30000)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 30000)

namespace mien::test {

/// 25 fps, so that half a second is twelve and a half frames.
inline ui::FilmTiming evenTiming(std::int64_t frames, double fps = 25.0) {
    std::vector<double> times;
    for (std::int64_t i = 0; i < frames; ++i)
        times.push_back(static_cast<double>(i) / fps);
    return ui::FilmTiming(std::move(times), Rational{std::llround(fps), 1}, true);
}

/// A document on a new project with one film of `frames` frames (which need not exist).
inline void fillDocument(ui::ProjectDocument& document, const QTemporaryDir& folder,
                         std::int64_t frames = 500) {
    auto project = project::createProject(folder.filePath("p.mien").toStdString());
    MIEN_VERIFY(project);
    (*project)->setCoder("tester");
    document.setProject(std::move(*project));
    project::Media media;
    media.path = folder.filePath("film.mp4").toStdString();
    media.frames = frames;
    media.fps = {25, 1};
    const auto added = ui::commands::Gate::push(document, ui::commands::addMedia(media, "tester"));
    MIEN_VERIFY(added);
    document.setCurrentMedia({added->addedIds.front()});
    document.setTiming(evenTiming(frames));
}

inline annotation::Proposal proposal(std::int64_t onset, std::int64_t apex, std::int64_t offset,
                                     double score) {
    annotation::Proposal p;
    p.onset = {onset};
    p.apex = {apex};
    p.offset = {offset};
    p.type = offset - onset < 13 ? annotation::ExpressionType::Micro : annotation::ExpressionType::Macro;
    p.score = score;
    p.regions = {{"left mouth corner", 4.2}, {"right mouth corner", 3.1}};
    p.spotter = "rules 1";
    return p;
}

inline void storeProposals(ui::ProjectDocument& document,
                           const std::vector<annotation::Proposal>& proposals) {
    project::Run run;
    run.media = document.currentMedia()->id;
    run.spotter = "rules";
    run.version = "test";
    const auto stored = document.storeRun(run, proposals);
    MIEN_VERIFY(stored);
}

/// A grey square that moves, with the frame's number in it.
inline void writeFilm(const QString& path, int frames, int width = 320, int height = 240) {
    auto writer = media::VideoWriter::create(
        path.toStdString(), {.width = width, .height = height, .fps = {25, 1}, .keyFrameInterval = 25});
    MIEN_VERIFY(writer);
    for (int i = 0; i < frames; ++i) {
        cv::Mat image(height, width, CV_8UC3, cv::Scalar(60, 50, 40));
        cv::rectangle(image, {20 + i % 200, 60, 80, 80}, cv::Scalar(200, 200, 210), cv::FILLED);
        cv::putText(image, std::to_string(i), {24 + i % 200, 110}, cv::FONT_HERSHEY_SIMPLEX, 1.0,
                    cv::Scalar(0, 0, 0), 2);
        const auto written = (*writer)->write(image);
        MIEN_VERIFY(written);
    }
    const auto done = (*writer)->finish();
    MIEN_VERIFY(done);
}

} // namespace mien::test
